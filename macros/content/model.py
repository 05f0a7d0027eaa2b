"""Everything the pages know, read once per build: protocols, provisions, notes, area, readers, glossary.

Reading is strict: an unknown id, role, kind or key stops the build with the file, the line and the nearest
known name. Nothing here knows MkDocs or the name of any area.
"""

import re
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

from macros.content.areas import areas
from macros.content.data_files import (
    check_known,
    check_new,
    check_schema,
    line_at,
    line_of,
    read_checked,
    read_yaml,
    require,
)
from macros.content.errors import ContentError, did_you_mean
from macros.content.provisions import Provision, read_page

NOTE_KINDS = ("superseded", "corrected", "unclear", "safety")
CONFIDENCES = ("official source", "secondary source", "not confirmed")
RELATIONS = ("same", "differs", "missing locally", "missing nationally")
#: The levels a decision step may give. Content does not import tools/; a test keeps these the same as tools.model.LEVELS.
STEP_LEVELS = ("none", "green", "judgement", "amber", "red")
NOT_CONFIRMED = "not confirmed"


class Protocol(NamedTuple):
    """A published document: its folder's `protocol.yml`, and the provisions read from its pages."""

    key: str
    prefix: str
    facts: dict[str, Any]
    provisions: tuple[Provision, ...]
    pages: tuple[Path, ...]


class Note(NamedTuple):
    """A dated correction next to a provision; `unmissable` ones stand before the provision's words."""

    id: str
    kind: str
    protocol: str
    provisions: tuple[str, ...]
    title: str
    text: str
    sources: tuple[dict[str, str], ...]
    checked: date
    added: date
    confidence: str
    unmissable: bool


