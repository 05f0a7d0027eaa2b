"""Who is told and by when: each person once. The order of calls comes from the contact, never from the page.

Source: sections 1.3 and 2 of the specification, Z1 and Z3; national 6.4, 6.6-6; the local text on informing.
"""

from tools.incident.model import ALWAYS, Action, Never, Shared, Slot, answer, at_least, every, no, some
from tools.incident.questions import AGE, ALONE, AUTHORITY, MANAGER, PLACEMENT, STATUS

#: The services needed that are not with you yet.
AMBULANCE = every(answer("services", "ambulance"), no(answer("crew", "ambulance")))
FIRE = every(answer("services", "fire"), no(answer("crew", "fire")))
POLICE = every(answer("services", "police"), no(answer("stage", "coming", "here", "station")))
#: The police know of this: it was reported, or it is the case itself. A child on bail can be missing, which is news.
POLICE_TOLD = some(
    answer("stage", "reported", "coming"), every(answer("stage", "after"), no(answer("any marks", "news")))
)
#: The police are dealing with it now: whether to call them is no longer a question.
POLICE_HAVE_IT = answer("stage", "reported", "coming", "here", "station")
#: The police do not know of this yet, and are not here.
POLICE_NOT_TOLD = some(answer("stage", "none", "ended"), every(answer("stage", "after"), answer("any marks", "news")))
#: The child's social worker hears tonight, not tomorrow.
TONIGHT = some(
    at_least("contact", "tell today"),
    at_least("health", "A&E now"),
    answer("stage", "station"),
    answer("any marks", "allegation", "adult-harm", "missing", "tonight"),
)
#: K34: hospital tonight, and other children who are never left alone.
ALONE_TO_HOSPITAL = every(at_least("health", "A&E now"), answer("alone", "yes"), no(at_least("contact", "999")))

