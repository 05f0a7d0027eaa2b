"""A table and a person's choices as one picture: the figures to draw, the chart, and the comparison at a change."""

from typing import NamedTuple

from tools.picture import xmr
from tools.picture.cells import HIDDEN, Value
from tools.picture.compare import Comparison, compare
from tools.picture.measures import BY_ID, Measure, guess
from tools.picture.reading import TableProblem, Unreadable
from tools.picture.series import Column, Table
from tools.picture.xmr import XmrChart


class Choices(NamedTuple):
    """What a person chose: the column's place, what it counts ('' to go by its heading), what it is out of, the change, and the length of a run."""

    column: int = 0
    measure: str = ""
    of: int | None = None
    change: int | None = None
    run: int = xmr.RUN


class Analysis(NamedTuple):
    """One series looked at. `plotted` are the figures drawn: counts, or per 100 where they are out of something."""

    kind: str
    labels: tuple[str, ...]
    name: str
    measure: Measure
    counts: tuple[Value, ...]
    of: tuple[Value, ...] | None
    of_name: str
    plotted: tuple[float | None, ...]
    chart: XmrChart
    change: int | None
    run: int
    comparison: Comparison | None
    invented: bool = False

    @property
    def per(self) -> str:
        """What a figure drawn is: 'count', 'per 100' or 'rate'."""
        return "rate" if self.measure.sort == "rate" else "per 100" if self.of else "count"


def analyse(table: Table, choices: Choices, invented: bool = False) -> Analysis:
    """The picture of one column; Unreadable where one of its cells, or of what it is out of, does not fit. `invented` figures say so wherever they go."""
    column = table.columns[choices.column]
    out_of = table.columns[choices.of] if choices.of is not None and choices.of != choices.column else None
    problems = [*column.problems, *(out_of.problems if out_of else ())]
    whole = all(not isinstance(value, float) for value in column.values)
    measure = BY_ID.get(choices.measure) or guess(column.name, whole)
    if measure.sort == "rate":
        out_of = None
    problems += _misfits(table, column, out_of, measure)
    if problems:
        raise Unreadable(*problems)
    counts, of = column.values, out_of.values if out_of else None
    plotted = [_plotted(count, of[n] if of else None, of is not None) for n, count in enumerate(counts)]
    change = choices.change if choices.change is not None and 0 < choices.change < len(counts) else None
    found = None
    if change is not None:
        found = compare(
            measure.sort,
            [c if isinstance(c, int) else None for c in counts],
            [o if isinstance(o, (int, float)) else None for o in of] if of else None,
            change,
        )
    return Analysis(
        table.kind,
        tuple(table.labels()),
        column.name,
        measure,
        counts,
        of,
        out_of.name if out_of else "",
        tuple(plotted),
        xmr.chart(plotted, choices.run, change),
        change,
        choices.run,
        found,
        invented,
    )


def _plotted(count: Value, of: Value, shared: bool) -> float | None:
    if count is None or count == HIDDEN:
        return None
    if not shared:
        return count
    return 100 * count / of if isinstance(of, (int, float)) and of else None


def _misfits(table: Table, column: Column, out_of: Column | None, measure: Measure) -> list[TableProblem]:
    """Figures that the measure does not allow: parts of events, or more children than there are."""
    found, labels = [], table.labels()
    for n, value in enumerate(column.values):
        of = out_of.values[n] if out_of else None
        if measure.sort != "rate" and isinstance(value, float):
            found.append(
                TableProblem(
                    0,
                    f"{labels[n]}: {value:g} is not a whole number, so it counts nothing. Put the count there, or "
                    f"choose “{BY_ID['rate'].label}”.",
                )
            )
        elif measure.sort == "children" and isinstance(of, float):
            found.append(
                TableProblem(
                    0,
                    f"{labels[n]}: “{out_of.name}” is {of:g}, which is not a whole number of children. Put the number "
                    "of children there.",
                )
            )
        elif measure.sort == "children" and isinstance(value, int) and isinstance(of, int) and value > of:
            found.append(
                TableProblem(
                    0,
                    f"{labels[n]}: {value:,} is more than the {of:,} children it is out of. Check both, or choose "
                    "another column for “out of”.",
                )
            )
    return found
