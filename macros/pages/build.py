"""One build of the site: its content, its settings, its macros, and a renderer for Markdown kept as data."""

import re
from collections.abc import Callable, Mapping
from functools import cache, cached_property, partial
from typing import Any

import jinja2
import markdown

from macros.content.model import Model
from macros.pages.html import Block

#: The placeholder of a block of HTML while Markdown runs: quicker, and Markdown cannot change the block.
_PLACEHOLDER = re.compile(r'<div data-block="(\d+)"></div>')


#: A function that pages may call. Its first argument is the build; it returns HTML, or raises LookupError on an unknown name.
Macro = Callable[..., str]


class Build:
    """The content and settings of one build, with the macros bound to it, and a renderer for Markdown kept as data."""

    def __init__(self, model: Model, settings: Mapping[str, Any], macros: Mapping[str, Macro]):
        self.model = model
        self.settings = settings
        self._blocks: list[str] = []
        self._markdown = markdown.Markdown()
        # Markdown in data files holds no HTML blocks, and looking for them would cost a sixth of the build.
        self._markdown.preprocessors.deregister("html_block")
        self._jinja = jinja2.Environment(undefined=jinja2.StrictUndefined)
        self.render = cache(self.render)
        # Macros are pure: results from the check before the build are reused by the build.
        self.macros = {name: cache(partial(macro, self)) for name, macro in macros.items()}

    @cached_property
    def abbreviations(self) -> tuple[dict[str, dict], re.Pattern]:
        """Glossary entries by each abbreviation that stands for them, and a pattern that finds one in running words."""
        entries = {
            name: entry
            for entry in self.model.glossary
            for name in (str(entry["term"]), *entry.get("also", ()))
            if re.fullmatch(r"(?=.*[A-Z].*[A-Z&])[A-Za-z&]{2,}", name)
        }
        names = "|".join(re.escape(name) for name in sorted(entries, key=len, reverse=True)) or "(?!)"
        return entries, re.compile(rf"(?<![\w-])({names})(?![\w-])")

    def hold_block(self, html: str) -> str:
        """A placeholder for a block of HTML in Markdown; anything else is returned unchanged."""
        if not isinstance(html, Block) and not html.startswith(("<h2", "<ul", "<ol", "<dl", "<div", "<p>", "<figure")):
            return html
        self._blocks.append(html)
        return f'<div data-block="{len(self._blocks) - 1}"></div>'

    def restore_blocks(self, html: str) -> str:
        """A page's HTML with every placeholder replaced by its block."""
        return _PLACEHOLDER.sub(lambda match: self._blocks[int(match[1])], html)

    def render(self, text: str) -> str:
        """HTML of some Markdown, which may call macros."""
        self._markdown.reset()
        return self._markdown.convert(self._jinja.from_string(text).render(self.macros) if "{{" in text else text)
