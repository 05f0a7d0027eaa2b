"""The dates in order along a line, as an SVG picture. The table next to it gives the same as text, and so does its
description.

It runs downwards, so that it fits a phone. Gaps grow with time, up to a limit, so that the picture is never mostly
empty. A day to work to is a filled circle, a day on which something happened a square.
"""

from datetime import date

from macros.render.html import Html, tag
from tools.dates.days import format_date
from tools.dates.due import Due, short_title
from tools.dates.form import FORM
from tools.forms.model import Answers, fields, text_of
from tools.text import wrap_lines

WIDTH, TOP, LEFT = 340, 34, 16
#: Height of a line of text, least and most space between two days, and pixels for each day between them.
_LINE, _MIN_GAP, _MAX_GAP, _PER_DAY = 17, 12, 70, 1.2
_CHARS = 42
#: What happened, in a few words, by the field that asks for its day.
HAPPENED = {
    "detained": "Into custody",
    "moved": "Moved",
    "visited": "Visited",
    "release": "Release",
    "looked-after": "Came into care",
    "review": "Last review",
    "placed": "Placement starts",
    "back": "Came back",
    "knife": "Knife found",
}


def timeline_svg(answers: Answers, dated: list[Due]) -> Html:
    """The picture."""
    points = by_day(answers, dated)
    parts: list[Html] = []
    y: float = TOP
    before: date | None = None
    for day, happened, due in points:
        if before:
            y += min(_MAX_GAP, max(_MIN_GAP, (day - before).days * _PER_DAY))
        top, before = y, day
        parts.append(_text(y, format_date(day), "dates__day"))
        for text in (*happened, *due):
            for line in wrap_lines(text, _CHARS):
                y += _LINE
                parts.append(_text(y, line, "dates__words"))
        parts.append(_square(top) if happened else tag("circle", class_="dates__circle", cx=LEFT, cy=top - 5, r=6))
        y += _LINE
    described = "; ".join(f"{format_date(day)}: {', '.join([*happened, *due])}" for day, happened, due in points)
    return tag(
        "svg",
        tag("title", "The dates in order", id="dates-figure"),
        tag("desc", f"{described}.", id="dates-words"),
        tag("line", class_="dates__line", x1=LEFT, y1=8, x2=LEFT, y2=f"{y - 8:.0f}"),
        parts,
        class_="dates__timeline",
        viewBox=f"0 0 {WIDTH} {y:.0f}",
        role="img",
        aria_labelledby="dates-figure dates-words",
    )


def by_day(answers: Answers, dated: list[Due]) -> list[tuple[date, list[str], list[str]]]:
    """Each day with what happened on it and what is due by it."""
    days: dict[date, tuple[list[str], list[str]]] = {}
    for field in fields(FORM):
        text = text_of(answers, field.id)
        if field.id in HAPPENED and text:
            days.setdefault(date.fromisoformat(text[:10]), ([], []))[0].append(HAPPENED[field.id])
    for due in dated:
        text = f"{short_title(due)}: by {due.at}" if due.at else f"{short_title(due)}: by this day"
        if due.by:
            days.setdefault(due.by, ([], []))[1].append(text)
    return [(day, *days[day]) for day in sorted(days)]


def _square(y: float) -> Html:
    return tag("rect", class_="dates__square", x=LEFT - 6, y=y - 11, width=12, height=12)


def _text(y: float, text: str, css_class: str) -> Html:
    return tag("text", text, class_=css_class, x=LEFT + 18, y=f"{y:.0f}")
