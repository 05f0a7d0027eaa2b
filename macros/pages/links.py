"""Links to provisions, pages and notes.

They are written `cite:ID`, `page:PATH` and `site:URL`, and become real URLs when it is known which page they are on
(`resolve`).
"""

import re
from functools import cache

from mkdocs.utils import get_relative_url

from macros.content.citations import citation_links, on_topic
from macros.content.model import Model
from macros.pages.html import Inline
from macros.render.html import Html, join, tag

_ATTRIBUTE = re.compile(r'(href|src|srcset)="((?:cite|page|site):[^"]+)"')
_LINK = re.compile(r"(cite|page|site):([^#]+)(#.*)?")


def cite(model: Model, citation: str) -> Inline:
    """A link to a provision: the label of cite("national 6.4-8") is 'national 6.4, point 8'."""
    provision = model.find(citation)
    return Inline(tag("a", model.label(provision.id), class_="cite", href=f"cite:{provision.id}"))


def cite_topic(model: Model, topic: str) -> Inline:
    """Links to what the local protocol says on a topic of the area file, without naming the area."""
    return Inline(join(*(cite(model, f"local {id}") for id in on_topic(model, topic)), separator=", "))


def resolve(model: Model, html: str, page_url: str) -> Html:
    """HTML with its `cite:`, `page:` and `site:` links turned into URLs relative to a page."""

    @cache
    def url(link: str) -> str:
        return resolve_link(model, link, page_url)

    return Html(_ATTRIBUTE.sub(lambda match: f'{match[1]}="{url(match[2])}"', html))


def resolve_link(model: Model, link: str, page_url: str) -> str:
    """One `cite:`, `page:` or `site:` link as a URL relative to a page; any other link is returned unchanged."""
    match = _LINK.fullmatch(link)
    if not match:
        return link
    kind, name, anchor = match.groups(default="")
    target = model.url(name) if kind == "cite" else name
    page, _, fragment = target.partition("#")
    if kind == "cite" and page == page_url:
        return f"#{name}"
    return get_relative_url(page, page_url) + (f"#{fragment}" if fragment else anchor)


def brief_links(model: Model, citation: str) -> list[tuple[str, str]]:
    """A citation's links with the local protocol's name before the first only, for lists on one side of paper."""
    links, name = citation_links(model, citation), f"{model.area['protocol']['cited_as']} "
    return [*links[:1], *((label.removeprefix(name), url) for label, url in links[1:])]
