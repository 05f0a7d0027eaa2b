"""A hold or restraint by staff, a carer or a teacher: before, during and after it goes wrong (A6, A9, B8)."""

from tools.incident.model import (
    ALWAYS,
    Action,
    Floor,
    Never,
    Option,
    Question,
    Row,
    Verdict,
    answer,
    at_least,
    every,
    no,
    some,
)
from tools.incident.questions import UNDER_18

HOLD_SIGNS = Question(
    "hold-signs",
    "In the hold or since, has the person held any of these?",
    (
        Option("none", "None of these"),
        Option("breath", "“I can’t breathe”, noisy breath, grey or blue lips"),
        Option("limp", "Limp, suddenly quiet, faint, a fit, or sick"),
        Option("cannot-tell", "I cannot see or tell"),
    ),
    "Tick what is true. Any of these ends a hold at once.",
    many=True,
    nothing="none",
)
HOLD_HOW = Question(
    "hold-how",
    "What is known or said of the hold?",
    (
        Option("none", "None of these: it stopped injury or grave damage, and all accounts fit"),
        Option("cannot-tell", "The accounts do not fit, or I do not know"),
        Option("face-down", "Face down, or bent forward"),
        Option("pressed", "Weight or an arm on neck, chest, back or belly"),
        Option("hit", "Punched, kicked, slapped, or an object used"),
        Option("punish", "To punish, or to make them obey"),
        Option("touched", "Touched in a sexual way"),
        Option("pattern", "The same adult, or the same child, again and again"),
        Option("says-crime", "The person held says that it was wrong or a crime"),
    ),
    "Tick what is true.",
    many=True,
    nothing="none",
)

_BREATH = answer("hold-signs", "breath", "limp", "cannot-tell")
_WRONG = answer("hold-how", "face-down", "pressed", "hit", "punish", "touched", "pattern", "says-crime")
_DOUBT = some(_WRONG, answer("hold-how", "cannot-tell"))

HOLD = Row(
    "hold",
    "Held or restrained by staff, a carer or a teacher",
    "Any hold, with a mark or complaint or without; a hold that is going wrong",
    "Someone was held or restrained.",
    ("hold-signs", "hold-how", "harm", "injury", "access"),
    (
        Floor(ALWAYS, "green", "not needed", "", health="first aid", marks=("restraint",)),
        Floor(at_least("harm", "mark"), None, None, "A hold left a mark or pain.", health="seen today"),
        Floor(
            _BREATH,
            "red",
            "999",
            "After a hold there is a sign of trouble with breathing, or nobody can tell.",
            ("source restraint-position",),
            "C2",
            ("ambulance",),
            "ambulance",
            ("victim", "listen", "tonight"),
        ),
        Floor(
            at_least("harm", "mark"),
            "judgement",
            "discuss",
            "Someone was hurt in a hold. A manager who was not in it looks at it.",
            ("source lado-network",),
            "C2",
            marks=("victim", "listen", "tonight"),
        ),
        Floor(
            _DOUBT,
            "amber",
            "discuss",
            "Something about the hold may be wrong, or the accounts do not fit.",
            ("source lado-network",),
            "C2",
            marks=("victim", "allegation", "listen"),
        ),
        Floor(_WRONG, None, None, "", marks=("adult-harm", "serious-incident")),
        Floor(
            every(some(_WRONG, answer("harm", "hospital-over", "hospital")), UNDER_18),
            "amber",
            "tell today",
            "A hold like this, or one that badly hurts, may be a crime.",
            ("law chr-20", "law fsr-13"),
            "P",
        ),
        Floor(
            every(_WRONG, answer("access", "yes"), UNDER_18),
            "amber",
            "tell now",
            "A hold like this may be a crime, and that adult could reach a child tonight.",
            ("law chr-20", "law fsr-13"),
            "P",
            unsure="A hold like this may be a crime, and nobody is sure that the adult is kept away.",
        ),
        Floor(
            every(_WRONG, answer("harm", "hospital")),
            "red",
            "999",
            "Someone is badly hurt, and the hold may be a crime.",
            ("national a1-risk-1",),
            "P",
            ("ambulance", "police"),
            marks=("evidence",),
        ),
    ),
    (
        Action(
            "aid",
            "airway",
            "person hurt",
            "Let go at once. On their side. Not breathing well: breathe for them.",
            "now",
            "life",
            _BREATH,
            ("source restraint-position",),
            "C2",
        ),
        Action(
            "aid",
            "injury",
            "person hurt",
            "Check them all over and watch their breathing. Offer a medical look.",
            "now",
            "life",
            answer("harm", "none", "fear", "mark"),
            ("source restraint-position",),
            "C2",
        ),
        Action(
            "move",
            "people",
            "people",
            "Those who held them step out and stay away from children. Another adult comes.",
            "now",
            "part",
            _DOUBT,
        ),
        Action(
            "move",
            "people",
            "people",
            "Those who held them step out. Another adult stays with them.",
            "now",
            "part",
            some(_BREATH, at_least("harm", "mark")),
        ),
        Action(
            "tell",
            "advice",
            "designated officer",
            "Ask the LADO for advice on the next working day.",
            "day",
            "social worker",
            every(at_least("harm", "mark"), no(_DOUBT), UNDER_18),
            ("source lado-network",),
            "C2",
            "manager",
        ),
        Action(
            "support",
            "worker",
            "staff",
            "A worker hurt in it: check both, look at the hold first; charges wait a day.",
            "hour",
            "manager",
            citations=("national a1-carers-1",),
            mark="S",
        ),
        Action(
            "record",
            "hold",
            "log",
            "Who held what, how many minutes, in what position, and why. Save the footage.",
            "keep",
            "write",
        ),
    ),
    (
        Never(
            "Never say “he’s putting it on”, or start the hold again.", _BREATH, ("source restraint-position",), "C2"
        ),
        Never(
            "Never face down; never weight on neck, chest, back or belly.", ALWAYS, ("source restraint-position",), "C2"
        ),
    ),
    uses=("injury", "adult-harm"),
    verdicts=(
        Verdict(
            every(no(at_least("contact", "discuss")), no(at_least("health", "seen today"))),
            "Check them over, and record the hold. No police.",
        ),
        Verdict(
            every(
                at_least("contact", "discuss"),
                no(at_least("contact", "tell today")),
                no(answer("event marks", "allegation")),
            ),
            "Check them. Tell a manager who was not in it.",
        ),
    ),
    words=(
        *("restrain", "restraint", "held down", "hold", "grabbed", "dragged", "pinned", "face down", "can't breathe"),
        *("carpet burn", "physical intervention"),
    ),
    source="A9 A6 B8",
)
