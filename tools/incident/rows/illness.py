"""Illness: the rows of the situation `health` that are neither self-harm nor injury (B1, B11, B14, B16, H9, 1.2).

An illness is never a police matter in itself: the level stays "none" and the health need has the headline.
"""

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
from tools.incident.rows.health_rules import (
    BASE,
    BREATHS,
    CALL_FIRST,
    CHECK_111,
    HURT,
    LEAVE_SCENE,
    NO_POLICE,
    aid,
    day,
    do,
    emergency,
    hour,
    keep,
    mark,
    need,
    told,
)
from tools.incident.shared.harm import INJURY_SIGN

BREATHING = Question(
    "breathing",
    "Are they breathing?",
    (
        Option("normal", "Yes, as usual"),
        Option("slow", "Slow, noisy or gasping"),
        Option("none", "No"),
        Option("cannot-tell", "I cannot tell", "Counts as: not breathing", "none"),
    ),
)

UNRESPONSIVE = Row(
    "unresponsive",
    "Will not wake, or is not breathing properly",
    "Collapsed, limp, cannot be roused, strange snoring, gasping, blue or grey",
    "Someone cannot be woken.",
    ("breathing",),
    (
        emergency(ALWAYS, "Someone cannot be woken or is not breathing properly.", source="resuscitation"),
        emergency(
            answer("collapse-cause", "attack"),
            "Someone may have done this to them.",
            "ambulance",
            "police",
            marks=("evidence", "listen"),
        ),
    ),
    (
        CALL_FIRST,
        *BREATHS,
        aid(
            "naloxone",
            "Give naloxone if you have it. Repeat every 2 to 3 minutes.",
            answer("collapse-cause", "drugs"),
            source="naloxone",
        ),
        do(
            "arrange",
            "defibrillator",
            "Send another adult for the nearest defibrillator.",
            answer("breathing", "slow", "none"),
            source="resuscitation",
        ),
        LEAVE_SCENE,
        hour(
            "watch",
            "naloxone",
            "Naloxone wears off in 20 to 30 minutes and they can sink again: stay until the crew has them.",
            answer("collapse-cause", "drugs"),
            source="naloxone",
            to=HURT,
            step="life",
        ),
        hour(
            "support",
            "truth for the crew",
            "Tell the crew the truth about any drug. They need it to treat them.",
            to="ambulance",
            step="life",
        ),
        hour(
            "record",
            "packets",
            "Keep packets for the crew. Note when they were last well.",
            step="write",
            to="ambulance",
        ),
    ),
    (Never("Never let them sleep it off, shower them or leave them."),),
    refines=("collapse-cause",),
    words=("unconscious", "collapsed", "won't wake", "not breathing", "passed out", "blue", "stupor", "CPR"),
    source="B1",
)

ILL = "ill-which"

WORSE = answer("ill-state", "worse")

ALLERGY = answer(ILL, "allergy")


def illness(which: str, text: str, source: str) -> Action:
    """What is done at once in one illness."""
    return aid("illness", text, answer(ILL, which), source=source)


