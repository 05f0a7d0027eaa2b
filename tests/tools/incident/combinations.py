"""Every combination of answers that matters, grouped by which rules can fire.

A rule looks at each question separately. Options of a question that meet the same conditions of a row are therefore
interchangeable, and one of them represents the others. For each row:

1. every combination of what decides (the row's questions, age) is tried on the floors alone, and combinations with the
   same outcome (level, contact, health need, services, marks, and the answers that later rules look at) are one group;
2. for each group, one combination is decided in full at every police stage and every age, and with every other answer
   about the incident, one at a time.
"""

import functools
import itertools
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np

from tools.incident import TABLE
from tools.incident.conditions import FALSE, TRUE, UNKNOWN
from tools.incident.interpret import RANKED, Interpreter
from tools.incident.table import OF_A_ROW

INTERPRETER = Interpreter(TABLE)
DERIVED = ("level", "contact", "health", "services", "any marks", "event marks", "settled", "told")


def leaves(condition) -> list[tuple[str, tuple[str, ...]]]:
    """The questions that a condition names, each with the values for which the condition on it holds."""
    operator, *rest = condition
    if operator in ("every", "some", "no"):
        return [leaf for part in rest for leaf in leaves(part)]
    if operator == "count":
        rest = rest[1:]
    question, *values = rest
    if operator == "at least":
        order = TABLE["orders"][question]
        values = order[order.index(values[0]) :]
    return [(question, tuple(values))]


def leaves_of(rules) -> list[tuple[str, tuple[str, ...]]]:
    return [leaf for rule in rules for leaf in leaves(rule.get("when", ("every",)))]


def shared_leaves() -> list[tuple[str, tuple[str, ...]]]:
    """What conflicts and contradictions ask."""
    return leaves_of([*TABLE["conflicts"], *TABLE["clashes"]])


def worded_leaves() -> list[tuple[str, tuple[str, ...]]]:
    """What scripts with their lines, and slots, ask: they change words and not actions."""
    scripts = [rule for script in TABLE["scripts"] for rule in (script, *script["lines"])]
    return leaves_of([*scripts, *(text for texts in TABLE["slots"].values() for text in texts)])


class Row(NamedTuple):
    """A row with the classes of answers that can matter for its level, and for the rest of its result."""

    name: str
    deciding: dict[str, list[Any]]
    incident: dict[str, list[Any]]


def classes(question: str, asked: list[tuple[str, tuple[str, ...]]], counted: set[str]) -> list[Any]:
    """Representative answers: one for each set of conditions that an option meets; pairs where signs are counted."""
    described = TABLE["questions"][question]
    tests = [frozenset(values) for name, values in asked if name == question]
    seen: dict[tuple[bool, ...], str] = {}
    for option in described["options"]:
        value = described["means"].get(option["value"], option["value"])
        seen.setdefault(tuple(value in test for test in tests), option["value"])
    singles = list(seen.values())
    if not described.get("many"):
        return singles
    signs = [o["value"] for o in described["options"] if o["value"] != described.get("nothing")]
    pairs = [list(pair) for pair in itertools.combinations(signs, 2)][:12] if question in counted else []
    return [[value] for value in singles] + pairs


def counted_by(condition) -> set[str]:
    """The questions whose signs a condition counts."""
    operator, *rest = condition
    if operator in ("every", "some", "no"):
        return set().union(*(counted_by(part) for part in rest))
    return {rest[1]} if operator == "count" else set()


def rows() -> Iterator[Row]:
    """Every row, with the answers that can matter."""
    shared = shared_leaves()
    for name, row in TABLE["rows"].items():
        groups = [row, *(TABLE["groups"][group] for group in (*row["uses"], ""))]
        rules = [rule for group in groups for kind in OF_A_ROW for rule in group.get(kind, ())]
        every = shared + worded_leaves() + leaves_of(rules)
        counted = set().union(*(counted_by(rule.get("when", ("every",))) for rule in rules))
        own = [question for question in row["asks"] if question not in TABLE["incident"]]
        yield Row(
            name,
            {question: classes(question, every, counted) for question in own},
            {question: classes(question, every, counted) for question in TABLE["incident"]},
        )


#: How the rest of an incident is answered while a group is found.
BASELINE: dict[str, Any] = {
    "danger": ["none"],
    "stage": "none",
    "changed": "no",
    "crew": ["nobody"],
    "placement": "childrens-home",
    "authority": "in",
    "status": "not-sure",
    "alone": "no",
    "manager": "not-tried",
    "account": "not-yet",
    "needs": ["none"],
}


#: The ages at which every police stage is tried; between 10 and 17 the stages ask the same.
AGES = ("under-10", "13-15", "18-plus")


