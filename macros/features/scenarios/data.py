"""Scenario cards, read from `docs/training/scenarios/`: one YAML file for each pack, next to the page that shows it.

A card has a story, its answers to the incident tool, and at least one twist, which changes some of the answers. The
level and police contact in the file are only a claim: the incident tool decides, and a card with another level or
contact stops the build with its file and line. So does an answer that the tool does not know, a missing twist, a point
without a citation, and a story that leaves a question open which could still change its level.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from macros.content.citations import check_citation
from macros.content.data_files import check_known, check_new, front_matter, line_at, page_title, read_checked
from macros.content.errors import ContentError, did_you_mean
from macros.content.model import Model, cached_per_model
from tools.first_edition import decide
from tools.first_edition.explain import contradictions
from tools.first_edition.questions import QUESTIONS
from tools.first_edition.report import next_question
from tools.model import Finding, Result

#: Who a card is written for: the name used in the files, and the name that readers see.
AUDIENCES = {
    "police-recruits": "Police recruits",
    "care-staff": "Care staff in children's homes",
    "foster-carers": "Foster and kinship carers",
    "agency-staff": "Agency staff",
    "schools": "Schools and colleges",
    "supported": "Supported accommodation and leaving care",
}
ANSWER_NAMES = tuple(dict.fromkeys([q.id for q in QUESTIONS] + [a.value for q in QUESTIONS for a in q.answers]))

type Answers = dict[str, Any]


class Step(NamedTuple):
    """The story or a twist: its text, all answers that apply by then, and the result that the rules give."""

    text: str
    answers: Answers
    result: Result

    def deciding(self) -> list[Finding]:
        """The findings that give the level or the police contact; findings that give less explain nothing."""
        return [
            f
            for f in self.result.findings
            if f.level and (f.level == self.result.level or f.contact == self.result.contact)
        ]

    def on_top(self, before: "Step | None" = None) -> list[Finding]:
        """The findings that add a route; after another step only the new ones."""
        return [f for f in self.result.findings if f.route and (before is None or f not in before.result.findings)]

    def routes(self, before: "Step | None" = None) -> dict[str, Finding]:
        """The routes of the result, each with its first finding; after another step only the new routes."""
        previous = {f.route for f in before.result.findings} if before else set()
        routes: dict[str, Finding] = {}
        for finding in self.result.findings:
            if finding.route and finding.route not in previous:
                routes.setdefault(finding.route, finding)
        return routes


class Point(NamedTuple):
    """One point of the trainer's note, with its sources."""

    text: str
    citations: tuple[str, ...]


class Card(NamedTuple):
    """A card. Its steps are the story, then each twist, which adds to the step before it."""

    id: str
    number: int
    pack: str
    title: str
    audiences: tuple[str, ...]
    steps: tuple[Step, ...]
    questions: tuple[str, ...]
    note: tuple[Point, ...]

    @property
    def routes(self) -> tuple[str, ...]:
        """The special situations of the card, before or after its twists."""
        return tuple(dict.fromkeys(f.route for step in self.steps for f in step.result.findings if f.route))

    @property
    def twists(self) -> list[tuple[Step, Step]]:
        """Each twist with the step before it."""
        return list(zip(self.steps, self.steps[1:], strict=False))


class Pack(NamedTuple):
    """The cards of one topic: the file's name, the title of its page, and the cards."""

    name: str
    title: str
    cards: tuple[Card, ...]


@cached_per_model
def packs_of(model: Model) -> dict[str, Pack]:
    """Every pack of a build by its name, in the order of their pages; cards are numbered through all of them."""
    folder = model.docs / "training" / "scenarios"
    packs: dict[str, Pack] = {}
    seen: dict[str, str] = {}
    number = 0
    for path in sorted(folder.glob("*.yml"), key=lambda path: int(front_matter(_page(path), "order"))):
        cards = []
        for place, row in enumerate(read_checked(path, folder / "scenario.schema.json")):
            check_new(row["id"], seen, "id", line_at(path, [place, "id"]))
            number += 1
            cards.append(_card(model, path, place, row, number))
        packs[path.stem] = Pack(path.stem, page_title(_page(path)), tuple(cards))
    return packs


def _page(path: Path) -> Path:
    """The page that shows a pack."""
    page = path.with_suffix(".md")
    if not page.is_file():
        raise ContentError(str(path), f"the pack '{path.stem}' has no page {page.name} next to it")
    return page


def _card(model: Model, path: Path, place: int, row: dict[str, Any], number: int) -> Card:
    """One card, with everything checked that its schema cannot check."""
    for index, audience in enumerate(row["for"]):
        check_known(audience, AUDIENCES, "audience", line_at(path, [place, "for", index]))
    for index, point in enumerate(row["note"]):
        for citation in point["citations"]:
            check_citation(model, citation, line_at(path, [place, "note", index, "citations"]))
    steps = [_step(path, [place], row["story"], row["answers"], row, f"the card '{row['id']}'")]
    for index, twist in enumerate(row["twists"]):
        keys: list[str | int] = [place, "twists", index]
        name = f"twist {index + 1} of the card '{row['id']}'"
        steps.append(_step(path, keys, twist["text"], {**steps[-1].answers, **twist["answers"]}, twist, name))
        if steps[-1].result == steps[-2].result:
            raise ContentError(
                line_at(path, [*keys, "answers"]),
                f"{name} changes nothing: its answers give the same level, contact and duties as before",
            )
    return Card(
        row["id"],
        number,
        path.stem,
        row["title"],
        tuple(row["for"]),
        tuple(steps),
        tuple(row["questions"]),
        tuple(Point(point["text"].strip(), tuple(point["citations"])) for point in row["note"]),
    )


def _step(path: Path, keys: Sequence[str | int], text: str, answers: Answers, row: dict[str, Any], name: str) -> Step:
    """A story or twist with the result of its answers.

    ContentError where the rules refuse the answers, where a question that could change the level is open, where answers
    contradict each other, and where the result is not the stated one.
    """
    where = line_at(path, [*keys, "answers"])
    try:
        result = decide(answers)
    except ValueError as error:
        wrong = re.search(r"'([^']+)'", str(error))
        hint = did_you_mean(wrong[1], ANSWER_NAMES) if wrong else ""
        raise ContentError(where, f"{name} has answers that the incident tool refuses: {error}.{hint}") from None
    for _, _, doubt in contradictions(answers):
        raise ContentError(where, f"{name} has answers that do not fit together. {doubt}")
    if question := next_question(answers):
        raise ContentError(where, f"{name} leaves '{question}' open, and its answer could still change the level")
    for key, stated, actual in (("level", row["level"], result.level), ("contact", row["contact"], result.contact)):
        if stated != actual:
            rules = ", ".join(f.rule for f in result.findings if f.level or f.contact)
            raise ContentError(
                line_at(path, [*keys, key]),
                f"{name} states the {key} '{stated}', but the rules give '{actual}' (matching rules: {rules})",
            )
    return Step(text.strip(), answers, result)