SUDDEN = Row(
    "sudden-illness",
    "Choking, asthma, allergy, a fit or diabetes",
    "Going on now, or just over",
    "Someone is suddenly and badly ill.",
    (ILL, "ill-state"),
    (
        BASE,
        need("seen today", reason="It is an illness, and comes before anything else."),
        emergency(WORSE, "It is going on, is the first time or has come again.", unsure="It may not be over."),
        emergency(ALLERGY, "A severe allergy can come back after it eases.", source="anaphylaxis"),
    ),
    (
        do(
            "aid",
            "illness",
            "Let them rest, and stay. Follow their own plan.",
            every(answer("ill-state", "over"), no(ALLERGY)),
        ),
        illness(
            "choking", "Cough. If they cannot: five back blows, five belly thrusts (under one: chest).", "nhs-first-aid"
        ),
        illness("asthma", "Sit up. Reliever: one puff every 30 to 60 seconds, up to ten.", "nhs-first-aid"),
        illness("allergy", "Their pen in the thigh now. Lie flat. Second pen at five minutes.", "anaphylaxis"),
        illness("fit", "Time it. Cushion the head. When it stops, on their side.", "nhs-seizures"),
        aid(
            "illness",
            "Follow their diabetes plan now. Not awake: on their side, nothing by mouth.",
            answer(ILL, "sugar"),
        ),
        hour("aid", "plan", "Get their own plan and medicine. It comes first.", to=HURT, step="life"),
        hour(
            "arrange",
            "health visit",
            "Have a doctor, nurse or 111 look at them today.",
            answer("ill-state", "over"),
            step="call",
            to=HURT,
        ),
        keep("times", "Write the times, puffs and pens used."),
    ),
    (
        Never("Never hold a fit down or put anything in the mouth.", answer(ILL, "fit")),
        Never("Never let them stand, sit up quickly or walk.", ALLERGY),
        Never("Never leave them alone, or argue before they are well."),
    ),
    words=("choking", "asthma", "inhaler", "allergic", "epipen", "nuts", "seizure", "fit", "epilepsy", "diabetic"),
    source="B11",
)

PREGNANT_999 = answer(
    "pregnancy-signs", "pain", "bleeding", "seizure", "blow", "cord", "coming", "born", "dead", "cannot-tell"
)

BIRTH = answer("pregnancy-signs", "coming", "born", "cord")

UNDER_13 = answer("age", "under-10", "10-12")

FORCED = answer("pregnancy-worry", "forced")

PREGNANT = Row(
    "pregnant",
    "Pregnant, or giving birth",
    "Known, hidden or feared; bleeding, pain, a blow to the belly, the baby coming",
    "A {child} is pregnant or giving birth.",
    ("pregnancy-signs", "pregnancy-worry"),
    (
        BASE,
        need("111 now", ALWAYS, "A pregnancy needs the maternity service tonight."),
        emergency(
            PREGNANT_999, "There is a sign of danger to mother or baby, or nobody can tell.", source="nhs-first-aid"
        ),
        mark(answer("pregnancy-signs", "dead"), "death", "evidence"),
        mark(some(answer("age", "13-15"), answer("pregnancy-worry", "fear")), "tonight"),
        mark(some(UNDER_13, answer("age", "13-15"), FORCED), "sexual", "listen"),
        Floor(
            UNDER_13,
            "amber",
            "tell today",
            "Under 13 nobody can consent. She is a victim.",
            ("law soa-16",),
            "P",
            marks=("victim", "tonight"),
        ),
        told("judgement", "discuss", FORCED, "She may have been forced or used.", "victim", "adult-harm"),
        told("amber", "tell today", every(FORCED, UNDER_18), "Someone may have forced or used a child."),
        told(
            "amber",
            "tell now",
            every(some(UNDER_13, FORCED), answer("pregnancy-worry", "access"), UNDER_18),
            "Someone who may have harmed a child can reach her tonight.",
        ),
    ),
    (
        CALL_FIRST._replace(when=BIRTH),
        aid("birth", "Unlock the door. Towels. Dry the baby, skin to skin, both warm.", BIRTH),
        aid(
            "rest",
            "Have her lie on her side, warm. Stay with her.",
            answer("pregnancy-signs", "pain", "bleeding", "seizure", "blow", "cannot-tell"),
        ),
        aid(
            "mother",
            "The mother is a patient first: keep her warm and watched. Touch nothing else.",
            answer("pregnancy-signs", "dead"),
        ),
        do(
            "support",
            "privacy",
            "Speak in private. She chooses who knows, beyond those who must.",
            answer("pregnancy-signs", "none", "less"),
            to="child here",
        ),
        do("aid", "check", "Ring the maternity line tonight. No answer: 111.", step="call"),
        hour(
            "watch",
            "mother",
            "Leave the cord alone. Watch the mother for bleeding. Keep the afterbirth for the crew. Note the times.",
            BIRTH,
            to=HURT,
            step="life",
        ),
        hour(
            "support",
            "fear",
            "Ask alone what she fears and where she is safe tonight.",
            answer("pregnancy-worry", "fear", "forced", "access"),
        ),
    ),
    (
        Never("Never pull the cord, and never cut it.", BIRTH),
        Never("Never tell the father, a partner or family yourself. Never scold."),
    ),
    verdicts=(
        Verdict(
            every(NO_POLICE, no(at_least("health", "A&E now")), no(at_least("level", "judgement"))),
            "Ring the maternity line tonight. She chooses who knows.",
        ),
    ),
    words=("pregnant", "pregnancy", "baby", "labour", "birth", "miscarriage", "waters"),
    source="B14",
)

