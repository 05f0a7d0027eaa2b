"""The index: subjects with the pages they are mentioned on, and every paragraph with its page.

Pages are known only after a first layout. Until then an entry has a link for each place; `set_page_numbers` then puts
the numbers in, each page once.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from xml.etree.ElementTree import Element

from macros.content.model import Model
from macros.editions.handbooks.layout.elements import classes
from macros.editions.handbooks.layout.references import PAGE_PLACEHOLDER
from macros.render.html import Html, join, tag

#: Attribute of an index entry: the ids of its places.
PLACES = "data-places"


def mark_subjects(
    sections: Iterable[tuple[str, Element]], subjects: Mapping[str, Collection[str]]
) -> dict[str, list[str]]:
    """Puts an anchor at the first mention of each subject in every section; returns the anchors by subject."""
    sections = list(sections)
    anchors: dict[str, list[str]] = {}
    for subject, beginnings in subjects.items():
        pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, beginnings))})\w*", re.I)
        for key, tree in sections:
            id = f"subject.{re.sub('[^a-z]+', '-', subject.lower())}.{key}"
            if _anchor_first(tree, pattern, id):
                anchors.setdefault(subject, []).append(id)
    return anchors


def _anchor_first(element: Element, pattern: re.Pattern[str], id: str) -> bool:
    """Wraps the first match in running text, in reading order, in an anchor; returns whether there was one."""
    if element.tag in ("a", "svg", "title") or element.get("class") in ("address", "provision-number"):
        return False
    if element.text and (match := pattern.search(element.text)):
        element.insert(0, _anchor(match, element.text, id))
        element.text = element.text[: match.start()]
        return True
    for number, child in enumerate(list(element)):
        if _anchor_first(child, pattern, id):
            return True
        if child.tail and (match := pattern.search(child.tail)):
            element.insert(number + 1, _anchor(match, child.tail, id))
            child.tail = child.tail[: match.start()]
            return True
    return False


def _anchor(match: re.Match[str], text: str, id: str) -> Element:
    anchor = Element("span", {"id": id})
    anchor.text, anchor.tail = match[0], text[match.end() :]
    return anchor


def subject_index(anchors: Mapping[str, Sequence[str]]) -> Html:
    """Subjects in alphabetical order, each with links to its places."""
    rows = [tag("li", subject, " ", _places(anchors[subject])) for subject in sorted(anchors, key=str.lower)]
    return tag("ul", rows, class_="index")


def _places(ids: Sequence[str]) -> Html:
    links = join(*(tag("a", "0", href=f"#{id}") for id in ids), separator=", ")
    return tag("span", links, class_="at", data_places=" ".join(ids))


def paragraph_index(model: Model, ids: Collection[str]) -> Html:
    """Every paragraph of each protocol that a handbook contains, with its page."""
    parts: list[Html] = []
    for protocol in model.protocols.values():
        rows = [
            tag("li", tag("a", p.id, class_="leads", href=f"#{p.id}", data_page=PAGE_PLACEHOLDER))
            for p in protocol.provisions
            if p.id in ids
        ]
        if rows:
            heading = tag("h3", f"Paragraphs: {protocol.facts['short_title']}")
            parts.append(join(heading, tag("ul", rows, class_="index index--paragraphs")))
    return join(parts)


def has_page_numbers(document: Element) -> bool:
    """Whether a document refers to any page."""
    return any("data-page" in link.attrib for link in document.iter("a"))


def set_page_numbers(document: Element, pages: Mapping[str, int]) -> None:
    """Sets the page after each reference, and the pages of each index entry, each page once and in order."""
    for link in document.iter("a"):
        if "data-page" in link.attrib:
            link.set("data-page", str(pages[link.get("href", "").removeprefix("#")]))
    for entry in document.iter("span"):
        if "at" in classes(entry) and PLACES in entry.attrib:
            _set_entry(entry, pages)


def _set_entry(entry: Element, pages: Mapping[str, int]) -> None:
    first: dict[int, str] = {}
    for id in entry.attrib[PLACES].split():
        first.setdefault(pages[id], id)
    entry[:] = []
    for page, id in sorted(first.items()):
        link = Element("a", {"href": f"#{id}"})
        link.text, link.tail = str(page), ", "
        entry.append(link)
    entry[-1].tail = None
