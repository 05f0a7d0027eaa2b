"""What is due by when, from the days on which something happened.

Two ways of counting are usual: from the day after the event, or with the event's own day as the first. Which holds for these rules
is not confirmed (note `day-of-the-event`), so each duty has both: `last` by the first, `by`, the day to work to, by the second. Nothing
that has been seen moves a day that falls on a weekend. Answers are text as browsers give it; nothing here knows today.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from tools.dates import bank_holidays
from tools.dates.days import (
    DAY,
    Outside,
    add_months,
    clock_changes,
    passed_over,
    said,
    to_clock,
    to_greenwich,
    why_not_working,
    working_days,
)
from tools.dates.rules import RULES, Rule

#: How many visits, and how many reviews, are worked out ahead: each counts from the one before, as it really took place.
AHEAD = 3
WEEK, SIX_WEEKS, YEAR = 7, 42, 12
TWO_WEEKS = timedelta(days=14)
OUTSIDE = (
    f"Bank holidays are known here for {bank_holidays.FIRST} to {bank_holidays.LAST}. This count leaves those years, "
    "so no date is given. Count by hand."
)


class Due(NamedTuple):
    """One duty with its dates, or without. `by` is the day to work to, `last` the last day by the other way of counting, `at` a time of day;
    `counted` says how, sentence by sentence; `moment` is a time by Greenwich."""

    rule: Rule
    title: str
    by: date | None = None
    last: date | None = None
    counted: tuple[str, ...] = ()
    at: str = ""
    moment: datetime | None = None


def dues(answers: dict) -> list[Due]:
    """Every duty that follows from the answers, by date; those without a date come last."""
    days = {
        id: date.fromisoformat(value[:10])
        for id, value in answers.items()
        if id in ("detained", "moved", "visited", "release", "looked-after", "review", "placed", "knife")
    }
    found = [
        *_custody(days, answers.get("status")),
        *_release(days, answers.get("status")),
        *_reviews(days, answers.get("which")),
        *_placement(days, answers.get("how")),
    ]
    if answers.get("back"):
        found.append(_hours("return-interview", datetime.fromisoformat(answers["back"]), 72))
    if "knife" in days:
        found.append(_working("knife", days["knife"], 1))
    return sorted(found, key=lambda due: (due.by is None, due.by or date.max))


def _custody(days: dict[str, date], status: str | None) -> Iterator[Due]:
    if "detained" not in days:
        return
    unsure = status == "not-sure"
    if status == "order" or unsure:
        yield from _visits(
            days, "visit-first", "visit-next", quarterly=True, unless="If there is a care order" if unsure else ""
        )
        yield undated("visit-asked")
        if not unsure:
            yield _working("detention-plan", days["detained"], 10, "If the child is on remand")
    if status == "remand" or unsure:
        yield from _visits(
            days, "remand-first", "remand-next", quarterly=False, unless="If the child is on remand" if unsure else ""
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


def _visits(days: dict[str, date], first: str, later: str, quarterly: bool, unless: str) -> Iterator[Due]:
    """The next visits: the first after the start or the last move, unless it was made, then each counted from the one before."""
    start, release = days.get("moved", days["detained"]), days.get("release", date.max)
    year_ends = add_months(start + WEEK * DAY, YEAR)
    visited = days.get("visited", date.min)
    names = ["Next visit", "The visit after that", "The one after that"]
    if visited < start:
        due = _days(first, start, WEEK, unless)
        yield due
        visited, names = due.by, ["Second visit", "Third visit"]
    for place, name in enumerate(names):
        assumed = (
            f"This holds if the visit before takes place on {said(visited)}."
            if place or name.startswith("Second")
            else ""
        )
        title = f"{unless}: {name[0].lower()}{name[1:]}" if unless else name
        due = (
            _months(later, visited, 3, title)
            if quarterly and visited >= year_ends
            else _days(later, visited, SIX_WEEKS, title=title)
        )
        if due.by >= release:
            return
        yield due._replace(counted=tuple(filter(None, (assumed, *due.counted))))
        visited = due.by


def _release(days: dict[str, date], status: str | None) -> Iterator[Due]:
    if "release" not in days:
        return
    day = days["release"]
    if status in ("order", "not-sure", None):
        yield _before("release-review", day, "" if status == "order" else "If the child is in the care of the council")
    yield _ready(day)
    if status in ("leaver", "not-sure", None):
        month = add_months(day, -1)
        yield Due(
            RULES["pathway-review"],
            titled("pathway-review", "" if status == "leaver" else "For a care leaver"),
            month,
            month,
            (f"One month back from {said(day)}: {said(month)}.", "Sooner is better."),
        )


def _ready(day: date) -> Due:
    """Ten days before release, in both kinds of days, and two weeks: the earliest is the one to work to."""
    rule, calendar, weeks = "release-ready", day - 10 * DAY, day - TWO_WEEKS
    counted = (f"Ten calendar days back from {said(day)}: {said(calendar)}.", f"Two weeks back: {said(weeks)}.")
    try:
        working = working_days(day, -10)
    except Outside:
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
            f"Ten working days back: {said(working.day)}, passing over {passed_over(working.passed)}.",
            "The guidance as reported does not say which it means. Work to the earliest.",
        ),
    )


def _reviews(days: dict[str, date], which: str | None) -> Iterator[Due]:
    if "review" in days:
        last, names = (
            days["review"],
            ([("review-second", 3, "Second review")] if which == "first" else [])
            + [("review-later", 6, "Next review" if which == "later" else "Third review")],
        )
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
            f"This holds if the review before takes place on {said(last)}." if place or "review" not in days else ""
        )
        yield due._replace(counted=tuple(filter(None, (assumed, *due.counted))))
        last = due.by


def _placement(days: dict[str, date], how: str | None) -> Iterator[Due]:
    if "placed" not in days:
        return
    if how == "planned":
        yield from (_before(rule, days["placed"]) for rule in ("notice-planned", "placement-plan", "care-plan"))
    else:
        yield from (
            _working(rule, days["placed"], number)
            for rule, number in (("notice-emergency", 5), ("placement-plan", 5), ("care-plan", 10))
        )


def titled(rule: str, unless: str = "") -> str:
    """A rule's title; where it is not known whether it holds, its short name after the condition."""
    short = RULES[rule].short
    return f"{unless}: {short[0].lower()}{short[1:]}" if unless else RULES[rule].title


