"""The directory as data: `directory.json` with its schema, and the same as CSV with its W3C description (CSV on the Web)."""

import json
from pathlib import Path
from typing import Any

from macros.features.directory.data import Entry, entries_of, entry_url, short
from macros.features.directory.facets import ANY_AGE
from macros.pages.build import Build
from macros.publish.provisions_json import plain
from macros.render.picture.export import cell

#: What the files have beside the facts that people write: name, schema and what it is.
MADE = {
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
#: Facts that not every entry has; they are null, or an empty list, where an entry has none.
NONE = {
    "place": None,
    "phone": None,
    "checked": None,
    "confidence": None,
    "instead": [],
    "see": [],
    "cites": [],
    "changes": [],
}


def schema(facts: dict[str, Any]) -> dict[str, Any]:
    """The schema of `directory.json`, from that of the facts people write."""
    rules = {key: rule for key, rule in facts["properties"].items()}
    for key, none in NONE.items():
        rules[key] = (
            {name: value for name, value in rules[key].items() if name != "minItems"}
            if none == []
            else {"anyOf": [rules[key], {"type": "null"}]}
        )
    properties = MADE | rules
    return {
        "$schema": facts["$schema"],
        "title": "The resource directory",
        "type": "array",
        "items": {
            "type": "object",
            "additionalProperties": False,
            "required": list(properties),
            "properties": properties,
        },
    }


def record(build: Build, entry: Entry, public_address: str) -> dict[str, Any]:
    """An entry as a record of the published schema."""
    return {
        "id": entry.id,
        **{key: entry.facts.get(key, NONE.get(key)) for key in (*entry.facts, *NONE)},
        "age_groups": [*entry.age_groups, *([ANY_AGE] if entry.facts["age"] == "any" else [])],
        "summary": plain(build.render(entry.summary)),
        "words": plain(build.render(entry.words)),
        "changed": entry.events[-1][0],
        "page": f"{public_address.rstrip('/')}/{entry_url(build.model, entry)}",
        "short": short(entry),
    }


def csv(records: list[dict[str, Any]], names: list[str]) -> str:
    """Records as CSV that no spreadsheet runs: lists joined by semicolons, changes as day and sentence, nothing for null."""

    def text(value: Any) -> str:
        if isinstance(value, list):
            return "; ".join(f"{part['on']}: {part['what']}" if isinstance(part, dict) else part for part in value)
        return "" if value is None else value

    lines = [names, *([text(record[name]) for name in names] for record in records)]
    return "\ufeff" + "".join(",".join(map(cell, line)) + "\r\n" for line in lines)


def csv_description(rules: dict[str, Any]) -> dict[str, Any]:
    """What the CSV file's columns are, in the W3C's terms."""

    def column(name: str, rule: dict[str, Any]) -> dict[str, Any]:
        about = rule.get("description") or rule["anyOf"][0]["description"]
        return {
            "name": name,
            "titles": name,
            "dc:description": about,
            "datatype": "string",
            "required": name not in NONE,
            **({"separator": "; "} if rule.get("type") == "array" else {}),
        }

    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": "directory.csv",
        "dialect": {"header": True, "encoding": "utf-8"},
        "dc:title": "The resource directory",
        "tableSchema": {"primaryKey": "id", "columns": [column(name, rule) for name, rule in rules.items()]},
    }


def publish_data(build: Build, site: Path) -> None:
    """Writes the files at the site's root."""
    facts = json.loads((build.model.docs / "directory" / "entry.schema.json").read_text(encoding="utf-8"))
    rules = schema(facts)
    records = [record(build, entry, build.settings.get("public_address") or "") for entry in entries_of(build.model)]
    columns = rules["items"]["properties"]
    for name, data in (
        ("directory.json", records),
        ("directory.schema.json", rules),
        ("directory.csv-metadata.json", csv_description(columns)),
    ):
        (site / name).write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    (site / "directory.csv").write_text(csv(records, list(columns)), encoding="utf-8", newline="")
