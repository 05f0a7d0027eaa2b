"""The closed set of operators that conditions are built from, and what each means when answers are missing.

What has not been answered is unknown. A condition is therefore FALSE, UNKNOWN or TRUE, as in Kleene's three-valued
logic: TRUE only if it is so however the open questions are answered.

Every answer to every question is one bit of a whole number, so that facts are two numbers, and a condition on a
question is one look at each of them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

FALSE, UNKNOWN, TRUE = 0, 1, 2

type Rule = Mapping[str, Any]


class Facts(NamedTuple):
    """The answers, and what follows from them: those that are certain, and those that are possible."""

    certain: int
    possible: int

    def also(self, other: "Facts") -> "Facts":
        """These facts and others, about other questions or about another event."""
        return Facts(self.certain | other.certain, self.possible | other.possible)


type Test = Callable[[Facts], int]
#: Rules, each with its condition.
type Rules = list[tuple[Test, Rule]]


class Bits:
    """Which bit stands for which answer."""

    def __init__(self, values: Mapping[str, Sequence[str]]) -> None:
        self._of: dict[str, dict[str, int]] = {}
        place = 0
        for question, names in values.items():
            self._of[question] = {}
            for name in names:
                self._of[question][name] = 1 << place
                place += 1
        #: For each question, the bits of all its answers.
        self.all = {question: sum(bits.values()) for question, bits in self._of.items()}

    def of(self, question: str, values: Iterable[str]) -> int:
        """The bits of some answers. KeyError for one that the question does not have."""
        bits = self._of[question]
        number = 0
        for value in values:
            number |= bits[value]
        return number


def compiled(condition: Sequence[Any], orders: Mapping[str, Sequence[str]], bits: Bits) -> Test:
    """A function that gives the truth of a condition. KeyError or ValueError for what the table does not have."""
    operator, *rest = condition
    if operator == "no":
        denied = compiled(rest[0], orders, bits)
        return lambda facts: TRUE - denied(facts)
    if operator in ("every", "some"):
        return _joined([compiled(part, orders, bits) for part in rest], TRUE if operator == "every" else FALSE)
    if operator == "count":
        number, question, *values = rest
        named = bits.of(question, values)

        def counted(facts: Facts) -> int:
            if (facts[0] & named).bit_count() >= number:
                return TRUE
            return UNKNOWN if (facts[1] & named).bit_count() >= number else FALSE

        return counted
    question, *values = rest
    if operator == "at least":
        values = list(orders[question][orders[question].index(values[0]) :])
    mask = bits.of(question, values)
    return lambda facts: TRUE if facts[0] & mask else UNKNOWN if facts[1] & mask else FALSE


def _joined(tests: Sequence[Test], without: int) -> Test:
    """All of some tests (`without` TRUE) or one of them (FALSE); `without` is the truth if there are none."""
    decided = TRUE - without
    if len(tests) == 2:  # by far the most frequent, and a third faster without a loop
        one, other = tests
        return lambda facts: (
            decided
            if (truth := one(facts)) == decided or (second := other(facts)) == decided
            else UNKNOWN
            if truth == UNKNOWN or second == UNKNOWN
            else without
        )

    def test(facts: Facts) -> int:
        truth = without
        for part in tests:
            other = part(facts)
            if other == decided:
                return decided
            if other == UNKNOWN:
                truth = UNKNOWN
        return truth

    return test


def asked_by(condition: Sequence[Any]) -> set[str]:
    """The questions that a condition asks about."""
    operator, *rest = condition
    if operator in ("every", "some", "no"):
        return set().union(*(asked_by(part) for part in rest))
    return {rest[operator == "count"]}


def those(rules: Rules, facts: Facts) -> list[Rule]:
    """The rules whose condition is TRUE."""
    return [rule for test, rule in rules if test(facts) == TRUE]


def first(rules: Rules, facts: Facts) -> Rule:
    """The first rule whose condition is TRUE. StopIteration if there is none."""
    return next(rule for test, rule in rules if test(facts) == TRUE)
