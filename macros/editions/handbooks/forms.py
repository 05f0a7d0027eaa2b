"""Blank records for a pen: the same fields as on the screen and in Word, with room to write."""

from macros.render.html import escape
from tools.forms.model import Field, Form, Section

#: Rows of a table, and lines of a field for more than one line, that stand ready for a pen.
ROWS, LINES = 5, 3


def rule(words: str = "") -> str:
    """A line to write on."""
    return f'<span class="rule">{words}</span>'


def options(field: Field) -> str:
    """Boxes to tick, each with its label."""
    return (
        '<ul class="boxes">'
        + "".join(f'<li><span class="box"></span> {escape(label)}</li>' for _, label in field.options)
        + "</ul>"
    )


def table(field: Field) -> str:
    """A table to fill in."""
    head = "".join(f'<th scope="col">{escape(column.label)}</th>' for column in field.columns)
    row = f"<tr>{'<td></td>' * len(field.columns)}</tr>"
    return f'<table class="fill"><thead><tr>{head}</tr></thead><tbody>{row * ROWS}</tbody></table>'


def field_html(field: Field) -> str:
    """One field: what is asked, a hint, and room."""
    asked = (
        f'<p class="ask"><strong>{escape(field.label)}</strong>'
        + (f' <span class="hint">{escape(field.hint)}</span>' if field.hint else "")
        + "</p>"
    )
    if field.kind == "table":
        room = table(field)
    elif field.options:
        room = options(field)
    elif field.kind == "lines":
        room = f'<div class="lines">{rule() * LINES}</div>'
    else:
        room = rule()
    short = "short" if room == rule() else "long"
    return f'<div class="field field--{short} field--{field.kind}">{asked}{room}</div>'


def section_html(part: Section) -> str:
    """A section with its fields."""
    why = f'<p class="why">{escape(part.why)}</p>' if part.why else ""
    return (
        f'<section class="record"><h3>{escape(part.title)}</h3>{why}{"".join(map(field_html, part.fields))}</section>'
    )


def blank(form: Form) -> str:
    """A whole blank record."""
    return (
        f'<p class="say">{escape(form.purpose)} No names: initials or a role will do.</p>{"".join(map(section_html, form.sections))}'
        f'<p class="foot">Version {form.version} of this form.</p>'
    )
