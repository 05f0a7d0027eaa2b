"""The training pack in a real browser: slides run from start to end without a network, the speaker view, paper, and the knowledge check."""

import re
from io import BytesIO
from unicodedata import normalize

import pytest
from pypdf import PdfReader

from macros.features.training.data import questions_of, sessions_of
from tests.support.chromium import axe

SIZES = [(1280, 720), (1920, 1080)]
SESSIONS = ("recruits", "carers", "agency")
#: Parts of the slide that is shown which stick out of it, or are cut off at its edge.
STICKS_OUT = """() => { const slide = document.querySelector("section.present"), box = slide.getBoundingClientRect(), out = [];
    if (slide.scrollHeight > slide.clientHeight || slide.scrollWidth > slide.clientWidth) out.push("the slide itself scrolls");
    for (const part of slide.querySelectorAll("*")) { if (part.closest(".notes")) continue; const r = part.getBoundingClientRect();
        if (r.width && (r.left < box.left - 1 || r.right > box.right + 1 || r.top < box.top - 1 || r.bottom > box.bottom + 1)) out.push(part.tagName + " " + part.className); }
    const words = slide.querySelector(".slide__words").getBoundingClientRect(), cites = slide.querySelector(".slide__cites")?.getBoundingClientRect();
    if (cites && slide.id !== "slide-1" && words.bottom > cites.top + 1) out.push("words run into the sources");
    return out; }"""


