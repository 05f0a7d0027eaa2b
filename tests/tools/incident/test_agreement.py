"""Python and JavaScript interpret the same table alike: every worked situation, whole and half-answered, in Node."""

import json
import random
import subprocess

import pytest

from macros.files import ROOT
from tests.tools.incident.combinations import incidents, rows
from tests.tools.incident.test_provisional import without_one_answer
from tests.tools.incident.worked import WORKED
from tools.incident import TABLE, decide

SCRIPT = """
import { readFileSync } from "node:fs";
import { interpreter } from %s;
const { table, incidents } = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(incidents.map(interpreter(table))));
"""


def decided_in_javascript(incidents):
    """The results of the JavaScript interpreter in Node."""
    script = SCRIPT % json.dumps(str(ROOT / "docs" / "assets" / "incident" / "interpret.js"))
    done = subprocess.run(
        ["node", "--input-type=module", "--eval", script],
        input=json.dumps({"table": TABLE, "incidents": incidents}),
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def same(incidents):
    for incident, theirs in zip(incidents, decided_in_javascript(incidents), strict=True):
        ours = json.loads(json.dumps(decide(incident)))
        assert {k: v for k, v in ours.items() if v != theirs[k]} == {}, incident
        assert ours.keys() == theirs.keys()


def test_worked_situations_whole_and_half_answered():
    whole = [situation["answers"] for situation in WORKED]
    parts = [part for incident in whole if incident.get("events") for _, part in without_one_answer(incident)]
    same(whole + random.Random(7).sample(parts, min(800, len(parts))))


def test_several_events_at_once():
    chosen = random.Random(8)
    several = [
        {**one["answers"], "events": [*one["answers"].get("events", []), *other["answers"].get("events", [])][:4]}
        for one, other in (chosen.sample(WORKED, 2) for _ in range(300))
    ]
    same(several)


@pytest.mark.thorough
def test_every_combination_that_matters():
    for row in rows():
        same([incident for incident, _ in incidents(row)])
