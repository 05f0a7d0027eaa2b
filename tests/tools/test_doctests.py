"""The examples in the docstrings are true."""

import doctest
import importlib
from pathlib import Path

import pytest

MODULES = [
    ".".join(path.with_suffix("").parts)
    for folder in ("tools", "macros")
    for path in sorted(Path(folder).rglob("*.py"))
    if ">>>" in path.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name):
    found = doctest.testmod(importlib.import_module(name))
    assert found.attempted and not found.failed
