"""A record in a file on the reader's own device, and opening it again."""

import json
from typing import Any

from macros.render.saved_copy import parse_json
from tools.forms.checks import pairs_from_answers, table_problems, value_problem
from tools.forms.model import Form, fields

KIND = "good-enough-for-my-child/record"
#: JSON Schema of a saved record.
SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "A saved record",
    "type": "object",
    "additionalProperties": False,
    "required": ["kind", "form", "version", "made", "answers"],
    "properties": {
        "kind": {"const": KIND},
        "form": {"type": "string", "description": "the form's name, as in its address"},
        "version": {
            "type": "integer",
            "minimum": 1,
            "description": "the arrangement of the form's fields it was made with",
        },
        "made": {"type": "string", "description": "day and time by the reader's device"},
        "answers": {
            "type": "object",
            "description": "a field's id to its text, its list of values, or its list of rows",
            "additionalProperties": {
                "oneOf": [
                    {"type": "string"},
                    {"type": "array", "items": {"type": "string"}},
                    {"type": "array", "items": {"type": "object", "additionalProperties": {"type": "string"}}},
                ]
            },
        },
    },
}


def saved(form: Form, answers: dict[str, Any], day: str) -> str:
    """The file's text."""
    return json.dumps(
        {"kind": KIND, "form": form.name, "version": form.version, "made": day, "answers": answers},
        ensure_ascii=False,
        indent=1,
    )


def opened(form: Form, text: str) -> dict[str, Any]:
    """The pairs of a saved record, with a note: what is wrong with the file, or what no longer fits.

    The note is text, never HTML.
    """
    record = parse_json(text)
    problem = _problem(form, record)
    if problem:
        return {"pairs": [], "note": problem}
    answers: dict[str, Any] = {}
    changed: list[str] = []
    for field in fields(form):
        value = record["answers"].get(field.id)
        if value in (None, "", []):
            continue
        if table_problems(field, value) if field.kind == "table" else value_problem(field, value):
            changed.append(field.label)
        else:
            answers[field.id] = value
    return {"pairs": pairs_from_answers(form, answers), "note": _note(form, record, answers, changed)}


def _problem(form: Form, record: Any) -> str:
    """Why a file cannot be opened in a form; empty where it can."""
    if record is None:
        return "This file cannot be read as a saved record. It may be cut short or of another kind."
    if not isinstance(record, dict) or record.get("kind") != KIND or not isinstance(record.get("answers"), dict):
        return "This file is not a saved record of this site."
    if record.get("form") != form.name:
        return f"This file is a record of another form ({str(record.get('form'))[:60]}). Open it there."
    return ""


def _note(form: Form, record: dict[str, Any], answers: dict[str, Any], changed: list[str]) -> str:
    """What is different from when the file was saved."""
    ids = {field.id for field in fields(form)}
    removed = [str(id)[:60] for id in record["answers"] if id not in ids]
    note = f"Opened a record{' made on ' + str(record['made'])[:60] if record.get('made') else ''}."
    if record.get("version") != form.version:
        note += (
            f" It was made with version {str(record.get('version'))[:10]} of this form; "
            f"this is version {form.version}. Look through it."
        )
    if changed:
        note += f" These no longer fit, so fill them in again: {'; '.join(changed)}."
    if removed:
        note += f" This form no longer asks for: {'; '.join(removed)}."
    return note if answers else f"{note} Nothing in it fits this form."
