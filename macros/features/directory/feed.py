"""An Atom feed (RFC 4287) of what changed in the directory: every entry that was added, and every change to one.

Ids are derived from an entry's id and the day, so they are the same in every build and at every URL. Where no public
URL is set, links are relative to the feed, which Atom allows, and the feed says so.
"""

import uuid
import xml.etree.ElementTree as etree
from collections.abc import Sequence
from typing import NamedTuple

from macros.features.directory.data import Entry, entries_of, entry_url
from macros.pages.build import Build
from macros.pages.text import plain

ATOM = "http://www.w3.org/2005/Atom"
#: Namespace of all ids of the feed. It never changes.
NAMESPACE = uuid.UUID("9ebdded6-bd60-4d8a-825f-2174487e2116")
#: How many of the newest changes the feed has.
MOST = 150
NAME = "directory.xml"


class Event(NamedTuple):
    """Something that happened to an entry; `number` counts the earlier events of the same entry on the same day."""

    day: str
    entry: Entry
    number: int
    what: str

    @property
    def title(self) -> str:
        """The title of the event in the feed."""
        added = self.day == self.entry.facts["added"] and not self.number
        return f"Added: {self.entry.title}" if added else f"{self.entry.title}: {self.what}"


def events(entries: Sequence[Entry]) -> list[Event]:
    """Every event of every entry, newest first."""
    result = []
    for entry in entries:
        days = [day for day, _ in entry.events]
        result += [Event(day, entry, days[:place].count(day), what) for place, (day, what) in enumerate(entry.events)]
    return sorted(result, key=lambda event: (event.day, event.number), reverse=True)


def id_of(*parts: str) -> str:
    """An id that is always the same for the same parts."""
    return uuid.uuid5(NAMESPACE, " ".join(parts)).urn


def feed(build: Build) -> str:
    """The feed as XML."""
    public_url = build.settings.get("public_address") or ""
    root = f"{public_url.rstrip('/')}/" if public_url else ""
    newest = events(entries_of(build.model))[:MOST]
    etree.register_namespace("", ATOM)
    top = etree.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "en-GB"})
    _add(top, "id", id_of("feed", build.model.area["key"]))
    _add(top, "title", "What changed in the resource directory")
    relative = "" if root else " This copy of the site has no public address set, so links are relative to this feed."
    _add(top, "subtitle", f"Entries added and changed.{relative}")
    _add(top, "updated", f"{newest[0].day if newest else '1970-01-01'}T00:00:00Z")
    _add(_add(top, "author"), "name", build.settings.get("site_publisher") or "The editors of this directory")
    _add(top, "link", rel="self", type="application/atom+xml", href=root + NAME)
    _add(top, "link", rel="alternate", type="text/html", href=f"{root}directory/")
    for event in newest:
        _add_event(build, top, event, root)
    etree.indent(top, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + etree.tostring(top, encoding="unicode") + "\n"


def _add_event(build: Build, top: etree.Element, event: Event, root: str) -> None:
    entry, element = event.entry, _add(top, "entry")
    _add(element, "id", id_of(entry.id, event.day, str(event.number)))
    _add(element, "title", event.title)
    _add(element, "updated", f"{event.day}T00:00:00Z")
    _add(element, "link", rel="alternate", type="text/html", href=root + entry_url(build.model, entry))
    _add(element, "category", term=entry.facts["kind"])
    _add(element, "summary", plain(build.render(entry.summary)))


def _add(parent: etree.Element, name: str, text: str | None = None, **attributes: str) -> etree.Element:
    element = etree.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    element.text = text
    return element
