"""What the incident tool asks for, gathered from many sets of answers at once: what they share, and what moves them.

Nothing is decided here. Every duty and every move comes from `tools.incident`, so that a guide cannot say anything else.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from macros.render.incident import PARTS
from tools import incident
from tools.incident import chosen
from tools.incident.explain import rank, would_change
from tools.incident.questions import KIND, KIND_GROUPS
from tools.model import Duty, Result

Answers = dict[str, Any]
#: The same answers as something that can be looked up.
Given = tuple[tuple[str, tuple[str, ...]], ...]


class Move(NamedTuple):
    """One answer that would move a result up or down, and to what level and police contact."""

    up: bool
    level: str
    contact: str
    question: str
    answer: str


def given(answers: Answers) -> Given:
    """Some answers as pairs of question and what was chosen."""
    return tuple((question, chosen(answers, question)) for question in answers)


def decide(answers: Answers) -> Result:
    """The tool's result for some answers. Every guide asks for the same ones again, so each is worked out once."""
    return _decided(given(answers))


@cache
def _decided(given: Given) -> Result:
    return incident.decide(dict(given))


def duties(result: Result) -> list[Duty]:
    """All duties of a result, each once, in the order in which they are acted on."""
    return ordered(duty for finding in result.findings for duty in finding.duties)


def ordered(given: Iterable[Duty]) -> list[Duty]:
    """Duties without repeats, by the part of a result that their act belongs to."""
    place = {act: index for index, (_, acts) in enumerate(PARTS) for act in acts}
    return sorted(dict.fromkeys(given), key=lambda duty: place[duty.act])


def shared(many: Iterable[list[Duty]]) -> list[Duty]:
    """The duties that all of some lists have, in the order of the first."""
    first, *rest = many
    return [duty for duty in first if all(duty in other for other in rest)]


def warnings(result: Result) -> list[str]:
    """What is said before anything else is done, each once."""
    return list(dict.fromkeys(words for finding in result.findings for words in finding.warnings))


def moves(answers: Answers) -> tuple[Move, ...]:
    """The single answers that would move a result: any other answer, or another kind of the same group in a kind's place.

    An answer taken away that leaves no level explains nothing and is left out.
    """
    return _moves(given(answers))


@cache
def _moves(given: Given) -> tuple[Move, ...]:
    answers = dict(given)
    now = rank(decide(answers))
    found = [
        Move(c["direction"] == "raise", c["level"], c["police_contact"], c["question"], c["answer"])
        for c in would_change(answers)
        if c["level"]
    ]
    for group in KIND_GROUPS.values():
        for value in (a.value for a in group if a.value in chosen(answers, KIND.id)):
            for other in (a.value for a in group if a.value not in chosen(answers, KIND.id)):
                then = decide(
                    {**answers, KIND.id: [other if kind == value else kind for kind in chosen(answers, KIND.id)]}
                )
                if then.level and rank(then) != now:
                    found.append(Move(rank(then) > now, then.level, then.contact, KIND.id, other))
    return tuple(dict.fromkeys(found))
