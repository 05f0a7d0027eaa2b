"""Figures of the national picture on a page, in groups: who was counted, when, by whom, and how sure that is."""

from datetime import date
from functools import partial
from typing import NotRequired, TypedDict, cast

from macros.content.data_files import line_of, read_rows
from macros.content.errors import did_you_mean
from macros.content.model import Model, cached_per_model
from macros.pages.build import Build, Macro
from macros.pages.html import Block, render_template
from macros.pages.sources import Source, cite_all, source_links
from macros.pages.text import CONFIDENCE_TEXT


class Figure(TypedDict):
    """A row of `docs/evidence/figures.yml`, as its schema explains it."""

    id: str
    group: str
    figure: str
    text: str
    who: str
    when: str
    citations: NotRequired[list[str]]
    sources: list[Source]
    confidence: str
    checked: date
    caution: NotRequired[str]


@cached_per_model
def figures_of(model: Model) -> list[Figure]:
    """Every figure of figures.yml, checked against its schema, its citations too."""
    path = model.docs / "evidence" / "figures.yml"
    entries = cast(list[Figure], read_rows(path, path.with_suffix(".schema.json")))
    for entry in entries:
        for citation in entry.get("citations", ()):
            model.find(citation, line_of(path, f"id: {entry['id']}"))
    return entries


def figures(build: Build, group: str) -> Block:
    """The figures of one group, each with its population, period, source and confidence."""
    entries = figures_of(build.model)
    groups = list(dict.fromkeys(entry["group"] for entry in entries))
    if group not in groups:
        raise LookupError(f"no group of figures '{group}'.{did_you_mean(group, groups)}")
    return render_template(
        "evidence/figures.html",
        figures=[entry for entry in entries if entry["group"] == group],
        confidence=CONFIDENCE_TEXT,
        cite_all=partial(cite_all, build.model),
        source_links=source_links,
        render=build.render,
        render_inline=build.render_inline,
    )


MACROS: dict[str, Macro] = {"figures": figures}
