"""Pages for young people: the same text on page and in booklet, easy to read, with pictures and sources."""

import re
import statistics
import xml.etree.ElementTree as etree

import pytest

from macros.content.errors import ContentError
from macros.content.model import Model
from macros.features.directory.helplines import helplines_of
from macros.features.young.data import BOOKLETS, MOST_WORDS, plain_line, read_young
from macros.registry import new_build
from tests.support.broken_content import break_file, check_error
from tests.support.reading import grade_of
from tests.support.sites import DOCS
from tests.support.text import line_of_text

#: Phrases that a topic's page must have: rights and subjects.
EXPECTED = {
    "carers": ("would I call the police if this were my own child?", "ask you what happened"),
    "police": (
        "At a police station, it is free",
        "an adult must be there",
        "An advocate",
        "Someone should tell you what is going on",
        "longer than they need",
        "You do not have to answer",
        "may not stay secret",
    ),
    "records": (
        "That does not mean that you did it",
        "community resolution",
        "youth caution",
        "conviction",
        "DBS check",
        "when you are grown up",
    ),
    "your-words": ("your side counts", "no wrong way", "Talk to a lawyer first"),
    "put-it-right": ("Nobody can make you take part", "sorry"),
    "who-can-help": ("999", "0800 1111", "0800 528 0731", "social worker", "advocate"),
    "care-leavers": ("until you are 25", "You choose if you tell the police", "free for you there"),
    "words": ("Appropriate adult:", "Advocate:", "Youth caution:", "Spent:"),
}
#: Words that could frighten, blame, or speak of a child as a crime.
NOT_FOR_THEM = (
    r"\b(prison|jail|locked up|criminals?|guilty|punish\w*|offend\w*|dangerous|bad (child|kid|person)|naughty|"
    r"last chance|or else)\b"
)


@pytest.fixture(scope="module")
def young(model):
    return read_young(model)


def article(site, url) -> str:
    return line_of_text(site.pages[url].soup.find("article"))


# --- Coverage --------------------------------------------------------------------------------------------------------


def test_every_subject_has_a_page(site, young):
    assert set(EXPECTED) == set(young.topics)
    for name, phrases in EXPECTED.items():
        text = article(site, f"young/{name}/")
        assert [phrase for phrase in phrases if phrase.lower() not in text.lower()] == [], name


def test_a_page_has_every_line_of_its_topic_in_order_next_to_its_picture(site, young):
    for topic in young.topics.values():
        parts = site.pages[f"young/{topic.name}/"].soup.select(".young__part")
        assert [line_of_text(part.find("h2")) for part in parts] == [part.title for part in topic.parts]
        for part, box in zip(topic.parts, parts, strict=True):
            rows = [
                (row.img["src"].split("/")[-1], line_of_text(line))
                for row in box.select(".young__row")
                for line in row.select("[data-say]")
            ]
            assert [picture for picture, _ in rows] == [f"{line.picture}.svg" for line in part.lines]
            assert len(rows) == len(part.lines) and all(text for _, text in rows)


@pytest.mark.parametrize(
    "url, booklet", [("young/easy-read/", "young"), ("young/easy-read-care-leavers/", "care-leavers")]
)
def test_a_booklet_has_the_same_lines_as_the_pages(site, young, url, booklet):
    page = site.pages[url].soup
    topics = [topic for topic in young.topics.values() if booklet in topic.booklets]
    for topic in topics:
        on_page = [line_of_text(line) for line in site.pages[f"young/{topic.name}/"].soup.select("[data-say]")]
        section = page.find("h2", id=topic.name).find_parent(class_="easy__topic")
        assert [line_of_text(line) for line in section.select(".easy__lines > li")] == on_page
        assert all(len(line.select("img")) == 1 for line in section.select(".easy__lines > li"))
    assert "Readers have not tested it yet" in article(site, url)
    assert {f"#{topic.name}" for topic in topics} == {a["href"] for a in page.select(".easy__contents a")}


