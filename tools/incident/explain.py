"""What a result says about itself: what would change it, what does not fit together, and what to say on the phone."""

from tools.incident import chosen, decide
from tools.incident.questions import DECIDING, HARMED, KIND, QUESTIONS
from tools.model import CONTACTS, LEVELS, Result

#: Questions whose single answers are tried when asking what would change a result.
TRIED = (*DECIDING, HARMED)


def rank(result: Result) -> tuple[int, int]:
    """A result's place among all results: level first, then police contact. Nothing decided ranks lowest."""
    return (
        LEVELS.index(result.level) if result.level else -1,
        CONTACTS.index(result.contact) if result.contact else -1,
    )


def variants(answers: dict):
    """Every set of answers that differs by one answer: (question, answer, 'instead', 'also' or 'without', answers)."""
    for question in TRIED:
        given = chosen(answers, question.id)
        for answer in question.answers:
            if question.many and answer.value in given:
                rest = [value for value in given if value != answer.value]
                yield question, answer, "without", answers | {question.id: rest}
            elif question.many:
                yield question, answer, "also", answers | {question.id: [*given, answer.value]}
            elif answer.value not in given:
                yield question, answer, "instead", answers | {question.id: answer.value}


def would_change(answers: dict) -> list[dict]:
    """The single answers that would raise or lower the result, those that raise it most first.

    Adding a kind of behaviour that has nothing to do with what happened explains nothing, so a kind is only tried
    against others of its own group, or taken away.
    """
    now = decide(answers)
    changes = []
    for question, answer, how, other in variants(answers):
        if question is KIND and how == "also":
            continue
        then = decide(other)
        if rank(then) != rank(now):
            changes.append(
                {
                    "question": question.id,
                    "answer": answer.value,
                    "how": how,
                    "level": then.level,
                    "police_contact": then.contact,
                    "direction": "raise" if rank(then) > rank(now) else "lower",
                }
            )
    return sorted(changes, key=lambda c: c["direction"] != "raise")


def contradictions(answers: dict) -> list[tuple[str, str, str]]:
    """Pairs of answers that do not fit together: (question, question, what to look at again). None is changed."""
    found = []
    harmed, kind, age, placement = (chosen(answers, q) for q in ("harmed", "kind", "age", "placement"))
    if "nobody" in harmed and len(harmed) > 1:
        found.append(("harmed", "harmed", "You chose nobody, and also someone, as harmed. Which is right?"))
    if set(harmed) - {"nobody"} and chosen(answers, "wish") == ("nobody",):
        found.append(
            (
                "harmed",
                "wish",
                "You said that someone was harmed, and that nobody was. What does the person harmed want?",
            )
        )
    if harmed == ("nobody",) and chosen(answers, "wish") in (("no-police",), ("police",)):
        found.append(
            ("harmed", "wish", "You said that nobody was harmed, and what the person harmed wants. Was anyone harmed?")
        )
    if "none" in kind and len(kind) > 1:
        found.append(("kind", "kind", "You chose none of these together with something else. Which is right?"))
    if age == ("under-10",) and placement in (("own",), ("supported",)):
        found.append(
            ("age", "placement", "A child under 10 does not live alone or in supported accommodation. Which is right?")
        )
    if age == ("10-17",) and placement == ("own",):
        found.append(("age", "placement", "A tenancy of their own is rare under 18. Is the age right?"))
    if age == ("18-25",) and set(kind) & {"sexual-under-13"} and "this-child" in harmed:
        found.append(("age", "kind", "The child under 13 cannot be this young person of 18 to 25. Who was harmed?"))
    if age == ("under-10",) and chosen(answers, "police") == ("arrest",):
        found.append(("age", "police", "A child under 10 cannot be arrested for a crime. Is the age right?"))
    return found


def answer_label(question: str, value: str) -> str:
    """The label of an answer."""
    return next(a.label for q in QUESTIONS if q.id == question for a in q.answers if a.value == value)


def phone_script(answers: dict, result: Result) -> list[str]:
    """What to say when you call, line by line, with the facts entered and no names."""
    if result.contact in (None, "not needed"):
        return []
    kinds = [answer_label("kind", value).rstrip(".").lower() for value in chosen(answers, "kind")]
    age = {
        "under-10": "under 10 years old",
        "10-17": "between 10 and 17 years old",
        "18-25": "a care leaver between 18 and 25",
    }
    lines = [
        "I am calling about a child in care."
        if chosen(answers, "age") != ("18-25",)
        else "I am calling about a young person.",
    ]
    young = chosen(answers, "age") == ("under-10",)
    calm = "This is not an emergency. " + (
        "I want help to keep the child safe."
        if young
        else "I want: advice / a record / an investigation (say which one)."
    )
    lines.append("This is an emergency." if result.contact == "999" else calm)
    if kinds:
        lines.append("What happened: " + "; ".join(kinds) + ".")
    if chosen(answers, "age") and chosen(answers, "age") != ("18-25",):
        lines.append(f"The child is {age[chosen(answers, 'age')[0]]}.")
    if chosen(answers, "harmed"):
        lines.append("Harmed: " + ", ".join(answer_label("harmed", v).lower() for v in chosen(answers, "harmed")) + ".")
    if chosen(answers, "wish") and chosen(answers, "wish") != ("nobody",):
        lines.append("The person harmed: " + answer_label("wish", chosen(answers, "wish")[0]).lower() + ".")
    if set(chosen(answers, "coercion")) & {"yes", "not-sure"}:
        lines.append("I think someone may be using or forcing the child. Please treat them as a possible victim.")
    if set(chosen(answers, "authority")) & {"out", "not-sure"} and chosen(answers, "age") != ("18-25",):
        lines.append("The child may be placed here by another authority. It must be asked before you decide.")
    lines.append("Please give me a reference, the time and your name or collar number.")
    return lines
