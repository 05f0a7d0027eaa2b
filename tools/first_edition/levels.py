"""The rules that decide the level and the police contact, from the most urgent down.

Sources: local 3, 3a, 3b, 3c, 5, 6, 7 by topic; national 6.4, 6.5, Annex 1 (responding to incidents; immediate risk).
The duties that depend on the level of the whole result are in `tools.first_edition.always`.
"""

from tools.model import Conditions, Contact, Duty, Finding, Level, Rule

NOW = ("yes", "not-sure")
#: Behaviour that hurt, frightened or degraded someone, or damaged or took property.
HARMFUL = (
    "damage-small",
    "damage-matters",
    "theft-small",
    "theft-matters",
    "assault-minor",
    "assault-treated",
    "assault-not-sure",
    "assault-serious",
    "threat-not-sure",
    "threat-believed",
    "weapon-used",
    "sexual-signs",
    "sexual-under-13",
    "images-signs",
    "fire-deliberate",
    "vehicle-over",
    "animal",
    "hate",
)
#: Harmful only when someone was hurt, frightened or degraded by it.
HARMFUL_TO_SOMEONE = ("threat-not-believed", "sexual-no-sign", "images-no-sign")
MINOR = ("damage-small", "theft-small", "assault-minor", "threat-not-believed")
MATTERS = ("damage-matters", "theft-matters", "assault-treated", "vehicle-over")


def _rule(
    id: str,
    level: Level,
    contact: Contact,
    when: Conditions,
    reason: str,
    citations: tuple[str, ...],
    duties: tuple[Duty, ...] = (),
    warnings: tuple[str, ...] = (),
    unless: Conditions | None = None,
) -> Rule:
    return Rule(when, Finding(id, level, contact, reason, duties, citations, None, warnings), unless or {})


def _red(
    id: str,
    when: Conditions,
    reason: str,
    service: str,
    citations: tuple[str, ...],
    duties: tuple[Duty, ...] = (),
) -> Rule:
    call = Duty(
        "call",
        f"Call 999 now. Ask for {service}. Say where you are. Say who is in danger.",
        ("national a1-risk-1", "topic immediate"),
    )
    return _rule(id, "red", "999", when, reason, citations, (call, *duties))


_WEAPON_AWAY = Duty(
    "keep apart",
    "Do not step in, touch it or search. Get everyone away and clear the room. Wait for the police.",
    ("national 6.2-2", "topic weapons"),
)

RED = (
    _red(
        "danger",
        {"danger": NOW},
        "Someone may be seriously hurt now, or you cannot be sure that they will not be.",
        "the police, an ambulance or the fire service",
        ("national a1-risk-1", "topic immediate"),
        (
            Duty(
                "keep apart",
                "Move people away if you can do so safely. Do not step in against a weapon, or where you cannot do it "
                "safely.",
                ("national 6.2-2", "topic weapons"),
            ),
            Duty("support", "Stay with a child who is ill, hurt or may harm themselves, if that is safe for you."),
        ),
    ),
    _red(
        "weapon in hand",
        {"kind": ("weapon-hand",)},
        "A weapon is in someone's hand or being used.",
        "the police",
        ("topic weapons", "topic immediate", "national 6.2-2"),
        (_WEAPON_AWAY,),
    ),
    _red(
        "firearm",
        {"kind": ("weapon-firearm",)},
        "It may be a gun, an explosive or acid. Leave it where it is.",
        "the police",
        ("topic weapons", "topic immediate", "national a1-risk-1"),
        (_WEAPON_AWAY,),
    ),
    _red(
        "serious and not over",
        {"kind": ("assault-serious", "weapon-used"), "over": ("no", "not-sure")},
        "Serious harm was done and it may not be over.",
        "the police and, if anyone is hurt, an ambulance",
        ("national a1-risk-1", "topic immediate"),
    ),
    _red(
        "injury not known",
        {"kind": ("assault-not-sure",)},
        "Someone is hurt and you cannot be sure how badly.",
        "an ambulance",
        ("national a1-risk-1", "topic immediate"),
        (Duty("support", "Give first aid if it is safe, and do what the 999 call handler says."),),
    ),
    _red(
        "fire burning",
        {"kind": ("fire-burning",)},
        "A fire is burning.",
        "the fire service",
        ("national a1-risk-1", "topic immediate"),
        (Duty("keep apart", "Get everyone out and stay out."),),
    ),
    _red(
        "vehicle driven",
        {"kind": ("vehicle-driving",)},
        "A vehicle is being driven now. Someone could be badly hurt.",
        "the police",
        ("national a1-risk-1", "topic immediate"),
        (Duty("keep apart", "Do not chase or stand in the way."),),
    ),
    _red(
        "health emergency",
        {"kind": ("health-emergency",)},
        "This is a health emergency before it is anything else.",
        "an ambulance",
        ("national a1-risk-1",),
        (Duty("support", "Stay with them if it is safe, and do what the 999 call handler says."),),
    ),
    _red(
        "missing in danger",
        {"kind": ("missing-danger",)},
        "A child is missing or threatened, and in danger.",
        "the police",
        ("national a1-missing-1", "note missing-definitions"),
    ),
)

