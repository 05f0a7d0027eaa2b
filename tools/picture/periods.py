"""Months, quarters and years as people write them.

A date in digits is day first, as in the United Kingdom. `2011-12` can be a month or a financial year: the whole column
decides. A cell with two readings, or none, is refused with a sentence that says what to write instead.

>>> readings("Apr-20"), readings("03/04/2020"), readings("2019/20")
({'month': 24243}, {'day': 775779}, {'financial year': 2019})
>>> format_period("month", 24243), format_period("financial year", 2019)
('Apr 2020', '2019/20')
"""

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from tools.text import MONTHS

#: The kinds of period that a series can have. Days are counted in their months.
KINDS = ("month", "quarter", "financial quarter", "year", "financial year")
_YEAR, _NAME = r"(\d{4}|'?\d\d)", r"([a-z]{3,9})\.?"
_DASH = r"\s*[-/ ]\s*"
_DATE = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d\d)(?: 0?0:00(?::00)?)?")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[t ][\d:.]+z?)?")
_DAY_NAME = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?{_DASH}{_NAME}{_DASH}{_YEAR}")
_MONTH_NAME = re.compile(rf"{_NAME}{_DASH}{_YEAR}|{_NAME}(\d\d|\d{{4}})")
_NAME_LAST = re.compile(rf"(\d{{4}}){_DASH}{_NAME}")
_TWO_YEARS = re.compile(r"(?:fy ?)?(\d{4})\s*(?:[-/]|to)\s*(\d{4}|\d\d)")
_MONTH_NUMBER = re.compile(r"(\d{1,2})[-/](\d{4})")
_YEAR_TO_MARCH = re.compile(r"(?:year|12 months) (?:ending|ended|to)(?: 31)? mar(?:ch)? (\d{4})")
_QUARTER = re.compile(r"q([1-4])[-/ ]*(\d{4})(?:[-/](\d\d|\d{4}))?|(\d{4})(?:[-/](\d\d))?[-/ ]*q([1-4])")


@lru_cache(maxsize=20_000)
def normalise(text: str) -> str:
    """A cell's text in lower case, with plain spaces, dashes and apostrophes."""
    return " ".join(
        text.replace("\u00a0", " ")
        .replace("\u2013", "-")
        .replace("\u2014", "-")
        .replace("\u2019", "'")
        .replace(",", " ")
        .lower()
        .split()
    )


@lru_cache(maxsize=20_000)
def readings(text: str) -> dict[str, int]:
    """Every period that a cell can mean, as kind and number; empty if it is no period.

    Months are counted from year 0, quarters too; a day's number is its month's times 32, plus the day.
    """
    text = normalise(text)
    for pattern, read in _FORMATS:
        match = pattern.fullmatch(text)
        result = read(match) if match else None
        if result is not None:
            return result
    return {"year": int(text)} if text.isdecimal() and 1900 <= int(text) <= 2100 else {}


def _read_date(match: re.Match[str]) -> dict[str, int]:
    return _day(_full(match[3]), int(match[2]), int(match[1]))


def _read_iso(match: re.Match[str]) -> dict[str, int]:
    return _day(int(match[1]), int(match[2]), int(match[3]))


def _read_day_name(match: re.Match[str]) -> dict[str, int] | None:
    month = _month(match[2])
    return _day(_full(match[3]), month, int(match[1])) if month else None


def _read_year_to_march(match: re.Match[str]) -> dict[str, int]:
    return {"financial year": int(match[1]) - 1}


def _read_two_years(match: re.Match[str]) -> dict[str, int]:
    first, second, result = int(match[1]), match[2], {}
    if _full(second, first) == first + 1:
        result["financial year"] = first
    if len(second) == 2 and 1 <= int(second) <= 12:
        result["month"] = first * 12 + int(second) - 1
    return result


def _read_month_name(match: re.Match[str]) -> dict[str, int] | None:
    month = _month(match[1] or match[3])
    return {"month": _full(match[2] or match[4]) * 12 + month - 1} if month else None


def _read_name_last(match: re.Match[str]) -> dict[str, int] | None:
    month = _month(match[2])
    return {"month": int(match[1]) * 12 + month - 1} if month else None


def _read_month_number(match: re.Match[str]) -> dict[str, int] | None:
    return {"month": int(match[2]) * 12 + int(match[1]) - 1} if 1 <= int(match[1]) <= 12 else None


def _read_quarter(match: re.Match[str]) -> dict[str, int]:
    number, year, second = int(match[1] or match[6]), int(match[2] or match[4]), match[3] or match[5]
    if not second:
        return {"quarter": year * 4 + number - 1}
    return {"financial quarter": year * 4 + number - 1} if _full(second, year) == year + 1 else {}


