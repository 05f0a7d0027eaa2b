"""What has been made, as the site knows it: a list beside the PDFs says from which words and settings they were made.

The site offers them only while that still holds: a handbook of older words is not published beside newer pages. Once they are part
of the site, the copy on a device and the edition on a stick carry them too.
"""

import json
import shutil
from functools import cache
from pathlib import Path
from typing import NamedTuple

from macros.features.printed.catalogue import read
from macros.files import ROOT, digest
from macros.pages.build import Build, Macro
from macros.pages.text import say_date
from macros.render.html import escape

FOLDER = ROOT / "dist" / "handbooks"
LIST = "made.json"
#: What a handbook is made from, beside the words.
SOURCES = (ROOT / "macros", ROOT / "tools")
KINDS = (".md", ".yml", ".json", ".csv", ".py", ".css", ".html", ".svg")


class Made(NamedTuple):
    """A finished document; `pages` are its sides of paper."""

    name: str
    kind: str
    title: str
    paper: str
    pages: int
    bytes: int
    version: str


@cache
def sign_of(build: Build) -> str:
    """A sign for all words, rules and settings of a build: it changes when any of them does."""
    files = [
        path
        for folder in (build.model.docs, *SOURCES)
        for path in sorted(folder.rglob("*"))
        if path.suffix in KINDS and path.is_file()
    ]
    return digest([build.macros["public_address"](), build.model.area["key"], *(path.read_bytes() for path in files)])


def write(build: Build, day: str, folder: Path, made: list[Made]) -> None:
    """Writes the list of what was made."""
    data = {"words": sign_of(build), "made": day, "files": [entry._asdict() for entry in made]}
    (folder / LIST).write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def made(build: Build) -> tuple[str, dict[str, Made]]:
    """The day, and every document by name, if they were made from these very words; otherwise ('', {})."""
    path = FOLDER / LIST
    data = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    if data.get("words") != sign_of(build):
        return "", {}
    return data["made"], {row["name"]: Made(**row) for row in data["files"]}


def item(build: Build, name: str, title: str, says: str) -> str:
    """One document in a list: a link with its kind, paper and size, or its title alone where it has not been made."""
    day, found = made(build)
    links = []
    for key, label in ((name, title), (f"{name}-booklet", "The same as a booklet")):
        if key in found:
            entry = found[key]
            links.append(
                f'<a href="site:handbooks/{key}.pdf">{escape(label)}</a> (PDF, {entry.paper}, {entry.pages} {"side" if entry.pages == 1 else "sides"}, '
                f"{max(entry.bytes / 1e6, 0.1):.1f} MB; version {entry.version}, made on {say_date(day)})"
            )
    return f"<li>{'<br>'.join(links) or f'<strong>{escape(title)}</strong>'}<br>{escape(says)}</li>"


def handbooks(build: Build) -> str:
    """The handbooks, and that they have not been made where that is so."""
    _, found = made(build)
    unmade = (
        ""
        if found
        else "<p>They have not been made for this copy of the site. Ask whoever runs it: one command makes them.</p>"
    )
    return f'<div class="handbooks">{unmade}<ul class="ways">{"".join(item(build, b.name, b.title, b.readers) for b in read(build.model).handbooks)}</ul></div>'


def posters(build: Build) -> str:
    """The posters and cards."""
    return f'<ul class="ways">{"".join(item(build, p.name, p.title, p.say) for p in read(build.model).posters)}</ul>'


MACROS: dict[str, Macro] = {"handbooks": handbooks, "posters": posters}


def publish(build: Build, site: Path) -> None:
    """Puts what was made from these words into the site."""
    _, found = made(build)
    for name in found:
        (site / "handbooks").mkdir(exist_ok=True)
        shutil.copyfile(FOLDER / f"{name}.pdf", site / "handbooks" / f"{name}.pdf")
