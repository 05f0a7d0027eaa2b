"""Makes everything that is printed, two documents at a time, and puts it in place only when it is whole."""

import shutil
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from macros.build import build
from macros.errors import WordsError
from macros.functions import Words
from macros.handbooks import book, booklet, catalogue, posters
from macros.handbooks.printing import check_engine, printed
from macros.handbooks.shelf import FOLDER, Made, write
from macros.hooks import chosen_area
from macros.model import Model
from macros.runtime import ROOT

#: Processes that print at the same time.
HELPERS = 2


class Job(NamedTuple):
    """A document to print: its name, kind, title and paper, its HTML, its version, the style sheets after the base."""

    name: str
    kind: str
    title: str
    paper: str
    html: str
    version: str
    sheets: tuple[str, ...]


def jobs(making: book.Making, only: tuple[str, ...] = ()) -> Iterator[Job]:
    """Every document, or only some by name; the longest handbooks first, so that no helper is left with one at the end."""
    for entry in sorted(making.catalogue.handbooks, key=lambda book_: -sum(len(names) for chapter in book_.chapters for _, names in chapter.parts)):
        if not only or entry.name in only:
            sheets = ("book", "a5") if entry.paper == "A5" else ("book",)
            yield Job(entry.name, "handbook", entry.title, entry.paper, *book.html(making, entry), sheets)
        if entry.booklet and (not only or f"{entry.name}-booklet" in only):
            yield Job(f"{entry.name}-booklet", "booklet", entry.title, "A5 on A4", *book.html(making, entry if entry.paper == "A5" else entry._replace(columns=1, paper="A5 dense")), ("book", "a5"))
    for entry in making.catalogue.posters:
        if not only or entry.name in only:
            yield Job(entry.name, "poster", entry.title, entry.paper, *posters.html(making, entry), ("cards",))


def work(job: Job, folder: str) -> Made:
    """Prints one document."""
    target = Path(folder) / f"{job.name}.pdf"
    pages = printed(job.html, target, job.sheets, job.version)
    if job.kind == "booklet":
        pages = booklet.lay_out(target, target, job.title)
    return Made(job.name, job.kind, job.title, job.paper, pages, target.stat().st_size, job.version)


def make(making: book.Making, target: Path, only: tuple[str, ...] = ()) -> list[Made]:
    """Makes everything into a folder; raises WordsError and leaves the folder as it was if anything is wrong."""
    check_engine()
    fresh = target.with_name(f".{target.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    try:
        with ProcessPoolExecutor(HELPERS, mp_context=get_context("spawn")) as pool:
            try:
                made = [waiting.result() for waiting in [pool.submit(work, job, str(fresh)) for job in jobs(making, only)]]
            except BaseException:
                pool.shutdown(cancel_futures=True)
                raise
        write(making.words, making.day.isoformat(), fresh, made)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)
    return made


def making_of(site: Path, day: date, config_file: str = "mkdocs.yml") -> book.Making:
    """What the handbooks are made from; the site whose pages they take is built first."""
    config = load_config(config_file)
    docs = Path(config.docs_dir).relative_to(Path.cwd())
    words = Words(Model(docs, chosen_area(docs)), {**config.extra, "public_address": config.site_url})
    read = catalogue.read(words.model)
    build(site, config_file)
    return book.Making(words, site, read, day, config.site_url or "")


def everything(target: Path, only: tuple[str, ...] = ()) -> list[Made]:
    """Builds the pages and makes all documents, or only some by name."""
    site = ROOT / ".cache" / "handbooks-site"
    site.parent.mkdir(exist_ok=True)
    return make(making_of(site, date.today()), target, only)


def main() -> int:
    """Makes dist/handbooks/, or says what is wrong in one sentence."""
    started = time.perf_counter()
    try:
        made = everything(FOLDER)
    except (WordsError, MkDocsException, Abort) as error:
        print(f"Not made, and nothing was changed. {error}", file=sys.stderr)
        return 1
    for entry in sorted(made):
        print(f"{entry.pages:4} sides  {entry.bytes / 1000:6.0f} kB  {entry.name}")
    print(f"Made dist/handbooks/ in {time.perf_counter() - started:.1f} s.")
    return 0
