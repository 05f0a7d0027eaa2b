"""The site built once for all tests, and a site for an invented area: where they lie and how their pages are read."""

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
#: Where sites for tests are built: a folder for each of the processes that run tests side by side.
WORK = ROOT / ".cache" / "tests" / os.environ.get("PYTEST_XDIST_WORKER", "alone")
#: What all processes of one run only read is made by the first that needs it.
SHARED = WORK.parent / "shared"
RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID", "")


class Page:
    """A built page. Its HTML is read once, and taken apart once when a test first asks for its tags or ids."""

    def __init__(self, site: Path, path: Path):
        self.path = path
        self.url = path.relative_to(site).as_posix().removesuffix("index.html")
        self.html = path.read_text(encoding="utf-8")

    @cached_property
    def soup(self) -> BeautifulSoup:
        return BeautifulSoup(self.html, "html.parser")

    @cached_property
    def ids(self) -> set[str]:
        return {tag["id"] for tag in self.soup.find_all(id=True)}

    @property
    def forwards(self) -> bool:
        """Whether this is a short address, which only leads on."""
        return 'http-equiv="refresh"' in self.html


class Site(NamedTuple):
    """A built site: its folder, its pages by address, and its short addresses."""

    folder: Path
    pages: dict[str, Page]
    short: dict[str, Page]


def read_site(folder: Path) -> Site:
    """The site that was built into a folder."""
    pages = [Page(folder, path) for path in sorted(folder.rglob("*.html"))]
    return Site(folder, {p.url: p for p in pages if not p.forwards}, {p.url: p for p in pages if p.forwards})


def build_once(name: str, make: Callable[[Path], None]) -> Path:
    """A folder that the first process of a run makes while the others wait. A run of one process makes it anew, and so does every run."""
    if not RUN:
        make(WORK / name)
        return WORK / name
    SHARED.mkdir(parents=True, exist_ok=True)
    folder, made_by = SHARED / name, SHARED / f"{name}.run"
    with open(SHARED / f"{name}.lock", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made_by.is_file() or made_by.read_text(encoding="utf-8") != RUN:
            make(folder)
            made_by.write_text(RUN, encoding="utf-8")
    return folder


def with_area(docs: Path, area: Path) -> Path:
    """A copy of the words, in `docs`, in which the only area is the one of the folder `area`."""
    shutil.rmtree(docs, ignore_errors=True)
    shutil.copytree(DOCS, docs, ignore=lambda folder, names: [n for n in names if Path(folder) == DOCS / "areas" and (Path(folder) / n).is_dir()])
    shutil.copytree(area, docs / "areas" / area.name)
    return docs
