"""A partnership's own counts over time: whether something has changed or it is noise, and what may be published.

`series.read` reads a table as people have it; `analysis.analyse` calculates the chart and the comparison; `sentences`
describes them; `publication` hides small numbers. Nothing here makes HTML.
"""

NAME = "picture"
TITLE = "Your local picture"
#: The provisions on data that are cited with each result.
SOURCES = ("national 1.10-1-6", "national 2.3-2", "national 10.1-3")


def citations() -> list[str]:
    """Every citation this tool can give."""
    return list(SOURCES)
