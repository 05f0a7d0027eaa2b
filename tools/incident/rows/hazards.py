"""Acid, dangerous things from school and fireworks: rows of the situation `weapon` (D7 to D9), and what they share."""

from tools.incident.model import (
    ALWAYS,
    Action,
    Condition,
    Floor,
    Health,
    Mark,
    Never,
    Option,
    Question,
    Row,
    Service,
    answer,
    at_least,
    every,
    no,
    some,
)
from tools.incident.questions import ADULTS
from tools.incident.shared.harm import UNDER_10_ACTED

_WEAPONS = ("topic weapons",)
DANGER = ("national a1-risk-1", "topic immediate", "topic weapons")

ACID = Question(
    "acid-signs",
    "Is any of this true?",
    (
        Option("none", "None: a labelled cleaner in its cupboard"),
        Option("hidden", "It was hidden or carried, or has no label or the wrong bottle"),
        Option("used", "It was thrown, sprayed or used to threaten"),
        Option("leaking", "It leaks or smokes, or there is little water"),
        Option("skin", "It is on skin or in an eye, or someone breathed it in"),
        Option("cannot-tell", "I cannot tell what it is"),
    ),
    "Tick what is true. Do not smell or open it to find out.",
    many=True,
    nothing="none",
)

SCHOOL = Question(
    "school-signs",
    "Is any of this true?",
    (
        Option("none", "None of these"),
        Option("meant", "It was taken to hurt or frighten someone"),
        Option("leaking", "It leaks, hisses, smokes or is hot"),
        Option("hurt", "Someone is burned or unwell"),
        Option("cannot-tell", "I cannot tell what it is doing"),
    ),
    "Tick what is true.",
    many=True,
    nothing="none",
)

FIREWORK = Question(
    "firework-use",
    "What happened with them?",
    (
        Option("sparklers", "A few sparklers, unlit"),
        Option("found", "Found, unlit and whole"),
        Option("street", "Set off outdoors, away from people; it is over"),
        Option("over", "Lit indoors, at people or in a letterbox; out, checked and nobody hurt"),
        Option("aimed", "Being lit indoors, at people or in a letterbox, or something may still burn"),
        Option("altered", "Opened, taped together or made into something"),
        Option("not-sure", "Not sure", "Counts as: something may still burn", "aimed"),
    ),
)

BURN = Question(
    "burn",
    "Is anyone burned?",
    (
        Option("none", "No"),
        Option("small", "A small burn, by accident"),
        Option("hospital", "Bigger than their hand, white, on hand, foot or groin, or done on purpose"),
        Option("grave", "On the face or eye, trouble breathing, large, or a small child"),
        Option("cannot-tell", "I cannot check"),
    ),
)


def red(
    condition: Condition,
    reason: str,
    *services: Service,
    citations: tuple[str, ...] = DANGER,
    mark: Mark = "S",
    unsure: str = "",
    health: Health | None = None,
    marks: tuple[str, ...] = ("weapon",),
) -> Floor:
    """The floor of an emergency."""
    return Floor(condition, "red", "999", reason, citations, mark, services, health, marks, unsure)


#: Who was harmed by whom, where a row asks it.
HARMED = (
    Floor(
        every(answer("whom", "this-child"), no(answer("who", "nobody", "this-child"))),
        None,
        None,
        "",
        marks=("victim",),
    ),
    Floor(
        every(answer("whom", "this-child", "other-child"), answer("who", *ADULTS)),
        None,
        None,
        "",
        marks=("adult-harm", "listen"),
    ),
)


def acted(condition: Condition) -> Floor:
    """This child's own act: more than owning a thing that was left out, given up for self-harm or never used."""
    return Floor(every(answer("who", "this-child"), condition), None, None, "", marks=("acted",))


RINSE = Action(
    "aid",
    "rinse",
    "person hurt",
    "Running water on it at once, until told to stop. Gloves or bags on your hands.",
    "now",
    "life",
    some(answer("acid-signs", "skin"), answer("school-signs", "hurt")),
    ("source nhs-burns",),
    "C2",
)
RINSE_MORE = (
    Action(
        "aid",
        "clothes",
        "person hurt",
        "Dry powder: brush it off first. Clothes and lenses off; cut, not over the head.",
        "now",
        "part",
        some(answer("acid-signs", "skin"), answer("school-signs", "hurt")),
        ("source nhs-burns",),
        "C2",
    ),
    Action(
        "aid",
        "eye",
        "person hurt",
        "Eye: tilt the head so that the water runs away from the other eye. 20 minutes or more.",
        "hour",
        "life",
        some(answer("acid-signs", "skin"), answer("school-signs", "hurt")),
        ("source nhs-burns",),
        "C2",
    ),
)

