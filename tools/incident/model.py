"""The records that the incident rules are made of.

A rule is data: it holds no function. Its condition is built from a closed set of operators, so that Python and
JavaScript can interpret the same table and every combination of answers can be enumerated:

- `answer(question, values...)`: the answer is one of the values, or for a question with many answers, one of them is;
- `at_least(question, value)`: the answer comes at that value or after it, in the order of the question's options;
- `count(number, question, values...)`: at least that many of the values were chosen;
- `every(conditions...)`, `some(conditions...)`, `no(condition)`.

A question that has not been answered is unknown, and a condition on it is neither true nor false. An empty `every` is
always true.

Situations, rows and conflicts are named as in the specification's tables (A2, B4, K1), so that each can be found.
"""

from typing import Literal, NamedTuple, get_args

#: How serious a situation is, least to most urgent. Shown by word, shape and colour.
type Level = Literal["none", "green", "judgement", "amber", "red"]
#: Whether and by when the police are told. "discuss" is a talk with the manager, not a call.
type Contact = Literal["not needed", "discuss", "tell today", "tell now", "999"]
#: What a person's health needs, in a verdict of its own.
type Health = Literal["first aid", "seen today", "111 now", "A&E now", "ambulance"]
type Service = Literal["fire", "ambulance", "police", "coastguard"]
#: What an action asks for. Conflicts and proofs are written in terms of these.
type Act = Literal[
    "call",  # ring a service
    "tell",  # inform someone
    "withdraw",  # get yourself out of reach
    "move",  # get others out of reach, or apart, by voice, space and doors
    "hold",  # hold or pull a child for the seconds that stop grave injury
    "aid",  # first aid, or getting someone to health care
    "stay",  # stay with or near someone
    "watch",  # keep looking at someone's state, or at the time
    "listen",  # let a child speak, ask nothing
    "ask safety",  # ask what must be known for safety
    "ask account",  # ask what happened, openly
    "ask wish",  # ask what a person harmed wants
    "leave",  # leave a thing or a room as it is
    "remove",  # take a thing out of reach and lock it away
    "hand over",  # give something to the police
    "dispose",  # throw something away, with a witness
    "search",  # look for a missing child in a building and its grounds
    "record",  # write down, photograph a thing, save footage
    "arrange",  # book, fetch, find cover, a bed or an appropriate adult
    "support",  # comfort, explain, look after
    "refuse",  # say no: to a demand, to entry, to payment
    "repair",  # put things right between people
    "review",  # look again at a plan or a decision
]
#: When an action is done; each is a block of the result.
type Block = Literal["now", "hour", "day", "keep", "account"]
#: The order of acts in an emergency, which nothing reorders (section 1.1 of the specification).
type Step = Literal["self", "life", "call", "part", "leave", "police", "manager", "social worker", "write", "later"]
#: How sure a statement is: the two protocols, official text seen, a secondary source, or this site's own safe rule.
type Mark = Literal["S", "C1", "C2", "P"]
#: On what authority something is said.
type Basis = Literal["local", "national", "law", "own"]

LEVELS: tuple[Level, ...] = get_args(Level.__value__)
CONTACTS: tuple[Contact, ...] = get_args(Contact.__value__)
HEALTH: tuple[Health, ...] = get_args(Health.__value__)
SERVICES: tuple[Service, ...] = get_args(Service.__value__)
ACTS: tuple[Act, ...] = get_args(Act.__value__)
BLOCKS: tuple[Block, ...] = get_args(Block.__value__)
STEPS: tuple[Step, ...] = get_args(Step.__value__)

#: What floors say of an event or of the whole incident, for later rules to ask about.
MARKS: dict[str, str] = {
    "acted": "this child did something that harmed or could have harmed",
    "victim": "this child was harmed by someone",
    "adult-harm": "an adult or a partner harmed a child",
    "allegation": "it is said against staff, a carer's household or another worker",
    "officer": "it is said against a police officer",
    "between-children": "one child harmed another",
    "staff-hurt": "a worker or carer was hurt",
    "restraint": "someone was held or restrained by staff or a carer",
    "listen": "a sexual, exploitation, abuse or allegation matter: only listen, from the first word",
    "sexual": "a sexual matter",
    "images": "sexual images, or phones that may hold them",
    "exploitation": "someone is or may be using the child",
    "missing": "the child is missing",
    "absent": "the child is not here",
    "news": "the police do not know of this yet, even where the child is on bail or charged",
    "tonight": "the social worker or emergency duty team hears tonight",
    "evidence": "something or somewhere the police may want as it is",
    "weapon": "a weapon",
    "substance": "a drug, canister or unknown substance",
    "fire": "fire",
    "self-harm": "self-harm or a wish to die",
    "death": "a child is dead or dying",
    "danger": "a sign of danger now",
    "serious-incident": "an incident that the registered person may judge serious",
    "protection-enquiry": "a child protection enquiry starts or ends",
    "police-first": "of the services called, the police are needed before the ambulance",
}

#: A condition: an operator with its operands, as it stands in the table.
type Condition = tuple[object, ...]

ALWAYS: Condition = ("every",)


def answer(question: str, *values: str) -> Condition:
    """True if the answer to a question is one of some values."""
    return ("answer", question, *values)


