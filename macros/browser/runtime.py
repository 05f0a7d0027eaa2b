"""Makes the Python that readers' browsers run: the modules our tools need and no more, as bytecode in one zip.

Pyodide starts slowly because it compiles its own standard library from source. Here that is done once, at build time,
with the tools put into the same zip. Everything made is kept in .cache/ until what it is made from changes.
"""

import ast
import io
import json
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from macros.files import CACHE, ROOT, digest, write_atomically

PYODIDE = ROOT / "node_modules" / "pyodide"
#: What stands in the browser's library instead of CPython's or Pyodide's own, or before it: see each file there.
OURS = ROOT / "macros" / "browser" / "stdlib_overrides"
#: Bytecode and its zip are the same whenever and wherever they are made.
DATE = (1980, 1, 1, 0, 0, 0)
#: How sources become bytecode: without docstrings, and without the columns that only error messages show, the same every time.
COMPILED = {"PYTHONOPTIMIZE": "2", "PYTHONNODEBUGRANGES": "1", "SOURCE_DATE_EPOCH": "0"}
#: Asks Pyodide, started on a library, which files of it it has read, once it has imported some modules. Those that it has in its
#: own program, such as `os`, are not among them.
ASK = """
const [address, stdLibURL, ...names] = process.argv.slice(1);
const { loadPyodide } = await import(address);
const python = await loadPyodide({ enableRunUntilComplete: false, stdLibURL });
python.globals.set("names", names);
console.log(python.runPython(`
import importlib, json, sys
for name in names:
    importlib.import_module(name)
library = next(path for path in sys.path if path.endswith(".zip")) + "/"
files = [getattr(getattr(module, "__spec__", None), "origin", None) or "" for module in sys.modules.values()]
json.dumps(sorted({file.removeprefix(library) for file in files if file.startswith(library)}))
`));
"""


def pyodide_version() -> str:
    """The version of the installed Pyodide package; package.json is the one place that chooses it."""
    return json.loads((PYODIDE / "package.json").read_text(encoding="utf-8"))["version"]


def groups() -> list[str]:
    """The groups of tools that travel apart: each folder of `macros/render/`, with the folder of its name in `tools/` if there is one."""
    return sorted(path.parent.name for path in (ROOT / "macros" / "render").glob("*/__init__.py"))


def browser_sources(group: str = "") -> list[Path]:
    """The Python files that also run in the browser: what every tool needs, or what one group adds to that."""
    found = [
        *sorted((ROOT / "tools").rglob("*.py")),
        ROOT / "macros" / "__init__.py",
        *sorted((ROOT / "macros" / "render").rglob("*.py")),
    ]
    apart = {f"{folder}/{name}": name for name in groups() for folder in ("tools", "macros/render")}
    owner = {
        path: next((apart[f] for f in map(str, path.relative_to(ROOT).parents) if f in apart), "") for path in found
    }
    return [
        path for path in found if owner[path] == group and path.name != "__main__.py"
    ]  # those are commands for a desk


def imported(sources: Iterable[Path]) -> set[str]:
    """The modules that some files name in any import, however late it runs."""
    return {name for source in sources for name in _named(source.read_bytes())}


@cache
def _named(source: bytes) -> frozenset[str]:
    """The modules that a file's content names."""
    named = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            named.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            named.add(node.module)
    return frozenset(named)


def library_modules(sources: Iterable[Path]) -> list[str]:
    """The modules of the standard library that some files name. Days are read with `fromisoformat`, so that `datetime` needs no others."""
    return sorted(name for name in imported(sources) if name.partition(".")[0] in sys.stdlib_module_names)


def needs(group: str) -> list[str]:
    """The groups that a page must have for one group: those whose modules it names, and itself last."""
    used = {tuple(name.split(".")) for name in imported(browser_sources(group))}
    homes = {other: (("tools", other), ("macros", "render", other)) for other in groups() if other != group}
    return [
        *(
            other
            for other, folders in homes.items()
            if any(name[: len(folder)] == folder for name in used for folder in folders)
        ),
        group,
    ]


@cache
def library() -> dict[str, bytes]:
    """Every file of the standard library that Pyodide has, with our own in the place of some."""
    with zipfile.ZipFile(PYODIDE / "python_stdlib.zip") as archive:
        stock = {name: archive.read(name) for name in archive.namelist() if name.endswith(".py")}
    return stock | {path.relative_to(OURS).as_posix(): path.read_bytes() for path in sorted(OURS.rglob("*.py"))}


def library_files(modules: list[str]) -> list[str]:
    """The files of the library that Pyodide reads to start and to import some modules, as it says itself."""
    kept = (
        CACHE
        / f"library-{digest([pyodide_version(), ASK, *(part for file in library().items() for part in file), *modules])}.json"
    )
    if not kept.is_file():
        with tempfile.NamedTemporaryFile(suffix=".zip") as whole:
            whole.write(zipped(library()))
            whole.flush()
            command = [
                "node",
                "--input-type=module",
                "-e",
                ASK,
                (PYODIDE / "pyodide.mjs").as_uri(),
                whole.name,
                *modules,
            ]
            said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        write_atomically(kept, json.dumps(json.loads(said)).encode())
    return json.loads(kept.read_bytes())


def compiled(files: dict[str, bytes]) -> dict[str, bytes]:
    """Python sources as bytecode, made by pyodide-build and kept until one changes."""
    if not files:
        return {}
    kept = CACHE / f"compiled-{digest([str(COMPILED), *(part for file in files.items() for part in file)])}.zip"
    if not kept.is_file():
        work = kept.with_name(f"{kept.stem}.{os.getpid()}.zip")  # nobody finds it before it is compiled
        CACHE.mkdir(exist_ok=True)
        work.write_bytes(zipped(files))
        subprocess.run(
            [
                Path(sys.executable).with_name("pyodide"),
                "py-compile",
                "--silent",
                "--no-keep",
                "--compression-level",
                "0",
                work,
            ],
            env={**os.environ, **COMPILED},
            check=True,
            capture_output=True,
        )
        work.rename(kept)
    with zipfile.ZipFile(kept) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip that is not compressed: the host compresses it on the way, better, and the browser need not unpack it twice."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, DATE), data)
    return packed.getvalue()


def python_zip(group: str = "") -> bytes:
    """The standard library that the tools need, and the tools, as bytecode in one zip; for a group, only what it adds."""
    base, sources = browser_sources(), browser_sources(group)
    there = set(library_files(library_modules(base))) if group else set()
    added = {name: library()[name] for name in library_files(library_modules({*base, *sources})) if name not in there}
    tools = {source.relative_to(ROOT).as_posix(): source.read_bytes() for source in sources}
    return zipped({**compiled(added), **compiled(tools)})


def lock() -> dict:
    """What Pyodide must know of its packages, of which we use none; saves the reader a request."""
    whole = json.loads((PYODIDE / "pyodide-lock.json").read_text(encoding="utf-8"))
    return {"info": whole["info"], "packages": {}}
