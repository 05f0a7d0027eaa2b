"""The keeper's command: every entry by time since it was last checked, and everything that is wrong with any of them.

    python -m macros directory                  counted from today
    python -m macros directory 2027-01-31       counted from another day

It ends with 1 when something is wrong, as a build would, but names all problems and not only the first.
"""

import sys
from datetime import date
from pathlib import Path

from macros.content.areas import chosen_area
from macros.content.errors import ContentError
from macros.content.model import Model
from macros.features.directory.data import Entry, read_all

#: After how many days an entry should be looked at again.
DUE = 365


def age(entry: Entry, today: date) -> int | None:
    """Days since an entry was last checked, or None for never."""
    checked = entry.facts.get("checked")
    return (today - date.fromisoformat(checked)).days if checked else None


def listing(entries: list[Entry], today: date) -> list[str]:
    """A line for each entry: never checked first, then the longest since."""
    lines = []
    for entry in sorted(entries, key=lambda e: -(10**6 if age(e, today) is None else age(e, today))):
        days = age(entry, today)
        since = "never" if days is None else f"{days} days"
        mark = "DUE" if days is None or days > DUE else "in the future!" if days < 0 else ""
        lines.append(f"{since:>9}  {mark:14} {entry.facts['status']:11}  {entry.title}  ({entry.path})")
    return lines


def main(arguments: list[str]) -> int:
    """Prints the list, then the problems."""
    try:
        today = date.fromisoformat(arguments[0]) if arguments else date.today()
        docs = Path("docs")
        entries, problems = read_all(Model(docs, chosen_area(docs)))
    except (ValueError, ContentError) as error:
        print(error, file=sys.stderr)
        return 1
    due = sum(age(e, today) is None or age(e, today) > DUE for e in entries)
    print(
        "\n".join(
            [
                *listing(entries, today),
                f"{len(entries)} entries, {due} due to be checked: never, or not for {DUE} days.",
            ]
        )
    )
    for problem in problems:
        print(problem, file=sys.stderr)
    print(
        f"{len(problems)} problems." if problems else "Nothing is wrong with any entry.",
        file=sys.stderr if problems else sys.stdout,
    )
    return 1 if problems else 0
