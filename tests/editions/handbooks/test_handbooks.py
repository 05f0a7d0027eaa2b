"""The handbooks: complete, in order, every page reference right, nothing cut off, readable by those who cannot see them."""

import re
from urllib.parse import urlsplit

import pikepdf
import pytest
import zxingcpp
from pdfua import validate
from PIL import Image

from macros.features.printed.catalogue import scenario_cards
from tests.editions.handbooks.conftest import PUBLIC
from tests.editions.handbooks.reading import links, pictures, places, sheets, structure, under

BLANK = "This page is left blank so that the next chapter starts on the right."
NAMES = ("childrens-homes", "foster-and-kinship", "police", "young-people", "trainers", "partnership", "forms")


def covering(found, word):
    """The link in whose box the middle of a word lies."""
    across, down = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return next((link for link in found if link.left - 1 <= across <= link.right + 1 and link.top - 1 <= down <= link.bottom + 1), None)


def to_cut_out(sheet):
    """Whether a page is a side of scenario cards, which fill it."""
    return "Rules of" in sheet.text or sheet.text.count("Scenario cards") == 4


def test_the_seven_handbooks_are_there(handbooks):
    assert sorted(handbooks) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_page_number_is_the_page_on_which_its_target_stands(handbooks, name):
    """After 'p.', in the contents and in the index: a number inside a link is the page the link leads to."""
    path, checked = handbooks[name], 0
    for number, (sheet, found) in enumerate(zip(sheets(path), links(path)), 1):
        for before, word in zip(sheet.words, sheet.words[1:]):
            digits = re.fullmatch(r"(\d+)[).,;:]*", word.text)
            link = covering(found, word) if digits else None
            referred = before.text == "p." or before.text.endswith("(p.")
            if before.text == "p.":
                assert digits and link, (name, number, word.text)
            if link and (referred or link.name.startswith(("chapter-", "subject.")) and word.left > before.right):
                assert int(digits[1]) == link.page, (name, number, before.text, word.text, link.name)
                checked += 1
    assert checked >= 5


@pytest.mark.parametrize("name", NAMES)
def test_the_contents_give_the_page_of_every_section(handbooks, name):
    path = handbooks[name]
    contents = [(sheet, found) for sheet, found in zip(sheets(path), links(path)) if sheet.words and sheet.words[0].text == "Contents"]
    checked = 0
    for sheet, found in contents:
        for link in found:
            last = max((w for w in sheet.words if link.top - 1 <= (w.top + w.bottom) / 2 <= link.bottom + 1), key=lambda w: w.right)
            if last.text.isdigit():
                assert int(last.text) == link.page, link.name
                checked += 1
    assert checked >= 4


@pytest.mark.parametrize("name", NAMES)
def test_a_page_says_which_it_is_of_how_many(handbooks, name):
    pages = sheets(handbooks[name])
    for number, sheet in enumerate(pages[1:], 2):
        assert f"Page {number} of {len(pages)}" in sheet.text or to_cut_out(sheet)


@pytest.mark.parametrize("name", NAMES)
def test_no_page_is_empty_but_those_that_say_so(handbooks, name):
    for number, sheet in enumerate(sheets(handbooks[name]), 1):
        assert len(sheet.words) > 20 or BLANK in sheet.text, (name, number, sheet.text)


@pytest.mark.parametrize("name", NAMES)
def test_chapters_start_on_the_right(handbooks, name):
    found = {id: page for id, page in places(handbooks[name]).items() if id.startswith("chapter-")}
    assert found and all(page % 2 for page in found.values()), found


def test_a_handbook_is_short_enough_to_be_used(prints):
    sides = {name: prints[name][1].pages for name in NAMES}
    assert all(20 <= count <= 40 for name, count in sides.items() if name != "partnership"), sides


@pytest.mark.parametrize("name", NAMES)
def test_no_word_runs_out_of_its_page_or_over_another(handbooks, name):
    for number, sheet in enumerate(sheets(handbooks[name]), 1):
        for word in sheet.words:
            assert 10 < word.left and word.right < sheet.width - 10 and 10 < word.top and word.bottom < sheet.height - 10, (name, number, word)


@pytest.mark.parametrize("name", NAMES)
def test_no_heading_is_left_alone_at_the_foot(handbooks, name):
    """A section's heading is not the last thing on its page or in its column: words of the section follow below it."""
    pages, at = sheets(handbooks[name]), places(handbooks[name])
    heads = set(under(handbooks[name], "H2")) - {""}
    for number, sheet in enumerate(pages, 1):
        for words in heads:
            for start in (i for i in range(len(sheet.words)) if [w.text for w in sheet.words[i:i + len(words.split())]] == words.split()):
                head = sheet.words[start]
                if head.bottom - head.top < 14:  # the running head says the same in small letters
                    continue
                below = [w for w in sheet.words if w.top > head.bottom + 2 and abs(w.left - head.left) < 150 and w.top < sheet.height - 60]
                assert len(below) > 6, (name, number, words, at and "")


