"""The form that dates are calculated from: the days on which something happened. One of them is enough."""

from datetime import datetime

from tools.dates.days import format_date, to_utc
from tools.dates.due import dues
from tools.forms.checks import check, is_day, is_when
from tools.forms.model import CHILD, Advice, Answers, Field, Form, Problem, Section

STATUSES = (
    ("order", "Under a care order, on remand or sentenced"),
    ("remand", "On remand, with no care order"),
    ("former", "Was in care by agreement (section 20), and stopped being in care because of detention"),
    ("leaver", "A care leaver in law (a “relevant child”, or older)"),
    ("not-sure", "Not sure"),
)
PLACED = (("planned", "Planned"), ("emergency", "In an emergency"))
#: The range of years that a day may be in.
EARLIEST, LATEST = 2000, 2100
#: (field, later field, error message): the day of the later field cannot be before the other.
_ORDER = (
    ("detained", "moved", "The move is before the day the child went into custody."),
    (
        "detained",
        "visited",
        "That visit is before the day the child went into custody. Leave it empty if there has been none since.",
    ),
    ("detained", "release", "The release is before the day the child went into custody."),
    ("moved", "release", "The release is before the move."),
    ("looked-after", "review", "That review is before the day the child came into care."),
)

SECTIONS = (
    Section(
        "In custody",
        "Leave out what did not happen.",
        (
            Field(
                "detained",
                "day",
                "When did the child go into custody?",
                "The first day, on remand or sentence. For a child under a care order, also the day on which someone "
                "other than the council became responsible for where they live for now.",
            ),
            Field(
                "status",
                "choice",
                "Which fits the child?",
                "It decides which rules hold. If two fit, choose the first.",
                options=STATUSES,
            ),
            Field("moved", "day", "When did they last move to another place of custody?"),
            Field("visited", "day", "When did the council last visit them there?"),
            Field("release", "day", "When will they be released?", "The earliest day that is likely."),
        ),
    ),
    Section(
        "Coming into care, and reviews",
        "Each review counts from the one before.",
        (
            Field("looked-after", "day", "When did the child come into care?", "The day they became looked after."),
            Field("review", "day", "When was their last review?"),
            Field(
                "which",
                "choice",
                "Which review was it?",
                options=(("first", "The first"), ("later", "The second, or a later one")),
            ),
        ),
    ),
    Section(
        "A new placement",
        "Notices and plans count from its first day.",
        (
            Field("placed", "day", "When does it start, or when did it?"),
            Field("how", "choice", "How was it made?", options=PLACED),
        ),
    ),
    Section(
        "Back from being missing",
        "The hours count from the time.",
        (
            Field(
                "back",
                "when",
                "When did the child come back, or when were they found?",
                "The day and the time. If you do not know the time, give the earliest.",
            ),
        ),
    ),
    Section(
        "A knife",
        "The referral counts from the day.",
        (
            Field(
                "knife",
                "day",
                "When did the police find the child with a knife?",
                "In public, or at a school or college.",
            ),
        ),
    ),
    Section("For your own papers", "This is printed and saved. It is not put in the calendar file.", (CHILD,)),
)
#: Fields that dates are calculated from.
STARTS = ("detained", "release", "looked-after", "review", "placed", "back", "knife")


def problems(answers: Answers) -> list[Problem]:
    """Checks that there is a day, that it has the answers it needs, and that days are in order and exist."""
    if not any(answers.get(id) for id in (*STARTS, "moved", "visited")):
        return [Problem("detained", "Give at least one day.")]
    days = {id: value for id, value in answers.items() if isinstance(value, str) and (is_day(value) or is_when(value))}
    results = [
        Problem(id, f"Give a year from {EARLIEST} to {LATEST}.")
        for id, value in days.items()
        if not EARLIEST <= int(value[:4]) <= LATEST
    ]
    needs = (
        ("detained", "status", "Say which fits the child."),
        ("review", "which", "Say which review it was."),
        ("placed", "how", "Say how the placement was made."),
        ("moved", "detained", "Say when the child went into custody."),
        ("visited", "detained", "Say when the child went into custody."),
    )
    results += [
        Problem(needed, text) for field, needed, text in needs if answers.get(field) and not answers.get(needed)
    ]
    results += [
        Problem(later, text)
        for first, later, text in _ORDER
        if first in days and later in days and days[later] < days[first]
    ]
    if "back" in days and not results and to_utc(datetime.fromisoformat(days["back"])) is None:
        results.append(Problem("back", "The clocks went forward, so that time did not exist. Check it."))
    return list(dict.fromkeys(results))


def advice(answers: Answers) -> list[Advice]:
    """The dates calculated so far, once the answers have no problem."""
    if check(FORM, answers):
        return []
    return [
        Advice("do", f"{due.title}: by {due.at + ' on ' if due.at else ''}{format_date(due.by)}.")
        for due in dues(answers)
        if due.by
    ]


FORM = Form(
    "dates",
    "Dates",
    1,
    "What is due by when: visits in custody, reviews, notices, release, a return interview, a knife referral.",
    SECTIONS,
    problems,
    advice,
)
