"""What a provision's id says: its kind, its parent, its printed number and how to say it.

An id never changes, is readable by a person, and is unique across the protocols of one build, so that
both can be printed together. The forms below are the whole grammar; an id outside it is refused.

>>> describe("6.4-8")
Address(kind='bullet', parent='6.4', number=None, label='6.4, point 8')
>>> describe("a1-support-2-1").parent
'a1-support-2'
>>> describe("8a-10").label
'8a, question 10'
>>> describe("a1-sharing-text-1").label
'Annex 1, sharing, unnumbered paragraph 1'
"""

import re
from typing import NamedTuple


class Address(NamedTuple):
    """An id, explained. `number` is what the document prints, or None where it prints none."""

    kind: str
    parent: str | None
    number: str | None
    label: str


class Form(NamedTuple):
    """One shape of id: templates may use the pattern's groups as {0}, {1}…"""

    pattern: re.Pattern
    kind: str
    parent: str | None
    number: str | None
    label: str


def _form(pattern, kind, parent, number, label):
    return Form(re.compile(pattern), kind, parent, number, label)


#: Tried in order; the first full match wins.
FORMS = (
    # Lead-in or closing words that the document prints without a number.
    _form(r"(.+)-text-(\d+)", "paragraph", "{0}", None, "unnumbered paragraph {1}"),
    # National protocol.
    _form(r"front", "front matter", None, None, "front matter"),
    _form(r"front-(\d+)", "front matter", "front", None, "front matter, part {0}"),
    _form(r"s(\d+)", "section", None, "{0}", "section {0}"),
    _form(r"(\d+)\.(\d+)", "paragraph", "s{0}", "{0}.{1}", "{0}.{1}"),
    _form(r"(\d+\.\d+)-(\d+)", "bullet", "{0}", None, "{0}, point {1}"),
    _form(r"(\d+\.\d+)-(\d+)-(\d+)", "bullet", "{0}-{1}", None, "{0}, point {1}, part {2}"),
    _form(r"(\d+)-(resettlement|secure)", "section", "s{0}", None, "section {0}, {1}"),
    _form(r"(\d+)-(resettlement|secure)-(\d+)", "bullet", "{0}-{1}", None, "section {0}, {1}, point {2}"),
    _form(r"fn(\d+)", "footnote", None, "{0}", "footnote {0}"),
    _form(r"a(\d)", "annex", None, "{0}", "Annex {0}"),
    _form(r"a3-rule", "annex item", "a3", None, "Annex 3, closing rule"),
    _form(r"a2-principle-(\d+)", "annex item", "a2", "{0}", "Annex 2, principle {0}"),
    _form(r"a([2345])-(\d+)", "annex item", "a{0}", None, "Annex {0}, item {1}"),
    _form(r"a([16])-([a-z]+)", "annex section", "a{0}", None, "Annex {0}, {1}"),
    _form(r"a([16])-([a-z]+)-(\d+)", "annex item", "a{0}-{1}", None, "Annex {0}, {1}, item {2}"),
    _form(r"a1-([a-z]+)-(\d+)-(\d+)", "annex item", "a1-{0}-{1}", None, "Annex 1, {0}, item {1}, part {2}"),
    _form(r"a1-([a-z]+)-insert-(\d+)", "prompt", "a1-{0}", None, "Annex 1, {0}, insert {1}"),
    _form(r"a1-([a-z]+)-quote-(\d+)", "annex item", "a1-{0}", None, "Annex 1, {0}, quotation {1}"),
    # Local protocols.
    _form(r"lfront", "front matter", None, None, "front matter"),
    _form(r"lfront-(\d+)", "front matter", "lfront", None, "front matter, part {0}"),
    _form(r"l(\d+)", "section", None, "{0}", "section {0}"),
    _form(r"8a-(\d+)", "form line", "8a", "{0}", "8a, question {0}"),
    _form(r"5a-(\d+)", "form line", "5a", None, "5a, line {0}"),
    _form(r"(\d+)([a-z])", "section", "l{0}", "{0}{1}", "{0}{1}"),
    _form(r"(\d+[a-z])-(\d+)", "paragraph", "{0}", None, "{0}, part {1}"),
    _form(r"11-(\d+)", "form line", "l11", None, "implementation checklist, line {0}"),
    _form(r"(\d+)-reason-(\d+)", "bullet", "l{0}", None, "section {0}, reason {1}"),
    _form(r"(\d+)-source-(\d+)", "bullet", "l{0}", None, "section {0}, source {1}"),
    _form(r"(\d+)-(\d+)", "paragraph", "l{0}", None, "section {0}, part {1}"),
    _form(r"chart", "section", None, None, "flow chart"),
    _form(r"chart-(\d+)", "paragraph", "chart", None, "flow chart, line {0}"),
    _form(r"app(\d)", "annex", None, "{0}", "Appendix {0}"),
    _form(r"app(\d)-([a-z]+)", "annex section", "app{0}", None, "Appendix {0}, {1}"),
    _form(r"app(\d)-([a-z]+)-([a-z]+)", "annex section", "app{0}-{1}", None, "Appendix {0}, {1}, {2}"),
    _form(r"app(\d)-([a-z]+)-(\d+)", "annex item", "app{0}-{1}", None, "Appendix {0}, {1}, item {2}"),
    _form(r"app(\d)-([a-z]+)-([a-z]+)-(\d+)", "annex item", "app{0}-{1}-{2}", None, "Appendix {0}, {1}, {2}, item {3}"),
)


def describe(id: str) -> Address:
    """Explain an id; raises ValueError for one that no form allows."""
    for form in FORMS:
        match = form.pattern.fullmatch(id)
        if match:
            fill = lambda template: template and template.format(*match.groups())
            label = fill(form.label) if form is not FORMS[0] else f"{describe(match[1]).label}, {fill(form.label)}"
            return Address(form.kind, fill(form.parent), fill(form.number), label)
    raise ValueError(
        f"'{id}' is not an address this project knows; the forms are listed in macros/content/provision_ids.py"
    )
