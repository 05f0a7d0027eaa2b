"""The directory on pages: the whole list with its filters, a page for each way in, and the frame round an entry's words."""

from macros.content.errors import did_you_mean
from macros.content.model import NOT_CONFIRMED, Model
from macros.features.directory.data import Entry, entries_by_page, entries_of, entry_url, short
from macros.features.directory.facets import BY_KEY, FACETS, STATUS_WORDS, Facet, anchor, groups, listed, say, where
from macros.pages.build import Build, Macro
from macros.pages.facts import call
from macros.pages.links import cite
from macros.pages.text import CONFIDENCE_WORDS, say_date
from macros.publish.provisions_json import plain
from macros.render.html import escape

#: Orders of the list: their names in addresses, and how they are called.
ORDERS = {"title": "By title", "newest": "Last checked, newest first", "oldest": "Last checked, oldest first"}


def link(model: Model, id: str) -> str:
    """A link to an entry."""
    entry = next(entry for entry in entries_of(model) if entry.id == id)
    return f'<a href="page:{entry_url(model, entry)}">{escape(entry.title)}</a>'


def status_words(model: Model, entry: Entry) -> str:
    """An entry's status, with the day it was checked or what to use instead."""
    facts = entry.facts
    said = STATUS_WORDS[facts["status"]]
    if "instead" in facts:
        said += ": use " + " or ".join(link(model, id) for id in facts["instead"])
    elif "checked" in facts:
        sure = "not confirmed, looked for on" if facts["confidence"] == NOT_CONFIRMED else "checked"
        said += f", {sure} {say_date(facts['checked'])}"
    return f'<span class="entry__status entry__status--{anchor(facts["status"])}">{said}</span>'


def year(entry: Entry) -> str:
    """The year it was published, or nothing where that is not known."""
    return "" if entry.facts["published"] == "not known" else entry.facts["published"][:4]


def about(entry: Entry, *more: str) -> str:
    """What an entry is, from when and where, and more, in a line."""
    return " · ".join(filter(None, (say(entry.facts["kind"]), year(entry), escape(where(entry)), *more)))


def item(build: Build, entry: Entry) -> str:
    """An entry in a list: its title, what it is, how it stands, and for print where it is."""
    model = build.model
    phone = call(entry.facts["phone"]) if "phone" in entry.facts else ""
    return (
        f'<li class="entry" data-entry="{entry.id}"><p class="entry__title"><a href="page:{entry_url(model, entry)}">{escape(entry.title)}</a></p>'
        f'<p class="entry__line">{about(entry, phone, status_words(model, entry))}</p>'
        f'<p class="entry__summary" data-print="{escape(entry.address or "No address is confirmed")} · here: {short(entry)}">{escape(plain(build.render(entry.summary)))}</p></li>'
    )


def directory(build: Build) -> str:
    """Every entry, with the filters that show themselves where JavaScript runs."""
    entries = entries_of(build.model)
    return (
        f'<div class="directory">{form(build.model, entries)}<p class="directory__whole">{len(entries)} entries, by title.</p>'
        f'<ul class="entries">{"".join(item(build, entry) for entry in entries)}</ul></div>'
    )


def form(model: Model, entries: tuple[Entry, ...]) -> str:
    """The filters: words to look for, a choice for each way in, and the order. It cannot send anything."""
    choices = "".join(choice(model, entries, facet) for facet in FACETS)
    orders = "".join(f'<option value="{key}">{name}</option>' for key, name in ORDERS.items())
    return (
        f'<form class="filter needs-js" method="dialog" data-module="directory/directory" data-directory aria-label="Filter the directory">'
        f'<div class="filter__field filter__field--wide"><label for="filter-words">Words to look for</label>'
        f'<input id="filter-words" type="search" autocomplete="off" spellcheck="false" aria-describedby="filter-hint">'
        f'<span id="filter-hint" class="filter__hint">What you type stays on this device. Your other choices are kept in the address, so that you can share the list.</span></div>'
        f'<details class="filter__more"><summary>Choose by kind, theme, age and more</summary><div class="filter__fields">{choices}</div></details>'
        f'<div class="filter__field"><label for="filter-order">Order</label><select id="filter-order" name="order">{orders}</select></div>'
        f'<p class="filter__said" role="status">{len(entries)} entries.</p>'
        f'<p class="filter__buttons"><button type="button" class="md-button" data-clear>Clear all</button> '
        f'<button type="button" class="md-button" data-print>Print this list</button></p></form>'
    )


def choice(model: Model, entries: tuple[Entry, ...], facet: Facet) -> str:
    """One filter, with how many entries each of its values has."""
    options = "".join(
        f'<option value="{escape(value)}">{escape(say(value))} ({sum(facet.holds(entry, value) for entry in entries)})</option>'
        for value, _ in groups(model.docs, entries, facet)
    )
    return (
        f'<div class="filter__field"><label for="filter-{facet.key}">{facet.label}</label>'
        f'<select id="filter-{facet.key}" name="{facet.key}" data-fields="{" ".join(facet.fields)}"><option value="">Any</option>{options}</select></div>'
    )


