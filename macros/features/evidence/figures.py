"""Figures of the national picture on a page, in groups: each says who was counted, when, by whom, and how sure that is."""

from functools import cache

from macros.content.data_files import line_of, read_rows
from macros.content.errors import did_you_mean
from macros.pages.build import Macro
from macros.pages.links import cite
from macros.pages.text import CONFIDENCE_WORDS, say_date
from macros.render.html import escape


@cache
def figures_of(model) -> list[dict]:
    """Every figure of figures.yml, checked against its schema, each citation among them."""
    path = model.docs / "evidence" / "figures.yml"
    found = read_rows(path, path.with_suffix(".schema.json"))
    for entry in found:
        for citation in entry.get("cites", ()):
            model.find(citation, line_of(path, f"id: {entry['id']}"))
    return found


def figures(build, group: str) -> str:
    """The figures of one group, each with its population, period, source and confidence."""
    every = figures_of(build.model)
    groups = list(dict.fromkeys(entry["group"] for entry in every))
    if group not in groups:
        raise LookupError(f"no group of figures '{group}'.{did_you_mean(group, groups)}")
    return '<ul class="figures">' + "".join(card(build, entry) for entry in every if entry["group"] == group) + "</ul>"


def card(build, entry: dict) -> str:
    """One figure."""
    sources = "; ".join(
        f'<a href="{escape(s["address"])}">{escape(s["title"])}</a>' if "address" in s else escape(s["title"])
        for s in entry["sources"]
    )
    cites = ", ".join(cite(build.model, citation) for citation in entry.get("cites", ()))
    caution = (
        f'<div class="figures__caution">{build.render("**Take care.** " + entry["caution"])}</div>'
        if "caution" in entry
        else ""
    )
    return (
        f'<li id="figure-{entry["id"]}"><p class="figures__says"><strong>{escape(entry["figure"])}</strong> {build.render(entry["says"]).removeprefix("<p>").removesuffix("</p>")}</p>'
        f"<dl><dt>Who</dt><dd>{escape(entry['who'])}</dd><dt>When</dt><dd>{escape(str(entry['when']))}</dd>"
        f"<dt>Source</dt><dd>{CONFIDENCE_WORDS[entry['confidence']]}: {sources}. Checked {say_date(str(entry['checked']))}.{f' See {cites}.' if cites else ''}</dd></dl>{caution}</li>"
    )


MACROS: dict[str, Macro] = {"figures": figures}
