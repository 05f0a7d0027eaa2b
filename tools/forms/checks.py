"""What every form checks: that what is needed is there, that it is what it should be, and that nothing withheld was chosen."""

from tools.forms.model import Field, Form, Problem, fields

#: The most that a line, a longer text and a table may hold.
LINE, LINES, ROWS = 200, 5000, 40
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_day(text: str) -> bool:
    """Whether a text is a day of the calendar as browsers give it: 2026-11-24."""
    year, month, day = text[:4], text[5:7], text[8:]
    if (
        len(text) != 10
        or text[4] != "-"
        or text[7] != "-"
        or not (year + month + day).isascii()
        or not (year + month + day).isdigit()
    ):
        return False
    leap = int(year) % 4 == 0 and (int(year) % 100 != 0 or int(year) % 400 == 0)
    return (
        int(year) >= 1
        and 1 <= int(month) <= 12
        and 1 <= int(day) <= _DAYS[int(month) - 1]
        and (leap or (month, day) != ("02", "29"))
    )


def is_when(text: str) -> bool:
    """Whether a text is a day and a time as browsers give them: 2026-11-24T02:10."""
    day, mark, time = text.partition("T")
    return (
        is_day(day)
        and mark == "T"
        and len(time) == 5
        and time[2] == ":"
        and (time[:2] + time[3:]).isascii()
        and (time[:2] + time[3:]).isdigit()
        and int(time[:2]) < 24
        and int(time[3:]) < 60
    )


def fault(field: Field, value) -> str:
    """What is wrong with a value of a field, in a sentence; nothing if it is as it should be. Empty values are as they should be."""
    if field.kind in ("choice", "scale"):
        return (
            ""
            if value in ("", *(option for option, _ in field.options))
            else f"{field.label}: choose one of the answers."
        )
    if field.kind == "many":
        return (
            ""
            if isinstance(value, list) and all(v in [option for option, _ in field.options] for v in value)
            else f"{field.label}: choose from the answers."
        )
    if not isinstance(value, str):
        return f"{field.label}: this should be text."
    if field.kind == "day" and value and not is_day(value):
        return f"{field.label}: give a day, a month and a year, such as 24 11 2026."
    if field.kind == "when" and value and not is_when(value):
        return f"{field.label}: give a day and a time, such as 24 11 2026 and 02:10."
    most = LINES if field.kind == "lines" else LINE
    return (
        f"{field.label}: {len(value)} letters are more than the {most} there is room for. Shorten it."
        if len(value) > most
        else ""
    )


def row_faults(field: Field, rows) -> list[str]:
    """What is wrong with the rows of a table."""
    columns = {column.id: column for column in field.columns}
    if not isinstance(rows, list) or not all(isinstance(row, dict) and set(row) <= set(columns) for row in rows):
        return [f"{field.label}: this should be a list of rows."]
    if len(rows) > ROWS:
        return [f"{field.label}: {len(rows)} rows are more than the {ROWS} there is room for. Start another form."]
    return [
        f"{field.label}, row {number}. {words}"
        for number, row in enumerate(rows, 1)
        for id, value in row.items()
        if (words := fault(columns[id], value))
    ]


def filled(value) -> bool:
    """Whether anything was given."""
    return bool(value.strip() if isinstance(value, str) else value)


def check(form: Form, answers: dict) -> list[Problem]:
    """All that keeps a record from being finished, in the order of its fields."""
    found = []
    withheld = form.withheld(answers)
    for field in fields(form):
        value = answers.get(field.id)
        if not filled(value):
            found += [Problem(field.id, field.missing)] if field.missing else []
            continue
        faults = (
            row_faults(field, value) if field.kind == "table" else [words] if (words := fault(field, value)) else []
        )
        found += [Problem(field.id, words) for words in faults]
        if (field.id, value) in withheld:
            found.append(
                Problem(field.id, f"{field.label}: that answer does not fit what you have said. Choose another.")
            )
    found += form.problems(answers)
    order = [field.id for field in fields(form)]
    return sorted(found, key=lambda problem: order.index(problem.field))


def forward(answers: dict, *steps: tuple[str, str]) -> list[Problem]:
    """Problems where times run backwards: steps are (field, what happened) in the order in which they must come."""
    found, last = [], None
    for id, what in steps:
        value = answers.get(id) or ""
        if not is_when(value):
            continue
        if last and value < last[1]:
            found.append(Problem(id, f"The time when {what} is before the time when {last[0]}. Look at both again."))
        last = (what, value)
    return found


def same(one: str | None, other: str | None) -> bool:
    """Whether two people were given as the same one."""
    return bool(one and other) and one.strip().lower() == other.strip().lower()


def answers_of(form: Form, pairs: list) -> dict:
    """Form pairs as answers. A table's pairs are named 'tries.0.when'; rows in which nothing was given are left out."""
    known, answers, rows = {field.id: field for field in fields(form)}, {}, {}
    for name, value in pairs:
        id, _, rest = name.partition(".")
        field = known.get(id)
        if field is None:
            continue
        if field.kind == "many":
            answers.setdefault(id, []).append(value)
        elif field.kind == "table":
            number, _, column = rest.partition(".")
            if number.isascii() and number.isdigit() and column in [c.id for c in field.columns]:
                rows.setdefault(id, {}).setdefault(int(number), {})[column] = value
        elif filled(value):
            answers[id] = value
    for id, found in rows.items():
        kept = [{column: value for column, value in found[number].items() if filled(value)} for number in sorted(found)]
        if any(kept):
            answers[id] = [row for row in kept if row]
    return answers


def pairs_of(form: Form, answers: dict) -> list[list[str]]:
    """Answers as form pairs."""
    pairs = []
    for field in fields(form):
        value = answers.get(field.id)
        if field.kind == "table":
            pairs += [
                [f"{field.id}.{number}.{id}", text]
                for number, row in enumerate(value or [])
                for id, text in row.items()
            ]
        elif field.kind == "many":
            pairs += [[field.id, text] for text in value or []]
        elif value:
            pairs.append([field.id, value])
    return pairs
