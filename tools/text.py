"""Text helpers that several groups of tools share."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def join_names(names: list[str]) -> str:
    """Names as a list in a sentence; ValueError for an empty list.

    >>> join_names(["A"]), join_names(["A", "B", "C"])
    ('A', 'A, B and C')
    """
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def wrap_lines(text: str, width: int) -> list[str]:
    """Text broken at spaces into lines of at most `width` characters; only a longer word makes a longer line.

    >>> wrap_lines("one two three", 7)
    ['one two', 'three']
    """
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) + 1 > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
