"""Reading grades (US, Flesch-Kincaid) of provisions and pages, and words that this site avoids."""

import re
import statistics

import pytest

from macros.content.model import page_url
from macros.files import ROOT
from macros.pages.provision_html import provision_text
from macros.pages.text import plain
from tests.support.reading import grade, grade_of, own_paragraphs
from tests.support.sites import DOCS, Page, Site
from tools.records.wording import find_judging_words


def pages(folder: str, pattern: str = "*.md") -> tuple[str, ...]:
    """URLs of all pages of a content folder."""
    return tuple(page_url(DOCS, path) for path in sorted((DOCS / folder).rglob(pattern)))


#: The highest grade of any page, whoever reads it, except lists of official titles.
HIGHEST_GRADE = 10
LISTS_OF_TITLES = ("directory/by-", "national/annex-6-resources/")
#: The highest grade of some pages, by who reads them or what they are.
READERS = {
    "carers under pressure": (8, ("", "decide/", "special-situations/", "for/residential-carer/", "for/foster-carer/")),
    "every guide: traffic lights, special situations, things to consider, police": (8, pages("guides")),
    "every form, and the dates": (8, pages("forms")),
    "practice elsewhere, the area's story, figures": (
        8,
        (
            "practice/",
            "practice/elsewhere/",
            "practice/six-points/",
            "evidence/national-picture/",
            "evidence/your-local-picture/",
            *pages("areas", "*/story.md"),
        ),
    ),
    "training of care staff, foster carers and agency staff: slides with trainer's notes, handouts, checks": (
        8,
        (
            *(
                f"training/{name}/{page}"
                for name in ("carers", "agency")
                for page in ("", "slides/", "handout/", "check/", "answers/")
            ),
            "training/knowledge-check/",
            "training/confidence/",
        ),
    ),
    "young people, booklets included": (5, ("for/young-person/", "forms/restorative/", *pages("young"))),
}

#: Words that this site does not use for people, as patterns without regard to case, with the official titles and
#: quotations that may contain them.
AVOIDED = {
    r"\bLACs?\b": ("protocol-lac-children",),
    r"\b(re)?offenders?\b": (
        "youth offenders",
        "legal-guidance/youth-offenders",
        "young offender institution",
        "Rehabilitation of Offenders",
        "Punishment of Offenders",
    ),
    r"\bperpetrat\w*": (),
    r"\babscond\w*": (),
    r"\bkids?\b": ("Just for Kids Law",),
    r"\brunaways?\b": ("Runaway Helpline", "runaway-helpline"),
    r"\bjuveniles?\b": ("Treatment of juveniles and 17-year-olds",),
    r"\bdelinquen\w*|\byobs?\b|\bthugs?\b|\bAWOL\b|\byouths\b|\bservice users?\b": (),
}
#: The one place that mentions such a word, to explain that it is not used: its page and its text.
EXPLAINED = ("glossary/", "LAC looked-after child We do not use these letters")
#: The site's own pages say "person harmed". They call only a child who is used or trafficked a victim, as in law.
OWN_FOLDERS = ("decide/", "guides/", "forms/", "young/", "special-situations/")


def test_the_protocols_read_at_grade_10_or_below(build, report_figure):
    lines = []
    for protocol in build.model.protocols.values():
        grades = [
            grade_of(text)
            for p in protocol.provisions
            if len((text := plain(provision_text(build.render, p))).split()) > 5
        ]
        lines.append((protocol.key, statistics.median(grades)))
    report_figure("median reading grade: " + ", ".join(f"{key} protocol {value:.1f}" for key, value in lines))
    assert all(value <= 10 for _, value in lines)


@pytest.mark.parametrize("url, most", [(url, most) for most, urls in READERS.values() for url in urls])
def test_pages_for_carers_and_young_people_are_plain(site, url, most):
    assert grade(own_paragraphs(site.pages[url])) <= most


