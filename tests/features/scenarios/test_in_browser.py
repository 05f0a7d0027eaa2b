"""Scenario cards in a real browser: room mode by keyboard and clicker, nothing kept or sent, readable from the back; sheets whose backs meet their fronts."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from macros.features.scenarios.data import packs_of
from tests.support.chromium import axe, tab_to

ROOM, SHEETS = "training/scenarios/room/", "training/scenarios/print/"
SIZES = [(1280, 720), (1920, 1080)]
#: A4 in points, and a millimetre.
WIDTH, HEIGHT, MM = 595.28, 841.89, 72 / 25.4


@pytest.fixture(scope="module")
def cards(model):
    return [card for pack in packs_of(model).values() for card in pack.cards]


@pytest.fixture()
def wall(browser, base):
    """A page on the wall of a room, at the smaller of two common sizes."""
    context = browser.new_context(viewport={"width": 1280, "height": 720}, base_url=base)
    page = context.new_page()
    page.goto(ROOM)
    page.locator("[data-do=start]").wait_for()
    yield page
    context.close()


def start(page, **choices) -> None:
    """Starts room mode, in the order of the numbers unless told otherwise."""
    for name, value in ({"order": "number"} | choices).items():
        page.select_option(f"#room-{name}", value)
    page.locator("[data-do=start]").click()
    page.locator("dialog.room[open]").wait_for()


def shows(page) -> str:
    return page.locator("dialog.room").get_attribute("data-shows")


def counts(page) -> dict[str, str]:
    return {hand.get_attribute("data-level"): hand.locator("input").input_value() for hand in page.locator(".hand").all()}


# --- A card, part by part ----------------------------------------------------------------------------------------------


def test_a_card_is_led_by_the_keyboard_alone(wall, cards):
    wall.locator("#room-order").focus()
    wall.keyboard.press("ArrowDown")  # in the order of the numbers
    tab_to(wall.locator("[data-do=start]"), most=2)
    wall.keyboard.press("Enter")
    wall.locator("dialog.room[open]").wait_for()
    card, stage = cards[0], wall.locator(".room__stage")
    assert wall.locator("#room-title").inner_text() == f"1. {card.title}" and card.steps[0].text in stage.inner_text()
    wall.keyboard.press("2"), wall.keyboard.press("2"), wall.keyboard.press("4"), wall.keyboard.press("Shift+2")
    assert counts(wall) == {"none": "0", "green": "1", "judgement": "0", "amber": "1", "red": "0"}
    assert wall.locator(".room__say").inner_text() == "Green: 1. 2 hands in all."
    wall.keyboard.press("PageDown")
    assert shows(wall) == "answer" and stage.locator(".result__level").inner_text().strip() == "Green"
    assert "national 6.5" in stage.inner_text()
    assert wall.locator(".hand[data-answer]").get_attribute("data-level") == "green"
    assert wall.locator(".room__say").text_content() == "The rules say: Green. Nothing here needs the police."
    wall.keyboard.press("ArrowRight")
    assert shows(wall) == "talk" and card.questions[0] in stage.inner_text()
    wall.keyboard.press(" ")
    assert shows(wall) == "twist" and card.steps[1].text in stage.inner_text()
    assert set(counts(wall).values()) == {"0"} and wall.locator(".hand--green .hand__before").inner_text() == "before: 1"
    wall.keyboard.press("PageDown")
    assert shows(wall) == "answer" and wall.locator(".hand[data-answer]").get_attribute("data-level") == "judgement"
    wall.keyboard.press("PageUp")
    assert shows(wall) == "twist"
    for _ in range(4):
        wall.keyboard.press("PageDown")
    assert wall.locator("#room-title").inner_text() == f"2. {cards[1].title}" and set(counts(wall).values()) == {"0"}
    wall.keyboard.press("PageUp")
    assert wall.locator("#room-title").inner_text() == f"1. {card.title}" and shows(wall) == "answer"


def test_hands_are_counted_by_click_and_by_typing(wall):
    start(wall)
    amber = wall.locator(".hand--amber")
    amber.locator("[data-more]").click(click_count=3)
    amber.locator("[data-less]").click()
    assert counts(wall)["amber"] == "2"
    amber.locator("input").fill("17")
    amber.locator("input").press("Enter")
    assert wall.locator(".room__say").inner_text() == "Amber: 17. 17 hands in all."
    amber.locator("input").fill("-4")
    amber.locator("input").press("Enter")
    assert counts(wall)["amber"] == "0"
    wall.locator(".hand--red [data-less]").click()
    assert counts(wall)["red"] == "0"
    wall.locator("#room-title").click()
    wall.keyboard.press("3"), wall.keyboard.press("0")
    assert set(counts(wall).values()) == {"0"}


def test_hands_are_not_counted_once_the_answer_is_shown(wall):
    start(wall)
    wall.keyboard.press("1"), wall.keyboard.press("PageDown"), wall.keyboard.press("1"), wall.keyboard.press("0")
    assert counts(wall)["none"] == "1" and wall.locator(".hand--none [data-more]").is_hidden()


def test_digits_typed_into_a_count_are_no_shortcuts(wall):
    start(wall)
    field = wall.locator(".hand--none input")
    field.focus()
    field.press("Control+A")
    wall.keyboard.type("54")
    wall.keyboard.press("PageDown")
    assert shows(wall) == "answer" and counts(wall) == {"none": "54", "green": "0", "judgement": "0", "amber": "0", "red": "0"}


def test_the_trainer_s_note_comes_and_goes(wall, cards):
    start(wall)
    wall.keyboard.press("t")
    assert cards[0].note[0].text in wall.locator(".room__stage").inner_text() and wall.locator("[data-do=note]").get_attribute("aria-pressed") == "true"
    wall.keyboard.press("t")
    assert cards[0].steps[0].text in wall.locator(".room__stage").inner_text()
    wall.keyboard.press("T"), wall.keyboard.press("PageDown")
    assert shows(wall) == "answer" and wall.locator("[data-do=note]").get_attribute("aria-pressed") == "false"


def test_the_room_can_be_left_and_gone_on_with(wall):
    start(wall)
    wall.keyboard.press("4"), wall.keyboard.press("PageDown"), wall.keyboard.press("Escape")
    assert wall.locator("dialog.room[open]").count() == 0 and wall.evaluate("document.activeElement.dataset.do") == "start"
    wall.locator("[data-do=resume]").click()
    assert shows(wall) == "answer" and counts(wall)["amber"] == "1"


def test_cards_are_chosen_by_audience_and_topic_and_shuffled(wall, cards):
    wall.select_option("#room-audience", "schools")
    wall.select_option("#room-topic", "route missing")
    assert wall.locator("[data-found]").inner_text() == f"{sum('schools' in c.audiences and 'missing' in c.routes for c in cards)} card."
    wall.select_option("#room-topic", "pack leaving-care")
    assert "No card" in wall.locator("[data-found]").inner_text() and wall.locator("[data-do=start]").is_disabled()
    wall.select_option("#room-audience", "")
    wanted = [f"{c.number}. {c.title}" for c in cards if c.pack == "police"]
    orders = set()
    for _ in range(4):
        start(wall, topic="pack police", order="shuffle")
        order = []
        while shows(wall) != "end":
            title = wall.locator("#room-title").inner_text()
            order += [] if title in order else [title]
            wall.keyboard.press("PageDown")
        assert sorted(order) == sorted(wanted)
        orders.add(tuple(order))
        wall.keyboard.press("PageDown")  # from the end it leads out
        assert wall.locator("dialog.room[open]").count() == 0
    assert len(orders) > 1


def test_a_paragraph_opens_beside_the_card(wall):
    start(wall)
    wall.keyboard.press("PageDown")
    with wall.context.expect_page() as opened:
        wall.locator(".room__stage .citations a").first.click()
    opened.value.wait_for_load_state()
    assert "responding-to-incidents" in opened.value.url and shows(wall) == "answer"


def test_leaving_quickly_still_works(wall, base):
    """Three presses of Shift blank the page, and counting hands down with Shift never does."""
    start(wall)
    wall.route("**/*", lambda route: route.fulfill(body="elsewhere", content_type="text/html") if not route.request.url.startswith(base) else route.continue_())
    for _ in range(4):
        wall.keyboard.press("Shift+2")
    assert wall.locator("dialog.room[open]").count() == 1
    for _ in range(3):
        wall.keyboard.press("Shift")
    wall.wait_for_url("https://www.bbc.co.uk/**")


# --- Nothing is kept or sent; no network ------------------------------------------------------------------------------------


def test_nothing_of_the_room_is_kept_or_asked_for(browser, base):
    context = browser.new_context(viewport={"width": 1280, "height": 720}, base_url=base)
    page, asked = context.new_page(), []
    page.goto(ROOM)
    page.wait_for_load_state("networkidle")
    context.set_offline(True)
    page.on("request", lambda request: asked.append(request.url))
    start(page, order="shuffle", audience="police-recruits")
    page.keyboard.press("2"), page.keyboard.press("5")
    for _ in range(14):
        page.keyboard.press("PageDown")
    kept = page.evaluate("""async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length, (await caches.keys()).length,
        location.search + location.hash, history.state]""")
    assert asked == [] and kept == [0, 0, "", 0, 0, "", None]
    page.keyboard.press("Escape")
    context.set_offline(False)
    page.reload()
    assert page.locator("[data-do=resume]").is_hidden()
    start(page)
    assert set(counts(page).values()) == {"0"}
    context.close()


# --- Readable from the back, in any light, without colour --------------------------------------------------------------------


@pytest.mark.parametrize("width, height", SIZES)
def test_every_part_of_every_card_fits_the_wall_and_can_be_read_from_the_back(browser, base, cards, width, height):
    context = browser.new_context(viewport={"width": width, "height": height}, base_url=base)
    page = context.new_page()
    page.goto(ROOM)
    start(page)
    seen, wrong = 0, []
    while (part := shows(page)) != "end":
        over, letters, hands = page.evaluate("""() => { const s = document.querySelector('.room__stage'), r = document.querySelector('dialog.room');
            const sizes = [...s.querySelectorAll('p, li')].filter(e => !e.querySelector('p, li')).map(e => parseFloat(getComputedStyle(e).fontSize));
            return [Math.max(s.scrollHeight - s.clientHeight, r.scrollHeight - r.clientHeight, r.scrollWidth - r.clientWidth), Math.min(...sizes),
                    parseFloat(getComputedStyle(document.querySelector('.hand__count input')).fontSize)]; }""")
        least = height * (0.045 if part in ("story", "twist", "talk") else 0.028)
        if over > 0 or letters < least or hands < height * 0.04:
            wrong.append((page.locator("#room-title").inner_text(), part, over, letters, hands))
        seen += 1
        page.keyboard.press("PageDown")
    context.close()
    assert wrong == [] and seen == sum(1 + 2 * len(card.steps) for card in cards)


@pytest.mark.parametrize("width, height", SIZES)
def test_a_trainer_s_note_fits_too(browser, base, cards, width, height):
    context = browser.new_context(viewport={"width": width, "height": height}, base_url=base)
    page = context.new_page()
    page.goto(ROOM)
    start(page)
    for card in cards:
        page.keyboard.press("t")
        over = page.evaluate("(() => { const s = document.querySelector('.room__stage'); return s.scrollHeight - s.clientHeight })()")
        assert over <= 0 and page.locator("#room-title").inner_text().startswith(f"{card.number}."), card.id
        for _ in range(1 + 2 * len(card.steps)):
            page.keyboard.press("PageDown")
    context.close()


@pytest.mark.parametrize("width, height, colours", [(1280, 720, "light"), (1280, 720, "dark"), (360, 740, "light"), (360, 740, "dark")])
def test_room_mode_meets_wcag_2_2_aa_by_axe_in_every_part(browser, base, width, height, colours):
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=colours, base_url=base)
    page, complaints = context.new_page(), []
    page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(ROOM)
    start(page, topic="route weapon")
    page.keyboard.press("2"), page.keyboard.press("5")
    for key in ("PageDown", "PageDown", "PageDown", "PageDown", "t", "End"):
        assert axe(page) == [], shows(page)
        assert page.evaluate("(() => { const r = document.querySelector('dialog.room'); return r.scrollWidth - r.clientWidth })()") <= 0
        page.keyboard.press(key)
    assert complaints == []
    context.close()


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_the_counts_can_be_told_apart_in_grey(browser, base, colours):
    """Each level has a word, a shape of its own and a bar with an edge of its own, and stands out from its ground without colour."""
    context = browser.new_context(viewport={"width": 1280, "height": 720}, color_scheme=colours, base_url=base)
    page = context.new_page()
    page.goto(ROOM)
    start(page)
    for key in "12345":
        page.keyboard.press(key)
    hands = page.locator(".hand").evaluate_all("""hands => hands.map(hand => { const bar = getComputedStyle(hand.querySelector('.hand__bar'));
        return [hand.querySelector('strong').textContent, hand.querySelector('path').getAttribute('d'), bar.borderTopStyle + ' ' + bar.backgroundColor, bar.borderTopColor] })""")
    words, shapes, edges, colour = zip(*hands)
    assert len(set(words)) == len(set(shapes)) == len(set(edges)) == 5

    def grey(rgb: str) -> float:
        channels = [int(part) / 255 for part in rgb.strip("rgba()").split(",")[:3]]
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    ground = grey(page.locator("dialog.room").evaluate("room => getComputedStyle(room).backgroundColor"))
    for one in map(grey, colour):
        assert (max(one, ground) + 0.05) / (min(one, ground) + 0.05) >= 3
    context.close()


# --- A pack of cards, without a script ---------------------------------------------------------------------------------------


def test_a_card_is_read_and_opened_without_javascript(browser, base, cards):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740}, base_url=base)
    page = context.new_page()
    page.goto("training/scenarios/")
    page.locator("summary", has_text="Foster and kinship carers").first.click()
    page.get_by_role("link", name=f"2. {cards[1].title}").first.click()
    card = page.locator(f"#{cards[1].id}")
    assert card.locator(".card__story").is_visible() and not card.locator(".result__level").first.is_visible()
    card.locator("summary", has_text="What the rules say").first.click()
    assert card.locator(".result__level").first.inner_text().strip() == "Green" and not card.get_by_text(cards[1].steps[1].text).is_visible()
    card.locator("summary", has_text="What changes next").click()
    assert card.get_by_text(cards[1].steps[1].text).is_visible() and not card.locator(".result__level").last.is_visible()
    page.goto(ROOM)
    assert page.get_by_text("Room mode needs JavaScript").is_visible() and not page.locator("[data-setup]").is_visible()
    context.close()


# --- Sheets --------------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def printed(browser, base):
    """The sheets as they are printed, by a printer that minds the page's own size."""
    page = browser.new_page()
    page.goto(base + SHEETS)
    pdf = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    page.close()
    return pdf


