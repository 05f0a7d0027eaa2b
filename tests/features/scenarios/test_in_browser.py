"""Scenario cards in a real browser: room mode by keyboard and clicker, and sheets printed on both sides.

Room mode stores and sends nothing and can be read from the back of a room.
"""

from io import BytesIO

import pytest
from pypdf import PdfReader

from macros.features.scenarios.data import packs_of
from tests.support.chromium import axe, tab_to

ROOM, SHEETS = "training/scenarios/room/", "training/scenarios/print/"
SIZES = [(1280, 720), (1920, 1080)]
#: The width and height of A4 and the length of a millimetre, in points.
WIDTH, HEIGHT, MM = 595.28, 841.89, 72 / 25.4


@pytest.fixture(scope="module")
def cards(model):
    return [card for pack in packs_of(model).values() for card in pack.cards]


@pytest.fixture()
def screen(browser, base):
    """Room mode's page at the smaller of two common projector sizes."""
    context = browser.new_context(viewport={"width": 1280, "height": 720}, base_url=base)
    page = context.new_page()
    page.goto(ROOM)
    page.locator("[data-do=start]").wait_for()
    yield page
    context.close()


def start(page, **choices) -> None:
    """Starts room mode; cards are in numerical order unless `choices` has another order."""
    for name, value in ({"order": "number"} | choices).items():
        page.select_option(f"#room-{name}", value)
    page.locator("[data-do=start]").click()
    page.locator("dialog.room[open]").wait_for()


def shown_part(page) -> str:
    """The part of the card that is shown."""
    return page.locator("dialog.room").get_attribute("data-shows")


def counts(page) -> dict[str, str]:
    """The counted hands by level."""
    return {
        hand.get_attribute("data-level"): hand.locator("input").input_value() for hand in page.locator(".hand").all()
    }


# --- A card, part by part --------------------------------------------------------------------------------------------


def test_a_card_can_be_presented_by_keyboard_alone(screen, cards):
    screen.locator("#room-order").focus()
    screen.keyboard.press("ArrowDown")  # numerical order
    tab_to(screen.locator("[data-do=start]"), most=2)
    screen.keyboard.press("Enter")
    screen.locator("dialog.room[open]").wait_for()
    card, stage = cards[0], screen.locator(".room__stage")
    assert screen.locator("#room-title").inner_text() == f"1. {card.title}"
    assert card.steps[0].text in stage.inner_text()
    screen.keyboard.press("2"), screen.keyboard.press("2"), screen.keyboard.press("4"), screen.keyboard.press("Shift+2")
    assert counts(screen) == {"none": "0", "green": "1", "judgement": "0", "amber": "1", "red": "0"}
    assert screen.locator(".room__say").inner_text() == "Green: 1. 2 hands in all."
    screen.keyboard.press("PageDown")
    assert shown_part(screen) == "answer" and stage.locator(".result__level").inner_text().strip() == "Green"
    assert "national 6.5" in stage.inner_text()
    assert screen.locator(".hand[data-answer]").get_attribute("data-level") == "green"
    assert screen.locator(".room__say").text_content() == "The rules say: Green. Nothing here needs the police."
    screen.keyboard.press("ArrowRight")
    assert shown_part(screen) == "talk" and card.questions[0] in stage.inner_text()
    screen.keyboard.press(" ")
    assert shown_part(screen) == "twist" and card.steps[1].text in stage.inner_text()
    assert set(counts(screen).values()) == {"0"}
    assert screen.locator(".hand--green .hand__before").inner_text() == "before: 1"
    screen.keyboard.press("PageDown")
    assert shown_part(screen) == "answer"
    assert screen.locator(".hand[data-answer]").get_attribute("data-level") == "judgement"
    screen.keyboard.press("PageUp")
    assert shown_part(screen) == "twist"
    for _ in range(4):
        screen.keyboard.press("PageDown")
    assert screen.locator("#room-title").inner_text() == f"2. {cards[1].title}"
    assert set(counts(screen).values()) == {"0"}
    screen.keyboard.press("PageUp")
    assert screen.locator("#room-title").inner_text() == f"1. {card.title}"
    assert shown_part(screen) == "answer"


