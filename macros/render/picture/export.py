"""What a person takes along: the table as CSV that no spreadsheet runs, and the chart as a picture of its own."""

import re

from macros.render.picture.drawing import svg
from macros.render.picture.result import heads, rows
from tools.picture.analysis import Analysis
from tools.picture.publication import Public, small

#: A cell that starts so could be run as a formula, and so could what follows a sign that some spreadsheets take for the end of a cell.
_FORMULA = re.compile(r"(^\s*|[,;|\t\r\n]\s*)(?=[=+\-@＝＋－＠])")
#: How wide a saved chart is, in pixels.
WIDTH = 900


def cell(text: str) -> str:
    """One cell of a CSV file: an apostrophe before what a spreadsheet would run, and quotation marks where the text needs them.

    >>> print(cell("=1+1"), cell('say "no", now'), cell("a; =b"), sep=" | ")
    '=1+1 | "say ""no"", now" | "a; '=b"
    """
    text = _FORMULA.sub(r"\1'", text)
    return '"' + text.replace('"', '""') + '"' if any(sign in text for sign in '",;\t\r\n') else text


def csv(analysis: Analysis, public: Public | None) -> str:
    """The table as CSV, with the mark by which spreadsheets know its letters; numbers without commas."""
    lines = [
        [f"{head} (invented)" if analysis.invented else head for head in heads(analysis)],
        *([row[0], *(value.replace(",", "") for value in row[1:-1]), row[-1]] for row in rows(analysis, public)),
    ]
    return "\ufeff" + "".join(",".join(map(cell, line)) + "\r\n" for line in lines)


def chart(analysis: Analysis, public: Public | None) -> str:
    """The chart as an SVG file."""
    return svg(analysis, WIDTH, public)


def file_name(analysis: Analysis, public: Public | None) -> str:
    """A name for a saved file, without its ending; it says when small numbers are shown."""
    name = "".join(sign if sign.isalnum() and sign.isascii() else "-" for sign in analysis.name.lower())
    name = "-".join(filter(None, name.split("-")))[:40] or "picture"
    return (
        ("invented-" if analysis.invented else "") + name + ("-not-for-publication" if not public and small(analysis) else "")
    )
