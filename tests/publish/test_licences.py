"""Whatever of other people's reaches a reader has its licence beside it, and the page on licences names it."""

import hashlib
import re
from collections.abc import Iterator
from importlib.metadata import distributions
from pathlib import Path

import pytest

from macros.files import ROOT
from macros.publish.licences import KEPT, LICENCES

PACKAGES = ROOT / "node_modules"
PAGE = "about/sources-and-licences/"


def of_others() -> Iterator[tuple[str, Path]]:
    """Every file of every installed package, with the package's name."""
    for manifest in (*PACKAGES.glob("*/package.json"), *PACKAGES.glob("@*/*/package.json")):
        yield from ((manifest.parent.relative_to(PACKAGES).as_posix(), path) for path in manifest.parent.rglob("*"))
    for package in distributions():
        yield from ((package.name, Path(package.locate_file(file))) for file in package.files or ())


def shipped(site: Path) -> set[str]:
    """The packages of which a file, as it is, stands in the site; a licence alone does not count."""
    ours = [path for path in site.rglob("*") if path.is_file() and path.parent.name != "licences" and path.stat().st_size]
    sizes, digests = {path.stat().st_size for path in ours}, {digest(path) for path in ours}
    return {name for name, path in of_others() if path.is_file() and path.stat().st_size in sizes and digest(path) in digests}


def digest(path: Path) -> bytes:
    return hashlib.sha256(path.read_bytes()).digest()


def test_every_package_of_which_a_file_is_shipped_has_a_licence(site):
    found = shipped(site.folder)
    assert {"pyodide", "reveal.js", "workbox-core", "workbox-precaching", "mkdocs-material"} <= found, "it sees what is known to be there"
    assert found - LICENCES.keys() == set()


@pytest.mark.parametrize("name", LICENCES)
def test_a_licence_travels_with_the_site_and_the_page_leads_to_it(site, name):
    file = site.folder / "licences" / LICENCES[name]
    assert re.search("permission|licen[cs]e|redistribution", file.read_text(encoding="utf-8"), re.I)
    assert site.pages[PAGE].soup.find("article").find("a", href=f"../../licences/{file.name}")


@pytest.mark.parametrize("name", [name for name in KEPT if list((PACKAGES / name).glob("LICENSE*"))])
def test_a_licence_is_the_one_that_its_package_has_now(name):
    own, = (PACKAGES / name).glob("LICENSE*")
    assert (ROOT / "licences" / KEPT[name]).read_text(encoding="utf-8") == own.read_text(encoding="utf-8")


def test_no_licence_is_kept_for_what_is_not_shipped():
    assert {path.name for path in (ROOT / "licences").iterdir()} == set(KEPT.values())
