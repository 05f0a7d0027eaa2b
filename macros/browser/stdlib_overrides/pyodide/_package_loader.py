"""Stands in the browser for Pyodide's own loader of packages: the site has none to load.

Pyodide asks for these names when it starts, and for nothing else until a package is loaded.
"""

from site import getsitepackages


class Folder:
    """The path of a folder; Pyodide asks for it by `__str__`, which a plain str would not keep in JavaScript."""

    def __init__(self, path: str):
        self.path = path

    def __str__(self) -> str:
        return self.path


SITE_PACKAGES = Folder(getsitepackages()[0])
DSO_DIR = Folder("/usr/lib")


def init_loaded_packages() -> None:
    """Does nothing: no package is there."""
