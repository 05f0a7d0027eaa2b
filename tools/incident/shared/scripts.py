"""What to say on the phone, by call: who is hurt or afraid first, then what is asked, then that the child is cared for.

Source: Z7 and sections 1.1, 2 of the specification; national 6.4, 6.6; the local text on saying what is wanted. No
script says that something is not an emergency.
"""

from tools.incident.model import ALWAYS, Line, Script, Shared, Slot, answer, at_least, every, no, some
from tools.incident.shared.telling import AMBULANCE, FIRE, POLICE, POLICE_HAVE_IT, POLICE_NOT_TOLD

_WHO = Line("I am a carer for a {child} in care. I am at: (address, safe way in). My number is: …")
_ADULT = Line(
    "This is about a young person of 18 or over. I have asked whether I may say they left care.",
    answer("age", "18-plus"),
)
_USED = Line(
    "First: I think this {child} is being used and harmed by others. Please treat them as a victim.",
    answer("any marks", "exploitation"),
)
_AGE = Line("They are {age}.")
_NEEDS = Line(
    "They need: (what calms, what frightens, speech, medicine, interpreter).",
    answer("needs", "communication", "language", "medicine", "pregnant"),
)
_AUTHORITY = Line(
    "Another council is responsible for them. It must be asked too.",
    every(answer("authority", "out"), no(answer("age", "18-plus"))),
)
_SAID_OF = Line(
    "An adult who looks after children is said to have done it: (name, where they are now).",
    answer("any marks", "allegation"),
)
_END = Line("Please give me a reference, the time, and your name or number.")
#: Never said where anyone needs health care now: that is a danger too.
_HERE_NOW = no(answer("any marks", "absent"))
#: The police hear of it as information, or they are asked to act.
_AS_INFORMATION = every(no(at_least("told", "tell now")), no(answer("wish", "police")), _HERE_NOW)
_FOR_ACTION = every(some(at_least("told", "tell now"), answer("wish", "police")), _HERE_NOW)
_NO_DANGER = every(answer("danger", "none"), no(at_least("contact", "999")), no(at_least("health", "111 now")))
_WISH = Line("The person harmed wants the police told.", answer("wish", "police"))

