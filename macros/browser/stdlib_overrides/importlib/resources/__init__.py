"""Stands in the browser for the library's importlib.resources: no tool has files beside its modules.

The library's own is imported whenever Pyodide starts, only so that old names can be found in it, and brings pathlib, tempfile
and zipfile with it.
"""
