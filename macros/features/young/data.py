"""The data of the pages for young people: topics in parts, each line one idea with the name of a picture.

Pages, Easy-Read-style booklets and printed handbooks use the same text, which readers can open
(`docs/young/topics.yml`, schema next to it). Reading is strict: an unknown picture, source or citation, a line that is
too long for easy reading, or a topic without its page stops the build with file and line.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from macros.content.citations import check_citation
from macros.content.data_files import check_known, check_new, line_at, page_title, read_checked
from macros.content.errors import ContentError
from macros.content.model import Model, cached_per_model
from macros.features.directory.helplines import helplines_of

#: The most words in a line: advice on Easy Read asks for sentences of no more than ten to fifteen.
MOST_WORDS = 15
BOOKLETS = ("young", "care-leavers")
PICTURE = "picture in young/pictures"

_TITLE = re.compile(r"<title>([^<]+)</title>")
_BOX = re.compile(r'viewBox="0 0 200 150"')
_MACRO_CALL = re.compile(r"\{\{.*?\}\}")
_MARKUP = re.compile(r"\*\*|\]\([^)]*\)|\[")


class Line(NamedTuple):
    """One idea: the picture next to it, and its text in Markdown."""

    picture: str
    text: str


class Part(NamedTuple):
    """A heading with its lines and sources."""

    title: str
    citations: tuple[str, ...]
    lines: tuple[Line, ...]


class Topic(NamedTuple):
    """A topic has a page, and a section in some booklets."""

    name: str
    title: str
    about: str
    picture: str
    booklets: tuple[str, ...]
    parts: tuple[Part, ...]


class Source(NamedTuple):
    """A source that is neither a protocol nor an editor's note."""

    title: str
    url: str
    confidence: str
    checked: str


class Young(NamedTuple):
    """Everything for young people: topics and sources by name, and what each picture shows."""

    topics: dict[str, Topic]
    sources: dict[str, Source]
    pictures: dict[str, str]


@cached_per_model
def read_young(model: Model) -> Young:
    """The topics of `docs/young/topics.yml`, every name in them checked."""
    folder = model.docs / "young"
    path = folder / "topics.yml"
    data = read_checked(path)
    sources = {key: Source(**source) for key, source in data["sources"].items()}
    pictures = read_pictures(folder / "pictures")
    topics: dict[str, Topic] = {}
    seen: dict[str, str] = {}
    for place, row in enumerate(data["topics"]):
        where = line_at(path, ["topics", place, "name"])
        page = folder / f"{row['name']}.md"
        check_new(row["name"], seen, "topic", where)
        if not page.is_file() or page_title(page) != row["title"]:
            raise ContentError(where, f"the topic '{row['name']}' needs a page {page} with the title '{row['title']}'")
        check_known(row["picture"], pictures, PICTURE, line_at(path, ["topics", place, "picture"]))
        parts = tuple(
            read_part(model, path, ["topics", place, "parts", number], part, sources, pictures)
            for number, part in enumerate(row["parts"])
        )
        topics[row["name"]] = Topic(
            row["name"], row["title"], row["about"], row["picture"], tuple(row["booklets"]), parts
        )
    return Young(topics, sources, pictures)


def read_part(
    model: Model,
    path: Path,
    keys: list[str | int],
    row: dict[str, Any],
    sources: Mapping[str, Source],
    pictures: Mapping[str, str],
) -> Part:
    """The part at some keys of the file; ContentError for the first unknown name in it or line that is too long."""
    where = line_at(path, [*keys, "citations"])
    names_of_kind: dict[str, Iterable[str]] = {"source": sources, "helpline": helplines_of(model)}
    for citation in row["citations"]:
        kind, _, name = citation.partition(" ")
        if kind in names_of_kind:
            check_known(name, names_of_kind[kind], kind, where)
        else:
            check_citation(model, citation, where)
    lines = []
    for place, line in enumerate(row["lines"]):
        ((picture, text),) = line.items()
        line_place = line_at(path, [*keys, "lines", place])
        check_known(picture, pictures, PICTURE, line_place)
        if (count := len(plain_line(text).split())) > MOST_WORDS:
            message = f"this line has {count} words; one idea in at most {MOST_WORDS} is easier to read"
            raise ContentError(line_place, message)
        lines.append(Line(picture, text))
    return Part(row["title"], tuple(row["citations"]), tuple(lines))


def read_pictures(folder: Path) -> dict[str, str]:
    """What each picture shows, by its name: the title inside the drawing. All have the same box, to be aligned."""
    pictures = {}
    for path in sorted(folder.glob("*.svg")):
        drawing = path.read_text(encoding="utf-8")
        title = _TITLE.search(drawing)
        if not title or not _BOX.search(drawing):
            raise ContentError(
                f"{path}:1", 'a picture needs viewBox="0 0 200 150" and a <title> that says what it shows'
            )
        pictures[path.stem] = title[1]
    return pictures


def plain_line(markdown: str) -> str:
    """A line without markup; a macro call, such as a phone number, counts as one word."""
    return _MARKUP.sub("", _MACRO_CALL.sub("number", markdown))
