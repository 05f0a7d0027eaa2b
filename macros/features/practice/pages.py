"""What other areas have done, and what their protocols have that the local one does not: cards made from data.

`docs/practice/practice.yml` holds the examples and `docs/practice/ideas.yml` the ideas. An area's folder may have files of
the same names: its own examples, which stand among the others, and what its protocol says on each idea. A mistake stops the
build with its file and line.
"""

from macros.content.errors import did_you_mean
from macros.features.practice.data import ideas_of, practice_of
from macros.pages.build import Macro
from macros.pages.links import cite
from macros.pages.text import CONFIDENCE_WORDS, say_date
from macros.render.html import escape
from tools.records.boards import SIX


def practice(build, *countries: str) -> str:
    """The examples of some countries, one after another."""
    every = practice_of(build.model).values()
    known = list(dict.fromkeys(entry["country"] for entry in every))
    for country in countries:
        if country not in known:
            raise LookupError(f"no example from '{country}'.{did_you_mean(country, known)}")
    return (
        '<div class="practice">'
        + "".join(card(build, entry) for entry in every if entry["country"] in countries)
        + "</div>"
    )


def card(build, entry: dict) -> str:
    """One example: the problem, what was done, by whom, what came of it, and how sure that is."""

    def inline(text: str) -> str:
        return build.render(text).removeprefix("<p>").removesuffix("</p>")

    cites = ", ".join(cite(build.model, citation) for citation in entry.get("cites", ()))
    ideas = ", ".join(
        f'<a href="page:practice/elsewhere/#idea-{id}">{escape(idea["title"])}</a>'
        for id, idea in ideas_of(build.model).items()
        if entry["id"] in idea["where"]
    )
    rows = [
        ("The problem", inline(entry["problem"])),
        ("What they did", inline(entry["did"])),
        ("Who", inline(entry["who"])),
        ("What came of it", inline(entry["result"])),
        ("When", escape(entry["when"])),
        ("Source", sources_html(entry) + (f" See {cites}." if cites else "")),
    ]
    rows += [("Our protocol does not have", ideas)] if ideas else []
    body = "".join(f"<dt>{head}</dt><dd>{said}</dd>" for head, said in rows)
    mark = ' <span class="practice__here">this area</span>' if entry["here"] else ""
    return f'<section class="practice__card" id="practice-{entry["id"]}"><h3>{escape(entry["area"])}: {escape(entry["title"])}{mark}</h3><dl>{body}</dl>{care_html(build, entry.get("caution"))}</section>'


def sources_html(entry: dict) -> str:
    """Where an example comes from, how sure that is, and when it was checked."""
    named = "; ".join(
        f'<a href="{escape(s["address"])}">{escape(s["title"])}</a>' if "address" in s else escape(s["title"])
        for s in entry["sources"]
    )
    return (
        f"<strong>{CONFIDENCE_WORDS[entry['confidence']]}:</strong> {named}. Checked {say_date(str(entry['checked']))}."
    )


def care_html(build, text: str | None) -> str:
    """What something must not be taken for."""
    return f'<div class="practice__care">{build.render("**Take care.** " + text)}</div>' if text else ""


def practice_themes(build) -> str:
    """Ways in: every theme with the places that have something on it."""
    every = practice_of(build.model)
    themes = sorted({theme for entry in every.values() for theme in entry["themes"]})

    def links(theme: str) -> str:
        return ", ".join(
            f'<a href="page:practice/#practice-{id}">{escape(entry["area"])}</a>'
            for id, entry in every.items()
            if theme in entry["themes"]
        )

    return (
        '<ul class="practice__themes">'
        + "".join(
            f"<li><strong>{escape(theme[0].upper() + theme[1:])}:</strong> {links(theme)}</li>" for theme in themes
        )
        + "</ul>"
    )


def ideas(build) -> str:
    """Every idea from elsewhere: that it is not the local protocol's text, what comes nearest there, and who does it, each with how sure that is."""
    every, name = ideas_of(build.model), build.model.area["protocol"]["cited_as"]
    listed = "".join(f'<li><a href="#idea-{id}">{escape(entry["title"])}</a></li>' for id, entry in every.items())
    return (
        f'<div class="practice"><ul class="practice__themes">{listed}</ul>'
        + "".join(idea_html(build, entry, name) for entry in every.values())
        + "</div>"
    )


def idea_html(build, entry: dict, name: str) -> str:
    """One idea."""
    every = practice_of(build.model)
    where = "".join(
        f'<li><a href="page:practice/#practice-{id}">{escape(every[id]["area"])}</a>: {CONFIDENCE_WORDS[every[id]["confidence"]].lower()}</li>'
        for id in entry["where"]
    )
    cites = ", ".join(cite(build.model, citation) for citation in entry.get("cites", ()))
    own = (
        f'<p class="practice__not-ours"><strong>Not {escape(name)}’s text.</strong> {build.render(entry["local"]).removeprefix("<p>").removesuffix("</p>")}</p>'
        if entry["local"]
        else f'<p class="practice__not-ours"><strong>Not checked against {escape(name)}’s text.</strong></p>'
    )
    near = f"<dt>Nearest in the national protocol</dt><dd>{cites}</dd>" if cites else ""
    return (
        f'<section class="practice__card" id="idea-{entry["id"]}"><h3>{escape(entry["title"])}</h3>{build.render(entry["words"])}{own}'
        f"<dl><dt>Who does it</dt><dd><ul>{where}</ul></dd>{near}</dl>{care_html(build, entry['care'])}</section>"
    )


def practice_link(build, id: str, label: str) -> str:
    """A link to one example."""
    if id not in practice_of(build.model):
        raise LookupError(f"no example '{id}'.{did_you_mean(id, practice_of(build.model))}")
    return f'<a href="page:practice/#practice-{id}">{escape(label)}</a>'


def point_asks(build, id: str) -> str:
    """What one of the six points for councillors asks, in the words of the form that checks it."""
    asked = {name: ask for name, _, ask in SIX}
    if id not in asked:
        raise LookupError(f"no point '{id}' among the six.{did_you_mean(id, asked)}")
    return escape(asked[id])


MACROS: dict[str, Macro] = {
    "practice": practice,
    "practice_themes": practice_themes,
    "practice_link": practice_link,
    "ideas": ideas,
    "point_asks": point_asks,
}
