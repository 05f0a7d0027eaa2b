"""Measures the figures this project promises, here and now: `make bench`. Ratios are taken within one run.

Exits 1 when a figure misses what it must reach.
"""

import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from macros.browser.runtime import PYODIDE, groups, needs
from macros.publish.build import build_site
from macros.publish.serve import server
from tests.support.chromium import FLAGS

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
    for page in (folder / "docs").rglob("*.md"):  # plain Material has no template of ours
        page.write_text(re.sub(r"^template: .*\n", "", page.read_text(encoding="utf-8"), flags=re.M), encoding="utf-8")
    plain_command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml"), "-d", str(folder / "plain")]
    ours_command = [sys.executable, "-c", f"from macros.publish.build import build_site; from pathlib import Path; build_site(Path({str(folder / 'ours')!r}))"]
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


#: A page that starts Python and says when it is ready: ours or stock Pyodide, in a worker or, so that a slow processor can be
#: set (Chromium slows only a page's own thread), in the page itself.
GO = {
    "ours": "const w = new Worker('../assets/python/worker.js', {type: 'module'}); w.onmessage = ({data}) => data.stage === 'ready' && ready();",
    "stock": "const w = new Worker('../pyodide-stock/worker.js', {type: 'module'}); w.onmessage = ready;",
    "ours-page": """const {at, plan, startRuntime} = await import('../assets/python/runtime.js'); const python = await startRuntime();
        const answer = python.pyimport('macros.render.dispatch').answer; const table = await (await fetch(at(plan.citations))).text();
        window.ask = (pairs) => answer('incident', JSON.stringify(pairs), table, '../'); ready();""",
    "stock-page": "const {loadPyodide} = await import('../pyodide-stock/pyodide.mjs'); (await loadPyodide({indexURL: new URL('../pyodide-stock/', location).href})).runPython('1'); ready();",
}
STOCK = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
BROTLI = "const z = require('zlib'), fs = require('fs'); console.log(process.argv.slice(1).reduce((n, f) => n + z.brotliCompressSync(fs.readFileSync(f)).length, 0))"
#: Answers given one after another on the tool's page.
CHANGES = [("again", "first"), ("again", "worse"), ("wish", "police"), ("wish", "no-police"), ("coercion", "no"), ("coercion", "yes")]


def handbooks(folder: Path) -> tuple[float, int]:
    """Seconds that `make handbooks` takes, and the most memory that it and its helpers hold together, in bytes."""
    command = [sys.executable, "-c", f"from pathlib import Path; from macros.editions.handbooks.make import everything; from macros.registry import new_build; everything(Path({str(folder)!r}), new_build)"]
    started, most = time.perf_counter(), 0
    making = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    while making.poll() is None:
        most = max(most, sum(memory(process) for process in family(making.pid)))
        time.sleep(0.2)
    if making.returncode:
        raise SystemExit("The handbooks were not made.")
    return time.perf_counter() - started, most


def family(process: int) -> list[int]:
    """A process and all that it started, on Linux."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return []
    return [process, *(other for child in children for other in family(int(child)))]


def memory(process: int) -> int:
    """Bytes that a process holds; what it shares with others counts in part."""
    try:
        return 1024 * int(re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{process}/smaps_rollup").read_text(), re.M)[1])
    except (OSError, TypeError):  # it has just ended
        return 0


def brotli(paths) -> int:
    """Bytes of some files, each at brotli's highest level, by Node."""
    return int(subprocess.run(["node", "-e", BROTLI, *map(str, paths)], check=True, capture_output=True, text=True).stdout)


def starting_pages(site: Path) -> None:
    """Adds to a built site the pages that only start Python, and stock Pyodide."""
    (site / "pyodide-stock").mkdir()
    for name in STOCK:
        shutil.copyfile(PYODIDE / name, site / "pyodide-stock" / name)
    (site / "pyodide-stock" / "worker.js").write_text("import {loadPyodide} from './pyodide.mjs'; (await loadPyodide({indexURL: new URL('./', import.meta.url).href})).runPython('1'); postMessage(1);")
    for name, code in GO.items():
        (site / name).mkdir()
        (site / name / "index.html").write_text("<!doctype html><meta charset=utf-8><title>Start</title><script type=module src=go.js></script>")
        (site / name / "go.js").write_text(f"const ready = () => {{ document.documentElement.dataset.ready = performance.now(); }}; {code}")


