"""The local picture on a page: the tool's form. The page's own text explains how to do the same by hand."""

from macros.pages.build import Build, Macro
from macros.pages.html import Block
from macros.render.picture.form import tool_html


def local_picture(build: Build) -> Block:
    """The tool, which appears only where JavaScript runs."""
    return Block(tool_html())


MACROS: dict[str, Macro] = {"local_picture": local_picture}
