"""Is anyone in immediate danger? The question that comes before all others.

Yes and not sure are red: 999. No gives no level and only points to the written steps, because this tool asks nothing
else, and "no danger" alone never means that the police are not needed.

Sources: national Annex 1 ("Where there is an immediate risk to personal safety"), 6.2 with its editor's note;
the local protocol on immediate incidents and on weapons.

>>> decide({"danger": "not-sure"}).level
'red'
>>> decide({"danger": "no"}).level is None
True
"""

from tools.model import Answers, Duty, Finding, Option, Question, Result, result_of

NAME = "danger"
TITLE = "Is anyone in immediate danger?"

QUESTIONS = (
    Question(
        id="danger",
        text="Is anyone in immediate danger?",
        hint="Someone could be badly hurt now: a fight, a weapon, a fire, an overdose, a suicide attempt, a vehicle "
        "being driven, a missing child in danger. Or things are out of control and you cannot make them safe.",
        answers=(
            Option("yes", "Yes", 2),
            Option("not-sure", "Not sure", 1, "Treated as yes"),
            Option("no", "No, not now", 0),
        ),
    ),
)

_SOURCES = ("national a1-risk-1", "topic immediate")

RED = Finding(
    rule="danger",
    level="red",
    contact="999",
    reason="Someone may be seriously hurt now, or you cannot be sure that they will not be.",
    duties=(
        Duty(
            "call",
            "Call 999. Ask for the police, an ambulance or the fire service. Say where you are, who is in danger and "
            "that a child in care is involved.",
            _SOURCES,
        ),
        Duty(
            "keep apart",
            "Move people away from the danger if you can do so safely. Keep yourself at a safe distance.",
            ("national 6.2-1", "topic weapons"),
        ),
        Duty(
            "keep apart",
            "If there is a weapon, or a fight that you cannot stop safely, do not step in. Leave the room and wait "
            "for help.",
            ("national 6.2-2", "topic weapons"),
        ),
        Duty(
            "support",
            "Stay with a child who is ill, hurt or may harm themselves, if that is safe for you, and do what the 999 "
            "call handler says.",
        ),
        Duty("tell", "If anything changes before help comes, call again and say so.", ("topic change",)),
        Duty(
            "support",
            "When it is safe, look after everyone who was hurt or frightened, staff included.",
            ("national a1-carers-1",),
        ),
    ),
    citations=_SOURCES,
)

NO_LEVEL = Finding(
    rule="no danger",
    level=None,
    contact=None,
    reason="No danger now does not settle what to do next. This question gives no level and no all-clear.",
    duties=(
        Duty("read", "Follow the written decision steps.", ("page decision-steps",)),
        Duty(
            "read",
            "Check the special situations: weapons, drugs, sexual behaviour, missing, exploitation and more.",
            ("page special-situations",),
        ),
        Duty("call", "If that changes, call 999 at once.", ("topic change", "topic immediate")),
    ),
    citations=("topic change",),
)


def citations() -> list[str]:
    """Every citation that a result of this tool can have."""
    return [
        c
        for finding in (RED, NO_LEVEL)
        for c in (*finding.citations, *(c for d in finding.duties for c in d.citations))
    ]


def decide(answers: Answers) -> Result:
    """The result for an answer to `danger`: 'yes', 'not-sure' or 'no'. ValueError for any other answer, or none."""
    answer = answers.get("danger")
    known = [a.value for a in QUESTIONS[0].answers]
    if answer not in known:
        raise ValueError(f"danger: '{answer}' is not an answer; use one of {', '.join(known)}")
    return result_of([NO_LEVEL if answer == "no" else RED])
