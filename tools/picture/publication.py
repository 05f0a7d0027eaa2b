"""What may be published: small numbers are hidden, and others from which they could be calculated.

A count below 6 is hidden, zero included, with every rate made from it, and so is a count out of fewer than 6. Where a
total is given, at least two of its counts are hidden and do not add up to zero; if not, the smallest remaining count is
hidden too (secondary suppression). A total below 6 is not given, and nothing is compared with it. The mean and the
limits are rounded to whole numbers, because a total could be calculated from them. Signals are reported only for
figures that are shown (`sentences.shown_signals`).

Source: Department for Education, statistics of children looked after: symbol c, with secondary suppression. Read
November 2026.
"""

from collections.abc import Sequence
from typing import NamedTuple

from tools.picture.analysis import Analysis

#: The smallest count that is published.
SMALLEST = 6


class Public(NamedTuple):
    """What may be published of an analysis.

    `hidden` are the positions of hidden counts, `second` those hidden only to protect another. The mean and the limits
    are rounded if any count is hidden. `compares`: the comparison may be published.
    """

    hidden: frozenset[int]
    second: frozenset[int]
    mean: float | None
    lower: float | None
    upper: float | None
    compares: bool


def small(analysis: Analysis) -> list[int]:
    """The positions of counts that are too small to publish, or are out of too small a number."""
    if analysis.measure.sort == "rate":
        return []
    bases = analysis.of or (None,) * len(analysis.counts)
    return [
        n
        for n, (count, of) in enumerate(zip(analysis.counts, bases, strict=True))
        if isinstance(count, int) and (count < SMALLEST or (isinstance(of, (int, float)) and of < SMALLEST))
    ]


def public(analysis: Analysis) -> Public:
    """What may be published of an analysis."""
    first = set(small(analysis))
    hidden = set(first)
    length, change = len(analysis.counts), analysis.change
    spans = [range(length)] + ([range(change), range(change, length)] if change is not None else [])
    # Periods with an unknown base are left out of totals before and after, so the rest must be protected too.
    of = analysis.of
    parts: list[Sequence[int]] = [*spans, *([n for n in span if of[n]] for span in spans if of)]
    for part in parts:
        while (exposed := _smallest_shown(analysis, hidden, part)) is not None:
            hidden.add(exposed)
    sides = analysis.comparison
    compares = sides is not None and min(sides.before.total, sides.after.total) >= SMALLEST
    chart = analysis.chart
    mean, lower, upper = (
        (None if line is None else float(round(line)) for line in (chart.mean, chart.lower, chart.upper))
        if hidden
        else (chart.mean, chart.lower, chart.upper)
    )
    return Public(frozenset(hidden), frozenset(hidden - first), mean, lower, upper, compares)


def _smallest_shown(analysis: Analysis, hidden: set[int], part: Sequence[int]) -> int | None:
    """The position of the smallest shown count, if the hidden ones could be calculated from the total of a stretch."""
    counts = {n: count for n in part if isinstance(count := analysis.counts[n], int)}
    inside = [count for n, count in counts.items() if n in hidden]
    if not inside or (len(inside) > 1 and sum(inside) > 0):
        return None
    return min((n for n in counts if n not in hidden), key=lambda n: (counts[n], n), default=None)
