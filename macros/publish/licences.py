"""Copies the licences of everything that is shipped into the site."""

import shutil
from importlib.metadata import distribution
from pathlib import Path

from macros.files import ROOT

#: Third-party code that is shipped, and its licence in `licences/`.
VENDORED = {
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
    "esbuild": "esbuild-MIT.txt",  # its helpers, in the script of the USB edition
    "ws": "ws-MIT.txt",  # its browser stub, in the same edition, because Pyodide imports it
}
#: Python packages of which a part is shipped in pages and documents. Their licences come from the installed packages.
FROM_PACKAGES = ("mkdocs", "mkdocs-material", "python-docx")
#: The file name of each package's licence in the site.
LICENCES = VENDORED | {name: f"{name}.txt" for name in FROM_PACKAGES}


def copy_licences(site: Path) -> None:
    """Writes the project's licence and those of third parties into `licences/`."""
    folder = site / "licences"
    folder.mkdir(parents=True, exist_ok=True)
    for name in VENDORED.values():
        shutil.copyfile(ROOT / "licences" / name, folder / name)
    shutil.copyfile(ROOT / "LICENSE", folder / "good-enough-for-my-child.txt")
    for name in FROM_PACKAGES:
        text = distribution(name).read_text("licenses/LICENSE")
        if text is None:
            raise FileNotFoundError(f"the installed package {name} has no licenses/LICENSE")
        (folder / LICENCES[name]).write_text(text, encoding="utf-8")