class Room:
    """A browser in a training room: one page of slides, and what it complained of or asked for."""

    def __init__(self, browser, base: str, name: str, size=(1280, 720), **more):
        self.context = browser.new_context(viewport={"width": size[0], "height": size[1]}, base_url=base, **more)
        self.page = self.context.new_page()
        self.complaints, self.requests = [], []
        self.listen(self.page)
        self.page.goto(f"training/{name}/slides/")
        self.page.locator("[data-started]").wait_for()

    def listen(self, page):
        page.on("console", lambda message: self.complaints.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        # The browser itself looks for the icon again when the address changes.
        page.on("request", lambda request: None if request.url.endswith("assets/site/icon.svg") else self.requests.append(request.url))

    def unplug(self):
        """Takes the network away, and forgets what was asked for until now."""
        self.context.set_offline(True)
        self.requests.clear()

    def at(self) -> str:
        return self.page.locator("section.present .slide__title").inner_text()


@pytest.fixture()
def room(browser, base):
    """Opens a room, and closes it again."""
    rooms = []

    def opened(*args, **more) -> Room:
        rooms.append(Room(browser, base, *args, **more))
        return rooms[-1]

    yield opened
    for one in rooms:
        one.context.close()


# --- The slides -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SESSIONS)
@pytest.mark.parametrize("size", SIZES)
def test_a_session_runs_from_start_to_end_without_a_network(room, build, name, size):
    """By the keys of a clicker. Every step is measured: nothing sticks out of its slide, and what a press shows is seen."""
    here = room(name, size)
    here.unplug()
    slides = sessions_of(build.model)[name].slides
    assert here.page.locator("section.slide").count() == len(slides)
    for number, slide in enumerate(slides, 1):
        assert here.at() == slide.title and here.page.locator("section.present").count() == 1
        hidden = here.page.locator("section.present .fragment:not(.visible)")
        steps = hidden.count()
        assert steps == (3 if slide.story else 0) + bool(slide.question) + len(slide.fragments)
        for step in range(steps):
            assert not hidden.first.is_visible()
            here.page.keyboard.press("PageDown")
            assert hidden.count() == steps - step - 1
        assert here.page.evaluate(STICKS_OUT) == [], f"slide {number}, {slide.title}"
        here.page.keyboard.press("PageDown")
    assert here.at() == slides[-1].title and here.page.locator(".slide-number").inner_text().split() == [str(len(slides)), "/", str(len(slides))]
    assert here.complaints == [] and here.requests == []


@pytest.mark.parametrize("name", SESSIONS)
def test_words_are_large_enough_for_the_back_of_the_room(room, name):
    """On 720 lines no word is smaller than 24 of them, and sources no smaller than 20: a thirtieth and a thirty-sixth of the height."""
    here = room(name)
    sizes = here.page.locator("section.slide").evaluate_all("""slides => slides.flatMap(slide => [...slide.querySelectorAll("*")]
        .filter(part => !part.closest(".notes, svg") && [...part.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
        .map(part => [Boolean(part.closest(".slide__cites")), parseFloat(getComputedStyle(part).fontSize), part.textContent]))""")
    assert len(sizes) > 40
    assert [s for s in sizes if s[1] < (20 if s[0] else 24)] == []


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("name", SESSIONS)
def test_every_slide_meets_wcag_2_2_aa_by_axe(room, build, name, colours):
    here = room(name, color_scheme=colours)
    for number, slide in enumerate(sessions_of(build.model)[name].slides, 1):
        while here.page.locator("section.present .fragment:not(.visible)").count():
            here.page.keyboard.press("PageDown")
        assert axe(here.page) == [], f"slide {number}, {slide.title}"
        here.page.keyboard.press("PageDown")


def test_the_keys_that_a_trainer_is_told_of(room):
    here = room("recruits")
    press = here.page.keyboard.press
    for key, title in [("ArrowRight", "Before we start"), ("Space", "By the end, you can"), ("PageUp", "Before we start"), ("End", "One thing I will do"),
                       ("ArrowLeft", "Exit check"), ("Home", "Would this be good enough for my child?")]:
        press(key)
        assert here.at() == title, key
    for key in ("b", "b", ".", "."):
        press(key)
    assert not here.page.locator(".reveal.paused").count()
    press("b")
    assert here.page.locator(".reveal.paused .pause-overlay").is_visible()
    press("b")
    press("d")
    assert here.page.locator("html").get_attribute("data-md-color-scheme") == "slate"
    press("o")
    assert here.page.locator(".reveal.overview").count()
    press("Escape")
    assert not here.page.locator(".reveal.overview").count()
    press("f")
    here.page.locator("html:fullscreen").wait_for()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_key_on_a_button_presses_the_button_and_moves_no_slide(room, key):
    here = room("agency")
    here.page.get_by_role("button", name="Dark colours").focus()
    here.page.keyboard.press(key)
    assert here.page.locator("html").get_attribute("data-md-color-scheme") == "slate" and here.at() == "Before your first shift"


def test_the_bar_steps_back_while_nobody_points(room):
    here = room("agency")
    bar = here.page.locator(".deck-bar")
    here.page.mouse.move(300, 300)
    bar.wait_for(state="hidden", timeout=10_000)
    here.page.mouse.move(320, 320)
    bar.wait_for(state="visible", timeout=2000)


def test_a_slide_has_an_address_and_comes_back_after_a_reload(room):
    here = room("carers")
    here.page.goto("training/carers/")
    here.page.get_by_role("link", name="On the phone").click()
    here.page.locator("[data-started]").wait_for()
    assert here.at() == "On the phone"
    here.page.reload()
    here.page.locator("[data-started]").wait_for()
    assert here.at() == "On the phone"


def test_levels_on_slides_can_be_told_apart_without_colour(room):
    here = room("recruits")
    looks = here.page.locator(".story__level").evaluate_all("""levels => levels.map(level => { const s = getComputedStyle(level);
        return [level.dataset.level, s.borderLeftStyle, s.borderLeftWidth, level.querySelector("path").getAttribute("d"), level.querySelector("strong").textContent]; })""")
    by_level = {}
    for level, *look in looks:
        by_level.setdefault(level, set()).add(tuple(look))
    assert len(by_level) == 5 and all(len(found) == 1 for found in by_level.values())
    for part in (slice(0, 2), slice(2, 3), slice(3, 4)):
        assert len({next(iter(found))[part] for found in by_level.values()}) == 5, by_level


# --- The speaker view ----------------------------------------------------------------------------------------------------


def speaker_of(here: Room):
    with here.context.expect_page() as opened:
        here.page.keyboard.press("s")
    view = opened.value
    here.listen(view)
    view.locator(".speaker__notes").wait_for()
    return view


def test_the_speaker_view_shows_slide_next_slide_notes_and_clock_without_a_network(room):
    here = room("recruits")
    here.unplug()
    view = speaker_of(here)
    assert view.title().startswith("Speaker view: Slides: police recruits")
    assert view.locator(".speaker__now .slide__title").inner_text() == "Would this be good enough for my child?"
    assert view.locator(".speaker__next .slide__title").inner_text() == "Before we start"
    assert "Have this slide up while people come in" in view.locator(".speaker__notes").inner_text()
    assert view.locator(".speaker__clock").inner_text() == "0:00 of 60:00"
    assert view.locator(".speaker__now").bounding_box()["height"] > 150 and view.locator(".speaker__bar").evaluate("bar => getComputedStyle(bar).display") == "flex"
    view.keyboard.press("PageDown")
    assert here.at() == "Before we start" == view.locator(".speaker__now .slide__title").inner_text()
    view.get_by_role("button", name="Next").click()
    assert here.at() == "By the end, you can"
    assert "Slide 3 of 33: 3:00 to 3:30. Ahead of the plan." == view.locator(".speaker__plan").inner_text()
    view.locator(".speaker__clock", has_text=re.compile("0:0[1-9] of 60:00")).wait_for()
    here.page.keyboard.press("Home")
    assert view.locator(".speaker__now .slide__title").inner_text() == "Would this be good enough for my child?"
    assert here.complaints == [] and here.requests == []


def test_the_speaker_view_shows_what_the_next_press_brings(room):
    here = room("agency")
    view = speaker_of(here)
    for _ in range(3):
        here.page.keyboard.press("PageDown")
    hidden = view.locator(".speaker__now .fragment:not(.visible)")
    assert hidden.count() == 3 and hidden.first.is_visible()
    here.page.keyboard.press("PageDown")
    assert hidden.count() == 2


def test_the_clock_says_when_the_trainer_is_behind(room):
    here = room("agency")
    view = speaker_of(here)
    here.page.evaluate("const real = Date.now; globalThis.later = 0; Date.now = () => real() + later")
    here.page.keyboard.press("PageDown")
    here.page.evaluate("later = 4.2 * 60000")
    view.locator(".speaker__plan", has_text="Behind the plan by 1 min.").wait_for()
    view.get_by_role("button", name="Clock to 0").click()
    assert view.locator(".speaker__clock").inner_text() == "0:00 of 10:00"


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_the_speaker_view_meets_wcag_2_2_aa_by_axe(room, colours):
    """Pale steps still to come are in a picture of the slide that is not for reading: the notes beside it are."""
    here = room("recruits", color_scheme=colours)
    view = speaker_of(here)
    assert axe(view) == []


def test_a_stopped_window_is_told_and_leaving_the_slides_closes_it(room):
    here = room("agency")
    view = speaker_of(here)
    with view.expect_event("close"):
        here.page.goto("training/agency/")
    other = room("agency")
    said = []
    other.page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.accept()))
    other.page.evaluate("window.open = () => null")
    other.page.keyboard.press("s")
    assert said and "Allow pop-ups" in said[0]


