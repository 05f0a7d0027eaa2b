"""Worked situations: the level, contact, health need, first acts and forbidden acts that a practitioner expects."""

import json

import jsonschema
import pytest

from tests.tools.incident.worked import WORKED, problems
from tools.incident import TABLE, decide
from tools.incident.report import SCHEMA, report

VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
#: The last row of each part of the specification.
ROWS = {"A": 29, "B": 19, "C": 11, "D": 9, "E": 8, "F": 15, "G": 11, "H": 10}


@pytest.mark.parametrize("situation", WORKED, ids=lambda s: s["name"])
def test_situation(situation):
    assert problems(situation, decide(situation["answers"])) == []


def test_every_report_fits_the_published_schema_with_and_without_a_local_protocol():
    for situation in WORKED:
        for local in (True, False):
            VALIDATOR.validate(json.loads(json.dumps(report(situation["answers"], local))))


def test_every_row_of_the_specification_and_every_row_of_the_rules_is_worked():
    specified = {f"{part}{number}" for part, last in ROWS.items() for number in range(1, last + 1)}
    assert specified - {row for situation in WORKED for row in situation.get("rows", ())} == set()
    worked = {event.get("what") for situation in WORKED for event in situation["answers"].get("events", ())}
    assert set(TABLE["rows"]) - worked == set()


def test_no_two_have_the_same_name():
    names = [situation["name"] for situation in WORKED]
    assert len(set(names)) == len(names)
