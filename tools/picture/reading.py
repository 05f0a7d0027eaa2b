"""The text of a pasted or opened table as rows under headings, with the periods down one column, however it was saved.

Rows are counted as the person sees them, from 1, with headings. What is made of the rows is in `tools.picture.series`.
"""

import csv
import re
from collections.abc import Iterable
from typing import NamedTuple

from tools.picture import cells, periods

MOST_CHARACTERS, MOST_ROWS, MOST_COLUMNS = 2_000_000, 20_000, 300
#: Rows that only sum up others.
SUMS = ("total", "totals", "grand total", "sum", "average", "mean", "ytd", "year to date", "all", "overall")
#: Where Windows-1252 differs from Latin-1.
_WINDOWS = dict(zip(range(0x80, 0xA0), "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ"))
Row = tuple[int, list[str]]


class TableProblem(NamedTuple):
    """Something that cannot be read: the row a person has to look at (0: none in particular), and what to do about it."""

    row: int
    text: str


NOTHING = TableProblem(
    0, "There is nothing to read yet. Paste a table with a column of months or years and a column of numbers."
)


class Unreadable(Exception):
    """The table cannot be read; `problems` says why, row by row."""

    def __init__(self, *problems: TableProblem):
        super().__init__(" ".join(problem.text for problem in problems))
        self.problems = problems


class Sheet(NamedTuple):
    """Rows with figures, the place of their periods, a name for every place, and notes on what was done to get there."""

    rows: list[Row]
    at: int
    heads: list[str]
    notes: list[str]


def text_of(file: bytes) -> str:
    """A file's text, whichever of the usual ways it was saved in; Unreadable for a file that is not text."""
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
    """The rows of a table in some text; Unreadable with every row that stops it."""
    raw, sign = split(text)
    width = max(map(len, raw))
    rows, notes = upright([row + [""] * (width - len(row)) for row in raw])
    at, start = find_periods(rows)
    top = heading_row(rows, at, start)
    heads = headings(rows, top)
    if sign == "," and top is not None:
        check_commas(rows, at, top)
    elif sign == "," and not notes:
        check_bare_commas(raw, at, start)
    kept, left_out = figure_rows(rows, at, start)
    return Sheet(kept, at, heads, notes + left_out)


def split(text: str) -> tuple[list[list[str]], str]:
    """The rows and cells of a table, and the sign between cells: of tab, semicolon, comma and stroke, the one that parts it most evenly."""
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
    sign = max("\t;,|", key=lambda sign: _evenness(lines, sign))
    if sign not in text:
        raise Unreadable(
            TableProblem(
                0,
                "Only one column was found. Put a comma or a tab between each month and its number, or copy both "
                "columns.",
            )
        )
    reader, rows = csv.reader((line + "\n" for line in lines), delimiter=sign, strict=True, skipinitialspace=True), []
    try:
        for row in reader:
            if reader.line_num - len(rows) > 1:
                rows += [
                    [] for _ in range(reader.line_num - len(rows) - 1)
                ]  # rows keep their numbers where a cell holds line ends
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
    return rows, sign


def _evenness(lines: list[str], sign: str) -> tuple[float, int]:
    """How well a sign parts a table: the share of rows that have as many of it as most have. A tab is never anything else."""
    counts = [line.count(sign) for line in lines[:200] if line.strip()]
    usual = max(set(counts), key=lambda count: (counts.count(count), count))
    even = counts.count(usual) / len(counts) if usual else min(sum(map(bool, counts)) / len(counts), 0.4)
    return even + (sign == "\t" and any(counts)), "|,;\t".index(sign)


def _known(texts: Iterable[str]) -> int:
    """How many of some cells can stand for a period."""
    return sum(map(bool, map(periods.known, texts)))


def upright(rows: list[list[str]]) -> tuple[list[list[str]], list[str]]:
    """The table with its periods down a column, turned round where they run along a row."""
    down, across = max(map(_known, zip(*rows))), [*map(_known, rows)]
    if max(across) <= max(down, 1):
        return rows, []
    turned = [row for row in rows[across.index(max(across)) :] if any(row)]
    return [list(column) for column in zip(*turned)], [
        "The months or years ran along a row, so the table was turned round. Rows named here are its columns."
    ]


def find_periods(rows: list[list[str]]) -> tuple[int, int]:
    """The column of periods, and the first row that has one."""
    counts = [*map(_known, zip(*rows))]
    at = counts.index(max(counts))
    start = next((n for n, row in enumerate(rows) if periods.known(row[at])), None)
    if start is None:
        filled = [(n, row) for n, row in enumerate(rows, 1) if any(row)]
        if not filled:
            raise Unreadable(NOTHING)
        n, row = filled[min(1, len(filled) - 1)]
        raise Unreadable(TableProblem(n, f"Row {n}: {periods.wrong(next(filter(None, row)), 'month')}"))
    return at, start


def heading_row(rows: list[list[str]], at: int, start: int) -> int | None:
    """The row of headings above the first period; Unreadable where a row with figures stands there whose period cannot be read."""
    for n in range(start - 1, -1, -1):
        row = rows[n]
        if any(_is_number(cell) for place, cell in enumerate(row) if place != at) and row[at]:
            raise Unreadable(TableProblem(n + 1, f"Row {n + 1}: {periods.wrong(row[at], 'month')}"))
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
    """A name for every column, each its own: its heading, or else its place."""
    above = [""] * len(rows[0]) if top is None else rows[top]
    names = [" ".join(name.split()) or f"Column {n}" for n, name in enumerate(above, 1)]
    small = [name.lower() for name in names]
    return [f"{name} (column {n})" if small.count(name.lower()) > 1 else name for n, name in enumerate(names, 1)]


def check_commas(rows: list[list[str]], at: int, top: int) -> None:
    """Unreadable where a table parted by commas has cells without a heading: a comma inside a number looks just so."""
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
    """The same for a table without headings: rows of unlike length, or columns that side by side look like 1,234."""
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
    """The rows that hold figures, with their numbers; sums and remarks are left out, and said."""
    kept, notes, problems = [], [], []
    for n, row in enumerate(rows[start:], start + 1):
        if periods.known(row[at]):  # nearly every row: none of what follows looks like a period
            kept.append((n, row))
            continue
        label = row[at] or next(filter(None, row), "")
        if not label:
            continue
        if periods.tidy(label).rstrip(":") in SUMS:
            notes.append(f"Row {n} (“{label}”) was left out: it only sums up others.")
        elif sum(map(bool, row)) == 1 and not periods.looks_like_one(label) and not _is_value(label):
            notes.append(f"Row {n} was left out: it has no figures.")
        elif not row[at]:
            problems.append(
                TableProblem(n, f"Row {n} has figures and no month or year. Put one in, or take the row out.")
            )
        else:
            kept.append((n, row))
    if problems:
        raise Unreadable(*problems)
    if periods.american([row[at] for _, row in kept]):
        first, last = kept[0][0], kept[-1][0]
        raise Unreadable(
            TableProblem(
                first,
                f"Rows {first} to {last} may have the month first, the American way. Write the months as words, like "
                "Jan-20.",
            )
        )
    return kept, notes
