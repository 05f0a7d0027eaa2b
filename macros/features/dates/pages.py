"""The dates on a page: the form, the rules as tables for readers without it, and the years with known bank holidays."""

from functools import partial

from macros.content.citations import citation_links
from macros.content.errors import did_you_mean
from macros.pages.build import Build, Macro
from macros.pages.html import Block, Inline
from macros.render.dates.result import rules_html
from macros.render.forms.form import form_html
from macros.render.html import escape, tag
from tools.dates import bank_holidays
from tools.dates.form import FORM
from tools.dates.rules import GROUPS, READ


def dates(build: Build) -> Block:
    """The form, which can be filled in before its script runs."""
    form = form_html(FORM, partial(citation_links, build.model), "dates")
    return Block(tag("div", form, class_="record-page"))


def date_rules(build: Build, group: str) -> Block:
    """The rules of one group as a table."""
    if group not in dict(GROUPS):
        raise LookupError(f"no group of dates '{group}'.{did_you_mean(group, dict(GROUPS))}")
    return Block(tag("div", rules_html(group, partial(citation_links, build.model)), class_="dates-rules"))


def holidays_known(build: Build) -> Inline:
    """The years with known bank holidays, and the library they come from."""
    first, last, source = bank_holidays.FIRST, bank_holidays.LAST, bank_holidays.SOURCE
    return Inline(escape(f"{first} to {last}, as the software library {source} has them"))


def rules_read(build: Build) -> Inline:
    """The version of the regulations that the rules come from."""
    return Inline(escape(READ))


MACROS: dict[str, Macro] = {
    "dates": dates,
    "date_rules": date_rules,
    "holidays_known": holidays_known,
    "rules_read": rules_read,
}
