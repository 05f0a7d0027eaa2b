"""The entries of the resource directory, one a file: facts between two lines of ---, then words.

General entries stand in `docs/directory/entries/`, an area's own in its folder's `directory/`. Reading is strict: a fact
that is missing, unknown or at odds with another stops the build with file, line and what is expected there.
"""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import yaml

from macros.content.data_files import check_schema, line_at
from macros.content.errors import ContentError, did_you_mean
from macros.content.model import NOT_CONFIRMED, Model, page_url

#: Reads every fact as the text that people wrote: days, years and ages stay what they are.
AS_TEXT = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
#: The longest first paragraph: lists show it, so it has to say in a line or two what the thing is.
SUMMARY, WORDS = 300, 1500
#: Age groups by which readers look, each with its first and last year.
AGES = {"under 10": (0, 9), "10 to 15": (10, 15), "16 and 17": (16, 17), "18 to 25": (18, 25)}

_FRONT = re.compile(r"\A---\n(.*?\n)---\n(.*)\Z", re.S)
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_PRIVATE = re.compile(r"[\w.+-]+@[\w-]+\.\w|(?<!\d)(?:\+44|0)[\d ]{8,}\d")
_LINK = re.compile(r"\]\(([^)\s]+)\)")


class Entry(NamedTuple):
    """One thing a reader could look for: its id, its file, its facts and its words in Markdown."""

    id: str
    path: Path
    facts: dict[str, Any]
    words: str

    @property
    def title(self) -> str:
        return self.facts["title"]

    @property
    def summary(self) -> str:
        """The first paragraph, which says what it is."""
        return self.words.partition("\n\n")[0]

    @property
    def address(self) -> str | None:
        """Where it is on the web, or None where nobody has confirmed it."""
        return None if self.facts["address"] == NOT_CONFIRMED else self.facts["address"]

    @property
    def age_groups(self) -> tuple[str, ...]:
        """The groups that its ages touch."""
        low, high = (0, 25) if self.facts["age"] == "any" else map(int, self.facts["age"].split("-"))
        return tuple(name for name, (first, last) in AGES.items() if low <= last and first <= high)

    @property
    def events(self) -> list[tuple[str, str]]:
        """(day, what happened) of the entry itself, in order."""
        changes = sorted(((c["on"], c["what"]) for c in self.facts.get("changes", ())), key=lambda change: change[0])
        return [(self.facts["added"], "Added to the directory."), *changes]


def read_entry(path: Path, schema: Path) -> Entry:
    """One file as an entry; ContentError for the first thing wrong with it."""
    if not _ID.fullmatch(path.stem):
        raise ContentError(
            str(path),
            f"'{path.stem}' cannot be an address: a file's name has small letters, numbers and single hyphens",
        )
    parts = _FRONT.match(path.read_text(encoding="utf-8"))
    if not parts:
        raise ContentError(
            f"{path}:1", "an entry starts with its facts between two lines of ---, and its words come after them"
        )
    try:
        facts = yaml.load(parts[1], Loader=AS_TEXT)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise ContentError(
            f"{path}:{mark.line + 2 if mark else 2}",
            f"the facts are not readable as YAML: {getattr(error, 'problem', error)}. "
            "Put text that holds a colon in quotation marks",
        ) from None
    check_schema(path, facts, schema)
    entry = Entry(path.stem, path, facts, parts[2].strip())
    check_facts(entry)
    check_words(entry)
    return entry


def at(entry: Entry, key: str) -> str:
    """'path:line' of one of an entry's facts, for messages."""
    return line_at(entry.path, [key])


