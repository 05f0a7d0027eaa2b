"""The sections of a chapter, by kind: pages of the site, forms, cards, paragraphs, glossary, index."""

from collections.abc import Callable, Sequence
from copy import deepcopy
from typing import NamedTuple
from xml.etree.ElementTree import Element

from macros.editions.handbooks import cards
from macros.editions.handbooks.context import PrintContext, fragment
from macros.editions.handbooks.forms import blank_form
from macros.editions.handbooks.glossary import glossary, terms_used
from macros.editions.handbooks.layout import index
from macros.editions.handbooks.layout.elements import classes, ids_of, parse, remove, shift_headings
from macros.editions.handbooks.layout.references import embed_pictures, often_cited, page_key
from macros.editions.handbooks.pages import article
from macros.editions.handbooks.paragraphs import notes_list, paragraphs
from macros.features.printed.catalogue import OFTEN, scenario_cards
from macros.features.scenarios.sheets import sheets_html
from macros.render.html import Html, join, tag
from tools.records import FORMS


class Section(NamedTuple):
    """A section of a chapter: its kind, id and heading, its path on the web (or ''), and its content."""

    kind: str
    id: str
    heading: Element
    path: str
    tree: Element


#: Makes the sections of one kind from the names in the catalogue; the sections before them decide what some contain.
Maker = Callable[[PrintContext, Sequence[str], Sequence[Section]], list[Section]]


def make_sections(context: PrintContext, kind: str, names: Sequence[str], previous: Sequence[Section]) -> list[Section]:
    """The sections of one part of a chapter; `previous` are the sections of the handbook before them."""
    return MAKERS[kind](context, names, previous)


def heading(text: str) -> Element:
    """A section's heading."""
    element = Element("h2")
    element.text = text
    return element


def page_section(context: PrintContext, url: str) -> Section:
    """A page of the site as a section: its heading becomes the section's."""
    tree = article(context.site, url)
    embed_pictures(tree, context.site, url)
    first = next(tree.iter("h1"))
    head, parents = deepcopy(first), {child: parent for parent in tree.iter() for child in parent}
    head.tail = None
    remove(parents[first], first)
    shift_headings(tree, 1)
    head.tag = "h2"
    path, id = f"/{url}", head.get("id")
    if "provision" in classes(head) and id:
        path = context.build.model.short_url(id)
    else:
        head.attrib.pop("id", None)
    return Section("pages", page_key(url), head, path, tree)


def _pages(context: PrintContext, names: Sequence[str], previous: Sequence[Section]) -> list[Section]:
    return [page_section(context, url) for url in names]


def _forms(context: PrintContext, names: Sequence[str], previous: Sequence[Section]) -> list[Section]:
    return [
        Section(
            "forms",
            f"forms-{name}",
            heading(FORMS[name].title),
            f"/forms/{name}/",
            fragment(context, blank_form(FORMS[name])),
        )
        for name in names
    ]


def _cards(context: PrintContext, names: Sequence[str], previous: Sequence[Section]) -> list[Section]:
    known = cards.read(context.build)
    return [
        Section(
            "cards",
            f"card-{name}",
            heading(known[name].title),
            "",
            fragment(
                context,
                tag("div", cards.content(context.build, name, known[name]), class_=f"card-in card--{name}"),
            ),
        )
        for name in names
    ]


def _scenarios(context: PrintContext, names: Sequence[str], previous: Sequence[Section]) -> list[Section]:
    model = context.build.model
    known = scenario_cards(model)
    chosen = [known[name] for name in names]
    listed = tag("ul", (tag("li", f"{card.number}. {card.title}") for card in chosen), class_="cards-here")
    tree = fragment(context, join(listed, Html(sheets_html(model, chosen, "Scenario cards"))))
    shift_headings(tree, 1)
    return [Section("scenarios", "scenarios", heading("Scenario cards"), "/training/scenarios/", tree)]


def _paragraphs(context: PrintContext, names: Sequence[str], previous: Sequence[Section]) -> list[Section]:
    """Paragraphs for a reader, or those cited so often, that are not in full before."""
    model, trees = context.build.model, [section.tree for section in previous]
    if often := OFTEN.fullmatch(names[0]):
        chosen = often_cited(trees, model.provisions, int(often[1]))
    else:
        chosen = {provision.id for provision in model.provisions.values() if names[0] in provision.roles}
    chosen = chosen.difference(*map(ids_of, trees))
    return [
        Section(
            "paragraphs",
            f"paragraphs-{protocol.key}",
            heading(protocol.facts["short_title"]),
            "",
            fragment(context, html),
        )
        for protocol in model.protocols.values()
        if (html := paragraphs(context.build, protocol, chosen))
    ]


def _notes(context: PrintContext, names: Sequence[str], previous: Sequence[Section]) -> list[Section]:
    tree = fragment(context, notes_list(context.build.model))
    return [Section("notes", "notes", heading("Editor's notes"), "/about/editors-notes/", tree)]


def _glossary(context: PrintContext, names: Sequence[str], previous: Sequence[Section]) -> list[Section]:
    model = context.build.model
    used = None
    if names[0] != "all":
        used = terms_used(model, [section.tree for section in previous if section.kind != "paragraphs"])
    tree = fragment(context, glossary(context.build, used))
    return [Section("glossary", "glossary", heading("What the words mean"), "/glossary/", tree)]


def _index(context: PrintContext, names: Sequence[str], previous: Sequence[Section]) -> list[Section]:
    searched = [(s.id, s.tree) for s in previous if s.kind not in ("glossary", "paragraphs")]
    subjects = index.subject_index(index.mark_subjects(searched, context.catalogue.subjects))
    ids = {id for s in previous if (id := s.heading.get("id"))}.union(*(ids_of(s.tree) for s in previous))
    paragraphs_html = index.paragraph_index(context.build.model, ids)
    sections = [Section("index", "index", heading("Subjects"), "", parse(subjects))]
    if paragraphs_html:
        sections.append(Section("index", "index-paragraphs", heading("Paragraphs"), "", parse(paragraphs_html)))
    return sections


MAKERS: dict[str, Maker] = {
    "pages": _pages,
    "forms": _forms,
    "cards": _cards,
    "scenarios": _scenarios,
    "paragraphs": _paragraphs,
    "notes": _notes,
    "glossary": _glossary,
    "index": _index,
}