def test_care_leavers_have_their_own_version_and_every_topic_is_in_a_booklet(young):
    in_booklets = {name: {topic.name for topic in young.topics.values() if name in topic.booklets} for name in BOOKLETS}
    assert "care-leavers" in in_booklets["care-leavers"] and "care-leavers" not in in_booklets["young"]
    assert set.union(*in_booklets.values()) == set(young.topics)
    assert "who-can-help" in set.intersection(*in_booklets.values())


def test_the_start_page_links_to_every_page_and_every_topic_to_who_can_help(site, young):
    linked = {a["href"] for a in site.pages["young/"].soup.find("article").find_all("a")}
    assert {f"{name}/" for name in young.topics} | {"easy-read/", "easy-read-care-leavers/", "tel:999"} <= linked
    for name in set(young.topics) - {"who-can-help"}:
        assert site.pages[f"young/{name}/"].soup.find("a", href="../who-can-help/"), name


def test_the_reader_page_links_to_the_start_page_and_repeats_no_fact(site):
    soup = site.pages["for/young-person/"].soup.find("article")
    assert soup.find("a", href="../../young/")
    paragraphs = [p for p in soup.find_all(["p", "li"]) if not p.find_parent(class_="gathered")]
    assert not any(re.search(r"lawyer|appropriate adult|0800", line_of_text(p)) for p in paragraphs)


# --- Easy to read and supportive -------------------------------------------------------------------------------------


def test_a_whole_topic_reads_at_grade_5_not_only_its_median_line(young):
    for topic in young.topics.values():
        lines = [plain_line(line.text) for part in topic.parts for line in part.lines]
        whole = grade_of(" ".join(line if line[-1] in '.?!"' else f"{line}." for line in lines))
        grades = [grade_of(line) for line in lines]
        assert whole <= 5 and statistics.quantiles(grades, n=10)[-1] <= 8, (topic.name, whole)


def test_a_line_is_one_short_sentence(young):
    for topic in young.topics.values():
        for line in (line for part in topic.parts for line in part.lines):
            text = plain_line(line.text)
            assert len(text.split()) <= MOST_WORDS
            assert len(re.findall(r"[.?!](?=\s|$|\")", text)) == 1, text


def test_no_page_has_frightening_or_blaming_text(site, young):
    topics = [f"young/{name}/" for name in young.topics]
    for url in [*topics, "young/", "young/easy-read/", "young/easy-read-care-leavers/"]:
        text = article(site, url).split("For adults: where these words come from")[0]
        text = re.sub(r"That is not a criminal record", "", text)
        assert not (match := re.search(NOT_FOR_THEM, text, re.I)), (url, match and match[0])


def test_no_page_advises_talking_to_the_police_before_a_lawyer_or_denies_the_right_to_report(site):
    police, account, carers = (article(site, f"young/{name}/") for name in ("police", "your-words", "carers"))
    assert (
        police.index("You do not have to answer what the police ask")
        < police.index("not answering can count against you")
        < police.index("So talk to your lawyer first")
    )
    assert account.index("Did the police come? Talk to a lawyer first") < account.index("What to tell")
    assert "you can call the police too" in carers
    assert "You can still tell the police if you want to" in article(site, "young/put-it-right/")


# --- Sources ---------------------------------------------------------------------------------------------------------


def test_every_part_has_its_sources_for_adults(site, young):
    for topic in young.topics.values():
        rows = site.pages[f"young/{topic.name}/"].soup.select(".young__from li")
        assert [line_of_text(row.find("strong")) for row in rows] == [part.title for part in topic.parts]
        assert all(row.find("a", href=True) for row in rows)


def test_the_text_is_based_on_no_area(other_site, young):
    """Another area gets the same pages, because no note of a single area is a source."""
    for name in young.topics:
        assert other_site.pages[f"young/{name}/"].soup.select(".young__part")


def test_a_phone_number_is_in_one_file(site, model):
    """The pages' Markdown and data print helplines by key only."""
    numbers = [entry.facts["phone"] for entry in helplines_of(model).values()]
    for path in (p for p in DOCS.rglob("*") if p.suffix in (".md", ".yml")):
        if path.parent.name != "entries" and "areas" not in path.parts:
            assert not [n for n in numbers if n in path.read_text(encoding="utf-8")], path


# --- Pictures --------------------------------------------------------------------------------------------------------


