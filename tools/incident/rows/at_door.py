"""At the door or inside: strangers, collectors, a visitor in a child's room, neighbours (A14, A26, A27, A28).

Doors first, then the call: nobody opens, searches, blocks the way or goes out. A visitor of whom nothing is known calls
the police; not being sure who it was does not.
"""

from tools.incident.model import (
    ALWAYS,
    Action,
    Floor,
    Never,
    Option,
    Question,
    Row,
    answer,
    at_least,
    every,
    no,
    some,
)
from tools.incident.questions import IS_ADULT
from tools.incident.rows.used import (
    CAMERA,
    INTRUDER,
    TOLD,
    USE,
    USED_MARKS,
    debt,
    defence,
    hidden,
    inside,
    mechanism,
    other_bed,
    red,
    signs,
    tell_lead,
)

# A14: at the door.

DOOR_WHO = Question(
    "door-who",
    "Who is it?",
    (
        Option("stranger", "A stranger"),
        Option("not-sure", "Not sure"),
        Option("ex", "A partner or ex-partner"),
        Option("exploiter", "Someone who uses, grooms or has harmed the child"),
    ),
)
DOOR_SIGNS = signs(
    "door-signs",
    "Is any of this true?",
    ("wont-go", "They will not go"),
    ("threat", "They threaten, shout or bang"),
    ("weapon", "They may have a weapon"),
    ("order", "An order or bail says they must stay away"),
    ("enter", "They try to get in, or may have a key"),
    ("inside", "Someone is inside, or may be"),
    ("been-in", "Someone has been in and may be gone"),
)
_DOOR_SIGN = answer("door-signs", "wont-go", "threat", "weapon", "order", "enter", "inside", "been-in")
_COLLECTOR_SIGN = answer("collector-signs", "wont-go", "wants", "threat", "weapon")

DOOR = Row(
    "at-door",
    "Stranger, ex or exploiter at the door, or an intruder",
    "Rings, waits outside, tries to get in, has been in",
    "Someone who should not be here is at the door or in the building.",
    ("door-signs", "door-who"),
    (
        Floor(
            ALWAYS,
            "judgement",
            "discuss",
            "Someone came who should not. Decide with your manager what the night needs.",
            ("topic non_immediate",),
            "P",
        ),
        Floor(
            answer("door-who", "ex"),
            "amber",
            "discuss",
            "A partner or ex came to the door. Ask what raises the danger.",
            ("national 6.4-6",),
            "P",
            marks=("tonight",),
        ),
        Floor(
            answer("door-who", "exploiter"),
            "amber",
            "discuss",
            "Someone who may harm or use them came to the door.",
            USE,
            "P",
            marks=USED_MARKS,
        ),
        Floor(
            every(answer("door-who", "exploiter"), no(IS_ADULT)),
            "amber",
            "tell now",
            "Someone who may harm or use them came, and can come again tonight.",
            USE,
            "P",
        ),
        red("door-signs", ("wont-go", "threat"), "Someone at the door threatens or will not go."),
        red("door-signs", "weapon", "Someone at the door may have a weapon.", marks=("weapon",)),
        red("door-signs", "order", "An order that keeps them away is being broken."),
        red("door-signs", "enter", "Someone may get in."),
        red(
            "door-signs",
            ("inside", "been-in"),
            "Someone may be inside. The police clear the rooms.",
            marks=("evidence",),
        ),
    ),
    (
        *inside(_DOOR_SIGN, answer("door-signs", "none")),
        hidden(_DOOR_SIGN),
        Action(
            "leave",
            "scene",
            "scene",
            "Touch nothing where they were. The police clear the rooms.",
            "now",
            "leave",
            INTRUDER,
            ("national a1-incidents-6",),
            "P",
        ),
        other_bed(answer("door-who", "ex", "exploiter")),
        *tell_lead(answer("door-who", "exploiter")),
        CAMERA,
    ),
    (Never("Never open “just to talk”, search the house, or go out."),),
    words=("door", "stranger", "intruder", "burglar", "ex-boyfriend", "outside", "waiting in a car", "break in"),
    source="A14",
)

