"""Writes the table of bank holidays that the dates count with: `python -m macros bank-holidays`.

The days are those of the library `holidays`, which is too large for a reader's browser. The table starts with the year in which the
regulations came into force. Its last year is near enough for these duties, and far enough for a printed copy; a bank holiday may
still be added or moved by proclamation, as in 2020, 2022 and 2023, so the years yet to come are as the library knows them now.
"""

import holidays

from macros.files import ROOT

FIRST, LAST = 2011, 2030
#: How the library marks a day that stands in for another.
MOVED = " (observed)"
TABLE = ROOT / "tools" / "dates" / "bank_holidays.py"
WORDS = '''"""Bank holidays of England and Wales, Christmas Day and Good Friday. Made by `python -m macros bank-holidays`; not changed by hand."""

#: Where the days come from, and the years the table covers. Outside them nothing is known.
SOURCE = "{source}"
FIRST, LAST = {first}, {last}

#: Day to name.
NAMES = {{
{days}
}}
'''


def table() -> str:
    """The module's text."""
    found = {
        day: name
        for part in ("ENG", "WLS")
        for day, name in holidays.country_holidays(
            "GB", subdiv=part, years=range(FIRST, LAST + 1), language="en_GB"
        ).items()
    }
    named = {
        day: f"substitute day for {name.removesuffix(MOVED)}" if name.endswith(MOVED) else name
        for day, name in sorted(found.items())
    }
    days = "\n".join(f'    "{day.isoformat()}": "{name}",' for day, name in named.items())
    return WORDS.format(source=f"holidays {holidays.__version__}", first=FIRST, last=LAST, days=days)


def main() -> int:
    """Writes the table."""
    TABLE.write_text(table(), encoding="utf-8")
    print(f"Wrote {TABLE.relative_to(ROOT)}.")
    return 0
