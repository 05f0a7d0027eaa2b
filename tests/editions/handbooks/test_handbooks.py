"""The handbooks: complete and in order, page references right, nothing cut off, tags for those who cannot see them."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

import pikepdf
import pytest
import zxingcpp
from pdfua import validate
from PIL import Image

from macros.content.provisions import Provision
from macros.features.printed.catalogue import scenario_cards
from tests.editions.handbooks.conftest import PUBLIC_URL
from tests.editions.handbooks.reading import (
    Link,
    Sheet,
    Word,
    below,
    links,
    pictures,
    places,
    sheets,
    structure,
    structure_text,
    under,
)

BLANK_PAGE = "This page is left blank so that the next chapter starts on the right."
NAMES = ("childrens-homes", "foster-and-kinship", "police", "young-people", "trainers", "partnership", "forms")
#: Words at the foot of a page of the full edition below its footnotes.
FOOT = re.compile(r"^(Page|of|\d+|Both|protocols|in|full:|partnership|edition|fn\d+)$")


def link_at(links: Iterable[Link], word: Word) -> Link | None:
    """The link whose box contains the middle of a word."""
    x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    boxes = (link for link in links if link.left - 1 <= x <= link.right + 1 and link.top - 1 <= y <= link.bottom + 1)
    return next(boxes, None)


def is_cut_out(sheet: Sheet) -> bool:
    """Whether a page is a side of scenario cards, which fill it."""
    return "Rules of" in sheet.text or sheet.text.count("Scenario cards") == 4


def footnotes(provisions: Iterable[Provision]) -> list[Provision]:
    """The provisions that are footnotes."""
    return [provision for provision in provisions if provision.parsed_id.kind == "footnote"]


def test_the_seven_handbooks_are_printed(handbooks):
    assert sorted(handbooks) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_page_number_is_the_page_of_its_target(handbooks, name):
    """After 'p.', in the contents and in the index: a number inside a link is the page the link leads to."""
    path, checked = handbooks[name], 0
    for number, (sheet, page_links) in enumerate(zip(sheets(path), links(path), strict=True), 1):
        for before, word in zip(sheet.words, sheet.words[1:], strict=False):
            digits = re.fullmatch(r"(\d+)[).,;:]*", word.text)
            link = link_at(page_links, word) if digits else None
            if before.text == "p.":
                assert link, (name, number, word.text)
            in_list = link and link.name.startswith(("chapter-", "subject.")) and word.left > before.right
            if digits and link and ((before.text == "p." or before.text.endswith("(p.")) or in_list):
                assert int(digits[1]) == link.page, (name, number, before.text, word.text, link.name)
                checked += 1
    assert checked >= 5


@pytest.mark.parametrize("name", NAMES)
def test_the_contents_give_the_page_of_every_section(handbooks, name):
    path, checked = handbooks[name], 0
    for sheet, page_links in zip(sheets(path), links(path), strict=True):
        if not sheet.words or sheet.words[0].text != "Contents":
            continue
        for link in page_links:
            row = (w for w in sheet.words if link.top - 1 <= (w.top + w.bottom) / 2 <= link.bottom + 1)
            last = max(row, key=lambda word: word.right)
            if last.text.isdigit():
                assert int(last.text) == link.page, link.name
                checked += 1
    assert checked >= 4


@pytest.mark.parametrize("name", NAMES)
def test_a_page_has_its_number_and_the_number_of_pages(handbooks, name):
    pages = sheets(handbooks[name])
    for number, sheet in enumerate(pages[1:], 2):
        assert f"Page {number} of {len(pages)}" in sheet.text or is_cut_out(sheet)


@pytest.mark.parametrize("name", NAMES)
def test_no_page_is_empty_unless_it_is_left_blank(handbooks, name):
    for number, sheet in enumerate(sheets(handbooks[name]), 1):
        assert len(sheet.words) > 20 or BLANK_PAGE in sheet.text, (name, number, sheet.text)


@pytest.mark.parametrize("name", NAMES)
def test_chapters_start_on_the_right(handbooks, name):
    pages = {id: page for id, page in places(handbooks[name]).items() if id.startswith("chapter-")}
    assert pages and all(page % 2 for page in pages.values()), pages


def test_a_handbook_is_short_enough_to_be_used(prints):
    sides = {name: prints[name][1].pages for name in NAMES}
    assert all(20 <= count <= 40 for name, count in sides.items() if name != "partnership"), sides


@pytest.mark.parametrize("name", NAMES)
def test_no_word_reaches_the_edge_of_its_page(handbooks, name):
    for number, sheet in enumerate(sheets(handbooks[name]), 1):
        for word in sheet.words:
            assert word.left > 10 and word.right < sheet.width - 10, (name, number, word)
            assert word.top > 10 and word.bottom < sheet.height - 10, (name, number, word)


@pytest.mark.parametrize("name", NAMES)
def test_no_heading_is_left_alone_at_the_foot(handbooks, name):
    """A section's heading is not the last text on its page or in its column: text of the section follows below it."""
    headings, checked = [text.split() for text in set(under(handbooks[name], "H2")) - {""}], 0
    for number, sheet in enumerate(sheets(handbooks[name]), 1):
        texts = [word.text for word in sheet.words]
        for heading in headings:
            for start in range(len(texts)):
                first = sheet.words[start]
                # The running head has the same text in small letters.
                if texts[start : start + len(heading)] != heading or first.bottom - first.top < 14:
                    continue
                following = [
                    w
                    for w in sheet.words
                    if first.bottom + 2 < w.top < sheet.height - 60 and abs(w.left - first.left) < 150
                ]
                assert len(following) > 6, (name, number, heading)
                checked += 1
    assert checked


