"""Harm by one person to another: the level comes from the higher of the act and the harm, whoever was harmed.

Used by the rows about people hurt, by the child and to the child alike, so that harm to the child is never below the
same harm by the child. Source: rows A1, A3 to A6 and A9, readings 3×4 and 5×6, triggers T1 to T5 (Z2) and Z5 of the
specification; national 6.4, 6.5, Annex 1; the local text on incidents that are not immediate.
"""

from tools.incident.model import (
    ALWAYS,
    Action,
    Condition,
    Floor,
    Never,
    Option,
    Question,
    Shared,
    Verdict,
    answer,
    at_least,
    every,
    no,
    some,
)
from tools.incident.questions import ACT, ADULTS, AGAIN, HARM, INJURY, STILL, WHO, WHOM, WISH

#: T1 with access tonight: the police hear at once, not the same day.
ACCESS = Question(
    "access",
    "Can that person get to this or another child tonight?",
    (
        Option("no", "No: they have gone and are kept away"),
        Option("not-sure", "Not sure", "Counts as: yes", "yes"),
        Option("yes", "Yes: on shift, at home here, nearby, or in touch"),
    ),
)
#: T1 between children.
GAP = Question(
    "gap",
    "Is the one who did it much older or stronger?",
    (
        Option("no", "No"),
        Option("not-sure", "Not sure", "It does not change the answer", "no"),
        Option("yes", "Yes"),
    ),
)

#: A child was harmed: this one or another.
CHILD_HARMED = some(answer("whom", "this-child", "other-child"), answer("situation", "harmed"))
#: This child was harmed.
THIS_CHILD_HARMED = some(answer("whom", "this-child"), answer("situation", "harmed"))
#: Someone did it: it was no accident.
ON_PURPOSE = no(answer("who", "nobody"))
#: An officer did it: the council, a solicitor and the complaints body are told, not 101 (S8).
BY_OFFICER = answer("who", "officer")
#: The act is this child's own, and the child is under 10: never reported as a crime (Z5).
UNDER_10_ACTED = every(answer("age", "under-10"), answer("who", "this-child"))
#: The person harmed is 18 or over and decides about the police, unless a life or a child is at risk.
ADULT_DECIDES = every(answer("age", "18-plus"), THIS_CHILD_HARMED, no(answer("whom", "other-child")))
#: The person harmed is under 18, or another child was harmed too.
UNDER_18_HARMED = some(answer("whom", "other-child"), every(THIS_CHILD_HARMED, no(answer("age", "18-plus"))))
#: T2: the danger is still open.
STILL_OPEN = answer("still", "near", "said-so", "means")
#: The person could do it again tonight: T2, or T1 with access.
IN_REACH = some(STILL_OPEN, answer("access", "yes"))
GRAVE = some(answer("act", "could-kill"), at_least("harm", "treated"))
#: Signs that need an ambulance, from the list of injuries.
INJURY_SIGN = answer("injury", "not-woken", "head", "bleeding", "breathing", "high-speed", "cannot-tell")

_INCIDENTS = ("national a1-incidents-2", "topic non_immediate")


def reportable(condition: Condition) -> Condition:
    """A reason to tell the police, unless the act is that of a child under 10 or of an officer."""
    return every(condition, ON_PURPOSE, no(UNDER_10_ACTED), no(BY_OFFICER))


def reported(condition: Condition) -> Condition:
    """A reason to tell the police that the adult harmed can set aside."""
    return every(reportable(condition), no(ADULT_DECIDES))


def _done_by(name: str, *who: str) -> tuple[Floor, ...]:
    """What harm by an adult or partner is at least; the name begins the reasons."""
    possible_crime = every(UNDER_18_HARMED, answer("who", *who), no(answer("act", "low")))
    return (
        Floor(
            every(CHILD_HARMED, answer("who", *who)),
            "judgement",
            "discuss",
            "",
            ("national 3.1-2", "national 6.4-4"),
        ),
        Floor(
            every(THIS_CHILD_HARMED, answer("age", "18-plus"), answer("who", *who)),
            "judgement",
            "discuss",
            f"{name} did it. The person harmed decides about the police, unless a life or a child is at risk.",
            ("national 7.2",),
            "S",
        ),
        Floor(
            every(UNDER_18_HARMED, answer("who", *who)),
            "amber",
            "discuss",
            f"{name} is said to have harmed a child.",
            ("national 3.1-2", "national 6.4-4"),
        ),
        Floor(
            reported(possible_crime),
            "amber",
            "tell today",
            f"{name} may have committed a crime against a child.",
            ("national 6.4-3",),
        ),
        Floor(
            reported(every(possible_crime, IN_REACH)),
            "amber",
            "tell now",
            f"{name} may have harmed a child and could reach one tonight.",
            ("national 6.4-10",),
            unsure=f"{name} may have harmed a child, and nobody is sure that they are kept away.",
        ),
    )


