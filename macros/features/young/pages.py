"""Pages for young people: a topic with pictures, the list of topics, and Easy-Read-style booklets."""

from itertools import groupby

from macros.content.citations import citation_links
from macros.content.errors import did_you_mean
from macros.features.directory.helplines import helplines_of
from macros.features.young.data import BOOKLETS, Line, Part, Topic, Young, read_young
from macros.pages.build import Build, Macro
from macros.pages.html import Block, render_template
from macros.pages.text import say_date
from macros.render.html import Html, join, tag

#: The topic that all others link to.
HELP = "who-can-help"


def young_topic(build: Build, name: str) -> Block:
    """A topic as a page: parts with pictures next to their lines, and the sources at the end.

    `data-listen` marks what a device may read aloud: these pages only, never a result or a form.
    """
    young = read_young(build.model)
    if name not in young.topics:
        raise LookupError(f"no topic '{name}' in young/topics.yml.{did_you_mean(name, young.topics)}")
    topic = young.topics[name]
    return render_template(
        "young/topic.html",
        topic=topic,
        rows=rows_by_picture,
        pictures=young.pictures,
        render_inline=build.render_inline,
        help=None if name == HELP else young.topics[HELP],
        sources=[(part.title, part_sources(build, young, part)) for part in topic.parts],
    )


def rows_by_picture(part: Part) -> list[tuple[str, list[Line]]]:
    """Consecutive lines with the same picture, so that it is shown once next to all of them."""
    return [(picture, list(lines)) for picture, lines in groupby(part.lines, key=lambda line: line.picture)]


def part_sources(build: Build, young: Young, part: Part) -> Html:
    """For adults: the sources of a part, with confidence and the date each was checked."""
    return join(*(source_html(build, young, citation) for citation in part.citations), separator="; ")


def source_html(build: Build, young: Young, citation: str) -> Html:
    """One source as a link."""
    kind, _, name = citation.partition(" ")
    if kind == "source":
        source = young.sources[name]
        link = tag("a", source.title, href=source.url)
        return join(link, f" ({source.confidence}, checked {say_date(source.checked)})")
    if kind == "helpline":
        entry = helplines_of(build.model)[name]
        link = tag("a", entry.title, href=entry.facts["url"])
        return join(link, f" (checked {say_date(entry.facts['checked'])})")
    links = citation_links(build.model, citation)
    return join(*(tag("a", label, href=url) for label, url in links), separator=", ")


def young_ways(build: Build) -> Block:
    """The list of topics, each with its picture, title and what it is about."""
    return render_template("young/ways.html", topics=read_young(build.model).topics.values())


def booklet(build: Build, name: str) -> Block:
    """A booklet in the style of Easy Read, to print: its topics, one idea a line, each with a picture."""
    if name not in BOOKLETS:
        raise LookupError(f"no booklet '{name}'.{did_you_mean(name, BOOKLETS)}")
    topics: list[Topic] = [topic for topic in read_young(build.model).topics.values() if name in topic.booklets]
    return render_template("young/booklet.html", topics=topics, render=build.render)


MACROS: dict[str, Macro] = {"young_topic": young_topic, "young_ways": young_ways, "booklet": booklet}
