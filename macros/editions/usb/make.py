"""The USB edition, which opens from a stick or a shared drive: the same site, changed so that it needs no server.

    python -m macros usb            builds the site, then dist/usb/ and dist/usb.zip

Without a server a browser refuses to fetch files, to load modules and to start workers from them. So every link names
its file, the scripts become one classic script (by esbuild), and every file that scripts fetch is embedded in a script,
which is loaded when the file is needed. The three scripts next to this file replace scripts in `docs/assets/`.
"""

import base64
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

from macros.content.errors import ContentError
from macros.files import ROOT
from macros.publish.build import build_site

HERE = Path(__file__).resolve().parent
DIST = ROOT / "dist"
ESBUILD = ROOT / "node_modules" / ".bin" / "esbuild"
#: Global variable with the URL of the one script that every page loads, and so of the site.
SCRIPT_URL = "globalThis.assetAddress"
#: The policy of a page that is a file: scripts from the same folder, no request to any server.
POLICY = (
    "default-src 'none'; script-src 'self' file: blob: 'wasm-unsafe-eval'{hashes}; style-src 'self' file:; "
    "img-src 'self' file: data:; font-src 'self' file:; worker-src blob:; connect-src 'none'; "
    "base-uri 'none'; form-action 'none'"
)
#: Files that scripts fetch: the search, the data of pages with filters, and the runtime.
FETCHED = (
    "search/search_index.json",
    "assets/javascripts/workers/*.js",
    "directory.json",
    "forms/word/empty.json",
    "runtime/**/*.zip",
    "runtime/**/*.wasm",
    "runtime/**/*.json",
)
#: Files that only a server uses.
SERVER_ONLY = ("404.html", "sitemap.xml", "sitemap.xml.gz", "sw.js", "offline")

_LINK = re.compile(r'(\b(?:href|src)="|content="0; url=)([^"]*)"')
_MODULE = re.compile(r'<script(?P<before>[^>]*?) type="module"(?P<after>[^>]*)>')
_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)"')
_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:|//")


def with_file(url: str) -> str:
    """A link within the site with its file: 'decide/#top' becomes 'decide/index.html#top'. Others are unchanged."""
    end = min((position for char in "?#" if (position := url.find(char)) >= 0), default=len(url))
    path, rest = url[:end], url[end:]
    if not path or _ABSOLUTE.match(path):
        return url
    last = path.rsplit("/", 1)[-1]
    if last in ("", ".", ".."):
        path = path.rstrip("/") + "/index.html" if last or path.rstrip("/") else "index.html"
    return path + rest


def adapt_page(html: str) -> str:
    """A page that needs no server: links name files, scripts are classic scripts, the policy is for files."""
    html = _LINK.sub(lambda link: f'{link[1]}{with_file(link[2])}"', html)
    html = _MODULE.sub(lambda script: f"<script{script['before']} defer{script['after']}>", html)
    return _POLICY.sub(lambda policy: f'{policy[1]}{_file_policy(policy[2])}"', html)


def _file_policy(policy: str) -> str:
    """The policy of a page that is a file, with the same inline scripts."""
    return POLICY.format(hashes="".join(f" {source}" for source in re.findall(r"'sha256-[^']+'", policy)))


def embed(site: Path, path: Path) -> None:
    """Writes a script with the content of a file: pages opened as files may load scripts but not fetch files."""
    name = path.relative_to(site).as_posix()
    script = site / "embedded" / f"{name}.js"
    script.parent.mkdir(parents=True, exist_ok=True)
    content = base64.b64encode(path.read_bytes()).decode()
    script.write_text(f'receiveEmbedded({json.dumps(name)}, "{content}");\n', encoding="ascii")


def bundle_script(work: Path, entry: str, *options: str) -> str:
    """One classic script from a module and all its imports, by esbuild."""
    command = [
        str(ESBUILD),
        str(work / entry),
        "--bundle",
        "--format=iife",
        "--charset=utf8",
        "--log-level=error",
        "--platform=browser",
        f"--define:import.meta.url={SCRIPT_URL}",
        "--external:node:*",
        *options,
    ]
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode:
        raise ContentError(entry, f"esbuild could not bundle it: {result.stderr.strip()}")
    return result.stdout


