"""Which areas there are, and which of them is built."""

import os
from pathlib import Path

from macros.content.errors import ContentError


def areas(docs: Path) -> list[str]:
    """Names of the areas whose folders stand in `docs/areas`."""
    return sorted(path.parent.name for path in (docs / "areas").glob("*/area.yml"))


def chosen_area(docs: Path) -> str:
    """The area to build: the one named by AREA, or the only one there is."""
    found = areas(docs)
    name = os.environ.get("AREA", "")
    if not name and len(found) != 1:
        raise ContentError(
            str(docs / "areas"),
            f"a site is built for one area and here are {len(found)} ({', '.join(found) or 'none'}); name one with AREA=",
        )
    return name or found[0]
