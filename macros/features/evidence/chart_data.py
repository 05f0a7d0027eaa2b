"""A chart's data."""

from pathlib import Path
from typing import NamedTuple

HIDDEN = "c"


class Series(NamedTuple):
    """One line or set of bars: its figures (None where nothing can be drawn), their intervals, and how they look."""

    name: str
    figures: tuple[float | None, ...]
    intervals: tuple[tuple[float, float] | None, ...] | None
    look: dict


class Chart(NamedTuple):
    """A chart read and checked: what its file says, the places along it, its series, and the table they come from."""

    spec: dict
    path: Path
    places: tuple[str, ...]
    series: tuple[Series, ...]
    hidden: tuple[str, ...]
    heads: list[str]
    rows: list[list[str]]

    @property
    def data(self) -> Path:
        """The CSV file."""
        return self.path.parent / "data" / self.spec["data"]
