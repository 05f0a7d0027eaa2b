"""The finished PDFs: an index next to them records which content and settings they were printed from.

The site offers them only while that content is unchanged: a handbook with older text is not published next to newer
pages. Once they are part of the site, the offline copy and the USB edition include them too.
"""

import json
import shutil
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from macros.features.printed.catalogue import read
from macros.files import ROOT, digest
from macros.pages.build import Build, Macro
from macros.pages.html import Block, render_template

FOLDER = ROOT / "dist" / "handbooks"
#: The file that lists what was printed, and from which content.
INDEX = "index.json"
#: Code that handbooks are printed with, in addition to the content in docs/.
SOURCES = (ROOT / "macros", ROOT / "tools")
SUFFIXES = (".md", ".yml", ".json", ".csv", ".py", ".css", ".html", ".svg")


class PrintedFile(NamedTuple):
    """A finished document; `pages` counts its sides of paper."""

    name: str
    kind: str
    title: str
    paper: str
    pages: int
    bytes: int
    version: str


class Printed(NamedTuple):
    """The day of printing, and every document by name; empty if there is none, or none of this content."""

    day: str = ""
    files: dict[str, PrintedFile] = {}


class Item(NamedTuple):
    """A row of a list: a title, a sentence, and the files to offer with the label of each."""

    title: str
    text: str
    files: Sequence[tuple[str, PrintedFile]]


@cache
def content_hash(build: Build) -> str:
    """A hash of all content, rules and settings of a build."""
    files = [
        path
        for folder in (build.model.docs, *SOURCES)
        for path in sorted(folder.rglob("*"))
        if path.suffix in SUFFIXES and path.is_file()
    ]
    return digest([build.macros["public_address"](), build.model.area["key"], *(path.read_bytes() for path in files)])


def write_index(build: Build, day: str, folder: Path, files: Sequence[PrintedFile]) -> None:
    """Writes the index of what was printed."""
    data = {"content": content_hash(build), "day": day, "files": [file._asdict() for file in files]}
    (folder / INDEX).write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def read_index(build: Build) -> Printed:
    """What was printed from exactly this content."""
    path = FOLDER / INDEX
    data = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    if data.get("content") != content_hash(build):
        return Printed()
    return Printed(data["day"], {row["name"]: PrintedFile(**row) for row in data["files"]})


def handbooks(build: Build) -> Block:
    """The handbooks, with a note if they have not been made."""
    return _list(build, "handbooks", [(book.name, book.title, book.readers) for book in read(build.model).handbooks])


def posters(build: Build) -> Block:
    """The posters and cards."""
    return _list(build, "list", [(poster.name, poster.title, poster.text) for poster in read(build.model).posters])


def _list(build: Build, template: str, rows: Sequence[tuple[str, str, str]]) -> Block:
    printed = read_index(build)
    items = []
    for name, title, text in rows:
        labels = {name: title, f"{name}-booklet": "The same as a booklet"}
        files = [(label, printed.files[key]) for key, label in labels.items() if key in printed.files]
        items.append(Item(title, text, files))
    return render_template(f"printed/{template}.html", printed=printed, items=items)


def publish(build: Build, site: Path) -> None:
    """Copies what was printed from this content into the site."""
    for name in read_index(build).files:
        (site / "handbooks").mkdir(exist_ok=True)
        shutil.copyfile(FOLDER / f"{name}.pdf", site / "handbooks" / f"{name}.pdf")


MACROS: dict[str, Macro] = {"handbooks": handbooks, "posters": posters}
