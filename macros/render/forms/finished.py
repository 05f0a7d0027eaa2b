"""What stands on the page after a check: the problems, each with a way to its field, or the finished record."""

from macros.render.forms.form import advice_html
from macros.render.html import escape
from macros.render.result import Link
from tools.forms.model import Advice, Field, Form, Problem, fields

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def said(field: Field, value) -> str:
    """A value in words: the label of an option, a day as people write it, text as it was typed."""
    labels = dict(field.options)
    if field.kind == "many":
        return "; ".join(labels[v] for v in value)
    if labels:
        return labels.get(value, value)
    if field.kind in ("day", "when") and value:
        day, _, time = value.partition("T")
        return f"{int(day[8:10])} {_MONTHS[int(day[5:7]) - 1]} {day[:4]}" + (f", {time}" if time else "")
    return value


def first(form: Form, field: Field) -> str:
    """The id of the control a reader has to go to for a field."""
    id = f"{form.name}-{field.id}"
    return (
        f"{id}-0-{field.columns[0].id}"
        if field.kind == "table"
        else f"{id}-{field.options[0][0]}"
        if field.options
        else id
    )


def errors_html(form: Form, problems: list[Problem]) -> str:
    """The summary of problems, each a link to its field."""
    if not problems:
        return ""
    known = {field.id: field for field in fields(form)}
    items = "".join(f'<li><a href="#{first(form, known[p.field])}">{escape(p.text)}</a></li>' for p in problems)
    return f"<h2>There is a problem</h2><p>Nothing you typed is lost.</p><ul>{items}</ul>"


def value_html(field: Field, value) -> str:
    """A value for reading: a table as a table, lines as lines."""
    if field.kind == "table":
        head = "".join(f'<th scope="col">{escape(c.label)}</th>' for c in field.columns)
        rows = "".join(
            "<tr>" + "".join(f"<td>{escape(said(c, row.get(c.id, '')))}</td>" for c in field.columns) + "</tr>"
            for row in value
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return "<br>".join(escape(line) for line in said(field, value).split("\n"))


def done_html(form: Form, answers: dict, made: str, advised: list[Advice], link: Link) -> str:
    """The finished record, for reading and for paper: what was given, what was left empty, and what it asks for."""
    parts = []
    for section in form.sections:
        rows = "".join(
            f"<dt>{escape(f.label)}</dt><dd>{value_html(f, answers[f.id])}"
            + ('<span class="signature">Signed</span>' if f.kind == "sign" else "")
            + "</dd>"
            for f in section.fields
            if answers.get(f.id)
        )
        if rows:
            parts.append(f"<h3>{escape(section.title)}</h3><dl>{rows}</dl>")
    empty = [f.label for f in fields(form) if not answers.get(f.id)]
    left = f'<p class="record__empty">Left empty: {escape("; ".join(empty))}.</p>' if empty else ""
    return (
        f'<h2>{escape(form.title)}</h2><p class="record__made">Made{" on " + escape(made) if made else ""}, with version {form.version} of this form. '
        f'Keep it where your service keeps records of this kind.</p>{"".join(parts)}{left}<div class="record__said">{advice_html(advised, link)}</div>'
    )
