"""A form as HTML: for the page, where it works without a script, and for paper, where it is filled in by hand."""

from macros.render.controls import choice_html
from macros.render.html import Child, Html, join, tag
from macros.render.phones import link_police
from macros.render.result import Link, citations_html
from tools.forms.model import Advice, Field, Form, Section

#: What a page says that is still true when Python does not start.
WITHOUT = "You can still fill this form in and print it, or print it empty and use a pen."
#: Rows of a table that the page has from the start.
ROWS = 3
_TYPES = {"line": "text", "sign": "text", "day": "date", "when": "datetime-local"}
#: The order of advice, the most urgent first.
_ORDER = ("now", "do", "know", "words")


def input_html(field: Field, id: str, name: str, described_by: str | None = None) -> Html:
    """The control for one value."""
    if field.kind == "lines":
        return tag("textarea", id=id, name=name, rows=4, aria_describedby=described_by)
    if field.kind == "choice":  # a choice within a table
        options = [tag("option", label, value=value) for value, label in field.options]
        return tag(
            "select", tag("option", "Choose", value=""), options, id=id, name=name, aria_describedby=described_by
        )
    return tag("input", type=_TYPES[field.kind], id=id, name=name, aria_describedby=described_by)


def options_html(field: Field, id: str) -> Html:
    """The answers of a choice, one under another."""
    kind = "checkbox" if field.kind == "many" else "radio"
    options = [choice_html(kind, f"{id}-{value}", field.id, value, label) for value, label in field.options]
    return tag("div", options, class_="answers")


def row_html(field: Field, id: str, number: int) -> Html:
    """One row of a table."""
    cells = [
        tag(
            "div",
            tag("label", column.label, for_=f"{id}-{number}-{column.id}"),
            input_html(column, f"{id}-{number}-{column.id}", f"{field.id}.{number}.{column.id}"),
            class_=f"cell cell--{column.kind}",
        )
        for column in field.columns
    ]
    return tag("div", cells, class_="row", role="group", aria_label=f"{field.label}, row {number + 1}")


def field_html(form: Form, field: Field, link: Link, label_hidden: bool = False) -> Html:
    """One field with its label, hint, place for an error, and sources.

    `label_hidden`: the heading above is the same text, so the label is only for screen readers.
    """
    id = f"{form.name}-{field.id}"
    hint = tag("p", field.hint, class_="field__hint", id=f"{id}-hint") if field.hint else None
    error = tag("p", class_="field__error", id=f"{id}-error", hidden=True)
    sources = citations_html(field.citations, link) if field.kind != "many" else None
    source = tag("p", sources) if sources else None
    described_by = f"{id}-hint {id}-error" if hint else f"{id}-error"
    if field.kind in ("choice", "scale", "many", "table"):
        return tag(
            "fieldset",
            tag("legend", field.label, class_="visually-hidden" if label_hidden else None),
            hint,
            error,
            [row_html(field, id, n) for n in range(ROWS)] if field.kind == "table" else options_html(field, id),
            source,
            class_=f"field field--{field.kind}",
            id=id,
            data_field=field.id,
            tabindex="-1",
            aria_describedby=described_by,
        )
    return tag(
        "div",
        tag("label", field.label, for_=id),
        hint,
        error,
        input_html(field, id, field.id, described_by),
        source,
        class_=f"field field--{field.kind}",
        data_field=field.id,
    )


def section_html(form: Form, section: Section, link: Link) -> Html:
    """A section with its fields."""
    return tag(
        "section",
        tag("h2", section.title),
        tag("p", section.why) if section.why else None,
        [field_html(form, field, link, field.label == section.title) for field in section.fields],
        class_="record__section",
    )


def form_html(form: Form, link: Link, group: str = "records") -> Html:
    """A whole form, for the script and the tools of a group.

    It cannot send: its method is `dialog`, and without JavaScript it has no button.
    """
    return tag(
        "div",
        tag("div", class_="record__errors", tabindex="-1", role="alert", hidden=True),
        tag(
            "form",
            [section_html(form, section, link) for section in form.sections],
            method="dialog",
            class_="record__form",
            autocomplete="off",
            aria_label=form.title,
        ),
        tag("div", class_="record__advice", role="status"),
        tag("p", class_="tool__stage", hidden=True),
        tag("div", class_="record__done", tabindex="-1", hidden=True),
        class_="record",
        data_module=f"forms/{group}",
        data_record=form.name,
        data_without=WITHOUT,
    )


def advice_html(advice: list[Advice], link: Link) -> Html:
    """Advice as a list, the most urgent first, with phone numbers that can be tapped."""
    if not advice:
        return join()
    items = [advice_item_html(item, link) for item in sorted(advice, key=lambda item: _ORDER.index(item.kind))]
    return join(tag("h2", "What this asks for"), tag("ul", items, class_="advice"))


def advice_item_html(advice: Advice, link: Link) -> Html:
    """One piece of advice; what has to be done now is strong."""
    text: Child = link_police(advice.text)
    if advice.kind == "now":
        text = tag("strong", text)
    return tag("li", text, citations_html(advice.citations, link), class_=f"advice--{advice.kind}")
