"""Calendar arithmetic: months, working days, and hours across a change of the clocks.

A working day is any day but a Saturday or Sunday, Christmas Day, Good Friday, or a bank holiday in England and Wales
(SI 2010/959, regulation 2(1)). A month ends on the day of the same number, or on the last day of a shorter month.
British clocks go forward on the last Sunday of March and back on the last Sunday of October, both at 01:00 UTC.
"""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from tools.dates import bank_holidays
from tools.text import MONTHS, join_names

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class OutsideKnownYears(ValueError):
    """A count of working days needs years for which no bank holidays are known."""


class Count(NamedTuple):
    """The end of a count of working days, and the days that were not counted, in the order they were met."""

    day: date
    skipped: tuple[date, ...]


def format_date(day: date) -> str:
    """A date with its weekday.

    >>> format_date(date(2026, 11, 24))
    'Tuesday 24 November 2026'
    """
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def add_months(day: date, months: int) -> date:
    """The day a number of months later, or earlier if it is negative.

    >>> add_months(date(2026, 11, 30), 3), add_months(date(2028, 3, 31), -1)
    (datetime.date(2027, 2, 28), datetime.date(2028, 2, 29))
    """
    whole = day.year * 12 + day.month - 1 + months
    first = date(whole // 12, whole % 12 + 1, 1)
    last = date((whole + 1) // 12, (whole + 1) % 12 + 1, 1) - DAY
    return last if day.day > last.day else first.replace(day=day.day)


def why_not_working(day: date) -> str:
    """'weekend', the name of a bank holiday, or '' for a working day.

    Raises OutsideKnownYears for a weekday in a year whose bank holidays are not known.
    """
    if day.weekday() > 4:
        return "weekend"
    if not bank_holidays.FIRST <= day.year <= bank_holidays.LAST:
        raise OutsideKnownYears(f"bank holidays are known for {bank_holidays.FIRST} to {bank_holidays.LAST}")
    return bank_holidays.NAMES.get(day.isoformat(), "")


def working_days(day: date, number: int) -> Count:
    """Counts working days from the day after `day`, or back from the day before if `number` is negative.

    Raises OutsideKnownYears.

    >>> working_days(date(2026, 12, 24), 1).day, working_days(date(2026, 12, 24), -1).day
    (datetime.date(2026, 12, 29), datetime.date(2026, 12, 23))
    """
    step, skipped = (DAY if number > 0 else -DAY), []
    for _ in range(abs(number)):
        day += step
        while why_not_working(day):
            skipped.append(day)
            day += step
    return Count(day, tuple(skipped))


def describe_skipped(days: tuple[date, ...]) -> str:
    """'4 weekend days, Christmas Day (25 December) and Boxing Day (26 December)'."""
    weekend = sum(day.weekday() > 4 for day in days)
    holidays = [f"{why_not_working(day)} ({day.day} {MONTHS[day.month - 1]})" for day in days if day.weekday() < 5]
    return join_names([*([f"{weekend} weekend day{'s' if weekend > 1 else ''}"] if weekend else []), *holidays])


def last_sunday(year: int, month: int) -> date:
    """The last Sunday of a month that has 31 days."""
    day = date(year, month, 31)
    return day - DAY * ((day.weekday() + 1) % 7)


def clock_changes(year: int) -> tuple[datetime, datetime]:
    """The UTC times at which the clocks go forward and back in a year."""
    return datetime(year, 3, last_sunday(year, 3).day, 1), datetime(year, 10, last_sunday(year, 10).day, 1)


def is_summer_time(utc: datetime) -> bool:
    """Whether British clocks are an hour ahead of UTC."""
    forward, back = clock_changes(utc.year)
    return forward <= utc < back


def to_local(utc: datetime) -> datetime:
    """The British local time of a UTC time."""
    return utc + HOUR * is_summer_time(utc)


def to_utc(local: datetime) -> datetime | None:
    """The UTC time of a British local time: the earlier one if it occurs twice, None if the clocks skip it."""
    return next((utc for utc in (local - HOUR, local) if to_local(utc) == local), None)
