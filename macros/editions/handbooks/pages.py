"""Pages of the built site as fragments of a handbook: their text, without what only works on a screen.

A fragment is an element tree. Ids of provisions are unchanged, because a handbook, the web and the data share them;
any other id gets the name of its page as a prefix, so that many pages fit into one document. Links are URLs from the
root of the site until all pages of the handbook are known (`macros.editions.handbooks.layout.references`).
"""

import re
from pathlib import Path
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

from macros.content.errors import ContentError
from macros.editions.handbooks.layout.elements import HEADINGS, SVG, classes, find_all, parse, remove
from macros.editions.handbooks.layout.references import BASE_URL, page_key

#: Classes of what only a screen needs, or what a handbook has in another place.
LEFT_OUT = {
    "copy-citation",
    "meaning",
    "edition",
    "source-notice",
    "record-page",
    "tool__form",
    "tool__say",
    "tool__jump",
    "tool__stage",
    "tool__result",
    "offline",
    "gathered",
    "phone--big",
    "md-button",
    "needs-js",
    "chart__data",
    "steps-figure",
    "guide__moves",
    "guide__foot",
    "may-report",
    "on-screen",
    "young__from",
    "quiz__answer",
}
#: The name of each level's shape, for those who cannot see it.
SHAPE_NAMES = {"red": "Octagon", "amber": "Triangle", "judgement": "Diamond", "green": "Circle", "none": "Bar"}
#: Colour of each shape: WeasyPrint takes it from the SVG itself. On a grey printer the shape and the word differ.
INK = {"red": "#a8101c", "amber": "#8a4b00", "judgement": "#5b3a8c", "green": "#1d6b36", "none": "#46535a"}
#: Attributes for assistive technology on the web that a tagged PDF does not use.
SCREEN_ATTRIBUTES = ("aria-hidden", "aria-labelledby", "aria-describedby", "role", "focusable")

_ARTICLE = re.compile(r"<article[^>]*>(.*?)</article>", re.S)


def article(site: Path, url: str) -> Element:
    """The text of a built page as a fragment; ContentError for a page that the site does not have."""
    path = site / url / "index.html"
    match = _ARTICLE.search(path.read_text(encoding="utf-8")) if path.is_file() else None
    if not match:
        raise ContentError(str(path), "the built site has no such page")
    return prepare(parse(match[1]), url)


def prepare(tree: Element, url: str) -> Element:
    """Removes from a page's HTML what only works on a screen, and makes ids and links valid in a handbook."""
    for parent, child in find_all(tree, lambda e: "gathered" in classes(e)):  # with the heading before it
        before = parent[list(parent).index(child) - 1]
        if before.tag in HEADINGS:
            remove(parent, before)
    for parent, child in find_all(tree, _only_on_screen):
        if child in parent:
            remove(parent, child)
    # Headings of what was left out.
    for parent, child in find_all(tree, lambda e: e.get("id", "").endswith(("-provisions", "steps-drawn"))):
        remove(parent, child)
    for _, child in find_all(tree, lambda e: e.tag == "details"):
        keep_summary(child)
    for element in list(tree.iter()):
        adapt_for_print(element, url)
    return tree


def _only_on_screen(element: Element) -> bool:
    return (
        bool(classes(element) & LEFT_OUT)
        or element.tag in ("noscript", "script", "input")
        or "hidden" in element.attrib
    )


def keep_summary(details: Element) -> None:
    """Replaces what can be opened on a screen by its summary."""
    summary = details.find("summary")
    for child in list(details):
        if child is not summary:
            details.remove(child)
    details.tag = "div"
    details.set("class", "story")
    details.text = None
    if summary is not None:
        summary.tag, summary.tail = "p", None


def adapt_for_print(element: Element, url: str) -> None:
    """Adapts one element: shapes get a name, buttons and phone numbers become text, ids and links fit a handbook."""
    if element.tag == f"{SVG}svg":
        _adapt_shape(element)
    elif element.tag == "button":
        element.tag = "span"
        element.set("data-term", element.attrib.pop("popovertarget", ""))
    elif element.tag == "a":
        _adapt_link(element, url)
    elif element.tag == "img":
        element.set("src", urljoin(BASE_URL + url, element.get("src", "")))
        element.attrib.pop("loading", None)
    if "id" in element.attrib and "provision" not in classes(element):
        element.set("id", f"{page_key(url)}.{element.get('id')}")
    for name in ("role", "aria-label"):
        element.attrib.pop(name, None)


def _adapt_shape(svg: Element) -> None:
    level = next((name.removeprefix("shape--") for name in classes(svg) if name.startswith("shape--")), None)
    if level:
        title = Element(f"{SVG}title")
        title.text = SHAPE_NAMES[level]
        svg.insert(0, title)
        svg.set("fill", INK[level])
    for name in SCREEN_ATTRIBUTES:
        svg.attrib.pop(name, None)


def _adapt_link(link: Element, url: str) -> None:
    href = link.get("href")
    if "provision-number" in classes(link):
        link.tag = "span"
        for name in ("href", "aria-label", "data-cite"):
            link.attrib.pop(name, None)
    elif href is not None and href.startswith("tel:"):
        link.tag = "strong"
        link.attrib.pop("href")
    elif href is not None:
        link.set("href", urljoin(BASE_URL + url, href))
