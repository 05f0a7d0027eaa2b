"""Published data: provisions.json with its schema, and the pages of the short URLs."""

import json
from pathlib import Path

from mkdocs.utils import get_relative_url

from macros.files import write_text
from macros.pages.build import Build
from macros.pages.links import resolve
from macros.pages.provision_html import provision_text
from macros.pages.text import plain
from macros.publish.short_urls import forwarding_page
from tools.first_edition.report import SCHEMA as INCIDENT_SCHEMA

SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Provisions of the protocols published by this site",
    "type": "array",
    "items": {
        "type": "object",
        "additionalProperties": False,
        "required": [
            "id",
            "protocol",
            "number",
            "kind",
            "parent",
            "title",
            "text",
            "html",
            "address",
            "short",
            "force",
            "roles",
            "notes",
            "footnotes",
            "source",
        ],
        "properties": {
            "id": {
                "type": "string",
                "pattern": "^[a-z0-9][a-z0-9.-]*$",
                "description": "never changes; unique in this file",
            },
            "protocol": {"type": "string", "description": "'national', or the area whose protocol it is"},
            "number": {
                "type": ["string", "null"],
                "description": "the number the document prints, or null where it prints none",
            },
            "kind": {
                "enum": [
                    "front matter",
                    "section",
                    "paragraph",
                    "bullet",
                    "footnote",
                    "annex",
                    "annex section",
                    "annex item",
                    "prompt",
                    "form line",
                ]
            },
            "parent": {"type": ["string", "null"], "description": "the id of the provision it belongs to"},
            "title": {"type": ["string", "null"]},
            "text": {
                "type": "string",
                "minLength": 1,
                "description": "our plain-language words, without markup, notes or children",
            },
            "html": {
                "type": "string",
                "minLength": 1,
                "description": "the same words with markup; links start at the site's root",
            },
            "address": {
                "type": "string",
                "description": "where it stands, from the site's root, or whole when the public address is set",
            },
            "short": {
                "type": "string",
                "pattern": "^/(n|l/[a-z-]+)/",
                "description": "the short address for printing and speaking",
            },
            "force": {
                "enum": ["law", "should", "may", "none"],
                "description": "law: a must that rests on a law it names",
            },
            "roles": {
                "type": "array",
                "items": {"type": "string"},
                "uniqueItems": True,
                "description": "readers it matters to",
            },
            "notes": {
                "type": "array",
                "items": {"type": "string"},
                "description": "ids of the editor's notes beside it",
            },
            "footnotes": {"type": "array", "items": {"type": "string"}, "description": "ids of the footnotes it calls"},
            "source": {
                "type": "object",
                "additionalProperties": False,
                "required": ["title", "edition", "address"],
                "properties": {
                    "title": {"type": "string"},
                    "edition": {"type": "string"},
                    "address": {
                        "type": ["string", "null"],
                        "description": "the official document, or null where none is known",
                    },
                },
            },
        },
    },
}


def provision_records(build: Build, public_url: str = "") -> list[dict[str, object]]:
    """Every provision as a record of the published schema, in print order. URLs are absolute with a public URL."""
    model, records = build.model, []
    for id, provision in model.provisions.items():
        protocol = model.protocol_of[id]
        html = provision_text(build.render, provision)
        official = protocol.facts["official"]
        records.append(
            {
                "id": id,
                "protocol": "national" if protocol.key == "national" else model.area["key"],
                "number": provision.parsed_id.number,
                "kind": provision.parsed_id.kind,
                "parent": provision.parsed_id.parent,
                "title": provision.title,
                "text": plain(html),
                "html": resolve(model, html, ""),
                "address": f"{public_url.rstrip('/')}/{model.url(id)}",
                "short": model.short_url(id),
                "force": provision.force,
                "roles": list(provision.roles),
                "notes": [note.id for note in model.notes_on.get(id, ())],
                "footnotes": list(provision.footnotes),
                "source": {
                    "title": protocol.facts["title"],
                    "edition": protocol.facts["edition"],
                    "address": official if official.startswith("http") else None,
                },
            }
        )
    return records


def publish(build: Build, site: Path, public_url: str = "") -> None:
    """Writes the JSON, the schemas and the pages of the short URLs into the built site."""
    records = provision_records(build, public_url)
    write_text(site / "provisions.json", json.dumps(records, ensure_ascii=False, indent=1) + "\n")
    write_text(site / "provisions.schema.json", json.dumps(SCHEMA, indent=1) + "\n")
    write_text(site / "incident.schema.json", json.dumps(INCIDENT_SCHEMA, indent=1) + "\n")
    model = build.model
    for id in model.provisions:
        short_url = model.short_url(id).strip("/") + "/"
        page, _, anchor = model.url(id).partition("#")
        target = f"{get_relative_url(page, short_url)}#{anchor}"
        write_text(site / short_url / "index.html", forwarding_page(target, model.label(id)))
