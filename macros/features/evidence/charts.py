"""Charts of published figures, drawn when the site is built: a picture, the same figures in a table, and the data as CSV.

Charts are described in a `charts.yml` (schema: docs/evidence/charts.schema.json), the site's own and the area's if it has one,
with their figures in the folder `data/` beside it. A figure is a number; an empty cell is not known; `c` is hidden by whoever
published it. Neither is ever drawn as nought. A mistake stops the build with its file and line.
"""

import csv
from functools import cache
from importlib.metadata import version
from pathlib import Path

from macros.content.data_files import line_of, read_rows
from macros.content.errors import ContentError, did_you_mean
from macros.content.model import page_url
from macros.features.evidence.chart_data import HIDDEN, Chart, Series
from macros.files import CACHE, digest, write_atomically
from macros.pages.build import Macro
from macros.render.html import escape

#: Widths in which every chart is drawn, in pixels: for a phone, and for anything wider.
WIDTHS = {"": 340, "-wide": 680}


def read_charts(path: Path, schema: Path) -> list[Chart]:
    """Every chart of a charts.yml; ContentError for the first mistake in it or in its data."""
    return [read_chart(path, spec) for spec in read_rows(path, schema)]


def read_chart(path: Path, spec: dict) -> Chart:
    """One chart with its data."""
    where = line_of(path, f"id: {spec['id']}")
    data = path.parent / "data" / spec["data"]
    if not data.is_file():
        raise ContentError(
            where,
            f"there is no data/{spec['data']}.{did_you_mean(spec['data'], [p.name for p in data.parent.glob('*.csv')])}",
        )
    heads, rows, lines = read_table(data)
    for column in (spec["x"], *(one[key] for one in spec["series"] for key in ("column", "count", "of") if key in one)):
        if column not in heads:
            raise ContentError(where, f"data/{spec['data']} has no column '{column}'.{did_you_mean(column, heads)}")
    places = tuple(row[heads.index(spec["x"])] for row in rows)
    columns = {
        head: [figure(row[n], data, line, head) for row, line in zip(rows, lines)]
        for n, head in enumerate(heads)
        if _drawn(spec, head)
    }
    for n, place in enumerate(places):
        if places.index(place) != n:
            raise ContentError(f"{data}:{lines[n]}", f"'{place}' stands in the column '{spec['x']}' twice")
    for one in spec["series"]:
        for place in one.get("hollow", ()):
            if place not in places:
                raise ContentError(
                    where, f"'hollow' names '{place}', which the data does not have.{did_you_mean(place, places)}"
                )
    shown = [columns[one.get("column") or one["count"]] for one in spec["series"]]
    hidden = tuple(place for n, place in enumerate(places) if any(column[n] == HIDDEN for column in shown))
    return Chart(
        spec, path, places, tuple(series(one, columns, data, lines) for one in spec["series"]), hidden, heads, rows
    )


def _drawn(spec: dict, head: str) -> bool:
    return any(head in (one.get("column"), one.get("count"), one.get("of")) for one in spec["series"])