TELL_NOW = (
    _rule(
        "weapon",
        "amber",
        "tell now",
        {"kind": ("weapon-imitation", "weapon-found", "weapon-carried", "weapon-used")},
        "A weapon, or what looks like one, was found, carried or used. The police are told, whatever anyone wishes.",
        ("topic weapons",),
    ),
    _rule(
        "drug supply",
        "amber",
        "tell now",
        {"kind": ("drugs-supply",)},
        "There are signs that drugs are being sold or carried for others. The police are told at once.",
        ("topic drugs", "national 6.4-8"),
    ),
    _rule(
        "sexual trigger",
        "amber",
        "tell now",
        {"kind": ("sexual-signs", "images-signs")},
        "There is a risk, a complaint, unequal power, or a sign of grooming or exploitation.",
        ("topic sexual_behaviour",),
    ),
    _rule(
        "under 13",
        "amber",
        "tell now",
        {"kind": ("sexual-under-13",)},
        "A child under 13 is involved in sexual activity. This site's own safe rule: tell the police and children's "
        "social care now.",
        ("topic sexual_behaviour",),
    ),
    _rule(
        "coercion",
        "amber",
        "tell now",
        {"coercion": NOW},
        "Someone may be using, forcing or grooming the child. The child may be a victim.",
        ("national 6.4-8", "national 6.6-5"),
    ),
    _rule(
        "serious injury",
        "amber",
        "tell now",
        {"kind": ("assault-serious",)},
        "Someone was seriously hurt on purpose.",
        ("topic non_immediate", "national 6.4-3"),
    ),
    _rule(
        "threat believed",
        "amber",
        "tell now",
        {"kind": ("threat-believed",)},
        "The threat is believed.",
        ("topic non_immediate", "topic factors", "national 6.4-10"),
    ),
    _rule(
        "deliberate fire",
        "amber",
        "tell now",
        {"kind": ("fire-deliberate",)},
        "A fire was set on purpose. It is out, and it could happen again.",
        ("topic non_immediate", "national 6.4-10"),
    ),
    _rule(
        "extremism",
        "amber",
        "tell now",
        {"kind": ("extremism",)},
        "A child may be being drawn into extremism. The police and the team around the child are told at once.",
        ("topic radicalisation", "national 4.1"),
    ),
)

DISCUSS = (
    _rule(
        "substance found",
        "amber",
        "discuss",
        {"kind": ("drugs-found",)},
        "A controlled or unknown substance was found. Talk with the police about collecting it.",
        ("topic drugs", "topic removal_record"),
    ),
    _rule(
        "canisters",
        "amber",
        "discuss",
        {"kind": ("canisters",)},
        "Gas canisters may hold nitrous oxide, a controlled drug. Ask the police before anything is done with them.",
        ("topic removal_record", "note gas-canisters-controlled"),
    ),
    _rule(
        "threat not sure",
        "amber",
        "discuss",
        {"kind": ("threat-not-sure",)},
        "You are not sure about the threat, so it ranks just below one that is believed.",
        ("topic non_immediate", "national 6.4-10"),
    ),
    _rule(
        "wants the police",
        "amber",
        "discuss",
        {"wish": ("police",)},
        "The person harmed wants the police told. That is their right.",
        ("topic non_immediate", "national 6.4-4"),
    ),
    _rule(
        "again",
        "amber",
        "discuss",
        {"kind": HARMFUL, "again": ("repeated", "not-sure", "worse")},
        "Harm has been done before or is getting worse.",
        ("topic non_immediate", "national 6.4-5"),
    ),
    _rule(
        "again, to someone",
        "amber",
        "discuss",
        {
            "kind": HARMFUL_TO_SOMEONE,
            "again": ("repeated", "not-sure", "worse"),
            "wish": ("no-police", "not-known", "police"),
        },
        "Someone was frightened or degraded, and it has happened before or is getting worse.",
        ("topic non_immediate", "national 6.4-5"),
    ),
    _rule(
        "matters and not over",
        "amber",
        "discuss",
        {"kind": MATTERS, "over": ("no", "not-sure")},
        "Harm that matters was done and it may not be over, so there is a continuing risk.",
        ("topic non_immediate", "national 6.4-10"),
    ),
    _rule(
        "formal record",
        "amber",
        "discuss",
        {"record": ("required",)},
        "The insurer was asked first and needs a reference from the police.",
        ("topic factors",),
    ),
)

_BOTH = ("national a1-incidents-2", "topic non_immediate")

