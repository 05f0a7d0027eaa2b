"""Calling the police: what to say, what the police will ask, and a record of the call.

The caller says clearly whether they want advice, a record, or an investigation. Sources: local 2 and 3b by topic;
national Annex 1 (responding to incidents) and 6.6; practice notes on the question that call takers ask first, which is
whether the child is in care and which authority is responsible.
"""

from tools.forms.checks import check_order
from tools.forms.model import (
    BY,
    CHILD,
    DANGER,
    Advice,
    Answers,
    Field,
    Form,
    Problem,
    Section,
    in_danger,
    text_of,
)

WANTS = (("advice", "Advice"), ("record", "A record"), ("investigation", "An investigation"))
NUMBERS = (("999", "999"), ("101", "101"), ("agreed", "Our agreed contact"))

SECTIONS = (
    Section(
        "Before you call",
        "The police can help best when they know what you want of them.",
        (
            DANGER,
            Field(
                "want",
                "choice",
                "What do you want?",
                missing="Say what you want: advice, a record, or an investigation.",
                options=WANTS,
                citations=("topic non_immediate",),
            ),
            Field(
                "authority",
                "line",
                "Which council is responsible for the child?",
                "They will ask if the child is in care, and whose care.",
            ),
        ),
    ),
    Section(
        "What they will ask",
        "Have this ready. Facts only: what you saw and heard.",
        (
            Field("where", "line", "Where are you?", "The address, and how to get in."),
            Field("what", "lines", "What happened?", missing="Say what happened, in a few plain words."),
            Field("happened", "when", "When?"),
            Field("who", "lines", "Who is there?", "Roles and ages. Who was hurt, who saw it."),
            Field("hurt", "line", "Is anyone hurt?"),
            Field("things", "line", "Any weapon, drug or other thing?", "And where it is now."),
            Field("needs", "line", "What does the child need?", "Language, communication, health, who they trust."),
            Field("done", "lines", "What have you done already?"),
        ),
    ),
    Section(
        "The call",
        "A record for your own file.",
        (
            CHILD,
            Field("called", "when", "When did you call?"),
            Field("number", "choice", "Which number?", options=NUMBERS),
            Field("reference", "line", "Reference number"),
            Field("taker", "line", "Call taker or officer", "Their role and collar number."),
            Field("said", "lines", "What they said, and what they will do"),
            Field(
                "recorded",
                "choice",
                "Was it recorded as a crime?",
                "They must say so if you ask.",
                options=(("yes", "Yes"), ("no", "No"), ("not-known", "They could not say yet")),
                citations=("topic outcomes",),
            ),
        ),
    ),
    Section(
        "If officers came",
        "Meet them at the door and tell them what the child needs.",
        (
            Field("came", "when", "When did they come?"),
            Field("officers", "line", "Officers", "Collar numbers."),
            Field("decided", "lines", "What was decided, and who took part"),
        ),
    ),
    Section(
        "What has changed since",
        "If anything changes, tell the police at once.",
        (
            Field(
                "changes",
                "table",
                "Changes",
                columns=(
                    Field("when", "when", "When"),
                    Field("what", "line", "What changed"),
                    Field("told", "line", "Who was told"),
                ),
            ),
            BY,
        ),
    ),
)


def problems(answers: Answers) -> list[Problem]:
    """Checks that times are in order, and that a call about immediate danger was to 999."""
    results = check_order(answers, ("happened", "it happened"), ("called", "you called"), ("came", "officers came"))
    if answers.get("danger") in ("yes", "not-sure") and answers.get("number") in ("101", "agreed"):
        results.append(Problem("number", "Immediate danger means 999, never another number."))
    return results


def script(answers: Answers) -> str:
    """The opening sentences of the call."""
    want = dict(WANTS).get(text_of(answers, "want"), "advice, a record, or an investigation").lower()
    whose = f" {answers['authority']} is responsible for them." if answers.get("authority") else ""
    return f'Say: "I look after a child in care.{whose} I want {want}. Nobody is in danger now."'


def advice(answers: Answers) -> list[Advice]:
    """Advice to call 999 in danger, else the opening of the call; then what being recorded means."""
    advised = in_danger(answers) or [Advice("do", script(answers), ("topic non_immediate",))]
    if answers.get("want") == "advice":
        advised.append(
            Advice("know", "Ask them what they will write down. Even advice may be recorded.", ("national 6.5",))
        )
    if answers.get("want") == "investigation":
        advised.append(
            Advice(
                "know",
                "If it is a crime they record it, and it may be found later. Recorded does not mean prosecuted.",
                ("topic outcomes", "national 6.5"),
            )
        )
    advised.append(
        Advice(
            "know",
            "Ask for the reference before the call ends. If anything changes, call again and give it.",
            ("topic change",),
        )
    )
    return advised


FORM = Form(
    "police-contact",
    "Phone script and police contact record",
    1,
    "What to say when you call the police, what they will ask, and what was agreed.",
    SECTIONS,
    problems,
    advice,
)
