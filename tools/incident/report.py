"""A result as plain data, for the command line, for tests and for a saved copy."""

from tools.incident import RULES_VERSION, chosen, decide
from tools.incident.explain import contradictions, would_change
from tools.incident.questions import DECIDING

#: JSON Schema of what `report` gives.
SCHEMA = {
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
        "level": {"enum": ["none", "green", "judgement", "amber", "red", None]},
        "police_contact": {"enum": ["not needed", "discuss", "tell now", "999", None]},
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


def report(answers: dict) -> dict:
    """The result of some answers as data that fits SCHEMA; ValueError for an unknown question or answer."""
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
            *(words for _, _, words in contradictions(answers)),
        ],
        "would_change": would_change(answers),
        "citations": list(dict.fromkeys(cited)),
    }


def next_question(answers: dict) -> str | None:
    """The first level-deciding question still to be asked; None when the level is decided or already as high as it goes."""
    if decide(answers).level == "red":
        return None
    return next((q.id for q in DECIDING if not chosen(answers, q.id) and needed(q.id, answers)), None)


def needed(question: str, answers: dict) -> bool:
    """Whether a deciding question can still change the result, so that no needless one is asked."""
    from tools.incident.questions import QUESTIONS

    own = next(q for q in QUESTIONS if q.id == question)
    return len({(r.level, r.contact) for a in own.answers for r in (decide(answers | {question: a.value}),)}) > 1
