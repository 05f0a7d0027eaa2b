"""Every result of every combination that matters meets every invariant; every rule can fire; every question matters."""

import time
from collections import defaultdict

import pytest

from tests.tools.incident.combinations import INTERPRETER, incidents, rows
from tests.tools.incident.invariants import INVARIANTS
from tools.incident.interpret import RANKED

pytestmark = pytest.mark.thorough


@pytest.fixture(scope="module")
def proof():
    """One pass over every incident: what breaks each invariant, what fired, and the highest of each stage."""
    began, number, stands_for = time.perf_counter(), 0, 0
    broken = defaultdict(list)
    fired, by_stage = set(), defaultdict(lambda: defaultdict(set))
    for row in rows():
        for incident, weight in incidents(row):
            result = INTERPRETER.decide(incident)
            number, stands_for = number + 1, stands_for + weight
            for test in INVARIANTS:
                broken[test.__name__] += [(message, incident) for message in test(incident, result)]
            fired |= {action["text"] for action in result["actions"]} | set(result["nevers"])
            same = str({**incident, "stage": "", "crew": ""})
            by_stage[row.name][same].add(tuple(result[name] for name in RANKED))
    seconds = time.perf_counter() - began
    counted = f"incident rules: {number:,} incidents, for {stands_for:,} combinations, decided in {seconds:.0f} s"
    return {"counted": counted, "broken": broken, "fired": fired, "by_stage": by_stage}


@pytest.mark.parametrize("test", INVARIANTS, ids=lambda test: test.__name__)
def test_invariant(test, proof):
    broken = proof["broken"][test.__name__]
    assert broken == [], f"{len(broken)} results, of which the first: {broken[0]}"


def test_the_number_of_combinations_is_printed(proof, report_figure):
    report_figure(proof["counted"])


def test_the_police_stage_never_changes_the_level(proof):
    for row, answers in proof["by_stage"].items():
        assert [(row, same, found) for same, found in answers.items() if len(found) > 1][:3] == []
