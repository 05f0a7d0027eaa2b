"""What a form is made of: sections of fields, and three functions of its answers. All forms are data of these types.

Answers are what a reader typed: a field's id with its text, with a list of values where several may be chosen, or with
a list of rows where it is a table. Times are text as browsers give them, `2026-11-24T02:10`: text order is time order.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, NamedTuple, get_args

#: What a field can be: one line, several lines, one or several of some options, a day, a day with a time, a number on a
#: scale from 1 to 10, a signature (initials or a role here, a line on paper), or a table of such fields.
type Kind = Literal["line", "lines", "choice", "many", "day", "when", "scale", "sign", "table"]
KINDS: tuple[Kind, ...] = get_args(Kind.__value__)

#: How advice is meant: `now` comes first, then `do` and `know`; `words` offers another wording.
type AdviceKind = Literal["now", "do", "know", "words"]

type Row = dict[str, str]
type Answers = Mapping[str, str | list[str] | list[Row]]


class Field(NamedTuple):
    """One thing that is asked. `missing` is the error message when it is left empty; without one it may stay empty.

    `options` are (value, label) pairs. `columns` are the fields of a table.
    """

    id: str
    kind: Kind
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
    """Something that keeps a record from being finished: the id of its field, and what to do."""

    field: str
    text: str


class Advice(NamedTuple):
    """Advice that a record gives on its answers."""

    kind: AdviceKind
    text: str
    citations: tuple[str, ...] = ()


def nothing(answers: Answers) -> tuple[()]:
    """The default of a form's functions: no problems across fields, no advice, no withheld options."""
    return ()


class Form(NamedTuple):
    """A form. `version` numbers the arrangement of its fields; saved files record which version they were made with.

    `problems` finds answers that contradict each other, `advice` comments on them, `withheld` names the options that
    must not be offered with these answers, as (field, value) pairs.
    """

    name: str
    title: str
    version: int
    purpose: str
    sections: tuple[Section, ...]
    problems: Callable[[Answers], Sequence[Problem]] = nothing
    advice: Callable[[Answers], Sequence[Advice]] = nothing
    withheld: Callable[[Answers], Sequence[tuple[str, str]]] = nothing


def fields(form: Form) -> list[Field]:
    """All fields of a form, in order."""
    return [field for section in form.sections for field in section.fields]


def text_of(answers: Answers, id: str) -> str:
    """The text typed in a field, or ''."""
    value = answers.get(id)
    return value if isinstance(value, str) else ""


def values_of(answers: Answers, id: str) -> list[str]:
    """The options chosen in a field where several may be chosen."""
    value = answers.get(id)
    return [chosen for chosen in value if isinstance(chosen, str)] if isinstance(value, list) else []


def rows_of(answers: Answers, id: str) -> list[Row]:
    """The rows of a table."""
    value = answers.get(id)
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


#: Fields that most forms share. They ask for no name.
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


def in_danger(answers: Answers) -> list[Advice]:
    """The advice to call 999, if the answer about danger is yes or not sure."""
    return [CALL_999] if answers.get("danger") in ("yes", "not-sure") else []
