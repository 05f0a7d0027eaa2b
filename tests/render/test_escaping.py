"""Characters that mean something in HTML or XML, typed into every field of every form, are escaped in every answer."""

import io
import json
import zipfile
from typing import Any
from xml.etree import ElementTree

import pytest

from macros.features.forms.word_template import empty_document
from macros.render.dates.result import result_html
from macros.render.forms.finished import done_html
from macros.render.word import filled
from tests.support.answers import NO_LOOKUPS, answer_to, text_of
from tools.dates.form import FORM as DATES
from tools.forms.checks import answers_from_pairs
from tools.forms.model import Field, Form, fields
from tools.records import FORMS

PROBE = "<i>&\"'"
#: The probe as answers have it.
ESCAPED = "&lt;i&gt;&amp;&quot;&#39;"
ALL_FORMS = pytest.mark.parametrize("form", [*FORMS.values(), DATES], ids=[*FORMS, "dates"])


def probe_value(field: Field) -> Any:
    """An answer with the probe wherever a reader can type."""
    if field.kind == "table":
        return [{column.id: probe_value(column) for column in field.columns}]
    if field.options:
        return [field.options[0][0]] if field.kind == "many" else field.options[0][0]
    return {"day": "2026-11-24", "when": "2026-11-24T02:10"}.get(field.kind, f"{field.id} {PROBE}")


def typed(form: Form) -> list[str]:
    """The fields, and columns of tables, that take text."""
    cells = [cell for field in fields(form) for cell in (field.columns or (field,))]
    return [cell.id for cell in cells if cell.kind in ("line", "lines", "sign")]


@ALL_FORMS
def test_a_finished_record_escapes_every_answer(form):
    answers = {field.id: probe_value(field) for field in fields(form)}
    advice = list(form.advice(answers))
    html = done_html(form, answers, PROBE, advice, NO_LOOKUPS.link)
    if form is DATES:
        html += result_html(answers, PROBE, NO_LOOKUPS.link)
    assert "<i>" not in html and f"Made on {ESCAPED}" in html
    assert not [id for id in typed(form) if f"{id} {ESCAPED}" not in html]


@ALL_FORMS
def test_no_request_of_a_form_lets_html_through(form):
    group = "dates" if form is DATES else "records"
    pairs = [["made", PROBE]]
    for field in fields(form):
        for id, value in {field.id: probe_value(field)}.items():
            rows = value if field.kind == "table" else []
            pairs += [[f"{id}.{n}.{key}", cell] for n, row in enumerate(rows) for key, cell in row.items()]
            pairs += [[id, text] for text in (value if isinstance(value, list) and not rows else [])]
            pairs += [[id, value]] if isinstance(value, str) else []
    answers = answer_to(group, "advise", pairs, form.name), answer_to(group, "check", pairs, form.name)
    htmls = [answers[0]["advice"], answers[1]["errors"], answers[1]["done"]]
    assert not [html for html in htmls if "<i>" in html]
    opened = answer_to(group, "open", text_of(group, "save", pairs, form.name), form.name)
    kept = answers_from_pairs(form, [pair for pair in pairs if pair[0] != "made"])
    assert answers_from_pairs(form, opened["pairs"]) == kept


@ALL_FORMS
def test_a_word_document_has_every_answer_as_text(form):
    answers = {field.id: probe_value(field) for field in fields(form)}
    document = zipfile.ZipFile(io.BytesIO(filled(form, answers, f"{PROBE}\x01\ud800\uffff", empty_document())))
    text = "".join(ElementTree.fromstring(document.read("word/document.xml")).itertext())
    assert f"Made on {PROBE}," in text and not [id for id in typed(form) if f"{id} {PROBE}" not in text]


def test_the_incident_tool_lets_no_html_through():
    pairs = [["danger", "no"], ["kind", "damage-matters"], ["again", "first"], [PROBE, PROBE], ["made", PROBE]]
    page = text_of("incident", "decide", pairs)
    assert "<i>" not in page
    copy = json.loads(text_of("incident", "save", pairs))
    copy |= {"rules_version": PROBE, "result": {"level": PROBE, "police_contact": PROBE, "duties": [PROBE]}}
    copy["answers"]["age"] = PROBE
    note = answer_to("incident", "open", json.dumps(copy))["note"]
    assert "<i>" not in note and note.count(ESCAPED) == 4


@pytest.mark.parametrize("duties", [5, None, "text", {"a": 1}, [None, 5]])
def test_a_copy_with_damaged_duties_is_opened(duties):
    copy = json.loads(text_of("incident", "save", [["danger", "no"]]))
    copy |= {"rules_version": "1", "result": {"level": None, "police_contact": None, "duties": duties}}
    assert answer_to("incident", "open", json.dumps(copy))["pairs"] == [["danger", "no"]]


@pytest.mark.parametrize("action", ["show", "save"])
@pytest.mark.parametrize("values", ["3\t40\n", "x\t4\n"], ids=["figures", "not readable"])
def test_the_local_picture_lets_no_html_through(action, values):
    head = f"Month\t{PROBE}\x01 calls\t{PROBE} homes\n"
    table = head + "".join(f"{n % 12 + 1:02}/{2020 + n // 12}\t{values}" for n in range(14))
    data = {"text": table, "of": "1", "change": "7", "measure": "events"}
    answers = answer_to("picture", action, data)
    assert not [key for key, text in answers.items() if "<i>" in text and key not in ("csv", "say")]
    if "svg" in answers:
        assert PROBE in "".join(ElementTree.fromstring(answers["svg"]).itertext())
