"""Sentences on a chart and a comparison: whether something stands out or it is noise, and how certain that is.

They are made from the numbers that are plotted. They never say why something changed, and never that a change is good:
fewer calls or missing episodes can also mean that fewer are recorded.
"""

from collections.abc import Iterable
from math import inf

from tools.picture import publication
from tools.picture.analysis import Analysis
from tools.picture.compare import Comparison, Side
from tools.picture.publication import SMALLEST, Public
from tools.picture.xmr import ENOUGH, FEWEST, Signal
from tools.text import join_names

#: The most signals that a report names, and the source of the rules.
MOST_SIGNALS = 6
SOURCE = "NHS England’s Making Data Count rules (its tool of 10 January 2024)"

#: Shown with rates, whose counts are not known.
RATES_WARNING = (
    "These rates may rest on small counts, which cannot be seen from them. Check the counts before you publish."
)


def format_number(number: float) -> str:
    """A number rounded for reading: to one decimal place, to two below 1, and to none if it is whole or from 1,000.

    >>> format_number(12.0), format_number(12.34), format_number(0.456), format_number(1520)
    ('12', '12.3', '0.46', '1,520')
    """
    places = 0 if abs(number - round(number)) < 1e-9 or abs(number) >= 1000 else 1 if abs(number) >= 1 else 2
    return f"{round_half_up(number, places):,.{places}f}"


def round_half_up(number: float, places: int = 0) -> float:
    """A number rounded half away from zero, as by hand: 20.25 is 20.3."""
    scale = float(10**places)
    rounded = int(abs(number) * scale + 0.5 + 1e-9) / scale
    return rounded if number >= 0 else -rounded


