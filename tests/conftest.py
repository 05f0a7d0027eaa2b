"""What tests share: the words, the site built once, a site for an invented area, and the time each part takes."""

import fcntl
import os
import shutil
from collections import defaultdict
from collections.abc import Callable
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import pytest
from bs4 import BeautifulSoup

from macros.content.model import Model
from macros.editions.handbooks.book import Making
from macros.editions.handbooks.make import handbook_jobs, work
from macros.features.printed import downloads as shelf
from macros.features.printed.catalogue import read
from macros.pages.build import Build
from macros.publish.build import build_site
from macros.registry import new_build

ROOT = Path(__file__).resolve().parent.parent
DOCS = Path("docs")
#: An invented area.
WOLDS = ROOT / "tests" / "areas" / "wolds"
#: Where sites for tests are built: a folder for each of the processes that run tests side by side.
WORK = ROOT / ".cache" / "tests" / os.environ.get("PYTEST_XDIST_WORKER", "alone")
#: What all processes of one run only read is made by the first that needs it.
SHARED = WORK.parent / "shared"
RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID", "")
#: Handbooks made for tests: what lies in dist/ may be of any day.
shelf.FOLDER = (SHARED if RUN else WORK) / "shelf"
#: The files of tests that take longest start first, in this order, so that no process waits for one alone at the end. The rules need no
#: site, which is built meanwhile.
FIRST = ("browser/test_walk.py", "tools/test_incident.py", "browser/test_offline.py", "browser/test_usb.py", "browser/test_incident.py")


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


def made_once(name: str, make: Callable[[Path], None]) -> Path:
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


@pytest.fixture()
def docs(tmp_path) -> Path:
    """A copy of the words with the invented area, to be spoilt."""
    return with_area(tmp_path / "docs", WOLDS)


@pytest.fixture(scope="session")
def model() -> Model:
    """The words as they are, with the one area that stands among them."""
    name, = (path.parent.name for path in DOCS.glob("areas/*/area.yml"))
    return Model(DOCS, name)


@pytest.fixture(scope="session")
def build(model) -> Build:
    """The functions that pages call, without any setting of a published site."""
    return new_build(model, {})


@pytest.fixture(scope="session")
def site(build) -> Site:
    """The site as readers get it, built once for all tests, with one handbook that has been made: the forms pack, which takes no page of the site."""
    def make(folder: Path) -> None:
        shelf.FOLDER.mkdir(parents=True, exist_ok=True)
        making = Making(build, folder, read(build.model), date.today(), "")
        forms = next(book for book in making.catalogue.handbooks if book.name == "forms")
        shelf.write(build, making.day.isoformat(), shelf.FOLDER, [made for job in handbook_jobs(making, forms) for made in work(job, str(shelf.FOLDER))])
        build_site(folder)
    return read_site(made_once("site", make))


@pytest.fixture(scope="session")
def other_site() -> Site:
    """A whole site for an invented area."""
    def make(folder: Path) -> None:
        build_site(folder, docs_dir=str(with_area(folder.with_name("other-docs"), WOLDS)))
    return read_site(made_once("other-site", make))


@pytest.fixture()
def tell(record_property):
    """A function that takes a sentence on what was measured; it is printed when all tests have run."""
    return lambda words: record_property("told", words)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Lets the files that take longest start first. One process runs a whole file, so that what its tests share is made once: `--dist loadfile`, in the Makefile."""
    def place(item: pytest.Item) -> int:
        file = item.path.relative_to(ROOT / "tests").as_posix()
        return FIRST.index(file) if file in FIRST else len(FIRST)
    items.sort(key=place)
    for item in items:
        if "print" in item.path.relative_to(ROOT / "tests").parts:  # all that is printed takes minutes to make
            item.add_marker(pytest.mark.slow)


_seconds: dict[str, float] = defaultdict(float)
_told: list[str] = []


def pytest_runtest_logreport(report):
    part = "/".join(Path(report.nodeid.split("::")[0]).parts[:2])
    _seconds[part] += report.duration
    if report.when == "call":
        _told.extend(words for name, words in report.user_properties if name == "told")


def pytest_terminal_summary(terminalreporter):
    terminalreporter.section("measured")
    for words in _told:
        terminalreporter.write_line(words)
    terminalreporter.section("time per part, of all processes")
    for part, seconds in sorted(_seconds.items()):
        terminalreporter.write_line(f"{seconds:7.1f} s  {part}")
