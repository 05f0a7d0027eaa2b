"""The picture as HTML: what stands out, the chart, a comparison, a paragraph for a report, and a table of figures."""

from macros.render.html import Child, Html, tag
from macros.render.picture.drawing import svg
from macros.render.picture.form import button_html, buttons_html
from macros.render.result import Link, citations_html
from tools.picture import SOURCES, sentences
from tools.picture.analysis import Analysis
from tools.picture.cells import HIDDEN, Value
from tools.picture.publication import SMALLEST, Public

#: What every result says about its limits.
CAUTION = (
    "A picture of counts shows when something changed, never why. Fewer calls or missing episodes can also mean that "
    "fewer are written down. Before you act on it, ask the people who were there, children among them."
)
#: Why a figure stands out, in a table.
REASONS = {
    ("beyond", "above"): "above the limit",
    ("beyond", "below"): "below the limit",
    ("shift", "above"): "run above average",
    ("shift", "below"): "run below average",
    ("trend", "up"): "steady rise",
    ("trend", "down"): "steady fall",
    ("two of three", "above"): "near upper limit",
    ("two of three", "below"): "near lower limit",
}


def result_html(analysis: Analysis, public: Public | None, width: int, link: Link) -> Html:
    """The whole answer to a table and its choices."""
    heading, sentence = sentences.verdict(analysis, public)
    signals = [tag("li", text) for text in sentences.signal_sentences(analysis, public)]
    lines = sentences.limits_sentence(analysis, public)
    return tag(
        "div",
        tag("h2", heading, tabindex="-1"),
        _invented_html() if analysis.invented else None,
        tag("p", sentence),
        tag("p", lines) if lines else None,
        tag("ul", signals) if signals else None,
        tag("p", tag("strong", sentences.RATES_WARNING)) if public and analysis.measure.sort == "rate" else None,
        tag("figure", svg(analysis, width, public), class_="picture__figure"),
        buttons_html(
            ("svg", "Save the chart as SVG"),
            ("png", "Save it as PNG"),
            ("csv", "Save the table as CSV"),
            ("print", "Print"),
        ),
        comparison_html(analysis, public),
        tag("h3", "For a board report"),
        tag("p", sentences.report(analysis, public), class_="picture__report"),
        tag("p", button_html("copy", "Copy this paragraph")),
        tag("h3", "Every figure"),
        table_html(analysis, public),
        tag("h3", "What this cannot show"),
        tag("p", CAUTION),
        tag(
            "p",
            "The national protocol asks areas to know their own figures and to watch how well it works.",
            citations_html(SOURCES, link),
        ),
        class_="picture__answer",
        data_say=f"{heading}. {sentence}",
    )


def _invented_html() -> Html:
    warning = tag("strong", "These figures are invented.")
    return tag("p", warning, " No place, home or child has them.", class_="picture__invented")


def comparison_html(analysis: Analysis, public: Public | None) -> Child:
    """Before and after the change, where one was named."""
    if analysis.change is None:
        return None
    if analysis.comparison and public and not public.compares:
        texts = [f"A count before or after is below {SMALLEST}, so for publication they are not compared."]
    else:
        texts = sentences.comparison_sentences(analysis)
    return [tag("h3", "Before and after"), tag("ul", [tag("li", text) for text in texts])]


def rows(analysis: Analysis, public: Public | None) -> list[list[str]]:
    """Every figure as a row of text: period, count, what it is out of, the figure drawn, and why it stands out."""
    hidden = public.hidden if public else frozenset()
    reasons: dict[int, list[str]] = {}
    for signal in sentences.shown_signals(analysis, public):
        for place in signal.places:
            reasons.setdefault(place, []).append(REASONS[signal.rule, signal.side])
    result = []
    for n, label in enumerate(analysis.labels):
        row = [label, "c" if n in hidden else format_number(analysis.counts[n])]
        if analysis.of:
            of, plotted = analysis.of[n], analysis.plotted[n]
            too_small = public and isinstance(of, int | float) and of < SMALLEST
            row.append("c" if too_small else format_number(of))
            row.append("" if n in hidden or plotted is None else sentences.format_number(plotted))
        result.append([*row, "; ".join(reasons.get(n, ()))])
    return result


def format_number(value: Value) -> str:
    """A value in a table: a number, c where it is hidden, empty where it is not known."""
    if value == HIDDEN:
        return "c"
    if value is None:
        return ""
    return sentences.format_number(value) if isinstance(value, float) else f"{value:,}"


def heads(analysis: Analysis) -> list[str]:
    """The headings of the table."""
    per = "%" if analysis.measure.sort == "children" else "For every 100"
    return [analysis.kind.capitalize(), analysis.name, *([analysis.of_name, per] if analysis.of else []), "Stands out"]


def table_html(analysis: Analysis, public: Public | None) -> list[Html]:
    """Every figure, in a box that scrolls and can be reached by keyboard."""
    body = [
        tag("tr", tag("th", first, scope="row"), [tag("td", cell) for cell in cells])
        for first, *cells in rows(analysis, public)
    ]
    head = tag("tr", [tag("th", text, scope="col") for text in heads(analysis)])
    table = tag("table", tag("thead", head), tag("tbody", body), class_="picture__rows")
    return [
        tag("div", table, class_="picture__table", role="region", aria_label="Every figure", tabindex="0"),
        tag("p", "An empty cell is not known; c is a hidden number. Neither is nought."),
    ]
