"""Answers the page of the local picture: a table and some choices in, HTML or a file out. Nothing is kept between answers.

Requests: `open` turns a file's bytes into text; `show` gives everything the page shows; `save` gives a file to keep. What is
given is a group of text, choices and the width there is room for; an answer is JSON.
"""

import json

from macros.render.picture import export
from macros.render.picture.form import problems_html, settings_html
from macros.render.picture.result import result_html
from macros.render.result import Link
from tools.picture import example, series
from tools.picture.analysis import Choices, analyse
from tools.picture.publication import public
from tools.picture.reading import Unreadable, text_of
from tools.picture.series import Table
from tools.picture.xmr import RUN, RUNS


def answer(request: str, given, link: Link, contacts=None) -> str:
    """The answer to one request, as JSON."""
    if request == "example":
        return json.dumps({"text": example.TEXT, "change": str(example.CHANGE)})
    try:
        if request == "open":
            return json.dumps({"text": text_of(given.encode("latin-1"))})
        table = series.read(given["text"])
    except Unreadable as error:
        return json.dumps({"problems": problems_html(error.problems), "say": error.problems[0].text})
    chosen = choices(table, given)
    shows_public = given.get("public") == "yes"
    settings = settings_html(table, chosen, shows_public)
    try:
        found = analyse(table, chosen, given["text"].strip() == example.TEXT.strip())
    except Unreadable as error:
        return json.dumps(
            {"settings": settings, "problems": problems_html(error.problems), "say": error.problems[0].text}
        )
    hiding = public(found) if shows_public else None
    if request == "save":
        return json.dumps(
            {
                "name": export.file_name(found, hiding),
                "csv": export.csv(found, hiding),
                "svg": export.chart(found, hiding),
            }
        )
    return json.dumps(
        {"settings": settings, "result": result_html(found, hiding, int(given.get("width") or 700), link)}
    )


def choices(table: Table, given: dict) -> Choices:
    """What was chosen, as far as this table has it."""
    periods = len(table.columns[0].values)
    column, of, change, run = (_number(given.get(name)) for name in ("column", "of", "change", "run"))
    return Choices(
        column if column is not None and column < len(table.columns) else 0,
        given.get("measure") or "",
        of if of is not None and of < len(table.columns) else None,
        change if change is not None and 0 < change < periods else None,
        run if run in RUNS else RUN,
    )


def _number(text) -> int | None:
    return int(text) if text and str(text).isdecimal() else None
