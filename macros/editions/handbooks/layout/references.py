"""Links and pictures on paper: links within a handbook get page numbers, others become text, pictures are files.

A link to a paragraph or page that the handbook contains leads to it, and the style sheet prints its page. A link to
another page of the site becomes a link on the web where the public URL is set, and plain text where it is not.
"""

import base64
import re
from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import Path
from urllib.parse import unquote, urldefrag
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from macros.content.errors import ContentError
from macros.editions.handbooks.layout.elements import SVG, classes, ids_of

#: The one font family of all prints. Debian: fonts-lato.
FONT = "Lato"
#: A base for joining URLs; it is never printed.
BASE_URL = "https://site.invalid/"
#: Placeholder for a page number until the pages are known: as wide as most numbers are.
PAGE_PLACEHOLDER = "00"
_FONT_FAMILY = re.compile(r'font-family="[^"]*"')


def page_key(url: str) -> str:
    """A page's name in the ids of a handbook: 'guides/weapons/' is 'guides-weapons'."""
    return url.strip("/").replace("/", "-") or "home"


def site_link(url: str) -> tuple[str, str] | None:
    """(page, anchor) of a link within the site, or None for any other link."""
    page, anchor = urldefrag(url)
    return (page.removeprefix(BASE_URL), anchor) if page.startswith(BASE_URL) else None


def often_cited(trees: Iterable[Element], known: Collection[str], least: int) -> set[str]:
    """The ids of the paragraphs that some fragments link to at least so many times."""
    links = (site_link(link.get("href", "")) for tree in trees for link in tree.iter("a"))
    counts = Counter(link[1] for link in links if link and link[1] in known)
    return {id for id, count in counts.items() if count >= least}


def resolve_links(tree: Element, public_url: str, brief: Collection[str] = ()) -> None:
    """Gives every link of a handbook its form on paper. A link to one of the `brief` paragraphs has its id as text."""
    ids = ids_of(tree)
    for link in list(tree.iter("a")):
        target = site_link(link.get("href", ""))
        if target is None:
            continue
        page, anchor = target
        if anchor in brief:
            for child in list(link):
                link.remove(child)
            link.text = anchor
        key = page_key(page)
        inside = next((id for id in (anchor, f"{key}.{anchor}", key) if id in ids), None)
        if inside:
            link.set("href", f"#{inside}")
            link.set("data-page", PAGE_PLACEHOLDER)
            link.set("class", " ".join(sorted(classes(link) - {"cite"} | {"ref"})))
        elif public_url:
            link.set("href", f"{public_url.rstrip('/')}/{page}" + (f"#{anchor}" if anchor else ""))
        else:
            link.tag = "span"
            link.attrib.pop("href")


def embed_pictures(tree: Element, site: Path, where: str) -> None:
    """Makes every picture of a page a file of the built site; ContentError if one is missing or has no alt text."""
    for image in tree.iter("img"):
        source = site_link(image.get("src", ""))
        if source is None:
            continue
        path = site / unquote(source[0])
        if not path.is_file():
            raise ContentError(where, f"the picture '{source[0]}' is missing from the built site")
        svg = path.read_text(encoding="utf-8") if path.suffix == ".svg" else ""
        # On the web the text next to a chart describes it; in a tagged PDF the figure needs a description itself.
        if not image.get("alt") and svg and (title := ElementTree.fromstring(svg).findtext(f"{SVG}title")):
            image.set("alt", title)
        if not image.get("alt"):
            raise ContentError(where, f"the picture '{source[0]}' has no alternative text (alt)")
        if svg:  # a chart uses the font of the text around it
            svg = _FONT_FAMILY.sub(f'font-family="{FONT}"', svg)
            image.set("src", "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode())
        else:
            image.set("src", path.resolve().as_uri())


def check_all_placed(ids: Collection[str], required: Iterable[str], name: str) -> None:
    """Raises ContentError for the first required provision that is not printed."""
    for id in required:
        if id not in ids:
            raise ContentError(name, f"the provision '{id}' is not printed anywhere")


def check_unique_ids(tree: Element, name: str) -> None:
    """Raises ContentError for an id that a handbook has twice: a reference to it would be ambiguous."""
    seen: set[str] = set()
    for element in tree.iter():
        id = element.get("id")
        if id and id in seen:
            raise ContentError(name, f"the id '{id}' is used in two places")
        if id:
            seen.add(id)
