"""HTML is made by elements and templates, which escape; no f-string of the packages that make pages holds a tag."""

import ast
import re
from pathlib import Path

import pytest

from macros.files import ROOT

_TAG = re.compile(r"</?[a-z][a-z0-9]*[ >/]")
#: Not a reader's text: the number of a held block.
PLACEHOLDER = '<div data-block=""></div>'


def formatted_html(source: str) -> list[str]:
    """The fixed parts of each f-string in a module that hold a tag."""
    strings = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.JoinedStr))
    fixed = ("".join(str(v.value) for v in node.values if isinstance(v, ast.Constant)) for node in strings)
    return [text for text in fixed if _TAG.search(text) and text != PLACEHOLDER]


@pytest.mark.parametrize("package", ["features", "pages", "render"])
def test_no_formatted_string_holds_html(package: str):
    modules = sorted((ROOT / "macros" / package).rglob("*.py"))
    found = {str(Path(path).relative_to(ROOT)): formatted_html(path.read_text(encoding="utf-8")) for path in modules}
    assert {name: strings for name, strings in found.items() if strings} == {}


def test_a_tag_in_a_formatted_string_is_found():
    assert formatted_html('f"<li>{name}</li>"') == ["<li></li>"]
    assert formatted_html('f"{a} < {b}"') == []
