"""Replaces Pyodide's loader of packages in the browser: the site has no packages.

Pyodide imports these names when it starts, and no others until a package is loaded.
"""

from site import getsitepackages

# Not used, but held: Pyodide makes a snapshot of Python's memory only where some module has imported this.
from pyodide_js import loadedPackages  # noqa: F401


class Folder:
    """The path of a folder. Pyodide calls its `__str__`, which a str loses when it is converted to JavaScript."""

    def __init__(self, path: str):
        self.path = path

    def __str__(self) -> str:
        return self.path


SITE_PACKAGES = Folder(getsitepackages()[0])
DSO_DIR = Folder("/usr/lib")


def init_loaded_packages() -> None:
    """Does nothing: there are no packages."""
