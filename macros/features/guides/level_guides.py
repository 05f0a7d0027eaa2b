"""Traffic lights: what each level looks like in a setting, what to do, and what would change the level."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from macros.content.errors import did_you_mean
from macros.features.guides.data import SETTINGS, Answers, Example, examples_of
from macros.features.guides.duties import Move, decide, duties, moves, shared, warnings
from macros.pages.build import Build
from macros.pages.html import Block, render_template
from macros.pages.links import brief_links
from macros.render.incident import PARTS, contact_words
from macros.render.levels import LEVEL_MARKS, level_name
from macros.render.result import citations_html, duty_text_html
from tools.first_edition import RULES_VERSION
from tools.first_edition.explain import answer_label
from tools.first_edition.questions import QUESTIONS
from tools.model import CONTACTS, LEVELS, Contact, Duty, Finding, Level

QUESTION_TEXT = {question.id: question.text for question in QUESTIONS}
#: Acts that are always shown under a story, with the duties of its level's own rule: securing and disposing of things.
ALWAYS_SHOWN = ("call", "keep apart", "step in", "search", "store", "dispose", "view image")

#: Duties by place: those of every place under '', those of one place only under its name.
type DutiesByPlace = dict[str, list[Duty]]


class Part(NamedTuple):
    """A part of a result: heading, and duties with the name of the place that alone has them, or ''."""

    title: str
    rows: list[tuple[str, Duty]]


class Story(NamedTuple):
    """A story on a page: warnings and duties that are always shown, and what opens under it."""

    text: str
    reasons: list[Finding]
    warnings: list[str]
    now: list[Duty]
    later: list[Duty]


class Group(NamedTuple):
    """The stories of a level with the same police contact, and the duties that all of them share."""

    contact: Contact
    title: str
    stories: list[Story]
    parts: list[Part]


class Moves(NamedTuple):
    """The answers that lead to one level and contact, by question."""

    level: Level
    note: str
    answers: list[tuple[str, list[str]]]


def level_guide(build: Build, level: str, setting: str) -> Block:
    """A level in a setting: stories, what to do in order, what differs there, and what raises or lowers the level."""
    for value, names, kind in ((level, LEVELS, "level"), (setting, SETTINGS, "setting")):
        if value not in names:
            raise LookupError(f"no {kind} '{value}'.{did_you_mean(value, names)}")
    examples = examples_in(build, setting, level)
    by_contact = {
        contact: group
        for contact in reversed(CONTACTS)
        if (group := [example for example in examples if decide(example.answers).contact == contact])
    }
    known = duties_to_know(build, setting)
    common = duties_by_place(examples, setting, known) if len(by_contact) > 1 else {}
    shown = [*known, *(duty for duties_here in common.values() for duty in duties_here)]
    groups = [group_of(level, contact, group, setting, shown) for contact, group in by_contact.items()]
    meaning = LEVEL_MARKS[level][1]
    level_moves = list(dict.fromkeys(move for example in examples for move in moves(example.answers)))
    return render_template(
        "guides/level_guide.html",
        **duty_functions(build),
        level=level,
        setting=setting,
        meaning="" if meaning == groups[0].title else meaning,
        groups=groups,
        common=parts_of(common),
        up=moves_by_level([move for move in level_moves if move.up]),
        down=moves_by_level([move for move in level_moves if not move.up]),
        level_name=level_name,
    )


def duty_functions(build: Build) -> dict[str, object]:
    """The functions by which templates print a duty and citations."""
    link = partial(brief_links, build.model)
    return {"duty_text": partial(duty_text_html, link=link), "citations": partial(citations_html, link=link)}


def examples_in(build: Build, setting: str, level: str | None = None) -> list[Example]:
    """The examples of a setting, or those of one level there; LookupError where there are none."""
    examples = [e for e in examples_of(build.model) if setting in e.settings and level in (None, e.level)]
    if not examples:
        raise LookupError(f"guides/examples.yml has no example of '{level}' for '{setting}'")
    return examples


def duties_to_know(build: Build, setting: str) -> list[Duty]:
    """Information-only duties shared by all results of a setting; shown once per page."""
    in_all = shared(duties(decide(example.answers)) for example in examples_in(build, setting))
    return [duty for duty in in_all if duty.act == "review"]


def duties_by_place(examples: Sequence[Example], setting: str, shown: Sequence[Duty]) -> DutiesByPlace:
    """Duties shared by all examples, without those `shown` elsewhere: common ones, and those of one place."""
    by_place = {
        name: shared(duties(decide({**example.answers, **answers})) for example in examples)
        for name, answers in SETTINGS[setting]
    }
    common = shared([shared(duties(decide(example.answers)) for example in examples), *by_place.values()])
    return {
        "": [duty for duty in common if duty not in shown],
        **{
            name: [duty for duty in duties_here if duty not in common and duty not in shown]
            for name, duties_here in by_place.items()
        },
    }


def group_of(level: str, contact: Contact, examples: Sequence[Example], setting: str, shown: Sequence[Duty]) -> Group:
    """A group of examples with the duties that all of them share, and each story with its other duties."""
    by_place = duties_by_place(examples, setting, shown)
    shown_here = [*shown, *(duty for duties_here in by_place.values() for duty in duties_here)]
    first_place = SETTINGS[setting][0][1]
    stories = [story_of(example, first_place, shown_here) for example in examples]
    return Group(contact, contact_words(level, contact), stories, parts_of(by_place))


def story_of(example: Example, place_answers: Answers, shown: Sequence[Duty]) -> Story:
    """A story with the duties that are not `shown` elsewhere. What to do now and warnings are never folded away."""
    result = decide({**example.answers, **place_answers})
    more = [duty for duty in duties(result) if duty not in shown]
    of_level = {duty for finding in result.findings if finding.level for duty in finding.duties}
    now = [duty for duty in more if duty.act in ALWAYS_SHOWN or duty in of_level]
    return Story(
        example.story,
        [finding for finding in result.findings if finding.level or finding.route],
        warnings(result),
        now,
        [duty for duty in more if duty not in now],
    )


def parts_of(by_place: DutiesByPlace) -> list[Part]:
    """Duties by the parts of a result, in order; parts without duties are left out."""
    parts = [
        Part(title, [(name, duty) for name, here in by_place.items() for duty in here if duty.act in acts])
        for title, acts in PARTS
    ]
    return [part for part in parts if part.rows]


def moves_by_level(level_moves: Sequence[Move]) -> list[Moves]:
    """Moves by the level and contact they lead to, the most serious first; answers to one question are together."""
    rows: dict[tuple[Level, Contact], dict[str, list[str]]] = {}
    for move in level_moves:
        answers = rows.setdefault((move.level, move.contact), {})
        answers.setdefault(QUESTION_TEXT[move.question], []).append(answer_label(move.question, move.answer))
    most_serious_first = sorted(rows, key=rank_of_move, reverse=True)
    return [
        Moves(level, move_note(level, contact), list(rows[level, contact].items()))
        for level, contact in most_serious_first
    ]


def rank_of_move(target: tuple[Level, Contact]) -> tuple[int, int]:
    """The place of a level and contact among all, for sorting."""
    return LEVELS.index(target[0]), CONTACTS.index(target[1])


def move_note(level: Level, contact: Contact) -> str:
    """What is added to a level's name where the police have to be told now."""
    if contact != "tell now":
        return ""
    return ", now" if level == "amber" else ", now tell the police"


def every_level(build: Build, setting: str) -> Block:
    """What to know at every level of a setting's guide."""
    return render_template(
        "guides/every_level.html", **duty_functions(build), duties=duties_to_know(build, setting), version=RULES_VERSION
    )
