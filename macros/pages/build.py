"""One build of the site: its content, its settings, its macros, and a renderer for Markdown kept as data."""

import re
from collections.abc import Callable, Mapping
from functools import cache, cached_property, partial
from typing import Any
from xml.etree.ElementTree import Element

import jinja2
import markdown
from markdown.treeprocessors import Treeprocessor

from macros.content.model import GlossaryEntry, Model
from macros.pages.html import Block, Inline
from macros.render.html import Html

#: The placeholder of a block of HTML while Markdown runs: quicker, and Markdown cannot change the block.
_PLACEHOLDER = re.compile(r'<div data-block="(\d+)"></div>')

#: A function that pages may call. Its first argument is the build; it returns a `Block` or an `Inline`, or raises
#: LookupError on an unknown name.
Macro = Callable[..., Block | Inline]


class Build:
    """The content and settings of one build, with the macros bound to it, and a renderer for Markdown kept as data."""

    def __init__(self, model: Model, settings: Mapping[str, Any], macros: Mapping[str, Macro]):
        self.model = model
        self.settings = settings
        self._blocks: list[Block] = []
        self._paragraphs, self._line = _converter(), _converter()
        self._line.treeprocessors.register(_OneParagraph(self._line), "one-paragraph", 0)
        self._jinja = jinja2.Environment(undefined=jinja2.StrictUndefined)
        # Much text is rendered for several pages.
        self._rendered: Callable[[str], Html] = cache(lambda text: Html(self._convert(self._paragraphs, text)))
        self._rendered_inline: Callable[[str], Inline] = cache(lambda text: Inline(self._convert(self._line, text)))
        # Macros are pure: results from the check before the build are reused by the build.
        self.macros = {name: cache(partial(macro, self)) for name, macro in macros.items()}

    @cached_property
    def abbreviations(self) -> tuple[dict[str, GlossaryEntry], re.Pattern[str]]:
        """Glossary entries by each abbreviation of theirs, and a pattern that finds one in running text."""
        entries = {
            name: entry
            for entry in self.model.glossary
            for name in (entry["term"], *entry.get("also", ()))
            if re.fullmatch(r"(?=.*[A-Z].*[A-Z&])[A-Za-z&]{2,}", name)
        }
        names = "|".join(re.escape(name) for name in sorted(entries, key=len, reverse=True)) or "(?!)"
        return entries, re.compile(rf"(?<![\w-])({names})(?![\w-])")

    def hold_block(self, html: Block | Inline) -> str:
        """A placeholder for a block of HTML in Markdown; inline HTML is returned unchanged.

        Raises TypeError for anything else, because a macro that returned plain text would not have escaped it.
        """
        if isinstance(html, Inline):
            return html
        if not isinstance(html, Block):
            raise TypeError(f"a macro returned {type(html).__name__}, and not a Block or an Inline: {html[:60]!r}")
        self._blocks.append(html)
        return f'<div data-block="{len(self._blocks) - 1}"></div>'

    def restore_blocks(self, html: str) -> str:
        """A page's HTML with every placeholder replaced by its block."""
        return _PLACEHOLDER.sub(lambda match: self._blocks[int(match[1])], html)

    def render(self, text: str) -> Html:
        """HTML of some Markdown, which may call macros."""
        return self._rendered(text)

    def render_inline(self, text: str) -> Inline:
        """The same for Markdown that is one paragraph, without its `<p>`; LookupError where it is more than that."""
        return self._rendered_inline(text)

    def _convert(self, converter: markdown.Markdown, text: str) -> str:
        converter.reset()
        return converter.convert(self._jinja.from_string(text).render(self.macros) if "{{" in text else text)


def _converter() -> markdown.Markdown:
    """A renderer. Markdown in data files holds no HTML blocks, and looking for them would cost a sixth of the build."""
    converter = markdown.Markdown()
    converter.preprocessors.deregister("html_block")
    return converter


class _OneParagraph(Treeprocessor):
    """Replaces a document's only paragraph by what it contains."""

    def run(self, root: Element) -> None:
        if not len(root):
            return
        if len(root) > 1 or root[0].tag != "p":
            text = " ".join("".join(root.itertext()).split())
            raise LookupError(f"'{text[:60]}' goes inside a line, so it can only be one paragraph")
        paragraph = root[0]
        root.remove(paragraph)
        root.text, root[:] = paragraph.text, list(paragraph)
