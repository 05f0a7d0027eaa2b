"""The edition that opens from a stick or a shared drive: the same site, made to need no server.

    python -m macros usb            builds the site, then dist/usb/ and dist/usb.zip

Without a server a browser refuses to fetch files, to load modules and to start workers from them. So every link names its
file, the scripts become one plain script (by esbuild), and every file that scripts ask for is carried inside a script of its
own, loaded when it is asked for. The three scripts beside this file take the place of those of the same name in `docs/assets/`.
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
#: Where a script of ours finds the address of the site: the one script that every page loads says it.
ASSET = "globalThis.assetAddress"
#: The policy of a page that is a file: scripts from the same folder, no request to anywhere at all.
POLICY = (
    "default-src 'none'; script-src 'self' file: blob: 'wasm-unsafe-eval'{hashes}; style-src 'self' file:; img-src 'self' file: data:; "
    "font-src 'self' file:; worker-src blob:; connect-src 'none'; base-uri 'none'; form-action 'none'"
)
#: Files that scripts ask for, beside those of the runtime: the search, and the data of pages that filter.
ASKED_FOR = (
    "search/search_index.json",
    "assets/javascripts/workers/*.js",
    "directory.json",
    "forms/word/empty.json",
    "runtime/**/*.zip",
    "runtime/**/*.wasm",
    "runtime/**/*.json",
)

_LINK = re.compile(r'(\b(?:href|src|content="0; url)=)"([^"]*)"|(content="0; url=)([^"]*)"')
_MODULE = re.compile(r'<script(?P<before>[^>]*?) type="module"(?P<after>[^>]*)>')
_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)"')


def with_file(address: str) -> str:
    """A link within the site that names its file: 'decide/#top' becomes 'decide/index.html#top'. Other links stay."""
    path, mark, rest = re.match(r"([^#?]*)([#?]?)(.*)", address, re.S).groups()
    if not path or re.match(r"[a-z][a-z0-9+.-]*:|//", path):
        return address
    last = path.rsplit("/", 1)[-1]
    if last in ("", ".", ".."):
        path = path.rstrip("/") + "/index.html" if last or path.rstrip("/") else "index.html"
    return path + mark + rest


def page(html: str) -> str:
    """A page for a browser that has no server to ask: links name files, scripts are plain, the policy speaks of files."""
    html = _LINK.sub(lambda m: f'{m[1]}"{with_file(m[2])}"' if m[1] else f'{m[3]}{with_file(m[4])}"', html)
    html = _MODULE.sub(lambda m: f"<script{m['before']} defer{m['after']}>", html)
    return _POLICY.sub(
        lambda m: m[1] + POLICY.format(hashes="".join(f" {h}" for h in re.findall(r"'sha256-[^']+'", m[2]))) + '"', html
    )


def carried(site: Path, path: Path) -> None:
    """Puts a file into a script beside the site's pages: a script may be loaded where a file may not be fetched."""
    name = path.relative_to(site).as_posix()
    script = site / "carried" / f"{name}.js"
    script.parent.mkdir(parents=True, exist_ok=True)
    script.write_text(
        f'carry({json.dumps(name)}, "{base64.b64encode(path.read_bytes()).decode()}");\n', encoding="ascii"
    )


def bundled(work: Path, entry: str, *options: str) -> str:
    """One plain script from a module and all that it imports, by esbuild."""
    command = [
        str(ESBUILD),
        str(work / entry),
        "--bundle",
        "--format=iife",
        "--charset=utf8",
        "--log-level=error",
        "--platform=browser",
        f"--define:import.meta.url={ASSET}",
        "--external:node:*",
        *options,
    ]
    made = subprocess.run(command, capture_output=True, text=True)
    if made.returncode:
        raise ContentError(entry, f"esbuild could not make a plain script of it: {made.stderr.strip()}")
    return made.stdout


