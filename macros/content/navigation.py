"""Navigation: the order in mkdocs.yml, with the protocols', the area's and the readers' pages where it asks for them."""

from pathlib import Path

from macros.content.data_files import front_matter, page_title
from macros.content.errors import ContentError
from macros.content.model import Model

#: The pages every area has besides its protocol, in the order they are shown. Its own further pages follow, by their `order:`.
AREA_PAGES = ("index", "decision-steps", "crosswalk", "if-we-disagree")


def navigation(nav: list, model: Model) -> list:
    """The navigation with '@national', '@area' and '@readers' replaced by lists of pages."""
    groups = {
        "@national": _entries(model, model.protocols["national"].pages),
        "@area": _area_entries(model),
        "@readers": _entries(model, sorted(model.roles.values(), key=_order)),
    }
    return _fill(nav, groups, model)


def _fill(nav: list, groups: dict[str, list], model: Model) -> list:
    filled = []
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


def _entries(model: Model, pages) -> list[dict[str, str]]:
    return [{page_title(page): page.relative_to(model.docs).as_posix()} for page in pages]


def _area_entries(model: Model) -> list[dict[str, str]]:
    pages = [model.area_folder / f"{name}.md" for name in AREA_PAGES]
    for page in pages:
        if not page.is_file():
            raise ContentError(str(page), f"every area has the pages {', '.join(AREA_PAGES)}; this one is missing")
    own = sorted((page for page in model.area_folder.glob("*.md") if page.stem not in AREA_PAGES), key=_order)
    return _entries(model, (*pages, *own, *model.protocols["local"].pages))


def _order(page: Path) -> int:
    """A page's place among its like, from its front matter."""
    return int(front_matter(page, "order"))
