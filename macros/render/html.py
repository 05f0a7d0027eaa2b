"""Escaping text for HTML."""


def escape(text: str) -> str:
    """Text made safe for HTML content and attributes (the html module costs start-up time in a browser)."""
    return (
        text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&quot;")
        .replace("'", "&#39;")
    )
