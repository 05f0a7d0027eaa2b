"""Sexual harm: assault, behaviour between children, found in bed (A7, A8, A10, A21), and what pictures share with them.

The police are told by the triggers of the specification, never because a matter is sexual: a child's age alone is not
one between children of like age. From the first word everyone only listens (K23:
nothing is put right between people here). A person of 18 or over decides, unless a child or a life is at risk.
"""

from tools.incident.model import (
    ALWAYS,
    Action,
    Condition,
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
from tools.incident.questions import ADULTS, IS_ADULT

LOCAL = ("topic sexual_behaviour",)
RED = ("national a1-risk-1", "topic sexual_behaviour")
_CENTRE = ("source forensic-windows",)
#: Seven days or less: what shows on a body, clothes or a phone can still be found (T3).
_RECENT = at_least("when", "days")

# What every row here shares once somebody may have been harmed.


def stay(text: str, suicidal: Condition, when: Condition = ALWAYS) -> tuple[Action, ...]:
    """Company; where they may want to die, in sight."""
    return (
        Action(
            "stay",
            "company",
            "child here",
            "Stay in sight. Ask plainly about suicide. Take means away openly.",
            "now",
            "life",
            suicidal,
            ("source nhs-111-mental-health",),
            "C2",
        ),
        Action("stay", "company", "child here", text, "now", "life", when, ("source csa-centre",), "C2"),
    )


_WARM = "Stay with them, somewhere warm and safe, with one adult they trust."
NO_BLAME = "Stay with them. Say: this is not your fault."


def suicide_watch(when: Condition = ALWAYS) -> Action:
    return Action(
        "watch",
        "suicide risk",
        "child",
        "Ask plainly about wanting to die. Keep them company tonight; check through the night.",
        "hour",
        "life",
        when,
        ("source watchdog-dates",),
        "C2",
    )


def _centre(when: Condition) -> tuple[Action, ...]:
    """The specialist line and treatment, without counting days: services differ."""
    return (
        Action(
            "arrange",
            "centre",
            "sexual assault centre",
            "Ask the police or council tonight for the children’s sexual assault centre. Time limits differ: ask.",
            "hour",
            "call",
            every(when, answer("age", "under-10", "10-12")),
            _CENTRE,
            "C2",
        ),
        Action(
            "arrange",
            "centre",
            "sexual assault centre",
            "Ring the sexual assault centre’s 24-hour line and ask. Do not count days: time limits differ.",
            "hour",
            "call",
            when,
            _CENTRE,
            "C2",
        ),
    )


def _treatment(when: Condition) -> tuple[Action, ...]:
    return tuple(
        Action(
            "aid", "treatment", "child", f"Ask today about {what}. Sooner is better.", "hour", "life", c, _CENTRE, "C2"
        )
        for what, c in (
            ("HIV medicine (within 72 hours) and hepatitis B", every(when, answer("age", "under-10"))),
            ("emergency contraception, HIV medicine (within 72 hours) and hepatitis B", when),
        )
    )


def _leave_things(when: Condition) -> Action:
    return Action(
        "leave",
        "bedding",
        "room",
        "Leave bedding, clothes, cups and phones. Ask them to wait before washing or changing.",
        "now",
        "leave",
        when,
        ("source early-evidence",),
        "C2",
    )


def _clothes(when: Condition) -> Action:
    return Action(
        "leave",
        "clothing",
        "clothes",
        "Clothes already off: gloves, let them dry, one paper bag each, never plastic.",
        "keep",
        "write",
        when,
        ("source early-evidence",),
        "C2",
    )


def _kit(when: Condition) -> Action:
    return Action(
        "ask safety",
        "kit",
        "police",
        "Ask the police for an early evidence kit, and how they may drink or use the toilet.",
        "hour",
        "police",
        every(when, at_least("contact", "tell today")),
        ("source early-evidence",),
        "C2",
    )


# Rape and sexual assault.

ASSAULT_SIGNS = Question(
    "assault-signs",
    "Is any of this true?",
    (
        Option("none", "None of these"),
        Option("others", "Another child, or someone who cannot protect themselves, may be at risk from that person"),
        Option("stronger", "That person is much older, stronger or has power over them"),
        Option("just", "It has only just happened"),
        Option("near", "That person is near, may come back, or can reach them tonight"),
        Option("hurt", "They are injured, bleeding or in pain"),
        Option("throat", "Their neck was squeezed, or mouth or nose covered"),
        Option("drugged", "They may have been drugged, or are very drunk"),
        Option("suicidal", "They want to die, or I fear it"),
        Option("cannot-tell", "I cannot tell whether they are injured"),
    ),
    "Tick what you know. Do not ask the child for details.",
    many=True,
    nothing="none",
)

ASSAULT_WISH = Question(
    "assault-wish",
    "What does the person harmed say about the police?",
    (
        Option("refuses", "They do not want the police"),
        Option("not-known", "They have not said, or have not been asked"),
        Option("police", "They want the police told"),
    ),
    "Do not press them.",
)

_AMBULANCE_SIGN = answer("assault-signs", "hurt", "throat", "drugged", "suicidal", "cannot-tell")
#: The person harmed is 18 or over and nobody else was harmed: they decide.
_OWN_DECISION = every(IS_ADULT, answer("whom", "this-child"), no(answer("whom", "other-child")))
#: The report is the adults' duty (Z6): for everyone under 18 but someone of 16 or 17 who refuses, was harmed by a
#: peer who is no stronger, and where nobody else is at risk.
_DUTY = every(
    answer("whom", "this-child", "other-child"),
    no(_OWN_DECISION),
    some(
        answer("age", "under-10", "10-12", "13-15", "not-known"),
        answer("whom", "other-child"),
        answer("who", *ADULTS),
        answer("assault-signs", "stronger"),
        at_least("assault-wish", "not-known"),
    ),
)
_ASSAULT_TOLD = some(answer("assault-signs", "others"), answer("assault-wish", "police"), _DUTY)
_CHILD_HARMED = answer("whom", "this-child", "other-child")

ASSAULT = Row(
    "sexual-assault",
    "Rape or sexual assault, now or long ago",
    "Told, seen or feared; by a stranger, adult, partner, worker or another child",
    "Someone has been raped or sexually assaulted, or may have been.",
    ("assault-signs", "when", "who", "whom", "assault-wish"),
    (
        Floor(
            ALWAYS,
            "amber",
            "discuss",
            "Someone may have been sexually assaulted. Nobody has to prove it first.",
            LOCAL,
            "S",
            marks=("sexual", "listen", "tonight"),
        ),
        Floor(
            _DUTY,
            "amber",
            "tell today",
            "Reporting is the adults’ duty. A statement or examination is the choice of the person harmed.",
            LOCAL,
            "P",
        ),
        Floor(
            answer("assault-signs", "others"),
            "amber",
            "tell today",
            "Someone else may be at risk from that person.",
            LOCAL,
            "S",
        ),
        Floor(
            answer("assault-wish", "police"),
            "amber",
            "tell today",
            "The person harmed wants the police told.",
            ("national 6.4-4", "topic sexual_behaviour"),
            "S",
        ),
        Floor(
            every(_ASSAULT_TOLD, _RECENT),
            "amber",
            "tell now",
            "It was recent: what the police need can be gone by morning.",
            ("topic sexual_behaviour", "source forensic-windows"),
            "P",
            unsure="It may be recent: what the police need can be gone by morning.",
        ),
        Floor(
            answer("assault-signs", "near"),
            "red",
            "999",
            "The person who did it can reach them tonight.",
            RED,
            "S",
            ("police",),
        ),
        Floor(
            every(answer("assault-signs", "just"), _ASSAULT_TOLD),
            "red",
            "999",
            "It has only just happened, and that person may be near.",
            RED,
            "P",
            ("police",),
        ),
        Floor(
            _AMBULANCE_SIGN,
            "red",
            "999",
            "They are injured, drugged or may die, or nobody can tell.",
            ("national a1-risk-1", "source nhs-first-aid"),
            "C2",
            ("ambulance",),
            "ambulance",
        ),
        Floor(every(_AMBULANCE_SIGN, _ASSAULT_TOLD), "red", "999", "", services=("police",)),
        Floor(_RECENT, None, None, "", _CENTRE, "C2", health="seen today", marks=("evidence",)),
        Floor(answer("who", "this-child"), None, None, "", marks=("acted",)),
        Floor(answer("whom", "this-child"), None, None, "", marks=("victim",)),
        Floor(every(_CHILD_HARMED, answer("who", *ADULTS)), None, None, "", marks=("adult-harm",)),
        Floor(
            every(_CHILD_HARMED, answer("who", "staff", "household", "worker")), None, None, "", marks=("allegation",)
        ),
        Floor(every(_CHILD_HARMED, answer("who", "officer")), None, None, "", marks=("officer",)),
        Floor(
            some(
                every(answer("whom", "other-child"), answer("who", "this-child")),
                every(answer("whom", "this-child"), answer("who", "other-child")),
            ),
            None,
            None,
            "",
            marks=("between-children",),
        ),
    ),
    (
        Action(
            "aid",
            "airway",
            "person hurt",
            "Sit them up. Check breathing, voice and swallowing.",
            "now",
            "life",
            answer("assault-signs", "throat"),
            ("source strangulation",),
            "C2",
        ),
        Action(
            "aid",
            "breathing",
            "person hurt",
            "Drowsy: on their side. Watch their breathing.",
            "now",
            "life",
            answer("assault-signs", "drugged"),
            ("source nhs-first-aid",),
            "C2",
        ),
        Action(
            "aid",
            "injury",
            "person hurt",
            "Press hard on bleeding. Keep them still and warm.",
            "now",
            "life",
            answer("assault-signs", "hurt"),
            ("source nhs-first-aid",),
            "C2",
        ),
        *stay(_WARM, answer("assault-signs", "suicidal")),
        Action(
            "move",
            "person",
            "person named",
            "Get everyone behind a locked door, out of that person’s reach.",
            "now",
            "self",
            answer("assault-signs", "near", "just"),
        ),
        Action(
            "move",
            "person",
            "person named",
            "Make sure that person cannot reach them or a child. Do not warn them.",
            "now",
            "part",
            answer("who", *ADULTS, "not-sure"),
        ),
        Action(
            "move",
            "children",
            "children",
            "Keep the two apart, quietly, an adult with each.",
            "now",
            "part",
            answer("who", "this-child", "other-child"),
        ),
        _leave_things(_RECENT),
        Action(
            "tell",
            "event",
            "social worker",
            "Ring the emergency duty team tonight. They decide how to involve the police; pass on the wish.",
            "hour",
            "social worker",
            every(answer("age", "16-17"), answer("assault-wish", "refuses"), no(at_least("contact", "tell today"))),
        ),
        *_centre(at_least("when", "weeks")),
        Action(
            "arrange",
            "centre",
            "sexual assault centre",
            "Offer the sexual assault centre or a doctor, by appointment. They may say no.",
            "day",
            "later",
            answer("when", "longer"),
            _CENTRE,
            "C2",
        ),
        *_treatment(_RECENT),
        Action(
            "aid",
            "test",
            "police",
            "Drugged: ask the police or centre for a test at once. Keep the drink as it is.",
            "hour",
            "life",
            answer("assault-signs", "drugged"),
            ("source spiking",),
            "C2",
        ),
        suicide_watch(),
        _kit(_RECENT),
        Action(
            "tell",
            "event",
            "council where it happened",
            "If it happened in another area, tell the council where it happened too.",
            "day",
            "social worker",
            no(IS_ADULT),
            ("law chr-34",),
            "C1",
        ),
        Action(
            "tell",
            "event",
            "other social worker",
            "Tell the other child’s social worker too.",
            "hour",
            "social worker",
            answer("event marks", "between-children"),
        ),
        Action(
            "arrange",
            "senior officer",
            "police",
            "Ask for a duty inspector who does not work with the officer named.",
            "hour",
            "police",
            every(answer("event marks", "officer"), at_least("contact", "tell today")),
            ("source watchdog-complaints",),
            "P",
        ),
        Action(
            "record",
            "times",
            "log",
            "Note the times of any wash, drink, toilet or change of clothes.",
            "keep",
            "write",
            _RECENT,
        ),
        _clothes(_RECENT),
    ),
    (
        Never(
            "Never question them, alert that person, or refuse toilet or drink.", ALWAYS, ("source csa-centre",), "C2"
        ),
    ),
    verdicts=(Verdict(no(at_least("contact", "tell today")), "Serious: stay with them, ring your manager tonight."),),
    words=("rape", "raped", "sexual assault", "touched", "abused", "abuse", "molested", "groped", "disclosure"),
    source="A7 A8",
)

# Between children.

BETWEEN_SIGNS = Question(
    "between-signs",
    "Is any of this true?",
    (
        Option("none", "None of these: of like age, willing, unhurt"),
        Option("sex", "They had sex: of like age, both willing, nobody hurt"),
        Option("cannot-tell", "I cannot tell whether both were willing"),
        Option("images", "Pictures or film of it were passed on"),
        Option("complaint", "One of them, or someone for them, complains"),
        Option("gap", "A real gap in age, strength, understanding or power"),
        Option("grooming", "Gifts, secrets or threats, or someone older behind it"),
        Option("fear", "One was forced, tricked or afraid"),
        Option("pain", "Pain, or penetration that may not have been wanted"),
        Option("injured", "One is bleeding or injured"),
        Option("now", "It is going on by force and they cannot be parted"),
    ),
    "Tick what you have seen or been told. Do not ask the children for details.",
    many=True,
    nothing="none",
)

BETWEEN_ROLE = Question(
    "between-role",
    "Which is nearest?",
    (
        Option("mutual", "Both took part"),
        Option("not-known", "Not known"),
        Option("to-this-child", "It was done to the child I am asking about"),
        Option("by-this-child", "The child I am asking about did it to the other"),
    ),
)

_TRIGGER = answer("between-signs", "gap", "grooming", "fear", "pain")
_GRAVE_SIGN = answer("between-signs", "gap", "grooming", "fear", "pain", "injured", "now")
_SIGNS = answer("between-signs", "sex", "cannot-tell", "images", "complaint")

_BETWEEN_FLOORS = (
    Floor(
        answer("between-signs", "cannot-tell"),
        "amber",
        "discuss",
        "It is not clear whether both were willing.",
        LOCAL,
        "P",
        marks=("tonight", "sexual", "listen"),
    ),
    Floor(
        answer("between-signs", "sex"),
        "judgement",
        "discuss",
        "Two of like age had sex, both willing. The protocols ask for balance.",
        LOCAL,
        "S",
        marks=("tonight", "sexual", "listen"),
    ),
    Floor(
        answer("between-signs", "images", "complaint"),
        "amber",
        "tell today",
        "Someone complains of it, or pictures of it were passed on.",
        LOCAL,
        "S",
        marks=("sexual", "listen"),
    ),
    Floor(
        _TRIGGER,
        "amber",
        "tell today",
        "There is force, fear, pain, grooming or a real gap between them.",
        LOCAL,
        "S",
        marks=("sexual", "listen"),
    ),
    Floor(
        every(_TRIGGER, _RECENT),
        "amber",
        "tell now",
        "It was recent, with force, fear, pain, grooming or a real gap.",
        LOCAL,
        "P",
        marks=("evidence",),
        unsure="It may be recent, with force, fear, pain, grooming or a real gap.",
    ),
    Floor(every(answer("between-signs", "pain"), _RECENT), None, None, "", _CENTRE, "C2", health="seen today"),
    Floor(
        answer("between-signs", "injured"),
        "red",
        "999",
        "One of them is bleeding or injured.",
        RED,
        "S",
        ("ambulance", "police"),
        "ambulance",
        ("sexual", "listen", "evidence"),
    ),
    Floor(
        answer("between-signs", "now"),
        "red",
        "999",
        "It is going on by force.",
        RED,
        "S",
        ("police",),
        marks=("sexual", "listen", "evidence"),
    ),
    Floor(ALWAYS, None, None, "", marks=("between-children",)),
)

_ROLE_FLOORS = (
    Floor(answer("between-role", "to-this-child"), None, None, "", marks=("victim",)),
    Floor(answer("between-role", "by-this-child"), None, None, "", marks=("acted",)),
    Floor(
        every(answer("between-role", "by-this-child"), IS_ADULT),
        "amber",
        "tell today",
        "Someone of 18 or over did it to a child.",
        LOCAL,
        "P",
        marks=("adult-harm", "sexual", "listen"),
    ),
)

_BETWEEN_CARE = (
    Action(
        "aid",
        "injury",
        "person hurt",
        "Press hard on bleeding. Keep them still and warm.",
        "now",
        "life",
        answer("between-signs", "injured"),
        ("source nhs-first-aid",),
        "C2",
    ),
    _leave_things(every(_GRAVE_SIGN, _RECENT)),
    *_centre(every(answer("between-signs", "fear", "pain", "gap", "injured"), at_least("when", "weeks"))),
    *_treatment(every(answer("between-signs", "pain", "injured"), _RECENT)),
    Action(
        "aid",
        "treatment",
        "child",
        "Ask 111 or a pharmacist about emergency contraception: sooner is better.",
        "hour",
        "life",
        answer("between-signs", "sex"),
        _CENTRE,
        "C2",
    ),
    Action(
        "arrange",
        "night plan",
        "children",
        "Plan the night: no shared bathroom, landing or car out of sight.",
        "hour",
        "part",
        some(_GRAVE_SIGN, _SIGNS, answer("what", "sexual-between")),
    ),
    Action(
        "tell",
        "event",
        "other social worker",
        "Tell the other child’s social worker, and both councils.",
        "hour",
        "social worker",
        some(_GRAVE_SIGN, answer("between-signs", "complaint", "images", "cannot-tell", "sex")),
    ),
    Action(
        "tell",
        "event",
        "other social worker",
        "Tell the other child’s social worker too.",
        "day",
        "social worker",
        some(answer("what", "sexual-between"), at_least("bed-found", "unclear")),
    ),
    Action(
        "review",
        "screening",
        "team",
        "Ask for screening by someone trained. Each agency does its own.",
        "day",
        "later",
        some(_GRAVE_SIGN, _SIGNS, answer("what", "sexual-between")),
        LOCAL,
        "S",
        "manager",
    ),
    Action(
        "review",
        "exploitation",
        "team",
        "Talk with the team around them and the council’s exploitation lead.",
        "day",
        "later",
        answer("between-signs", "grooming", "gap", "images"),
        LOCAL,
        "S",
        "manager",
    ),
    Action(
        "review",
        "specialist help",
        "team",
        "Ask for specialist help for the one who did it, and whether someone harmed them.",
        "day",
        "later",
        answer("between-role", "by-this-child"),
    ),
    suicide_watch(answer("between-signs", "fear", "pain", "injured", "now")),
    _kit(every(answer("between-signs", "fear", "pain", "gap", "injured"), _RECENT)),
    _clothes(every(_GRAVE_SIGN, _RECENT)),
    Action(
        "record",
        "ages",
        "log",
        "Note ages, who slept where, who came to whom, clothes, distress, exact words.",
        "keep",
        "write",
        some(_GRAVE_SIGN, _SIGNS, answer("what", "sexual-between", "found-in-bed")),
    ),
)

BETWEEN = Row(
    "sexual-between",
    "Sexual behaviour between children",
    "Touching, sex or being made to, between children or young people",
    "There was sexual behaviour between children.",
    ("between-signs", "when", "between-role"),
    (
        Floor(
            ALWAYS,
            "judgement",
            "discuss",
            "No sign of force or fear is known. Weigh the risk against a record for a child.",
            LOCAL,
            "S",
            marks=("sexual", "listen"),
        ),
        *_BETWEEN_FLOORS,
        *_ROLE_FLOORS,
    ),
    (
        Action(
            "move",
            "children",
            "children",
            "Part them quietly, an adult with each. No blame, no shame.",
            "now",
            "part",
            citations=LOCAL,
            mark="S",
        ),
        *_BETWEEN_CARE,
    ),
    (Never("Never interview them, or give either of them a label."),),
    words=("sexual", "sexualised", "harmful sexual behaviour", "touching", "sex", "made him", "made her", "underage"),
    source="A10 A7",
)

PLAY = Row(
    "sexual-play",
    "Curious play that is usual for their age",
    "Looking, giggling, “doctors”: of like age, willing, and they stop when asked",
    "There was sexual behaviour between young children.",
    ("between-signs", "when"),
    (
        Floor(ALWAYS, "green", "not needed", "Play that is usual for their age is noted, not reported.", LOCAL, "S"),
        *_BETWEEN_FLOORS,
    ),
    (
        Action(
            "support",
            "distract",
            "children",
            "Distract them calmly. Use simple words: bodies are private.",
            "now",
            "part",
            answer("between-signs", "none"),
        ),
        Action(
            "move",
            "children",
            "children",
            "Part them quietly, an adult with each. No blame, no shame.",
            "now",
            "part",
            some(_GRAVE_SIGN, _SIGNS),
            LOCAL,
            "S",
        ),
        Action(
            "tell",
            "event",
            "social worker",
            "Mention it to the social worker at the next contact.",
            "day",
            "social worker",
            answer("between-signs", "none"),
        ),
        *_BETWEEN_CARE,
    ),
    (
        Never("Never shame or punish them for it.", answer("between-signs", "none")),
        Never("Never interview them, or give either of them a label.", some(_GRAVE_SIGN, _SIGNS)),
    ),
    words=("play", "doctors", "curious", "normal", "age appropriate", "nappy", "looking"),
    source="A10",
)

_BED_UNCLEAR = at_least("bed-found", "unclear")

BED = Row(
    "found-in-bed",
    "Found in bed with another child",
    "Brothers and sisters, friends or a couple, at a night check",
    "Two children were found in bed together.",
    ("bed-found", "between-signs", "when"),
    (
        Floor(
            ALWAYS, "green", "not needed", "Two in one bed is often comfort, and no matter for the police.", LOCAL, "P"
        ),
        Floor(
            _BED_UNCLEAR,
            "judgement",
            "discuss",
            "It may have been sexual. Without a sign of harm it is for you and your manager.",
            LOCAL,
            "S",
            marks=("sexual", "listen"),
        ),
        Floor(every(_BED_UNCLEAR, answer("age", "under-10", "10-12")), None, None, "", marks=("tonight",)),
        *_BETWEEN_FLOORS,
        *_ROLE_FLOORS,
    ),
    (
        Action(
            "move",
            "children",
            "children",
            "Calm voice. Each to their own room, with an adult or in sight.",
            "now",
            "part",
        ),
        Action(
            "ask safety",
            "safe",
            "children",
            "Ask each one alone, once: are you all right, are you hurt?",
            "now",
            "part",
            _BED_UNCLEAR,
        ),
        *_BETWEEN_CARE,
    ),
    (Never("Never shame, shout, punish, or strip the bed."),),
    refines=("between-role",),
    words=("bed", "in bed together", "same bed", "sleeping together", "sibling", "caught"),
    source="A21 A10",
)
