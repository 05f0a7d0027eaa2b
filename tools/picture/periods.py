"""Months, quarters and years as people write them.

A date with numbers is day first, as in the United Kingdom. `2011-12` can be a month or a financial year: the whole column
decides. Whatever can be read in two ways, or in none, is refused with a sentence that says what to write instead.

>>> known("Apr-20"), known("03/04/2020"), known("2019/20")
({'month': 24243}, {'day': 775779}, {'financial year': 2019})
>>> say("month", 24243), say("financial year", 2019)
('Apr 2020', '2019/20')
"""

import re
from collections import Counter
from functools import lru_cache

NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
#: What one step of a series is. A day stands in its month.
KINDS = ("month", "quarter", "financial quarter", "year", "financial year")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
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
def tidy(text: str) -> str:
    """A cell's text with plain spaces and dashes, in small letters."""
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
def known(text: str) -> dict[str, int]:
    """Every period that a cell can stand for, by kind: months are counted from year 0; a day is its month times 32, and the day."""
    words, found = tidy(text), {}
    if match := _DATE.fullmatch(words):
        day, month, year = match.groups()
        return _day(_full(year), int(month), int(day))
    if match := _ISO.fullmatch(words):
        return _day(*map(int, match.groups()))
    if (match := _DAY_NAME.fullmatch(words)) and (month := _month(match[2])):
        return _day(_full(match[3]), month, int(match[1]))
    if match := _YEAR_TO_MARCH.fullmatch(words):
        return {"financial year": int(match[1]) - 1}
    if match := _TWO_YEARS.fullmatch(words):
        first, second = match.groups()
        if _full(second, int(first)) == int(first) + 1:
            found["financial year"] = int(first)
        if len(second) == 2 and 1 <= int(second) <= 12:
            found["month"] = int(first) * 12 + int(second) - 1
        return found
    if (match := _MONTH_NAME.fullmatch(words)) and (month := _month(match[1] or match[3])):
        return {"month": _full(match[2] or match[4]) * 12 + month - 1}
    if (match := _NAME_LAST.fullmatch(words)) and (month := _month(match[2])):
        return {"month": int(match[1]) * 12 + month - 1}
    if (match := _MONTH_NUMBER.fullmatch(words)) and 1 <= int(match[1]) <= 12:
        return {"month": int(match[2]) * 12 + int(match[1]) - 1}
    if match := _QUARTER.fullmatch(words):
        number, year, second = int(match[1] or match[6]), int(match[2] or match[4]), match[3] or match[5]
        if not second:
            return {"quarter": year * 4 + number - 1}
        return {"financial quarter": year * 4 + number - 1} if _full(second, year) == year + 1 else {}
    if words.isdecimal() and 1900 <= int(words) <= 2100:
        return {"year": int(words)}
    return {}


def _day(year: int, month: int, day: int) -> dict[str, int]:
    good = (
        1 <= month <= 12
        and 1 <= day <= _DAYS[month - 1]
        and (month, day) != (2, 29)
        or month == 2
        and day == 29
        and _leap(year)
    )
    return {"day": (year * 12 + month - 1) * 32 + day} if good else {}


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _full(year: str, near: int = 0) -> int:
    """A year of two figures in full: in the century of `near`, or from 1980 to 2079."""
    number = int(year.lstrip("'"))
    if number > 99:
        return number
    if near:
        return near - near % 100 + number + (100 if number == 0 and near % 100 == 99 else 0)
    return number + (1900 if number >= 80 else 2000)


def _month(name: str) -> int:
    """The number of a month, from at least three letters of its name; 0 for any other word."""
    return next(
        (
            number
            for number, month in enumerate(NAMES, 1)
            if len(name) > 2 and (month.lower().startswith(name) or name == "sept" and number == 9)
        ),
        0,
    )


def looks_like_one(text: str) -> bool:
    """Whether a cell was meant as a period, even if it cannot be read as one: then it is named, not passed over."""
    words = tidy(text)
    return bool(
        known(text)
        or _DATE.fullmatch(words)
        or _ISO.fullmatch(words)
        or _month(words.split("-")[0].split(" ")[0])
        or _month(words.rpartition("-")[2])
    )


def common_kind(cells: list[str]) -> str:
    """The kind of period that most cells of a column can be. Days count as their months; a financial year wins over a month."""
    times = Counter(cells)
    counts = {
        kind: sum(n for cell, n in times.items() if kind in known(cell) or kind == "month" and "day" in known(cell))
        for kind in KINDS
    }
    return max(("financial year", *KINDS), key=lambda kind: counts[kind])


def number(text: str, kind: str) -> int | None:
    """The number of the period in a series of one kind, or None for a cell that is not of that kind."""
    found = known(text)
    return found["day"] // 32 if kind == "month" and "day" in found else found.get(kind)


def wrong(text: str, kind: str) -> str:
    """Why a cell is not a period of this kind, and what to write: the end of a sentence that starts with its row."""
    words, found = tidy(text), known(text)
    if found:
        return f"“{text}” is a {_said(next(iter(found)))} among {_said(kind)}s. Keep to one kind in a column."
    if match := _DATE.fullmatch(words):
        day, month, year = match.groups()
        if int(month) > 12 and int(day) <= 12:
            return f"“{text}” has no month {int(month)}. Write the day first: {month}/{day}/{year}."
        return f"“{text}” is not a day of any calendar. Put the right date there."
    if words.isdecimal() and 20000 <= int(words) <= 60000:
        return f"“{text}” is how a spreadsheet keeps a date. Show the column as dates, then copy it again."
    if (
        _month(words)
        or re.fullmatch(rf"\d{{1,2}}{_DASH}{_NAME}", words)
        and _month(words.rpartition("-")[2].rpartition(" ")[2])
    ):
        return f"“{text}” does not say which year. Write the year as well, like Apr-20."
    return f"“{text}” is not a month or a year. Write it like Apr-20, 03/04/2020 or 2019/20."


def american(cells: list[str]) -> bool:
    """Whether dates may have the month first: read so, they are months in a row; read day first, all lie in one month's name."""
    found = [match for cell in cells if (match := _DATE.fullmatch(tidy(cell)))]
    if len(found) < 3 or len(found) < len(cells) or len({match[2] for match in found}) > 1:
        return False
    swapped = sorted({_full(match[3]) * 12 + int(match[1]) - 1 for match in found if int(match[1]) <= 12})
    return len(swapped) == len(found) and swapped[-1] - swapped[0] == len(found) - 1


def say(kind: str, number: int) -> str:
    """A period in words: 'Apr 2020', 'Q1 2020/21', '2019/20'."""
    if kind == "month":
        return f"{NAMES[number % 12][:3]} {number // 12}"
    if kind == "quarter":
        return f"Q{number % 4 + 1} {number // 4}"
    if kind == "financial quarter":
        return f"Q{number % 4 + 1} {_two(number // 4)}"
    return _two(number) if kind == "financial year" else str(number)


def _two(year: int) -> str:
    return f"{year}/{(year + 1) % 100:02}"


def _said(kind: str) -> str:
    return "calendar year" if kind == "year" else kind
