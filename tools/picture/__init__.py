"""A partnership's own counts: whether something has changed or it is noise, and what of it may be published.

`series.read` reads a table as people have it; `look.look` makes the chart and the comparison; `words` says what they say;
`publication` hides small numbers. Nothing here knows a page.
"""

NAME = "picture"
TITLE = "Your local picture"
#: What the national protocol asks for, beside a result.
SOURCES = ("national 1.10-1-6", "national 2.3-2", "national 10.1-3")


def citations() -> list[str]:
    """Every citation this tool can give."""
    return list(SOURCES)
