"""The training pack in a real browser: slides without a network, the speaker view, print and the knowledge check."""

import re
from io import BytesIO
from unicodedata import normalize

import pytest
from pypdf import PdfReader

from macros.features.training.data import questions_of, sessions_of
from tests.support.chromium import axe

SIZES = [(1280, 720), (1920, 1080)]
SESSIONS = ("recruits", "carers", "agency")
#: Script that lists the parts of the current slide that overflow it.
OVERFLOWING_PARTS = """() => {
    const slide = document.querySelector("section.present"), box = slide.getBoundingClientRect(), out = [];
    if (slide.scrollHeight > slide.clientHeight || slide.scrollWidth > slide.clientWidth)
        out.push("the slide itself scrolls");
    for (const part of slide.querySelectorAll("*")) {
        if (part.closest(".notes")) continue;
        const r = part.getBoundingClientRect();
        if (r.width && (r.left < box.left - 1 || r.right > box.right + 1
                || r.top < box.top - 1 || r.bottom > box.bottom + 1))
            out.push(part.tagName + " " + part.className); }
    const text = slide.querySelector(".slide__words").getBoundingClientRect(),
        cites = slide.querySelector(".slide__cites")?.getBoundingClientRect();
    if (cites && slide.id !== "slide-1" && text.bottom > cites.top + 1) out.push("the text overlaps the sources");
    return out; }"""


class Deck:
    """A session's slides in a browser, with the console errors and the requests of their page."""

    def __init__(self, browser, base: str, name: str, size=(1280, 720), **more):
        self.context = browser.new_context(viewport={"width": size[0], "height": size[1]}, base_url=base, **more)
        self.page = self.context.new_page()
        self.errors, self.requests = [], []
        self.record(self.page)
        self.page.goto(f"training/{name}/slides/")
        self.page.locator("[data-started]").wait_for()

    def record(self, page) -> None:
        """Records the errors, warnings and requests of a page from now on."""

        def record_message(message) -> None:
            if message.type in ("error", "warning"):
                self.errors.append(message.text)

        def record_request(request) -> None:
            # The browser itself requests the icon again when the URL changes.
            if not request.url.endswith("assets/site/icon.svg"):
                self.requests.append(request.url)

        page.on("console", record_message)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", record_request)

    def go_offline(self) -> None:
        """Disconnects the browser and clears the recorded requests."""
        self.context.set_offline(True)
        self.requests.clear()

    def title(self) -> str:
        """The title of the current slide."""
        return self.page.locator("section.present .slide__title").inner_text()


@pytest.fixture()
def open_deck(browser, base):
    """Opens decks, and closes them after the test."""
    decks = []

    def open_(*args, **more) -> Deck:
        decks.append(Deck(browser, base, *args, **more))
        return decks[-1]

    yield open_
    for deck in decks:
        deck.context.close()


# --- The slides ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SESSIONS)
@pytest.mark.parametrize("size", SIZES)
def test_a_session_runs_from_start_to_end_without_a_network(open_deck, build, name, size):
    """With the keys of a clicker: each press shows one fragment, and no complete slide overflows."""
    deck = open_deck(name, size)
    deck.go_offline()
    slides = sessions_of(build.model)[name].slides
    assert deck.page.locator("section.slide").count() == len(slides)
    for number, slide in enumerate(slides, 1):
        assert deck.title() == slide.title and deck.page.locator("section.present").count() == 1
        hidden = deck.page.locator("section.present .fragment:not(.visible)")
        steps = hidden.count()
        assert steps == (3 if slide.story else 0) + bool(slide.question) + len(slide.fragments)
        for step in range(steps):
            assert not hidden.first.is_visible()
            deck.page.keyboard.press("PageDown")
            assert hidden.count() == steps - step - 1
        assert deck.page.evaluate(OVERFLOWING_PARTS) == [], f"slide {number}, {slide.title}"
        deck.page.keyboard.press("PageDown")
    assert deck.title() == slides[-1].title
    assert deck.page.locator(".slide-number").inner_text().split() == [str(len(slides)), "/", str(len(slides))]
    assert deck.errors == [] and deck.requests == []


