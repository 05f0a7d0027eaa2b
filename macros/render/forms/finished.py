"""What the page shows after a check: the problems, each with a link to its field, or the finished record."""

from macros.render.forms.form import advice_html
from macros.render.html import Child, Html, join, tag
from macros.render.result import Link
from tools.forms.model import Advice, Answers, Field, Form, Problem, Row, fields
from tools.text import MONTHS

#: An answer: text, the chosen options, or the rows of a table.
type Value = str | list[str] | list[Row]


def format_value(field: Field, value: Value) -> str:
    """A value as text: the label of an option, a date as people write it, text as it was typed."""
    labels = dict(field.options)
    if isinstance(value, list):
        return "; ".join(labels[chosen] for chosen in value if isinstance(chosen, str))
    if labels:
        return labels.get(value, value)
    if field.kind in ("day", "when") and value:
        day, _, time = value.partition("T")
        return f"{int(day[8:10])} {MONTHS[int(day[5:7]) - 1]} {day[:4]}" + (f", {time}" if time else "")
    return value


def first_control(form: Form, field: Field) -> str:
    """The id of the control that a link to a field leads to."""
    id = f"{form.name}-{field.id}"
    if field.kind == "table":
        return f"{id}-0-{field.columns[0].id}"
    return f"{id}-{field.options[0][0]}" if field.options else id


def errors_html(form: Form, problems: list[Problem]) -> Html:
    """The summary of problems, each a link to its field."""
    if not problems:
        return join()
    by_id = {field.id: field for field in fields(form)}
    items = [
        tag("li", tag("a", problem.text, href=f"#{first_control(form, by_id[problem.field])}")) for problem in problems
    ]
    return join(tag("h2", "There is a problem"), tag("p", "Nothing you typed is lost."), tag("ul", items))


def value_html(field: Field, value: Value) -> Html:
    """A value for reading: a table as a table, lines as lines."""
    if field.kind != "table":
        return join(*format_value(field, value).split("\n"), separator=tag("br"))
    head = tag("tr", [tag("th", column.label, scope="col") for column in field.columns])
    rows = [
        tag("tr", [tag("td", format_value(column, row.get(column.id, ""))) for column in field.columns])
        for row in value
        if isinstance(row, dict)
    ]
    return tag("table", tag("thead", head), tag("tbody", rows))


def done_html(form: Form, answers: Answers, day: str, advice: list[Advice], link: Link) -> Html:
    """The finished record, for reading and for paper: the answers, the fields left empty, and what they ask for."""
    empty = [field.label for field in fields(form) if not answers.get(field.id)]
    return join(
        tag("h2", form.title),
        tag(
            "p",
            f"Made{f' on {day}' if day else ''}, with version {form.version} of this form. "
            "Keep it where your service keeps records of this kind.",
            class_="record__made",
        ),
        [answers_html(section.title, section.fields, answers) for section in form.sections],
        tag("p", f"Left empty: {'; '.join(empty)}.", class_="record__empty") if empty else None,
        tag("div", advice_html(advice, link), class_="record__said"),
    )


def answers_html(title: str, asked: tuple[Field, ...] | list[Field], answers: Answers) -> Child:
    """Answers under a heading; nothing where there are none."""
    rows = [
        [
            tag("dt", field.label),
            tag(
                "dd",
                value_html(field, answers[field.id]),
                tag("span", "Signed", class_="signature") if field.kind == "sign" else None,
            ),
        ]
        for field in asked
        if answers.get(field.id)
    ]
    return [tag("h3", title), tag("dl", rows)] if rows else None
