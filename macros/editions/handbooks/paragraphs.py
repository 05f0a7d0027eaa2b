"""The paragraphs that a handbook is based on, in short: the text of each with its number, and its editor's notes."""

from collections.abc import Collection

from macros.content.model import Model, Note, Protocol
from macros.content.provisions import FOOTNOTE_CALL, Provision
from macros.editions.handbooks.layout.elements import html_of, parse, prepend
from macros.pages.build import Build
from macros.pages.provision_html import note_html, provision_text
from macros.pages.text import CONFIDENCE_TEXT, say_date
from macros.render.html import Html, join, tag

#: A heading with more than this under it is a form or a long list: only its own text is printed.
MOST_CHILDREN = 12


def with_children(protocol: Protocol, ids: Collection[str]) -> list[Provision]:
    """The provisions to print, in order: a heading without text brings its children, unless they are a whole form."""
    headings = {p.id for p in protocol.provisions if p.id in ids and not p.text}
    short = {id for id in headings if sum(p.parsed_id.parent == id for p in protocol.provisions) <= MOST_CHILDREN}
    return [p for p in protocol.provisions if p.id in ids or p.parsed_id.parent in short]


def paragraphs(build: Build, protocol: Protocol, ids: Collection[str]) -> Html:
    """Some paragraphs of a protocol in print order; '' if there is none."""
    shown: set[str] = set()
    blocks = []
    for provision in with_children(protocol, ids):
        notes = build.model.notes_on.get(provision.id, ())
        before = [note for note in notes if note.unmissable and note.id not in shown]
        after = [note for note in notes if note not in before]
        shown |= {note.id for note in before}
        blocks.append(
            tag(
                "div",
                (note_html(build.render, note, anchor=False) for note in before),
                _numbered_text(build, provision),
                (short_note(note) for note in after),
                class_="provision",
                id=provision.id,
            )
        )
    return tag("div", blocks, class_="paragraphs") if blocks else Html("")


def _numbered_text(build: Build, provision: Provision) -> Html:
    """A provision's text after its number, force and title; they share a line where the text is one paragraph."""
    text = parse(provision_text(build.render, provision._replace(text=FOOTNOTE_CALL.sub("", provision.text))))
    lead = join(
        tag("span", provision.id, class_="provision-number"),
        " ",
        [tag("span", "Must, by law", class_="force"), " "] if provision.force == "law" else None,
        [tag("strong", f"{provision.title}."), " "] if provision.title and provision.text else None,
    )
    paragraphs_ = list(text.iter("p"))
    if len(paragraphs_) != 1 or paragraphs_[0] is not text[0]:
        return join(tag("p", lead), map(html_of, text))
    prepend(paragraphs_[0], lead)
    return join(map(html_of, text))


def short_note(note: Note) -> Html:
    """An editor's note in one line."""
    confidence = CONFIDENCE_TEXT[note.confidence].partition(":")[0]
    return tag(
        "p",
        tag("strong", f"Editor's note ({note.kind}):"),
        f" {note.title}. {confidence}, checked {say_date(note.checked)}.",
        class_="note-pointer",
    )


def notes_list(model: Model) -> Html:
    """Every editor's note by its title, with its page; safety notes first."""
    kinds = dict.fromkeys(note.kind for note in sorted(model.notes, key=lambda n: (n.kind != "safety", n.kind)))
    count = (
        f"{len(model.notes)} notes stand beside the paragraphs. "
        "Each says its source, the day it was checked and how sure it is."
    )
    return join(tag("p", count), (_notes_of_kind(model, kind) for kind in kinds))


def _notes_of_kind(model: Model, kind: str) -> Html:
    rows = []
    for note in model.notes:
        if note.kind == kind:
            page = model.url(note.provisions[0]).partition("#")[0]
            rows.append(tag("li", tag("a", note.title, class_="leads", href=f"site:{page}#note-{note.id}")))
    return join(tag("h3", kind.capitalize()), tag("ul", rows, class_="index index--notes"))
