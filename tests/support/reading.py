"""Reading grades (US, Flesch-Kincaid), measured by textstat without a network."""

import re
import statistics
import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import textstat


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
