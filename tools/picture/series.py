"""Rows of figures as series: one value for every period between the first and the last, in order of time.

Nothing is guessed silently. Rows that cannot be read are reported with what to write instead; a note records whatever
was added up, sorted or left empty.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from tools.picture import cells, periods, reading
from tools.picture.cells import HIDDEN, Value
from tools.picture.reading import Sheet, TableProblem, Unreadable

#: The most periods in a series.
LONGEST = 2_000
type Cell = Value | ValueError


class Column(NamedTuple):
    """One series: its name, a value for every period, and the problems with its cells."""

    name: str
    values: tuple[Value, ...]
    problems: tuple[TableProblem, ...] = ()


class Table(NamedTuple):
    """A table as series: the kind of period, the number of the first period, the series, and notes on changes made."""

    kind: str
    first: int
    columns: tuple[Column, ...]
    notes: tuple[str, ...] = ()

    def labels(self) -> list[str]:
        """The name of every period, in order."""
        return [periods.format_period(self.kind, self.first + n) for n in range(len(self.columns[0].values))]


def read(text: str) -> Table:
    """The series of a table in a text. Raises Unreadable with a problem for every row that cannot be read.

    >>> read("Month,Missing\\nMay-20,12\\nApr-20,<5").columns[0].values
    ('hidden', 12)
    """
    sheet = reading.read(text)
    kind = periods.common_kind([row[sheet.at] for _, row in sheet.rows])
    numbers = numbered(sheet, kind)
    raw = {n: [_cell(row[n]) for _, row in sheet.rows] for n in range(len(sheet.heads)) if n != sheet.at}
    figures = [n for n in raw if _is_series(sheet, n, raw[n])]
    if not figures:
        raise Unreadable(_why_no_series(sheet, raw))
    names = [n for n in raw if n not in figures and any(row[n] for _, row in sheet.rows)]
    where: dict[int, list[int]] = {}
    for place, number in enumerate(numbers):
        where.setdefault(number, []).append(place)
    check_once(sheet, where, names)
    span = range(min(numbers), max(numbers) + 1)
    columns = tuple(column(sheet, n, raw[n], [where.get(number, []) for number in span]) for n in figures)
    return Table(kind, span.start, columns, (*sheet.notes, *notes(sheet, kind, numbers, where, names)))


def numbered(sheet: Sheet, kind: str) -> list[int]:
    """The number of each row's period. Raises Unreadable with every row whose period cannot be read as this kind."""
    numbers, problems = [], []
    for n, row in sheet.rows:
        number = periods.period_number(row[sheet.at], kind)
        if number is None:
            problems.append(TableProblem(n, f"Row {n}: {periods.error(row[sheet.at], kind)}"))
        else:
            numbers.append(number)
    if problems:
        raise Unreadable(*problems)
    if max(numbers) - min(numbers) >= LONGEST:
        n = sheet.rows[numbers.index(min(numbers))][0]
        raise Unreadable(
            TableProblem(
                n,
                f"Row {n}: {periods.format_period(kind, min(numbers))} lies {max(numbers) - min(numbers):,} {kind}s "
                f"before the "
                "last row in time. Check its year.",
            )
        )
    return numbers


@lru_cache(maxsize=20_000)
def _cell(text: str) -> Cell:
    """A cell's value, or the error; cached because cells of a long table repeat."""
    try:
        return cells.read(text)
    except ValueError as error:
        return error


def _is_series(sheet: Sheet, n: int, values: list[Cell]) -> bool:
    """Whether a column holds figures: at least one number, and at least as many readable cells as others."""
    filled = sum(bool(row[n]) for _, row in sheet.rows)
    return (
        any(isinstance(value, (int, float)) for value in values)
        and sum(isinstance(value, ValueError) for value in values) * 2 <= filled
    )


def _why_no_series(sheet: Sheet, raw: dict[int, list[Cell]]) -> TableProblem:
    """The problem if no column holds figures: the first unreadable cell with a digit in it, if there is one."""
    for place, (n, row) in enumerate(sheet.rows):
        for at, values in raw.items():
            if isinstance(values[place], ValueError) and any(char.isdigit() for char in row[at]):
                return TableProblem(n, f"Row {n}: {values[place]}")
    n = sheet.rows[0][0]
    return TableProblem(n, f"Row {n}: there is no number beside the month or year. Copy the column of counts as well.")


