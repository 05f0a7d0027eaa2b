"""Something has happened: what to do next, why, and on what authority.

Rules turn answers into findings; findings are combined by the highest level and police contact. `decide` is total and
deterministic: any valid answers, complete or not, have a result.

Sources: the national protocol, the local one by topic, and dated editor's notes where law is newer than both.

>>> decide({"danger": "no", "kind": ["damage-small"], "wish": "no-police"}).level
'green'
>>> decide({"danger": "no", "kind": ["damage-small", "weapon-found"]}).contact
'tell now'
"""

from tools.first_edition.always import ALWAYS, PLACEMENTS, joined_duties
from tools.first_edition.levels import LEVEL_RULES
from tools.first_edition.questions import QUESTIONS
from tools.first_edition.routes import ROUTES
from tools.model import CONTACTS, LEVELS, Answers, Finding, Result, Rule, result_of

NAME = "incident"
TITLE = "Something has happened"
#: The date of the last change to the rules, and the number of the change on that date.
RULES_VERSION = "2026-11-26.1"

RULES: tuple[Rule, ...] = LEVEL_RULES + ROUTES + PLACEMENTS + ALWAYS
_BY_ID = {question.id: question for question in QUESTIONS}
_KNOWN = {question.id: [answer.value for answer in question.answers] for question in QUESTIONS}


def chosen(answers: Answers, question: str) -> tuple[str, ...]:
    """The values chosen for a question; empty if there are none."""
    values = answers.get(question) or ()
    return (values,) if isinstance(values, str) else tuple(values)


def applies(rule: Rule, answers: Answers) -> bool:
    """Whether all of a rule's conditions are met and none of its exceptions is."""
    for question, values in rule.when.items():
        for value in chosen(answers, question):
            if value in values:
                break
        else:
            return False
    for question, values in rule.unless.items():
        for value in chosen(answers, question):
            if value in values:
                return False
    return True


def check(answers: Answers) -> None:
    """Raises ValueError for the first unknown question or answer, with the names that are allowed."""
    for id in answers:
        if id not in _BY_ID:
            raise ValueError(f"'{id}' is not a question; the questions are {', '.join(_BY_ID)}")
        question, values, known = _BY_ID[id], chosen(answers, id), _KNOWN[id]
        for value in values:
            if value not in known:
                raise ValueError(
                    f"{id}: '{value}' is not an answer; use {'any' if question.many else 'one'} of {', '.join(known)}"
                )
        if len(values) > 1 and not question.many:
            raise ValueError(f"{id}: only one answer fits")


def citations() -> list[str]:
    """Every citation that a result of this tool can have."""
    joined = [d for level in LEVELS for contact in CONTACTS for d in joined_duties(level, contact, False, False)]
    return [
        c for rule in RULES for c in (*rule.finding.citations, *(c for d in rule.finding.duties for c in d.citations))
    ] + [c for d in joined for c in d.citations]


def decide(answers: Answers) -> Result:
    """The result for a set of answers. Raises ValueError for an unknown question or answer."""
    check(answers)
    findings = [rule.finding for rule in RULES if applies(rule, answers)]
    result = result_of(findings)
    if result.level and result.contact:
        duties = joined_duties(
            result.level,
            result.contact,
            bool(set(chosen(answers, "allegation")) & {"yes", "not-sure"}),
            answers.get("age") == "under-10",
        )
        findings.insert(
            0, Finding(f"level {result.level}", None, None, "What this level asks for.", duties, duties[0].citations)
        )
    return result_of(findings)