def test_the_full_edition_has_every_id_of_the_web_and_no_other(handbooks, model, site):
    printed = set(places(handbooks["partnership"]))
    on_the_web = {tag["id"] for page in site.pages.values() for tag in page.soup.find_all(class_="provision", id=True)}
    assert on_the_web == set(model.provisions)
    assert set(model.provisions) <= printed
    assert {id for id in printed if re.fullmatch(r"(\d+\.\d+|s\d+|fn\d+|front|a\d|l\d+)(-\S+)?", id)} <= on_the_web


def test_the_full_edition_says_every_paragraph_in_order(handbooks, model):
    """Each number stands in the words of the file, in the order of the document; footnotes stand at the foot instead."""
    flat = " ".join(" ".join(text for _, _, text in structure(handbooks["partnership"])).split())
    position = 0
    for provision in (p for p in model.provisions.values() if p.parsed_id.kind != "footnote"):
        found = re.compile(rf"(?<![\w.-]){re.escape(provision.id)}(?![\w-]|\.\d)").search(flat, position)
        assert found, provision.id
        position = found.end()


def test_footnotes_stand_at_the_foot_of_the_page_on_which_they_are_called(handbooks, model):
    """Or of the next, where a call stands so low on its page that there is no room left: three times at most."""
    path, at, carried = handbooks["partnership"], places(handbooks["partnership"]), []
    for provision in (p for p in model.provisions.values() if p.parsed_id.kind == "footnote"):
        page, number = at[provision.id], provision.id.removeprefix("fn")
        marks = [w for w in sheets(path)[page - 1].words if w.text == provision.id]
        assert marks, provision.id
        above = [w for w in sheets(path)[page - 1].words if w.text.endswith(number) and w.top < marks[0].top]
        if not above:
            carried.append(provision.id)
            above = [w for w in sheets(path)[page - 2].words if w.text.endswith(number) and w.bottom - w.top < 8]
        below = [w for w in sheets(path)[page - 1].words if w.top > marks[0].bottom and not re.search(r"^(Page|of|\d+|Both|protocols|in|full:|partnership|edition|fn\d+)$", w.text)]
        assert above and all(w.bottom - w.top < marks[0].bottom - marks[0].top + 3 for w in below), provision.id
    assert len(carried) <= 3, carried


def test_editor_s_notes_are_marked_in_print(handbooks, model):
    flat = " ".join(sheet.text for sheet in sheets(handbooks["partnership"]))
    for kind in {note.kind for note in model.notes}:
        assert f"Editor's note: {kind}" in flat
    unmissable = [note for note in model.notes if note.unmissable]
    assert flat.count("Safety: read this first.") >= len(unmissable) > 0


@pytest.mark.parametrize("name", NAMES)
def test_a_handbook_has_what_a_screen_reader_needs(handbooks, name):
    """Language, title, bookmarks, tags; headings that skip no level; lists; tables with headers; words for every figure."""
    path, rows = handbooks[name], structure(handbooks[name])
    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.Lang) == "en-GB" and bool(pdf.Root.MarkInfo.Marked) and bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert str(pdf.docinfo["/Title"]) and "pdfuaid" in bytes(pdf.Root.Metadata.read_bytes()).decode()
        outline = pdf.open_outline().root
        assert [item.title for item in outline] == under(path, "H1")[1:], "a bookmark for the contents and each chapter"
        figures = [e for e in pdf.objects if isinstance(e, pikepdf.Dictionary) and e.get("/S") == "/Figure"]
        assert all(str(figure.get("/Alt", "")).strip() for figure in figures)
    levels = [int(element[1]) for _, element, _ in rows if re.fullmatch(r"H[1-6]", element)]
    assert levels[0] == 1 and all(after - before <= 1 for before, after in zip(levels, levels[1:]))
    elements = [element for _, element, _ in rows]
    assert "L" in elements and "LI" in elements
    for number, (depth, element, _) in enumerate(rows):
        if element == "Table":
            inner = []
            for deeper, name_, _ in rows[number + 1:]:
                if deeper <= depth:
                    break
                inner.append(name_)
            assert "TH" in inner, "a table without headers"


