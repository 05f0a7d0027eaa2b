"""The few record types every tool is made of, and the two orders that results are joined by.

Words are those of the project's vocabulary: a rule looks at answers and gives findings; a finding has a level,
a police contact, duties with typed acts, and citations; a result is all findings, the most urgent first.
Plain NamedTuples: they are quick to define in the browser and can be read as data.

>>> join(("green", "red", "none"), LEVELS)
'red'
"""

from collections.abc import Iterable
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


class Option(NamedTuple):
    """One possible answer. `seriousness` orders the answers of a question, 0 the least serious."""

    value: str
    label: str
    seriousness: int
    hint: str = ""


class Question(NamedTuple):
    """A question with its answers in the order they are shown. `many`: more than one answer may be chosen."""

    id: str
    text: str
    hint: str
    answers: tuple[Option, ...]
    many: bool = False


class Duty(NamedTuple):
    """Something to do, in words, with its act."""

    act: Act
    text: str
    citations: tuple[str, ...] = ()


class Finding(NamedTuple):
    """What one rule found: why, how urgent, what follows. `level` is None where the rule decides no level.

    `route` names duties that come on top; `warnings` are said before anything else is done.
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
    """If every question of `when` has one of the answers named, and none of `unless` has, then `finding`."""

    when: dict[str, tuple[str, ...]]
    finding: Finding
    unless: dict[str, tuple[str, ...]] = {}


class Result(NamedTuple):
    """The findings, joined by the highest level and contact. Both are None where nothing decided them."""

    level: Level | None
    contact: Contact | None
    findings: tuple[Finding, ...]


def join[T](values: Iterable[T | None], order: tuple[T, ...]) -> T | None:
    """The most urgent of some levels or contacts; None when none was given."""
    given = [value for value in values if value is not None]
    return max(given, key=order.index) if given else None


def result_of(findings: Iterable[Finding]) -> Result:
    """Joins findings into a result, the most urgent first."""
    ordered = sorted(findings, key=lambda f: -LEVELS.index(f.level) if f.level else 1)
    return Result(
        join((f.level for f in ordered), LEVELS), join((f.contact for f in ordered), CONTACTS), tuple(ordered)
    )