# --- As a page, and on paper -----------------------------------------------------------------------------------------------


def test_without_javascript_the_slides_read_as_a_page(browser, base, build):
    context = browser.new_context(viewport={"width": 360, "height": 740}, base_url=base, java_script_enabled=False)
    page = context.new_page()
    page.goto("training/recruits/slides/")
    session = sessions_of(build.model)["recruits"]
    titles = page.locator(".slide__title")
    assert titles.all_inner_texts() == [slide.title for slide in session.slides]
    for part in (".notes", ".fragment", ".slide__cites"):
        assert all(one.is_visible() for one in page.locator(part).all()), part
    assert not page.get_by_role("button").count()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()


def test_on_a_phone_the_slides_stay_a_page_until_they_are_asked_for(page):
    page.goto("training/agency/slides/")
    page.get_by_text("Point to the numbers on the card").wait_for()
    page.get_by_role("button", name="Show as slides").click()
    page.locator("[data-started]").wait_for()
    assert page.locator("section.present .slide__title").inner_text() == "Before your first shift"


def printed(page, url: str) -> PdfReader:
    page.goto(url)
    return PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))


def flat(pdf: PdfReader) -> str:
    return re.sub(r"\s+", "", normalize("NFKC", "".join(sheet.extract_text() for sheet in pdf.pages)))


@pytest.mark.parametrize("url, sides", [("recruits/handout/", 2), ("recruits/role-cards/", 1), ("recruits/check/", 2), ("recruits/answers/", 1), ("recruits/", 2),
                                        ("carers/handout/", 2), ("carers/check/", 1), ("carers/answers/", 1), ("carers/", 1),
                                        ("agency/handout/", 1), ("agency/check/", 1), ("agency/answers/", 1), ("agency/", 1), ("confidence/", 1)])
def test_paper_fits_its_sides(page, url, sides):
    assert len(printed(page, f"training/{url}").pages) == sides


@pytest.mark.parametrize("name", SESSIONS)
def test_a_printed_check_has_the_questions_and_not_the_answers(page, build, name):
    questions, answers = flat(printed(page, f"training/{name}/check/")), flat(printed(page, f"training/{name}/answers/"))
    for question in (questions_of(build.model)[id] for id in sessions_of(build.model)[name].check):
        right = next(answer for answer in question.answers if answer.right)
        because = re.sub(r"\s+", "", right.because)[:40]
        assert re.sub(r"\s+", "", question.text) in questions and because not in questions and because in answers


