"""Answers to the requests of pages, without a browser."""

import json
from importlib import import_module
from typing import Any

from macros.render.request import Lookups, Request

#: Lookups in which no citation has a link.
NO_LOOKUPS = Lookups(lambda citation: [])


def text_of(group: str, action: str, data: Any, form: str = "", lookups: Lookups = NO_LOOKUPS) -> str:
    """The text with which a group of tools answers a request."""
    answer: str = import_module(f"macros.render.{group}").answer(Request(group, action, form, data), lookups)
    return answer


def answer_to(group: str, action: str, data: Any, form: str = "", lookups: Lookups = NO_LOOKUPS) -> Any:
    """The data of an answer in JSON."""
    return json.loads(text_of(group, action, data, form, lookups))
