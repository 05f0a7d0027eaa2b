"""What a journey can do in a browser, and how a journey is run and its failure reported."""

import shutil
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any, ClassVar, Self

#: How long an action waits for what it needs, in seconds: on a busy machine Python takes a while to start in a page.
TIMEOUT = 60
#: The window, that of a phone. MiniBrowser's own controls make it somewhat wider.
WIDTH, HEIGHT = 360, 740
#: JavaScript: the first visible element that matches a CSS selector and contains a text.
FIND_VISIBLE = """(selector, text) => [...document.querySelectorAll(selector)].find((element) =>
    element.checkVisibility({ visibilityProperty: true }) && element.innerText.includes(text))"""
#: How the names of files end that a browser is still writing.
UNFINISHED = (".part", ".wkdownload")


class Browser(ABC):
    """A browser with one open page of the site, in the terms that a journey needs.

    A context manager: it starts the browser, and ends all that it started. An action that needs an element waits until
    one that matches the CSS selector, and contains the text, is visible. Dialogs are accepted.
    """

    name: ClassVar[str]
    #: The programs it needs: one of each group.
    programs: ClassVar[tuple[tuple[str, ...], ...]] = ()

    def __init__(self, site: str, folder: Path) -> None:
        """`site` is the address that paths are relative to; `folder` takes saved files and screenshots."""
        self.site = site
        self.folder = folder
        self.current_step = ""

    @classmethod
    def missing(cls) -> str:
        """What must be installed before this browser can be used here, as a sentence; nothing if all is there."""
        absent = [" or ".join(group) for group in cls.programs if not find_program(group)]
        if not absent:
            return ""
        return f"{cls.name} cannot run: {', '.join(absent)} not found. As root, `.ci/setup browsers` installs it."

    def __enter__(self) -> Self:
        with ExitStack() as started:  # ends what had started if a later part does not start
            self._start(started)
            self._started = started.pop_all()
        return self

    def __exit__(self, *exception: object) -> None:
        self._started.close()

    def step(self, text: str) -> None:
        """Names what the journey does next, for the report of a failure."""
        self.current_step = text

    def choose(self, selector: str) -> None:
        """Chooses a radio button or ticks a box that is not yet chosen."""
        self.click(selector)
        self.wait_for(f"{selector}:checked")

    def saved_by_click(self, selector: str, text: str = "") -> Path:
        """Clicks, and returns the file that the browser saves because of it."""
        known = set(self.downloads.iterdir())
        self.click(selector, text)
        deadline = time.monotonic() + TIMEOUT
        while time.monotonic() < deadline:
            for path in set(self.downloads.iterdir()) - known:
                if path.suffix not in UNFINISHED and path.is_file() and path.stat().st_size:
                    return path
            time.sleep(0.1)
        raise AssertionError(f"no file was saved within {TIMEOUT} s")

    @property
    def downloads(self) -> Path:
        """The folder that the browser saves files into."""
        path = self.folder / "downloads"
        path.mkdir(exist_ok=True)
        return path

    def is_foreign(self, url: str) -> bool:
        """Whether a request for this URL leaves the site."""
        return not url.startswith((self.site, "blob:", "data:", "about:"))

    @abstractmethod
    def _start(self, started: ExitStack) -> None:
        """Starts the browser; `started` takes what ends each part of it."""

    @abstractmethod
    def fresh(self) -> None:
        """Begins a journey: one empty page, and nothing that an earlier journey stored."""

    @abstractmethod
    def open(self, path: str) -> None:
        """Opens a page by its path on the site, and waits until it has loaded."""

    @abstractmethod
    def click(self, selector: str, text: str = "") -> None:
        """Clicks an element."""

    @abstractmethod
    def fill(self, selector: str, value: str) -> None:
        """Puts a value into a text field, in place of what is there."""

    @abstractmethod
    def wait_for(self, selector: str, text: str = "") -> str:
        """Waits for an element, and returns its visible text."""

    @abstractmethod
    def evaluate(self, expression: str) -> Any:
        """The value of a JavaScript expression in the page."""

    @abstractmethod
    def screenshot(self, path: Path) -> None:
        """Saves a picture of what the window shows, as PNG."""

    @abstractmethod
    def problems(self) -> list[str]:
        """What went wrong since the journey began, as far as this browser shows it.

        Errors and warnings in the console, files that could not be loaded, and requests that left the site.
        """


def find_program(names: tuple[str, ...]) -> str:
    """The path of the first of these programs that is installed; empty if none is."""
    return next((path for name in names if (path := shutil.which(name))), "")


def run_journey(journey: Callable[[Browser], None], browser: Browser) -> None:
    """Runs a journey from an empty page. A failure tells the browser, journey, step, and path of a screenshot."""
    browser.fresh()
    try:
        journey(browser)
        browser.step("looks for what went wrong in the pages")
        if problems := browser.problems():
            raise AssertionError("\n".join(problems))
    except Exception as error:
        error.add_note(f"browser: {browser.name}\njourney: {journey.__name__}\nstep: {browser.current_step}")
        error.add_note(f"screenshot: {_screenshot(journey, browser)}")
        raise


def _screenshot(journey: Callable[[Browser], None], browser: Browser) -> str:
    path = browser.folder / f"{browser.name}-{journey.__name__}.png"
    try:
        browser.screenshot(path)
    except Exception as error:  # the failure of the journey matters more
        return f"none ({error})"
    return str(path)
