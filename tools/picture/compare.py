"""Before and after a change: the size of the change, and its uncertainty.

Events are compared as rates, by the exact interval of their ratio; children as shares, by Newcombe's interval of the
difference. A period counts only if its figure, and the number it is out of, are known.
"""

from collections.abc import Sequence
from math import fsum
from typing import NamedTuple

from tools.picture.intervals import Interval, difference, rate, ratio, share
from tools.picture.maths import gamma_share
from tools.picture.measures import Sort

#: The p-value below which counts vary too much to be independent events.
RARE = 0.01


class Side(NamedTuple):
    """The figures before or after a change: their total, what it is out of, the number of periods, the rate per period
    or share, and its 95% interval."""

    total: int
    of: float
    periods: int
    rate: float
    interval: Interval


class Comparison(NamedTuple):
    """Both sides, and the change with its 95% interval: a ratio of rates for 'events', a difference of shares for
    'children'. The change is None for events if there were none before.

    `scattered`: the counts before the change already vary more than independent events would.
    """

    sort: Sort
    before: Side
    after: Side
    change: float | None
    interval: Interval
    scattered: bool

    @property
    def direction(self) -> str:
        """'fewer' or 'more' if the interval excludes no change, else 'unclear'."""
        none = 1 if self.sort == "events" else 0
        return "fewer" if self.interval[1] < none else "more" if self.interval[0] > none else "unclear"


def compare(
    sort: Sort, counts: Sequence[int | None], of: Sequence[float | None] | None, change: int
) -> Comparison | None:
    """The comparison of the periods before the position `change` with the rest.

    None if a side has no known figure, for rates, and for children without the number of children.
    """
    if sort == "rate" or (sort == "children" and of is None):
        return None
    bases: Sequence[float | None] = of or [1] * len(counts)
    first, second = _known(counts[:change], bases[:change]), _known(counts[change:], bases[change:])
    if not first or not second:
        return None
    before, after = _side(sort, first), _side(sort, second)
    if sort == "children":
        interval = difference(before.total, int(before.of), after.total, int(after.of))
        return Comparison(sort, before, after, after.rate - before.rate, interval, False)
    return Comparison(
        sort,
        before,
        after,
        after.rate / before.rate if before.rate else None,
        ratio(before.total, before.of, after.total, after.of),
        is_scattered(counts[:change], bases[:change]),
    )


def _known(counts: Sequence[int | None], of: Sequence[float | None]) -> list[tuple[int, float]]:
    """The counts that are known, each with what it is out of."""
    return [(count, base) for count, base in zip(counts, of, strict=True) if count is not None and base]


def _side(sort: Sort, known: list[tuple[int, float]]) -> Side:
    total, of = sum(count for count, _ in known), fsum(base for _, base in known)
    return Side(total, of, len(known), total / of, share(total, int(of)) if sort == "children" else rate(total, of))


def is_scattered(counts: Sequence[int | None], of: Sequence[float | None]) -> bool:
    """Whether counts vary more than independent events would: Fisher's index of dispersion, tested by chi-squared."""
    known = _known(counts, of)
    total, bases = sum(count for count, _ in known), fsum(base for _, base in known)
    if len(known) < 2 or not total:
        return False
    index = fsum((count - total * base / bases) ** 2 / (total * base / bases) for count, base in known)
    return 1 - gamma_share((len(known) - 1) / 2, index / 2) < RARE