ACID_ROW = Row(
    "acid",
    "Acid, or something that burns skin",
    "Drain cleaner, bleach, ammonia or an unknown liquid: found, carried or thrown",
    "There is acid or a corrosive liquid.",
    ("acid-signs", "who", "whom"),
    (
        acted(answer("acid-signs", "hidden", "used")),
        *HARMED,
        Floor(ALWAYS, "none", "not needed", ""),
        red(
            answer("acid-signs", "hidden"),
            "It was hidden or carried, or has no label or the wrong bottle.",
            "police",
            mark="P",
        ),
        red(answer("acid-signs", "used"), "It was thrown, sprayed or used to threaten.", "police"),
        red(answer("acid-signs", "cannot-tell"), "You cannot tell what it is.", "police", mark="P"),
        red(answer("acid-signs", "leaking"), "It leaks or smokes, or there is little water.", "fire", mark="P"),
        red(
            answer("acid-signs", "skin"),
            "It is on skin or in an eye, or was breathed in.",
            "ambulance",
            citations=("source nhs-burns",),
            mark="C2",
            health="ambulance",
            marks=("weapon", "serious-incident"),
        ),
    ),
    (
        RINSE,
        *RINSE_MORE,
        Action(
            "leave",
            "weapon",
            "weapon",
            "Leave the bottle where it is. Everyone out; shut the room.",
            "now",
            "leave",
            answer("acid-signs", "hidden", "used", "leaking", "cannot-tell"),
        ),
    ),
    (
        Never(
            "Never wipe it, smell it or open it. No milk.",
            answer("acid-signs", "hidden", "used", "leaking", "skin", "cannot-tell"),
        ),
    ),
    words=("acid", "bleach", "corrosive", "drain cleaner", "ammonia", "burning liquid", "threw liquid"),
    source="D7",
)

FROM_SCHOOL = Row(
    "from-school",
    "Something dangerous brought from school",
    "A chemical, tool, catapult, laser or airsoft gun. Acid on skin: acid",
    "Something dangerous was brought home from school.",
    ("school-signs", "who"),
    (
        acted(answer("school-signs", "meant")),
        Floor(ALWAYS, "judgement", "discuss", "It may be dangerous, and the school does not know where it is."),
        Floor(
            answer("school-signs", "meant"),
            "amber",
            "tell today",
            "It was taken to hurt or frighten someone.",
            (*_WEAPONS, "national 6.4-10"),
            "S",
            marks=("weapon",),
        ),
        red(
            answer("school-signs", "leaking", "cannot-tell"),
            "It leaks, hisses, smokes or is hot, or you cannot tell.",
            "fire",
            citations=("national a1-risk-1",),
            mark="P",
            marks=(),
        ),
        red(
            answer("school-signs", "hurt"),
            "Someone is burned or unwell from it.",
            "ambulance",
            "fire",
            citations=("source nhs-burns",),
            mark="C2",
            health="ambulance",
            marks=("serious-incident",),
        ),
    ),
    (
        RINSE,
        *RINSE_MORE,
        Action(
            "move",
            "danger",
            "others",
            "Everyone out, into fresh air. Shut the door on it.",
            "now",
            "part",
            answer("school-signs", "leaking", "hurt", "cannot-tell"),
        ),
        Action(
            "leave",
            "weapon",
            "weapon",
            "Leave it where it is. Clear the room and lock it. Wash hands.",
            "now",
            "leave",
            answer("school-signs", "none", "meant"),
        ),
        Action(
            "leave",
            "weapon",
            "weapon",
            "Leave it. Wash hands that touched it.",
            "now",
            "leave",
            answer("school-signs", "leaking", "hurt", "cannot-tell"),
        ),
        Action(
            "tell",
            "school thing",
            "school",
            "Ring the school before it opens: what it is, and that it is shut away.",
            "day",
            "social worker",
        ),
        Action(
            "record", "school thing", "log", "Photo from the door, and of the label if you can see it.", "keep", "write"
        ),
    ),
    (Never("Never smell, mix, bin or send it back in a bag."),),
    words=("school", "chemical", "science", "catapult", "laser", "tool", "airsoft", "jar"),
    source="D8",
)

