"""Draws charts as SVG pictures that need no style sheet, are the same on every machine, and are readable in greyscale.

Text in a picture stays text. Series differ by shape, line and fill before they differ by colour. The background is
white, in dark mode too.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from macros.features.evidence.chart_data import HIDDEN, Chart, Series
from macros.render.html import Html, join, tag
from macros.render.picture.drawing import scale
from tools.text import wrap_lines

INK, PALE = "#16252a", "#c9d5d8"
#: The colour of each series, in order.
COLOURS = ("#0b4f5c", "#a33b12", "#5b3a8c", "#16252a")
#: Outlines of marks around 0 0, which reach 1 to each side.
MARKS = {
    "circle": "M0-1C.55-1 1-.55 1 0S.55 1 0 1S-1 .55-1 0S-.55-1 0-1z",
    "square": "M-.9-.9H.9V.9H-.9z",
    "triangle": "M0-1L1 .9H-1z",
    "diamond": "M0-1.2L1.2 0L0 1.2L-1.2 0z",
}
#: Dashes and gaps, in widths of the line. None: no line.
DASHES: dict[str, tuple[float, ...] | None] = {"solid": (), "dashed": (5, 2.5), "dotted": (1.5, 2), "none": None}
#: What a bar's pattern repeats every 6 pixels.
PATTERNS = {"stripes": "M-1 1L1-1M0 6L6 0M5 7L7 5", "dots": "M1.5 2h2M4.5 5h2"}
#: Average width of a character, and the height of a line of text, in pixels.
CHARACTER, LINE = 6.6, 15
#: From this width on, the key has two columns and names have more room.
WIDE = 500


class Area(NamedTuple):
    """The part of the picture that figures are drawn in, in pixels, and the highest figure on its axis."""

    left: float
    right: float
    top: float
    bottom: float
    ceiling: float

    def x(self, figure: float) -> float:
        """Where a figure is on a horizontal axis."""
        return self.left + (self.right - self.left) * figure / self.ceiling

    def y(self, figure: float) -> float:
        """Where a figure is on a vertical axis."""
        return self.bottom - (self.bottom - self.top) * figure / self.ceiling


def svg(chart: Chart, width: int) -> Html:
    """The picture of a chart, so many pixels wide."""
    draw = _bars if chart.spec["kind"] == "bars" else _lines
    drawing, bottom = draw(chart, width)
    key, height = _key(chart, width, bottom) if len(chart.series) > 1 else (Html(""), bottom)
    return tag(
        "svg",
        tag("title", chart.spec["title"], id="title"),
        tag("desc", f"{chart.spec['text']} {describe(chart)}", id="desc"),
        tag("defs", (_pattern(chart, number) for number in range(len(chart.series)))),
        tag("rect", width=width, height=round(height), fill="#fff"),
        drawing,
        key,
        xmlns="http://www.w3.org/2000/svg",
        width=width,
        height=round(height),
        viewBox=f"0 0 {width} {round(height)}",
        role="img",
        aria_labelledby="title desc",
        font_family="Arial, Helvetica, sans-serif",
        font_size=12,
        fill=INK,
    )


def describe(chart: Chart) -> str:
    """Every figure as text, series by series."""

    def figure(series: Series, place: str, value: float | None) -> str:
        unknown = "hidden" if place in chart.hidden else "not known"
        return f"{place} {unknown if value is None else series.format(value)}"

    return " ".join(
        f"{series.name}: {', '.join(figure(series, *row) for row in zip(chart.places, series.figures, strict=True))}."
        for series in chart.series
    )


def _highest(chart: Chart) -> float:
    figures = (value for series in chart.series for value in series.figures if value is not None)
    limits = (interval[1] for series in chart.series for interval in series.intervals or () if interval)
    return max((*figures, *limits, 1))


def _steps(ceiling: float, step: float) -> list[float]:
    return [step * number for number in range(round(ceiling / step) + 1)]


def _lines(chart: Chart, width: int) -> tuple[Html, float]:
    """A line chart from zero up with its intervals, and where it ends. Points of a single series have their figures."""
    ceiling, step = scale(_highest(chart))
    left = 14 + CHARACTER * max(len(f"{figure:g}") for figure in _steps(ceiling, step))
    heading = wrap_lines(chart.spec["y"], int((width - left) / CHARACTER))
    top = 10 + LINE * len(heading) + 22
    area = Area(left, width - 8, top, top + (200 if width < WIDE else 250), ceiling)
    x = _across(chart, area)
    parts = [_text(left, 16 + LINE * number, line) for number, line in enumerate(heading)]
    for figure in _steps(ceiling, step):
        y = area.y(figure)
        parts += [
            _line(left, y, area.right, y, PALE if figure else INK),
            _text(left - 6, y + 4, f"{figure:g}", anchor="end"),
        ]
    parts += _places(chart, area, x)
    for number, series in enumerate(chart.series):
        parts += _series(chart, series, number, area, x)
    parts += [
        _text(x[chart.places.index(place)], area.bottom - 4, HIDDEN, anchor="middle", fill=COLOURS[1])
        for place in sorted(chart.hidden)
    ]
    parts.append(_text((left + area.right) / 2, area.bottom + 36, chart.spec["x"], anchor="middle"))
    return join(*parts), area.bottom + 46


def _across(chart: Chart, area: Area) -> list[float]:
    """Where each place is: years by their distance, anything else at equal distances."""
    years = [int(place) if place.isdigit() else number for number, place in enumerate(chart.places)]
    first, last = min(years), max(years)
    room, inset = area.right - area.left, 14
    return [area.left + inset + (room - 2 * inset) * (year - first) / ((last - first) or 1) for year in years]


def _places(chart: Chart, area: Area, x: Sequence[float]) -> Iterator[Html]:
    """Names of places below the chart, as many as there is room for."""
    gap = x[1] - x[0] if len(x) > 1 else area.right
    needed = CHARACTER * max(map(len, chart.places)) + 8
    step = next((step for step in (1, 2, 3, 4, 5, 10, 20, 50) if step * gap >= needed), len(x))
    for number in range(0, len(x), step):
        yield _line(x[number], area.bottom, x[number], area.bottom + 5, INK)
        yield _text(x[number], area.bottom + 18, chart.places[number], anchor="middle")


def _weight(chart: Chart, number: int) -> float:
    """The width of a line: where there are three or more, later ones are thinner, so that they hide no earlier one."""
    return 4 - 1.3 * number if len(chart.series) > 2 else 2.2


def _radius(chart: Chart, number: int) -> float:
    """The size of a mark: those of later series are smaller, so that they hide no earlier one."""
    return 5 - 0.8 * number if len(chart.series) > 1 else 3.6


def _series(chart: Chart, series: Series, number: int, area: Area, x: Sequence[float]) -> Iterator[Html]:
    """One series: a line that breaks where a figure is not known, and its marks."""
    points = [None if value is None else (x[n], area.y(value)) for n, value in enumerate(series.figures)]
    for n, interval in enumerate(series.intervals or ()):
        if interval:
            low, high = map(area.y, interval)
            yield _path(f"M{x[n] - 4:.1f} {low:.1f}h8m-4 0V{high:.1f}m-4 0h8", COLOURS[number], 1.2)
    if line := _series_line(chart, series, number, points):
        yield line
    for n, point in enumerate(points):
        if point:
            hollow = chart.places[n] in series.spec.get("hollow", ())
            yield _mark(chart, number, *point, hollow=hollow)
            value = series.figures[n]
            if len(chart.series) == 1 and value is not None:
                yield _text(point[0], point[1] - 9, series.format(value), anchor="middle")


def _series_line(
    chart: Chart, series: Series, number: int, points: Sequence[tuple[float, float] | None]
) -> Html | None:
    path, pen = [], "M"
    for point in points:
        if point:
            path.append(f"{pen}{point[0]:.1f} {point[1]:.1f}")
        pen = "L" if point else "M"
    dashes = DASHES[series.spec.get("line", "solid")]
    if dashes is None or not path:
        return None
    width = _weight(chart, number)
    return _path("".join(path), COLOURS[number], width, " ".join(f"{part * width:.3g}" for part in dashes))


def _mark(chart: Chart, number: int, x: float, y: float, *, hollow: bool = False) -> Html:
    radius = _radius(chart, number)
    return tag(
        "path",
        d=MARKS[chart.series[number].spec.get("mark", "circle")],
        transform=f"translate({x:.1f} {y:.1f}) scale({radius:g})",
        fill="#fff" if hollow else COLOURS[number],
        stroke=COLOURS[number],
        stroke_width=f"{1.8 / radius:.2g}" if hollow else None,
    )


def _bars(chart: Chart, width: int) -> tuple[Html, float]:
    """Horizontal bars in groups, the first at the top, each with its figure at its end; and where the chart ends."""
    ceiling, step = scale(_highest(chart))
    names = [wrap_lines(place, 16 if width < WIDE else 30) for place in chart.places]
    left = 16 + CHARACTER * max(len(line) for lines in names for line in lines)
    thick, gap = 19, 12
    group = thick * len(chart.series) + gap
    area = Area(left, width - 40, 8, 8 + group * len(names), ceiling)
    parts: list[Html] = []
    for figure in _steps(ceiling, step):
        x = area.x(figure)
        parts += [
            _line(x, area.top, x, area.bottom, PALE),
            _line(x, area.bottom, x, area.bottom + 5, INK),
            _text(x, area.bottom + 18, f"{figure:,g}", anchor="middle"),
        ]
    parts.append(_line(left, area.bottom, area.right, area.bottom, INK))
    for place, lines in enumerate(names):
        top = area.top + group * place + gap / 2
        middle = top + (group - gap - LINE * (len(lines) - 1)) / 2 + 4
        parts += [_text(left - 8, middle + LINE * n, line, anchor="end") for n, line in enumerate(lines)]
        for number in range(len(chart.series)):
            parts += _bar(chart, number, place, area, top + thick * number)
    parts.append(_text((left + area.right) / 2, area.bottom + 36, chart.spec["y"], anchor="middle"))
    return join(*parts), area.bottom + 46


def _bar(chart: Chart, number: int, place: int, area: Area, y: float) -> Iterator[Html]:
    series = chart.series[number]
    value = series.figures[place]
    if value is not None:
        yield _swatch(chart, number, area.left, y + 0.6, max(area.x(value) - area.left, 0.1), 17.8)
        yield _text(area.x(value) + 6, y + 14, series.format(value))
    elif chart.places[place] in chart.hidden:
        yield _text(area.left + 6, y + 14, HIDDEN, fill=COLOURS[1])


def _swatch(chart: Chart, number: int, x: float, y: float, width: float, height: float) -> Html:
    """A rectangle filled as the bars of a series are."""
    fill = chart.series[number].spec.get("fill", "solid")
    return tag(
        "rect",
        x=f"{x:.1f}",
        y=f"{y:.1f}",
        width=f"{width:.1f}",
        height=f"{height:.1f}",
        fill={"solid": COLOURS[number], "none": "#fff"}.get(fill, f"url(#fill-{number})"),
        stroke=COLOURS[number],
        stroke_width=1.6,
    )


def _pattern(chart: Chart, number: int) -> Html | None:
    """The definition of a series' fill, if it is a pattern."""
    fill = chart.series[number].spec.get("fill", "solid")
    if chart.spec["kind"] != "bars" or fill not in PATTERNS:
        return None
    return tag(
        "pattern",
        tag("rect", width=6, height=6, fill="#fff"),
        _path(PATTERNS[fill], COLOURS[number], 1.1 if fill == "stripes" else 2),
        id=f"fill-{number}",
        width=6,
        height=6,
        patternUnits="userSpaceOnUse",
    )


