"""The dates on a page: the form, the rules as tables for readers without it, and the years for which bank holidays are known."""

from functools import partial

from macros.content.citations import citation_links
from macros.content.errors import did_you_mean
from macros.pages.build import Macro
from macros.render.dates.result import rules_html
from macros.render.forms.form import form_html
from macros.render.html import escape
from tools.dates import bank_holidays
from tools.dates.form import FORM
from tools.dates.rules import GROUPS, READ


def dates(build) -> str:
    """The form, which works as a form even before its script runs."""
    return f'<div class="record-page">{form_html(FORM, partial(citation_links, build.model), "dates")}</div>'


def date_rules(build, group: str) -> str:
    """The rules of one group as a table."""
    if group not in dict(GROUPS):
        raise LookupError(f"no group of dates '{group}'.{did_you_mean(group, dict(GROUPS))}")
    return f'<div class="dates-rules">{rules_html(group, partial(citation_links, build.model))}</div>'


def holidays_known(build) -> str:
    """For which years, and from which library."""
    return escape(
        f"{bank_holidays.FIRST} to {bank_holidays.LAST}, as the software library {bank_holidays.SOURCE} has them"
    )


def rules_read(build) -> str:
    """Which text of the regulations the rules come from."""
    return escape(READ)


MACROS: dict[str, Macro] = {
    "dates": dates,
    "date_rules": date_rules,
    "holidays_known": holidays_known,
    "rules_read": rules_read,
}