#: A firework lit indoors, at people or in a letterbox.
_AIMED = answer("firework-use", "over", "aimed")

FIREWORKS = Row(
    "fireworks",
    "Fireworks",
    "Found, set off, thrown, or taken apart",
    "There are fireworks.",
    ("firework-use", "burn", "who"),
    (
        acted(at_least("firework-use", "over")),
        Floor(ALWAYS, "none", "not needed", ""),
        Floor(
            at_least("firework-use", "found"),
            "judgement",
            "discuss",
            "Fireworks are dangerous, and someone sold or left them.",
            ("source fireworks",),
            "C2",
            unsure="Fireworks are dangerous in the wrong hands.",
        ),
        Floor(
            _AIMED,
            "amber",
            "discuss",
            "A firework lit indoors, at people or in a letterbox could have killed. Luck does not lower it.",
            ("national 6.4-3", "national 6.4-10"),
            "S",
        ),
        Floor(
            every(_AIMED, no(UNDER_10_ACTED)),
            "amber",
            "tell now",
            "It put people or a lived-in building at risk.",
            ("national 6.4-3", "national 6.4-10"),
            "S",
        ),
        red(
            answer("firework-use", "aimed"),
            "A firework is being lit where people are, or something may still burn.",
            "fire",
            "police",
            citations=("national a1-risk-1", "topic immediate"),
            unsure="Something may still burn.",
            marks=("fire", "evidence"),
        ),
        red(
            answer("firework-use", "altered"),
            "Fireworks were opened or made into something: it may be an explosive.",
            "police",
            marks=("weapon", "evidence"),
        ),
        Floor(answer("burn", "small"), None, None, "", health="first aid"),
        Floor(answer("burn", "hospital"), "judgement", "discuss", "Someone is burned.", health="A&E now"),
        red(
            answer("burn", "grave", "cannot-tell"),
            "The burn needs an ambulance, or you cannot check.",
            "ambulance",
            citations=("source nhs-burns",),
            mark="C2",
            health="ambulance",
            marks=("serious-incident",),
        ),
    ),
    (
        Action(
            "withdraw",
            "danger",
            "self",
            "Keep well back. Do not go to one that has not gone off.",
            "now",
            "self",
            answer("firework-use", "aimed", "altered"),
        ),
        Action(
            "move",
            "danger",
            "others",
            "Everyone out and away. Count heads.",
            "now",
            "part",
            answer("firework-use", "aimed", "altered"),
        ),
        Action(
            "aid",
            "burn",
            "person hurt",
            "Cool the burn under running water for 20 minutes. No ice, no cream.",
            "now",
            "life",
            answer("burn", "small", "hospital", "grave", "cannot-tell"),
            ("source nhs-burns",),
            "C2",
        ),
        Action(
            "aid",
            "hospital",
            "person hurt",
            "Then take them to A&E.",
            "now",
            "call",
            answer("burn", "hospital"),
            ("source nhs-burns",),
            "C2",
        ),
        Action(
            "leave",
            "fireworks",
            "fireworks",
            "Leave them where they are. Keep children, heat and flame away.",
            "now",
            "leave",
            at_least("firework-use", "found"),
        ),
        Action(
            "record",
            "fireworks",
            "log",
            "Count, brand, shop. The manager reports the seller, not the {child}.",
            "keep",
            "write",
            answer("firework-use", "found"),
            ("source fireworks",),
            "C2",
        ),
        Action(
            "record",
            "fireworks",
            "log",
            "Count, brand, shop, and where each one went off.",
            "keep",
            "write",
            answer("firework-use", "street", "over", "aimed", "altered"),
        ),
    ),
    (Never("Never relight, pocket, soak or open one.", at_least("firework-use", "found")),),
    words=("firework", "rocket", "banger", "sparkler", "letterbox", "bonfire night"),
    source="D9 D6 B9",
)
