"""Reading grades (US, Flesch-Kincaid), measured by textstat without a network, and the words we do not use."""

import re
import statistics
import warnings

import pytest

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import textstat

from macros.model import page_url
from macros.publish import plain
from macros.words import provision_text
from tests.conftest import DOCS

#: Pages for carers under pressure.
CARERS = ("", "decide/", "special-situations/", "for/residential-carer/", "for/foster-carer/")
#: Every guide: traffic lights, special situations, things to consider, and the pages for police.
GUIDES = tuple(page_url(DOCS, path) for path in sorted((DOCS / "guides").rglob("*.md")))
#: What care staff, foster carers and agency staff read or hear in training: slides with the trainer's words, handouts and checks.
TRAINING = tuple(f"training/{name}/{page}" for name in ("carers", "agency") for page in ("", "slides/", "handout/", "check/", "answers/")) + ("training/knowledge-check/", "training/confidence/")
YOUNG = ("for/young-person/",)

#: Words this site does not use of people, with the official titles and quotations that may hold them.
NOT_OURS = {r"\bLAC\b": (), r"\boffenders?\b": ("youth offenders", "young offender", "Rehabilitation of offenders"), r"\bperpetrators?\b": (),
            r"\babscond\w*": (), r"\bkids\b": ("Just for Kids Law",)}


def own_paragraphs(page) -> list[str]:
    """Paragraphs and list items of ours on a page, without what is gathered from the protocols."""
    article = page.soup.find("article")
    blocks = article.find_all(["p", "li"])
    out = []
    for block in blocks:
        if block.find_parent(class_=["gathered", "edition", "source-notice", "meaning", "note"]) or block.find(["p", "li"]):
            continue
        text = re.sub(r"\([^)]*\)", "", block.get_text(" ", strip=True))
        if len(text.split()) > 5:
            out.append(text)
    return out


def grade(paragraphs: list[str]) -> float:
    return statistics.median(textstat.flesch_kincaid_grade(text) for text in paragraphs)


def test_the_protocols_read_at_grade_10_or_below(words, record_property, tell):
    lines = []
    for protocol in words.model.protocols.values():
        grades = [textstat.flesch_kincaid_grade(text) for p in protocol.provisions
                  if len((text := plain(provision_text(words.render, p))).split()) > 5]
        lines.append((protocol.key, statistics.median(grades)))
    tell("median reading grade: " + ", ".join(f"{key} protocol {value:.1f}" for key, value in lines))
    assert all(value <= 10 for _, value in lines)


@pytest.mark.parametrize("url, most", [*((url, 8) for url in (*CARERS, *GUIDES, *TRAINING)), *((url, 5) for url in YOUNG)])
def test_pages_for_carers_and_young_people_are_plain(site, url, most):
    assert grade(own_paragraphs(site.pages[url])) <= most


def test_grades_of_all_pages_are_listed(site, tell):
    rows = [(url, grade(paragraphs)) for url, page in site.pages.items() if (paragraphs := own_paragraphs(page))]
    tell("reading grade of our own words, page by page: " + ", ".join(f"/{url} {value:.1f}" for url, value in rows if not url.startswith("national")))
    assert rows


def test_words_we_do_not_use_are_not_used(site):
    found = []
    for page in site.pages.values():
        text = page.soup.find("article").get_text(" ")
        for pattern, titles in NOT_OURS.items():
            bare = " ".join(text.split())
            for title in titles:
                bare = re.sub(re.escape(title), "", bare, flags=re.I)
            found += [(page.url, bare[max(0, m.start() - 40):m.end() + 20]) for m in re.finditer(pattern, bare)]
    assert [f for f in found if not f[0].startswith("glossary")] == []
