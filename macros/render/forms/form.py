"""A form as HTML: for the page that is built, where it works as it stands, and for paper, where its boxes are for a pen."""

from macros.render.html import escape
from macros.render.result import Link, citations_html
from tools.forms.model import Advice, Field, Form, Section

#: What a page says that still holds when Python does not start.
WITHOUT = "You can still fill this form in and print it, or print it empty and use a pen."
#: Rows of a table that stand on the page from the start.
ROWS = 3
_TYPES = {"line": "text", "sign": "text", "day": "date", "when": "datetime-local"}
#: In what order advice is said.
_ORDER = ("now", "do", "know", "words")


def input_html(field: Field, id: str, name: str, described: str = "") -> str:
    """The control for one value."""
    says = f' aria-describedby="{described}"' if described else ""
    if field.kind == "lines":
        return f'<textarea id="{id}" name="{name}" rows="4"{says}></textarea>'
    if field.kind == "choice":  # a choice within a table
        options = "".join(f'<option value="{value}">{escape(label)}</option>' for value, label in field.options)
        return f'<select id="{id}" name="{name}"{says}><option value="">Choose</option>{options}</select>'
    return f'<input type="{_TYPES[field.kind]}" id="{id}" name="{name}"{says}>'


def options_html(field: Field, id: str) -> str:
    """The answers of a choice, one under another."""
    kind = "checkbox" if field.kind == "many" else "radio"
    return (
        '<div class="answers">'
        + "".join(
            f'<div class="answer"><input type="{kind}" id="{id}-{value}" name="{field.id}" value="{value}"><label for="{id}-{value}">{escape(label)}</label></div>'
            for value, label in field.options
        )
        + "</div>"
    )


def row_html(field: Field, id: str, number: int) -> str:
    """One row of a table."""
    cells = "".join(
        f'<div class="cell cell--{column.kind}"><label for="{id}-{number}-{column.id}">{escape(column.label)}</label>'
        f"{input_html(column, f'{id}-{number}-{column.id}', f'{field.id}.{number}.{column.id}')}</div>"
        for column in field.columns
    )
    return f'<div class="row" role="group" aria-label="{escape(field.label)}, row {number + 1}">{cells}</div>'


def field_html(form: Form, field: Field, link: Link, said: bool = False) -> str:
    """One field with its label, hint, place for an error, and sources. `said`: the heading above has just said the label."""
    id = f"{form.name}-{field.id}"
    hint = f'<p class="field__hint" id="{id}-hint">{escape(field.hint)}</p>' if field.hint else ""
    error = f'<p class="field__error" id="{id}-error" hidden></p>'
    source = citations_html(field.citations, link) if field.citations and field.kind != "many" else ""
    described = f"{id}-hint {id}-error" if hint else f"{id}-error"
    if field.kind in ("choice", "scale", "many", "table"):
        inner = (
            "".join(row_html(field, id, n) for n in range(ROWS)) if field.kind == "table" else options_html(field, id)
        )
        return (
            f'<fieldset class="field field--{field.kind}" id="{id}" data-field="{field.id}" tabindex="-1" aria-describedby="{described}"><legend{' class="visually-hidden"' if said else ""}>{escape(field.label)}</legend>'
            f"{hint}{error}{inner}{f'<p>{source}</p>' if source else ''}</fieldset>"
        )
    return (
        f'<div class="field field--{field.kind}" data-field="{field.id}"><label for="{id}">{escape(field.label)}</label>{hint}{error}'
        f"{input_html(field, id, field.id, described)}{f'<p>{source}</p>' if source else ''}</div>"
    )


def section_html(form: Form, section: Section, link: Link) -> str:
    """A section with its fields."""
    why = f"<p>{escape(section.why)}</p>" if section.why else ""
    return f'<section class="record__section"><h2>{escape(section.title)}</h2>{why}{"".join(field_html(form, f, link, f.label == section.title) for f in section.fields)}</section>'


def form_html(form: Form, link: Link, group: str = "records") -> str:
    """A whole form, for the script and the tools of a group. It cannot send: its method is `dialog`, and without JavaScript it has no button."""
    sections = "".join(section_html(form, section, link) for section in form.sections)
    return (
        f'<div class="record" data-module="forms/{group}" data-record="{form.name}" data-without="{WITHOUT}">'
        f'<div class="record__errors" tabindex="-1" role="alert" hidden></div>'
        f'<form method="dialog" class="record__form" autocomplete="off" aria-label="{escape(form.title)}">{sections}</form>'
        '<div class="record__advice" role="status"></div><p class="tool__stage" hidden></p>'
        '<div class="record__done" tabindex="-1" hidden></div></div>'
    )


def advice_html(said: list[Advice], link: Link) -> str:
    """Advice as a list, the most urgent first; 999 can be tapped."""
    if not said:
        return ""
    items = "".join(
        f'<li class="advice--{a.kind}">'
        + (f"<strong>{words(a)}</strong>" if a.kind == "now" else words(a))
        + f"{citations_html(a.citations, link)}</li>"
        for a in sorted(said, key=lambda a: _ORDER.index(a.kind))
    )
    return f'<h2>What this asks for</h2><ul class="advice">{items}</ul>'


def words(said: Advice) -> str:
    """Words of advice with their phone numbers as links."""
    return (
        escape(said.text)
        .replace("999", '<a class="phone" href="tel:999">999</a>')
        .replace(" 101", ' <a class="phone" href="tel:101">101</a>')
    )
