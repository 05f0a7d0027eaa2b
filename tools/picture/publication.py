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
from tools.picture.look import Look

SMALLEST = 6


class Public(NamedTuple):
    """The places that are hidden, what was hidden only to protect another, and the lines to whole numbers."""

    hidden: frozenset[int]
    second: frozenset[int]
    mean: float | None
    lower: float | None
    upper: float | None
    compares: bool


def small(look: Look) -> list[int]:
    """The places of counts that are too small to publish."""
    if look.measure.sort == "rate":
        return []
    return [
        n
        for n, count in enumerate(look.counts)
        if isinstance(count, int)
        and (count < SMALLEST or look.of and isinstance(look.of[n], (int, float)) and look.of[n] < SMALLEST)
    ]


def public(look: Look) -> Public:
    """The look as others may see it."""
    first = set(small(look))
    hidden = set(first)
    spans = [range(len(look.counts))] + (
        [range(look.change), range(look.change, len(look.counts))] if look.change is not None else []
    )
    # What is out of an unknown number is left out of totals before and after, so the rest has to hold by itself too.
    parts = [*spans, *([n for n in span if look.of[n]] for span in spans if look.of)]
    for part in parts:
        while short := _short(look, hidden, part):
            hidden.add(short[0])
    found = look.comparison
    compares = bool(found) and min(found.before.count, found.after.count) >= SMALLEST
    chart = look.chart
    mean, lower, upper = (
        (None if line is None else float(round(line)) for line in (chart.mean, chart.lower, chart.upper))
        if hidden
        else (chart.mean, chart.lower, chart.upper)
    )
    return Public(frozenset(hidden), frozenset(hidden - first), mean, lower, upper, compares)


def _short(look: Look, hidden: set[int], part: Sequence[int]) -> list[int]:
    """The smallest counts still shown in a stretch whose hidden ones could be worked out from its total; none where they could not."""
    known = [n for n in part if isinstance(look.counts[n], int)]
    inside = [n for n in known if n in hidden]
    if not inside or len(inside) > 1 and sum(look.counts[n] for n in inside) > 0:
        return []
    return sorted((n for n in known if n not in hidden), key=lambda n: (look.counts[n], n))[:1]


def published(look: Look) -> list:
    """The counts as published: a number, None where nothing is known, or HIDDEN."""
    hidden = public(look).hidden
    return [HIDDEN if n in hidden else count for n, count in enumerate(look.counts)]
