"""The dates of the duties that follow from a form's answers.

Two ways of counting are usual: from the day after the event, or with the day of the event as day 1. Which one applies
to these rules is not confirmed (note `day-of-the-event`), so each duty has both dates: `by`, the earlier one and the
day to work to, and `last`. No source that has been seen moves a date that falls on a weekend. Answers are text as
browsers give it; results do not depend on the current date.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from tools.dates import bank_holidays
from tools.dates.days import (
    DAY,
    OutsideKnownYears,
    add_months,
    clock_changes,
    describe_skipped,
    format_date,
    to_local,
    to_utc,
    why_not_working,
    working_days,
)
from tools.dates.rules import RULES, DateRule
from tools.forms.model import Answers, text_of

#: In days.
WEEK, SIX_WEEKS = 7, 42
#: In months.
YEAR = 12
TWO_WEEKS = timedelta(days=14)
#: The fields of the form that give a day.
_DAY_FIELDS = ("detained", "moved", "visited", "release", "looked-after", "review", "placed", "knife")
OUTSIDE = (
    f"Bank holidays are known here for {bank_holidays.FIRST} to {bank_holidays.LAST}. This count leaves those years, "
    "so no date is given. Count by hand."
)


class Due(NamedTuple):
    """One duty, with dates if its time limit is known.

    `by` is the day to work to, `last` the last day by the other way of counting; `counted` explains the calculation in
    sentences. A duty counted in hours also has its British local time, `at`, and its UTC time, `moment`.
    """

    rule: DateRule
    title: str
    by: date | None = None
    last: date | None = None
    counted: tuple[str, ...] = ()
    at: str = ""
    moment: datetime | None = None


def dues(answers: Answers) -> list[Due]:
    """Every duty that follows from the answers, in order of date, then those without a date.

    The answers must have passed the form's checks: ValueError for a day or time that does not exist.
    """
    days = {id: date.fromisoformat(value) for id in _DAY_FIELDS if (value := text_of(answers, id))}
    status = text_of(answers, "status")
    results = [
        *_custody(days, status),
        *_release(days, status),
        *_reviews(days, text_of(answers, "which")),
        *_placement(days, text_of(answers, "how")),
    ]
    if back := text_of(answers, "back"):
        results.append(_hours("return-interview", datetime.fromisoformat(back), 72))
    if "knife" in days:
        results.append(_working("knife", days["knife"], 1))
    return sorted(results, key=lambda due: (due.by is None, due.by or date.max))


def _custody(days: dict[str, date], status: str) -> Iterator[Due]:
    if "detained" not in days:
        return
    unsure = status == "not-sure"
    if status == "order" or unsure:
        yield from _visits(
            days, "visit-first", "visit-next", quarterly=True, condition="If there is a care order" if unsure else ""
        )
        yield undated("visit-asked")
        if not unsure:
            yield _working("detention-plan", days["detained"], 10, "If the child is on remand")
    if status == "remand" or unsure:
        yield from _visits(
            days,
            "remand-first",
            "remand-next",
            quarterly=False,
            condition="If the child is on remand" if unsure else "",
        )
        if not unsure:
            yield undated("visit-asked")
        yield _working("detention-plan", days["detained"], 10, "If the child is on remand" if unsure else "")
    if status == "former" or unsure:
        if days.get("visited", date.min) < days["detained"]:
            yield _working("former-first", days["detained"], 10, "If the child stopped being in care" if unsure else "")
        yield undated("former-asked", "If the child stopped being in care" if unsure else "")
    if status == "leaver" or unsure:
        yield undated("leaver")


def _visits(days: dict[str, date], first: str, later: str, quarterly: bool, condition: str) -> Iterator[Due]:
    """The next visits: the first after the start or the last move unless it was made, then each from the one before."""
    start, release = days.get("moved", days["detained"]), days.get("release", date.max)
    year_ends = add_months(start + WEEK * DAY, YEAR)
    visited: date | None = days.get("visited", date.min)
    names = ["Next visit", "The visit after that", "The one after that"]
    if days.get("visited", date.min) < start:
        due = _days(first, start, WEEK, condition)
        yield due
        visited, names = due.by, ["Second visit", "Third visit"]
    for place, name in enumerate(names):
        if visited is None:
            return
        assumed = (
            f"This holds if the visit before takes place on {format_date(visited)}."
            if place or name.startswith("Second")
            else ""
        )
        title = f"{condition}: {name[0].lower()}{name[1:]}" if condition else name
        due = (
            _months(later, visited, 3, title)
            if quarterly and visited >= year_ends
            else _days(later, visited, SIX_WEEKS, title=title)
        )
        if due.by is None or due.by >= release:
            return
        yield due._replace(counted=tuple(filter(None, (assumed, *due.counted))))
        visited = due.by


def _release(days: dict[str, date], status: str) -> Iterator[Due]:
    if "release" not in days:
        return
    day = days["release"]
    if status in ("order", "not-sure", ""):
        yield _before("release-review", day, "" if status == "order" else "If the child is in the care of the council")
    yield _ready(day)
    if status in ("leaver", "not-sure", ""):
        month = add_months(day, -1)
        yield Due(
            RULES["pathway-review"],
            title_of("pathway-review", "" if status == "leaver" else "For a care leaver"),
            month,
            month,
            (f"One month back from {format_date(day)}: {format_date(month)}.", "Sooner is better."),
        )


def _ready(day: date) -> Due:
    """Ten days before release: the earliest of ten calendar days, ten working days, and two weeks before."""
    rule, calendar, weeks = "release-ready", day - 10 * DAY, day - TWO_WEEKS
    counted = (
        f"Ten calendar days back from {format_date(day)}: {format_date(calendar)}.",
        f"Two weeks back: {format_date(weeks)}.",
    )
    try:
        working = working_days(day, -10)
    except OutsideKnownYears:
        return Due(
            RULES[rule],
            RULES[rule].title,
            counted=(*counted, f"Ten working days back: {OUTSIDE[0].lower()}{OUTSIDE[1:]}"),
        )
    return Due(
        RULES[rule],
        RULES[rule].title,
        min(working.day, weeks),
        calendar,
        (
            *counted,
            f"Ten working days back: {format_date(working.day)}, passing over {describe_skipped(working.skipped)}.",
            "The guidance as reported does not say which it means. Work to the earliest.",
        ),
    )


def _reviews(days: dict[str, date], which: str) -> Iterator[Due]:
    if "review" in days:
        last: date | None = days["review"]
        names = [("review-later", 6, "Next review" if which == "later" else "Third review")]
        if which == "first":
            names.insert(0, ("review-second", 3, "Second review"))
    elif "looked-after" in days:
        due = _working("review-first", days["looked-after"], 20)
        yield due
        last, names = due.by, [("review-second", 3, "Second review"), ("review-later", 6, "Third review")]
    else:
        return
    for place, (rule, months, name) in enumerate(names):
        if last is None:
            return
        due = _months(rule, last, months, name)
        assumed = (
            f"This holds if the review before takes place on {format_date(last)}."
            if place or "review" not in days
            else ""
        )
        yield due._replace(counted=tuple(filter(None, (assumed, *due.counted))))
        last = due.by


def _placement(days: dict[str, date], how: str) -> Iterator[Due]:
    if "placed" not in days:
        return
    if how == "planned":
        yield from (_before(rule, days["placed"]) for rule in ("notice-planned", "placement-plan", "care-plan"))
    else:
        yield from (
            _working(rule, days["placed"], number)
            for rule, number in (("notice-emergency", 5), ("placement-plan", 5), ("care-plan", 10))
        )


def title_of(rule: str, condition: str = "") -> str:
    """A rule's title; if it applies only under a condition, the condition and the rule's short name."""
    short = RULES[rule].short
    return f"{condition}: {short[0].lower()}{short[1:]}" if condition else RULES[rule].title


def short_title(due: Due) -> str:
    """A duty's name for the timeline, which has little room, and for calendars, which others may see."""
    return due.rule.short if due.title == due.rule.title else due.title


