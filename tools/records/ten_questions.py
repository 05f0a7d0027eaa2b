"""The ten questions, as an aid for talking with the officer in the case.

They were the ten-point checklist for prosecutors (local 8a by topic). Since 1 February 2025 the Child Information Form
has replaced them on prosecution files: the officer fills it in and may not hand that to anyone else; carers, family and
agencies can contribute. The names of its eight sections are not confirmed, so each question here says what its answer
helps to show there, without naming a section. Source: editor's note `cps-information-form`.
"""

from tools.forms.checks import is_filled
from tools.forms.model import BY, CHILD, Advice, Answers, Field, Form, Section

#: (id, question, what carers can contribute, what the answer helps to show on the police's form)
QUESTIONS = (
    (
        "policy",
        "Was the agreed way of responding followed?",
        "The home's own policy or the protocol: what it asks, and what was done.",
        "whether alternatives to court came first",
    ),
    (
        "why-police",
        "Why were the police involved?",
        "Who called, why, and what was weighed before.",
        "how the child came to be reported",
    ),
    (
        "already",
        "What has already been done about it?",
        "Talks, sanctions, agreements, now and after earlier incidents.",
        "what has been tried, and how the child answered",
    ),
    (
        "repair",
        "Has there been an apology or putting right?",
        "What the child offered or did.",
        "how the child sees it",
    ),
    (
        "harmed",
        "What does the person harmed want?",
        "Their own words, and whether they support a prosecution.",
        "the views of the person harmed",
    ),
    (
        "social-worker",
        "What does the social worker think?",
        "Ask for it in writing.",
        "the child's history, needs and care status",
    ),
    (
        "plan",
        "What does the care plan say? Is a move coming?",
        "Only what matters for this decision.",
        "the child's home, plans and stability",
    ),
    (
        "recent",
        "How have things been lately?",
        "Good news too: school, work, time without incidents.",
        "the child's recent behaviour, good and bad",
    ),
    (
        "says",
        "What does the child say?",
        "Do not question a child who may be interviewed. Write down what they chose to tell you.",
        "the child's own account and view",
    ),
    (
        "weigh",
        "What makes it more serious, and what less?",
        "Bullying, fear, being used or forced, disability, health, age, bereavement.",
        "exploitation, a defence, special needs and health, and the public interest",
    ),
)

SECTIONS = (
    Section(
        "About this",
        "You write what you know. The officer decides what goes into the police's own form.",
        (
            CHILD,
            Field("officer", "line", "Officer in the case", "Role and collar number."),
            Field("day", "day", "Date"),
        ),
    ),
    Section(
        "The ten questions",
        "Leave out what you do not know.",
        tuple(
            Field(
                id, "lines", f"{number}. {ask}", f"{give} It helps to show {shows}.", citations=("topic ten_questions",)
            )
            for number, (id, ask, give, shows) in enumerate(QUESTIONS, 1)
        ),
    ),
    Section("Given to the officer", "So that you can show later what they had.", (Field("given", "when", "When"), BY)),
)


def advice(answers: Answers) -> list[Advice]:
    """Advice on the questions without an answer, on the police's own form, and on the child's words."""
    open_ = [str(number) for number, (id, *_) in enumerate(QUESTIONS, 1) if not is_filled(answers.get(id))]
    advised = [
        Advice(
            "know",
            f"{len(QUESTIONS) - len(open_)} of {len(QUESTIONS)} questions have an answer."
            + (f" Still open: {', '.join(open_)}." if open_ else ""),
        ),
        Advice(
            "know",
            "Since February 2025 prosecutors get a Child Information Form in place of these questions. The officer "
            "must fill it in and may not pass it on; you can add what you know. The names of its sections are not "
            "confirmed here.",
            ("note cps-information-form", "topic ten_questions"),
        ),
    ]
    if is_filled(answers.get("says")):
        advised.append(
            Advice(
                "do",
                "Say that these are the child's words, when they said them, and that you did not ask for them.",
                ("national 3.1-2",),
            )
        )
    if not is_filled(answers.get("weigh")):
        advised.append(
            Advice(
                "do",
                "Think of exploitation, fear, disability and health: they can decide whether a child is charged.",
                ("national 6.6-5", "note section-45-is-a-defence"),
            )
        )
    return advised


FORM = Form(
    "ten-questions",
    "Ten questions for the officer",
    1,
    "What carers can tell the officer who fills in the Child Information Form.",
    SECTIONS,
    advice=advice,
)
