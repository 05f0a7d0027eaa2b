"""Finishes a page's HTML: real links, the edition notice of a protocol page, and meanings of abbreviations."""

import re
from pathlib import Path

from macros.content.model import GlossaryEntry, Model, Protocol
from macros.pages.build import Build
from macros.pages.facts import official
from macros.pages.html import Block, render_template
from macros.pages.links import resolve
from macros.render.html import Html

_USED_TERM = re.compile(r'popovertarget="([^"]+)"')
#: Ends of blocks that the search would otherwise read as one word with what follows.
_BLOCK_END = re.compile(r"</(?:legend|summary|div|dt|dd|h[1-6])>(?=<)")
_FIRST_HEADING_END = re.compile(r"</h1>")


def finish_page(build: Build, html: str, source: Path, url: str) -> Html:
    """A page's HTML with everything that depends on which page it is."""
    model = build.model
    html = build.restore_blocks(html)
    protocol = next((p for p in model.protocols.values() if model.docs / source in p.pages), None)
    if protocol:
        notice = edition_notice(model, protocol)
        html = _FIRST_HEADING_END.sub(lambda match: match[0] + notice, html, count=1) + source_notice(model, protocol)
    html += "".join(meanings(build, html))
    return resolve(model, _BLOCK_END.sub(r"\g<0>\n", html), url)


def edition_notice(model: Model, protocol: Protocol) -> Block:
    """Which edition this is, its status today and when that was checked."""
    return render_template("pages/edition.html", facts=protocol.facts, official=official(model, protocol.key))


def source_notice(model: Model, protocol: Protocol) -> Block:
    """Whose document it is and under what licence."""
    return render_template("pages/source.html", facts=protocol.facts, official=official(model, protocol.key))


def meanings(build: Build, html: str) -> list[Block]:
    """The pop-ups that the page's abbreviation buttons open."""
    by_anchor = {entry["anchor"]: entry for entry in build.abbreviations[0].values()}
    anchors = dict.fromkeys(_USED_TERM.findall(html))
    return [meaning(build, by_anchor[anchor]) for anchor in anchors if anchor in by_anchor]


def meaning(build: Build, entry: GlossaryEntry) -> Block:
    """The pop-up of one abbreviation."""
    return render_template(
        "pages/meaning.html",
        anchor=entry["anchor"],
        stands_for=entry.get("stands_for"),
        text=build.render(entry["text"]),
    )
