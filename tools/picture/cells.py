"""One cell of a table as a count or a rate: a number, nothing, or a number that somebody has hidden.

A hidden number is known to be small and not known exactly, so it is never taken for nought. What could mean two things is
refused with a sentence that says what to write.

>>> read("1,234"), read("<5"), read(" "), read("9.8%")
(1234, 'hidden', None, 9.8)
>>> read("-")
Traceback (most recent call last):
ValueError: “-” can mean nought or not known. Write 0 for nought, or leave the cell empty.
"""

import re

#: A small number that whoever made the table has hidden.
HIDDEN = "hidden"
Value = int | float | str | None
#: Marks that published tables use for a hidden number, and for one that is not there.
HIDING = ("c", "[c]", "*", "**", "s", "[s]", "k", "[k]", "low", "[low]", "supp", "suppressed", "hidden")
MISSING = (
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
    """A cell's value; ValueError with the end of a sentence that starts with the cell's row."""
    words = " ".join(
        text.replace("\u00a0", " ")
        .replace("\u202f", " ")
        .replace("\u2019", "'")
        .replace("\u2212", "-")
        .replace("\u2013", "-")
        .lower()
        .split()
    )
    if words in MISSING:
        return None
    if words in HIDING or _small(words):
        return HIDDEN
    if words == "nil":
        return 0
    if _GROUPED.fullmatch(words):
        words = re.sub(r"[, ']", "", words)
    if _PLAIN.fullmatch(words):
        number = float(words.rstrip("%"))
        return int(number) if number.is_integer() else number
    raise ValueError(_wrong(text.strip(), words))


def _small(words: str) -> bool:
    """Whether a cell says only that its number is small: below a number of at most 20, or within such a range from 0 or 1."""
    match = _BELOW.fullmatch(words)
    if not match:
        return False
    low, high = match[3] or 0, match[1] or match[2] or match[4]
    return int(low) < 2 and int(high) <= 20


def _wrong(text: str, words: str) -> str:
    """Why a cell cannot be read, and what to write in its place."""
    shown = text if len(text) < 40 else text[:37] + "..."
    if words in ("-", "--"):
        return f"“{shown}” can mean nought or not known. Write 0 for nought, or leave the cell empty."
    if words.startswith(("#", "=")):
        return f"“{shown}” is a formula or a spreadsheet’s own error. Put the number itself there."
    digits = re.sub(r"[^\d.]", "", words)
    if re.fullmatch(r"\(?-?\d[\d,.]*\)?", words) and ("-" in words or "(" in words):
        return f"“{shown}” is below nought, which no count can be. Write the count itself."
    if re.fullmatch(r"\d+,\d{1,2}", words):
        return f"“{shown}” has a comma where a point or nothing should be. Write {words.replace(',', '.')} or {digits}."
    if re.fullmatch(r"[\d,. ']+", words):
        return f"“{shown}” has its commas or points in odd places. Write it plain, like 1234."
    found = re.findall(r"\d+", words)
    if len(found) == 1 and not re.match(r"[<>≤≥]", words):
        return f"“{shown}” is not only a number. Write {found[0]}, and keep the remark elsewhere."
    return (
        f"“{shown}” is not a number. Write a number, leave the cell empty if it is not known, or write c if it is "
        "hidden."
    )