def headings(page) -> list[tuple[str, float, float]]:
    """The numbers that begin a card's title, with the place on the side where they stand, in points from the left and the top."""
    found = []

    def visit(text, cm, tm, font, size):
        words = text.strip()
        across, down = tm[4] * cm[0] + cm[4], tm[5] * cm[3] + cm[5]
        if words and words.split(".")[0].isdigit() and words.split(".")[1:2] and abs(size * tm[0] * cm[0]) > 11:
            found.append((words.split(".")[0], across, HEIGHT - down))

    page.extract_text(visitor_text=visit)
    return found


def test_backs_meet_their_fronts_on_paper(printed, cards, model):
    """Every card's front and back, found in the PDF: same row, and left and right changed round, so that they meet when the sheet is turned on its long edge."""
    sides = sum(2 * -(-len(pack.cards) // 4) for pack in packs_of(model).values())
    assert len(printed.pages) == sides
    for page in printed.pages:
        assert abs(float(page.mediabox.width) - WIDTH) < 1 and abs(float(page.mediabox.height) - HEIGHT) < 1
    met = 0
    for front, back in zip(printed.pages[::2], printed.pages[1::2]):
        fronts, backs = ({number: (across > WIDTH / 2, down > HEIGHT / 2) for number, across, down in headings(side)} for side in (front, back))
        assert fronts.keys() == backs.keys() and 1 <= len(fronts) <= 4
        for number, (right, lower) in fronts.items():
            assert backs[number] == (not right, lower), number
            met += 1
    assert met == len(cards)


def test_no_card_on_paper_is_cut_off_or_too_small(browser, base):
    page = browser.new_page()
    page.goto(base + SHEETS)
    page.emulate_media(media="print")
    rows = page.locator(".cut-out[data-number]").evaluate_all("""cards => cards.map(card => {
        const box = card.getBoundingClientRect(), sheet = card.parentElement.getBoundingClientRect();
        const last = Math.max(...[...card.querySelectorAll('p, li')].filter(e => !e.closest('.cut-out__foot, .cut-out__made')).map(e => e.getBoundingClientRect().bottom));
        const foot = card.querySelector('.cut-out__foot, .cut-out__made').getBoundingClientRect().top;
        return { name: card.className + ' ' + card.dataset.number, over: card.scrollHeight - card.clientHeight, free: foot - last, left: box.left - sheet.left, width: box.width, sheet: sheet.width,
                 small: Math.min(...[...card.querySelectorAll('p, li')].filter(e => !e.matches('.cut-out__made')).map(e => parseFloat(getComputedStyle(e).fontSize))) }; })""")
    page.close()
    for row in rows:
        assert row["over"] <= 0 and row["free"] >= 0, row
        assert row["small"] >= 10.6, "8 point is 10.66 pixels"
        assert min(abs(row["left"]), abs(row["left"] - row["sheet"] / 2)) < 0.5 and abs(row["width"] * 2 - row["sheet"]) < 0.5, row


def test_one_topic_is_printed_alone(browser, base, model):
    page = browser.new_page()
    page.goto(base + SHEETS)
    page.locator(".cut-outs__list a", has_text="Leaving care").click()
    pdf = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    page.close()
    assert len(pdf.pages) == 2 and {n for n, _, _ in headings(pdf.pages[0])} == {str(c.number) for c in packs_of(model)["leaving-care"].cards}


def test_the_list_says_on_which_sides_a_topic_stands(browser, base, printed, model):
    page = browser.new_page()
    page.goto(base + SHEETS)
    lines = [" ".join(li.inner_text().split()) for li in page.locator(".cut-outs__list li").all()]
    page.close()
    for line, pack in zip(lines, packs_of(model).values()):
        first, last = (int(word) for word in line.rsplit("sides ", 1)[1].split(" to "))
        shown = {number for side in printed.pages[first - 1:last:2] for number, _, _ in headings(side)}
        assert line.startswith(pack.title) and shown == {str(card.number) for card in pack.cards}


def test_weasyprint_makes_the_same_sheets(model):
    """The handbook is made without a browser: the same HTML and the same styles must give the same sheets there."""
    weasyprint = pytest.importorskip("weasyprint")
    from macros.features.scenarios.sheets import sheets_html
    from tests.support.sites import DOCS
    cards = packs_of(model)["harm"].cards
    html = f'<html lang="en-GB"><head><title>Cards</title></head><body>{sheets_html(model, cards, "Harm")}</body></html>'
    made = weasyprint.HTML(string=html).write_pdf(stylesheets=[weasyprint.CSS(string=(DOCS / "assets" / "scenarios" / "cut-out.css").read_text(encoding="utf-8"))])
    pdf = PdfReader(BytesIO(made))
    assert len(pdf.pages) == 4
    for front, back in zip(pdf.pages[::2], pdf.pages[1::2]):
        fronts, backs = ({number: (across > WIDTH / 2, down > HEIGHT / 2) for number, across, down in headings(side)} for side in (front, back))
        assert len(fronts) == 4 and {n: (not right, lower) for n, (right, lower) in fronts.items()} == backs
