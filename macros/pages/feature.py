"""What a feature adds to the site.

Each package of `macros/features/` has one `FEATURE`; `macros/registry.py` lists them all.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from mkdocs.structure.pages import Page

from macros.pages.build import Build, Macro


class Feature(NamedTuple):
    """What a feature adds.

    `macros`: functions that pages may call, by name. Each takes the build first and returns HTML, or raises LookupError
    on an unknown name.
    `publish`: writes files that are not pages into the built site.
    `frame`: changes a page's HTML, or its metadata, after Markdown.
    `publish_last`: publishes after all others, because it reads what they wrote.
    """

    macros: Mapping[str, Macro] = MappingProxyType({})
    publish: Callable[[Build, Path], None] | None = None
    frame: Callable[[Build, Page, str], str] | None = None
    publish_last: bool = False
