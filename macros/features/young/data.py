"""What the pages for young people are made from: topics in parts, each line one idea with the name of a picture.

The words are data that a reader can open (`docs/young/topics.yml`, schema beside it), so that a page, an Easy-Read-style
booklet and a printed handbook say the same. Reading is strict: an unknown picture, source or citation, a line that is too
long for easy reading, or a topic without its page stops the build with file and line.
"""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from macros.content.citations import check_citation
from macros.content.data_files import check_known, check_new, line_at, page_title, read_checked
from macros.content.errors import ContentError
from macros.content.model import Model
from macros.features.directory.helplines import helplines_of

#: The most words a line may have: advice on Easy Read asks for sentences of no more than ten to fifteen.
MOST_WORDS = 15
BOOKLETS = ("young", "care-leavers")
PICTURE = "picture in young/pictures"

_TITLE = re.compile(r"<title>([^<]+)</title>")
_BOX = re.compile(r'viewBox="0 0 200 150"')
_CALL = re.compile(r"\{\{.*?\}\}")
_MARKUP = re.compile(r"\*\*|\]\([^)]*\)|\[")


class Line(NamedTuple):
    """One idea: the picture that stands beside it, and its words in Markdown."""

    picture: str
    words: str


class Part(NamedTuple):
    """A heading with its lines, and what they rest on."""

    title: str
    rests_on: tuple[str, ...]
    lines: tuple[Line, ...]


class Topic(NamedTuple):
    """What one page is about, and the booklets it stands in."""

    name: str
    title: str
    about: str
    picture: str
    booklets: tuple[str, ...]
    parts: tuple[Part, ...]


class Source(NamedTuple):
    """Something the words rest on that is neither a protocol nor an editor's note."""

    title: str
    address: str
    confidence: str
    checked: str


class Young(NamedTuple):
    """Everything for young people: topics and sources by name, and what each picture shows."""

    topics: dict[str, Topic]
    sources: dict[str, Source]
    pictures: dict[str, str]


@cache
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
    model: Model, path: Path, keys: list[str | int], row: dict, sources: dict[str, Source], pictures: dict[str, str]
) -> Part:
    """The part that stands under some keys of the file; ContentError for the first thing in it that is not known or too long."""
    where = line_at(path, [*keys, "from"])
    for citation in row["from"]:
        kind, _, name = citation.partition(" ")
        if named := {"source": sources, "helpline": helplines_of(model)}.get(kind):
            check_known(name, named, kind, where)
        else:
            check_citation(model, citation, where)
    lines = []
    for place, line in enumerate(row["lines"]):
        ((picture, words),) = line.items()
        at = line_at(path, [*keys, "lines", place])
        check_known(picture, pictures, PICTURE, at)
        if (said := len(plain_line(words).split())) > MOST_WORDS:
            raise ContentError(at, f"this line has {said} words; one idea in at most {MOST_WORDS} is easier to read")
        lines.append(Line(picture, words))
    return Part(row["title"], tuple(row["from"]), tuple(lines))


def read_pictures(folder: Path) -> dict[str, str]:
    """What each picture shows, by its name: the title inside the drawing. Drawings share one box, so that they stand alike."""
    found = {}
    for path in sorted(folder.glob("*.svg")):
        drawing = path.read_text(encoding="utf-8")
        title = _TITLE.search(drawing)
        if not title or not _BOX.search(drawing):
            raise ContentError(
                f"{path}:1", 'a picture needs viewBox="0 0 200 150" and a <title> that says what it shows'
            )
        found[path.stem] = title[1]
    return found


def plain_line(words: str) -> str:
    """A line's words without marks; a call, such as a phone number, counts as one word."""
    return _MARKUP.sub("", _CALL.sub("number", words))
