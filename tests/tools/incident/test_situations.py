"""Worked situations: the level, contact, health need, first acts and forbidden acts that a practitioner expects."""

import pytest

from tests.tools.incident.worked import WORKED, problems
from tools.incident import decide


@pytest.mark.parametrize("situation", WORKED, ids=lambda s: s["name"])
def test_situation(situation):
    assert problems(situation, decide(situation["answers"])) == []


def test_no_two_have_the_same_name():
    names = [situation["name"] for situation in WORKED]
    assert len(set(names)) == len(names)
