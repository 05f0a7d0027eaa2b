"""A copy of an incident's answers and result in a file on the reader's own device, and opening it again."""

import json

from macros.render.html import escape
from tools.incident import QUESTIONS, RULES_VERSION, check
from tools.incident.report import report

#: More opening brackets than any copy of ours has.
DEEPEST = 1000
KIND = "good-enough-for-my-child/incident"


def saved(answers: dict, made: str) -> str:
    """The file's text: the answers, when and by which rules it was made, and what the result was."""
    found = report(answers)
    short = {
        "level": found["level"],
        "police_contact": found["police_contact"],
        "duties": [duty["words"] for duty in found["duties"]],
    }
    return json.dumps(
        {"kind": KIND, "rules_version": RULES_VERSION, "made": made, "answers": answers, "result": short},
        ensure_ascii=False,
        indent=1,
    )


def parsed(text: str):
    """A file's text as data; None where it is no JSON, or nests deeper than ours ever does and would exhaust a browser's stack."""
    try:
        return json.loads(text) if text.count("[") + text.count("{") < DEEPEST else None
    except ValueError:
        return None


def opened(text: str) -> dict:
    """The answers of a saved copy as form pairs, with a note in HTML: what is wrong with it, or what has changed since.

    Nothing of the file is ever run or shown as markup.
    """
    copy = parsed(text)
    if copy is None:
        return {
            "pairs": [],
            "note": "This file cannot be read as a saved copy. It may be cut short or of another kind.",
        }
    if not isinstance(copy, dict) or copy.get("kind") != KIND or not isinstance(copy.get("answers"), dict):
        return {"pairs": [], "note": "This file is not a saved copy of this tool."}
    kept, lost = {}, []
    for question in QUESTIONS:
        given = copy["answers"].get(question.id)
        try:
            check({question.id: given})
        except (ValueError, TypeError):
            lost.append(question.text)
            continue
        if given:
            kept[question.id] = given
    pairs = [[id, value] for id, given in kept.items() for value in ([given] if isinstance(given, str) else given)]
    return {"pairs": pairs, "note": _changed(copy, kept, lost)}


def _changed(copy: dict, answers: dict, lost: list[str]) -> str:
    """What is different from when the copy was made, in one paragraph of HTML."""
    version, made = escape(str(copy.get("rules_version", "unknown"))), escape(str(copy.get("made", "")))
    words = f"Opened a copy made{' on ' + made if made else ''} by version {version} of the rules."
    if lost:
        words += f" These questions have changed, so answer them again: {escape(' '.join(lost))}"
    before = copy.get("result")
    if copy.get("rules_version") == RULES_VERSION or not isinstance(before, dict):
        return words
    now = report(answers)
    if (now["level"], now["police_contact"]) != (before.get("level"), before.get("police_contact")):
        words += f" The result was {escape(str(before.get('level')))} and is now {escape(str(now['level']))}."
    old = [str(duty) for duty in before.get("duties", ()) if isinstance(duty, str)]
    new = [duty["words"] for duty in now["duties"]]
    added, gone = [d for d in new if d not in old], [d for d in old if d not in new]
    words += f" The rules have changed since: now {RULES_VERSION}."
    if added:
        words += f" New: {escape(' '.join(added))}"
    if gone:
        words += f" No longer said: {escape(' '.join(gone))}"
    return words
