"""Every combination of answers that matters, grouped by which rules can fire.

A rule looks at each question separately. Options of a question that meet the same conditions of a row are therefore
interchangeable, and one of them represents the others. For each row:

1. every combination of what decides (the row's questions, age) is tried on the floors alone, and combinations with the
   same outcome (level, contact, health need, services, marks, and the answers that later rules look at) are one group;
2. for each group, one combination is decided in full at every police stage and every age, and with every other answer
   about the incident, one at a time.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from tools.incident import TABLE
from tools.incident.conditions import those
from tools.incident.interpret import Interpreter
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
    """What conflicts, scripts with their lines, slots and contradictions ask."""
    scripts = [rule for script in TABLE["scripts"] for rule in (script, *script["lines"])]
    slots = [text for texts in TABLE["slots"].values() for text in texts]
    return leaves_of([*TABLE["conflicts"], *TABLE["clashes"], *scripts, *slots])


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
        every = shared + leaves_of(rules)
        counted = set().union(*(counted_by(rule.get("when", ("every",))) for rule in rules))
        own = [question for question in row["asks"] if question not in TABLE["incident"]]
        yield Row(
            name,
            {question: classes(question, every, counted) for question in own},
            {question: classes(question, every, counted) for question in TABLE["incident"]},
        )


def groups(row: Row) -> Iterator[tuple[dict[str, Any], int, bool]]:
    """One incident of each group, with how many combinations it stands for.

    Combinations are of one group if the same follows from their floors and later rules see no difference between them.
    The last value says whether what follows from the floors is met for the first time.
    """
    rules = INTERPRETER.rows[row.name]
    seen = shared_leaves() + leaves_of(
        rule for kind in ("actions", "nevers", "verdicts") for _, rule in rules[kind] if kind != "floors"
    )
    tests = {q: [frozenset(values) for name, values in seen if name == q] for q in row.deciding}
    found: dict[tuple[Any, ...], dict[str, Any]] = {}
    number: dict[tuple[Any, ...], int] = defaultdict(int)
    situation = TABLE["rows"][row.name]["situation"]
    unasked = INTERPRETER.unasked[row.name]
    for age in row.incident["age"]:
        common = INTERPRETER.facts({"danger": ["none"], "age": age, "stage": "none"})[0]
        for values in itertools.product(*row.deciding.values()):
            event = {"situation": situation, "what": row.name, **dict(zip(row.deciding, values, strict=True))}
            facts = {**unasked, **common, **INTERPRETER.facts(event)[0]}
            floors = those(rules["floors"], facts)
            follows, (highest, _) = INTERPRETER.follows(floors, floors)
            outcome = (*highest.values(), follows["services"][0], follows["any marks"][0])
            looks = tuple(not test.isdisjoint(facts[q][0]) for q, sets in tests.items() for test in sets)
            number[outcome, looks] += 1
            found.setdefault((outcome, looks), {"danger": ["none"], "age": age, "stage": "none", "events": [event]})
    met: set[tuple[Any, ...]] = set()
    for (outcome, looks), incident in found.items():
        yield incident, number[outcome, looks], outcome not in met
        met.add(outcome)


def incidents(row: Row) -> Iterator[tuple[dict[str, Any], int]]:
    """The incidents of a row that are decided in full, each with how many combinations it stands for."""
    for incident, number, first in groups(row):
        yield incident, number
        if not first:
            continue
        for age in row.incident["age"]:
            for stage in row.incident["stage"]:
                yield {**incident, "age": age, "stage": stage}, number
        for question, options in row.incident.items():
            if question not in ("age", "stage"):
                for option in options:
                    yield {**incident, question: option}, number