SCRIPTS = Shared(
    scripts=(
        Script(
            "999",
            "Call 999",
            "999",
            every(at_least("contact", "999"), some(AMBULANCE, FIRE, POLICE)),
            (
                Line("I need: {services}."),
                Line("{what}"),
                _WHO,
                _USED,
                _SAID_OF,
                Line("It is going on now, and I cannot part them.", answer("danger", "blows", "not-parted")),
                Line("Someone has something in hand that can kill.", answer("danger", "in-hand", "closing-in")),
                Line("Nobody answers behind a shut door.", answer("danger", "silent-door")),
                Line("There is a weapon.", answer("any marks", "weapon")),
                Line(
                    "They hurt only themselves. Nobody else is in danger.",
                    every(
                        answer("any marks", "self-harm"),
                        no(answer("services", "police")),
                        no(answer("any marks", "absent")),
                    ),
                ),
                Line(
                    "Suicide or self-harm is feared.",
                    every(answer("any marks", "self-harm"), answer("any marks", "absent")),
                ),
                Line("The police have been told already. This is worse.", answer("stage", "reported", "coming")),
                _AGE,
                _ADULT,
                _NEEDS,
                _AUTHORITY,
                Line("I am alone with the children.", answer("alone", "yes")),
            ),
        ),
        Script(
            "silent",
            "If you cannot speak",
            "999",
            every(at_least("contact", "999"), some(AMBULANCE, FIRE, POLICE)),
            (
                Line("Call 999 from a mobile. Cough or tap when asked. Press 55 when prompted."),
                Line("It does not tell them where you are: say or type the address if you can."),
            ),
        ),
        Script(
            "officer",
            "Tell the officer with you",
            "police",
            answer("stage", "here"),
            (
                _USED,
                Line("{what}"),
                _SAID_OF,
                Line("The {child} is being looked after by: …", no(answer("any marks", "death"))),
                _AGE,
                _ADULT,
                _NEEDS,
                _WISH,
                _AUTHORITY,
                Line("Please tell me your name, number and the reference, and what may be touched."),
            ),
        ),
        Script(
            "custody",
            "Tell the custody officer",
            "police",
            every(answer("stage", "station"), no(answer("arrest-how", "asked"))),
            (
                Line("This is a {child} in care. Medicines: … Self-harm or suicide worry: … Fears: …"),
                _AGE,
                _ADULT,
                _NEEDS,
                Line(
                    "They need a solicitor every time, and an appropriate adult who was not there.",
                    no(answer("age", "18-plus")),
                ),
                Line(
                    "Please tell the responsible council now. Can the interview be somewhere else?",
                    no(answer("age", "18-plus")),
                ),
                _USED,
                Line("If charged and refused bail, the council finds the bed.", no(answer("age", "18-plus"))),
            ),
        ),
        Script(
            "changed",
            "It has changed",
            "101",
            every(answer("stage", "reported", "coming"), no(at_least("contact", "999"))),
            (
                Line("I have a log number: … Something has changed: …"),
                Line("{what}"),
                Line("It is calmer, and I still want: … You decide whether to come.", answer("changed", "calmer")),
                _NEEDS,
                _END,
            ),
        ),
        Script(
            "missing",
            "Report a missing child",
            "101",
            every(
                answer("any marks", "missing"),
                at_least("contact", "tell today"),
                no(at_least("contact", "999")),
                POLICE_NOT_TOLD,
            ),
            (
                Line("I am reporting a missing {child} in care."),
                Line("{what}"),
                _AGE,
                Line("Last seen: (when, where, wearing, with whom). Phone: …"),
                _USED,
                Line("Why I am worried: … Medicine due: … Weather: …"),
                Line("I have searched the building and rung: …"),
                _NEEDS,
                Line("Responsible council and its night number: …"),
                _AUTHORITY,
                _END,
            ),
        ),
        Script(
            "report",
            "Report it to the police",
            "101",
            every(
                at_least("contact", "tell today"),
                no(at_least("contact", "999")),
                no(answer("any marks", "missing")),
                POLICE_NOT_TOLD,
            ),
            (
                _USED,
                Line("{what}"),
                _WHO,
                _SAID_OF,
                Line("I want help to bring them to safety.", answer("any marks", "absent")),
                Line("This may be a sexual offence.", answer("any marks", "sexual")),
                Line(
                    "This is information, and I want advice. I am not asking for anyone to be charged.",
                    every(
                        no(at_least("told", "tell now")),
                        no(answer("wish", "police")),
                        no(answer("any marks", "absent")),
                    ),
                ),
                Line(
                    "I want: help tonight, or an investigation. Say which.",
                    every(
                        some(at_least("told", "tell now"), answer("wish", "police")), no(answer("any marks", "absent"))
                    ),
                ),
                Line("They are under 10. I want help to keep them safe.", answer("age", "under-10")),
                _AGE,
                _ADULT,
                _WISH,
                _NEEDS,
                _AUTHORITY,
                _END,
            ),
        ),
        Script(
            "hospital",
            "Tell A&E",
            "A&E",
            every(at_least("health", "A&E now"), no(at_least("contact", "999"))),
            (
                Line("I am a carer for a {child} in care. {what}"),
                _AGE,
                Line("It happened at: … They took or touched: … Medicines and allergies: …"),
                Line("I am worried that they may hurt themselves again.", answer("any marks", "self-harm")),
                _NEEDS,
                Line("Who may consent: … The council’s number: …", no(answer("age", "18-plus"))),
            ),
        ),
        Script(
            "111",
            "Call 111",
            "111",
            every(at_least("health", "111 now"), no(at_least("health", "A&E now")), no(answer("stage", "station"))),
            (
                Line("Choose the mental health option.", answer("any marks", "self-harm")),
                Line("I am a carer for a {child} in care. {what}"),
                _AGE,
                Line("It happened at: … They took or touched: … Medicines and allergies: …"),
                _NEEDS,
                Line("I am alone with the children.", answer("alone", "yes")),
                Line("What shall I watch for tonight, and who sees them, when?"),
            ),
        ),
        Script(
            "manager",
            "Ring the on-call manager",
            "manager",
            at_least("level", "judgement"),
            (
                Line("{what}"),
                Line("Nobody is in danger now.", every(_NO_DANGER, no(answer("any marks", "missing")))),
                _WISH,
                Line(
                    "Shall we settle it here, ask the police for advice, or report it? Let us write the reasons down.",
                    every(
                        no(at_least("contact", "tell today")),
                        no(answer("any marks", "listen", "adult-harm", "officer", "restraint", "missing")),
                        no(answer("what", "colleague")),
                        no(POLICE_HAVE_IT),
                    ),
                ),
                Line(
                    "Who is told tonight, and do we ask the police for advice? Let us write the reasons down.",
                    every(
                        no(at_least("contact", "tell today")),
                        answer("any marks", "listen"),
                        no(answer("any marks", "allegation", "officer")),
                    ),
                ),
                Line(
                    "You had no part in it, so I am telling you. Who cares for the {child} tonight?",
                    answer("any marks", "allegation"),
                ),
                Line(
                    "They are missing. I have searched and rung: … I will report it at: …",
                    answer("any marks", "missing"),
                ),
            ),
        ),
        Script(
            "duty-team",
            "Ring the emergency duty team",
            "emergency duty team",
            some(
                at_least("contact", "tell today"),
                answer("any marks", "allegation", "adult-harm", "missing", "tonight"),
                answer("stage", "station"),
            ),
            (
                Line("I care for a {child} in care. The responsible council is: …"),
                _USED,
                Line("{what}"),
                _AGE,
                _NEEDS,
                Line("Police: (told when, reference)."),
                Line("I need tonight: (a decision, another adult, a bed, an appropriate adult)."),
            ),
        ),
        Script(
            "designated-officer",
            "Tell the designated officer (LADO)",
            "designated officer",
            every(answer("any marks", "allegation"), no(answer("age", "18-plus"))),
            (
                Line("I am the senior manager. I am reporting what a worker or carer may have done to a child."),
                Line("{what}"),
                Line("The person is not with any child now. They have not been told details."),
                Line("Police: … Social worker: … What may I say to whom?"),
            ),
        ),
        Script(
            "advice",
            "Ask the police for advice",
            "101",
            every(
                at_least("contact", "discuss"),
                no(at_least("contact", "tell today")),
                no(answer("any marks", "officer", "restraint", "missing")),
                answer("stage", "none"),
            ),
            (
                Line("My manager and I want advice."),
                Line("Nobody is in danger now.", _NO_DANGER),
                Line("{what}"),
                Line("I know that what I tell you may be recorded."),
                Line("Could we have an appointment, a call or our link officer, not a car tonight?"),
                _END,
            ),
        ),
    ),
    slots=(
        Slot(
            "age",
            (
                (answer("age", "under-10"), "under 10"),
                (answer("age", "10-12"), "10 to 12"),
                (answer("age", "13-15"), "13 to 15"),
                (answer("age", "16-17"), "16 or 17"),
                (answer("age", "18-plus"), "18 or over"),
                (ALWAYS, "… years old"),
            ),
        ),
    ),
)
