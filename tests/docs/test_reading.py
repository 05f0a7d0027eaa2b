"""Reading grades (US, Flesch-Kincaid), measured by textstat without a network, and the words we do not use."""

import re
import statistics
import warnings

import pytest

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import textstat

from macros.content.model import page_url
from macros.files import ROOT
from macros.pages.provision_html import provision_text
from macros.publish.provisions_json import plain
from tests.support.reading import grade, own_paragraphs
from tests.support.sites import DOCS
from tools.records.wording import find_judging_words


def pages(folder: str, pattern: str = "*.md") -> tuple[str, ...]:
    """Addresses of all pages that stand in a folder of the words."""
    return tuple(page_url(DOCS, path) for path in sorted((DOCS / folder).rglob(pattern)))


#: The highest grade at which pages may read, and the pages, by who reads them or what they are.
READERS = {
    "carers under pressure": (8, ("", "decide/", "special-situations/", "for/residential-carer/", "for/foster-carer/")),
    "every guide: traffic lights, special situations, things to consider, police": (8, pages("guides")),
    "every form, and the dates": (8, pages("forms")),
    "what others have done, the area's own story, figures": (8, (
        "practice/", "practice/elsewhere/", "practice/six-points/", "evidence/national-picture/", "evidence/your-local-picture/", *pages("areas", "*/story.md"))),
    "training of care staff, foster carers and agency staff: slides with the trainer's words, paper, checks": (8, (
        *(f"training/{name}/{page}" for name in ("carers", "agency") for page in ("", "slides/", "handout/", "check/", "answers/")),
        "training/knowledge-check/", "training/confidence/")),
    "young people, booklets included": (5, ("for/young-person/", "forms/restorative/", *pages("young"))),
}

#: Words this site does not use of people, in any letters, with the official titles and quotations that may hold them.
NOT_OURS = {r"\bLACs?\b": ("protocol-lac-children",), r"\b(re)?offenders?\b": ("youth offenders", "legal-guidance/youth-offenders", "young offender institution", "Rehabilitation of Offenders", "Punishment of Offenders"),
            r"\bperpetrat\w*": (), r"\babscond\w*": (), r"\bkids?\b": ("Just for Kids Law",), r"\brunaways?\b": ("Runaway Helpline", "runaway-helpline"),
            r"\bjuveniles?\b": ("Treatment of juveniles and 17-year-olds",), r"\bdelinquen\w*|\byobs?\b|\bthugs?\b|\bAWOL\b|\byouths\b|\bservice users?\b": ()}
#: The one place where such a word is named, to say that it is not used.
NAMED = ("glossary/", "LAC looked-after child We do not use these letters")
#: In pages of our own a person is harmed; "victim" is said only of a child who is used or trafficked, as the law does.
HARMED = ("", "decide/", "guides/", "forms/", "young/", "special-situations/")






def test_the_protocols_read_at_grade_10_or_below(build, record_property, tell):
    lines = []
    for protocol in build.model.protocols.values():
        grades = [textstat.flesch_kincaid_grade(text) for p in protocol.provisions
                  if len((text := plain(provision_text(build.render, p))).split()) > 5]
        lines.append((protocol.key, statistics.median(grades)))
    tell("median reading grade: " + ", ".join(f"{key} protocol {value:.1f}" for key, value in lines))
    assert all(value <= 10 for _, value in lines)


@pytest.mark.parametrize("url, most", [(url, most) for most, urls in READERS.values() for url in urls])
def test_pages_for_carers_and_young_people_are_plain(site, url, most):
    assert grade(own_paragraphs(site.pages[url])) <= most


def test_grades_of_all_pages_are_listed(site, tell):
    rows = [(url, grade(paragraphs)) for url, page in site.pages.items() if (paragraphs := own_paragraphs(page))]
    tell("reading grade of our own words, page by page: " + ", ".join(f"/{url} {value:.1f}" for url, value in rows if not url.startswith("national")))
    assert rows


def all_words(page) -> str:
    """Everything a page says: its words, title and description, and what only a screen reader says."""
    soup = page.soup
    unseen = [tag[key] for key in ("alt", "aria-label", "placeholder") for tag in soup.find_all(attrs={key: True})]
    described = [tag["content"] for tag in soup.select("meta[name=description]")]
    return " ".join(" ".join([soup.get_text(" "), *described, *unseen]).split())


def not_ours(text: str) -> list[str]:
    """Places of a text that use a word we do not use, official titles left out."""
    found = []
    for pattern, titles in NOT_OURS.items():
        bare = text
        for title in titles:
            bare = re.sub(re.escape(title), "", bare, flags=re.I)
        found += [bare[max(0, m.start() - 40):m.end() + 20] for m in re.finditer(pattern, bare, re.I)]
    return found


def test_words_we_do_not_use_are_not_used(site):
    url, named = NAMED
    assert named in all_words(site.pages[url])
    assert [(page.url, place) for page in site.pages.values() for place in not_ours(all_words(page).replace(named, ""))] == []


def test_words_we_do_not_use_are_not_in_what_others_read_or_the_browser_says(site):
    """JSON for partners, the tools' words, and the pictures' titles."""
    files = [*site.folder.glob("*.json"), *site.folder.glob("runtime/tools/*.json"), *site.folder.glob("young/pictures/*.svg")]
    rules = [path for path in (ROOT / "tools").rglob("*.py") if path.name != "wording.py"]   # that one lists such words, to offer others
    words = [path.read_text(encoding="utf-8") for path in (*files, *rules)]
    assert len(files) > 15 and [place for text in words for place in not_ours(text.replace(NAMED[1], ""))] == []


@pytest.mark.parametrize("used", ["an Offender", "LAC", "two LACs", "the Perpetrator", "he absconded", "Kids", "a kid", "reoffenders", "young runaways", "a juvenile"])
def test_the_list_finds_a_word_in_any_letters(used):
    assert not_ours(f"This is {used}.") and not not_ours("Punishment of Offenders Act, a young offender institution, the Runaway Helpline")


def test_a_person_harmed_is_not_called_a_victim_but_a_child_who_is_used_may_be(site):
    said = [(page.url, text[max(0, m.start() - 60):m.end() + 40]) for page in site.pages.values() if page.url.startswith(HARMED[1:]) or page.url == ""
            for text in [all_words(page)] for m in re.finditer(r"\bvictims?\b", text, re.I)]
    assert [place for place in said if not re.search(r"used|using|exploit|traffick|slavery|grooming|forc", place[1])] == []


def test_our_own_pages_judge_no_child_by_the_words_that_our_forms_point_out(site):
    """'Criminal' is said of a record, a law or a matter; 'out of control' of things. Neither of a child."""
    fixed = r"criminal (records?|exploitation|outcome|matter|justice|activity|legal|allegation)|criminal evidence|things are out of control|young offender institutions?"
    said = [(page.url, word) for page in site.pages.values() if page.url.startswith(HARMED[1:]) or page.url == ""
            for word, _ in find_judging_words(re.sub(fixed, "", all_words(page), flags=re.I))]
    assert said == []
