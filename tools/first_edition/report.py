"""A result as JSON data, for the command line, tests and saved copies."""

from typing import Any

from tools.first_edition import RULES_VERSION, chosen, decide
from tools.first_edition.explain import contradictions, would_change
from tools.first_edition.questions import DECIDING
from tools.model import CONTACTS, LEVELS, Answers

#: The JSON Schema of a report.
SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Result of the incident tool",
    "type": "object",
    "additionalProperties": False,
    "required": [
        "rules_version",
        "level",
        "police_contact",
        "judgement",
        "routes",
        "duties",
        "reasons",
        "warnings",
        "would_change",
        "citations",
    ],
    "properties": {
        "rules_version": {
            "type": "string",
            "description": "the day the rules last changed, and which change of that day",
        },
        "level": {"enum": [*LEVELS, None]},
        "police_contact": {"enum": [*CONTACTS, None]},
        "judgement": {"type": "boolean", "description": "the protocols leave it open: people decide"},
        "routes": {"type": "array", "items": {"type": "string"}, "uniqueItems": True},
        "duties": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["act", "words", "citations"],
                "properties": {
                    "act": {"type": "string"},
                    "words": {"type": "string"},
                    "citations": {"type": "array", "items": {"type": "string"}},
                },
            },
        },
        "reasons": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["rule", "level", "reason", "citations"],
                "properties": {
                    "rule": {"type": "string"},
                    "level": {"type": ["string", "null"]},
                    "reason": {"type": "string"},
                    "citations": {"type": "array", "items": {"type": "string"}},
                },
            },
        },
        "warnings": {
            "type": "array",
            "items": {"type": "string"},
            "description": "said before anything else is done; also answers that do not fit",
        },
        "would_change": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["question", "answer", "how", "level", "police_contact", "direction"],
                "properties": {
                    "question": {"type": "string"},
                    "answer": {"type": "string"},
                    "how": {"enum": ["instead", "also", "without"]},
                    "level": {"type": ["string", "null"]},
                    "police_contact": {"type": ["string", "null"]},
                    "direction": {"enum": ["raise", "lower"]},
                },
            },
        },
        "citations": {"type": "array", "items": {"type": "string"}, "uniqueItems": True},
    },
}


def report(answers: Answers) -> dict[str, Any]:
    """The result for a set of answers as data valid against SCHEMA. ValueError for an unknown question or answer."""
    result = decide(answers)
    duties = [duty for finding in result.findings for duty in finding.duties]
    cited = [c for f in result.findings for c in (*f.citations, *(c for d in f.duties for c in d.citations))]
    return {
        "rules_version": RULES_VERSION,
        "level": result.level,
        "police_contact": result.contact,
        "judgement": result.level == "judgement",
        "routes": list(dict.fromkeys(f.route for f in result.findings if f.route)),
        "duties": [{"act": d.act, "words": d.text, "citations": list(d.citations)} for d in dict.fromkeys(duties)],
        "reasons": [
            {"rule": f.rule, "level": f.level, "reason": f.reason, "citations": list(f.citations)}
            for f in result.findings
        ],
        "warnings": [
            *dict.fromkeys(w for f in result.findings for w in f.warnings),
            *(message for _, _, message in contradictions(answers)),
        ],
        "would_change": would_change(answers),
        "citations": list(dict.fromkeys(cited)),
    }


def next_question(answers: Answers) -> str | None:
    """The id of the next question that can still change the level; None if there is none or the level is red."""
    if decide(answers).level == "red":
        return None
    return next((q.id for q in DECIDING if not chosen(answers, q.id) and needed(q.id, answers)), None)


def needed(question: str, answers: Answers) -> bool:
    """Whether the answer to a deciding question can still change the level or the contact."""
    options = next(q.answers for q in DECIDING if q.id == question)
    results = [decide({**answers, question: option.value}) for option in options]
    return len({(result.level, result.contact) for result in results}) > 1
