"""Drugs, drink and gas: drunk or drugged now, found, used, supplied, gas, vapes, alcohol, sniffing (B3, E1 to E8).

Health comes first: one list of signs serves every row. What is found is amber and the police hear the same day, as
information and to collect it (S3); supply is told at once, of a child who is being harmed (L5, Z7).
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
    Situation,
    Verdict,
    answer,
    at_least,
    every,
    no,
    some,
)

_DRUGS = ("topic drugs",)
_RECORD = ("topic drugs", "topic removal_record")
_CANISTERS = ("topic removal_record", "note gas-canisters-controlled")
_SIGN = ("source nhs-poisoning", "source alcohol-poisoning")

SIGNS = Question(
    "drug-signs",
    "Has anyone any of these?",
    (
        Option("none", "None: everyone is well"),
        Option("mild", "Drunk, high, drowsy or odd, but stands, talks and wakes at once"),
        Option("small-child", "A small child, or someone by mistake, may have swallowed some"),
        Option("package", "Swallowed a package, or hid one in the body"),
        Option("not-woken", "Cannot be woken, or only just"),
        Option("stand", "Cannot stand"),
        Option("vomit", "Sick while drowsy"),
        Option("breath", "Slow, noisy or difficult breathing"),
        Option("colour", "Blue, grey or very pale; cold and damp"),
        Option("fit", "A fit"),
        Option("hot", "Very hot, raging, or seeing things"),
        Option("numb", "Numb or weak legs, or a burn from cold gas"),
        Option("cannot-tell", "I cannot see or tell"),
    ),
    "Tick what is true of anyone here.",
    many=True,
    nothing="none",
)
#: Each needs an ambulance, and so does not being able to tell.
GRAVE = ("not-woken", "stand", "vomit", "breath", "colour", "fit", "hot", "numb", "cannot-tell")

PLACE = Question(
    "drug-place",
    "Where is it now?",
    (
        Option("none", "None was found, or none is left"),
        Option("police", "The police have it"),
        Option("locked", "Locked away already"),
        Option("lying", "Lying there, or handed over"),
        Option("carried", "On a person, who keeps it"),
        Option("not-sure", "Not sure", "Counts as: on a person", "carried"),
    ),
)
_THERE = at_least("drug-place", "police")

KIND = Question(
    "drug-kind",
    "What is it?",
    (
        Option("known", "A drug that you can name for certain, such as cannabis"),
        Option("unknown", "Tablets, powder, liquid or sweets that nobody can name for certain"),
        Option("not-sure", "Not sure", "Counts as: nobody can name it", "unknown"),
    ),
)

SUPPLY = Question(
    "supply",
    "Are there signs of selling, or of carrying for others?",
    (
        Option("none", "None of these"),
        Option("amount", "More than one person would use, or many small bags or wraps"),
        Option("tools", "Scales, empty bags, a second phone, lists, or cash nobody can explain"),
        Option("others", "Collected, moved or watched by others"),
        Option("debt", "Owes money, or has lost a packet"),
        Option("threat", "They or their family are threatened"),
        Option("door", "Someone is coming for it now, is at the door or will not go"),
    ),
    "Tick what is true.",
    many=True,
    nothing="none",
)
_SUPPLY = ("amount", "tools", "others", "debt", "threat", "door")

DRUNK_HOW = Question(
    "drunk-how",
    "How did it get into them?",
    (
        Option("own", "They took it themselves, as far as anyone knows"),
        Option("spiked", "They or you think that someone put it in their drink, food or body"),
    ),
)

DRUNK_WHERE = Question(
    "drunk-where",
    "Where are they?",
    (
        Option("here", "Here, with you"),
        Option("elsewhere", "Elsewhere, with someone you trust who stays with them"),
        Option("strangers", "Among strangers, or people you do not trust"),
        Option("not-sure", "Not sure", "Counts as: among strangers", "strangers"),
    ),
)

VAPE = Question(
    "vape-kind",
    "What is in it?",
    (
        Option("nicotine", "Nicotine: from a shop, labelled and not refilled"),
        Option("unknown", "Cannabis oil, spice, refilled or no label"),
        Option("not-sure", "Not sure", "Counts as: no label", "unknown"),
    ),
)

SNIFF = Question(
    "sniff-kind",
    "What is it?",
    (
        Option("ordinary", "Deodorant, glue, lighter gas or another ordinary can or tube"),
        Option("cylinder", "A metal gas charger or cylinder, or one with no label"),
        Option("not-sure", "Not sure", "Counts as: no label", "cylinder"),
    ),
)


def _ambulance(
    condition: Condition,
    reason: str = "There is a sign that needs an ambulance, or you cannot tell.",
    marks: tuple[str, ...] = (),
) -> Floor:
    """The floor of a sign that needs an ambulance."""
    return Floor(condition, "red", "999", reason, _SIGN, "C2", ("ambulance",), "ambulance", marks)


WELL_OR_NOT = (
    _ambulance(answer("drug-signs", *GRAVE), marks=("serious-incident",)),
    _ambulance(
        answer("drug-signs", "package"),
        "A package inside the body can burst.",
        ("serious-incident", "exploitation", "listen", "substance"),
    ),
)
SWALLOWED = answer("drug-signs", "small-child")
MILD = answer("drug-signs", "mild")

#: What was found is told the same day (S3), at any age: it is a substance to be collected.
FOUND = (
    Floor(_THERE, None, None, "", marks=("substance",)),
    Floor(
        _THERE,
        "amber",
        "tell today",
        "It may be a controlled drug. The police hear today, and are asked to collect it.",
        _RECORD,
        "S",
        unsure="There may be a controlled drug. The police hear today.",
    ),
)
SUPPLIED = (
    Floor(
        answer("supply", *_SUPPLY),
        "amber",
        "tell now",
        "There are signs of selling, or of carrying for others: someone may be using them.",
        ("topic drugs", "national 6.4-8"),
        "S",
        marks=("exploitation", "listen", "substance"),
    ),
    Floor(
        answer("supply", "door"),
        "red",
        "999",
        "Someone is coming for it, is at the door or will not go.",
        ("national a1-risk-1", "topic immediate"),
        "S",
        ("police",),
    ),
)
#: Use alone harms nobody else: an act is to have it, or to carry it for others.
ACTED = Floor(
    every(
        answer("who", "this-child"),
        some(answer("drug-place", "police", "locked", "lying", "carried"), answer("what", "supply-drugs")),
    ),
    None,
    None,
    "",
    marks=("acted",),
)

_STOPPED = answer("drug-signs", "not-woken", "breath", "colour", "cannot-tell")

CARE = (
    Action(
        "stay",
        "person",
        "child here",
        "One adult stays. On their side if drowsy; check every few minutes.",
        "now",
        "life",
        MILD,
        ("source alcohol-poisoning",),
        "C2",
    ),
    # For someone who does not respond, the call on speaker comes first (1.2, B1): hence after the step of calling.
    Action(
        "aid",
        "airway",
        "person unwell",
        "Breathing: lay them on their side. Not breathing, or gasps: start; 999 counts with you.",
        "now",
        "part",
        _STOPPED,
        ("source resuscitation",),
        "C2",
    ),
    Action(
        "aid",
        "airway",
        "person unwell",
        "Stay with them, on their side. Nobody crowds or holds them.",
        "now",
        "part",
        answer("drug-signs", *GRAVE),
        _SIGN,
        "C2",
    ),
    Action(
        "aid",
        "airway",
        "person unwell",
        "Stay with them. Nothing to eat or drink; do not make them sick.",
        "now",
        "part",
        answer("drug-signs", "package"),
        _SIGN,
        "C2",
    ),
    Action(
        "ask safety",
        "taken",
        "child",
        "Find out what, how much and when. Keep packets for the crew.",
        "now",
        "leave",
        answer("drug-signs", *GRAVE, "package", "small-child"),
        _SIGN,
        "C2",
    ),
    Action(
        "aid",
        "breaths",
        "person unwell",
        "Not breathing: five breaths if under 18, then 30 presses and two breaths, over and over.",
        "hour",
        "life",
        every(_STOPPED, no(answer("age", "18-plus"))),
        ("source resuscitation",),
        "C2",
    ),
    Action(
        "watch",
        "breathing",
        "person unwell",
        "Drink goes on rising for 40 minutes: rouse them at each check. Any sign on the list: 999.",
        "hour",
        "life",
        MILD,
        ("source alcohol-poisoning",),
        "C2",
    ),
    Action(
        "watch",
        "injury",
        "person unwell",
        "Look for a knock to the head, and ask whether anyone hurt them.",
        "hour",
        "life",
        answer("drug-signs", "mild", *GRAVE),
    ),
)
NALOXONE = Action(
    "aid",
    "naloxone",
    "person unwell",
    "Naloxone, if you have it. Again after 2–3 minutes; they can sink again.",
    "now",
    "part",
    answer("drug-signs", "not-woken", "breath", "colour"),
    ("source naloxone",),
    "C2",
)
NALOXONE_READY = NALOXONE._replace(
    text="Naloxone at hand, if you have it: give it if breath slows or they stop waking.",
    when=every(answer("drug-kind", "unknown"), MILD),
)
TO_HOSPITAL = Action(
    "aid",
    "hospital",
    "person unwell",
    "Take the one who swallowed it to A&E now, with the packet.",
    "now",
    "call",
    SWALLOWED,
    ("source nhs-poisoning",),
    "C2",
)
A_AND_E = Floor(
    SWALLOWED, None, None, "A small child may have swallowed some.", ("source nhs-poisoning",), "C2", health="A&E now"
)

CHECK_CHILDREN = Action(
    "watch",
    "children",
    "children",
    "Look at every child: awake and well? Any sign on the list: 999.",
    "now",
    "leave",
    _THERE,
)
#: Locked away, never thrown away. With an officer in the house it is handed over instead.
LOCK = Action(
    "remove",
    "substance",
    "substance",
    "Gloves. Photo it where it lies, box it, lock it away.",
    "now",
    "leave",
    every(answer("drug-place", "lying"), no(answer("stage", "here"))),
    _RECORD,
    "S",
)
HANDLING = (
    Action(
        "support",
        "surrender",
        "child here",
        "Ask them to put it on the table. No search, no force, no bargain.",
        "now",
        "leave",
        every(answer("drug-place", "carried"), no(answer("stage", "here"))),
        _DRUGS,
        "P",
    ),
    Action(
        "hand over",
        "substance",
        "police",
        "Give it to the officer. Write down their name, the time and their signature.",
        "now",
        "police",
        every(answer("stage", "here"), answer("drug-place", "locked", "lying")),
        ("topic removal_record",),
        "S",
    ),
    Action(
        "arrange",
        "collection",
        "police",
        "Ask the police to collect it soon. Nobody drives it to them.",
        "hour",
        "police",
        every(answer("drug-place", "locked", "lying"), no(answer("stage", "here"))),
        ("topic removal_record", "law mda-5"),
        "S",
    ),
    Action(
        "arrange",
        "morning",
        "police",
        "Alone at night: once it is locked up and written down, the call can wait till morning.",
        "hour",
        "later",
        every(
            answer("alone", "yes"),
            answer("stage", "none"),
            at_least("contact", "tell today"),
            no(at_least("contact", "tell now")),
        ),
        ("topic removal_record",),
        "P",
    ),
    Action(
        "record",
        "substance",
        "removal record",
        "Removal record: what, how much, where, when, photo, who locked it away, two signatures.",
        "keep",
        "write",
        answer("drug-place", "locked", "lying"),
        _RECORD,
        "S",
    ),
    Action(
        "record",
        "second signature",
        "removal record",
        "Alone: sign it and time the photo. The second adult signs at handover.",
        "keep",
        "write",
        every(answer("alone", "yes"), answer("drug-place", "locked", "lying")),
        ("topic removal_record",),
        "P",
    ),
)
#: The local protocol asks for a referral or a consultation each time controlled drugs are used or found.
SERVICE = Action(
    "tell",
    "drug use",
    "drug service",
    "Ask the drug and alcohol service for advice, or refer.",
    "day",
    "social worker",
    ALWAYS,
    _DRUGS,
    "S",
)
LATER = Action(
    "support",
    "reasons",
    "child here",
    "Tomorrow, sober: listen to what it does for them. No lecture tonight.",
    "day",
    "later",
    ALWAYS,
    ("national 6.4-2",),
    "P",
)
USED_BY_OTHERS = (
    Action(
        "support",
        "debt",
        "police",
        "Tell the police and social worker: what was taken away becomes the {child}’s debt.",
        "hour",
        "police",
        answer("event marks", "exploitation"),
        ("national 6.4-8",),
        "P",
    ),
    Action(
        "tell",
        "exploitation",
        "exploitation lead",
        "Tell the council’s exploitation lead. A child under 18 needs no consent for a referral.",
        "hour",
        "social worker",
        every(answer("event marks", "exploitation"), no(answer("age", "18-plus"))),
        ("national 6.4-8", "source modern-slavery"),
        "C2",
    ),
    Action(
        "tell",
        "exploitation",
        "exploitation lead",
        "Ask whether they agree to a modern slavery referral and an adult safeguarding one.",
        "hour",
        "social worker",
        every(answer("event marks", "exploitation"), answer("age", "18-plus")),
        ("source modern-slavery",),
        "C2",
    ),
    Action(
        "leave",
        "things",
        "things",
        "Leave phones, scales, cash and lists where they lie.",
        "now",
        "leave",
        some(answer("supply", "tools"), every(answer("what", "supply-drugs"), answer("drug-place", "lying", "locked"))),
        _DRUGS,
        "P",
    ),
    Action(
        "support",
        "defence",
        "solicitor",
        "Tell the solicitor that they may have been used: section 45 can be a defence.",
        "hour",
        "police",
        every(answer("event marks", "exploitation"), answer("stage", "here", "station", "after")),
        ("law msa-51",),
        "C1",
    ),
    Action(
        "move",
        "collector",
        "child here",
        "Doors and curtains shut. The {child} stays inside, in sight. Nobody goes out to talk.",
        "now",
        "self",
        answer("supply", "door"),
        ("national 6.2-1",),
        "P",
    ),
)
NO_FORCE = Never(
    "Never hold face down, give coffee, or leave them asleep alone.",
    answer("drug-signs", "mild", *GRAVE),
    _SIGN,
    "C2",
)
NO_HANDLING = Never("Never taste, flush, carry it about or bargain over it.", _THERE, _RECORD, "P")
STAY = Verdict(
    every(MILD, no(at_least("level", "judgement")), no(at_least("health", "111 now"))),
    "Stay with them and keep checking. No police needed.",
)

INTOXICATED = Row(
    "intoxicated",
    "Drunk, drugged or spiked now",
    "Whatever it was, and whoever gave it",
    "A {child} in care is drunk or drugged, or their drink may have been spiked.",
    # Where they are comes first: first aid is for those who can reach them.
    ("drunk-where", "drug-signs", "drunk-how"),
    (
        *WELL_OR_NOT,
        Floor(ALWAYS, "green", "not needed", "This is a matter of health.", ("national 6.5",), "P"),
        Floor(SWALLOWED, None, None, "", ("source nhs-poisoning",), "C2", health="A&E now"),
        Floor(
            answer("drunk-where", "strangers"),
            "amber",
            "tell now",
            "They are drunk or drugged among people you do not trust. Ask the police to help fetch them.",
            ("national 6.4-8", "national a1-missing-1"),
            "P",
            marks=("absent",),
            unsure="Nobody is sure who they are with. Ask the police to help fetch them.",
        ),
        Floor(
            every(answer("drunk-where", "strangers"), answer("drug-signs", *GRAVE)),
            "red",
            "999",
            "They need an ambulance and are among people you do not trust.",
            ("national a1-risk-1", "topic immediate"),
            "S",
            ("ambulance", "police"),
            unsure="They need an ambulance, and nobody is sure who they are with.",
        ),
        Floor(answer("drunk-where", "elsewhere"), None, None, "", marks=("absent",)),
        Floor(
            answer("drunk-how", "spiked"),
            "amber",
            "discuss",
            "To drug someone’s drink or food could have killed them.",
            ("national 6.4-3",),
            "S",
            health="111 now",
            marks=("victim", "listen"),
        ),
        Floor(
            every(answer("drunk-how", "spiked"), no(answer("age", "18-plus"))),
            "amber",
            "tell now",
            "They may have been drugged, and the evidence goes within hours.",
            ("source spiking",),
            "C2",
            marks=("evidence",),
        ),
        # The call for an ambulance must not swallow that the police are needed tonight.
        Floor(
            every(answer("drunk-how", "spiked"), answer("drug-signs", *GRAVE), no(answer("age", "18-plus"))),
            "red",
            "999",
            "They may have been drugged, and need an ambulance.",
            ("source spiking",),
            "C2",
            ("ambulance", "police"),
        ),
    ),
    (
        *(
            action._replace(when=every(action.when, no(answer("drunk-where", "strangers"))))
            for action in (*CARE, NALOXONE, TO_HOSPITAL)
        ),
        Action(
            "support",
            "crew",
            "999",
            "Tell 999 what you saw or heard of them, and which room.",
            "now",
            "part",
            every(answer("drunk-where", "strangers"), answer("drug-signs", *GRAVE)),
        ),
        Action(
            "aid",
            "check",
            "person unwell",
            "Call 111 now and say that they may have been drugged.",
            "now",
            "call",
            answer("drunk-how", "spiked"),
        ),
        Action(
            "record",
            "drink",
            "evidence",
            "Cover and keep the cup or vape. Note times of drinking and toilet.",
            "now",
            "leave",
            every(answer("drunk-how", "spiked"), no(answer("drunk-where", "strangers", "elsewhere"))),
            ("source spiking",),
            "C2",
        ),
        Action(
            "support",
            "urine",
            "person unwell",
            "Only the police or a SARC can test urine for court. Some drugs go in 12 hours.",
            "hour",
            "police",
            answer("drunk-how", "spiked"),
            ("source spiking",),
            "C2",
        ),
        Action(
            "support",
            "assault",
            "person unwell",
            "Think of sexual assault: nothing is washed or refused. If they say so, add it here.",
            "hour",
            "later",
            answer("drunk-how", "spiked"),
        ),
        Action(
            "withdraw",
            "danger",
            "self",
            "Stay out of the house, in sight of the door. Do not argue with them.",
            "now",
            "self",
            answer("drunk-where", "strangers"),
            ("national 6.2-1",),
            "P",
        ),
        Action(
            "arrange",
            "fetch",
            "child",
            "Someone sober stays with them until a known adult fetches them.",
            "hour",
            "life",
            answer("drunk-where", "elsewhere"),
        ),
        LATER._replace(when=answer("drunk-how", "own")),
    ),
    (
        Never("Never go in alone to fetch them.", answer("drunk-where", "strangers")),
        NO_FORCE,
        Never("Never wash the cup, or say that they drank too much.", answer("drunk-how", "spiked")),
    ),
    verdicts=(STAY,),
    words=("drunk", "high", "stoned", "spiked", "passed out", "stupor", "overdose", "off his face", "spice", "needle"),
    source="B3 C4 A7",
)

DRUGS_FOUND = Row(
    "drugs-found",
    "Drugs, tablets or powder found or handed over",
    "Or something nobody can name. Metal gas chargers: canisters",
    "Something that is or may be drugs has been found.",
    ("drug-signs", "drug-place", "supply", "drug-kind"),
    (
        *WELL_OR_NOT,
        ACTED,
        Floor(
            ALWAYS,
            "amber",
            "tell today",
            "It may be a controlled drug. The police hear today, and are asked to collect it.",
            _RECORD,
            "S",
            marks=("substance",),
        ),
        *SUPPLIED,
        _ambulance(
            every(answer("drug-kind", "unknown"), some(MILD, SWALLOWED)),
            "Someone is unwell, or may have swallowed some, and nobody knows what it is.",
        ),
        A_AND_E,
    ),
    (*CARE, NALOXONE, NALOXONE_READY, CHECK_CHILDREN, TO_HOSPITAL, LOCK, *HANDLING, *USED_BY_OTHERS, SERVICE),
    (NO_FORCE, NO_HANDLING),
    refines=("who",),
    words=(
        "drugs",
        "weed",
        "cannabis",
        "pills",
        "tablets",
        "powder",
        "cocaine",
        "ketamine",
        "wrap",
        "baggie",
        "grinder",
    ),
    source="E1 E4 S3 B10",
)

DRUGS_USED = Row(
    "drugs-used",
    "Drugs taken, cannabis included; none or some left",
    "Smoked, swallowed or eaten; a smell; or they told you. Unwell: tick it below",
    "A {child} in care has taken drugs.",
    ("drug-signs", "drug-place", "supply"),
    (
        *WELL_OR_NOT,
        ACTED,
        Floor(
            ALWAYS,
            "judgement",
            "discuss",
            "The two protocols differ on drug use alone, so you and your manager decide. Health comes first.",
            ("topic drugs", "national 6.5"),
            "S",
        ),
        Floor(answer("age", "under-10"), None, None, "", marks=("tonight",)),
        *FOUND,
        *SUPPLIED,
        A_AND_E,
    ),
    (
        *CARE,
        NALOXONE,
        TO_HOSPITAL,
        LOCK,
        *HANDLING,
        *USED_BY_OTHERS,
        SERVICE,
        LATER._replace(when=no(SWALLOWED)),
        Action(
            "refuse",
            "smoking",
            "home",
            "Say that nobody may smoke cannabis here, and write down what you did: the law binds the home.",
            "day",
            "later",
            answer("placement", "childrens-home", "secure", "supported"),
            ("law mda-5",),
            "C1",
            "manager",
        ),
    ),
    (NO_FORCE, NO_HANDLING, Never("Never lecture tonight, and never use the police to teach.")),
    refines=("who", "again"),
    words=("smoked", "spliff", "joint", "smell of cannabis", "took a pill", "edibles", "using", "mdma"),
    source="E2 E1 B3",
)

SUPPLY_DRUGS = Row(
    "supply-drugs",
    "Selling, carrying or running drugs for others",
    "Wraps, scales, a second phone, trips, debts",
    "I think a {child} in care is being made to carry or sell drugs.",
    ("supply", "drug-signs", "drug-place"),
    (
        *WELL_OR_NOT,
        ACTED,
        Floor(
            ALWAYS,
            "amber",
            "tell now",
            "Selling or carrying drugs: someone may be using them, and the police hear at once.",
            ("topic drugs", "national 6.4-8"),
            "S",
            marks=("exploitation", "listen", "substance"),
        ),
        *SUPPLIED,
        A_AND_E,
    ),
    (
        *CARE,
        NALOXONE,
        TO_HOSPITAL,
        Action(
            "support",
            "close",
            "child here",
            "Keep them close and in sight. Doors shut.",
            "now",
            "part",
            no(answer("supply", "door")),
        ),
        LOCK,
        *HANDLING,
        *USED_BY_OTHERS,
        Action(
            "record",
            "who comes",
            "log",
            "Note plates, descriptions, names, tickets, times. Touch and follow nothing.",
            "keep",
            "write",
        ),
        SERVICE,
    ),
    (
        Never("Never open to them, pay, or give drugs or money back.", answer("supply", "door", "debt", "threat")),
        NO_FORCE,
        Never("Never empty the stash while they watch, or pay a debt."),
    ),
    refines=("who",),
    words=("dealing", "county lines", "running", "trap", "plug", "packet", "scales", "burner", "going country"),
    source="E3 A12 A26 B10 K25",
)

CANISTERS = Row(
    "canisters",
    "Metal gas chargers, cylinders or balloons",
    "Nitrous oxide, laughing gas: found or breathed in",
    "Gas chargers or a cylinder have been found, or gas has been breathed in.",
    ("drug-signs", "drug-place", "supply"),
    (
        *WELL_OR_NOT,
        ACTED,
        Floor(
            ALWAYS,
            "judgement",
            "discuss",
            "The gas may be nitrous oxide, a controlled drug since November 2023.",
            _CANISTERS,
            "S",
            marks=("substance",),
        ),
        *FOUND,
        *SUPPLIED,
        Floor(SWALLOWED, None, None, "", health="111 now"),
    ),
    (
        *CARE,
        Action(
            "aid",
            "air",
            "child here",
            "Fresh air. Sit them down. No flame.",
            "now",
            "life",
            answer("drug-signs", "mild", "numb"),
            _SIGN,
            "C2",
        ),
        Action(
            "remove",
            "substance",
            "substance",
            "Gloves. Photo, then lock them up somewhere cool, away from heat.",
            "now",
            "leave",
            every(answer("drug-place", "lying"), no(answer("stage", "here"))),
            _CANISTERS,
            "S",
        ),
        *HANDLING,
        *USED_BY_OTHERS,
        SERVICE,
    ),
    (Never("Never puncture, bin, heat or empty one."), NO_FORCE),
    refines=("who",),
    words=("nitrous", "nos", "laughing gas", "balloons", "whippets", "chargers", "canister", "cylinder", "gas"),
    source="E5 S3",
)

VAPES = Row(
    "vapes",
    "A vape",
    "Nicotine, cannabis oil, spice, or nobody knows",
    "A {child} in care has a vape, or has vaped something.",
    ("vape-kind", "drug-signs", "drug-place"),
    (
        *WELL_OR_NOT,
        ACTED._replace(when=every(ACTED.when, answer("vape-kind", "unknown"))),
        Floor(ALWAYS, "green", "not needed", "Nicotine is for the home to settle.", ("national 6.5",), "P"),
        Floor(
            answer("vape-kind", "unknown"),
            "amber",
            "tell today",
            "It may hold a drug. Children have collapsed from spice in vapes.",
            (*_RECORD, "source drug-vapes"),
            "S",
            marks=("substance",),
            unsure="Nobody is sure what is in it. Children have collapsed from spice in vapes.",
        ),
        _ambulance(
            MILD,
            "Someone is unsteady or odd after a vape: it may hold spice or an opioid.",
            ("serious-incident",),
        ),
        A_AND_E,
    ),
    (
        *CARE,
        NALOXONE,
        TO_HOSPITAL,
        Action(
            "remove",
            "substance",
            "substance",
            "Keep the vape: bag, photo, locked away. Nobody tries it.",
            "now",
            "leave",
            every(answer("vape-kind", "unknown"), answer("drug-place", "lying"), no(answer("stage", "here"))),
            _RECORD,
            "S",
        ),
        *(action._replace(when=every(action.when, answer("vape-kind", "unknown"))) for action in HANDLING),
        Action(
            "record",
            "seller",
            "log",
            "Note who sold or gave it.",
            "keep",
            "write",
        ),
        SERVICE._replace(when=answer("vape-kind", "unknown")),
    ),
    (Never("Never try it, to find out what it is."), NO_FORCE),
    refines=("who",),
    words=("vape", "vaping", "e-cigarette", "thc", "spice", "puff bar", "pen"),
    source="E6 E4",
)

ALCOHOL = Row(
    "alcohol",
    "Alcohol",
    "Drunk, found or handed over",
    "A {child} in care has been drinking, or has alcohol.",
    ("drug-signs",),
    (
        *WELL_OR_NOT,
        Floor(ALWAYS, "green", "not needed", "A parent would settle this at home.", ("national 6.5",), "S"),
        Floor(
            SWALLOWED,
            None,
            None,
            "A small child drank some.",
            ("source nhs-poisoning",),
            "C2",
            health="111 now",
        ),
    ),
    (
        *CARE,
        Action(
            "aid",
            "check",
            "person unwell",
            "Call 111 now: age, weight, what and how much.",
            "now",
            "life",
            SWALLOWED,
            ("source nhs-poisoning",),
            "C2",
        ),
        Action(
            "remove",
            "alcohol",
            "alcohol",
            "Put what is left out of reach.",
            "now",
            "leave",
        ),
        Action(
            "dispose",
            "alcohol",
            "alcohol",
            "Keep it for the manager. Where the local protocol allows, pour it away with a witness, and write it down.",
            "hour",
            "later",
            ALWAYS,
            ("topic removal_record",),
            "S",
        ),
        Action(
            "aid",
            "water",
            "child here",
            "Sips of water when awake; on their side to sleep, with an adult near.",
            "hour",
            "life",
            MILD,
        ),
    ),
    (NO_FORCE,),
    verdicts=(STAY,),
    refines=("who", "again"),
    words=("alcohol", "drink", "vodka", "wine", "beer", "cider", "drunk", "bottle"),
    source="E7 B3",
)

SNIFFING = Row(
    "sniffing",
    "Deodorant, glue or lighter gas sniffed",
    "Aerosols, petrol, cleaning sprays, an unmarked cylinder",
    "A {child} in care has been breathing in an aerosol, glue or gas.",
    ("drug-signs", "sniff-kind"),
    (
        *WELL_OR_NOT,
        Floor(
            ALWAYS,
            "green",
            "not needed",
            "Breathing it in is a matter of health, not an offence.",
            ("source solvents", "national 6.5"),
            "C2",
        ),
        Floor(
            answer("sniff-kind", "cylinder"),
            "amber",
            "tell today",
            "A cylinder with no label may hold a controlled drug.",
            _CANISTERS,
            "S",
            marks=("substance",),
            unsure="It may be a gas that is a controlled drug.",
        ),
        Floor(
            some(MILD, SWALLOWED), None, None, "Someone is unwell from it.", ("source solvents",), "P", health="111 now"
        ),
    ),
    (
        Action(
            "support",
            "quiet",
            "child here",
            "Quiet voice. Open windows and doors. No flame, no smoking.",
            "now",
            "self",
            ALWAYS,
            ("source solvents",),
            "C2",
        ),
        Action(
            "stay",
            "person",
            "child here",
            "Stay near, calm, until they are quite themselves.",
            "now",
            "life",
            answer("drug-signs", "none"),
            ("source solvents",),
            "C2",
        ),
        *CARE,
        Action(
            "aid",
            "check",
            "person unwell",
            "Call 111 now and say what was breathed in.",
            "now",
            "call",
            some(MILD, SWALLOWED),
        ),
        Action(
            "remove",
            "substance",
            "substance",
            "Treat it as a drug: gloves, photo, locked up somewhere cool.",
            "now",
            "leave",
            every(answer("sniff-kind", "cylinder"), no(answer("stage", "here"))),
            _CANISTERS,
            "S",
        ),
        Action(
            "dispose",
            "aerosol",
            "aerosol",
            "Ordinary can or glue: keep it for the manager. Where the local protocol allows, dispose of it with a "
            "witness.",
            "hour",
            "later",
            answer("sniff-kind", "ordinary"),
            ("topic removal_record",),
            "S",
        ),
        Action(
            "aid",
            "nurse",
            "child",
            "Ask the nurse for children in care, or the GP, to see them.",
            "day",
            "social worker",
        ),
        SERVICE,
        LATER,
    ),
    (
        Never("Never chase, shout or grab: a fright can stop the heart.", ALWAYS, ("source solvents",), "C2"),
        NO_FORCE,
    ),
    words=("deodorant", "glue", "lighter gas", "aerosol", "sniffing", "solvent", "petrol", "butane", "huffing"),
    source="E8 E5",
)

SITUATION = Situation(
    "substances",
    "Drugs, drink, gas",
    "Found, used, sold; drunk or drugged now; vapes, glue, canisters",
    (INTOXICATED, DRUGS_FOUND, DRUGS_USED, SUPPLY_DRUGS, CANISTERS, VAPES, ALCOHOL, SNIFFING),
    (SIGNS, PLACE, KIND, SUPPLY, DRUNK_HOW, DRUNK_WHERE, VAPE, SNIFF),
)
