"""What the stage of police involvement changes: who is told and how, never the level.

Source: section 2 of the specification with its second reading; national 6.6, Annex 1 on arrests; local 3 on changes.
"""

from tools.incident.model import Action, Clash, Never, Shared, answer, at_least, every, no, some
from tools.incident.questions import CHANGED, HERE, STAGE

#: The child is not here: nothing is asked of them, and nothing they hold can be given up.
AWAY = some(answer("any marks", "absent"), answer("stage", "station"))
#: The police are with the child or the carer now.
OFFICER_HERE = answer("stage", "here", "station")
#: From the first report until the case ends, the police know.
POLICE_KNOW = answer("stage", "reported", "coming", "here", "station", "after")

STAGES = Shared(
    questions=(STAGE, CHANGED, HERE),
    actions=(
        Action(
            "record",
            "log number",
            "police",
            "Write down the reference, what you asked for and when they will ring.",
            "hour",
            "police",
            answer("stage", "reported"),
            ("topic change",),
            "S",
        ),
        Action(
            "arrange",
            "arrival",
            "police",
            "Lights on, gate open, dog shut in. One adult meets them outside.",
            "now",
            "police",
            answer("stage", "coming"),
        ),
        Action(
            "support",
            "truth",
            "child",
            "Tell them truthfully who is coming and why, unless that raises danger.",
            "hour",
            "police",
            every(answer("stage", "coming"), no(answer("any marks", "absent"))),
        ),
        Action(
            "support",
            "needs",
            "police",
            "Say who is who, what the {child} needs, and that they are looked after.",
            "now",
            "police",
            answer("stage", "here"),
            ("national 6.6-7",),
            "S",
        ),
        Action(
            "arrange",
            "rights",
            "police",
            "If officers want to question them: solicitor and appropriate adult first.",
            "hour",
            "police",
            every(
                some(answer("stage", "coming", "here"), at_least("contact", "tell now")),
                no(answer("age", "under-10", "18-plus")),
                no(answer("any marks", "absent", "death")),
            ),
            ("national 6.6-7",),
            "S",
        ),
        Action(
            "support",
            "view",
            "police",
            "Give your view on whether an arrest is needed. The officer decides.",
            "hour",
            "police",
            every(answer("stage", "here"), answer("any marks", "acted"), no(answer("age", "under-10"))),
            ("national a1-incidents-3",),
            "S",
        ),
        Action(
            "record",
            "officer",
            "police",
            "Ask the officers’ names, numbers and reference, and what may be touched.",
            "keep",
            "write",
            answer("stage", "here"),
        ),
        Action(
            "arrange",
            "adult",
            "placing council",
            "Ask the responsible council for an adult who was not there, and a solicitor.",
            "now",
            "police",
            answer("stage", "station"),
            ("national 6.6-7",),
            "S",
        ),
        Action(
            "support",
            "custody",
            "police",
            "Tell custody about medicines, self-harm, fears and needs. Ask who fetches.",
            "now",
            "police",
            answer("stage", "station"),
            ("national 6.6-7",),
            "S",
        ),
        Action(
            "arrange",
            "bed",
            "placing council",
            "Ask the council for a bed tonight: no cell because no bed.",
            "hour",
            "police",
            every(answer("stage", "station"), no(answer("age", "18-plus"))),
            ("law pace-38",),
            "C1",
        ),
        Action(
            "watch",
            "suicide risk",
            "child",
            "Ask tonight, and on each date, about wanting to die. Check by sight for two nights.",
            "hour",
            "life",
            answer("stage", "station", "after", "ended"),
            ("source watchdog-dates",),
            "C2",
        ),
        Action(
            "support",
            "company",
            "child",
            "Keep them company for 48 hours. Replace a phone that was taken.",
            "hour",
            "later",
            answer("stage", "after", "ended"),
            ("source watchdog-dates",),
            "C2",
        ),
        Action(
            "record",
            "conditions",
            "police",
            "Get bail conditions and dates in writing, and put them in the diary.",
            "day",
            "police",
            answer("stage", "after"),
        ),
        Action(
            "support",
            "advice",
            "child",
            "Nothing is accepted or signed before a solicitor has advised.",
            "hour",
            "police",
            every(
                answer("stage", "here", "station", "after"), answer("any marks", "acted"), no(answer("age", "under-10"))
            ),
            ("page young/police",),
            "P",
        ),
    ),
    nevers=(
        Never("Do not question them, tidy, search or hold them there.", answer("stage", "coming")),
        Never("Make no inquiry of your own.", answer("stage", "here")),
        Never("Do not talk with them about what happened.", answer("stage", "station")),
        Never("Nothing that bail forbids, and never alone with a letter.", answer("stage", "after")),
    ),
    clashes=(
        Clash(
            every(answer("what", "missing", "late", "missing-together"), answer("stage", "here", "station")),
            "You said that they are missing, and that the police are here or have them. Which is right?",
        ),
        Clash(
            every(answer("stage", "station"), answer("age", "under-10")),
            "A child under 10 cannot be arrested for a crime. Is the age right, or are the police protecting them?",
        ),
        Clash(
            every(answer("stage", "none"), answer("changed", "calmer", "new", "worse")),
            "You said that no police are involved, and that something changed since they were called. Which is right?",
        ),
    ),
)
