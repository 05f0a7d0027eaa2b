"""Three browsers behind one interface, so that a journey is written once and runs in each of them.

Each is driven by the client that needs the least code here. Chromium: Playwright, like the other browser tests.
Firefox: Puppeteer, over WebDriver BiDi, which Firefox speaks itself; Debian has no geckodriver, and Playwright drives
an unmodified Firefox only with commands that its extended support release does not know. WebKit: Selenium, over the
WebDriver that WebKitGTK comes with.
"""

from tests.support.browsers.base import Browser, run_journey
from tests.support.browsers.chromium import Chromium
from tests.support.browsers.firefox import Firefox
from tests.support.browsers.webkit import WebKit

#: Every browser that journeys run in.
BROWSERS: tuple[type[Browser], ...] = (Chromium, Firefox, WebKit)

__all__ = ["BROWSERS", "Browser", "Chromium", "run_journey"]
