"""Replaces importlib.resources in the browser: no tool has data files next to its modules.

Pyodide imports the real module at every start, only for its old names, and pathlib, tempfile and zipfile with it.
"""
