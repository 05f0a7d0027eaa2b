"""The directory as open data: `directory.json` with its schema, and the same as CSV with a W3C description (CSVW)."""

import json
from pathlib import Path
from typing import Any

from macros.features.directory.data import Entry, entries_of, entry_url, short_url
from macros.features.directory.facets import ANY_AGE
from macros.pages.build import Build
from macros.pages.text import plain
from macros.render.picture.export import cell

#: A JSON Schema, or a part of one.
type Schema = dict[str, Any]
#: An entry as published: text, lists of text, lists of changes, or null.
type Record = dict[str, Any]

#: Facts whose published name differs from their name in the files of entries. Published names never change.
PUBLISHED_NAMES = {"url": "address", "citations": "cites"}
#: What is published in addition to the facts that people write: name and schema.
DERIVED: dict[str, Schema] = {
    "id": {"type": "string", "pattern": "^[a-z0-9-]+$", "description": "never changes; unique in this file"},
    "age_groups": {
        "type": "array",
        "items": {"type": "string"},
        "description": "the groups by which readers look that its ages touch",
    },
    "summary": {"type": "string", "minLength": 1, "description": "what it is, in a line or two, as plain text"},
    "words": {"type": "string", "minLength": 1, "description": "all our words on it, as plain text"},
    "changed": {"type": "string", "description": "the day of the last change to the entry"},
    "page": {
        "type": "string",
        "description": "the entry's page, from the site's root, or whole when the public address is set",
    },
    "short": {"type": "string", "pattern": "^/d/", "description": "its short address for printing and speaking"},
}
#: Optional facts, with the value that is published for an entry without them.
DEFAULTS: dict[str, None | list[str]] = {
    "place": None,
    "phone": None,
    "checked": None,
    "confidence": None,
    "instead": [],
    "see": [],
    "cites": [],
    "changes": [],
}


def schema(entry_schema: Schema) -> Schema:
    """The schema of `directory.json`, derived from the schema of the facts that people write."""
    rules = {PUBLISHED_NAMES.get(key, key): rule for key, rule in entry_schema["properties"].items()}
    for key, default in DEFAULTS.items():
        if default is None:
            rules[key] = {"anyOf": [rules[key], {"type": "null"}]}
        else:
            rules[key] = {name: value for name, value in rules[key].items() if name != "minItems"}
    properties = DERIVED | rules
    return {
        "$schema": entry_schema["$schema"],
        "title": "The resource directory",
        "type": "array",
        "items": {
            "type": "object",
            "additionalProperties": False,
            "required": list(properties),
            "properties": properties,
        },
    }


def record(build: Build, entry: Entry, public_url: str) -> Record:
    """An entry as a record of the published schema."""
    facts = {PUBLISHED_NAMES.get(key, key): value for key, value in entry.facts.items()}
    return {
        "id": entry.id,
        **{key: facts.get(key, DEFAULTS.get(key)) for key in (*facts, *DEFAULTS)},
        "age_groups": [*entry.age_groups, *([ANY_AGE] if entry.facts["age"] == "any" else [])],
        "summary": plain(build.render(entry.summary)),
        "words": plain(build.render(entry.text)),
        "changed": entry.events[-1][0],
        "page": f"{public_url.rstrip('/')}/{entry_url(build.model, entry)}",
        "short": short_url(entry),
    }


def csv(records: list[Record], names: list[str]) -> str:
    """Records as CSV in which no cell can run as a formula."""
    lines = [names, *([cell_text(record[name]) for name in names] for record in records)]
    return "\ufeff" + "".join(",".join(map(cell, line)) + "\r\n" for line in lines)


def cell_text(value: str | list[str] | list[dict[str, str]] | None) -> str:
    """A published value as the text of a cell: lists joined by semicolons, changes as 'day: sentence', null as ''.

    >>> cell_text(["girls", "drugs"]), cell_text([{"on": "2026-12-01", "what": "New."}]), cell_text(None)
    ('girls; drugs', '2026-12-01: New.', '')
    """
    if isinstance(value, list):
        return "; ".join(f"{part['on']}: {part['what']}" if isinstance(part, dict) else part for part in value)
    return value or ""


def csv_description(properties: dict[str, Schema]) -> dict[str, Any]:
    """The description of the CSV file's columns, as CSV on the Web defines it."""

    def column(name: str, rule: Schema) -> dict[str, Any]:
        about = rule.get("description") or rule["anyOf"][0]["description"]
        return {
            "name": name,
            "titles": name,
            "dc:description": about,
            "datatype": "string",
            "required": name not in DEFAULTS,
            **({"separator": "; "} if rule.get("type") == "array" else {}),
        }

    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": "directory.csv",
        "dialect": {"header": True, "encoding": "utf-8"},
        "dc:title": "The resource directory",
        "tableSchema": {"primaryKey": "id", "columns": [column(name, rule) for name, rule in properties.items()]},
    }


def publish_data(build: Build, site: Path) -> None:
    """Writes the files to the site's root."""
    entry_schema = json.loads((build.model.docs / "directory" / "entry.schema.json").read_text(encoding="utf-8"))
    rules = schema(entry_schema)
    records = [record(build, entry, build.settings.get("public_address") or "") for entry in entries_of(build.model)]
    properties = rules["items"]["properties"]
    for name, data in (
        ("directory.json", records),
        ("directory.schema.json", rules),
        ("directory.csv-metadata.json", csv_description(properties)),
    ):
        (site / name).write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    (site / "directory.csv").write_text(csv(records, list(properties)), encoding="utf-8", newline="")
