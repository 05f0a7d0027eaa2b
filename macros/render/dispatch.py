"""Answers the page's requests: form data in, HTML out. Called in the reader's browser; nothing leaves the page."""

import json
from functools import lru_cache
from importlib import import_module

from macros.render import danger, incident
from macros.render.html import Html
from macros.render.request import Lookups, Request
from macros.render.result import Link

#: The tools that are in the same archive as Python. Any other group is a package of this one.
_TOOLS = {"danger": danger.answer, "incident": incident.answer}


def answer(request: str, form: str, table: str, root: str) -> str:
    """The answer to a request that the page makes as text.

    `request` is 'TOOL', 'TOOL:ACTION', 'GROUP/ACTION' or 'GROUP/ACTION:FORM'. `form` is the request's data as JSON.
    `table` is JSON made by the build: citations, the area's services, and the text of provisions. `root` is the site's.
    """
    parsed = parse(request, form)
    group = _TOOLS.get(parsed.group) or import_module(f"macros.render.{parsed.group}").answer
    text: str = group(parsed, lookups(table, root))
    return text


def parse(request: str, form: str) -> Request:
    """A request from its text.

    >>> parse("records/check:removal", "[]")
    Request(group='records', action='check', form='removal', data=[])
    >>> parse("incident", "[]")
    Request(group='incident', action='decide', form='', data=[])
    >>> parse("incident:save", "[]")
    Request(group='incident', action='save', form='', data=[])
    """
    group, slash, rest = request.partition("/")
    if not slash:
        tool, _, action = request.partition(":")
        return Request(tool, action or "decide", "", json.loads(form))
    action, _, name = rest.partition(":")
    return Request(group, action, name, json.loads(form))


@lru_cache(maxsize=1)
def lookups(table: str, root: str) -> Lookups:
    """What answers look up, from the build's table, which is the same for every answer and is parsed once."""
    content = json.loads(table)
    provisions = {citation: [Html(text) for text in texts] for citation, texts in content["words"].items()}
    return Lookups(linker(content["citations"], root), content["contacts"], provisions)


def linker(table: dict[str, list[list[str]]], root: str) -> Link:
    """Looks up the links of citations in the build's table, whose URLs start at the site's root."""
    return lambda citation: [(label, root + url) for label, url in table.get(citation, ())]
