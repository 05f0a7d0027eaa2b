"""A copy of an incident's answers and result in a file on the reader's own device, and opening it again."""

import json
from typing import Any

from macros.render.html import Html, escape
from tools.first_edition import RULES_VERSION, check
from tools.first_edition.questions import QUESTIONS
from tools.first_edition.report import report

#: A question's id to its value, or to a list of values where it takes many.
Answers = dict[str, str | list[str]]

#: More opening brackets than any saved copy has.
MAX_BRACKETS = 1000
KIND = "good-enough-for-my-child/incident"


def saved(answers: Answers, day: str) -> str:
    """The file's text: the answers, when and by which rules it was made, and what the result was."""
    result = report(answers)
    short = {
        "level": result["level"],
        "police_contact": result["police_contact"],
        "duties": [duty["words"] for duty in result["duties"]],
    }
    return json.dumps(
        {"kind": KIND, "rules_version": RULES_VERSION, "made": day, "answers": answers, "result": short},
        ensure_ascii=False,
        indent=1,
    )


def parse_json(text: str) -> Any:
    """A file's text as data; None where it is not JSON, or is nested so deeply that it would exhaust the stack."""
    try:
        return json.loads(text) if text.count("[") + text.count("{") < MAX_BRACKETS else None
    except ValueError:
        return None


def opened(text: str) -> dict[str, Any]:
    """The answers of a saved copy as form pairs, with a note in HTML: what is wrong with it, or what has changed since.

    Nothing of the file is ever run or shown as markup.
    """
    copy = parse_json(text)
    if copy is None:
        return {
            "pairs": [],
            "note": "This file cannot be read as a saved copy. It may be cut short or of another kind.",
        }
    if not isinstance(copy, dict) or copy.get("kind") != KIND or not isinstance(copy.get("answers"), dict):
        return {"pairs": [], "note": "This file is not a saved copy of this tool."}
    answers: Answers = {}
    changed: list[str] = []
    for question in QUESTIONS:
        value = copy["answers"].get(question.id)
        try:
            check({question.id: value})
        except (ValueError, TypeError):
            changed.append(question.text)
            continue
        if value:
            answers[question.id] = value
    pairs = [[id, value] for id, given in answers.items() for value in ([given] if isinstance(given, str) else given)]
    return {"pairs": pairs, "note": _note(copy, answers, changed)}


def _note(copy: dict[str, Any], answers: Answers, changed: list[str]) -> Html:
    """What is different from when the copy was made, as one paragraph."""
    day = str(copy.get("made", ""))
    text = (
        f"Opened a copy made{f' on {day}' if day else ''} "
        f"by version {copy.get('rules_version', 'unknown')} of the rules."
    )
    if changed:
        text += f" These questions have changed, so answer them again: {' '.join(changed)}"
    before = copy.get("result")
    if copy.get("rules_version") == RULES_VERSION or not isinstance(before, dict):
        return escape(text)
    now = report(answers)
    if (now["level"], now["police_contact"]) != (before.get("level"), before.get("police_contact")):
        text += f" The result was {before.get('level')} and is now {now['level']}."
    duties = before.get("duties")
    old = [duty for duty in duties if isinstance(duty, str)] if isinstance(duties, list) else []
    new = [duty["words"] for duty in now["duties"]]
    text += f" The rules have changed since: now {RULES_VERSION}."
    added, removed = [duty for duty in new if duty not in old], [duty for duty in old if duty not in new]
    if added:
        text += f" New: {' '.join(added)}"
    if removed:
        text += f" No longer said: {' '.join(removed)}"
    return escape(text)