@pytest.mark.parametrize("name", SESSIONS)
def test_text_is_large_enough_for_the_back_of_the_room(open_deck, name):
    """At a height of 720 pixels text is at least 24 pixels large, a thirtieth of the height, and sources 20 pixels."""
    deck = open_deck(name)
    sizes = deck.page.locator("section.slide").evaluate_all("""slides => slides.flatMap(slide =>
        [...slide.querySelectorAll("*")]
        .filter(part => !part.closest(".notes, svg")
            && [...part.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
        .map(part => [
            Boolean(part.closest(".slide__cites")), parseFloat(getComputedStyle(part).fontSize), part.textContent]))""")
    assert len(sizes) > 40
    assert [s for s in sizes if s[1] < (20 if s[0] else 24)] == []


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("name", SESSIONS)
def test_every_slide_meets_wcag_2_2_aa_by_axe(open_deck, build, name, colours):
    deck = open_deck(name, color_scheme=colours)
    for number, slide in enumerate(sessions_of(build.model)[name].slides, 1):
        while deck.page.locator("section.present .fragment:not(.visible)").count():
            deck.page.keyboard.press("PageDown")
        assert axe(deck.page) == [], f"slide {number}, {slide.title}"
        deck.page.keyboard.press("PageDown")


def test_the_documented_keys_work(open_deck):
    deck = open_deck("recruits")
    press = deck.page.keyboard.press
    for key, title in [
        ("ArrowRight", "Before we start"),
        ("Space", "By the end, you can"),
        ("PageUp", "Before we start"),
        ("End", "One thing I will do"),
        ("ArrowLeft", "Exit check"),
        ("Home", "Would this be good enough for my child?"),
    ]:
        press(key)
        assert deck.title() == title, key
    for key in ("b", "b", ".", "."):
        press(key)
    assert not deck.page.locator(".reveal.paused").count()
    press("b")
    assert deck.page.locator(".reveal.paused .pause-overlay").is_visible()
    press("b")
    press("d")
    assert deck.page.locator("html").get_attribute("data-md-color-scheme") == "slate"
    press("o")
    assert deck.page.locator(".reveal.overview").count()
    press("Escape")
    assert not deck.page.locator(".reveal.overview").count()
    press("f")
    deck.page.locator("html:fullscreen").wait_for()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_key_on_a_button_presses_the_button_and_does_not_change_the_slide(open_deck, key):
    deck = open_deck("agency")
    deck.page.get_by_role("button", name="Dark colours").focus()
    deck.page.keyboard.press(key)
    assert deck.page.locator("html").get_attribute("data-md-color-scheme") == "slate"
    assert deck.title() == "Before your first shift"


def test_the_bar_hides_while_the_mouse_rests(open_deck):
    deck = open_deck("agency")
    bar = deck.page.locator(".deck-bar")
    deck.page.mouse.move(300, 300)
    bar.wait_for(state="hidden", timeout=10_000)
    deck.page.mouse.move(320, 320)
    bar.wait_for(state="visible", timeout=2000)


def test_a_slide_has_a_url_and_is_shown_again_after_a_reload(open_deck):
    deck = open_deck("carers")
    deck.page.goto("training/carers/")
    deck.page.get_by_role("link", name="On the phone").click()
    deck.page.locator("[data-started]").wait_for()
    assert deck.title() == "On the phone"
    deck.page.reload()
    deck.page.locator("[data-started]").wait_for()
    assert deck.title() == "On the phone"