def test_hands_can_be_counted_by_clicking_and_typing(screen):
    start(screen)
    amber = screen.locator(".hand--amber")
    amber.locator("[data-more]").click(click_count=3)
    amber.locator("[data-less]").click()
    assert counts(screen)["amber"] == "2"
    amber.locator("input").fill("17")
    amber.locator("input").press("Enter")
    assert screen.locator(".room__say").inner_text() == "Amber: 17. 17 hands in all."
    amber.locator("input").fill("-4")
    amber.locator("input").press("Enter")
    assert counts(screen)["amber"] == "0"
    screen.locator(".hand--red [data-less]").click()
    assert counts(screen)["red"] == "0"
    screen.locator("#room-title").click()
    screen.keyboard.press("3"), screen.keyboard.press("0")
    assert set(counts(screen).values()) == {"0"}


def test_hands_are_not_counted_once_the_answer_is_shown(screen):
    start(screen)
    (
        screen.keyboard.press("1"),
        screen.keyboard.press("PageDown"),
        screen.keyboard.press("1"),
        screen.keyboard.press("0"),
    )
    assert counts(screen)["none"] == "1" and screen.locator(".hand--none [data-more]").is_hidden()


def test_digits_typed_into_a_count_are_not_shortcuts(screen):
    start(screen)
    field = screen.locator(".hand--none input")
    field.focus()
    field.press("Control+A")
    screen.keyboard.type("54")
    screen.keyboard.press("PageDown")
    assert shown_part(screen) == "answer"
    assert counts(screen) == {"none": "54", "green": "0", "judgement": "0", "amber": "0", "red": "0"}


def test_a_key_shows_and_hides_the_trainer_s_note(screen, cards):
    start(screen)
    screen.keyboard.press("t")
    assert cards[0].note[0].text in screen.locator(".room__stage").inner_text()
    assert screen.locator("[data-do=note]").get_attribute("aria-pressed") == "true"
    screen.keyboard.press("t")
    assert cards[0].steps[0].text in screen.locator(".room__stage").inner_text()
    screen.keyboard.press("T"), screen.keyboard.press("PageDown")
    assert shown_part(screen) == "answer"
    assert screen.locator("[data-do=note]").get_attribute("aria-pressed") == "false"


def test_room_mode_can_be_left_and_resumed(screen):
    start(screen)
    screen.keyboard.press("4"), screen.keyboard.press("PageDown"), screen.keyboard.press("Escape")
    assert screen.locator("dialog.room[open]").count() == 0
    assert screen.evaluate("document.activeElement.dataset.do") == "start"
    screen.locator("[data-do=resume]").click()
    assert shown_part(screen) == "answer" and counts(screen)["amber"] == "1"


def test_cards_are_chosen_by_audience_and_topic_and_shuffled(screen, cards):
    screen.select_option("#room-audience", "schools")
    screen.select_option("#room-topic", "route missing")
    matches = sum("schools" in c.audiences and "missing" in c.routes for c in cards)
    assert screen.locator("[data-found]").inner_text() == f"{matches} card."
    screen.select_option("#room-topic", "pack leaving-care")
    assert "No card" in screen.locator("[data-found]").inner_text()
    assert screen.locator("[data-do=start]").is_disabled()
    screen.select_option("#room-audience", "")
    expected = [f"{c.number}. {c.title}" for c in cards if c.pack == "police"]
    orders = set()
    for _ in range(4):
        start(screen, topic="pack police", order="shuffle")
        order = []
        while shown_part(screen) != "end":
            title = screen.locator("#room-title").inner_text()
            order += [] if title in order else [title]
            screen.keyboard.press("PageDown")
        assert sorted(order) == sorted(expected)
        orders.add(tuple(order))
        screen.keyboard.press("PageDown")  # after the last part it closes room mode
        assert screen.locator("dialog.room[open]").count() == 0
    assert len(orders) > 1


def test_a_cited_paragraph_opens_in_another_tab(screen):
    start(screen)
    screen.keyboard.press("PageDown")
    with screen.context.expect_page() as opened:
        screen.locator(".room__stage .citations a").first.click()
    opened.value.wait_for_load_state()
    assert "responding-to-incidents" in opened.value.url and shown_part(screen) == "answer"


