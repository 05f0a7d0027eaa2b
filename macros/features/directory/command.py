"""Maintenance command: lists every entry by the time since its last check, and every error in any entry.

    python -m macros directory                  counted from today
    python -m macros directory 2027-01-31       counted from another day

Unlike a build, it reports every error and not only the first; the exit status is 1 if there is one.
"""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from macros.content.areas import chosen_area
from macros.content.errors import ContentError
from macros.content.model import Model
from macros.features.directory.data import Entry, read_all

#: After how many days an entry is due a check.
DUE = 365


def days_since_check(entry: Entry, today: date) -> int | None:
    """Days since an entry was last checked, or None for never."""
    checked = entry.facts.get("checked")
    return (today - date.fromisoformat(checked)).days if checked else None


def is_due(days: int | None) -> bool:
    """Whether an entry is due a check: it never had one, or the last is too long ago."""
    return days is None or days > DUE


def listing(entries: Sequence[Entry], today: date) -> list[str]:
    """A line for each entry: never checked first, then the longest since."""
    rows = [(days_since_check(entry, today), entry) for entry in entries]
    rows.sort(key=lambda row: (row[0] is not None, -(row[0] or 0)))
    lines = []
    for days, entry in rows:
        since = "never" if days is None else f"{days} days"
        remark = "DUE" if is_due(days) else "in the future!" if days is not None and days < 0 else ""
        lines.append(f"{since:>9}  {remark:14} {entry.facts['status']:11}  {entry.title}  ({entry.path})")
    return lines


def main(arguments: list[str]) -> int:
    """Prints the list, then the errors."""
    try:
        today = date.fromisoformat(arguments[0]) if arguments else date.today()
        docs = Path("docs")
        entries, problems = read_all(Model(docs, chosen_area(docs)))
    except (ValueError, ContentError) as error:
        print(error, file=sys.stderr)
        return 1
    for line in listing(entries, today):
        print(line)
    due = sum(is_due(days_since_check(entry, today)) for entry in entries)
    print(f"{len(entries)} entries, {due} due a check: never checked, or not for {DUE} days.")
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        print(f"{len(problems)} problems.", file=sys.stderr)
        return 1
    print("No entry has a problem.")
    return 0
