"""Puts a handbook together as one HTML document: cover, contents, chapters and their sections."""

from collections.abc import Collection, Sequence
from copy import deepcopy
from itertools import groupby
from typing import NamedTuple
from xml.etree.ElementTree import Element

from macros.editions.handbooks.context import PrintContext, document
from macros.editions.handbooks.cover import about, cover
from macros.editions.handbooks.layout.elements import classes, html_of, ids_of, parse, shift_headings, text_of
from macros.editions.handbooks.layout.footnotes import move_to_foot
from macros.editions.handbooks.layout.qr_codes import url_line
from macros.editions.handbooks.layout.references import (
    PAGE_PLACEHOLDER,
    check_all_placed,
    check_unique_ids,
    resolve_links,
)
from macros.editions.handbooks.sections import Section, make_sections
from macros.features.printed.catalogue import Chapter, Handbook
from macros.render.html import Html, join, tag

#: Kinds of sections set as continuous text, in columns where a handbook has columns.
CONTINUOUS = ("pages", "paragraphs", "glossary")


class NumberedChapter(NamedTuple):
    """A chapter with its number and sections."""

    number: int
    chapter: Chapter
    sections: list[Section]


def handbook_html(context: PrintContext, book: Handbook) -> tuple[str, str]:
    """(HTML, version) of a handbook."""
    chapters = make_chapters(context, book)
    model = context.build.model
    front = tag("section", contents(chapters), about(model, book, context.public_url), class_="front")
    tree = parse(
        join(
            cover(model, book, context.day, context.public_url),
            front,
            (chapter_html(context, chapter) for chapter in chapters),
        )
    )
    # A handbook with the list of notes contains both protocols in full.
    full = any(section.kind == "notes" for chapter in chapters for section in chapter.sections)
    move_to_foot(tree)
    brief: Collection[str] = () if full else model.provisions
    resolve_links(tree, context.public_url, brief)
    check_unique_ids(tree, book.name)
    if full:
        check_all_placed(ids_of(tree), model.provisions, book.name)
    css_class = f"book columns-{book.columns} paper-{book.paper}"
    return document(book.title, book.readers, html_of(tree), css_class, context.day)


def make_chapters(context: PrintContext, book: Handbook) -> list[NumberedChapter]:
    """The chapters of a handbook. Some sections depend on those of all chapters before them."""
    chapters: list[NumberedChapter] = []
    previous: list[Section] = []
    for number, chapter in enumerate(book.chapters, 1):
        # All parts of a chapter see the sections of the chapters before it, not each other.
        sections = [s for kind, names in chapter.parts for s in make_sections(context, kind, names, previous)]
        previous += sections
        chapters.append(NumberedChapter(number, chapter, sections))
    return chapters


def contents(chapters: Sequence[NumberedChapter]) -> Html:
    """The table of contents: chapters and their sections, with pages."""
    rows = []
    for number, chapter, sections in chapters:
        inner = [tag("li", _entry(section.id, text_of(section.heading))) for section in sections]
        nested = tag("ul", inner) if len(sections) > 1 else None
        rows.append(
            tag("li", _entry(f"chapter-{number}", f"{number} {chapter.title}"), nested, class_="contents__chapter")
        )
    return tag("section", tag("h1", "Contents"), tag("ul", rows), class_="contents")


def _entry(id: str, text: str) -> Html:
    return tag("a", text, class_="leads", href=f"#{id}", data_page=PAGE_PLACEHOLDER)


def chapter_html(context: PrintContext, numbered: NumberedChapter) -> Html:
    """A chapter: its title, and its sections with their numbers; continuous sections are grouped."""
    number, chapter, sections = numbered
    only = len(sections) == 1
    groups = []
    for continuous, group in groupby(enumerate(sections, 1), key=lambda item: item[1].kind in CONTINUOUS):
        htmls = [
            section_html(context, section, chapter.title, None if only else f"{number}.{n}") for n, section in group
        ]
        groups.append(tag("div", htmls, class_="flow") if continuous else join(htmls))
    continuous_only = all(section.kind in CONTINUOUS for section in sections)
    return tag(
        "section",
        tag("h1", tag("span", str(number), class_="number"), f" {chapter.title}", class_="only" if only else None),
        tag("p", chapter.text, class_="say") if chapter.text else None,
        groups,
        class_="chapter chapter--read" if continuous_only else "chapter",
        id=f"chapter-{number}",
    )


def section_html(context: PrintContext, section: Section, chapter_title: str, number: str | None) -> Html:
    """A section with its heading, number and URL; without a heading where that would repeat the chapter's title."""
    head: Html | None = html_of(_numbered(section.heading, number))
    if number is None and text_of(section.heading) == chapter_title:
        shift_headings(section.tree, -1)
        head = None
    url = url_line(section.path, context.public_url) if section.path else None
    return tag(
        "section",
        tag("div", head, url, class_="head"),
        html_of(section.tree),
        class_=f"section section--{section.kind}",
        id=section.id,
    )


def _numbered(heading: Element, number: str | None) -> Element:
    """A section's heading with its number; a provision's heading has one already."""
    heading = deepcopy(heading)
    if number and "provision" not in classes(heading):
        span = Element("span", {"class": "number"})
        span.text, span.tail, heading.text = number, f" {heading.text or ''}", None
        heading.insert(0, span)
    return heading
