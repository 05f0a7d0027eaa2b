"""Reads and checks the charts of published figures.

Charts are described in a `charts.yml` (schema: docs/evidence/charts.schema.json), the site's own and the area's if it
has one, with their figures in the folder `data/` next to it. A figure is a number; an empty cell is not known; `c` is
hidden by its publisher. Neither is ever plotted as zero. An error stops the build with its file and line.
"""

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Final, Literal, NamedTuple, NotRequired, TypedDict, cast

from macros.content.data_files import line_of, read_rows
from macros.content.errors import ContentError, did_you_mean
from macros.content.model import Model, cached_per_model
from tools.picture.intervals import share

#: The cell of a figure that its publisher hides because it is small.
HIDDEN: Final = "c"

#: A cell of a data file: a number, hidden, or not known.
type Cell = float | Literal["c"] | None


class SeriesSpec(TypedDict):
    """The description of a series in a charts.yml: the columns of its figures, and its appearance."""

    name: str
    column: NotRequired[str]
    count: NotRequired[str]
    of: NotRequired[str]
    interval: NotRequired[bool]
    mark: NotRequired[str]
    line: NotRequired[str]
    fill: NotRequired[str]
    hollow: NotRequired[list[str]]


class ChartSpec(TypedDict):
    """The description of a chart in a charts.yml."""

    id: str
    title: str
    text: str
    kind: Literal["line", "bars"]
    data: str
    x: str
    y: str
    series: list[SeriesSpec]
    source: str
    notes: NotRequired[list[str]]


class Series(NamedTuple):
    """One line or set of bars: its figures (None for hidden or unknown), their intervals, and its description."""

    spec: SeriesSpec
    figures: tuple[float | None, ...]
    intervals: tuple[tuple[float, float] | None, ...] | None

    @property
    def name(self) -> str:
        """Its name in the key."""
        return self.spec["name"]

    def format(self, value: float) -> str:
        """A figure as text: one decimal place if computed from counts, otherwise as it was published."""
        text = f"{value:,.1f}"
        return text if "count" in self.spec else text.removesuffix(".0")


class Chart(NamedTuple):
    """A chart, read and checked: its description, the places along its axis, its series, and its table."""

    spec: ChartSpec
    path: Path
    places: tuple[str, ...]
    series: tuple[Series, ...]
    hidden: frozenset[str]
    heads: list[str]
    rows: list[list[str]]

    @property
    def data(self) -> Path:
        """The CSV file."""
        return self.path.parent / "data" / self.spec["data"]


class Table(NamedTuple):
    """A CSV file: its headings, its rows, and the line of each row."""

    path: Path
    heads: list[str]
    rows: list[list[str]]
    lines: list[int]

    def column(self, head: str) -> list[str]:
        """The cells of a column."""
        place = self.heads.index(head)
        return [row[place] for row in self.rows]

    def cells(self, head: str) -> list[Cell]:
        """The figures of a column; ContentError for a cell that is none."""
        return [
            read_cell(text, f"{self.path}:{line}", head)
            for text, line in zip(self.column(head), self.lines, strict=True)
        ]


@cached_per_model
def charts_of(model: Model) -> dict[str, Chart]:
    """Every chart of a build by its id: the site's own, and the area's."""
    schema = model.docs / "evidence" / "charts.schema.json"
    charts: dict[str, Chart] = {}
    for path in (model.docs / "evidence" / "charts.yml", model.area_folder / "charts.yml"):
        for chart in read_charts(path, schema) if path.is_file() else ():
            id = chart.spec["id"]
            if id in charts:
                raise ContentError(
                    line_of(path, f"id: {id}"), f"the chart '{id}' is described in {charts[id].path} too"
                )
            charts[id] = chart
    return charts


def read_charts(path: Path, schema: Path) -> list[Chart]:
    """Every chart of a charts.yml; ContentError for the first error in it or in its data."""
    return [_read_chart(path, spec) for spec in cast(list[ChartSpec], read_rows(path, schema))]


