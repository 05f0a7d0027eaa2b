"""The dates on a page: the form, the rules as tables for readers without it, and the years for which bank holidays are known."""

from functools import partial

from macros.errors import nearest
from macros.links import citation_links
from macros.render.dates.result import rules_html
from macros.render.forms.form import form_html
from macros.render.marks import escape
from tools.dates import bank_holidays
from tools.dates.form import FORM
from tools.dates.rules import GROUPS, READ


def dates(words) -> str:
    """The form, which works as a form even before its script runs."""
    return f'<div class="record-page">{form_html(FORM, partial(citation_links, words.model), "dates")}</div>'


def date_rules(words, group: str) -> str:
    """The rules of one group as a table."""
    if group not in dict(GROUPS):
        raise LookupError(f"no group of dates '{group}'.{nearest(group, dict(GROUPS))}")
    return f'<div class="dates-rules">{rules_html(group, partial(citation_links, words.model))}</div>'


def holidays_known(words) -> str:
    """For which years, and from which library."""
    return escape(f"{bank_holidays.FIRST} to {bank_holidays.LAST}, as the software library {bank_holidays.SOURCE} has them")


def rules_read(words) -> str:
    """Which text of the regulations the rules come from."""
    return escape(READ)


FUNCTIONS = {"dates": dates, "date_rules": date_rules, "holidays_known": holidays_known, "rules_read": rules_read}
