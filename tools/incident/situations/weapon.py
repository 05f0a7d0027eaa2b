"""Weapons: found, carried, used, given up, copies, firearms, acid, things from school, fireworks (D1 to D9, S5, K1).

A weapon is told to the police the same day, as information, and at once where the danger is open (T6, T2, Z3). A blade
kept only to hurt oneself is a matter of health (B4), and so is a small knife of a child under 10 for the manager (S5).
"""

from tools.incident.model import (
    ALWAYS,
    Action,
    Conflict,
    Floor,
    Never,
    Option,
    Question,
    Row,
    Situation,
    acts,
    answer,
    at_least,
    every,
    no,
    some,
)
from tools.incident.rows.hazards import ACID, ACID_ROW, BURN, FIREWORK, FIREWORKS, FROM_SCHOOL, SCHOOL, acted, red
from tools.incident.shared.harm import UNDER_10_ACTED

_WEAPONS = ("topic weapons",)
_RECORD = ("topic weapons", "topic removal_record")

PLACE = Question(
    "weapon-place",
    "Where is it now?",
    (
        Option("police", "The police have it"),
        Option("locked", "Locked away already, by us or by the school"),
        Option("room", "Where it was found, in a room that can be locked or kept empty"),
        Option("reach", "Lying where someone could reach it"),
        Option("carried", "On a person, who is calm"),
        Option("not-sure", "Not sure", "Counts as: on a person", "carried"),
        Option("leaving", "On a person who is leaving or has gone"),
        Option("angry", "On a person who is angry or threatens"),
    ),
)

KIND = Question(
    "weapon-kind",
    "What is it?",
    (
        Option("everyday", "One household knife, pair of scissors, tool or loose blade"),
        Option(
            "made",
            "Made, altered or banned, or more than one",
            "Sharpened or taped together; lock, flick or zombie-style knife, machete, sword, knuckleduster, cosh",
        ),
        Option("not-sure", "Not sure", "Counts as: made, altered or banned", "made"),
    ),
)

WHY = Question(
    "weapon-why",
    "Where and why was it kept?",
    (
        Option("left", "Left out after a meal, a craft or a job"),
        Option("self", "Kept in the home, only to hurt themselves"),
        Option("home", "Kept in the home, for a reason nobody knows"),
        Option("not-sure", "Not sure", "Counts as: in the home, reason not known", "home"),
        Option("out", "Taken out: street, bus, shop, park"),
        Option("school", "Taken to school or college"),
    ),
)

SIGNS = Question(
    "weapon-signs",
    "Is any of this true?",
    (
        Option("none", "None of these"),
        Option("fear", "The person who kept it is afraid of someone"),
        Option("ready", "It was hidden, ready to be used on someone"),
        Option("debt", "They owe money, lost a packet or carry things for someone"),
        Option("threat", "Someone has been threatened"),
        Option("blood", "There is blood on it, or it was used in an attack"),
        Option("out", "The person it belongs to is out, and angry or threatened"),
    ),
    "Tick what is true.",
    many=True,
    nothing="none",
)

USE = Question(
    "weapon-use",
    "What is happening with it now?",
    (
        Option("police", "It is over, and the police have it"),
        Option("locked", "It is over: the weapon is locked up or shut in a room, and everyone is calm"),
        Option("about", "It is over, but the weapon is in reach or someone is not calm"),
        Option("not-sure", "Not sure", "Counts as: still in reach", "about"),
        Option("gone", "The person has left with it"),
        Option("hand", "It is in someone’s hand"),
    ),
)

COPY = Question(
    "copy-use",
    "What is it, and where has it been?",
    (
        Option("toy", "Plainly a toy"),
        Option("indoors", "A copy or pellet gun, kept indoors"),
        Option("outside", "Taken outdoors or waved about, and now put away"),
        Option("seen", "Outdoors with it now, or strangers have just seen it"),
        Option("pointed", "Pointed at someone"),
        Option("cannot-tell", "I cannot tell whether it is real"),
    ),
)


