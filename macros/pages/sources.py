"""Where a row of a data file comes from: its sources as links, and its provisions."""

from collections.abc import Iterable
from typing import NotRequired, TypedDict

from macros.content.model import Model
from macros.pages.html import Inline
from macros.pages.links import cite
from macros.render.html import join, tag


class Source(TypedDict):
    """A source: its title, and its URL if it is on the web."""

    title: str
    url: NotRequired[str]


def source_links(sources: Iterable[Source]) -> Inline:
    """The titles of sources, each a link if it has a URL."""
    links = (tag("a", row["title"], href=row["url"]) if "url" in row else row["title"] for row in sources)
    return Inline(join(*links, separator="; "))


def cite_all(model: Model, citations: Iterable[str]) -> Inline:
    """Links to several provisions."""
    return Inline(join(*(cite(model, citation) for citation in citations), separator=", "))
