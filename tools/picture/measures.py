"""What a partnership counts, and how each is compared: as events, as children, or as a rate."""

from typing import Literal, NamedTuple

#: 'events': a child can have several; 'children': each child counts once, out of a number of children; 'rate': a rate
#: or percentage that was calculated elsewhere.
type Sort = Literal["events", "children", "rate"]


class Measure(NamedTuple):
    """One thing to count. `each` and `many` are its singular and plural; `heads` are parts of headings that name it."""

    id: str
    label: str
    sort: Sort
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
    """The measure that a column's heading names. Figures that are not all whole numbers can only be rates.

    >>> [guess(heading, True).id for heading in ("Missings", "Rate of cautions", "Home A", "Children in care")]
    ['missing', 'rate', 'events', 'children']
    >>> guess("Home A", False).id
    'rate'
    """
    heading = heading.lower()
    if not whole or any(part in heading for part in BY_ID["rate"].heads):
        return BY_ID["rate"]
    return next((measure for measure in MEASURES if any(part in heading for part in measure.heads)), BY_ID["events"])
