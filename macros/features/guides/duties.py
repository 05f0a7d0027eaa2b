"""Duties and level changes over many sets of answers: what they share, and which answer changes the level.

Nothing is decided here. All duties and changes come from `tools.first_edition`, so a guide cannot contradict it.
"""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from macros.features.guides.data import Answers
from macros.render.incident import PARTS
from tools import first_edition as incident
from tools.first_edition import chosen
from tools.first_edition.explain import rank, would_change
from tools.first_edition.questions import KIND, KIND_GROUPS
from tools.model import Contact, Duty, Level, Result

#: Answers in a hashable form.
type AnswersKey = tuple[tuple[str, tuple[str, ...]], ...]


class Move(NamedTuple):
    """One answer that would raise or lower a result, and the level and police contact it would give."""

    up: bool
    level: Level
    contact: Contact
    question: str
    answer: str


def answers_key(answers: Answers) -> AnswersKey:
    """Answers as pairs of question and chosen values."""
    return tuple((question, chosen(answers, question)) for question in answers)


def decide(answers: Answers) -> Result:
    """The tool's result for some answers, cached: all guides use the same answers."""
    return _decide(answers_key(answers))


@cache
def _decide(key: AnswersKey) -> Result:
    return incident.decide(dict(key))


def duties(result: Result) -> list[Duty]:
    """All duties of a result, each once, in the order of a result's parts."""
    return ordered(duty for finding in result.findings for duty in finding.duties)


def ordered(unordered: Iterable[Duty]) -> list[Duty]:
    """Duties without repeats, in the order of the parts of a result that their acts belong to."""
    place = {act: index for index, (_, acts) in enumerate(PARTS) for act in acts}
    return sorted(dict.fromkeys(unordered), key=lambda duty: place[duty.act])


def shared[T](lists: Iterable[list[T]]) -> list[T]:
    """The items that all lists have, in the order of the first."""
    first, *rest = lists
    return [item for item in first if all(item in other for other in rest)]


def warnings(result: Result) -> list[str]:
    """The warnings that come before all duties, each once."""
    return list(dict.fromkeys(warning for finding in result.findings for warning in finding.warnings))


def moves(answers: Answers) -> tuple[Move, ...]:
    """The single answers that would change a result: another answer, or a kind replaced by one of the same group.

    A removed answer that leaves no level explains nothing and is left out.
    """
    return _moves(answers_key(answers))


@cache
def _moves(key: AnswersKey) -> tuple[Move, ...]:
    answers = dict(key)
    now = rank(decide(answers))
    found = [
        Move(c["direction"] == "raise", c["level"], c["police_contact"], c["question"], c["answer"])
        for c in would_change(answers)
        if c["level"] and c["police_contact"]
    ]
    kinds = chosen(answers, KIND.id)
    for group in KIND_GROUPS.values():
        values = [answer.value for answer in group]
        for old in (value for value in values if value in kinds):
            for new in (value for value in values if value not in kinds):
                then = decide({**answers, KIND.id: [new if kind == old else kind for kind in kinds]})
                if then.level and then.contact and rank(then) != now:
                    found.append(Move(rank(then) > now, then.level, then.contact, KIND.id, new))
    return tuple(dict.fromkeys(found))
