"""Self-harm and suicide: overdose, cutting, ligature, a wish to die (B2, B4 to B6), rows of the situation `health`.

These are illness. The police come for danger to others, and for a child who is gone or whom nobody can reach.
"""

from tools.incident.model import ALWAYS, Never, Option, Question, Row, Verdict, answer, at_least, every, no
from tools.incident.questions import IS_ADULT, UNDER_18
from tools.incident.rows.health_rules import (
    AFTERWARDS,
    BASE,
    BREATHS,
    HEALTH_ONLY,
    HURT,
    LEAVE_SCENE,
    MENTAL_HEALTH_111,
    SELF_HARM,
    aid,
    ask_suicide,
    day,
    do,
    emergency,
    hour,
    keep,
    mark,
    need,
)

ON_PURPOSE = answer("overdose-how", "purpose", "purpose-unknown")
OVERDOSE_SIGN = answer("overdose-signs", "drowsy", "breath", "fit", "burnt", "symptom", "cannot-tell")

OVERDOSE = Row(
    "overdose",
    "Overdose, poison or someone else’s medicine",
    "Tablets, cleaning fluid, plants: on purpose or by mistake, well or not",
    "A {child} has taken an overdose or a poison.",
    ("overdose-signs", "overdose-how", "overdose-go"),
    (
        BASE,
        mark(ON_PURPOSE, "self-harm"),
        need("111 now", ALWAYS, "Something was taken that may be too much.", "nhs-poisoning"),
        need(
            "A&E now",
            answer("overdose-how", "mistake-other"),
            "A small child, someone else’s medicine or an unknown dose goes to A&E.",
            "nhs-poisoning",
        ),
        need(
            "A&E now",
            ON_PURPOSE,
            "Every overdose on purpose goes to A&E, even if they look well. Harm can come late.",
            "nhs-poisoning",
            unsure="It may have been on purpose, so A&E sees them even if they look well.",
        ),
        emergency(OVERDOSE_SIGN, "There is a sign of poisoning, or nobody can tell.", source="nhs-poisoning"),
        emergency(
            answer("overdose-how", "purpose-unknown"),
            "It was on purpose, and it is mixed, a lot or not known.",
            source="nhs-poisoning",
        ),
        emergency(
            every(answer("overdose-how", "mistake-other", "purpose", "purpose-unknown"), answer("overdose-go", "no")),
            "They need A&E and cannot get there safely.",
            unsure="They may need A&E and cannot get there safely.",
            source="nhs-poisoning",
        ),
    ),
    (
        do("stay", "child", "Stay with them. Take away what is left.", to="child here"),
        aid(
            "position",
            "On their side. Watch every breath.",
            answer("overdose-signs", "drowsy", "breath", "fit"),
            "nhs-poisoning",
        ),
        do("ask safety", "taken", "Ask what, how much, when. Take the packets along.", to="child here"),
        do(
            "aid",
            "hospital",
            "Take them to A&E now. An adult sits beside them.",
            answer("overdose-how", "mistake-other", "purpose", "purpose-unknown"),
            step="call",
            source="nhs-poisoning",
        ),
        do(
            "aid",
            "check",
            "Call 111, packet in hand, and do as they say.",
            answer("overdose-how", "mistake"),
            step="call",
            source="nhs-poisoning",
        ),
        *ask_suicide("hour", ON_PURPOSE),
        hour(
            "watch",
            "cabinet",
            "Count the medicine cabinet. Check that nobody else took any.",
            to="others",
            step="life",
        ),
        hour(
            "support",
            "refusal",
            "If they refuse and you doubt that they can decide, say so to the crew, and why.",
            every(IS_ADULT, answer("overdose-go", "no")),
            to="ambulance",
            step="life",
        ),
        hour(
            "support",
            "refusal",
            "Under 18 a refusal does not end it: keep them in sight, and tell the crew.",
            every(UNDER_18, answer("overdose-go", "no")),
            step="life",
        ),
        *(action._replace(when=ON_PURPOSE) for action in AFTERWARDS if action.act != "tell"),
        keep("dose", "Write what, how much, when, and what they were told at A&E or 111."),
    ),
    (Never("Never make them sick, give food or drink, or wait for signs."),),
    words=("overdose", "OD", "tablets", "pills", "paracetamol", "bleach", "poison", "medicine"),
    source="B2",
)

