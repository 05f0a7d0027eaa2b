"""Draws charts with matplotlib as SVG pictures that need no style sheet, are the same on every machine, and read in greyscale.

Words in a picture stay words. Series differ by shape, line and filling before they differ by colour. The paper is white, in
dark colours as well. Loaded only when a picture has to be drawn anew.
"""

import io
import re

from matplotlib import rc_context
from matplotlib.figure import Figure

from macros.features.evidence.chart_data import HIDDEN, Chart, Series
from macros.render.html import escape

INK, PALE = "#16252a", "#c9d5d8"
COLOURS = ("#0b4f5c", "#a33b12", "#5b3a8c", "#16252a")
MARKS = {"circle": "o", "square": "s", "triangle": "^", "diamond": "D"}
LINES = {"solid": "-", "dashed": (0, (6, 3)), "dotted": (0, (1.5, 2)), "none": ""}
FILLS = {"solid": "", "stripes": "////", "dots": "..", "none": ""}
#: Points of print to a pixel of a screen.
POINT = 0.75
SETTINGS = {
    "svg.fonttype": "none",
    "svg.hashsalt": "good enough",
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "text.color": INK,
    "axes.labelcolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "axes.edgecolor": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
    "axes.grid": True,
    "axes.grid.axis": "y",
    "grid.color": PALE,
    "axes.axisbelow": True,
    "ytick.major.size": 0,
    "hatch.linewidth": 0.8,
    "legend.frameon": False,
}
#: What a style may say as attributes; anything else in a picture would be lost.
ATTRIBUTES = {
    "fill",
    "fill-opacity",
    "font-family",
    "font-size",
    "font-style",
    "font-weight",
    "opacity",
    "stroke",
    "stroke-dasharray",
    "stroke-dashoffset",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-miterlimit",
    "stroke-opacity",
    "stroke-width",
    "text-anchor",
}


def svg(chart: Chart, width: int) -> str:
    """The picture of a chart, so many pixels wide."""
    with rc_context(SETTINGS):
        rows = len(chart.places) * len(chart.series)
        key = 18 * len(chart.series) if len(chart.series) > 1 and width < 500 else 0
        height = 120 + 21 * rows if chart.spec["kind"] == "bars" else (280 if width < 500 else 340) + key
        figure = Figure(figsize=(width * POINT / 72, height * POINT / 72), layout="constrained")
        axes = figure.subplots()
        (bars if chart.spec["kind"] == "bars" else lines)(axes, chart, width)
        if len(chart.series) > 1:
            signs, names = axes.get_legend_handles_labels()
            figure.legend(
                signs,
                [wrapped(name, 38) for name in names],
                loc="outside lower left",
                ncols=1 if width < 500 else 2,
                fontsize=9,
                handlelength=3,
            )
        out = io.StringIO()
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    return finished(out.getvalue(), chart)


