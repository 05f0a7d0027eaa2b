"""Harm by one person to another: the level comes from the higher of the act and the harm, whoever was harmed.

Used by the rows about people hurt, by the child and to the child alike, so that harm to the child is never below the
same harm by the child. Source: rows A1, A3 to A6 and A9, readings 3×4 and 5×6, triggers T1 to T5 (Z2) and Z5 of the
specification; national 6.4, 6.5, Annex 1; the local text on incidents that are not immediate.
"""

from tools.incident.model import ALWAYS, Action, Condition, Floor, Never, Shared, answer, at_least, every, no, some
from tools.incident.questions import ACT, ADULTS, AGAIN, HARM, INJURY, STILL, WHO, WHOM, WISH

#: A child was harmed: this one or another.
CHILD_HARMED = some(answer("whom", "this-child", "other-child"), answer("situation", "harmed"))
#: This child was harmed.
THIS_CHILD_HARMED = some(answer("whom", "this-child"), answer("situation", "harmed"))
#: Someone did it: it was no accident.
ON_PURPOSE = no(answer("who", "nobody"))
#: The act is this child's own, and the child is under 10: never reported as a crime (Z5).
UNDER_10_ACTED = every(answer("age", "under-10"), answer("who", "this-child"))
#: The person harmed is 18 or over and decides about the police, unless a life or a child is at risk.
ADULT_DECIDES = every(answer("age", "18-plus"), THIS_CHILD_HARMED, no(answer("whom", "other-child")))
#: T2: the danger is still open.
STILL_OPEN = answer("still", "near", "said-so", "means")
GRAVE = some(answer("act", "could-kill"), at_least("harm", "treated"))
#: Signs that need an ambulance, from the list of injuries.
INJURY_SIGN = answer("injury", "not-woken", "head", "bleeding", "breathing", "high-speed", "cannot-tell")

_INCIDENTS = ("national a1-incidents-2", "topic non_immediate")


def reported(condition: Condition) -> Condition:
    """A reason to tell the police, unless the act is that of a child under 10, or the adult harmed decides."""
    return every(condition, ON_PURPOSE, no(UNDER_10_ACTED), no(ADULT_DECIDES))


