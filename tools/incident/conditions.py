"""The closed set of operators that conditions are built from, and what each means when answers are missing.

What has not been answered is unknown. A condition is therefore FALSE, UNKNOWN or TRUE, as in Kleene's three-valued
logic: TRUE only if it is so however the open questions are answered.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

FALSE, UNKNOWN, TRUE = 0, 1, 2

type Rule = Mapping[str, Any]
#: What is certain, and what is possible (None: anything), for each question and for what follows from the answers.
type Facts = dict[str, tuple[frozenset[str], frozenset[str] | None]]
type Test = Callable[[Facts], int]
#: Rules, each with its condition.
type Rules = list[tuple[Test, Rule]]

NOTHING: frozenset[str] = frozenset()
OPEN: tuple[frozenset[str], None] = (NOTHING, None)


def compiled(condition: Sequence[Any], orders: Mapping[str, Sequence[str]]) -> Test:
    """A function that gives the truth of a condition of the table. ValueError for a value that an order lacks."""
    operator, *rest = condition
    if operator == "no":
        denied = compiled(rest[0], orders)
        return lambda facts: TRUE - denied(facts)
    if operator in ("every", "some"):
        return _joined([compiled(part, orders) for part in rest], TRUE if operator == "every" else FALSE)
    number, (question, *values) = (rest[0], rest[1:]) if operator == "count" else (1, rest)
    if operator == "at least":
        values = list(orders[question][orders[question].index(values[0]) :])
    named = frozenset(values)

    def test(facts: Facts) -> int:
        certain, possible = facts.get(question, OPEN)
        if not named.isdisjoint(certain) if number == 1 else len(named & certain) >= number:
            return TRUE
        if possible is certain:
            return FALSE
        return UNKNOWN if possible is None or len(named & possible) >= number else FALSE

    return test


def _joined(tests: Sequence[Test], without: int) -> Test:
    """All of some tests (`without` TRUE) or one of them (FALSE); `without` is the truth if there are none."""
    decided = TRUE - without

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
