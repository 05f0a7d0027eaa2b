"""The entries of the resource directory, one per file: facts between two lines of ---, then Markdown text.

General entries are in `docs/directory/entries/`, an area's own in its folder's `directory/`. Reading is strict: a fact
that is missing, unknown or at odds with another stops the build with file, line and what is expected there.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple, NotRequired, TypedDict, cast
from urllib.parse import urlsplit

from macros.content.data_files import check_schema, line_at, split_front_matter
from macros.content.errors import ContentError, did_you_mean
from macros.content.model import NOT_CONFIRMED, Model, cached_per_model, page_url

#: The most characters of the first paragraph, which lists show, and of the whole text.
SUMMARY, LONGEST = 300, 1500
#: Age groups by which readers search, each with its first and last year.
AGES = {"under 10": (0, 9), "10 to 15": (10, 15), "16 and 17": (16, 17), "18 to 25": (18, 25)}

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_PRIVATE = re.compile(r"[\w.+-]+@[\w-]+\.\w|(?<!\d)(?:\+44|0)[\d ]{8,}\d")
_LINK = re.compile(r"\]\(([^)\s]+)\)")


class Change(TypedDict):
    """Something that happened to an entry: a day and a sentence."""

    on: str
    what: str


class Facts(TypedDict):
    """An entry's facts, as `docs/directory/entry.schema.json` explains them."""

    title: str
    kind: str
    category: str
    audience: list[str]
    theme: list[str]
    age: str
    sex: str
    cost: str
    area: str
    place: NotRequired[str]
    organisation: str
    url: str
    phone: NotRequired[str]
    published: str
    owner: str
    status: str
    checked: NotRequired[str]
    confidence: NotRequired[str]
    instead: NotRequired[list[str]]
    see: NotRequired[list[str]]
    citations: NotRequired[list[str]]
    source: str
    added: str
    changes: NotRequired[list[Change]]


class Entry(NamedTuple):
    """One entry of the directory: its id, its file, its facts and its text in Markdown."""

    id: str
    path: Path
    facts: Facts
    text: str

    @property
    def title(self) -> str:
        """What the resource calls itself."""
        return self.facts["title"]

    @property
    def summary(self) -> str:
        """The first paragraph, which describes the resource."""
        return self.text.partition("\n\n")[0]

    @property
    def url(self) -> str | None:
        """Its URL on the web, or None if no URL is confirmed."""
        return None if self.facts["url"] == NOT_CONFIRMED else self.facts["url"]

    @property
    def age_range(self) -> tuple[int, int]:
        """The lowest and the highest age it is for."""
        low, _, high = ("0-25" if self.facts["age"] == "any" else self.facts["age"]).partition("-")
        return int(low), int(high)

    @property
    def age_groups(self) -> tuple[str, ...]:
        """The age groups that overlap its age range."""
        low, high = self.age_range
        return tuple(name for name, (first, last) in AGES.items() if low <= last and first <= high)

    @property
    def events(self) -> list[tuple[str, str]]:
        """(day, what happened) of the entry itself, in order."""
        changes = sorted(((c["on"], c["what"]) for c in self.facts.get("changes", ())), key=lambda change: change[0])
        return [(self.facts["added"], "Added to the directory."), *changes]


def read_entry(path: Path, schema: Path) -> Entry:
    """Reads one file as an entry; raises ContentError for the first error in it."""
    if not _ID.fullmatch(path.stem):
        raise ContentError(
            str(path),
            f"'{path.stem}' cannot be an address: a file's name has small letters, numbers and single hyphens",
        )
    facts, text = split_front_matter(path)
    if not facts:
        raise ContentError(
            f"{path}:1", "an entry starts with its facts between two lines of ---, and its text comes after them"
        )
    check_schema(path, facts, schema)
    entry = Entry(path.stem, path, cast(Facts, facts), text.strip())
    check_facts(entry)
    check_text(entry)
    return entry


def position(entry: Entry, key: str) -> str:
    """'path:line' of one of an entry's facts, for error messages."""
    return line_at(entry.path, [key])


def check_facts(entry: Entry) -> None:
    """Raises ContentError for the first fact that fits the schema but contradicts another fact."""
    problems = chain(
        _date_problems(entry),
        _status_problems(entry.facts),
        _place_problems(entry.facts),
        _age_problems(entry),
        _url_problems(entry),
    )
    for key, message in islice(problems, 1):
        raise ContentError(position(entry, key), message)


