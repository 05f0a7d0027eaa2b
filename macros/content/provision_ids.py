"""Parses a provision's id: its kind, its parent, its printed number and its name in a sentence.

An id never changes, is readable by a person, and is unique across the protocols of one build, so that
both can be printed together. The patterns below are the whole grammar; any other id is an error.

>>> parse_id("6.4-8")
ProvisionId(kind='bullet', parent='6.4', number=None, label='6.4, point 8')
>>> parse_id("a1-support-2-1").parent
'a1-support-2'
>>> parse_id("8a-10").label
'8a, question 10'
>>> parse_id("a1-sharing-text-1").label
'Annex 1, sharing, unnumbered paragraph 1'
"""

import re
from typing import NamedTuple


class ProvisionId(NamedTuple):
    """A parsed id. `number` is the one that the document prints, or None where it prints none."""

    kind: str
    parent: str | None
    number: str | None
    label: str


class IdPattern(NamedTuple):
    """One pattern of ids. The other fields are templates, which may use the pattern's groups as {0}, {1}…"""

    pattern: re.Pattern[str]
    kind: str
    parent: str | None
    number: str | None
    label: str


def _ids(pattern: str, kind: str, parent: str | None, number: str | None, label: str) -> IdPattern:
    return IdPattern(re.compile(pattern), kind, parent, number, label)


#: Tried in order; the first full match wins.
PATTERNS = (
    # Lead-in or closing text that the document prints without a number.
    _ids(r"(.+)-text-(\d+)", "paragraph", "{0}", None, "unnumbered paragraph {1}"),
    # National protocol.
    _ids(r"front", "front matter", None, None, "front matter"),
    _ids(r"front-(\d+)", "front matter", "front", None, "front matter, part {0}"),
    _ids(r"s(\d+)", "section", None, "{0}", "section {0}"),
    _ids(r"(\d+)\.(\d+)", "paragraph", "s{0}", "{0}.{1}", "{0}.{1}"),
    _ids(r"(\d+\.\d+)-(\d+)", "bullet", "{0}", None, "{0}, point {1}"),
    _ids(r"(\d+\.\d+)-(\d+)-(\d+)", "bullet", "{0}-{1}", None, "{0}, point {1}, part {2}"),
    _ids(r"(\d+)-(resettlement|secure)", "section", "s{0}", None, "section {0}, {1}"),
    _ids(r"(\d+)-(resettlement|secure)-(\d+)", "bullet", "{0}-{1}", None, "section {0}, {1}, point {2}"),
    _ids(r"fn(\d+)", "footnote", None, "{0}", "footnote {0}"),
    _ids(r"a(\d)", "annex", None, "{0}", "Annex {0}"),
    _ids(r"a3-rule", "annex item", "a3", None, "Annex 3, closing rule"),
    _ids(r"a2-principle-(\d+)", "annex item", "a2", "{0}", "Annex 2, principle {0}"),
    _ids(r"a([2345])-(\d+)", "annex item", "a{0}", None, "Annex {0}, item {1}"),
    _ids(r"a([16])-([a-z]+)", "annex section", "a{0}", None, "Annex {0}, {1}"),
    _ids(r"a([16])-([a-z]+)-(\d+)", "annex item", "a{0}-{1}", None, "Annex {0}, {1}, item {2}"),
    _ids(r"a1-([a-z]+)-(\d+)-(\d+)", "annex item", "a1-{0}-{1}", None, "Annex 1, {0}, item {1}, part {2}"),
    _ids(r"a1-([a-z]+)-insert-(\d+)", "prompt", "a1-{0}", None, "Annex 1, {0}, insert {1}"),
    _ids(r"a1-([a-z]+)-quote-(\d+)", "annex item", "a1-{0}", None, "Annex 1, {0}, quotation {1}"),
    # Local protocols.
    _ids(r"lfront", "front matter", None, None, "front matter"),
    _ids(r"lfront-(\d+)", "front matter", "lfront", None, "front matter, part {0}"),
    _ids(r"l(\d+)", "section", None, "{0}", "section {0}"),
    _ids(r"8a-(\d+)", "form line", "8a", "{0}", "8a, question {0}"),
    _ids(r"5a-(\d+)", "form line", "5a", None, "5a, line {0}"),
    _ids(r"(\d+)([a-z])", "section", "l{0}", "{0}{1}", "{0}{1}"),
    _ids(r"(\d+[a-z])-(\d+)", "paragraph", "{0}", None, "{0}, part {1}"),
    _ids(r"11-(\d+)", "form line", "l11", None, "implementation checklist, line {0}"),
    _ids(r"(\d+)-reason-(\d+)", "bullet", "l{0}", None, "section {0}, reason {1}"),
    _ids(r"(\d+)-source-(\d+)", "bullet", "l{0}", None, "section {0}, source {1}"),
    _ids(r"(\d+)-(\d+)", "paragraph", "l{0}", None, "section {0}, part {1}"),
    _ids(r"chart", "section", None, None, "flow chart"),
    _ids(r"chart-(\d+)", "paragraph", "chart", None, "flow chart, line {0}"),
    _ids(r"app(\d)", "annex", None, "{0}", "Appendix {0}"),
    _ids(r"app(\d)-([a-z]+)", "annex section", "app{0}", None, "Appendix {0}, {1}"),
    _ids(r"app(\d)-([a-z]+)-([a-z]+)", "annex section", "app{0}-{1}", None, "Appendix {0}, {1}, {2}"),
    _ids(r"app(\d)-([a-z]+)-(\d+)", "annex item", "app{0}-{1}", None, "Appendix {0}, {1}, item {2}"),
    _ids(r"app(\d)-([a-z]+)-([a-z]+)-(\d+)", "annex item", "app{0}-{1}-{2}", None, "Appendix {0}, {1}, {2}, item {3}"),
)


def parse_id(id: str) -> ProvisionId:
    """Parses an id; raises ValueError for one that no pattern matches."""
    for pattern in PATTERNS:
        match = pattern.pattern.fullmatch(id)
        if match:
            groups = match.groups()
            label = pattern.label.format(*groups)
            if pattern is PATTERNS[0]:
                label = f"{parse_id(match[1]).label}, {label}"
            return ProvisionId(pattern.kind, _fill(pattern.parent, groups), _fill(pattern.number, groups), label)
    raise ValueError(f"'{id}' is not a valid id; the patterns are listed in macros/content/provision_ids.py")


def _fill(template: str | None, groups: tuple[str, ...]) -> str | None:
    return template.format(*groups) if template is not None else None
