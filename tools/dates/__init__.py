"""What is due by when for a child in care: visits in custody, reviews, notices, release, a return interview, a knife referral.

`form` asks for the days on which something happened; `rules` are the duties as data; `due` counts; `days` knows the calendar and
`bank_holidays` the table that is made from a library; `calendar_file` makes a file for calendars. Nothing here knows today.
"""

from tools.dates.rules import COUNTING, RULES


def citations() -> list[str]:
    """Every citation the dates can give."""
    return [*COUNTING, *(c for rule in RULES.values() for c in rule.citations)]
