"""The page's own server: form data in, HTML out. Called in the reader's browser; nothing leaves the page."""

import json

from macros.render.result import result_html
from tools import TOOLS


def linker(table: dict[str, list[list[str]]], root: str):
    """Looks citations up in the table made when the site was built; addresses there start at the site's root."""
    return lambda citation: [(label, root + address) for label, address in table[citation]]


def answer(tool: str, form: str, table: str, root: str) -> str:
    """The result of a filled form, as HTML. `form` is JSON pairs of name and value, `table` JSON citations."""
    answers = {name: value for name, value in json.loads(form)}
    return result_html(TOOLS[tool].decide(answers), linker(json.loads(table), root))
