"""Files to keep: the table as CSV that no spreadsheet runs as formulas, and the chart as an SVG file."""

import re

from macros.render.picture.drawing import svg
from macros.render.picture.result import heads, rows
from macros.render.xml_text import xml_chars
from tools.picture.analysis import Analysis
from tools.picture.publication import Public, small

#: The start of what a spreadsheet could run as a formula: at the start of a cell, or after a character that some
#: spreadsheets take for the end of one.
_FORMULA = re.compile(r"(^\s*|[,;|\t\r\n]\s*)(?=[=+\-@＝＋－＠])")
#: How wide a saved chart is, in pixels.
WIDTH = 900


def cell(text: str) -> str:
    """One cell of a CSV file, with an apostrophe before what a spreadsheet would run, and in quotation marks if needed.

    >>> print(cell("=1+1"), cell('say "no", now'), cell("a; =b"), sep=" | ")
    '=1+1 | "say ""no"", now" | "a; '=b"
    """
    text = _FORMULA.sub(r"\1'", text)
    return '"' + text.replace('"', '""') + '"' if any(char in text for char in '",;\t\r\n') else text


def csv(analysis: Analysis, public: Public | None) -> str:
    """The table as CSV, with the byte order mark by which spreadsheets recognise UTF-8, and numbers without commas."""
    lines = [
        [f"{head} (invented)" if analysis.invented else head for head in heads(analysis)],
        *([row[0], *(value.replace(",", "") for value in row[1:-1]), row[-1]] for row in rows(analysis, public)),
    ]
    return "\ufeff" + "".join(",".join(map(cell, line)) + "\r\n" for line in lines)


def chart(analysis: Analysis, public: Public | None) -> str:
    """The chart as an SVG file, without the characters in headings that would make it unreadable as XML."""
    return xml_chars(svg(analysis, WIDTH, public))


def file_name(analysis: Analysis, public: Public | None) -> str:
    """A name for a saved file, without its extension, with a warning where small numbers are shown."""
    name = "".join(char if char.isalnum() and char.isascii() else "-" for char in analysis.name.lower())
    name = "-".join(filter(None, name.split("-")))[:40] or "picture"
    return (
        ("invented-" if analysis.invented else "")
        + name
        + ("-not-for-publication" if not public and small(analysis) else "")
    )
