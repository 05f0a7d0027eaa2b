"""What tests share: the words, the site built once, a site for an invented area, and the time each part takes."""

from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from macros.content.model import Model
from macros.editions.handbooks.context import PrintContext
from macros.editions.handbooks.make import handbook_jobs, print_job
from macros.features.printed import downloads
from macros.features.printed.catalogue import read
from macros.files import ROOT
from macros.pages.build import Build
from macros.publish.build import build_site
from macros.registry import new_build
from tests.support.sites import DOCS, OTHER_SITE_URL, RUN, SHARED, WOLDS, WORK, Site, made_once, read_site, with_area

#: Handbooks made for tests: what lies in dist/ may be of any day.
downloads.FOLDER = (SHARED if RUN else WORK) / "printed"
#: The files of tests that take longest start first, in this order, so that no process waits for one alone at the end. The rules need no
#: site, which is built meanwhile.
FIRST = (
    "site/test_walk.py",
    "tools/test_incident.py",
    "features/offline/test_in_browser.py",
    "editions/usb/test_usb.py",
    "features/incident/test_in_browser.py",
)
#: Fixtures of a real browser.
pytest_plugins = ["tests.support.chromium"]


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
        downloads.FOLDER.mkdir(parents=True, exist_ok=True)
        context = PrintContext(build, folder, read(build.model), date.today(), "")
        forms = next(book for book in context.catalogue.handbooks if book.name == "forms")
        files = [file for job in handbook_jobs(context, forms) for file in print_job(job, str(downloads.FOLDER))]
        downloads.write_index(build, context.day.isoformat(), downloads.FOLDER, files)
        build_site(folder)
    return read_site(made_once("site", make))


@pytest.fixture(scope="session")
def other_site() -> Site:
    """A complete site for an invented area, with a public URL."""
    def make(folder: Path) -> None:
        build_site(folder, site_url=OTHER_SITE_URL, docs_dir=str(with_area(folder.with_name("other-docs"), WOLDS)))
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
        if "handbooks" in item.path.relative_to(ROOT / "tests").parts:  # printing everything takes minutes
            item.add_marker(pytest.mark.slow)
        if {"browser", "base"} & set(item.fixturenames):
            item.add_marker(pytest.mark.browser)


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
