"""Statutory and recommended dates: visits in custody, reviews, notices, release, return interviews, knife referrals.

`form` asks for the days on which something happened; `rules` holds the duties as data; `due` calculates their dates;
`days` does the calendar arithmetic, with the table in `bank_holidays`; `calendar_file` writes an iCalendar file.
Nothing here reads the clock: results depend on the answers only.
"""

from tools.dates.rules import COUNTING, RULES


def citations() -> list[str]:
    """Every citation the dates can give."""
    return [*COUNTING, *(c for rule in RULES.values() for c in rule.citations)]