#: What an injury needs, however it came about.
INJURY_FLOORS = (
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
)
INJURY_ACTIONS = (
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
        "watch",
        "head",
        "person hurt",
        "Hit on the head: sick, lasting headache, memory gaps, odd, drink or drugs: A&E tonight.",
        "hour",
        "life",
        answer("harm", "mark", "treated", "not-checked"),
        ("source nhs-head-injury",),
        "C2",
    ),
    Action(
        "arrange",
        "escort",
        "children",
        "Alone? On-call comes or the duty team sends someone. Never leave the others alone.",
        "now",
        "manager",
        every(at_least("health", "A&E now"), answer("alone", "yes")),
    ),
)
#: What is done where an adult is said to have harmed a child: rows A9, H1 and H2.
ADULT_ACTIONS = (
    Action(
        "move",
        "people",
        "people",
        "No contact with that person until the council and their employer have decided.",
        "now",
        "part",
        every(answer("event marks", "allegation"), answer("who", "worker")),
        ("source lado-network",),
        "C2",
    ),
    Action(
        "move",
        "people",
        "people",
        "Carer named: another adult comes, or the duty team decides who sleeps where. Doors open.",
        "now",
        "part",
        every(answer("event marks", "allegation"), answer("placement", "foster", "kinship")),
    ),
    Action(
        "move",
        "people",
        "people",
        "The person named keeps away from everyone in care. Ring for another adult.",
        "now",
        "part",
        answer("event marks", "allegation"),
        ("source lado-network",),
        "C2",
    ),
    Action(
        "move",
        "people",
        "people",
        "Keep them and that person apart: inside, doors locked, an adult with them.",
        "now",
        "part",
        every(answer("event marks", "adult-harm"), answer("who", "partner", "relative", "adult")),
    ),
    Action(
        "move",
        "people",
        "people",
        "Stay with them. Ask for another officer, and for an ambulance if they need one.",
        "now",
        "part",
        every(answer("event marks", "officer"), answer("stage", "here")),
    ),
    Action(
        "move",
        "people",
        "people",
        "Stay with them. Give them warmth, space and time.",
        "now",
        "part",
        answer("event marks", "officer"),
    ),
    Action(
        "tell",
        "event",
        "adult safeguarding",
        "Tell the council’s adult safeguarding team, with their agreement.",
        "day",
        "social worker",
        every(answer("event marks", "adult-harm"), THIS_CHILD_HARMED, answer("age", "18-plus")),
        ("national 7.2",),
        "P",
        "manager",
    ),
    Action(
        "support",
        "person named",
        "person named",
        "Tell the person named nothing but who will speak to them, and when.",
        "hour",
        "manager",
        answer("event marks", "allegation"),
        ("source lado-network",),
        "C2",
        "manager",
    ),
    Action(
        "record",
        "rota",
        "log",
        "Keep the rota, camera footage and any record of a hold. Save footage tonight.",
        "hour",
        "write",
        answer("event marks", "allegation"),
    ),
    Action(
        "tell",
        "employer",
        "employer",
        "Ask the social worker to tell the school’s or employer’s safeguarding lead.",
        "day",
        "social worker",
        every(answer("event marks", "allegation"), answer("who", "worker")),
    ),
    Action(
        "tell",
        "officer",
        "responsible council",
        "Ring the responsible council’s duty senior and the {child}’s solicitor before any account.",
        "hour",
        "manager",
        answer("event marks", "officer"),
        ("source watchdog-complaints",),
        "C2",
    ),
    Action(
        "record",
        "officers",
        "log",
        "Note officers’ names, numbers, time and place. Ask for all footage to be saved.",
        "hour",
        "write",
        answer("event marks", "officer"),
    ),
    Action(
        "support",
        "complaint",
        "child",
        "Help them complain to the force or the watchdog; you need their written permission.",
        "day",
        "later",
        answer("event marks", "officer"),
        ("source watchdog-complaints",),
        "C2",
    ),
)
ADULT_NEVERS = (
    Never(
        "Never question either, or let the person named decide or write it.",
        answer("event marks", "allegation"),
        ("source lado-network",),
        "C2",
    ),
    Never("Never trade a complaint for the case, or argue with officers.", answer("event marks", "officer")),
)
ADULT_VERDICTS = (
    Verdict(
        every(
            answer("event marks", "allegation"),
            answer("stage", "none"),
            at_least("contact", "tell today"),
            no(at_least("contact", "tell now")),
        ),
        "Keep them safe. Senior manager now, police today.",
    ),
    Verdict(
        every(
            answer("event marks", "officer"),
            at_least("contact", "discuss"),
            no(at_least("contact", "tell today")),
        ),
        "Health first. Tell the responsible council and a solicitor.",
    ),
    Verdict(
        every(
            answer("event marks", "allegation"),
            at_least("contact", "discuss"),
            no(at_least("contact", "tell today")),
        ),
        "Keep them safe. Tell a manager who is not named.",
    ),
)

