"""The guides in a real browser: one printed side of A4 each, levels that differ without colour, stories that open."""

from io import BytesIO
from unicodedata import normalize

import pytest
from pypdf import PdfReader

from macros.features.guides.data import SETTINGS, read_situations
from tests.support.sites import DOCS

SITUATIONS = [f"guides/{name}/" for name in (*read_situations(DOCS), "court-and-custody")]
POLICE = [f"guides/police-{name}/" for name in ("calls", "door", "investigation", "neighbourhood")]
LIGHTS = ["guides/traffic-lights/" + ("" if setting == "everyone" else f"{setting}/") for setting in SETTINGS]


@pytest.fixture(scope="module")
def desk(browser, base):
    """One page at desktop width for most tests of this module."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=base)
    yield context.new_page()
    context.close()


def printed(page, url: str) -> PdfReader:
    """A page printed on A4 with the margins that its style sheet sets."""
    page.goto(url)
    return PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))


@pytest.mark.parametrize("url", [*SITUATIONS, *POLICE])
def test_a_situation_fits_one_printed_side(desk, url):
    pages = printed(desk, url).pages
    assert len(pages) == 1, f"{url} needs {len(pages)} sides"
    size = round(float(pages[0].mediabox.width)), round(float(pages[0].mediabox.height))
    assert size in ((595, 842), (596, 842), (594, 842))
    text = normalize("NFKC", pages[0].extract_text())
    assert desk.locator("h1").inner_text() in " ".join(text.split())
    assert "immediate danger" in text or url in POLICE


@pytest.mark.parametrize("url", LIGHTS)
def test_the_traffic_lights_fit_six_printed_sides(desk, url):
    pages = printed(desk, url).pages
    text = "".join("".join(p.extract_text().split()) for p in pages)
    assert len(pages) <= 6
    for phrase in ("Youmayreporttothepoliceatanytime", "Whatcanmoveitupordown", "Call999now"):
        assert phrase in text


def test_print_is_large_enough_to_read(desk):
    desk.goto(SITUATIONS[0])
    desk.emulate_media(media="print")
    items = desk.locator("article li")
    sizes = items.evaluate_all("items => items.map(item => parseFloat(getComputedStyle(item).fontSize))")
    desk.emulate_media(media="screen")
    assert min(sizes) >= 11.9, "9 point is 12 pixels"


@pytest.mark.parametrize("media", ["screen", "print"])
def test_levels_can_be_distinguished_without_colour(desk, media):
    desk.goto(LIGHTS[0])
    desk.emulate_media(media=media)
    borders = desk.locator(".guide").evaluate_all("""cards => cards.map(card => {
        const s = getComputedStyle(card);
        return [s.borderTopStyle, s.borderTopWidth].join(' ') })""")
    shapes = desk.locator("article h2 .level path").evaluate_all("paths => paths.map(path => path.getAttribute('d'))")
    labels = desk.locator("article h2 .level strong").all_inner_texts()
    desk.emulate_media(media="screen")
    assert len(borders) == len(set(borders)) == len(shapes) == len(set(shapes)) == len(set(labels)) == 5, borders


def test_the_levels_of_a_situation_have_different_borders(desk):
    desk.goto("guides/drugs/")
    borders = desk.locator(".situation__level").evaluate_all("""parts => parts.map(p =>
        [p.dataset.level, getComputedStyle(p).borderLeftStyle, getComputedStyle(p).borderLeftWidth].join(' '))""")
    assert len({b.partition(" ")[2] for b in borders}) == len({b.split(" ")[0] for b in borders}) == 4, borders


def test_a_story_can_be_opened_by_keyboard(page):
    page.goto(LIGHTS[0])
    story = page.locator(".guide summary", has_text="lock knife")
    example = page.locator(".guide details", has_text="lock knife")
    reasons = example.get_by_text("The police are told, whatever anyone wishes")
    assert not reasons.is_visible()
    story.focus()
    page.keyboard.press("Enter")
    assert reasons.is_visible()


def test_the_duties_in_danger_are_visible_without_opening_a_story(page):
    page.goto(LIGHTS[0])
    assert page.get_by_text("Do not step in, touch it or search.").first.is_visible()
    page.emulate_media(media="print")
    assert page.get_by_text("Do not step in, touch it or search.").first.is_visible()


def test_the_guides_styles_are_fetched_only_by_guides(browser, base):
    context = browser.new_context(base_url=base)
    page, requests = context.new_page(), []
    page.on("request", lambda request: requests.append(request.url))
    page.goto("national/introduction/")
    assert not any("guides.css" in url for url in requests)
    page.goto("guides/weapons/")
    assert any("guides.css" in url for url in requests)
    context.close()
