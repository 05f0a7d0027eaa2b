"""Copies the licences of everything shipped with the site, so that they travel with it."""

import shutil
from importlib.metadata import distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

#: Python packages whose work reaches the reader as part of the pages.
SHIPPED = ("mkdocs", "mkdocs-material")


def copy_licences(site: Path) -> None:
    """Writes the project's own licence, the content statement and third-party licences into `licences/`."""
    folder = site / "licences"
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted((ROOT / "licences").glob("*.txt")):
        shutil.copyfile(path, folder / path.name)
    shutil.copyfile(ROOT / "LICENSE", folder / "good-enough-for-my-child.txt")
    for name in SHIPPED:
        (folder / f"{name}.txt").write_text(distribution(name).read_text("licenses/LICENSE"), encoding="utf-8")
