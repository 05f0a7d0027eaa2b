"""The last work on a page's HTML: real links, the edition notice of a protocol page, and meanings of abbreviations."""

import re
from pathlib import Path

from macros.content.model import Model, Protocol
from macros.pages.build import Build
from macros.pages.facts import official
from macros.pages.links import resolve
from macros.pages.text import say_date
from macros.render.html import escape

_USED_TERM = re.compile(r'popovertarget="([^"]+)"')
#: Ends of blocks that the search would otherwise read as one word with what follows.
_BLOCK_END = re.compile(r"</(?:legend|summary|div|dt|dd|h[1-6])>(?=<)")
_FIRST_HEADING_END = re.compile(r"</h1>")


def finish_page(build: Build, html: str, source: Path, url: str) -> str:
    """A page's HTML with everything put in that depends on which page it is."""
    model = build.model
    html = build.restore_blocks(html)
    protocol = next((p for p in model.protocols.values() if model.docs / source in p.pages), None)
    if protocol:
        html = _FIRST_HEADING_END.sub(lambda m: m[0] + edition_notice(model, protocol), html, count=1) + source_notice(
            model, protocol
        )
    return resolve(model, _BLOCK_END.sub(r"\g<0>\n", html + meanings(build, html)), url)


def edition_notice(model: Model, protocol: Protocol) -> str:
    """Which edition this is, how it stands today and when that was checked."""
    facts = protocol.facts
    return (
        f'<div class="edition" role="note" aria-label="Edition"><p><strong>{escape(facts["edition"])}</strong>, in plain language. '
        f"{escape(facts['status'])} Last checked on {say_date(facts['checked'])}. {official(model, protocol.key)}</p></div>"
    )


def source_notice(model: Model, protocol: Protocol) -> str:
    """Whose document it is and under what licence."""
    facts = protocol.facts
    return (
        f'<div class="source-notice"><p><strong>Source:</strong> <cite>{escape(facts["title"])}</cite>. {escape(facts["publisher"])}. '
        f"{escape(facts['licence'])} {official(model, protocol.key)}</p></div>"
    )


def meanings(build: Build, html: str) -> str:
    """The pop-ups that the page's abbreviation buttons open."""
    by_anchor = {entry["anchor"]: entry for entry in build.abbreviations[0].values()}
    return "".join(
        meaning(build, by_anchor[anchor]) for anchor in dict.fromkeys(_USED_TERM.findall(html)) if anchor in by_anchor
    )


def meaning(build: Build, entry: dict) -> str:
    """The pop-up of one abbreviation."""
    stands = f"<strong>{escape(entry['stands for'])}</strong> " if entry.get("stands for") else ""
    return (
        f'<div class="meaning" id="{entry["anchor"]}" popover>{stands}{build.render(entry["means"])}'
        f'<p><a href="page:glossary/#{entry["anchor"]}">In the glossary</a></p></div>'
    )
