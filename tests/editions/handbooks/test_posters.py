"""Posters, cards and booklets: one side each, levels told apart in grey, and sheets that fold into a booklet in order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from macros.editions.handbooks.booklet import order
from macros.editions.handbooks.printing import printed
from PIL import Image, ImageChops, ImageStat
from pypdf import PdfReader

from macros.editions.handbooks import posters
from macros.editions.handbooks.book import Making
from macros.render.levels import LEVEL_MARKS
from tests.editions.handbooks.reading import pictures, sheets, under

ONE_SIDE = ("poster-traffic-light-a4", "poster-traffic-light-a3", "poster-own-child", "card-two-in-the-morning", "card-phone-script", "card-out-of-area")
#: Millimetres of the paper that each is for, the shorter side first.
PAPERS = {"A3": (297, 420), "A4": (210, 297), "A5": (148, 210), "wallet": (210, 297)}


@pytest.mark.parametrize("name", ONE_SIDE)
def test_a_poster_is_one_side_of_its_paper(prints, name):
    path, made = prints[name]
    sheet, = sheets(path)
    assert made.pages == 1
    assert [round(side * 25.4 / 72) for side in (sheet.width, sheet.height)] == list(PAPERS[made.paper])
    assert all(15 < w.left and w.right < sheet.width - 15 and 10 < w.top and w.bottom < sheet.height - 10 for w in sheet.words)


@pytest.mark.parametrize("name", ("poster-traffic-light-a4", "poster-traffic-light-a3"))
def test_levels_are_told_apart_on_a_grey_printer(prints, tmp_path, name):
    """In black and white each level has its word, and a shape with a sign in it that differs from every other in a tenth of its box or more."""
    path = prints[name][0]
    sheet, = sheets(path)
    picture, = [Image.open(p) for p in pictures(path, tmp_path, 1, 1, 100)]
    scale, seen = picture.width / sheet.width, {}
    for level, (word, _, _) in LEVEL_MARKS.items():
        mark = next(w for w in sheet.words if w.text == word.split()[0] and w.bottom - w.top > 15 and w.left < sheet.width / 3)
        size = mark.bottom - mark.top
        box = [mark.left - 3, mark.top - 2 * size, mark.left + 2.2 * size, mark.top]
        ink = picture.crop([int(n * scale) for n in box]).point(lambda grey: 255 if grey < 170 else 0)
        assert ink.getbbox(), level
        seen[level] = ink.crop(ink.getbbox()).resize((60, 60))
    for one in seen:
        for other in seen:
            if one < other:
                differ = ImageStat.Stat(ImageChops.difference(seen[one], seen[other])).mean[0] / 255
                assert differ > 0.1, (one, other, differ)


def test_the_traffic_light_says_what_the_rules_say(prints):
    text = sheets(prints["poster-traffic-light-a4"][0])[0].text
    assert text.index("Red") < text.index("Amber") < text.index("Judgement") < text.index("Green")
    assert "Call 999 now" in text and "You may report at any time" in text and "It is not an offence" in text


def test_the_card_for_the_night_starts_with_danger_and_sends_nobody_near_a_weapon(prints):
    text = sheets(prints["card-two-in-the-morning"][0])[0].text
    assert text.index("Call 999") < text.index("Slow down")
    assert "do not step in, search or grapple" in text and "throw nothing out" in text


def test_wallet_cards_are_ten_a_sheet_and_their_backs_lie_behind_them(prints):
    front, back = sheets(prints["cards-restorative"][0])
    assert front.text.count("For the person who was hurt or upset") == 10 and back.text.count("For the person who did it") == 10
    corners = [[(w.left, w.top) for w, next_ in zip(s.words, s.words[1:]) if w.text == "For" and next_.text == "the"] for s in (front, back)]
    assert len(corners[0]) == 10
    for (left, top), (behind, level) in zip(corners[0], corners[1]):
        assert abs(left - behind) < 2 and abs(top - level) < 2
        assert 19 < left * 25.4 / 72 < 110 and top * 25.4 / 72 < 285
    card = 54 * 72 / 25.4
    for sheet in (front, back):
        for word in sheet.words:
            assert (word.top - 13 * 72 / 25.4) // card == (word.bottom - 13 * 72 / 25.4) // card, word


def test_without_a_public_address_there_is_no_code_and_the_foot_says_so(making, tmp_path):
    alone = Making(making.words, making.site, making.catalogue, making.day, "")
    poster = next(p for p in making.catalogue.posters if p.name == "card-out-of-area")
    html, version = posters.html(alone, poster)
    assert "<img" not in html and "http" not in html.replace("http-equiv", "")
    printed(html, tmp_path / "card.pdf", ("cards",), version)
    text = " ".join(sheets(tmp_path / "card.pdf")[0].text.split())
    assert "Printed copies go out of date. The address to check is not set for this copy" in text
    assert under(tmp_path / "card.pdf", "Figure") == []


@given(st.integers(min_value=1, max_value=200))
def test_a_folded_booklet_has_every_page_once_and_in_order(pages):
    """Each sheet's back lies behind its front; opening the stack leaf by leaf gives 1, 2, 3 and so on."""
    sides = order(pages)
    assert len(sides) % 2 == 0 and sorted(n for side in sides for n in side if n is not None) == list(range(pages))
    fronts, backs = sides[::2], sides[1::2]
    first_half = [n for front, back in zip(fronts, backs) for n in (front[1], back[0])]
    second_half = [n for front, back in reversed(list(zip(fronts, backs))) for n in (back[1], front[0])]
    read = first_half + second_half
    assert [n for n in read if n is not None] == list(range(pages)) and read[:pages] == list(range(pages))


@pytest.mark.parametrize("name", ("young-people-booklet", "foster-and-kinship-booklet"))
def test_a_booklet_is_two_pages_of_a5_on_each_side_of_a4(prints, name):
    path, made = prints[name]
    pages = sheets(path)
    assert len(pages) == made.pages and made.pages % 2 == 0
    assert all((round(s.width * 25.4 / 72), round(s.height * 25.4 / 72)) == (297, 210) for s in pages)
    middle = pages[-1]  # the innermost side has two pages that follow each other
    left, right = (next(int(b.text) for a, b in zip(middle.words, middle.words[1:]) if a.text == "Page" and (b.left < middle.width / 2) == here) for here in (True, False))
    assert right == left + 1
    assert PdfReader(path).metadata.title


def test_the_young_people_s_booklet_has_the_pages_of_their_handbook(prints):
    book, sides = sheets(prints["young-people"][0]), sheets(prints["young-people-booklet"][0])
    assert len(sides) == -(-len(book) // 4) * 2
    assert sorted(w.text for s in book for w in s.words) == sorted(w.text for s in sides for w in s.words)
