"""What the rows about health share: floors and actions in short form, first aid, and asking about a wish to die.

A health need has a level of its own, so `need` sets no other. Self-harm and illness alone are never a police matter.
"""

from tools.incident.model import (
    ALWAYS,
    Act,
    Action,
    Block,
    Condition,
    Contact,
    Floor,
    Health,
    Level,
    Service,
    Step,
    answer,
    at_least,
    every,
    no,
)
from tools.incident.questions import IS_ADULT, UNDER_18

#: The target of first aid, which holds also where the child is away; what is done with the child has "child here".
HURT = "person hurt"
NO_POLICE = no(at_least("contact", "tell today"))
#: Where a row may have a headline of its own: nothing to tell or decide, and no doctor, of this event or another.
HEALTH_ONLY = every(no(at_least("contact", "discuss")), no(at_least("health", "seen today")))
BASE = Floor(ALWAYS, "none", "not needed", "This is a health matter.")


def emergency(
    when: Condition, reason: str, *services: Service, unsure: str = "", marks: tuple[str, ...] = (), source: str = ""
) -> Floor:
    """A floor of 999 for an ambulance, and for other services where they are named, in their order."""
    cited = (f"source {source}",) if source else ()
    return Floor(
        when,
        "red",
        "999",
        reason,
        cited,
        "C2" if source else "P",
        services or ("ambulance",),
        "ambulance",
        ("serious-incident", *marks),
        unsure,
    )


def need(health: Health, when: Condition = ALWAYS, reason: str = "", source: str = "", unsure: str = "") -> Floor:
    """A floor of a health need without a level of its own."""
    cited = (f"source {source}",) if source else ()
    return Floor(when, None, None, reason, cited, "C2" if source else "P", health=health, unsure=unsure)


def mark(when: Condition, *marks: str) -> Floor:
    """A floor that only marks the event."""
    return Floor(when, None, None, "", marks=marks)


def do(
    act: Act,
    object: str,
    text: str,
    when: Condition = ALWAYS,
    *,
    to: str = HURT,
    block: Block = "now",
    step: Step = "life",
    source: str = "",
    who: str = "you",
) -> Action:
    """An action to save life or health; `source` is the published guidance that says it."""
    cited = (f"source {source}",) if source else ()
    return Action(act, object, to, text, block, step, when, cited, "C2" if source else "P", who)


def told(level: Level, contact: Contact, when: Condition, reason: str, *marks: str, unsure: str = "") -> Floor:
    """A floor of what is told where someone caused the harm."""
    return Floor(when, level, contact, reason, marks=marks, unsure=unsure)


def aid(object: str, text: str, when: Condition = ALWAYS, source: str = "") -> Action:
    """First aid, at once."""
    return do("aid", object, text, when, source=source)


def hour(
    act: Act,
    object: str,
    text: str,
    when: Condition = ALWAYS,
    *,
    to: str = "child here",
    step: Step = "later",
    source: str = "",
    who: str = "you",
) -> Action:
    """What is done within the hour."""
    return do(act, object, text, when, to=to, block="hour", step=step, source=source, who=who)


def day(
    act: Act,
    object: str,
    text: str,
    when: Condition = ALWAYS,
    *,
    to: str,
    step: Step = "later",
    source: str = "",
    who: str = "you",
) -> Action:
    """What is done today or tomorrow."""
    return do(act, object, text, when, to=to, block="day", step=step, source=source, who=who)


def keep(object: str, text: str, when: Condition = ALWAYS, *, to: str = "log", source: str = "") -> Action:
    """What is kept and written down."""
    return do("record", object, text, when, to=to, block="keep", step="write", source=source)


def ask_suicide(block: Block, when: Condition = ALWAYS) -> tuple[Action, Action]:
    """Asking plainly about a wish to die, which does no harm; in simpler words under ten."""
    return (
        do(
            "ask safety",
            "suicide",
            "Ask in plain words: do you want to die? How? When?",
            every(when, answer("age", "under-10")),
            to="child here",
            block=block,
        ),
        do(
            "ask safety",
            "suicide",
            "Ask plainly: are you thinking of killing yourself? How? When?",
            when,
            to="child here",
            block=block,
        ),
    )


#: Where breathing is in doubt the call comes first, on speaker: then look.
CALL_FIRST = Action("call", "help", "999", "{call-999}", "now", "life", citations=("source resuscitation",), mark="C2")
BREATHS = (
    aid(
        "breathing",
        "Breathing normally: on their side, head tilted back. Watch every breath.",
        answer("breathing", "normal"),
        source="resuscitation",
    ),
    aid(
        "breathing",
        "Not breathing, or gasping: five rescue breaths, then 30 presses, 2 breaths.",
        every(answer("breathing", "slow", "none"), UNDER_18),
        source="resuscitation",
    ),
    aid(
        "breathing",
        "Not breathing, or gasping: 30 presses, then 2 breaths. Do not stop.",
        every(answer("breathing", "slow", "none"), IS_ADULT),
        source="resuscitation",
    ),
    aid(
        "breathing",
        "Look for breathing. None, or gasps: breaths and presses; the call-taker counts.",
        source="resuscitation",
    ),
)
LEAVE_SCENE = do(
    "leave",
    "scene",
    "Help first. Then shut the room and leave it as it is.",
    answer("event marks", "evidence"),
    to="scene",
    step="leave",
)
CHECK_111 = do("aid", "check", "Call 111 and do as they say.", step="call", source="nhs-first-aid")

SELF_HARM = Floor(
    ALWAYS,
    "none",
    "not needed",
    "Self-harm is a health matter, not an offence.",
    ("national 2.2-13", "national 6.7"),
    "P",
    marks=("self-harm",),
)
MENTAL_HEALTH_111 = "Call 111, mental health option, or the crisis team."
#: What follows tonight and tomorrow, whatever was done.
AFTERWARDS = (
    hour(
        "watch",
        "checks",
        "Agree checks by sight for tonight: how often, by whom. Look at face and breath each time.",
        step="manager",
    ),
    day(
        "tell",
        "health nurse",
        "Tell the nurse for children in care, or the GP.",
        UNDER_18,
        to="nurse",
        step="social worker",
    ),
    day(
        "review",
        "safety plan",
        "Go over the safety plan with them: what set it off, what helps, whom to call.",
        to="child here",
    ),
    keep("words", "Write their exact words, what was used, and each check with its time."),
)