#: Patterns with their readers, in the order they are tried; a reader returns None to try the next pattern.
_FORMATS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], dict[str, int] | None]], ...] = (
    (_DATE, _read_date),
    (_ISO, _read_iso),
    (_DAY_NAME, _read_day_name),
    (_YEAR_TO_MARCH, _read_year_to_march),
    (_TWO_YEARS, _read_two_years),
    (_MONTH_NAME, _read_month_name),
    (_NAME_LAST, _read_name_last),
    (_MONTH_NUMBER, _read_month_number),
    (_QUARTER, _read_quarter),
)


def _day(year: int, month: int, day: int) -> dict[str, int]:
    try:
        date(year, month, day)
    except ValueError:
        return {}
    return {"day": (year * 12 + month - 1) * 32 + day}


def _full(year: str, near: int = 0) -> int:
    """A year of two digits in full: in the century of `near`, or from 1980 to 2079."""
    number = int(year.lstrip("'"))
    if number > 99:
        return number
    if near:
        return near - near % 100 + number + (100 if number == 0 and near % 100 == 99 else 0)
    return number + (1900 if number >= 80 else 2000)


def _month(name: str) -> int:
    """The number of a month from at least three letters of its name; 0 for other text."""
    return next(
        (
            number
            for number, month in enumerate(MONTHS, 1)
            if len(name) > 2 and (month.lower().startswith(name) or name == "sept" and number == 9)
        ),
        0,
    )


def looks_like_period(text: str) -> bool:
    """Whether a cell is meant as a period, even if it cannot be read as one and needs an error message."""
    normalised = normalise(text)
    return bool(
        readings(text)
        or _DATE.fullmatch(normalised)
        or _ISO.fullmatch(normalised)
        or _month(normalised.split("-")[0].split(" ")[0])
        or _month(normalised.rpartition("-")[2])
    )


def common_kind(cells: list[str]) -> str:
    """The kind of period that most cells of a column can be; a financial year has precedence over a month."""
    times = Counter(cells)
    counts = {
        kind: sum(
            n for cell, n in times.items() if kind in readings(cell) or (kind == "month" and "day" in readings(cell))
        )
        for kind in KINDS
    }
    return max(("financial year", *KINDS), key=lambda kind: counts[kind])


def period_number(text: str, kind: str) -> int | None:
    """The number of a cell's period in a series of this kind, or None for a cell of another kind."""
    kinds = readings(text)
    return kinds["day"] // 32 if kind == "month" and "day" in kinds else kinds.get(kind)


def error(text: str, kind: str) -> str:
    """Why a cell is not a period of this kind, and what to write: a message to show after the number of its row."""
    normalised, kinds = normalise(text), readings(text)
    if kinds:
        return f"“{text}” is a {_kind_name(next(iter(kinds)))} among {_kind_name(kind)}s. Keep to one kind in a column."
    if match := _DATE.fullmatch(normalised):
        day, month, year = match.groups()
        if int(month) > 12 and int(day) <= 12:
            return f"“{text}” has no month {int(month)}. Write the day first: {month}/{day}/{year}."
        return f"“{text}” is not a day of any calendar. Put the right date there."
    if normalised.isdecimal() and 20000 <= int(normalised) <= 60000:
        return f"“{text}” is how a spreadsheet keeps a date. Show the column as dates, then copy it again."
    last_word = normalised.rpartition("-")[2].rpartition(" ")[2]
    if _month(normalised) or (re.fullmatch(rf"\d{{1,2}}{_DASH}{_NAME}", normalised) and _month(last_word)):
        return f"“{text}” does not say which year. Write the year as well, like Apr-20."
    return f"“{text}” is not a month or a year. Write it like Apr-20, 03/04/2020 or 2019/20."


def is_month_first(cells: list[str]) -> bool:
    """Whether dates may have the month first.

    Then they are consecutive months if read month first, and all in months of the same name if read day first.
    """
    matches = [match for cell in cells if (match := _DATE.fullmatch(normalise(cell)))]
    if len(matches) < 3 or len(matches) < len(cells) or len({match[2] for match in matches}) > 1:
        return False
    swapped = sorted({_full(match[3]) * 12 + int(match[1]) - 1 for match in matches if int(match[1]) <= 12})
    return len(swapped) == len(matches) and swapped[-1] - swapped[0] == len(matches) - 1


def format_period(kind: str, number: int) -> str:
    """A period as a label: 'Apr 2020', 'Q1 2020/21', '2019/20'."""
    if kind == "month":
        return f"{MONTHS[number % 12][:3]} {number // 12}"
    if kind == "quarter":
        return f"Q{number % 4 + 1} {number // 4}"
    if kind == "financial quarter":
        return f"Q{number % 4 + 1} {_two(number // 4)}"
    return _two(number) if kind == "financial year" else str(number)


def _two(year: int) -> str:
    return f"{year}/{(year + 1) % 100:02}"


def _kind_name(kind: str) -> str:
    return "calendar year" if kind == "year" else kind
