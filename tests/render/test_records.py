"""The working forms as files: saved files that come back as they were, Word documents, files that cannot be used."""

import io
import json

import docx
import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from macros.features.forms.word_template import empty_document
from macros.render.forms.files import SCHEMA, opened, saved
from macros.render.forms.finished import format_value
from macros.render.word import filled
from tests.support.answers import answer_to
from tools.dates.form import FORM as DATES
from tools.forms.checks import answers_from_pairs, pairs_from_answers
from tools.forms.model import fields
from tools.records import FORMS

EVERY = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
#: The working forms and the dates, which are one too.
ANY = pytest.mark.parametrize("form", (*FORMS.values(), DATES), ids=(*FORMS, "dates"))


def text_for(field):
    """Any value a reader could give a field."""
    if field.kind in ("choice", "scale"):
        return some.sampled_from([value for value, _ in field.options])
    if field.kind == "many":
        return some.lists(some.sampled_from([value for value, _ in field.options]), min_size=1, unique=True)
    if field.kind == "day":
        return some.dates().map(lambda day: day.isoformat())
    if field.kind == "when":
        return some.datetimes().map(lambda when: when.isoformat()[:16])
    text = some.text(some.characters(codec="utf-8", exclude_categories=("Cs",)), min_size=1, max_size=60).filter(
        lambda t: t.strip()
    )
    if field.kind == "table":
        row = some.fixed_dictionaries({}, optional={column.id: text_for(column) for column in field.columns}).filter(
            bool
        )
        return some.lists(row, min_size=1, max_size=4)
    return text


def any_answers(form):
    """Any answers of a form."""
    return some.fixed_dictionaries({}, optional={field.id: text_for(field) for field in fields(form)})


@pytest.mark.thorough
@ANY
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=some.data())
def test_a_file_gives_back_what_was_typed(form, data):
    answers = data.draw(any_answers(form))
    text = saved(form, answers, "24 November 2026 at 02:10")
    jsonschema.validate(json.loads(text), SCHEMA)
    assert (
        answers_from_pairs(form, opened(form, text)["pairs"])
        == answers
        == answers_from_pairs(form, pairs_from_answers(form, answers))
    )


def visible(text: str) -> str:
    """What of a text can be seen on paper: no spaces, line breaks or control characters."""
    return "".join(char for char in text if char > " ")


def rows_of(document) -> set[tuple[str, ...]]:
    """The rows of all tables of a Word document, by what can be seen of each cell."""
    return {tuple(visible(cell.text) for cell in row.cells) for table in document.tables for row in table.rows}


def rows_for(field, value) -> list[tuple[str, ...]]:
    """The rows that a field's value should have in a Word document."""
    if field.kind == "table":
        return [
            tuple(visible(format_value(column, row.get(column.id, ""))) for column in field.columns) for row in value
        ]
    signed = "Signed:" if field.kind == "sign" else ""
    return [(visible(field.label), visible(format_value(field, value) + signed))]


@EVERY
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=some.data())
def test_a_word_document_holds_what_was_typed_as_text(form, data):
    """Every value beside its question, and every row of every table, whatever characters and line breaks it holds."""
    answers = data.draw(any_answers(form))
    held = rows_of(docx.Document(io.BytesIO(filled(form, answers, "today", empty_document()))))
    for field in fields(form):
        for row in rows_for(field, answers[field.id]) if field.id in answers else ():
            assert row in held, field.id


@pytest.mark.parametrize("char", ["\x00", "\x1b", "\ufffe", "\uffff"], ids=ascii)
def test_characters_that_no_word_document_can_hold_are_left_out(char):
    form = FORMS["risk"]
    document = docx.Document(io.BytesIO(filled(form, {"decided": f"He{char} left"}, "today", empty_document())))
    assert "He left" in [cell.text for table in document.tables for row in table.rows for cell in row.cells]


@EVERY
def test_a_blank_word_document_has_every_question_and_room_to_write(form):
    document = docx.Document(io.BytesIO(filled(form, {}, "", empty_document())))
    held = " ".join(
        [p.text for p in document.paragraphs] + [c.text for t in document.tables for r in t.rows for c in r.cells]
    )
    for field in fields(form):
        assert field.label in held, field.label
    assert (
        document.core_properties.title == form.title
        and document.core_properties.language == "en-GB"
        and document.tables
    )


HOSTILE = [
    "",
    "{",
    "null",
    "[]",
    '"x"',
    "[" * 5000,
    '{"kind": "other"}',
    '{"kind": "good-enough-for-my-child/record"}',
    '{"kind": "good-enough-for-my-child/record", "answers": []}',
    '{"kind": "good-enough-for-my-child/record", "form": "other", "answers": {}}',
    "\x00\x01",
    "=cmd()",
    "<script>alert(1)</script>",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@ANY
def test_a_file_that_cannot_be_used_gets_a_sentence_and_changes_nothing(form, text):
    found = opened(form, text)
    assert found["pairs"] == [] and found["note"].endswith((".", "there."))


def test_a_truncated_file_gets_a_sentence():
    text = saved(FORMS["removal"], {"description": "Six bulbs"}, "today")
    for cut in range(1, len(text) - 1, 7):
        assert opened(FORMS["removal"], text[:cut])["pairs"] == []


def test_a_file_of_another_version_keeps_what_fits_and_says_what_does_not():
    record = {
        "kind": "good-enough-for-my-child/record",
        "form": "removal",
        "version": 0,
        "made": "1 May",
        "answers": {"description": "Six bulbs", "kind": "ray-gun", "colour": "red", "removed": "yesterday"},
    }
    found = opened(FORMS["removal"], json.dumps(record))
    assert found["pairs"] == [["description", "Six bulbs"]]
    for words in ("version 0", "this is version 1", "What was found?", "When was it removed?", "colour"):
        assert words in found["note"], words


def test_markup_and_formulas_stay_text():
    pairs = [
        ["kind", "drug"],
        ["description", "<img src=x onerror=alert(1)> =cmd() &amp;"],
        ["circumstances", "x"],
        ["removed", "2026-11-24T01:00"],
        ["remover", "A"],
        ["stored", "2026-11-24T01:10"],
        ["storer", "A"],
        ["end", "kept"],
        ["made", "<b>now</b>"],
    ]
    done = answer_to("records", "check", pairs, "removal")["done"]
    assert "<img" not in done and "&lt;img" in done and "<b>now" not in done