def test_pictures_are_a_small_uniform_set_without_links_and_all_are_used(young):
    used = {line.picture for topic in young.topics.values() for part in topic.parts for line in part.lines}
    assert used == set(young.pictures) and 10 <= len(used) <= 16
    for name, title in young.pictures.items():
        root = etree.parse(DOCS / "young" / "pictures" / f"{name}.svg").getroot()
        assert root.get("viewBox") == "0 0 200 150" and len(title.split()) >= 2
        tags = {element.tag.rpartition("}")[2] for element in root.iter()}
        shapes = {"svg", "title", "g", "path", "rect", "circle", "ellipse"}
        assert tags <= shapes, "no script, style, text, image or link"
        keys = [key for element in root.iter() for key in element.attrib]
        assert not any(key.startswith("on") or "style" in key or "href" in key for key in keys)


def test_a_picture_has_alternative_text_on_a_page_and_none_in_a_booklet(site, young):
    for name in young.topics:
        for img in site.pages[f"young/{name}/"].soup.select(".young__row img"):
            assert img["alt"] == young.pictures[img["src"].rpartition("/")[2].removesuffix(".svg")]
    assert {img["alt"] for img in site.pages["young/easy-read/"].soup.select(".easy img")} == {""}


# --- Only these pages can be listened to -----------------------------------------------------------------------------


def test_no_result_form_or_tool_can_be_listened_to(site, young):
    listenable = {
        url for url, page in site.pages.items() if page.soup.select("[data-listen], [data-module='young/listen']")
    }
    assert listenable == {f"young/{name}/" for name in young.topics}
    for url in listenable:
        assert not site.pages[url].soup.find("article").select("form, .tool, .result, input, textarea")


# --- Bad input -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "old, new, expected",
    [
        (
            "- lawyer: You can say,",
            "- lawer: You can say,",
            "no picture in young/pictures called 'lawer'. Did you mean 'lawyer'?",
        ),
        (
            "national 6.4-8, national 6.6-5]",
            "national 6.4-88, national 6.6-5]",
            "no provision 'national 6.4-88'. Did you mean '6.4-8'?",
        ),
        (
            "source arrested, source not-secret",
            "source arested, source not-secret",
            "no source called 'arested'. Did you mean 'arrested'?",
        ),
        ("note section-45-is-a-defence", "note section-45", "'section-45'"),
        ("topic weapons]", "topic weapon]", "no topic 'weapon' in the area file. Did you mean 'weapons'?"),
        ("[helpline childline,", "[helpline childlines,", "no helpline called 'childlines'. Did you mean 'childline'?"),
        (
            "That means you too.",
            "That means you too, and it means everyone else who happens to be there at the same time as you.",
            "this line has 20 words",
        ),
        ("name: carers", "name: carer", "needs a page"),
        ("booklets: [young]", "booklets: [adults]", "'adults' is not one of"),
    ],
)
def test_an_error_in_the_topics_is_reported_with_its_line(docs, old, new, expected):
    check_error(
        lambda: read_young(Model(docs, "wolds")), docs / "young" / "topics.yml", old, new, expected, lines=(0, 0)
    )


def test_a_picture_without_a_title_is_refused(docs):
    path = docs / "young" / "pictures" / "clock.svg"
    break_file(path, "<title>A clock</title>", "")
    with pytest.raises(ContentError, match="clock.svg:1: a picture needs"):
        read_young(Model(docs, "wolds"))


def test_an_unknown_helpline_topic_or_booklet_is_reported_with_the_nearest_name(docs):
    build = new_build(Model(docs, "wolds"), {})
    for call, name, nearest in (("helpline", "childlin", "childline"), ("young_topic", "polices", "police")):
        with pytest.raises(LookupError, match=f"Did you mean '{nearest}'"):
            build.macros[call](name)
    with pytest.raises(LookupError, match="no booklet 'adults'"):
        build.macros["booklet"]("adults")


def test_a_helpline_that_costs_money_or_has_no_date_is_refused(docs):
    path = docs / "directory" / "entries" / "childline.md"
    break_file(path, "phone: 0800 1111", "phone: 0900 1111")
    with pytest.raises(ContentError, match="childline.md:"):
        helplines_of(Model(docs, "wolds"))