def _key(chart: Chart, width: int, top: float) -> tuple[Html, float]:
    """The name of each series with its mark or fill, and where the key ends."""
    across = 1 if width < WIDE else 2
    parts: list[Html | None] = []
    for start in range(0, len(chart.series), across):
        row = range(start, min(start + across, len(chart.series)))
        names = [wrap_lines(chart.series[number].name, 38) for number in row]
        for number, lines in zip(row, names, strict=True):
            x, y = 12 + (number - start) * width / across, top + 12
            if chart.spec["kind"] == "bars":
                parts.append(_swatch(chart, number, x, y - 6, 36, 11))
            else:
                parts.append(_series_line(chart, chart.series[number], number, [(x, y), (x + 36, y)]))
                parts.append(_mark(chart, number, x + 18, y))
            parts += [_text(x + 46, y + 4 + LINE * n, line) for n, line in enumerate(lines)]
        top += LINE * max(map(len, names)) + 4
    return join(*parts), top + 8


def _text(x: float, y: float, text: str, *, anchor: str | None = None, fill: str | None = None) -> Html:
    return tag("text", text, x=f"{x:.1f}", y=f"{y:.1f}", text_anchor=anchor, fill=fill)


def _line(x1: float, y1: float, x2: float, y2: float, stroke: str) -> Html:
    return tag("line", x1=f"{x1:.1f}", y1=f"{y1:.1f}", x2=f"{x2:.1f}", y2=f"{y2:.1f}", stroke=stroke)


def _path(path: str, stroke: str, width: float, dashes: str = "") -> Html:
    return tag(
        "path",
        d=path,
        fill="none",
        stroke=stroke,
        stroke_width=f"{width:.2g}",
        stroke_linejoin="round",
        stroke_dasharray=dashes or None,
    )
