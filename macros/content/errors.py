"""Errors written for the person who has to fix them."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class ContentError(Exception):
    """Content that cannot be built: the place, the problem, and how to fix it."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")
        self.where, self.what = where, what

    def __reduce__(self) -> tuple[type[ContentError], tuple[str, str]]:
        # Worker processes that make PDFs pass it to the main process.
        return ContentError, (self.where, self.what)


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A sentence naming the known name closest to a wrong one, or an empty string."""
    matches = get_close_matches(name, list(known), n=1, cutoff=0.5)
    return f" Did you mean '{matches[0]}'?" if matches else ""
