"""The tools on a command line.

python -m tools incident FILE|-          the result of answers in a JSON file, or on standard input
python -m tools incident --questions     every question with its answers in order of seriousness
python -m tools incident --schema        the JSON Schema of a result
"""

import json
import sys
from difflib import get_close_matches
from pathlib import Path

from tools.first_edition.questions import QUESTIONS
from tools.first_edition.report import SCHEMA, report
from tools.model import Answers


def questions() -> str:
    """Every question with its options and their seriousness, as text."""
    lines = []
    for question in QUESTIONS:
        lines.append(f"{question.id}: {question.text}" + (" (one or more)" if question.many else ""))
        lines += [f"  {answer.seriousness}  {answer.value:20} {answer.label}" for answer in question.answers]
    return "\n".join(lines)


def did_you_mean(answers: Answers) -> str:
    """A sentence that suggests the closest known name for the first unknown question or answer, or ''."""
    known = {q.id: [a.value for a in q.answers] for q in QUESTIONS}
    for id, values in answers.items():
        names, candidates = [id], list(known)
        if id in known:
            names, candidates = [values] if isinstance(values, str) else list(values or ()), known[id]
        unknown = [name for name in names if name not in candidates]
        if unknown and (close := get_close_matches(str(unknown[0]), candidates, 1, 0.4)):
            return f" Did you mean '{close[0]}'?"
    return ""


def main(arguments: list[str]) -> int:
    """Runs one command. Returns 0, or 2 with a message on standard error if the input is not valid."""
    if len(arguments) != 2 or arguments[0] != "incident":
        print(__doc__, file=sys.stderr)
        return 2
    if arguments[1] == "--questions":
        print(questions())
        return 0
    if arguments[1] == "--schema":
        print(json.dumps(SCHEMA, indent=1))
        return 0
    answers: dict[str, str | list[str] | None] = {}
    try:
        text = sys.stdin.read() if arguments[1] == "-" else Path(arguments[1]).read_text(encoding="utf-8")
        data = json.loads(text)
        if not isinstance(data, dict) or not all(isinstance(v, (str, list, type(None))) for v in data.values()):
            raise ValueError("the answers must be a JSON object of question to answer, or to a list of answers")
        answers = data
        print(json.dumps(report(answers), ensure_ascii=False, indent=1))
        return 0
    except OSError as error:
        print(f"{arguments[1]} cannot be read: {error.strerror}.", file=sys.stderr)
    except json.JSONDecodeError as error:
        print(f"{arguments[1]} is not JSON: {error.msg} in line {error.lineno}.", file=sys.stderr)
    except (ValueError, TypeError) as error:
        print(f"{error}.{did_you_mean(answers)}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
