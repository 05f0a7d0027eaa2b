"""What would change a result: other answers to what was in doubt. What is certain explains nothing."""

from collections.abc import Iterator, Mapping
from typing import Any

from tools.incident import TABLE, decide
from tools.incident.interpret import RANKED

#: Answers that say that the reader could not tell, beside those that count as another answer.
DOUBTFUL = ("cannot-tell", "not-sure", "not-known", "not-checked")


#: Another answer to one question, and the level, contact and health need it would lead to. `event` counts from 0 and is
#: None for the incident as a whole; `direction` is "raise" or "lower".
type Change = dict[str, Any]


def rank(result: Mapping[str, Any]) -> tuple[int, ...]:
    """The rank of a result by level, contact and health need."""
    return tuple(TABLE["orders"][name].index(result[name]) if result[name] else -1 for name in RANKED)


def in_doubt(answers: Mapping[str, Any]) -> Iterator[str]:
    """The questions that were answered with doubt."""
    for question, given in answers.items():
        if question != "events" and given is not None:
            values = [given] if isinstance(given, str) else given
            means = TABLE["questions"][question]["means"]
            if any(value in means or value in DOUBTFUL for value in values):
                yield question


def would_change(incident: Mapping[str, Any]) -> list[Change]:
    """For each answer that was in doubt, the other answers that would raise or lower the result, raises first."""
    now = decide(incident)
    changes: list[Change] = []
    events = incident.get("events") or []
    for number, part in [(None, incident), *enumerate(events)]:
        for question in in_doubt(part):
            for option in TABLE["questions"][question]["options"]:
                other = [option["value"]] if TABLE["questions"][question].get("many") else option["value"]
                changed: Mapping[str, Any] = {**part, question: other}
                if number is not None:
                    changed = {**incident, "events": [*events[:number], changed, *events[number + 1 :]]}
                then = decide(changed)
                if rank(then) != rank(now):
                    direction = "raise" if rank(then) > rank(now) else "lower"
                    place: dict[str, Any] = {"event": number, "question": question, "answer": option["value"]}
                    changes.append({**place, **{name: then[name] for name in RANKED}, "direction": direction})
    return sorted(changes, key=lambda change: change["direction"] != "raise")