MEDICINE_999 = answer("medicine-signs", "symptoms", "unknown", "small-child", "cannot-tell")

HIDDEN = answer("medicine-why", "hidden")

MEDICINE = Row(
    "wrong-medicine",
    "Wrong medicine or dose given by staff or a carer",
    "Another child’s tablets, twice, too much, the wrong time",
    "Someone was given the wrong medicine or dose.",
    ("medicine-signs", "medicine-why"),
    (
        BASE,
        need("111 now", ALWAYS, "A wrong medicine or dose was given.", "medicine-errors"),
        emergency(MEDICINE_999, "There is a symptom, a small child or an unknown dose, or nobody can tell."),
        told(
            "judgement", "discuss", answer("medicine-why", "not-known"), "It is not known how it came about.", "listen"
        ),
        told(
            "amber",
            "tell today",
            HIDDEN,
            "It was on purpose, or was covered up.",
            "allegation",
            "adult-harm",
            "victim",
            "listen",
        ),
    ),
    (
        aid(
            "position",
            "Stay with them. Sleepy: on their side, and watch every breath.",
            MEDICINE_999,
            source="nhs-poisoning",
        ),
        do(
            "aid",
            "check",
            "Call 111 or a pharmacist now, pack in hand. Give no more.",
            step="call",
            source="medicine-errors",
        ),
        hour("watch", "effects", "Watch them as you are told, and write each look down.", step="life"),
        hour("support", "told", "Tell them in plain words what happened, and say sorry."),
        keep(
            "dose",
            "Write medicine, dose, times, who gave it, and the advice. Keep the pack and the chart.",
            source="medicine-errors",
        ),
        day(
            "review",
            "medicine error",
            "Decide who else must be told, and how it is kept from happening again.",
            to="team",
            source="medicine-errors",
            who="manager",
        ),
    ),
    (Never("Never make it up with the next dose, and never hide it."),),
    words=("medication error", "wrong tablets", "double dose", "missed dose", "medicine", "MAR sheet"),
    source="B16 A9",
)

CARER_ILL = Row(
    "carer-ill",
    "The only adult is suddenly very ill",
    "Children are here and no other adult",
    "The only adult is very ill. Children are here with no other adult.",
    (),
    (emergency(ALWAYS, "The only adult is very ill, and children are alone.", marks=("tonight",)),),
    (
        CALL_FIRST,
        do(
            "support",
            "oldest",
            "Tell the oldest where the card by the phone is, and whom to ring.",
            to="children",
            step="part",
        ),
        Action(
            "tell",
            "event",
            "social worker",
            "Ring the emergency duty team: you need an adult here now.",
            "now",
            "social worker",
        ),
        hour(
            "arrange",
            "cover",
            "Ring the neighbour or relative in the plan to come until then.",
            to="hospital",
            step="manager",
        ),
        hour(
            "support",
            "card",
            "Tell the crew: how many children, their ages, medicines, and who may fetch them.",
            to="ambulance",
            step="life",
        ),
    ),
    (Never("Never drive yourself to hospital."),),
    words=("I am ill", "carer ill", "chest pain", "alone", "collapse"),
    source="H9",
)

