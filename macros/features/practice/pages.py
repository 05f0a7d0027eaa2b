"""What other areas have done, and what their protocols have that the local one does not: cards made from data."""

from functools import partial

from macros.content.errors import did_you_mean
from macros.features.practice.data import Example, ideas_of, practice_of
from macros.pages.build import Build, Macro
from macros.pages.html import Block, Inline, render_template
from macros.pages.sources import cite_all, source_links
from macros.pages.text import CONFIDENCE_TEXT
from macros.render.html import Html, escape, join, tag
from tools.records.boards import SIX


def practice(build: Build, *countries: str) -> Block:
    """The examples of some countries, one after another."""
    examples = practice_of(build.model).values()
    known = list(dict.fromkeys(example["country"] for example in examples))
    for country in countries:
        if country not in known:
            raise LookupError(f"no example from '{country}'.{did_you_mean(country, known)}")
    return _render(build, "examples", examples=[e for e in examples if e["country"] in countries])


def ideas(build: Build) -> Block:
    """Every idea from elsewhere.

    Each says that it is not the local protocol's text, what comes nearest there, and who does it, with how sure that
    is.
    """
    return _render(build, "ideas", ideas=ideas_of(build.model), examples=practice_of(build.model))


def practice_themes(build: Build) -> Block:
    """Every theme with links to the examples that have it."""
    examples = practice_of(build.model).values()
    themes = sorted({theme for example in examples for theme in example["themes"]})
    return _render(
        build,
        "themes",
        themes={theme: [example for example in examples if theme in example["themes"]] for theme in themes},
    )


def _render(build: Build, name: str, **context: object) -> Block:
    return render_template(
        f"practice/{name}.html",
        protocol=build.model.area["protocol"]["cited_as"],
        confidence=CONFIDENCE_TEXT,
        cite_all=partial(cite_all, build.model),
        source_links=source_links,
        idea_links=partial(idea_links, build),
        render=build.render,
        render_inline=build.render_inline,
        **context,
    )


def idea_links(build: Build, example: Example) -> Html:
    """Links to the ideas that name an example."""
    links = (
        tag("a", idea["title"], href=f"page:practice/elsewhere/#idea-{id}")
        for id, idea in ideas_of(build.model).items()
        if example["id"] in idea["where"]
    )
    return join(*links, separator=", ")


def practice_link(build: Build, id: str, label: str) -> Inline:
    """A link to one example."""
    if id not in practice_of(build.model):
        raise LookupError(f"no example '{id}'.{did_you_mean(id, practice_of(build.model))}")
    return Inline(tag("a", label, href=f"page:practice/#practice-{id}"))


def point_asks(build: Build, id: str) -> Inline:
    """The question of one of the six points for councillors, as the form asks it."""
    questions = {name: question for name, _, question in SIX}
    if id not in questions:
        raise LookupError(f"no point '{id}' among the six.{did_you_mean(id, questions)}")
    return Inline(escape(questions[id]))


MACROS: dict[str, Macro] = {
    "practice": practice,
    "practice_themes": practice_themes,
    "practice_link": practice_link,
    "ideas": ideas,
    "point_asks": point_asks,
}