def check_once(sheet: Sheet, where: dict[int, list[int]], names: list[int]) -> None:
    """Raises Unreadable if a period or day occurs twice and no column of names distinguishes the rows."""
    for places in where.values():
        seen: dict[tuple, int] = {}
        for n, row in (sheet.rows[place] for place in places) if len(places) > 1 else ():
            key = (periods.readings(row[sheet.at]).get("day"), *(row[name] for name in names))
            if key in seen:
                raise Unreadable(
                    TableProblem(
                        n,
                        f"Row {n}: {row[sheet.at]} stands in row {seen[key]} too. Keep one row for each, or add a "
                        "column of names that tells them apart.",
                    )
                )
            seen[key] = n


def column(sheet: Sheet, n: int, values: list[Cell], places: list[list[int]]) -> Column:
    """One column as a series. Several counts of a period are added up; several rates are a problem."""
    problems = [
        TableProblem(row, f"Row {row}: {value}")
        for (row, _), value in zip(sheet.rows, values, strict=True)
        if isinstance(value, ValueError)
    ] + ambiguous_points(sheet, n)
    if any(len(some) > 1 for some in places):
        problems += [
            TableProblem(
                number,
                f"Row {number}: “{row[n]}” is not a whole number, and rates cannot be added up. Keep one row for each "
                "period.",
            )
            for (number, row), value in zip(sheet.rows, values, strict=True)
            if isinstance(value, float)
        ]
    return Column(sheet.heads[n], tuple(_add_up([values[place] for place in some]) for some in places), tuple(problems))


def ambiguous_points(sheet: Sheet, n: int) -> list[TableProblem]:
    """Problems with cells such as 1.234 in a column with counts such as 980: they may mean 1234."""
    texts = [row[n] for _, row in sheet.rows]
    pointed = [text for text in texts if "." in text]
    if (
        not pointed
        or not all(re.fullmatch(r"\d{1,3}\.\d{3}", text) for text in pointed)
        or not any(re.fullmatch(r"\d{3,}", text) for text in texts)
    ):
        return []
    return [
        TableProblem(
            row,
            f"Row {row}: “{text}” can mean {text.replace('.', '')} or about {text.partition('.')[0]}. Write "
            f"{text.replace('.', '')}, or fewer places after the point.",
        )
        for (row, _), text in zip(sheet.rows, texts, strict=True)
        if "." in text
    ]


def _add_up(values: list[Cell]) -> Value:
    """The sum of the values of one period; HIDDEN if one is hidden, None if one is unknown."""
    if not values or any(value is None or isinstance(value, ValueError) for value in values):
        return None
    return HIDDEN if HIDDEN in values else sum(value for value in values if isinstance(value, (int, float)))


def notes(sheet: Sheet, kind: str, numbers: list[int], where: dict[int, list[int]], names: list[int]) -> list[str]:
    """Notes on what was done to the rows: added up, sorted, left empty."""
    results, most = [], max(map(len, where.values()))
    days = [day for _, row in sheet.rows if (day := periods.readings(row[sheet.at]).get("day"))]
    only_days = len(days) == len(sheet.rows)
    if most > 1:
        by = " and ".join(["days"] * only_days + [f"“{sheet.heads[n]}”" for n in names])
        results.append(
            f"{len(numbers):,} rows were added up over {by}, to {len(where):,} {kind}{'s' if len(where) > 1 else ''}."
        )
        fewer = [periods.format_period(kind, number) for number, places in sorted(where.items()) if len(places) < most]
        if fewer and names:
            results.append(
                f"Not every {kind} has as many rows: {', '.join(fewer[:3])}{' and others' if len(fewer) > 3 else ''} "
                "may be too low."
            )
        if only_days and (min(days) % 32 > 7 or max(days) % 32 < 22):
            results.append("The first or the last month may not be whole. If so, take its rows out.")
    if numbers != sorted(numbers):
        results.append("The rows were put in order of time, the earliest first.")
    gaps = max(numbers) - min(numbers) + 1 - len(where)
    if gaps:
        results.append(
            f"{gaps:,} {kind}{'s are' if gaps > 1 else ' is'} not in the table. {'They are' if gaps > 1 else 'It is'} "
            "left empty, and not counted as nought."
        )
    return results