def directory_by(build: Build, key: str) -> str:
    """Every entry under each value of one way in, with a list of the values first."""
    if key not in BY_KEY:
        raise LookupError(f"no way into the directory '{key}'.{did_you_mean(key, BY_KEY)}")
    found = groups(build.model.docs, entries_of(build.model), BY_KEY[key])
    jumps = "".join(
        f'<li><a href="#{anchor(value)}">{escape(say(value))}</a> ({len(entries)})</li>' for value, entries in found
    )
    parts = "".join(
        f'<h2 id="{anchor(value)}">{escape(say(value))}</h2><ul class="entries entries--short">{"".join(line(build.model, entry) for entry in entries)}</ul>'
        for value, entries in found
    )
    return f'<div class="directory"><ul class="directory__jumps">{jumps}</ul>{parts}</div>'


def line(model: Model, entry: Entry) -> str:
    """An entry in one line: these lists are long, so they hold little beside the title."""
    return f'<li><a href="page:{entry_url(model, entry)}">{escape(entry.title)}</a><br>{about(entry, STATUS_WORDS[entry.facts["status"]])}</li>'


def directory_words(build: Build, key: str) -> str:
    """The words that a fact of an entry may have, as the schema lists them."""
    known = listed(build.model.docs)
    if key not in known:
        raise LookupError(f"no list of words for '{key}'.{did_you_mean(key, known)}")
    return ", ".join(f"<code>{escape(value)}</code>" for value in known[key])


def directory_count(build: Build) -> str:
    """How many entries there are."""
    return str(len(entries_of(build.model)))


def frame(build: Build, page, html: str) -> str:
    """An entry's page: its words with a heading, how it stands and its facts round them. Other pages come back as they are."""
    entry = entries_by_page(build.model).get(build.model.docs / page.file.src_uri)
    if entry is None:
        return html
    page.meta.update(description=plain(build.render(entry.summary)), styles=["directory/directory"])
    return (
        f'<p class="crumb"><a href="page:directory/">Directory</a></p><h1>{escape(entry.title)}</h1>'
        f'<p class="entry__line">{about(entry, "" if "instead" in entry.facts else status_words(build.model, entry))}</p>{warning(build.model, entry)}{html}'
        f'<dl class="facts">{"".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in rows(build, entry))}</dl>'
    )


def warning(model: Model, entry: Entry) -> str:
    """What a reader of an entry must know first: that it has ended, or that something took its place."""
    status = entry.facts["status"]
    if "instead" not in entry.facts:
        return ""
    said = "Something newer took its place." if status == "superseded" else "This has ended."
    return (
        f'<div class="entry__warning" role="note" aria-label="{STATUS_WORDS[status]}"><p><strong>{STATUS_WORDS[status]}.</strong> {said} '
        f"Use {' or '.join(link(model, id) for id in entry.facts['instead'])}.</p></div>"
    )


def ways(entry: Entry, key: str) -> str:
    """An entry's values for a way in, each a link to the others that have it."""
    return ", ".join(
        f'<a href="page:directory/by-{key}/#{anchor(value)}">{escape(value)}</a>' for value in BY_KEY[key].values(entry)
    )


def rows(build: Build, entry: Entry) -> list[tuple[str, str]]:
    """Every fact of an entry as name and HTML, the ones a reader needs first."""
    model, known = build.model, entry.facts
    address = (
        f'<a href="{escape(entry.address)}">{escape(entry.address)}</a>'
        if entry.address
        else "No address is confirmed. Look for the title, or ask the organisation."
    )
    checked = (
        f"{say_date(known['checked'])}. {CONFIDENCE_WORDS[known['confidence']]}."
        if "checked" in known
        else "Nobody has checked yet whether this still stands."
    )
    found = [
        ("Phone", call(known["phone"]) if "phone" in known else ""),
        ("Where", address),
        ("Status", ways(entry, "status")),
        ("Last checked", checked),
        ("Kind", ways(entry, "kind")),
        ("Category", ways(entry, "category")),
        ("For", ways(entry, "audience")),
        ("Themes", ways(entry, "theme")),
        ("Ages", f"{escape(known['age'])} ({ways(entry, 'age')})" if known["age"] != "any" else "any age"),
        ("Sex", escape(known["sex"])),
        ("Cost", ways(entry, "cost")),
        ("Area", ways(entry, "area") + (f", {known['area']}" if known["area"] == "another country" else "")),
        ("From", escape(known["organisation"])),
        ("Published", escape(say_published(known["published"]))),
        ("Goes with", ", ".join(link(model, id) for id in known.get("see", ()))),
        ("Named in", ", ".join(cite(model, citation) for citation in known.get("cites", ()))),
        ("How we know", escape(known["source"])),
        ("Kept by", escape(known["owner"])),
        ("Short address", f"<code>{short(entry)}</code>"),
        ("Changes", "; ".join(f"{say_date(day)}: {escape(what)}" for day, what in reversed(entry.events))),
    ]
    return [(name, value) for name, value in found if value]


def say_published(text: str) -> str:
    """'November 2018' from '2018-11', and so on."""
    if text.count("-") == 2:
        return say_date(text)
    return say_date(f"{text}-01").partition(" ")[2] if "-" in text else text


MACROS: dict[str, Macro] = {
    "directory": directory,
    "directory_by": directory_by,
    "directory_count": directory_count,
    "directory_words": directory_words,
}
