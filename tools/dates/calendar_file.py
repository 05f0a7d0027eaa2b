"""The dates as an iCalendar file (RFC 5545) for Outlook, Google and Apple calendars.

A day becomes an all-day event, which is the same in every time zone; a time is in UTC. The file says nothing about the
child, because calendars are shared more easily than records. Events are private, do not block the day, and remind at
09:00 on the day before.
"""

from datetime import date, timedelta

from tools.dates.days import DAY, format_date
from tools.dates.due import Due, short_title
from tools.dates.rules import FORCES

PRODUCT = "-//Good enough for my child?//Dates//EN"
#: The most bytes in a line (RFC 5545, section 3.1).
MAX_LINE_BYTES = 75
_HALF_HOUR = timedelta(minutes=30)


def calendar(dues: list[Due], stamp: str) -> str:
    """The text of the file; duties without a date are left out. `stamp` is the current UTC time: 20261124T021000Z."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    for number, due in enumerate(due for due in dues if due.by):
        lines += event(due, stamp, number)
    return "".join(fold_line(line) + "\r\n" for line in (*lines, "END:VCALENDAR"))


def event(due: Due, stamp: str, number: int) -> list[str]:
    """The lines of one duty; none if it has no date.

    The UID contains the stamp, so that the file for one child never replaces the events of another.
    """
    if due.by is None:
        return []
    when = (
        [f"DTSTART:{due.moment - _HALF_HOUR:%Y%m%dT%H%M%SZ}", f"DTEND:{due.moment:%Y%m%dT%H%M%SZ}"]
        if due.moment
        else [f"DTSTART;VALUE=DATE:{due.by:%Y%m%d}", f"DTEND;VALUE=DATE:{due.by + DAY:%Y%m%d}"]
    )
    summary = f"{short_title(due)}: do it by {due.at if due.moment else 'today'}"
    return [
        "BEGIN:VEVENT",
        f"UID:{stamp}-{number}-{due.rule.id}@good-enough-for-my-child",
        f"DTSTAMP:{stamp}",
        *when,
        f"SUMMARY:{escape(summary)}",
        f"DESCRIPTION:{escape(description(due, due.by))}",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{escape(short_title(due))}",
        "TRIGGER:-P1D" if due.moment else "TRIGGER:-PT15H",
        "END:VALARM",
        "END:VEVENT",
    ]


def description(due: Due, by: date) -> str:
    """The description of an event: the rule, its legal basis, and how the date was calculated."""
    return "\n".join(
        [
            f"{due.rule.limit}. {FORCES[due.rule.force]}: {due.rule.basis}.",
            *due.counted,
            *filter(None, (due.rule.explanation, due.rule.reading)),
            f"Work to {format_date(by)}. Check the rule itself before you rely on it.",
        ]
    )


def escape(text: str) -> str:
    r"""Escapes text for iCalendar (RFC 5545, section 3.3.11).

    >>> print(escape("a, b; c"))
    a\, b\; c
    """
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def fold_line(line: str) -> str:
    """Folds a line so that no part has more than 75 bytes, without splitting a character (RFC 5545, section 3.1)."""
    parts, size = [""], 0
    for char in line:
        added = len(char.encode())
        if size + added > MAX_LINE_BYTES:
            parts.append(" ")
            size = 1
        parts[-1] += char
        size += added
    return "\r\n".join(parts)
