"""The local picture's chart and intervals.

Every rule just fires and just does not, scipy agrees, and published figures give what was worked out by hand.
"""

import random
from math import inf, isclose

import numpy
import pytest
from scipy import stats

from tests.support.sites import DOCS
from tools.picture import example, sentences, series
from tools.picture.analysis import Analysis, Choices, analyse
from tools.picture.compare import compare, is_scattered
from tools.picture.intervals import difference, rate, ratio, share
from tools.picture.maths import beta_share, gamma_share
from tools.picture.xmr import ENOUGH, FEWEST, RUNS, chart

(AREA,) = (path.parent for path in DOCS.glob("areas/*/area.yml"))
CLOSE = 1e-9


def near(found: float, true: float) -> bool:
    return isclose(found, true, rel_tol=CLOSE, abs_tol=CLOSE)


def fired(values, run: int = 6, change: int | None = None) -> list[tuple]:
    """Rule, side and places of every signal."""
    return [(s.rule, s.side, s.places) for s in chart(values, run, change).signals]


def rules(values, **k) -> set[str]:
    return {rule for rule, _, _ in fired(values, **k)}


def picture(text: str, **choices) -> Analysis:
    return analyse(series.read(text), Choices(**choices))


# Limits, against a plain definition in scipy's own terms


@pytest.mark.thorough
def test_mean_and_limits_agree_with_an_independent_library_on_thousands_of_series():
    rnd = random.Random(2018)
    for _ in range(5_000):
        values = [
            rnd.choice((rnd.randint(0, 40), round(rnd.gauss(9, 3), 2), rnd.random() * 1e5))
            for _ in range(rnd.randint(FEWEST, 60))
        ]
        found = chart(values)
        mean, reach = numpy.mean(values), 2.66 * numpy.abs(numpy.diff(values)).mean()
        assert near(found.mean, mean) and near(found.upper, mean + reach) and near(found.lower, mean - reach)


@pytest.mark.thorough
def test_thousands_of_poisson_intervals_agree_with_scipy():
    rnd = random.Random(1936)
    counts = [rnd.choice((0, 1, 2, rnd.randint(0, 60), rnd.randint(0, 5_000))) for _ in range(3_000)]
    outs = [rnd.choice((1, 12, rnd.uniform(0.5, 5_000))) for _ in counts]
    lows, highs = stats.gamma.ppf(0.025, counts), stats.gamma.ppf(0.975, numpy.add(counts, 1))
    for count, out, low, high in zip(counts, outs, lows, highs, strict=False):
        found = rate(count, out)
        assert near(found[0], low / out if count else 0) and near(found[1], high / out), (count, out)


@pytest.mark.thorough
def test_thousands_of_ratios_agree_with_scipy_s_clopper_and_pearson():
    rnd = random.Random(1934)
    sides = [[rnd.choice((0, 1, rnd.randint(0, 30), rnd.randint(0, 2_000))) for _ in range(3_000)] for _ in "ab"]
    before, after = map(numpy.array, sides)
    lows, highs = stats.beta.ppf(0.025, after, before + 1), stats.beta.ppf(0.975, after + 1, before)
    for b, a, low, high in zip(*sides, lows, highs, strict=False):
        scale = rnd.choice((1.0, rnd.uniform(0.01, 400)))
        found = ratio(b, scale, a, 1)
        assert near(found[0], low / (1 - low) * scale if a else 0), (b, a, scale)
        assert near(found[1], high / (1 - high) * scale) if b else found[1] == inf, (b, a, scale)
    exact = stats.binomtest(8, 74).proportion_ci(0.95, "exact")  # scipy's own interval, for one of them
    assert near(ratio(66, 1, 8, 1)[0], exact.low / (1 - exact.low)) and near(
        ratio(66, 1, 8, 1)[1], exact.high / (1 - exact.high)
    )


