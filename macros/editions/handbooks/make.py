"""Makes everything that is printed, two documents at a time, and puts it in place only when it is whole."""

import shutil
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from macros.content.areas import chosen_area
from macros.content.errors import ContentError
from macros.content.model import Model
from macros.editions.handbooks import book, booklet, posters
from macros.editions.handbooks.printing import check_engine, printed
from macros.features.printed import catalogue
from macros.features.printed.catalogue import Handbook
from macros.features.printed.downloads import FOLDER, PrintedFile, write_index
from macros.files import ROOT
from macros.pages.build import Build
from macros.publish.build import build_site

#: Processes that print at the same time.
HELPERS = 2


#: Makes a build from a model and settings: `macros.registry.new_build`, which imports nothing from here.
NewBuild = Callable[[Model, Mapping[str, Any]], Build]


class Job(NamedTuple):
    """A document to print: its name, title and paper, its HTML, its version, the style sheets after the base, and what becomes of it."""

    name: str
    title: str
    paper: str
    html: str
    version: str
    sheets: tuple[str, ...]
    kinds: tuple[str, ...]


def handbook_jobs(making: book.Making, entry: Handbook) -> Iterator[Job]:
    """A handbook, and its booklet if it has one: folded from the same pages where they are A5, from pages of A5 made for it where they are not."""
    about = (entry.name, entry.title, entry.paper)
    if entry.paper == "A5":
        yield Job(
            *about,
            *book.html(making, entry),
            ("book", "a5"),
            ("handbook", "booklet") if entry.booklet else ("handbook",),
        )
        return
    yield Job(*about, *book.html(making, entry), ("book",), ("handbook",))
    if entry.booklet:
        yield Job(*about, *book.html(making, entry._replace(columns=1, paper="A5 dense")), ("book", "a5"), ("booklet",))


def jobs(making: book.Making) -> Iterator[Job]:
    """Every document; the longest handbooks first, so that no helper is left with one at the end."""
    for entry in sorted(
        making.catalogue.handbooks,
        key=lambda book_: -sum(len(names) for chapter in book_.chapters for _, names in chapter.parts),
    ):
        yield from handbook_jobs(making, entry)
    for entry in making.catalogue.posters:
        yield Job(entry.name, entry.title, entry.paper, *posters.html(making, entry), ("cards",), ("poster",))


def work(job: Job, folder: str) -> list[PrintedFile]:
    """Prints one document, as itself, as a booklet or both."""
    with TemporaryDirectory() as own:
        flat = Path(own) / f"{job.name}.pdf"
        pages = printed(job.html, flat, job.sheets, job.version)
        return [finished(job, kind, flat, pages, Path(folder)) for kind in job.kinds]


def finished(job: Job, kind: str, flat: Path, pages: int, folder: Path) -> PrintedFile:
    """Puts a printed document into the folder, laid out for folding if it is to be a booklet."""
    if kind == "booklet":
        target = folder / f"{job.name}-booklet.pdf"
        return PrintedFile(
            target.stem,
            kind,
            job.title,
            "A5 on A4",
            booklet.lay_out(flat, target, job.title),
            target.stat().st_size,
            job.version,
        )
    target = Path(shutil.copy(flat, folder))
    return PrintedFile(job.name, kind, job.title, job.paper, pages, target.stat().st_size, job.version)


def make(making: book.Making, target: Path) -> list[PrintedFile]:
    """Makes everything into a folder; raises ContentError and leaves the folder as it was if anything is wrong."""
    check_engine()
    fresh = target.with_name(f".{target.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    try:
        with ProcessPoolExecutor(HELPERS, mp_context=get_context("spawn")) as pool:
            try:
                made = [
                    made
                    for waiting in [pool.submit(work, job, str(fresh)) for job in jobs(making)]
                    for made in waiting.result()
                ]
            except BaseException:
                pool.shutdown(cancel_futures=True)
                raise
        write_index(making.build, making.day.isoformat(), fresh, made)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)
    return made


def making_of(site: Path, day: date, new_build: NewBuild, config_file: str = "mkdocs.yml") -> book.Making:
    """What the handbooks are made from; the site whose pages they take is built first."""
    config = load_config(config_file)
    docs = Path(config.docs_dir).relative_to(Path.cwd())
    build = new_build(Model(docs, chosen_area(docs)), {**config.extra, "public_address": config.site_url})
    read = catalogue.read(build.model)
    build_site(site, config_file)
    return book.Making(build, site, read, day, config.site_url or "")


def everything(target: Path, new_build: NewBuild) -> list[PrintedFile]:
    """Builds the pages and makes all documents."""
    site = ROOT / ".cache" / "handbooks-site"
    site.parent.mkdir(exist_ok=True)
    return make(making_of(site, date.today(), new_build), target)


def main(new_build: NewBuild) -> int:
    """Makes dist/handbooks/, or says what is wrong in one sentence."""
    started = time.perf_counter()
    try:
        made = everything(FOLDER, new_build)
    except (ContentError, MkDocsException, Abort) as error:
        print(f"Not made, and nothing was changed. {error}", file=sys.stderr)
        return 1
    for entry in sorted(made):
        print(f"{entry.pages:4} sides  {entry.bytes / 1000:6.0f} kB  {entry.name}")
    print(f"Made dist/handbooks/ in {time.perf_counter() - started:.1f} s.")
    return 0
