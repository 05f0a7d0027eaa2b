"""The directory on pages: the whole list with its filters, a page for each facet, and the frame of an entry's page."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mkdocs.structure.pages import Page

from macros.content.errors import did_you_mean
from macros.content.model import NOT_CONFIRMED, Model
from macros.features.directory.data import Entry, entries_by_page, entries_of, entry_url, short_url
from macros.features.directory.facets import (
    BY_KEY,
    FACETS,
    STATUS_LABELS,
    Facet,
    allowed_values,
    anchor,
    capitalise,
    groups,
    place_of,
)
from macros.pages.build import Build, Macro
from macros.pages.facts import call
from macros.pages.html import Block, Inline, render_template
from macros.pages.sources import cite_all
from macros.pages.text import CONFIDENCE_TEXT, plain, say_date
from macros.render.html import Html, escape, join, tag

#: Orders of the list: their keys in URLs, and their labels.
ORDERS = {"title": "By title", "newest": "Last checked, newest first", "oldest": "Last checked, oldest first"}


class Group(NamedTuple):
    """The entries with one value of a facet, with the value's label and HTML id."""

    anchor: str
    label: str
    entries: Sequence[Entry]


class Option(NamedTuple):
    """A value that a filter offers, with the number of entries it shows."""

    value: str
    label: str
    matches: int


def link(model: Model, id: str) -> Html:
    """A link to an entry, by its id."""
    entry = next(entry for entry in entries_of(model) if entry.id == id)
    return entry_link(model, entry)


def entry_link(model: Model, entry: Entry) -> Html:
    """A link to an entry's page."""
    return tag("a", entry.title, href=f"page:{entry_url(model, entry)}")


def replacements(model: Model, entry: Entry) -> Html:
    """Links to the entries to use instead of one that has ended or was replaced."""
    return join(*(link(model, id) for id in entry.facts["instead"]), separator=" or ")


def status(model: Model, entry: Entry) -> Html:
    """An entry's status, with the day it was checked or what to use instead."""
    facts = entry.facts
    label = STATUS_LABELS[facts["status"]]
    text: Html = escape(label)
    if "instead" in facts:
        text = join(label, ": use ", replacements(model, entry))
    elif "checked" in facts:
        how = "not confirmed, looked for on" if facts["confidence"] == NOT_CONFIRMED else "checked"
        text = escape(f"{label}, {how} {say_date(facts['checked'])}")
    return tag("span", text, class_=f"entry__status entry__status--{anchor(facts['status'])}")


def year(entry: Entry) -> str:
    """The year of publication, or nothing if it is not known."""
    return "" if entry.facts["published"] == "not known" else entry.facts["published"][:4]


def about(entry: Entry, *more: str) -> Html:
    """An entry's kind, year and place, and more, in a line."""
    parts = (capitalise(entry.facts["kind"]), year(entry), place_of(entry), *more)
    return join(*filter(None, parts), separator=" · ")


def list_line(model: Model, entry: Entry) -> Html:
    """The line under an entry's title in the whole list."""
    phone = call(entry.facts["phone"]) if "phone" in entry.facts else ""
    return about(entry, phone, status(model, entry))


def directory(build: Build) -> Block:
    """Every entry, with the filters that appear where JavaScript runs."""
    entries = entries_of(build.model)
    items = [
        {
            "entry": entry,
            "link": entry_link(build.model, entry),
            "line": list_line(build.model, entry),
            "summary": plain(build.render(entry.summary)),
            "short_url": short_url(entry),
        }
        for entry in entries
    ]
    filters = [(facet, options(build.model, entries, facet)) for facet in FACETS]
    return render_template("directory/list.html", items=items, filters=filters, orders=ORDERS)


def options(model: Model, entries: Sequence[Entry], facet: Facet) -> list[Option]:
    """The values that a facet's filter offers."""
    return [
        Option(value, capitalise(value), sum(facet.matches(entry, value) for entry in entries))
        for value, _ in groups(model, entries, facet)
    ]


def directory_by(build: Build, key: str) -> Block:
    """Every entry under each value of one facet, with a list of the values first."""
    if key not in BY_KEY:
        raise LookupError(f"no way into the directory '{key}'.{did_you_mean(key, BY_KEY)}")
    by_value = groups(build.model, entries_of(build.model), BY_KEY[key])
    return render_template(
        "directory/by_facet.html",
        groups=[Group(anchor(value), capitalise(value), entries) for value, entries in by_value],
        line=lambda entry: short_line(build.model, entry),
    )


