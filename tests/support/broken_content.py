"""Content that is broken on purpose: replaces a piece of a copied file, and reads the error that this causes."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.content.errors import ContentError


def break_file(path: Path, old: str, new: str) -> int:
    """Replaces the first occurrence of a text in a file; returns its line number."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def error_from(read: Callable[[], object]) -> str:
    """The message of the ContentError that reading broken content raises."""
    with pytest.raises(ContentError) as caught:
        read()
    return str(caught.value)


def check_error(
    read: Callable[[], object],
    path: Path,
    old: str,
    new: str,
    expected: str,
    lines: tuple[int, int] | None = None,
) -> None:
    """Breaks a file and reads it: the error must contain the expected text and name the file and a line.

    `lines` are the first and last line that the error may name, relative to the broken line; without them, any line.
    """
    line = break_file(path, old, new)
    message = error_from(read)
    position = re.match(rf"{re.escape(str(path))}:(\d+): ", message)
    assert position and expected in message, message
    assert lines is None or lines[0] <= int(position[1]) - line <= lines[1], (line, message)
