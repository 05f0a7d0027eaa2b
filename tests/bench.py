"""Measures the performance figures of this project on this machine: `make bench`. Ratios are measured within one run.

Exits with status 1 if a figure misses its target.
"""

import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from macros.browser.runtime import PYODIDE, groups, needs
from macros.publish.build import build_site
from macros.publish.serve import server
from tests.support.chromium import FLAGS

RUNS = 5
ORDINARY_PAGE = "national/responding-to-incidents/"
PHONE: ViewportSize = {"width": 360, "height": 740}
#: Groups of tools that stay under 60 kB; others are listed without a target.
SMALL_GROUPS = ("records", "dates")
#: 150 ms round trip, 1.6 Mbit/s, a four times slower processor.
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
CPU = 4
PLAIN_CONFIG = """
site_name: Plain
theme: {name: material, font: false}
plugins: [search]
markdown_extensions: [attr_list, md_in_html, tables, toc]
"""
LARGEST_PAINT = """new Promise(done => new PerformanceObserver(list => done(list.getEntries().at(-1).startTime))
    .observe({type: "largest-contentful-paint", buffered: true}))"""


class Figure(NamedTuple):
    """A measured figure, its target as text, and whether it was met."""

    name: str
    value: str
    target: str = ""
    met: bool = True


def run_python(code: str) -> list[str]:
    """A command that runs some code in a new process."""
    return [sys.executable, "-c", code]


def build_command(folder: Path) -> list[str]:
    """Builds the site into a folder."""
    imports = "from pathlib import Path; from macros.publish.build import build_site"
    return run_python(f"{imports}; build_site(Path({str(folder)!r}))")


def handbooks_command(folder: Path) -> list[str]:
    """Prints all handbooks, posters and cards into a folder."""
    imports = (
        "from pathlib import Path; from macros.editions.handbooks.make import make_all; "
        "from macros.registry import new_build"
    )
    return run_python(f"{imports}; make_all(Path({str(folder)!r}), new_build)")


def seconds_of(work: Callable[[], object]) -> float:
    """Seconds that a function takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def build_times(folder: Path) -> tuple[float, float]:
    """Median seconds of a build, and of plain Material on the same Markdown, alternately, each in a new process."""
    config = folder / "mkdocs.yml"
    config.write_text(PLAIN_CONFIG)
    shutil.copytree("docs", folder / "docs", ignore=_all_but_markdown)
    for page in (folder / "docs").rglob("*.md"):  # plain Material has no template of this project
        text = page.read_text(encoding="utf-8")
        page.write_text(re.sub(r"^template: .*\n", "", text, flags=re.M), encoding="utf-8")
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config), "-d", str(folder / "plain")]
    times: dict[str, list[float]] = {"ours": [], "plain": []}
    for _ in range(RUNS):
        for name, command in (("ours", build_command(folder / "ours")), ("plain", mkdocs)):
            times[name].append(seconds_of(partial(subprocess.run, command, check=True, capture_output=True)))
    return statistics.median(times["ours"]), statistics.median(times["plain"])


def _all_but_markdown(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if "." in name and not name.endswith(".md")]


def first_visit(browser: Browser, url: str, slow: bool) -> tuple[int, float]:
    """Bytes transferred, and the largest contentful paint in seconds, of a visit with an empty cache."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    if slow:
        session.send("Network.emulateNetworkConditions", NETWORK)
        session.send("Emulation.setCPUThrottlingRate", {"rate": CPU})
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(url, wait_until="networkidle")
    paint = page.evaluate(LARGEST_PAINT) / 1000
    context.close()
    return int(sum(sizes)), paint


