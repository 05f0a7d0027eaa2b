"""The working forms in a real browser: empty, wrong and finished; saved, opened, printed and as Word documents."""

import io
import json

import docx
import pytest
from playwright.sync_api import expect

from macros.render.forms.files import saved
from tests.support.chromium import axe, tab_to
from tests.support.records import MINIMAL_ANSWERS, fill, finish
from tools.forms.model import fields
from tools.records import FORMS


@pytest.fixture()
def form(page):
    """Opens a form at phone width."""

    def opened(name: str):
        page.goto(f"forms/{name}/")
        page.get_by_role("button", name="Check and finish").wait_for()
        return page

    return opened


def test_every_form_has_a_way_to_be_finished():
    assert set(MINIMAL_ANSWERS) == set(FORMS)


def test_no_field_has_the_name_of_a_property_of_forms(page):
    """A control called 'after' or 'reset' would hide the form's own."""
    ids = [field.id for form in FORMS.values() for field in fields(form)]
    page.goto("forms/")
    assert page.evaluate("ids => ids.filter(id => id in document.createElement('form'))", ids) == []


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_sound_when_empty_when_wrong_and_when_finished(form, name):
    page = form(name)
    wrong = MINIMAL_ANSWERS[name] if not MINIMAL_ANSWERS[name].keys() & {"by", "end", "ready-harmed"} else {}
    if wrong:  # a form that insists on nothing until something is not in place
        point = next(iter(wrong)).removesuffix("-status")
        page.locator(f"#{name}-{point}-status-not").check()
    finish(page)
    page.locator(".record__errors:not([hidden])").wait_for(timeout=60_000)
    assert page.evaluate("document.activeElement.className") == "record__errors" and axe(page) == []
    link = page.locator(".record__errors a").first
    target = link.get_attribute("href")
    link.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("'#' + document.activeElement.id") == target, "a problem leads to its field"
    assert page.title().startswith("Error: ")
    assert page.locator(".field__error:visible").first.inner_text().startswith("Error:")
    assert page.locator("[aria-invalid=true]").count() and page.locator(".field__error:visible").count()
    fill(page, name, MINIMAL_ANSWERS[name])
    finish(page)
    page.locator(".record__done:not([hidden])").wait_for()
    assert page.evaluate("document.activeElement.className") == "record__done" and axe(page) == []
    assert not page.title().startswith("Error")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert page.locator(".record__done b").count() == 0
    assert "version 1 of this form" in page.locator(".record__done").inner_text()


def test_a_form_can_be_finished_by_keyboard_alone(form):
    page = form("restorative")
    for id, value in MINIMAL_ANSWERS["restorative"].items():
        page.locator(f"#restorative-{id}-{value}").focus()
        page.keyboard.press("Space")
    tab_to(page.get_by_role("button", name="Check and finish"))
    page.keyboard.press("Enter")
    page.locator(".record__done:not([hidden])").wait_for(timeout=60_000)
    assert "That is fine" in page.locator(".record__done").inner_text()


def test_disposal_is_not_offered_until_the_police_agreed(form):
    page = form("removal")
    page.locator("#removal-kind-canister").check()
    page.locator(".record__advice li").first.wait_for(timeout=60_000)
    gone = page.locator("#removal-end-gone")
    expect(gone).to_be_hidden()
    page.locator("#removal-asked").fill("2026-11-24T03:00")
    page.locator("#removal-agreed-yes").check()
    expect(gone).to_be_visible()
    gone.check()
    page.locator("#removal-kind-firearm").check()
    expect(gone).to_be_hidden()
    assert not gone.is_checked()


def test_a_record_is_saved_opened_and_taken_to_word(form, tmp_path):
    page = form("removal")
    fill(page, "removal", MINIMAL_ANSWERS["removal"])
    with page.expect_download(timeout=60_000) as waiting:
        page.get_by_role("button", name="Save to a file").click()
    waiting.value.save_as(tmp_path / "record.json")
    assert json.loads((tmp_path / "record.json").read_text())["answers"] == MINIMAL_ANSWERS["removal"]
    finish(page)
    page.locator(".record__done:not([hidden])").wait_for()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save as Word").click()
    document = docx.Document(io.BytesIO(waiting.value.path().read_bytes()))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert "Six <b>metal</b> bulbs" in cells
    page = form("removal")
    page.locator(".tool__open summary").click()
    page.locator("input[type=file]").set_input_files(tmp_path / "record.json")
    page.locator(".tool__open [role=status]", has_text="Opened a record made on").wait_for(timeout=60_000)
    assert page.locator("#removal-description").input_value() == MINIMAL_ANSWERS["removal"]["description"]
    assert page.locator("#removal-kind-canister").is_checked()


def test_rows_are_added_and_come_back_from_a_file(form, tmp_path):
    page = form("missing")
    page.get_by_role("button", name="Add a row").first.click()
    assert page.evaluate("document.activeElement.id") == "missing-tries-3-when"
    for row in range(4):
        page.locator(f"#missing-tries-{row}-what").fill(f"Try {row}")
    with page.expect_download(timeout=60_000) as waiting:
        page.get_by_role("button", name="Save to a file").click()
    waiting.value.save_as(tmp_path / "record.json")
    page = form("missing")
    page.locator(".tool__open summary").click()
    page.locator("input[type=file]").set_input_files(tmp_path / "record.json")
    page.locator("#missing-tries-3-what").wait_for(timeout=60_000)
    assert page.locator("#missing-tries-3-what").input_value() == "Try 3"


