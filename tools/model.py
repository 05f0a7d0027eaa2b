"""The record types that tools are made of, and the orders of levels and contacts by which findings are combined.

A rule looks at answers and gives a finding; a finding has a level, a police contact, duties with typed acts, and
citations; a result is all findings, the most urgent first. All are NamedTuples, which are quick to define in the
browser and can be read as data.

>>> join(("green", "red", "none"), LEVELS)
'red'
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple, get_args

#: How serious a situation is, from least to most urgent. A level is never shown by colour alone.
type Level = Literal["none", "green", "judgement", "amber", "red"]
#: Whether and how the police are contacted, from least to most urgent.
type Contact = Literal["not needed", "discuss", "tell now", "999"]
#: What a duty asks someone to do. Tests prove what no result may ask for by its acts, so every duty has one.
type Act = Literal[
    "call",
    "tell",
    "record",
    "store",
    "keep apart",
    "step in",
    "search",
    "dispose",
    "view image",
    "ask child",
    "support",
    "repair",
    "review",
    "read",
]

#: The values of the types above, in the same order.
LEVELS: tuple[Level, ...] = get_args(Level.__value__)
CONTACTS: tuple[Contact, ...] = get_args(Contact.__value__)
ACTS: tuple[Act, ...] = get_args(Act.__value__)
#: Acts that no result may ask of a carer. They have names so that rules can be tested for never using them.
NEVER_ASKED: tuple[Act, ...] = ("step in", "search", "view image")


#: A reader's answers: a question's id with the value of an option, or with several values. None is no answer.
type Answers = Mapping[str, str | Sequence[str] | None]
#: Questions, each with some of its values.
type Conditions = Mapping[str, tuple[str, ...]]


class Option(NamedTuple):
    """One possible answer to a question. `seriousness` orders the options of a question; 0 is the least serious."""

    value: str
    label: str
    seriousness: int
    hint: str = ""


class Question(NamedTuple):
    """A question with its options in the order they are shown. `many`: several may be chosen."""

    id: str
    text: str
    hint: str
    answers: tuple[Option, ...]
    many: bool = False


class Duty(NamedTuple):
    """Something to do: its text, the act it asks for, and its sources."""

    act: Act
    text: str
    citations: tuple[str, ...] = ()


class Finding(NamedTuple):
    """What a rule adds to a result: the reason, the level and contact, and the duties.

    `level` and `contact` are None if the rule decides none. `route` names a group of additional duties; `warnings` are
    shown before all duties.
    """

    rule: str
    level: Level | None
    contact: Contact | None
    reason: str
    duties: tuple[Duty, ...] = ()
    citations: tuple[str, ...] = ()
    route: str | None = None
    warnings: tuple[str, ...] = ()


class Rule(NamedTuple):
    """Gives `finding` if every question of `when` has one of the values listed, and no question of `unless` has."""

    when: Conditions
    finding: Finding
    unless: Conditions = {}


class Result(NamedTuple):
    """The findings, with the highest level and contact of them; None if no finding has one."""

    level: Level | None
    contact: Contact | None
    findings: tuple[Finding, ...]


def join[T](values: Iterable[T | None], order: tuple[T, ...]) -> T | None:
    """The most urgent of some levels or contacts, the last in `order`; None if all are None."""
    known = [value for value in values if value is not None]
    return max(known, key=order.index) if known else None


def result_of(findings: Iterable[Finding]) -> Result:
    """Combines findings into a result, the most urgent first."""
    ordered = sorted(findings, key=lambda f: -LEVELS.index(f.level) if f.level else 1)
    return Result(
        join((f.level for f in ordered), LEVELS), join((f.contact for f in ordered), CONTACTS), tuple(ordered)
    )
