"""Everything that is printed, made once for all tests, as it is made for a site whose public address is set."""

from datetime import date
from pathlib import Path

import pytest

from macros.editions.handbooks.book import Making
from macros.editions.handbooks.make import make
from macros.features.printed.catalogue import read
from macros.features.printed.downloads import PrintedFile
from tests.support.sites import WORK

PUBLIC = "https://good-enough.example.org/"
DAY = date(2026, 11, 25)


@pytest.fixture(scope="session")
def making(site, build) -> Making:
    """What the handbooks are made from."""
    return Making(build, site.folder, read(build.model), DAY, PUBLIC)


@pytest.fixture(scope="session")
def prints(making) -> dict[str, tuple[Path, PrintedFile]]:
    """Every finished document by name: its file and what was noted of it."""
    folder = WORK / "handbooks"
    return {made.name: (folder / f"{made.name}.pdf", made) for made in make(making, folder)}


@pytest.fixture(scope="session")
def handbooks(prints) -> dict[str, Path]:
    """The handbooks alone."""
    return {name: path for name, (path, made) in prints.items() if made.kind == "handbook"}
