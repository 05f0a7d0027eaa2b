"""Errors written for the person who has to mend them."""

from difflib import get_close_matches
from typing import Iterable


class ContentError(Exception):
    """Something in the words cannot be built. Says where, what, and what to do."""

    def __init__(self, where: str, what: str):
        super().__init__(f"{where}: {what}")
        self.where, self.what = where, what

    def __reduce__(self):  # a process that prints hands it to the one that waits
        return ContentError, (self.where, self.what)


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A sentence naming the known word closest to a wrong one, or an empty string."""
    found = get_close_matches(name, list(known), n=1, cutoff=0.5)
    return f" Did you mean '{found[0]}'?" if found else ""
