"""An incident record: facts, what led up to it, the child's account, who was harmed, who was informed, what worked.

Sources: local 4a by topic (accurate, on the child's file, reported to the team around the child); national Annex 1, the
last paragraph of Prevention (factual, and no label), 3.1, 6.4. A person's part in it (suspected, harmed or witness) is
recorded for each person, because records that mix the parts make suspects of children who were hurt.
"""

from tools.forms.checks import is_same_person
from tools.forms.model import BY, CHILD, Advice, Answers, Field, Form, Problem, Section, rows_of, text_of

PARTS = (("suspected", "Said to have caused harm"), ("harmed", "Harmed"), ("witness", "Saw or heard it"))

SECTIONS = (
    Section(
        "What and when",
        "Facts first: what anyone there could have seen or heard.",
        (
            CHILD,
            Field("happened", "when", "When did it happen?", missing="Say when it happened."),
            Field("where", "line", "Where?"),
            Field(
                "lead-up",
                "lines",
                "What led up to it?",
                "The hours before: visits, calls, school, other people.",
                citations=("national a1-prevention-4",),
            ),
            Field(
                "what",
                "lines",
                "What happened?",
                "In order. What you saw and heard, not what you think of it.",
                missing="Say what happened, in order.",
                citations=("topic recording",),
            ),
            Field("ended", "lines", "How did it end?"),
        ),
    ),
    Section(
        "The child's own account",
        "In their words. It may come later, and they may say no.",
        (
            Field(
                "asked",
                "choice",
                "Has the child been asked?",
                options=(
                    ("yes", "Yes"),
                    ("later", "Not yet"),
                    ("not-now", "They do not want to talk now"),
                    ("left", "No: left to the police interview or to someone trained"),
                ),
                citations=("national 3.1-2",),
            ),
            Field("account", "lines", "What the child said", "Put their words in quotation marks."),
        ),
    ),
    Section(
        "Who was there",
        "A role or initials for each, and their part. Keep the parts apart.",
        (
            Field(
                "people",
                "table",
                "People",
                columns=(
                    Field("who", "line", "Who"),
                    Field("part", "choice", "Part", options=PARTS),
                    Field("note", "line", "Note"),
                ),
            ),
        ),
    ),
    Section(
        "Anyone harmed",
        "Staff are people harmed too.",
        (
            Field("harm", "lines", "What happened to them", "Injury, fear, loss; first aid or treatment."),
            Field("want", "lines", "What they want", "In their words. It may change.", citations=("national 6.4-4",)),
            Field("care", "lines", "What was done for them"),
        ),
    ),
    Section(
        "What was done",
        "What was tried, and what worked, helps next time.",
        (
            Field("tried", "lines", "What was tried"),
            Field("worked", "lines", "What worked"),
            Field("repair", "lines", "How it was, or will be, put right"),
            Field(
                "police",
                "choice",
                "Were the police called?",
                options=(("no", "No"), ("yes", "Yes: keep the police contact record with this")),
            ),
        ),
    ),
    Section(
        "Who was told",
        "The social worker and the team around the child; others as your service asks.",
        (
            Field(
                "told",
                "table",
                "Told",
                columns=(
                    Field("who", "line", "Who"),
                    Field("when", "when", "When"),
                    Field("answer", "line", "What they said"),
                ),
            ),
            Field("again", "day", "Look at it again on"),
            BY,
        ),
    ),
)


def problems(answers: Answers) -> list[Problem]:
    """Checks that nobody was informed before it happened, and that everyone listed has a part."""
    results = []
    for row in rows_of(answers, "told"):
        if (row.get("when") or "9") < text_of(answers, "happened"):
            results.append(
                Problem("told", f"{row.get('who') or 'Someone'} was told before it happened. Look at both times again.")
            )
    if any(not row.get("part") for row in rows_of(answers, "people")):
        results.append(Problem("people", "Give each person a part: said to have caused harm, harmed, or saw it."))
    return results


def advice(answers: Answers) -> list[Advice]:
    """Advice on what a later reader of the record will need."""
    advised = []
    people = rows_of(answers, "people")
    both = [
        a.get("who")
        for a in people
        for b in people
        if a.get("part") == "suspected"
        and b.get("part") == "harmed"
        and is_same_person(a.get("who", ""), b.get("who", ""))
    ]
    if both:
        advised.append(
            Advice(
                "know",
                f"{both[0]} is written down as harmed and as said to have caused harm. That can be right. Say which is "
                "which in what happened.",
                ("national 2.2-6",),
            )
        )
    if not answers.get("account") and answers.get("asked") not in ("not-now", "left"):
        advised.append(
            Advice(
                "do",
                "Ask the child for their own account, when they are calm. With the police involved, leave it to the "
                "interview.",
                ("national 3.1-2",),
            )
        )
    if any(row.get("part") == "harmed" for row in people) and not answers.get("want"):
        advised.append(Advice("do", "Ask the person harmed what they want, and write it down.", ("national 6.4-4",)))
    if not answers.get("told"):
        advised.append(
            Advice(
                "do",
                "Tell the social worker, and the youth justice worker if there is one. Write down when.",
                ("topic recording",),
            )
        )
    advised.append(Advice("know", "Put it on the child's file, and point to it in the log book.", ("topic recording",)))
    return advised


FORM = Form(
    "incident-record",
    "Incident record",
    1,
    "What happened, told fairly: facts, the child's own words, who was harmed, who was told, what worked.",
    SECTIONS,
    problems,
    advice,
)
