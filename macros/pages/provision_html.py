"""Provisions, editor's notes and footnote calls as HTML."""

import re
from collections.abc import Callable

from macros.content.model import Model, Note
from macros.content.provisions import FOOTNOTE_CALL, Provision
from macros.pages.html import Block, Inline, render_template
from macros.pages.text import CONFIDENCE_TEXT
from macros.render.html import Html, join, tag

_LINKS = re.compile(r"<sup\b.*?</sup>|</?a\b[^>]*>", re.S)


def note_html(render: Callable[[str], Html], note: Note, anchor: bool = True) -> Block:
    """An editor's note: kind, text, sources and confidence. With `anchor` it has the id that links to it lead to."""
    return render_template(
        "pages/note.html",
        note=note,
        anchor=anchor,
        text=render(note.text),
        confidence=CONFIDENCE_TEXT[note.confidence],
    )


def provision_text(render: Callable[[str], Html], provision: Provision) -> Html:
    """A provision's own text, without its children, notes and controls; a heading's title if it has no text."""
    html = render(FOOTNOTE_CALL.sub(lambda match: footnote_call(match[1]), provision.text))
    return html or tag("p", provision.title)


def provision_read_out(model: Model, render: Callable[[str], Html], id: str) -> Html:
    """A provision with its direct parts and the titles of their notes, without links, to be read away from its page."""

    def with_notes(provision: Provision) -> Html:
        notes = [
            tag("p", tag("strong", f"Editor's note: {note.title}")) for note in model.notes_on.get(provision.id, ())
        ]
        return join(provision_text(render, provision), notes)

    parts = [
        tag("li", with_notes(part)) for part in model.provisions.values() if part.parsed_id.parent == id and part.text
    ]
    return _without_links(join(with_notes(model.provisions[id]), tag("ul", parts) if parts else None))


def footnote_call(id: str) -> Inline:
    """The raised number that leads to a footnote."""
    number = id.removeprefix("fn")
    link = tag("a", number, href=f"cite:{id}", aria_label=f"Footnote {number}")
    return Inline(tag("sup", link, class_="footnote-call"))


def _without_links(html: Html) -> Html:
    """HTML of Markdown, whose links come from macros as well, without its links and footnote calls."""
    return Html(_LINKS.sub("", html))