#: Scripts of pages that start Python and call `ready`: this project's or stock Pyodide, in a worker or in the page.
#: Chromium slows only a page's own thread, so the figures of a slow processor come from pages.
SCRIPTS = {
    "ours": """
        const worker = new Worker("../assets/python/worker.js", { type: "module" });
        worker.onmessage = ({ data }) => data.stage === "ready" && ready();
    """,
    "stock": """
        const worker = new Worker("../pyodide-stock/worker.js", { type: "module" });
        worker.onmessage = ready;
    """,
    "ours-page": """
        const { at, plan, startRuntime } = await import("../assets/python/runtime.js");
        const python = await startRuntime({});
        const answer = python.pyimport("macros.render.dispatch").answer;
        const table = await (await fetch(at(plan.citations))).text();
        window.ask = (pairs) => answer("incident", JSON.stringify(pairs), table, "../");
        ready();
    """,
    "stock-page": """
        const { loadPyodide } = await import("../pyodide-stock/pyodide.mjs");
        const python = await loadPyodide({ indexURL: new URL("../pyodide-stock/", location).href });
        python.runPython("1");
        ready();
    """,
}
READY = "const ready = () => { document.documentElement.dataset.ready = performance.now(); };"
START_PAGE = """<!doctype html>
<meta charset="utf-8">
<title>Start</title>
<script type="module" src="start.js"></script>
"""
STOCK_WORKER = """
import { loadPyodide } from "./pyodide.mjs";
const python = await loadPyodide({ indexURL: new URL("./", import.meta.url).href });
python.runPython("1");
postMessage(1);
"""
STOCK = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
#: Files of this project that are loaded until a first answer, apart from the runtime.
ASSETS = (
    "python/worker.js",
    "python/runtime.js",
    "python/snapshot.js",
    "python/python.js",
    "shared/files.js",
    "incident/tool.js",
    "incident/form.js",
)
#: Prints the size of some files, each compressed by brotli.
BROTLI = """
const zlib = require("zlib"), fs = require("fs");
const sizes = process.argv.slice(1).map((file) => zlib.brotliCompressSync(fs.readFileSync(file)).length);
console.log(sizes.reduce((sum, size) => sum + size, 0));
"""
#: Answers given one after another on the tool's page.
CHANGES = [
    ("again", "first"),
    ("again", "worse"),
    ("wish", "police"),
    ("wish", "no-police"),
    ("coercion", "no"),
    ("coercion", "yes"),
]
#: Milliseconds from each of 60 changes to the result on the page.
ANSWER_TIMES = """async (changes) => {
    const times = [], result = document.querySelector(".tool__result");
    const answer = (name, value) => new Promise((done) => {
        const started = performance.now();
        const observer = new MutationObserver(() => {
            if (result.dataset.answeredBy !== "python") return;
            observer.disconnect();
            done(performance.now() - started);
        });
        result.dataset.answeredBy = "";
        observer.observe(result, { attributes: true });
        const input = document.querySelector(`input[name="${name}"][value="${value}"]`);
        input.checked = true;
        input.dispatchEvent(new Event("change", { bubbles: true }));
    });
    for (let i = 0; i < 60; i++) times.push(await answer(...changes[i % changes.length]));
    return times;
}"""
#: Milliseconds of Python alone for each of 30 answers.
PYTHON_TIMES = """(changes) => {
    const times = [];
    for (let i = 0; i < 30; i++) {
        const started = performance.now();
        const answers = [["danger", "no"], ["kind", "damage-matters"], changes[i % changes.length]];
        document.createElement("template").innerHTML = ask(answers);
        times.push(performance.now() - started);
    }
    return times;
}"""
#: Seconds from the button to the local picture. The random spaces prevent a cached answer.
PICTURE_TIME = """(text) => new Promise((done) => {
    const tool = document.querySelector("[data-picture]");
    tool.querySelector("textarea").value = text + " ".repeat(Math.random() * 9);
    tool.dataset.answered = "";
    const started = performance.now();
    const observer = new MutationObserver(() => {
        if (tool.dataset.answered !== "picture") return;
        observer.disconnect();
        requestAnimationFrame(() => done((performance.now() - started) / 1000));
    });
    observer.observe(tool, { attributes: true });
    tool.querySelector("[data-do=show]").click();
})"""


def print_handbooks(folder: Path) -> tuple[float, int]:
    """Seconds that `make handbooks` takes, and the most memory that all its processes use together, in bytes."""
    started, most = time.perf_counter(), 0
    process = subprocess.Popen(handbooks_command(folder), stdout=subprocess.DEVNULL)
    while process.poll() is None:
        most = max(most, sum(memory(id) for id in family(process.pid)))
        time.sleep(0.2)
    if process.returncode:
        raise SystemExit("The handbooks were not printed.")
    return time.perf_counter() - started, most


def family(process: int) -> list[int]:
    """A process and all its descendants, on Linux."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return []
    return [process, *(other for child in children for other in family(int(child)))]


def memory(process: int) -> int:
    """Bytes that a process uses; memory shared with others counts in part."""
    try:
        match = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{process}/smaps_rollup").read_text(), re.M)
    except OSError:  # it has just ended
        return 0
    return 1024 * int(match[1]) if match else 0


def brotli_size(paths: Iterable[Path]) -> int:
    """Bytes of some files, each compressed by Node's brotli at its highest level."""
    command = ["node", "-e", BROTLI, *map(str, paths)]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def add_start_pages(site: Path) -> None:
    """Adds stock Pyodide to a built site, and pages that only start Python."""
    stock = site / "pyodide-stock"
    stock.mkdir()
    for name in STOCK:
        shutil.copyfile(PYODIDE / name, stock / name)
    (stock / "worker.js").write_text(STOCK_WORKER)
    for name, script in SCRIPTS.items():
        (site / name).mkdir()
        (site / name / "index.html").write_text(START_PAGE)
        (site / name / "start.js").write_text(READY + script)


