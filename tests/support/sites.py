"""The site that is built once for all tests, a site for an invented area, and how tests read their pages."""

import fcntl
import os
import shutil
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from bs4 import BeautifulSoup

from macros.files import ROOT

DOCS = Path("docs")
#: An invented area.
WOLDS = ROOT / "tests" / "areas" / "wolds"
#: The public URL with which the site for the invented area is built.
OTHER_SITE_URL = "https://wolds.example/child/"
#: Where tests build: a folder for each of the processes that run tests in parallel.
WORK = ROOT / ".cache" / "tests" / os.environ.get("PYTEST_XDIST_WORKER", "alone")
#: For what all processes of a run only read: the first process that needs it builds it.
SHARED = WORK.parent / "shared"
RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID", "")


class Page:
    """A built page. Its HTML is read once, and parsed when a test first asks for its elements or ids."""

    def __init__(self, site: Path, path: Path) -> None:
        self.path = path
        self.url = path.relative_to(site).as_posix().removesuffix("index.html")
        self.html = path.read_text(encoding="utf-8")

    @cached_property
    def soup(self) -> BeautifulSoup:
        """The parsed page."""
        return BeautifulSoup(self.html, "html.parser")

    @cached_property
    def ids(self) -> set[str]:
        """The ids of all elements."""
        return {tag["id"] for tag in self.soup.find_all(id=True)}

    @property
    def redirects(self) -> bool:
        """Whether this is the page of a short URL, which only leads to another page."""
        return 'http-equiv="refresh"' in self.html


class Site(NamedTuple):
    """A built site: its folder, its pages by URL, and the pages of its short URLs."""

    folder: Path
    pages: dict[str, Page]
    short: dict[str, Page]


def read_site(folder: Path) -> Site:
    """The site in a folder."""
    pages = [Page(folder, path) for path in sorted(folder.rglob("*.html"))]
    return Site(folder, {p.url: p for p in pages if not p.redirects}, {p.url: p for p in pages if p.redirects})


def build_once(name: str, build: Callable[[Path], None]) -> Path:
    """A folder that the first process of a run builds while the others wait; every run builds it again."""
    if not RUN:
        build(WORK / name)
        return WORK / name
    SHARED.mkdir(parents=True, exist_ok=True)
    folder, built_by = SHARED / name, SHARED / f"{name}.run"
    with open(SHARED / f"{name}.lock", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not built_by.is_file() or built_by.read_text(encoding="utf-8") != RUN:
            build(folder)
            built_by.write_text(RUN, encoding="utf-8")
    return folder


def with_area(docs: Path, area: Path) -> Path:
    """Copies the content to `docs`, with the folder `area` as its only area."""

    def other_areas(folder: str, names: list[str]) -> list[str]:
        return [name for name in names if Path(folder) == DOCS / "areas" and (Path(folder) / name).is_dir()]

    shutil.rmtree(docs, ignore_errors=True)
    shutil.copytree(DOCS, docs, ignore=other_areas)
    shutil.copytree(area, docs / "areas" / area.name)
    return docs
