"""Pages for young people: a topic with pictures, the way in, and Easy-Read-style booklets, all from the same words."""

from functools import partial
from itertools import groupby

from macros.content.citations import citation_links
from macros.content.errors import did_you_mean
from macros.features.directory.helplines import helplines_of
from macros.features.young.data import BOOKLETS, Line, Part, Topic, Young, read_young
from macros.pages.build import Macro
from macros.pages.text import say_date
from macros.render.html import escape

#: The topic that every other one leads to.
HELP = "who-can-help"
#: How wide and high a picture is drawn where no style says otherwise.
SIZE = 'width="200" height="150"'


def young_topic(build, name: str) -> str:
    """A topic as a page: parts with pictures beside their lines, and what they rest on at the end.

    `data-listen` marks what a device may read aloud: these pages only, never a result or a form.
    """
    young = read_young(build.model)
    if name not in young.topics:
        raise LookupError(f"no topic '{name}' in young/topics.yml.{did_you_mean(name, young.topics)}")
    topic = young.topics[name]
    parts = "".join(part_html(build, young, f"{name}-{number}", part) for number, part in enumerate(topic.parts, 1))
    help = (
        ""
        if name == HELP
        else f'<p class="young__help"><a class="md-button" href="page:young/{HELP}/">{escape(young.topics[HELP].title)}</a></p>'
    )
    return (
        f'<div class="young" data-module="young/listen" data-listen>{parts}</div>{help}{rests_on_html(build, young, topic)}'
    )


def part_html(build, young: Young, id: str, part: Part) -> str:
    """A part of a page. Lines that share a picture stand together beside it, so that the picture is not seen again and again."""
    rows = "".join(
        f'<div class="young__row">{picture_html(young, picture, young.pictures[picture])}'
        f'<div class="young__lines">{"".join(line_html(build, line) for line in lines)}</div></div>'
        for picture, lines in groupby(part.lines, key=lambda line: line.picture)
    )
    return (
        f'<section class="young__part" aria-labelledby="{id}"><h2 id="{id}">{escape(part.title)}</h2>{rows}</section>'
    )


def line_html(build, line: Line) -> str:
    """One line as a paragraph, marked as something that may be read aloud."""
    return build.render(line.words).replace("<p>", '<p data-say="">', 1)


def picture_html(young: Young, name: str, alt: str) -> str:
    """A picture; `alt` is empty where it only repeats the words that stand beside it."""
    return f'<img class="young__picture" src="site:young/pictures/{name}.svg" alt="{escape(alt)}" {SIZE}>'


def rests_on_html(build, young: Young, topic: Topic) -> str:
    """For adults: where each part comes from, how sure that is, and when it was checked."""

    def link(label: str, address: str) -> str:
        return f'<a href="{escape(address)}">{escape(label)}</a>'

    def place(citation: str) -> str:
        kind, _, name = citation.partition(" ")
        if kind == "source":
            source = young.sources[name]
            return f"{link(source.title, source.address)} ({source.confidence}, checked {say_date(source.checked)})"
        if kind == "helpline":
            entry = helplines_of(build.model)[name]
            return f"{link(entry.title, entry.facts['address'])} (checked {say_date(entry.facts['checked'])})"
        return ", ".join(link(label, address) for label, address in citation_links(build.model, citation))

    rows = "".join(
        f"<li><strong>{escape(part.title)}</strong>: {'; '.join(map(place, part.rests_on))}.</li>"
        for part in topic.parts
    )
    return (
        f'<details class="would-change young__from"><summary>For adults: where these words come from</summary>'
        f'<div class="source-notice"><ul>{rows}</ul></div></details>'
    )


def young_ways(build) -> str:
    """The way in: every topic with its picture, title and what it is about."""
    young = read_young(build.model)
    cards = "".join(
        f'<li><a href="page:young/{topic.name}/">{picture_html(young, topic.picture, "")}<span>{escape(topic.title)}</span></a><p>{escape(topic.about)}</p></li>'
        for topic in young.topics.values()
    )
    return f'<ul class="young__ways">{cards}</ul>'


def booklet(build, name: str) -> str:
    """A booklet in the style of Easy Read, to print: every topic that belongs to it, one idea a line, a picture beside each."""
    if name not in BOOKLETS:
        raise LookupError(f"no booklet '{name}'.{did_you_mean(name, BOOKLETS)}")
    young = read_young(build.model)
    topics = [topic for topic in young.topics.values() if name in topic.booklets]
    contents = "".join(
        f'<li>{picture_html(young, topic.picture, "")}<p><a href="#{topic.name}">{escape(topic.title)}</a></p></li>'
        for topic in topics
    )
    return (
        f'<div class="easy"><section class="easy__contents"><h2 id="contents">In this booklet</h2><ul class="easy__lines">{contents}</ul></section>'
        f"{''.join(map(partial(easy_topic, build, young), topics))}</div>"
    )


def easy_topic(build, young: Young, topic: Topic) -> str:
    """One topic of a booklet. Each picture repeats the words beside it, so it is hidden from those who listen to the page."""
    parts = "".join(
        f'<section class="easy__part"><h3>{escape(part.title)}</h3><ul class="easy__lines">'
        + "".join(f"<li>{picture_html(young, line.picture, '')}{build.render(line.words)}</li>" for line in part.lines)
        + "</ul></section>"
        for part in topic.parts
    )
    return f'<section class="easy__topic"><h2 id="{topic.name}">{escape(topic.title)}</h2>{parts}</section>'


MACROS: dict[str, Macro] = {"young_topic": young_topic, "young_ways": young_ways, "booklet": booklet}
