"""Answers the danger question."""

from macros.render.request import Lookups, Request
from macros.render.result import result_html
from tools import danger


def answer(request: Request, lookups: Lookups) -> str:
    """The result of an answer, as HTML."""
    return result_html(danger.decide(dict(request.data)), lookups.link)
