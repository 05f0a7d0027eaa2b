"""The XmR chart as an SVG picture that stands alone: it holds no style sheet, so that a saved copy looks the same.

It is drawn as wide as the place it is for, so that its words keep their size. What is said by colour is said by shape too: a
figure that stands out is a triangle or a square, a line is solid, dashed or dotted. Its paper is white in dark colours as well.
"""

from macros.render.html import escape
from tools.picture import sentences
from tools.picture.cells import HIDDEN
from tools.picture.analysis import Analysis
from tools.picture.publication import Public, small

INK, PALE, TEAL, RUST = "#16252a", "#c9d5d8", "#0b4f5c", "#a33b12"
_LEFT, _RIGHT, _CHARACTER = 46, 18, 6.6
#: Steps between the names of periods, by kind; others go by ones, twos and fives.
_MONTHS, _OTHERS = (1, 2, 3, 6, 12, 24, 60, 120, 240), (1, 2, 5, 10, 20, 50, 100, 200)
_SHAPES = {"above": "M0-7 6 4H-6z", "below": "M0 7-6-4H6z", "trend": "M-5-5H5V5H-5z"}


def svg(analysis: Analysis, width: int, public: Public | None = None) -> str:
    """The chart, so many pixels wide; with `public`, only what may be published."""
    width = max(300, min(1200, width))
    heading = wrapped(title(analysis), int((width - _LEFT) / 8.2))
    top = 24 + 20 * len(heading)
    plot_height = 230 if width < 560 else 290
    chart = public or analysis.chart
    hidden = public.hidden if public else frozenset()
    shown = [None if n in hidden else value for n, value in enumerate(analysis.plotted)]
    ceiling, step = scale(max([*(v for v in shown if v is not None), chart.upper or 0, 1]))
    x = [
        _LEFT + 10 + (width - _LEFT - _RIGHT - 20) * (n / (len(shown) - 1) if len(shown) > 1 else 0.5)
        for n in range(len(shown))
    ]
    bottom = top + plot_height

    def y(value: float) -> float:
        return bottom - plot_height * value / ceiling

    parts = [
        f'<rect width="{width}" height="HEIGHT" fill="#fff"/>',
        *(_text(12, 24 + 20 * n, line, size=16, weight="bold") for n, line in enumerate(heading)),
    ]
    parts += _grid(width, ceiling, step, y) + _names(analysis, x, bottom)
    parts += _lines(chart, width, ceiling, y) + _change(analysis, x, top, bottom)
    marked = marks(analysis, public)
    parts += _figures(shown, x, y) + _signals(marked, shown, x, y)
    parts += [
        _text(x[n], bottom - 4, "c", anchor="middle", fill=RUST)
        for n, count in enumerate(analysis.counts)
        if n in hidden or count == HIDDEN
    ]
    key, height = _key(analysis, chart, set(marked.values()), hidden, bottom + 44, width)
    parts += key
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="picture__chart" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" '
        f'aria-labelledby="picture-title picture-desc" font-family="Arial, Helvetica, sans-serif" font-size="12" fill="{INK}">'
        f'<title id="picture-title">{escape(title(analysis))}</title><desc id="picture-desc">{escape(description(analysis, public))}</desc>'
        + "".join(parts).replace('"HEIGHT"', f'"{height}"')
        + "</svg>"
    )


def title(analysis: Analysis) -> str:
    """What the chart shows, and when."""
    per = {
        "count": "",
        "rate": "",
        "per 100": f", {'%' if analysis.measure.sort == 'children' else 'for every 100'} of “{analysis.of_name}”",
    }[analysis.per]
    return f"{sentences.series_name(analysis)}{per}, {sentences.period_span(analysis, range(len(analysis.labels)))}"


def description(analysis: Analysis, public: Public | None) -> str:
    """The chart in words, for those who do not see it; the table beside it has every figure."""
    return " ".join(
        filter(
            None,
            [
                f"Line chart of {sentences.plural(len(analysis.labels), 'period')}.",
                f"{sentences.verdict(analysis, public)[0]}.",
                sentences.limits_sentence(analysis, public),
                *sentences.signal_sentences(analysis, public)[:8],
            ],
        )
    )


def wrapped(text: str, most: int) -> list[str]:
    """Text broken at spaces into lines of at most so many characters."""
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) + 1 > most and lines[-1]:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def scale(highest: float) -> tuple[float, float]:
    """A round top for an axis from nought that holds the highest figure, and the step between its lines.

    >>> scale(32.3), scale(1), scale(980)
    ((40, 10), (1.0, 0.2), (1000, 200))
    """
    size = 1.0
    while size * 10 <= highest:
        size *= 10
    while size > highest:
        size /= 10
    step = next(
        size * part for part in (0.2, 0.5, 1, 2, 5) if size * part * 6 >= highest * 1.02 or size * part * 5 >= highest
    )
    step = int(step) if step >= 1 else step
    lines = 1
    while step * lines < highest:
        lines += 1
    return step * lines, step


def _text(
    x: float, y: float, text: str, anchor: str = "start", size: int = 12, weight: str = "normal", fill: str = INK
) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}" font-weight="{weight}" fill="{fill}">{escape(text)}</text>'


def _line(x1: float, y1: float, x2: float, y2: float, stroke: str, width: float, dashes: str = "none") -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{stroke}" stroke-width="{width}" stroke-dasharray="{dashes}"/>'


