"""The danger question: every answer, and what may never follow from it."""

import pytest

from tools import TOOLS
from tools import first_edition as incident
from tools.danger import QUESTIONS, decide
from tools.first_edition.questions import KIND
from tools.model import ACTS, CONTACTS, LEVELS, join

ANSWERS = [answer.value for answer in QUESTIONS[0].answers]
NEVER = {"step in", "search", "dispose", "view image"}


@pytest.mark.parametrize("answer", ["yes", "not-sure"])
def test_danger_or_doubt_is_red_and_999(answer):
    result = decide({"danger": answer})
    assert (result.level, result.contact) == ("red", "999")
    assert result.findings[0].duties[0].act == "call" and "999" in result.findings[0].duties[0].text


def test_no_danger_gives_no_level_and_no_all_clear():
    result = decide({"danger": "no"})
    assert result.level is None and result.contact is None
    assert {c for f in result.findings for d in f.duties for c in d.citations} >= {
        "page decision-steps",
        "page special-situations",
    }


@pytest.mark.parametrize("answer", ANSWERS)
def test_no_answer_gives_a_level_that_the_full_rules_could_contradict(answer):
    """This question comes first: it gives a level only where every kind of behaviour has that level and contact."""
    given = decide({"danger": answer})
    full = {
        (r.level, r.contact) for r in (incident.decide({"danger": answer, "kind": [a.value]}) for a in KIND.answers)
    }
    if given.level is None:
        assert given.contact is None and len(full) > 1
    else:
        assert full == {(given.level, given.contact)}


def test_a_more_serious_answer_never_lowers_the_result():
    def rank(result):
        return (
            LEVELS.index(result.level) if result.level else -1,
            CONTACTS.index(result.contact) if result.contact else -1,
        )

    ordered = sorted(QUESTIONS[0].answers, key=lambda a: a.seriousness)
    ranks = [rank(decide({"danger": a.value})) for a in ordered]
    assert ranks == sorted(ranks)


@pytest.mark.parametrize("answer", [None, "", "YES", "maybe"])
def test_anything_else_is_refused_in_words(answer):
    with pytest.raises(ValueError, match="is not an answer; use one of yes, not-sure, no"):
        decide({"danger": answer} if answer is not None else {})


def test_acts_are_known_and_none_is_forbidden():
    for answer in ANSWERS:
        for finding in decide({"danger": answer}).findings:
            for duty in finding.duties:
                assert duty.act in ACTS and duty.act not in NEVER


def test_every_finding_and_first_duty_is_cited():
    for answer in ANSWERS:
        for finding in decide({"danger": answer}).findings:
            assert finding.citations and finding.duties[0].citations


def test_joining_takes_the_most_urgent():
    for i, a in enumerate(LEVELS):
        for j, b in enumerate(LEVELS):
            assert join((a, b, None), LEVELS) == LEVELS[max(i, j)]
    assert join((None, None), LEVELS) is None


def test_every_tool_has_the_same_shape():
    for name, tool in TOOLS.items():
        assert name == tool.NAME and tool.TITLE and tool.QUESTIONS and callable(tool.decide) and tool.__doc__
