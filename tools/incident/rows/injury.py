"""Injury: the rows of the situation `health` on heads, burns, things swallowed and needles (B9, B10, B17, B18).

The level comes only from whoever caused the injury; the health need has the headline.
"""

from tools.incident.model import ALWAYS, Never, Option, Question, Row, Verdict, answer, every, no, some
from tools.incident.questions import ADULTS, UNDER_18
from tools.incident.rows.health_rules import (
    BASE,
    CHECK_111,
    HEALTH_ONLY,
    HURT,
    LEAVE_SCENE,
    aid,
    ask_suicide,
    do,
    emergency,
    hour,
    keep,
    mark,
    need,
    told,
)

HEAD_999 = answer("head-signs", "not-woken", "fit", "fluid", "nerves", "bruise", "stuck", "speed", "cannot-tell")

HEAD_AE = answer("head-signs", "sick", "headache", "memory", "odd", "clot", "unwatched", "knocked-out")

BANGING = answer("head-how", "banging", "banging-new")

HEAD = Row(
    "head-knock",
    "Hit their head, or bangs it",
    "A fall, a knock, a blow, or head-banging against a wall or floor",
    "Someone has hit their head.",
    ("head-signs", "head-how"),
    (
        BASE,
        need("first aid"),
        need(
            "seen today",
            answer("head-how", "banging-new"),
            "Head-banging that is new or worse can come from pain, an ear or a tooth.",
        ),
        need("A&E now", HEAD_AE, "There is a sign that needs A&E.", "nhs-head-injury"),
        need(
            "A&E now",
            answer("head-how", "hit"),
            "Someone hit them on the head.",
            "nhs-head-injury",
            unsure="It is not known how the head was hurt, so A&E looks at it.",
        ),
        told(
            "judgement",
            "discuss",
            answer("head-how", "hit"),
            "Someone hit them on the head.",
            "listen",
            unsure="It is not known how the head was hurt. Keep every possibility open.",
        ),
        emergency(
            HEAD_999, "A sign after a head injury needs an ambulance, or nobody can check.", source="nhs-head-injury"
        ),
    ),
    (
        aid("cushion", "Cushion the head. Move edges away. One adult, few words.", BANGING),
        aid("head", "Keep head and neck still. Watch every breath.", HEAD_999, source="nhs-head-injury"),
        aid("head", "Sit them down with a cold pack. Look at eyes, speech and walking."),
        do(
            "aid",
            "hospital",
            "Take them to A&E now. Someone sits beside them.",
            some(HEAD_AE, answer("head-how", "hit")),
            step="call",
            source="nhs-head-injury",
        ),
        hour(
            "watch",
            "head",
            "Look each hour tonight: waking, eyes, speech, walking. Anything new: 999.",
            no(HEAD_999),
            source="nhs-head-injury",
            step="life",
        ),
        hour(
            "arrange",
            "health visit",
            "Get a doctor, nurse or 111 today: pain, ears, teeth.",
            answer("head-how", "banging-new"),
            step="call",
            to=HURT,
        ),
        keep("banging", "Write how often, from what height, and what set it off.", BANGING),
    ),
    (
        Never("Never grip the head or hold them against a wall.", BANGING),
        Never("Never leave a head injury to sleep unwatched."),
    ),
    words=("head", "concussion", "knocked out", "fell", "bump", "head banging", "headbanging"),
    source="B17 1.2",
)

BURN_999 = answer("burn-signs", "large", "face", "electric", "chemical", "small-child", "cannot-tell")

BURN_AE = answer("burn-signs", "bigger", "place", "white")

BY_SOMEONE = answer("who", "other-child", *ADULTS)

BY_ADULT = answer("who", "partner", "relative", "household", "staff", "worker", "adult")

