"""Controls that several forms have."""

from macros.render.html import Child, Html, tag


def choice_html(kind: str, id: str, name: str, value: str, *label: Child, checked: bool = False) -> Html:
    """One answer: a radio button or a check box, as `kind` says, with its label."""
    control = tag("input", type=kind, id=id, name=name, value=value, checked=checked)
    return tag("div", control, tag("label", label, for_=id), class_="answer")
