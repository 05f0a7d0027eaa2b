"""The local picture on a page: the tool's form. The page's own words say how to do the same by hand."""

from macros.pages.build import Macro
from macros.render.picture.form import tool_html


def local_picture(build) -> str:
    """The tool, which shows itself only where JavaScript runs."""
    return tool_html()


MACROS: dict[str, Macro] = {"local_picture": local_picture}
