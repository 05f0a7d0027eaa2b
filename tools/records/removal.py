"""A removal and storage record: drugs and what may be drugs, gas canisters, weapons, alcohol, solvents.

It has the eight lines of local 5a and its photo, by topic; local 6 treats weapons the same way. Two people store the
thing: one puts it away, another countersigns. Only alcohol and solvents are disposed of before the police have been
asked and have agreed: canisters may hold nitrous oxide, a controlled drug since November 2023. What may be a firearm is
left where it is.
"""

from tools.forms.checks import check_order, is_filled, is_same_person
from tools.forms.model import CHILD, YES_NO, Advice, Answers, Field, Form, Problem, Section, text_of

KINDS = (
    ("alcohol", "Alcohol or solvents"),
    ("drug", "A drug, or what may be one"),
    ("unknown", "Something I cannot name"),
    ("canister", "Gas canisters"),
    ("weapon", "A knife or other weapon, or a copy of one"),
    ("firearm", "What may be a gun, an explosive or acid"),
)
ENDS = (
    ("kept", "Still locked away"),
    ("collected", "The police took it"),
    ("left", "Left where it was, for the police"),
    ("gone", "Got rid of: alcohol or solvents before a witness; anything else only after the police agreed"),
)

SECTIONS = (
    Section(
        "What it is",
        "What it is decides what may be done with it.",
        (
            CHILD,
            Field(
                "kind",
                "choice",
                "What was found?",
                "If you cannot tell, choose the more serious.",
                missing="Say what was found.",
                options=KINDS,
                citations=("topic removal_record", "topic weapons"),
            ),
            Field(
                "description",
                "lines",
                "Describe the material",
                "How much, what it looks like, how it was packed. Do not taste or smell it.",
                missing="Describe it: how much, and what it looks like.",
            ),
            Field(
                "circumstances",
                "lines",
                "How it came to be removed",
                "Where, how it was found, who was there. Ask; do not search a child.",
                missing="Say how it was found.",
            ),
        ),
    ),
    Section(
        "Taking it away",
        "The first lines of the record. For a gun, an explosive or acid leave these empty: nobody touches it.",
        (
            Field("removed", "when", "When was it removed?"),
            Field("remover", "line", "Who removed it?", "Initials or role."),
            Field(
                "photo",
                "choice",
                "Was a photo taken?",
                "A photo of all items protects staff. Never of a child, and never of an image.",
                options=(("yes", "Yes, kept with this record"), ("no", "No")),
                citations=("topic removal_record",),
            ),
        ),
    ),
    Section(
        "Locking it away",
        "Two different people.",
        (
            Field("stored", "when", "When was it locked away?"),
            Field("storer", "sign", "Put away by"),
            Field(
                "countersigner",
                "sign",
                "Countersigned by",
                "Another member of staff. If you are alone, as soon as there is one.",
            ),
        ),
    ),
    Section(
        "Asking the police",
        "Ask before anything else is done with it.",
        (
            Field("asked", "when", "When were the police asked?"),
            Field("reference", "line", "Their reference"),
            Field("agreed", "choice", "Did they agree in so many words that it may be got rid of?", options=YES_NO),
            Field("said", "lines", "What they said"),
        ),
    ),
    Section(
        "What became of it",
        "The officer's receipt, or the witness.",
        (
            Field("end", "choice", "What became of it?", missing="Say what became of it.", options=ENDS),
            Field("ended", "when", "When?"),
            Field("officer", "sign", "Officer who took it", "Name or collar number, and signature on paper."),
            Field("witness", "sign", "Witness", "Someone other than the person who got rid of it."),
        ),
    ),
)


def may_be_disposed(answers: Answers) -> bool:
    """Whether it may be disposed of: alcohol and solvents always, other things once the police have agreed.

    A firearm, explosive or acid never.
    """
    if answers.get("kind") == "alcohol":
        return True
    return (
        answers.get("kind") in ("drug", "unknown", "canister", "weapon")
        and answers.get("agreed") == "yes"
        and is_filled(answers.get("asked"))
    )


def withheld(answers: Answers) -> tuple[tuple[str, str], ...]:
    """The ends that must not be offered: disposal unless it may be disposed of, storage of a firearm."""
    options = [] if may_be_disposed(answers) else [("end", "gone")]
    if answers.get("kind") == "firearm":
        options.append(("end", "kept"))
    return tuple(options)


