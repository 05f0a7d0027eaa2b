"""A result as JSON data for the command line, tests and saved copies, in the order in which it is shown."""

from collections.abc import Iterable, Mapping
from typing import Any

from tools.incident import RULES_VERSION, TABLE, decide
from tools.incident.check import check
from tools.incident.explain import would_change
from tools.incident.model import ACTS, BLOCKS, CONTACTS, HEALTH, LEVELS, SERVICES

SCHEMA_VERSION = 2
_TEXT, _TEXTS = {"type": "string"}, {"type": "array", "items": {"type": "string"}}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    """The schema of an object that has exactly these properties."""
    return {"type": "object", "additionalProperties": False, "required": list(properties), "properties": properties}


def _ranked(values: Iterable[str]) -> dict[str, Any]:
    return {"enum": [*values, None]}


_BASIS = {"enum": ["local", "national", "law", "own"]}
_ACTION = _object(
    {
        "act": {"enum": list(ACTS)},
        "object": _TEXT,
        "target": _TEXT,
        "who": _TEXT,
        "text": _TEXT,
        "basis": _BASIS,
        "citations": _TEXTS,
    }
)
_ACTIONS = {"type": "array", "items": _ACTION}
_RANKS = {"level": _ranked(LEVELS), "contact": _ranked(CONTACTS), "health": _ranked(HEALTH)}

#: The JSON Schema of a report.
SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Result of the incident tool, second edition",
    **_object(
        {
            "schema_version": {"const": SCHEMA_VERSION},
            "rules_version": {**_TEXT, "description": "the day the rules last changed, and which change of that day"},
            "verdict": _TEXT,
            **_RANKS,
            "services": {"type": "array", "items": {"enum": list(SERVICES)}},
            "provisional": {"type": "boolean", "description": "a question that can raise the result is open"},
            "could_be": _object(_RANKS),
            "never": {**_TEXTS, "description": "the first is shown; the rest are folded"},
            **dict.fromkeys(BLOCKS, _ACTIONS),
            "shown_now": {"type": "integer", "minimum": 0, "maximum": TABLE["limits"]["actions"]},
            "scripts": {
                "type": "array",
                "items": _object({"id": _TEXT, "title": _TEXT, "to": _TEXT, "lines": _TEXTS}),
            },
            "reasons": {
                "type": "array",
                "items": _object({"text": _TEXT, **_RANKS, "basis": _BASIS, "citations": _TEXTS}),
            },
            "open": {
                "type": "array",
                "items": _object({"event": {"type": "integer"}, "question": _TEXT, "urgent": {"type": "boolean"}}),
            },
            "would_change": {
                "type": "array",
                "items": _object(
                    {
                        "event": {"type": ["integer", "null"]},
                        "question": _TEXT,
                        "answer": _TEXT,
                        "direction": {"enum": ["raise", "lower"]},
                        **_RANKS,
                    }
                ),
            },
            "contradictions": _TEXTS,
            "not_an_incident": {**_TEXTS, "description": "pages for what is not an incident"},
            "citations": _TEXTS,
        }
    ),
}


def basis(citations: Iterable[str], local: bool) -> tuple[str, list[str]]:
    """The basis of a rule, and its citations in an area with or without a protocol of its own.

    An area's text comes first where there is one, then the national protocol, then law and official notes. What has
    none of these is this site's own safe rule, whatever guidance it rests on.
    """
    cited = [citation for citation in citations if local or not citation.startswith("topic ")]
    kinds = {citation.partition(" ")[0] for citation in cited}
    for kind, name in (("topic", "local"), ("national", "national"), ("law", "law"), ("note", "law")):
        if kind in kinds:
            return name, cited
    return "own", cited


def report(incident: Mapping[str, Any], local: bool = True) -> dict[str, Any]:
    """The result for an incident, valid against SCHEMA. `local`: whether the area has a protocol of its own.

    Raises ValueError for an unknown question or answer.
    """
    check(incident)
    result = decide(incident)

    def based(rule: Mapping[str, Any], *names: str) -> dict[str, Any]:
        name, citations = basis(rule.get("citations", ()), local)
        return {key: rule.get(key) for key in names} | {"basis": name, "citations": citations}

    actions = [
        (action["block"], based(action, "act", "object", "target", "text") | {"who": action.get("who", "you")})
        for action in result["actions"]
    ]
    reasons = [based(reason, "text", "level", "contact", "health") for reason in result["reasons"]]
    cited = [citation for part in [*reasons, *(action for _, action in actions)] for citation in part["citations"]]
    rows = [TABLE["rows"][event["what"]] for event in incident.get("events") or [] if event.get("what")]
    return {
        "schema_version": SCHEMA_VERSION,
        "rules_version": RULES_VERSION,
        **{key: result[key] for key in ("verdict", "level", "contact", "health", "services", "could_be")},
        "provisional": bool(result["open"]),
        "never": result["nevers"],
        **{block: [action for place, action in actions if place == block] for block in BLOCKS},
        "shown_now": result["shown"],
        "scripts": [{key: script[key] for key in ("id", "title", "to", "lines")} for script in result["scripts"]],
        "reasons": reasons,
        "open": result["open"],
        "would_change": would_change(incident),
        "contradictions": result["clashes"],
        "not_an_incident": [row["sends_to"] for row in rows if row.get("sends_to")],
        "citations": list(dict.fromkeys(cited)),
    }
