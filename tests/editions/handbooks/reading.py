"""Reads finished PDFs with tools that were not used to make them: poppler's programs, and pikepdf (QPDF)."""

import re
import subprocess
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf

_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.S)
_WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')


class Word(NamedTuple):
    """A word on a page, with its box; y is measured from the top."""

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
    """A link on a page to a destination in the same file: its box, the destination's name and page."""

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
    pages = []
    for width, height, body in _PAGE.findall(_run("pdftotext", "-bbox", str(path), "-")):
        words = [Word(*map(float, box), unescape(text)) for *box, text in _WORD.findall(body)]
        pages.append(Sheet(float(width), float(height), words))
    return pages


def characters(font: Any) -> dict[str, str]:
    """The character of each code of a font, from its own table."""
    table = font.ToUnicode.read_bytes().decode("latin-1")
    return {
        code.lower(): bytes.fromhex(char).decode("utf-16-be")
        for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.S)
        for code, char in re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>", block)
    }


def marked_content(page: Any) -> dict[int, str]:
    """The text of each marked part of a page's content, by its number."""
    fonts = {name: characters(font) for name, font in page.resources.get("/Font", {}).items()}
    parts: dict[int, list[str]] = {}
    number: int | None = None
    font: dict[str, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page, "BDC EMC Tf Tj TJ"):
        kind = str(operator)
        if kind == "BDC":
            number = int(operands[1].MCID) if "/MCID" in operands[1] else None
        elif kind == "EMC":
            number = None
        elif kind == "Tf":
            font = fonts[str(operands[0])]
        elif number is not None:
            parts.setdefault(number, []).extend(_decode(operands[0] if kind == "TJ" else operands, font))
    return {number: "".join(texts) for number, texts in parts.items()}


def _decode(strings: Any, font: dict[str, str]) -> list[str]:
    codes = [bytes(string).hex() for string in strings if isinstance(string, pikepdf.String)]
    return [font.get(code[n : n + 4], "") for code in codes for n in range(0, len(code), 4)]


@cache
def structure(path: Path) -> list[tuple[int, str, str]]:
    """(depth, element, text) of the structure tree in its own order; text has no element."""
    with pikepdf.open(path) as pdf:
        texts = {page.objgen: marked_content(page) for page in pdf.pages}
        rows: list[tuple[int, str, str]] = []

        def walk(element: Any, depth: int) -> None:
            rows.append((depth, str(element.S)[1:], ""))
            children = element.get("/K", [])
            for child in children if isinstance(children, pikepdf.Array) else [children]:
                if isinstance(child, pikepdf.Dictionary):
                    if "/S" in child:
                        walk(child, depth + 1)
                elif text := texts[element.Pg.objgen].get(int(child)):
                    rows.append((depth + 1, "", text))

        for top in pdf.Root.StructTreeRoot.K:
            walk(top, 0)
        return rows


def structure_text(path: Path) -> str:
    """All text in the order of the structure tree, on one line."""
    return " ".join(" ".join(text for _, _, text in structure(path)).split())


def below(rows: list[tuple[int, str, str]], number: int) -> list[tuple[int, str, str]]:
    """The rows of the structure tree inside the element of a row."""
    depth = rows[number][0]
    end = next((n for n in range(number + 1, len(rows)) if rows[n][0] <= depth), len(rows))
    return rows[number + 1 : end]


def under(path: Path, element: str) -> list[str]:
    """The text of every element of a kind, in the order of the structure tree."""
    rows = structure(path)
    numbers = [number for number, (_, name, _) in enumerate(rows) if name == element]
    return [" ".join(" ".join(text for _, _, text in below(rows, number)).split()) for number in numbers]


@cache
def places(path: Path) -> dict[str, int]:
    """The page of every named destination of a PDF, counted from 1."""
    with pikepdf.open(path) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
        names = list(pdf.Root.Names.Dests.Names)
        return {str(name): numbers[target[0].objgen] for name, target in zip(names[::2], names[1::2], strict=True)}


@cache
def links(path: Path) -> list[list[Link]]:
    """Page by page, the links to a destination in the same PDF."""
    pages = places(path)
    with pikepdf.open(path) as pdf:
        return [
            [
                _link(annotation, float(page.mediabox[3]), pages)
                for annotation in page.get("/Annots", [])
                if "/Dest" in annotation
            ]
            for page in pdf.pages
        ]


def _link(annotation: Any, height: float, pages: dict[str, int]) -> Link:
    left, low, right, high = (float(n) for n in annotation.Rect)
    name = str(annotation.Dest)
    return Link(min(left, right), height - max(low, high), max(left, right), height - min(low, high), name, pages[name])


def pictures(path: Path, folder: Path, first: int, last: int, resolution: int = 110) -> list[Path]:
    """Some pages as grey pictures, by pdftoppm."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = ("-f", str(first), "-l", str(last))
    _run("pdftoppm", "-gray", "-r", str(resolution), *pages, str(path), str(folder / path.stem))
    return sorted(folder.glob(f"{path.stem}-*.pgm"))
