"""What a partnership counts, in words, and how each is compared: as events, as children, or as a rate already worked out."""

from typing import NamedTuple


class Measure(NamedTuple):
    """One thing to count. `each` is what one of them is called, `many` several; `heads` are words that stand in its headings.

    `sort` is 'events' (a child can have several), 'children' (each counted once, out of so many) or 'rate'.
    """

    id: str
    label: str
    sort: str
    each: str
    many: str
    heads: tuple[str, ...] = ()


MEASURES = (
    Measure(
        "calls",
        "Calls to the police from homes",
        "events",
        "call to the police",
        "calls to the police",
        ("call", "police", "999", "101"),
    ),
    Measure(
        "missing", "Missing episodes", "events", "missing episode", "missing episodes", ("missing", "misper", "absen")
    ),
    Measure("notifiable", "Notifiable events", "events", "notifiable event", "notifiable events", ("notifi",)),
    Measure("restraints", "Restraints", "events", "restraint", "restraints", ("restrain", "physical intervention")),
    Measure(
        "convicted",
        "Children in care for 12 months or more who were cautioned or convicted",
        "children",
        "child cautioned or convicted",
        "children cautioned or convicted",
        ("convict", "caution", "offend"),
    ),
    Measure("events", "Something else that can happen to a child more than once", "events", "event", "events"),
    Measure(
        "children",
        "Something else that counts each child once",
        "children",
        "child",
        "children",
        ("child", "young people", "young person"),
    ),
    Measure(
        "rate",
        "A rate or percentage that is already worked out",
        "rate",
        "figure",
        "figures",
        ("rate", "%", "percent", "per cent", "per 100", "per 1"),
    ),
)
BY_ID = {measure.id: measure for measure in MEASURES}


def guess(heading: str, whole: bool) -> Measure:
    """The measure that a column's heading speaks of; figures that are not whole can only be rates.

    >>> guess("Missings", True).id, guess("Rate of cautions", True).id, guess("Home A", True).id, guess("Home A", False).id, guess("Children in care", True).id
    ('missing', 'rate', 'events', 'rate', 'children')
    """
    words = heading.lower()
    if not whole or any(word in words for word in BY_ID["rate"].heads):
        return BY_ID["rate"]
    return next((measure for measure in MEASURES if any(word in words for word in measure.heads)), BY_ID["events"])
