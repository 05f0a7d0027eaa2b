"""Helplines for the whole country: pages print a number by its key, so that each stands in one file with its source and date.

The file is `docs/helplines.yml` (schema beside it). An area's own numbers are facts of the area and stay in its file.
"""

from functools import cache
from pathlib import Path
from typing import Any

from macros.errors import nearest
from macros.model import check_schema, read_yaml
from macros.words import call, say_date


@cache
def read_helplines(docs: Path) -> dict[str, dict[str, Any]]:
    """Every helpline by its key, checked."""
    path = docs / "helplines.yml"
    found = read_yaml(path)
    check_schema(path, found, docs / "helplines.schema.json")
    return found


def helpline(words, key: str) -> str:
    """A helpline's number, to be tapped."""
    known = read_helplines(words.model.docs)
    if key not in known:
        raise LookupError(f"no helpline '{key}' in {words.model.docs / 'helplines.yml'}.{nearest(key, known)}")
    return call(known[key]["number"])


def helplines_checked(words) -> str:
    """The day on which the helpline that was checked longest ago was checked."""
    return say_date(min(line["checked"] for line in read_helplines(words.model.docs).values()))


FUNCTIONS = {"helpline": helpline, "helplines_checked": helplines_checked}