TELLING = Shared(
    questions=(AGE, PLACEMENT, AUTHORITY, STATUS, ALONE, MANAGER),
    actions=(
        Action(
            "call",
            "help",
            "999",
            "{call-999}",
            "now",
            "call",
            at_least("contact", "999"),
            ("national a1-risk-1", "topic immediate"),
            "S",
        ),
        Action(
            "arrange",
            "cover",
            "hospital",
            "Alone: take all the children if calm. Never with someone drowsy or violent.",
            "now",
            "call",
            every(ALONE_TO_HOSPITAL, answer("placement", "foster", "kinship")),
        ),
        Action(
            "arrange",
            "cover",
            "hospital",
            "Alone: on-call or the duty team sends an adult. No safe way: ambulance.",
            "now",
            "call",
            ALONE_TO_HOSPITAL,
        ),
        Action(
            "arrange",
            "cover",
            "hospital",
            "Alone: stay with the others. On-call or the duty team sends an adult to the hospital.",
            "hour",
            "manager",
            every(at_least("health", "ambulance"), answer("alone", "yes")),
        ),
        Action(
            "stay",
            "others",
            "children",
            "Alone: keep the others behind a door with you. Stay on the line to 999.",
            "now",
            "part",
            every(answer("alone", "yes"), answer("any marks", "danger"), at_least("contact", "999")),
        ),
        Action(
            "tell",
            "event",
            "police",
            "{tell-police}",
            "now",
            "police",
            at_least("told", "tell now"),
            ("topic non_immediate",),
            "S",
        ),
        Action(
            "tell",
            "event",
            "police",
            "{tell-police}",
            "hour",
            "police",
            at_least("told", "tell today"),
            ("topic non_immediate",),
            "S",
        ),
        Action(
            "tell",
            "event",
            "manager",
            "{tell-manager}",
            "now",
            "manager",
            at_least("level", "judgement"),
            ("topic non_immediate",),
            "S",
        ),
        Action(
            "tell",
            "event",
            "manager",
            "{tell-manager}",
            "now",
            "manager",
            some(
                at_least("contact", "tell today"),
                at_least("health", "111 now"),
                answer("any marks", "allegation", "tonight"),
            ),
            ("topic non_immediate",),
            "S",
        ),
        Action(
            "tell",
            "event",
            "manager",
            "{tell-manager-later}",
            "day",
            "manager",
            citations=("topic internal",),
            mark="S",
        ),
        Action(
            "tell",
            "event",
            "social worker",
            "{tell-social-worker}",
            "hour",
            "social worker",
            TONIGHT,
            ("topic non_immediate",),
            "S",
        ),
        Action(
            "tell",
            "event",
            "social worker",
            "{tell-social-worker}",
            "day",
            "social worker",
            citations=("topic internal",),
            mark="S",
        ),
        Action(
            "tell",
            "event",
            "area council",
            "Tell the emergency duty team of the council where you are too.",
            "hour",
            "social worker",
            every(
                answer("authority", "out"),
                answer("any marks", "allegation", "adult-harm", "exploitation", "missing"),
                no(answer("age", "18-plus")),
            ),
            ("law chr-34",),
            "C1",
        ),
        Action(
            "tell",
            "allegation",
            "designated officer",
            "Tell the council’s designated officer (LADO) within one working day.",
            "day",
            "social worker",
            every(answer("any marks", "allegation"), no(answer("age", "18-plus"))),
            ("source lado-network",),
            "C2",
            "manager",
        ),
        Action(
            "tell",
            "event",
            "youth justice",
            "Tell the youth justice worker, if they have one.",
            "day",
            "social worker",
            every(
                answer("any marks", "acted"), at_least("level", "judgement"), no(answer("age", "under-10", "18-plus"))
            ),
            ("topic internal",),
            "S",
        ),
        Action(
            "record",
            "event",
            "log",
            "Write what you saw, exact words, times, whom you told, and what you did not do and why.",
            "keep",
            "write",
            citations=("topic recording", "national a1-prevention-4"),
            mark="S",
        ),
        Action(
            "record",
            "decision",
            "log",
            "Write the decision and the reasons tonight.",
            "keep",
            "write",
            every(at_least("level", "judgement"), no(at_least("contact", "tell now"))),
            ("national 6.3",),
            "S",
        ),
        Action(
            "review",
            "plan",
            "team",
            "Review the plan with those who know them: what sets it off, what helps.",
            "day",
            "later",
            answer("again", "before", "targeted", "worse"),
            ("national 6.3", "national a3-rule"),
            "S",
        ),
        Action(
            "repair",
            "harm",
            "person harmed",
            "When both are willing and safe, help them put it right.",
            "day",
            "later",
            every(answer("any marks", "acted"), no(answer("whom", "nobody"))),
            ("national 9.4", "topic internal"),
            "S",
        ),
    ),
    nevers=(
        Never(
            "Alone: no hold that lasts, no search, no leaving to collect.",
            every(answer("alone", "yes"), at_least("level", "amber")),
        ),
    ),
    slots=(
        Slot(
            "call-999",
            (
                (
                    every(answer("stage", "here", "station"), answer("services", "police"), no(AMBULANCE), no(FIRE)),
                    "Tell the officer with you now what is happening.",
                ),
                (
                    every(answer("crew", "ambulance"), answer("services", "ambulance"), no(FIRE), no(POLICE)),
                    "Tell the ambulance crew or hospital staff with you now.",
                ),
                (
                    every(answer("crew", "fire"), answer("services", "fire"), no(AMBULANCE), no(POLICE)),
                    "Tell the fire crew with you now.",
                ),
                (
                    every(answer("stage", "coming"), answer("services", "police"), no(AMBULANCE), no(FIRE)),
                    "The police are coming. Ring 999 again with any change.",
                ),
                ((("every",)), "Call 999: {services}. Put the phone on speaker."),
            ),
        ),
        Slot(
            "services",
            (
                (every(answer("services", "coastguard"), AMBULANCE, POLICE), "coastguard, police and ambulance"),
                (every(answer("services", "coastguard"), AMBULANCE), "coastguard and ambulance"),
                (every(FIRE, AMBULANCE, POLICE), "fire, ambulance and police"),
                (every(POLICE, AMBULANCE, answer("any marks", "police-first")), "police and ambulance"),
                (every(FIRE, AMBULANCE), "fire and ambulance"),
                (every(FIRE, POLICE), "fire and police"),
                (every(AMBULANCE, POLICE), "ambulance and police"),
                (every(answer("services", "coastguard")), "coastguard"),
                (FIRE, "fire service"),
                (AMBULANCE, "ambulance"),
                (("every",), "police"),
            ),
        ),
        Slot(
            "tell-police",
            (
                (answer("stage", "here", "station"), "Tell the officer with you, in the words below."),
                (
                    POLICE_TOLD,
                    "The police know. Ring again with the log number if anything changes.",
                ),
                (
                    at_least("contact", "tell now"),
                    "Call 101 or your agreed contact now, before the manager. Danger: 999.",
                ),
                (("every",), "The police hear the same day. Agree who rings, and when."),
            ),
        ),
        Slot(
            "tell-manager",
            (
                (answer("manager", "named"), "Tell a senior manager who is not named, or the provider."),
                (
                    answer("manager", "no-answer"),
                    "Ring the next on the rota, then the provider or emergency duty team.",
                ),
                (
                    every(answer("manager", "reached"), answer("any marks", "allegation")),
                    "The manager who had no part in it tells the LADO and decides who cares tonight.",
                ),
                (
                    every(answer("manager", "reached"), no(at_least("contact", "tell today"))),
                    "Decide with your manager: settle it here, ask for advice, or report.",
                ),
                (answer("manager", "reached"), "Your manager knows. Say what the police said."),
                (answer("placement", "foster", "kinship"), "Ring your fostering service’s on-call worker."),
                (answer("placement", "own"), "Ring your on-call manager or their adviser."),
                (
                    answer("any marks", "allegation", "restraint"),
                    "Ring a manager who had no part in it: the next above, or the provider.",
                ),
                (
                    every(
                        at_least("contact", "discuss"),
                        no(at_least("contact", "tell today")),
                        no(answer("any marks", "missing")),
                        no(POLICE_HAVE_IT),
                    ),
                    "Ring the on-call manager tonight. Decide together; no police call by reflex.",
                ),
                (("every",), "Ring the on-call manager. No answer in ten minutes: ring the next name."),
            ),
        ),
        Slot(
            "call-101",
            ((answer("stage", "here", "station"), "tell the officer"), (ALWAYS, "call 101")),
        ),
        Slot(
            "tell-manager-later",
            (
                (answer("manager", "named"), "Tell a senior manager who is not named, at the next chance."),
                (answer("placement", "foster", "kinship"), "Tell your supervising social worker at the next chance."),
                (ALWAYS, "Tell your manager at the next handover."),
            ),
        ),
        Slot(
            "tell-social-worker",
            (
                (
                    every(answer("age", "18-plus"), answer("placement", "own")),
                    "Tell their personal adviser, if they agree.",
                ),
                (answer("age", "18-plus"), "Tell their personal adviser or social worker, if they agree."),
                (
                    answer("authority", "out"),
                    "Tell the social worker; at night, the emergency duty team of the responsible council.",
                ),
                (("every",), "Tell the social worker; at night, the council’s emergency duty team."),
            ),
        ),
        Slot("child", ((answer("age", "18-plus"), "young person"), (("every",), "child"))),
    ),
)
