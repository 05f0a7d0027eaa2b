"""The analysis of one column of a table: the figures to plot, the chart, and the comparison at a change."""

from typing import NamedTuple

from tools.picture import xmr
from tools.picture.cells import Value
from tools.picture.compare import Comparison, compare
from tools.picture.measures import BY_ID, Measure, guess
from tools.picture.reading import TableProblem, Unreadable
from tools.picture.series import Column, Table
from tools.picture.xmr import XmrChart


class Choices(NamedTuple):
    """The reader's choices.

    `column` is the position of the column, `of` that of the column it is out of, `change` that of the first period
    after a change, `measure` the id of a measure ('' to guess it from the heading), `run` the length of a run
    (xmr.RUNS).
    """

    column: int = 0
    measure: str = ""
    of: int | None = None
    change: int | None = None
    run: int = xmr.RUN


class Analysis(NamedTuple):
    """One series with its chart and comparison.

    `plotted` are the figures in the chart: counts, or per 100 if they are out of something. `invented`: the example.
    """

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
        """The unit of the plotted figures: 'count', 'per 100' or 'rate'."""
        return "rate" if self.measure.sort == "rate" else "per 100" if self.of else "count"


def analyse(table: Table, choices: Choices, invented: bool = False) -> Analysis:
    """Analyses one column of a table. Raises Unreadable if a cell of it, or of what it is out of, does not fit.

    Results from `invented` figures are labelled as invented wherever they are shown.
    """
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
    comparison = None
    if change is not None:
        comparison = compare(
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
        comparison,
        invented,
    )


def _plotted(count: Value, of: Value, is_share: bool) -> float | None:
    if not isinstance(count, (int, float)):
        return None
    if not is_share:
        return count
    return 100 * count / of if isinstance(of, (int, float)) and of else None


def _misfits(table: Table, column: Column, out_of: Column | None, measure: Measure) -> list[TableProblem]:
    """Problems with figures that the measure does not allow: fractions of events, or more children than there are."""
    misfits, labels = [], table.labels()
    of_name = out_of.name if out_of else ""
    for n, value in enumerate(column.values):
        of = out_of.values[n] if out_of else None
        if measure.sort != "rate" and isinstance(value, float):
            misfits.append(
                TableProblem(
                    0,
                    f"{labels[n]}: {value:g} is not a whole number, so it counts nothing. Put the count there, or "
                    f"choose “{BY_ID['rate'].label}”.",
                )
            )
        elif measure.sort == "children" and isinstance(of, float):
            misfits.append(
                TableProblem(
                    0,
                    f"{labels[n]}: “{of_name}” is {of:g}, which is not a whole number of children. Put the number "
                    "of children there.",
                )
            )
        elif measure.sort == "children" and isinstance(value, int) and isinstance(of, int) and value > of:
            misfits.append(
                TableProblem(
                    0,
                    f"{labels[n]}: {value:,} is more than the {of:,} children it is out of. Check both, or choose "
                    "another column for “out of”.",
                )
            )
    return misfits
