"""Acts that cannot both be done, and which of them goes. Nothing else decides between actions.

Source: K1 to K35 of the specification. Those that one row decides by its own conditions are named there.
"""

from tools.incident.model import ALWAYS, Conflict, Shared, acts, answer, at_least, every, no, some
from tools.incident.shared.stage import AWAY, POLICE_KNOW

CONFLICTS = Shared(
    conflicts=(
        Conflict(
            "K1",
            ALWAYS,
            (acts("leave", "weapon"),),
            (acts("remove", "weapon"),),
            "A weapon is left where the room can be locked. It is moved only if someone could reach it.",
        ),
        Conflict(
            "one route to health",
            answer("services", "ambulance"),
            (acts("call", "help", "999"),),
            (acts("aid", "hospital"), acts("aid", "check")),
            "Where an ambulance is called, nobody is sent to A&E or 111 as well.",
            until=True,
        ),
        Conflict(
            "A&E before 111",
            at_least("health", "A&E now"),
            (acts("aid", "hospital"),),
            (acts("aid", "check"),),
            "Whoever goes to A&E does not ring 111 first.",
            until=True,
        ),
        Conflict(
            "first aid after the fight",
            every(answer("danger", "blows", "not-parted", "in-hand", "closing-in"), no(answer("harm", "hospital"))),
            (acts("call", "help", "999"),),
            (acts("aid", "injury"), acts("move", "people")),
            "While a fight or a threat with a weapon goes on, people get away and call; the rest comes after.",
        ),
        Conflict(
            "999 brings the police",
            answer("services", "police"),
            (acts("call", "help", "999"),),
            (acts("tell", "event", "police"),),
            "Where 999 is called for the police, nobody tells them a second time.",
            until=True,
        ),
        Conflict(
            "K3",
            some(POLICE_KNOW, at_least("contact", "tell today")),
            (),
            (acts("ask account"),),
            "Once the police know or will be told, safety questions only; then listen.",
        ),
        Conflict(
            "K12",
            some(POLICE_KNOW, at_least("contact", "discuss")),
            (),
            (acts("dispose"),),
            "Nothing is thrown away that the police may want.",
        ),
        Conflict(
            "K23",
            some(POLICE_KNOW, at_least("contact", "tell today"), answer("any marks", "listen")),
            (),
            (acts("repair"),),
            "No making up from the first report to the end of the case, nor in sexual, exploitation or abuse matters.",
        ),
        Conflict(
            "absent",
            AWAY,
            (),
            (
                acts("*", "*", "child here"),
                acts("ask account"),
                acts("ask safety", "*", "child"),
                acts("listen", "*", "child"),
            ),
            "Nothing is asked of a child who is not there.",
        ),
        Conflict(
            "gone",
            every(AWAY, no(answer("any marks", "death"))),
            (),
            (acts("move", "people"),),
            "Nobody is kept apart from a child who is not there.",
        ),
        Conflict(
            "death",
            answer("any marks", "death"),
            (),
            (acts("support", "needs"), acts("support", "truth", "child")),
            "After a death nothing is said as if the child could still hear it or need it.",
        ),
        Conflict(
            "no act",
            no(answer("any marks", "acted")),
            (),
            (acts("repair"), acts("support", "view"), acts("ask account")),
            "What presupposes an act by this child is shown only where one was answered.",
        ),
    ),
)
