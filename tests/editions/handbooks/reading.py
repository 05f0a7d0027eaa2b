"""Reads finished PDFs with tools that had no part in making them: poppler's programs and pikepdf (QPDF)."""

import re
import subprocess
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pikepdf

_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.S)
_WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#39;", "'"), ("&apos;", "'"), ("&amp;", "&"))


class Word(NamedTuple):
    """A word on a page, with its box; y runs down from the top."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


class Sheet(NamedTuple):
    """A page: its size and its words, in the order of the file."""

    width: float
    height: float
    words: list[Word]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


class Link(NamedTuple):
    """A link on a page to a place in the same file: its box, the name of the place and its page."""

    left: float
    top: float
    right: float
    bottom: float
    name: str
    page: int


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@cache
def sheets(path: Path) -> list[Sheet]:
    """The pages of a PDF, by pdftotext."""
    found = []
    for width, height, body in _PAGE.findall(_run("pdftotext", "-bbox", str(path), "-")):
        words = []
        for *box, text in _WORD.findall(body):
            for entity, sign in _ENTITIES:
                text = text.replace(entity, sign)
            words.append(Word(*map(float, box), text))
        found.append(Sheet(float(width), float(height), words))
    return found


def signs(font) -> dict[str, str]:
    """What the codes of a font stand for, from its own table."""
    table, found = font.ToUnicode.read_bytes().decode("latin-1"), {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.S):
        for code, meant in re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>", block):
            found[code.lower()] = bytes.fromhex(meant).decode("utf-16-be")
    return found


def marked(page) -> dict[int, str]:
    """The words of each marked piece of a page's content, by its number."""
    fonts = {name: signs(font) for name, font in page.resources.get("/Font", {}).items()}
    found: dict[int, list[str]] = {}
    number, font = None, {}
    for operands, operator in pikepdf.parse_content_stream(page, "BDC EMC Tf Tj TJ"):
        kind = str(operator)
        if kind == "BDC":
            number = int(operands[1].MCID) if "/MCID" in operands[1] else None
        elif kind == "EMC":
            number = None
        elif kind == "Tf":
            font = fonts[str(operands[0])]
        elif number is not None:
            for piece in operands[0] if kind == "TJ" else operands:
                if isinstance(piece, pikepdf.String):
                    code = bytes(piece).hex()
                    found.setdefault(number, []).extend(font.get(code[n:n + 4], "") for n in range(0, len(code), 4))
    return {number: "".join(pieces) for number, pieces in found.items()}


@cache
def structure(path: Path) -> list[tuple[int, str, str]]:
    """(depth, element, text) of the structure tree in its own order; text has no element."""
    with pikepdf.open(path) as pdf:
        words = {page.objgen: marked(page) for page in pdf.pages}
        found: list[tuple[int, str, str]] = []

        def walk(element, depth: int) -> None:
            found.append((depth, str(element.S)[1:], ""))
            kids = element.get("/K", [])
            for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
                if isinstance(kid, pikepdf.Dictionary):
                    if "/S" in kid:
                        walk(kid, depth + 1)
                elif text := words[element.Pg.objgen].get(int(kid)):
                    found.append((depth + 1, "", text))

        for top in pdf.Root.StructTreeRoot.K:
            walk(top, 0)
        return found


def under(path: Path, element: str) -> list[str]:
    """The text of every element of a kind, in the order of the structure tree."""
    found, rows = [], structure(path)
    for number, (depth, name, _) in enumerate(rows):
        if name == element:
            own = []
            for deeper, _, text in rows[number + 1:]:
                if deeper <= depth:
                    break
                own.append(text)
            found.append(" ".join(" ".join(own).split()))
    return found


@cache
def places(path: Path) -> dict[str, int]:
    """The page of every named place of a PDF, counted from 1."""
    with pikepdf.open(path) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
        names = list(pdf.Root.Names.Dests.Names)
        return {str(name): numbers[dest[0].objgen] for name, dest in zip(names[::2], names[1::2])}


@cache
def links(path: Path) -> list[list[Link]]:
    """Page by page, the links that lead to another place of the same PDF."""
    known, found = places(path), []
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            height = float(page.mediabox[3])
            own = []
            for note in page.get("/Annots", []):
                if "/Dest" in note:
                    left, low, right, high = (float(n) for n in note.Rect)
                    own.append(Link(min(left, right), height - max(low, high), max(left, right), height - min(low, high), str(note.Dest), known[str(note.Dest)]))
            found.append(own)
    return found


def pictures(path: Path, folder: Path, first: int, last: int, resolution: int = 110) -> list[Path]:
    """Some pages as grey pictures, by pdftoppm."""
    folder.mkdir(parents=True, exist_ok=True)
    _run("pdftoppm", "-gray", "-r", str(resolution), "-f", str(first), "-l", str(last), str(path), str(folder / path.stem))
    return sorted(folder.glob(f"{path.stem}-*.pgm"))
