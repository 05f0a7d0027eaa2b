"""What the rules give for a step of a card, ready for the templates of pages and presentation mode."""

from functools import partial
from typing import NamedTuple

from macros.features.guides.duties import duties, warnings
from macros.features.scenarios.data import Card, Step
from macros.pages.build import Build
from macros.pages.links import brief_links
from macros.render.incident import PARTS, contact_words
from macros.render.levels import LEVEL_MARKS, shape
from macros.render.result import citations_html
from tools.first_edition import chosen
from tools.first_edition.explain import answer_label
from tools.first_edition.questions import QUESTIONS
from tools.model import Contact, Duty, Finding, Level


class AnswerView(NamedTuple):
    """The answer to a step as printed. After another step it has only what is new since then."""

    is_first: bool
    level: Level
    contact: Contact
    contact_text: str
    warnings: list[str]
    #: What gives the level or the contact.
    reasons: list[Finding]
    #: What adds a route.
    on_top: list[Finding]
    #: Routes by name, each with its first finding.
    routes: dict[str, Finding]
    #: Headings with their duties.
    parts: list[tuple[str, list[Duty]]]
    #: Questions with the labels of the chosen answers.
    given: list[tuple[str, str]]


def answer_view(step: Step, before: Step | None = None) -> AnswerView:
    """The answer to a step, or what a twist changes in the answer to the step before it."""
    result = step.result
    assert result.level and result.contact, "a step without a level or contact has been refused when it was read"
    new_duties = [duty for duty in duties_of(step) if before is None or duty not in duties_of(before)]
    parts = [(title, [duty for duty in new_duties if duty.act in acts]) for title, acts in PARTS]
    return AnswerView(
        before is None,
        result.level,
        result.contact,
        contact_words(result.level, result.contact),
        [text for text in warnings(result) if before is None or text not in warnings(before.result)],
        step.deciding(),
        step.on_top(before),
        step.routes(before),
        [(title, part) for title, part in parts if part],
        given_answers(step, before),
    )


def answer_views(card: Card) -> list[AnswerView]:
    """The answers to the story and to each twist of a card."""
    return [answer_view(card.steps[0]), *(answer_view(twist, before) for before, twist in card.twists)]


def duties_of(step: Step) -> list[Duty]:
    """The duties of the level and of the routes; general duties of every result are not repeated on each card."""
    findings = [f for f in step.result.findings if f.level or f.route or f.rule == f"level {step.result.level}"]
    return [duty for duty in duties(step.result) if any(duty in finding.duties for finding in findings)]


def given_answers(step: Step, before: Step | None) -> list[tuple[str, str]]:
    """The answers that the rules were given; after another step, those that changed."""
    return [
        (question.text, "; ".join(answer_label(question.id, value) for value in values))
        for question in QUESTIONS
        if (values := chosen(step.answers, question.id))
        and (before is None or values != chosen(before.answers, question.id))
    ]


def template_functions(build: Build) -> dict[str, object]:
    """What the templates that print an answer need."""
    return {
        "citations": partial(citations_html, link=partial(brief_links, build.model)),
        "shape": shape,
        "level_marks": LEVEL_MARKS,
    }
