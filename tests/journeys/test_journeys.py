"""The smoke journeys in every browser; and in each, that a fault in a page fails a journey and is reported in full.

One module, so that each browser starts once: a process of a test run takes whole modules.
"""

import time

import pytest

from tests.journeys.smoke import JOURNEYS
from tests.support.browsers import Browser, run_journey

#: What can go wrong in a page, by what must be reported of it.
FAULTS = {
    "from the console": "console.error('from the console')",
    "uncaught": "void setTimeout(() => { throw new Error('uncaught') })",
    "rejected": "void Promise.reject(new Error('rejected'))",
    "localhost:9/image.png": "void (new Image().src = 'http://localhost:9/image.png')",
    "localhost:9/data": "void fetch('http://localhost:9/data').catch(() => 0)",
    "absent.png": "void document.body.append(Object.assign(new Image(), { src: '/absent.png' }))",
}


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.__name__)
def test_journey(journey, reader):
    run_journey(journey, reader)


def reported(browser: Browser, what: str) -> bool:
    """Whether a problem is reported within a few seconds."""
    deadline = time.monotonic() + 20
    while not any(what in problem for problem in browser.problems()):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def test_what_goes_wrong_in_a_page_is_reported(reader):
    reader.fresh()
    reader.open("glossary/")
    assert reader.problems() == []
    for what, script in FAULTS.items():
        reader.evaluate(script)
        assert reported(reader, what), what


def test_a_problem_fails_a_journey_that_otherwise_succeeds(reader):
    def leaves_an_error(browser: Browser) -> None:
        browser.open("glossary/")
        browser.evaluate("console.error('left behind')")

    with pytest.raises(AssertionError, match="left behind"):
        run_journey(leaves_an_error, reader)


def test_a_failure_names_browser_journey_step_and_screenshot(reader):
    def goes_astray(browser: Browser) -> None:
        browser.step("opens the glossary")
        browser.open("glossary/")
        raise AssertionError("astray")

    with pytest.raises(AssertionError, match="astray") as failure:
        run_journey(goes_astray, reader)
    notes = dict(line.split(": ", 1) for line in "\n".join(failure.value.__notes__).splitlines())
    picture = reader.folder / f"{reader.name}-goes_astray.png"
    assert notes == {
        "browser": reader.name,
        "journey": "goes_astray",
        "step": "opens the glossary",
        "screenshot": str(picture),
    }
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_nothing_stored_outlives_a_journey(reader):
    reader.fresh()
    reader.open("glossary/")
    reader.evaluate("localStorage.setItem('a', 'b')")
    reader.fresh()
    reader.open("glossary/")
    assert reader.evaluate("localStorage.length") == 0