#: A table knife or tool that somebody forgot.
LEFT_OUT = every(answer("weapon-why", "left"), answer("weapon-kind", "everyday"), answer("weapon-signs", "none"))


#: What holds for a weapon that was found, carried or given up.
HELD = (
    # A blade left out, or kept to hurt only oneself, is no act against anyone, and a small child’s penknife neither.
    acted(
        some(
            every(at_least("weapon-why", "home"), no(answer("age", "under-10"))),
            answer("weapon-kind", "made"),
            at_least("weapon-place", "carried"),
        )
    ),
    Floor(
        every(answer("who", "this-child"), some(answer("weapon-signs", "out"), answer("weapon-place", "leaving"))),
        None,
        None,
        "",
        marks=("absent",),
    ),
    Floor(
        ALWAYS,
        "judgement",
        "discuss",
        "A knife or weapon goes to the manager tonight, whatever it was for.",
        _WEAPONS,
        "S",
        marks=("weapon",),
    ),
    Floor(
        every(at_least("weapon-why", "home"), no(UNDER_10_ACTED)),
        "amber",
        "tell today",
        "The local protocol shares a weapon with the police, so that the risk can be weighed.",
        _WEAPONS,
        "S",
        unsure="A weapon is shared with the police, so that the risk can be weighed.",
    ),
    Floor(
        answer("weapon-kind", "made"),
        "amber",
        "tell today",
        "It is made, altered or banned, or there is more than one.",
        (*_WEAPONS, "source banned-weapons"),
        "S",
        unsure="It may be a made, altered or banned weapon.",
    ),
    Floor(
        every(answer("weapon-signs", "fear", "ready"), no(UNDER_10_ACTED)),
        "amber",
        "tell today",
        "There is a sign of fear, or that it was kept to be used on someone.",
        (*_WEAPONS, "national 6.4-2"),
        "S",
    ),
    Floor(
        answer("weapon-signs", "debt"),
        "amber",
        "tell today",
        "It goes with debt or carrying: someone may be using them.",
        (*_WEAPONS, "national 6.4-8"),
        "S",
        marks=("exploitation", "listen"),
    ),
    Floor(
        answer("weapon-signs", "threat"),
        "amber",
        "tell now",
        "Someone has been threatened, and there is a weapon.",
        (*_WEAPONS, "national 6.4-10"),
        "S",
    ),
    Floor(
        every(answer("weapon-place", "carried"), no(UNDER_10_ACTED)),
        "amber",
        "tell now",
        "Someone has a weapon on them.",
        _WEAPONS,
        "S",
        unsure="Someone may have a weapon on them.",
    ),
    red(
        answer("weapon-signs", "blood"),
        "There is blood on it, or it was used in an attack.",
        "police",
        marks=("weapon", "evidence"),
    ),
    red(answer("weapon-signs", "out"), "The person it belongs to is out, and angry or threatened.", "police"),
    red(answer("weapon-place", "leaving"), "Someone is out, or leaving, with a weapon on them.", "police"),
    red(answer("weapon-place", "angry"), "Someone angry or threatening has a weapon on them.", "police"),
    Floor(answer("weapon-why", "self"), None, None, "", marks=("self-harm",)),
)

AWAY_FROM_IT = (
    Action(
        "withdraw",
        "danger",
        "self",
        "Keep your distance and a way out. Never block theirs.",
        "now",
        "self",
        some(at_least("weapon-place", "carried"), answer("weapon-use", "about", "hand"), answer("copy-use", "pointed")),
        ("national 6.2-1", "topic weapons"),
        "S",
    ),
    Action(
        "move",
        "danger",
        "others",
        "Send the others to another room, by voice. Shut the door.",
        "now",
        "part",
        some(at_least("weapon-place", "carried"), answer("weapon-use", "about", "hand"), answer("copy-use", "pointed")),
        ("national 6.2-1", "topic weapons"),
        "S",
    ),
)

