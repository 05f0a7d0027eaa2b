"""Provisions, editor's notes and footnote calls as HTML."""

import re
from collections.abc import Callable

from macros.content.model import Model, Note
from macros.content.provisions import FOOTNOTE_CALL, Provision
from macros.pages.text import CONFIDENCE_WORDS, say_date
from macros.render.html import escape

_LINKS = re.compile(r"<sup\b.*?</sup>|</?a\b[^>]*>", re.S)


def note_html(render: Callable[[str], str], note: Note, anchor: bool = True) -> str:
    """An editor's note: what kind it is, what it says, where that comes from and how sure it is."""
    sources = "; ".join(
        f'<a href="{escape(s["address"])}">{escape(s["title"])}</a>'
        if s.get("address", "").startswith("http")
        else escape(s["title"])
        for s in note.sources
    )
    classes = f"note note--{note.kind}" + (" note--unmissable" if note.unmissable else "")
    anchored = f' id="note-{note.id}"' if anchor else ""
    return (
        f'<div class="{classes}"{anchored} role="note" aria-label="Editor&#39;s note: {escape(note.title)}">'
        f'<p class="note__kind">Editor\'s note: {note.kind}</p><p class="note__title">{escape(note.title)}</p>'
        f'{render(note.text)}<p class="note__source">{CONFIDENCE_WORDS[note.confidence]}: {sources}. '
        f"Checked {say_date(note.checked)}.</p></div>"
    )


def provision_text(render: Callable[[str], str], provision: Provision) -> str:
    """A provision's own words as HTML, without its children, notes and controls; a heading's title if it has no words."""
    html = render(FOOTNOTE_CALL.sub(lambda m: footnote_call(m[1]), provision.words))
    return html or f"<p>{escape(provision.title or '')}</p>"


def provision_read_out(model: Model, render: Callable[[str], str], id: str) -> str:
    """A provision's words with those of its direct parts and the titles of their notes, without links: to be read away from its page."""

    def with_notes(provision: Provision) -> str:
        notes = "".join(
            f"<p><strong>Editor's note: {escape(note.title)}</strong></p>"
            for note in model.notes_on.get(provision.id, ())
        )
        return provision_text(render, provision) + notes

    own = with_notes(model.provisions[id])
    parts = "".join(
        f"<li>{with_notes(part)}</li>" for part in model.provisions.values() if part.address.parent == id and part.words
    )
    return _LINKS.sub("", f"{own}<ul>{parts}</ul>" if parts else own)


def footnote_call(id: str) -> str:
    """The raised number that leads to a footnote."""
    number = id.removeprefix("fn")
    return f'<sup class="footnote-call"><a href="cite:{id}" aria-label="Footnote {number}">{number}</a></sup>'
