"""The journeys that matter most, in the least steps: whether a browser can do what readers come for."""

import json

from tests.support.browsers import Browser

BY_PYTHON = '.tool__result[data-answered-by="python"]'


def home_shows_the_emergency_number(browser: Browser) -> None:
    """The number is on screen without scrolling, and once more with what to do for somebody who cannot speak."""
    browser.step("opens the home page")
    browser.open("")
    browser.wait_for("h1", "Is anyone in immediate danger?")
    browser.step("sees 999")
    browser.wait_for('.safety-bar a[href="tel:999"]', "Call 999")
    browser.wait_for('main a[href="tel:999"]', "Call 999")
    browser.wait_for("main", "press 55")


def incident_tool_gives_a_level(browser: Browser) -> None:
    """Python starts in the page, and a weapon that was found has to be reported at once."""
    browser.step("says that nobody is in danger")
    browser.open("decide/")
    browser.choose("input[name=danger][value=no]")
    browser.wait_for(BY_PYTHON)
    browser.step("says that a weapon was found")
    browser.click(".kinds summary", "A weapon")
    browser.choose("input[value=weapon-found]")
    browser.step("sees the level")
    browser.wait_for(f"{BY_PYTHON} .result--amber", "Tell the police now")


def form_is_saved_as_a_file(browser: Browser) -> None:
    """A record is filled in, finished, and saved with the answers that were given."""
    browser.step("fills in the record")
    browser.open("forms/restorative/")
    browser.choose("#restorative-ready-harmed-not-yet")
    browser.choose("#restorative-ready-causing-yes")
    browser.step("finishes it")
    browser.click("button", "Check and finish")
    browser.wait_for(".record__done")
    browser.step("saves it")
    file = browser.saved_by_click("button", "Save to a file")
    assert file.name.startswith("restorative-") and file.suffix == ".json"
    assert json.loads(file.read_text(encoding="utf-8"))["answers"] == {
        "ready-harmed": "not-yet",
        "ready-causing": "yes",
    }


def search_finds_a_paragraph(browser: Browser) -> None:
    """A find leads to the paragraph itself, not only to its page."""
    browser.step("searches")
    browser.open("")
    browser.click("[data-search]")
    browser.fill("#search-words", "appropriate adult")
    browser.step("opens a paragraph that was found")
    browser.click(".search__found a", "National 3.3: The appropriate adult")
    browser.step("sees the paragraph")
    browser.wait_for(":target", "appropriate adult")
    assert browser.evaluate("location.hash") == "#3.3"


JOURNEYS = (
    home_shows_the_emergency_number,
    incident_tool_gives_a_level,
    form_is_saved_as_a_file,
    search_finds_a_paragraph,
)
