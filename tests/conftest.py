"""What tests share: the words, the site built once, a site for an invented area, and the time each part takes."""

import fcntl
import os
import shutil
from collections import defaultdict
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import pytest
from bs4 import BeautifulSoup

from macros.build import build
from macros.model import Model
from macros.functions import Words

ROOT = Path(__file__).resolve().parent.parent
DOCS = Path("docs")
#: Each of the processes that tests run in has a folder of its own.
WORK = ROOT / ".cache" / "tests" / os.environ.get("PYTEST_XDIST_WORKER", "alone")
#: What all processes of one run only read is made by the first that needs it.
SHARED = WORK.parent / "shared"
RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID", "")
#: What takes longest starts first, so that no process waits for it alone at the end. The rules need no site, which is built meanwhile.
FIRST = ("browser/test_walk.py", "tools/test_incident.py", "print", "browser/test_offline.py", "browser/test_usb.py", "browser/test_incident.py")


class Page:
    """A built page, read once."""

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
    """A copy of the words in which the area is another one."""
    shutil.rmtree(docs, ignore_errors=True)
    shutil.copytree(DOCS, docs, ignore=lambda folder, names: [n for n in names if Path(folder) == DOCS / "areas" and (Path(folder) / n).is_dir()])
    shutil.copytree(area, docs / "areas" / area.name)
    return docs


@pytest.fixture(scope="session")
def model() -> Model:
    name, = (path.parent.name for path in DOCS.glob("areas/*/area.yml"))
    return Model(DOCS, name)


@pytest.fixture(scope="session")
def words(model) -> Words:
    return Words(model, {})


@pytest.fixture(scope="session")
def site() -> Site:
    """The site as readers get it, built once for all tests."""
    return read_site(made_once("site", build))


@pytest.fixture(scope="session")
def other_site() -> Site:
    """A whole site for an area that does not exist."""
    def make(folder: Path) -> None:
        build(folder, docs_dir=str(with_area(folder.with_name("other-docs"), ROOT / "tests" / "areas" / "wolds")))
    return read_site(made_once("other-site", make))


@pytest.fixture()
def tell(record_property):
    """Says something that was measured; it is printed when all tests have run."""
    return lambda words: record_property("told", words)


def group(item: pytest.Item) -> str:
    """The tests that run one after another: those of a file, and all that look at the handbooks, which take long to make.

    That one process runs a whole file, so that what a file shares is made once, is `--dist loadfile` in the Makefile.
    Marks of pytest-xdist's groups do nothing under pytest 9.2: it no longer reads the name that they write.
    """
    path = item.path.relative_to(ROOT / "tests")
    return "print" if path.parts[0] == "print" else path.as_posix()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: FIRST.index(group(item)) if group(item) in FIRST else len(FIRST))


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
