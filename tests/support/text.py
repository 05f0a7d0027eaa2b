"""Text of pages, in forms that can be compared."""

import re

from bs4 import Tag


def squash(text: str) -> str:
    """Text without white space, so that links and line breaks do not affect a comparison."""
    return re.sub(r"\s+", "", text)


def line_of_text(tag: Tag) -> str:
    """The text of an element on one line."""
    return " ".join(tag.get_text(" ").split())
