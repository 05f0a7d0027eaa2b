"""Every function that pages may call, bound to one build, and the features that bring some of their own.

A feature is a module with `FUNCTIONS`: name to a function whose first argument is the build's `Words` and which returns
HTML or raises LookupError. It may have `publish(words, site)`, which writes files that are not pages, and
`frame(words, page, html)`, which puts round a page's words what the feature knows of it.
"""

import re
from collections.abc import Callable
from functools import cache, cached_property, partial
from types import ModuleType
from typing import Any

import jinja2
import markdown

from macros import (charts, dates, directory, evidence, gathered, guides, helplines, hosting, links, local_picture, offline, practice,
                    records, scenarios, search, training, young)
from macros import words as of_words
from macros.handbooks import shelf
from macros.model import Model

#: The features of this site; a new one is a module and a name here. The last one lists every file, so it stays last.
FEATURES: tuple[ModuleType, ...] = (
    guides,
    records,
    charts,
    evidence,
    local_picture,
    hosting,
    helplines,
    young,
    dates,
    scenarios,
    directory,
    practice,
    training,
    shelf,
    search,
    offline,
)

#: The words' own functions: those that need nothing but their arguments, those that take the model, and those that also render words kept as data.
_PLAIN = (of_words.call, of_words.level)
_OF_MODEL = (links.cite, links.cite_topic, of_words.area, of_words.area_page, of_words.official, of_words.tool, of_words.incident_map)
_RENDERED = (gathered.provisions_for, gathered.editors_notes, gathered.crosswalk, gathered.decision_steps, gathered.glossary)
#: Settings of a build that pages may print: name, key and what it is called when it is not set.
_SETTINGS = (
    ("publisher", "site_publisher", "publisher"),
    ("contact", "site_contact", "contact"),
    ("public_address", "public_address", "public address"),
)
#: Every name that pages may call.
NAMES = (
    *(function.__name__ for function in (*_PLAIN, *_OF_MODEL, *_RENDERED)),
    *(name for name, _, _ in _SETTINGS),
    *(name for feature in FEATURES for name in feature.FUNCTIONS),
)

#: What stands in a page's Markdown for a block of HTML until Markdown is done: quicker, and Markdown cannot change it.
_LATER = re.compile(r'<div data-later="(\d+)"></div>')


class Words:
    """The functions that pages may call, bound to one build's model and settings, and a renderer for words kept as data."""

    def __init__(self, model: Model, settings: dict[str, Any]):
        self.model = model
        self.settings = settings
        self._blocks: list[str] = []
        self._markdown = markdown.Markdown()
        # These words hold no blocks of HTML, and looking for some would cost a sixth of the build.
        self._markdown.preprocessors.deregister("html_block")
        self._jinja = jinja2.Environment(undefined=jinja2.StrictUndefined)
        self.render = cache(self.render)
        functions: dict[str, Callable[..., str]] = {
            **{function.__name__: function for function in _PLAIN},
            **{function.__name__: partial(function, model) for function in _OF_MODEL},
            **{function.__name__: partial(function, model, self.render) for function in _RENDERED},
            **{name: partial(of_words.setting, settings.get(key) or "", what) for name, key, what in _SETTINGS},
            **{name: partial(function, self) for feature in FEATURES for name, function in feature.FUNCTIONS.items()},
        }
        # Pure functions: what the check before the build has made, the build uses again.
        self.functions = {name: cache(function) for name, function in functions.items()}

    @cached_property
    def abbreviations(self) -> tuple[dict[str, dict], re.Pattern]:
        """Glossary entries by each abbreviation that stands for them, and a pattern that finds one in running words."""
        entries = {name: entry for entry in self.model.glossary for name in (str(entry["term"]), *entry.get("also", ()))
                   if re.fullmatch(r"(?=.*[A-Z].*[A-Z&])[A-Za-z&]{2,}", name)}
        names = "|".join(re.escape(name) for name in sorted(entries, key=len, reverse=True)) or "(?!)"
        return entries, re.compile(rf"(?<![\w-])({names})(?![\w-])")

    def later(self, html: str) -> str:
        """A stand-in for a block of HTML in Markdown; anything else comes back as it is."""
        if not html.startswith(("<h2", "<ul", "<ol", "<dl", "<div", "<p>", "<figure")):
            return html
        self._blocks.append(html)
        return f'<div data-later="{len(self._blocks) - 1}"></div>'

    def put_blocks(self, html: str) -> str:
        """A page's HTML with every stand-in replaced by its block."""
        return _LATER.sub(lambda match: self._blocks[int(match[1])], html)

    def render(self, words: str) -> str:
        """Markdown words, which may call the same functions, as HTML."""
        self._markdown.reset()
        return self._markdown.convert(self._jinja.from_string(words).render(self.functions) if "{{" in words else words)
