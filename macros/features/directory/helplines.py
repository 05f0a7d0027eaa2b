"""Helplines: pages print a number by the id of its directory entry, so that each number is in one file only.

The entry has the number's source and the date it was checked. An area's own numbers are facts of the area file.
"""

from macros.content.errors import did_you_mean
from macros.content.model import Model
from macros.features.directory.data import Entry, entries_of
from macros.pages.build import Build, Macro
from macros.pages.facts import call
from macros.pages.html import Inline
from macros.pages.text import say_date


def helplines_of(model: Model) -> dict[str, Entry]:
    """Every entry of the directory that has a number, by its id."""
    return {entry.id: entry for entry in entries_of(model) if "phone" in entry.facts}


def helpline(build: Build, name: str) -> Inline:
    """A helpline's number as a link."""
    helplines = helplines_of(build.model)
    if name not in helplines:
        raise LookupError(f"no helpline '{name}' in the directory.{did_you_mean(name, helplines)}")
    return call(helplines[name].facts["phone"])


def helplines_checked(build: Build) -> Inline:
    """The day on which the helpline with the oldest check was checked."""
    return Inline(say_date(min(entry.facts["checked"] for entry in helplines_of(build.model).values())))


MACROS: dict[str, Macro] = {"helpline": helpline, "helplines_checked": helplines_checked}