INJURIES = Shared("injury", floors=INJURY_FLOORS, actions=INJURY_ACTIONS)
SAID_OF_AN_ADULT = Shared("adult-harm", actions=ADULT_ACTIONS, nevers=ADULT_NEVERS, verdicts=ADULT_VERDICTS)

HARM_TO_PEOPLE = Shared(
    "harm",
    questions=(ACT, HARM, INJURY, WHO, WHOM, WISH, AGAIN, STILL, ACCESS, GAP),
    floors=(
        *INJURY_FLOORS,
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
            every(answer("act", "could-kill"), ON_PURPOSE),
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
            "Someone was hurt and needed treatment.",
            _INCIDENTS,
            "S",
        ),
        Floor(
            reportable(answer("harm", "hospital")),
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
            every(answer("harm", "hospital-over"), ON_PURPOSE),
            "amber",
            "discuss",
            "Someone was badly hurt on purpose.",
            ("national 6.4-3", "topic non_immediate"),
            "S",
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
            every(UNDER_10_ACTED, some(GRAVE, STILL_OPEN, answer("again", "targeted", "worse"))),
            None,
            None,
            "",
            marks=("tonight",),
        ),
        Floor(
            every(GRAVE, STILL_OPEN, ON_PURPOSE),
            "amber",
            "discuss",
            "It was serious, and it could happen again tonight.",
            ("national 6.4-10", "topic non_immediate"),
            "S",
        ),
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
            reportable(answer("wish", "police")),
            "amber",
            "tell today",
            "The person harmed wants the police told.",
            ("national 6.4-4", "topic non_immediate"),
            "S",
        ),
        Floor(every(CHILD_HARMED, answer("who", *ADULTS)), None, None, "", marks=("adult-harm", "listen")),
        *_done_by("A partner", "partner"),
        *_done_by("An adult", *(who for who in ADULTS if who != "partner")),
        Floor(
            reported(
                every(
                    answer("act", "could-kill"),
                    CHILD_HARMED,
                    answer("who", "this-child", "other-child"),
                    answer("gap", "yes"),
                )
            ),
            "amber",
            "tell today",
            "It could have killed, and the one who did it is much older or stronger.",
            ("national 6.4-6",),
            "P",
        ),
        Floor(
            every(CHILD_HARMED, answer("who", "staff", "household", "worker")),
            None,
            None,
            "",
            marks=("allegation", "listen"),
        ),
        Floor(every(CHILD_HARMED, BY_OFFICER), None, None, "", marks=("officer", "listen")),
        Floor(
            every(CHILD_HARMED, answer("who", "not-sure")),
            "judgement",
            "discuss",
            "A child was hurt and it is not known by whom. Keep every possibility open.",
            (),
            "P",
            marks=("listen", "tonight"),
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
        *INJURY_ACTIONS,
        *ADULT_ACTIONS,
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
            "arrange",
            "safe night",
            "people",
            "Agree a plan for tonight: who sleeps where, who stays with whom, relief for you.",
            "hour",
            "part",
            every(some(answer("again", "targeted", "worse"), IN_REACH), ON_PURPOSE),
            ("national 6.2", "national a3-rule"),
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
    verdicts=ADULT_VERDICTS,
    nevers=(
        *ADULT_NEVERS,
        Never("Never talk anyone out of a report, or into one.", answer("event marks", "staff-hurt")),
        Never(
            "Never wash blood or clothes, or let witnesses agree a story.", answer("harm", "hospital", "hospital-over")
        ),
        Never(
            "Never call the police as a punishment, or force an apology.",
            every(answer("event marks", "acted"), no(at_least("contact", "tell today"))),
        ),
    ),
)
