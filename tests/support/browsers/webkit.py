"""WebKit, driven by Selenium over WebDriver: WebKitGTK's MiniBrowser, on an invisible screen."""

import os
import subprocess
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from selenium.common.exceptions import (
    ElementClickInterceptedException,
    ElementNotInteractableException,
    StaleElementReferenceException,
)
from selenium.webdriver import WebKitGTK, WebKitGTKOptions
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait
from selenium.webdriver.webkitgtk.service import Service

from tests.support.browsers.base import FIND_VISIBLE, HEIGHT, TIMEOUT, WIDTH, Browser, find_program

DRIVER, SCREEN = ("WebKitWebDriver",), ("Xvfb",)
#: What an element answers while the page around it changes.
NOT_YET = (StaleElementReferenceException, ElementNotInteractableException, ElementClickInterceptedException)
FIND = f"return ({FIND_VISIBLE})(...arguments)"
#: Before a click: the driver itself scrolls only so far that an element is in the window, where what sticks to the
#: window's edge may cover it.
FIND_AND_SCROLL = f"""
const element = ({FIND_VISIBLE})(...arguments);
element?.scrollIntoView({{ block: "center", behavior: "instant" }});
return element;
"""
#: Takes what has gone wrong in a page so far. MiniBrowser shows no console to its driver, so the page itself is made to
#: take notes from the moment it has loaded: what its console said before is lost, and so is what a page says that a
#: link has led to, until problems are next taken. Requests are known from the start, other than a worker's.
TAKE_PROBLEMS = """
if (!window.journeyProblems) {
  const noted = window.journeyProblems = [];
  const failed = ({ message, target }) => noted.push(message ?? `not loaded: ${target.src ?? target.href}`);
  addEventListener("error", failed, true);
  addEventListener("unhandledrejection", (event) => noted.push(String(event.reason)));
  addEventListener("securitypolicyviolation", (event) => noted.push(`${event.violatedDirective}: ${event.blockedURI}`));
  for (const kind of ["error", "warn"]) {
    const shown = console[kind];
    console[kind] = (...parts) => { noted.push(parts.join(" ")); shown.apply(console, parts); };
  }
}
const requests = performance.getEntriesByType("resource").map((entry) => entry.name);
performance.clearResourceTimings();
return [window.journeyProblems.splice(0), requests];
"""


class WebKit(Browser):
    """MiniBrowser keeps to one session, so what a journey stores is cleared before the next."""

    name = "webkit"
    programs = (DRIVER, SCREEN)

    def _start(self, started: ExitStack) -> None:
        home = str(self.downloads)  # MiniBrowser saves files there, as long as no configuration names another folder
        screen = {"DISPLAY": f":{self._start_screen(started)}", "GDK_BACKEND": "x11"}
        environment = {**os.environ, **screen, "HOME": home, "XDG_CONFIG_HOME": home}
        options = WebKitGTKOptions()
        options.unhandled_prompt_behavior = "accept"
        self._driver = WebKitGTK(options, Service(find_program(DRIVER), env=environment))
        started.callback(self._driver.quit)
        self._driver.set_window_size(WIDTH, HEIGHT)
        self._problems: list[str] = []

    @staticmethod
    def _start_screen(started: ExitStack) -> str:
        """Starts an invisible screen, and returns its number, which it chooses itself and prints when it is ready."""
        command = [find_program(SCREEN), "-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
        screen = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        started.enter_context(screen)
        started.callback(screen.terminate)
        return screen.stdout.readline().strip() if screen.stdout else ""

    def _when_ready(self, script: str, selector: str, text: str, action: Callable[[WebElement], Any]) -> Any:
        """What an action on the element that a script finds returns, as soon as the element is ready for it."""

        def attempt(driver: WebKitGTK) -> list[Any]:
            element = driver.execute_script(script, selector, text)
            return [action(element)] if element else []

        wait = WebDriverWait(self._driver, TIMEOUT, poll_frequency=0.1, ignored_exceptions=NOT_YET)
        return wait.until(attempt, f"not visible, or covered: {selector} {text}")[0]

    def _take_problems(self) -> None:
        noted, requests = self._driver.execute_script(TAKE_PROBLEMS)
        self._problems += noted + [url for url in requests if self.is_foreign(url)]

    def fresh(self) -> None:
        if self._driver.current_url.startswith(self.site):
            self._driver.execute_script("localStorage.clear(); sessionStorage.clear()")
        self._driver.delete_all_cookies()
        self._driver.get("about:blank")
        self._problems = []

    def open(self, path: str) -> None:
        self._driver.get(self.site + path)
        self._take_problems()

    def click(self, selector: str, text: str = "") -> None:
        self._when_ready(FIND_AND_SCROLL, selector, text, WebElement.click)

    def fill(self, selector: str, value: str) -> None:
        def put(element: WebElement) -> None:
            element.clear()
            element.send_keys(value)

        self._when_ready(FIND_AND_SCROLL, selector, "", put)

    def wait_for(self, selector: str, text: str = "") -> str:
        return str(self._when_ready(FIND, selector, text, lambda element: element.text))

    def evaluate(self, expression: str) -> Any:
        return self._driver.execute_script(f"return {expression}")

    def screenshot(self, path: Path) -> None:
        self._driver.save_screenshot(str(path))

    def problems(self) -> list[str]:
        self._take_problems()
        return list(self._problems)
