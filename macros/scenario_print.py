"""Scenario cards to cut out: four to a side of A4, answers on the back, for a printer that turns the sheet on its long edge.

Turned on the long edge, left and right change places and top stays top: so the backs of a row stand in reverse order. The
HTML needs only `docs/assets/cut-out.css`, in a browser or in WeasyPrint; its pages have a name of their own (`cut-out`), so
that sheets can stand in a longer document with other margins.
"""

from __future__ import annotations

from collections.abc import Sequence

from macros.guide_duties import warnings
from macros.render.incident import contact_words
from macros.render.marks import LEVEL_MARKS, escape, level_name, shape
from macros.render.result import Link, citations_html
from macros.scenario_data import AUDIENCES, Card, Step
from tools.incident import RULES_VERSION
from tools.model import LEVELS

ACROSS, DOWN = 2, 2


def sheets_html(cards: Sequence[Card], title: str, link: Link) -> str:
    """Sheets of fronts, each followed by its backs. A place left over stays empty on both sides."""
    size = ACROSS * DOWN
    return "".join(_side(group, "front", title, link) + _side(group, "back", title, link)
                   for group in (list(cards[start:start + size]) for start in range(0, len(cards), size)))


def _side(group: Sequence[Card], side: str, title: str, link: Link) -> str:
    """One side of a sheet: places in rows, each row of backs in reverse."""
    places = [*group, *[None] * (ACROSS * DOWN - len(group))]
    rows = [places[start:start + ACROSS] for start in range(0, len(places), ACROSS)]
    shown = [card for row in rows for card in (row if side == "front" else row[::-1])]
    inner = "".join('<div class="cut-out"></div>' if card is None else (front_html(card, title) if side == "front" else back_html(card, link)) for card in shown)
    return f'<div class="sheet sheet--{side}">{inner}</div>'


def front_html(card: Card, title: str) -> str:
    """What a group sees: story, questions, and the five levels to choose from."""
    asked = "".join(f"<li>{escape(question)}</li>" for question in card.questions)
    levels = "".join(f"<li>{level_name(level)}</li>" for level in LEVELS)
    return (f'<article class="cut-out cut-out--front" data-number="{card.number}"><p class="cut-out__pack">{escape(title)}</p><h2>{card.number}. {escape(card.title)}</h2>'
            f'<p class="cut-out__story">{escape(card.steps[0].words)}</p><ul class="cut-out__asked">{asked}</ul>'
            f'<div class="cut-out__foot"><ul class="cut-out__levels">{levels}</ul><p>{escape("; ".join(AUDIENCES[name] for name in card.audiences))}</p></div></article>')


def back_html(card: Card, link: Link) -> str:
    """The answer, what changes next and its answer, and where groups disagree."""
    story, *twists = card.steps
    turned = "".join(f'<p class="cut-out__twist"><strong>What changes next.</strong> {escape(twist.words)}</p>{_answer(twist, link, before)}' for before, twist in zip(card.steps, twists))
    note = "".join(f"{escape(claim.says)}{citations_html(claim.citations, link)} " for claim in card.note)
    return (f'<article class="cut-out cut-out--back" data-number="{card.number}"><h2>{card.number}. {escape(card.title)}</h2>{_answer(story, link)}{turned}'
            f'<p class="cut-out__note"><strong>Where groups disagree.</strong> {note}</p><p class="cut-out__made">Rules of {RULES_VERSION}</p></article>')


def _answer(step: Step, link: Link, before: Step | None = None) -> str:
    """Level, contact, what is never done, and why: in the fewest lines that still say all of it."""
    level, contact = step.result.level, step.result.contact
    never = "".join(f" <strong>{escape(words)}</strong>" for words in warnings(step.result) if before is None or words not in warnings(before.result))
    reasons = "".join(f"<li>{escape(f.reason)}{citations_html(f.citations, link)}</li>" for f in step.reasons(before))
    return (f'<p class="cut-out__level">{shape(level)} <strong>{LEVEL_MARKS[level][0]}.</strong> {contact_words(level, contact)}.{never}</p>'
            f'<ul class="cut-out__reasons">{reasons}</ul>')
