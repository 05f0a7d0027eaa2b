"""Puts a handbook together: cover, contents, chapters and their sections, as one HTML document for the print engine."""

import hashlib
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element

from macros.editions.handbooks import cards, codes, footnotes, forms, index
from macros.editions.handbooks.cover import about, cover
from macros.editions.handbooks.pages import article, classes, html_of, key_of, lower, parse, ready, remove, text
from macros.editions.handbooks.paragraphs import notes_list, paragraphs
from macros.editions.handbooks.references import PAGE, cited, ids_of, join, pictures, placed, unique
from macros.features.printed.catalogue import OFTEN, Catalogue, Chapter, Handbook, scenario_cards
from macros.features.scenarios.sheets import sheets_html
from macros.pages.build import Build
from macros.pages.links import resolve
from macros.render.html import escape
from tools.records import FORMS

#: Stands in a document for its version until its words are all there: the version is made from them.
VERSION = "VERSION-OF-THIS-COPY"
#: Kinds of sections that are read on from one to the next, in columns where a handbook has some.
READ_ON = ("pages", "paragraphs", "glossary")


class Section(NamedTuple):
    """A section of a chapter: what kind it is, its id, its heading, where it stands on the web (or ''), and its words."""

    kind: str
    id: str
    heading: Element
    path: str
    tree: Element


class Making(NamedTuple):
    """What a handbook is made from: the words, the built site, the catalogue, the day, the public address (or '')."""

    build: Build
    site: Path
    catalogue: Catalogue
    day: date
    public: str


def piece(making: Making, html: str) -> Element:
    """HTML that a pure function made, ready for a handbook."""
    return ready(parse(resolve(making.build.model, html, "")), "")


def heading(words: str) -> Element:
    """A section's heading."""
    element = Element("h2")
    element.text = words
    return element


def page_section(making: Making, url: str) -> Section:
    """A page of the site as a section: its heading becomes the section's own."""
    tree = article(making.site, url)
    pictures(tree, making.site, url)
    first = next(e for e in tree.iter("h1"))
    head, parents = deepcopy(first), {child: parent for parent in tree.iter() for child in parent}
    head.tail = None
    remove(parents[first], first)
    lower(tree, 1)
    head.tag = "h2"
    path = f"/{url}"
    if "provision" in classes(head):
        path = making.build.model.short(head.get("id"))
    else:
        head.attrib.pop("id", None)
    return Section("pages", key_of(url), head, path, tree)


def sections(making: Making, kind: str, names: tuple[str, ...], before: list[Section]) -> list[Section]:
    """The sections that one part of a chapter asks for; `before` are those that stand before it."""
    build, model = making.build, making.build.model
    trees = [s.tree for s in before]
    if kind == "pages":
        return [page_section(making, url) for url in names]
    if kind == "forms":
        return [
            Section(
                kind,
                f"forms-{name}",
                heading(FORMS[name].title),
                f"/forms/{name}/",
                piece(making, forms.blank(FORMS[name])),
            )
            for name in names
        ]
    if kind == "cards":
        known = cards.read(build)
        return [
            Section(
                kind,
                f"card-{name}",
                heading(known[name].title),
                "",
                piece(making, f'<div class="card-in card--{name}">{cards.CARDS[name](build, known[name])}</div>'),
            )
            for name in names
        ]
    if kind == "scenarios":
        known = scenario_cards(model)
        chosen = [known[name] for name in names]
        listed = "".join(f"<li>{card.number}. {escape(card.title)}</li>" for card in chosen)
        tree = piece(making, f'<ul class="cards-here">{listed}</ul>{sheets_html(model, chosen, "Scenario cards")}')
        lower(tree, 1)
        return [Section(kind, kind, heading("Scenario cards"), "/training/scenarios/", tree)]
    if kind == "paragraphs":
        often = OFTEN.fullmatch(names[0])
        wanted = (
            cited(trees, model.provisions, int(often[1]))
            if often
            else {p.id for p in model.provisions.values() if names[0] in p.roles}
        )
        return [
            Section(kind, f"paragraphs-{p.key}", heading(p.facts["short_title"]), "", piece(making, html))
            for p in model.protocols.values()
            if (html := paragraphs(build, p, wanted - set().union(*map(ids_of, trees))))
        ]
    if kind == "notes":
        return [
            Section(kind, "notes", heading("Editor's notes"), "/about/editors-notes/", piece(making, notes_list(model)))
        ]
    if kind == "glossary":
        used = (
            None if names[0] == "all" else index.words_used(model, [s.tree for s in before if s.kind != "paragraphs"])
        )
        return [
            Section(
                kind,
                kind,
                heading("What the words mean"),
                "/glossary/",
                piece(making, index.glossary(model, build.render, used)),
            )
        ]
    found = index.mark(
        [(s.id, s.tree) for s in before if s.kind not in ("glossary", "paragraphs")], making.catalogue.subjects
    )
    standing = index.paragraph_index(model, set().union(*map(ids_of, trees), {s.heading.get("id") for s in before}))
    return [
        Section(kind, "index", heading("Subjects"), "", parse(index.subject_index(found))),
        *([Section(kind, "index-paragraphs", heading("Paragraphs"), "", parse(standing))] if standing else []),
    ]


