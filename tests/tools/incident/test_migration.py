"""Answers of the first edition carry over where they mean the same, and the rest is asked again."""

import pytest

from tests.tools.named_situations import SITUATIONS
from tools.first_edition.questions import KIND
from tools.incident import decide
from tools.incident.check import check
from tools.incident.migration import KINDS, is_first_edition, migrate


def test_every_kind_of_the_first_edition_has_a_row():
    assert set(KINDS) | {"none"} == {option.value for option in KIND.answers}


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda s: s["name"])
def test_every_situation_of_the_first_edition_can_be_decided(situation):
    assert is_first_edition(situation["answers"])
    incident, again = migrate(situation["answers"])
    check(incident)
    open_questions = {question["question"] for question in decide(incident)["open"]}
    assert open_questions <= {*again, "what"}


def test_danger_stays_red_and_no_answer_is_made_up():
    incident, again = migrate({"danger": "not-sure", "kind": ["assault-minor"], "age": "10-17"})
    assert decide(incident)["level"] == "red"
    assert "age" not in incident and {"age", "act", "who"} <= set(again)


def test_the_most_urgent_kinds_come_first_and_four_at_most():
    incident, _ = migrate({"kind": ["refusing", "damage-small", "weapon-hand", "fire-burning", "animal"]})
    assert [event["what"] for event in incident["events"]][:2] == ["weapon-used", "burning"]
    assert len(incident["events"]) == 4


def test_what_stood_beside_the_kind_becomes_an_event():
    incident, _ = migrate({"kind": ["damage-small"], "coercion": "yes", "allegation": "not-sure"})
    assert [event["what"] for event in incident["events"]] == ["damage", "used", "allegation"]


def test_an_unknown_kind_is_named():
    with pytest.raises(ValueError, match="'weapon-x' was not an answer"):
        migrate({"kind": ["weapon-x"]})


def test_an_incident_of_the_second_edition_is_recognised():
    assert not is_first_edition({"danger": ["none"], "events": []})
    assert not is_first_edition({"danger": ["none"], "age": "13-15"})
