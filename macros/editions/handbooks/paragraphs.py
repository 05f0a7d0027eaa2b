"""The paragraphs that a handbook rests on, in short: the words of each, with its number, and the editor's notes beside it."""

from macros.content.model import Model, Note, Protocol
from macros.content.provisions import FOOTNOTE_CALL, Provision
from macros.pages.build import Build
from macros.pages.provision_html import note_html, provision_text
from macros.pages.text import CONFIDENCE_WORDS, say_date
from macros.render.html import escape

#: A heading with more than this under it is a form or a long list: its words alone are printed.
MOST = 12


def wanted_of(protocol: Protocol, ids: set[str]) -> list[Provision]:
    """The provisions of a protocol to print, in order: a heading that has no words of its own brings what stands under it, unless that is a whole form."""
    bare = {p.id for p in protocol.provisions if p.id in ids and not p.words}
    bare = {id for id in bare if sum(p.address.parent == id for p in protocol.provisions) <= MOST}
    return [p for p in protocol.provisions if p.id in ids or p.address.parent in bare]


def paragraphs(build: Build, protocol: Protocol, ids: set[str]) -> str:
    """Some paragraphs of a protocol in print order; '' where there is none."""
    shown: set[str] = set()
    out = []
    for provision in wanted_of(protocol, ids):
        notes = build.model.notes_on.get(provision.id, ())
        before = "".join(note_html(build.render, n, anchor=False) for n in notes if n.unmissable and n.id not in shown)
        after = "".join(short_note(n) for n in notes if not n.unmissable or n.id in shown)
        shown |= {n.id for n in notes if n.unmissable}
        title = f"<strong>{escape(provision.title)}.</strong> " if provision.title and provision.words else ""
        own = provision_text(build.render, provision._replace(words=FOOTNOTE_CALL.sub("", provision.words)))
        law = '<span class="force">Must, by law</span> ' if provision.force == "law" else ""
        out.append(
            f'<div class="provision" id="{provision.id}">{before}<p><span class="provision-number">{provision.id}</span> {law}{title}'
            f"{own.removeprefix('<p>').removesuffix('</p>') if own.count('<p>') == 1 and own.startswith('<p>') else '</p>' + own + '<p>'}</p>{after}</div>"
        )
    return f'<div class="paragraphs">{"".join(out)}</div>'.replace("<p></p>", "") if out else ""


def short_note(note: Note) -> str:
    """An editor's note in one line."""
    return (
        f'<p class="note-pointer"><strong>Editor\'s note ({note.kind}):</strong> {escape(note.title)}. '
        f"{CONFIDENCE_WORDS[note.confidence].partition(':')[0]}, checked {say_date(note.checked)}.</p>"
    )


def notes_list(model: Model) -> str:
    """Every editor's note by its title, with the page on which it stands."""
    kinds = list(dict.fromkeys(note.kind for note in sorted(model.notes, key=lambda n: (n.kind != "safety", n.kind))))
    parts = []
    for kind in kinds:
        rows = "".join(
            f'<li><a class="leads" href="site:{model.url(n.provisions[0]).partition("#")[0]}#note-{n.id}">{escape(n.title)}</a></li>'
            for n in model.notes
            if n.kind == kind
        )
        parts.append(f'<h3>{kind.capitalize()}</h3><ul class="index index--notes">{rows}</ul>')
    return f"<p>{len(model.notes)} notes stand beside the paragraphs. Each says its source, the day it was checked and how sure it is.</p>{''.join(parts)}"
