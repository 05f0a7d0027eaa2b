"""Counting days: on the calendar, in months, in working days, and in hours across a change of the clocks.

A working day is any but a Saturday or Sunday, Christmas Day, Good Friday, or a bank holiday in England and Wales (SI 2010/959,
regulation 2(1)). A month runs to the day of the same number; where the month it runs to has no such day, to its last day.
British clocks go forward on the last Sunday of March and back on the last of October, both at 01:00 by Greenwich.
"""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from tools.dates import bank_holidays

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
_MONTHS = (
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
_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Outside(ValueError):
    """A count that leaves the years for which bank holidays are known."""


class Count(NamedTuple):
    """A count of working days: the day it ends on, and the days that were passed over, in order."""

    day: date
    passed: tuple[date, ...]


def said(day: date) -> str:
    """A day in words.

    >>> said(date(2026, 11, 24))
    'Tuesday 24 November 2026'
    """
    return f"{_WEEK[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def add_months(day: date, months: int) -> date:
    """The day so many months later, or earlier.

    >>> add_months(date(2026, 11, 30), 3), add_months(date(2028, 3, 31), -1)
    (datetime.date(2027, 2, 28), datetime.date(2028, 2, 29))
    """
    whole = day.year * 12 + day.month - 1 + months
    first = date(whole // 12, whole % 12 + 1, 1)
    last = date((whole + 1) // 12, (whole + 1) % 12 + 1, 1) - DAY
    return last if day.day > last.day else first.replace(day=day.day)


def why_not_working(day: date) -> str:
    """The name of a holiday, 'weekend', or nothing for a working day. Raises Outside where bank holidays are not known."""
    if day.weekday() > 4:
        return "weekend"
    if not bank_holidays.FIRST <= day.year <= bank_holidays.LAST:
        raise Outside(f"bank holidays are known for {bank_holidays.FIRST} to {bank_holidays.LAST}")
    return bank_holidays.NAMES.get(day.isoformat(), "")


def working_days(day: date, number: int) -> Count:
    """The working day so many working days after a day, or before it where the number is below nought. The day itself is not counted.

    >>> working_days(date(2026, 12, 24), 1).day, working_days(date(2026, 12, 24), -1).day
    (datetime.date(2026, 12, 29), datetime.date(2026, 12, 23))
    """
    step, passed = (DAY if number > 0 else -DAY), []
    for _ in range(abs(number)):
        day += step
        while why_not_working(day):
            passed.append(day)
            day += step
    return Count(day, tuple(passed))


def passed_over(days: tuple[date, ...]) -> str:
    """The days that a count passed over, as the end of a sentence: weekend days in number, holidays by name."""
    weekend = sum(day.weekday() > 4 for day in days)
    named = [f"{why_not_working(day)} ({day.day} {_MONTHS[day.month - 1]})" for day in days if day.weekday() < 5]
    every = ([f"{weekend} weekend day{'s' if weekend > 1 else ''}"] if weekend else []) + named
    return every[0] if len(every) == 1 else f"{', '.join(every[:-1])} and {every[-1]}"


def last_sunday(year: int, month: int) -> date:
    """The last Sunday of a month that has 31 days."""
    day = date(year, month, 31)
    return day - DAY * ((day.weekday() + 1) % 7)


def clock_changes(year: int) -> tuple[datetime, datetime]:
    """When the clocks go forward and back, by Greenwich."""
    return tuple(datetime(year, month, last_sunday(year, month).day, 1) for month in (3, 10))


def summer(greenwich: datetime) -> bool:
    """Whether British clocks are an hour ahead of Greenwich at a time."""
    forward, back = clock_changes(greenwich.year)
    return forward <= greenwich < back


def to_clock(greenwich: datetime) -> datetime:
    """What British clocks show at a time by Greenwich."""
    return greenwich + HOUR * summer(greenwich)


def to_greenwich(clock: datetime) -> datetime | None:
    """The time by Greenwich at which British clocks show something: the first time if they show it twice, None if they never do."""
    return next((moment for moment in (clock - HOUR, clock) if to_clock(moment) == clock), None)