#: The officer takes it from whoever has it locked up.
HAND_OVER = Action(
    "hand over",
    "weapon",
    "police",
    "Give the officer the weapon. Write down their name, the time and their signature.",
    "now",
    "police",
    every(answer("stage", "here"), answer("weapon-place", "locked", "reach")),
    ("topic removal_record",),
    "S",
)

#: What is done afterwards about any weapon that was kept or carried.
AFTER = (
    Action(
        "ask safety",
        "weapon",
        "child",
        "Ask plainly: are you cut, do you want to die? Yes: 111, or 999.",
        "hour",
        "life",
        answer("weapon-why", "self"),
        ("source nhs-111-mental-health",),
        "C2",
    ),
    Action(
        "ask safety",
        "weapon",
        "child",
        "When it is calm, ask: are you afraid of someone, or is it to hurt yourself?",
        "day",
        "later",
        at_least("weapon-why", "home"),
        ("national 6.4-2", "national 6.4-8"),
        "P",
    ),
    Action(
        "tell",
        "weapon",
        "school",
        "Tell the school’s safeguarding lead, before it opens, if it does not know.",
        "day",
        "social worker",
        answer("weapon-why", "school"),
    ),
    Action(
        "tell",
        "weapon",
        "exploitation lead",
        "Tell the council’s exploitation lead. Say that the debt or the threat comes first.",
        "hour",
        "social worker",
        answer("event marks", "exploitation"),
        ("national 6.4-8",),
        "S",
    ),
    Action(
        "tell",
        "event",
        "youth justice",
        "Caught by the police with it: they refer to youth justice within one working day.",
        "day",
        "social worker",
        every(
            answer("weapon-why", "out", "school"),
            answer("event marks", "acted"),
            no(answer("age", "under-10", "18-plus")),
        ),
        ("note knife-referral-one-working-day",),
        "C2",
        "police",
    ),
    Action(
        "tell",
        "event",
        "youth justice",
        "Ask the youth justice prevention worker for help.",
        "day",
        "social worker",
        every(
            answer("event marks", "acted"), at_least("contact", "tell today"), no(answer("age", "under-10", "18-plus"))
        ),
        _WEAPONS,
        "S",
    ),
    Action(
        "record",
        "weapon",
        "removal record",
        "Removal record: what, where, when, photo, who moved it, who locked it away, two signatures.",
        "keep",
        "write",
        every(answer("weapon-place", "locked", "reach"), no(LEFT_OUT)),
        _RECORD,
        "S",
    ),
    Action(
        "record",
        "weapon",
        "log",
        "Photo from the door. Write who saw it, where it lies and when the door was locked.",
        "keep",
        "write",
        answer("weapon-place", "room"),
        _RECORD,
        "S",
    ),
    Action(
        "record",
        "weapon kept",
        "police",
        "Nothing is thrown away: the police say first whether they want it.",
        "keep",
        "write",
        every(no(answer("weapon-place", "police")), at_least("contact", "tell today")),
        _RECORD,
        "S",
    ),
)

HOLDING = ("weapon-place", "weapon-signs", "weapon-kind", "weapon-why", "who")

#: K1 is a question here: the room can be locked, or someone could reach it. Never both.
LEAVE = Action(
    "leave",
    "weapon",
    "weapon",
    "Leave the weapon where it lies. Everyone out. Lock the room, or keep it empty.",
    "now",
    "leave",
    every(answer("weapon-place", "room"), no(LEFT_OUT)),
    _WEAPONS,
    "P",
)
PUT_BACK = Action(
    "remove",
    "weapon",
    "weapon",
    "Put it back where such things are kept, and count them.",
    "now",
    "leave",
    every(answer("weapon-place", "room", "reach"), LEFT_OUT),
)
#: With an officer in the house the weapon is handed over or left to them, not boxed.
TAKE = Action(
    "remove",
    "weapon",
    "weapon",
    "One adult: gloves, photo where it lies, rigid box, locked away.",
    "now",
    "leave",
    every(answer("weapon-place", "reach"), no(answer("stage", "here"))),
    ("topic removal_record",),
    "P",
)
SURRENDER = Action(
    "support",
    "surrender",
    "child here",
    "Encourage them to put it down and step back, only if that is safe for you.",
    "now",
    "part",
    every(answer("weapon-place", "carried"), no(answer("stage", "here"))),
    _WEAPONS,
    "S",
)
NO_SEARCH = Never(
    "Never pat down, grab for it, or block the way out.", at_least("weapon-place", "carried"), _WEAPONS, "P"
)

