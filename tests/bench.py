"""Measures the figures this project promises, here and now: `make bench`. Ratios are taken within one run.

Exits 1 when a figure misses what it must reach.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from macros.build import build
from macros.serve import server
from tests.browser.conftest import FLAGS

RUNS = 5
ORDINARY = "national/responding-to-incidents/"
#: 150 ms round trip, 1.6 Mbit/s, a four times slower processor.
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
CPU = 4
PLAIN = """
site_name: Plain
theme: {name: material, font: false}
plugins: [search]
markdown_extensions: [attr_list, md_in_html, tables, toc]
"""
LARGEST_PAINT = """new Promise(done => new PerformanceObserver(list => done(list.getEntries().at(-1).startTime))
    .observe({type: "largest-contentful-paint", buffered: true}))"""


def timed(work) -> float:
    """Seconds that some work takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def build_times(folder: Path) -> tuple[float, float]:
    """Median seconds for our whole build and for plain Material on the same Markdown, taken in turn, each in a new process."""
    (folder / "mkdocs.yml").write_text(PLAIN)
    shutil.copytree("docs", folder / "docs", ignore=lambda _, names: [n for n in names if "." in n and not n.endswith(".md")])
    plain_command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml"), "-d", str(folder / "plain")]
    ours_command = [sys.executable, "-c", f"from macros.build import build; from pathlib import Path; build(Path({str(folder / 'ours')!r}))"]
    ours, plain = [], []
    for _ in range(RUNS):
        ours.append(timed(lambda: subprocess.run(ours_command, check=True, capture_output=True)))
        plain.append(timed(lambda: subprocess.run(plain_command, check=True, capture_output=True)))
    return statistics.median(ours), statistics.median(plain)


def first_visit(browser, address: str, slow: bool) -> tuple[int, float]:
    """Bytes over the wire, and the largest contentful paint in seconds, of a first visit with nothing cached."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    if slow:
        session.send("Network.emulateNetworkConditions", NETWORK)
        session.send("Emulation.setCPUThrottlingRate", {"rate": CPU})
    received = []
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    page.goto(address, wait_until="networkidle")
    paint = page.evaluate(LARGEST_PAINT) / 1000
    context.close()
    return int(sum(received)), paint


def main() -> int:
    """Prints each figure beside what it must reach."""
    rows = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours, plain = build_times(folder)
        rows += [("full build", f"{ours:.1f} s", "under 20 s", ours < 20),
                 ("full build / plain Material on the same Markdown", f"{ours / plain:.2f}", "at most 2", ours / plain <= 2)]
        build(folder / "site")
        httpd = server(folder / "site")
        threading.Thread(target=httpd.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{httpd.server_port}/"
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
            for page in ("", ORDINARY):
                size = first_visit(browser, base + page, slow=False)[0]
                rows.append((f"first visit to /{page}, gzip, all requests", f"{size / 1000:.1f} kB", "at most 100 kB", size <= 100_000))
                paint = statistics.median(first_visit(browser, base + page, slow=True)[1] for _ in range(RUNS))
                rows.append((f"largest contentful paint of /{page} (150 ms, 1.6 Mbit/s, 4x slower)", f"{paint:.2f} s", "at most 2.0 s", paint <= 2.0))
            browser.close()
        httpd.shutdown()
    width = max(len(row[0]) for row in rows)
    for what, figure, must, good in rows:
        print(f"{what:{width}}  {figure:>9}  {must:>14}  {'yes' if good else 'NO'}")
    return 0 if all(row[3] for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