def check_facts(entry: Entry) -> None:
    """Raises ContentError where facts that fit the schema do not fit each other."""
    facts, status = entry.facts, entry.facts["status"]

    def wrong(key: str, what: str):
        raise ContentError(at(entry, key), what)

    for key, day in (
        *((key, facts[key]) for key in ("checked", "added", "published") if key in facts),
        *(("changes", day) for day, _ in entry.events),
    ):
        if day[:1].isdigit() and not is_day(day):
            wrong(key, f"'{key}': there is no day '{day}'")
    for day, what in entry.events:
        if day < facts["added"]:
            wrong("changes", f"a change on {day} stands before the entry was added ({facts['added']}): {what}")
    if (status == "not checked") == ("checked" in facts):
        wrong(
            "status",
            f"'status: {status}' "
            + (
                "cannot stand with 'checked'. Expected: current, superseded or closed, or no 'checked'"
                if "checked" in facts
                else "needs 'checked', the day somebody made sure of it. Expected: a day such as 2026-11-22, or 'status: not checked'"
            ),
        )
    if ("checked" in facts) != ("confidence" in facts):
        wrong(
            "checked" if "checked" in facts else "confidence",
            "'checked' and 'confidence' go together: when the status was checked, and how sure that is",
        )
    if (status in ("superseded", "closed")) != ("instead" in facts):
        wrong(
            "status",
            f"'status: {status}' "
            + (
                "cannot stand with 'instead'"
                if "instead" in facts
                else "needs 'instead': the ids of the entries to use now, such as [some-entry]"
            ),
        )
    if (facts["area"] in ("one place", "another country")) != ("place" in facts):
        wrong(
            "area",
            f"'area: {facts['area']}' "
            + (
                "cannot stand with 'place'. Expected: area: one place"
                if "place" in facts
                else "needs 'place', such as: place: Dorset"
            ),
        )
    if "phone" in facts and (facts["kind"] != "helpline" or "checked" not in facts):
        wrong(
            "phone",
            "only a helpline that was checked has a 'phone'. Expected: kind: helpline, and 'checked' with the day",
        )
    if facts["age"] != "any" and (lambda low, high: low > high or high > 25)(*map(int, facts["age"].split("-"))):
        wrong(
            "age", f"'age: {facts['age']}' is not a range. Expected: the lower age first and 25 at most, such as 10-17"
        )
    check_address(entry)


def is_day(text: str) -> bool:
    """Whether a year, a month or a day is one of the calendar's.

    >>> is_day("2018"), is_day("2018-11"), is_day("2018-02-30")
    (True, True, False)
    """
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


def check_address(entry: Entry) -> None:
    """Raises ContentError for an address that no browser should be sent to."""
    if entry.address is None:
        return
    parts = urlsplit(entry.address)
    problem = (
        "has no host such as www.gov.uk"
        if "." not in (parts.hostname or "")
        else "holds a user's name"
        if "@" in parts.netloc
        else "holds tracking (utm_)"
        if "utm_" in parts.query
        else "ends in a sign of the sentence"
        if entry.address[-1] in ".,;)"
        else ""
    )
    if problem:
        raise ContentError(
            at(entry, "address"),
            f"the address '{entry.address}' {problem}. Expected: a whole address, as the browser shows it, or: not confirmed",
        )


def check_words(entry: Entry) -> None:
    """Raises ContentError for words that lists could not show, that hold private contacts, or that link to nothing."""
    lines = entry.path.read_text(encoding="utf-8").split("\n")
    end = lines.index("---", 1)
    first = end + 1 + next((number for number, line in enumerate(lines[end + 1 :], 1) if line.strip()), 1)
    if len(entry.words.split()) < 15:
        raise ContentError(
            f"{entry.path}:{first}",
            "an entry needs two to four sentences: what it is, for whom, why it is useful and what to know",
        )
    if len(entry.summary) > SUMMARY or len(entry.words) > WORDS:
        raise ContentError(
            f"{entry.path}:{first}",
            f"too long: the first paragraph may have {SUMMARY} characters and has {len(entry.summary)}; all words {WORDS}, and they have {len(entry.words)}",
        )
    for number, line in enumerate(lines, 1):
        where = f"{entry.path}:{number}"
        if number >= first and line.startswith("#"):
            raise ContentError(where, "an entry has no headings: its title is a fact")
        if not line.startswith(("address:", "phone:")) and (private := _PRIVATE.search(line)):
            raise ContentError(
                where,
                f"'{private[0].strip()}' looks like a person's contact. Expected: roles and organisations only; a helpline's number goes in 'phone:'",
            )
        for link in _LINK.findall(line) if number >= first else ():
            if not re.match(r"[a-z]+:", link) and not (entry.path.parent / link.partition("#")[0]).is_file():
                raise ContentError(where, f"the link '{link}' leads to no page of this site")


