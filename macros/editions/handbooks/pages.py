"""Pages of the built site as pieces of a handbook: the words alone, without what only works on a screen.

A piece is an element tree. Ids of provisions stay as they are, because a handbook, the web and the data share them; any other
id gets the name of its page before it, so that many pages can stand in one document. Links say where they lead from the root
of the site; what becomes of them is decided when it is known which pages the handbook holds (`macros.editions.handbooks.references`).
"""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import urldefrag, urljoin
from xml.etree.ElementTree import Element, tostring

import tinyhtml5

from macros.content.errors import ContentError

#: What only a screen needs, or what a handbook says once in another place: by class.
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
#: The name of each shape beside a level's word, which stands in for it where it cannot be seen.
SHAPE_NAMES = {"red": "Octagon", "amber": "Triangle", "judgement": "Diamond", "green": "Circle", "none": "Bar"}
#: Ink of the shapes: the print engine takes it from the picture itself. On a grey printer the shape and the word tell levels apart.
INK = {"red": "#a8101c", "amber": "#8a4b00", "judgement": "#5b3a8c", "green": "#1d6b36", "none": "#46535a"}
SVG = "{http://www.w3.org/2000/svg}"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
#: A base for joining addresses; it is never seen.
ROOT = "https://site.invalid/"

_ARTICLE = re.compile(r"<article[^>]*>(.*?)</article>", re.S)


def parse(html: str) -> Element:
    """HTML of a body as the element tree of a division."""
    body = tinyhtml5.parse(f"<!doctype html><body>{html}", namespace_html_elements=False).find("body")
    body.tag = "div"
    return body


def html_of(element: Element) -> str:
    """An element tree as HTML; pictures drawn in it lose the prefix that only XML needs."""
    for inner in element.iter():
        if isinstance(inner.tag, str):
            inner.tag = inner.tag.removeprefix(SVG)
    return tostring(element, encoding="unicode", method="html")


def classes(element: Element) -> set[str]:
    """The classes of an element."""
    return set(element.get("class", "").split())


def each(tree: Element, wanted: Callable[[Element], bool]) -> Iterable[tuple[Element, Element]]:
    """(parent, child) of every wanted element, gathered before any is changed."""
    return [
        (parent, child) for parent in tree.iter() for child in parent if isinstance(child.tag, str) and wanted(child)
    ]


def remove(parent: Element, child: Element) -> None:
    """Takes an element out, and leaves the words that follow it."""
    index = list(parent).index(child)
    if child.tail:
        if index:
            parent[index - 1].tail = (parent[index - 1].tail or "") + child.tail
        else:
            parent.text = (parent.text or "") + child.tail
    parent.remove(child)


def text(element: Element) -> str:
    """The words of an element on one line."""
    return " ".join("".join(element.itertext()).split())


def key_of(url: str) -> str:
    """The name of a page in the ids of a handbook: 'guides/weapons/' is 'guides-weapons'."""
    return url.strip("/").replace("/", "-") or "home"


def article(site: Path, url: str) -> Element:
    """The words of a built page, ready for a handbook; ContentError for a page that the site does not have."""
    path = site / url / "index.html"
    if not path.is_file():
        raise ContentError(str(path), "the built site has no such page")
    found = parse(_ARTICLE.search(path.read_text(encoding="utf-8"))[1])
    return ready(found, url)


def ready(tree: Element, url: str, open_: bool = False) -> Element:
    """A tree of a page's HTML without what only works on a screen, with ids and links that hold in a handbook."""
    for parent, child in each(tree, lambda e: "gathered" in classes(e)):  # with the heading before it
        before = parent[list(parent).index(child) - 1]
        if before.tag in HEADINGS:
            remove(parent, before)
    for parent, child in each(
        tree, lambda e: bool(classes(e) & LEFT_OUT) or e.tag in ("noscript", "script", "input") or "hidden" in e.attrib
    ):
        if child in parent:
            remove(parent, child)
    for parent, child in each(
        tree, lambda e: e.get("id", "").endswith(("-provisions", "steps-drawn"))
    ):  # headings of what was left out
        remove(parent, child)
    for parent, child in each(tree, lambda e: e.tag == "details"):
        unfold(child)
    for element in list(tree.iter()):
        if isinstance(element.tag, str):
            on_paper(element, url)
    return tree


def unfold(details: Element) -> None:
    """What can be opened on a screen stands in print as it does closed: by its summary."""
    summary = details.find("summary")
    for child in list(details):
        if child is not summary:
            details.remove(child)
    details.tag, summary.tag = "div", "p"
    details.set("class", "story")
    details.text = summary.tail = None


def on_paper(element: Element, url: str) -> None:
    """Changes one element: shapes say their name, buttons and phone numbers are words, ids and links hold in a handbook."""
    kinds = classes(element)
    if element.tag == f"{SVG}svg":
        drawn = next((k.removeprefix("shape--") for k in kinds if k.startswith("shape--")), None)
        if drawn:
            title = Element(f"{SVG}title")
            title.text = SHAPE_NAMES[drawn]
            element.insert(0, title)
            element.set("fill", INK[drawn])
        for name in ("aria-hidden", "aria-labelledby", "aria-describedby", "role", "focusable"):
            element.attrib.pop(name, None)
    elif element.tag == "button":
        element.tag = "span"
        element.set("data-term", element.attrib.pop("popovertarget", ""))
    elif element.tag == "a" and "provision-number" in kinds:
        element.tag = "span"
        for name in ("href", "aria-label", "data-cite"):
            element.attrib.pop(name, None)
    elif element.tag == "a" and element.get("href", "").startswith("tel:"):
        element.tag = "strong"
        element.attrib.pop("href")
    elif element.tag == "a" and "href" in element.attrib:
        element.set("href", urljoin(ROOT + url, element.get("href")))
    elif element.tag == "img":
        element.set("src", urljoin(ROOT + url, element.get("src")))
        element.attrib.pop("loading", None)
    if "id" in element.attrib and "provision" not in kinds:
        element.set("id", f"{key_of(url)}.{element.get('id')}")
    for name in ("role", "aria-label"):
        element.attrib.pop(name, None)


def lower(tree: Element, steps: int) -> None:
    """Makes every heading of a piece a heading some steps further down, or up."""
    for element in tree.iter():
        if element.tag in HEADINGS:
            element.tag = HEADINGS[min(HEADINGS.index(element.tag) + steps, len(HEADINGS) - 1)]


def place(address: str) -> tuple[str, str] | None:
    """(page, anchor) of a link within the site, or None for one that leads elsewhere."""
    page, anchor = urldefrag(address)
    return (page.removeprefix(ROOT), anchor) if page.startswith(ROOT) else None