JUDGEMENT = (
    _rule(
        "allegation",
        "judgement",
        "discuss",
        {"allegation": NOW, "kind": ("refusing", *MINOR, "alcohol", "sexual-play", "fire-accident")},
        "Something may have been done by staff or a carer. Then even a small matter is not settled at home.",
        ("national 9.4", "national 3.1-2"),
    ),
    _rule(
        "harm that matters",
        "judgement",
        "discuss",
        {"kind": MATTERS},
        "Harm that matters, no continuing risk, and no wish for the police known. The national protocol would settle "
        "it at home. The local one puts it in the middle group.",
        _BOTH,
        unless={"wish": ("police",), "over": ("no", "not-sure")},
    ),
    _rule(
        "wish not known",
        "judgement",
        "discuss",
        {"kind": MINOR, "wish": ("not-known",)},
        "The harm is minor, but nobody has heard yet what the person harmed wants. Ask them before you settle it.",
        ("national a1-incidents-2", "national 6.4-4", "topic non_immediate"),
    ),
    _rule(
        "partner harmed",
        "judgement",
        "discuss",
        {"harmed": ("partner",), "kind": HARMFUL},
        "A partner, ex-partner or relative was harmed. It may be part of a pattern.",
        ("national 6.4-6", "topic factors"),
    ),
    _rule(
        "hate",
        "judgement",
        "discuss",
        {"kind": ("hate",)},
        "There is a hate element. The protocols do not say what to do about it, so talk it through.",
        ("national 6.4-3", "topic factors"),
    ),
    _rule(
        "animal",
        "judgement",
        "discuss",
        {"kind": ("animal",)},
        "An animal was harmed. The protocols do not say what to do about it, so talk it through.",
        ("national 6.4-3", "topic factors"),
    ),
    _rule(
        "drug use",
        "judgement",
        "discuss",
        {"kind": ("drugs-used",)},
        "Drug use alone. The local protocol would share it with the police; the national one asks what a reasonable "
        "parent would do.",
        ("topic drugs", "national 6.5"),
    ),
    _rule(
        "sexual behaviour",
        "judgement",
        "discuss",
        {"kind": ("sexual-no-sign", "images-no-sign")},
        "Sexual behaviour or images without a warning sign. Weigh the risk against what a record would do to the "
        "child.",
        ("topic sexual_behaviour", "national 6.5"),
    ),
)

GREEN = (
    _rule(
        "everyday",
        "green",
        "not needed",
        {"kind": ("refusing",)},
        "This is what a parent would settle, even if it happens again.",
        ("national 6.5", "topic internal"),
    ),
    _rule(
        "minor harm",
        "green",
        "not needed",
        {"kind": MINOR},
        "The harm is minor, nobody is at risk, and nobody harmed wants the police.",
        ("national a1-incidents-2", "topic internal"),
        unless={"wish": ("police", "not-known")},
    ),
    _rule(
        "alcohol",
        "green",
        "not needed",
        {"kind": ("alcohol",)},
        "Alcohol or solvents: settle it at home and keep a witnessed record.",
        ("topic removal_record", "national 6.5"),
    ),
    _rule(
        "usual play",
        "green",
        "not needed",
        {"kind": ("sexual-play",)},
        "Play that is usual for the age is not an offence. Have it looked at by someone trained to screen it.",
        ("topic sexual_behaviour", "note sexual-behaviour-screening"),
    ),
    _rule(
        "fire by accident",
        "green",
        "not needed",
        {"kind": ("fire-accident",)},
        "A fire by accident, now out. A parent would settle it.",
        ("national 6.5", "topic internal"),
    ),
)

NONE = (
    _rule(
        "missing",
        "none",
        "tell now",
        {"kind": ("missing-unknown",)},
        "Nobody knows where the child is. Going missing is not an offence.",
        ("national a1-missing-1", "note missing-not-a-crime"),
    ),
    _rule(
        "unsafe place",
        "none",
        "tell now",
        {"kind": ("missing-unsafe",)},
        "You know where the child is and it is not safe to fetch them alone. Ask the police to help collect them.",
        ("national a1-missing-1",),
    ),
    _rule(
        "late",
        "none",
        "not needed",
        {"kind": ("missing-late",)},
        "The child is late, or at a known safe place. Fetch them, as a parent would.",
        ("national a1-missing-1", "note missing-definitions"),
    ),
    _rule(
        "health",
        "none",
        "not needed",
        {"kind": ("health-worry",)},
        "This is about health, not an offence.",
        ("national 6.7",),
    ),
    _rule(
        "child harmed",
        "none",
        "discuss",
        {"kind": ("child-harmed",)},
        "Someone did something to this child. They are the person harmed.",
        ("national 6.4-4", "national 3.1-2"),
    ),
    _rule("no offence", "none", "not needed", {"kind": ("none",)}, "Nothing here decides a level.", ("national 6.1",)),
)

RED_KINDS = tuple(kind for rule in RED if set(rule.when) == {"kind"} for kind in rule.when["kind"])
TELL_NOW_KINDS = tuple(kind for rule in TELL_NOW for kind in rule.when.get("kind", ()))

LEVEL_RULES = RED + TELL_NOW + DISCUSS + JUDGEMENT + GREEN + NONE