def same(text: str) -> str:
    """A title or an address without what does not tell two things apart."""
    return re.sub(r"^https?://(www\.)?|[^a-z0-9?=]", "", text.lower())


def check_together(model: Model, entries: Iterable[Entry], unread: set[str]) -> list[ContentError]:
    """What is wrong between entries: doubles, of which the later one is told, and pointers to what is not there (`unread`: there, but wrong itself)."""
    found, problems = {entry.id: entry for entry in entries}, []
    seen: dict[tuple[str, str], Entry] = {}
    for entry in sorted(entries, key=lambda entry: entry.facts["added"]):
        for key, value in (("title", entry.title), ("address", entry.address)):
            first = seen.setdefault((key, same(value)), entry) if value else entry
            if first is not entry:
                problems.append(
                    ContentError(
                        at(entry, key), f"the {key} '{value}' is already that of {first.path}: one thing has one entry"
                    )
                )
        for key in ("instead", "see"):
            for id in entry.facts.get(key, ()):
                other = found.get(id)
                if id in unread:
                    continue
                if other is None or other is entry:
                    problems.append(
                        ContentError(
                            at(entry, key),
                            f"'{key}' points to '{id}', which is {'this entry' if other else 'no entry'}.{did_you_mean(id, found.keys() - {entry.id})}",
                        )
                    )
                elif key == "instead" and "instead" in other.facts:
                    problems.append(
                        ContentError(
                            at(entry, key),
                            f"'instead' points to '{id}', which is {other.facts['status']} too. Expected: {', '.join(other.facts['instead'])}",
                        )
                    )
        for citation in entry.facts.get("cites", ()):
            try:
                model.find(citation, at(entry, "cites"))
            except ContentError as error:
                problems.append(error)
    return problems


def read_all(model: Model) -> tuple[list[Entry], list[ContentError]]:
    """Every entry that can be read, by title, and everything that is wrong."""
    schema = model.docs / "directory" / "entry.schema.json"
    entries: list[Entry] = []
    problems: list[ContentError] = []
    unread = set()
    for folder in (model.docs / "directory" / "entries", model.area_folder / "directory"):
        for path in sorted(folder.glob("*.md")):
            try:
                entry = read_entry(path, schema)
                double = next((e for e in entries if e.id == entry.id), None)
                if double:
                    raise ContentError(
                        str(path), f"the id '{entry.id}' is already that of {double.path}; give the file another name"
                    )
                entries.append(entry)
            except ContentError as error:
                problems.append(error)
                unread.add(path.stem)
    entries.sort(key=lambda entry: same(entry.title))
    return entries, problems + check_together(model, entries, unread)


@cache
def entries_of(model: Model) -> tuple[Entry, ...]:
    """Every entry by title; ContentError when any of them is wrong."""
    entries, problems = read_all(model)
    if problems:
        raise problems[0]
    return tuple(entries)


@cache
def entries_by_page(model: Model) -> dict[Path, Entry]:
    """Every entry by the file of its page."""
    return {entry.path: entry for entry in entries_of(model)}


def entry_url(model: Model, entry: Entry) -> str:
    """Where an entry's page stands, from the root of the site."""
    return page_url(model.docs, entry.path)


def short(entry: Entry) -> str:
    """The short address for printing and speaking."""
    return f"/d/{entry.id}"
