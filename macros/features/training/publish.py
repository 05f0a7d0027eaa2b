"""Copies reveal.js, which presents the slides, into the site."""

import shutil
from pathlib import Path

from macros.files import ROOT

#: The files of reveal.js that a browser asks for. Its own speaker view is not among them: see assets/slides/speaker.js.
REVEAL = ("reveal.mjs", "reveal.css")


def publish(build, site: Path) -> None:
    """Puts reveal.js where the pages of slides ask for it."""
    folder = site / "assets" / "reveal"
    folder.mkdir(parents=True, exist_ok=True)
    for name in REVEAL:
        shutil.copyfile(ROOT / "node_modules" / "reveal.js" / "dist" / name, folder / name)
