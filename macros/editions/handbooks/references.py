"""What becomes of links on paper: within a handbook they get a page number, out of it they are words, and pictures are files.

A link to a paragraph that stands in the handbook leads to it, and the style sheet prints its page. A link to a page that does not
stand in it becomes a real link where the public address is set, and plain words where it is not.
"""

import base64
import re
from collections import Counter
from html import unescape
from pathlib import Path
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from macros.content.errors import ContentError
from macros.editions.handbooks.pages import classes, key_of, place

#: The one family that everything is set in. Debian: fonts-lato.
FONT = "Lato"
_TITLE = re.compile(r"<title>([^<]+)</title>")
_FAMILY = re.compile(r'font-family="[^"]*"')
#: Stands for the number of a page until the pages are known: as wide as most numbers are.
PAGE = "00"


def ids_of(tree: Element) -> set[str]:
    """Every id of a handbook."""
    return {e.get("id") for e in tree.iter() if isinstance(e.tag, str) and e.get("id")}


def cited(trees: list[Element], known, least: int) -> set[str]:
    """The paragraphs that some pieces point to at least so many times."""
    there = [place(link.get("href", "")) for tree in trees for link in tree.iter("a")]
    times = Counter(anchor for _, anchor in filter(None, there) if anchor in known)
    return {id for id, count in times.items() if count >= least}


def join(tree: Element, public: str, brief=()) -> None:
    """Gives every link of a handbook the form that it has on paper. A link to one of the `brief` paragraphs says its number alone."""
    ids = ids_of(tree)
    for link in list(tree.iter("a")):
        there = place(link.get("href", ""))
        if there is None:
            continue
        page, anchor = there
        if anchor in brief:
            for child in list(link):
                link.remove(child)
            link.text = anchor
        own = next((id for id in (anchor, f"{key_of(page)}.{anchor}", key_of(page)) if id in ids), None)
        if own:
            link.set("href", f"#{own}")
            link.set("data-page", PAGE)
            link.set("class", " ".join(sorted(classes(link) - {"cite"} | {"ref"})))
        elif public:
            link.set("href", f"{public.rstrip('/')}/{page}" + (f"#{anchor}" if anchor else ""))
        else:
            link.tag = "span"
            link.attrib.pop("href")


def pictures(tree: Element, site: Path, where: str) -> None:
    """Makes every picture of a built page a file of the built site; ContentError for one that is missing or has no words in its place."""
    for image in tree.iter("img"):
        there = place(image.get("src", ""))
        if there is None:
            continue
        path = site / unquote(there[0])
        if not path.is_file():
            raise ContentError(where, f"the picture '{there[0]}' is missing from the built site")
        drawn = path.read_text(encoding="utf-8") if path.suffix == ".svg" else ""
        if not image.get("alt") and (
            own := _TITLE.search(drawn)
        ):  # words beside it say the same on the web; a tagged figure has to say it itself
            image.set("alt", unescape(own[1]))
        if not image.get("alt"):
            raise ContentError(where, f"the picture '{there[0]}' has no words in its place (alt)")
        if drawn:  # a chart is set in the font of the words round it
            drawn = _FAMILY.sub(f'font-family="{FONT}"', drawn)
            image.set("src", "data:image/svg+xml;base64," + base64.b64encode(drawn.encode()).decode())
        else:
            image.set("src", path.resolve().as_uri())


def placed(ids: set[str], wanted, what: str) -> None:
    """Raises ContentError for the first wanted provision that has no printed place."""
    for id in wanted:
        if id not in ids:
            raise ContentError(what, f"the provision '{id}' has no printed place")


def unique(tree: Element, what: str) -> None:
    """Raises ContentError for an id that stands in two places of a handbook: nobody could say which page is meant."""
    seen = set()
    for element in tree.iter():
        id = element.get("id") if isinstance(element.tag, str) else None
        if id and id in seen:
            raise ContentError(what, f"the id '{id}' stands in two places")
        seen.add(id)
