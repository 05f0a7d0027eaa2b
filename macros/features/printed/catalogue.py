"""Which handbooks, posters and cards there are, and what each holds: `docs/take-it-with-you/handbooks.yml`, read strictly.

A chapter is a title and what stands under it, kind by kind: pages of the site by their address, blank forms, cards, scenario
cards to cut out, paragraphs, the glossary, the list of notes, the index. A page may be written `@area/decision-steps` for the area's own,
or `@national` and `@local` for all pages of a protocol.
"""

import re
from pathlib import Path
from typing import NamedTuple

from macros.content.data_files import check_known, check_new, line_at, line_of, read_checked, read_yaml
from macros.content.errors import ContentError, did_you_mean
from macros.content.model import Model, page_url
from macros.features.scenarios.data import Card, packs_of
from macros.pages.facts import area_services
from tools.records import FORMS

FILE = "take-it-with-you/handbooks.yml"
CARDS = "take-it-with-you/cards.yml"
#: Which paragraphs a chapter prints, beside those of a reader: all that the handbook points to so often.
OFTEN = re.compile(r"cited (\d+) times?")
#: What a chapter can hold.
KINDS = ("pages", "forms", "cards", "scenarios", "paragraphs", "notes", "glossary", "index")


class Chapter(NamedTuple):
    """A chapter: its title, a sentence under it, and (kind, names) of what it holds, in order."""

    title: str
    say: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]


class Handbook(NamedTuple):
    """A handbook: who it is for, its paper and columns, the area's services and the reader's own lines on its cover, its chapters."""

    name: str
    title: str
    readers: str
    paper: str
    columns: int
    booklet: bool
    numbers: tuple[str, ...]
    own: tuple[str, ...]
    chapters: tuple[Chapter, ...]


class Poster(NamedTuple):
    """A poster or a card on a sheet of its own: `of` names the card that it shows."""

    name: str
    title: str
    paper: str
    of: str
    say: str


class Catalogue(NamedTuple):
    """Everything that is printed, and the words by which an index finds its subjects."""

    handbooks: tuple[Handbook, ...]
    posters: tuple[Poster, ...]
    subjects: dict[str, tuple[str, ...]]


def read(model: Model) -> Catalogue:
    """The catalogue of a build, every name in it checked."""
    path, cards = model.docs / FILE, tuple(read_yaml(model.docs / CARDS))
    data, seen = read_checked(path), {}
    for kind in ("handbooks", "posters"):
        for place, row in enumerate(data[kind]):
            check_new(row["name"], seen, "name", line_at(path, [kind, place, "name"]))
    books = tuple(_handbook(model, path, row, cards) for row in data["handbooks"])
    for row in data["posters"]:
        check_known(row["of"], cards, "card", line_of(path, f"name: {row['name']}"))
    posters = tuple(Poster(row["name"], row["title"], row["paper"], row["of"], row["say"]) for row in data["posters"])
    return Catalogue(books, posters, {subject: tuple(words) for subject, words in data["subjects"].items()})


def _handbook(model: Model, path: Path, row: dict, cards: tuple[str, ...]) -> Handbook:
    where, services = line_of(path, f"name: {row['name']}"), area_services(model)
    for key in row["numbers"]:
        check_known(key, services, "service in the area file", where)
    chapters = tuple(_chapter(model, path, row["name"], raw, cards) for raw in row["chapters"])
    return Handbook(
        row["name"],
        row["title"],
        row["readers"],
        row["paper"],
        row.get("columns", 1),
        row.get("booklet", False),
        tuple(row["numbers"]),
        tuple(row["own"]),
        chapters,
    )


def _chapter(model: Model, path: Path, book: str, raw: dict, cards: tuple[str, ...]) -> Chapter:
    """A chapter with its names checked and its pages found."""
    where = line_of(path, raw["title"], f"name: {book}")
    known = {"forms": ("form", FORMS), "cards": ("card", cards), "scenarios": ("scenario card", scenario_cards(model))}
    parts = []
    for kind in (kind for kind in raw if kind in KINDS):
        names = raw[kind]
        if kind == "pages":
            names = [url for name in names for url in pages(model, name, where)]
        for name in names if kind in known else ():
            check_known(name, known[kind][1], known[kind][0], where)
        for name in names if kind == "paragraphs" and not OFTEN.fullmatch(names[0]) else ():
            check_known(name, (*model.roles, "cited 1 time"), "reader", where)
        parts.append((kind, tuple(names)))
    if not parts:
        raise ContentError(where, f"the chapter '{raw['title']}' of '{book}' holds nothing")
    return Chapter(raw["title"], raw.get("say", ""), tuple(parts))


def scenario_cards(model: Model) -> dict[str, Card]:
    """Every scenario card by its name."""
    return {card.id: card for pack in packs_of(model).values() for card in pack.cards}


def pages(model: Model, name: str, where: str) -> list[str]:
    """The addresses of the pages that a name in the catalogue stands for."""
    if name in ("@national", "@local"):
        return [page_url(model.docs, page) for page in model.protocols[name[1:]].pages]
    folder, stem = (model.area_folder, name.removeprefix("@area/")) if name.startswith("@area/") else (model.docs, name)
    page = folder / f"{stem}.md"
    if not page.is_file():
        every = [other.relative_to(folder).with_suffix("").as_posix() for other in folder.rglob("*.md")]
        raise ContentError(where, f"no page called '{name}'.{did_you_mean(stem, every)}")
    return [page_url(model.docs, page)]
