"""The dates in order along a line, as an SVG picture. The table beside it says the same in words, and so does its description.

It runs downwards, so that it fits a phone. Gaps grow with time, but never so far that the picture is mostly empty. A day to work to is a
filled circle, a day on which something happened a square.
"""

from datetime import date

from macros.render.html import escape
from tools.dates.days import format_date
from tools.dates.due import Due, short_title
from tools.dates.form import FORM
from tools.forms.model import fields

WIDTH, TOP, LEFT = 340, 34, 16
#: Room for one line of text, least and most room between two days, and pixels for each day between them.
_LINE, _LEAST, _MOST, _EACH = 17, 12, 70, 1.2
_LETTERS = 42
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


def svg(answers: dict, dated: list[Due]) -> str:
    """The picture."""
    points = by_day(answers, dated)
    parts, y, before = [], TOP, None
    for day, happened, due in points:
        if before:
            y += min(_MOST, max(_LEAST, (day - before).days * _EACH))
        top, before = y, day
        parts.append(_text(y, format_date(day), "dates__day"))
        for words, shape in [*((words, "square") for words in happened), *((words, "circle") for words in due)]:
            for line in wrapped(words):
                y += _LINE
                parts.append(_text(y, line, "dates__words"))
        parts.append(
            f'<rect class="dates__square" x="{LEFT - 6}" y="{top - 11}" width="12" height="12"/>'
            if happened
            else f'<circle class="dates__circle" cx="{LEFT}" cy="{top - 5}" r="6"/>'
        )
        y += _LINE
    described = "; ".join(f"{format_date(day)}: {', '.join([*happened, *due])}" for day, happened, due in points)
    return (
        f'<svg class="dates__timeline" viewBox="0 0 {WIDTH} {y:.0f}" role="img" aria-labelledby="dates-figure dates-words"><title id="dates-figure">The dates in order</title>'
        f'<desc id="dates-words">{escape(described)}.</desc><line class="dates__line" x1="{LEFT}" y1="8" x2="{LEFT}" y2="{y - 8:.0f}"/>{"".join(parts)}</svg>'
    )


def by_day(answers: dict, dated: list[Due]) -> list[tuple[date, list[str], list[str]]]:
    """Each day with what happened on it and what is due by it."""
    days: dict[date, tuple[list[str], list[str]]] = {}
    for field in fields(FORM):
        if field.id in HAPPENED and answers.get(field.id):
            days.setdefault(date.fromisoformat(answers[field.id][:10]), ([], []))[0].append(HAPPENED[field.id])
    for due in dated:
        words = f"{short_title(due)}: by {due.at}" if due.at else f"{short_title(due)}: by this day"
        days.setdefault(due.by, ([], []))[1].append(words)
    return [(day, *days[day]) for day in sorted(days)]


def wrapped(text: str) -> list[str]:
    """Text broken at spaces into lines that fit."""
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) >= _LETTERS and lines[-1]:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _text(y: float, text: str, kind: str) -> str:
    return f'<text class="{kind}" x="{LEFT + 18}" y="{y:.0f}">{escape(text)}</text>'
