"""Live preview: `python -m macros dev` serves the site and shows every change within seconds.

This process loads the libraries, watches the files, and forks a child for each version of them. The child imports the
project's own code afresh, reads the content, and renders a page when it is asked for (`preview_site`), so that a
change to content, data, Python, template, script or style costs one page and not a whole build. What takes a whole
build (the search index, downloads, the tools' Python) comes from one that follows in the background, and checks
everything.
"""

import importlib
import os
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.context import ForkProcess

from watchfiles import watch

from macros.files import CACHE, ROOT
from macros.publish.serve import free_socket

#: What the site is made from.
WATCHED = ("docs", "macros", "tools", "mkdocs.yml")
#: Where the background build goes.
BUILT = CACHE / "preview"
#: Libraries that the project's code imports: loaded once here, so that a child starts in a moment.
LIBRARIES = (
    "babel.support",
    "brotli",
    "docx",
    "holidays",
    "jsonschema",
    "markdown.extensions.toc",
    "material.plugins.search.plugin",
    "mkdocs.commands.build",
    "mkdocs.config.defaults",
    "mkdocs.localization",
    "mkdocs_macros.plugin",
    "segno",
)
#: Seconds without a change before the background build starts.
QUIET_SECONDS = 3.0


def afresh(module: str, function: str, *arguments: object) -> None:
    """Calls a function of the project as it is on disk now: what the parent had imported of it is forgotten first."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for name in [name for name in sys.modules if name.partition(".")[0] in ("macros", "tools")]:
        del sys.modules[name]
    with suppress(KeyboardInterrupt):
        getattr(importlib.import_module(module), function)(*arguments)


def build_in_background(seconds: float) -> None:
    """Builds the whole site at low priority, once nothing has changed for some seconds; prints what is wrong."""
    time.sleep(seconds)
    os.nice(10)
    from macros.publish.build import report_build  # imported here, because this runs in a fresh child

    report_build(BUILT)


class Child:
    """A process that is replaced at each change."""

    def __init__(self, target: Callable[..., None], *arguments: object):
        self.target, self.arguments = target, arguments
        self.process: ForkProcess | None = None

    def restart(self) -> None:
        """Stops the process, if it runs, and starts it on the files as they are now."""
        self.stop()
        self.process = get_context("fork").Process(target=self.target, args=self.arguments, daemon=True)
        self.process.start()

    def stop(self) -> None:
        """Stops the process and waits for its end."""
        if self.process:
            self.process.terminate()
            self.process.join()


def changes() -> Iterator[set[str]]:
    """The paths that changed, each time some did."""
    paths = [ROOT / name for name in WATCHED]
    for batch in watch(*paths, debounce=200, step=50, raise_interrupt=False):
        yield {os.path.relpath(path, ROOT) for _, path in batch}


def main() -> int:
    """Serves until interrupted or terminated."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    listener: socket.socket | None = free_socket()
    if listener is None:
        return 1
    for library in LIBRARIES:
        importlib.import_module(library)
    site = Child(afresh, "macros.publish.preview_site", "serve", listener, BUILT)
    whole = Child(afresh, "macros.publish.preview", "build_in_background", QUIET_SECONDS)
    site.restart()
    whole.restart()
    print(f"Preview on http://127.0.0.1:{listener.getsockname()[1]}/ (Ctrl+C stops it)", flush=True)
    try:
        for paths in changes():
            print(f"Changed: {', '.join(sorted(paths)[:5])}", flush=True)
            site.restart()
            whole.restart()
    finally:
        site.stop()
        whole.stop()
    return 0
