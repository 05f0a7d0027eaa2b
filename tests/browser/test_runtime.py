"""The Python that browsers run: without the modules that overrides replace, and the same on stock Pyodide."""

import importlib.util
import io
import json
import re
import subprocess
import zipfile
from types import ModuleType

import pytest

from macros.browser.runtime import (
    OVERRIDES,
    PYODIDE,
    PYODIDE_LIBRARY,
    STOCK_VARIABLE,
    browser_sources,
    groups,
    imported,
    needs,
    python_zip,
)
from macros.files import ROOT
from macros.render.dispatch import answer

#: Modules of the standard library that overrides replace by empty ones.
EMPTY = ("asyncio", "importlib.resources")
#: The parts of the build's lookup table that an answer needs.
TABLE = json.dumps({"citations": {}, "contacts": {}, "words": {}})
#: Starts Python from the zip that all tools share, adds the zips of a group, and answers two requests.
START = """
import { readFileSync } from "node:fs";
const [url, base, table, ...groups] = process.argv.slice(1);
const { loadPyodide } = await import(url);
const python = await loadPyodide({ stdLibURL: base, enableRunUntilComplete: false });
const answer = python.pyimport("macros.render.dispatch").answer;
const danger = answer("danger", '[["danger", "yes"]]', table, "../");
for (const [n, group] of groups.entries()) {
  python.FS.writeFile(`/${n}.zip`, readFileSync(group));
  python.runPython(`
import sys, tools, macros.render
sys.path.append("/${n}.zip")
tools.__path__.append("/${n}.zip/tools")
macros.render.__path__.append("/${n}.zip/macros/render")`);
}
console.log(JSON.stringify([danger, answer("dates/calendar:dates", "[]", table, "../")]));
"""


@pytest.fixture(scope="module")
def modules() -> set[str]:
    """The modules that the pages of all tools fetch."""
    names = zipfile.ZipFile(io.BytesIO(python_zip())).namelist()
    return {name.removesuffix(".pyc").removesuffix("/__init__").replace("/", ".") for name in names}


@pytest.mark.parametrize("group", ["", *groups()])
def test_no_tool_imports_a_module_that_is_empty_in_browsers(group):
    assert not {name for name in imported(browser_sources(group)) if name.startswith(EMPTY)}


def test_empty_modules_import_no_others(modules):
    assert {*EMPTY, "pyodide._package_loader", "sitecustomize"} <= modules
    assert modules.isdisjoint(
        {"asyncio.events", "logging", "pathlib", "socket", "subprocess", "tempfile", "threading", "zipfile"}
    )


def test_waiting_fails_with_a_reason():
    spec = importlib.util.spec_from_file_location("asyncio_override", OVERRIDES / "asyncio" / "__init__.py")
    override = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(override)
    assert isinstance(override, ModuleType)
    with pytest.raises(NotImplementedError, match="a tool answers at once"):
        override.sleep(1)


@pytest.mark.thorough
@pytest.mark.parametrize("stock", [False, True], ids=["own", "stock"])
def test_python_starts_and_answers_on_our_library_and_on_pyodide_s(stock, tmp_path, monkeypatch):
    """STOCK_PYODIDE must stay usable: with it an upgrade shows whether a failure comes from our overrides."""
    if stock:
        monkeypatch.setenv(STOCK_VARIABLE, "1")
    names = set(zipfile.ZipFile(io.BytesIO(python_zip())).namelist())
    stock_names = {name for name in zipfile.ZipFile(PYODIDE_LIBRARY).namelist() if not name.endswith("/")}
    assert (stock_names <= names) is stock and ("sitecustomize.pyc" in names) is not stock
    zips = []
    for group in ("", *needs("dates")):
        zips.append(tmp_path / f"{group or 'python'}.zip")
        zips[-1].write_bytes(python_zip(group))
    module = (PYODIDE / "pyodide.mjs").as_uri()
    command = ["node", "--input-type=module", "-e", START, module, zips[0], TABLE, *zips[1:]]
    result = subprocess.run(command, check=False, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    danger, calendar = json.loads(result.stdout)
    expected = answer("danger", json.dumps([["danger", "yes"]]), TABLE, "../")
    assert danger == expected and "BEGIN:VCALENDAR" in calendar


def test_the_checklist_names_every_override():
    text = (ROOT / "macros" / "browser" / "README.md").read_text(encoding="utf-8")
    table = text.partition("| Override |")[2].partition("\n\n")[0]
    paths = {path.relative_to(OVERRIDES).as_posix() for path in OVERRIDES.rglob("*.py")}
    assert paths == set(re.findall(r"^\| `([\w/]+\.py)`", table, re.M))