def test_the_full_edition_has_every_id_of_the_web_and_no_other(handbooks, model, site):
    printed = set(places(handbooks["partnership"]))
    on_the_web = {tag["id"] for page in site.pages.values() for tag in page.soup.find_all(class_="provision", id=True)}
    assert on_the_web == set(model.provisions)
    assert set(model.provisions) <= printed
    assert {id for id in printed if re.fullmatch(r"(\d+\.\d+|s\d+|fn\d+|front|a\d|l\d+)(-\S+)?", id)} <= on_the_web


def test_the_full_edition_has_every_paragraph_in_order(handbooks, model):
    """Each number is in the text of the file, in the order of the document, except footnotes."""
    text, position = structure_text(handbooks["partnership"]), 0
    for provision in model.provisions.values():
        if provision.parsed_id.kind == "footnote":
            continue
        match = re.compile(rf"(?<![\w.-]){re.escape(provision.id)}(?![\w-]|\.\d)").search(text, position)
        assert match, provision.id
        position = match.end()


def test_footnotes_are_at_the_foot_of_the_page_that_calls_them(handbooks, model):
    """Or of the next, where a call is so low on its page that no space is left: three times at most."""
    path, moved = handbooks["partnership"], []
    pages, page_of = sheets(path), places(path)
    for provision in footnotes(model.provisions.values()):
        number, words = provision.id.removeprefix("fn"), pages[page_of[provision.id] - 1].words
        mark = next((w for w in words if w.text == provision.id), None)
        assert mark, provision.id
        calls = [w for w in words if w.text.endswith(number) and w.top < mark.top]
        if not calls:
            moved.append(provision.id)
            previous = pages[page_of[provision.id] - 2].words
            calls = [w for w in previous if w.text.endswith(number) and w.bottom - w.top < 8]
        assert calls, provision.id
        lower = [w for w in words if w.top > mark.bottom and not FOOT.search(w.text)]
        assert all(w.bottom - w.top < mark.bottom - mark.top + 3 for w in lower), provision.id
    assert len(moved) <= 3, moved


def test_editor_s_notes_are_marked_in_print(handbooks, model):
    text = " ".join(sheet.text for sheet in sheets(handbooks["partnership"]))
    for kind in {note.kind for note in model.notes}:
        assert f"Editor's note: {kind}" in text
    unmissable = [note for note in model.notes if note.unmissable]
    assert text.count("Safety: read this first.") >= len(unmissable) > 0


@pytest.mark.parametrize("name", NAMES)
def test_a_handbook_has_the_metadata_that_a_screen_reader_needs(handbooks, name):
    """Language, title and bookmarks; text for every figure."""
    with pikepdf.open(handbooks[name]) as pdf:
        assert str(pdf.Root.Lang) == "en-GB" and bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.docinfo["/Title"]) and bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert "pdfuaid" in bytes(pdf.Root.Metadata.read_bytes()).decode()
        titles = [item.title for item in pdf.open_outline().root]
        figures = [e for e in pdf.objects if isinstance(e, pikepdf.Dictionary) and e.get("/S") == "/Figure"]
        assert all(str(figure.get("/Alt", "")).strip() for figure in figures)
    assert titles == under(handbooks[name], "H1")[1:], "a bookmark for the contents and each chapter"


@pytest.mark.parametrize("name", NAMES)
def test_a_handbook_has_the_tags_that_a_screen_reader_needs(handbooks, name):
    """Headings that skip no level; lists; tables with headers."""
    rows = structure(handbooks[name])
    elements = [element for _, element, _ in rows]
    levels = [int(element[1]) for element in elements if re.fullmatch(r"H[1-6]", element)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))
    assert "L" in elements and "LI" in elements
    for number, element in enumerate(elements):
        if element == "Table":
            assert "TH" in [inner for _, inner, _ in below(rows, number)], "a table without headers"