def chapter_html(making: Making, number: int, chapter: Chapter, parts: list[Section]) -> str:
    """A chapter: its title, and its sections with their numbers; those that are read on from one to the next stand together."""
    out = ""
    for place, part in enumerate(parts, 1):
        head = deepcopy(part.heading)
        if "provision" not in classes(head) and len(parts) > 1:
            numbered = Element("span", {"class": "number"})
            numbered.text, numbered.tail, head.text = f"{number}.{place}", f" {head.text or ''}", None
            head.insert(0, numbered)
        where = codes.where(part.path, making.public) if part.path else ""
        alone = len(parts) == 1 and text(part.heading) == chapter.title
        if alone:  # the chapter's title is its heading
            lower(part.tree, -1)
        section = f'<section class="section section--{part.kind}" id="{part.id}"><div class="head">{where if alone else html_of(head) + where}</div>{html_of(part.tree)}</section>'
        before, after = (
            (place > 1 and parts[place - 2].kind in READ_ON),
            (place < len(parts) and parts[place].kind in READ_ON),
        )
        flows = part.kind in READ_ON
        out += (
            ('<div class="flow">' if flows and not before else "") + section + ("</div>" if flows and not after else "")
        )
    say = f'<p class="say">{escape(chapter.text)}</p>' if chapter.text else ""
    only = ' class="only"' if len(parts) == 1 else ""
    read = " chapter--read" if all(part.kind in READ_ON for part in parts) else ""
    return f'<section class="chapter{read}" id="chapter-{number}"><h1{only}><span class="number">{number}</span> {escape(chapter.title)}</h1>{say}{out}</section>'


def contents(chapters: list[tuple[Chapter, list[Section]]]) -> str:
    """The table of contents: chapters and their sections, with pages."""
    rows = ""
    for number, (chapter, parts) in enumerate(chapters, 1):
        inner = (
            "".join(
                f'<li><a class="leads" href="#{p.id}" data-page="{PAGE}">{escape(text(p.heading))}</a></li>'
                for p in parts
            )
            if len(parts) > 1
            else ""
        )
        rows += f'<li class="contents__chapter"><a class="leads" href="#chapter-{number}" data-page="{PAGE}">{number} {escape(chapter.title)}</a>{f"<ul>{inner}</ul>" if inner else ""}</li>'
    return f'<section class="contents"><h1>Contents</h1><ul>{rows}</ul></section>'


def html(making: Making, book: Handbook) -> tuple[str, str]:
    """(HTML, version) of a handbook."""
    chapters, before = [], []
    for chapter in book.chapters:
        parts = [s for kind, names in chapter.parts for s in sections(making, kind, names, before)]
        before += parts
        chapters.append((chapter, parts))
    body = (
        cover(making.build.model, book, VERSION, making.day, making.public)
        + f'<section class="front">{contents(chapters)}{about(making.build.model, book, making.public)}</section>'
        + "".join(chapter_html(making, number, chapter, parts) for number, (chapter, parts) in enumerate(chapters, 1))
    )
    tree, whole = (
        parse(body),
        any(s.kind == "notes" for s in before),
    )  # a handbook with the list of notes holds both protocols in full
    footnotes.to_the_foot(tree)
    join(tree, making.public, () if whole else making.build.model.provisions)
    unique(tree, book.name)
    if whole:
        placed(ids_of(tree), making.build.model.provisions, book.name)
    return document(
        book.title, book.readers, html_of(tree), f"book columns-{book.columns} paper-{book.paper}", making.day
    )


def document(title: str, about_it: str, body: str, kind: str, day: date) -> tuple[str, str]:
    """A whole document with its language, title and version."""
    version = hashlib.sha256(body.replace(day.isoformat(), "").encode()).hexdigest()[:8]
    return (
        f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{escape(title)}</title><meta name="description" content="{escape(about_it)}">'
        f'<meta name="dcterms.created" content="{day.isoformat()}"></head><body class="{kind}">{body.replace(VERSION, version)}</body></html>'
    ), version
