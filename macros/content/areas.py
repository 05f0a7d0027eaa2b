"""The areas in the content, and the one that is built."""

import os
from pathlib import Path

from macros.content.errors import ContentError


def areas(docs: Path) -> list[str]:
    """Names of the areas, which are the folders of `docs/areas`."""
    return sorted(path.parent.name for path in (docs / "areas").glob("*/area.yml"))


def chosen_area(docs: Path) -> str:
    """The area to build: the one named by AREA, or the only one there is."""
    names = areas(docs)
    name = os.environ.get("AREA", "")
    if not name and len(names) != 1:
        raise ContentError(
            str(docs / "areas"),
            f"a site is built for one area, but there are {len(names)} ({', '.join(names) or 'none'}); "
            "choose one with AREA=",
        )
    return name or names[0]