def undated(rule: str, condition: str = "") -> Due:
    """A duty without a known time limit."""
    return Due(RULES[rule], title_of(rule, condition))


def _days(rule: str, start: date, number: int, condition: str = "", title: str = "") -> Due:
    """A duty due a number of calendar days after a day."""
    last, by = start + number * DAY, start + (number - 1) * DAY
    return Due(
        RULES[rule],
        title or title_of(rule, condition),
        by,
        last,
        (
            f"{format_date(start)} and {number} days: {format_date(last)}.",
            f"With the first day counted as day 1: {format_date(by)}.",
            *_no_move(by),
        ),
    )


def _months(rule: str, start: date, number: int, title: str) -> Due:
    """A duty due a number of months after a day."""
    last = add_months(start, number)
    short = f" That month has no day {start.day}, so it ends on its last." if last.day != start.day else ""
    return Due(
        RULES[rule],
        title,
        last - DAY,
        last,
        (
            f"{format_date(start)} and {number} months: {format_date(last)}.{short}",
            f"With the first day counted: {format_date(last - DAY)}.",
            *_no_move(last - DAY),
        ),
    )


def _working(rule: str, start: date, number: int, condition: str = "") -> Due:
    """A duty due a number of working days after a day; without a date if bank holidays are not known."""
    days = f"{number} working day{'s' if number > 1 else ''}"
    try:
        count = working_days(start, number)
        by = working_days(start, number - 1).day if not why_not_working(start) else count.day
    except OutsideKnownYears:
        return Due(RULES[rule], title_of(rule, condition), counted=(OUTSIDE,))
    skipped = f", passing over {describe_skipped(count.skipped)}" if count.skipped else ""
    inclusive = (
        f"With the first day counted as day 1: {format_date(by)}."
        if by != count.day
        else f"{format_date(start)} is not a working day, so it cannot be day 1."
    )
    return Due(
        RULES[rule],
        title_of(rule, condition),
        by,
        count.day,
        (f"{format_date(start)} and {days}: {format_date(count.day)}{skipped}.", inclusive),
    )


