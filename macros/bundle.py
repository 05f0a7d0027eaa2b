"""Puts what a reader's browser needs to run the tools into the built site: Pyodide, Python with the tools, citations."""

import json
import shutil
from pathlib import Path

from macros.runtime import PYODIDE, digest, groups, lock, needs, pyodide_version, python_zip
from macros.functions import Words
from macros.words import browser_table

#: The files of Pyodide's package that a browser asks for. Its standard library is replaced by our own.
RUNTIME_FILES = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm")
#: What the worker does decides, too, whether what a browser has kept still fits.
WORKER = ("python-worker.js", "kept.js")


def bundle(words: Words, site: Path) -> None:
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
    citations = json.dumps(browser_table(words.model, words.render))
    (tools / "citations.json").write_text(citations, encoding="utf-8")
    parts = [site / runtime / name for name in RUNTIME_FILES] + [site / "assets" / name for name in WORKER]
    build = digest([packed, *(part.read_bytes() for part in parts)])
    plan = {"runtime": runtime, "python": python, "citations": f"runtime/tools/citations.json?{digest([citations])}", "lock": lock(), "build": build, "groups": apart}
    # A module, so that a worker loads it and Pyodide's own in one go: the large script too, which Pyodide would ask for later.
    folder = f"./{pyodide_version()}"
    (site / "runtime" / "start.js").write_text(
        f'import "{folder}/pyodide.asm.js";\nexport const plan = {json.dumps(plan)};\nexport {{ loadPyodide }} from "{folder}/pyodide.mjs";\n', encoding="utf-8")


def packed_group(site: Path, group: str) -> str:
    """Writes what a group of tools adds, and gives its address from the site's root."""
    packed = python_zip(group)
    path = site / "runtime" / "groups" / f"{group}-{digest([packed])}.zip"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(packed)
    return path.relative_to(site).as_posix()