def read_table(path: Path) -> tuple[list[str], list[list[str]], list[int]]:
    """Headings, rows and the line of each row of a CSV file; ContentError where a row has more or fewer cells than headings."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file, strict=True)
        rows, lines = [], []
        try:
            for row in reader:
                rows.append(row)
                lines.append(reader.line_num)
        except csv.Error as error:
            raise ContentError(f"{path}:{reader.line_num}", f"not readable as CSV: {error}") from None
    if len(rows) < 2:
        raise ContentError(f"{path}:1", "the file needs a row of headings and at least one row of figures")
    for row, line in zip(rows, lines):
        if len(row) != len(rows[0]):
            raise ContentError(f"{path}:{line}", f"the row has {len(row)} cells and the headings {len(rows[0])}")
    return rows[0], rows[1:], lines[1:]


def figure(text: str, path: Path, line: int, head: str) -> float | str | None:
    """A cell as a number, as hidden, or as not known; ContentError for anything else."""
    if text in ("", HIDDEN):
        return text or None
    try:
        if text.strip() == text and float(text) >= 0:
            return float(text)
    except ValueError:
        pass
    raise ContentError(
        f"{path}:{line}",
        f"'{text}' in the column '{head}' is not a figure: expected a number without commas or signs, '{HIDDEN}' if it is hidden, or nothing",
    )


def series(look: dict, columns: dict[str, list], path: Path, lines: list[int]) -> Series:
    """One series of a chart: figures as they are, or counts as percentages with their intervals."""
    if "column" in look:
        return Series(look["name"], tuple(_number(value) for value in columns[look["column"]]), None, look)
    from tools.picture.intervals import share

    figures, intervals = [], []
    for count, of, line in zip(columns[look["count"]], columns[look["of"]], lines):
        known = isinstance(count, float) and isinstance(of, float)
        if known and (not of or count > of):
            raise ContentError(
                f"{path}:{line}", f"{count:g} of {of:g} cannot be: '{look['count']}' must be at most '{look['of']}'"
            )
        figures.append(100 * count / of if known else None)
        intervals.append(tuple(100 * limit for limit in share(int(count), int(of))) if known else None)
    return Series(look["name"], tuple(figures), tuple(intervals) if look.get("interval") else None, look)


def _number(value) -> float | None:
    return value if isinstance(value, float) else None


@cache
def charts_of(model) -> dict[str, Chart]:
    """Every chart of a build by its id: the site's own, and the area's."""
    schema = model.docs / "evidence" / "charts.schema.json"
    found: dict[str, Chart] = {}
    for path in (model.docs / "evidence" / "charts.yml", model.area_folder / "charts.yml"):
        for chart in read_charts(path, schema) if path.is_file() else ():
            if chart.spec["id"] in found:
                raise ContentError(
                    line_of(path, f"id: {chart.spec['id']}"),
                    f"the chart '{chart.spec['id']}' is described in {found[chart.spec['id']].path} too",
                )
            found[chart.spec["id"]] = chart
    return found


def chart(build, id: str) -> str:
    """A chart for a page: picture, source, the data as CSV, and the table."""
    known = charts_of(build.model)
    if id not in known:
        raise LookupError(f"no chart '{id}'.{did_you_mean(id, known)}")
    found = known[id]
    spec, folder = found.spec, page_url(build.model.docs, found.path.parent / "index.md")
    address = f"site:{folder}charts/{id}"
    notes = "".join(build.render(note) for note in spec.get("notes", ()))
    return (
        f'<figure class="chart" aria-labelledby="chart-{id}"><figcaption id="chart-{id}">{escape(spec["title"])}</figcaption>'
        f'<picture><source media="(min-width: 48em)" srcset="{address}-wide.svg"><img src="{address}.svg" alt="{escape(spec["says"])} The table below has every figure." loading="lazy"></picture>'
        f'<div class="chart__about">{notes}{build.render("Source: " + spec["source"])}</div>{table_html(found)}'
        f'<p class="chart__data"><a href="site:{folder}data/{spec["data"]}" download>These figures as CSV</a></p></figure>'
    )


def table_html(found: Chart) -> str:
    """The figures beside the picture, as they stand in the data."""
    names = {
        "": '<span class="visually-hidden">not known</span>',
        HIDDEN: '<abbr title="hidden by the publisher">c</abbr>',
    }
    first = found.heads.index(found.spec["x"])
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in found.heads)
    rows = "".join(
        "<tr>"
        + "".join(
            f'<th scope="row">{escape(cell)}</th>'
            if n == first
            else f"<td>{names.get(cell) or escape(grouped(cell))}</td>"
            for n, cell in enumerate(row)
        )
        + "</tr>"
        for row in found.rows
    )
    return f'<table class="chart__table"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def grouped(text: str) -> str:
    """A number with commas between its thousands; anything else as it is."""
    return f"{int(text):,}" if text.isdigit() else text


def drawn(found: Chart, width: int) -> bytes:
    """The picture of a chart, kept in .cache/ until its description, its data or what draws it changes."""
    drawing = Path(__file__).with_name("chart_svg.py")
    kept = (
        CACHE
        / f"chart-{digest([repr(found.spec), found.data.read_bytes(), str(width), drawing.read_bytes(), version('matplotlib')])}.svg"
    )
    if not kept.is_file():
        from macros.features.evidence.chart_svg import svg  # the library takes a second to load

        write_atomically(kept, svg(found, width).encode())
    return kept.read_bytes()


def publish(build, site: Path) -> None:
    """Writes every picture beside the data of its chart."""
    for id, found in charts_of(build.model).items():
        folder = site / found.path.parent.relative_to(build.model.docs) / "charts"
        folder.mkdir(parents=True, exist_ok=True)
        for ending, width in WIDTHS.items():
            (folder / f"{id}{ending}.svg").write_bytes(drawn(found, width))


MACROS: dict[str, Macro] = {"chart": chart}