def _before(rule: str, day: date, condition: str = "") -> Due:
    """A duty due on the day before a day, at the latest."""
    return Due(
        RULES[rule],
        title_of(rule, condition),
        day - DAY,
        day - DAY,
        (f"Before {format_date(day)}: on {format_date(day - DAY)} at the latest.",),
    )


def _hours(rule: str, clock: datetime, hours: int) -> Due:
    """A duty due a number of hours after a British local time, also across a change of the clocks.

    ValueError for a time that the clocks skip.
    """
    start = to_utc(clock)
    if start is None:
        raise ValueError(f"{clock} is not a time in Britain: the clocks went forward")
    moment = start + timedelta(hours=hours)
    end = to_local(moment)
    changes = [to_local(change) for change in clock_changes(start.year) if start < change <= moment]
    counted = [
        f"{format_date(clock.date())} at {clock:%H:%M} and {hours} hours: {format_date(end.date())} at {end:%H:%M}."
    ]
    counted += [
        f"The clocks change on {format_date(change.date())} in between, so the time of day is not the same."
        for change in changes
    ]
    return Due(RULES[rule], title_of(rule), end.date(), end.date(), tuple(counted), f"{end:%H:%M}", moment)


def _no_move(by: date) -> tuple[str, ...]:
    """A sentence for a day to work to that falls on a weekend or holiday; none for other days."""
    try:
        if not why_not_working(by):
            return ()
        return (
            "Nothing that we have seen moves a day that is a weekend or holiday. The working day before it is "
            f"{format_date(working_days(by, -1).day)}.",
        )
    except OutsideKnownYears:
        return ()
