"""Plain text: dates, confidence, HTML as plain text."""

import re
from datetime import date

from markupsafe import Markup

from macros.content.model import NOT_CONFIRMED

#: Labels of confidence, the most certain first.
CONFIDENCE_TEXT = {
    "official source": "Official source",
    "secondary source": "Secondary source",
    NOT_CONFIRMED: "Not confirmed: check before relying on it",
}


def say_date(day: date | str) -> str:
    """'22 November 2026', from a date or an ISO day."""
    day = date.fromisoformat(day) if isinstance(day, str) else day
    return f"{day.day} {day:%B %Y}"


def plain(html: str) -> str:
    """HTML as plain text on one line, without footnote calls."""
    text = Markup(re.sub(r"<sup.*?</sup>", "", html)).striptags()
    return " ".join(text.split())