BURN = Row(
    "burn",
    "Burn or scald",
    "Hot water, iron, lighter, cigarette, chemical or electric: by accident or not",
    "Someone has a burn or scald.",
    ("burn-signs", "who"),
    (
        BASE,
        need("first aid"),
        need("A&E now", BURN_AE, "The burn is of a size, place or kind for A&E.", "nhs-burns"),
        need("A&E now", answer("who", "this-child"), "It was done by their own hand.", "nhs-burns"),
        need("A&E now", some(BY_SOMEONE, answer("who", "not-sure")), "Someone may have burned them.", "nhs-burns"),
        mark(answer("who", "this-child"), "self-harm"),
        mark(BY_SOMEONE, "victim"),
        mark(answer("who", "other-child"), "between-children"),
        mark(answer("who", "staff", "household", "worker"), "allegation"),
        mark(answer("who", "officer"), "officer"),
        emergency(BURN_999, "The burn has a sign that needs an ambulance, or nobody can see it.", source="nhs-burns"),
        emergency(
            every(BURN_999, BY_SOMEONE), "Someone burned them badly.", "ambulance", "police", marks=("evidence",)
        ),
        told("judgement", "discuss", answer("who", "not-sure"), "It is not known how it was done.", "listen"),
        told("amber", "discuss", BY_SOMEONE, "Someone burned them. Boiling or burning can maim.", "listen"),
        told("amber", "discuss", answer("who", *ADULTS), "An adult or partner burned them.", "adult-harm"),
        told("amber", "tell now", every(BY_ADULT, UNDER_18), "An adult or partner burned a child."),
    ),
    (
        aid(
            "cool",
            "Brush off powder. Then water over it, and keep on until told.",
            answer("burn-signs", "chemical"),
            source="nhs-burns",
        ),
        aid("cool", "Cool running water for 20 minutes. Rings and cloth off unless stuck.", source="nhs-burns"),
        hour(
            "aid",
            "cover",
            "Then lay cling film over it. Keep the rest of them warm.",
            to=HURT,
            step="life",
            source="nhs-burns",
        ),
        do(
            "aid",
            "hospital",
            "Take them to A&E now, with the burn covered.",
            some(BURN_AE, answer("who", "this-child", "not-sure"), BY_SOMEONE),
            step="call",
            source="nhs-burns",
        ),
        do("move", "people", "Keep whoever did it away from them.", BY_SOMEONE, to="people", step="part"),
        LEAVE_SCENE,
        *ask_suicide("hour", answer("who", "this-child")),
        keep("burn", "Write the cause as told, the size and how long it was cooled."),
    ),
    (Never("Never ice, butter, cream or tight wrapping. Never burst a blister."),),
    verdicts=(
        Verdict(
            HEALTH_ONLY,
            "Cool it for 20 minutes. No police.",
        ),
    ),
    words=("burn", "burnt", "scald", "kettle", "boiling", "iron", "lighter", "cigarette burn", "acid"),
    source="B9",
)

SWALLOWED_999 = answer("swallowed-signs", "breath", "pain", "blood", "drool", "cannot-tell")

PACKAGE = answer("swallowed-what", "package")

MADE_TO = some(PACKAGE, answer("swallowed-why", "made"))

SWALLOWED = Row(
    "swallowed",
    "Swallowed something, or hides it in the body",
    "Battery, magnets, blade, coin, or a package of drugs",
    "A {child} has swallowed something or has it in the body.",
    ("swallowed-what", "swallowed-signs", "swallowed-why"),
    (
        BASE,
        need("111 now", ALWAYS, "They swallowed something."),
        need(
            "A&E now",
            answer("swallowed-what", "blade", "magnets", "battery"),
            "A battery, magnets or a blade can injure inside while they feel well.",
            "button-batteries",
            unsure="It may be a battery, magnets or a blade.",
        ),
        emergency(SWALLOWED_999, "There is a sign of harm inside, or nobody can tell.", source="button-batteries"),
        emergency(PACKAGE, "A package of drugs can burst inside and kill.", marks=("substance",)),
        mark(answer("swallowed-why", "purpose"), "self-harm"),
        told("amber", "tell today", every(MADE_TO, UNDER_18), "Someone may be using them to carry."),
        mark(MADE_TO, "exploitation", "victim", "listen"),
    ),
    (
        aid("nothing", "Nothing to eat or drink unless told. Take the pack or its twin."),
        do(
            "aid",
            "hospital",
            "Take them to A&E at once, even if they feel well.",
            answer("swallowed-what", "blade", "magnets", "battery"),
            step="call",
            source="button-batteries",
        ),
        CHECK_111,
        hour(
            "tell",
            "event",
            "When the crew has them, tell the police today: first that this {child} is being used and harmed.",
            every(MADE_TO, UNDER_18),
            to="police",
            step="police",
        ),
        *ask_suicide("hour", answer("swallowed-why", "purpose")),
        keep("object", "Write what, what size, and when."),
    ),
    (Never("Never make them sick, and never wait to see."),),
    words=("swallowed", "battery", "magnet", "razor", "coin", "wrap", "plugged", "package", "packet"),
    source="B10",
)

SKIN_AE = answer("skin-signs", "spreading", "fever")

SHARED_NEEDLE = answer("needle", "shared")

BY_OTHERS = answer("tattoo-who", "adult")

TATTOO = Row(
    "tattoo",
    "Home tattoo, piercing or shared needle",
    "Done by themselves, by friends or by someone older",
    "A {child} has a home tattoo or piercing, or shared a needle.",
    ("skin-signs", "needle", "tattoo-who"),
    (
        BASE,
        need("first aid"),
        told("green", "not needed", ALWAYS, "A parent would settle this at home."),
        need(
            "seen today",
            SHARED_NEEDLE,
            "A shared needle can pass on infections. Some treatment works only within 72 hours.",
            "blood-exposure",
            unsure="The needle may have been shared. Some treatment works only within 72 hours.",
        ),
        need("A&E now", SKIN_AE, "It is infected.", "nhs-first-aid"),
        emergency(answer("skin-signs", "airway"), "Tongue or throat is swelling."),
        told("judgement", "discuss", BY_OTHERS, "Someone older did it, or it marks who they belong to."),
        told(
            "amber",
            "tell today",
            every(BY_OTHERS, UNDER_18),
            "An adult or group marked a child. It can be a sign that they are used.",
            "victim",
            "exploitation",
            "listen",
        ),
    ),
    (
        aid("skin", "Wash with soap and running water, dry, and cover.", source="blood-exposure"),
        do("aid", "hospital", "Take them to A&E now: it is infected.", SKIN_AE, step="call"),
        hour(
            "aid",
            "needle advice",
            "Ring 111, a sexual health clinic or A&E today about HIV medicine and hepatitis B.",
            SHARED_NEEDLE,
            step="call",
            source="blood-exposure",
            to=HURT,
        ),
        keep("kit", "Keep the kit in a rigid box out of reach. Note who else shared it."),
    ),
    (Never("Never pick at it, burn it off or punish."),),
    words=("tattoo", "piercing", "needle", "stick and poke", "brand"),
    source="B18",
)

