"""Firefox, driven by Puppeteer over WebDriver BiDi; Puppeteer runs in Node, in firefox.mjs."""

import json
import subprocess
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from tests.support.browsers.base import FIND_VISIBLE, HEIGHT, TIMEOUT, WIDTH, Browser, find_program

FIREFOX = ("firefox-esr", "firefox")
DRIVER = Path(__file__).with_name("firefox.mjs")


class Firefox(Browser):
    """The Firefox of the system. Each call is a line to the driver, and its answer a line back."""

    name = "firefox"
    programs = (FIREFOX,)

    def _start(self, started: ExitStack) -> None:
        options = {
            "firefox": find_program(FIREFOX),
            "downloads": str(self.downloads),
            "find": FIND_VISIBLE,
            "timeout": TIMEOUT * 1000,
            "width": WIDTH,
            "height": HEIGHT,
        }
        self._driver = subprocess.Popen(
            ["node", DRIVER, json.dumps(options)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        started.callback(self._stop)

    def _stop(self) -> None:
        """Ends the driver's input, at which it closes Firefox."""
        with self._driver:
            try:
                self._driver.communicate(timeout=TIMEOUT)
            except subprocess.TimeoutExpired:
                self._driver.kill()

    def _call(self, command: str, *args: str) -> Any:
        print(json.dumps([command, *args]), file=self._driver.stdin, flush=True)
        answer = self._driver.stdout.readline() if self._driver.stdout else ""
        if not answer:
            raise RuntimeError("the driver of Firefox has ended: see its messages on standard error")
        reply = json.loads(answer)
        assert "error" not in reply, f"{command} {' '.join(args)}: {reply['error']}"
        return reply.get("value")

    def fresh(self) -> None:
        self._call("fresh")

    def open(self, path: str) -> None:
        self._call("open", self.site + path)

    def click(self, selector: str, text: str = "") -> None:
        self._call("click", selector, text)

    def fill(self, selector: str, value: str) -> None:
        self._call("fill", selector, value)

    def wait_for(self, selector: str, text: str = "") -> str:
        return str(self._call("waitFor", selector, text))

    def evaluate(self, expression: str) -> Any:
        return self._call("evaluate", expression)

    def screenshot(self, path: Path) -> None:
        self._call("screenshot", str(path))

    def problems(self) -> list[str]:
        seen = self._call("seen")
        return [*seen["console"], *(url for url in seen["requests"] if self.is_foreign(url))]