def test_levels_on_slides_can_be_distinguished_without_colour(open_deck):
    deck = open_deck("recruits")
    rows = deck.page.locator(".story__level").evaluate_all("""levels => levels.map(level => {
        const s = getComputedStyle(level);
        return [
            level.dataset.level,
            s.borderLeftStyle,
            s.borderLeftWidth,
            level.querySelector("path").getAttribute("d"),
            level.querySelector("strong").textContent]; })""")
    by_level = {}
    for level, *style in rows:
        by_level.setdefault(level, set()).add(tuple(style))
    assert len(by_level) == 5 and all(len(styles) == 1 for styles in by_level.values())
    for part in (slice(0, 2), slice(2, 3), slice(3, 4)):
        assert len({next(iter(styles))[part] for styles in by_level.values()}) == 5, by_level


# --- The speaker view ------------------------------------------------------------------------------------------------


def open_speaker_view(deck: Deck):
    """Opens the speaker view of a deck and returns its page."""
    with deck.context.expect_page() as opened:
        deck.page.keyboard.press("s")
    view = opened.value
    deck.record(view)
    view.locator(".speaker__notes").wait_for()
    return view


def test_the_speaker_view_shows_slide_next_slide_notes_and_clock_without_a_network(open_deck):
    deck = open_deck("recruits")
    deck.go_offline()
    view = open_speaker_view(deck)
    assert view.title().startswith("Speaker view: Slides: police recruits")
    assert view.locator(".speaker__now .slide__title").inner_text() == "Would this be good enough for my child?"
    assert view.locator(".speaker__next .slide__title").inner_text() == "Before we start"
    assert "Have this slide up while people come in" in view.locator(".speaker__notes").inner_text()
    assert view.locator(".speaker__clock").inner_text() == "0:00 of 60:00"
    assert view.locator(".speaker__now").bounding_box()["height"] > 150
    assert view.locator(".speaker__bar").evaluate("bar => getComputedStyle(bar).display") == "flex"
    view.keyboard.press("PageDown")
    assert deck.title() == "Before we start" == view.locator(".speaker__now .slide__title").inner_text()
    view.get_by_role("button", name="Next").click()
    assert deck.title() == "By the end, you can"
    assert view.locator(".speaker__plan").inner_text() == "Slide 3 of 33: 3:00 to 3:30. Ahead of the plan."
    view.locator(".speaker__clock", has_text=re.compile("0:0[1-9] of 60:00")).wait_for()
    deck.page.keyboard.press("Home")
    assert view.locator(".speaker__now .slide__title").inner_text() == "Would this be good enough for my child?"
    assert deck.errors == [] and deck.requests == []


def test_the_speaker_view_shows_what_the_next_press_brings(open_deck):
    deck = open_deck("agency")
    view = open_speaker_view(deck)
    for _ in range(3):
        deck.page.keyboard.press("PageDown")
    hidden = view.locator(".speaker__now .fragment:not(.visible)")
    assert hidden.count() == 3 and hidden.first.is_visible()
    deck.page.keyboard.press("PageDown")
    assert hidden.count() == 2


def test_the_clock_says_when_the_trainer_is_behind(open_deck):
    deck = open_deck("agency")
    view = open_speaker_view(deck)
    deck.page.evaluate("const real = Date.now; globalThis.later = 0; Date.now = () => real() + later")
    deck.page.keyboard.press("PageDown")
    deck.page.evaluate("later = 4.2 * 60000")
    view.locator(".speaker__plan", has_text="Behind the plan by 1 min.").wait_for()
    view.get_by_role("button", name="Clock to 0").click()
    assert view.locator(".speaker__clock").inner_text() == "0:00 of 10:00"


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_the_speaker_view_meets_wcag_2_2_aa_by_axe(open_deck, colours):
    """Fragments not yet shown are pale: they are in a preview of the slide that nobody needs to read."""
    deck = open_deck("recruits", color_scheme=colours)
    view = open_speaker_view(deck)
    assert axe(view) == []