HARM_TO_PEOPLE = Shared(
    "harm",
    questions=(ACT, HARM, INJURY, WHO, WHOM, WISH, AGAIN, STILL),
    floors=(
        Floor(ALWAYS, "none", "not needed", ""),
        Floor(
            ON_PURPOSE,
            "green",
            "not needed",
            "A parent would settle this at home.",
            ("national 6.5", "topic internal"),
            "S",
            unsure="Nothing serious is known. A parent would settle this at home.",
        ),
        Floor(answer("who", "this-child"), None, None, "", marks=("acted",)),
        Floor(
            every(THIS_CHILD_HARMED, answer("who", "other-child", *ADULTS, "not-sure")),
            None,
            None,
            "",
            marks=("victim",),
        ),
        Floor(
            answer("act", "could-kill"),
            "amber",
            "discuss",
            "The act could have killed or maimed someone. Luck does not lower it.",
            ("national 6.4-3", "national 6.4-10", "topic factors"),
            "S",
        ),
        Floor(
            every(at_least("harm", "treated"), ON_PURPOSE),
            "judgement",
            "discuss",
            "Someone was hurt and needed treatment. The protocols leave it to judgement.",
            _INCIDENTS,
            "S",
        ),
        Floor(
            answer("harm", "hospital"),
            "red",
            "999",
            "Someone is badly hurt.",
            ("national a1-risk-1", "topic immediate"),
            "S",
            ("ambulance",),
            "ambulance",
        ),
        Floor(
            every(answer("harm", "hospital"), ON_PURPOSE),
            "red",
            "999",
            "Someone was badly hurt on purpose.",
            ("national a1-risk-1", "topic immediate"),
            "S",
            ("ambulance", "police"),
            "ambulance",
            ("evidence",),
        ),
        Floor(
            reported(answer("harm", "hospital-over")),
            "amber",
            "tell now",
            "Someone was badly hurt on purpose.",
            ("national 6.4-3", "topic non_immediate"),
            "S",
            marks=("evidence",),
        ),
        Floor(
            every(answer("harm", "not-checked", "treated"), INJURY_SIGN),
            "red",
            "999",
            "An injury has a sign that needs an ambulance, or nobody can check.",
            ("source nhs-head-injury",),
            "C2",
            ("ambulance",),
            "ambulance",
        ),
        Floor(answer("harm", "not-checked"), None, None, "Someone is hurt and has not been checked.", health="111 now"),
        Floor(answer("harm", "treated"), None, None, "", health="first aid"),
        Floor(
            reported(every(GRAVE, STILL_OPEN)),
            "amber",
            "tell now",
            "It was serious, and it could happen again tonight.",
            ("national 6.4-10", "topic non_immediate"),
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
            reported(answer("wish", "police")),
            "amber",
            "tell today",
            "The person harmed wants the police told.",
            ("national 6.4-4", "topic non_immediate"),
            "S",
        ),
        Floor(
            every(CHILD_HARMED, answer("who", *ADULTS)),
            "amber",
            "discuss",
            "An adult or partner has harmed a child.",
            ("national 3.1-2", "national 6.4-4"),
            "P",
            marks=("adult-harm", "listen"),
        ),
        Floor(
            reported(
                every(
                    CHILD_HARMED,
                    answer("who", "partner", "relative", "household", "worker", "staff", "adult"),
                    no(answer("act", "low")),
                )
            ),
            "amber",
            "tell today",
            "It may be a crime against a child by an adult or partner.",
            (),
            "P",
        ),
        Floor(
            reported(
                every(
                    CHILD_HARMED,
                    answer("who", "partner", "relative", "household", "worker", "staff", "adult"),
                    no(answer("act", "low")),
                    STILL_OPEN,
                )
            ),
            "amber",
            "tell now",
            "An adult may have harmed a child and is still near.",
            (),
            "P",
        ),
        Floor(
            every(CHILD_HARMED, answer("who", "staff", "household", "worker")),
            None,
            None,
            "",
            marks=("allegation", "listen"),
        ),
        Floor(every(CHILD_HARMED, answer("who", "officer")), None, None, "", marks=("officer", "listen")),
        Floor(
            every(CHILD_HARMED, answer("who", "not-sure")),
            "judgement",
            "discuss",
            "A child was hurt and it is not known by whom. Keep every possibility open.",
            (),
            "P",
            marks=("listen",),
        ),
        Floor(
            every(
                answer("whom", "staff"), no(answer("harm", "none", "fear")), answer("who", "this-child", "other-child")
            ),
            None,
            None,
            "",
            marks=("staff-hurt",),
        ),
        Floor(
            every(answer("whom", "other-child"), answer("who", "this-child")),
            None,
            None,
            "",
            marks=("between-children",),
        ),
        Floor(every(THIS_CHILD_HARMED, answer("who", "other-child")), None, None, "", marks=("between-children",)),
    ),
    actions=(
        Action(
            "aid",
            "injury",
            "person hurt",
            "Press hard on bleeding. Keep them still, warm and watched.",
            "now",
            "life",
            answer("harm", "hospital"),
            ("source nhs-first-aid",),
            "C2",
        ),
        Action(
            "aid",
            "injury",
            "person hurt",
            "Give first aid, and look at everyone who was in it.",
            "now",
            "life",
            answer("harm", "treated", "not-checked", "mark"),
            (),
        ),
        Action(
            "aid",
            "check",
            "person hurt",
            "Call 111 and do as they say.",
            "now",
            "call",
            every(answer("harm", "not-checked"), no(INJURY_SIGN)),
            ("source nhs-first-aid",),
            "C2",
        ),
        Action(
            "move",
            "people",
            "people",
            "Give them space. Keep them apart, each with an adult in sight or call.",
            "now",
            "part",
            ON_PURPOSE,
            ("national 6.4-1",),
            "S",
        ),
        Action(
            "ask wish",
            "police",
            "person harmed",
            "Ask the person harmed what they want. Not tonight if they are upset.",
            "day",
            "later",
            every(no(answer("wish", "police", "nobody")), ON_PURPOSE, no(answer("event marks", "listen"))),
            ("national 6.4-4",),
            "S",
        ),
        Action(
            "leave",
            "scene",
            "scene",
            "Shut the room. Leave it and what was used as it lies.",
            "now",
            "leave",
            answer("event marks", "evidence"),
            ("national a1-incidents-6",),
            "S",
        ),
        Action(
            "record",
            "injury",
            "body map",
            "Record injuries on a body map; health staff or the police take any pictures.",
            "keep",
            "write",
            answer("harm", "mark", "treated", "hospital", "hospital-over", "not-checked"),
            (),
            "P",
        ),
        Action(
            "record",
            "staff injury",
            "accident book",
            "Write it in the accident book; the manager checks whether the HSE must be told.",
            "keep",
            "write",
            every(answer("event marks", "staff-hurt"), answer("placement", "childrens-home", "secure", "supported")),
            ("source hse-violence",),
            "C1",
            "manager",
        ),
        Action(
            "support",
            "worker",
            "staff",
            "Let the person hurt hand over. Another adult leads.",
            "now",
            "manager",
            every(
                answer("event marks", "staff-hurt"),
                answer("alone", "no"),
                answer("placement", "childrens-home", "secure", "supported"),
            ),
            ("national a1-carers-1",),
            "S",
        ),
        Action(
            "support",
            "worker",
            "carer",
            "Carer hurt: ask the fostering service for support and relief tonight.",
            "hour",
            "manager",
            every(answer("event marks", "staff-hurt"), answer("placement", "foster", "kinship")),
            ("national a1-carers-1",),
            "S",
        ),
        Action(
            "support",
            "choice",
            "person harmed",
            "Tell the person hurt: you may report this at any time; nobody may stop you.",
            "hour",
            "later",
            every(answer("event marks", "staff-hurt")),
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
            (),
            "P",
        ),
    ),
    nevers=(
        Never(
            "Never wash blood or clothes, or let witnesses agree a story.", answer("harm", "hospital", "hospital-over")
        ),
        Never(
            "Never call the police as a punishment, or force an apology.",
            every(answer("event marks", "acted"), no(at_least("contact", "tell today"))),
        ),
    ),
)