def _read_chart(path: Path, spec: ChartSpec) -> Chart:
    where = line_of(path, f"id: {spec['id']}")
    data = path.parent / "data" / spec["data"]
    if not data.is_file():
        hint = did_you_mean(spec["data"], [other.name for other in data.parent.glob("*.csv")])
        raise ContentError(where, f"there is no data/{spec['data']}.{hint}")
    table = read_table(data)
    for column in (spec["x"], *(column for series in spec["series"] for column in columns_of(series))):
        if column not in table.heads:
            hint = did_you_mean(column, table.heads)
            raise ContentError(where, f"data/{spec['data']} has no column '{column}'.{hint}")
    places = tuple(table.column(spec["x"]))
    _check_places(spec, places, table, where)
    hidden = (
        place
        for series in spec["series"]
        for place, cell in zip(places, table.cells(columns_of(series)[0]), strict=True)
        if cell == HIDDEN
    )
    series = tuple(_read_series(series, table) for series in spec["series"])
    return Chart(spec, path, places, series, frozenset(hidden), table.heads, table.rows)


def columns_of(series: SeriesSpec) -> tuple[str, ...]:
    """The headings of the columns that a series is drawn from: its figures, or its counts and what they are of."""
    return (series["column"],) if "column" in series else (series["count"], series["of"])


def _check_places(spec: ChartSpec, places: Sequence[str], table: Table, where: str) -> None:
    for number, place in enumerate(places):
        if places.index(place) != number:
            raise ContentError(f"{table.path}:{table.lines[number]}", f"'{place}' is in the column '{spec['x']}' twice")
    for place in (place for series in spec["series"] for place in series.get("hollow", ())):
        if place not in places:
            hint = did_you_mean(place, places)
            raise ContentError(where, f"'hollow' names '{place}', which the data does not have.{hint}")


def _read_series(spec: SeriesSpec, table: Table) -> Series:
    """One series of a chart: figures as they are, or counts as percentages with their intervals."""
    if "column" in spec:
        return Series(spec, tuple(_number(cell) for cell in table.cells(spec["column"])), None)
    figures: list[float | None] = []
    intervals: list[tuple[float, float] | None] = []
    for count, of, line in zip(table.cells(spec["count"]), table.cells(spec["of"]), table.lines, strict=True):
        if not isinstance(count, float) or not isinstance(of, float):
            figures.append(None)
            intervals.append(None)
            continue
        if not of or count > of:
            raise ContentError(
                f"{table.path}:{line}",
                f"{count:g} of {of:g} is impossible: '{spec['count']}' must be at most '{spec['of']}'",
            )
        low, high = share(int(count), int(of))
        figures.append(100 * count / of)
        intervals.append((100 * low, 100 * high))
    return Series(spec, tuple(figures), tuple(intervals) if spec.get("interval") else None)


def read_table(path: Path) -> Table:
    """A CSV file; ContentError if a row has more or fewer cells than there are headings."""
    rows, lines = [], []
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file, strict=True)
        try:
            for row in reader:
                rows.append(row)
                lines.append(reader.line_num)
        except csv.Error as error:
            raise ContentError(f"{path}:{reader.line_num}", f"not readable as CSV: {error}") from None
    if len(rows) < 2:
        raise ContentError(f"{path}:1", "the file needs a row of headings and at least one row of figures")
    for row, line in zip(rows, lines, strict=True):
        if len(row) != len(rows[0]):
            raise ContentError(f"{path}:{line}", f"the row has {len(row)} cells and the headings {len(rows[0])}")
    return Table(path, rows[0], rows[1:], lines[1:])


def read_cell(text: str, where: str, head: str) -> Cell:
    """A cell as a number, as hidden, or as not known; ContentError for anything else."""
    if text == "":
        return None
    if text == HIDDEN:
        return HIDDEN
    try:
        if text.strip() == text and float(text) >= 0:
            return float(text)
    except ValueError:
        pass
    raise ContentError(
        where,
        f"'{text}' in the column '{head}' is not a figure: "
        f"expected a number without commas or signs, '{HIDDEN}' if it is hidden, or nothing",
    )


def _number(cell: Cell) -> float | None:
    return cell if isinstance(cell, float) else None
