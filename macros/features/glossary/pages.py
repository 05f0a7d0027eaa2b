"""The glossary, letter by letter."""

from macros.pages.build import Build, Macro
from macros.render.html import escape


def glossary(build: Build) -> str:
    """Every abbreviation and term, letter by letter, each with an address of its own."""
    model, render = build.model, build.render
    letters: dict[str, list[str]] = {}
    for entry in model.glossary:
        letters.setdefault(str(entry["term"])[0].upper(), []).append(
            f'<div class="glossary__entry" id="{entry["anchor"]}"><dt>{escape(str(entry["term"]))}</dt>'
            f"<dd>{'<p><strong>' + escape(entry['stands for']) + '</strong></p>' if entry.get('stands for') else ''}{render(entry['means'])}</dd></div>"
        )
    ways = " ".join(f'<a href="#letter-{letter.lower()}">{letter}</a>' for letter in letters)
    return f'<p class="letters">{ways}</p>' + "".join(
        f'<h2 id="letter-{letter.lower()}">{letter}</h2><dl class="glossary">{"".join(items)}</dl>'
        for letter, items in letters.items()
    )


MACROS: dict[str, Macro] = {"glossary": glossary}
