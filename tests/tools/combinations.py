"""Every combination of answers that decides a result, grouped by the rules that it can fire.

A rule looks at each question separately, and fires when the answers to every question allow it. Answers to a question
that allow the same rules are therefore interchangeable: one of them represents the others, and a group of combinations
is one combination of representatives, with the number of combinations that it represents. What the checks ask about
answers is listed in MARKS, and answers that differ in a mark are never grouped, whether a rule looks at them or not.

Written without the tests' libraries, so that the same enumeration runs under CPython and in the browser.
"""

import itertools
import zlib
from collections.abc import Iterable, Iterator
from functools import reduce
from math import prod
from operator import and_
from typing import NamedTuple

from tools.first_edition import RULES, decide
from tools.first_edition.questions import AGAIN, COERCION, DANGER, HARMED, KIND, QUESTIONS, RECORD, WISH
from tools.model import CONTACTS, LEVELS, Question, Rule

#: The answers chosen for one question: none, one, or several where the question takes many.
Chosen = tuple[str, ...]
#: The answers chosen for each question of an enumeration, in the order of its questions.
Combination = tuple[Chosen, ...]

#: Questions that take several answers.
MANY = frozenset(question.id for question in QUESTIONS if question.many)
KINDS = [answer.value for answer in KIND.answers]
#: The questions that decide the level, in the order of a combination.
DECIDING = (KIND, DANGER, WISH, AGAIN, COERCION, RECORD)

#: What the checks ask about answers: a name, the question, and the answers that have the mark.
MARKS: dict[str, tuple[str, frozenset[str]]] = {
    "danger": ("danger", frozenset({"yes", "not-sure"})),
    "red kind": (
        "kind",
        frozenset(
            {
                "assault-not-sure",
                "weapon-hand",
                "weapon-firearm",
                "fire-burning",
                "vehicle-driving",
                "health-emergency",
                "missing-danger",
            }
        ),
    ),
    "tell now kind": (
        "kind",
        frozenset(
            {
                "weapon-imitation",
                "weapon-found",
                "weapon-carried",
                "weapon-used",
                "drugs-supply",
                "sexual-signs",
                "images-signs",
                "sexual-under-13",
                "assault-serious",
                "threat-believed",
                "fire-deliberate",
                "extremism",
            }
        ),
    ),
    "coercion": ("coercion", frozenset({"yes", "not-sure"})),
    "weapon": ("kind", frozenset(kind for kind in KINDS if kind.startswith("weapon"))),
    "to be kept": ("kind", frozenset({"drugs-found", "drugs-supply", "canisters"})),
    "images": ("kind", frozenset({"images-signs", "images-no-sign"})),
    "unsafe place": ("kind", frozenset({"missing-unsafe"})),
    "arrest": ("police", frozenset({"arrest"})),
    # The wording of a level's duties depends on these two beside the rules that fire.
    "under 10": ("age", frozenset({"under-10"})),
    "allegation": ("allegation", frozenset({"yes", "not-sure"})),
}


def marks(question: str, chosen: Chosen) -> frozenset[str]:
    """The marks of the answers to one question."""
    return frozenset(
        name for name, (asked, values) in MARKS.items() if asked == question and values.intersection(chosen)
    )


def choices(question: Question) -> list[Chosen]:
    """Unanswered, and every answer alone."""
    return [(), *((answer.value,) for answer in question.answers)]


def kinds() -> list[Chosen]:
    """No kind, each kind alone, and every pair."""
    return [(), *((kind,) for kind in KINDS), *itertools.combinations(KINDS, 2)]


class Firing:
    """Which of some rules fire, as an integer with one bit for each rule.

    It reads the rules independently of `tools.first_edition.applies`; a test compares the two.
    """

    def __init__(self, rules: Iterable[Rule]):
        self.rules = tuple(rules)
        self._allowed: dict[tuple[str, Chosen], int] = {}

    def allowed(self, question: str, chosen: Chosen) -> int:
        """The rules that the answers to one question allow to fire."""
        if (question, chosen) not in self._allowed:
            self._allowed[question, chosen] = sum(
                1 << place
                for place, rule in enumerate(self.rules)
                if (question not in rule.when or set(rule.when[question]).intersection(chosen))
                and not set(rule.unless.get(question, ())).intersection(chosen)
            )
        return self._allowed[question, chosen]

    def fired(self, answers: dict[str, Chosen]) -> int:
        """The rules that fire."""
        return reduce(and_, (self.allowed(question.id, answers.get(question.id, ())) for question in QUESTIONS))

    def names(self, fired: int) -> list[str]:
        """The names of some rules, in the order of the rules."""
        return [rule.finding.rule for place, rule in enumerate(self.rules) if fired >> place & 1]

    def rank(self, fired: int) -> tuple[int, int]:
        """The highest level and police contact of some rules, by their places in LEVELS and CONTACTS; -1 for none."""
        found = [rule.finding for place, rule in enumerate(self.rules) if fired >> place & 1]
        return (
            max((LEVELS.index(finding.level) for finding in found if finding.level), default=-1),
            max((CONTACTS.index(finding.contact) for finding in found if finding.contact), default=-1),
        )