def test_leaving_quickly_still_works(screen, base):
    """Three presses of Shift leave the page; counting hands down with Shift never does."""
    start(screen)

    def answer_other_sites(route) -> None:
        if route.request.url.startswith(base):
            route.continue_()
        else:
            route.fulfill(body="elsewhere", content_type="text/html")

    screen.route("**/*", answer_other_sites)
    for _ in range(4):
        screen.keyboard.press("Shift+2")
    assert screen.locator("dialog.room[open]").count() == 1
    for _ in range(3):
        screen.keyboard.press("Shift")
    screen.wait_for_url("https://www.bbc.co.uk/**")


# --- Nothing is stored or sent, and no network is needed -------------------------------------------------------------


def test_room_mode_stores_nothing_and_makes_no_request(browser, base):
    context = browser.new_context(viewport={"width": 1280, "height": 720}, base_url=base)
    page, requests = context.new_page(), []
    page.goto(ROOM)
    page.wait_for_load_state("networkidle")
    context.set_offline(True)
    page.on("request", lambda request: requests.append(request.url))
    start(page, order="shuffle", audience="police-recruits")
    page.keyboard.press("2"), page.keyboard.press("5")
    for _ in range(14):
        page.keyboard.press("PageDown")
    stored = page.evaluate("""async () => [
        localStorage.length,
        sessionStorage.length,
        document.cookie,
        (await indexedDB.databases()).length,
        (await caches.keys()).length,
        location.search + location.hash,
        history.state]""")
    assert requests == [] and stored == [0, 0, "", 0, 0, "", None]
    page.keyboard.press("Escape")
    context.set_offline(False)
    page.reload()
    assert page.locator("[data-do=resume]").is_hidden()
    start(page)
    assert set(counts(page).values()) == {"0"}
    context.close()


# --- Readable from the back, in any light, without colour ------------------------------------------------------------


@pytest.mark.parametrize("width, height", SIZES)
def test_every_part_of_every_card_fits_the_screen_and_can_be_read_from_the_back(browser, base, cards, width, height):
    context = browser.new_context(viewport={"width": width, "height": height}, base_url=base)
    page = context.new_page()
    page.goto(ROOM)
    start(page)
    parts, failures = 0, []
    while (part := shown_part(page)) != "end":
        overflow, font_size, count_size = page.evaluate("""() => {
            const s = document.querySelector('.room__stage'), r = document.querySelector('dialog.room');
            const sizes = [...s.querySelectorAll('p, li')]
                .filter(e => !e.querySelector('p, li'))
                .map(e => parseFloat(getComputedStyle(e).fontSize));
            return [
                Math.max(
                    s.scrollHeight - s.clientHeight, r.scrollHeight - r.clientHeight, r.scrollWidth - r.clientWidth),
                Math.min(...sizes),
                parseFloat(getComputedStyle(document.querySelector('.hand__count input')).fontSize)]; }""")
        minimum = height * (0.045 if part in ("story", "twist", "talk") else 0.028)
        if overflow > 0 or font_size < minimum or count_size < height * 0.04:
            failures.append((page.locator("#room-title").inner_text(), part, overflow, font_size, count_size))
        parts += 1
        page.keyboard.press("PageDown")
    context.close()
    assert failures == [] and parts == sum(1 + 2 * len(card.steps) for card in cards)


@pytest.mark.parametrize("width, height", SIZES)
def test_a_trainer_s_note_fits_too(browser, base, cards, width, height):
    context = browser.new_context(viewport={"width": width, "height": height}, base_url=base)
    page = context.new_page()
    page.goto(ROOM)
    start(page)
    for card in cards:
        page.keyboard.press("t")
        overflow = page.evaluate("""(() => {
            const s = document.querySelector('.room__stage');
            return s.scrollHeight - s.clientHeight })()""")
        assert overflow <= 0 and page.locator("#room-title").inner_text().startswith(f"{card.number}."), card.id
        for _ in range(1 + 2 * len(card.steps)):
            page.keyboard.press("PageDown")
    context.close()


