"""The targets of citations: 'national 6.4-8', 'topic weapons', 'page special-situations', 'note images-not-viewed'."""

from macros.content.data_files import page_title
from macros.content.errors import ContentError, did_you_mean
from macros.content.model import Model, page_url


def on_topic(model: Model, topic: str) -> list[str]:
    """The ids of the local provisions on a topic of the area file."""
    topics: dict[str, list[str]] = model.area["topics"]
    if topic not in topics:
        raise LookupError(f"no topic '{topic}' in the area file.{did_you_mean(topic, topics)}")
    return topics[topic]


def citation_links(model: Model, citation: str) -> list[tuple[str, str]]:
    """(label, link) pairs of a citation; LookupError where it points to nothing."""
    kind, _, name = citation.partition(" ")
    if kind == "topic":
        return [(model.label(id), f"cite:{id}") for id in on_topic(model, name)]
    if kind == "page":
        page = next((p for p in (model.area_folder / f"{name}.md", model.docs / f"{name}.md") if p.is_file()), None)
        if page is None:
            raise LookupError(f"a citation points to the page '{name}', which neither the area nor the site has")
        return [(page_title(page), f"page:{page_url(model.docs, page)}")]
    if kind == "note":
        note = next((n for n in model.notes if n.id == name), None)
        if note is None:
            similar = did_you_mean(name, [n.id for n in model.notes])
            raise LookupError(f"a citation points to the editor's note '{name}', which does not exist.{similar}")
        return [(f"note: {note.title}", f"site:{model.url(note.provisions[0]).partition('#')[0]}#note-{note.id}")]
    provision = model.find(citation)
    return [(model.label(provision.id), f"cite:{provision.id}")]


def check_citation(model: Model, citation: str, where: str) -> None:
    """Raises ContentError for a citation in a data file whose target does not exist."""
    try:
        citation_links(model, citation)
    except LookupError as error:
        raise ContentError(where, str(error.args[0])) from None
