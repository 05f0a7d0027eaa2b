"""The rules as one table: the twelve situations and what they share, as data that JSON can hold.

The build writes the table for the browser; Python and JavaScript interpret the same one.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from tools.incident.model import (
    ALWAYS,
    BLOCKS,
    CONTACTS,
    HEALTH,
    LEVELS,
    MARKS,
    SERVICES,
    STEPS,
    Option,
    Question,
    Row,
    Shared,
    Situation,
)
from tools.incident.questions import INCIDENT

#: The date of the last change to the rules, and the number of the change on that date.
RULES_VERSION = "2026-11-30.1"
#: Asked of every incident before a result is called settled, whatever happened.
ALWAYS_ASKED = ("danger", "age", "stage")
#: The kinds of rules that a row has, and those that rows share.
OF_A_ROW = ("floors", "actions", "nevers", "verdicts")
SHARED_ONLY = ("scripts", "conflicts", "clashes")
#: The most actions shown at once, and the most words of them with what must never be done (design 5.3).
LIMITS = {"actions": 5, "words": 90}
#: What wording presumes of a question that has not been answered: nobody has come yet.
PRESUMED = {"stage": ["none"], "crew": ["nobody"]}
#: What follows from the answers, with its values.
DERIVED = {
    "level": LEVELS,
    "contact": CONTACTS,
    "told": CONTACTS,
    "health": HEALTH,
    "services": SERVICES,
    "any marks": tuple(MARKS),
    "event marks": tuple(MARKS),
    "settled": ("yes", "no"),
}


def data(rule: Any) -> Any:
    """A record as a dictionary without what is empty; a tuple of records or values as a list."""
    if hasattr(rule, "_asdict"):
        return {k: data(v) for k, v in rule._asdict().items() if v not in (None, "", (), ALWAYS, False)}
    return [data(part) for part in rule] if isinstance(rule, tuple) else rule


def question_data(question: Question) -> dict[str, Any]:
    """A question, with what each "not sure" of its options stands for."""
    return {**data(question), "means": {o.value: o.counts_as for o in question.options if o.counts_as}}


def row_data(row: Row, situation: str) -> dict[str, Any]:
    """A row, with the names of the groups of shared rules that hold for it."""
    return {"situation": situation, "asks": [], "refines": [], "uses": [], **data(row)}


def refuse_doubles(what: str, records: Iterable[Question] | Iterable[Row]) -> None:
    """Raises ValueError if two records have the same id."""
    if doubles := [id for id, number in Counter(record.id for record in records).items() if number > 1]:
        raise ValueError(f"two {what} have the same name: {', '.join(doubles)}")


def build_table(situations: Iterable[Situation], shared: Iterable[Shared]) -> dict[str, Any]:
    """The table. Raises KeyError or ValueError for a condition that names an order or value that does not exist."""
    situations, shared = tuple(situations), tuple(shared)
    questions = [*(q for part in shared for q in part.questions), *(q for s in situations for q in s.questions)]
    questions.insert(
        0, Question("situation", "What is it about?", tuple(Option(s.id, s.label, s.hint) for s in situations))
    )
    refuse_doubles("questions", questions)
    refuse_doubles("rows", {id(row): row for situation in situations for row in situation.rows}.values())
    rows = {row.id: row for situation in situations for row in situation.rows}
    questions.insert(
        1, Question("what", "What happened?", tuple(Option(row.id, row.label, row.hint) for row in rows.values()))
    )
    situation_of = {row.id: situation.id for situation in reversed(situations) for row in situation.rows}
    groups = {part.name: part for part in shared}
    return {
        "version": RULES_VERSION,
        "always": ALWAYS_ASKED,
        "incident": tuple(question.id for question in INCIDENT),
        "presumed": PRESUMED,
        "limits": LIMITS,
        "derived": DERIVED,
        "orders": {
            "level": LEVELS,
            "contact": CONTACTS,
            "told": CONTACTS,
            "health": HEALTH,
            "block": BLOCKS,
            "step": STEPS,
            **{question.id: tuple(option.value for option in question.options) for question in questions},
        },
        "questions": {question.id: question_data(question) for question in questions},
        "situations": [
            {"id": s.id, "label": s.label, "hint": s.hint, "rows": [row.id for row in s.rows]} for s in situations
        ],
        "rows": {id: row_data(row, situation_of[id]) for id, row in rows.items()},
        "groups": {
            name: {kind: [data(r) for p in shared if p.name == name for r in getattr(p, kind)] for kind in OF_A_ROW}
            for name in groups
        },
        **{kind: [data(rule) for part in shared for rule in getattr(part, kind)] for kind in SHARED_ONLY},
        "slots": {
            slot.id: [data_slot(when, text) for when, text in slot.texts] for part in shared for slot in part.slots
        },
    }


def data_slot(when: Any, text: str) -> dict[str, Any]:
    """One alternative of a slot."""
    return {"text": text} if when == ALWAYS else {"when": data(when), "text": text}
