"""Named worked examples, each with the level, police contact, routes and acts that a practitioner expects."""

import pytest

from tests.tools.named_situations import SITUATIONS
from tools.first_edition import QUESTIONS, chosen, decide
from tools.first_edition.explain import contradictions
from tools.first_edition.report import SCHEMA, report


def said(result) -> str:
    """All duties and warnings of a result."""
    return " ".join(
        [*(d.text for f in result.findings for d in f.duties), *(w for f in result.findings for w in f.warnings)]
    )


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda s: s["name"])
def test_situation(situation):
    result = decide(situation["answers"])
    acts = {d.act for f in result.findings for d in f.duties}
    assert (result.level, result.contact) == (situation["level"], situation["contact"])
    assert set(situation["routes"]) <= {f.route for f in result.findings}
    assert set(situation["acts"]) <= acts and not set(situation["not_acts"]) & acts
    words = said(result)
    assert all(phrase in words for phrase in situation.get("says", ()))
    assert not any(phrase in words for phrase in situation.get("never_says", ()))


def test_there_are_enough_and_no_two_have_the_same_name():
    names = [s["name"] for s in SITUATIONS]
    assert len(names) >= 80 and len(set(names)) == len(names)


def test_every_route_and_every_placement_has_a_situation():
    from tools.first_edition.routes import ROUTES

    assert {r.finding.route for r in ROUTES} <= {route for s in SITUATIONS for route in s["routes"]}
    placements = {a.value for q in QUESTIONS if q.id == "placement" for a in q.answers}
    assert placements <= {s["answers"].get("placement") for s in SITUATIONS}


def differences(one: dict, other: dict) -> int:
    return sum(set(chosen(one, q.id)) != set(chosen(other, q.id)) for q in QUESTIONS)


def test_two_situations_differ_by_one_answer_only_when_they_are_a_pair():
    for i, one in enumerate(SITUATIONS):
        for other in SITUATIONS[i + 1 :]:
            if differences(one["answers"], other["answers"]) < 2:
                assert other["name"] == one.get("pair") or one["name"] == other.get("pair"), (
                    one["name"],
                    other["name"],
                )


def test_no_situation_contradicts_itself():
    assert [s["name"] for s in SITUATIONS if contradictions(s["answers"])] == []


def test_every_situation_s_report_fits_the_published_schema():
    import jsonschema

    validator = jsonschema.Draft202012Validator(SCHEMA)
    for situation in SITUATIONS:
        validator.validate(report(situation["answers"]))