@pytest.mark.parametrize(
    "text",
    ["{", "[]", '{"kind": "other"}', "x" * 1_100_000, "[" * 100_000],
    ids=["cut short", "wrong type", "another kind", "too large", "too deep"],
)
def test_a_file_that_cannot_be_used_loses_nothing(form, tmp_path, text):
    page = form("ten-questions")
    page.locator("#ten-questions-repair").fill("He said sorry")
    (tmp_path / "record.json").write_text(text)
    page.locator(".tool__open summary").click()
    page.locator("input[type=file]").set_input_files(tmp_path / "record.json")
    page.locator(".tool__open [role=status]", has_text="Nothing on this page was changed").wait_for(timeout=60_000)
    assert page.locator("#ten-questions-repair").input_value() == "He said sorry"


def test_clearing_and_leaving_a_form_that_was_begun_ask_first(form):
    page = form("ten-questions")
    asked = []
    page.on(
        "dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss() if len(asked) == 1 else dialog.accept())
    )
    page.locator("#ten-questions-repair").click()
    page.locator("#ten-questions-repair").type("Sorry")
    page.get_by_role("button", name="Clear this form").click()
    assert page.locator("#ten-questions-repair").input_value() == "Sorry"
    page.get_by_role("button", name="Clear this form").click()
    assert page.locator("#ten-questions-repair").input_value() == ""
    page.locator("#ten-questions-repair").type("Again")
    page.goto("about/")
    assert asked == ["confirm", "confirm", "beforeunload"]


def test_opening_a_file_asks_before_it_takes_the_place_of_what_was_typed(form, tmp_path):
    page = form("ten-questions")
    (tmp_path / "record.json").write_text(saved(FORMS["ten-questions"], {"repair": "From the file"}, "today"))
    page.locator("#ten-questions-repair").fill("He said sorry")
    page.locator(".tool__open summary").click()
    asked = []
    page.on(
        "dialog",
        lambda dialog: (asked.append(dialog.message), dialog.dismiss() if len(asked) == 1 else dialog.accept()),
    )
    page.locator("input[type=file]").set_input_files(tmp_path / "record.json")
    page.locator(".tool__open [role=status]", has_text="Nothing on this page was changed").wait_for(timeout=60_000)
    assert page.locator("#ten-questions-repair").input_value() == "He said sorry"
    page.locator("input[type=file]").set_input_files(tmp_path / "record.json")
    page.locator(".tool__open [role=status]", has_text="Opened a record").wait_for(timeout=60_000)
    assert page.locator("#ten-questions-repair").input_value() == "From the file" and len(asked) == 2


def test_on_paper_an_empty_day_is_an_empty_box(form):
    page = form("risk")
    page.locator("#risk-happened").fill("2026-11-24T02:10")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#risk-again").get_attribute("data-empty") == ""
    assert page.locator("#risk-happened").get_attribute("data-empty") is None


def test_nothing_typed_is_in_the_address_in_storage_or_in_a_request(form, requested):
    page = form("ten-questions")
    requested.clear()
    sent = []
    page.on("request", lambda request: sent.append((request.method, request.url, request.post_data)))
    page.locator("#ten-questions-repair").fill("SECRETWORDS")
    page.locator(".record__advice li").first.wait_for(timeout=60_000)
    finish(page)
    page.locator(".record__errors:not([hidden])").wait_for()
    held = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href])")
    assert "SECRETWORDS" not in held + str(sent) + str(requested) and all(method == "GET" for method, _, _ in sent)


def test_without_javascript_a_form_can_be_printed_and_cannot_be_sent(browser, base):
    context = browser.new_context(viewport={"width": 360, "height": 740}, base_url=base, java_script_enabled=False)
    page = context.new_page()
    page.goto("forms/removal/")
    assert page.locator("form button, form input[type=submit]").count() == 0
    page.locator("#removal-remover").fill("RW")
    page.keyboard.press("Enter")
    assert page.url == f"{base}forms/removal/" and page.locator("#removal-remover").input_value() == "RW"
    page.emulate_media(media="print")
    assert page.locator("#removal-end-gone").is_visible() and not page.locator(".record__blank").is_visible()
    assert page.request.get("forms/word/removal.docx").ok
    context.close()


def test_in_print_there_is_only_the_finished_record(form):
    page = form("risk")
    fill(page, "risk", MINIMAL_ANSWERS["risk"])
    finish(page)
    page.locator(".record__done:not([hidden])").wait_for(timeout=60_000)
    page.emulate_media(media="print")
    assert page.locator(".record__done").is_visible()
    assert not page.locator(".record__form").is_visible() and not page.locator(".record__controls").is_visible()


def test_a_form_works_as_a_form_when_python_does_not_start(form):
    page = form("risk")
    page.route("**/python/worker.js", lambda route: route.abort())
    page.locator("#risk-decided").fill("Gave him space")
    finish(page)
    page.locator(".tool__stage", has_text="You can still fill this form in and print it").wait_for(timeout=60_000)
    assert page.locator("#risk-decided").input_value() == "Gave him space"
