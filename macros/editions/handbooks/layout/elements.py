"""Element trees: HTML of a body as a tree that can be changed, and back."""

from collections.abc import Callable
from xml.etree.ElementTree import Comment, Element, tostring

import tinyhtml5

from macros.render.html import Html

SVG = "{http://www.w3.org/2000/svg}"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def parse(html: str) -> Element:
    """HTML of a body as the element tree of a `<div>`, without comments: every node is an element."""
    body: Element = tinyhtml5.parse(f"<!doctype html><body>{html}", namespace_html_elements=False).find("body")
    body.tag = "div"
    for parent in list(body.iter()):
        for child in [child for child in parent if child.tag is Comment]:
            remove(parent, child)
    return body


def html_of(element: Element) -> Html:
    """An element tree as HTML. Inline SVG loses the namespace prefix that only XML needs."""
    for inner in element.iter():
        inner.tag = inner.tag.removeprefix(SVG)
    return Html(tostring(element, encoding="unicode", method="html"))


def classes(element: Element) -> set[str]:
    """The classes of an element."""
    return set(element.get("class", "").split())


def find_all(tree: Element, wanted: Callable[[Element], bool]) -> list[tuple[Element, Element]]:
    """(parent, child) of every wanted element: a list, so that the tree can be changed meanwhile."""
    return [(parent, child) for parent in tree.iter() for child in parent if wanted(child)]


def remove(parent: Element, child: Element) -> None:
    """Removes an element and keeps the text that follows it."""
    index = list(parent).index(child)
    if child.tail:
        if index:
            parent[index - 1].tail = (parent[index - 1].tail or "") + child.tail
        else:
            parent.text = (parent.text or "") + child.tail
    parent.remove(child)


def prepend(element: Element, html: Html) -> None:
    """Puts HTML in front of what an element contains."""
    added = parse(html)
    if len(added):
        added[-1].tail = (added[-1].tail or "") + (element.text or "")
        element.text = added.text
    else:
        element.text = (added.text or "") + (element.text or "")
    element[:0] = list(added)


def text_of(element: Element) -> str:
    """The text of an element on one line."""
    return " ".join("".join(element.itertext()).split())


def ids_of(tree: Element) -> set[str]:
    """Every id in a tree."""
    return {id for element in tree.iter() if (id := element.get("id"))}


def shift_headings(tree: Element, steps: int) -> None:
    """Makes every heading of a fragment some levels lower, or higher where `steps` is negative."""
    for element in tree.iter():
        if element.tag in HEADINGS:
            element.tag = HEADINGS[min(HEADINGS.index(element.tag) + steps, len(HEADINGS) - 1)]