def ready_after(page: Page, url: str) -> float:
    """Seconds from opening a page until Python is ready."""
    page.goto(url)
    page.locator("html[data-ready]").wait_for(timeout=90_000, state="attached")
    return float(page.locator("html").get_attribute("data-ready") or "nan") / 1000


def start_times(browser: Browser, base: str) -> dict[str, float]:
    """Median seconds to Python: first and later visits in a worker, and a first visit on a slow processor."""
    times: dict[str, list[float]] = defaultdict(list)
    for _ in range(RUNS):
        for name in ("ours", "stock"):
            context = browser.new_context()
            page = context.new_page()
            times[f"{name} first"].append(ready_after(page, f"{base}{name}/"))
            if name == "ours":  # the tool's page stores a snapshot when it is idle
                page.goto(f"{base}decide/")
                page.locator("input[name=danger][value=no]").check()
                page.locator(".tool__kept").wait_for(timeout=90_000)
            times[f"{name} later"].append(ready_after(page, f"{base}{name}/"))
            context.close()
            context = browser.new_context()
            page = context.new_page()
            context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": CPU})
            times[f"{name} slow"].append(ready_after(page, f"{base}{name}-page/"))
            context.close()
    return {name: statistics.median(values) for name, values in times.items()}


def answer_times(browser: Browser, base: str) -> tuple[float, float, int]:
    """95th percentile in ms from an answer to its result, and of Python alone on a slow processor; bytes of heap."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(f"{base}decide/")
    page.locator("input[name=danger][value=no]").check()
    page.locator("[data-tool][data-start]").wait_for(timeout=90_000, state="attached")
    page.locator(".kinds summary", has_text="Something broken").click()
    page.locator("input[value=damage-matters]").check()
    times = page.evaluate(ANSWER_TIMES, CHANGES)
    heap = int(page.locator("[data-tool]").get_attribute("data-heap") or 0)
    context.close()
    context = browser.new_context()
    page = context.new_page()
    ready_after(page, f"{base}ours-page/")
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": CPU})
    slow = page.evaluate(PYTHON_TIMES, CHANGES)
    context.close()
    return statistics.quantiles(times, n=20)[-1], statistics.quantiles(slow, n=20)[-1], heap


def tables() -> dict[str, str]:
    """Tables to paste into the local picture: 600 months, and 5,000 rows of homes and days."""
    months = (f"{n % 12 + 1:02}/{1970 + n // 12},{17 + n * 7 % 13}" for n in range(600))
    days = (
        f"{n // 4 % 28 + 1:02}/{n // 112 % 12 + 1:02}/{2020 + n // 1344},Home {n % 4},{n * 5 % 7}" for n in range(5000)
    )
    return {
        "600 months": "\n".join(["Month,Calls", *months]),
        "5,000 rows": "\n".join(["Date,Home,Calls", *days]),
    }


def picture_times(browser: Browser, base: str) -> dict[str, float]:
    """Median seconds from the button to the local picture of each table, once Python has started."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(f"{base}evidence/your-local-picture/")
    page.get_by_role("button", name="Try it with invented figures").click()
    page.locator(".picture[data-answered=picture]").wait_for(timeout=90_000)
    times = {
        name: statistics.median(page.evaluate(PICTURE_TIME, text) for _ in range(RUNS))
        for name, text in tables().items()
    }
    context.close()
    return times


def build_figures(folder: Path) -> list[Figure]:
    """The time of a build, and of plain Material's."""
    ours, plain = build_times(folder)
    name = "full build / plain Material on the same Markdown"
    return [
        Figure("full build", f"{ours:.1f} s", "under 20 s", ours < 20),
        Figure(name, f"{ours / plain:.2f}", "at most 2", ours / plain <= 2),
    ]


def handbook_figures(folder: Path) -> list[Figure]:
    """The time and memory of printing."""
    seconds, most = print_handbooks(folder)
    name = "all handbooks, posters and cards, with the pages they take"
    return [
        Figure(name, f"{seconds:.0f} s", "under 120 s", seconds < 120),
        Figure("  most memory, all processes together", f"{most / 1e9:.2f} GB", "at most 1.5 GB", most <= 1.5e9),
    ]


