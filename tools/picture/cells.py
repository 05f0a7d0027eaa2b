"""One cell of a table as a count or a rate: a number, an empty value, or a number that was hidden because it is small.

The exact value of a hidden number is not known, so it is never read as zero. A cell that could mean two things is
refused with a sentence that says what to write.

>>> read("1,234"), read("<5"), read(" "), read("9.8%")
(1234, 'hidden', None, 9.8)
>>> read("-")
Traceback (most recent call last):
ValueError: “-” can mean nought or not known. Write 0 for nought, or leave the cell empty.
"""

import re
from typing import Final, Literal

#: A small number that the author of the table has hidden.
HIDDEN: Final = "hidden"
#: A count (int), a rate (float), HIDDEN, or None where nothing is known.
type Value = int | float | Literal["hidden"] | None
#: Marks that published tables use for a hidden number, and for a missing one.
HIDDEN_MARKS = ("c", "[c]", "*", "**", "s", "[s]", "k", "[k]", "low", "[low]", "supp", "suppressed", "hidden")
MISSING_MARKS = (
    "",
    "n/a",
    "na",
    "x",
    "[x]",
    "z",
    "[z]",
    "u",
    "[u]",
    "..",
    "...",
    ":",
    "not available",
    "not known",
    "unknown",
    "no data",
    "null",
)
_BELOW = re.compile(
    r"(?:<=?|≤|under|below|less than|fewer than|up to)\s*(\d+)|(\d+) or (?:fewer|less|under|below)|(\d+) ?(?:-|to) "
    r"?(\d+)"
)
_PLAIN = re.compile(r"\d+(?:\.\d+)?%?")
_GROUPED = re.compile(r"\d{1,3}(?:([, '])\d{3})(?:\1\d{3})*(\.\d+)?")


def read(text: str) -> Value:
    """The value of a cell. ValueError with a message to show after the number of the cell's row."""
    normalised = " ".join(
        text.replace("\u00a0", " ")
        .replace("\u202f", " ")
        .replace("\u2019", "'")
        .replace("\u2212", "-")
        .replace("\u2013", "-")
        .lower()
        .split()
    )
    if normalised in MISSING_MARKS:
        return None
    if normalised in HIDDEN_MARKS or _is_small(normalised):
        return HIDDEN
    if normalised == "nil":
        return 0
    if _GROUPED.fullmatch(normalised):
        normalised = re.sub(r"[, ']", "", normalised)
    if _PLAIN.fullmatch(normalised):
        number = float(normalised.rstrip("%"))
        return int(number) if number.is_integer() else number
    raise ValueError(_error(text.strip(), normalised))


def _is_small(normalised: str) -> bool:
    """Whether a cell gives only an upper limit of at most 20, or a range from 0 or 1 to at most 20."""
    match = _BELOW.fullmatch(normalised)
    if not match:
        return False
    low, high = match[3] or 0, match[1] or match[2] or match[4]
    return int(low) < 2 and int(high) <= 20


def _error(text: str, normalised: str) -> str:
    """Why a cell cannot be read, and what to write instead. `normalised` is the normalised text."""
    shown = text if len(text) < 40 else text[:37] + "..."
    if normalised in ("-", "--"):
        return f"“{shown}” can mean nought or not known. Write 0 for nought, or leave the cell empty."
    if normalised.startswith(("#", "=")):
        return f"“{shown}” is a formula or a spreadsheet’s own error. Put the number itself there."
    digits = re.sub(r"[^\d.]", "", normalised)
    if re.fullmatch(r"\(?-?\d[\d,.]*\)?", normalised) and ("-" in normalised or "(" in normalised):
        return f"“{shown}” is below nought, which no count can be. Write the count itself."
    if re.fullmatch(r"\d+,\d{1,2}", normalised):
        return (
            f"“{shown}” has a comma where a point or nothing should be. Write {normalised.replace(',', '.')} or "
            f"{digits}."
        )
    if re.fullmatch(r"[\d,. ']+", normalised):
        return f"“{shown}” has its commas or points in odd places. Write it plain, like 1234."
    numbers = re.findall(r"\d+", normalised)
    if len(numbers) == 1 and not re.match(r"[<>≤≥]", normalised):
        return f"“{shown}” is not only a number. Write {numbers[0]}, and keep the remark elsewhere."
    return (
        f"“{shown}” is not a number. Write a number, leave the cell empty if it is not known, or write c if it is "
        "hidden."
    )
