"""A real Chromium, the site on a server that sends the real headers, and one walk over every page for all checks."""

import re
import shutil
import threading
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, sync_playwright

from macros.files import ROOT
from macros.publish.serve import server
from tests.support.sites import Site

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
#: The rules that axe checks: all of WCAG 2.2 at levels A and AA.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
#: A browser that connects to nothing but the pages.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
#: The looks in which each page is visited: width in pixels, and the preferred colour scheme.
LOOKS = [(360, "dark"), (360, "light"), (1280, "light")]
#: All entries of the directory have one small template: two looks cover both widths and both colour schemes.
ENTRY_LOOKS = [(360, "dark"), (1280, "light")]
ALL_RULES = {"type": "tag", "values": TAGS}
#: The rules that depend on colours: enough for a second look at a width at which the layout has not changed.
COLOUR_RULES = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
#: Leaves out what no test reads: selectors of the elements, and copies of style sheets for a rule that is not checked.
RUN_AXE = """([part, rules]) => axe.run(part || document,
    {runOnly: rules, resultTypes: ["violations"], selectors: false, preload: {assets: ["media"]}})"""
#: Identifies a page's layout: its height, and the number of elements that are shown.
LAYOUT_SIGNATURE = """[document.documentElement.scrollHeight,
    [...document.body.querySelectorAll("*")].filter(e => e.getClientRects().length).length].join()"""
#: By how many pixels a page is too wide.
OVERFLOW = "document.documentElement.scrollWidth - innerWidth"


def looks(url: str) -> list[tuple[int, str]]:
    """The looks in which the page at a URL is visited."""
    return ENTRY_LOOKS if re.search(r"(^|/)directory/entries/|^areas/[^/]+/directory/", url) else LOOKS


def axe(page: Page, part: str = "", rules: dict[str, object] = ALL_RULES) -> list[str]:
    """The problems that axe finds in a page as it is now, or in the part that a CSS selector names."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    return [
        f"{violation['id']}: {node['html'][:150]} {node.get('failureSummary', '')[:200]}"
        for violation in page.evaluate(RUN_AXE, [part, rules])["violations"]
        for node in violation["nodes"]
    ]


def tab_to(control: Locator, most: int = 120) -> None:
    """Presses Tab, at most so many times, until the control has the focus."""
    for _ in range(most):
        control.page.keyboard.press("Tab")
        if control.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{control} cannot be reached by keyboard")


class Visit(NamedTuple):
    """One look at one page: axe's problems, requests, console messages, and by how many pixels the page is too wide."""

    url: str
    width: int
    colours: str
    violations: list[str]
    requests: list[str]
    complaints: list[str]
    overflow: int


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium if there is one, else Playwright's."""
    with sync_playwright() as playwright:
        path = shutil.which("chromium-headless-shell") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def requested() -> list[str]:
    """Every path that any browser has requested from the server."""
    return []


@pytest.fixture(scope="session")
def base(site: Site, requested: list[str]) -> Iterator[str]:
    """The URL of the served site."""
    httpd = server(site.folder, seen=requested)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{httpd.server_port}/"
    httpd.shutdown()


@pytest.fixture()
def page(browser: Browser, base: str) -> Iterator[Page]:
    """A new page at phone width, with a clean profile."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, base_url=base)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def walk(browser: Browser, base: str, site: Site) -> list[Visit]:
    """A visit to every page in each of its looks, for several tests.

    Each page is opened once; the width and the colour scheme change while it is open.
    """
    visits: list[Visit] = []
    requests: list[str] = []
    complaints: list[str] = []

    def record(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    context = browser.new_context(base_url=base)
    context.add_init_script(AXE)
    page = context.new_page()
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", record)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    for url in site.pages:
        requests.clear()
        complaints.clear()
        signatures: dict[int, str] = {}
        for number, (width, colours) in enumerate(looks(url)):
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=colours)
            if not number:
                page.goto(base + url, wait_until="load")
            signature = page.evaluate(LAYOUT_SIGNATURE)
            violations = axe(page, rules=COLOUR_RULES if signatures.get(width) == signature else ALL_RULES)
            signatures[width] = signature
            overflow = page.evaluate(OVERFLOW)
            visits.append(Visit(url, width, colours, violations, list(requests), list(complaints), overflow))
    context.close()
    return visits