def visit_figures(browser: Browser, base: str) -> list[Figure]:
    """Bytes and paint of a first visit to the home page and to an ordinary page."""
    figures = []
    for page in ("", ORDINARY_PAGE):
        size = first_visit(browser, base + page, slow=False)[0]
        paint = statistics.median(first_visit(browser, base + page, slow=True)[1] for _ in range(RUNS))
        name = f"first visit to /{page}, gzip, all requests"
        figures.append(Figure(name, f"{size / 1000:.1f} kB", "at most 100 kB", size <= 100_000))
        name = f"largest contentful paint of /{page} (150 ms, 1.6 Mbit/s, 4x slower)"
        figures.append(Figure(name, f"{paint:.2f} s", "at most 2.0 s", paint <= 2.0))
    return figures


def python_figures(browser: Browser, site: Path, base: str) -> list[Figure]:
    """The figures of starting Python and answering, compared with stock Pyodide of the same version in the same run."""
    runtime = next((site / "runtime").glob("[0-9]*"))
    files = [
        *(runtime / name for name in STOCK[:3]),
        *(site / "runtime" / "tools").iterdir(),
        site / "runtime" / "start.js",
        *(site / "assets" / name for name in ASSETS),
    ]
    ours, stock = brotli_size(files), brotli_size(PYODIDE / name for name in STOCK)
    times = start_times(browser, base)
    quick, slow, heap = answer_times(browser, base)
    first, later, slower = (times[f"ours {visit}"] / times[f"stock {visit}"] for visit in ("first", "later", "slow"))
    slow_page = times["ours slow"]
    return [
        Figure("transfer until a first answer, brotli", f"{ours / 1e6:.2f} MB", "at most 3.2 MB", ours <= 3.2e6),
        Figure("  stock", f"{stock / 1e6:.2f} MB"),
        Figure("first visit, page open to Python ready / stock", f"{first:.2f}", "at most 0.40", first <= 0.40),
        Figure("later visit / stock", f"{later:.2f}", "at most 0.30", later <= 0.30),
        Figure("first visit on a 4x slower processor / stock", f"{slower:.2f}", "at most 0.40", slower <= 0.40),
        Figure("  ours, in the page's own thread", f"{slow_page:.1f} s", "at most 3.5 s", slow_page <= 3.5),
        Figure("answer to result on the page, 95th percentile", f"{quick:.0f} ms", "at most 50 ms", quick <= 50),
        Figure("  Python's part on a 4x slower processor", f"{slow:.0f} ms", "at most 200 ms", slow <= 200),
        Figure("wasm heap of the worker", f"{heap / 2**20:.0f} MB", "at most 24 MB", heap <= 24 * 2**20),
    ]


def group_figures(site: Path) -> list[Figure]:
    """What starting a group of tools transfers: its zip, and those of the groups it needs."""
    figures = []
    for group in sorted({*groups()} - {"forms"}):  # no page starts that one
        needed = needs(group)
        size = brotli_size(path for name in needed for path in (site / "runtime" / "groups").glob(f"{name}-*.zip"))
        name = f"starting {' with '.join(reversed(needed))} adds, brotli"
        small = group in SMALL_GROUPS
        target = "under 60 kB" if small else ""
        figures.append(Figure(name, f"{size / 1000:.1f} kB", target, size < 60_000 or not small))
    return figures


def picture_figures(browser: Browser, base: str) -> list[Figure]:
    """The time of the local picture."""
    return [
        Figure(f"local picture: {name} pasted to picture shown", f"{seconds:.2f} s", "under 1 s", seconds < 1)
        for name, seconds in picture_times(browser, base).items()
    ]


def measure(folder: Path) -> list[Figure]:
    """All figures."""
    figures = [*build_figures(folder), *handbook_figures(folder / "handbooks")]
    site = folder / "site"
    build_site(site)
    httpd = server(site)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{httpd.server_port}/"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        figures += visit_figures(browser, base)
        add_start_pages(site)
        figures += [*python_figures(browser, site, base), *group_figures(site), *picture_figures(browser, base)]
        browser.close()
    httpd.shutdown()
    return figures


def main() -> int:
    """Prints each figure with its target."""
    with tempfile.TemporaryDirectory() as name:
        figures = measure(Path(name))
    width = max(len(figure.name) for figure in figures)
    for figure in figures:
        print(f"{figure.name:{width}}  {figure.value:>9}  {figure.target:>14}  {'yes' if figure.met else 'NO'}")
    return 0 if all(figure.met for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