FOUND = Row(
    "weapon-found",
    "A knife or other weapon was found",
    "In a room, a bag, a coat or a hiding place; nobody has it in their hand",
    "A knife or weapon has been found where a {child} in care lives.",
    HOLDING,
    HELD,
    (*AWAY_FROM_IT, SURRENDER, LEAVE, PUT_BACK, TAKE, HAND_OVER, *AFTER),
    (NO_SEARCH, Never("Never search on, or confront the {child} at the door.", ALWAYS, _WEAPONS, "P")),
    words=("knife", "blade", "machete", "weapon", "found", "under the bed", "mattress", "sharpener", "knuckleduster"),
    source="D1 K1 S5",
)

CARRIED = Row(
    "weapon-carried",
    "Someone carries a weapon, or you think so",
    "On them now, or taken out of the home or to school. In hand: the next choice",
    "A {child} in care is carrying, or has carried, a knife or weapon.",
    HOLDING,
    HELD,
    (*AWAY_FROM_IT, SURRENDER, LEAVE, PUT_BACK, TAKE, HAND_OVER, *AFTER),
    (NO_SEARCH, Never("Never search the {child}, or drive the weapon to the police.", ALWAYS, _WEAPONS, "P")),
    words=("carrying", "pocket", "knife at school", "took knives", "stab vest", "on him", "bag"),
    source="D2 S5",
)

GIVEN_UP = Row(
    "weapon-given-up",
    "Someone handed a weapon over",
    "Put down or given to you of their own accord",
    "A {child} in care has handed over a knife or weapon. They handed it over themselves.",
    HOLDING,
    HELD,
    (
        *AWAY_FROM_IT,
        Action(
            "support",
            "thanks",
            "child here",
            "Thank them: handing it over was right. It lies on a table; they step back.",
            "now",
            "part",
            answer("weapon-place", "reach"),
            _WEAPONS,
            "P",
        ),
        Action(
            "support",
            "thanks",
            "child here",
            "Thank them: handing it over was right.",
            "now",
            "part",
            answer("weapon-place", "locked", "room"),
            _WEAPONS,
            "P",
        ),
        # Another object than what was found: both can be in one incident, and only what was found may be left.
        Action(
            "remove",
            "weapon given up",
            "weapon",
            "Gloves on: put it in a rigid box and lock it away.",
            "now",
            "leave",
            every(answer("weapon-place", "reach", "room"), no(answer("stage", "here"))),
            ("topic removal_record",),
            "P",
        ),
        HAND_OVER,
        Action(
            "support",
            "surrendered",
            "police",
            "Tell the police first that they handed it over themselves.",
            "hour",
            "police",
            at_least("contact", "tell today"),
            ("national 6.6-7",),
            "P",
        ),
        *AFTER,
    ),
    (Never("Never back in a drawer, and never drive it to the police."),),
    words=("handed over", "gave up", "gave me", "surrender", "amnesty", "craft knife", "razor"),
    source="D4 S5 B4",
)

