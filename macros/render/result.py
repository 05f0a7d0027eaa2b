"""A result as HTML: level in word and shape, what to do in order, why, and the paragraphs it is based on."""

from collections.abc import Callable, Iterable

from macros.render.html import Html, join, tag
from macros.render.levels import LEVEL_MARKS, shape
from macros.render.phones import link_emergency, phone_link
from tools.model import Duty, Finding, Result

#: Gives the links of a citation as (label, URL) pairs.
Link = Callable[[str], list[tuple[str, str]]]


def citations_html(citations: Iterable[str], link: Link) -> Html:
    """Links to the cited provisions or pages in brackets, with a space before them; nothing where none is cited."""
    links = [tag("a", label, href=url) for citation in citations for label, url in link(citation)]
    return join(" ", tag("span", "(", join(*links, separator=", "), ")", class_="citations")) if links else join()


def duty_html(duty: Duty, link: Link) -> Html:
    """One duty as a list item; the number 999 is a phone link."""
    return tag("li", duty_text_html(duty, link), data_act=duty.act)


def duty_text_html(duty: Duty, link: Link) -> Html:
    """A duty's text and citations, without the list item."""
    return join(link_emergency(duty.text), citations_html(duty.citations, link))


def finding_html(finding: Finding, link: Link) -> Html:
    """One finding: what to do, then why."""
    return join(
        tag("ol", [duty_html(duty, link) for duty in finding.duties], class_="duties"),
        tag(
            "p",
            tag("strong", "Why:"),
            " ",
            finding.reason,
            citations_html(finding.citations, link),
            class_="reason",
        ),
    )


def level_html(level: str) -> Html:
    """A level at the head of a result: shape, word and meaning."""
    word, meaning, _ = LEVEL_MARKS[level]
    return tag("p", shape(level), " ", tag("strong", word), " ", tag("span", meaning), class_="result__level")


def no_level_html(why: str) -> Html:
    """The head of a result without a level, which is never drawn as green."""
    return tag("p", tag("strong", "No level yet"), " ", tag("span", why), class_="result__level")


def result_html(result: Result, link: Link) -> Html:
    """A whole result."""
    call = join(" ", phone_link("999", "Call 999", big=True)) if result.contact == "999" else None
    return tag(
        "div",
        level_html(result.level) if result.level else no_level_html("Read on before you decide"),
        call if result.level else None,
        [finding_html(finding, link) for finding in result.findings],
        class_=f"result result--{result.level or 'unset'}",
        data_level=result.level or "",
    )