def plural(number: int, one: str, many: str = "") -> str:
    """'1 month', '3 months'."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def period_span(analysis: Analysis, places: Iterable[int]) -> str:
    """The first and last of some periods: 'Apr 2020', or 'Apr 2020 to Mar 2021'."""
    places = list(places)
    first, last = analysis.labels[min(places)], analysis.labels[max(places)]
    return first if first == last else f"{first} to {last}"


def series_name(analysis: Analysis) -> str:
    """The name of the series: its measure, or its heading for general measures; invented figures are labelled."""
    title = analysis.name if analysis.measure.id in ("events", "children", "rate") else analysis.measure.label
    return f"Invented figures: {title}" if analysis.invented else title


def shown_signals(analysis: Analysis, public: Public | None = None) -> list[Signal]:
    """The signals without a hidden figure: a steady fall below 6, for example, would reveal each figure."""
    hidden: frozenset[int] = public.hidden if public else frozenset()
    return [signal for signal in analysis.chart.signals if not hidden.intersection(signal.places)]


def signal_sentences(analysis: Analysis, public: Public | None = None) -> list[str]:
    """Every signal as a sentence; single figures beyond the same limit share one."""
    results, signals = [], shown_signals(analysis, public)
    for side in ("above", "below"):
        places = [signal.places[0] for signal in signals if signal.rule == "beyond" and signal.side == side]
        names = [analysis.labels[place] for place in places[:5]] + (
            [f"{len(places) - 5} more"] if len(places) > 5 else []
        )
        if places:
            results.append(
                f"{join_names(names)} {'lies' if len(places) == 1 else 'lie'} {side} the "
                f"{'upper' if side == 'above' else 'lower'} limit."
            )
    return results + [signal_sentence(analysis, signal) for signal in signals if signal.rule != "beyond"]


def signal_sentence(analysis: Analysis, signal: Signal) -> str:
    """A run, a trend, or figures near a limit as a sentence; for figures beyond a limit see `signal_sentences`."""
    where, many = period_span(analysis, signal.places), len(signal.places)
    if signal.rule == "shift":
        return f"{where}: {many} figures in a row lie {signal.side} the average."
    if signal.rule == "trend":
        return (
            f"{where}: {many} figures in a row each lie {'higher' if signal.side == 'up' else 'lower'} than the one "
            "before."
        )
    return (
        f"{where}: at least two of three figures in a row lie close to the "
        f"{'upper' if signal.side == 'above' else 'lower'} limit."
    )


def verdict(analysis: Analysis, public: Public | None = None) -> tuple[str, str]:
    """A heading and an explanation: something stands out, nothing does, or there are too few figures."""
    chart, known = analysis.chart, sum(value is not None for value in analysis.plotted)
    if shown_signals(analysis, public):
        heading, text = (
            "Something stands out",
            "This is more than the ordinary ups and downs usually bring. Ask what happened then. It is a reason to "
            "look, not a proof.",
        )
    elif chart.mean is None:
        return (
            "Too few figures to tell",
            f"There {'is' if known == 1 else 'are'} {plural(known, 'figure')}. It takes at least {FEWEST} to draw "
            f"limits, and {ENOUGH} to rely on them.",
        )
    elif public and public.hidden:
        heading, text = (
            "Nothing stands out among the figures shown",
            "Hidden figures are not judged here, so this is not the whole picture.",
        )
    else:
        heading, text = (
            "Nothing stands out",
            "These ups and downs are what chance alone brings. Do not explain single rises or falls; nothing here "
            "shows that anything has changed.",
        )
    if chart.mean is not None and chart.trial:
        text += (
            f" The limits rest on {chart.based_on} figures and are a first guess: NHS England’s tool asks for {ENOUGH}."
        )
    return heading, text


def limits_sentence(analysis: Analysis, public: Public | None = None) -> str:
    """The average and the limits as a sentence, or '' if there are none."""
    shown = public or analysis.chart
    if shown.mean is None or shown.lower is None or shown.upper is None:
        return ""
    lead, rest = "The average is", ""
    if analysis.change is not None:
        when = analysis.labels[analysis.change]
        if sum(value is not None for value in analysis.plotted[: analysis.change]) >= FEWEST:
            lead = f"Before {when} the average was"
        else:
            rest = f" They come from all figures, since there are fewer than {FEWEST} before {when}."
    lower = f"from {format_number(shown.lower)}" if shown.lower > 0 else "from nought (the lower limit is below it)"
    about = "about " if public and public.hidden else ""
    return (
        f"{lead} {about}{format_number(shown.mean)}, and figures {lower} to {format_number(shown.upper)} are to be "
        f"expected without any change.{rest}"
    )


def format_ratio(times: float) -> str:
    """A ratio of rates: '35% fewer', '20% more', '3 times as many', 'as many'."""
    if times == inf:
        return "any number of times as many"
    if times >= 3:
        return f"{format_number(times)} times as many"
    percent = int(round_half_up(100 * (times - 1)))
    return f"{abs(percent)}% {'fewer' if percent < 0 else 'more'}" if percent else "as many"


def format_ratio_interval(low: float, high: float) -> str:
    """The interval of a ratio: 'between 75% and 95% fewer', 'between 95% fewer and 9% more'."""
    if high < 1:
        return f"between {round_half_up(100 * (1 - high)):.0f}% and {round_half_up(100 * (1 - low)):.0f}% fewer"
    return f"between {format_ratio(low)} and {format_ratio(high)}"


def side_text(analysis: Analysis, comparison: Comparison, side: Side) -> str:
    """One side: '66 missing episodes in 1 month: 66 a month (51 to 84)'."""
    rate, low, high = (format_number(100 * value) for value in (side.rate, *side.interval))
    if comparison.sort == "children":
        return f"{side.total:,} of {side.of:,.0f} children, {rate}% ({low}% to {high}%)"
    step = analysis.kind.split()[-1]
    lead = f"{plural(side.total, analysis.measure.each, analysis.measure.many)} in {plural(side.periods, step)}"
    if analysis.of:
        return f"{lead}, {rate} for every 100 of “{analysis.of_name}” ({low} to {high})"
    rate, low, high = (format_number(value) for value in (side.rate, *side.interval))
    return f"{lead}, {rate} a {step} ({low} to {high})"


def comparison_sentences(analysis: Analysis) -> list[str]:
    """Sentences on the comparison before and after the change, or on why there is none; empty without a change."""
    if analysis.change is None:
        return []
    comparison, when = analysis.comparison, analysis.labels[analysis.change]
    if comparison is None:
        return [_why_no_comparison(analysis, when)]
    sentences = [
        f"Before {when}: {side_text(analysis, comparison, comparison.before)}.",
        f"From {when}: {side_text(analysis, comparison, comparison.after)}.",
        _change_sentence(comparison),
        {
            "fewer": "So fewer, and hard to put down to chance alone.",
            "more": "So more, and hard to put down to chance alone.",
            "unclear": "That can be chance: the interval holds no change at all as well.",
        }[comparison.direction],
    ]
    if comparison.scattered:
        sentences.append(
            "Even before, these counts differ more than separate events would, as when a few children account for "
            "many. Read the interval as too narrow."
        )
    return sentences


def _why_no_comparison(analysis: Analysis, when: str) -> str:
    if analysis.measure.sort == "rate":
        return (
            "A rate that is already worked out does not say how many it rests on, so no interval can be given. Use the "
            "counts instead."
        )
    if analysis.measure.sort == "children" and not analysis.of:
        return "To compare children before and after, choose the column that says how many children there were."
    return f"There is no known figure on one side of {when}, so nothing can be compared."


def _change_sentence(comparison: Comparison) -> str:
    """The size of the change with its interval."""
    if comparison.change is None:
        return "There were none before, so it cannot be said how many times as many there were after."
    if comparison.sort != "children":
        interval = format_ratio_interval(*comparison.interval)
        return f"That is {format_ratio(comparison.change)}. The 95% interval: {interval}."
    points, low, high = (100 * value for value in (comparison.change, *comparison.interval))
    size = (
        f"The share {'fell' if points < 0 else 'rose'} by {format_number(abs(points))} percentage points"
        if points
        else "The share is the same"
    )
    return f"{size}. The 95% interval of the change goes from {_signed(low)} to {_signed(high)} points."


def _signed(points: float) -> str:
    return f"{'+' if points > 0 else '−' if points < 0 else ''}{format_number(abs(points))}"


def report(analysis: Analysis, public: Public | None = None) -> str:
    """A paragraph for a board report. With `public`, it contains only what may be published."""
    figures = plural(sum(value is not None for value in analysis.plotted), "figure")
    heading, explanation = verdict(analysis, public)
    signals = signal_sentences(analysis, public)
    sentences = [
        f"{series_name(analysis)}, {period_span(analysis, range(len(analysis.labels)))} ({figures}).",
        f"{heading}.",
        limits_sentence(analysis, public),
        *signals[:MOST_SIGNALS],
    ]
    if len(signals) > MOST_SIGNALS:
        sentences.append(f"The chart shows {plural(len(signals) - MOST_SIGNALS, 'more signal')}.")
    sentences.append(explanation)
    if analysis.comparison and (public is None or public.compares):
        sentences += comparison_sentences(analysis)
    elif analysis.comparison and analysis.change is not None:
        when = analysis.labels[analysis.change]
        sentences.append(f"The counts before and after {when} are too small to publish, so they are not compared.")
    sentences.append(f"Drawn as an XmR chart by {SOURCE}, runs of {analysis.run}.")
    if public and public.hidden:
        sentences.append(
            f"Counts below {SMALLEST} are hidden, and others where needed to protect them; the average and the limits "
            "are to whole numbers."
        )
    elif public and analysis.measure.sort == "rate":
        sentences.append(RATES_WARNING)
    elif publication.small(analysis):
        sentences.append(f"Not for publication: it rests on counts below {SMALLEST}.")
    return " ".join(filter(None, sentences))
