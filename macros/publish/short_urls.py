"""Pages that forward from a short URL without JavaScript."""

import jinja2

PAGE = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, keep_trailing_newline=True).from_string(
    """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>{{ label }}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={{ target }}">
</head>
<body>
<main>
<p><a href="{{ target }}">Go to {{ label }}</a></p>
</main>
</body>
</html>
"""
)


def forwarding_page(target: str, label: str) -> str:
    """A page that forwards to a URL."""
    return PAGE.render(target=target, label=label)