def problems(answers: Answers) -> list[Problem]:
    """Checks for two people, times in order, police agreement before disposal, and a receipt or a witness."""
    results = check_order(
        answers,
        ("removed", "it was removed"),
        ("stored", "it was locked away"),
        ("ended", "it was taken or got rid of"),
    )
    results += [
        p
        for p in check_order(answers, ("asked", "the police were asked"), ("ended", "it was got rid of"))
        if answers.get("end") == "gone"
    ]
    kind, end = answers.get("kind"), answers.get("end")
    if kind == "firearm":
        touched = [id for id in ("removed", "stored") if is_filled(answers.get(id))]
        results += [
            Problem(
                id,
                "What may be a gun, an explosive or acid is left where it is. Clear the room and call 999. If it has "
                "been moved, say so in how it came to be removed, and leave this empty.",
            )
            for id in touched
        ]
    elif kind and end != "left":
        needed = (
            ("removed", "when it was removed"),
            ("remover", "who removed it"),
            *(
                (("stored", "when it was locked away"), ("storer", "who put it away"))
                if end != "gone" or kind != "alcohol"
                else ()
            ),
        )
        results += [Problem(id, f"Say {what}.") for id, what in needed if not is_filled(answers.get(id))]
    if (
        is_filled(answers.get("storer"))
        and not is_filled(answers.get("countersigner"))
        and end in ("collected", "gone")
    ):
        results.append(Problem("countersigner", "A second person countersigns."))
    if is_same_person(text_of(answers, "storer"), text_of(answers, "countersigner")):
        results.append(Problem("countersigner", "The countersignature must be someone else's."))
    if end == "collected":
        results += [
            Problem(id, f"Say {what}.")
            for id, what in (("ended", "when they took it"), ("officer", "which officer took it"))
            if not is_filled(answers.get(id))
        ]
    if end == "gone":
        results += (
            [Problem("witness", "Someone must witness it, and be named here by role or initials.")]
            if not is_filled(answers.get("witness"))
            else []
        )
        results += (
            [Problem("witness", "The witness must not be the person who removed it.")]
            if is_same_person(text_of(answers, "witness"), text_of(answers, "remover"))
            else []
        )
        results += [Problem("ended", "Say when.")] if not is_filled(answers.get("ended")) else []
    return results


def advice(answers: Answers) -> list[Advice]:
    """Advice for the kind of thing that was found."""
    kind = answers.get("kind")
    advised = []
    if kind == "firearm":
        advised.append(
            Advice(
                "now",
                "Leave it. Do not touch it. Clear the room, keep everyone out, and call 999.",
                ("topic weapons", "topic immediate"),
            )
        )
    if kind == "weapon":
        advised.append(
            Advice(
                "now",
                "Never step in, search or grapple for a weapon. If it is in someone's hand, move away and call 999.",
                ("national 6.2-2", "topic weapons"),
            )
        )
        advised.append(
            Advice(
                "do",
                "Tell the police now. They decide what happens to it before anyone gets rid of it.",
                ("topic weapons",),
            )
        )
    if kind in ("drug", "unknown", "canister"):
        advised.append(
            Advice(
                "do",
                "Ask the police today to collect it, and keep it locked away until then. Do not carry it to them.",
                ("topic drugs", "topic removal_record"),
            )
        )
    if kind == "canister":
        advised.append(
            Advice(
                "know",
                "Gas canisters may hold nitrous oxide, a controlled drug since November 2023. The police are asked "
                "before anything is done with them.",
                ("note gas-canisters-controlled",),
            )
        )
    if kind == "alcohol":
        advised.append(
            Advice(
                "know",
                "You may get rid of alcohol or solvents before a witness, and record it.",
                ("topic removal_record",),
            )
        )
    if kind in ("drug", "unknown"):
        advised.append(
            Advice(
                "do",
                "Watch for signs of an overdose, and call 999 if you see any. Always talk with the drug and alcohol "
                "service and the social worker.",
                ("topic drugs",),
            )
        )
    if kind and kind != "firearm" and is_filled(answers.get("storer")) and not is_filled(answers.get("countersigner")):
        advised.append(
            Advice("do", "Have a second person countersign, as soon as there is one.", ("topic removal_record",))
        )
    return advised


FORM = Form(
    "removal",
    "Removal and storage record",
    1,
    "What was taken away, who locked it up and who countersigned, when the police were asked, and what became of it.",
    SECTIONS,
    problems,
    advice,
    withheld,
)
