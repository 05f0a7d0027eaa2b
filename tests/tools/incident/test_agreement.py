"""Python and JavaScript interpret the same table alike: every worked situation, whole and half-answered, in Node."""

import hashlib
import json
import random
import subprocess

import pytest

from macros.files import ROOT
from tests.tools.incident.combinations import groups, incidents, rows
from tests.tools.incident.test_provisional import without_one_answer
from tests.tools.incident.worked import WORKED
from tools.incident import TABLE, decide

#: What is compared of a result: everything that is read of it.
SCRIPT = """
import { readFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { interpreter } from %s;
const { table, incidents } = JSON.parse(readFileSync(0, "utf8"));
const decide = interpreter(table);
const ranks = (r) => [r.level, r.contact, r.health];
const read = (r) => [
  ...ranks(r), ...ranks(r.could_be), r.services, r.marks, r.verdict, r.nevers, r.shown, r.clashes,
  r.reasons.map((reason) => reason.text),
  r.open.map((open) => [open.event, open.question, open.urgent]),
  r.actions.map((action) => [action.act, action.object, action.target, action.block, action.text]),
  r.scripts.map((script) => [script.id, script.lines]),
];
for (const incident of incidents) {
  console.log(createHash("md5").update(JSON.stringify(read(decide(incident)))).digest("hex"));
}
"""


def read(result):
    """What is compared of a result, as the script above has it."""
    ranks = [[part[name] for name in ("level", "contact", "health")] for part in (result, result["could_be"])]
    return [
        *ranks[0],
        *ranks[1],
        *(result[key] for key in ("services", "marks", "verdict", "nevers", "shown", "clashes")),
        [reason["text"] for reason in result["reasons"]],
        [[question["event"], question["question"], question["urgent"]] for question in result["open"]],
        [[action[key] for key in ("act", "object", "target", "block", "text")] for action in result["actions"]],
        [[script["id"], script["lines"]] for script in result["scripts"]],
    ]


def digest(result):
    text = json.dumps(read(result), ensure_ascii=False, separators=(",", ":"))
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()


def decided_in_javascript(incidents):
    """The digests of the results of the JavaScript interpreter in Node."""
    script = SCRIPT % json.dumps(str(ROOT / "docs" / "assets" / "incident" / "interpret.js"))
    done = subprocess.run(
        ["node", "--input-type=module", "--eval", script],
        input=json.dumps({"table": TABLE, "incidents": incidents}),
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


def same(incidents):
    differ = [
        i for i, theirs in zip(incidents, decided_in_javascript(incidents), strict=True) if digest(decide(i)) != theirs
    ]
    assert differ == [], f"{len(differ)} of {len(incidents)} differ, of which the first: {differ[0]}"


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
def test_one_in_twenty_of_the_combinations_that_matter():
    same([incident for row in rows() for number, (incident, _, _) in enumerate(groups(row)) if number % 20 == 0])


@pytest.mark.slow
def test_every_combination_that_matters():
    for row in rows():
        same([incident for incident, _ in incidents(row)])
