"""The text of a pasted or opened table as rows under headings, with the periods down one column, however it was saved.

Rows are counted from 1, headings included, as the reader sees them. `tools.picture.series` turns the rows into series.
"""

import csv
import re
from collections.abc import Iterable
from typing import NamedTuple

from tools.picture import cells, periods

MOST_CHARACTERS, MOST_ROWS, MOST_COLUMNS = 2_000_000, 20_000, 300
#: Labels of rows that summarise other rows.
SUMMARY_LABELS = ("total", "totals", "grand total", "sum", "average", "mean", "ytd", "year to date", "all", "overall")
#: The characters in which Windows-1252 differs from Latin-1.
_WINDOWS = dict(zip(range(0x80, 0xA0), "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ", strict=True))
#: The number of a row, and its cells.
type Row = tuple[int, list[str]]


class TableProblem(NamedTuple):
    """Something that cannot be read: the number of the row (0: no particular row), and what to do about it."""

    row: int
    text: str


NOTHING = TableProblem(
    0, "There is nothing to read yet. Paste a table with a column of months or years and a column of numbers."
)


class Unreadable(Exception):
    """The table cannot be read. `problems` has the reasons, row by row."""

    def __init__(self, *problems: TableProblem):
        super().__init__(" ".join(problem.text for problem in problems))
        self.problems = problems


class Sheet(NamedTuple):
    """Rows with figures, the position of the column of periods, the names of all columns, and notes on changes made."""

    rows: list[Row]
    at: int
    heads: list[str]
    notes: list[str]