# A26: a collector.

COLLECTOR_SIGNS = signs(
    "collector-signs",
    "Is any of this true?",
    ("wont-go", "They will not go, or wait outside"),
    ("wants", "They want the child, money or goods handed over now"),
    ("threat", "They threaten"),
    ("weapon", "They may have a weapon"),
)

COLLECTOR = Row(
    "collector",
    "Debt collector, runner or “friend” at the door",
    "Comes for money, drugs, a phone or the child",
    "Someone came to collect from a {child} who is being used and owes because of a loss.",
    ("collector-signs", "wish"),
    (
        Floor(
            ALWAYS,
            "amber",
            "discuss",
            "Someone came to collect. They are being used and may be hurt for a debt.",
            USE,
            "S",
            marks=USED_MARKS,
        ),
        Floor(TOLD, "amber", "tell now", "A collector came and can come again tonight.", USE, "P"),
        red("collector-signs", ("wont-go", "wants"), "A collector is at the door and wants something now."),
        red("collector-signs", "threat", "A collector threatens."),
        red("collector-signs", "weapon", "A collector may have a weapon.", marks=("weapon",)),
    ),
    (
        *inside(_COLLECTOR_SIGN, answer("collector-signs", "none")),
        Action(
            "stay",
            "sight",
            "child here",
            "Keep them in sight. Curtains shut. Say nothing of who lives here.",
            "now",
            "part",
        ),
        hidden(_COLLECTOR_SIGN),
        other_bed(),
        *tell_lead(),
        debt(),
        *mechanism(),
        defence(),
        CAMERA,
    ),
    (Never("Never pay, hand anything over, or send them out to talk."),),
    words=("debt", "owes money", "collector", "runner", "dealer", "at the door", "olders", "shot", "packet"),
    source="A26 A12",
)

# A27: in a child's room.

ROOM_WHO = Question(
    "room-who",
    "Who is it?",
    (
        Option("peer", "A known friend of like age"),
        Option("not-sure", "Not sure"),
        Option("unknown", "Nobody here knows them"),
        Option("adult", "An adult, or clearly older"),
    ),
)
ROOM_SIGNS = signs(
    "room-signs",
    "Is any of this true?",
    ("gone", "They have gone already"),
    ("sexual", "It looks sexual"),
    ("fear", "The child is frightened, drugged or drunk"),
    ("refuses", "They refuse to go"),
    ("force", "There is force, or I suspect an assault"),
    ("weapon", "They may have a weapon"),
)

