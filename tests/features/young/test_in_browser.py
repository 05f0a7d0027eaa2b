"""The pages for young people in a real browser: read aloud by a voice on the device, by keyboard, and in print."""

import io
import json

import pytest
from pypdf import PdfReader

from tests.support.chromium import axe

#: A fake of the browser's speech synthesis with the given voices. It records each utterance in `window.heard`, and a
#: line ends when `window.ends()` is called.
VOICES = """(given) => {
  const speech = new EventTarget();
  let voices = given, now = null;
  window.heard = [];
  speech.getVoices = () => voices;
  speech.speak = (utterance) => {
    now = utterance;
    window.heard.push([utterance.text, utterance.voice.name, utterance.lang]);
  };
  speech.cancel = () => { const old = now; now = null; old?.onerror?.({ error: "canceled" }); };
  window.speaking = () => Boolean(now);
  window.ends = () => { const old = now; now = null; old.onend(); };
  window.fails = () => { const old = now; now = null; old.onerror({ error: "synthesis-failed" }); };
  window.voicesAre = (next) => { voices = next; speech.dispatchEvent(new Event("voiceschanged")); };
  Object.defineProperty(window, "speechSynthesis", { value: speech });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
}"""
BRITISH = {"name": "British", "lang": "en-GB", "localService": True}
AMERICAN = {"name": "American", "lang": "en_US", "localService": True}
REMOTE = {"name": "Remote", "lang": "en-GB", "localService": False}
FRENCH = {"name": "French", "lang": "fr-FR", "localService": True}


def wait_for_script(page, name: str) -> None:
    """Waits until a script that the page loads has run: until it is fetched and a second import of it is done."""
    url = f"""performance.getEntriesByType("resource").map((entry) => entry.name)
        .find((url) => /[/]{name}[.]js([?]|$)/.test(url))"""
    page.wait_for_function(f"() => {url}")
    page.evaluate(f"() => import({url}).then(() => undefined)")


@pytest.fixture()
def open_with_voices(page):
    """Opens a page on a device with the given voices."""

    def open_(url, *voices):
        page.add_init_script(f"({VOICES})({json.dumps(voices)})")
        page.goto(url)
        if page.locator("[data-listen]").count():
            wait_for_script(page, "listen")
        else:  # the page's scripts are loaded by then
            page.wait_for_load_state("networkidle")
        return page

    return open_


def buttons(page):
    """The page's buttons for listening."""
    return page.locator(".listen__button")


def heard(page) -> list[str]:
    """The lines that were read aloud so far."""
    return [text for text, _, _ in page.evaluate("heard")]


# --- Without a voice on the device there is no button ----------------------------------------------------------------


@pytest.mark.parametrize(
    "voices", [(), (REMOTE,), (FRENCH,), (REMOTE, FRENCH)], ids=["none", "remote", "not English", "neither"]
)
def test_no_button_without_an_english_voice_on_the_device(open_with_voices, voices):
    page = open_with_voices("young/police/", *voices)
    assert buttons(page).count() == 0 and page.locator(".listen").count() == 0
    assert page.get_by_role("heading", name="You can have a lawyer for free").is_visible()


def test_a_browser_without_speech_shows_the_page_without_an_error(page):
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script("Object.defineProperty(window, 'speechSynthesis', {value: undefined})")
    page.goto("young/police/")
    wait_for_script(page, "listen")
    assert errors == [] and buttons(page).count() == 0


def test_the_button_appears_and_disappears_with_the_voice(open_with_voices):
    page = open_with_voices("young/police/", REMOTE)
    page.evaluate("voice => voicesAre([voice])", BRITISH)
    assert page.get_by_role("button", name="Listen to this page").is_visible()
    page.evaluate("voice => voicesAre([voice])", REMOTE)
    assert buttons(page).count() == 0


def test_a_british_voice_on_the_device_is_preferred_and_a_remote_one_never_used(open_with_voices):
    page = open_with_voices("young/police/", REMOTE, AMERICAN, BRITISH)
    page.get_by_role("button", name="Listen to this page").click()
    assert page.evaluate("heard[0].slice(1)") == ["British", "en-GB"]


@pytest.mark.parametrize(
    "url",
    [
        "decide/",
        "forms/incident-record/",
        "forms/risk/",
        "guides/arrest/",
        "young/",
        "for/young-person/",
        "evidence/your-local-picture/",
    ],
)
def test_results_and_forms_are_never_read_aloud(open_with_voices, url):
    page = open_with_voices(url, BRITISH)
    assert buttons(page).count() == 0 and heard(page) == []


# --- Listening -------------------------------------------------------------------------------------------------------


def test_a_page_is_read_line_by_line_and_shows_the_current_line(open_with_voices):
    page = open_with_voices("young/police/", BRITISH)
    page.get_by_role("button", name="Listen to this page").click()
    status = page.get_by_role("status").filter(has_text="Reading")
    assert heard(page) == ["You can have a lawyer for free"]
    assert status.inner_text() == "Reading: You can have a lawyer for free"
    page.evaluate("ends()")
    assert heard(page)[1:] == ["A lawyer knows the law, and is there to help you."]
    assert page.locator(".is-read").inner_text() == "A lawyer knows the law, and is there to help you."
    lines = page.locator(".young__part h2, .young [data-say]").count()
    for _ in range(lines - 1):
        page.evaluate("ends()")
    assert len(heard(page)) == lines and page.locator(".listen__say").inner_text() == "That is the end."
    assert page.get_by_role("button", name="Listen to this page").is_visible()
    assert page.locator(".is-read").count() == 0


