"""Posters, cards and booklets: one side each, levels that differ in grey, sheets that fold into a booklet in order."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageStat
from pypdf import PdfReader

from macros.editions.handbooks.layout.booklet import page_order
from macros.editions.handbooks.layout.printing import print_pdf
from macros.editions.handbooks.posters import poster_html
from macros.render.levels import LEVEL_MARKS
from tests.editions.handbooks.reading import Sheet, pictures, sheets, under

ONE_SIDE = (
    "poster-traffic-light-a4",
    "poster-traffic-light-a3",
    "poster-own-child",
    "card-two-in-the-morning",
    "card-phone-script",
    "card-out-of-area",
)
#: The size of each paper in millimetres, the shorter side first.
PAPERS = {"A3": (297, 420), "A4": (210, 297), "A5": (148, 210), "wallet": (210, 297)}
#: Points in a millimetre.
MM = 72 / 25.4


def size(sheet: Sheet) -> tuple[int, int]:
    """Width and height in millimetres."""
    return round(sheet.width / MM), round(sheet.height / MM)


@pytest.mark.parametrize("name", ONE_SIDE)
def test_a_poster_is_one_side_of_its_paper(prints, name):
    path, file = prints[name]
    (sheet,) = sheets(path)
    assert file.pages == 1
    assert size(sheet) == PAPERS[file.paper]
    for word in sheet.words:
        assert word.left > 15 and word.right < sheet.width - 15, word
        assert word.top > 10 and word.bottom < sheet.height - 10, word


@pytest.mark.parametrize("name", ("poster-traffic-light-a4", "poster-traffic-light-a3"))
def test_levels_differ_on_a_grey_printer(prints, tmp_path, name):
    """In black and white each level has its word, and a shape that differs from every other in a tenth of its box."""
    path = prints[name][0]
    (sheet,) = sheets(path)
    (picture,) = (Image.open(p) for p in pictures(path, tmp_path, 1, 1, 100))
    scale = picture.width / sheet.width
    shapes = {}
    for level, (name_, _, _) in LEVEL_MARKS.items():
        word = next(
            w for w in sheet.words if w.text == name_.split()[0] and w.bottom - w.top > 15 and w.left < sheet.width / 3
        )
        height = word.bottom - word.top
        box = (word.left - 3, word.top - 2 * height, word.left + 2.2 * height, word.top)
        ink = picture.crop(tuple(int(n * scale) for n in box)).point(lambda grey: 255 if grey < 170 else 0)
        assert ink.getbbox(), level
        shapes[level] = ink.crop(ink.getbbox()).resize((60, 60))
    assert len(shapes) == 5
    for first, second in combinations(shapes, 2):
        difference = ImageStat.Stat(ImageChops.difference(shapes[first], shapes[second])).mean[0] / 255
        assert difference > 0.1, (first, second, difference)


def test_the_traffic_light_has_the_levels_and_contacts_of_the_rules(prints):
    text = sheets(prints["poster-traffic-light-a4"][0])[0].text
    assert text.index("Red") < text.index("Amber") < text.index("Judgement") < text.index("Green")
    assert "Call 999 now" in text and "You may report at any time" in text and "It is not an offence" in text


def test_the_card_for_the_night_starts_with_danger_and_sends_nobody_near_a_weapon(prints):
    text = sheets(prints["card-two-in-the-morning"][0])[0].text
    assert text.index("Call 999") < text.index("Slow down")
    assert "do not step in, search or grapple" in text and "throw nothing out" in text


def test_wallet_cards_are_ten_to_a_sheet_with_their_backs_behind_them(prints):
    front, back = sheets(prints["cards-restorative"][0])
    assert front.text.count("For the person who was hurt or upset") == 10
    assert back.text.count("For the person who did it") == 10
    corners = [_headings(front), _headings(back)]
    assert len(corners[0]) == 10
    for (left, top), (back_left, back_top) in zip(*corners, strict=True):
        assert abs(left - back_left) < 2 and abs(top - back_top) < 2
        assert 19 < left / MM < 110 and top / MM < 285
    card, margin = 54 * MM, 13 * MM
    for sheet in (front, back):
        for word in sheet.words:
            assert (word.top - margin) // card == (word.bottom - margin) // card, word


def _headings(sheet: Sheet) -> list[tuple[float, float]]:
    """Where each card's heading starts."""
    pairs = zip(sheet.words, sheet.words[1:], strict=False)
    return [(word.left, word.top) for word, following in pairs if (word.text, following.text) == ("For", "the")]


def test_without_a_public_url_there_is_no_code_and_the_foot_explains_it(context, tmp_path):
    poster = next(p for p in context.catalogue.posters if p.name == "card-out-of-area")
    html, version = poster_html(context._replace(public_url=""), poster)
    assert "<img" not in html and "http" not in html.replace("http-equiv", "")
    print_pdf(html, tmp_path / "card.pdf", ("cards",), version)
    text = " ".join(sheets(tmp_path / "card.pdf")[0].text.split())
    assert "Printed copies go out of date. The address to check is not set for this copy" in text
    assert under(tmp_path / "card.pdf", "Figure") == []


@given(st.integers(min_value=1, max_value=200))
def test_a_folded_booklet_has_every_page_once_and_in_order(pages):
    """Each sheet's back is behind its front; opening the stack leaf by leaf gives 1, 2, 3 and so on."""
    sides = page_order(pages)
    assert len(sides) % 2 == 0
    assert sorted(n for side in sides for n in side if n is not None) == list(range(pages))
    leaves = list(zip(sides[::2], sides[1::2], strict=True))
    first_half = [n for front, back in leaves for n in (front[1], back[0])]
    second_half = [n for front, back in reversed(leaves) for n in (back[1], front[0])]
    numbers = first_half + second_half
    assert [n for n in numbers if n is not None] == list(range(pages)) and numbers[:pages] == list(range(pages))


@pytest.mark.parametrize("name", ("young-people-booklet", "foster-and-kinship-booklet"))
def test_a_booklet_is_two_pages_of_a5_on_each_side_of_a4(prints, name):
    path, file = prints[name]
    sides = sheets(path)
    assert len(sides) == file.pages and file.pages % 2 == 0
    assert {size(side) for side in sides} == {(297, 210)}
    middle = sides[-1]  # the innermost side has two consecutive pages
    numbers = sorted(
        (following.left, int(following.text))
        for word, following in zip(middle.words, middle.words[1:], strict=False)
        if word.text == "Page"
    )
    assert len(numbers) == 2 and numbers[0][0] < middle.width / 2 < numbers[1][0]
    assert numbers[1][1] == numbers[0][1] + 1
    assert PdfReader(path).metadata.title


def test_the_young_people_s_booklet_has_the_pages_of_their_handbook(prints):
    pages, sides = sheets(prints["young-people"][0]), sheets(prints["young-people-booklet"][0])
    assert len(sides) == -(-len(pages) // 4) * 2
    assert sorted(w.text for s in pages for w in s.words) == sorted(w.text for s in sides for w in s.words)