IN_HAND = answer("blade-where", "small", "large", "out-of-reach")
WITHIN_REACH = answer("blade-where", "down", "small", "large")

CUTTING = Row(
    "cutting",
    "Cutting, or a blade turned on themselves",
    "A small blade held only to their own skin is self-harm, not a weapon",
    "A {child} has cut or is cutting themselves.",
    ("cut-wound", "cut-words", "blade-where"),
    (
        SELF_HARM,
        need("first aid"),
        need("111 now", answer("cut-wound", "shallow", "hidden"), "There is a fresh wound.", "self-harm-guideline"),
        emergency(answer("cut-wound", "deep"), "The wound is deep, at the wrist or neck, or does not stop bleeding."),
        emergency(answer("cut-wound", "cannot-tell"), "Nobody can see how bad the wound is."),
        emergency(
            answer("cut-words", "suicidal", "influence", "worse", "refuses"),
            "What they say or do shows that life is at risk.",
        ),
        emergency(answer("blade-where", "large"), "They hold a knife or large blade to themselves."),
        emergency(
            answer("blade-where", "out-of-reach"),
            "Life is about to be lost and nobody can reach them.",
            "ambulance",
            "police",
        ),
        emergency(
            answer("blade-where", "others"),
            "The blade is turned on others.",
            "ambulance",
            "police",
            unsure="Nobody can see where the blade is, or whom it threatens.",
            marks=("weapon", "police-first"),
        ),
    ),
    (
        do(
            "withdraw",
            "danger",
            "Get out of reach. Keep a door or table between.",
            answer("blade-where", "others"),
            to="self",
            step="self",
        ),
        do(
            "stay",
            "distance",
            "Stay near, out of reach. Talk quietly. Send the others away.",
            IN_HAND,
            to="child here",
            step="self",
        ),
        do("stay", "child", "Stay with them, calm and close.", answer("blade-where", "down"), to="child here"),
        do(
            "remove",
            "weapon",
            "Offer help for the blade: they put it down and step away.",
            answer("blade-where", "small", "large"),
            to="child here",
        ),
        aid(
            "wound",
            "Blade away, then press hard with a cloth. Add more on top.",
            every(answer("cut-wound", "deep"), WITHIN_REACH),
            "nhs-first-aid",
        ),
        aid(
            "wound",
            "Ask them to press hard on it with a cloth.",
            every(answer("cut-wound", "cannot-tell"), WITHIN_REACH),
            "nhs-first-aid",
        ),
        aid(
            "wound",
            "Offer a dressing. Do not pull at a sleeve.",
            every(answer("cut-wound", "hidden"), WITHIN_REACH),
        ),
        aid(
            "wound",
            "Blade away, then clean and dress the cuts. Listen.",
            every(answer("cut-wound", "plan", "shallow"), WITHIN_REACH),
            "nhs-first-aid",
        ),
        do("aid", "check", MENTAL_HEALTH_111, answer("cut-wound", "shallow", "hidden"), step="call"),
        do(
            "remove",
            "weapon",
            "Lock the blade away: it is not evidence.",
            answer("blade-where", "down"),
            to="child here",
            step="leave",
        ),
        hour(
            "remove",
            "blade",
            "Once it is down, lock it away: it is not kept for the police. Look with them for others.",
            answer("blade-where", "small", "large"),
            step="leave",
        ),
        *ask_suicide("hour"),
        *AFTERWARDS,
    ),
    (
        Never("Do not go near a blade that is turned on others.", answer("blade-where", "others")),
        Never("Never grab, surround, search or punish."),
    ),
    verdicts=(
        Verdict(
            every(HEALTH_ONLY, answer("cut-wound", "plan")),
            "First aid, company and their plan. No police.",
        ),
        Verdict(
            every(HEALTH_ONLY, answer("cut-wound", "none")),
            "Stay with them and listen. No police.",
        ),
    ),
    words=("self-harm", "cutting", "cuts", "blade", "razor", "scratching", "sharpener", "wrist"),
    source="B4",
)

