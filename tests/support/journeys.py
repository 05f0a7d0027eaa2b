"""What must work wherever the site is read, a kept copy and a stick among them: each tool, a form saved and opened, slides, room mode, a handbook."""

import json
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from tests.support.records import MINIMAL_ANSWERS, fill, finish


def use_everything(page: Page, at: Callable[[str], str], folder: Path) -> None:
    """Uses all of it in turn; `at` gives the address of a page by its path on the site, and files are saved into `folder`."""
    work_out_dates(page, at)
    save_and_open_a_record(page, at, folder)
    draw_a_picture(page, at)
    page.set_viewport_size({"width": 1280, "height": 720})
    page.goto(at("training/recruits/"))
    page.get_by_role("link", name="Open the slides").click()
    page.locator("[data-started]").wait_for()
    page.goto(at("training/scenarios/room/"))
    page.locator("[data-do=start]").click()
    page.locator("dialog.room[open]").wait_for()


def work_out_dates(page: Page, at: Callable[[str], str]) -> None:
    """Works out when a plan is due after a child is detained."""
    page.goto(at("forms/dates/"))
    page.get_by_role("button", name="Work out the dates").wait_for()
    page.locator("#dates-detained").fill("2026-11-24")
    page.locator("#dates-status-order").check()
    page.get_by_role("button", name="Work out the dates").click()
    page.locator(".record__done:not([hidden]) tbody tr").first.wait_for(timeout=60_000)


def save_and_open_a_record(page: Page, at: Callable[[str], str], folder: Path) -> None:
    """Fills in a record, finishes it, saves it, and opens it on an empty form."""
    def opened() -> None:
        page.goto(at("forms/restorative/"))
        page.get_by_role("button", name="Check and finish").wait_for()

    opened()
    fill(page, "restorative", MINIMAL_ANSWERS["restorative"])
    finish(page)
    page.locator(".record__done:not([hidden])").wait_for(timeout=60_000)
    with page.expect_download(timeout=60_000) as waiting:
        page.get_by_role("button", name="Save to a file").click()
    waiting.value.save_as(folder / "record.json")
    assert json.loads((folder / "record.json").read_text(encoding="utf-8"))["answers"] == MINIMAL_ANSWERS["restorative"]
    page.once("dialog", lambda dialog: dialog.accept())
    opened()
    page.locator(".tool__open summary").click()
    page.locator("input[type=file]").set_input_files(folder / "record.json")
    page.locator(".tool__open [role=status]", has_text="Opened a record made on").wait_for(timeout=60_000)
    assert page.locator("#restorative-ready-causing-yes").is_checked()


def draw_a_picture(page: Page, at: Callable[[str], str]) -> None:
    """Shows the local picture of invented figures."""
    page.goto(at("evidence/your-local-picture/"))
    page.get_by_role("button", name="Try it with invented figures").click()
    page.locator(".picture[data-answered=picture] svg").first.wait_for(timeout=60_000)
