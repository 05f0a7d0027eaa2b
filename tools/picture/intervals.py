"""95% intervals for counts, rates and shares. None uses the normal approximation of a count.

- A share (18 of 326 children): Wilson's score interval.
- A rate (66 calls in a month): the exact Poisson interval.
- A ratio of two rates: exact, given the total: Clopper and Pearson's interval for the share of events that came after.
- A difference of two shares: Newcombe's method 10, made from both Wilson intervals.

Sources: Wilson 1927; Garwood 1936; Clopper and Pearson 1934; Przyborowski and Wilenski 1940; Newcombe, Statistics in
Medicine 1998, 17: 873-890.

>>> [round(limit, 4) for limit in share(18, 326)]
[0.0352, 0.0856]
>>> rate(0, 12)[0]
0.0
>>> [round(limit, 4) for limit in ratio(66, 1, 8, 1)]
[0.0502, 0.2531]
"""

from math import inf, sqrt

from tools.picture.maths import beta_quantile, gamma_quantile

#: The probability above and below a 95% interval, and the standard normal quantile that cuts it off.
TAIL, SCORE = 0.025, 1.959963984540054
Interval = tuple[float, float]


def share(count: int, of: int) -> Interval:
    """Wilson's interval for the share `count / of`, between 0 and 1; `of` is at least 1."""
    p, z2 = count / of, SCORE * SCORE
    middle, half = p + z2 / (2 * of), SCORE * sqrt(p * (1 - p) / of + z2 / (4 * of * of))
    low, high = (middle - half) / (1 + z2 / of), (middle + half) / (1 + z2 / of)
    return (low if count else 0.0), (high if count < of else 1.0)


def rate(count: int, exposure: float) -> Interval:
    """The exact Poisson interval for the rate of `count` events in an exposure above 0, such as a number of months."""
    return (gamma_quantile(TAIL, count) if count else 0.0) / exposure, gamma_quantile(1 - TAIL, count + 1) / exposure


def ratio(before: int, exposure_before: float, after: int, exposure_after: float) -> Interval:
    """The interval of the rate after divided by the rate before; from 0 to infinity if there were no events."""
    low = beta_quantile(TAIL, after, before + 1) if after else 0.0
    high = beta_quantile(1 - TAIL, after + 1, before) if before else 1.0
    scale = exposure_before / exposure_after
    return low / (1 - low) * scale, (high / (1 - high) * scale if high < 1 else inf)


def difference(before: int, of_before: int, after: int, of_after: int) -> Interval:
    """The interval of the share after minus the share before, between -1 and 1."""
    first, second = before / of_before, after / of_after
    (low1, high1), (low2, high2) = share(before, of_before), share(after, of_after)
    gap = second - first
    return gap - sqrt((second - low2) ** 2 + (high1 - first) ** 2), gap + sqrt(
        (high2 - second) ** 2 + (first - low1) ** 2
    )