def ready_after(page, address: str) -> float:
    """Seconds from opening a page to Python being ready."""
    page.goto(address)
    page.locator("html[data-ready]").wait_for(timeout=90000, state="attached")
    return float(page.locator("html").get_attribute("data-ready")) / 1000


def starts(browser, base: str) -> dict[str, float]:
    """Median seconds to Python: first and later visits in a worker, and a first visit on a four times slower processor."""
    found: dict[str, list[float]] = {}
    for _ in range(RUNS):
        for name in ("ours", "stock"):
            context = browser.new_context()
            page = context.new_page()
            found.setdefault(f"{name} first", []).append(ready_after(page, f"{base}{name}/"))
            if name == "ours":  # the copy that the tool's page keeps once it is quiet
                page.goto(f"{base}decide/")
                page.locator("input[name=danger][value=no]").check()
                page.locator(".tool__kept").wait_for(timeout=90000)
            found.setdefault(f"{name} later", []).append(ready_after(page, f"{base}{name}/"))
            context.close()
            context = browser.new_context()
            page = context.new_page()
            context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": CPU})
            found.setdefault(f"{name} slow", []).append(ready_after(page, f"{base}{name}-page/"))
            context.close()
    return {name: statistics.median(times) for name, times in found.items()}


def answers(browser, base: str) -> tuple[float, float, int]:
    """95th percentile, in ms, from an answer to its result on the page; the same for Python alone at a slow processor; bytes of heap."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{base}decide/")
    page.locator("input[name=danger][value=no]").check()
    page.locator("[data-tool][data-start]").wait_for(timeout=90000, state="attached")
    page.locator(".kinds summary", has_text="Something broken").click()
    page.locator("input[value=damage-matters]").check()
    times = page.evaluate("""async (changes) => { const out = [], result = document.querySelector(".tool__result");
        for (let i = 0; i < 60; i++) { const [name, value] = changes[i % changes.length];
            out.push(await new Promise(done => { const from = performance.now();
                const seen = new MutationObserver(() => { if (result.dataset.answeredBy === "python") { seen.disconnect(); done(performance.now() - from); } });
                result.dataset.answeredBy = ""; seen.observe(result, {attributes: true});
                const box = document.querySelector(`input[name="${name}"][value="${value}"]`); box.checked = true; box.dispatchEvent(new Event("change", {bubbles: true})); })); }
        return out; }""", CHANGES)
    heap = int(page.locator("[data-tool]").get_attribute("data-heap"))
    context.close()
    context = browser.new_context()
    page = context.new_page()
    ready_after(page, f"{base}ours-page/")
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": CPU})
    slow = page.evaluate("""(changes) => { const out = []; for (let i = 0; i < 30; i++) { const from = performance.now();
        document.createElement("template").innerHTML = ask([["danger", "no"], ["kind", "damage-matters"], changes[i % changes.length]]); out.push(performance.now() - from); } return out; }""", CHANGES)
    context.close()
    return statistics.quantiles(times, n=20)[-1], statistics.quantiles(slow, n=20)[-1], heap


def picture_times(browser, base: str) -> dict[str, float]:
    """Median seconds, on a local picture that has started, from the button to the picture: 600 months, and 5,000 rows of homes and days."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{base}evidence/your-local-picture/")
    page.get_by_role("button", name="Try it with invented figures").click()
    page.locator(".picture[data-answered=picture]").wait_for(timeout=90000)
    tables = {"600 months": "Month,Calls\n" + "\n".join(f"{n % 12 + 1:02}/{1970 + n // 12},{17 + n * 7 % 13}" for n in range(600)),
              "5,000 rows": "Date,Home,Calls\n" + "\n".join(f"{n // 4 % 28 + 1:02}/{n // 112 % 12 + 1:02}/{2020 + n // 1344},Home {n % 4},{n * 5 % 7}" for n in range(5000))}
    found = {name: statistics.median(page.evaluate("""(text) => new Promise(done => { const tool = document.querySelector("[data-picture]");
        tool.querySelector("textarea").value = text + " ".repeat(Math.random() * 9); tool.dataset.answered = ""; const from = performance.now();
        const seen = new MutationObserver(() => { if (tool.dataset.answered === "picture") { seen.disconnect(); requestAnimationFrame(() => done((performance.now() - from) / 1000)); } });
        seen.observe(tool, {attributes: true}); tool.querySelector("[data-do=show]").click(); })""", text) for _ in range(RUNS)) for name, text in tables.items()}
    context.close()
    return found


