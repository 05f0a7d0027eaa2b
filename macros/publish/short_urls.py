"""Pages that forward from a short URL without JavaScript."""

from __future__ import annotations

from macros.render.html import escape


def forwarding_page(target: str, label: str) -> str:
    """A static page that leads on without JavaScript."""
    return (
        f'<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n<title>{escape(label)}</title>\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">\n'
        f'<meta http-equiv="refresh" content="0; url={escape(target)}">\n</head>\n<body>\n<main>\n'
        f'<p><a href="{escape(target)}">Go to {escape(label)}</a></p>\n</main>\n</body>\n</html>\n'
    )
