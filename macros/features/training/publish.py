"""Copies reveal.js, which presents the slides, from its npm package into the site, unchanged."""

import shutil
from pathlib import Path

from macros.files import ROOT
from macros.pages.build import Build

#: The files of reveal.js that a browser loads. `assets/slides/speaker.js` replaces its own speaker view.
REVEAL = ("reveal.mjs", "reveal.css")


def publish(build: Build, site: Path) -> None:
    """Copies reveal.js to the folder that the pages of slides load it from."""
    folder = site / "assets" / "reveal"
    folder.mkdir(parents=True, exist_ok=True)
    for name in REVEAL:
        shutil.copyfile(ROOT / "node_modules" / "reveal.js" / "dist" / name, folder / name)