def scripts(site: Path, work: Path) -> None:
    """Makes the site's script and the worker's, with this edition's way to get at files, and puts them in place."""
    shutil.copytree(site / "assets", work / "assets", ignore=shutil.ignore_patterns("stylesheets", "javascripts"))
    shutil.copytree(site / "runtime", work / "runtime", ignore=shutil.ignore_patterns("*.wasm", "*.zip"))
    shutil.copy(HERE / "snapshot.js", work / "assets" / "python" / "snapshot.js")
    shutil.copy(HERE / "worker_files.js", work / "assets" / "shared" / "files.js")
    # Pyodide's large script is a plain one already: it goes before the worker's as it is, and the module that asks for it gets nothing.
    (large,) = (work / "runtime").glob("*/pyodide.asm.js")
    plain = large.read_text(encoding="utf-8")
    large.write_text("", encoding="utf-8")
    worker = plain + bundled(work, "assets/python/worker.js", "--main-fields=browser,module,main")
    shutil.copy(HERE / "files.js", work / "assets" / "shared" / "files.js")
    (work / "assets" / "python" / "worker.js").unlink()  # the page must not take the worker's script for one of its own
    whole = f"{ASSET} = document.currentScript.src;\n" + bundled(work, "assets/site/site.js")
    for script in (*(site / "assets").glob("*/*.js"), *(site / "assets" / "reveal").glob("*.mjs")):
        script.unlink()  # all of them are in the one script
    (site / "assets" / "site" / "site.js").write_text(whole, encoding="utf-8")
    (site / "assets" / "python" / "worker.js").write_text(worker, encoding="utf-8")
    carried(site, site / "assets" / "python" / "worker.js")


def tables(site: Path) -> None:
    """Lets the addresses that scripts look up name their files too."""
    cited = site / "runtime" / "tools" / "citations.json"
    table = json.loads(cited.read_text(encoding="utf-8"))
    table["citations"] = {
        name: [[label, with_file(address)] for label, address in links] for name, links in table["citations"].items()
    }
    cited.write_text(json.dumps(table), encoding="utf-8")
    index = site / "search" / "search_index.json"
    found = json.loads(index.read_text(encoding="utf-8"))
    for item in found["docs"]:
        item["location"] = with_file(item["location"] or "./")
    index.write_text(json.dumps(found), encoding="utf-8")


def missing(site: Path) -> list[str]:
    """Links of pages that lead to no file: page and link. There must be none on a stick."""
    found = []
    for path in sorted(site.rglob("*.html")):
        for link in re.findall(r'\b(?:href|src)="([^"#?]+)', path.read_text(encoding="utf-8")):
            if not re.match(r"[a-z][a-z0-9+.-]*:|//", link) and not (path.parent / unquote(link)).is_file():
                found.append(f"{path.relative_to(site).as_posix()}: {link}")
    return found


#: Files that only a server has a use for.
SERVED = ("404.html", "sitemap.xml", "sitemap.xml.gz", "sw.js", "offline")


def make(target: Path) -> None:
    """Builds the edition into a folder; raises ContentError when something in it would not open."""
    build_site(target)
    for name in SERVED:
        shutil.rmtree(target / name) if (target / name).is_dir() else (target / name).unlink(missing_ok=True)
    work = target.with_name(f".{target.name}.scripts")
    shutil.rmtree(work, ignore_errors=True)
    scripts(target, work)
    shutil.rmtree(work)
    for path in target.rglob("*.html"):
        path.write_text(page(path.read_text(encoding="utf-8")), encoding="utf-8")
    tables(target)
    for pattern in ASKED_FOR:
        for path in target.glob(pattern):
            carried(target, path)
    for path in target.rglob("runtime/**/*.wasm"):
        path.unlink()  # what is carried need not lie there twice
    broken = missing(target)
    if broken:
        raise ContentError(str(target), f"{len(broken)} links lead nowhere without a server; the first is {broken[0]}")


def main() -> int:
    """Makes dist/usb/ and dist/usb.zip, or says what is wrong in one sentence."""
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