USED = Row(
    "weapon-used",
    "A weapon in hand, or used on someone",
    "Waved, pointed, swung, lunged or stabbed with, now or earlier. Turned only on themselves: Self-harm",
    "A weapon is in someone’s hand, or was used on someone.",
    ("weapon-use", "harm", "injury", "who", "whom", "still"),
    (
        Floor(
            ALWAYS,
            "amber",
            "tell today",
            "A weapon was used. Tell the police, even if those involved would rather not.",
            (*_WEAPONS, "national 6.4-3", "national 6.4-10"),
            "S",
            marks=("weapon",),
        ),
        Floor(
            some(
                at_least("harm", "treated"), answer("harm", "not-checked"), answer("still", "near", "said-so", "means")
            ),
            "amber",
            "tell now",
            "Someone was hurt with a weapon, or it could happen again tonight.",
            (*_WEAPONS, "national 6.4-10"),
            "S",
        ),
        Floor(
            every(no(answer("weapon-use", "police")), at_least("harm", "not-checked")),
            None,
            None,
            "",
            marks=("evidence",),
        ),
        red(
            answer("weapon-use", "about"),
            "The weapon is still in reach, or someone is not calm.",
            "police",
            unsure="The weapon may still be in reach.",
        ),
        Floor(every(answer("weapon-use", "gone"), answer("who", "this-child")), None, None, "", marks=("absent",)),
        red(answer("weapon-use", "gone"), "Someone has left with a weapon that was used.", "police"),
        red(answer("weapon-use", "hand"), "A weapon is in someone’s hand.", "police"),
    ),
    (
        *AWAY_FROM_IT,
        Action(
            "aid",
            "blade",
            "person hurt",
            "Leave a blade that is in. Press beside it.",
            "now",
            "life",
            answer("harm", "hospital"),
            ("source nhs-first-aid",),
            "C2",
        ),
        Action(
            "leave",
            "weapon",
            "weapon",
            "The weapon stays shut away, the room as it is. Nobody wipes anything.",
            "now",
            "leave",
            answer("weapon-use", "locked"),
            _RECORD,
            "P",
        ),
        Action(
            "support",
            "choice",
            "person harmed",
            "Tell whoever was threatened or hurt: a statement is yours to give or refuse.",
            "hour",
            "later",
            no(answer("whom", "nobody")),
            ("national 6.4-4",),
            "S",
        ),
        Action(
            "record",
            "use",
            "log",
            "Write what it was, how it was held, how near, the words, and where it went.",
            "keep",
            "write",
            ALWAYS,
            _RECORD,
            "S",
        ),
        Action(
            "record",
            "description",
            "log",
            "For the police: clothes, direction, who is with them, who may be the target.",
            "hour",
            "police",
            answer("weapon-use", "gone"),
        ),
        Action(
            "review",
            "before it",
            "team",
            "Look at what led up to it: moves, losses, fear, pain, what was said.",
            "day",
            "later",
            answer("who", "this-child"),
            ("national 6.4-2",),
            "S",
        ),
    ),
    (
        Never(
            "Never talk within reach, and never try to take it.",
            answer("weapon-use", "about", "hand"),
            ("national 6.2-2", "topic weapons"),
            "S",
        ),
        Never("Never chase.", answer("weapon-use", "gone")),
        Never("Never let witnesses agree a story.", answer("weapon-use", "locked", "police")),
    ),
    refines=("wish",),
    uses=("harm",),
    words=(
        "stabbed",
        "lunged",
        "swung",
        "threatened with",
        "in his hand",
        "in her hand",
        "glass",
        "hammer",
        "knifepoint",
    ),
    source="D3 S5 A4 A5",
)

