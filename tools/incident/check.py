"""Whether an incident can be decided: unknown names with the nearest known one, and answers in the wrong place.

Contradictory but valid answers are no error: a result points them out (`clashes`).
"""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from tools.incident import TABLE

MOST_EVENTS = 4


def nearest(name: object, known: Iterable[str]) -> str:
    """A sentence that names the nearest known name, or all of them where none is near."""
    known = list(known)
    close = get_close_matches(str(name), known, 1, 0.5)
    return f"Did you mean '{close[0]}'?" if close else f"Use one of: {', '.join(known)}."


def check(incident: Mapping[str, Any]) -> None:
    """Raises ValueError with one sentence for the first thing that cannot be decided, and what to write instead."""
    events = incident.get("events") or []
    if not isinstance(events, list) or not all(isinstance(event, Mapping) for event in events):
        raise ValueError("events: write a list with one object for each event.")
    if len(events) > MOST_EVENTS:
        raise ValueError(f"events: {len(events)} are too many. Use at most {MOST_EVENTS}, the most serious ones.")
    common = TABLE["incident"]
    check_answers({key: value for key, value in incident.items() if key != "events"}, common, "the incident")
    of_events = [question for question in TABLE["questions"] if question not in common]
    for number, event in enumerate(events, 1):
        check_answers(event, of_events, f"event {number}")
        situation, row = event.get("situation"), event.get("what")
        rows = next((s["rows"] for s in TABLE["situations"] if s["id"] == situation), None)
        if row and rows is not None and row not in rows:
            raise ValueError(f"event {number}: '{row}' is not part of '{situation}'. {nearest(row, rows)}")


def check_answers(answers: Mapping[str, Any], questions: Iterable[str], where: str) -> None:
    """Raises ValueError for an unknown question or answer of one part of an incident."""
    questions = list(questions)
    for question, given in answers.items():
        if question not in questions:
            if question in TABLE["questions"]:
                place = "the incident as a whole" if question in TABLE["incident"] else "one of its events"
                raise ValueError(f"{where}: '{question}' belongs to {place}. Move it there.")
            raise ValueError(f"{where}: '{question}' is not a question. {nearest(question, questions)}")
        if given is None:
            continue
        values = [given] if isinstance(given, str) else given
        known, many = TABLE["orders"][question], TABLE["questions"][question].get("many", False)
        if not isinstance(values, list) or (len(values) != 1 and not many):
            raise ValueError(f"{where}: '{question}' takes {'a list of answers' if many else 'one answer, as text'}.")
        for value in values:
            if value not in known:
                raise ValueError(f"{where}: '{value}' is not an answer to '{question}'. {nearest(value, known)}")
