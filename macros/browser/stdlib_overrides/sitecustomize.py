"""Makes imports from a zip faster in the browser. Python runs a module of this name before any other when it starts.

CPython's zipimport reads and unpacks every module twice, the first time only to get the name of its file. This method
takes the name from the zip's directory instead. See `get_filename` in Lib/zipimport.py of CPython 3.13.
"""

import zipimport


def get_filename(self: zipimport.zipimporter, name: str, reading=zipimport.zipimporter.get_filename) -> str:
    """The file of a module, like zipimport's method, which is used where there is no bytecode."""
    path = zipimport._get_module_path(self, name)
    files = self._get_files()
    found = files.get(f"{path}/__init__.pyc") or files.get(f"{path}.pyc")
    return found[0] if found else reading(self, name)


zipimport.zipimporter.get_filename = get_filename
