"""Draws the decision steps as a picture: one box for each step, a shape and a word for its level, arrows between."""

from collections.abc import Mapping, Sequence
from typing import Any

from macros.render.html import Html, tag
from macros.render.levels import LEVEL_MARKS
from tools.text import wrap_lines

_WIDTH, _GAP, _LEFT, _TOP = 340, 26, 4, 4
#: Space above and below the text in a box, heights of lines of title and question, and the height of a level.
_PADDING, _TITLE_LINE, _QUESTION_LINE, _LEVEL = 20, 20, 17, 24
_TITLE_CHARS, _QUESTION_CHARS = 26, 40


def steps_figure(steps: Sequence[Mapping[str, Any]], described_by: str = "steps-in-words") -> Html:
    """An SVG of the steps, narrow enough for a phone. The element `described_by` has the same as text."""
    parts: list[Html] = []
    y = _TOP
    for number, step in enumerate(steps, 1):
        box, height = _box(number, step, y)
        parts += box
        y += height
        if number < len(steps):
            parts.append(_arrow(y))
            y += _GAP
    return tag(
        "svg",
        tag("title", f"Decision steps as a flow from top to bottom, {len(steps)} boxes", id="figure-title"),
        parts,
        class_="figure",
        viewBox=f"0 0 {_WIDTH} {y + 4}",
        role="img",
        aria_labelledby="figure-title",
        aria_describedby=described_by,
    )


def _box(number: int, step: Mapping[str, Any], top: int) -> tuple[list[Html], int]:
    """The box of one step, and its height."""
    level = step.get("level", "none")
    title = wrap_lines(f"{number}. {step['title']}", _TITLE_CHARS)
    question = wrap_lines(step["question"], _QUESTION_CHARS)
    height = _PADDING + _TITLE_LINE * len(title) + _QUESTION_LINE * len(question) + (_LEVEL if level != "none" else 0)
    parts = [
        tag(
            "rect",
            class_=f"figure__box figure__box--{level}",
            x=_LEFT,
            y=top,
            width=_WIDTH - 8,
            height=height,
            rx=8,
        )
    ]
    y = top + 24
    for lines, css_class, line_height in (
        (title, "figure__title", _TITLE_LINE),
        (question, "figure__ask", _QUESTION_LINE),
    ):
        for line in lines:
            parts.append(tag("text", line, class_=css_class, x=_LEFT + 14, y=y))
            y += line_height
    return parts + (_level(level, y) if level != "none" else []), height


def _level(level: str, y: int) -> list[Html]:
    """A level as shape and word; red with its meaning."""
    word, meaning, path = LEVEL_MARKS[level]
    shape = tag("path", class_=f"shape--{level}", d=path)
    text = f"{word}: {meaning}" if level == "red" else word
    return [
        tag("g", shape, transform=f"translate({_LEFT + 14} {y - 8}) scale(.75)"),
        tag("text", text, class_="figure__level", x=_LEFT + 40, y=y + 6),
    ]


def _arrow(y: int) -> Html:
    return tag("path", class_="figure__arrow", d=f"M{_WIDTH // 2} {y}v{_GAP - 8}m-6 -6l6 6 6-6")
