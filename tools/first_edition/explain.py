"""Explanations of a result: which answers would change it, contradictions, and a phone script."""

from collections.abc import Iterator
from typing import Literal, TypedDict

from tools.first_edition import chosen, decide
from tools.first_edition.questions import DECIDING, HARMED, KIND, QUESTIONS
from tools.model import CONTACTS, LEVELS, Answers, Contact, Level, Option, Question, Result

#: Questions whose options are tried, one at a time, to find what would change a result.
TRIED = (*DECIDING, HARMED)

#: How an option changes answers: instead of the one chosen, added to those chosen, or removed from them.
type How = Literal["instead", "also", "without"]


class Change(TypedDict):
    """A change of one answer, and the result it would lead to."""

    question: str
    answer: str
    how: How
    level: Level | None
    police_contact: Contact | None
    direction: Literal["raise", "lower"]


def rank(result: Result) -> tuple[int, int]:
    """The rank of a result: by level, then by police contact. None ranks lowest."""
    return (
        LEVELS.index(result.level) if result.level else -1,
        CONTACTS.index(result.contact) if result.contact else -1,
    )


def variants(answers: Answers) -> Iterator[tuple[Question, Option, How, Answers]]:
    """Every set of answers that differs in one option, with that option and how it changes the answers."""
    for question in TRIED:
        values = chosen(answers, question.id)
        for answer in question.answers:
            if question.many and answer.value in values:
                rest = [value for value in values if value != answer.value]
                yield question, answer, "without", {**answers, question.id: rest}
            elif question.many:
                yield question, answer, "also", {**answers, question.id: [*values, answer.value]}
            elif answer.value not in values:
                yield question, answer, "instead", {**answers, question.id: answer.value}


def would_change(answers: Answers) -> list[Change]:
    """The single answers that would raise or lower the result, those that raise it first.

    Further kinds of behaviour are not added: what did not happen explains nothing. Chosen kinds are removed one by one.
    """
    now = decide(answers)
    changes: list[Change] = []
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


def contradictions(answers: Answers) -> list[tuple[str, str, str]]:
    """Contradictory answers: (question, question, message). Nothing is corrected automatically."""
    pairs = []
    harmed, kind, age, placement = (chosen(answers, q) for q in ("harmed", "kind", "age", "placement"))
    if "nobody" in harmed and len(harmed) > 1:
        pairs.append(("harmed", "harmed", "You chose nobody, and also someone, as harmed. Which is right?"))
    if set(harmed) - {"nobody"} and chosen(answers, "wish") == ("nobody",):
        pairs.append(
            (
                "harmed",
                "wish",
                "You said that someone was harmed, and that nobody was. What does the person harmed want?",
            )
        )
    if harmed == ("nobody",) and chosen(answers, "wish") in (("no-police",), ("police",)):
        pairs.append(
            ("harmed", "wish", "You said that nobody was harmed, and what the person harmed wants. Was anyone harmed?")
        )
    if "none" in kind and len(kind) > 1:
        pairs.append(("kind", "kind", "You chose none of these together with something else. Which is right?"))
    if age == ("under-10",) and placement in (("own",), ("supported",)):
        pairs.append(
            ("age", "placement", "A child under 10 does not live alone or in supported accommodation. Which is right?")
        )
    if age == ("10-17",) and placement == ("own",):
        pairs.append(("age", "placement", "A tenancy of their own is rare under 18. Is the age right?"))
    if age == ("18-25",) and set(kind) & {"sexual-under-13"} and "this-child" in harmed:
        pairs.append(("age", "kind", "The child under 13 cannot be this young person of 18 to 25. Who was harmed?"))
    if age == ("under-10",) and chosen(answers, "police") == ("arrest",):
        pairs.append(("age", "police", "A child under 10 cannot be arrested for a crime. Is the age right?"))
    return pairs


def answer_label(question: str, value: str) -> str:
    """The label of an option. Raises StopIteration for an unknown question or value."""
    return next(a.label for q in QUESTIONS if q.id == question for a in q.answers if a.value == value)


def phone_script(answers: Answers, result: Result) -> list[str]:
    """The lines of a phone script from the answers, without names; empty if the police are not contacted."""
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
