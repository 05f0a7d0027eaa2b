"""The facets of the directory: the label of each, its possible values, and the values of an entry.

The values are those of the entry schema, in its order. Each facet has a page, which works without JavaScript; where
JavaScript runs, the same facets are filters.
"""

import json
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from macros.content.model import Model, cached_per_model
from macros.features.directory.data import AGES, Entry

#: How pages write an entry's status.
STATUS_LABELS = {"current": "Current", "superseded": "Superseded", "closed": "Closed", "not checked": "Not checked"}


#: The value of entries for every age; they match a filter for any one age group too.
ANY_AGE = "any age"


class Facet(NamedTuple):
    """One facet: its key in URLs, its label, the fields of `directory.json` its filter reads, an entry's values."""

    key: str
    label: str
    fields: tuple[str, ...]
    values: Callable[[Entry], Sequence[str]]

    def matches(self, entry: Entry, value: str) -> bool:
        """Whether a filter for the value shows the entry."""
        return value in self.values(entry) or (self.key == "age" and value in entry.age_groups)


def place_of(entry: Entry) -> str:
    """The place or the nation that an entry is about."""
    return entry.facts.get("place", entry.facts["area"])


FACETS = (
    Facet("kind", "Kind", ("kind",), lambda entry: (entry.facts["kind"],)),
    Facet("category", "Category", ("category",), lambda entry: (entry.facts["category"],)),
    Facet("audience", "For whom", ("audience",), lambda entry: entry.facts["audience"]),
    Facet("theme", "Theme", ("theme",), lambda entry: entry.facts["theme"]),
    Facet("age", "Age", ("age_groups",), lambda entry: (ANY_AGE,) if entry.facts["age"] == "any" else entry.age_groups),
    Facet("area", "Area", ("place", "area"), lambda entry: (place_of(entry),)),
    Facet("cost", "Cost", ("cost",), lambda entry: (entry.facts["cost"],)),
    Facet("status", "Status", ("status",), lambda entry: (entry.facts["status"],)),
)
BY_KEY = {facet.key: facet for facet in FACETS}


@cached_per_model
def allowed_values(model: Model) -> dict[str, tuple[str, ...]]:
    """The values that the schema allows, by fact."""
    facts = json.loads((model.docs / "directory" / "entry.schema.json").read_text(encoding="utf-8"))["properties"]
    return {
        key: tuple(rule.get("items", rule)["enum"]) for key, rule in facts.items() if "enum" in rule.get("items", rule)
    }


def groups(model: Model, entries: Sequence[Entry], facet: Facet) -> list[tuple[str, list[Entry]]]:
    """The entries of each value of a facet: values in the schema's order, then places by name; empty ones left out."""
    order = (*AGES, ANY_AGE) if facet.key == "age" else allowed_values(model)[facet.key]
    used = {value for entry in entries for value in facet.values(entry)}
    values = [*(value for value in order if value in used), *sorted(used - set(order))]
    return [(value, [entry for entry in entries if value in facet.values(entry)]) for value in values]


def anchor(value: str) -> str:
    """A value as an HTML id."""
    return re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-")


def capitalise(value: str) -> str:
    """A value with a capital first letter; the other letters keep their case."""
    return value[:1].upper() + value[1:]
