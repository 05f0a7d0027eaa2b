"""The index: subjects with the pages they are spoken of on, and every paragraph with the page it stands on.

Which page that is is known only when the handbook has been laid out. So an entry names places, as links with no number yet; when
the pages are known `numbered` puts the numbers in, each page once.
"""

import re
from xml.etree.ElementTree import Element

from macros.content.model import Model
from macros.render.html import escape

#: A group of links to places, and a link that a style sheet prints a page after: both are filled in after the first layout.
_PLACES = re.compile(r'<span class="at">(.*?)</span>', re.S)
_LINK = re.compile(r'<a href="#([^"]+)">[^<]*</a>')
_PAGE = re.compile(r'(<a [^>]*?)data-page="[^"]*"([^>]*>)')
_TO = re.compile(r'href="#([^"]+)"')


def mark(sections: list[tuple[str, Element]], subjects: dict[str, tuple[str, ...]]) -> dict[str, list[str]]:
    """Puts an anchor at the first word on each subject in every section, and gives the anchors by subject."""
    found: dict[str, list[str]] = {}
    for subject, words in subjects.items():
        pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\w*", re.I)
        for key, tree in sections:
            id = f"subject.{re.sub('[^a-z]+', '-', subject.lower())}.{key}"
            if _anchor(tree, pattern, id):
                found.setdefault(subject, []).append(id)
    return found


def _anchor(element: Element, pattern: re.Pattern, id: str) -> bool:
    """Wraps the first match in running words, in reading order, in an anchor; says whether there was one."""
    if (
        element.tag in ("a", "svg", "title")
        or not isinstance(element.tag, str)
        or element.get("class") in ("address", "provision-number")
    ):
        return False
    if element.text and (match := pattern.search(element.text)):
        element.insert(0, _wrapped(match, element.text, id))
        element.text = element.text[: match.start()]
        return True
    for number, child in enumerate(list(element)):
        if _anchor(child, pattern, id):
            return True
        if child.tail and (match := pattern.search(child.tail)):
            element.insert(number + 1, _wrapped(match, child.tail, id))
            child.tail = child.tail[: match.start()]
            return True
    return False


def _wrapped(match: re.Match, words: str, id: str) -> Element:
    anchor = Element("span", {"id": id})
    anchor.text, anchor.tail = match[0], words[match.end() :]
    return anchor


def places(ids: list[str]) -> str:
    """Links to places, their pages still to come."""
    return f'<span class="at">{", ".join(f"""<a href="#{escape(id)}">0</a>""" for id in ids)}</span>'


def subject_index(found: dict[str, list[str]]) -> str:
    """Subjects in alphabetical order."""
    rows = "".join(f"<li>{escape(subject)} {places(found[subject])}</li>" for subject in sorted(found, key=str.lower))
    return f'<ul class="index">{rows}</ul>'


def paragraph_index(model: Model, ids: set[str]) -> str:
    """Every paragraph of each protocol that stands in a handbook, with its page."""
    parts = []
    for protocol in model.protocols.values():
        rows = "".join(
            f'<li><a class="leads" href="#{p.id}" data-page="00">{p.id}</a></li>'
            for p in protocol.provisions
            if p.id in ids
        )
        parts += (
            [
                f'<h3>Paragraphs: {escape(protocol.facts["short_title"])}</h3><ul class="index index--paragraphs">{rows}</ul>'
            ]
            if rows
            else []
        )
    return "".join(parts)


def numbered(html: str, pages: dict[str, int]) -> str:
    """A handbook's HTML with the page of every place: after each link, and in the index, each page once in a row."""

    def linked(link: re.Match) -> str:
        return f'{link[1]}data-page="{pages[_TO.search(link[0])[1]]}"{link[2]}'

    def filled(group: re.Match) -> str:
        first: dict[int, str] = {}
        for id in _LINK.findall(group[1]):
            first.setdefault(pages[id], id)
        return f'<span class="at">{", ".join(f"""<a href="#{id}">{page}</a>""" for page, id in sorted(first.items()))}</span>'

    return _PLACES.sub(filled, _PAGE.sub(linked, html))


def words_used(model: Model, trees: list[Element]) -> set[str]:
    """The anchors of the glossary's entries whose words stand in some pieces."""
    words = " ".join(" ".join(tree.itertext()) for tree in trees)
    return {
        e["anchor"]
        for e in model.glossary
        if any(
            re.search(rf"(?<![\w-]){re.escape(str(name))}(?![\w-])", words, re.I if str(name).islower() else 0)
            for name in (e["term"], *e.get("also", ()))
        )
    }


def glossary(model: Model, render, used: set[str] | None) -> str:
    """The glossary, or only the entries that a handbook uses."""
    entries = [e for e in model.glossary if used is None or e["anchor"] in used]
    return (
        '<dl class="glossary">'
        + "".join(
            f"<dt>{escape(str(e['term']))}</dt><dd>{'<p><strong>' + escape(e['stands for']) + '</strong></p>' if e.get('stands for') else ''}{render(e['means'])}</dd>"
            for e in entries
        )
        + "</dl>"
    )
