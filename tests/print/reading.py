"""Reads finished PDFs with tools that had no part in making them: poppler's programs and pikepdf."""

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


@cache
def structure(path: Path) -> list[tuple[int, str, str]]:
    """(depth, element, text) of the structure tree in its own order, by pikepdf; text has no element.

    Poppler tells the same (`pdfinfo -struct-text`), but reads a page anew for each of its elements: minutes for a book.
    """
    found = []
    with pikepdf.open(path) as pdf:
        said = {page.objgen: marked(page) for page in pdf.pages}

        def walk(node, depth: int, page) -> None:
            if isinstance(node, int):
                found.append((depth, "", said[page].get(node, "")))
            elif node.get("/Type") == "/MCR":
                found.append((depth, "", said[node.Pg.objgen if "/Pg" in node else page].get(int(node.MCID), "")))
            elif "/S" in node:
                found.append((depth, str(node.S).lstrip("/"), ""))
                kids = node.get("/K", [])
                for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
                    walk(kid, depth + 1, node.Pg.objgen if "/Pg" in node else page)

        roots = pdf.Root.StructTreeRoot.K
        for root in roots if isinstance(roots, pikepdf.Array) else [roots]:
            walk(root, 0, None)
    return found


def marked(page: pikepdf.Page) -> dict[int, str]:
    """The words of a page by the number of the marked piece that they stand in."""
    said, stack, letters = {}, [None], {}
    fonts = {str(name): alphabet(font) for name, font in page.get("/Resources", {}).get("/Font", {}).items()}
    for operands, operator in pikepdf.parse_content_stream(page):
        sign = str(operator)
        if sign == "BDC":
            marks = operands[1]
            stack.append(int(marks.MCID) if isinstance(marks, pikepdf.Dictionary) and "/MCID" in marks else stack[-1])
        elif sign == "BMC":
            stack.append(stack[-1])
        elif sign == "EMC":
            stack.pop()
        elif sign == "Tf":
            letters = fonts[str(operands[0])]
        elif sign in ("Tj", "TJ") and stack[-1] is not None:
            pieces = operands[0] if sign == "TJ" else [operands[0]]
            codes = b"".join(bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))
            words = "".join(letters.get(codes[place:place + 2], "") for place in range(0, len(codes), 2))
            said[stack[-1]] = said.get(stack[-1], "") + words
    return said


def alphabet(font) -> dict[bytes, str]:
    """What each two bytes of a font mean, by the table that the file carries for readers."""
    table, known = font.ToUnicode.read_bytes().decode("latin-1"), {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.S):
        for code, meaning in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            known[bytes.fromhex(code)] = bytes.fromhex(meaning).decode("utf-16-be")
    assert "beginbfrange" not in table, "this font's table has ranges, which are not read here"
    return known


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
