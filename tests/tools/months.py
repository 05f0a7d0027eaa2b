"""Series of months for the tests of the local picture."""

from tools.picture import series
from tools.picture.analysis import Analysis, Choices, analyse


def monthly(values, heading: str = "Calls", others: dict | None = None, **choices) -> Analysis:
    """A series of months as a look."""
    heads = ["Month", heading, *(others or {})]
    rows = [
        "\t".join(
            map(str, [f"{1 + n % 12:02}/{2010 + n // 12}", value, *(column[n] for column in (others or {}).values())])
        )
        for n, value in enumerate(values)
    ]
    return analyse(series.read("\n".join(["\t".join(heads), *rows])), Choices(**choices))
