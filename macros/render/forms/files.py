"""A record in a file on the reader's own device, and opening it again."""

import json

from macros.render.saved_copy import parsed
from tools.forms.checks import value_problem, pairs_from_answers, table_problems
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


def saved(form: Form, answers: dict, made: str) -> str:
    """The file's text."""
    return json.dumps(
        {"kind": KIND, "form": form.name, "version": form.version, "made": made, "answers": answers},
        ensure_ascii=False,
        indent=1,
    )


def opened(form: Form, text: str) -> dict:
    """The pairs of a saved record with a note in words: what is wrong with the file, or what no longer fits. Never markup."""
    record = parsed(text)
    if record is None:
        return {
            "pairs": [],
            "note": "This file cannot be read as a saved record. It may be cut short or of another kind.",
        }
    if not isinstance(record, dict) or record.get("kind") != KIND or not isinstance(record.get("answers"), dict):
        return {"pairs": [], "note": "This file is not a saved record of this site."}
    if record.get("form") != form.name:
        return {
            "pairs": [],
            "note": f"This file is a record of another form ({str(record.get('form'))[:60]}). Open it there.",
        }
    kept, lost = {}, []
    for field in fields(form):
        value = record["answers"].get(field.id)
        if value in (None, "", []):
            continue
        wrong = table_problems(field, value) if field.kind == "table" else value_problem(field, value)
        lost.append(field.label) if wrong else kept.update({field.id: value})
    known = {field.id for field in fields(form)}
    gone = [str(id)[:60] for id in record["answers"] if id not in known]
    note = f"Opened a record{' made on ' + str(record['made'])[:60] if record.get('made') else ''}."
    if record.get("version") != form.version:
        note += f" It was made with version {str(record.get('version'))[:10]} of this form; this is version {form.version}. Look through it."
    if lost:
        note += f" These no longer fit, so fill them in again: {'; '.join(lost)}."
    if gone:
        note += f" This form no longer asks for: {'; '.join(gone)}."
    return {"pairs": pairs_from_answers(form, kept), "note": note if kept else f"{note} Nothing in it fits this form."}
