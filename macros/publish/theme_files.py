"""Finds Material's style sheets and scripts, whose names include a hash that changes with every release."""

from pathlib import Path

import material

ASSETS = Path(material.__file__).parent / "templates" / "assets"


def _only(pattern: str) -> Path:
    """The only theme file that matches a pattern; any other number means that the theme has changed."""
    paths = sorted(ASSETS.glob(pattern))
    if len(paths) != 1:
        raise FileNotFoundError(
            f"Material should have one file assets/{pattern}, but has {len(paths)}: see macros/publish/theme_files.py"
        )
    return paths[0]


def theme_files() -> dict[str, str]:
    """URLs, from the site's root, of the theme files that pages load, and of the search worker."""
    patterns = {
        "main_css": "stylesheets/main.*.min.css",
        "palette_css": "stylesheets/palette.*.min.css",
        "search_worker": "javascripts/workers/search.*.min.js",
    }
    return {name: f"assets/{_only(pattern).relative_to(ASSETS).as_posix()}" for name, pattern in patterns.items()}


def unused(src_uri: str) -> bool:
    """Whether a theme file is unused: the theme's own script, other languages, source maps."""
    if src_uri.endswith(".map"):
        return True
    return src_uri.startswith("assets/javascripts/") and not src_uri.startswith("assets/javascripts/workers/")
