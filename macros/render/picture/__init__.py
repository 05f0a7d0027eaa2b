"""Answers the page of the local picture: a table and some choices in, HTML or a file out, without any state.

Actions: `example` gives invented figures; `open` turns a file's bytes into text; `show` gives everything the page
shows; `save` gives files to keep. An answer is JSON.
"""

import json
from typing import Any

from macros.render.picture import export
from macros.render.picture.form import problems_html, settings_html
from macros.render.picture.result import result_html
from macros.render.request import Lookups, Request
from tools.picture import example, series
from tools.picture.analysis import Choices, analyse
from tools.picture.publication import public
from tools.picture.reading import Unreadable, text_of
from tools.picture.series import Table
from tools.picture.xmr import RUN, RUNS

#: The width of the chart, in pixels, where the page gives none.
WIDTH = 700


def answer(request: Request, lookups: Lookups) -> str:
    """The answer to one request, whose data are the table's text, the choices and the width, or a file to `open`."""
    return json.dumps(_answer(request, lookups))


def _answer(request: Request, lookups: Lookups) -> dict[str, str]:
    if request.action == "example":
        return {"text": example.TEXT, "change": str(example.CHANGE)}
    data = request.data
    try:
        if request.action == "open":
            return {"text": text_of(data.encode("latin-1"))}
        table = series.read(data["text"])
    except Unreadable as error:
        return _problems(error)
    chosen = choices(table, data)
    shows_public = data.get("public") == "yes"
    settings = settings_html(table, chosen, shows_public)
    try:
        analysis = analyse(table, chosen, data["text"].strip() == example.TEXT.strip())
    except Unreadable as error:
        return {"settings": settings, **_problems(error)}
    hiding = public(analysis) if shows_public else None
    if request.action == "save":
        return {
            "name": export.file_name(analysis, hiding),
            "csv": export.csv(analysis, hiding),
            "svg": export.chart(analysis, hiding),
        }
    width = int(data.get("width") or WIDTH)
    return {"settings": settings, "result": result_html(analysis, hiding, width, lookups.link)}


def _problems(error: Unreadable) -> dict[str, str]:
    return {"problems": problems_html(error.problems), "say": error.problems[0].text}


def choices(table: Table, data: dict[str, Any]) -> Choices:
    """The reader's choices, as far as they fit this table."""
    periods = len(table.columns[0].values)
    column, of, change, run = (_number(data.get(name)) for name in ("column", "of", "change", "run"))
    return Choices(
        column if column is not None and column < len(table.columns) else 0,
        data.get("measure") or "",
        of if of is not None and of < len(table.columns) else None,
        change if change is not None and 0 < change < periods else None,
        run if run in RUNS else RUN,
    )


def _number(text: Any) -> int | None:
    return int(text) if text and str(text).isdecimal() else None
