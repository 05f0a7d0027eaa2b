"""What somebody did to somebody, where no body was hurt: threats, hate, stalking, damage and theft.

It sets the marks that later rules ask about, and what the wish of a person harmed and repetition do to the level. The
wish of an organisation, the home's own included, is not among them. Source: design 5.1.8 and 5.1.9, T1 and T5 (Z2).
"""

from tools.incident.model import ALWAYS, Action, Floor, Never, Shared, answer, at_least, every, no
from tools.incident.shared.harm import CHILD_HARMED, ON_PURPOSE, THIS_CHILD_HARMED, UNDER_10_ACTED, reported

#: A person was harmed, and not only the home or another organisation.
PERSON_HARMED = answer("whom", "this-child", "other-child", "staff", "partner", "public")
#: T1: a grown-up or partner, and a child that they may harm or use. An officer goes to the complaints body (S8).
BY_ADULT = every(CHILD_HARMED, answer("who", "partner", "relative", "household", "staff", "worker", "adult"))

ADULT_AGAINST_CHILD = (
    Floor(
        every(CHILD_HARMED, answer("who", "partner", "relative", "household", "staff", "worker", "officer", "adult")),
        "amber",
        "discuss",
        "It was done to a child by an adult or a partner.",
        ("national 3.1-2", "national 6.4-4"),
        marks=("listen",),
    ),
    Floor(
        every(CHILD_HARMED, answer("who", "relative", "household", "staff", "worker", "officer", "adult")),
        None,
        None,
        "",
        marks=("adult-harm",),
    ),
    Floor(reported(BY_ADULT), "amber", "tell today", "An adult or a partner may be harming a child."),
)

DEEDS = Shared(
    "deed",
    floors=(
        Floor(ALWAYS, "none", "not needed", ""),
        Floor(answer("who", "this-child"), None, None, "", marks=("acted",)),
        Floor(every(THIS_CHILD_HARMED, no(answer("who", "this-child", "nobody"))), None, None, "", marks=("victim",)),
        Floor(
            reported(every(answer("wish", "police"), PERSON_HARMED)),
            "amber",
            "tell today",
            "The person harmed wants the police told.",
            ("national 6.4-4", "topic non_immediate"),
            "S",
        ),
        Floor(
            every(answer("again", "targeted", "worse"), ON_PURPOSE),
            "amber",
            "discuss",
            "It is aimed at one person, or is getting worse.",
            ("national 6.4-5", "topic non_immediate"),
            "S",
        ),
        Floor(
            every(CHILD_HARMED, answer("who", "staff", "household", "worker")),
            "amber",
            "discuss",
            "It is said of someone who looks after children or works with them.",
            ("national 3.1-2",),
            marks=("allegation", "listen"),
        ),
        Floor(every(CHILD_HARMED, answer("who", "officer")), None, None, "", marks=("officer", "listen")),
        Floor(
            every(answer("whom", "other-child"), answer("who", "this-child")),
            None,
            None,
            "",
            marks=("between-children",),
        ),
        Floor(every(THIS_CHILD_HARMED, answer("who", "other-child")), None, None, "", marks=("between-children",)),
        # A child under 10 gets help: the council's night team hears of what the manager hears of.
        Floor(every(UNDER_10_ACTED, answer("again", "targeted", "worse")), None, None, "", marks=("tonight",)),
    ),
    actions=(
        Action(
            "ask wish",
            "police",
            "person harmed",
            "Ask the person harmed what they want. Not tonight if they are upset.",
            "day",
            "later",
            every(answer("wish", "no-police"), PERSON_HARMED, ON_PURPOSE, no(answer("event marks", "listen"))),
            ("national 6.4-4",),
            "S",
        ),
        Action(
            "tell",
            "event",
            "other social worker",
            "Tell the other child’s social worker too.",
            "day",
            "social worker",
            answer("event marks", "between-children"),
        ),
    ),
    nevers=(
        Never(
            "Never call the police as a punishment, or force an apology.",
            every(answer("event marks", "acted"), no(at_least("contact", "tell today"))),
        ),
    ),
)
