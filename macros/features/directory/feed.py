"""An Atom feed (RFC 4287) of what changed in the directory: every entry that was added, and every change to one.

Ids are made from an entry's own id and the day, so they are the same in every build and at every address; no address is
made up. Where no public address is set, links are relative to the feed, which Atom allows, and the feed says so.
"""

import uuid
import xml.etree.ElementTree as etree

from macros.features.directory.data import Entry, entries_of, entry_url
from macros.pages.build import Build
from macros.publish.provisions_json import plain

ATOM = "http://www.w3.org/2005/Atom"
#: All ids of the feed are made in this space. It never changes.
SPACE = uuid.UUID("9ebdded6-bd60-4d8a-825f-2174487e2116")
#: How many of the newest changes the feed holds.
MOST = 150
NAME = "directory.xml"


def events(entries: tuple[Entry, ...]) -> list[tuple[str, Entry, int, str]]:
    """(day, entry, how many before it that day, what happened) of every change, newest first."""
    found = []
    for entry in entries:
        days = [day for day, _ in entry.events]
        found += [(day, entry, days[:number].count(day), what) for number, (day, what) in enumerate(entry.events)]
    return sorted(found, key=lambda event: (event[0], event[2]), reverse=True)


def id_of(*parts: str) -> str:
    """A name that is always the same for the same parts."""
    return uuid.uuid5(SPACE, " ".join(parts)).urn


def feed(build: Build) -> str:
    """The feed as XML."""
    model, public = build.model, build.settings.get("public_address") or ""
    root = f"{public.rstrip('/')}/" if public else ""
    newest = events(entries_of(model))[:MOST]
    etree.register_namespace("", ATOM)
    top = etree.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "en-GB"})

    def add(parent, name: str, text: str | None = None, **attributes: str):
        element = etree.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
        element.text = text
        return element

    add(top, "id", id_of("feed", model.area["key"]))
    add(top, "title", "What changed in the resource directory")
    add(
        top,
        "subtitle",
        "Entries added and changed."
        + ("" if public else " This copy of the site has no public address set, so links are relative to this feed."),
    )
    add(top, "updated", f"{newest[0][0] if newest else '1970-01-01'}T00:00:00Z")
    add(add(top, "author"), "name", build.settings.get("site_publisher") or "The editors of this directory")
    add(top, "link", rel="self", type="application/atom+xml", href=root + NAME)
    add(top, "link", rel="alternate", type="text/html", href=f"{root}directory/")
    for day, entry, number, what in newest:
        happened = add(top, "entry")
        add(happened, "id", id_of(entry.id, day, str(number)))
        add(
            happened,
            "title",
            f"{entry.title}: {what}" if day > entry.facts["added"] or number else f"Added: {entry.title}",
        )
        add(happened, "updated", f"{day}T00:00:00Z")
        add(happened, "link", rel="alternate", type="text/html", href=root + entry_url(model, entry))
        add(happened, "category", term=entry.facts["kind"])
        add(happened, "summary", plain(build.render(entry.summary)))
    etree.indent(top, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + etree.tostring(top, encoding="unicode") + "\n"