@pytest.mark.thorough
def test_wilson_s_and_newcombe_s_intervals_agree_with_scipy_and_with_the_paper():
    rnd = random.Random(1998)
    pairs = [(rnd.choice((0, of, rnd.randint(0, of))), of) for of in (rnd.randint(1, 6_000) for _ in range(2_000))]
    wilson = [stats.binomtest(x, of).proportion_ci(0.95, "wilson") for x, of in pairs]
    for (x, of), true in zip(pairs, wilson, strict=False):
        low, high = share(x, of)
        assert near(low, true.low) and near(high, true.high), (x, of)
    for (x1, of1), (x2, of2), one, two in zip(pairs, pairs[1:], wilson, wilson[1:], strict=False):
        p1, p2 = x1 / of1, x2 / of2
        low, high = difference(x1, of1, x2, of2)
        assert near(low, p2 - p1 - numpy.hypot(p2 - two.low, one.high - p1)) and near(
            high, p2 - p1 + numpy.hypot(two.high - p2, p1 - one.low)
        )
    # Newcombe 1998, table II, method 10: 56/70 less 48/80 is 0.0524 to 0.3339; 9/10 less 3/10 is 0.1705 to 0.8090.
    assert [round(limit, 4) for limit in difference(48, 80, 56, 70)] == [0.0524, 0.3339]
    assert [round(limit, 4) for limit in difference(3, 10, 9, 10)] == [0.1705, 0.8090]


def test_the_gamma_and_beta_functions_agree_with_scipy():
    rnd = random.Random(822)
    a, b, x, p = numpy.array(
        [[rnd.uniform(0.5, 3_000), rnd.uniform(0.5, 3_000), rnd.uniform(0, 6_000), rnd.random()] for _ in range(3_000)]
    ).T
    for n, (gamma, beta) in enumerate(zip(stats.gamma.cdf(x, a), stats.beta.cdf(p, a, b), strict=False)):
        assert near(gamma_share(a[n], x[n]), gamma) and near(beta_share(p[n], a[n], b[n]), beta)


def test_counts_that_spread_more_than_chance_are_found_as_scipy_finds_them():
    rnd = random.Random(1922)
    for _ in range(1_000):
        counts = [rnd.choice((rnd.randint(5, 9), rnd.randint(0, 30))) for _ in range(rnd.randint(2, 24))]
        true = stats.chisquare(counts).pvalue < 0.01 if sum(counts) else False
        assert is_scattered(counts, [1] * len(counts)) == true, counts
    assert not is_scattered([0, 0, 0], [1, 1, 1]) and not is_scattered([7], [1]), "nothing to compare"


# The four rules, each at its edge. A base of tens and twelves has a mean of 11 and a mean step of 2.

BASE = [10.0, 12.0] * 10


def test_a_figure_beyond_a_limit_and_one_on_it():
    values = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 11]
    plain = chart(values)
    assert plain.signals == ()
    change = 12  # the lines then come from what was before
    assert [s[:2] for s in fired([*values, plain.upper + 0.001], change=change)] == [("beyond", "above")]
    assert [s[:2] for s in fired([*values, plain.lower - 0.001], change=change)] == [("beyond", "below")]
    assert fired([*values, plain.upper], change=change) == [] and fired([*values, plain.lower], change=change) == [], (
        "on the limit is not beyond it"
    )


@pytest.mark.parametrize("run", RUNS)
def test_a_run_on_one_side_of_the_mean_and_one_too_short(run):
    before = [10, 12] * 6
    for side, value in (("above", 11.5), ("below", 10.5)):
        after = [value, value + 0.1] * 5
        assert fired(before + after[:run], run, 12) == [("shift", side, tuple(range(12, 12 + run)))]
        assert fired(before + after[: run - 1], run, 12) == []


def test_a_figure_on_the_mean_ends_a_run():
    before = [10, 12] * 6
    assert rules(before + [11.5, 11.6] * 3, change=12) == {"shift"}
    assert rules(before + [11.5, 11.6, 11.5, 11, 11.5, 11.6, 11.5], change=12) == set()


@pytest.mark.parametrize("run", RUNS)
def test_a_steady_rise_or_fall_and_one_too_short(run):
    climb = [10.2 + 0.2 * n for n in range(run)]  # it crosses the mean, so that no other rule fits
    assert ("trend", "up", tuple(range(12, 12 + run))) in fired([10, 12] * 6 + climb, run, 12)
    assert "trend" not in rules([10, 12] * 6 + climb[:-1], run=run, change=12)
    fall = [11.8 - 0.2 * n for n in range(run)]
    assert ("trend", "down", tuple(range(12, 12 + run))) in fired([12, 10] * 6 + fall, run, 12)
    assert "trend" not in rules([12, 10] * 6 + fall[:-1], run=run, change=12)


