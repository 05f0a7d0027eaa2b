"""The tool's form: a place to paste or open a table, and, once it has been read, what to choose about it.

The form cannot send anything: its method is `dialog` and it has no submit control.
"""

from macros.render.html import escape
from tools.picture import TITLE
from tools.picture.analysis import Choices
from tools.picture.measures import MEASURES
from tools.picture.publication import SMALLEST
from tools.picture.reading import TableProblem
from tools.picture.series import Table
from tools.picture.xmr import RUNS

#: What the page says that still helps when Python does not start.
WITHOUT = "How to do it by hand is on this page, below."


def tool_html() -> str:
    """The tool on the built page, hidden until its script runs: the field for figures; the rest comes when there is something to choose."""
    return (
        f'<div class="tool picture" data-module="evidence/local-picture" data-picture data-without="{WITHOUT}" hidden>'
        f'<form method="dialog" class="picture__form" autocomplete="off" aria-label="{TITLE}">'
        '<div class="picture__problems" tabindex="-1"></div>'
        '<div class="picture__field"><label for="picture-text">Your figures</label>'
        '<p class="picture__hint" id="picture-hint">Copy the cells from a spreadsheet and paste them here: a column of months or years, and one or more columns of numbers, '
        "with their headings. Counts only: no names, no initials.</p>"
        '<textarea id="picture-text" rows="8" spellcheck="false" aria-describedby="picture-hint"></textarea></div>'
        '<p class="picture__file"><label for="picture-file">Or open a file: CSV or text</label> '
        '<input type="file" id="picture-file" accept=".csv,.txt,.tsv,text/csv,text/plain"></p>'
        '<div class="tool__controls"><button type="button" class="md-button" data-do="show">Show the picture</button>'
        '<button type="button" class="md-button" data-do="example">Try it with invented figures</button>'
        '<button type="button" class="md-button" data-do="clear">Clear</button></div>'
        '<div class="picture__settings"></div></form>'
        '<p class="visually-hidden picture__say" role="status"></p><p class="tool__stage" hidden></p>'
        '<div class="picture__result"></div></div>'
    )


def problems_html(problems: list[TableProblem] | tuple[TableProblem, ...]) -> str:
    """What cannot be read, each with a way to its row; more than five are counted."""
    shown = problems[:5]
    items = "".join(
        f'<li><a href="#picture-text" data-row="{problem.row}">{escape(problem.text)}</a></li>' for problem in shown
    )
    more = f"<li>And {len(problems) - len(shown)} more rows.</li>" if len(problems) > len(shown) else ""
    return f'<div class="picture__error"><h2>There is a problem with the figures</h2><ul>{items}{more}</ul><p>Your figures are still in the box.</p></div>'


def settings_html(table: Table, choices: Choices, shows_public: bool) -> str:
    """What was read, and the choices it leaves: which column, what it counts, out of what, a change, and who will see it."""
    labels = table.labels()
    notes = "".join(f"<li>{escape(note)}</li>" for note in table.notes)
    read = f"{len(labels):,} {table.kind}{'s' if len(labels) > 1 else ''}, {labels[0]} to {labels[-1]}; {len(table.columns)} column{'s' if len(table.columns) > 1 else ''} of figures."
    columns = [(str(n), column.name) for n, column in enumerate(table.columns)]
    none = [("", "Nothing: show the counts")]
    return (
        f"<h2>What was read</h2><p>{escape(read)}</p>"
        + (f'<ul class="picture__notes">{notes}</ul>' if notes else "")
        + select("column", "Column to look at", columns, str(choices.column))
        + select(
            "measure",
            "What it counts",
            [("", "Go by its heading"), *((m.id, m.label) for m in MEASURES)],
            choices.measure,
        )
        + select(
            "of",
            "Out of",
            none + columns,
            "" if choices.of is None else str(choices.of),
            "A column with how many children there were.",
        )
        + select(
            "change",
            "Did something change? First period after it",
            [("", "No change to look at"), *((str(n), label) for n, label in enumerate(labels) if n)],
            "" if choices.change is None else str(choices.change),
            "The average and the limits then come from the time before it.",
        )
        + select(
            "run",
            "How many figures in a row make a signal",
            [(str(n), f"{n}{' (NHS England’s newest tool)' if n == RUNS[0] else ''}") for n in RUNS],
            str(choices.run),
            "The fewer, the more false alarms.",
        )
        + '<fieldset class="picture__who"><legend>Who will see it?</legend>'
        + radio("", "Only we who hold the figures", not shows_public)
        + radio("yes", f"Anyone: hide counts below {SMALLEST}", shows_public)
        + "</fieldset>"
    )


def select(name: str, label: str, options: list[tuple[str, str]], chosen: str, hint: str = "") -> str:
    """One choice from a list, with its label and hint."""
    items = "".join(
        f'<option value="{value}"{" selected" if value == chosen else ""}>{escape(words)}</option>'
        for value, words in options
    )
    said = f'<span class="picture__hint" id="picture-{name}-hint">{escape(hint)}</span>' if hint else ""
    described = f' aria-describedby="picture-{name}-hint"' if hint else ""
    return f'<p class="picture__choice"><label for="picture-{name}">{escape(label)}</label>{said}<select id="picture-{name}" name="{name}"{described}>{items}</select></p>'


def radio(value: str, label: str, chosen: bool) -> str:
    """One of the two answers to who will see it."""
    id = f"picture-public-{value or 'no'}"
    return (
        f'<div class="answer"><input type="radio" id="{id}" name="public" value="{value}"{" checked" if chosen else ""}>'
        f'<label for="{id}">{escape(label)}</label></div>'
    )
