"""All prints, made once for all tests, as for a site whose public URL is set."""

from datetime import date
from pathlib import Path

import pytest

from macros.editions.handbooks.context import PrintContext
from macros.editions.handbooks.make import make
from macros.features.printed.catalogue import read
from macros.features.printed.downloads import PrintedFile
from macros.pages.build import Build
from tests.support.sites import WORK, Site

PUBLIC_URL = "https://good-enough.example.org/"
DAY = date(2026, 11, 25)


@pytest.fixture(scope="session")
def context(site: Site, build: Build) -> PrintContext:
    """What the handbooks are made from."""
    return PrintContext(build, site.folder, read(build.model), DAY, PUBLIC_URL)


@pytest.fixture(scope="session")
def prints(context: PrintContext) -> dict[str, tuple[Path, PrintedFile]]:
    """Every finished document by name: its file and its entry in the index."""
    folder = WORK / "handbooks"
    return {file.name: (folder / f"{file.name}.pdf", file) for file in make(context, folder)}


@pytest.fixture(scope="session")
def handbooks(prints: dict[str, tuple[Path, PrintedFile]]) -> dict[str, Path]:
    """The handbooks only."""
    return {name: path for name, (path, file) in prints.items() if file.kind == "handbook"}
