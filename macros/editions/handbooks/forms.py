"""Blank records for a pen: the same fields as on the screen and in Word, with room to write."""

from macros.render.html import Html, join, tag
from tools.forms.model import Field, Form, Section

#: Rows of a blank table, and lines of a field for more than one line.
ROWS, LINES = 5, 3


def rule() -> Html:
    """A line to write on."""
    return tag("span", class_="rule")


def blank_form(form: Form) -> Html:
    """A whole blank record."""
    return join(
        tag("p", f"{form.purpose} No names: initials or a role will do.", class_="say"),
        map(_section, form.sections),
        tag("p", f"Version {form.version} of this form.", class_="foot"),
    )


def _section(section: Section) -> Html:
    why = tag("p", section.why, class_="why") if section.why else None
    return tag("section", tag("h3", section.title), why, map(_field, section.fields), class_="record")


def _field(field: Field) -> Html:
    """One field: its label, a hint, and room to write."""
    hint = [" ", tag("span", field.hint, class_="hint")] if field.hint else None
    label = tag("p", tag("strong", field.label), hint, class_="ask")
    if field.kind == "table":
        room = _table(field)
    elif field.options:
        room = _options(field)
    elif field.kind == "lines":
        room = tag("div", [rule()] * LINES, class_="lines")
    else:
        room = rule()
    length = "short" if room == rule() else "long"
    return tag("div", label, room, class_=f"field field--{length} field--{field.kind}")


def _options(field: Field) -> Html:
    """Boxes to tick, each with its label."""
    boxes = (tag("li", tag("span", class_="box"), " ", label) for _, label in field.options)
    return tag("ul", boxes, class_="boxes")


def _table(field: Field) -> Html:
    """A table to fill in."""
    head = tag("tr", (tag("th", column.label, scope="col") for column in field.columns))
    row = tag("tr", [tag("td")] * len(field.columns))
    return tag("table", tag("thead", head), tag("tbody", [row] * ROWS), class_="fill")
