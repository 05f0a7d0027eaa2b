"""Helplines: pages print a number by the name of its entry in the directory, so that each stands in one file with its source and date.

An area's own numbers are facts of the area and stay in its file.
"""

from macros.content.errors import did_you_mean
from macros.content.model import Model
from macros.features.directory.data import Entry, entries_of
from macros.pages.build import Macro
from macros.pages.facts import call
from macros.pages.text import say_date


def helplines_of(model: Model) -> dict[str, Entry]:
    """Every entry of the directory that has a number, by its name."""
    return {entry.id: entry for entry in entries_of(model) if "phone" in entry.facts}


def helpline(build, name: str) -> str:
    """A helpline's number, to be tapped."""
    known = helplines_of(build.model)
    if name not in known:
        raise LookupError(f"no helpline '{name}' in the directory.{did_you_mean(name, known)}")
    return call(known[name].facts["phone"])


def helplines_checked(build) -> str:
    """The day on which the helpline that was checked longest ago was checked."""
    return say_date(min(entry.facts["checked"] for entry in helplines_of(build.model).values()))


MACROS: dict[str, Macro] = {"helpline": helpline, "helplines_checked": helplines_checked}