def test_a_blocked_speaker_view_is_reported_and_leaving_the_slides_closes_it(open_deck):
    deck = open_deck("agency")
    view = open_speaker_view(deck)
    with view.expect_event("close"):
        deck.page.goto("training/agency/")
    other = open_deck("agency")
    messages = []
    other.page.on("dialog", lambda dialog: (messages.append(dialog.message), dialog.accept()))
    other.page.evaluate("window.open = () => null")
    other.page.keyboard.press("s")
    assert messages and "Allow pop-ups" in messages[0]


# --- As a page, and in print -----------------------------------------------------------------------------------------


def test_without_javascript_the_slides_read_as_a_page(browser, base, build):
    context = browser.new_context(viewport={"width": 360, "height": 740}, base_url=base, java_script_enabled=False)
    page = context.new_page()
    page.goto("training/recruits/slides/")
    session = sessions_of(build.model)["recruits"]
    titles = page.locator(".slide__title")
    assert titles.all_inner_texts() == [slide.title for slide in session.slides]
    for part in (".notes", ".fragment", ".slide__cites"):
        assert all(element.is_visible() for element in page.locator(part).all()), part
    assert not page.get_by_role("button").count()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()


def test_on_a_phone_the_slides_are_a_page_until_the_reader_presents_them(page):
    page.goto("training/agency/slides/")
    page.get_by_text("Point to the numbers on the card").wait_for()
    page.get_by_role("button", name="Show as slides").click()
    page.locator("[data-started]").wait_for()
    assert page.locator("section.present .slide__title").inner_text() == "Before your first shift"


def printed(page, url: str) -> PdfReader:
    """A page printed on A4."""
    page.goto(url)
    return PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))


def text_without_spaces(pdf: PdfReader) -> str:
    """The text of a PDF without white space, which a PDF does not always record."""
    return re.sub(r"\s+", "", normalize("NFKC", "".join(sheet.extract_text() for sheet in pdf.pages)))


@pytest.mark.parametrize(
    "url, sides",
    [
        ("recruits/handout/", 2),
        ("recruits/role-cards/", 1),
        ("recruits/check/", 2),
        ("recruits/answers/", 1),
        ("recruits/", 2),
        ("carers/handout/", 2),
        ("carers/check/", 1),
        ("carers/answers/", 1),
        ("carers/", 1),
        ("agency/handout/", 1),
        ("agency/check/", 1),
        ("agency/answers/", 1),
        ("agency/", 1),
        ("confidence/", 1),
    ],
)
def test_a_printed_page_has_the_expected_number_of_sides(page, url, sides):
    assert len(printed(page, f"training/{url}").pages) == sides


@pytest.mark.parametrize("name", SESSIONS)
def test_a_printed_check_has_the_questions_without_the_answers(page, build, name):
    questions = text_without_spaces(printed(page, f"training/{name}/check/"))
    answers = text_without_spaces(printed(page, f"training/{name}/answers/"))
    for question in (questions_of(build.model)[id] for id in sessions_of(build.model)[name].check):
        right = next(answer for answer in question.answers if answer.right)
        because = re.sub(r"\s+", "", right.because)[:40]
        assert re.sub(r"\s+", "", question.text) in questions and because not in questions and because in answers


@pytest.mark.parametrize("presented", [False, True])
def test_printed_slides_are_a_script_with_every_note(open_deck, browser, base, build, presented):
    """Both while they are presented and while they are read as a page."""
    context = browser.new_context(viewport={"width": 1280 if presented else 500, "height": 720}, base_url=base)
    page = context.new_page()
    page.goto("training/agency/slides/")
    page.locator("[data-started]" if presented else "[data-deck]").wait_for()
    text = text_without_spaces(PdfReader(BytesIO(page.pdf(format="A4"))))
    for slide in sessions_of(build.model)["agency"].slides:
        assert re.sub(r"\s+", "", slide.title) in text and re.sub(r"[\s*]+", "", slide.notes)[:40] in text, slide.title
    assert "Itisoveroncealevelchanges" not in text and "laysitonthetable" in text
    context.close()


# --- The knowledge check ---------------------------------------------------------------------------------------------


