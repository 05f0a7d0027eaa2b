"""What a macro returns, and the templates that make it.

A macro returns a `Block`, which takes the place of a whole Markdown block, or an `Inline`, which stands inside a
sentence. Nothing is guessed from the HTML itself.
"""

from functools import cache
from pathlib import Path

import jinja2

from macros.files import ROOT
from macros.pages.text import say_date
from macros.render.html import Html

FEATURES = ROOT / "macros" / "features"


class Block(Html):
    """HTML that is a block of its own on a page."""

    __slots__ = ()


class Inline(Html):
    """HTML inside a line of text."""

    __slots__ = ()


@cache
def _templates() -> jinja2.Environment:
    folders = {path.parent.name: path for path in FEATURES.glob("*/templates")} | {
        "pages": Path(__file__).with_name("templates"),
        "handbooks": ROOT / "macros" / "editions" / "handbooks" / "templates",
    }
    environment = jinja2.Environment(
        loader=jinja2.PrefixLoader({name: jinja2.FileSystemLoader(folder) for name, folder in folders.items()}),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["date"] = say_date
    return environment


def render_template(name: str, **context: object) -> Block:
    """A block from a template: 'training/slides.html' is `macros/features/training/templates/slides.html`.

    Every value is escaped unless it is `Html`. Raises jinja2.UndefinedError for a value that the template needs and
    the call does not give.
    """
    return Block(_templates().get_template(name).render(context))


def render_inline(name: str, **context: object) -> Inline:
    """The same for HTML inside a line; white space at both ends is taken off."""
    return Inline(_templates().get_template(name).render(context).strip())
