"""Links to provisions, pages and notes.

They are written `cite:ID`, `page:PATH` and `site:ADDRESS`, and become real addresses when it is known from which page they
are followed (`resolve`).
"""

import re
from functools import cache

from mkdocs.utils import get_relative_url

from macros.data_files import page_title
from macros.errors import WordsError, nearest
from macros.model import Model, page_url
from macros.render.marks import escape

_CITED = re.compile(r'(href|src|srcset)="(cite|page|site):([^"#]+)(#[^"]*)?"')


def cite(model: Model, citation: str) -> str:
    """A link to a provision: cite("national 6.4-8") says 'national 6.4, point 8'."""
    provision = model.find(citation)
    return f'<a class="cite" href="cite:{provision.id}">{escape(model.label(provision.id))}</a>'


def cite_topic(model: Model, topic: str) -> str:
    """Links to what the local protocol says on a topic of the area file, without naming the area."""
    return ", ".join(cite(model, f"local {id}") for id in on_topic(model, topic))


def on_topic(model: Model, topic: str) -> list[str]:
    """The ids of what the local protocol says on a topic of the area file."""
    topics = model.area["topics"]
    if topic not in topics:
        raise LookupError(f"no topic '{topic}' in the area file.{nearest(topic, topics)}")
    return topics[topic]


def citation_links(model: Model, citation: str) -> list[tuple[str, str]]:
    """(label, address) pairs of a rule's citation: 'national 6.2-2', 'topic weapons' or 'page special-situations'."""
    kind, _, name = citation.partition(" ")
    if kind == "topic":
        return [(model.label(id), f"cite:{id}") for id in on_topic(model, name)]
    if kind == "page":
        page = next((p for p in (model.area_folder / f"{name}.md", model.docs / f"{name}.md") if p.is_file()), None)
        if page is None:
            raise LookupError(f"a rule points to the page '{name}', which neither the area nor the site has")
        return [(page_title(page), f"page:{page_url(model.docs, page)}")]
    if kind == "note":
        note = next((n for n in model.notes if n.id == name), None)
        if note is None:
            raise LookupError(f"a rule rests on the editor's note '{name}', which is not there.{nearest(name, [n.id for n in model.notes])}")
        return [(f"note: {note.title}", f"site:{model.url(note.provisions[0]).partition('#')[0]}#note-{note.id}")]
    provision = model.find(citation)
    return [(model.label(provision.id), f"cite:{provision.id}")]


def check_citation(model: Model, citation: str, where: str) -> None:
    """Raises WordsError for a citation in a data file that leads nowhere."""
    try:
        citation_links(model, citation)
    except LookupError as error:
        raise WordsError(where, str(error.args[0])) from None


def resolve(model: Model, html: str, here: str) -> str:
    """Turns `cite:`, `page:` and `site:` links into addresses relative to the page at `here`."""
    @cache
    def address(attribute: str, kind: str, name: str, anchor: str | None) -> str:
        target = model.url(name) if kind == "cite" else name
        if kind == "cite" and target.partition("#")[0] == here:
            return f'{attribute}="#{name}"'
        page, _, fragment = target.partition("#")
        return f'{attribute}="{get_relative_url(page, here)}{"#" + fragment if fragment else anchor or ""}"'
    return _CITED.sub(lambda match: address(*match.groups()), html)