def test_a_figure_like_the_one_before_ends_a_rise():
    assert "trend" in rules([10.0, 12.0] * 6 + [10.2, 10.4, 10.6, 10.8, 11.0, 11.2], change=12)
    assert "trend" not in rules([10.0, 12.0] * 6 + [10.2, 10.4, 10.6, 10.6, 10.8, 11.0], change=12)


def test_two_of_three_near_a_limit_and_two_that_are_not():
    before = [10, 12] * 6
    edge = chart(before).mean + 2 / 3 * (chart(before).upper - chart(before).mean)
    assert fired(before + [edge + 0.01, 11.2, edge + 0.01], change=12) == [("two of three", "above", (12, 14))]
    assert fired(before + [edge - 0.01, 11.2, edge + 0.01], change=12) == [], "only one of them is near"
    assert fired(before + [edge, 11.2, edge + 0.01], change=12) == [], "two thirds of the way is not beyond it"
    assert fired(before + [edge + 0.01, 10.9, edge + 0.01], change=12) == [], "the third lies on the other side"
    assert fired(before + [edge + 0.01, 11.2, 11.3, edge + 0.01], change=12) == [], "they are four apart"
    low = 22 - edge
    assert fired(before + [low - 0.01, 10.8, low - 0.01], change=12) == [("two of three", "below", (12, 14))]


def test_runs_do_not_reach_over_a_change_but_a_steady_rise_does():
    values = [10, 12] * 4 + [11.5, 11.6, 11.7, 11.6]
    assert "shift" in rules(values + [11.5, 11.6] * 3, change=12)
    assert "shift" not in rules(values + [11.7, 11.6, 11.4, 11.7, 11.5], change=12), (
        "four before and five after are not nine"
    )
    assert "trend" in rules([12, 10] * 4 + [9.8, 10.2, 10.6, 10.9, 11.2, 11.5], change=11)


def test_what_is_not_known_is_passed_over_and_is_never_nought():
    values = [10, 12] * 6
    with_gaps = [v for pair in zip(values, [None] * 12, strict=False) for v in pair]
    a, b = chart(values), chart(with_gaps)
    assert (a.mean, a.lower, a.upper) == (b.mean, b.lower, b.upper) and b.based_on == 12
    assert [s.places for s in chart([*with_gaps, *[11.5, None] * 6], change=24).signals] == [(24, 26, 28, 30, 32, 34)]


def test_too_few_figures_have_no_limits_and_a_first_guess_says_so():
    assert chart([1] * (FEWEST - 1)).mean is None and chart([1, 3] * 3).mean == 2
    assert chart([1, 3] * 6).trial and not chart([1, 3] * 7).trial and ENOUGH == 13
    few = picture("Month,Calls\nApr-20,4\nMay-20,5\nJun-20,3")
    assert sentences.verdict(few)[0] == "Too few figures to tell"
    assert (
        "first guess"
        in sentences.verdict(picture("Month,Calls\n" + "\n".join(f"{m:02}/2020,{4 + m % 2}" for m in range(1, 13))))[1]
    )


def test_lines_come_from_before_a_change_only_if_there_is_enough_before_it():
    values = [10, 12] * 3 + [30, 32] * 3
    assert chart(values, change=6).mean == 11 and chart(values, change=5).mean == 21
    text = "Month,Calls\n" + "\n".join(f"{n + 1:02}/2020,{value}" for n, value in enumerate(values))
    assert sentences.limits_sentence(picture(text, change=6)).startswith("Before Jul 2020 the average was 11")
    assert "They come from all figures, since there are fewer than 6 before Jun 2020." in sentences.limits_sentence(
        picture(text, change=5)
    )


def test_a_series_without_any_movement_has_limits_on_its_mean():
    still = chart([5] * 14)
    assert (still.lower, still.mean, still.upper) == (5, 5, 5) and still.signals == ()
    assert [s[:2] for s in fired([5] * 14 + [5.1], change=14)] == [("beyond", "above")]


