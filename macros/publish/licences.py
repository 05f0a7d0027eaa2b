"""Copies the licences of everything shipped with the site, so that they travel with it."""

import shutil
from importlib.metadata import distribution
from pathlib import Path

from macros.files import ROOT

#: Other people's work that reaches the reader, and the file in `licences/` that says how it may be used.
KEPT = {
    "pyodide": "pyodide-MPL-2.0.txt",
    "error-stack-parser": "error-stack-parser-MIT.txt",  # with its stackframe, inside Pyodide
    "python": "python-PSF.txt",  # its standard library
    "reveal.js": "reveal.js-MIT.txt",
    "fitty": "fitty-MIT.txt",  # inside reveal.js
    "lunr": "lunr-MIT.txt",  # inside Material's search
    "workbox-core": "workbox-MIT.txt",
    "workbox-precaching": "workbox-MIT.txt",
    "workbox-routing": "workbox-MIT.txt",
    "workbox-strategies": "workbox-MIT.txt",
    "esbuild": "esbuild-MIT.txt",  # its helpers, in the one script of the edition on a stick
    "ws": "ws-MIT.txt",  # what it says in browsers, in the same edition: Pyodide names it
}
#: Python packages whose work reaches the reader as part of the pages and documents; each brings its licence along.
BROUGHT = ("mkdocs", "mkdocs-material", "python-docx")
#: Each package and the name of its licence in the site.
LICENCES = KEPT | {name: f"{name}.txt" for name in BROUGHT}


def copy_licences(site: Path) -> None:
    """Writes the project's own licence and those of others into `licences/`."""
    folder = site / "licences"
    folder.mkdir(parents=True, exist_ok=True)
    for name in KEPT.values():
        shutil.copyfile(ROOT / "licences" / name, folder / name)
    shutil.copyfile(ROOT / "LICENSE", folder / "good-enough-for-my-child.txt")
    for name in BROUGHT:
        (folder / LICENCES[name]).write_text(distribution(name).read_text("licenses/LICENSE"), encoding="utf-8")
