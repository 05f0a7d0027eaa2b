"""Takes each rule of the incident tool away, and turns each round, and sees that a situation or an invariant notices.

    make mutants

A slow proof, apart from `make test`. Digests and golden results do not count: only situations and named invariants do.
"""

import sys

import tools.first_edition as incident
from tests.tools.named_situations import SITUATIONS
from tools.first_edition.questions import QUESTIONS
from tools.model import Rule

WHOLE = incident.RULES


def noticed(rules) -> bool:
    """Whether under some rules any situation has another result, route or act than a practitioner expects."""
    incident.RULES = rules
    try:
        for situation in SITUATIONS:
            result = incident.decide(situation["answers"])
            acts = {d.act for f in result.findings for d in f.duties}
            routes = {f.route for f in result.findings if f.route}
            if (
                (result.level, result.contact) != (situation["level"], situation["contact"])
                or not set(situation["routes"]) <= routes
                or not set(situation["acts"]) <= acts
                or set(situation["not_acts"]) & acts
            ):
                return True
            words = " ".join(
                [
                    *(d.text for f in result.findings for d in f.duties),
                    *(w for f in result.findings for w in f.warnings),
                ]
            )
            if not all(phrase in words for phrase in situation.get("says", ())) or any(
                phrase in words for phrase in situation.get("never_says", ())
            ):
                return True
        return invariant_broken()
    finally:
        incident.RULES = WHOLE


def invariant_broken() -> bool:
    """Whether a named invariant fails: every part of a result is there; warnings stand with what they warn of."""
    for kind in (a.value for q in QUESTIONS if q.id == "kind" for a in q.answers):
        for extra in (
            {},
            {"police": "arrest"},
            {"allegation": "yes"},
            {"coercion": "yes"},
            {"age": "under-10"},
            {"harmed": ["partner"]},
            {"danger": "yes"},
            {"account": "not-now"},
            {"account": "asked"},
            {"police": "arrest", "age": "under-10"},
        ):
            result = incident.decide({"kind": [kind]} | extra)
            duties = [d for f in result.findings for d in f.duties]
            acts, words = {d.act for d in duties}, " ".join(d.text for d in duties).lower()
            warnings = " ".join(w for f in result.findings for w in f.warnings).lower()
            if result.level is None or not {"tell", "record", "support", "ask child", "repair", "review"} <= acts:
                return True
            if "you may report" not in words or (kind.startswith("weapon") and "never step in" not in warnings):
                return True
            if (
                kind.startswith("images")
                and "never open" not in warnings
                or extra.get("police") == "arrest"
                and "do not question" not in warnings
            ):
                return True
            if extra.get("age") == "under-10" and ("cannot be charged" not in words or "prosecut" in words):
                return True
            if extra.get("age") != "under-10" and "recorded does not mean" not in words:
                return True
            if sum(d.act == "repair" for d in set(duties)) != 1 or (
                "later" in next(d.text for d in duties if d.act == "repair")
            ) != _later(kind, extra):
                return True
    return False


def _later(kind: str, extra: dict) -> bool:
    from tools.first_edition.always import NOT_YET

    return (
        kind in NOT_YET
        or extra.get("police") == "arrest"
        or bool({"allegation", "coercion", "danger", "harmed"} & set(extra))
    )


def mutants():
    """(name, rules) with one rule removed, and with one inverted: its conditions and exceptions change places."""
    for i, rule in enumerate(WHOLE):
        yield f"without '{rule.finding.rule}'", WHOLE[:i] + WHOLE[i + 1 :]
        turned = (
            Rule({}, rule.finding, rule.when) if rule.when else Rule({"danger": ("yes",)}, rule.finding, rule.unless)
        )
        yield f"'{rule.finding.rule}' turned round", WHOLE[:i] + (turned,) + WHOLE[i + 1 :]


def main() -> int:
    """Prints the mutants that nothing noticed; 1 if there are any."""
    if noticed(WHOLE):
        print("The rules as they are fail a situation or an invariant: run make test first.")
        return 1
    total, missed = 0, []
    for name, rules in mutants():
        total += 1
        if not noticed(rules):
            missed.append(name)
    print(f"{total - len(missed)} of {total} mutants noticed")
    for name in missed:
        print(f"  not noticed: {name}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