@pytest.mark.parametrize("name", NAMES)
def test_a_validator_finds_no_fault_with_the_tags(handbooks, name):
    """The checks of `pdfua`: only a part of the machine-checkable rules of PDF/UA-1. Nothing else is claimed.

    It looks for the scope of a table's headers in the headers only. Here the cells name their headers, which the next
    test checks.
    """
    findings = [finding for finding in validate(handbooks[name]).findings if finding.rule_id != "UA-15-003"]
    assert [f"{finding.rule_id} {finding.message}" for finding in findings] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_cell_of_a_table_names_its_headers(handbooks, name):
    with pikepdf.open(handbooks[name]) as pdf:
        elements = [e for e in pdf.objects if isinstance(e, pikepdf.Dictionary)]
        headers = [e for e in elements if e.get("/S") == "/TH"]
        cells = [e for e in elements if e.get("/S") == "/TD"]
        ids = {str(header.ID) for header in headers}
        assert cells and len(ids) == len(headers)
        for cell in cells:
            named = {str(header) for header in cell.A.get("/Headers", [])}
            assert named and named <= ids


@pytest.mark.parametrize("name", ("childrens-homes", "partnership"))
def test_the_reading_order_is_the_order_of_the_chapters(handbooks, context, name):
    """In the structure tree the chapters' titles follow each other after the front matter."""
    text = structure_text(handbooks[name])
    book = next(b for b in context.catalogue.handbooks if b.name == name)
    position = text.index("About this handbook")
    for chapter in book.chapters:
        assert chapter.title in text[position:], chapter.title
        position = text.index(chapter.title, position) + 1


@pytest.mark.parametrize(
    ("name", "first", "last"), [("childrens-homes", 1, 12), ("young-people", 1, 8), ("partnership", 1, 12)]
)
def test_qr_codes_lead_to_the_page_they_are_printed_with(handbooks, site, tmp_path, name, first, last):
    """Each QR code of a rendered page is decoded: it is the URL printed next to it, and that is a page of the site."""
    checked = 0
    images = pictures(handbooks[name], tmp_path, first, last, 150)
    for number, image in zip(range(first, last + 1), images, strict=True):
        text = sheets(handbooks[name])[number - 1].text
        barcodes = zxingcpp.read_barcodes(Image.open(image), formats=zxingcpp.BarcodeFormat.QRCode)
        urls = [code.text for code in barcodes]
        on_the_cover = number == 1
        assert len(urls) == text.count("On the web: good-enough.example.org/") + on_the_cover, (number, urls)
        for url in urls:
            assert url.startswith(PUBLIC_URL)
            path = urlsplit(url).path.lstrip("/")
            short = path if path.endswith("/") else f"{path}/"
            assert path in site.pages or short in site.short, url
            assert url.removeprefix("https://") in text.replace(" ", ""), url
            checked += 1
    assert checked >= 2


def test_a_cover_has_the_area_s_numbers_and_a_labelled_blank_for_what_nobody_confirmed(handbooks, model):
    cover = sheets(handbooks["childrens-homes"])[0].text
    assert model.area["control_room"]["other"] in cover and model.area["champion"]["name"] in cover
    assert model.area["champion"]["phone"] == "not confirmed" and "Not confirmed. Write it here:" in cover
    assert "Printed copies go out of date." in cover and "25 November 2026" in cover
    assert "good-enough.example.org/take-it-with-you/print/" in cover.replace(" ", "")


def test_running_heads_name_the_chapter_on_the_left_and_the_section_on_the_right(handbooks):
    path = handbooks["childrens-homes"]
    chapter = next(text for text in under(path, "H1") if "Special situations" in text)
    start = next(page for id, page in places(path).items() if id == "chapter-" + chapter.split()[0])
    left, right = sheets(path)[start], sheets(path)[start + 1]
    assert left.text.startswith(chapter) and re.match(r"\d+\.\d+ ", right.text)


def test_the_answer_of_each_scenario_card_is_behind_it_within_its_edges(handbooks, context):
    """On the next side, mirrored left to right; no word crosses the lines to cut along."""
    cards = scenario_cards(context.build.model)
    trainers = next(book for book in context.catalogue.handbooks if book.name == "trainers")
    parts = [part for chapter in trainers.chapters for part in chapter.parts]
    expected = {f"{cards[name].number}." for kind, names in parts if kind == "scenarios" for name in names}
    assert expected
    pages, numbers = sheets(handbooks["trainers"]), set()
    for index, front in enumerate(pages):
        if front.text.count("Scenario cards") != 4:
            continue
        assert index % 2 == 0, "a front is on the right"
        back = pages[index + 1]
        for side in (front, back):
            for word in side.words:
                assert not word.left < side.width / 2 - 2 < word.right - 4, word
                assert word.bottom < side.height - 10, word
        on_front, on_back = _quarters(front, expected), _quarters(back, expected)
        assert len(on_front) == 4
        assert on_back == {text: (not right, low) for text, (right, low) in on_front.items()}
        numbers |= set(on_front)
    assert numbers == expected


def _quarters(side: Sheet, numbers: set[str]) -> dict[str, tuple[bool, bool]]:
    """The quarter of each card's number: whether it is on the right, and whether it is in the lower half."""
    return {
        word.text: (word.left > side.width / 2, word.top > side.height / 2)
        for word in side.words
        if word.text in numbers and word.bottom - word.top > 11
    }
