"""Puts what a reader's browser needs to run the tools into the built site: Pyodide, Python with the tools, citations."""

import json
import shutil
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from macros.browser.runtime import PYODIDE, groups, lock, needs, pyodide_version, python_zip
from macros.content.citations import citation_links
from macros.content.model import Model
from macros.files import ROOT, digest
from macros.pages.build import Build
from macros.pages.facts import area_services
from macros.pages.links import resolve
from macros.pages.provision_html import provision_read_out
from tools import TOOLS
from tools import incident as incident_rules

#: The files of Pyodide's package that a browser asks for. Its standard library is replaced by our own.
RUNTIME_FILES = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm")
#: What the worker does decides, too, whether what a browser has kept still fits.
WORKER = ("python/worker.js", "python/runtime.js", "python/snapshot.js")


def bundle(build: Build, site: Path) -> None:
    """Writes the runtime, Python with the tools, what the tools look up, and `start.js`, which says where they are."""
    runtime = f"runtime/{pyodide_version()}/"
    (site / runtime).mkdir(parents=True, exist_ok=True)
    for name in RUNTIME_FILES:
        shutil.copyfile(PYODIDE / name, site / runtime / name)
    tools = site / "runtime" / "tools"
    tools.mkdir(parents=True, exist_ok=True)
    packed = python_zip()
    python = f"runtime/tools/python-{digest([packed])}.zip"
    (site / python).write_bytes(packed)
    zips = {group: packed_group(site, group) for group in groups()}
    apart = {group: [zips[needed] for needed in needs(group)] for group in groups()}
    citations = json.dumps(browser_table(build.model, build.render))
    (tools / "citations.json").write_text(citations, encoding="utf-8")
    parts = [site / runtime / name for name in RUNTIME_FILES] + [site / "assets" / name for name in WORKER]
    build = digest([packed, *(part.read_bytes() for part in parts)])
    plan = {
        "runtime": runtime,
        "python": python,
        "citations": f"runtime/tools/citations.json?{digest([citations])}",
        "lock": lock(),
        "build": build,
        "groups": apart,
    }
    # Pyodide's scripts are fetched in one go: the large one too, which Pyodide would ask for later.
    folder = f"./{pyodide_version()}"
    (site / "runtime" / "start.js").write_text(
        f"export const plan = {json.dumps(plan)};\n"
        f'export const scripts = async () => (await Promise.all([import("{folder}/pyodide.mjs"), import("{folder}/pyodide.asm.js")]))[0];\n',
        encoding="utf-8",
    )


def packed_group(site: Path, group: str) -> str:
    """Writes what a group of tools adds, and gives its address from the site's root."""
    packed = python_zip(group)
    path = site / "runtime" / "groups" / f"{group}-{digest([packed])}.zip"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(packed)
    return path.relative_to(site).as_posix()


def browser_table(model: Model, render: Callable[[str], str]) -> dict:
    """What the tools' browser copy looks up: label and address, from the site's root, of every citation; the area's services;
    and, to be read beside a judgement, the words of what it rests on."""
    cited = {}
    apart = [import_module(f"tools.{group}") for group in groups() if (ROOT / "tools" / group).is_dir()]
    for citation in dict.fromkeys(c for tool in (*TOOLS.values(), *apart) for c in tool.citations()):
        links = citation_links(model, citation)
        cited[citation] = [
            [label, resolve(model, f'href="{link}"', "")[6:-1].removeprefix("./")] for label, link in links
        ]
    weighed = dict.fromkeys(
        c for rule in incident_rules.RULES if rule.finding.level == "judgement" for c in rule.finding.citations
    )
    read_out = {
        citation: [
            provision_read_out(model, render, link.removeprefix("cite:"))
            for _, link in citation_links(model, citation)
            if link.startswith("cite:")
        ]
        for citation in weighed
    }
    return {"citations": cited, "contacts": area_services(model), "words": read_out}
