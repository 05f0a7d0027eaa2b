"""Charts on pages: a picture drawn when the site is built, the same figures in a table, and the data as CSV."""

from pathlib import Path

from macros.content.errors import did_you_mean
from macros.content.model import page_url
from macros.features.evidence.chart_data import HIDDEN, charts_of
from macros.features.evidence.chart_svg import svg
from macros.files import write_text
from macros.pages.build import Build, Macro
from macros.pages.html import Block, render_template

#: Widths in which every chart is drawn, in pixels, by the ending of the file's name: for phones, and for wider screens.
WIDTHS = {"": 340, "-wide": 680}


def chart(build: Build, id: str) -> Block:
    """A chart for a page: picture, source, table, and the data as CSV."""
    charts = charts_of(build.model)
    if id not in charts:
        raise LookupError(f"no chart '{id}'.{did_you_mean(id, charts)}")
    data = charts[id]
    first = data.heads.index(data.spec["x"])
    folder = page_url(build.model.docs, data.path.parent / "index.md")
    return render_template(
        "evidence/chart.html",
        spec=data.spec,
        picture=f"site:{folder}charts/{id}",
        csv=f"site:{folder}data/{data.spec['data']}",
        notes=[build.render(note) for note in data.spec.get("notes", ())],
        source=build.render(f"Source: {data.spec['source']}"),
        heads=data.heads,
        first=first,
        rows=[[cell if n == first else group_thousands(cell) for n, cell in enumerate(row)] for row in data.rows],
        hidden=HIDDEN,
    )


def group_thousands(text: str) -> str:
    """A whole number with commas between its thousands; any other text unchanged.

    >>> group_thousands("41550"), group_thousands("2.2"), group_thousands("")
    ('41,550', '2.2', '')
    """
    return f"{int(text):,}" if text.isdigit() else text


def publish(build: Build, site: Path) -> None:
    """Writes every picture into a folder next to the data of its chart."""
    for id, data in charts_of(build.model).items():
        folder = site / data.path.parent.relative_to(build.model.docs) / "charts"
        for ending, width in WIDTHS.items():
            write_text(folder / f"{id}{ending}.svg", svg(data, width))


MACROS: dict[str, Macro] = {"chart": chart}
