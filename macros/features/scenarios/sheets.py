"""Scenario cards to cut out: four on a side of A4, answers on the back, for a printer that flips on the long edge.

Flipping on the long edge swaps left and right, so the backs of a row are in reverse order. The HTML needs only
`assets/scenarios/cut-out.css` in WeasyPrint, and `cut-out-page.css` too in a browser; its pages have a page name
(`cut-out`), so sheets can be part of a handbook with other margins.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from macros.content.citations import citation_links
from macros.content.model import Model
from macros.features.guides.duties import warnings
from macros.features.scenarios.data import AUDIENCES, Card, Step
from macros.pages.html import Block, render_template
from macros.render.incident import contact_words
from macros.render.levels import LEVEL_MARKS, level_name, shape
from tools.first_edition import RULES_VERSION
from tools.model import LEVELS, Level

ACROSS, DOWN = 2, 2
CARDS_ON_SIDE = ACROSS * DOWN
#: The size of the type on a back, and the number of characters up to which it is used.
SIZES = (("large", 840), ("middle", 1190), ("small", 9999))


class ShortAnswer(NamedTuple):
    """The answer to a step in few lines: routes only by name."""

    level: Level
    contact: str
    warnings: list[str]
    #: Each with its sources.
    reasons: list[tuple[str, str]]
    routes: str

    def texts(self) -> Iterator[str]:
        """All text that is printed."""
        yield from (LEVEL_MARKS[self.level][0], self.contact, *self.warnings, self.routes)
        for reason in self.reasons:
            yield from reason


class Back(NamedTuple):
    """The back of a card: the answer, each twist with its answer, and the trainer's note."""

    card: Card
    answer: ShortAnswer
    twists: list[tuple[str, ShortAnswer]]
    #: Each point with its sources.
    note: list[tuple[str, str]]

    def texts(self) -> Iterator[str]:
        """All text that is printed."""
        yield from self.answer.texts()
        for twist, answer in self.twists:
            yield twist
            yield from answer.texts()
        for point in self.note:
            yield from point

    @property
    def size(self) -> str:
        """The largest type in which the text fits."""
        characters = sum(map(len, self.texts()))
        return next(name for name, most in SIZES if characters <= most)


def sheets_html(model: Model, cards: Sequence[Card], title: str) -> Block:
    """Sheets of fronts, each followed by its backs. A place that is not needed is empty on both sides."""
    groups = [cards[start : start + CARDS_ON_SIDE] for start in range(0, len(cards), CARDS_ON_SIDE)]
    return render_template(
        "scenarios/sheets.html",
        title=title,
        sheets=[
            (places(group, "front"), [card and back_of(model, card) for card in places(group, "back")])
            for group in groups
        ],
        audiences=AUDIENCES,
        levels=LEVELS,
        level_name=level_name,
        level_marks=LEVEL_MARKS,
        shape=shape,
        version=RULES_VERSION,
    )


def places(group: Sequence[Card], side: str) -> list[Card | None]:
    """The cards of a side in print order, row by row; each row of backs is reversed."""
    filled = [*group, *[None] * (CARDS_ON_SIDE - len(group))]
    rows = [filled[start : start + ACROSS] for start in range(0, len(filled), ACROSS)]
    return [card for row in rows for card in (row if side == "front" else row[::-1])]


def back_of(model: Model, card: Card) -> Back:
    """What is printed on the back of a card."""
    return Back(
        card,
        short_answer(model, card.steps[0]),
        [(twist.text, short_answer(model, twist, before)) for before, twist in card.twists],
        [(point.text, sources_text(model, point.citations)) for point in card.note],
    )


def short_answer(model: Model, step: Step, before: Step | None = None) -> ShortAnswer:
    """Level, contact, warnings and reasons in few lines; after another step only what is new since then."""
    result = step.result
    assert result.level, "a step without a level has been refused when it was read"
    findings, step_warnings = step.deciding(), warnings(result)
    if before:
        step_warnings = [text for text in step_warnings if text not in warnings(before.result)]
        if (result.level, result.contact) == (before.result.level, before.result.contact):
            findings = [finding for finding in findings if finding not in before.deciding()]
    reasons = [(finding.reason, sources_text(model, finding.citations)) for finding in findings]
    routes = ", ".join(step.routes(before))
    return ShortAnswer(
        result.level,
        contact_words(result.level, result.contact),
        step_warnings,
        reasons or [("The reason stays the same.", "")],
        f"{'New' if before else 'Also'}: {routes}." if routes else "",
    )


def sources_text(model: Model, citations: Iterable[str]) -> str:
    """Sources as ids of short URLs, each document named once: '(national 6.4-8, 6.6-5)'."""
    names_by_document: dict[str, list[str]] = {}
    for citation in citations:
        document, names = cited_names(model, citation)
        names_by_document.setdefault(document, []).extend(names)
    sources = (f"{document} {', '.join(dict.fromkeys(names))}" for document, names in names_by_document.items())
    return f"({'; '.join(sources)})"


def cited_names(model: Model, citation: str) -> tuple[str, list[str]]:
    """The document of a citation, and the ids or page titles to print after it."""
    kind, _, name = citation.partition(" ")
    if kind == "topic":
        return model.area["protocol"]["cited_as"], model.area["topics"][name]
    if kind == "note":
        note = next(note for note in model.notes if note.id == name)
        document = "editor's note on national" if note.protocol == "national" else "editor's note"
        return document, [note.provisions[0]]
    if kind == "page":
        return "page", [f'"{label}"' for label, _ in citation_links(model, citation)]
    return kind, [name]
