"""The dates in a real browser: empty, wrong, finished, printed, saved and opened again; also without JavaScript."""

import json

import icalendar
import pytest
from playwright.sync_api import expect

from tests.support.chromium import axe, tab_to
from tools.dates.rules import RULES


@pytest.fixture()
def dates(page):
    """The page with its form, at phone width."""
    page.goto("forms/dates/")
    page.get_by_role("button", name="Work out the dates").wait_for()
    return page


def work_out(page) -> None:
    page.get_by_role("button", name="Work out the dates").click()


def finished(page, **days) -> None:
    """Gives days and works the dates out."""
    for id, value in days.items():
        page.locator(f"#dates-{id}").fill(value)
    work_out(page)
    page.locator(".record__done:not([hidden])").wait_for(timeout=60_000)


def test_it_is_sound_when_empty_when_wrong_and_when_finished(dates):
    work_out(dates)
    dates.locator(".record__errors:not([hidden])").wait_for(timeout=60_000)
    assert dates.evaluate("document.activeElement.className") == "record__errors" and axe(dates) == []
    dates.locator(".record__errors a", has_text="Give at least one day").click()
    assert dates.evaluate("document.activeElement.id") == "dates-detained"
    dates.locator("#dates-detained").fill("2026-11-24")
    dates.locator("#dates-moved").fill("2026-11-20")
    work_out(dates)
    dates.locator(".record__errors a", has_text="The move is before").wait_for()
    expect(dates.locator(".record__errors a", has_text="Say which fits")).to_be_visible()
    assert axe(dates) == [] and dates.locator("#dates-moved").get_attribute("aria-invalid") == "true"
    dates.locator("#dates-moved").fill("")
    dates.locator("#dates-status-order").check()
    finished(dates, release="2027-03-26")
    assert dates.evaluate("document.activeElement.className") == "record__done" and axe(dates) == []
    assert dates.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    rows = dates.locator(".record__done tbody tr")
    for text in ("Monday 30 November 2026", "Not counting the first day: Tuesday 1 December 2026"):
        expect(rows.first).to_contain_text(text)
    expect(dates.locator(".record__done svg[role=img]")).to_be_visible()
    assert dates.locator('.record__done a[href*="#note-custody-visit-within-a-week"]').count()


def test_it_is_sound_in_dark_colours(browser, base):
    context = browser.new_context(viewport={"width": 360, "height": 740}, base_url=base, color_scheme="dark")
    page = context.new_page()
    page.goto("forms/dates/")
    page.get_by_role("button", name="Work out the dates").wait_for()
    finished(page, knife="2026-12-24")
    assert axe(page) == []
    context.close()


def test_it_can_be_worked_out_by_keyboard_alone(dates):
    dates.locator("#dates-knife").fill("2026-11-28")
    dates.locator("#dates-knife").focus()
    tab_to(dates.get_by_role("button", name="Work out the dates"), most=60)
    dates.keyboard.press("Enter")
    dates.locator(".record__done:not([hidden])").wait_for(timeout=60_000)
    assert "Monday 30 November 2026" in dates.locator(".record__done").inner_text()


def test_the_dates_so_far_are_below_the_form(dates):
    dates.locator("#dates-back").fill("2026-10-24T20:00")
    expect(dates.locator(".record__advice")).to_contain_text("by 19:00 on Tuesday 27 October 2026", timeout=60_000)


def test_a_calendar_file_is_saved_and_can_be_read(dates):
    dates.locator("#dates-child").fill("ZZSECRET")
    finished(dates, knife="2026-11-27", back="2026-11-24T02:10")
    with dates.expect_download() as waiting:
        dates.get_by_role("button", name="Save to a calendar").click()
    assert waiting.value.suggested_filename.startswith("dates-") and waiting.value.suggested_filename.endswith(".ics")
    data = waiting.value.path().read_bytes()
    read = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert len(read) == 2 and b"ZZSECRET" not in data and b"\r\n" in data
    expect(dates.locator(".record__done")).to_contain_text("ZZSECRET")


def test_days_are_saved_and_opened_again(dates, tmp_path):
    finished(dates, knife="2026-11-27")
    with dates.expect_download() as waiting:
        dates.get_by_role("button", name="Save to a file").click()
    waiting.value.save_as(tmp_path / "dates.json")
    record = json.loads((tmp_path / "dates.json").read_text())
    assert record["form"] == "dates" and record["answers"] == {"knife": "2026-11-27"}
    dates.goto("forms/dates/")
    dates.locator(".tool__open summary").click()
    dates.locator("input[type=file]").set_input_files(tmp_path / "dates.json")
    dates.locator(".tool__open [role=status]", has_text="Opened a record").wait_for(timeout=60_000)
    assert dates.locator("#dates-knife").input_value() == "2026-11-27"


def test_in_print_there_are_only_the_dates(dates):
    finished(dates, knife="2026-11-27")
    dates.emulate_media(media="print")
    assert dates.locator(".record__done table").is_visible() and dates.locator(".dates__timeline").is_visible()
    for what in (".record__form", ".record__controls", "#the-rules", ".dates-rules >> nth=0"):
        assert not dates.locator(what).is_visible(), what


def test_without_javascript_every_duty_is_on_the_page_with_its_rule(browser, base):
    context = browser.new_context(viewport={"width": 360, "height": 740}, base_url=base, java_script_enabled=False)
    page = context.new_page()
    page.goto("forms/dates/")
    tables = page.locator(".dates-rules").all_inner_texts()
    for rule in RULES.values():
        assert any(rule.title in text and rule.limit in text and rule.basis in text for text in tables), rule.id
    assert page.locator("form button, form input[type=submit]").count() == 0
    assert "2011 to 2030" in page.locator("article").inner_text()
    context.close()


def test_only_the_forms_it_needs_are_fetched(dates, requested):
    requested.clear()
    finished(dates, knife="2026-11-27")
    zips = [path for path in requested if "/groups/" in path]
    assert sorted(path.split("/")[-1].split("-")[0] for path in zips) == ["dates", "forms"]
