"""Danger now: one sign of the list is red, none is not, and "cannot see or tell" counts as a sign.

Source: List 1 of the specification; national 6.2 and Annex 1 on immediate risk; the local text on immediate incidents.
"""

from tools.incident.model import Action, Floor, Never, Service, Shared, answer
from tools.incident.questions import DANGER

IMMEDIATE = ("national a1-risk-1", "topic immediate")


def _sign(value: str, reason: str, *services: Service) -> Floor:
    """The floor of one sign of danger now."""
    return Floor(answer("danger", value), "red", "999", reason, IMMEDIATE, "S", services, marks=("danger",))


DANGER_NOW = Shared(
    questions=(DANGER,),
    floors=(
        _sign("blows", "People are being hit, kicked or choked now.", "police"),
        _sign("in-hand", "Something that can badly hurt is in someone’s hand, with people in reach.", "police"),
        _sign("cornered", "Someone is cornered and cannot get away.", "police"),
        _sign("closing-in", "Someone says they will do it, has the means and is closing in.", "police"),
        _sign("not-parted", "The adults here cannot keep people apart.", "police"),
        _sign("silent-door", "A shut door and no answer: someone may be unconscious.", "ambulance"),
        _sign("cannot-tell", "You cannot see or tell whether someone is in danger.", "police"),
    ),
    actions=(
        Action(
            "withdraw",
            "danger",
            "self",
            "Get out of reach. Keep a door or space between.",
            "now",
            "self",
            answer("danger", "in-hand", "closing-in"),
            ("national 6.2-1", "topic weapons"),
            "S",
        ),
        Action(
            "move",
            "danger",
            "others",
            "Move the others out of reach, by voice and doors. Do not step between.",
            "now",
            "part",
            answer("danger", "blows", "in-hand", "cornered", "closing-in", "not-parted"),
            ("national 6.2-1", "topic immediate"),
            "S",
        ),
        Action(
            "aid",
            "silent door",
            "child",
            "Knock and call their name twice. No answer: open the door now.",
            "now",
            "life",
            answer("danger", "silent-door"),
        ),
    ),
    nevers=(
        Never(
            "Do not step in against a weapon, or alone against a fight.",
            answer("danger", "blows", "in-hand", "cornered", "closing-in", "not-parted", "cannot-tell"),
            ("national 6.2-2", "topic weapons"),
            "S",
        ),
    ),
)