UNWELL = Row(
    "unwell",
    "Ill or hurt in another way",
    "Fever, pain, a rash, a wound: nothing above fits",
    "Someone is ill or hurt.",
    ("injury",),
    (
        BASE,
        need("111 now", ALWAYS, "Someone is ill or hurt."),
        emergency(INJURY_SIGN, "There is a sign that needs an ambulance, or nobody can check.", source="nhs-first-aid"),
    ),
    (
        aid(
            "injury", "Press hard on bleeding. Keep them still, warm and watched.", INJURY_SIGN, source="nhs-first-aid"
        ),
        CHECK_111,
        hour("watch", "illness", "Stay in call, and look in often. Worse: 999.", step="life"),
    ),
    (Never("Never wait for morning if they get worse."),),
    words=("ill", "unwell", "fever", "temperature", "pain", "rash", "sick", "vomiting", "bleeding"),
    source="1.2",
)

ROWS = (UNRESPONSIVE, SUDDEN, PREGNANT, MEDICINE, CARER_ILL, UNWELL)

QUESTIONS = (
    BREATHING,
    Question(
        "collapse-cause",
        "What may lie behind it?",
        (
            Option("not-known", "Not known"),
            Option("drugs", "Drugs, tablets or gas"),
            Option("attack", "Someone may have done it"),
        ),
        many=True,
        nothing="not-known",
    ),
    Question(
        "ill-which",
        "Which is it?",
        (
            Option("choking", "Choking"),
            Option("asthma", "Asthma"),
            Option("sugar", "Diabetes: low or high sugar"),
            Option("fit", "A fit"),
            Option("allergy", "Severe allergy: swelling, wheeze, faint, or a pen was used"),
        ),
    ),
    Question(
        "ill-state",
        "How is it now?",
        (
            Option("over", "Over, as their plan expects, and they are themselves again"),
            Option("not-sure", "Not sure", "Counts as: going on", "worse"),
            Option("worse", "Going on, the first time, longer than five minutes, or again"),
        ),
    ),
    Question(
        "pregnancy-signs",
        "Is any of this so?",
        (
            Option("none", "None of these"),
            Option("less", "The baby moves less, without pain"),
            Option("pain", "Bad pain"),
            Option("bleeding", "Bleeding"),
            Option("seizure", "A fit"),
            Option("blow", "A blow to the belly"),
            Option("cord", "A cord can be seen"),
            Option("coming", "The baby is coming"),
            Option("born", "The baby is born"),
            Option("dead", "A newborn has been found dead"),
            Option("cannot-tell", "I cannot tell"),
        ),
        "Tick what is true.",
        many=True,
        nothing="none",
    ),
    Question(
        "pregnancy-worry",
        "Is any of this known?",
        (
            Option("none", "None of these"),
            Option("fear", "She is afraid of a partner or family"),
            Option("forced", "She was forced, or it is a relative, a carer or a much older man"),
            Option("access", "That person can reach her tonight"),
        ),
        "Tick what you know. Do not ask her for it.",
        many=True,
        nothing="none",
    ),
    Question(
        "medicine-signs",
        "Is any of this so?",
        (
            Option("none", "None of these"),
            Option("symptoms", "Sleepy, sick, unsteady, a rash or any other change"),
            Option("unknown", "Not known what or how much"),
            Option("small-child", "A small child"),
            Option("cannot-tell", "I cannot tell"),
        ),
        "Tick what is true.",
        many=True,
        nothing="none",
    ),
    Question(
        "medicine-why",
        "How did it happen?",
        (
            Option("mistake", "By mistake"),
            Option("not-known", "Not known"),
            Option("hidden", "On purpose, or it was covered up"),
        ),
    ),
)
