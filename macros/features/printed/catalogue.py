"""The catalogue of handbooks, posters and cards: `docs/take-it-with-you/handbooks.yml`, read strictly.

A chapter is a title and its parts, by kind: pages of the site by their URL, blank forms, cards, scenario cards to cut
out, paragraphs, the glossary, the list of notes, the index. A page may be written `@area/decision-steps` for the area's
own, or `@national` and `@local` for all pages of a protocol.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, NotRequired, TypedDict, cast

from macros.content.data_files import check_known, check_new, line_at, line_of, read_checked
from macros.content.errors import ContentError, did_you_mean
from macros.content.model import Model, page_url
from macros.features.scenarios.data import Card, packs_of
from macros.pages.facts import area_services
from tools.model import Level
from tools.records import FORMS

FILE = "take-it-with-you/handbooks.yml"
CARDS = "take-it-with-you/cards.yml"
#: The alternative to a reader in `paragraphs`: all paragraphs that the handbook cites at least so many times.
OFTEN = re.compile(r"cited (\d+) times?")
#: What a chapter can have.
KINDS = ("pages", "forms", "cards", "scenarios", "paragraphs", "notes", "glossary", "index")


class Sign(TypedDict):
    """A row of the traffic light: a sign, its level, and the answers to the incident tool that must give that level."""

    level: Level
    sign: str
    answers: dict[str, Any]


class CardRow(TypedDict):
    """A row of cards.yml, as its schema explains it."""

    title: str
    lines: NotRequired[list[str]]
    signs: NotRequired[list[Sign]]
    blanks: NotRequired[list[str]]
    after: NotRequired[list[str]]


class Chapter(NamedTuple):
    """A chapter: its title, a sentence under it, and (kind, names) of its parts, in order."""

    title: str
    text: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]


class Handbook(NamedTuple):
    """A handbook: its readers, paper and columns; services of the area and blanks on its cover; its chapters."""

    name: str
    title: str
    readers: str
    paper: str
    columns: int
    booklet: bool
    numbers: tuple[str, ...]
    blanks: tuple[str, ...]
    chapters: tuple[Chapter, ...]


class Poster(NamedTuple):
    """A poster or a card on one sheet: `of` is the name of the card that it shows."""

    name: str
    title: str
    paper: str
    of: str
    text: str


class Catalogue(NamedTuple):
    """Everything that is printed, and the beginnings of words by which an index finds its subjects."""

    handbooks: tuple[Handbook, ...]
    posters: tuple[Poster, ...]
    subjects: dict[str, tuple[str, ...]]


class Names(NamedTuple):
    """What a chapter may name, by kind: what an error calls it, and all known names."""

    kind: str
    known: Collection[str]


def read(model: Model) -> Catalogue:
    """The catalogue of a build, every name in it checked."""
    path, cards = model.docs / FILE, read_cards(model)
    data = read_checked(path)
    seen: dict[str, str] = {}
    for kind in ("handbooks", "posters"):
        for place, row in enumerate(data[kind]):
            check_new(row["name"], seen, "name", line_at(path, [kind, place, "name"]))
    books = tuple(_read_handbook(model, path, row, cards) for row in data["handbooks"])
    for row in data["posters"]:
        check_known(row["of"], cards, "card", line_of(path, f"name: {row['name']}"))
    posters = tuple(Poster(**row) for row in data["posters"])
    return Catalogue(books, posters, {subject: tuple(starts) for subject, starts in data["subjects"].items()})


def read_cards(model: Model) -> dict[str, CardRow]:
    """The text of every card, by its name."""
    return cast(dict[str, CardRow], read_checked(model.docs / CARDS))


def _read_handbook(model: Model, path: Path, row: Mapping[str, Any], cards: Collection[str]) -> Handbook:
    where, services = line_of(path, f"name: {row['name']}"), area_services(model)
    for key in row["numbers"]:
        check_known(key, services, "service in the area file", where)
    names = {
        "forms": Names("form", FORMS),
        "cards": Names("card", cards),
        "scenarios": Names("scenario card", scenario_cards(model)),
    }
    return Handbook(
        name=row["name"],
        title=row["title"],
        readers=row["readers"],
        paper=row["paper"],
        columns=row.get("columns", 1),
        booklet=row.get("booklet", False),
        numbers=tuple(row["numbers"]),
        blanks=tuple(row["blanks"]),
        chapters=tuple(_read_chapter(model, path, row["name"], chapter, names) for chapter in row["chapters"]),
    )


def _read_chapter(model: Model, path: Path, book: str, row: Mapping[str, Any], names: Mapping[str, Names]) -> Chapter:
    """A chapter with its names checked, and the names of its pages replaced by URLs."""
    where = line_of(path, row["title"], f"name: {book}")
    parts = tuple((kind, tuple(_read_part(model, kind, row[kind], names, where))) for kind in row if kind in KINDS)
    if not parts:
        raise ContentError(where, f"the chapter '{row['title']}' of '{book}' is empty")
    return Chapter(row["title"], row.get("text", ""), parts)


def _read_part(model: Model, kind: str, values: Sequence[str], names: Mapping[str, Names], where: str) -> Iterator[str]:
    for value in values:
        if kind in names:
            check_known(value, names[kind].known, names[kind].kind, where)
        if kind == "paragraphs" and not OFTEN.fullmatch(values[0]):
            check_known(value, (*model.roles, "cited 1 time"), "reader", where)
        if kind == "pages":
            yield from page_urls(model, value, where)
        else:
            yield value


def scenario_cards(model: Model) -> dict[str, Card]:
    """Every scenario card by its name."""
    return {card.id: card for pack in packs_of(model).values() for card in pack.cards}


def page_urls(model: Model, name: str, where: str) -> list[str]:
    """The URLs of the pages that a name in the catalogue means."""
    if name in ("@national", "@local"):
        return [page_url(model.docs, page) for page in model.protocols[name[1:]].pages]
    folder, stem = (model.area_folder, name.removeprefix("@area/")) if name.startswith("@area/") else (model.docs, name)
    page = folder / f"{stem}.md"
    if not page.is_file():
        known = [other.relative_to(folder).with_suffix("").as_posix() for other in folder.rglob("*.md")]
        raise ContentError(where, f"no page called '{name}'.{did_you_mean(stem, known)}")
    return [page_url(model.docs, page)]
