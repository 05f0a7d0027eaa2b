"""The glossary of a handbook: all terms, or only those that it uses."""

import re
from collections.abc import Collection, Iterable
from xml.etree.ElementTree import Element

from macros.content.model import Model
from macros.pages.build import Build
from macros.render.html import Html, join, tag


def terms_used(model: Model, trees: Iterable[Element]) -> set[str]:
    """The anchors of the glossary's entries whose terms some fragments use."""
    text = " ".join(" ".join(tree.itertext()) for tree in trees)
    return {
        entry["anchor"]
        for entry in model.glossary
        if any(_is_used(str(name), text) for name in (entry["term"], *entry.get("also", ())))
    }


def _is_used(name: str, text: str) -> bool:
    flags = re.I if name.islower() else re.NOFLAG
    return bool(re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text, flags))


def glossary(build: Build, used: Collection[str] | None) -> Html:
    """The glossary, or only the entries of some anchors."""
    rows = []
    for entry in build.model.glossary:
        if used is None or entry["anchor"] in used:
            full = tag("p", tag("strong", entry["stands_for"])) if entry.get("stands_for") else None
            rows.append(join(tag("dt", str(entry["term"])), tag("dd", full, build.render(entry["text"]))))
    return tag("dl", rows, class_="glossary")
