"""A result as HTML: level in word and shape, what to do in order, why, and the paragraphs it rests on."""

from collections.abc import Callable, Iterable

from macros.render.html import escape
from macros.render.levels import LEVEL_MARKS, shape
from tools.model import Duty, Finding, Result

Link = Callable[[str], list[tuple[str, str]]]


def citations_html(citations: Iterable[str], link: Link) -> str:
    """Links to the cited provisions or pages; `link` gives (label, address) pairs for a citation."""
    links = [
        f'<a href="{escape(address)}">{escape(label)}</a>'
        for citation in citations
        for label, address in link(citation)
    ]
    return f' <span class="citations">({", ".join(links)})</span>' if links else ""


def duty_html(duty: Duty, link: Link) -> str:
    """One duty; the number 999 becomes a phone link."""
    words = escape(duty.text).replace("999", '<a class="phone" href="tel:999">999</a>')
    return f'<li data-act="{duty.act}">{words}{citations_html(duty.citations, link)}</li>'


def finding_html(finding: Finding, link: Link) -> str:
    """One finding: what to do, then why."""
    duties = "".join(duty_html(duty, link) for duty in finding.duties)
    return (
        f'<ol class="duties">{duties}</ol>'
        f'<p class="reason"><strong>Why:</strong> {escape(finding.reason)}{citations_html(finding.citations, link)}</p>'
    )


def result_html(result: Result, link: Link) -> str:
    """A whole result. Without a level it says so in words, and is never drawn as green."""
    if result.level:
        word, meaning, _ = LEVEL_MARKS[result.level]
        call = ' <a class="phone phone--big" href="tel:999">Call 999</a>' if result.contact == "999" else ""
        head = (
            f'<p class="result__level">{shape(result.level)} <strong>{word}</strong> <span>{meaning}</span></p>{call}'
        )
    else:
        head = '<p class="result__level"><strong>No level yet</strong> <span>Read on before you decide</span></p>'
    body = "".join(finding_html(finding, link) for finding in result.findings)
    return f'<div class="result result--{result.level or "unset"}" data-level="{result.level or ""}">{head}{body}</div>'
