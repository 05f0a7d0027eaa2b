"""Navigation: the order in mkdocs.yml, with placeholders for the protocols', the area's and the readers' pages."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from macros.content.data_files import front_matter, line_at, page_title
from macros.content.errors import ContentError
from macros.content.model import Model

#: The pages that every area has besides its protocol, in the order in which they are shown. Further pages of the area
#: follow, by the `order:` in their front matter.
AREA_PAGES = ("index", "decision-steps", "crosswalk", "if-we-disagree")


#: An item of MkDocs' navigation: a page, or a title with a page or with further items.
type Item = str | dict[str, Any]


def navigation(nav: list[Item], model: Model) -> list[Item]:
    """The navigation with '@national', '@area' and '@readers' replaced by lists of pages."""
    groups = {
        "@national": _entries(model, model.protocols["national"].pages),
        "@area": _area_entries(model),
        "@readers": _entries(model, sorted(model.roles.values(), key=_order)),
    }
    return _fill(nav, groups, model)


def _fill(nav: list[Item], groups: dict[str, list[Item]], model: Model) -> list[Item]:
    filled: list[Item] = []
    for item in nav:
        if isinstance(item, str) and item in groups:
            filled += groups[item]
        elif isinstance(item, dict):
            ((title, inner),) = item.items()
            title = model.protocols["local"].facts["short_title"] if title == "@area-title" else title
            filled.append({title: _fill(inner, groups, model) if isinstance(inner, list) else inner})
        else:
            filled.append(item)
    return filled


def _entries(model: Model, pages: Iterable[Path]) -> list[Item]:
    return [{page_title(page): page.relative_to(model.docs).as_posix()} for page in pages]


def _area_entries(model: Model) -> list[Item]:
    pages = [model.area_folder / f"{name}.md" for name in AREA_PAGES]
    for page in pages:
        if not page.is_file():
            raise ContentError(str(page), f"every area has the pages {', '.join(AREA_PAGES)}; this one is missing")
    further = sorted((page for page in model.area_folder.glob("*.md") if page.stem not in AREA_PAGES), key=_order)
    return _entries(model, (*pages, *further, *model.protocols["local"].pages))


def _order(page: Path) -> int:
    """A page's position among similar pages, from its front matter."""
    order = front_matter(page, "order")
    if not order.isdecimal():
        raise ContentError(line_at(page, ["order"]), f"'order': '{order}' is not a whole number")
    return int(order)