def replace_scripts(site: Path, work: Path) -> None:
    """Bundles the site's script and the worker's, with this edition's way to load files, and removes the modules."""
    shutil.copytree(site / "assets", work / "assets", ignore=shutil.ignore_patterns("stylesheets", "javascripts"))
    shutil.copytree(site / "runtime", work / "runtime", ignore=shutil.ignore_patterns("*.wasm", "*.zip"))
    shutil.copy(HERE / "snapshot.js", work / "assets" / "python" / "snapshot.js")
    shutil.copy(HERE / "worker_files.js", work / "assets" / "shared" / "files.js")
    # Pyodide's large script is a classic one already: it is put before the worker's, which then imports an empty file.
    (pyodide,) = (work / "runtime").glob("*/pyodide.asm.js")
    classic = pyodide.read_text(encoding="utf-8")
    pyodide.write_text("", encoding="utf-8")
    worker = classic + bundle_script(work, "assets/python/worker.js", "--main-fields=browser,module,main")
    shutil.copy(HERE / "files.js", work / "assets" / "shared" / "files.js")
    (work / "assets" / "python" / "worker.js").unlink()  # so that the page's script cannot include it
    page = f"{SCRIPT_URL} = document.currentScript.src;\n" + bundle_script(work, "assets/site/site.js")
    for script in (*(site / "assets").glob("*/*.js"), *(site / "assets" / "reveal").glob("*.mjs")):
        script.unlink()  # they are all in the bundles
    (site / "assets" / "site" / "site.js").write_text(page, encoding="utf-8")
    (site / "assets" / "python" / "worker.js").write_text(worker, encoding="utf-8")
    embed(site, site / "assets" / "python" / "worker.js")


def adapt_tables(site: Path) -> None:
    """Makes the URLs in the citation table and in the search index name their files."""
    path = site / "runtime" / "tools" / "citations.json"
    table = json.loads(path.read_text(encoding="utf-8"))
    table["citations"] = {
        name: [[label, with_file(url)] for label, url in links] for name, links in table["citations"].items()
    }
    path.write_text(json.dumps(table), encoding="utf-8")
    path = site / "search" / "search_index.json"
    index = json.loads(path.read_text(encoding="utf-8"))
    for item in index["docs"]:
        item["location"] = with_file(item["location"] or "./")
    path.write_text(json.dumps(index), encoding="utf-8")


def broken_links(site: Path) -> list[str]:
    """Links of pages to files that do not exist: page and link."""
    broken = []
    for path in sorted(site.rglob("*.html")):
        for link in re.findall(r'\b(?:href|src)="([^"#?]+)', path.read_text(encoding="utf-8")):
            if not _ABSOLUTE.match(link) and not (path.parent / unquote(link)).is_file():
                broken.append(f"{path.relative_to(site).as_posix()}: {link}")
    return broken


def make(target: Path) -> None:
    """Builds the edition into a folder; raises ContentError if a link in it is broken."""
    build_site(target)
    for name in SERVER_ONLY:
        shutil.rmtree(target / name) if (target / name).is_dir() else (target / name).unlink(missing_ok=True)
    work = target.with_name(f".{target.name}.scripts")
    shutil.rmtree(work, ignore_errors=True)
    replace_scripts(target, work)
    shutil.rmtree(work)
    for path in target.rglob("*.html"):
        path.write_text(adapt_page(path.read_text(encoding="utf-8")), encoding="utf-8")
    adapt_tables(target)
    for pattern in FETCHED:
        for path in target.glob(pattern):
            embed(target, path)
    for path in target.rglob("runtime/**/*.wasm"):
        path.unlink()  # the embedded copy is enough
    if broken := broken_links(target):
        raise ContentError(str(target), f"{len(broken)} links are broken without a server; the first is {broken[0]}")


def main() -> int:
    """Makes dist/usb/ and dist/usb.zip, or prints what is wrong in one sentence; the exit status."""
    DIST.mkdir(exist_ok=True)
    try:
        make(DIST / "usb")
    except ContentError as error:
        print(f"Not made. {error}", file=sys.stderr)
        return 1
    shutil.make_archive(str(DIST / "usb"), "zip", DIST, "usb")
    size = (DIST / "usb.zip").stat().st_size
    print(f"Made dist/usb/ (open index.html) and dist/usb.zip ({size / 1e6:.0f} MB).")
    return 0
