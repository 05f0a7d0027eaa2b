"""Words that are spoilt on purpose: a piece of a copied file is replaced, and what reading it says is looked at."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.content.errors import ContentError


def break_file(path: Path, old: str, new: str) -> int:
    """Replaces a piece of a file, and gives the line on which it stood."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[:text.index(old)].count("\n") + 1


def error_from(read: Callable[[], object]) -> str:
    """What a person is told who reads spoilt words."""
    with pytest.raises(ContentError) as caught:
        read()
    return str(caught.value)


def check_error(read: Callable[[], object], path: Path, old: str, new: str, says: str, lines: tuple[int, int] | None = None) -> None:
    """Spoils a file and reads it: the mistake must be told with the file and a line. `lines` are the first and last that may be named,
    counted from the spoilt one; without them it may be any.
    """
    line = break_file(path, old, new)
    said = error_from(read)
    named = re.match(rf"{re.escape(str(path))}:(\d+): ", said)
    assert named and says in said, said
    assert lines is None or lines[0] <= int(named[1]) - line <= lines[1], (line, said)
