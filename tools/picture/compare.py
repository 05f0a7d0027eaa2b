"""Before and after a change: how much more or less, and what the size of the numbers lets us say.

Events are compared as rates, by the exact interval of their ratio; children as shares, by Newcombe's interval of their
difference. A period counts only where its figure, and what it is out of, are known.
"""

from math import fsum
from typing import NamedTuple

from tools.picture.intervals import Interval, difference, rate, ratio, share
from tools.picture.maths import gamma_share

#: Counts that spread so much more than chance alone would spread them are not independent events.
RARE = 0.01


class Side(NamedTuple):
    """What happened before or after: the count, what it is out of, over how many periods, the rate and its interval."""

    count: int
    of: float
    periods: int
    rate: float
    interval: Interval


class Comparison(NamedTuple):
    """Both sides, and the change: a ratio of rates ('events') or a difference of shares ('children') with its interval.

    `scattered`: before the change, the counts already differ from each other more than chance would make them.
    """

    sort: str
    before: Side
    after: Side
    change: float | None
    interval: Interval
    scattered: bool

    @property
    def direction(self) -> str:
        """'fewer' or 'more' where the interval leaves no doubt, else 'unclear'."""
        none = 1 if self.sort == "events" else 0
        return "fewer" if self.interval[1] < none else "more" if self.interval[0] > none else "unclear"


def compare(sort: str, counts: list[int | None], of: list[float | None] | None, change: int) -> Comparison | None:
    """The comparison at a change; None where a side has no known figure, or where shares have nothing to be shares of."""
    if sort == "rate" or sort == "children" and of is None:
        return None
    outs = of or [1] * len(counts)
    sides = []
    for part in (range(change), range(change, len(counts))):
        places = [n for n in part if counts[n] is not None and outs[n]]
        if not places:
            return None
        sides.append(_side(sort, sum(counts[n] for n in places), fsum(outs[n] for n in places), len(places)))
    before, after = sides
    if sort == "children":
        gap = difference(before.count, int(before.of), after.count, int(after.of))
        return Comparison(sort, before, after, after.rate - before.rate, gap, False)
    times = after.rate / before.rate if before.rate else None
    return Comparison(
        sort,
        before,
        after,
        times,
        ratio(before.count, before.of, after.count, after.of),
        scattered(counts[:change], outs[:change]),
    )


def _side(sort: str, count: int, of: float, periods: int) -> Side:
    return Side(count, of, periods, count / of, share(count, int(of)) if sort == "children" else rate(count, of))


def scattered(counts: list[int | None], of: list[float | None]) -> bool:
    """Whether counts differ more than independent events would: Fisher's index of dispersion, against chi-squared."""
    known = [(count, out) for count, out in zip(counts, of) if count is not None and out]
    total, outs = sum(count for count, _ in known), fsum(out for _, out in known)
    if len(known) < 2 or not total:
        return False
    index = fsum((count - total * out / outs) ** 2 / (total * out / outs) for count, out in known)
    return 1 - gamma_share((len(known) - 1) / 2, index / 2) < RARE
