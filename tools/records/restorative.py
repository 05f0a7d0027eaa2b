"""A restorative conversation: questions to both people, a feeling of safety from 1 to 10, and what was agreed.

Sources: the local form by topic (`restorative`) with its questions to the person harmed and the person causing harm,
the Signs of Safety scale, reflective prompts, actions and signatures; national 9.3, 9.4 and Annex 2. On the scale 10 is
safe and 1 is the most risk; it opens a conversation and never sets a level. Nobody has to take part; "not yet" is an
answer.
"""

from tools.forms.model import Advice, Answers, Field, Form, Problem, Section, rows_of

_SCALE_LABELS = {10: ": safe", 8: ": mostly safe", 5: ": some worries", 3: ": big worries", 1: ": the most risk"}
SCALE = tuple((str(n), f"{n}{_SCALE_LABELS.get(n, '')}") for n in range(10, 0, -1))
READY = (("yes", "Yes"), ("not-yet", "Not yet"), ("no", "No, thank you"))
_SOURCE = ("topic restorative",)

SECTIONS = (
    Section(
        "Are you ready to talk?",
        "Nobody has to. You can stop at any time.",
        (
            Field(
                "ready-harmed",
                "choice",
                "The person who was hurt or upset",
                missing="Choose an answer for the person who was hurt or upset.",
                options=READY,
                citations=("national 9.3",),
            ),
            Field(
                "ready-causing",
                "choice",
                "The person who did it",
                missing="Choose an answer for the person who did it.",
                options=READY,
                citations=("national 9.3",),
            ),
        ),
    ),
    Section(
        "How safe does it feel?",
        "10 is safe. 1 is the most risk. There is no right number.",
        (
            Field("safe", "scale", "My number", options=SCALE, citations=_SOURCE),
            Field("why", "lines", "Why that number?"),
        ),
    ),
    Section(
        "For the person who was hurt or upset",
        "You can write, draw, or say it and someone writes it.",
        (
            Field("harmed-what", "lines", "What happened?", citations=_SOURCE),
            Field("harmed-thought", "lines", "What did you think then? What do you think now?"),
            Field("harmed-hard", "lines", "What has been the hardest thing for you?"),
            Field("harmed-need", "lines", "What do you need to make it better?"),
        ),
    ),
    Section(
        "For the person who did it",
        "Say what you want to say. Leave out what you do not.",
        (
            Field("causing-what", "lines", "What happened?", citations=_SOURCE),
            Field("causing-thought", "lines", "What did you think then? What do you think now?"),
            Field("causing-felt", "lines", "How did you feel?"),
            Field("causing-do", "lines", "What can you do to make it better?"),
        ),
    ),
    Section(
        "Looking back and forward",
        "So that it goes better next time.",
        (
            Field("others", "lines", "How do you think it was for other people?", citations=_SOURCE),
            Field("needs", "lines", "Is there anything about you that we should think of?"),
            Field("prevent", "lines", "How can you, or we, stop it happening again?"),
            Field("support", "lines", "Would you like someone else to help you?"),
            Field("good-carer", "lines", "Carer: a time when this young person did something kind or good"),
            Field("good-child", "lines", "Young person: a time when you did something kind or good"),
        ),
    ),
    Section(
        "What we will do",
        "Small things that can be done. The best ideas are often your own.",
        (
            Field(
                "actions",
                "table",
                "Things to do",
                columns=(
                    Field("what", "line", "What"),
                    Field("who", "line", "Who"),
                    Field("by", "day", "By when"),
                    Field("done", "day", "Done on"),
                ),
            ),
            Field("again", "day", "We will talk again on"),
            Field("signed-young", "sign", "Young person", "Your initials. On paper you can sign."),
            Field("signed-worker", "sign", "Worker", "Your role. On paper you can sign."),
            Field("day", "day", "Date"),
        ),
    ),
)


def ready(answers: Answers) -> bool:
    """Whether both people are ready."""
    return answers.get("ready-harmed") == "yes" and answers.get("ready-causing") == "yes"


def problems(answers: Answers) -> list[Problem]:
    """Checks that each agreed action says what will be done, by whom and by when."""
    return [
        Problem("actions", f"Row {number}: say what will be done, who does it, and by when.")
        for number, row in enumerate(rows_of(answers, "actions"), 1)
        if not (row.get("what") and row.get("who") and row.get("by"))
    ]


def advice(answers: Answers) -> list[Advice]:
    """Advice on a low number, on not being ready, and that the number never sets a level."""
    advised = []
    if answers.get("safe") in ("1", "2", "3"):
        advised.append(
            Advice(
                "now",
                "You do not feel safe. Tell someone you trust now. If anyone is in danger, call 999.",
                ("topic restorative", "topic immediate"),
            )
        )
    if any(answers.get(id) in ("not-yet", "no") for id in ("ready-harmed", "ready-causing")):
        advised.append(
            Advice(
                "do",
                "That is fine. Nobody has to do this. Stop here, keep what you wrote if you like, and ask again "
                "another day.",
                ("national 9.3", "national 9.4"),
            )
        )
    elif ready(answers) and not answers.get("actions"):
        advised.append(Advice("do", "Agree on one or two things to do, with a day for each.", ("topic restorative",)))
    if answers.get("safe"):
        advised.append(
            Advice(
                "know", "The number is for talking. It never decides if the police are told.", ("topic restorative",)
            )
        )
    return advised


FORM = Form(
    "restorative",
    "Talking it through",
    1,
    "What happened, how safe it feels, and what we will do to put it right. For young people and the people who look "
    "after them.",
    SECTIONS,
    problems,
    advice,
)
