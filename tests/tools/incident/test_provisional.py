"""Half-answered incidents: what is shown is never more than any completion gives, and never less than is certain."""

import random

import pytest

from tests.tools.incident.combinations import groups, rows
from tests.tools.incident.invariants import key
from tests.tools.incident.worked import WORKED
from tools.incident import TABLE, decide
from tools.incident.explain import rank

#: What gives way, by act and object, to which actions that do the same and more.
GIVE_WAY = {
    ("aid", "hospital"): {("call", "")},
    ("aid", "check"): {("call", ""), ("aid", "hospital")},
    ("tell", ""): {("call", "")},
}
#: How many incidents of each row are tried with each of their answers left open.
SAMPLE = 12


def without_one_answer(incident):
    """An incident with each of its answers left open in turn, with the place of the answer."""
    for question in incident.keys() - {"events"}:
        yield (None, question), {k: v for k, v in incident.items() if k != question}
    for number, event in enumerate(incident["events"]):
        for question in event.keys() - {"situation", "what"}:
            rest = {k: v for k, v in event.items() if k != question}
            yield (
                (number, question),
                {**incident, "events": [*incident["events"][:number], rest, *incident["events"][number + 1 :]]},
            )


def incidents():
    chosen = random.Random(5)
    for row in rows():
        found = [incident for incident, _, _ in groups(row)]
        yield from chosen.sample(found, min(SAMPLE, len(found)))
    yield from (situation["answers"] for situation in WORKED if situation["answers"].get("events"))


@pytest.fixture(scope="module")
def pairs():
    """Incidents, each with the same incident with one answer left open, and their results."""
    return [
        (incident, place, decide(incident), part, decide(part))
        for incident in incidents()
        for place, part in without_one_answer(incident)
    ]


@pytest.mark.thorough
def test_a_further_answer_never_lowers_the_result(pairs):
    for incident, place, whole, _, partly in pairs:
        assert rank(partly) <= rank(whole) or all(a <= b for a, b in zip(rank(partly), rank(whole), strict=True)), (
            place,
            incident,
        )


@pytest.mark.thorough
def test_every_action_that_is_shown_is_right_whatever_is_answered(pairs):
    for incident, place, whole, _, partly in pairs:
        certain = {key(action) for action in whole["actions"]}
        lost = {key(action) for action in partly["actions"]} - certain
        lost = {k for k in lost if not GIVE_WAY.get(k[:2], set()) & {other[:2] for other in certain}}
        assert lost == set(), (place, incident)


@pytest.mark.thorough
def test_the_result_is_the_lowest_that_a_completion_gives(pairs):
    for incident, (event, question), _, _, partly in pairs:
        if question in ("danger", "situation", "what"):
            continue
        described = TABLE["questions"][question]
        completions = []
        for option in described["options"]:
            value = [option["value"]] if described.get("many") else option["value"]
            if event is None:
                whole = {**incident, question: value}
            else:
                events = [dict(e) for e in incident["events"]]
                events[event][question] = value
                whole = {**incident, "events": events}
            completions.append(rank(decide(whole)))
        lowest = tuple(min(ranks) for ranks in zip(*completions, strict=True))
        assert rank(partly) == lowest, (question, incident)
