"""Draws the decision steps as a picture: one box a step, a shape and a word for its level, arrows between."""

from macros.render.html import escape
from macros.render.levels import LEVEL_MARKS
from macros.render.picture.drawing import wrapped

_WIDTH, _GAP, _LEFT = 340, 26, 4


def steps_figure(steps: list[dict], described_by: str = "steps-in-words") -> str:
    """An SVG of the steps, narrow enough for a phone; its text equivalent is the element of the page that describes it."""
    rows, y = [], 4
    for number, step in enumerate(steps, 1):
        level = step.get("level", "none")
        title = wrapped(f"{number}. {step['title']}", 26)
        ask = wrapped(step["ask"], 40)
        height = 20 + 20 * len(title) + 17 * len(ask) + (24 if level != "none" else 0)
        parts = [
            f'<rect class="figure__box figure__box--{level}" x="{_LEFT}" y="{y}" width="{_WIDTH - 8}" height="{height}" rx="8"/>'
        ]
        line = y + 24
        for text in title:
            parts.append(f'<text class="figure__title" x="{_LEFT + 14}" y="{line}">{escape(text)}</text>')
            line += 20
        for text in ask:
            parts.append(f'<text class="figure__ask" x="{_LEFT + 14}" y="{line}">{escape(text)}</text>')
            line += 17
        if level != "none":
            word, meaning, path = LEVEL_MARKS[level]
            said = f"{word}: {meaning}" if level == "red" else word
            parts.append(
                f'<g transform="translate({_LEFT + 14} {line - 8}) scale(.75)"><path class="shape--{level}" d="{path}"/></g>'
                f'<text class="figure__level" x="{_LEFT + 40}" y="{line + 6}">{escape(said)}</text>'
            )
        y += height
        if number < len(steps):
            middle = _WIDTH // 2
            parts.append(f'<path class="figure__arrow" d="M{middle} {y}v{_GAP - 8}m-6 -6l6 6 6-6"/>')
            y += _GAP
        rows.append("".join(parts))
    return (
        f'<svg class="figure" viewBox="0 0 {_WIDTH} {y + 4}" role="img" aria-labelledby="figure-title" aria-describedby="{described_by}">'
        f'<title id="figure-title">Decision steps as a flow from top to bottom, {len(steps)} boxes</title>{"".join(rows)}</svg>'
    )