LIGATURE = Row(
    "ligature",
    "Something tied round the neck, or hanging",
    "On, just taken off, or told of afterwards",
    "A {child} had something tied round the neck.",
    ("breathing", "ligature-who"),
    (
        emergency(
            ALWAYS,
            "Pressure on the neck can kill, and harm can come later. Hospital always.",
            marks=("self-harm",),
            source="strangulation",
        ),
        emergency(
            answer("ligature-who", "maybe"),
            "Someone else may have done it.",
            "ambulance",
            "police",
            marks=("evidence", "listen"),
        ),
    ),
    (
        aid(
            "ligature",
            "It is off: keep it out of reach. Do not leave them.",
            answer("ligature-now", "off"),
            "strangulation",
        ),
        aid(
            "ligature",
            "Take their weight. Cut it at the side, flat to the skin. Loosen.",
            ALWAYS,
            "resuscitation",
        ),
        aid(
            "breathing",
            "Awake: let them sit. Not awake: on their side. Watch every breath.",
            answer("breathing", "normal"),
            "resuscitation",
        ),
        *BREATHS,
        do("move", "others", "Send the other children away, with an adult.", to="people", step="part"),
        LEAVE_SCENE,
        hour(
            "watch",
            "stroke signs",
            "For days, watch face, arm, speech, sight and swallowing. Any change: 999.",
            to=HURT,
            step="life",
            source="strangulation",
        ),
        *ask_suicide("hour"),
        *AFTERWARDS,
        keep("knot", "Keep the knot whole if you can. Note what was moved and when."),
        day("review", "cutter", "Check that a cutter hangs on each floor and all know where.", to="team"),
    ),
    (Never("Never leave the room or wait for a second person."),),
    refines=("ligature-now",),
    words=("ligature", "hanging", "noose", "cord", "tied", "neck", "strangle herself", "lanyard"),
    source="B5",
)

GONE = answer("suicide-signs", "gone")

WANTS_TO_DIE = Row(
    "wants-to-die",
    "Says they want to die, or left a note",
    "Also after contact, a court date, blackmail or bad news",
    "A {child} says that they want to die.",
    ("suicide-signs",),
    (
        SELF_HARM,
        need("111 now", ALWAYS, "They say that they want to die.", "nhs-111-mental-health"),
        emergency(
            answer("suicide-signs", "plan", "means", "not-kept", "cannot-tell"),
            "There is a plan or the means for tonight, or they cannot be kept in sight.",
        ),
        emergency(
            answer("suicide-signs", "out-of-reach"),
            "Life is about to be lost and nobody can reach them.",
            "ambulance",
            "police",
        ),
        emergency(
            GONE,
            "They want to die, and nobody knows where they are.",
            "police",
            "ambulance",
            marks=("missing", "absent", "police-first"),
        ),
    ),
    (
        do(
            "tell",
            "event",
            "Tell the custody officer now. Ask for a nurse and constant watch.",
            answer("stage", "station"),
            to="custody",
        ),
        do("stay", "child", "Stay in sight, within reach. One calm adult.", to="child here"),
        *ask_suicide("now"),
        do("remove", "means", "Ask for what they could use. Clear the room openly.", to="child here"),
        do(
            "aid",
            "check",
            MENTAL_HEALTH_111,
            every(no(answer("stage", "station")), no(GONE)),
            step="call",
            source="nhs-111-mental-health",
        ),
        do("search", "building", "Look in building and garden while on the phone.", GONE, to="building", step="part"),
        do("leave", "room", "Leave their room and the note as they are.", GONE, to="room", step="leave"),
        *AFTERWARDS,
    ),
    (
        Never("Never wait, or say that it is usual for them.", GONE),
        Never("Never promise secrecy, call it attention, or lock them in."),
    ),
    verdicts=(
        Verdict(
            every(answer("stage", "station"), no(at_least("contact", "999"))),
            "Tell custody now that they want to die.",
        ),
    ),
    words=("suicide", "suicidal", "wants to die", "kill myself", "note", "goodbye", "end it"),
    source="B6",
)