class Model:
    """The words of one build: the national protocol and one area's, with everything that refers to them."""

    def __init__(self, docs: Path, area: str):
        self.docs = docs
        self.area_folder = docs / "areas" / area
        if not self.area_folder.is_dir():
            raise ContentError(str(docs / "areas"), f"no area called '{area}'.{did_you_mean(area, areas(docs))}")
        self.roles = {path.stem: path for path in sorted((docs / "for").glob("*.md")) if path.stem != "index"}
        self.area = read_checked(self.area_folder / "area.yml", docs / "areas" / "area.schema.json")
        self.protocols = {
            "national": self._read_protocol("national", docs / "national"),
            "local": self._read_protocol("local", self.area_folder / "protocol"),
        }
        self.provisions: dict[str, Provision] = {}
        self.protocol_of: dict[str, Protocol] = {}
        for protocol in self.protocols.values():
            for provision in protocol.provisions:
                self._add(protocol, provision)
        self._page_urls = {
            page: page_url(docs, page) for protocol in self.protocols.values() for page in protocol.pages
        }
        self._note_lines: dict[str, str] = {}
        self.notes = self._read_notes("national", docs / "national") + self._read_notes("local", self.area_folder)
        self.notes_on: dict[str, list[Note]] = {}
        for note in self.notes:
            for id in note.provisions:
                self.notes_on.setdefault(id, []).append(note)
        self._check_references()

    def _read_protocol(self, key: str, folder: Path) -> Protocol:
        facts = read_checked(folder / "protocol.yml", self.docs / "areas" / "protocol.schema.json")
        pages, provisions = [], []
        for name in facts["pages"]:
            path = folder / f"{name}.md"
            check_known(
                name, (page.stem for page in folder.glob("*.md")), "page", line_of(folder / "protocol.yml", name)
            )
            pages.append(path)
            provisions += read_page(path, path.read_text(encoding="utf-8"), self.roles)
        return Protocol(key, facts["short_prefix"], facts, tuple(provisions), tuple(pages))

    def _add(self, protocol: Protocol, provision: Provision) -> None:
        where, first = f"{provision.path}:{provision.line}", self.provisions.get(provision.id)
        if first:
            raise ContentError(where, f"the id '{provision.id}' is used twice; first in {first.path}:{first.line}")
        if not provision.words and not provision.title:
            raise ContentError(where, f"the provision '{provision.id}' has no words")
        self.provisions[provision.id] = provision
        self.protocol_of[provision.id] = protocol

    def _read_notes(self, protocol: str, folder: Path) -> list[Note]:
        path = folder / "notes.yml"
        notes = []
        for place, raw in enumerate(read_yaml(path) or []):
            where = line_at(path, [place, "id"])
            require(
                raw,
                ("id", "kind", "provisions", "title", "text", "sources", "checked", "added", "confidence"),
                "the note",
                where,
            )
            check_known(raw["kind"], NOTE_KINDS, "kind", where)
            check_known(raw["confidence"], CONFIDENCES, "confidence", where)
            days = {key: str(raw[key]) for key in ("checked", "added")}
            check_schema(path, {**raw, **days}, self.docs / "areas" / "note.schema.json", f"- id: {raw['id']}")
            check_new(raw["id"], self._note_lines, "note id", where)
            for id in raw["provisions"]:
                if self.protocol_of.get(id) != self.protocols[protocol]:
                    own = [p.id for p in self.protocols[protocol].provisions]
                    raise ContentError(
                        where,
                        f"the note '{raw['id']}' is on '{id}', which this protocol does not have.{did_you_mean(id, own)}",
                    )
            notes.append(
                Note(
                    raw["id"],
                    raw["kind"],
                    protocol,
                    tuple(raw["provisions"]),
                    raw["title"],
                    raw["text"],
                    tuple(raw["sources"]),
                    raw["checked"],
                    raw["added"],
                    raw["confidence"],
                    raw.get("unmissable", False),
                )
            )
        return notes

    def _check_references(self) -> None:
        for provision in self.provisions.values():
            where = f"{provision.path}:{provision.line}"
            for id in (*provision.footnotes, provision.address.parent):
                if id and id not in self.provisions:
                    raise ContentError(
                        where, f"'{provision.id}' needs '{id}', which no page holds.{did_you_mean(id, self.provisions)}"
                    )
        path = self.area_folder / "area.yml"
        for topic, cited in self.area["topics"].items():
            for id in cited:
                self.find(f"local {id}", line_of(path, f"{topic}:"))

    def find(self, citation: str, where: str = "") -> Provision:
        """The provision a citation such as 'national 6.4-8' or 'local 3b' points to; LookupError if there is none."""
        protocol, _, id = citation.partition(" ")
        if protocol not in self.protocols:
            problem = f"'{citation}' is not a citation: it starts with 'national' or 'local'.{did_you_mean(protocol, self.protocols)}"
        elif id not in self.provisions or self.protocol_of[id].key != protocol:
            own = [p.id for p in self.protocols[protocol].provisions]
            problem = f"no provision '{citation}'.{did_you_mean(id, own)}"
        else:
            return self.provisions[id]
        raise ContentError(where, problem) if where else LookupError(problem)

    def url(self, id: str) -> str:
        """Where a provision stands, from the root of the site."""
        return f"{self._page_urls[self.provisions[id].path]}#{id}"

    def short(self, id: str) -> str:
        """The short address for printing and speaking, such as /n/6.4."""
        return f"/{self.protocol_of[id].prefix}/{id}"

    def label(self, id: str) -> str:
        """How to say where it stands: 'national 6.4, point 8'."""
        name = "national" if self.protocol_of[id].key == "national" else self.area["protocol"]["cited_as"]
        return f"{name} {self.provisions[id].address.label}"

    @cached_property
    def crosswalk(self) -> list[dict]:
        """Rows of the area's `crosswalk.yml`, every citation checked."""
        path = self.area_folder / "crosswalk.yml"
        rows = read_yaml(path)
        for row in rows:
            where = line_of(path, str(row.get("topic")))
            require(row, ("topic", "national", "local", "relation", "words"), "the row", where)
            check_known(row["relation"], RELATIONS, "relation", where)
            for key in self.protocols:
                for id in row[key]:
                    self.find(f"{key} {id}", where)
        return rows

    @cached_property
    def decision_steps(self) -> list[dict]:
        """Steps of the area's `decision-steps.yml`, every citation and level checked."""
        path = self.area_folder / "decision-steps.yml"
        steps = read_yaml(path)
        for step in steps:
            where = line_of(path, str(step.get("title")))
            require(step, ("title", "ask", "then", "citations"), "the step", where)
            check_known(step.get("level", "none"), STEP_LEVELS, "level", where)
            for citation in step["citations"]:
                self.find(citation, where)
        return steps

    @cached_property
    def glossary(self) -> list[dict]:
        """Terms of the site's and the area's `glossary.yml`, each with its anchor, in alphabetical order."""
        entries: dict[str, dict] = {}
        for path in (self.docs / "glossary.yml", self.area_folder / "glossary.yml"):
            for entry in read_yaml(path) or ():
                named = f"term: {entry.get('term')}" if isinstance(entry, dict) else str(entry)
                require(entry, ("term", "means"), f"the entry '{named.removeprefix('term: ')}'", line_of(path, named))
                entry["anchor"] = "term-" + re.sub(r"[^a-z0-9]+", "-", str(entry["term"]).lower()).strip("-")
                if entry["anchor"] in entries:
                    raise ContentError(line_of(path, named), f"'{entry['term']}' is explained twice")
                entries[entry["anchor"]] = entry
        return sorted(entries.values(), key=lambda entry: str(entry["term"]).lower())

    def is_of_another_area(self, path: Path) -> bool:
        """Whether a page belongs to an area that is not being built."""
        folder = self.docs / "areas"
        return path.is_relative_to(folder) and path.parent != folder and not path.is_relative_to(self.area_folder)

    def fact(self, key: str) -> Any:
        """An area fact by dotted key, such as 'control_room.other'; LookupError for an unknown one."""
        value: Any = self.area
        for part in key.split("."):
            known = value if isinstance(value, dict) else {}
            if part not in known:
                raise LookupError(
                    f"no area fact '{key}' in {self.area_folder / 'area.yml'}.{did_you_mean(key, _keys(self.area))}"
                )
            value = value[part]
        return value


@cache
def page_url(docs: Path, path: Path) -> str:
    """A page's address from the root of the site, as MkDocs gives it with directory addresses."""
    stem = path.relative_to(docs).with_suffix("").as_posix()
    stem = re.sub(r"(^|/)index$", "", stem)
    return f"{stem}/" if stem else ""


def _keys(value: Any, prefix: str = "") -> list[str]:
    if not isinstance(value, dict):
        return [prefix]
    return [key for name, inner in value.items() for key in _keys(inner, f"{prefix}.{name}" if prefix else str(name))]
