"""Third-party code that is shipped has its licence in the site, and the page about licences links to it."""

import hashlib
import re
from collections.abc import Iterator
from importlib.metadata import distributions
from pathlib import Path

import pytest

from macros.files import ROOT
from macros.publish.licences import LICENCES, VENDORED

PACKAGES = ROOT / "node_modules"
PAGE = "about/sources-and-licences/"


def package_files() -> Iterator[tuple[str, Path]]:
    """Every file of every installed package, with the package's name."""
    for manifest in (*PACKAGES.glob("*/package.json"), *PACKAGES.glob("@*/*/package.json")):
        yield from ((manifest.parent.relative_to(PACKAGES).as_posix(), path) for path in manifest.parent.rglob("*"))
    for package in distributions():
        yield from ((package.name, Path(package.locate_file(file))) for file in package.files or ())


def shipped(site: Path) -> set[str]:
    """The packages of which the site has an identical file, not counting licences."""
    files = [path for path in site.rglob("*") if path.is_file() and path.parent.name != "licences"]
    sizes = {path.stat().st_size for path in files} - {0}
    digests = {digest(path) for path in files}
    return {
        name
        for name, path in package_files()
        if path.is_file() and path.stat().st_size in sizes and digest(path) in digests
    }


def digest(path: Path) -> bytes:
    return hashlib.sha256(path.read_bytes()).digest()


def test_every_package_of_which_a_file_is_shipped_has_a_licence(site):
    packages = shipped(site.folder)
    assert packages >= {"pyodide", "reveal.js", "workbox-core", "workbox-precaching", "mkdocs-material"}
    assert packages - LICENCES.keys() == set()


@pytest.mark.parametrize("name", LICENCES)
def test_a_licence_is_in_the_site_and_the_page_links_to_it(site, name):
    file = site.folder / "licences" / LICENCES[name]
    assert re.search("permission|licen[cs]e|redistribution", file.read_text(encoding="utf-8"), re.I)
    assert site.pages[PAGE].soup.find("article").find("a", href=f"../../licences/{file.name}")


@pytest.mark.parametrize("name", [name for name in VENDORED if list((PACKAGES / name).glob("LICENSE*"))])
def test_a_licence_is_that_of_the_installed_package(name):
    (licence,) = (PACKAGES / name).glob("LICENSE*")
    assert (ROOT / "licences" / VENDORED[name]).read_text(encoding="utf-8") == licence.read_text(encoding="utf-8")


def test_every_licence_in_the_repository_is_used():
    assert {path.name for path in (ROOT / "licences").iterdir()} == set(VENDORED.values())
