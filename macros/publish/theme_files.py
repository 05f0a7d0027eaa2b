"""Finds Material's own style sheets and scripts, whose names carry a hash that changes with every release."""

from pathlib import Path

import material

ASSETS = Path(material.__file__).parent / "templates" / "assets"


def _only(pattern: str) -> Path:
    """The one theme file that fits a pattern; anything else means that the theme has changed under us."""
    found = sorted(ASSETS.glob(pattern))
    if len(found) != 1:
        raise FileNotFoundError(
            f"Material should have one file like assets/{pattern}, and has {len(found)}: see macros/publish/theme_files.py"
        )
    return found[0]


def theme_files() -> dict[str, str]:
    """Addresses, from the site's root, of the theme files that pages load, and of the search worker for later."""
    patterns = {
        "main_css": "stylesheets/main.*.min.css",
        "palette_css": "stylesheets/palette.*.min.css",
        "search_worker": "javascripts/workers/search.*.min.js",
    }
    return {name: f"assets/{_only(pattern).relative_to(ASSETS).as_posix()}" for name, pattern in patterns.items()}


def unused(src_uri: str) -> bool:
    """Whether a file that Material brings is never asked for by our pages: its script, other languages, source maps."""
    if src_uri.endswith(".map"):
        return True
    return src_uri.startswith("assets/javascripts/") and not src_uri.startswith("assets/javascripts/workers/")