def test_no_page_reads_above_the_highest_grade(site, report_figure):
    grades = {
        url: grade(paragraphs)
        for url, page in site.pages.items()
        if not url.startswith(LISTS_OF_TITLES) and (paragraphs := own_paragraphs(page))
    }
    hardest = max(grades, key=lambda url: grades[url])
    report_figure(
        f"reading grade of {len(grades)} pages: median {statistics.median(grades.values()):.1f}, "
        f"highest {grades[hardest]:.1f} (/{hardest})"
    )
    assert len(grades) > 200 and {url: value for url, value in grades.items() if value > HIGHEST_GRADE} == {}


def own_pages(site: Site) -> list[Page]:
    """The home page, and all pages of the site's own folders."""
    return [page for page in site.pages.values() if page.url == "" or page.url.startswith(OWN_FOLDERS)]


def all_text(page: Page) -> str:
    """All text of a page: also its title and description, and text for screen readers."""
    soup = page.soup
    hidden = [tag[key] for key in ("alt", "aria-label", "placeholder") for tag in soup.find_all(attrs={key: True})]
    descriptions = [tag["content"] for tag in soup.select("meta[name=description]")]
    return " ".join(" ".join([soup.get_text(" "), *descriptions, *hidden]).split())


def avoided_words(text: str) -> list[str]:
    """The places of a text that use an avoided word, except in official titles."""
    places = []
    for pattern, titles in AVOIDED.items():
        bare = text
        for title in titles:
            bare = re.sub(re.escape(title), "", bare, flags=re.I)
        places += [bare[max(0, m.start() - 40) : m.end() + 20] for m in re.finditer(pattern, bare, re.I)]
    return places


def test_no_page_uses_an_avoided_word(site):
    url, explained = EXPLAINED
    assert explained in all_text(site.pages[url])
    assert [
        (page.url, place)
        for page in site.pages.values()
        for place in avoided_words(all_text(page).replace(explained, ""))
    ] == []


def test_no_published_data_tool_or_picture_uses_an_avoided_word(site):
    files = [
        *site.folder.glob("*.json"),
        *site.folder.glob("runtime/tools/*.json"),
        *site.folder.glob("young/pictures/*.svg"),
    ]
    # wording.py lists such words, to suggest others.
    rules = [path for path in (ROOT / "tools").rglob("*.py") if path.name != "wording.py"]
    texts = [path.read_text(encoding="utf-8") for path in (*files, *rules)]
    assert len(files) > 15
    assert [place for text in texts for place in avoided_words(text.replace(EXPLAINED[1], ""))] == []


@pytest.mark.parametrize(
    "used",
    [
        "an Offender",
        "LAC",
        "two LACs",
        "the Perpetrator",
        "he absconded",
        "Kids",
        "a kid",
        "reoffenders",
        "young runaways",
        "a juvenile",
    ],
)
def test_avoided_words_are_found_without_regard_to_case(used):
    assert avoided_words(f"This is {used}.") and not avoided_words(
        "Punishment of Offenders Act, a young offender institution, the Runaway Helpline"
    )


def test_a_person_harmed_is_not_called_a_victim_but_a_child_who_is_used_may_be(site):
    places = [
        (page.url, text[max(0, m.start() - 60) : m.end() + 40])
        for page in own_pages(site)
        for text in [all_text(page)]
        for m in re.finditer(r"\bvictims?\b", text, re.I)
    ]
    assert [
        place for place in places if not re.search(r"used|using|exploit|traffick|slavery|grooming|forc", place[1])
    ] == []


def test_our_own_pages_use_no_judging_word_that_our_forms_point_out(site):
    """'Criminal' may describe a record, a law or a matter, and 'out of control' things; neither describes a child."""
    fixed = (
        r"criminal (records?|exploitation|outcome|matter|justice|activity|legal|allegation)|criminal evidence"
        r"|things are out of control|young offender institutions?"
    )
    places = [
        (page.url, word)
        for page in own_pages(site)
        for word, _ in find_judging_words(re.sub(fixed, "", all_text(page), flags=re.I))
    ]
    assert places == []
