"""The tools on a command line.

python -m tools incident FILE|-          the result for an incident in a JSON file, or on standard input
python -m tools incident --questions     every question by situation, with what each "not sure" counts as
python -m tools incident --schema        the JSON Schema of a result
python -m tools incident --table         the table of rules that Python and JavaScript interpret

A file of the first edition is read too: what carries over is decided, and standard error says what to answer again.
"""

import json
import sys
from pathlib import Path
from typing import Any

from tools.incident import SITUATIONS, TABLE
from tools.incident.migration import is_first_edition, migrate
from tools.incident.model import Question
from tools.incident.questions import INCIDENT
from tools.incident.report import SCHEMA, report


def question_lines(question: dict[str, Any]) -> list[str]:
    """A question with its options, as text."""
    lines = [f"  {question['id']}: {question['text']}" + (" (one or more)" if question.get("many") else "")]
    for option in question["options"]:
        counts_as = f" [counts as {option['counts_as']}]" if option.get("counts_as") else ""
        lines.append(f"    {option['value']:18} {option['label']}{counts_as}")
    return lines


def questions() -> str:
    """What is asked about every incident, then every situation with its rows and what each of them asks."""
    common: tuple[Question, ...] = INCIDENT
    lines = ["The incident"]
    for question in common:
        lines += question_lines(TABLE["questions"][question.id])
    lines.append("\nEach event: its situation, what happened (the row), and what that row asks")
    for situation in SITUATIONS:
        lines.append(f"\n{situation.id}: {situation.label}")
        for row in situation.rows:
            lines.append(f"  {row.id:18} {row.label}")
            lines.append(f"    asks {', '.join((*row.asks, *row.refines)) or 'nothing'}")
    lines.append("\nThe questions about an event")
    for id, question in TABLE["questions"].items():
        if id not in TABLE["incident"] and id not in ("situation", "what"):
            lines += question_lines(question)
    return "\n".join(lines)


def result_of(text: str) -> dict[str, Any]:
    """The report on an incident written as JSON. Raises ValueError for what is not an incident, or JSONDecodeError."""
    incident = json.loads(text)
    if not isinstance(incident, dict):
        raise ValueError("the incident must be a JSON object of question to answer, with a list of events.")
    if is_first_edition(incident):
        incident, again = migrate(incident)
        print(f"This file is of the first edition. Answer these again: {', '.join(again)}.", file=sys.stderr)
    return report(incident)


def main(arguments: list[str]) -> int:
    """Runs one command. Returns 0, or 2 with a message on standard error if the input is not valid."""
    if len(arguments) != 2 or arguments[0] != "incident":
        print(__doc__, file=sys.stderr)
        return 2
    listed = {
        "--questions": questions,
        "--schema": lambda: json.dumps(SCHEMA, indent=1),
        "--table": lambda: json.dumps(TABLE, ensure_ascii=False, indent=1),
    }
    if arguments[1] in listed:
        print(listed[arguments[1]]())
        return 0
    try:
        text = sys.stdin.read() if arguments[1] == "-" else Path(arguments[1]).read_text(encoding="utf-8")
        print(json.dumps(result_of(text), ensure_ascii=False, indent=1))
        return 0
    except OSError as error:
        print(f"{arguments[1]} cannot be read: {error.strerror}.", file=sys.stderr)
    except json.JSONDecodeError as error:
        print(f"{arguments[1]} is not JSON: {error.msg} in line {error.lineno}.", file=sys.stderr)
    except ValueError as error:
        print(error, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
