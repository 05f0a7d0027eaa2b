"""The ways into the directory: what each is called, which words it knows, and what an entry says to it.

The words are those of the entry schema, in its order. A page for each way works without JavaScript, and the same ways
are the filters where it runs.
"""

import json
import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from macros.features.directory.data import AGES, Entry

STATUS_WORDS = {"current": "Current", "superseded": "Superseded", "closed": "Closed", "not checked": "Not checked"}


#: What a page says of entries that are for every age; a choice of an age shows them, too.
ANY_AGE = "any age"


class Facet(NamedTuple):
    """A way in: its key in addresses, how it is called, the fields of `directory.json` it looks at, and an entry's values."""

    key: str
    label: str
    fields: tuple[str, ...]
    values: Callable[[Entry], Sequence[str]]

    def holds(self, entry: Entry, value: str) -> bool:
        """Whether a choice of the value shows the entry."""
        return value in self.values(entry) or (self.key == "age" and value in entry.age_groups)


def where(entry: Entry) -> str:
    """The place it is about, or the nation."""
    return entry.facts.get("place", entry.facts["area"])


FACETS = (
    Facet("kind", "Kind", ("kind",), lambda entry: (entry.facts["kind"],)),
    Facet("category", "Category", ("category",), lambda entry: (entry.facts["category"],)),
    Facet("audience", "For whom", ("audience",), lambda entry: entry.facts["audience"]),
    Facet("theme", "Theme", ("theme",), lambda entry: entry.facts["theme"]),
    Facet("age", "Age", ("age_groups",), lambda entry: (ANY_AGE,) if entry.facts["age"] == "any" else entry.age_groups),
    Facet("area", "Area", ("place", "area"), lambda entry: (where(entry),)),
    Facet("cost", "Cost", ("cost",), lambda entry: (entry.facts["cost"],)),
    Facet("status", "Status", ("status",), lambda entry: (entry.facts["status"],)),
)
BY_KEY = {facet.key: facet for facet in FACETS}


@cache
def listed(docs: Path) -> dict[str, tuple[str, ...]]:
    """The words that the schema allows, by the fact they are for."""
    facts = json.loads((docs / "directory" / "entry.schema.json").read_text(encoding="utf-8"))["properties"]
    return {
        key: tuple(rule.get("items", rule)["enum"]) for key, rule in facts.items() if "enum" in rule.get("items", rule)
    }


def groups(docs: Path, entries: Sequence[Entry], facet: Facet) -> list[tuple[str, list[Entry]]]:
    """The entries of each value of a facet: values in the schema's order, places after them by name; none that is empty."""
    order = (*AGES, ANY_AGE) if facet.key == "age" else listed(docs)[facet.key]
    used = {value for entry in entries for value in facet.values(entry)}
    values = [*(value for value in order if value in used), *sorted(used - set(order))]
    return [(value, [entry for entry in entries if value in facet.values(entry)]) for value in values]


def anchor(value: str) -> str:
    """A value as the id of its part of a page."""
    return re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-")


def say(value: str) -> str:
    """A value at the head of a line or a list."""
    return value[:1].upper() + value[1:]
