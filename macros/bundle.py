"""Packs what a reader's browser needs to run the tools: Pyodide from its npm package, and the tools as bytecode."""

import hashlib
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from macros.words import Words, citation_links, resolve, tool_citations
from tools import TOOLS

ROOT = Path(__file__).resolve().parent.parent
PYODIDE = ROOT / "node_modules" / "pyodide"
CACHE = ROOT / ".cache"

#: The files of the package that a browser asks for.
RUNTIME_FILES = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")


def pyodide_version() -> str:
    """The version of the installed Pyodide package; package.json is the one place that chooses it."""
    return json.loads((PYODIDE / "package.json").read_text(encoding="utf-8"))["version"]


def browser_sources() -> list[Path]:
    """The Python files that also run in the browser: the tools, and the part of macros that makes HTML."""
    return [*sorted((ROOT / "tools").rglob("*.py")), ROOT / "macros" / "__init__.py", *sorted((ROOT / "macros" / "render").rglob("*.py"))]


def compiled_tools() -> Path:
    """A zip of the browser's Python files as bytecode, made by pyodide-build and kept until a file changes."""
    sources = browser_sources()
    digest = hashlib.sha256(b"".join(str(s.relative_to(ROOT)).encode() + s.read_bytes() for s in sources)).hexdigest()[:16]
    packed = CACHE / f"tools-{digest}.zip"
    if not packed.is_file():
        CACHE.mkdir(exist_ok=True)
        fresh = packed.with_suffix(".new.zip")
        with zipfile.ZipFile(fresh, "w") as archive:
            for source in sources:
                archive.write(source, source.relative_to(ROOT))
        subprocess.run([Path(sys.executable).with_name("pyodide"), "py-compile", "--silent", "--compression-level", "6", str(fresh)],
                       check=True, capture_output=True)
        fresh.rename(packed)
    return packed


def citation_table(words: Words) -> dict[str, list[list[str]]]:
    """Label and address, from the site's root, of every citation the tools can give."""
    table = {}
    for tool in TOOLS.values():
        for citation in tool_citations(tool):
            links = citation_links(words.model, citation)
            table[citation] = [[label, resolve(words.model, f'href="{link}"', "")[6:-1].removeprefix("./")] for label, link in links]
    return table


def bundle(words: Words, site: Path) -> None:
    """Writes the runtime, the tools and the citation table into the built site."""
    runtime = site / "runtime" / pyodide_version()
    runtime.mkdir(parents=True, exist_ok=True)
    for name in RUNTIME_FILES:
        shutil.copyfile(PYODIDE / name, runtime / name)
    packed = compiled_tools()
    tools = site / "runtime" / "tools"
    tools.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(packed, tools / packed.name)
    (tools / "citations.json").write_text(json.dumps(citation_table(words)), encoding="utf-8")
    start = {"runtime": f"runtime/{pyodide_version()}/", "tools": f"runtime/tools/{packed.name}", "citations": "runtime/tools/citations.json"}
    (site / "runtime" / "start.json").write_text(json.dumps(start), encoding="utf-8")