class Group(NamedTuple):
    """Combinations that fire the same rules and have the same marks.

    A check asks about `marks` and `fired` only: other answers than those of the example may differ within the group.
    """

    example: dict[str, list[str] | str]
    count: int
    fired: int
    marks: frozenset[str]


class Enumeration:
    """All combinations of some choices for some questions, grouped by the rules that they can fire."""

    def __init__(self, firing: Firing, choices_: dict[str, list[Chosen]]):
        self.firing = firing
        self.choices = choices_
        self.represented_by = {question: self._represent_choices(question) for question in choices_}
        self.size = prod(map(len, choices_.values()))

    def _represent_choices(self, question: str) -> dict[Chosen, Chosen]:
        """For each choice, the first one that allows the same rules and has the same marks."""
        first: dict[tuple[int, frozenset[str]], Chosen] = {}
        return {
            chosen: first.setdefault((self.firing.allowed(question, chosen), marks(question, chosen)), chosen)
            for chosen in self.choices[question]
        }

    def representatives(self, question: str) -> list[Chosen]:
        """The choices for a question that represent others."""
        return list(dict.fromkeys(self.represented_by[question].values()))

    def represent(self, combination: Combination) -> Combination:
        """The combination that represents another."""
        return tuple(table[chosen] for table, chosen in zip(self.represented_by.values(), combination, strict=True))

    def answers(self, combination: Combination) -> dict[str, list[str] | str]:
        """A combination as answers for the tool."""
        return {
            question: list(chosen) if question in MANY else chosen[0]
            for question, chosen in zip(self.choices, combination, strict=True)
            if chosen
        }

    def groups(self) -> dict[Combination, Group]:
        """A group for each combination of representatives, by that combination."""
        left_open = reduce(and_, (self.firing.allowed(q.id, ()) for q in QUESTIONS if q.id not in self.choices))
        parts = [
            [
                (one, [*table.values()].count(one), self.firing.allowed(question, one), marks(question, one))
                for one in self.representatives(question)
            ]
            for question, table in self.represented_by.items()
        ]
        groups = {}
        for chosen in itertools.product(*parts):
            combination, counts, fired, marked = zip(*chosen, strict=False)
            groups[combination] = Group(
                self.answers(combination), prod(counts), reduce(and_, fired, left_open), frozenset().union(*marked)
            )
        return groups


def merged(groups: Iterable[Group]) -> dict[tuple[int, frozenset[str]], Group]:
    """Groups that fire the same rules and have the same marks, put together, by those rules and marks."""
    found: dict[tuple[int, frozenset[str]], Group] = {}
    for group in groups:
        key = group.fired, group.marks
        found[key] = found[key]._replace(count=found[key].count + group.count) if key in found else group
    return found


#: The rules that decide a level, and all rules.
LEVEL_RULES = Firing(rule for rule in RULES if rule.finding.level is not None)
ALL_RULES = Firing(RULES)


def levels() -> Enumeration:
    """All that decides the level: kinds alone and in pairs, with every answer to the other deciding questions."""
    return Enumeration(LEVEL_RULES, {"kind": kinds()} | {q.id: choices(q) for q in DECIDING if q is not KIND})


def duties() -> list[Enumeration]:
    """What decides duties: kinds and pairs with danger, over, police and allegation; then with harmed and age."""
    return [
        Enumeration(
            ALL_RULES,
            {
                "kind": kinds(),
                "danger": [("no",), ("yes",)],
                "over": [(), ("no",), ("yes",)],
                "police": [(), ("there",), ("arrest",)],
                "allegation": [(), ("yes",)],
            },
        ),
        Enumeration(
            ALL_RULES, {"kind": kinds(), "harmed": choices(HARMED), "age": [(), ("under-10",), ("10-17",), ("18-25",)]}
        ),
    ]


def lines() -> Iterator[str]:
    """What every combination gives, as lines: what represents each choice, then the outcome of each group."""
    for enumeration in (levels(), *duties()):
        for question, table in enumeration.represented_by.items():
            yield f"{question} {table}\n"
        looked_at = {rule.finding for rule in enumeration.firing.rules}
        outcomes: dict[tuple[int, frozenset[str]], str] = {}
        for combination, group in enumeration.groups().items():
            key = group.fired, group.marks
            if key not in outcomes:
                result = decide(group.example)
                rules = ",".join(finding.rule for finding in result.findings if finding in looked_at)
                outcomes[key] = f"{result.level}|{result.contact}|{rules}"
            yield f"{combination} {group.count} {outcomes[key]}\n"


def digest() -> str:
    """A digest of every combination's outcome. Two checksums together: the browser's small Python has no hashlib."""
    one, other = 0, 1
    for line in lines():
        one, other = zlib.crc32(line.encode(), one), zlib.adler32(line.encode(), other)
    return f"{one:08x}{other:08x}"
