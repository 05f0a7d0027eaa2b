"""What the rows about a used child and about people at the door share (A12, A14, A26)."""

from tools.incident.model import (
    ALWAYS,
    Action,
    Condition,
    Floor,
    Option,
    Question,
    Service,
    answer,
    at_least,
    every,
    no,
    some,
)
from tools.incident.questions import IS_ADULT
from tools.incident.shared.danger import IMMEDIATE
from tools.incident.shared.stage import OFFICER_HERE

USE = ("national 6.4-8", "national 6.6-5")
INTRUDER = answer("door-signs", "inside", "been-in")
#: Under 18 the report is the adults' to make; from 18 the person harmed decides.
TOLD = some(no(IS_ADULT), answer("wish", "police"))
USED_MARKS = ("exploitation", "victim", "listen", "tonight")


def red(question: str, value: str | tuple[str, ...], reason: str, *services: Service, **more: object) -> Floor:
    """The floor of a sign that calls 999."""
    values = (value,) if isinstance(value, str) else value
    return Floor(
        answer(question, *values),
        "red",
        "999",
        reason,
        IMMEDIATE,
        "S",
        services or ("police",),
        **more,  # type: ignore[arg-type]
    )


def signs(question: str, text: str, *options: tuple[str, str]) -> Question:
    """A list of signs."""
    return Question(
        question,
        text,
        (Option("none", "None of these"), *(Option(*option) for option in options)),
        "Tick what is true.",
        many=True,
        nothing="none",
    )


# What every row of a used child does.


def tell_lead(when: Condition = ALWAYS) -> tuple[Action, ...]:
    return tuple(
        Action("tell", "signs", "exploitation lead", text, "hour", "social worker", condition, USE, "S")
        for text, condition in (
            ("If they agree, tell the exploitation lead or adult safeguarding today.", every(when, IS_ADULT)),
            ("Tell the exploitation lead today: signs, names, places, numbers.", when),
        )
    )


def mechanism(when: Condition = ALWAYS) -> tuple[Action, ...]:
    return (
        Action(
            "arrange",
            "mechanism",
            "council",
            "Ask the council or police to refer to the National Referral Mechanism, only if they agree.",
            "day",
            "social worker",
            every(when, IS_ADULT),
            ("source modern-slavery",),
            "C2",
            "manager",
        ),
        Action(
            "arrange",
            "mechanism",
            "council",
            "Ask the council or police to refer to the National Referral Mechanism: under 18, no consent needed.",
            "day",
            "social worker",
            when,
            ("source modern-slavery",),
            "C2",
            "manager",
        ),
    )


def defence(when: Condition = ALWAYS) -> Action:
    return Action(
        "support",
        "defence",
        "solicitor",
        "Tell the solicitor they may be exploited: section 45 can be a defence.",
        "hour",
        "police",
        every(when, answer("stage", "here", "station", "after"), no(answer("age", "under-10"))),
        ("law msa-51", "national 6.6-5"),
        "C1",
    )


def debt(when: Condition = ALWAYS) -> Action:
    return Action(
        "support",
        "debt",
        "police",
        "Say that a packet lost or seized makes a debt, and who may come for it.",
        "hour",
        "police",
        every(when, at_least("contact", "tell today")),
        ("source modern-slavery",),
        "C2",
    )


def other_bed(when: Condition = ALWAYS) -> Action:
    return Action(
        "arrange",
        "bed tonight",
        "placing council",
        "Ask the duty team or housing service: is another bed safer tonight?",
        "hour",
        "social worker",
        when,
    )


def leave_used(when: Condition = ALWAYS) -> Action:
    return Action(
        "leave",
        "things",
        "things",
        "Note plates, faces, tickets, cash, a second phone. Leave them; no phone taken as punishment.",
        "keep",
        "write",
        when,
        ("law chr-22",),
        "P",
    )


def inside(when: Condition, otherwise: Condition | None = None) -> tuple[Action, ...]:
    """Everyone behind doors: into one room where it may come to more, else only locked."""
    return tuple(
        Action("move", "inside", "people", text, "now", "self", every(condition, no(OFFICER_HERE)), IMMEDIATE, "P")
        for text, condition in (
            ("Everyone into one room with a lock and a phone. Do not search.", every(when, INTRUDER)),
            ("Lock doors and windows. Everyone into one inner room with a phone.", when),
            ("Lock doors and windows, shut the curtains. Keep everyone in sight.", otherwise),
        )
        if condition
    )


def hidden(when: Condition = ALWAYS) -> Action:
    """Instead of lights on and someone outside to meet the police."""
    return Action(
        "arrange",
        "arrival",
        "police",
        "Stay hidden until you hear the police. Ask 999 how you will know them.",
        "now",
        "police",
        every(answer("stage", "coming"), when),
    )


CAMERA = Action(
    "record", "camera", "log", "Save the camera footage tonight. Note words, times, faces, plates.", "keep", "write"
)