def test_pause_resumes_at_the_same_line_and_stop_returns_to_the_first(open_with_voices):
    page = open_with_voices("young/police/", BRITISH)
    page.get_by_role("button", name="Listen to this page").click()
    page.evaluate("ends()")
    page.get_by_role("button", name="Pause").click()
    assert page.locator(".listen__say").inner_text() == "Paused"
    page.get_by_role("button", name="Carry on").click()
    assert heard(page)[-1] == heard(page)[-2] == "A lawyer knows the law, and is there to help you."
    page.get_by_role("button", name="Stop").click()
    assert page.locator(".listen__say").inner_text() == "Stopped"
    page.get_by_role("button", name="Listen to this page").click()
    assert heard(page)[-1] == "You can have a lawyer for free"


def test_a_part_can_be_read_with_its_own_button(open_with_voices):
    page = open_with_voices("young/police/", BRITISH)
    page.get_by_role("button", name="Listen: Someone must explain").click()
    assert heard(page) == ["Someone must explain"]
    assert page.locator(".listen__say").inner_text() == "Reading: Someone must explain"


def test_reading_aloud_can_be_used_by_keyboard(open_with_voices):
    page = open_with_voices("young/police/", BRITISH)
    page.get_by_role("button", name="Listen to this page").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Stop"
    page.keyboard.press("Space")
    assert page.locator(".listen__say").inner_text() == "Stopped"
    assert page.evaluate("document.activeElement.textContent") == "Listen to this page", (
        "the focused button is removed, so the focus moves to the next one"
    )
    page.keyboard.press("Tab")
    assert (
        page.evaluate("document.activeElement.getAttribute('aria-label')") == "Listen: You can have a lawyer for free"
    )


def test_a_phone_number_is_read_digit_by_digit(open_with_voices):
    page = open_with_voices("young/your-words/", BRITISH)
    page.get_by_role("button", name="Listen: If it is about someone who hurt you").click()
    for _ in range(3):
        page.evaluate("ends()")
    assert heard(page)[-1] == "You can call Childline on 0 8 0 0 1 1 1 1."


def test_a_failure_of_the_voice_is_reported(open_with_voices):
    page = open_with_voices("young/police/", BRITISH)
    page.get_by_role("button", name="Listen to this page").click()
    page.evaluate("fails()")
    assert page.locator(".listen__say").inner_text() == "Your device could not read this aloud."


def test_leaving_the_page_stops_the_voice(open_with_voices):
    page = open_with_voices("young/police/", BRITISH)
    page.get_by_role("button", name="Listen to this page").click()
    assert page.evaluate("speaking()")
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert not page.evaluate("speaking()") and page.locator(".listen__say").inner_text() == "Stopped"


def test_the_buttons_meet_wcag_and_fit_a_phone(open_with_voices):
    page = open_with_voices("young/police/", BRITISH)
    page.get_by_role("button", name="Listen to this page").click()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    boxes = [button.bounding_box() for button in buttons(page).all() if button.is_visible()]
    assert all(box["height"] >= 44 for box in boxes)


# --- Printing --------------------------------------------------------------------------------------------------------


def printed(page, url: str) -> PdfReader:
    """A page printed in the size that its style sheet sets."""
    page.goto(url)
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


@pytest.mark.parametrize("url, topics", [("young/easy-read/", 7), ("young/easy-read-care-leavers/", 2)])
def test_a_booklet_is_a4_each_topic_on_a_new_sheet_and_not_too_long(page, url, topics):
    """Guidance on Easy Read recommends at most 24 sides."""
    pdf = printed(page, url)
    assert all((round(side.mediabox.width), round(side.mediabox.height)) == (595, 842) for side in pdf.pages)
    assert topics < len(pdf.pages) <= 24
    titles = page.locator(".easy__topic > h2").all_inner_texts()
    sides = [" ".join(side.extract_text().split()) for side in pdf.pages]
    starts = [next(n for n, text in enumerate(sides) if n and text.startswith(title)) for title in titles]
    assert len(titles) == topics and starts == sorted(set(starts)) and starts[0] == 1
    assert "Readers have not tested it yet" in sides[0]


def test_a_booklet_is_in_large_type_with_a_picture_next_to_each_line(page):
    page.goto("young/easy-read/")
    page.emulate_media(media="print")
    sizes = page.evaluate("""[...document.querySelectorAll('.easy__lines > li p')]
        .map(p => parseFloat(getComputedStyle(p).fontSize) * 72 / 96)""")
    assert min(sizes) >= 14
    adjacent = page.evaluate("""[...document.querySelectorAll('.easy__lines > li')].map(li => {
      const [a, b] = [li.querySelector('img'), li.querySelector('p')].map(e => e.getBoundingClientRect());
      return a.right < b.left && a.top < b.bottom && b.top < a.bottom && a.width > 90; })""")
    assert adjacent and all(adjacent)


def test_a_printed_page_has_no_buttons(open_with_voices):
    page = open_with_voices("young/police/", BRITISH)
    page.emulate_media(media="print")
    assert not any(button.is_visible() for button in buttons(page).all())


def test_the_pictures_are_loaded_in_both_colour_schemes(page):
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto("young/")
        assert page.evaluate("""[...document.querySelectorAll('.young__picture')]
            .every(i => i.complete && i.naturalWidth === 200)""")
