"""Two checks for a board: six points for councillors, and the actions that put a protocol into practice.

Each point has a status, the role that owns it, the next step and a day. Sources: the Local Government Association's
six-point plan on reducing offending by looked-after children; the local implementation checklist (local 11); national
10.1 to 10.3.
"""

from tools.forms.model import Advice, Answers, Field, Form, Problem, Section

type Points = tuple[tuple[str, str, str], ...]

STATUSES = (("done", "In place"), ("part", "Under way"), ("not", "Not begun"), ("not-known", "Not known"))

#: (id, title, question)
SIX = (
    (
        "scale",
        "Know the scale",
        "How many children in care are known to the youth justice service, for what, how many are in custody, and how "
        "we compare with similar areas.",
    ),
    (
        "court",
        "Nobody stands in court alone",
        "Every child in care at court has their social worker there, or someone from the service who knows their "
        "history and care plan.",
    ),
    (
        "contracts",
        "Homes and agencies respond restoratively",
        "Contracts ask for carers who are trained in restorative work, so that a small matter at home is settled at "
        "home.",
    ),
    (
        "protocol",
        "The protocol is up to date and in use",
        "It says what we expect after incidents in the home, and when the police may be needed.",
    ),
    (
        "council",
        "Children in care are asked",
        "The children in care council says what would keep children out of trouble, and hears what came of it.",
    ),
    (
        "police",
        "The police are at the table",
        "We talk regularly. Some areas start from not charging a child in care unless there is a clear need.",
    ),
)
ACTIONS = (
    ("sign", "All agencies sign", "Who has, who has not, and when it is reviewed."),
    ("carers", "Carers know it", "Training or briefing, agency staff included."),
    ("young", "Young people know it", "In a form they can use, and with a say in it."),
    ("officers", "Police officers know it", "Response, control room, neighbourhood and investigators."),
    ("prosecutors", "Prosecutors know it", "Those who decide on children's cases."),
    ("liaison", "Police and homes meet regularly", "Named posts, how often, and what is looked at."),
)


def point(id: str, title: str, question: str) -> Section:
    """One point as a section."""
    return Section(
        title,
        question,
        (
            Field(f"{id}-status", "choice", f"{title}: how it stands", options=STATUSES),
            Field(f"{id}-owner", "line", f"{title}: who owns it", "A role."),
            Field(f"{id}-next", "line", f"{title}: next step"),
            Field(f"{id}-by", "day", f"{title}: by when"),
        ),
    )


def sections(points: Points) -> tuple[Section, ...]:
    """The sections of a form with these points."""
    return (
        Section(
            "This check",
            "So that the next one can be held against it.",
            (Field("board", "line", "Board or committee"), Field("day", "day", "Date of this check")),
        ),
        *(point(*p) for p in points),
        Section(
            "For the minutes", "What is written down gets done.", (Field("minute", "lines", "What the board decided"),)
        ),
    )


def problems_of(points: Points, answers: Answers) -> list[Problem]:
    """Checks that each point that is not in place has an owner and a next step."""
    return [
        Problem(f"{id}-{field}", f"{title}: it is not in place yet, so say {question}.")
        for id, title, _ in points
        if answers.get(f"{id}-status") in ("part", "not")
        for field, question in (("owner", "who owns it"), ("next", "the next step"))
        if not answers.get(f"{id}-{field}")
    ]


def advice_of(points: Points, answers: Answers, citations: tuple[str, ...]) -> list[Advice]:
    """Advice on how many points are in place, and on those whose status is not known."""
    status = {title: answers.get(f"{id}-status") for id, title, _ in points}
    unknown = [title for title, value in status.items() if value in (None, "not-known")]
    advised = [
        Advice("know", f"In place: {sum(value == 'done' for value in status.values())} of {len(points)}.", citations)
    ]
    if unknown:
        advised.append(Advice("do", f"Not known: {'; '.join(unknown)}. Ask who can tell you, and by when."))
    return advised


SIX_POINTS = Form(
    "six-points",
    "Six-point check for councillors",
    1,
    "Six things that councillors can ask about children in care and the police.",
    sections(SIX),
    lambda answers: problems_of(SIX, answers),
    lambda answers: advice_of(SIX, answers, ("national 10.1", "national 2.1")),
)
IMPLEMENTATION = Form(
    "implementation",
    "Implementation checklist",
    1,
    "The actions that put a protocol into practice: how each stands, whose it is, what comes next.",
    sections(ACTIONS),
    lambda answers: problems_of(ACTIONS, answers),
    lambda answers: advice_of(ACTIONS, answers, ("national 10.1", "national 10.3")),
)