def short_line(model: Model, entry: Entry) -> Html:
    """An entry in one line: the lists by facet are long, so they have little more than the title."""
    return join(entry_link(model, entry), tag("br"), about(entry, STATUS_LABELS[entry.facts["status"]]))


def directory_words(build: Build, key: str) -> Inline:
    """The values that a fact of an entry may have, as the schema lists them."""
    allowed = allowed_values(build.model)
    if key not in allowed:
        raise LookupError(f"no list of words for '{key}'.{did_you_mean(key, allowed)}")
    return Inline(join(*(tag("code", value) for value in allowed[key]), separator=", "))


def directory_count(build: Build) -> Inline:
    """How many entries there are."""
    return Inline(str(len(entries_of(build.model))))


def frame(build: Build, page: Page, html: str) -> str:
    """An entry's page: its text with a heading, its status and its facts. Other pages are returned unchanged."""
    entry = entries_by_page(build.model).get(build.model.docs / page.file.src_uri)
    if entry is None:
        return html
    page.meta.update(description=plain(build.render(entry.summary)), styles=["directory/directory"])
    replaced = "instead" in entry.facts
    return render_template(
        "directory/entry.html",
        entry=entry,
        line=about(entry, "" if replaced else status(build.model, entry)),
        status=STATUS_LABELS[entry.facts["status"]],
        replacements=replacements(build.model, entry) if replaced else None,
        text=Html(html),
        rows=[(name, value) for name, value in rows(build, entry) if value],
    )


def values(entry: Entry, key: str) -> Html:
    """An entry's values of a facet, each a link to the other entries that have it."""
    links = (tag("a", value, href=f"page:directory/by-{key}/#{anchor(value)}") for value in BY_KEY[key].values(entry))
    return join(*links, separator=", ")


def rows(build: Build, entry: Entry) -> Iterator[tuple[str, str]]:
    """Every fact of an entry as name and HTML or text, the ones a reader needs first; unknown ones are empty."""
    model, facts = build.model, entry.facts
    yield "Phone", call(facts["phone"]) if "phone" in facts else ""
    yield "Where", url_link(entry)
    yield "Status", values(entry, "status")
    yield "Last checked", last_checked(entry)
    yield "Kind", values(entry, "kind")
    yield "Category", values(entry, "category")
    yield "For", values(entry, "audience")
    yield "Themes", values(entry, "theme")
    yield "Ages", "any age" if facts["age"] == "any" else join(facts["age"], " (", values(entry, "age"), ")")
    yield "Sex", facts["sex"]
    yield "Cost", values(entry, "cost")
    abroad = facts["area"] == "another country"
    yield "Area", join(values(entry, "area"), f", {facts['area']}" if abroad else None)
    yield "From", facts["organisation"]
    yield "Published", format_published(facts["published"])
    yield "Goes with", join(*(link(model, id) for id in facts.get("see", ())), separator=", ")
    yield "Named in", cite_all(model, facts.get("citations", ()))
    yield "How we know", facts["source"]
    yield "Kept by", facts["owner"]
    yield "Short address", tag("code", short_url(entry))
    yield "Changes", "; ".join(f"{say_date(day)}: {what}" for day, what in reversed(entry.events))


def url_link(entry: Entry) -> Html:
    """A link to the resource itself."""
    if not entry.url:
        return escape("No address is confirmed. Look for the title, or ask the organisation.")
    return tag("a", entry.url, href=entry.url)


def last_checked(entry: Entry) -> str:
    """The day an entry was last checked, and how sure its status is."""
    if "checked" not in entry.facts:
        return "Nobody has checked yet whether this still stands."
    return f"{say_date(entry.facts['checked'])}. {CONFIDENCE_TEXT[entry.facts['confidence']]}."


def format_published(text: str) -> str:
    """When something was published, as readers write it.

    >>> format_published("2018-11-22"), format_published("2018-11"), format_published("not known")
    ('22 November 2018', 'November 2018', 'not known')
    """
    if text.count("-") == 2:
        return say_date(text)
    return say_date(f"{text}-01").partition(" ")[2] if "-" in text else text


MACROS: dict[str, Macro] = {
    "directory": directory,
    "directory_by": directory_by,
    "directory_count": directory_count,
    "directory_words": directory_words,
}
