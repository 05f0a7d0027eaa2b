"""Puts what the tools need in a reader's browser into the built site: Pyodide, Python with the tools, citations."""

import json
import shutil
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from macros.browser.runtime import (
    PYODIDE,
    PYODIDE_FILES,
    groups,
    is_stock,
    lock,
    needs,
    pyodide_version,
    python_zip,
)
from macros.content.citations import citation_links
from macros.content.model import Model
from macros.files import ROOT, digest
from macros.pages.build import Build
from macros.pages.facts import area_services
from macros.pages.links import resolve_link
from macros.pages.provision_html import provision_read_out
from macros.render.html import Html
from tools import TOOLS, first_edition

#: Scripts on which the content of a memory snapshot depends: a stored one is not used when they have changed.
WORKER_SCRIPTS = ("python/worker.js", "python/runtime.js", "python/snapshot.js")


def bundle(build: Build, site: Path) -> None:
    """Writes the runtime, Python with the tools, what the tools look up, and `start.js`, which has the URLs of all."""
    runtime = f"runtime/{pyodide_version()}/"
    (site / runtime).mkdir(parents=True, exist_ok=True)
    for name in PYODIDE_FILES:
        shutil.copyfile(PYODIDE / name, site / runtime / name)
    python = write_zip(site, "runtime/tools/python")
    group_zips = {group: write_zip(site, f"runtime/groups/{group}", group) for group in groups()}
    table = json.dumps(browser_table(build.model, build.render))
    (site / "runtime" / "tools" / "citations.json").write_text(table, encoding="utf-8")
    parts = [site / runtime / name for name in PYODIDE_FILES] + [site / "assets" / name for name in WORKER_SCRIPTS]
    plan = {
        "runtime": runtime,
        "python": python,
        "citations": f"runtime/tools/citations.json?{digest([table])}",
        "lock": lock(),
        "build": digest([(site / python).read_bytes(), *(part.read_bytes() for part in parts)]),
        "groups": {group: [group_zips[needed] for needed in needs(group)] for group in groups()},
        "stock": is_stock(),
    }
    (site / "runtime" / "start.js").write_text(start_script(plan), encoding="utf-8")


def write_zip(site: Path, path: str, group: str = "") -> str:
    """Writes the zip that every tool needs, or that of a group, and gives its path from the site's root."""
    content = python_zip(group)
    file = site / f"{path}-{digest([content])}.zip"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file.relative_to(site).as_posix()


def start_script(plan: dict[str, Any]) -> str:
    """The module that starts Python: where everything is, and Pyodide's scripts.

    Both scripts are fetched at once, although Pyodide itself would request the second, larger one later.
    """
    folder = f"./{pyodide_version()}"
    scripts = f'Promise.all([import("{folder}/pyodide.mjs"), import("{folder}/pyodide.asm.js")])'
    return f"export const plan = {json.dumps(plan)};\nexport const scripts = async () => (await {scripts})[0];\n"


def browser_table(model: Model, render: Callable[[str], Html]) -> dict[str, Any]:
    """What the tools look up in the browser.

    `citations`: label and URL, from the site's root, of every citation; `contacts`: the area's services; `words`: the
    text of the provisions that a judgement is based on, by citation.
    """
    return {
        "citations": {
            citation: [
                [label, resolve_link(model, link, "").removeprefix("./")]
                for label, link in citation_links(model, citation)
            ]
            for citation in dict.fromkeys(_citations())
        },
        "contacts": area_services(model),
        "words": {
            citation: [
                provision_read_out(model, render, link.removeprefix("cite:"))
                for _, link in citation_links(model, citation)
                if link.startswith("cite:")
            ]
            for citation in dict.fromkeys(_judgement_citations())
        },
    }


def _citations() -> Iterator[str]:
    """Every citation of every tool."""
    packages = [import_module(f"tools.{group}") for group in groups() if (ROOT / "tools" / group).is_dir()]
    for tool in (*TOOLS.values(), *packages):
        yield from tool.citations()


def _judgement_citations() -> Iterator[str]:
    """The citations of the rules that leave something to judgement."""
    for rule in first_edition.RULES:
        if rule.finding.level == "judgement":
            yield from rule.finding.citations