def _date_problems(entry: Entry) -> Iterator[tuple[str, str]]:
    facts = entry.facts
    days = {"checked": facts.get("checked"), "added": facts["added"], "published": facts["published"]}
    for key, day in (*days.items(), *(("changes", day) for day, _ in entry.events)):
        if day and day[0].isdigit() and not is_day(day):
            yield key, f"'{key}': there is no day '{day}'"
    for day, what in entry.events:
        if day < facts["added"]:
            yield "changes", f"the change on {day} is dated before the entry was added ({facts['added']}): {what}"


def _status_problems(facts: Facts) -> Iterator[tuple[str, str]]:
    status = f"'status: {facts['status']}'"
    if facts["status"] == "not checked" and "checked" in facts:
        message = f"{status} contradicts 'checked'. Expected: current, superseded or closed, or no 'checked'"
        yield "status", message
    if facts["status"] != "not checked" and "checked" not in facts:
        yield (
            "status",
            f"{status} needs 'checked', the day the status was last confirmed. "
            "Expected: a day such as 2026-11-22, or 'status: not checked'",
        )
    if ("checked" in facts) != ("confidence" in facts):
        yield (
            "checked" if "checked" in facts else "confidence",
            "'checked' and 'confidence' go together: when the status was checked, and how sure that is",
        )
    ended = facts["status"] in ("superseded", "closed")
    if ended and "instead" not in facts:
        yield "status", f"{status} needs 'instead': the ids of the entries to use now, such as [some-entry]"
    if not ended and "instead" in facts:
        yield "status", f"{status} contradicts 'instead'. Expected: superseded or closed, or no 'instead'"
    if "phone" in facts and (facts["kind"] != "helpline" or "checked" not in facts):
        yield "phone", "only a helpline that was checked has a 'phone'. Expected: kind: helpline, and 'checked'"


def _place_problems(facts: Facts) -> Iterator[tuple[str, str]]:
    area, local = f"'area: {facts['area']}'", facts["area"] in ("one place", "another country")
    if local and "place" not in facts:
        yield "area", f"{area} needs 'place', such as: place: Dorset"
    if not local and "place" in facts:
        yield "area", f"{area} contradicts 'place'. Expected: area: one place"


def _age_problems(entry: Entry) -> Iterator[tuple[str, str]]:
    low, high = entry.age_range
    if low > high or high > 25:
        yield (
            "age",
            f"'age: {entry.facts['age']}' is not a range. Expected: the lower age first and 25 at most, such as 10-17",
        )


def _url_problems(entry: Entry) -> Iterator[tuple[str, str]]:
    if entry.url is None:
        return
    parts = urlsplit(entry.url)
    for problem, found in (
        ("has no host such as www.gov.uk", "." not in (parts.hostname or "")),
        ("contains a user name", "@" in parts.netloc),
        ("contains tracking parameters (utm_)", "utm_" in parts.query),
        ("ends in punctuation", entry.url[-1] in ".,;)"),
    ):
        if found:
            yield (
                "url",
                f"the URL '{entry.url}' {problem}. "
                "Expected: a complete URL, as the browser shows it, or: not confirmed",
            )


def is_day(text: str) -> bool:
    """Whether a year, a month or a day exists in the calendar.

    >>> is_day("2018"), is_day("2018-11"), is_day("2018-02-30")
    (True, True, False)
    """
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


def check_text(entry: Entry) -> None:
    """Raises ContentError for text that lists cannot show, that has private contacts, or that has a broken link."""
    lines = entry.path.read_text(encoding="utf-8").split("\n")
    end = lines.index("---", 1)
    first = end + 1 + next((number for number, line in enumerate(lines[end + 1 :], 1) if line.strip()), 1)
    if len(entry.text.split()) < 15:
        raise ContentError(
            f"{entry.path}:{first}",
            "an entry needs two to four sentences: what it is, for whom, why it is useful and what to know",
        )
    if len(entry.summary) > SUMMARY or len(entry.text) > LONGEST:
        raise ContentError(
            f"{entry.path}:{first}",
            f"too long: the first paragraph has {len(entry.summary)} characters and may have {SUMMARY}; "
            f"the whole text has {len(entry.text)} and may have {LONGEST}",
        )
    for number, line in enumerate(lines, 1):
        _check_line(entry, line, f"{entry.path}:{number}", is_text=number >= first)