ROOM = Row(
    "unknown-in-room",
    "Someone unknown or unasked in a child’s room",
    "Found at a night check, hidden, climbed in; gone already or still there",
    "Someone who should not be here was found in a {child}’s room.",
    ("room-signs", "room-who"),
    (
        Floor(
            ALWAYS,
            "judgement",
            "discuss",
            "Someone was in the room without being known to staff.",
            ("topic non_immediate",),
            "P",
            marks=("listen",),
        ),
        Floor(
            at_least("room-who", "not-sure"),
            "amber",
            "discuss",
            "It is not clear who was in the room.",
            marks=("tonight",),
        ),
        Floor(answer("room-signs", "sexual", "fear"), "amber", "discuss", "", marks=("tonight",)),
        Floor(
            every(some(at_least("room-who", "unknown"), answer("room-signs", "sexual", "fear")), no(IS_ADULT)),
            "amber",
            "tell now",
            "Someone older, unknown or there for sex was in the room.",
            USE,
            "P",
            marks=("exploitation", "victim"),
        ),
        Floor(answer("room-signs", "sexual"), None, None, "", marks=("sexual", "evidence")),
        red("room-signs", "refuses", "Someone refuses to leave the room."),
        red("room-signs", "force", "There may have been force or an assault.", marks=("victim", "evidence")),
        red("room-signs", "weapon", "Someone in the room may have a weapon.", marks=("weapon",)),
    ),
    (
        Action(
            "refuse",
            "stay",
            "visitor",
            "Ask them to leave with their parent or carer; nobody goes out alone.",
            "now",
            "self",
            every(answer("room-who", "peer"), no(answer("room-signs", "weapon", "gone", "refuses", "force"))),
        ),
        Action(
            "refuse",
            "stay",
            "visitor",
            "Lights and phone on. From the door: “You need to leave now.”",
            "now",
            "self",
            no(answer("room-signs", "weapon", "gone")),
        ),
        Action(
            "withdraw",
            "danger",
            "self",
            "Get out of reach. Keep a door or space between.",
            "now",
            "self",
            answer("room-signs", "weapon"),
            ("national 6.2-1", "topic weapons"),
            "S",
        ),
        Action("move", "child", "child here", "Call them out to another room, by voice. Then listen.", "now", "part"),
        Action(
            "leave",
            "scene",
            "scene",
            "Keep the room shut and as it is: bedding, cups, phone.",
            "now",
            "leave",
            answer("room-signs", "sexual", "force", "fear"),
            ("source early-evidence",),
            "C2",
        ),
        *tell_lead(some(at_least("room-who", "not-sure"), answer("room-signs", "sexual", "fear", "force"))),
        Action(
            "record",
            "visitor",
            "log",
            "Note name, age, looks, how they got in, when they left and which way.",
            "keep",
            "write",
        ),
        CAMERA,
    ),
    (Never("Never block their way, fight, or question the {child}."),),
    words=("in the room", "bedroom", "unknown man", "visitor", "boyfriend", "sneaked in", "window", "hiding"),
    source="A27",
)

# A28: neighbours.

NEIGHBOUR_SIGNS = signs(
    "neighbour-signs",
    "Is any of this true?",
    ("named", "People name or threaten a child online or in the street"),
    ("crowd", "A crowd or angry group is outside"),
    ("threats", "There are threats"),
    ("missiles", "Things are thrown"),
)
_CROWD = answer("neighbour-signs", "crowd", "threats", "missiles")

NEIGHBOURS = Row(
    "neighbours",
    "A neighbour accuses, or an angry group is outside",
    "A complaint at the door, a crowd, vigilantes, a name put online",
    "People outside accuse or threaten a {child} who lives here.",
    ("neighbour-signs",),
    (
        Floor(
            ALWAYS,
            "green",
            "not needed",
            "A complaint is heard and passed on. It needs no police.",
            ("national 6.9-1",),
            "S",
        ),
        Floor(
            answer("neighbour-signs", "named"),
            "amber",
            "discuss",
            "Someone here is named or threatened in public.",
            ("topic non_immediate",),
            "P",
            marks=("tonight",),
        ),
        Floor(
            every(answer("neighbour-signs", "named"), no(IS_ADULT)),
            "amber",
            "tell today",
            "",
            ("topic non_immediate",),
            "P",
        ),
        red("neighbour-signs", ("crowd", "missiles"), "A crowd is outside, or things are thrown."),
        red("neighbour-signs", "threats", "There are threats outside."),
    ),
    (
        *inside(_CROWD),
        hidden(_CROWD),
        Action(
            "refuse",
            "complaint",
            "neighbour",
            "Door on the chain: “Thank you. I will pass it on.”",
            "now",
            "self",
            answer("neighbour-signs", "none"),
        ),
        Action(
            "move", "child", "child here", "Keep the others at the back of the house, away from windows.", "now", "part"
        ),
        Action(
            "support",
            "settle",
            "neighbour",
            "If there was harm outside, ask how it could be settled informally.",
            "day",
            "later",
            no(_CROWD),
            ("national 6.9-1",),
            "S",
            "manager",
        ),
        CAMERA,
    ),
    (Never("Never discuss a child, confirm care, or bring anyone out."),),
    words=("neighbour", "complaint", "angry", "mob", "vigilante", "crowd", "facebook", "accused", "paedophile"),
    source="A28",
)
