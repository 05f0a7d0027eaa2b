"""Reading grades (US, Flesch-Kincaid), calculated by textstat without a network."""

import re
import statistics
import warnings

from tests.support.sites import Page

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import textstat

#: Classes of elements whose text is collected from the protocols and their notes.
_COLLECTED = ["gathered", "edition", "source-notice", "meaning", "note"]


def own_paragraphs(page: Page) -> list[str]:
    """A page's own paragraphs and list items, without text that is collected from the protocols."""
    paragraphs = []
    for block in page.soup.find("article").find_all(["p", "li"]):
        if block.find_parent(class_=_COLLECTED) or block.find(["p", "li"]):
            continue
        text = re.sub(r"\([^)]*\)", "", block.get_text(" ", strip=True))
        if len(text.split()) > 5:
            paragraphs.append(text)
    return paragraphs


def grade_of(text: str) -> float:
    """The reading grade of one text."""
    return float(textstat.flesch_kincaid_grade(text))


def grade(paragraphs: list[str]) -> float:
    """The median reading grade of some paragraphs."""
    return statistics.median(grade_of(text) for text in paragraphs)