def _check_line(entry: Entry, line: str, where: str, *, is_text: bool) -> None:
    if is_text and line.startswith("#"):
        raise ContentError(where, "an entry has no headings: its title is a fact")
    if not line.startswith(("url:", "phone:")) and (private := _PRIVATE.search(line)):
        raise ContentError(
            where,
            f"'{private[0].strip()}' looks like a person's contact. "
            "Expected: roles and organisations only; a helpline's number goes in 'phone:'",
        )
    for link in _LINK.findall(line) if is_text else ():
        if not re.match(r"[a-z]+:", link) and not (entry.path.parent / link.partition("#")[0]).is_file():
            raise ContentError(where, f"the link '{link}' leads to no page of this site")


def normalise(text: str) -> str:
    """A title or a URL without differences that do not matter, for sorting and for finding duplicates."""
    return re.sub(r"^https?://(www\.)?|[^a-z0-9?=]", "", text.lower())


def check_together(model: Model, entries: Sequence[Entry], unread: Collection[str]) -> list[ContentError]:
    """Errors between entries: duplicates, and references to entries or provisions that do not exist.

    `unread` are the ids of entries that exist but have errors themselves: references to them are not reported.
    """
    by_id = {entry.id: entry for entry in entries}
    problems: list[ContentError] = []
    seen: dict[tuple[str, str], Entry] = {}
    for entry in sorted(entries, key=lambda entry: entry.facts["added"]):
        problems += _duplicates(entry, seen)
        problems += _wrong_references(entry, by_id, unread)
        for citation in entry.facts.get("citations", ()):
            try:
                model.find(citation, position(entry, "citations"))
            except ContentError as error:
                problems.append(error)
    return problems


def _duplicates(entry: Entry, seen: dict[tuple[str, str], Entry]) -> Iterator[ContentError]:
    """An error for a title or a URL that an entry added earlier has."""
    for key, value in (("title", entry.title), ("url", entry.url)):
        first = seen.setdefault((key, normalise(value)), entry) if value else entry
        if first is not entry:
            yield ContentError(
                position(entry, key),
                f"the {key} '{value}' is already used by {first.path}: each resource has one entry",
            )


def _wrong_references(entry: Entry, by_id: dict[str, Entry], unread: Collection[str]) -> Iterator[ContentError]:
    """An error for each entry in 'instead' or 'see' that does not exist, or is not current itself."""
    references = {"instead": entry.facts.get("instead", ()), "see": entry.facts.get("see", ())}
    for key, ids in references.items():
        for id in ids:
            other = by_id.get(id)
            if id in unread:
                continue
            if other is None or other is entry:
                what = "this entry" if other else "no entry"
                hint = did_you_mean(id, by_id.keys() - {entry.id})
                yield ContentError(position(entry, key), f"'{key}' points to '{id}', which is {what}.{hint}")
            elif key == "instead" and "instead" in other.facts:
                yield ContentError(
                    position(entry, key),
                    f"'instead' points to '{id}', which is {other.facts['status']} too. "
                    f"Expected: {', '.join(other.facts['instead'])}",
                )


def read_all(model: Model) -> tuple[list[Entry], list[ContentError]]:
    """Every readable entry, by title, and every error."""
    schema = model.docs / "directory" / "entry.schema.json"
    entries: dict[str, Entry] = {}
    problems: list[ContentError] = []
    unread = set()
    for path in _entry_files(model):
        try:
            entry = read_entry(path, schema)
            if entry.id in entries:
                raise ContentError(
                    str(path), f"the id '{entry.id}' is already used by {entries[entry.id].path}; rename this file"
                )
            entries[entry.id] = entry
        except ContentError as error:
            problems.append(error)
            unread.add(path.stem)
    by_title = sorted(entries.values(), key=lambda entry: normalise(entry.title))
    return by_title, problems + check_together(model, by_title, unread)


def _entry_files(model: Model) -> Iterable[Path]:
    for folder in (model.docs / "directory" / "entries", model.area_folder / "directory"):
        yield from sorted(folder.glob("*.md"))


@cached_per_model
def entries_of(model: Model) -> tuple[Entry, ...]:
    """Every entry by title; ContentError when any of them is wrong."""
    entries, problems = read_all(model)
    if problems:
        raise problems[0]
    return tuple(entries)


@cached_per_model
def entries_by_page(model: Model) -> dict[Path, Entry]:
    """Every entry by the file of its page."""
    return {entry.path: entry for entry in entries_of(model)}


def entry_url(model: Model, entry: Entry) -> str:
    """URL of an entry's page, from the root of the site."""
    return page_url(model.docs, entry.path)


def short_url(entry: Entry) -> str:
    """The short URL for print and for reading out."""
    return f"/d/{entry.id}"
