"""Chromium, driven by Playwright."""

from contextlib import ExitStack
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser as PlaywrightBrowser
from playwright.sync_api import BrowserContext, Locator

from tests.support.browsers.base import HEIGHT, TIMEOUT, WIDTH, Browser


class Chromium(Browser):
    """A context in the Chromium that the other browser tests use: Playwright can be started only once in a thread."""

    name = "chromium"

    def __init__(self, site: str, folder: Path, chromium: PlaywrightBrowser) -> None:
        super().__init__(site, folder)
        self._chromium = chromium
        self._context: BrowserContext | None = None

    def _start(self, started: ExitStack) -> None:
        started.callback(self._close_context)

    def _close_context(self) -> None:
        if self._context:
            self._context.close()

    def _element(self, selector: str, text: str = "") -> Locator:
        return self._page.locator(selector).filter(has_text=text, visible=True).first

    def fresh(self) -> None:
        self._close_context()
        self._context = context = self._chromium.new_context(viewport={"width": WIDTH, "height": HEIGHT})
        context.set_default_timeout(TIMEOUT * 1000)
        self._problems: list[str] = []
        context.on("console", lambda message: self._note(message.text, message.type in ("error", "warning")))
        context.on("weberror", lambda error: self._note(str(error.error)))
        context.on("request", lambda request: self._note(request.url, self.is_foreign(request.url)))
        context.on("response", lambda reply: self._note(f"{reply.status} {reply.url}", reply.status >= 400))
        self._page = context.new_page()
        self._page.on("dialog", lambda dialog: dialog.accept())

    def _note(self, text: str, matters: bool = True) -> None:
        if matters:
            self._problems.append(text)

    def open(self, path: str) -> None:
        self._page.goto(self.site + path)

    def click(self, selector: str, text: str = "") -> None:
        self._element(selector, text).click()

    def fill(self, selector: str, value: str) -> None:
        self._element(selector).fill(value)

    def wait_for(self, selector: str, text: str = "") -> str:
        return self._element(selector, text).inner_text()

    def saved_by_click(self, selector: str, text: str = "") -> Path:
        with self._page.expect_download() as waiting:
            self.click(selector, text)
        path = self.downloads / waiting.value.suggested_filename
        waiting.value.save_as(path)
        return path

    def evaluate(self, expression: str) -> Any:
        return self._page.evaluate(expression)

    def screenshot(self, path: Path) -> None:
        self._page.screenshot(path=path)

    def problems(self) -> list[str]:
        self._page.evaluate("0")  # its answer comes after all events so far
        return list(self._problems)
