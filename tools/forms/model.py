"""What a form is made of: sections of fields, and three functions of its answers. All forms are data of these few types.

Answers are what a reader typed: a field's id to its text, to a list of values where several may be chosen, or to a list of
rows where it is a table. Times are text as browsers give them, `2026-11-24T02:10`, so that they sort as they run.
"""

from typing import Callable, NamedTuple

#: What a field can be: a line, more lines, one or several of some options, a day, a day and time, a place on a scale from 1 to
#: 10, a signature (initials or a role here, a line on paper), or a table of such fields.
KINDS = ("line", "lines", "choice", "many", "day", "when", "scale", "sign", "table")


class Field(NamedTuple):
    """One thing that is asked. `missing` is what to say when it is left empty; a field without it may stay empty."""

    id: str
    kind: str
    label: str
    hint: str = ""
    missing: str = ""
    options: tuple[tuple[str, str], ...] = ()
    columns: tuple["Field", ...] = ()
    citations: tuple[str, ...] = ()


class Section(NamedTuple):
    """Fields that belong together, with a sentence on why they are asked."""

    title: str
    why: str
    fields: tuple[Field, ...]


class Problem(NamedTuple):
    """Something that keeps a record from being finished: which field, and what to do."""

    field: str
    words: str


class Advice(NamedTuple):
    """What a record says back. Kinds: `now` is said first, `do` and `know` after it, `words` offers another wording."""

    kind: str
    words: str
    citations: tuple[str, ...] = ()


def nothing(answers: dict) -> tuple:
    """For a form that has no problems across fields, no advice or nothing withheld."""
    return ()


class Form(NamedTuple):
    """A form. `version` is the number of its fields' arrangement: files say which they were made with.

    `problems` finds what does not fit together; `advice` says something back; `withheld` names options that these answers
    must not be offered, as (field, value) pairs.
    """

    name: str
    title: str
    version: int
    purpose: str
    sections: tuple[Section, ...]
    problems: Callable[[dict], tuple[Problem, ...] | list[Problem]] = nothing
    advice: Callable[[dict], tuple[Advice, ...] | list[Advice]] = nothing
    withheld: Callable[[dict], tuple[tuple[str, str], ...]] = nothing


def fields(form: Form) -> list[Field]:
    """All fields of a form, in order."""
    return [field for section in form.sections for field in section.fields]


#: Asked in nearly every form, in the same words: no names.
CHILD = Field("child", "line", "The child", "Initials, or the reference your service uses. A name is not needed here.")
BY = Field("by", "line", "Written by", "Your role, or your initials.", "Say who wrote this: a role or initials.")
YES_NO = (("yes", "Yes"), ("no", "No"))
YES_NO_UNSURE = (*YES_NO, ("not-sure", "Not sure"))
DANGER = Field(
    "danger",
    "choice",
    "Is anyone in immediate danger?",
    "If you are not sure, treat it as yes.",
    options=YES_NO_UNSURE,
    citations=("national a1-risk-1", "topic immediate"),
)
CALL_999 = Advice(
    "now", "Call 999 now. Everything else on this form can wait.", ("national a1-risk-1", "topic immediate")
)


def in_danger(answers: dict) -> list[Advice]:
    """999 first, where the answer about danger asks for it."""
    return [CALL_999] if answers.get("danger") in ("yes", "not-sure") else []
