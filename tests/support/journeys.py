"""What must work wherever the site is read, also offline and from a USB drive.

Each tool, saving and opening a form, slides, and room mode.
"""

import json
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from tests.support.records import MINIMAL_ANSWERS, fill, finish


def use_everything(page: Page, url_of: Callable[[str], str], folder: Path) -> None:
    """Uses each in turn. `url_of` gives the URL of a page from its path on the site; files are saved into `folder`."""
    calculate_dates(page, url_of)
    save_and_open_a_record(page, url_of, folder)
    draw_a_local_picture(page, url_of)
    page.set_viewport_size({"width": 1280, "height": 720})
    page.goto(url_of("training/recruits/"))
    page.get_by_role("link", name="Open the slides").click()
    page.locator("[data-started]").wait_for()
    page.goto(url_of("training/scenarios/room/"))
    page.locator("[data-do=start]").click()
    page.locator("dialog.room[open]").wait_for()


def calculate_dates(page: Page, url_of: Callable[[str], str]) -> None:
    """Calculates when a plan is due after a child is detained."""
    page.goto(url_of("forms/dates/"))
    page.get_by_role("button", name="Work out the dates").wait_for()
    page.locator("#dates-detained").fill("2026-11-24")
    page.locator("#dates-status-order").check()
    page.get_by_role("button", name="Work out the dates").click()
    page.locator(".record__done:not([hidden]) tbody tr").first.wait_for(timeout=60_000)


def save_and_open_a_record(page: Page, url_of: Callable[[str], str], folder: Path) -> None:
    """Fills in a record, completes it, saves it, and opens it on an empty form."""

    def open_form() -> None:
        page.goto(url_of("forms/restorative/"))
        page.get_by_role("button", name="Check and finish").wait_for()

    answers = MINIMAL_ANSWERS["restorative"]
    open_form()
    fill(page, "restorative", answers)
    finish(page)
    page.locator(".record__done:not([hidden])").wait_for(timeout=60_000)
    with page.expect_download(timeout=60_000) as download:
        page.get_by_role("button", name="Save to a file").click()
    download.value.save_as(folder / "record.json")
    assert json.loads((folder / "record.json").read_text(encoding="utf-8"))["answers"] == answers
    page.once("dialog", lambda dialog: dialog.accept())
    open_form()
    page.locator(".tool__open summary").click()
    page.locator("input[type=file]").set_input_files(folder / "record.json")
    page.locator(".tool__open [role=status]", has_text="Opened a record made on").wait_for(timeout=60_000)
    assert page.locator("#restorative-ready-causing-yes").is_checked()


def draw_a_local_picture(page: Page, url_of: Callable[[str], str]) -> None:
    """Shows the local picture of invented figures."""
    page.goto(url_of("evidence/your-local-picture/"))
    page.get_by_role("button", name="Try it with invented figures").click()
    page.locator(".picture[data-answered=picture] svg").first.wait_for(timeout=60_000)
