"""Links to provisions, pages and notes.

They are written `cite:ID`, `page:PATH` and `site:ADDRESS`, and become real addresses when it is known from which page they
are followed (`resolve`).
"""

from __future__ import annotations

import re
from functools import cache

from mkdocs.utils import get_relative_url

from macros.content.citations import citation_links, on_topic
from macros.content.model import Model
from macros.render.html import escape

_CITED = re.compile(r'(href|src|srcset)="(cite|page|site):([^"#]+)(#[^"]*)?"')


def cite(model: Model, citation: str) -> str:
    """A link to a provision: cite("national 6.4-8") says 'national 6.4, point 8'."""
    provision = model.find(citation)
    return f'<a class="cite" href="cite:{provision.id}">{escape(model.label(provision.id))}</a>'


def cite_topic(model: Model, topic: str) -> str:
    """Links to what the local protocol says on a topic of the area file, without naming the area."""
    return ", ".join(cite(model, f"local {id}") for id in on_topic(model, topic))


def resolve(model: Model, html: str, here: str) -> str:
    """Turns `cite:`, `page:` and `site:` links into addresses relative to the page at `here`."""

    @cache
    def address(attribute: str, kind: str, name: str, anchor: str | None) -> str:
        target = model.url(name) if kind == "cite" else name
        if kind == "cite" and target.partition("#")[0] == here:
            return f'{attribute}="#{name}"'
        page, _, fragment = target.partition("#")
        return f'{attribute}="{get_relative_url(page, here)}{"#" + fragment if fragment else anchor or ""}"'

    return _CITED.sub(lambda match: address(*match.groups()), html)


def brief_links(model: Model, citation: str) -> list[tuple[str, str]]:
    """A citation's links, the local protocol's name only before the first: duties stand close together here, on one side of paper."""
    links, name = citation_links(model, citation), f"{model.area['protocol']['cited_as']} "
    return [*links[:1], *((label.removeprefix(name), address) for label, address in links[1:])]
