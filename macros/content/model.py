"""Everything the pages show, read once per build: protocols, provisions, notes, area, readers, glossary.

Reading is strict: an unknown id, role, kind or key stops the build with the file, the line and the nearest
known name. Nothing here depends on MkDocs or on the name of an area.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import cached_property, wraps
from pathlib import Path
from typing import Any, NamedTuple, NotRequired, TypedDict, cast

from macros.content.areas import areas
from macros.content.data_files import check_known, line_at, line_of, read_checked, read_list, read_rows
from macros.content.errors import ContentError, did_you_mean
from macros.content.provisions import Provision, read_page

#: The kinds of editor's notes, in the order in which they are counted.
NOTE_KINDS = ("superseded", "corrected", "unclear", "safety")
NOT_CONFIRMED = "not confirmed"


class Protocol(NamedTuple):
    """A published document: the facts of its folder's `protocol.yml`, and the provisions read from its pages."""

    key: str
    prefix: str
    facts: dict[str, Any]
    provisions: tuple[Provision, ...]
    pages: tuple[Path, ...]


class Source(TypedDict):
    """Where something was found: what it is called, and its URL if it has one."""

    title: str
    url: NotRequired[str]


class Note(NamedTuple):
    """A dated correction next to a provision; `unmissable` ones are printed before the provision's text."""

    id: str
    kind: str
    protocol: str
    provisions: tuple[str, ...]
    title: str
    text: str
    sources: tuple[Source, ...]
    checked: date
    added: date
    confidence: str
    unmissable: bool


class CrosswalkRow(TypedDict):
    """One topic on which the two protocols are compared."""

    topic: str
    national: list[str]
    local: list[str]
    relation: str
    text: str


class DecisionStep(TypedDict):
    """One decision step: a question, what to do when the answer is yes, and the level it sets, if any."""

    title: str
    question: str
    text: str
    citations: list[str]
    level: NotRequired[str]


class GlossaryEntry(TypedDict):
    """One explained term, with the id of its place on the glossary page."""

    term: str
    text: str
    anchor: str
    stands_for: NotRequired[str]
    also: NotRequired[list[str]]