class Grid:
    """Every combination of some answers at once: for each question, and for what follows, that of each combination.

    What is said of the incident as a whole, apart from age, is left open: a condition is FALSE, UNKNOWN or TRUE.
    """

    def __init__(self, answers: dict[str, list[Any]]) -> None:
        self.answers = answers
        sizes = [len(values) for values in answers.values()]
        self.number = int(np.prod(sizes))
        self.chosen = dict(zip(answers, np.unravel_index(np.arange(self.number), sizes), strict=True))
        self.ranks = {name: np.zeros(self.number, np.int8) for name in (*RANKED, "told")}
        self.flags: dict[str, np.ndarray] = {}

    def all(self, truth: int) -> np.ndarray:
        return np.full(self.number, truth, np.int8)

    def truth(self, condition) -> np.ndarray:
        """The truth of a condition for each combination."""
        operator, *rest = condition
        if operator == "no":
            return TRUE - self.truth(rest[0])
        if operator in ("every", "some"):
            without, join = (TRUE, np.minimum) if operator == "every" else (FALSE, np.maximum)
            return functools.reduce(join, [self.truth(part) for part in rest], self.all(without))
        number = rest[0] if operator == "count" else 1
        ((question, values),) = leaves(condition)
        if question in self.ranks:
            return TRUE * (self.ranks[question] > TABLE["orders"][question].index(values[0]))
        if question in DERIVED:
            return TRUE * functools.reduce(np.logical_or, [self.flags.get(v, self.all(0)) for v in values]).astype(
                np.int8
            )
        if question not in self.answers:
            return self.all(UNKNOWN if question in TABLE["incident"] else FALSE)
        means = TABLE["questions"][question]["means"]
        lists = [[value] if isinstance(value, str) else value for value in self.answers[question]]
        met = [TRUE * (len({means.get(value, value) for value in given} & {*values}) >= number) for given in lists]
        return np.array(met, np.int8)[self.chosen[question]]

    def follow(self, floors) -> None:
        """Works out what follows from floors for each combination."""
        contacts = TABLE["orders"]["contact"]
        for floor in floors:
            holds = self.truth(floor.get("when", ("every",))) == TRUE
            ranks = {name: floor[name] for name in RANKED if name in floor}
            if ranks.get("contact", "999") != "999":
                ranks["told"] = ranks["contact"]
            for name, value in ranks.items():
                reached = holds * np.int8(TABLE["orders"][name].index(value) + 1)
                self.ranks[name] = np.maximum(self.ranks[name], reached)
            for flag in (*floor.get("services", ()), *floor.get("marks", ())):
                self.flags[flag] = self.flags.get(flag, False) | holds
        brings_police = self.flags.get("police", self.all(0)) * np.int8(contacts.index("tell now") + 1)
        self.ranks["told"] = np.maximum(self.ranks["told"], brings_police)
        self.flags["yes"] = self.all(1)  # settled: everything is answered


def groups(row: Row) -> Iterator[tuple[dict[str, Any], int, bool]]:
    """One incident of each group, with how many combinations it stands for.

    Combinations are of one group if the same follows from their floors, and every other rule looks at them alike. The
    last value says whether what follows from the floors is met for the first time.
    """
    rules = INTERPRETER.rows[row.name]
    name = {"situation": [TABLE["rows"][row.name]["situation"]], "what": [row.name]}
    grid = Grid({**name, "age": row.incident["age"], **row.deciding})
    grid.follow([floor for _, floor in rules["floors"]])
    others = [rule for kind in ("actions", "nevers", "verdicts") for _, rule in rules[kind]]
    looks = [grid.truth(rule.get("when", ("every",))) for rule in (*others, *TABLE["conflicts"], *TABLE["clashes"])]
    follows = classes_of([*grid.ranks.values(), *grid.flags.values()], grid.number)
    alike = classes_of([follows, *looks], grid.number)
    _, first, counts = np.unique(alike, return_index=True, return_counts=True)
    met: set[int] = set()
    for place, number in zip(first.tolist(), counts.tolist(), strict=True):
        given = {question: values[grid.chosen[question][place]] for question, values in grid.answers.items()}
        age = given.pop("age")
        yield {**BASELINE, "age": age, "events": [given]}, number, int(follows[place]) not in met
        met.add(int(follows[place]))


def classes_of(columns: list[np.ndarray], number: int) -> np.ndarray:
    """The number of the class of each combination: two are of one class if all columns are equal."""
    found = np.zeros(number, int)
    for column in columns:
        found = np.unique(found * (int(column.max()) + 1) + column, return_inverse=True)[1]
    return found


def incidents(row: Row) -> Iterator[tuple[dict[str, Any], int]]:
    """The incidents of a row that are decided in full, each with how many combinations it stands for."""
    for incident, number, first in groups(row):
        yield incident, number
        if not first:
            continue
        for age in row.incident["age"]:
            for stage in row.incident["stage"] if age in AGES else ("none",):
                yield {**incident, "age": age, "stage": stage}, number
        for question, options in row.incident.items():
            if question not in ("age", "stage"):
                for option in options[1:]:
                    yield {**incident, question: option}, number
        event = incident["events"][0]
        for question in {question for question, _ in worded_leaves()} & row.deciding.keys():
            for option in row.deciding[question]:
                yield {**incident, "events": [{**event, question: option}]}, number
