"""The page's own server: form data in, HTML out. Called in the reader's browser; nothing leaves the page."""

import json
from importlib import import_module

from macros.render import incident
from macros.render import saved_copy as copies
from macros.render.result import result_html
from tools import TOOLS


def linker(table: dict[str, list[list[str]]], root: str):
    """Looks citations up in the table made when the site was built; addresses there start at the site's root."""
    return lambda citation: [(label, root + address) for label, address in table.get(citation, ())]


def answer(request: str, form: str, table: str, root: str) -> str:
    """The answer to one request of the page, as text.

    `request` is a tool's name for its result as HTML, or 'incident:save' or 'incident:open'; a request of a group of
    tools that travels apart starts with its name, as 'records/...', and `macros.render.<group>` answers it. `form` is
    JSON: pairs of name and value, or the text of a saved copy to open. `table` is JSON: citations, the area's services, and the words beside a judgement.
    """
    given, known = json.loads(form), json.loads(table)
    link = linker(known["citations"], root)
    group, apart, rest = request.partition("/")
    if apart:
        return import_module(f"macros.render.{group}").answer(rest, given, link, known["contacts"])
    if request == "incident:open":
        return json.dumps(copies.opened(given))
    made = next((value for name, value in given if name == "made"), "")
    if request == "incident:save":
        return copies.saved(incident.answered(given), made)
    if request == "incident":
        return incident.page_html(incident.answered(given), link, known["contacts"], known["words"], made)
    return result_html(TOOLS[request].decide({name: value for name, value in given}), link)
