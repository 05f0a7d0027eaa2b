"""A record for a child who is missing or away: attempts to find them, places, who was informed, the return interview.

It never treats going missing as an offence. Sources: national Annex 1 (looked-after children who go missing); notes
`missing-definitions`, `missing-not-a-crime`, `return-interview`. Missing: not where expected, and nobody knows where.
Away: the place is known, and it is not where they should be. From a place known to be safe carers fetch the child, as
parents would; for one that is not safe they ask the police to help.
"""

from tools.forms.checks import check_order, is_filled
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
    rows_of,
)

PLACES = (
    ("safe", "Yes, and it is safe"),
    ("unsafe", "Yes, and it is not safe, or I do not know if it is"),
    ("unknown", "No"),
)
_MISSING = ("national a1-missing-1",)

SECTIONS = (
    Section(
        "First",
        "If they may be in danger, do not finish this form first.",
        (DANGER, Field("why-danger", "lines", "What worries you?")),
    ),
    Section(
        "When and where",
        "This decides what you do next.",
        (
            CHILD,
            Field("seen", "when", "Last seen", missing="Say when the child was last seen."),
            Field("seen-where", "line", "Where, and what were they wearing?"),
            Field("expected", "when", "Expected back"),
            Field(
                "place",
                "choice",
                "Do you know where they are?",
                missing="Say whether you know where they are.",
                options=PLACES,
                citations=("note missing-definitions",),
            ),
            Field("place-where", "line", "Where?"),
        ),
    ),
    Section(
        "Tries",
        "Each call, message and place. Write it down as you go.",
        (
            Field(
                "tries",
                "table",
                "What was tried",
                columns=(
                    Field("when", "when", "When"),
                    Field("what", "line", "What was tried"),
                    Field("answer", "line", "Answer"),
                ),
            ),
        ),
    ),
    Section(
        "Whose steps",
        "A child from another area brings that area's plan with them.",
        (
            Field(
                "steps",
                "choice",
                "Whose missing-from-care steps are followed?",
                options=(
                    ("ours", "Those of this area"),
                    ("theirs", "Those of the authority that is responsible"),
                    ("ask", "Not known: asked the on-call manager"),
                ),
            ),
            Field(
                "told", "table", "Who was told", columns=(Field("who", "line", "Who"), Field("when", "when", "When"))
            ),
        ),
    ),
    Section(
        "Reported missing",
        "Only if you cannot find them, or they may be in danger.",
        (
            Field("reported", "when", "Reported to the police"),
            Field("reference", "line", "Reference"),
            Field(
                "form", "choice", "Was their missing-person information ready?", options=(("yes", "Yes"), ("no", "No"))
            ),
        ),
    ),
    Section(
        "Found",
        "The home collects the child as soon as it can, as a parent would.",
        (
            Field("found", "when", "Found"),
            Field("collected", "line", "Who collected them, and how"),
            Field("state", "lines", "How they were", "Hurt, hungry, frightened? What did they choose to say?"),
            Field(
                "interview",
                "choice",
                "Was the return interview asked for?",
                options=(("yes", "Yes"), ("no", "Not yet")),
                citations=("note return-interview",),
            ),
            Field("learnt", "lines", "What helps next time"),
            BY,
        ),
    ),
)


def problems(answers: Answers) -> list[Problem]:
    """Checks that times are in order, and that each attempt to find the child says what was tried."""
    results = check_order(answers, ("seen", "they were last seen"), ("reported", "they were reported"))
    results += check_order(answers, ("seen", "they were last seen"), ("found", "they were found"))
    results += [
        Problem("tries", f"Row {number}: say what was tried.")
        for number, row in enumerate(rows_of(answers, "tries"), 1)
        if not row.get("what")
    ]
    return results


def advice(answers: Answers) -> list[Advice]:
    """Advice on danger first, then on the place where the child is, then on what comes after."""
    advised = in_danger(answers)
    place = answers.get("place")
    if is_filled(answers.get("found")):
        if answers.get("interview") != "yes":
            advised.append(
                Advice(
                    "do",
                    "Ask for the return interview: someone independent, within 72 hours of coming back. The hours run "
                    "through nights and weekends.",
                    ("note return-interview",),
                )
            )
        advised.append(
            Advice(
                "do", "Tell everyone who was looking that the child is back. Say that you are glad they are.", _MISSING
            )
        )
    elif place == "safe":
        advised.append(
            Advice(
                "do",
                "Fetch them, or send someone they know. This is what a parent does; the police are not needed for it.",
                _MISSING,
            )
        )
    elif place == "unsafe":
        advised.append(
            Advice(
                "now",
                "Do not go in alone. Ask the police to help you collect them: 101, or 999 if they are in danger.",
                _MISSING,
            )
        )
    elif place == "unknown":
        if not answers.get("tries"):
            advised.append(
                Advice(
                    "do",
                    "Try to find them: phone, message, friends, places they go. Write down each try. Do not let this "
                    "take long if you are worried.",
                    _MISSING,
                )
            )
        advised.append(
            Advice(
                "do",
                "If you cannot find them, report them missing on 101, or on 999 if they may be in danger. Have their "
                "missing form ready.",
                ("national a1-missing-1", "note missing-definitions"),
            )
        )
    if place:
        advised.append(Advice("do", "Tell the on-call manager and the social worker.", _MISSING))
    advised.append(
        Advice("know", "Going missing is not a crime, and this record is not about one.", ("note missing-not-a-crime",))
    )
    return advised


FORM = Form(
    "missing",
    "Missing or away",
    1,
    "What was tried, where they may be, who was told, who fetched them, and the talk afterwards.",
    SECTIONS,
    problems,
    advice,
)
