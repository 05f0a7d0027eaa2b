"""What all tests share: the content, a built site, a site for an invented area, and the order in which files run."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from macros.content.model import Model
from macros.features.printed import downloads
from macros.features.printed.catalogue import read
from macros.files import ROOT
from macros.pages.build import Build
from macros.publish.build import build_site
from macros.registry import new_build
from tests.support.sites import DOCS, OTHER_SITE_URL, RUN, SHARED, WOLDS, WORK, Site, build_once, read_site, with_area

#: Handbooks for tests: those in dist/ may be old.
downloads.FOLDER = (SHARED if RUN else WORK) / "printed"
#: The files that take longest start first, in this order, so that no process is left with one at the end.
FIRST = (
    "site/test_walk.py",
    "docs/test_reading.py",
    "features/offline/test_in_browser.py",
    "editions/usb/test_usb.py",
    "features/incident/test_in_browser.py",
    "tools/test_incident.py",
)
#: Fixtures that build a whole site, or start a program.
BUILT = {"site", "other_site", "stick", "hosted", "preview"}
#: Fixtures of a real browser.
pytest_plugins = ["tests.support.chromium"]


@pytest.fixture()
def docs(tmp_path: Path) -> Path:
    """A copy of the content with the invented area, to be broken by a test."""
    return with_area(tmp_path / "docs", WOLDS)


@pytest.fixture(scope="session")
def model() -> Model:
    """The content as it is, with its one area."""
    (name,) = (path.parent.name for path in DOCS.glob("areas/*/area.yml"))
    return Model(DOCS, name)


@pytest.fixture(scope="session")
def build(model: Model) -> Build:
    """A build without any setting of a published site."""
    return new_build(model, {})


@pytest.fixture(scope="session")
def site(build: Build) -> Site:
    """The site as readers get it, with one printed handbook: the forms pack, which takes no page of the site."""

    def make(folder: Path) -> None:
        # Imported here, because the print engine costs every process seconds.
        from macros.editions.handbooks.context import PrintContext
        from macros.editions.handbooks.make import handbook_jobs, print_job

        downloads.FOLDER.mkdir(parents=True, exist_ok=True)
        context = PrintContext(build, folder, read(build.model), date.today(), "")
        forms = next(book for book in context.catalogue.handbooks if book.name == "forms")
        files = [file for job in handbook_jobs(context, forms) for file in print_job(job, str(downloads.FOLDER))]
        downloads.write_index(build, context.day.isoformat(), downloads.FOLDER, files)
        build_site(folder)

    return read_site(build_once("site", make))


@pytest.fixture(scope="session")
def other_site() -> Site:
    """A complete site for an invented area, with a public URL."""

    def make(folder: Path) -> None:
        build_site(folder, site_url=OTHER_SITE_URL, docs_dir=str(with_area(folder.with_name("other-docs"), WOLDS)))

    return read_site(build_once("other-site", make))


@pytest.fixture()
def report_figure(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """A function that takes a sentence on what was measured; it is printed after all tests."""
    return lambda sentence: record_property("measured", sentence)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Orders the files, and marks tests that are slow, need a browser, or need a built site."""

    def place(item: pytest.Item) -> int:
        file = item.path.relative_to(ROOT / "tests").as_posix()
        return FIRST.index(file) if file in FIRST else len(FIRST)

    items.sort(key=place)
    for item in items:
        if "handbooks" in item.path.relative_to(ROOT / "tests").parts:  # printing everything takes minutes
            item.add_marker(pytest.mark.slow)
        fixtures = set(getattr(item, "fixturenames", ()))
        if fixtures & {"browser", "base"}:
            item.add_marker(pytest.mark.browser)
        if fixtures & BUILT:
            item.add_marker(pytest.mark.thorough)


_seconds: dict[str, float] = defaultdict(float)
_measured: list[str] = []


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Collects what tests report, and the time that each folder of tests takes."""
    part = "/".join(Path(report.nodeid.split("::")[0]).parts[:3][:-1])
    _seconds[part] += report.duration
    if report.when == "call":
        _measured.extend(str(value) for name, value in report.user_properties if name == "measured")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints it."""
    terminalreporter.section("measured")
    for sentence in _measured:
        terminalreporter.write_line(sentence)
    terminalreporter.section("seconds by folder, of all processes")
    for part, seconds in sorted(_seconds.items()):
        terminalreporter.write_line(f"{seconds:7.1f} s  {part}")
