"""Self-harm, suicide or illness: the situation, with shut doors, heights, water, eating, the mind and refused care.

F6, B12, B13, B15 and B19 of the specification. The other rows are in `self_harm`, `injury` and `illness`.
"""

from tools.incident.model import (
    ALWAYS,
    Never,
    Option,
    Question,
    Row,
    Situation,
    Verdict,
    answer,
    every,
    no,
)
from tools.incident.questions import UNDER_18
from tools.incident.rows import holds, illness, injury, self_harm
from tools.incident.rows.health_rules import (
    AFTERWARDS,
    BASE,
    HEALTH_ONLY,
    MENTAL_HEALTH_111,
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

SILENT = answer("door-answer", "silent", "silent-blade")
TALKING = answer("door-answer", "talking", "means")

SHUT_IN = Row(
    "shut-in",
    "Shut in a room: no answer, or will not come out",
    "A locked bathroom, a bed against the door",
    "A {child} has shut themselves in a room.",
    ("door-answer",),
    (
        BASE,
        told("green", "not needed", ALWAYS, "A parent would talk through the door and wait."),
        emergency(
            answer("door-answer", "means"),
            "They have something to harm themselves, and nobody can reach them.",
            "ambulance",
            "police",
            marks=("self-harm",),
        ),
        emergency(
            answer("door-answer", "silent"),
            "A shut door and no answer: someone may be unconscious.",
            unsure="Nobody can tell whether they answer. Someone may be unconscious.",
        ),
        emergency(
            answer("door-answer", "silent-blade"),
            "There is no answer, and a blade may be in there.",
            "ambulance",
            "police",
            marks=("self-harm", "weapon"),
        ),
        emergency(
            answer("door-answer", "fire"),
            "There is smoke or fire behind the door.",
            "fire",
            "ambulance",
            marks=("fire",),
        ),
    ),
    (
        do(
            "withdraw",
            "blade",
            "Look first, by a gap or window. Stay out of reach.",
            answer("door-answer", "silent-blade"),
            to="self",
            step="self",
        ),
        do(
            "aid",
            "silent door",
            "Knock and call their name twice. No answer: open it now.",
            SILENT,
            to="child",
        ),
        aid(
            "breathing",
            "Inside: free the neck. Not breathing, or gasping: breaths and presses.",
            SILENT,
            "resuscitation",
        ),
        do("support", "door", "Talk through the door. No force, no deadline.", TALKING, to="child here"),
        do(
            "watch",
            "door",
            "Ask for an answer every few minutes. Watch the window.",
            TALKING,
            to="child here",
        ),
        do(
            "move",
            "others",
            "Get everyone out and count. Tell 999 who is behind the door.",
            answer("door-answer", "fire"),
            to="people",
            step="self",
        ),
        hour(
            "support",
            "key",
            "Have the override key and a second adult near, out of their sight.",
            TALKING,
            to="door",
            step="life",
        ),
        *ask_suicide("hour", answer("door-answer", "means", "silent", "silent-blade")),
        keep("checks", "Write the time of each check and what they said."),
    ),
    (
        Never("Never wait for the police at a silent door.", SILENT),
        Never("Never force a door to be obeyed.", TALKING),
    ),
    verdicts=(
        Verdict(
            every(HEALTH_ONLY, answer("door-answer", "talking")),
            "Talk through the door and wait. No police.",
        ),
    ),
    words=("barricade", "locked in", "bathroom", "won't come out", "no answer", "door", "quiet"),
    source="F6",
)

AT_HEIGHT = answer("height-now", "height", "track")
IN_WATER = answer("height-now", "water", "sea")

NO_OFFENCE = hour(
    "support",
    "no offence",
    "Say that it is distress. Ask that nobody is warned or charged, held or cuffed unless life needs it.",
    answer("stage", "coming", "here", "station", "after"),
    to="police",
    step="police",
)

HEIGHT = Row(
    "height-water",
    "On a roof, bridge, ledge or track, or in water",
    "Now. If they are back, choose the next one",
    "A {child} is in danger on a height or a track, or in water.",
    ("height-now",),
    (
        emergency(
            ALWAYS, "Someone may die by a fall, a train or water.", "police", "ambulance", marks=("police-first",)
        ),
        mark(AT_HEIGHT, "self-harm"),
        emergency(answer("height-now", "height"), "Someone may fall from a height.", "fire", "ambulance", "police"),
        emergency(
            answer("height-now", "water"),
            "Someone is in the water.",
            "fire",
            "ambulance",
            "police",
            source="water-safety",
        ),
        emergency(
            answer("height-now", "sea"),
            "Someone is in the sea.",
            "coastguard",
            "ambulance",
            "police",
            source="water-safety",
        ),
    ),
    (
        do("support", "distance", "Talk from a distance. Use their name. Listen.", AT_HEIGHT),
        do("hold", "seconds", "Within arm’s reach and going: pull them back.", AT_HEIGHT)._replace(
            citations=("law chr-20", "law fsr-13", "law cla-3"), mark="C1"
        ),
        aid(
            "water",
            "Shout: float on your back. Throw something that floats. Reach, lying down.",
            IN_WATER,
            "water-safety",
        ),
        do(
            "support",
            "place",
            "Tell 999 which line or road, and the nearest marker: trains can stop.",
            answer("height-now", "track"),
            to="999",
            step="part",
        ),
        do(
            "support",
            "officers",
            "Tell the officers: their life is at risk. Ask for traffic stopped, fire, ambulance.",
            every(AT_HEIGHT, answer("stage", "here")),
            to="police",
            step="call",
        ),
        do(
            "move",
            "below",
            "Keep people out from under them. Stay off the road and track.",
            answer("height-now", "height"),
            to="people",
            step="part",
        ),
        NO_OFFENCE,
        *AFTERWARDS,
    ),
    (
        Never("Never climb after them, crowd them or order them down.", AT_HEIGHT),
        Never("Never go into the water after them.", IN_WATER),
    ),
    words=("roof", "bridge", "ledge", "jump", "railway", "track", "river", "canal", "sea", "window"),
    source="B19",
)

WANTED_TO_DIE = answer("height-why", "die")

BACK = Row(
    "back-from-height",
    "Back from a roof, ledge, track or water",
    "They climbed back, came down or were pulled out",
    "A {child} was in danger of death, and is back.",
    ("height-why",),
    (
        BASE._replace(reason="They are back. It was distress or a dare, not an offence."),
        need(
            "A&E now",
            WANTED_TO_DIE,
            "They were close to death, and must be assessed tonight.",
            unsure="They may have wanted to die, and must be assessed tonight.",
        ),
        mark(WANTED_TO_DIE, "self-harm"),
        need("A&E now", answer("height-why", "hurt"), "They are hurt, or were in cold water."),
    ),
    (
        do("stay", "child", "Stay within reach. Keep them warm.", to="child here"),
        *ask_suicide("now"),
        do("arrange", "windows", "Lock that window and the ways up.", to="building"),
        do("aid", "hospital", "A&E now, or the crisis team here tonight.", WANTED_TO_DIE, step="call"),
        do("aid", "hospital", "Take them to A&E now. Do not leave them.", answer("height-why", "hurt"), step="call"),
        NO_OFFENCE,
        hour(
            "arrange",
            "handover",
            "Hand over in person to the next shift: what happened, checks, window, who comes.",
            to="team",
            step="manager",
        ),
        *AFTERWARDS,
    ),
    (Never("Never call it attention, or leave them alone tonight.", answer("height-why", "die", "hurt")),),
    verdicts=(
        Verdict(
            every(HEALTH_ONLY, answer("height-why", "dare")),
            "Talk it over and lock the way up. No police.",
        ),
    ),
    words=("roof", "ledge", "bridge", "climbed back", "came down", "pulled out", "jump"),
    source="B19 B6",
)

EATING_999 = answer("eating-signs", "faint", "chest", "pulse", "confused")
EATING_AE = answer("eating-signs", "squat", "fluids", "blood", "insulin", "cannot-tell")

EATING = Row(
    "eating-crisis",
    "Not eating, purging: an eating disorder in crisis",
    "At any weight: looking well proves nothing",
    "A {child} with an eating disorder is in danger.",
    ("eating-signs",),
    (
        BASE,
        need("111 now", ALWAYS, "Looking well proves nothing, at any weight.", "eating-disorders"),
        need("A&E now", EATING_AE, "There is a sign that needs A&E, or nobody can tell.", "eating-disorders"),
        emergency(EATING_999, "The heart or the brain is in danger.", source="eating-disorders"),
    ),
    (
        do("stay", "child", "Sit with them, warm and quiet. No bargaining.", to="child here"),
        do(
            "aid",
            "hospital",
            "Take them to A&E now. Say: eating disorder.",
            EATING_AE,
            step="call",
            source="eating-disorders",
        ),
        do("aid", "check", "Call 111 now. Then tell their own team.", step="call", source="eating-disorders"),
        keep("intake", "Write what they ate and drank, exercise, sickness and any pills."),
    ),
    (Never("Never force food, or weigh them in anger."),),
    words=("anorexia", "bulimia", "not eating", "starving", "purging", "eating disorder", "fainted"),
    source="B12",
)

MIND_999 = answer("mind-signs", "danger", "hot", "drugs", "head", "weapon", "cannot-tell")

NOT_HIMSELF = Row(
    "not-himself",
    "Hears, sees or believes things; wild, not themselves",
    "Voices, fear of plots, no sleep for days, raging and hot",
    "A {child} is not themselves: hears, sees or believes things.",
    ("mind-signs",),
    (
        BASE,
        need("111 now", ALWAYS, "This is illness, until someone shows otherwise.", "nhs-111-mental-health"),
        emergency(
            answer("mind-signs", "danger", "drugs", "head"),
            "Danger, drugs or a head injury may lie behind it.",
        ),
        emergency(
            answer("mind-signs", "hot"),
            "Raging and hot, or suddenly quiet: life is at risk.",
            source="restraint-position",
        ),
        emergency(answer("mind-signs", "cannot-tell"), "Nobody can tell how ill they are."),
        emergency(
            answer("mind-signs", "weapon"),
            "There is a weapon.",
            "police",
            "ambulance",
            marks=("weapon", "police-first"),
        ),
    ),
    (
        do(
            "withdraw",
            "danger",
            "Get out of reach. Keep a door or space between.",
            answer("mind-signs", "weapon"),
            to="self",
            step="self",
        ),
        do("support", "calm voice", "One calm voice, few words, less noise. Do not argue or agree.", to="child here"),
        do("aid", "check", MENTAL_HEALTH_111, step="call", source="nhs-111-mental-health"),
        do("move", "people", "Move the others away. Leave a clear way out.", MIND_999, to="people", step="part"),
        hour(
            "support",
            "no detention",
            "The police cannot detain for mental health inside a home: ask for a crew or the crisis team.",
            MIND_999,
            to="police",
        )._replace(citations=("law mha-136",), mark="C1"),
        keep("onset", "Write when it began, sleep, drugs, and their exact words."),
    ),
    (Never("Never hold, crowd, mock or lock them in."),),
    words=("voices", "psychosis", "paranoid", "hallucinating", "delirious", "raging", "manic", "not himself"),
    source="B13",
)

LEFT = answer("refuses-what", "left", "left-danger")
REFUSES_LIFE = answer("refuses-what", "refuses-life")

REFUSES = Row(
    "refuses-care",
    "Refuses hospital, leaves it, or hits a nurse",
    "Will not go, will not stay, or lashes out there",
    "A {child} needs hospital care and refuses it or has left.",
    ("refuses-what",),
    (
        BASE,
        need("111 now", answer("refuses-what", "refuses"), "They need care and refuse it."),
        told(
            "judgement",
            "discuss",
            answer("refuses-what", "nurse"),
            "NHS staff are emergency workers in law, and the hospital may call the police.",
            "acted",
        )._replace(citations=("law aew-2018",), mark="C1"),
        told("judgement", "discuss", LEFT, "They left hospital before time."),
        told(
            "amber",
            "tell now",
            every(LEFT, UNDER_18),
            "A child left hospital, and nobody knows where they are.",
            "missing",
        ),
        mark(LEFT, "absent"),
        emergency(REFUSES_LIFE, "Life may be at risk without care.", unsure="It may be dangerous to go without care."),
        emergency(
            answer("refuses-what", "left-danger"),
            "They are gone, and it is dangerous to go without care.",
            "police",
            "ambulance",
            marks=("police-first",),
        ),
    ),
    (
        do("stay", "child", "Stay, in a quiet place. One small step at a time.", no(LEFT), to="child here"),
        do(
            "aid",
            "check",
            "Call 111: say what is refused. Ask how long it can wait.",
            answer("refuses-what", "refuses"),
            step="call",
        ),
        do(
            "support",
            "health answer",
            "Ask the senior nurse for a health answer, not a charge.",
            answer("refuses-what", "nurse"),
            to="hospital",
            step="part",
        ),
        do(
            "tell",
            "hospital",
            "Ring the ward: who left, when, what care is missing.",
            LEFT,
            to="hospital",
            step="part",
        ),
        hour(
            "arrange",
            "consent",
            "Ask the social worker or duty team who may consent.",
            every(answer("refuses-what", "refuses", "refuses-life"), UNDER_18),
            to="social worker",
            step="social worker",
        ),
        hour(
            "support",
            "capacity",
            "Doctors judge whether they can decide. Tell them the risk, the words and the needs.",
            answer("refuses-what", "refuses", "refuses-life", "nurse"),
            to="hospital",
            step="life",
        ),
        keep("refusal", "Write who was told, the risk as explained, and their exact words."),
    ),
    (
        Never("Never drag them, threaten police or leave them alone there.", no(LEFT)),
        Never("Never call it a choice and wait.", LEFT),
    ),
    words=("refuses", "A&E", "hospital", "walked out", "discharged", "nurse", "ward", "won't go"),
    source="B15",
)

SITUATION = Situation(
    "health",
    "Self-harm, suicide or illness",
    "Cuts, overdose, ligature, wants to die, will not wake, refuses hospital",
    (
        *self_harm.ROWS,
        SHUT_IN,
        HEIGHT,
        BACK,
        *illness.ROWS[:2],
        *injury.ROWS,
        holds.HOLD,
        NOT_HIMSELF,
        EATING,
        REFUSES,
        *illness.ROWS[2:],
    ),
    (
        *self_harm.QUESTIONS,
        *illness.QUESTIONS,
        *injury.QUESTIONS,
        Question(
            "door-answer",
            "Do they answer?",
            (
                Option("talking", "Yes, and nothing dangerous is in there"),
                Option("means", "Yes, and they have a blade, a cord or tablets in there"),
                Option("cannot-tell", "I cannot tell", "Counts as: no answer", "silent"),
                Option("silent", "No answer"),
                Option("silent-blade", "No answer, and a blade may be in there"),
                Option("fire", "Smoke or fire behind the door"),
            ),
        ),
        Question(
            "height-now",
            "Where are they now?",
            (
                Option("height", "On a roof, bridge, ledge or other height"),
                Option("track", "On or by a railway or busy road"),
                Option("water", "In a river, canal, lake or pool"),
                Option("sea", "In the sea or on the shore"),
            ),
        ),
        Question(
            "height-why",
            "Is any of this so?",
            (
                Option("dare", "None of these: a dare, or to get away, and they did not want to die"),
                Option("not-sure", "I am not sure why", "Counts as: wanted to die", "die"),
                Option("die", "They wanted to die"),
                Option("hurt", "They are hurt, or were in the water"),
            ),
            "Tick what is true.",
            many=True,
            nothing="dare",
        ),
        Question(
            "eating-signs",
            "Is any of this so?",
            (
                Option("none", "None of these"),
                Option("squat", "Cannot rise from a squat without help"),
                Option("fluids", "Has drunk nothing for a day"),
                Option("blood", "Blood in vomit"),
                Option("insulin", "Skips insulin"),
                Option("faint", "Faints"),
                Option("chest", "Chest pain"),
                Option("pulse", "Very slow pulse"),
                Option("confused", "Confused"),
                Option("cannot-tell", "I cannot tell"),
            ),
            "Tick what is true.",
            many=True,
            nothing="none",
        ),
        Question(
            "mind-signs",
            "Is any of this so?",
            (
                Option("none", "None of these"),
                Option("danger", "In danger from what they do"),
                Option("hot", "Raging and hot, or suddenly quiet after it"),
                Option("drugs", "May have taken something"),
                Option("head", "Hit their head"),
                Option("weapon", "Has a weapon"),
                Option("cannot-tell", "I cannot tell"),
            ),
            "Tick what is true.",
            many=True,
            nothing="none",
        ),
        Question(
            "refuses-what",
            "What has happened?",
            (
                Option("refuses", "Refuses, and is well enough to talk it over"),
                Option("nurse", "Hit or hurt hospital staff"),
                Option("left", "Has left and is gone; the care could wait"),
                Option("not-sure", "Refuses; not sure how serious it is", "Counts as: life at risk", "refuses-life"),
                Option("refuses-life", "Refuses, and life may be at risk"),
                Option("left-danger", "Has left and is gone, and it is dangerous without care"),
            ),
        ),
    ),
)
