"""What a chart and a comparison say, in words: whether something stands out or it is noise, and how sure one can be.

Words come from the same numbers that are drawn. They never say why something changed, and never that a change is good: fewer
calls or missing episodes can also mean that fewer are written down.
"""

from math import inf

from tools.picture import publication
from tools.picture.compare import Comparison, Side
from tools.picture.analysis import Analysis
from tools.picture.publication import SMALLEST, Public
from tools.picture.xmr import ENOUGH, FEWEST, Signal

#: How many signals a paragraph names, and where the rules come from.
MOST_SIGNALS = 6
SOURCE = "NHS England’s Making Data Count rules (its tool of 10 January 2024)"

#: What nobody can see from a rate.
RATES_WARNING = (
    "These rates may rest on small counts, which cannot be seen from them. Check the counts before you publish."
)


def format_number(number: float) -> str:
    """A number as it is said: whole, or with one place after the point, or two where it is below 1.

    >>> format_number(12.0), format_number(12.34), format_number(0.456), format_number(1520)
    ('12', '12.3', '0.46', '1,520')
    """
    places = 0 if abs(number - round(number)) < 1e-9 or abs(number) >= 1000 else 1 if abs(number) >= 1 else 2
    return f"{round_half_up(number, places):,.{places}f}"


def round_half_up(number: float, places: int = 0) -> float:
    """A number rounded as people do by hand, halves away from nought: 20.25 is 20.3."""
    scale = 10**places
    rounded = int(abs(number) * scale + 0.5 + 1e-9) / scale
    return rounded if number >= 0 else -rounded


