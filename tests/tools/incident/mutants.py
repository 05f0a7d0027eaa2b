"""Takes each incident rule away, and turns each round, and sees that a situation or an invariant notices.

    make mutants

A slow proof, apart from `make test`. Only worked situations and invariants count.
"""

import copy
import sys
from collections.abc import Iterator
from typing import Any

from tests.tools.incident.combinations import groups, rows
from tests.tools.incident.invariants import broken
from tests.tools.incident.worked import WORKED, problems
from tools.incident import TABLE
from tools.incident.interpret import Interpreter
from tools.incident.table import OF_A_ROW


def places() -> Iterator[tuple[str, list[dict[str, Any]], int]]:
    """Every rule that can be taken away: its name, the list it is in, and its place there."""
    tables = [
        *TABLE["rows"].items(),
        *((f"group {name or 'common'}", group) for name, group in TABLE["groups"].items()),
    ]
    for name, table in tables:
        for kind in OF_A_ROW:
            for place in range(len(table.get(kind, ()))):
                yield f"{name}/{kind}/{place}", table[kind], place
    for kind in ("conflicts", "scripts", "clashes"):
        for place in range(len(TABLE[kind])):
            yield f"{kind}/{place}", TABLE[kind], place


def probes() -> list[dict[str, Any]]:
    """Incidents on which the invariants are tried: some of each row."""
    return [incident for row in rows() for number, (incident, _, _) in enumerate(groups(row)) if number % 97 == 0]


def noticed(tried: list[dict[str, Any]]) -> bool:
    """Whether under the rules as they are now a worked situation or an invariant fails."""
    try:
        interpreter = Interpreter(TABLE)
        return any(problems(s, interpreter.decide(s["answers"])) for s in WORKED) or any(
            broken(incident, interpreter.decide(incident)) for incident in tried
        )
    except (KeyError, StopIteration, RuntimeError):
        return True


def main() -> int:
    """Tries every mutant, prints those that nobody noticed, and returns how many there are."""
    tried = probes()
    survivors = []
    number = 0
    for name, rules, place in places():
        original = rules[place]
        turned = {**original, "when": ["no", original.get("when", ["every"])]}
        for what, mutant in (("removed", []), ("turned round", [turned])):
            number += 1
            rules[place : place + 1] = copy.copy(mutant)
            if not noticed(tried):
                survivors.append(
                    f"{name} {what}: {original.get('text') or original.get('reason') or original.get('id')}"
                )
            rules[place : place + len(mutant)] = [original]
    print(*survivors, sep="\n")
    print(f"{number - len(survivors)} of {number} mutants noticed")
    return len(survivors)


if __name__ == "__main__":
    sys.exit(main() > 0)
