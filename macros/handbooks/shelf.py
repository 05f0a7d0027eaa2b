"""What has been made, as the site knows it: a list beside the PDFs says from which words and settings they were made.

The site offers them only while that still holds. A handbook of older words is not published beside newer pages.
"""

import json
import shutil
from pathlib import Path
from typing import NamedTuple

from macros.model import Model
from macros.runtime import ROOT, digest

FOLDER = ROOT / "dist" / "handbooks"
LIST = "made.json"
#: What a handbook is made from, beside the words.
SOURCES = ("macros", "tools")
KINDS = (".md", ".yml", ".json", ".csv", ".py", ".css", ".html", ".svg")


class Made(NamedTuple):
    """A finished document."""

    name: str
    kind: str
    title: str
    paper: str
    pages: int
    bytes: int
    version: str


def words_of(model: Model, public: str) -> str:
    """A sign for all words, rules and settings of a build: it changes when any of them does."""
    folders = (model.docs, *(ROOT / name for name in SOURCES))
    files = [path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in KINDS and path.is_file()]
    return digest([public, model.area["key"], *(path.read_bytes() for path in files)])


def write(making, folder: Path, made: list[Made]) -> None:
    """Writes the list of what was made."""
    data = {"words": words_of(making.words.model, making.public), "made": making.day.isoformat(), "files": [entry._asdict() for entry in made]}
    (folder / LIST).write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
