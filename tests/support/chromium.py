"""A real Chromium, the site on a server that sends the real headers, one walk over every page for all checks, and what tests do in a browser."""

import re
import shutil
import threading
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from macros.files import ROOT
from macros.publish.serve import server

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
#: What axe looks for: all of WCAG 2.2 at levels A and AA.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
#: A browser that talks to nothing but the pages.
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]
#: How each page is looked at: width in pixels, and the colours a reader prefers.
LOOKS = [(360, "dark"), (360, "light"), (1280, "light")]
#: Axe's rules by what they are asked for: all of WCAG, and those that look at colours. A second look at a width, where
#: the page lies just as before, is held to these.
ALL_RULES, COLOUR_RULES = {"type": "tag", "values": TAGS}, {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
#: Axe is spared what nothing here reads: selectors of what it looked at, and copies of style sheets, for a rule that is not among ours.
RUN_AXE = """([part, rules]) => axe.run(part || document, {runOnly: rules, resultTypes: ["violations"], selectors: false, preload: {assets: ["media"]}})"""
#: How a page lies: its height, and how many elements are seen.
LAYOUT_SIGNATURE = """[document.documentElement.scrollHeight, [...document.body.querySelectorAll("*")].filter(e => e.getClientRects().length).length].join()"""
#: By how many pixels a page is too wide.
OVERFLOW = "document.documentElement.scrollWidth - innerWidth"
#: Entries of the directory are one small form filled in many times: two looks have both widths and both colours.
ENTRY_LOOKS = [(360, "dark"), (1280, "light")]


def looks(url: str) -> list[tuple[int, str]]:
    """The looks that the page at an address gets."""
    return ENTRY_LOOKS if re.search(r"(^|/)directory/entries/|^areas/[^/]+/directory/", url) else LOOKS


def axe(page: Page, part: str = "", rules: dict = ALL_RULES) -> list[str]:
    """What axe finds wrong with a page as it is now, or with the part of it that a CSS selector names."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found = page.evaluate(RUN_AXE, [part, rules])
    return [f"{v['id']}: {n['html'][:150]} {n.get('failureSummary', '')[:200]}" for v in found["violations"] for n in v["nodes"]]


def tab_to(control: Locator, most: int = 120) -> None:
    """Presses Tab until the control has the focus, so often at most."""
    for _ in range(most):
        control.page.keyboard.press("Tab")
        if control.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{control} is not reached by keyboard")


class Visit(NamedTuple):
    """What one look at one page showed: what axe finds wrong, what was asked of the network, what the console says, and by how many
    pixels the page is wider than its window."""

    url: str
    width: int
    colours: str
    violations: list[str]
    requests: list[str]
    complaints: list[str]
    overflow: int


@pytest.fixture(scope="session")
def browser() -> Browser:
    """The Chromium of the system where there is one, else the one that Playwright brings."""
    with sync_playwright() as playwright:
        path = shutil.which("chromium-headless-shell") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS) if path else playwright.chromium.launch(args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def requested() -> list[str]:
    """Every path any browser has asked the server for."""
    return []


@pytest.fixture(scope="session")
def base(site, requested) -> str:
    """The address of the served site."""
    httpd = server(site.folder, seen=requested)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{httpd.server_port}/"
    httpd.shutdown()


@pytest.fixture()
def page(browser, base):
    """A fresh page at phone width, with a clean profile."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, base_url=base)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def walk(browser, base, site) -> list[Visit]:
    """One visit to every page, and each of its looks on the way: window and colours change under the open page. Several tests look at what was found."""
    visits = []
    context = browser.new_context(base_url=base)
    context.add_init_script(AXE)
    page = context.new_page()
    requests, complaints = [], []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    for url in site.pages:
        requests.clear(), complaints.clear()
        lay: dict[int, str] = {}
        for number, (width, colours) in enumerate(looks(url)):
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=colours)
            if not number:
                page.goto(base + url, wait_until="load")
            lies = page.evaluate(LAYOUT_SIGNATURE)
            violations = axe(page, rules=COLOUR_RULES if lay.get(width) == lies else ALL_RULES)
            lay[width] = lies
            visits.append(Visit(url, width, colours, violations, list(requests), list(complaints), page.evaluate(OVERFLOW)))
    context.close()
    return visits