WEAPON_COPY = Row(
    "weapon-copy",
    "A copy or toy weapon, or a pellet gun",
    "Ball-bearing gun, airsoft, replica, toy. Cannot tell: say so",
    "There is a copy of a weapon, or something that looks like one.",
    ("copy-use", "who"),
    (
        acted(at_least("copy-use", "outside")),
        Floor(ALWAYS, "none", "not needed", ""),
        Floor(
            at_least("copy-use", "indoors"),
            "judgement",
            "discuss",
            "A copy can be taken for a real weapon.",
            marks=("weapon",),
        ),
        Floor(
            every(at_least("copy-use", "outside"), no(UNDER_10_ACTED)),
            "amber",
            "tell today",
            "A copy was out where it can be taken for a real weapon.",
            _WEAPONS,
        ),
        Floor(
            at_least("copy-use", "seen"),
            "amber",
            "tell now",
            "Strangers may ring the police, who must treat it as real.",
        ),
        red(answer("copy-use", "pointed"), "Something that looks like a weapon was pointed at someone.", "police"),
        red(answer("copy-use", "cannot-tell"), "You cannot tell whether it is real.", "police"),
    ),
    (
        *AWAY_FROM_IT,
        Action(
            "move",
            "danger",
            "others",
            "Everyone out of the room and out of its line. Shut the door.",
            "now",
            "part",
            answer("copy-use", "cannot-tell"),
            ("national 6.2-1",),
            "S",
        ),
        Action(
            "support",
            "surrender",
            "child here",
            "From a distance, ask them to put it down and come in with empty hands.",
            "now",
            "part",
            answer("copy-use", "seen"),
        ),
        Action(
            "leave",
            "weapon",
            "weapon",
            "Touch nothing. Keep everyone away from it.",
            "now",
            "leave",
            answer("copy-use", "cannot-tell"),
        ),
        Action(
            "leave",
            "weapon",
            "weapon",
            "Leave it, out of the others’ reach, until the manager has decided.",
            "now",
            "leave",
            answer("copy-use", "indoors", "outside"),
        ),
    ),
    (
        Never(
            "Never step in, and never try to take it.",
            at_least("copy-use", "seen"),
            ("national 6.2-2", "topic weapons"),
            "S",
        ),
        Never("Never wave it, pose with it or try it out.", at_least("copy-use", "indoors")),
    ),
    words=("bb gun", "replica", "imitation", "toy gun", "airsoft", "pellet", "fake gun", "cap gun"),
    source="D5",
)

FIREARM = Row(
    "firearm",
    "A gun, ammunition or an explosive",
    "Real, or you cannot tell. One round or one cartridge counts",
    "There may be a gun, ammunition or an explosive here.",
    (),
    (
        acted(ALWAYS),
        red(
            ALWAYS,
            "It may be a gun, ammunition or an explosive: the police come, whatever anyone’s age or wish.",
            "police",
            marks=("weapon", "evidence"),
        ),
    ),
    (
        Action(
            "move",
            "danger",
            "others",
            "Everyone out of the room, and out of sight of it.",
            "now",
            "part",
            ALWAYS,
            ("national 6.2-1", "topic immediate"),
            "S",
        ),
        Action("leave", "weapon", "weapon", "Touch nothing. Lock the door, or keep people well back.", "now", "leave"),
    ),
    (Never("Never touch, unload or photograph it close up."),),
    refines=("who",),
    words=("gun", "pistol", "shotgun", "bullet", "ammunition", "cartridge", "grenade", "bomb", "explosive"),
    source="D6",
)

#: From a weapon everyone gets away, and one action says what is left.
CONFLICTS = (
    Conflict(
        "away from a weapon",
        answer("any marks", "weapon"),
        (acts("withdraw", "danger"),),
        (acts("move", "people"), acts("leave", "scene")),
        "Near a weapon everyone moves away; keeping people apart and the room as it is waits until it is gone.",
    ),
    Conflict(
        "weapon shut away",
        answer("weapon-use", "locked"),
        (acts("leave", "weapon"),),
        (acts("leave", "scene"),),
        "Where the weapon is shut away, one action says so of the weapon and the room.",
    ),
)

SITUATION = Situation(
    "weapon",
    "Weapon",
    "Found, carried, in hand, given up; acid; fireworks",
    (FOUND, CARRIED, USED, GIVEN_UP, WEAPON_COPY, FIREARM, ACID_ROW, FROM_SCHOOL, FIREWORKS),
    (PLACE, KIND, WHY, SIGNS, USE, COPY, ACID, SCHOOL, FIREWORK, BURN),
)
