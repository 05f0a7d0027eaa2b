"""Three ways to talk: safety always; listening only; an open account once it is settled that no police are needed.

Source: section 1.4 of the specification with its second reading; national 3.1-2, 6.6; K3, K4, K17.
"""

from tools.incident.model import Action, Never, Shared, answer, at_least, every, no, some
from tools.incident.questions import ACCOUNT, NEEDS
from tools.incident.shared.stage import AWAY, POLICE_KNOW

#: No account is asked: police know or will, a matter that is only listened to, or nothing is decided yet.
LISTEN_ONLY = some(
    at_least("contact", "discuss"),
    answer("any marks", "listen"),
    POLICE_KNOW,
)

TALKING = Shared(
    questions=(ACCOUNT, NEEDS),
    actions=(
        Action(
            "ask safety",
            "safety",
            "child",
            "Ask first: are you hurt, what did you take, who else is in danger?",
            "account",
            "later",
            no(AWAY),
            ("national a1-risk-1",),
            "P",
        ),
        Action(
            "listen",
            "account",
            "child",
            "Listen if they want to talk. Note their exact words. Do not promise to keep it secret.",
            "account",
            "later",
            no(AWAY),
            ("national 3.1-2",),
            "S",
        ),
        Action(
            "ask account",
            "event",
            "child",
            "When calm and willing, ask “What happened?” and weigh what they say.",
            "account",
            "later",
            every(no(AWAY), no(LISTEN_ONLY), answer("any marks", "acted")),
            ("national 3.1-2",),
            "S",
        ),
        Action(
            "support",
            "halves",
            "child",
            "Tell them: adults have a duty to report; a statement or examination is your choice.",
            "account",
            "later",
            every(
                answer("any marks", "victim"), at_least("contact", "tell today"), no(AWAY), no(answer("age", "18-plus"))
            ),
        ),
        Action(
            "support",
            "decides",
            "child",
            "Tell them what could be done. They decide about police, unless a life or child is at risk.",
            "account",
            "later",
            every(answer("any marks", "victim"), answer("age", "18-plus"), no(AWAY)),
            ("national 7.2",),
            "S",
        ),
        Action(
            "support",
            "victim",
            "child",
            "Comfort them. Say they were right to tell and are not in trouble.",
            "hour",
            "later",
            every(answer("any marks", "victim"), no(AWAY)),
        ),
        Action(
            "arrange",
            "communication",
            "helper",
            "Get the interpreter or helper they need; never someone from the group.",
            "hour",
            "later",
            answer("needs", "communication", "language"),
        ),
    ),
    nevers=(
        Never(
            "Do not ask for details, or the same thing twice.",
            some(answer("any marks", "listen"), every(at_least("contact", "tell today"), no(AWAY))),
        ),
    ),
)
