"""The XmR chart as a complete SVG picture: it needs no style sheet, so that a saved copy looks the same.

It is drawn as wide as the space for it, so that its text keeps its size. Nothing is shown by colour alone: a figure
that stands out is a triangle or a square, a line is solid, dashed or dotted. Its ground is white in dark colours as
well.
"""

from typing import NamedTuple

from macros.render.html import Child, Html, tag
from tools.picture import sentences
from tools.picture.analysis import Analysis
from tools.picture.cells import HIDDEN
from tools.picture.publication import Public, small
from tools.picture.xmr import XmrChart
from tools.text import wrap_lines

INK, PALE, TEAL, RUST, WHITE = "#16252a", "#c9d5d8", "#0b4f5c", "#a33b12", "#fff"
_LEFT, _RIGHT, _CHAR_WIDTH, _HEADING_CHAR_WIDTH = 46, 18, 6.6, 8.2
#: A picture narrower than this has a lower chart and its key in one column.
_NARROW = 560
#: With more figures than this, dots and shapes are smaller.
_MANY = 80
#: Steps between the names of periods, by kind; others go by ones, twos and fives.
_MONTHS, _OTHERS = (1, 2, 3, 6, 12, 24, 60, 120, 240), (1, 2, 5, 10, 20, 50, 100, 200)
_SHAPES = {"above": "M0-7 6 4H-6z", "below": "M0 7-6-4H6z", "trend": "M-5-5H5V5H-5z"}


class Plot(NamedTuple):
    """Where figures go: the x of each period, the edges, and the figure at the top edge."""

    x: list[float]
    width: int
    top: int
    bottom: int
    ceiling: float

    def y(self, value: float) -> float:
        """The y of a figure."""
        return self.bottom - (self.bottom - self.top) * value / self.ceiling


