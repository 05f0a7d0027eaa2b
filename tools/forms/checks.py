"""Checks that all forms share: required fields, the format and length of values, and options that are withheld."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from tools.forms.model import Answers, Field, Form, Problem, Row, fields, rows_of, text_of, values_of

#: The most characters in a line and in a longer text, and the most rows in a table.
MAX_LINE, MAX_LINES, MAX_ROWS = 200, 5000, 40


def is_day(text: str) -> bool:
    """Whether a text is a date of the calendar in the one format that browsers give.

    >>> is_day("2028-02-29"), is_day("2026-02-29"), is_day("20280229")
    (True, False, False)
    """
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def is_when(text: str) -> bool:
    """Whether a text is a date and a time in the one format that browsers give.

    >>> is_when("2026-11-24T02:10"), is_when("2026-11-24T24:00"), is_when("2026-11-24T02:10+00:00")
    (True, False, False)
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return False
    return moment.tzinfo is None and moment.isoformat(timespec="minutes") == text


def value_problem(field: Field, value: object) -> str:
    """A sentence on what is wrong with a field's value, or ''. Not for tables. An empty value has no problem."""
    options = [option for option, _ in field.options]
    if field.kind in ("choice", "scale"):
        return "" if value in ("", *options) else f"{field.label}: choose one of the answers."
    if field.kind == "many":
        valid = isinstance(value, list) and all(v in options for v in value)
        return "" if valid else f"{field.label}: choose from the answers."
    if not isinstance(value, str):
        return f"{field.label}: this should be text."
    if field.kind == "day" and value and not is_day(value):
        return f"{field.label}: give a day, a month and a year, such as 24 11 2026."
    if field.kind == "when" and value and not is_when(value):
        return f"{field.label}: give a day and a time, such as 24 11 2026 and 02:10."
    most = MAX_LINES if field.kind == "lines" else MAX_LINE
    return f"{field.label}: this is {len(value)} characters. Use {most} or fewer." if len(value) > most else ""


def table_problems(field: Field, rows: object) -> list[str]:
    """Sentences on what is wrong with the rows of a table."""
    columns = {column.id: column for column in field.columns}
    if not isinstance(rows, list) or not all(isinstance(row, dict) and set(row) <= set(columns) for row in rows):
        return [f"{field.label}: this should be a list of rows."]
    if len(rows) > MAX_ROWS:
        return [f"{field.label}: {len(rows)} rows are more than the {MAX_ROWS} there is room for. Start another form."]
    return [
        f"{field.label}, row {number}. {problem}"
        for number, row in enumerate(rows, 1)
        for id, value in row.items()
        if (problem := value_problem(columns[id], value))
    ]


def is_filled(value: object) -> bool:
    """Whether a value holds more than white space."""
    return bool(value.strip() if isinstance(value, str) else value)


def check(form: Form, answers: Answers) -> list[Problem]:
    """All problems that keep a record from being finished, in the order of the form's fields."""
    results = []
    withheld = form.withheld(answers)
    for field in fields(form):
        value = answers.get(field.id)
        if not is_filled(value):
            results += [Problem(field.id, field.missing)] if field.missing else []
            continue
        problems = table_problems(field, value) if field.kind == "table" else [value_problem(field, value)]
        results += [Problem(field.id, problem) for problem in problems if problem]
        if (field.id, value) in withheld:
            results.append(
                Problem(field.id, f"{field.label}: that answer does not fit what you have said. Choose another.")
            )
    results += form.problems(answers)
    order = [field.id for field in fields(form)]
    return sorted(results, key=lambda problem: order.index(problem.field))


def check_order(answers: Answers, *steps: tuple[str, str]) -> list[Problem]:
    """Problems where a time is before an earlier step's. Steps are (field, event) pairs in the order they must happen.

    Fields without a valid time are passed over.
    """
    results = []
    last: tuple[str, str] | None = None
    for id, event in steps:
        value = answers.get(id) or ""
        if not isinstance(value, str) or not is_when(value):
            continue
        if last and value < last[1]:
            results.append(Problem(id, f"The time when {event} is before the time when {last[0]}. Look at both again."))
        last = (event, value)
    return results


def is_same_person(one: str, other: str) -> bool:
    """Whether two fields name the same person: equal but for case and surrounding spaces, and not empty."""
    return bool(one and other) and one.strip().lower() == other.strip().lower()


def answers_from_pairs(form: Form, pairs: Iterable[Sequence[str]]) -> dict[str, str | list[str] | list[Row]]:
    """The (name, value) pairs of a submitted HTML form as answers.

    A table's pairs are named 'tries.0.when'. Pairs of unknown fields, and empty rows and values, are left out.
    """
    known = {field.id: field for field in fields(form)}
    answers: dict[str, str | list[str] | list[Row]] = {}
    chosen: dict[str, list[str]] = {}
    tables: dict[str, dict[int, Row]] = {}
    for name, value in pairs:
        id, _, rest = name.partition(".")
        field = known.get(id)
        if field is None:
            continue
        if field.kind == "many":
            answers[id] = chosen.setdefault(id, [])
            chosen[id].append(value)
        elif field.kind == "table":
            number, _, column = rest.partition(".")
            if number.isascii() and number.isdigit() and column in [c.id for c in field.columns]:
                tables.setdefault(id, {}).setdefault(int(number), {})[column] = value
        elif is_filled(value):
            answers[id] = value
    for id, table in tables.items():
        rows = [{column: value for column, value in table[n].items() if is_filled(value)} for n in sorted(table)]
        if any(rows):
            answers[id] = [row for row in rows if row]
    return answers


def pairs_from_answers(form: Form, answers: Answers) -> list[list[str]]:
    """Answers as the [name, value] pairs of an HTML form; the reverse of `answers_from_pairs`."""
    pairs = []
    for field in fields(form):
        if field.kind == "table":
            pairs += [
                [f"{field.id}.{number}.{column}", text]
                for number, row in enumerate(rows_of(answers, field.id))
                for column, text in row.items()
            ]
        elif field.kind == "many":
            pairs += [[field.id, value] for value in values_of(answers, field.id)]
        elif value := text_of(answers, field.id):
            pairs.append([field.id, value])
    return pairs
