"""Prints every handbook, poster and card, two documents at a time, and puts them in place only when all are printed."""

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
from macros.editions.handbooks.book import handbook_html
from macros.editions.handbooks.context import PrintContext
from macros.editions.handbooks.layout.booklet import make_booklet
from macros.editions.handbooks.layout.printing import check_engine, print_pdf
from macros.editions.handbooks.posters import poster_html
from macros.features.printed import catalogue
from macros.features.printed.catalogue import Handbook
from macros.features.printed.downloads import FOLDER, PrintedFile, write_index
from macros.files import ROOT
from macros.pages.build import Build
from macros.publish.build import build_site

#: Processes that print at the same time.
PROCESSES = 2

#: Makes a build from a model and settings: `macros.registry.new_build`, which this package may not import.
NewBuild = Callable[[Model, Mapping[str, Any]], Build]


class Job(NamedTuple):
    """A document to print: its text, the style sheets after the base, and the kinds of file to make of it."""

    name: str
    title: str
    paper: str
    html: str
    version: str
    sheets: tuple[str, ...]
    kinds: tuple[str, ...]


def jobs(context: PrintContext) -> Iterator[Job]:
    """Every document; the longest handbooks first, so that no process is left with one at the end."""
    for book in sorted(context.catalogue.handbooks, key=_sections, reverse=True):
        yield from handbook_jobs(context, book)
    for poster in context.catalogue.posters:
        html, version = poster_html(context, poster)
        yield Job(poster.name, poster.title, poster.paper, html, version, ("cards",), ("poster",))


def _sections(book: Handbook) -> int:
    return sum(len(names) for chapter in book.chapters for _, names in chapter.parts)


def handbook_jobs(context: PrintContext, book: Handbook) -> Iterator[Job]:
    """A handbook, and its booklet if it has one, which needs pages of A5: the handbook's, or a second layout."""
    html, version = handbook_html(context, book)
    if book.paper == "A5":
        kinds = ("handbook", "booklet") if book.booklet else ("handbook",)
        yield Job(book.name, book.title, book.paper, html, version, ("book", "a5"), kinds)
        return
    yield Job(book.name, book.title, book.paper, html, version, ("book",), ("handbook",))
    if book.booklet:
        html, version = handbook_html(context, book._replace(columns=1, paper="A5 dense"))
        yield Job(book.name, book.title, book.paper, html, version, ("book", "a5"), ("booklet",))


def print_job(job: Job, folder: str) -> list[PrintedFile]:
    """Prints one document, as a handbook, a booklet or both."""
    with TemporaryDirectory() as temporary:
        flat = Path(temporary) / f"{job.name}.pdf"
        pages = print_pdf(job.html, flat, job.sheets, job.version)
        return [_store(job, kind, flat, pages, Path(folder)) for kind in job.kinds]


def _store(job: Job, kind: str, flat: Path, pages: int, folder: Path) -> PrintedFile:
    """Puts a printed document into the folder, with its pages in the order for folding if it is a booklet."""
    if kind == "booklet":
        target, paper = folder / f"{job.name}-booklet.pdf", "A5 on A4"
        pages = make_booklet(flat, target, job.title)
    else:
        target, paper = Path(shutil.copy(flat, folder)), job.paper
    return PrintedFile(target.stem, kind, job.title, paper, pages, target.stat().st_size, job.version)


def make(context: PrintContext, target: Path) -> list[PrintedFile]:
    """Prints everything into a folder; raises ContentError and leaves the folder as it was if anything is wrong."""
    check_engine()
    fresh = target.with_name(f".{target.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    try:
        files = _print_all(context, fresh)
        write_index(context.build, context.day.isoformat(), fresh, files)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)
    return files


def _print_all(context: PrintContext, folder: Path) -> list[PrintedFile]:
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        try:
            futures = [pool.submit(print_job, job, str(folder)) for job in jobs(context)]
            return [file for future in futures for file in future.result()]
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def print_context(site: Path, day: date, new_build: NewBuild, config_file: str = "mkdocs.yml") -> PrintContext:
    """What the handbooks are made from; builds the site whose pages they contain."""
    config = load_config(config_file)
    docs = Path(config.docs_dir).relative_to(Path.cwd())
    public_url = config.site_url or ""
    build = new_build(Model(docs, chosen_area(docs)), {**config.extra, "public_address": public_url})
    printed = catalogue.read(build.model)
    build_site(site, config_file)
    return PrintContext(build, site, printed, day, public_url)


def make_all(target: Path, new_build: NewBuild) -> list[PrintedFile]:
    """Builds the site and prints everything."""
    site = ROOT / ".cache" / "handbooks-site"
    site.parent.mkdir(exist_ok=True)
    return make(print_context(site, date.today(), new_build), target)


def main(new_build: NewBuild) -> int:
    """Makes dist/handbooks/, or prints what is wrong in one sentence; the exit status."""
    started = time.perf_counter()
    try:
        files = make_all(FOLDER, new_build)
    except (ContentError, MkDocsException, Abort) as error:
        print(f"Not printed, and nothing was changed. {error}", file=sys.stderr)
        return 1
    for file in sorted(files):
        print(f"{file.pages:4} sides  {file.bytes / 1000:6.0f} kB  {file.name}")
    print(f"Printed dist/handbooks/ in {time.perf_counter() - started:.1f} s.")
    return 0