def lines(axes, chart: Chart, width: int) -> None:
    """A line chart from nought up, with its intervals; every point of a single series has its figure beside it."""
    numeric = all(place.isdigit() for place in chart.places)
    x = [int(place) if numeric else n for n, place in enumerate(chart.places)]
    for n, one in enumerate(chart.series):
        line(axes, chart, one, x, n)
    for place in chart.hidden:
        axes.annotate(
            HIDDEN,
            (x[chart.places.index(place)], 0),
            xytext=(0, 3),
            textcoords="offset points",
            ha="center",
            color=COLOURS[1],
        )
    gap = (width - 70) / max(1, len(x) - 1)
    step = next(
        s for s in (1, 2, 3, 4, 5, 10, 20, 50, len(x)) if s * gap >= 7 * max(map(len, chart.places)) + 8 or s >= len(x)
    )
    axes.set_xticks(x[::step], chart.places[::step])
    axes.set_ylim(bottom=0, top=axes.get_ylim()[1] * 1.12)  # room for the figure beside the highest point
    axes.set_title(wrapped(chart.spec["y"], width // 8), loc="left", fontsize=9)
    axes.set_xlabel(chart.spec["x"])


def line(axes, chart: Chart, one: Series, x: list[int], n: int) -> None:
    """One series: a line that breaks where nothing is known, its points, and hollow ones where the description says so.

    Later series are thinner, so that one that lies on another hides nothing.
    """
    y = [float("nan") if value is None else value for value in one.figures]
    mark = {
        "marker": MARKS[one.look.get("mark", "circle")],
        "color": COLOURS[n],
        "markersize": (8 if len(chart.series) > 1 else 6) - 1.5 * n,
    }
    if one.intervals:
        known = [at for at, limits in enumerate(one.intervals) if limits]
        reach = [[y[at] - one.intervals[at][0] for at in known], [one.intervals[at][1] - y[at] for at in known]]
        axes.errorbar(
            [x[at] for at in known],
            [y[at] for at in known],
            yerr=reach,
            fmt="none",
            ecolor=COLOURS[n],
            elinewidth=1,
            capsize=3,
        )
    axes.plot(
        x,
        y,
        linestyle=LINES[one.look.get("line", "solid")],
        label=one.name,
        linewidth=3 - n if len(chart.series) > 2 else 1.6,
        **mark,
    )
    hollow = [at for at, place in enumerate(chart.places) if place in one.look.get("hollow", ())]
    if hollow:
        axes.plot(
            [x[at] for at in hollow],
            [y[at] for at in hollow],
            linestyle="",
            markerfacecolor="white",
            markeredgewidth=1.6,
            **mark,
        )
    if len(chart.series) == 1:
        for at, value in zip(x, one.figures):
            if value is not None:
                axes.annotate(said(value, one), (at, value), xytext=(0, 7), textcoords="offset points", ha="center")


def bars(axes, chart: Chart, width: int) -> None:
    """Level bars in groups, the first at the top, each with its figure at its end."""
    thick = 0.8 / len(chart.series)
    for n, one in enumerate(chart.series):
        fill = one.look.get("fill", "solid")
        places = [at + (n - (len(chart.series) - 1) / 2) * thick for at in range(len(chart.places))]
        drawn = axes.barh(
            places,
            [value or 0 for value in one.figures],
            thick * 0.92,
            label=one.name,
            edgecolor=COLOURS[n],
            linewidth=1.2,
            color=COLOURS[n] if fill == "solid" else "white",
            hatch=FILLS[fill],
        )
        axes.bar_label(
            drawn,
            [
                HIDDEN
                if value is None and chart.places[at] in chart.hidden
                else ""
                if value is None
                else said(value, one)
                for at, value in enumerate(one.figures)
            ],
            padding=4,
        )
    axes.set_yticks(range(len(chart.places)), [wrapped(place, 16 if width < 500 else 30) for place in chart.places])
    axes.invert_yaxis()
    axes.grid(axis="y", visible=False)
    axes.grid(axis="x", visible=True)
    axes.margins(x=0.12)
    axes.set_xlabel(chart.spec["y"])


def said(value: float, one: Series) -> str:
    """A figure with one place after the point where it was worked out from counts, and as it was published where not."""
    return f"{value:,.1f}" if "count" in one.look else f"{value:,.1f}".removesuffix(".0")


def wrapped(text: str, most: int) -> str:
    """Text broken at spaces into lines of at most so many characters."""
    out = [""]
    for word in text.split():
        if len(out[-1]) + len(word) + 1 > most and out[-1]:
            out.append("")
        out[-1] = f"{out[-1]} {word}".strip()
    return "\n".join(out)


def finished(drawn: str, chart: Chart) -> str:
    """The library's picture with a title and a description, and with attributes in place of styles, which a page's policy may forbid."""
    body = drawn[drawn.index("<svg") :]
    body = re.sub(
        r"\s*<defs>\s*<style.*?</style>\s*</defs>|\s*<metadata>.*?</metadata>|\s*<!--.*?-->", "", body, flags=re.S
    )
    body = re.sub(r' style="([^"]*)"', lambda match: attributes(match[1]), body).replace(
        "'DejaVu Sans', sans-serif", "Arial, Helvetica, sans-serif"
    )
    body = re.sub(r'd="[^"]*"', lambda match: " ".join(match[0].split()), body)
    titles = f'<title id="title">{escape(chart.spec["title"])}</title><desc id="desc">{escape(chart.spec["says"])} {escape(described(chart))}</desc>'
    return re.sub(
        r"<svg([^>]*)>",
        rf'<svg\1 role="img" aria-labelledby="title desc" stroke-linejoin="round" stroke-linecap="butt">{titles}'.replace(
            "\\1", r"\g<1>"
        ),
        body,
        count=1,
    )


def attributes(style: str) -> str:
    """' fill="#fff" font-size="9px"' from 'fill: #fff; font: 9px ...'; ValueError for what no attribute can say."""
    found = {}
    for part in filter(None, (part.strip() for part in style.split(";"))):
        name, _, value = part.partition(": ")
        if name == "font":
            weight, size, family = re.fullmatch(r"(?:(\d+|bold) )?([\d.]+px) (.+)", value).groups()
            found |= {"font-size": size, "font-family": family} | ({"font-weight": weight} if weight else {})
        elif name in ATTRIBUTES:
            found[name] = value
        else:
            raise ValueError(
                f"a picture says '{name}', which is no attribute: see macros/features/evidence/chart_svg.py"
            )
    return "".join(f' {name}="{value}"' for name, value in found.items())


def described(chart: Chart) -> str:
    """Every figure in words, series by series."""

    def value_words(one: Series, place: str, value: float | None) -> str:
        return (
            f"{place} {said(value, one) if value is not None else 'hidden' if place in chart.hidden else 'not known'}"
        )

    return " ".join(
        f"{one.name}: {', '.join(value_words(one, *pair) for pair in zip(chart.places, one.figures))}."
        for one in chart.series
    )
