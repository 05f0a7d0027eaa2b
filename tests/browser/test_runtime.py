"""The browser's library: small, and without what no tool uses."""

import importlib.util
import io
import zipfile

import pytest

from macros.browser.runtime import OURS, browser_sources, groups, imported, python_zip

#: Modules of the library whose place is taken by one of ours that does nothing.
ABSENT = ("asyncio", "importlib.resources")


@pytest.fixture(scope="module")
def modules() -> set[str]:
    """The modules that every tool's page fetches."""
    names = zipfile.ZipFile(io.BytesIO(python_zip())).namelist()
    return {name.removesuffix(".pyc").removesuffix("/__init__").replace("/", ".") for name in names}


@pytest.mark.parametrize("group", ["", *groups()])
def test_no_tool_uses_what_the_library_only_seems_to_have(group):
    assert not {name for name in imported(browser_sources(group)) if name.startswith(ABSENT)}


def test_what_is_absent_brings_nothing_with_it(modules):
    assert {*ABSENT, "pyodide._package_loader", "sitecustomize"} <= modules
    assert modules.isdisjoint({"asyncio.events", "logging", "pathlib", "socket", "subprocess", "tempfile", "threading", "zipfile"})


def test_whoever_waits_is_told_why_that_fails():
    spec = importlib.util.spec_from_file_location("absent", OURS / "asyncio" / "__init__.py")
    absent = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(absent)
    with pytest.raises(NotImplementedError, match="a tool answers at once"):
        absent.sleep(1)