def start_rows(browser, site: Path, base: str) -> list[tuple]:
    """The figures of starting Python and answering, ours beside stock Pyodide of the same version in the same run."""
    runtime = next((site / "runtime").glob("[0-9]*"))
    ours = brotli([*(runtime / n for n in STOCK[:3]), *(site / "runtime" / "tools").iterdir(), site / "runtime" / "start.js",
                   *(site / "assets" / n for n in ("python/worker.js", "python/runtime.js", "shared/files.js", "python/snapshot.js", "python/python.js", "incident/tool.js", "incident/form.js"))])
    stock = brotli([PYODIDE / n for n in STOCK])
    t = starts(browser, base)
    quick, slow, heap = answers(browser, base)
    first, later, slower = t["ours first"] / t["stock first"], t["ours later"] / t["stock later"], t["ours slow"] / t["stock slow"]
    return [
        ("transfer until a first answer, brotli", f"{ours / 1e6:.2f} MB", "at most 3.2 MB", ours <= 3.2e6), ("  stock", f"{stock / 1e6:.2f} MB", "", True),
        ("first visit, page open to Python ready / stock", f"{first:.2f}", "at most 0.40", first <= 0.40),
        ("later visit / stock", f"{later:.2f}", "at most 0.30", later <= 0.30),
        ("first visit on a 4x slower processor / stock", f"{slower:.2f}", "at most 0.40", slower <= 0.40),
        ("  ours, in the page's own thread", f"{t['ours slow']:.1f} s", "at most 3.5 s", t["ours slow"] <= 3.5),
        ("answer to result on the page, 95th percentile", f"{quick:.0f} ms", "at most 50 ms", quick <= 50),
        ("  Python's part on a 4x slower processor", f"{slow:.0f} ms", "at most 200 ms", slow <= 200),
        ("wasm heap of the worker", f"{heap / 2**20:.0f} MB", "at most 24 MB", heap <= 24 * 2**20),
    ]


#: Groups of tools that stay under 60 kB; others are listed.
SMALL = ("records", "dates")


def group_rows(site: Path) -> list[tuple]:
    """What a page adds when it starts a group of tools that travels apart: its own zip, and those of the groups it needs."""
    rows = []
    for group in sorted({*groups()} - {"forms"}):  # no page starts that one by itself
        size = brotli(path for needed in needs(group) for path in (site / "runtime" / "groups").glob(f"{needed}-*.zip"))
        rows.append((f"starting {' with '.join(reversed(needs(group)))} adds, brotli", f"{size / 1000:.1f} kB", "under 60 kB" if group in SMALL else "", size < 60_000 or group not in SMALL))
    return rows


def main() -> int:
    """Prints each figure beside what it must reach."""
    rows = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours, plain = build_times(folder)
        rows += [("full build", f"{ours:.1f} s", "under 20 s", ours < 20),
                 ("full build / plain Material on the same Markdown", f"{ours / plain:.2f}", "at most 2", ours / plain <= 2)]
        seconds, most = handbooks(folder / "handbooks")
        rows += [("all handbooks, posters and cards, with the pages they take", f"{seconds:.0f} s", "under 120 s", seconds < 120),
                 ("  most memory, all processes together", f"{most / 1e9:.2f} GB", "at most 1.5 GB", most <= 1.5e9)]
        build_site(folder / "site")
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
            starting_pages(folder / "site")
            rows += start_rows(browser, folder / "site", base) + group_rows(folder / "site")
            rows += [(f"local picture: {what} pasted to picture shown", f"{took:.2f} s", "under 1 s", took < 1) for what, took in picture_times(browser, base).items()]
            browser.close()
        httpd.shutdown()
    width = max(len(row[0]) for row in rows)
    for what, figure, must, good in rows:
        print(f"{what:{width}}  {figure:>9}  {must:>14}  {'yes' if good else 'NO'}")
    return 0 if all(row[3] for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
