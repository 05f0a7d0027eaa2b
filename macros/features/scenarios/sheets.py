"""Scenario cards to cut out: four to a side of A4, answers on the back, for a printer that turns the sheet on its long edge.

Turned on the long edge, left and right change places and top stays top: so the backs of a row stand in reverse order. The
HTML needs only `docs/assets/scenarios/cut-out.css` in WeasyPrint, and `cut-out-page.css` too in a browser; its pages have a name of their
own (`cut-out`), so that sheets stand in a handbook with other margins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from macros.content.citations import citation_links
from macros.content.model import Model
from macros.features.guides.duties import warnings
from macros.features.scenarios.data import AUDIENCES, Card, Step
from macros.render.html import escape
from macros.render.incident import contact_words
from macros.render.levels import LEVEL_MARKS, level_name, shape
from tools.incident import RULES_VERSION
from tools.model import LEVELS

ACROSS, DOWN = 2, 2
#: How large a back is written, by the letters it holds at most.
SIZES = (("large", 900), ("middle", 1250), ("small", 9999))


def sheets_html(model: Model, cards: Sequence[Card], title: str) -> str:
    """Sheets of fronts, each followed by its backs. A place left over stays empty on both sides."""
    size = ACROSS * DOWN
    groups = [list(cards[start : start + size]) for start in range(0, len(cards), size)]
    return "".join(
        side_html([card and front_html(card, title) for card in places(group, "front")], "front")
        + side_html([card and back_html(model, card) for card in places(group, "back")], "back")
        for group in groups
    )


def places(group: Sequence[Card], side: str) -> list[Card | None]:
    """The cards of a side as they stand, row by row; each row of backs in reverse."""
    filled = [*group, *[None] * (ACROSS * DOWN - len(group))]
    rows = [filled[start : start + ACROSS] for start in range(0, len(filled), ACROSS)]
    return [card for row in rows for card in (row if side == "front" else row[::-1])]


def side_html(cards: Iterable[str | None], side: str) -> str:
    """One side of a sheet."""
    return f'<div class="sheet sheet--{side}">{"".join(card or '<div class="cut-out"></div>' for card in cards)}</div>'


def front_html(card: Card, title: str) -> str:
    """What a group sees: story, questions, and the five levels to choose from."""
    asked = "".join(f"<li>{escape(question)}</li>" for question in card.questions)
    levels = "".join(f"<li>{level_name(level)}</li>" for level in LEVELS)
    return (
        f'<article class="cut-out cut-out--front" data-number="{card.number}"><p class="cut-out__pack">{escape(title)}</p><h2>{card.number}. {escape(card.title)}</h2>'
        f'<p class="cut-out__story">{escape(card.steps[0].words)}</p><ul class="cut-out__asked">{asked}</ul>'
        f'<div class="cut-out__foot"><ul class="cut-out__levels">{levels}</ul><p>{escape("; ".join(AUDIENCES[name] for name in card.audiences))}</p></div></article>'
    )


def back_html(model: Model, card: Card) -> str:
    """The answer, what changes next and its answer, and where groups disagree."""
    story, *twists = card.steps
    turned = "".join(
        f'<p class="cut-out__twist"><strong>What changes next.</strong> {escape(twist.words)}</p>{answer_html(model, twist, before)}'
        for before, twist in zip(card.steps, twists)
    )
    note = " ".join(f"{escape(claim.says)} {places_html(model, claim.citations)}" for claim in card.note)
    inner = f'{answer_html(model, story)}{turned}<p class="cut-out__note"><strong>Where groups disagree.</strong> {note}</p>'
    size = next(name for name, most in SIZES if len(re.sub(r"<[^>]*>", "", inner)) <= most)
    return (
        f'<article class="cut-out cut-out--back cut-out--{size}" data-number="{card.number}"><h2>{card.number}. {escape(card.title)}</h2>{inner}'
        f'<p class="cut-out__made">Rules of {RULES_VERSION}</p></article>'
    )


def answer_html(model: Model, step: Step, before: Step | None = None) -> str:
    """Level, contact, what is never done, and why, in few lines; routes only by name."""
    level, contact = step.result.level, step.result.contact
    never = "".join(
        f" <strong>{escape(words)}</strong>"
        for words in warnings(step.result)
        if before is None or words not in warnings(before.result)
    )
    same = before and (level, contact) == (before.result.level, before.result.contact)
    shown = [f for f in step.deciding() if not (same and f in before.deciding())]
    reasons = (
        "".join(f"<li>{escape(f.reason)} {places_html(model, f.citations)}</li>" for f in shown)
        or "<li>The reason stays the same.</li>"
    )
    routes = ", ".join(step.routes(before))
    top = f"<li>{'Also' if before is None else 'New'}: {escape(routes)}.</li>" if routes else ""
    return (
        f'<p class="cut-out__level">{shape(level)} <strong>{LEVEL_MARKS[level][0]}.</strong> {contact_words(level, contact)}.{never}</p>'
        f'<ul class="cut-out__reasons">{reasons}{top}</ul>'
    )


def places_html(model: Model, citations: Iterable[str]) -> str:
    """Where it stands, by the ids that short addresses are made of, each document named once: '(national 6.4-8, 6.6-5)'."""
    found: dict[str, list[str]] = {}
    for citation in citations:
        kind, _, name = citation.partition(" ")
        if kind == "topic":
            found.setdefault(model.area["protocol"]["cited_as"], []).extend(model.area["topics"][name])
        elif kind == "note":
            note = next(note for note in model.notes if note.id == name)
            found.setdefault(
                "editor's note on national" if note.protocol == "national" else "editor's note", []
            ).append(note.provisions[0])
        elif kind == "page":
            found.setdefault("page", []).extend(f'"{label}"' for label, _ in citation_links(model, citation))
        else:
            found.setdefault(kind, []).append(name)
    return f'<span class="citations">({escape("; ".join(f"{where} {', '.join(dict.fromkeys(names))}" for where, names in found.items()))})</span>'
