"""A quick risk assessment during an incident: the 24 prompts of national Annex 3, grouped so that it takes a minute.

There is no score. It ends with the annex's rule: decisions fit the care plan, unless clear reasons based on the risk of
harm say otherwise; and the assessment is recorded, reported and reviewed.
"""

from tools.forms.model import (
    BY,
    CHILD,
    DANGER,
    YES_NO_UNSURE,
    Advice,
    Answers,
    Field,
    Form,
    Problem,
    Section,
    in_danger,
    text_of,
    values_of,
)

#: (title, prompts); a prompt is the number of an item of Annex 3 and a short form of its question.
GROUPS = (
    (
        "Who could be harmed?",
        (
            (1, "Who is at risk, and of what"),
            (8, "How likely and how serious harm is"),
            (9, "Whether anyone has been hurt"),
            (14, "What it does to the others in the group"),
        ),
    ),
    (
        "This child, today",
        (
            (2, "Known risks in the child's history"),
            (3, "How they have been getting on with others"),
            (4, "How unusual this is for them"),
            (5, "Whether it has happened before"),
            (7, "What it is like for them: a new upset, or a point that the plan knows"),
            (10, "What they feel and wish"),
        ),
    ),
    (
        "What lies behind it?",
        (
            (6, "Bullying, pressure, or someone using or forcing them"),
            (13, "Whether it will be short, and what helps them afterwards"),
        ),
    ),
    (
        "Should anyone step in?",
        (
            (11, "Whether it is about safety, or about my feeling powerless"),
            (12, "Whether stepping in does more harm"),
            (15, "What happens if nobody does"),
            (16, "Another way with less risk"),
            (20, "Whether it is best for them and for others"),
            (22, "Whether it has to be now"),
        ),
    ),
    (
        "If so, how?",
        (
            (17, "Enough staff, with the right skills"),
            (18, "The gentlest and most respectful way"),
            (19, "Whether all else has been tried"),
            (21, "Whether it restricts the child as little as can be"),
            (23, "The plan if stepping in is not right or comes too late"),
        ),
    ),
)


def group(number: int, title: str, prompts: tuple[tuple[int, str], ...]) -> Section:
    """One group as a section with a checkbox for each prompt."""
    return Section(
        title,
        "Tick what you have thought about. Leave the rest.",
        (
            Field(
                f"group-{number}",
                "many",
                title,
                options=tuple((f"a3-{n}", text) for n, text in prompts),
                citations=tuple(f"national a3-{n}" for n, _ in prompts),
            ),
        ),
    )


SECTIONS = (
    Section("First", "Danger comes before any form.", (DANGER,)),
    *(group(number, title, prompts) for number, (title, prompts) in enumerate(GROUPS, 1)),
    Section(
        "The last question",
        "The question this site is named after.",
        (
            Field(
                "own-child",
                "choice",
                "If this were my own child, would I have called the police?",
                options=YES_NO_UNSURE,
                citations=("national a3-24",),
            ),
        ),
    ),
    Section(
        "What was decided",
        "It is recorded, reported and kept under review.",
        (
            CHILD,
            Field("happened", "when", "When was this?"),
            Field("seen", "lines", "What you saw", "Facts, in a few words."),
            Field("decided", "lines", "What did you decide?", missing="Say what you decided, in a few words."),
            Field(
                "plan",
                "choice",
                "Does that fit the child's care plan?",
                missing="Say whether it fits the care plan.",
                options=(
                    ("fits", "Yes"),
                    ("differs", "No, it departs from the plan"),
                    ("unseen", "I could not see the plan"),
                ),
                citations=("national a3-rule",),
            ),
            Field(
                "reasons",
                "lines",
                "If it departs from the plan: why?",
                "Clear reasons, based on the risk of harm.",
                citations=("national a3-rule",),
            ),
            Field("told", "line", "Who was told", "Roles."),
            Field("again", "when", "When you will look at it again"),
            BY,
        ),
    ),
)


def problems(answers: Answers) -> list[Problem]:
    """Checks that a departure from the care plan has its reasons."""
    if answers.get("plan") == "differs" and not text_of(answers, "reasons").strip():
        return [Problem("reasons", "It departs from the care plan: write the reasons, based on the risk of harm.")]
    return []


def advice(answers: Answers) -> list[Advice]:
    """Advice on danger first, then on weapons, then the annex's rule."""
    advised = in_danger(answers)
    advised.append(
        Advice(
            "now",
            "Never step in against a weapon, or where too few of you can do it safely. Move people away and call 999.",
            ("national 6.2-2", "note do-not-step-in-when-unsafe"),
        )
    )
    if answers.get("plan") == "unseen":
        advised.append(
            Advice(
                "do", "Read the care plan as soon as you can, and look at this again with it.", ("national a3-rule",)
            )
        )
    if "a3-6" in values_of(answers, "group-3"):
        advised.append(
            Advice(
                "do",
                "If someone may be using or forcing the child, tell the police and the social worker now. The child "
                "may be the one who is harmed.",
                ("national 6.4-8",),
            )
        )
    advised.append(
        Advice(
            "know",
            "Record it, report it, and look at it again. There is no score: it is your judgement, and you may report "
            "to the police at any time.",
            ("national a3-rule",),
        )
    )
    return advised


FORM = Form(
    "risk",
    "Quick risk assessment",
    1,
    "Twenty-four things to think of while it happens, in groups, and what you decided. It takes a minute.",
    SECTIONS,
    problems,
    advice,
)