def plural(number: int, one: str, many: str = "") -> str:
    """'1 month', '3 months'."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def period_span(analysis: Analysis, places) -> str:
    """'Apr 2020', or 'Apr 2020 to Mar 2021'."""
    first, last = analysis.labels[min(places)], analysis.labels[max(places)]
    return first if first == last else f"{first} to {last}"


def series_name(analysis: Analysis) -> str:
    """What the series is called: by what it counts, or else by its heading; invented figures are called so first."""
    called = analysis.name if analysis.measure.id in ("events", "children", "rate") else analysis.measure.label
    return f"Invented figures: {called}" if analysis.invented else called


def shown_signals(analysis: Analysis, public: Public | None = None) -> list[Signal]:
    """The signals that may be told: none that a hidden figure is part of, since a steady fall below 6 would give each figure away."""
    hidden = public.hidden if public else frozenset()
    return [signal for signal in analysis.chart.signals if not hidden.intersection(signal.places)]


def signal_sentences(analysis: Analysis, public: Public | None = None) -> list[str]:
    """Every signal as a sentence; single figures beyond the same limit share one."""
    found, signals = [], shown_signals(analysis, public)
    for side in ("above", "below"):
        places = [signal.places[0] for signal in signals if signal.rule == "beyond" and signal.side == side]
        names = [analysis.labels[place] for place in places[:5]] + (
            [f"{len(places) - 5} more"] if len(places) > 5 else []
        )
        if places:
            found.append(
                f"{join_names(names)} {'lies' if len(places) == 1 else 'lie'} {side} the "
                f"{'upper' if side == 'above' else 'lower'} limit."
            )
    return found + [signal_sentence(analysis, signal) for signal in signals if signal.rule != "beyond"]


def join_names(names: list[str]) -> str:
    """'A', 'A and B', 'A, B and C'."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def signal_sentence(analysis: Analysis, signal: Signal) -> str:
    """A run, a trend, or figures near a limit as a sentence."""
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
    """A heading and a sentence: something stands out, nothing does, or there is too little to tell."""
    chart, known = analysis.chart, sum(value is not None for value in analysis.plotted)
    if shown_signals(analysis, public):
        head, words = (
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
        head, words = (
            "Nothing stands out among the figures shown",
            "Hidden figures are not judged here, so this is not the whole picture.",
        )
    else:
        head, words = (
            "Nothing stands out",
            "These ups and downs are what chance alone brings. Do not explain single rises or falls; nothing here "
            "shows that anything has changed.",
        )
    if chart.mean is not None and chart.trial:
        words += (
            f" The limits rest on {chart.based_on} figures and are a first guess: NHS England’s tool asks for {ENOUGH}."
        )
    return head, words


def limits_sentence(analysis: Analysis, public: Public | None = None) -> str:
    """The average and the limits as a sentence, or nothing where there are none."""
    shown = public or analysis.chart
    if shown.mean is None:
        return ""
    before = (
        analysis.change is not None
        and sum(value is not None for value in analysis.plotted[: analysis.change]) >= FEWEST
    )
    lead = f"Before {analysis.labels[analysis.change]} the average was" if before else "The average is"
    lower = f"from {format_number(shown.lower)}" if shown.lower > 0 else "from nought (the lower limit is below it)"
    about = "about " if public and public.hidden else ""
    rest = (
        ""
        if analysis.change is None or before
        else f" They come from all figures, since there are fewer than {FEWEST} before {analysis.labels[analysis.change]}."
    )
    return (
        f"{lead} {about}{format_number(shown.mean)}, and figures {lower} to {format_number(shown.upper)} are to be expected without "
        f"any change.{rest}"
    )


def format_ratio(times: float) -> str:
    """A ratio of rates as it is said: '35% fewer', '20% more', '3 times as many', 'as many'."""
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


def side_text(analysis: Analysis, found: Comparison, side: Side) -> str:
    """One side: '66 missing episodes in 1 month: 66 a month (51 to 84)'."""
    low, high = side.interval
    if found.sort == "children":
        return (
            f"{side.count:,} of {side.of:,.0f} children, {format_number(100 * side.rate)}% ({format_number(100 * low)}% to "
            f"{format_number(100 * high)}%)"
        )
    count = plural(side.count, analysis.measure.each, analysis.measure.many)
    step = _step(analysis.kind)
    if analysis.of:
        return (
            f"{count} in {plural(side.periods, step)}, {format_number(100 * side.rate)} for every 100 of “{analysis.of_name}” "
            f"({format_number(100 * low)} to {format_number(100 * high)})"
        )
    return f"{count} in {plural(side.periods, step)}, {format_number(side.rate)} a {step} ({format_number(low)} to {format_number(high)})"


def _step(kind: str) -> str:
    return kind.split()[-1]


def comparison_sentences(analysis: Analysis) -> list[str]:
    """What changed at the change, as sentences; why nothing is said where nothing can be."""
    found, measure = analysis.comparison, analysis.measure
    if analysis.change is None:
        return []
    when = analysis.labels[analysis.change]
    if found is None:
        if measure.sort == "rate":
            return [
                "A rate that is already worked out does not say how many it rests on, so no interval can be given. "
                "Use the counts instead."
            ]
        if measure.sort == "children" and not analysis.of:
            return ["To compare children before and after, choose the column that says how many children there were."]
        return [f"There is no known figure on one side of {when}, so nothing can be compared."]
    words = [
        f"Before {when}: {side_text(analysis, found, found.before)}.",
        f"From {when}: {side_text(analysis, found, found.after)}.",
    ]
    if found.sort == "children":
        gap, (low, high) = 100 * found.change, (100 * limit for limit in found.interval)
        sure = (
            f"The share {'fell' if gap < 0 else 'rose'} by {format_number(abs(gap))} percentage points"
            if gap
            else "The share is the same"
        )
        words.append(f"{sure}. The 95% interval of the change goes from {_signed(low)} to {_signed(high)} points.")
    elif found.change is None:
        words.append("There were none before, so it cannot be said how many times as many there were after.")
    else:
        words.append(
            f"That is {format_ratio(found.change)}. The 95% interval: {format_ratio_interval(*found.interval)}."
        )
    words.append(
        {
            "fewer": "So fewer, and hard to put down to chance alone.",
            "more": "So more, and hard to put down to chance alone.",
            "unclear": "That can be chance: the interval holds no change at all as well.",
        }[found.direction]
    )
    if found.scattered:
        words.append(
            "Even before, these counts differ more than separate events would, as when a few children account for "
            "many. Read the interval as too narrow."
        )
    return words


def _signed(points: float) -> str:
    return f"{'+' if points > 0 else '−' if points < 0 else ''}{format_number(abs(points))}"


def report(analysis: Analysis, public: Public | None = None) -> str:
    """A paragraph for a board report. With `public`, it holds nothing that may not be published."""
    known = [n for n, value in enumerate(analysis.plotted) if value is not None]
    words = [
        f"{series_name(analysis)}, {period_span(analysis, range(len(analysis.labels)))} ({plural(len(known), 'figure')})."
    ]
    head, said = verdict(analysis, public)
    signals = signal_sentences(analysis, public)
    words += [f"{head}.", limits_sentence(analysis, public), *signals[:MOST_SIGNALS]]
    if len(signals) > MOST_SIGNALS:
        words.append(f"The chart shows {plural(len(signals) - MOST_SIGNALS, 'more signal')}.")
    words.append(said)
    if analysis.comparison and (public is None or public.compares):
        words += comparison_sentences(analysis)
    elif analysis.comparison:
        words.append(
            f"The counts before and after {analysis.labels[analysis.change]} are too small to publish, so they are not "
            "compared."
        )
    words.append(f"Drawn as an XmR chart by {SOURCE}, runs of {analysis.run}.")
    if public and public.hidden:
        words.append(
            f"Counts below {SMALLEST} are hidden, and others where needed to protect them; the average and the limits "
            "are to whole numbers."
        )
    elif public and analysis.measure.sort == "rate":
        words.append(RATES_WARNING)
    elif publication.small(analysis):
        words.append(f"Not for publication: it rests on counts below {SMALLEST}.")
    return " ".join(filter(None, words))