@pytest.mark.parametrize("presented", [False, True])
def test_printed_slides_are_a_script_with_every_note(room, browser, base, build, presented):
    """Whether they are presented at that moment or read as a page."""
    context = browser.new_context(viewport={"width": 1280 if presented else 500, "height": 720}, base_url=base)
    page = context.new_page()
    page.goto("training/agency/slides/")
    page.locator("[data-started]" if presented else "[data-deck]").wait_for()
    text = flat(PdfReader(BytesIO(page.pdf(format="A4"))))
    for slide in sessions_of(build.model)["agency"].slides:
        assert re.sub(r"\s+", "", slide.title) in text and re.sub(r"[\s*]+", "", slide.notes)[:40] in text, slide.title
    assert "Itisoveroncealevelchanges" not in text and "laysitonthetable" in text
    context.close()


# --- The knowledge check -----------------------------------------------------------------------------------------------------


def ask(page, id: str):
    return page.locator(f"#question-{id}")


def test_an_answer_is_chosen_and_checked_by_keyboard_and_said_aloud(page):
    page.goto("training/knowledge-check/")
    question = ask(page, "first-thing")
    question.locator("input").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Check my answer"
    page.keyboard.press("Enter")
    said = question.get_by_role("status")
    assert said.inner_text().startswith("Right. Yes. Calming things down")
    assert question.locator("details").get_attribute("open") is not None and question.locator(".citations a").first.is_visible()
    assert page.locator(".quiz__score").inner_text() == "1 right at the first try, of 1 answered. 42 questions in all. Only this screen knows."


def test_a_wrong_answer_says_why_and_which_is_right_and_the_first_try_counts(page):
    page.goto("training/agency/check/")
    question = ask(page, "weapon-in-hand")
    check = question.get_by_role("button", name="Check my answer")
    check.click()
    assert question.get_by_role("status").inner_text() == "Choose an answer first."
    question.locator("label").nth(0).click()
    check.click()
    said = question.get_by_role("status").inner_text()
    assert said.startswith("Not quite. Never.") and said.endswith("The right answer is B.")
    question.locator("label").nth(1).click()
    check.click()
    assert question.get_by_role("status").inner_text().startswith("Right.")
    assert page.locator(".quiz__score").inner_text().startswith("0 right at the first try, of 1 answered. 5 questions in all.")
    page.get_by_role("button", name="Start again").click()
    assert page.locator(".quiz__score").inner_text().startswith("0 right at the first try, of 0 answered.") and not page.locator("input:checked").count()


def test_questions_can_be_chosen_by_reader(page):
    page.goto("training/knowledge-check/")
    whole = page.locator(".quiz__question:visible").count()
    page.locator("label", has_text="Managers and social workers").click()
    shown = page.locator(".quiz__question:visible")
    assert 0 < shown.count() < whole
    assert all("managers" in one.get_attribute("data-for") for one in shown.all())
    assert f"{shown.count()} questions in all" in page.locator(".quiz__score").inner_text()


def test_nothing_of_the_check_is_kept_or_sent(page, requested):
    page.goto("training/agency/check/", wait_until="networkidle")
    before = len(requested)
    for question in page.locator(".quiz__question").all():
        question.locator("label").first.click()
        question.get_by_role("button").click()
    assert len(requested) == before
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie, location.search, location.hash]") == [0, 0, "", "", ""]
    page.reload()
    assert not page.locator("input:checked").count() and page.locator(".quiz__score").inner_text().startswith("0 right")


def test_without_javascript_a_question_opens_to_its_answer(browser, base):
    context = browser.new_context(base_url=base, java_script_enabled=False)
    page = context.new_page()
    page.goto("training/knowledge-check/")
    question = ask(page, "appropriate-adult")
    reason = question.get_by_text("At 17, a child has the same right")
    assert not reason.is_visible() and not page.locator(".quiz-controls").is_visible()
    question.locator("summary").focus()
    page.keyboard.press("Enter")
    assert reason.is_visible() and question.get_by_text("B is right.").is_visible()
    assert not question.get_by_role("button").count()
    context.close()


def test_right_and_wrong_are_words_and_not_only_colours(page):
    page.goto("training/agency/check/")
    marks = []
    for place in (0, 1):
        ask(page, "weapon-in-hand").locator("label").nth(place).click()
        ask(page, "weapon-in-hand").get_by_role("button").click()
        marks.append(ask(page, "weapon-in-hand").locator(".answer[data-said]").evaluate("choice => getComputedStyle(choice, '::after').content"))
    assert "not quite" in marks[0] and "right" in marks[1]