@pytest.mark.parametrize("name", NAMES)
def test_a_program_finds_no_fault_with_the_tags(handbooks, name):
    """The checks of `pdfua`: a part of the machine-checkable rules of PDF/UA-1, no more. Nothing else is claimed.

    It looks for the scope of a table's headers in the headers alone. Ours are named by the cells, which the next test looks at.
    """
    report = validate(handbooks[name])
    assert [f"{finding.rule_id} {finding.message}" for finding in report.findings if finding.rule_id != "UA-15-003"] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_cell_of_a_table_names_its_headers(handbooks, name):
    checked = 0
    with pikepdf.open(handbooks[name]) as pdf:
        elements = [e for e in pdf.objects if isinstance(e, pikepdf.Dictionary) and e.get("/S") in ("/TH", "/TD")]
        headers = {str(e.ID) for e in elements if e.S == "/TH"}
        for cell in (e for e in elements if e.S == "/TD"):
            named = {str(header) for header in cell.A.get("/Headers", [])}
            assert named and named <= headers
            checked += 1
    assert checked and len(headers) == sum(e.S == "/TH" for e in elements)


@pytest.mark.parametrize("name", ("childrens-homes", "partnership"))
def test_reading_order_is_the_order_of_the_words(handbooks, making, name):
    """The structure tree, read by poppler, gives the sections' headings and first words in the order in which they were put together."""
    flat = " ".join(" ".join(text for _, _, text in structure(handbooks[name])).split())
    book = next(b for b in making.catalogue.handbooks if b.name == name)
    position = flat.index("About this handbook")
    for chapter in book.chapters:
        assert chapter.title in flat[position:], chapter.title
        position = flat.index(chapter.title, position) + 1


@pytest.mark.parametrize("name, first, last", [("childrens-homes", 1, 12), ("young-people", 1, 8), ("partnership", 1, 12)])
def test_codes_on_paper_lead_to_the_page_they_stand_on(handbooks, site, tmp_path, name, first, last):
    """Each QR code of a rendered page is read back: it is the address printed beside it, and that is a page of the site."""
    read = 0
    for number, picture in zip(range(first, last + 1), pictures(handbooks[name], tmp_path, first, last, 150)):
        words = sheets(handbooks[name])[number - 1].text
        codes = [code.text for code in zxingcpp.read_barcodes(Image.open(picture), formats=zxingcpp.BarcodeFormat.QRCode)]
        assert len(codes) == words.count("On the web: good-enough.example.org/") + (number == 1), (number, codes)
        for address in codes:
            assert address.startswith(PUBLIC)
            path = urlsplit(address).path.lstrip("/")
            short = path if path.endswith("/") else f"{path}/"
            assert path in site.pages or short in site.short, address
            assert address.removeprefix("https://") in words.replace(" ", ""), address
            read += 1
    assert read >= 2


def test_a_cover_has_the_area_s_numbers_and_a_labelled_blank_for_what_nobody_confirmed(handbooks, model):
    cover = sheets(handbooks["childrens-homes"])[0].text
    assert model.area["control_room"]["other"] in cover and model.area["champion"]["name"] in cover
    assert model.area["champion"]["phone"] == "not confirmed" and "Not confirmed. Write it here:" in cover
    assert "Printed copies go out of date." in cover and "25 November 2026" in cover and "good-enough.example.org/take-it-with-you/print/" in cover.replace(" ", "")


def test_running_heads_name_the_chapter_on_the_left_and_the_section_on_the_right(handbooks):
    path = handbooks["childrens-homes"]
    chapter = next(c for c in under(path, "H1") if "Special situations" in c)
    start = next(page for id, page in places(path).items() if id == "chapter-" + chapter.split()[0])
    left, right = sheets(path)[start], sheets(path)[start + 1]
    assert left.text.startswith(chapter) and re.match(r"\d+\.\d+ ", right.text)


def test_the_answer_of_each_scenario_card_lies_behind_it_within_its_edges(handbooks, making):
    """On the side that follows, mirrored left to right; no word crosses the lines that are cut along."""
    known, trainers = scenario_cards(making.words.model), next(book for book in making.catalogue.handbooks if book.name == "trainers")
    wanted = {f"{known[name].number}." for chapter in trainers.chapters for kind, names in chapter.parts if kind == "scenarios" for name in names}
    assert wanted
    pages, found = sheets(handbooks["trainers"]), set()
    for number, front in enumerate(pages):
        if front.text.count("Scenario cards") != 4:
            continue
        back = pages[number + 1]
        assert number % 2 == 0, "a front is on the right"
        for side in (front, back):
            for word in side.words:
                assert not word.left < side.width / 2 - 2 < word.right - 4 and word.bottom < side.height - 10, word
        places_of = [{w.text: (w.left > side.width / 2, w.top > side.height / 2) for w in side.words if w.text in wanted and w.bottom - w.top > 11} for side in (front, back)]
        assert len(places_of[0]) == 4
        assert places_of[1] == {text: (not right, low) for text, (right, low) in places_of[0].items()}
        found |= set(places_of[0])
    assert found == wanted