@pytest.mark.parametrize(
    "width, height, colours", [(1280, 720, "light"), (1280, 720, "dark"), (360, 740, "light"), (360, 740, "dark")]
)
def test_room_mode_meets_wcag_2_2_aa_by_axe_in_every_part(browser, base, width, height, colours):
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=colours, base_url=base)
    page, errors = context.new_page(), []
    page.on("console", lambda message: errors.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(ROOM)
    start(page, topic="route weapon")
    page.keyboard.press("2"), page.keyboard.press("5")
    for key in ("PageDown", "PageDown", "PageDown", "PageDown", "t", "End"):
        assert axe(page) == [], shown_part(page)
        overflow = page.evaluate("""(() => {
            const r = document.querySelector('dialog.room');
            return r.scrollWidth - r.clientWidth })()""")
        assert overflow <= 0
        page.keyboard.press(key)
    assert errors == []
    context.close()


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_the_counts_can_be_distinguished_without_colour(browser, base, colours):
    """Each level has its own label, shape and bar edge, and enough contrast with the background in grey."""
    context = browser.new_context(viewport={"width": 1280, "height": 720}, color_scheme=colours, base_url=base)
    page = context.new_page()
    page.goto(ROOM)
    start(page)
    for key in "12345":
        page.keyboard.press(key)
    hands = page.locator(".hand").evaluate_all("""hands => hands.map(hand => {
        const bar = getComputedStyle(hand.querySelector('.hand__bar'));
        return [
            hand.querySelector('strong').textContent,
            hand.querySelector('path').getAttribute('d'),
            bar.borderTopStyle + ' ' + bar.backgroundColor,
            bar.borderTopColor] })""")
    labels, shapes, edges, edge_colours = zip(*hands, strict=True)
    assert len(set(labels)) == len(set(shapes)) == len(set(edges)) == 5

    def luminance(rgb: str) -> float:
        """The relative luminance of a colour, as WCAG defines it."""
        channels = [int(part) / 255 for part in rgb.strip("rgba()").split(",")[:3]]
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    background = luminance(page.locator("dialog.room").evaluate("room => getComputedStyle(room).backgroundColor"))
    for edge in map(luminance, edge_colours):
        assert (max(edge, background) + 0.05) / (min(edge, background) + 0.05) >= 3
    context.close()


# --- A pack of cards, without a script -------------------------------------------------------------------------------


def test_a_card_is_read_and_opened_without_javascript(browser, base, cards):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740}, base_url=base)
    page = context.new_page()
    page.goto("training/scenarios/")
    page.locator("summary", has_text="Foster and kinship carers").first.click()
    page.get_by_role("link", name=f"2. {cards[1].title}").first.click()
    card = page.locator(f"#{cards[1].id}")
    assert card.locator(".card__story").is_visible() and not card.locator(".result__level").first.is_visible()
    card.locator("summary", has_text="What the rules say").first.click()
    assert card.locator(".result__level").first.inner_text().strip() == "Green"
    assert not card.get_by_text(cards[1].steps[1].text).is_visible()
    card.locator("summary", has_text="What changes next").click()
    assert card.get_by_text(cards[1].steps[1].text).is_visible()
    assert not card.locator(".result__level").last.is_visible()
    page.goto(ROOM)
    assert page.get_by_text("Room mode needs JavaScript").is_visible() and not page.locator("[data-setup]").is_visible()
    context.close()


# --- Sheets ----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def printed(browser, base):
    """The printed sheets, in the page size that their style sheet sets."""
    page = browser.new_page()
    page.goto(base + SHEETS)
    pdf = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    page.close()
    return pdf


def headings(page) -> list[tuple[str, float, float]]:
    """The numbers that begin card titles, with their position in points from the left and the top of the side."""
    numbers = []

    def visit(text, cm, tm, font, size):
        title = text.strip()
        across, down = tm[4] * cm[0] + cm[4], tm[5] * cm[3] + cm[5]
        if title and title.split(".")[0].isdigit() and title.split(".")[1:2] and abs(size * tm[0] * cm[0]) > 11:
            numbers.append((title.split(".")[0], across, HEIGHT - down))

    page.extract_text(visitor_text=visit)
    return numbers


def places_of(page) -> dict[str, tuple[bool, bool]]:
    """The cards of a side by number: whether each is in the right column, and whether it is in the lower row."""
    return {number: (across > WIDTH / 2, down > HEIGHT / 2) for number, across, down in headings(page)}


