"""Levels as a word and a shape together, made from one value so that they cannot disagree."""

from macros.render.html import Html, tag

#: level: (word, what it means, shape drawn in a 24 by 24 box). Shapes differ in greyscale too.
LEVEL_MARKS = {
    "red": ("Red", "Call 999 now", "M8 1h8l7 7v8l-7 7H8l-7-7V8z"),
    "amber": ("Amber", "Tell the police: no immediate response", "M12 2 23 22H1z"),
    "judgement": ("Judgement", "The protocols leave this to you: talk it through", "M12 1 23 12 12 23 1 12z"),
    "green": ("Green", "Internal: settle it at home", "M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22z"),
    "none": ("No level", "Other duties apply", "M2 6h20v12H2z"),
}


def shape(level: str, symbol: Html | None = None) -> Html:
    """The level's shape as an inline picture, hidden from screen readers because its word is always next to it.

    Prints have a symbol inside it.
    """
    return tag(
        "svg",
        tag("path", d=LEVEL_MARKS[level][2]),
        symbol,
        class_=f"shape shape--{level}",
        viewBox="0 0 24 24",
        width=24,
        height=24,
        aria_hidden="true",
        focusable="false",
    )


def level_name(level: str) -> Html:
    """Shape and word, for use inside a line."""
    return tag("span", shape(level), " ", tag("strong", LEVEL_MARKS[level][0]), class_=f"level level--{level}")
