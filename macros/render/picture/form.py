"""The tool's form: a place to paste or open a table, and, once it has been read, what to choose about it.

The form cannot send anything: its method is `dialog` and it has no submit control.
"""

from collections.abc import Sequence

from macros.render.controls import choice_html
from macros.render.html import Html, join, tag
from tools.picture import TITLE
from tools.picture.analysis import Choices
from tools.picture.measures import MEASURES
from tools.picture.publication import SMALLEST
from tools.picture.reading import TableProblem
from tools.picture.series import Table
from tools.picture.xmr import RUNS

#: What the page says that still helps when Python does not start.
WITHOUT = "How to do it by hand is on this page, below."
HINT = (
    "Copy the cells from a spreadsheet and paste them here: a column of months or years, and one or more columns of "
    "numbers, with their headings. Counts only: no names, no initials."
)
#: More problems than this are only counted.
MAX_PROBLEMS = 5


def tool_html() -> Html:
    """The tool on the built page, hidden until its script runs: the box for figures.

    The rest comes when there is something to choose.
    """
    return tag(
        "div",
        tag(
            "form",
            tag("div", class_="picture__problems", tabindex="-1"),
            _figures_html(),
            buttons_html(("show", "Show the picture"), ("example", "Try it with invented figures"), ("clear", "Clear")),
            tag("div", class_="picture__settings"),
            method="dialog",
            class_="picture__form",
            autocomplete="off",
            aria_label=TITLE,
        ),
        tag("p", class_="visually-hidden picture__say", role="status"),
        tag("p", class_="tool__stage", hidden=True),
        tag("div", class_="picture__result"),
        class_="tool picture",
        data_module="evidence/local-picture",
        data_picture=True,
        data_without=WITHOUT,
        hidden=True,
    )


def _figures_html() -> Html:
    """The box for figures, and a control that opens a file."""
    box = tag("textarea", id="picture-text", rows=8, spellcheck="false", aria_describedby="picture-hint")
    types = ".csv,.txt,.tsv,text/csv,text/plain"
    return join(
        tag(
            "div",
            tag("label", "Your figures", for_="picture-text"),
            tag("p", HINT, class_="picture__hint", id="picture-hint"),
            box,
            class_="picture__field",
        ),
        tag(
            "p",
            tag("label", "Or open a file: CSV or text", for_="picture-file"),
            " ",
            tag("input", type="file", id="picture-file", accept=types),
            class_="picture__file",
        ),
    )


def buttons_html(*buttons: tuple[str, str]) -> Html:
    """Buttons in a row, each with what the page's script does and its label."""
    return tag("div", [button_html(action, label) for action, label in buttons], class_="tool__controls")


def button_html(action: str, label: str) -> Html:
    """A button for the page's script."""
    return tag("button", label, type="button", class_="md-button", data_do=action)


def problems_html(problems: Sequence[TableProblem]) -> Html:
    """What cannot be read, each problem with a link to its row."""
    items = [
        tag("li", tag("a", problem.text, href="#picture-text", data_row=problem.row))
        for problem in problems[:MAX_PROBLEMS]
    ]
    more = len(problems) - len(items)
    return tag(
        "div",
        tag("h2", "There is a problem with the figures"),
        tag("ul", items, tag("li", f"And {more} more rows.") if more else None),
        tag("p", "Your figures are still in the box."),
        class_="picture__error",
    )


def settings_html(table: Table, choices: Choices, shows_public: bool) -> Html:
    """What was read, and what can be chosen: a column, what it counts, out of what, a change, and who will see it."""
    labels = table.labels()
    columns = [(str(n), column.name) for n, column in enumerate(table.columns)]
    return join(
        tag("h2", "What was read"),
        tag("p", _summary(table)),
        tag("ul", [tag("li", note) for note in table.notes], class_="picture__notes") if table.notes else None,
        select_html("column", "Column to look at", columns, str(choices.column)),
        select_html(
            "measure",
            "What it counts",
            [("", "Go by its heading"), *((measure.id, measure.label) for measure in MEASURES)],
            choices.measure,
        ),
        select_html(
            "of",
            "Out of",
            [("", "Nothing: show the counts"), *columns],
            "" if choices.of is None else str(choices.of),
            "A column with how many children there were.",
        ),
        select_html(
            "change",
            "Did something change? First period after it",
            [("", "No change to look at"), *((str(n), label) for n, label in enumerate(labels) if n)],
            "" if choices.change is None else str(choices.change),
            "The average and the limits then come from the time before it.",
        ),
        select_html(
            "run",
            "How many figures in a row make a signal",
            [(str(n), f"{n}{' (NHS England’s newest tool)' if n == RUNS[0] else ''}") for n in RUNS],
            str(choices.run),
            "The fewer, the more false alarms.",
        ),
        tag(
            "fieldset",
            tag("legend", "Who will see it?"),
            radio_html("", "Only we who hold the figures", not shows_public),
            radio_html("yes", f"Anyone: hide counts below {SMALLEST}", shows_public),
            class_="picture__who",
        ),
    )


def _summary(table: Table) -> str:
    """How much was read."""
    labels, columns = table.labels(), len(table.columns)
    periods = f"{len(labels):,} {table.kind}{'s' if len(labels) > 1 else ''}"
    return f"{periods}, {labels[0]} to {labels[-1]}; {columns} column{'s' if columns > 1 else ''} of figures."


def select_html(name: str, label: str, options: list[tuple[str, str]], selected: str, hint: str = "") -> Html:
    """One choice from a list, with its label and hint."""
    id = f"picture-{name}"
    return tag(
        "p",
        tag("label", label, for_=id),
        tag("span", hint, class_="picture__hint", id=f"{id}-hint") if hint else None,
        tag(
            "select",
            [tag("option", text, value=value, selected=value == selected) for value, text in options],
            id=id,
            name=name,
            aria_describedby=f"{id}-hint" if hint else None,
        ),
        class_="picture__choice",
    )


def radio_html(value: str, label: str, checked: bool) -> Html:
    """One of the two answers to who will see it."""
    return choice_html("radio", f"picture-public-{value or 'no'}", "public", value, label, checked=checked)