def text_of(file: bytes) -> str:
    """Decodes a file saved as UTF-8, UTF-16 or Windows-1252. Raises Unreadable for a file that is not text."""
    if file[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return file.decode("utf-16", "replace")
    if file[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
        raise Unreadable(
            TableProblem(
                0,
                "This is a workbook, not a text file. In your spreadsheet, save the sheet as CSV, or copy its cells "
                "and paste them here.",
            )
        )
    if b"\0" in file or file[:4] == b"%PDF":
        raise Unreadable(
            TableProblem(
                0, "This file is not a table in text. Save the table as CSV, or copy its cells and paste them here."
            )
        )
    try:
        return file.decode("utf-8")
    except UnicodeDecodeError:
        return file.decode("latin-1").translate(_WINDOWS)


def read(text: str) -> Sheet:
    """The rows of a table in a text. Raises Unreadable with a problem for every row that cannot be read."""
    raw, delimiter = split(text)
    width = max(map(len, raw))
    rows, notes = upright([row + [""] * (width - len(row)) for row in raw])
    at, start = find_periods(rows)
    top = heading_row(rows, at, start)
    heads = headings(rows, top)
    if delimiter == "," and top is not None:
        check_commas(rows, at, top)
    elif delimiter == "," and not notes:
        check_bare_commas(raw, at, start)
    with_figures, left_out = figure_rows(rows, at, start)
    return Sheet(with_figures, at, heads, notes + left_out)


def split(text: str) -> tuple[list[list[str]], str]:
    """The rows and cells of a table, and its delimiter: a tab, semicolon, comma or vertical bar.

    The delimiter is the one that splits the rows most evenly. Raises Unreadable.
    """
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > MOST_CHARACTERS:
        raise Unreadable(
            TableProblem(0, f"This is longer than a table of counts should be. Keep at most {MOST_ROWS:,} rows.")
        )
    lines = text.split("\n")
    if lines[0].lower().startswith("sep="):  # a hint that only spreadsheets understand
        lines[0] = ""
    if not any(line.strip() for line in lines):
        raise Unreadable(NOTHING)
    if len(lines) > MOST_ROWS + 1:
        raise Unreadable(
            TableProblem(
                MOST_ROWS + 1,
                f"Row {MOST_ROWS + 1:,} is more than can be read at once. Keep at most {MOST_ROWS:,} rows.",
            )
        )
    delimiter = max("\t;,|", key=lambda candidate: _evenness(lines, candidate))
    if delimiter not in text:
        raise Unreadable(
            TableProblem(
                0,
                "Only one column was found. Put a comma or a tab between each month and its number, or copy both "
                "columns.",
            )
        )
    reader = csv.reader((line + "\n" for line in lines), delimiter=delimiter, strict=True, skipinitialspace=True)
    rows: list[list[str]] = []
    try:
        for row in reader:
            # A cell with line breaks takes several lines: empty rows keep the numbers of the rows after it.
            rows += [[] for _ in range(reader.line_num - len(rows) - 1)]
            rows.append([cell.strip() for cell in row])
    except csv.Error:
        raise Unreadable(
            TableProblem(
                len(rows) + 1,
                f"Row {len(rows) + 1}: a quotation mark is opened or closed in the wrong place. Take it out.",
            )
        ) from None
    width = max(map(len, rows))
    if width > MOST_COLUMNS:
        raise Unreadable(TableProblem(0, f"There are {width} columns. Keep at most {MOST_COLUMNS}."))
    return rows, delimiter


def _evenness(lines: list[str], delimiter: str) -> tuple[float, int]:
    """How evenly a delimiter splits a table: the share of rows with the usual number of it. A tab has precedence."""
    counts = [line.count(delimiter) for line in lines[:200] if line.strip()]
    usual = max(set(counts), key=lambda count: (counts.count(count), count))
    even = counts.count(usual) / len(counts) if usual else min(sum(map(bool, counts)) / len(counts), 0.4)
    return even + (delimiter == "\t" and any(counts)), "|,;\t".index(delimiter)


def _count_periods(texts: Iterable[str]) -> int:
    """How many cells can be read as a period."""
    return sum(map(bool, map(periods.readings, texts)))


def upright(rows: list[list[str]]) -> tuple[list[list[str]], list[str]]:
    """The table with its periods down a column, transposed if they are along a row; and notes on that."""
    down, across = max(map(_count_periods, zip(*rows, strict=True))), [*map(_count_periods, rows)]
    if max(across) <= max(down, 1):
        return rows, []
    used_rows = [row for row in rows[across.index(max(across)) :] if any(row)]
    return [list(column) for column in zip(*used_rows, strict=True)], [
        "The months or years ran along a row, so the table was turned round. Rows named here are its columns."
    ]


def find_periods(rows: list[list[str]]) -> tuple[int, int]:
    """The position of the column of periods, and of the first row with one. Raises Unreadable if there is none."""
    counts = [*map(_count_periods, zip(*rows, strict=True))]
    at = counts.index(max(counts))
    start = next((n for n, row in enumerate(rows) if periods.readings(row[at])), None)
    if start is None:
        filled = [(n, row) for n, row in enumerate(rows, 1) if any(row)]
        if not filled:
            raise Unreadable(NOTHING)
        n, row = filled[min(1, len(filled) - 1)]
        raise Unreadable(TableProblem(n, f"Row {n}: {periods.error(next(filter(None, row)), 'month')}"))
    return at, start


def heading_row(rows: list[list[str]], at: int, start: int) -> int | None:
    """The position of the row of headings above the first period, if there is one.

    Raises Unreadable for a row there that has figures and a period that cannot be read.
    """
    for n in range(start - 1, -1, -1):
        row = rows[n]
        if any(_is_number(cell) for place, cell in enumerate(row) if place != at) and row[at]:
            raise Unreadable(TableProblem(n + 1, f"Row {n + 1}: {periods.error(row[at], 'month')}"))
        if sum(map(bool, row)) > 1:
            return n
    return None


def _is_number(text: str) -> bool:
    return _is_value(text) and cells.read(text) != cells.HIDDEN


def _is_value(text: str) -> bool:
    """Whether a cell holds a number, shown or hidden."""
    try:
        return cells.read(text) is not None
    except ValueError:
        return False


def headings(rows: list[list[str]], top: int | None) -> list[str]:
    """A unique name for every column: its heading, or its number."""
    above = [""] * len(rows[0]) if top is None else rows[top]
    names = [" ".join(name.split()) or f"Column {n}" for n, name in enumerate(above, 1)]
    lowered = [name.lower() for name in names]
    return [f"{name} (column {n})" if lowered.count(name.lower()) > 1 else name for n, name in enumerate(names, 1)]


def check_commas(rows: list[list[str]], at: int, top: int) -> None:
    """Raises Unreadable if a comma-separated table has cells without a heading, as a comma inside a number causes."""
    bare = [place for place, head in enumerate(rows[top]) if not head and place != at]
    for n, row in enumerate(rows[top + 1 :] if bare else (), top + 2):
        if any(row[place] for place in bare):
            raise Unreadable(
                TableProblem(
                    n,
                    f"Row {n} has more cells than there are headings. If a number has a comma in it, take the comma "
                    "out; if a heading is missing, put it in.",
                )
            )


def check_bare_commas(rows: list[list[str]], at: int, start: int) -> None:
    """The same for a table without headings: rows of unequal length, or adjacent columns that look like 1,234."""
    filled = [(n, row) for n, row in enumerate(rows[start:], start + 1) if sum(map(bool, row)) > 1]
    for n, row in filled:
        if len(row) != len(filled[0][1]):
            raise Unreadable(
                TableProblem(
                    n,
                    f"Row {n} has {len(row)} cells and row {filled[0][0]} has {len(filled[0][1])}. If a number has a "
                    "comma in it, take the comma out; if not, put a row of headings on top.",
                )
            )
    for place in range(len(filled[0][1]) - 1 if filled else 0):
        pairs = [row[place : place + 2] for _, row in filled]
        if at not in (place, place + 1) and all(
            re.fullmatch(r"[1-9]\d{0,2}", first) and re.fullmatch(r"\d{3}", second) for first, second in pairs
        ):
            n, both = filled[0][0], ",".join(pairs[0])
            raise Unreadable(
                TableProblem(
                    n,
                    f"Row {n}: “{both}” can be one number or two. Put a row of headings on top, or take the commas out "
                    "of the numbers.",
                )
            )


def figure_rows(rows: list[list[str]], at: int, start: int) -> tuple[list[Row], list[str]]:
    """The numbered rows with figures, and notes on the totals and remarks that were left out. Raises Unreadable."""
    with_figures: list[Row] = []
    notes, problems = [], []
    for n, row in enumerate(rows[start:], start + 1):
        if periods.readings(row[at]):
            with_figures.append((n, row))
            continue
        label = row[at] or next(filter(None, row), "")
        if not label:
            continue
        if periods.normalise(label).rstrip(":") in SUMMARY_LABELS:
            notes.append(f"Row {n} (“{label}”) was left out: it only sums up others.")
        elif sum(map(bool, row)) == 1 and not periods.looks_like_period(label) and not _is_value(label):
            notes.append(f"Row {n} was left out: it has no figures.")
        elif not row[at]:
            problems.append(
                TableProblem(n, f"Row {n} has figures and no month or year. Put one in, or take the row out.")
            )
        else:
            with_figures.append((n, row))
    if problems:
        raise Unreadable(*problems)
    if periods.is_month_first([row[at] for _, row in with_figures]):
        first, last = with_figures[0][0], with_figures[-1][0]
        raise Unreadable(
            TableProblem(
                first,
                f"Rows {first} to {last} may have the month first, the American way. Write the months as words, like "
                "Jan-20.",
            )
        )
    return with_figures, notes