class Model:
    """The content of one build: the national protocol and one area's, with everything that refers to them."""

    def __init__(self, docs: Path, area: str) -> None:
        self.docs = docs
        self.area_folder = docs / "areas" / area
        if not self.area_folder.is_dir():
            raise ContentError(str(docs / "areas"), f"no area called '{area}'.{did_you_mean(area, areas(docs))}")
        #: Results of functions decorated with `cached_per_model`.
        self.results: dict[Callable[[Model], Any], Any] = {}
        self.roles = {path.stem: path for path in sorted((docs / "for").glob("*.md")) if path.stem != "index"}
        self.area: dict[str, Any] = read_checked(self.area_folder / "area.yml", docs / "areas" / "area.schema.json")
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
        path = folder / "protocol.yml"
        facts = read_checked(path, self.docs / "areas" / "protocol.schema.json")
        pages, provisions = [], []
        for name in facts["pages"]:
            check_known(name, (page.stem for page in folder.glob("*.md")), "page", line_of(path, name))
            page = folder / f"{name}.md"
            pages.append(page)
            provisions += read_page(page, page.read_text(encoding="utf-8"), self.roles)
        return Protocol(key, facts["short_prefix"], facts, tuple(provisions), tuple(pages))

    def _add(self, protocol: Protocol, provision: Provision) -> None:
        where, first = f"{provision.path}:{provision.line}", self.provisions.get(provision.id)
        if first:
            raise ContentError(where, f"the id '{provision.id}' is used twice; first in {first.path}:{first.line}")
        if not provision.text and not provision.title:
            raise ContentError(where, f"the provision '{provision.id}' has no text")
        self.provisions[provision.id] = provision
        self.protocol_of[provision.id] = protocol

    def _read_notes(self, key: str, folder: Path) -> list[Note]:
        path, protocol = folder / "notes.yml", self.protocols[key]
        ids = [provision.id for provision in protocol.provisions]
        notes = []
        schema = self.docs / "areas" / "note.schema.json"
        for place, row in enumerate(read_rows(path, schema, "note id", self._note_lines)):
            for id in row["provisions"]:
                if id not in ids:
                    raise ContentError(
                        line_at(path, [place, "id"]),
                        f"the note '{row['id']}' is on '{id}', which this protocol does not have."
                        f"{did_you_mean(id, ids)}",
                    )
            lists = {"provisions": tuple(row["provisions"]), "sources": tuple(row["sources"])}
            notes.append(Note(**{"protocol": key, "unmissable": False, **row, **lists}))
        return notes

    def _check_references(self) -> None:
        for provision in self.provisions.values():
            where = f"{provision.path}:{provision.line}"
            for id in (*provision.footnotes, provision.parsed_id.parent):
                if id and id not in self.provisions:
                    raise ContentError(
                        where, f"'{provision.id}' needs '{id}', which is on no page.{did_you_mean(id, self.provisions)}"
                    )
        path = self.area_folder / "area.yml"
        for topic, ids in self.area["topics"].items():
            for id in ids:
                self.find(f"local {id}", line_of(path, f"{topic}:"))

    def find(self, citation: str, where: str = "") -> Provision:
        """The provision a citation such as 'national 6.4-8' or 'local 3b' points to.

        Where there is none, raises ContentError with the place in `where`, or LookupError without a place.
        """
        protocol, _, id = citation.partition(" ")
        if protocol not in self.protocols:
            similar = did_you_mean(protocol, self.protocols)
            problem = f"'{citation}' is not a citation: it starts with 'national' or 'local'.{similar}"
        elif id not in self.provisions or self.protocol_of[id].key != protocol:
            ids = [provision.id for provision in self.protocols[protocol].provisions]
            problem = f"no provision '{citation}'.{did_you_mean(id, ids)}"
        else:
            return self.provisions[id]
        raise ContentError(where, problem) if where else LookupError(problem)

    def url(self, id: str) -> str:
        """The URL of a provision, from the root of the site."""
        return f"{self._page_urls[self.provisions[id].path]}#{id}"

    def short_url(self, id: str) -> str:
        """The short URL for printing and speaking, such as /n/6.4."""
        return f"/{self.protocol_of[id].prefix}/{id}"

    def label(self, id: str) -> str:
        """A provision's name in a sentence: 'national 6.4, point 8'."""
        name = "national" if self.protocol_of[id].key == "national" else self.area["protocol"]["cited_as"]
        return f"{name} {self.provisions[id].parsed_id.label}"

    @cached_property
    def crosswalk(self) -> list[CrosswalkRow]:
        """Rows of the area's `crosswalk.yml`, every citation checked."""
        path = self.area_folder / "crosswalk.yml"
        rows = read_list(path, self.docs / "areas" / "crosswalk.schema.json")
        for place, row in enumerate(rows):
            for protocol in self.protocols:
                for index, id in enumerate(row[protocol]):
                    self.find(f"{protocol} {id}", line_at(path, [place, protocol, index]))
        return cast(list[CrosswalkRow], rows)

    @cached_property
    def decision_steps(self) -> list[DecisionStep]:
        """Steps of the area's `decision-steps.yml`, every citation checked."""
        path = self.area_folder / "decision-steps.yml"
        steps = read_list(path, self.docs / "areas" / "decision-steps.schema.json")
        for place, step in enumerate(steps):
            for index, citation in enumerate(step["citations"]):
                self.find(citation, line_at(path, [place, "citations", index]))
        return cast(list[DecisionStep], steps)

    @cached_property
    def glossary(self) -> list[GlossaryEntry]:
        """Terms of the site's and the area's `glossary.yml`, each with its anchor, in alphabetical order."""
        entries: dict[str, GlossaryEntry] = {}
        for path in (self.docs / "glossary.yml", self.area_folder / "glossary.yml"):
            for place, row in enumerate(read_list(path, self.docs / "glossary.schema.json")):
                anchor = "term-" + re.sub(r"[^a-z0-9]+", "-", row["term"].lower()).strip("-")
                if anchor in entries:
                    raise ContentError(line_at(path, [place, "term"]), f"'{row['term']}' is explained twice")
                entries[anchor] = cast(GlossaryEntry, {**row, "anchor": anchor})
        return sorted(entries.values(), key=lambda entry: entry["term"].lower())

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
                similar = did_you_mean(key, _keys(self.area))
                raise LookupError(f"no area fact '{key}' in {self.area_folder / 'area.yml'}.{similar}")
            value = value[part]
        return value


def cached_per_model[T](function: Callable[[Model], T]) -> Callable[[Model], T]:
    """Caches a function of the model for as long as the model exists.

    A second build in the same process has a new model, so it reads changed files again; the results of the first are
    freed with its model.
    """

    @wraps(function)
    def cached(model: Model) -> T:
        if function not in model.results:
            model.results[function] = function(model)
        result: T = model.results[function]
        return result

    return cached


def page_url(docs: Path, path: Path) -> str:
    """A page's URL from the root of the site, as MkDocs forms it with directory URLs."""
    stem = path.relative_to(docs).with_suffix("").as_posix()
    stem = re.sub(r"(^|/)index$", "", stem)
    return f"{stem}/" if stem else ""


def _keys(value: Any, prefix: str = "") -> list[str]:
    """The dotted keys of all facts in a group."""
    if not isinstance(value, dict):
        return [prefix]
    return [key for name, inner in value.items() for key in _keys(inner, f"{prefix}.{name}" if prefix else str(name))]
