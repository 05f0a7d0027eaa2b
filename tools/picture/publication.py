"""What may be published: small numbers hidden, and nothing left from which they could be worked out.

A count below 6 is hidden, nought among them, with every rate made from it, and so is a count out of fewer than 6. Where a
total is given, at least two of the counts in it are hidden and they do not add up to nought; if not, the smallest that is
left is hidden too (secondary suppression). A total below 6 is not given, and nothing is compared with it. The mean and the
limits are given to whole numbers, because a total could be worked out from them. What stands out is told only of figures that are
shown (`words.signals_of`).

Source: Department for Education, statistics of children looked after: symbol c, with secondary suppression. Read November 2026.
"""

from collections.abc import Sequence
from typing import NamedTuple

from tools.picture.cells import HIDDEN
from tools.picture.analysis import Analysis

SMALLEST = 6


class Public(NamedTuple):
    """The places that are hidden, what was hidden only to protect another, and the lines to whole numbers."""

    hidden: frozenset[int]
    second: frozenset[int]
    mean: float | None
    lower: float | None
    upper: float | None
    compares: bool


def small(analysis: Analysis) -> list[int]:
    """The places of counts that are too small to publish."""
    if analysis.measure.sort == "rate":
        return []
    return [
        n
        for n, count in enumerate(analysis.counts)
        if isinstance(count, int)
        and (count < SMALLEST or analysis.of and isinstance(analysis.of[n], (int, float)) and analysis.of[n] < SMALLEST)
    ]


def public(analysis: Analysis) -> Public:
    """The look as others may see it."""
    first = set(small(analysis))
    hidden = set(first)
    spans = [range(len(analysis.counts))] + (
        [range(analysis.change), range(analysis.change, len(analysis.counts))] if analysis.change is not None else []
    )
    # What is out of an unknown number is left out of totals before and after, so the rest has to hold by itself too.
    parts = [*spans, *([n for n in span if analysis.of[n]] for span in spans if analysis.of)]
    for part in parts:
        while short := _short(analysis, hidden, part):
            hidden.add(short[0])
    found = analysis.comparison
    compares = bool(found) and min(found.before.count, found.after.count) >= SMALLEST
    chart = analysis.chart
    mean, lower, upper = (
        (None if line is None else float(round(line)) for line in (chart.mean, chart.lower, chart.upper))
        if hidden
        else (chart.mean, chart.lower, chart.upper)
    )
    return Public(frozenset(hidden), frozenset(hidden - first), mean, lower, upper, compares)


def _short(analysis: Analysis, hidden: set[int], part: Sequence[int]) -> list[int]:
    """The smallest counts still shown in a stretch whose hidden ones could be worked out from its total; none where they could not."""
    known = [n for n in part if isinstance(analysis.counts[n], int)]
    inside = [n for n in known if n in hidden]
    if not inside or len(inside) > 1 and sum(analysis.counts[n] for n in inside) > 0:
        return []
    return sorted((n for n in known if n not in hidden), key=lambda n: (analysis.counts[n], n))[:1]


def published(analysis: Analysis) -> list:
    """The counts as published: a number, None where nothing is known, or HIDDEN."""
    hidden = public(analysis).hidden
    return [HIDDEN if n in hidden else count for n, count in enumerate(analysis.counts)]
