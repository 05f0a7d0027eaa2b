"""The XmR chart (a process behaviour chart) with the four rules of NHS England's Making Data Count programme.

Limits: the mean, plus and minus 2.66 times the mean of the moving ranges, which are the steps from each figure to the
next. Rules: one figure beyond a limit; a run of figures on one side of the mean; a run of figures that all rise or all
fall; two of three beyond two thirds of the way to a limit, all three on one side of the mean. A figure on the mean ends
a run, and a figure like the one before ends a rise or fall. Unknown figures are skipped.

Source: NHS England, SPC Charts SQL Query, version 2.6 of 10 January 2024, as published in NHS Digital's design system
for the Federated Data Platform: runs of 6 (6 to 8 may be set), limits drawn from 13 figures, and figures beyond a limit
count for the rule of two of three. NHS England's Model Health System and older tools say 7. Read 24 November 2026.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import fsum
from typing import NamedTuple

#: The distance of the limits from the mean, in mean moving ranges: 3 / 1.128, as every tool rounds it.
SPREAD = 2.66
#: The lengths of a run that may be chosen, and the one that the newest tool of NHS England uses.
RUNS, RUN = (6, 7, 8), 6
#: The fewest figures for limits, and the fewest for limits that are not provisional.
FEWEST, ENOUGH = 6, 13


class Signal(NamedTuple):
    """A rule that applies: 'beyond', 'shift', 'trend' or 'two of three'.

    `side` is 'above' or 'below', for trends 'up' or 'down'; `places` are the positions of its figures.
    """

    rule: str
    side: str
    places: tuple[int, ...]


class XmrChart(NamedTuple):
    """The figures with mean, limits and signals. Mean and limits are None if there are too few figures.

    `based_on` is the number of figures that the limits were calculated from.
    """

    values: tuple[float | None, ...]
    mean: float | None
    lower: float | None
    upper: float | None
    based_on: int
    signals: tuple[Signal, ...]

    @property
    def trial(self) -> bool:
        """Whether the limits are provisional, because they are based on few figures."""
        return self.based_on < ENOUGH


def chart(values: Sequence[float | None], run: int = RUN, change: int | None = None) -> XmrChart:
    """The chart of a series; None is an unknown figure.

    `change` is the position of the first figure after a change: the mean and limits are then calculated from the
    figures before it, if there are at least FEWEST.

    >>> example = chart([9.8, 9, 9.8, 8.7, 8.2, 6, 6, 5, 6, 3, 3])
    >>> round(example.lower, 4), round(example.mean, 4), round(example.upper, 4)
    (4.0063, 6.7727, 9.5391)
    """
    known = [(place, value) for place, value in enumerate(values) if value is not None]
    before = [pair for pair in known if change is not None and pair[0] < change]
    parts = [before, known[len(before) :]] if len(before) >= FEWEST else [known]
    base = [value for _, value in parts[0]]
    if len(base) < FEWEST:
        return XmrChart(tuple(values), None, None, None, len(base), tuple(trends(known, run)))
    mean = fsum(base) / len(base)
    reach = SPREAD * fsum(abs(b - a) for a, b in pairwise(base)) / (len(base) - 1)
    signals = [
        *beyond(known, mean, reach),
        *(s for part in parts for s in (*shifts(part, mean, run), *two_of_three(part, mean, reach))),
        *trends(known, run),
    ]
    return XmrChart(
        tuple(values),
        mean,
        mean - reach,
        mean + reach,
        len(base),
        tuple(sorted(signals, key=lambda s: (s.places, s.rule))),
    )


def side_of(value: float, line: float) -> int:
    """1 above a line, -1 below it, 0 on it, allowing for rounding in the last digit."""
    return 0 if abs(value - line) <= 1e-9 * max(1.0, abs(line)) else 1 if value > line else -1


def beyond(known: list[tuple[int, float]], mean: float, reach: float) -> list[Signal]:
    """Single figures above the upper or below the lower limit."""
    return [
        Signal("beyond", "above" if value > mean else "below", (place,))
        for place, value in known
        if side_of(value, mean + reach) > 0 or side_of(value, mean - reach) < 0
    ]


def runs(marks: list[int]) -> list[tuple[int, int, int]]:
    """Runs of equal marks other than 0, as (mark, start, end)."""
    stretches, start = [], 0
    for n in range(1, len(marks) + 1):
        if n == len(marks) or marks[n] != marks[start]:
            if marks[start]:
                stretches.append((marks[start], start, n))
            start = n
    return stretches


def shifts(known: list[tuple[int, float]], mean: float, run: int) -> list[Signal]:
    """Runs of at least `run` figures on one side of the mean."""
    marks = [side_of(value, mean) for _, value in known]
    return [
        Signal("shift", "above" if mark > 0 else "below", tuple(place for place, _ in known[start:end]))
        for mark, start, end in runs(marks)
        if end - start >= run
    ]


def trends(known: list[tuple[int, float]], run: int) -> list[Signal]:
    """Runs of at least `run` figures that all rise or all fall, counting the first and the last."""
    marks = [side_of(later[1], earlier[1]) for earlier, later in pairwise(known)]
    return [
        Signal("trend", "up" if mark > 0 else "down", tuple(place for place, _ in known[start : end + 1]))
        for mark, start, end in runs(marks)
        if end - start + 1 >= run
    ]


def two_of_three(known: list[tuple[int, float]], mean: float, reach: float) -> list[Signal]:
    """Figures near or beyond a limit, where two of three in a row are and all three are on one side of the mean."""
    by_side: dict[int, set[int]] = {1: set(), -1: set()}
    for n in range(len(known) - 2):
        three = known[n : n + 3]
        for side in (1, -1):
            far = [place for place, value in three if side_of(value, mean + side * reach * 2 / 3) == side]
            if len(far) >= 2 and all(side_of(value, mean) == side for _, value in three):
                by_side[side].update(far)
    order = {place: n for n, (place, _) in enumerate(known)}
    signals = []
    for side, places in by_side.items():
        group: list[int] = []
        for place in sorted(places):
            if group and order[place] - order[group[-1]] > 2:
                signals.append(Signal("two of three", "above" if side > 0 else "below", tuple(group)))
                group = []
            group.append(place)
        if group:
            signals.append(Signal("two of three", "above" if side > 0 else "below", tuple(group)))
    return signals