def at_least(question: str, value: str) -> Condition:
    """True if the answer to a question is a value, or comes after it in the order of the options."""
    return ("at least", question, value)


def count(number: int, question: str, *values: str) -> Condition:
    """True if at least `number` of some values were chosen for a question."""
    return ("count", number, question, *values)


def every(*conditions: Condition) -> Condition:
    """True if all conditions are."""
    return ("every", *conditions)


def some(*conditions: Condition) -> Condition:
    """True if one condition is."""
    return ("some", *conditions)


def no(condition: Condition) -> Condition:
    """True if a condition is false."""
    return ("no", condition)


class Option(NamedTuple):
    """One possible answer. `counts_as` is the value that a "not sure" stands for; None if it is a value of its own."""

    value: str
    label: str
    hint: str = ""
    counts_as: str | None = None


class Question(NamedTuple):
    """A question. Options with an order go from least to most serious. `many`: several may be chosen.

    `nothing` is the value of a list of signs that says none of them is there; it stands alone.
    """

    id: str
    text: str
    options: tuple[Option, ...]
    hint: str = ""
    many: bool = False
    nothing: str | None = None


class Floor(NamedTuple):
    """A level, contact or health need below which a result does not fall while `when` is true.

    `reason` is one sentence that may state what `when` says as a fact. `unsure` is said instead where the condition
    holds only because of a "not sure"; '' where that cannot be. `marks` name what later rules ask about.
    `services` are those of a 999 call, the greatest threat to life first.
    """

    when: Condition
    level: Level | None
    contact: Contact | None
    reason: str
    citations: tuple[str, ...] = ()
    mark: Mark = "P"
    services: tuple[Service, ...] = ()
    health: Health | None = None
    marks: tuple[str, ...] = ()
    unsure: str = ""


class Action(NamedTuple):
    """One thing that one person does: at most 16 words in the block "now".

    A result has one action for each (act, object, target): the earliest, and of those the first of the table. `text`
    may have slots in braces.
    """

    act: Act
    object: str
    target: str
    text: str
    block: Block
    step: Step
    when: Condition = ALWAYS
    citations: tuple[str, ...] = ()
    mark: Mark = "P"
    who: str = "you"


class Never(NamedTuple):
    """What must not be done, in at most 12 words. The first that holds is shown; the rest are folded."""

    text: str
    when: Condition = ALWAYS
    citations: tuple[str, ...] = ()
    mark: Mark = "P"


class Verdict(NamedTuple):
    """The headline, in at most 10 words. The first whose condition holds is shown."""

    when: Condition
    text: str


class Clash(NamedTuple):
    """Answers that contradict each other: one sentence that says so kindly and names both ways to resolve it."""

    when: Condition
    text: str


class Line(NamedTuple):
    """One line of a phone script."""

    text: str
    when: Condition = ALWAYS


class Script(NamedTuple):
    """What to say on the phone. `to` is who is called, and `when` says whether this call is made.

    The first script of a result is the one on its button.
    """

    id: str
    title: str
    to: str
    when: Condition
    lines: tuple[Line, ...]


def acts(act: str, object: str = "*", target: str = "*") -> tuple[str, str, str]:
    """A pattern of actions; '*' fits any."""
    return act, object, target


class Conflict(NamedTuple):
    """Two kinds of action that cannot both be done: where `when` holds and one of `keep` is there, `drop` is dropped.

    With no `keep`, the condition alone drops. Conflicts are decided in the order of the table. `rule` says the
    decision in one sentence, for the published table. `until`: what is kept does the same and more, so the other is
    shown until it is certain that it goes; elsewhere it is hidden as soon as it may go.
    """

    id: str
    when: Condition
    keep: tuple[tuple[str, str, str], ...]
    drop: tuple[tuple[str, str, str], ...]
    rule: str
    until: bool = False


class Slot(NamedTuple):
    """The alternatives for a slot of a text: the first whose condition holds; the last has none."""

    id: str
    texts: tuple[tuple[Condition, str], ...]


class Row(NamedTuple):
    """One thing that can have happened: a row of the specification.

    `asks` are the questions that decide, in order, and `refines` those that only add. `say` is how a caller puts it on
    the phone. The conditions of a row's rules need not name the row; `uses` names groups of shared rules that hold for
    it too, after its own. `words` are what people type for it; `source` the
    rows of the specification; `sends_to` the page for what is not an incident.
    """

    id: str
    label: str
    hint: str
    say: str
    asks: tuple[str, ...]
    floors: tuple[Floor, ...]
    actions: tuple[Action, ...] = ()
    nevers: tuple[Never, ...] = ()
    refines: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    words: tuple[str, ...] = ()
    source: str = ""
    sends_to: str = ""


class Situation(NamedTuple):
    """One of the twelve large choices, with its rows and the questions that only it asks."""

    id: str
    label: str
    hint: str
    rows: tuple[Row, ...]
    questions: tuple[Question, ...] = ()


class Shared(NamedTuple):
    """Rules that rows share, and the questions they ask about. A named group holds for the rows that use it."""

    name: str = ""
    questions: tuple[Question, ...] = ()
    floors: tuple[Floor, ...] = ()
    actions: tuple[Action, ...] = ()
    nevers: tuple[Never, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    scripts: tuple[Script, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    clashes: tuple[Clash, ...] = ()
    slots: tuple[Slot, ...] = ()
