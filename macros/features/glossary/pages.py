"""The glossary, letter by letter."""

from itertools import groupby

from macros.pages.build import Build, Macro
from macros.pages.html import Block, render_template


def glossary(build: Build) -> Block:
    """Every abbreviation and term, letter by letter, each with an id to link to."""
    letters = groupby(build.model.glossary, key=lambda entry: str(entry["term"])[0].upper())
    return render_template(
        "glossary/glossary.html",
        letters=[(letter, list(entries)) for letter, entries in letters],
        render=build.render,
    )


MACROS: dict[str, Macro] = {"glossary": glossary}