def test_backs_are_behind_their_fronts_on_paper(printed, cards, model):
    """In the PDF a card's back is in the row of its front and in the other column: sheets flip on the long edge."""
    sides = sum(2 * -(-len(pack.cards) // 4) for pack in packs_of(model).values())
    assert len(printed.pages) == sides
    for page in printed.pages:
        assert abs(float(page.mediabox.width) - WIDTH) < 1 and abs(float(page.mediabox.height) - HEIGHT) < 1
    matched = 0
    for front, back in zip(printed.pages[::2], printed.pages[1::2], strict=True):
        fronts, backs = places_of(front), places_of(back)
        assert fronts.keys() == backs.keys() and 1 <= len(fronts) <= 4
        for number, (right, lower) in fronts.items():
            assert backs[number] == (not right, lower), number
            matched += 1
    assert matched == len(cards)


def test_no_card_on_paper_is_cut_off_or_too_small(browser, base):
    page = browser.new_page()
    page.goto(base + SHEETS)
    page.emulate_media(media="print")
    rows = page.locator(".cut-out[data-number]").evaluate_all("""cards => cards.map(card => {
        const box = card.getBoundingClientRect(), sheet = card.parentElement.getBoundingClientRect();
        const last = Math.max(...[...card.querySelectorAll('p, li')]
            .filter(e => !e.closest('.cut-out__foot, .cut-out__made'))
            .map(e => e.getBoundingClientRect().bottom));
        const foot = card.querySelector('.cut-out__foot, .cut-out__made').getBoundingClientRect().top;
        return {
            name: card.className + ' ' + card.dataset.number,
            over: card.scrollHeight - card.clientHeight,
            free: foot - last,
            left: box.left - sheet.left,
            width: box.width,
            sheet: sheet.width,
            small: Math.min(...[...card.querySelectorAll('p, li')]
                .filter(e => !e.matches('.cut-out__made'))
                .map(e => parseFloat(getComputedStyle(e).fontSize))) }; })""")
    page.close()
    for row in rows:
        assert row["over"] <= 0 and row["free"] >= 0, row
        assert row["small"] >= 10.6, "8 point is 10.66 pixels"
        assert min(abs(row["left"]), abs(row["left"] - row["sheet"] / 2)) < 0.5, row
        assert abs(row["width"] * 2 - row["sheet"]) < 0.5, row


def test_one_topic_is_printed_alone(browser, base, model):
    page = browser.new_page()
    page.goto(base + SHEETS)
    page.locator(".cut-outs__list a", has_text="Leaving care").click()
    pdf = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    page.close()
    assert len(pdf.pages) == 2
    numbers = {number for number, _, _ in headings(pdf.pages[0])}
    assert numbers == {str(card.number) for card in packs_of(model)["leaving-care"].cards}


def test_the_list_names_the_sides_of_each_topic(browser, base, printed, model):
    page = browser.new_page()
    page.goto(base + SHEETS)
    lines = [" ".join(li.inner_text().split()) for li in page.locator(".cut-outs__list li").all()]
    page.close()
    for line, pack in zip(lines[:-1], packs_of(model).values(), strict=True):  # the last line is for all packs
        first, last = (int(word) for word in line.rsplit("sides ", 1)[1].split(" to "))
        shown = {number for side in printed.pages[first - 1 : last : 2] for number, _, _ in headings(side)}
        assert line.startswith(pack.title) and shown == {str(card.number) for card in pack.cards}


@pytest.mark.thorough
def test_weasyprint_makes_the_same_sheets(model):
    """The handbook is printed without a browser: the same HTML and styles must give the same sheets there."""
    weasyprint = pytest.importorskip("weasyprint")
    from macros.features.scenarios.sheets import sheets_html
    from tests.support.sites import DOCS

    cards = packs_of(model)["harm"].cards
    body = sheets_html(model, cards, "Harm")
    html = f'<html lang="en-GB"><head><title>Cards</title></head><body>{body}</body></html>'
    styles = (DOCS / "assets" / "scenarios" / "cut-out.css").read_text(encoding="utf-8")
    pdf = PdfReader(BytesIO(weasyprint.HTML(string=html).write_pdf(stylesheets=[weasyprint.CSS(string=styles)])))
    assert len(pdf.pages) == 4
    for front, back in zip(pdf.pages[::2], pdf.pages[1::2], strict=True):
        fronts, backs = places_of(front), places_of(back)
        assert len(fronts) == 4 and {n: (not right, lower) for n, (right, lower) in fronts.items()} == backs