ROWS = (CUTTING, OVERDOSE, LIGATURE, WANTS_TO_DIE)

QUESTIONS = (
    Question(
        "cut-wound",
        "What is the wound like?",
        (
            Option("none", "No fresh wound"),
            Option("plan", "Small cuts of the kind their plan covers"),
            Option("shallow", "Shallow: the bleeding stops"),
            Option("hidden", "They will not show it, but talk as usual and no blood comes through"),
            Option("deep", "Deep, gaping or numb, at the wrist or neck, or bleeding goes on"),
            Option("cannot-tell", "I cannot see, and cannot be sure"),
        ),
    ),
    Question(
        "cut-words",
        "Is any of this so?",
        (
            Option("none", "None of these"),
            Option("suicidal", "Says they want to die"),
            Option("influence", "Drunk or drugged"),
            Option("worse", "Says they will do worse"),
            Option("refuses", "Goes on cutting and lets nobody help"),
        ),
        "Tick what is true.",
        many=True,
        nothing="none",
    ),
    Question(
        "blade-where",
        "Where is the blade?",
        (
            Option("down", "Put down, given up or gone"),
            Option("small", "A small blade in hand, towards themselves only"),
            Option("large", "A knife or large blade in hand, towards themselves only"),
            Option("out-of-reach", "In hand, life about to be lost, and nobody can reach them"),
            Option("cannot-tell", "I cannot see", "Counts as: towards others", "others"),
            Option("others", "Turned on others, or they threaten others"),
        ),
    ),
    Question(
        "overdose-signs",
        "Is any of this so?",
        (
            Option("none", "None of these"),
            Option("drowsy", "Drowsy, confused or hard to wake"),
            Option("breath", "Slow or difficult breathing, blue or grey"),
            Option("fit", "A fit, or very hot or agitated"),
            Option("burnt", "Burnt mouth, or swallowed bleach, acid or cleaner"),
            Option("symptom", "Sick, in pain, or any other change"),
            Option("cannot-tell", "I cannot tell"),
        ),
        "Tick what is true.",
        many=True,
        nothing="none",
    ),
    Question(
        "overdose-how",
        "How was it taken?",
        (
            Option("mistake", "By mistake: a small extra dose of their own medicine"),
            Option("mistake-other", "By mistake: a small child, someone else’s medicine, or not known how much"),
            Option("not-sure", "Not sure whether on purpose", "Counts as: on purpose", "purpose"),
            Option("purpose", "On purpose, and I know what and how much"),
            Option("purpose-unknown", "On purpose: mixed, with drink, a lot, or not known what"),
        ),
    ),
    Question(
        "overdose-go",
        "Can they get to A&E safely with an adult?",
        (Option("yes", "Yes"), Option("no", "No: refuses, no adult, or no safe way")),
    ),
    Question(
        "ligature-who",
        "Could someone else have done it?",
        (Option("no", "No"), Option("maybe", "Yes, or I am not sure")),
    ),
    Question(
        "ligature-now",
        "Where is it now?",
        (Option("off", "Off"), Option("tied", "Round the neck"), Option("hanging", "Hanging by it")),
    ),
    Question(
        "suicide-signs",
        "Is any of this so?",
        (
            Option("none", "None of these"),
            Option("plan", "A plan or a time for tonight"),
            Option("means", "Has what they would use, or can get it"),
            Option("not-kept", "Cannot be kept in sight"),
            Option("out-of-reach", "About to do it, where nobody can reach them"),
            Option("gone", "Gone, or does not answer the phone"),
            Option("cannot-tell", "I cannot tell"),
        ),
        "Tick what is true.",
        many=True,
        nothing="none",
    ),
)
