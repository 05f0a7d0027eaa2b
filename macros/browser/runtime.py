"""Makes the Python that readers' browsers run: the modules our tools need and no more, as bytecode in zip files.

Pyodide starts slowly because it compiles its standard library from source. Here that is done once, when the site is
built, with the tools in the same zip. Results are cached in .cache/ until their sources change. README.md explains each
measure and how to upgrade Pyodide.
"""

import ast
import io
import json
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from macros.files import CACHE, ROOT, digest, write_atomically

PYODIDE = ROOT / "node_modules" / "pyodide"
#: The files of Pyodide's package that a browser requests, apart from the standard library.
PYODIDE_FILES = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm")
PYODIDE_LIBRARY = PYODIDE / "python_stdlib.zip"
#: Modules that replace CPython's or Pyodide's in the browser, or shadow them.
OVERRIDES = ROOT / "macros" / "browser" / "stdlib_overrides"
#: Set to anything, this builds a site with Pyodide's own standard library, to find the cause of a failure.
STOCK_VARIABLE = "STOCK_PYODIDE"
#: A fixed date in every zip, so that two builds give the same bytes.
ZIP_DATE = (1980, 1, 1, 0, 0, 0)
#: The environment in which sources become bytecode: without docstrings, without the columns that only error messages
#: show, and the same every time.
COMPILE_ENVIRONMENT = {"PYTHONOPTIMIZE": "2", "PYTHONNODEBUGRANGES": "1", "SOURCE_DATE_EPOCH": "0"}
#: Starts Pyodide on a library, imports some modules, and prints which files of the library have been read. Files in
#: Pyodide's own program, such as `os`, are not among them.
LIST_FILES_SCRIPT = """
const [url, stdLibURL, ...names] = process.argv.slice(1);
const { loadPyodide } = await import(url);
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

#: The content of files by their path.
Files = dict[str, bytes]


def is_stock() -> bool:
    """Whether this build uses Pyodide's own standard library as it is, without overrides, selection or bytecode."""
    return bool(os.environ.get(STOCK_VARIABLE))


def pyodide_version() -> str:
    """The version of the installed Pyodide package; package.json is the one place that chooses it."""
    package: dict[str, str] = json.loads((PYODIDE / "package.json").read_text(encoding="utf-8"))
    return package["version"]


def groups() -> list[str]:
    """The groups of tools with a zip to themselves.

    Each is a package of `macros/render/`, with the package of the same name in `tools/` if there is one.
    """
    return sorted(path.parent.name for path in (ROOT / "macros" / "render").glob("*/__init__.py"))


def browser_sources(group: str = "") -> list[Path]:
    """The Python files that also run in the browser: those that every tool needs, or those that one group adds."""
    sources = [
        *sorted((ROOT / "tools").rglob("*.py")),
        ROOT / "macros" / "__init__.py",
        *sorted((ROOT / "macros" / "render").rglob("*.py")),
    ]
    # A __main__.py is a command for maintainers.
    return [path for path in sources if _group_of(path) == group and path.name != "__main__.py"]


def _group_of(source: Path) -> str:
    """The group whose zip a file is in, or '' for the one that every tool needs."""
    folders = set(map(str, source.relative_to(ROOT).parents))
    return next((name for name in groups() if folders & {f"tools/{name}", f"macros/render/{name}"}), "")


def imported(sources: Iterable[Path]) -> set[str]:
    """The modules that some files import, at the top or within a function."""
    return {name for source in sources for name in _imported(source.read_bytes())}


@cache
def _imported(source: bytes) -> frozenset[str]:
    """The modules that a source imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
    return frozenset(names)


def library_modules(sources: Iterable[Path]) -> list[str]:
    """The modules of the standard library that some files import."""
    return sorted(name for name in imported(sources) if name.partition(".")[0] in sys.stdlib_module_names)


def needs(group: str) -> list[str]:
    """The groups that a page must fetch for one group: those whose modules it imports, and itself last."""
    names = {tuple(name.split(".")) for name in imported(browser_sources(group))}
    packages = {other: (("tools", other), ("macros", "render", other)) for other in groups() if other != group}
    return [
        *(
            other
            for other, prefixes in packages.items()
            if any(name[: len(prefix)] == prefix for name in names for prefix in prefixes)
        ),
        group,
    ]


@cache
def stock_library() -> Files:
    """Every file of the standard library in Pyodide's package."""
    with zipfile.ZipFile(PYODIDE_LIBRARY) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


@cache
def library() -> Files:
    """The sources of Pyodide's standard library, with our overrides."""
    sources = {name: data for name, data in stock_library().items() if name.endswith(".py")}
    overrides = sorted(OVERRIDES.rglob("*.py"))
    return sources | {path.relative_to(OVERRIDES).as_posix(): path.read_bytes() for path in overrides}


def library_files(modules: Sequence[str]) -> list[str]:
    """The files of the library that Pyodide reads to start and to import some modules, found by starting it in Node."""
    parts = [pyodide_version(), LIST_FILES_SCRIPT, *(part for file in library().items() for part in file), *modules]
    cached = CACHE / f"library-{digest(parts)}.json"
    if not cached.is_file():
        with tempfile.NamedTemporaryFile(suffix=".zip") as whole:
            whole.write(zipped(library()))
            whole.flush()
            module = (PYODIDE / "pyodide.mjs").as_uri()
            command = ["node", "--input-type=module", "-e", LIST_FILES_SCRIPT, module, whole.name, *modules]
            output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        write_atomically(cached, json.dumps(json.loads(output)).encode())
    files: list[str] = json.loads(cached.read_bytes())
    return files


def compiled(files: Files) -> Files:
    """Python sources as bytecode, made by pyodide-build and cached until one changes."""
    if not files:
        return {}
    name = digest([str(COMPILE_ENVIRONMENT), *(part for file in files.items() for part in file)])
    cached = CACHE / f"compiled-{name}.zip"
    if not cached.is_file():
        work = cached.with_name(f"{cached.stem}.{os.getpid()}.zip")  # renamed once it is complete
        CACHE.mkdir(exist_ok=True)
        work.write_bytes(zipped(files))
        options = ["--silent", "--no-keep", "--compression-level", "0"]
        subprocess.run(
            [Path(sys.executable).with_name("pyodide"), "py-compile", *options, work],
            env={**os.environ, **COMPILE_ENVIRONMENT},
            check=True,
            capture_output=True,
        )
        work.rename(cached)
    with zipfile.ZipFile(cached) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(files: Files) -> bytes:
    """A zip without compression: the web server compresses it better, and the browser need not unpack it twice."""
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, ZIP_DATE), data)
    return output.getvalue()


def python_zip(group: str = "") -> bytes:
    """A zip of the standard library that the tools need, and the tools, as bytecode; for a group, what it adds."""
    tools = {source.relative_to(ROOT).as_posix(): source.read_bytes() for source in browser_sources(group)}
    if is_stock():
        return zipped(tools if group else {**stock_library(), **tools})
    return zipped({**compiled(_added_library(group)), **compiled(tools)})


def _added_library(group: str) -> Files:
    """The files of the library that every tool needs; for a group, only those it adds."""
    base, sources = browser_sources(), browser_sources(group)
    present = set(library_files(library_modules(base))) if group else set()
    names = library_files(library_modules({*base, *sources}))
    return {name: library()[name] for name in names if name not in present}


def lock() -> dict[str, Any]:
    """What Pyodide must know of its packages, of which we use none; saves the reader a request."""
    content = json.loads((PYODIDE / "pyodide-lock.json").read_text(encoding="utf-8"))
    return {"info": content["info"], "packages": {}}