def named(due: Due) -> str:
    """A duty's name where there is little room: in a figure, and in a calendar that others may see."""
    return due.rule.short if due.title == due.rule.title else due.title


def undated(rule: str, unless: str = "") -> Due:
    """A duty to which no number of days is known."""
    return Due(RULES[rule], titled(rule, unless))


def _days(rule: str, start: date, number: int, unless: str = "", title: str = "") -> Due:
    """So many days of the calendar after a day."""
    last, by = start + number * DAY, start + (number - 1) * DAY
    return Due(
        RULES[rule],
        title or titled(rule, unless),
        by,
        last,
        (
            f"{said(start)} and {number} days: {said(last)}.",
            f"With the first day counted as day 1: {said(by)}.",
            *_no_move(by),
        ),
    )


def _months(rule: str, start: date, number: int, title: str) -> Due:
    """So many months after a day."""
    last = add_months(start, number)
    short = f" That month has no day {start.day}, so it ends on its last." if last.day != start.day else ""
    return Due(
        RULES[rule],
        title,
        last - DAY,
        last,
        (
            f"{said(start)} and {number} months: {said(last)}.{short}",
            f"With the first day counted: {said(last - DAY)}.",
            *_no_move(last - DAY),
        ),
    )


def _working(rule: str, start: date, number: int, unless: str = "") -> Due:
    """So many working days after a day."""
    days = f"{number} working day{'s' if number > 1 else ''}"
    try:
        count = working_days(start, number)
        by = working_days(start, number - 1).day if not why_not_working(start) else count.day
    except Outside:
        return Due(RULES[rule], titled(rule, unless), counted=(OUTSIDE,))
    passed = f", passing over {passed_over(count.passed)}" if count.passed else ""
    own = (
        f"With the first day counted as day 1: {said(by)}."
        if by != count.day
        else f"{said(start)} is not a working day, so it cannot be day 1."
    )
    return Due(
        RULES[rule], titled(rule, unless), by, count.day, (f"{said(start)} and {days}: {said(count.day)}{passed}.", own)
    )


def _before(rule: str, day: date, unless: str = "") -> Due:
    """Before a day: at the latest on the one before it."""
    return Due(
        RULES[rule],
        titled(rule, unless),
        day - DAY,
        day - DAY,
        (f"Before {said(day)}: on {said(day - DAY)} at the latest.",),
    )


def _hours(rule: str, clock: datetime, hours: int) -> Due:
    """So many hours after a time by the clock, whatever the clock does in between."""
    start = to_greenwich(clock)
    moment = start + timedelta(hours=hours)
    end = to_clock(moment)
    turned = [to_clock(change) for change in clock_changes(start.year) if start < change <= moment]
    counted = [f"{said(clock.date())} at {clock:%H:%M} and {hours} hours: {said(end.date())} at {end:%H:%M}."]
    counted += [
        f"The clocks change on {said(change.date())} in between, so the time of day is not the same."
        for change in turned
    ]
    return Due(RULES[rule], titled(rule), end.date(), end.date(), tuple(counted), f"{end:%H:%M}", moment)


def _no_move(by: date) -> tuple[str, ...]:
    """What is said where the day to work to falls on a weekend or holiday."""
    try:
        if not why_not_working(by):
            return ()
        return (
            "Nothing that we have seen moves a day that is a weekend or holiday. The working day before it is "
            f"{said(working_days(by, -1).day)}.",
        )
    except Outside:
        return ()
