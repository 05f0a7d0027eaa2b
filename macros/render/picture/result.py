"""The picture as HTML: what it says, the chart, before and after, a paragraph for a report, and every figure in a table."""

from macros.render.html import escape
from macros.render.picture.drawing import svg
from macros.render.result import Link, citations_html
from tools.picture import SOURCES, sentences
from tools.picture.cells import HIDDEN, Value
from tools.picture.analysis import Analysis
from tools.picture.publication import SMALLEST, Public

#: What every result says of what it cannot show.
CAUTION = (
    "A picture of counts shows when something changed, never why. Fewer calls or missing episodes can also mean that fewer are written down. "
    "Before you act on it, ask the people who were there, children among them."
)


def result_html(analysis: Analysis, public: Public | None, width: int, link: Link) -> str:
    """The whole answer to a table and its choices."""
    head, said = sentences.verdict(analysis, public)
    signals = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences.signal_sentences(analysis, public))
    lines = sentences.limits_sentence(analysis, public)
    return (
        f'<div class="picture__answer" data-say="{escape(f"{head}. {said}")}"><h2 tabindex="-1">{head}</h2>'
        + (
            '<p class="picture__invented"><strong>These figures are invented.</strong> No place, home or child has them.</p>'
            if analysis.invented
            else ""
        )
        + f"<p>{escape(said)}</p>"
        + (f"<p>{escape(lines)}</p>" if lines else "")
        + (f"<ul>{signals}</ul>" if signals else "")
        + (f"<p><strong>{escape(sentences.RATES_WARNING)}</strong></p>" if public and analysis.measure.sort == "rate" else "")
        + f'<figure class="picture__figure">{svg(analysis, width, public)}</figure>'
        + controls_html()
        + comparison_html(analysis, public)
        + f'<h3>For a board report</h3><p class="picture__report">{escape(sentences.report(analysis, public))}</p>'
        '<p><button type="button" class="md-button" data-do="copy">Copy this paragraph</button></p>'
        + f"<h3>Every figure</h3>{table_html(analysis, public)}"
        f"<h3>What this cannot show</h3><p>{CAUTION}</p><p>The national protocol asks areas to know their own figures and to watch how well it works.{citations_html(SOURCES, link)}</p></div>"
    )


def controls_html() -> str:
    """What can be taken along. The page's script saves it to this device."""
    return (
        '<div class="tool__controls"><button type="button" class="md-button" data-do="svg">Save the chart as SVG</button>'
        '<button type="button" class="md-button" data-do="png">Save it as PNG</button><button type="button" class="md-button" data-do="csv">Save the table as CSV</button>'
        '<button type="button" class="md-button" data-do="print">Print</button></div>'
    )


def comparison_html(analysis: Analysis, public: Public | None) -> str:
    """Before and after the change, where one was named."""
    if analysis.change is None:
        return ""
    if analysis.comparison and public and not public.compares:
        said = [f"A count before or after is below {SMALLEST}, so for publication they are not compared."]
    else:
        said = sentences.comparison_sentences(analysis)
    return "<h3>Before and after</h3><ul>" + "".join(f"<li>{escape(sentence)}</li>" for sentence in said) + "</ul>"


def rows(analysis: Analysis, public: Public | None) -> list[list[str]]:
    """Every figure as a row of text: period, count, what it is out of, the figure drawn, and why it stands out."""
    hidden = public.hidden if public else frozenset()
    signs: dict[int, list[str]] = {}
    for signal in sentences.shown_signals(analysis, public):
        for place in signal.places:
            signs.setdefault(place, []).append(REASONS[signal.rule, signal.side])
    found = []
    for n, label in enumerate(analysis.labels):
        row = [label, "c" if n in hidden else said(analysis.counts[n])]
        if analysis.of:
            of = analysis.of[n]
            secret = public and isinstance(of, (int, float)) and of < SMALLEST
            row += [
                "c" if secret else said(of),
                "" if n in hidden or analysis.plotted[n] is None else sentences.format_number(analysis.plotted[n]),
            ]
        found.append(row + ["; ".join(signs.get(n, ()))])
    return found


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


def said(value: Value) -> str:
    """A value in a table: a number, c where it is hidden, nothing where it is not known."""
    return (
        "c"
        if value == HIDDEN
        else ""
        if value is None
        else sentences.format_number(value)
        if isinstance(value, float)
        else f"{value:,}"
    )


def heads(analysis: Analysis) -> list[str]:
    """The headings of the table."""
    per = "%" if analysis.measure.sort == "children" else "For every 100"
    return [analysis.kind.capitalize(), analysis.name, *([analysis.of_name, per] if analysis.of else []), "Stands out"]


def table_html(analysis: Analysis, public: Public | None) -> str:
    """Every figure, in a box that scrolls and can be reached by keyboard."""
    top = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads(analysis))
    body = "".join(
        f'<tr><th scope="row">{escape(row[0])}</th>' + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:]) + "</tr>"
        for row in rows(analysis, public)
    )
    return (
        f'<div class="picture__table" role="region" aria-label="Every figure" tabindex="0"><table class="picture__rows"><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>'
        "<p>An empty cell is not known; c is a hidden number. Neither is nought.</p>"
    )
