"""A real Chromium, the site on a server that sends the real headers, and one walk over every page for all checks."""

import re
import shutil
import threading
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, sync_playwright

from macros.serve import server
from tests.conftest import ROOT

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
#: A browser that talks to nothing but the pages.
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]
#: How each page is looked at: width, colours.
LOOKS = [(360, "dark"), (360, "light"), (1280, "light")]
#: Axe's rules that look at colours. A second look at the same width, where the page lies just as before, is held to these.
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
#: What one look finds: axe's violations, how far the page is too wide, and how it lies: its height and how many elements are seen.
#: Axe is spared what nothing here reads: selectors of what it looked at, and copies of style sheets, for a rule that is not among ours.
LOOK = """async ([tags, colours, before]) => {
    const layout = `${document.documentElement.scrollHeight} ${[...document.body.querySelectorAll("*")].filter(e => e.getClientRects().length).length}`;
    const rules = layout === before ? {type: "rule", values: colours} : {type: "tag", values: tags};
    const found = await axe.run(document, {runOnly: rules, resultTypes: ["violations"], selectors: false, preload: {assets: ["media"]}});
    return {
        violations: found.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.html.slice(0, 150)} ${(n.failureSummary || "").slice(0, 200)}`)),
        overflow: document.documentElement.scrollWidth - innerWidth,
        layout,
    };
}"""
#: Entries of the directory are one small form filled in many times: two looks have both widths and both colours.
ENTRY_LOOKS = [(360, "dark"), (1280, "light")]


def looks(url: str) -> list[tuple[int, str]]:
    """How a page is looked at."""
    return ENTRY_LOOKS if re.search(r"(^|/)directory/entries/|^areas/[^/]+/directory/", url) else LOOKS


class Visit(NamedTuple):
    """What one look at one page showed."""

    url: str
    width: int
    colours: str
    violations: list[str]
    requests: list[str]
    complaints: list[str]
    overflow: int


@pytest.fixture(scope="session")
def browser() -> Browser:
    with sync_playwright() as playwright:
        path = shutil.which("chromium")
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
    """One visit to every page in each of its colours, and a look at it in each width."""
    visits, seen = [], {}
    for colours in ("dark", "light"):
        context = browser.new_context(color_scheme=colours, base_url=base)
        context.add_init_script(AXE)
        page = context.new_page()
        requests, complaints = [], []
        page.on("request", lambda request: requests.append(request.url))
        page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        for url in site.pages:
            widths = [width for width, own in looks(url) if own == colours]
            requests.clear(), complaints.clear()
            page.set_viewport_size({"width": widths[0], "height": 800})
            page.goto(base + url, wait_until="load")
            for width in widths:
                page.set_viewport_size({"width": width, "height": 800})
                found = page.evaluate(LOOK, [TAGS, COLOUR_RULES, seen.get((url, width))])
                seen[url, width] = found["layout"]
                visits.append(Visit(url, width, colours, found["violations"], list(requests), list(complaints), found["overflow"]))
        context.close()
    return visits