def test_noise_seldom_stands_out_as_the_page_says():
    """About three in ten series of 24 months with runs of six, and about one in six with runs of seven."""
    rnd = random.Random(7)
    found = {
        run: sum(bool(chart([rnd.gauss(20, 4) for _ in range(24)], run).signals) for _ in range(2_000)) / 2_000
        for run in (6, 7)
    }
    assert 0.25 < found[6] < 0.35 and 0.12 < found[7] < 0.21, found


# Published figures, with results worked out by hand


def csv(name: str) -> str:
    return (AREA / "data" / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def decembers() -> dict[str, Analysis]:
    """The four counts of December 2008 and December 2009, from the story's data, put in as people have tables."""
    table = series.read(csv("december-counts.csv"))
    assert table.labels()[0] == "Dec 2008" and table.labels()[-1] == "Dec 2009" and table.kind == "month"
    return {column.name: analyse(table, Choices(n, change=12)) for n, column in enumerate(table.columns)}


@pytest.mark.parametrize(
    "name, before, after, low, high, direction",
    [
        ("Missing episodes", 66, 8, 0.0502, 0.2531, "fewer"),
        # 5 and none: the upper end of the part p is 1 less the fifth root of 0.025, and p / (1 - p) is 1.0913.
        ("Notifiable events", 5, 0, 0.0, (1 - 0.025 ** (1 / 5)) / 0.025 ** (1 / 5), "unclear"),
        # 1 and 1: p lies between 1 less the root of 0.975, and the root of 0.975.
        (
            "Emergency call-outs to the police",
            1,
            1,
            (1 - 0.975**0.5) / 0.975**0.5,
            0.975**0.5 / (1 - 0.975**0.5),
            "unclear",
        ),
        # 1 and none: p is at most 0.975, so at most 39 times as many.
        ("Restraints", 1, 0, 0.0, 39.0, "unclear"),
    ],
)
def test_december_2008_and_2009_give_hand_checked_intervals(decembers, name, before, after, low, high, direction):
    found = decembers[name].comparison
    assert (found.before.total, found.after.total, found.before.periods, found.after.periods) == (before, after, 1, 1)
    assert found.interval[0] == pytest.approx(low, abs=5e-5) and found.interval[1] == pytest.approx(high, abs=5e-5)
    assert found.direction == direction


def test_december_s_words_are_the_story_s(decembers):
    story = " ".join((AREA / "story.md").read_text(encoding="utf-8").split())
    missing = " ".join(sentences.comparison_sentences(decembers["Missing episodes"]))
    assert (
        "88% fewer" in missing
        and "between 75% and 95% fewer" in missing
        and "hard to put down to chance alone" in missing
    )
    assert "66 missing episodes in 1 month" in missing and decembers["Missing episodes"].chart.mean is None, (
        "two months draw no limits"
    )
    for said in (
        "88% fewer, between 75% and 95%",
        "interval 0.05 to 0.25",
        "from 0 to 1.09 times as many",
        "From 0.01 to 78 times as many",
        "From 0 to 39 times as many",
    ):
        assert said in story
    assert [round(limit, 2) for limit in decembers["Emergency call-outs to the police"].comparison.interval] == [
        0.01,
        78.5,
    ]


def test_the_board_report_s_rates_give_hand_checked_limits_and_signals():
    found = picture(csv("board-report.csv"))
    # By hand: 9.8+9+9.8+8.7+8.2+6+6+5+6+3+3 = 74.5; steps 0.8+0.8+1.1+0.5+2.2+0+1+1+3+0 = 10.4.
    mean, reach = 74.5 / 11, 2.66 * 10.4 / 10
    assert found.measure.id == "rate" and found.chart.based_on == 11 and found.chart.trial
    assert (found.chart.mean, found.chart.lower, found.chart.upper) == pytest.approx(
        (mean, mean - reach, mean + reach), abs=1e-12
    )
    # Two thirds of the way to the limits: 8.6 and 4.9.
    assert {(s.rule, s.side, sentences.period_span(found, s.places)) for s in found.chart.signals} == {
        ("beyond", "above", "2009"),
        ("beyond", "above", "2011"),
        ("two of three", "above", "2009 to 2012"),
        ("shift", "below", "2014 to 2019"),
        ("beyond", "below", "2018"),
        ("beyond", "below", "2019"),
        ("two of three", "below", "2018 to 2019"),
    }


def test_the_story_says_of_the_board_report_what_the_tool_says():
    found, story = picture(csv("board-report.csv")), " ".join((AREA / "story.md").read_text(encoding="utf-8").split())
    assert (
        sentences.limits_sentence(found)
        == "The average is 6.8, and figures from 4.0 to 9.5 are to be expected without any change."
    )
    for said in (
        "an average of 6.8 and limits of 4.0 and 9.5",
        "2009 and 2011 lie above the upper limit, and 2018 and 2019 below the lower one",
        "six in a row lie below the average",
        "add up to 74.5",
        "add up to 10.4",
    ):
        assert said in story


def test_the_city_s_shares_give_the_story_s_interval():
    """16 of 249 in the year to March 2015 and 9 of 373 in the year to March 2024."""
    found = compare("children", [16, 9], [249, 373], 1)
    assert [round(100 * limit, 1) for limit in (found.change, *found.interval)] == [
        -4.0,
        -7.9,
        -0.8,
    ] and found.direction == "fewer"
    assert "4.0 percentage points, with a 95% interval from 0.8 to 7.9 points" in " ".join(
        (AREA / "story.md").read_text(encoding="utf-8").split()
    )


def test_the_page_s_example_by_hand_is_right():
    found = chart([8, 12, 9, 11, 7, 13, 10, 9, 12, 8, 11, 10])
    assert found.mean == 10 and round(found.upper, 1) == 18.2 and round(found.lower, 1) == 1.8 and found.signals == ()


@pytest.mark.parametrize(
    "before, most, least",
    [(6, 0, 17), (10, 2, 23), (15, 5, 29), (20, 8, 36), (30, 15, 49), (50, 31, 73), (100, 73, 131)],
)
def test_the_page_s_table_for_before_and_after_by_hand_is_right(before, most, least):
    """The most after that is hard to put down to chance, and the least; one step towards `before` is not."""
    assert ratio(before, 1, most, 1)[1] < 1 <= ratio(before, 1, most + 1, 1)[1]
    assert ratio(before, 1, least, 1)[0] > 1 >= ratio(before, 1, least - 1, 1)[0]
    assert f"| {before} | {most} | {least} |" in (DOCS / "evidence" / "your-local-picture.md").read_text(
        encoding="utf-8"
    )


def test_with_five_or_fewer_before_no_fall_is_told_from_chance():
    assert ratio(5, 1, 0, 1)[1] > 1 > ratio(6, 1, 0, 1)[1]


# Before and after


def test_only_periods_count_whose_figure_and_base_are_known():
    found = compare("events", [10, None, 12, 4, 5, None], [100, 100, 100, None, 50, 50], 3)
    assert (found.before.total, found.before.of, found.before.periods) == (22, 200, 2) and (
        found.after.total,
        found.after.of,
        found.after.periods,
    ) == (5, 50, 1)
    assert found.change == pytest.approx(5 / 50 / (22 / 200))
    assert (
        compare("events", [10, 12, None], None, 2) is None
        and compare("rate", [1, 2], None, 1) is None
        and compare("children", [1, 2], None, 1) is None
    )


def test_none_before_gives_no_number_of_times():
    found = picture("Month,Calls\nApr-20,0\nMay-20,0\nJun-20,1", change=2)
    assert found.comparison.change is None and found.comparison.interval[1] == inf
    said = " ".join(sentences.comparison_sentences(found))
    assert "cannot be said how many times" in said and "That can be chance" in said


def test_words_never_say_why_and_never_that_fewer_is_better():
    for change in (None, 6, 13):
        said = sentences.report(analyse(series.read(example.TEXT), Choices(change=change), invented=True)).lower()
        assert not any(
            word in said for word in ("because", "caused", "improve", "better", "worse", "success", "good", "thanks to")
        ), said


def test_invented_figures_say_so():
    found = analyse(series.read(example.TEXT), Choices(change=example.CHANGE), invented=True)
    assert sentences.report(found).startswith("Invented figures: ") and found.comparison.direction == "fewer"
