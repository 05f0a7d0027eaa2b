"""The dates as a calendar file (RFC 5545) that Outlook, Google and Apple calendars take.

A day is an entry of a whole day, which is the same in every time zone; a time is given by Greenwich. There is nothing about a child in
it: a calendar is shared more easily than a record. Entries are private, do not make the day look busy, and remind at nine on the
day before.
"""

from datetime import timedelta

from tools.dates.days import DAY, said
from tools.dates.due import Due, named
from tools.dates.rules import FORCES

PRODUCT = "-//Good enough for my child?//Dates//EN"
#: The most bytes in a line.
WIDTH = 75
_HALF_HOUR = timedelta(minutes=30)


def calendar(dues: list[Due], stamp: str) -> str:
    """The file's text. `stamp` is the time it is made, by Greenwich: 20261124T021000Z. Duties without a date are left out."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    for number, due in enumerate(due for due in dues if due.by):
        lines += entry(due, stamp, number)
    return "".join(folded(line) + "\r\n" for line in (*lines, "END:VCALENDAR"))


def entry(due: Due, stamp: str, number: int) -> list[str]:
    """One duty's lines. Two files made at different times have no entry in common, so that one child's never replaces another's."""
    day, after = f"{due.by:%Y%m%d}", f"{due.by + DAY:%Y%m%d}"
    when = (
        [f"DTSTART:{due.moment - _HALF_HOUR:%Y%m%dT%H%M%SZ}", f"DTEND:{due.moment:%Y%m%dT%H%M%SZ}"]
        if due.moment
        else [f"DTSTART;VALUE=DATE:{day}", f"DTEND;VALUE=DATE:{after}"]
    )
    summary = f"{named(due)}: do it by {due.at if due.moment else 'today'}"
    return [
        "BEGIN:VEVENT",
        f"UID:{stamp}-{number}-{due.rule.id}@good-enough-for-my-child",
        f"DTSTAMP:{stamp}",
        *when,
        f"SUMMARY:{escaped(summary)}",
        f"DESCRIPTION:{escaped(description(due))}",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{escaped(named(due))}",
        "TRIGGER:-P1D" if due.moment else "TRIGGER:-PT15H",
        "END:VALARM",
        "END:VEVENT",
    ]


def description(due: Due) -> str:
    """What stands in an entry: how it was counted, and what it rests on."""
    return "\n".join(
        [
            f"{due.rule.limit}. {FORCES[due.rule.force]}: {due.rule.basis}.",
            *due.counted,
            *filter(None, (due.rule.says, due.rule.reading)),
            f"Work to {said(due.by)}. Check the rule itself before you rely on it.",
        ]
    )


def escaped(text: str) -> str:
    r"""Text as a calendar file has it.

    >>> print(escaped("a, b; c"))
    a\, b\; c
    """
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded(line: str) -> str:
    """A line broken so that no part has more than 75 bytes; a part after the first starts with a space. No letter is cut in two."""
    parts, size = [""], 0
    for sign in line:
        bytes_ = len(sign.encode())
        if size + bytes_ > WIDTH:
            parts.append(" ")
            size = 1
        parts[-1] += sign
        size += bytes_
    return "\r\n".join(parts)
