"""Builds the site into a new folder and puts it in place only when it is complete: no half-built site is served.

python -m macros build            builds docs/ into site/
"""

import logging
import os
import shutil
import sys
import time
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from macros.content.errors import ContentError

# Material's notice about the end of MkDocs 1 is known (ARCHITECTURE.md) and would hide our own messages.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


def build_site(site: Path, config_file: str = "mkdocs.yml", **settings: Any) -> None:
    """Builds into `site`; raises ContentError or Abort and leaves the old `site` as it was if anything is wrong."""
    fresh = site.with_name(f".{site.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    config = load_config(config_file, site_dir=str(fresh.resolve()), **settings)
    try:
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    finally:
        config.plugins.on_shutdown()
    old = site.with_name(f".{site.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def report_build(site: Path) -> int:
    """Builds into a folder and prints how long it took, or the error in one sentence; returns the exit status."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")
    started = time.perf_counter()
    try:
        build_site(site)
    except (ContentError, MkDocsException, Abort, SystemExit) as error:
        print(f"Not built, and nothing was changed. {error}", file=sys.stderr)
        return 1
    print(f"Built {site.name}/ in {time.perf_counter() - started:.1f} s.")
    return 0


def main() -> int:
    """Builds site/."""
    return report_build(Path("site"))