def question_of(page, id: str):
    """The element of a question of the knowledge check."""
    return page.locator(f"#question-{id}")


def test_an_answer_can_be_chosen_and_checked_by_keyboard_and_is_announced(page):
    page.goto("training/knowledge-check/")
    question = question_of(page, "first-thing")
    question.get_by_role("button", name="Check my answer").wait_for()  # a script adds it
    question.locator("input").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Check my answer"
    page.keyboard.press("Enter")
    status = question.get_by_role("status")
    assert status.inner_text().startswith("Right. Yes. Calming things down")
    assert question.locator("details").get_attribute("open") is not None
    assert question.locator(".citations a").first.is_visible()
    assert page.locator(".quiz__score").inner_text() == (
        "1 right at the first try, of 1 answered. 42 questions in all. Only this screen knows."
    )


def test_a_wrong_answer_is_explained_with_the_right_one_and_the_first_try_counts(page):
    page.goto("training/agency/check/")
    question = question_of(page, "weapon-in-hand")
    check = question.get_by_role("button", name="Check my answer")
    check.click()
    assert question.get_by_role("status").inner_text() == "Choose an answer first."
    question.locator("label").nth(0).click()
    check.click()
    status = question.get_by_role("status").inner_text()
    assert status.startswith("Not quite. Never.") and status.endswith("The right answer is B.")
    question.locator("label").nth(1).click()
    check.click()
    assert question.get_by_role("status").inner_text().startswith("Right.")
    score = page.locator(".quiz__score")
    assert score.inner_text().startswith("0 right at the first try, of 1 answered. 5 questions in all.")
    page.get_by_role("button", name="Start again").click()
    assert score.inner_text().startswith("0 right at the first try, of 0 answered.")
    assert not page.locator("input:checked").count()


def test_questions_can_be_filtered_by_reader(page):
    page.goto("training/knowledge-check/")
    total = page.locator(".quiz__question:visible").count()
    page.locator("label", has_text="Managers and social workers").click()
    shown = page.locator(".quiz__question:visible")
    assert 0 < shown.count() < total
    assert all("managers" in question.get_attribute("data-for") for question in shown.all())
    assert f"{shown.count()} questions in all" in page.locator(".quiz__score").inner_text()


def test_the_check_stores_and_sends_nothing(page, requested):
    page.goto("training/agency/check/", wait_until="networkidle")
    before = len(requested)
    for question in page.locator(".quiz__question").all():
        question.locator("label").first.click()
        question.get_by_role("button").click()
    assert len(requested) == before
    stored = "[localStorage.length, sessionStorage.length, document.cookie, location.search, location.hash]"
    assert page.evaluate(stored) == [0, 0, "", "", ""]
    page.reload()
    assert not page.locator("input:checked").count() and page.locator(".quiz__score").inner_text().startswith("0 right")


def test_without_javascript_a_question_opens_to_its_answer(browser, base):
    context = browser.new_context(base_url=base, java_script_enabled=False)
    page = context.new_page()
    page.goto("training/knowledge-check/")
    question = question_of(page, "appropriate-adult")
    reason = question.get_by_text("At 17, a child has the same right")
    assert not reason.is_visible() and not page.locator(".quiz-controls").is_visible()
    question.locator("summary").focus()
    page.keyboard.press("Enter")
    assert reason.is_visible() and question.get_by_text("B is right.").is_visible()
    assert not question.get_by_role("button").count()
    context.close()


def test_right_and_wrong_are_marked_by_text_and_not_only_by_colour(page):
    page.goto("training/agency/check/")
    marks = []
    for place in (0, 1):
        question_of(page, "weapon-in-hand").locator("label").nth(place).click()
        question_of(page, "weapon-in-hand").get_by_role("button").click()
        choice = question_of(page, "weapon-in-hand").locator(".answer[data-said]")
        marks.append(choice.evaluate("choice => getComputedStyle(choice, '::after').content"))
    assert "not quite" in marks[0] and "right" in marks[1]