def svg(analysis: Analysis, width: int, public: Public | None = None) -> Html:
    """The chart in a width in pixels; with `public`, only what may be published."""
    width = max(300, min(1200, width))
    heading = wrap_lines(title(analysis), int((width - _LEFT) / _HEADING_CHAR_WIDTH))
    chart = public or analysis.chart
    hidden = public.hidden if public else frozenset()
    shown = [None if n in hidden else value for n, value in enumerate(analysis.plotted)]
    ceiling, step = scale(max([*(v for v in shown if v is not None), chart.upper or 0, 1]))
    top = 24 + 20 * len(heading)
    plot = Plot(_places(len(shown), width), width, top, top + (230 if width < _NARROW else 290), ceiling)
    shapes = marks(analysis, public)
    key, height = _key(analysis, chart, set(shapes.values()), hidden, plot)
    return tag(
        "svg",
        tag("title", title(analysis), id="picture-title"),
        tag("desc", description(analysis, public), id="picture-desc"),
        tag("rect", width=width, height=height, fill=WHITE),
        [_text(12, 24 + 20 * n, line, size=16, weight="bold") for n, line in enumerate(heading)],
        _grid(plot, step),
        _names(analysis, plot),
        _lines(chart, plot),
        _change(analysis, plot),
        _figures(shown, plot),
        _signals(shapes, shown, plot),
        _hidden(analysis, hidden, plot),
        key,
        xmlns="http://www.w3.org/2000/svg",
        class_="picture__chart",
        width=width,
        height=height,
        viewBox=f"0 0 {width} {height}",
        role="img",
        aria_labelledby="picture-title picture-desc",
        font_family="Arial, Helvetica, sans-serif",
        font_size=12,
        fill=INK,
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
    """The chart as text, for those who do not see it; the table next to it has every figure."""
    parts = [
        f"Line chart of {sentences.plural(len(analysis.labels), 'period')}.",
        f"{sentences.verdict(analysis, public)[0]}.",
        sentences.limits_sentence(analysis, public),
        *sentences.signal_sentences(analysis, public)[:8],
    ]
    return " ".join(filter(None, parts))


def _places(count: int, width: int) -> list[float]:
    """The x of each period."""
    room = width - _LEFT - _RIGHT - 20
    return [_LEFT + 10 + room * (n / (count - 1) if count > 1 else 0.5) for n in range(count)]


def scale(highest: float) -> tuple[float, float]:
    """A round top for an axis that starts at zero and has room for the highest figure, and the step between its lines.

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
) -> Html:
    return tag(
        "text",
        text,
        x=f"{x:.1f}",
        y=f"{y:.1f}",
        text_anchor=anchor,
        font_size=size,
        font_weight=weight,
        fill=fill,
    )


def _line(x1: float, y1: float, x2: float, y2: float, stroke: str, width: float, dashes: str = "none") -> Html:
    return tag(
        "line",
        x1=f"{x1:.1f}",
        y1=f"{y1:.1f}",
        x2=f"{x2:.1f}",
        y2=f"{y2:.1f}",
        stroke=stroke,
        stroke_width=width,
        stroke_dasharray=dashes,
    )


def _level_line(plot: Plot, value: float, stroke: str, width: float, dashes: str = "none") -> Html:
    """A line from side to side at a figure."""
    y = plot.y(value)
    return _line(_LEFT, y, plot.width - _RIGHT, y, stroke, width, dashes)


def _grid(plot: Plot, step: float) -> list[Html]:
    """Level lines with their numbers."""
    parts = []
    n = 0
    while step * n <= plot.ceiling * 1.0001:
        value = step * n
        parts.append(_level_line(plot, value, PALE if n else INK, 1))
        parts.append(_text(_LEFT - 6, plot.y(value) + 4, sentences.format_number(value), anchor="end"))
        n += 1
    return parts


def _names(analysis: Analysis, plot: Plot) -> list[Html]:
    """Names of periods below the chart, as many as have room."""
    x = plot.x
    gap = x[1] - x[0] if len(x) > 1 else 100
    widest = max(map(len, analysis.labels)) * _CHAR_WIDTH + 12
    step = next((s for s in (_MONTHS if analysis.kind == "month" else _OTHERS) if s * gap >= widest), len(x))
    places = range(0, len(x), step)
    parts = [_line(x[n], plot.bottom, x[n], plot.bottom + 5, INK, 1) for n in places]
    last = x[-1] + _RIGHT + 6
    for n in places:
        label = analysis.labels[n]
        half = len(label) * _CHAR_WIDTH / 2
        parts.append(_text(max(4 + half, min(x[n], last - half)), plot.bottom + 19, label, anchor="middle"))
    return parts


def _lines(chart: XmrChart | Public, plot: Plot) -> list[Html]:
    """The average and the limits."""
    if chart.mean is None or chart.lower is None or chart.upper is None:
        return []
    limits = [limit for limit in (chart.lower, chart.upper) if 0 <= limit <= plot.ceiling]
    return [
        _level_line(plot, chart.mean, TEAL, 2),
        *(_level_line(plot, limit, TEAL, 1.5, "7 4") for limit in limits),
    ]


def _change(analysis: Analysis, plot: Plot) -> Html | None:
    """An upright line where something changed."""
    if analysis.change is None:
        return None
    x = (plot.x[analysis.change - 1] + plot.x[analysis.change]) / 2
    return _line(x, plot.top, x, plot.bottom, INK, 1.5, "2 3")


def _figures(shown: list[float | None], plot: Plot) -> list[Html]:
    """The figures as dots joined by a line, which breaks where a figure is not known."""
    size = 3.2 if len(shown) <= _MANY else 1.6
    path: list[str] = []
    dots: list[Html] = []
    pen = "M"
    for x, value in zip(plot.x, shown, strict=True):
        if value is None:
            pen = "M"
            continue
        y = f"{plot.y(value):.1f}"
        path.append(f"{pen}{x:.1f} {y}")
        dots.append(tag("circle", cx=f"{x:.1f}", cy=y, r=size))
        pen = "L"
    line = tag("path", d="".join(path) or "M0 0", fill="none", stroke="#5f6f75", stroke_width=1.2)
    return [line, tag("g", dots, fill=INK)]


def _signals(shapes: dict[int, str], shown: list[float | None], plot: Plot) -> list[Html]:
    """A shape on every figure that stands out, which points to the side it is on."""
    size = 1 if len(shown) <= _MANY else 0.6
    return [
        tag(
            "path",
            d=_SHAPES[shape],
            transform=f"translate({plot.x[n]:.1f} {plot.y(value):.1f}) scale({size})",
            fill=RUST,
            stroke=WHITE,
            stroke_width=1,
        )
        for n, shape in sorted(shapes.items())
        if (value := shown[n]) is not None
    ]


def _hidden(analysis: Analysis, hidden: frozenset[int], plot: Plot) -> list[Html]:
    """A letter below each figure that is hidden."""
    return [
        _text(plot.x[n], plot.bottom - 4, "c", anchor="middle", fill=RUST)
        for n, count in enumerate(analysis.counts)
        if n in hidden or count == HIDDEN
    ]


def marks(analysis: Analysis, public: Public | None) -> dict[int, str]:
    """The shape of every figure that stands out: 'above', 'below', or 'trend' if only a rise or fall makes it so."""
    signals = sentences.shown_signals(analysis, public)
    shapes = {place: "trend" for signal in signals if signal.rule == "trend" for place in signal.places}
    for signal in signals:
        if signal.rule != "trend":
            shapes.update(dict.fromkeys(signal.places, signal.side))
    return shapes


def _key(
    analysis: Analysis, chart: XmrChart | Public, shapes: set[str], hidden: frozenset[int], plot: Plot
) -> tuple[Child, int]:
    """What lines and shapes mean, row by row, and the height of the whole picture."""
    rows = [*_key_of_lines(analysis, chart), *_key_of_shapes(shapes)]
    if analysis.change is not None:
        rows.append((_line(0, -8, 0, 8, INK, 1.5, "2 3"), f"change, from {analysis.labels[analysis.change]}"))
    if hidden or HIDDEN in analysis.counts:
        rows.append((_text(0, 4, "c", anchor="middle", fill=RUST), "hidden number"))
    parts, columns, top = [], 1 if plot.width < _NARROW else 2, plot.bottom + 44
    for n, (drawing, meaning) in enumerate(rows):
        x, y = 26 + (n % columns) * (plot.width / columns), top + 22 * (n // columns)
        parts.append(tag("g", drawing, transform=f"translate({x:.0f} {y:.0f})"))
        parts.append(_text(x + 18, y + 4, meaning))
    height = top + 22 * ((len(rows) + columns - 1) // columns) + 6
    if not hidden and small(analysis):
        parts.append(_text(12, height + 4, "Not for publication: small numbers are shown.", weight="bold"))
        height += 18
    return parts, height


def _key_of_lines(analysis: Analysis, chart: XmrChart | Public) -> list[tuple[Html, str]]:
    if chart.mean is None or chart.lower is None or chart.upper is None:
        return []
    upper = sentences.format_number(chart.upper)
    limits = f"{sentences.format_number(chart.lower)} and {upper}" if chart.lower >= 0 else f"{upper}, and none below"
    return [
        (_line(-10, 0, 10, 0, TEAL, 2), f"average {sentences.format_number(chart.mean)}"),
        (_line(-10, 0, 10, 0, TEAL, 1.5, "7 4"), f"limits{' (first guess)' if analysis.chart.trial else ''} {limits}"),
    ]


def _key_of_shapes(shapes: set[str]) -> list[tuple[Html, str]]:
    meanings = {
        "above": "stands out, above",
        "below": "stands out, below",
        "trend": "part of a rise or fall",
    }
    return [
        (tag("path", d=_SHAPES[shape], fill=RUST), meaning) for shape, meaning in meanings.items() if shape in shapes
    ]
