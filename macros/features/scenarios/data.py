"""Scenario cards: what is read from `docs/training/scenarios/`, one YAML file a pack, each beside the page that shows it.

A card has a story, its answers to the incident tool, and at least one twist, which changes some of the answers. The level
and police contact that a card states are only a promise: the incident tool's rules make the answer, and a card whose
promise differs stops the build with its file and line. So does an answer the tool does not know, a missing twist, a claim
without a citation, and a story that leaves open what could still change its level.
"""

import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from macros.content.citations import check_citation
from macros.content.data_files import check_known, check_new, front_matter, line_at, page_title, read_checked
from macros.content.errors import ContentError, did_you_mean
from macros.content.model import Model
from tools.incident import QUESTIONS, decide
from tools.incident.explain import contradictions
from tools.incident.report import next_question
from tools.model import Finding, Result

#: Who a card is written for: the name used in the files, and what readers see.
AUDIENCES = {
    "police-recruits": "Police recruits",
    "care-staff": "Care staff in children's homes",
    "foster-carers": "Foster and kinship carers",
    "agency-staff": "Agency staff",
    "schools": "Schools and colleges",
    "supported": "Supported accommodation and leaving care",
}
ANSWER_NAMES = tuple(dict.fromkeys([q.id for q in QUESTIONS] + [a.value for q in QUESTIONS for a in q.answers]))


class Step(NamedTuple):
    """The story or a twist: its words, all answers that hold by then, and what the rules make of them."""

    words: str
    answers: dict[str, Any]
    result: Result

    def deciding(self) -> list[Finding]:
        """The findings that give the level or the police contact; what would have given less explains nothing."""
        return [
            f
            for f in self.result.findings
            if f.level and (f.level == self.result.level or f.contact == self.result.contact)
        ]

    def on_top(self, before: "Step | None" = None) -> list[Finding]:
        """The findings that add a route; after another step only those that are new."""
        return [f for f in self.result.findings if f.route and (before is None or f not in before.result.findings)]

    def routes(self, before: "Step | None" = None) -> dict[str, Finding]:
        """The routes that come on top, each with its first finding; after another step only those that it did not have."""
        had = {f.route for f in before.result.findings} if before else ()
        found: dict[str, Finding] = {}
        for finding in self.result.findings:
            if finding.route and finding.route not in had:
                found.setdefault(finding.route, finding)
        return found


class Claim(NamedTuple):
    """One thing a trainer is told, and what it rests on."""

    says: str
    citations: tuple[str, ...]


class Card(NamedTuple):
    """A card: its steps are the story, then each twist on top of what came before."""

    id: str
    number: int
    pack: str
    title: str
    audiences: tuple[str, ...]
    steps: tuple[Step, ...]
    questions: tuple[str, ...]
    note: tuple[Claim, ...]

    @property
    def routes(self) -> tuple[str, ...]:
        """The special situations that it has to do with, before or after its twists."""
        return tuple(dict.fromkeys(f.route for step in self.steps for f in step.result.findings if f.route))


class Pack(NamedTuple):
    """The cards of one topic: the file's name, the title of its page, and the cards."""

    name: str
    title: str
    cards: tuple[Card, ...]


@cache
def packs_of(model: Model) -> dict[str, Pack]:
    """Every pack of a build by its name, in the order of their pages; numbers run through all of them."""
    folder = model.docs / "training" / "scenarios"
    found: dict[str, Pack] = {}
    seen: dict[str, str] = {}
    number = 0
    for path in sorted(folder.glob("*.yml"), key=lambda path: int(front_matter(_page(path), "order"))):
        cards = []
        for place, row in enumerate(read_checked(path, folder / "scenario.schema.json")):
            check_new(row["id"], seen, "id", line_at(path, [place, "id"]))
            number += 1
            cards.append(_card(model, path, place, row, number))
        found[path.stem] = Pack(path.stem, page_title(_page(path)), tuple(cards))
    return found


def _page(path: Path) -> Path:
    """The page that shows a pack."""
    page = path.with_suffix(".md")
    if not page.is_file():
        raise ContentError(str(path), f"the pack '{path.stem}' has no page {page.name} beside it")
    return page


def _card(model: Model, path: Path, place: int, row: dict, number: int) -> Card:
    """One card, with everything checked that its schema cannot."""
    for index, audience in enumerate(row["for"]):
        check_known(audience, AUDIENCES, "audience", line_at(path, [place, "for", index]))
    for index, claim in enumerate(row["note"]):
        for citation in claim["cites"]:
            check_citation(model, citation, line_at(path, [place, "note", index, "cites"]))
    steps = [_step(path, [place], row["story"], row["answers"], row, f"the card '{row['id']}'")]
    for index, twist in enumerate(row["twists"]):
        keys, what = [place, "twists", index], f"twist {index + 1} of the card '{row['id']}'"
        steps.append(_step(path, keys, twist["then"], {**steps[-1].answers, **twist["answers"]}, twist, what))
        if steps[-1].result == steps[-2].result:
            raise ContentError(
                line_at(path, [*keys, "answers"]),
                f"{what} changes nothing: its answers give the same level, contact and duties as before",
            )
    return Card(
        row["id"],
        number,
        path.stem,
        row["title"],
        tuple(row["for"]),
        tuple(steps),
        tuple(row["questions"]),
        tuple(Claim(claim["says"].strip(), tuple(claim["cites"])) for claim in row["note"]),
    )


def _step(path: Path, keys: list, words: str, answers: dict[str, Any], row: dict, what: str) -> Step:
    """A story or twist with its answers put to the rules; ContentError where they are refused, open, at odds, or give another result than the one stated."""
    where = line_at(path, [*keys, "answers"])
    try:
        result = decide(answers)
    except ValueError as error:
        wrong = re.search(r"'([^']+)'", str(error))
        raise ContentError(
            where,
            f"{what} has answers that the incident tool refuses: {error}.{did_you_mean(wrong[1], ANSWER_NAMES) if wrong else ''}",
        ) from None
    for _, _, doubt in contradictions(answers):
        raise ContentError(where, f"{what} has answers that do not fit together. {doubt}")
    if ask := next_question(answers):
        raise ContentError(where, f"{what} leaves '{ask}' open, and its answer could still change the level")
    for key, stated, made in (("level", row["level"], result.level), ("contact", row["contact"], result.contact)):
        if stated != made:
            found = ", ".join(f.rule for f in result.findings if f.level or f.contact)
            raise ContentError(
                line_at(path, [*keys, key]),
                f"{what} states the {key} '{stated}', but the rules give '{made}' (rules that fit: {found})",
            )
    return Step(words.strip(), answers, result)