def _grid(width: int, ceiling: float, step: float, y) -> list[str]:
    """Level lines with their numbers."""
    parts, n = [], 0
    while step * n <= ceiling * 1.0001:
        parts += [
            _line(_LEFT, y(step * n), width - _RIGHT, y(step * n), INK if n == 0 else PALE, 1),
            _text(_LEFT - 6, y(step * n) + 4, sentences.format_number(step * n), anchor="end"),
        ]
        n += 1
    return parts


def _names(analysis: Analysis, x: list[float], bottom: float) -> list[str]:
    """Names of periods below the chart, as many as have room."""
    gap = x[1] - x[0] if len(x) > 1 else 100
    widest = max(map(len, analysis.labels)) * _CHARACTER + 12
    step = next((s for s in (_MONTHS if analysis.kind == "month" else _OTHERS) if s * gap >= widest), len(x))
    places = range(0, len(x), step)
    parts = [_line(x[n], bottom, x[n], bottom + 5, INK, 1) for n in places]
    last = x[-1] + _RIGHT + 6
    for n in places:
        half = len(analysis.labels[n]) * _CHARACTER / 2
        parts.append(_text(max(4 + half, min(x[n], last - half)), bottom + 19, analysis.labels[n], anchor="middle"))
    return parts


def _lines(chart, width: int, ceiling: float, y) -> list[str]:
    """The average and the limits."""
    if chart.mean is None:
        return []
    parts = [_line(_LEFT, y(chart.mean), width - _RIGHT, y(chart.mean), TEAL, 2)]
    return parts + [
        _line(_LEFT, y(limit), width - _RIGHT, y(limit), TEAL, 1.5, "7 4")
        for limit in (chart.lower, chart.upper)
        if 0 <= limit <= ceiling
    ]


def _change(analysis: Analysis, x: list[float], top: float, bottom: float) -> list[str]:
    if analysis.change is None:
        return []
    at = (x[analysis.change - 1] + x[analysis.change]) / 2
    return [_line(at, top, at, bottom, INK, 1.5, "2 3")]


def _figures(shown: list[float | None], x: list[float], y) -> list[str]:
    """The figures as dots joined by a line, which breaks where a figure is not known."""
    path, pen = [], "M"
    for n, value in enumerate(shown):
        if value is None:
            pen = "M"
            continue
        path.append(f"{pen}{x[n]:.1f} {y(value):.1f}")
        pen = "L"
    size = 3.2 if len(shown) <= 80 else 1.6
    dots = "".join(
        f'<circle cx="{x[n]:.1f}" cy="{y(value):.1f}" r="{size}"/>'
        for n, value in enumerate(shown)
        if value is not None
    )
    return [
        f'<path d="{"".join(path) or "M0 0"}" fill="none" stroke="#5f6f75" stroke-width="1.2"/>',
        f'<g fill="{INK}">{dots}</g>',
    ]


def _signals(marked: dict[int, str], shown: list[float | None], x: list[float], y) -> list[str]:
    """A shape on every figure that stands out: which way it points says on which side."""
    size = 1 if len(shown) <= 80 else 0.6
    return [
        f'<path d="{_SHAPES[mark]}" transform="translate({x[n]:.1f} {y(shown[n]):.1f}) scale({size})" fill="{RUST}" stroke="#fff" stroke-width="1"/>'
        for n, mark in sorted(marked.items())
    ]


def marks(analysis: Analysis, public: Public | None) -> dict[int, str]:
    """The shape of every figure that stands out: 'above', 'below', or 'trend' where only a rise or fall makes it so."""
    signals = sentences.shown_signals(analysis, public)
    found = {place: "trend" for signal in signals if signal.rule == "trend" for place in signal.places}
    for signal in signals:
        if signal.rule != "trend":
            found.update({place: signal.side for place in signal.places})
    return found


def _key(analysis: Analysis, chart, used: set[str], hidden: frozenset[int], y: float, width: int) -> tuple[list[str], int]:
    """What lines and shapes mean, row by row, and the height of the whole picture."""
    rows = [
        (f'<path d="{_SHAPES[mark]}" fill="{RUST}"/>', said)
        for mark, said in (
            ("above", "stands out, above"),
            ("below", "stands out, below"),
            ("trend", "part of a rise or fall"),
        )
        if mark in used
    ]
    if chart.mean is not None:
        trial = " (first guess)" if analysis.chart.trial else ""
        rows = [
            (_line(-10, 0, 10, 0, TEAL, 2), f"average {sentences.format_number(chart.mean)}"),
            (
                _line(-10, 0, 10, 0, TEAL, 1.5, "7 4"),
                f"limits{trial} "
                + (
                    f"{sentences.format_number(chart.lower)} and {sentences.format_number(chart.upper)}"
                    if chart.lower >= 0
                    else f"{sentences.format_number(chart.upper)}, and none below"
                ),
            ),
        ] + rows
    if analysis.change is not None:
        rows.append((_line(0, -8, 0, 8, INK, 1.5, "2 3"), f"change, from {analysis.labels[analysis.change]}"))
    if hidden or HIDDEN in analysis.counts:
        rows.append((_text(0, 4, "c", anchor="middle", fill=RUST), "hidden number"))
    parts, across = [], 1 if width < 560 else 2
    for n, (sign, said) in enumerate(rows):
        x, row = 26 + (n % across) * (width / across), y + 22 * (n // across)
        parts.append(f'<g transform="translate({x:.0f} {row:.0f})">{sign}</g>{_text(x + 18, row + 4, said)}')
    height = y + 22 * ((len(rows) + across - 1) // across) + 6
    if not hidden and small(analysis):
        parts.append(_text(12, height + 4, "Not for publication: small numbers are shown.", weight="bold"))
        height += 18
    return parts, int(height)