ROWS = (HEAD, BURN, SWALLOWED, TATTOO)

HEAD_SIGNS = Question(
    "head-signs",
    "Is any of this so?",
    (
        Option("none", "None of these"),
        Option("knocked-out", "Was knocked out, and is awake again"),
        Option("sick", "Is being sick"),
        Option("headache", "A headache that lasts or gets worse"),
        Option("memory", "Cannot remember before or after"),
        Option("odd", "Behaves oddly, or has had drink or drugs"),
        Option("clot", "Takes a blood thinner, bleeds easily, or had brain surgery"),
        Option("unwatched", "Cannot be watched tonight"),
        Option("not-woken", "Cannot be woken, or is hard to rouse"),
        Option("fit", "A fit"),
        Option("fluid", "Clear fluid or blood from ear or nose"),
        Option("nerves", "Trouble with sight, speech or walking, or a weak or numb side"),
        Option("bruise", "Bruise behind an ear, or black eyes with no blow there"),
        Option("stuck", "Something is stuck in the head"),
        Option("speed", "A fall from a height, or hit by something fast"),
        Option("cannot-tell", "I cannot check"),
    ),
    "Tick what is true.",
    many=True,
    nothing="none",
)

QUESTIONS = (
    HEAD_SIGNS,
    Question(
        "head-how",
        "How did it happen?",
        (
            Option("accident", "A fall or a knock by accident"),
            Option("banging", "They bang their head, as their plan knows"),
            Option("banging-new", "They bang their head: new, or more than before"),
            Option("not-sure", "Not known", "Counts as: someone hit them", "hit"),
            Option("hit", "Someone hit them", "Add it under “Hurt or fighting” too"),
        ),
    ),
    Question(
        "burn-signs",
        "Is any of this so?",
        (
            Option("none", "None of these"),
            Option("bigger", "Bigger than their own hand"),
            Option("place", "On a hand, a foot or between the legs, or right round a limb"),
            Option("white", "White, charred or numb"),
            Option("large", "Large: several hands"),
            Option("face", "On the face, or smoke or steam breathed in"),
            Option("electric", "From electricity"),
            Option("chemical", "From a chemical"),
            Option("small-child", "A small child"),
            Option("cannot-tell", "I cannot see it"),
        ),
        "Tick what is true.",
        many=True,
        nothing="none",
    ),
    Question(
        "swallowed-what",
        "What was it?",
        (
            Option("other", "Something small and smooth, such as a coin or bead"),
            Option("not-sure", "Not sure", "Counts as: a battery", "battery"),
            Option("blade", "A blade, pin, glass or something sharp"),
            Option("magnets", "Magnets"),
            Option("battery", "A battery"),
            Option("package", "A package of drugs, swallowed or hidden in the body"),
        ),
    ),
    Question(
        "swallowed-signs",
        "Is any of this so?",
        (
            Option("none", "None of these"),
            Option("breath", "Choking, or trouble breathing"),
            Option("pain", "Pain in throat, chest or belly"),
            Option("blood", "Blood"),
            Option("drool", "Drooling, or cannot swallow"),
            Option("cannot-tell", "I cannot tell"),
        ),
        "Tick what is true.",
        many=True,
        nothing="none",
    ),
    Question(
        "swallowed-why",
        "Why?",
        (
            Option("mistake", "By mistake, or in play"),
            Option("not-sure", "Not sure", "Counts as: on purpose", "purpose"),
            Option("purpose", "On purpose"),
            Option("made", "For someone else, or made to"),
        ),
    ),
    Question(
        "skin-signs",
        "Is any of this so?",
        (
            Option("none", "None of these"),
            Option("spreading", "Redness that spreads, or pus"),
            Option("fever", "Fever or shivering"),
            Option("airway", "Tongue or throat swells, or trouble breathing"),
        ),
        "Tick what is true.",
        many=True,
        nothing="none",
    ),
    Question(
        "needle",
        "Was the needle shared?",
        (
            Option("own", "No, a new one"),
            Option("not-sure", "Not sure", "Counts as: shared", "shared"),
            Option("shared", "Yes"),
        ),
    ),
    Question(
        "tattoo-who",
        "Who did it?",
        (
            Option("self", "They did it themselves"),
            Option("friend", "A friend of about their age"),
            Option("adult", "An adult or someone older, or it is the mark of a group"),
        ),
    ),
)
