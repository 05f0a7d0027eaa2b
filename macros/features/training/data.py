"""The training sessions and the questions, read from `docs/training/` and checked.

A session is one folder with a `session.yml` that a trainer can read: its slides in order, each with the words the room
sees, what the trainer says, how long it takes and what it rests on. Reading is strict: minutes that do not add up, a slide
without a source, a story or question whose level the incident tool does not give, and an unknown citation stop the build
with file and line.
"""

import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from macros.content.citations import check_citation
from macros.content.data_files import check_known, check_schema, line_of, read_checked, read_rows
from macros.content.errors import ContentError
from macros.content.model import Model
from macros.features.evidence.figures import figures_of
from macros.features.guides.data import check_level
from macros.render.levels import LEVEL_MARKS

QUESTION = "question in training/questions.yml"
_PAGE_LINK = re.compile(r"\(page:([^)#]+)")


class Answer(NamedTuple):
    """One answer that a question offers, and what a reader is told who chooses it."""

    say: str
    right: bool
    because: str


class Question(NamedTuple):
    """A question of the knowledge check; exactly one of its answers is right."""

    id: str
    audiences: tuple[str, ...]
    topic: str
    ask: str
    answers: tuple[Answer, ...]
    cites: tuple[str, ...]


class Story(NamedTuple):
    """An invented story with its answers to the incident tool, and what becomes of it when one thing changes."""

    tells: str
    answers: dict[str, Any]
    change: str
    then_answers: dict[str, Any]


class Slide(NamedTuple):
    """One slide. What it does not have is None or empty."""

    title: str
    minutes: float
    look: str
    words: str
    figure: str
    quotes: tuple[dict[str, Any], ...]
    story: Story | None
    asks: str
    then: tuple[str, ...]
    notes: str
    cites: tuple[str, ...]


class Session(NamedTuple):
    """A whole session, and what a trainer needs round it."""

    name: str
    audience: str
    minutes: int
    aims: tuple[str, ...]
    needs: tuple[str, ...]
    check: tuple[str, ...]
    pledge: str
    slides: tuple[Slide, ...]

    @property
    def title(self) -> str:
        """What the session is called: its first slide says it."""
        return self.slides[0].title

    def starts(self) -> list[float]:
        """The minute at which each slide begins."""
        return [sum(slide.minutes for slide in self.slides[:number]) for number in range(len(self.slides))]


@cache
def questions_of(model: Model) -> dict[str, Question]:
    """Every question of `training/questions.yml` by its id."""
    path, found = model.docs / "training" / "questions.yml", {}
    for row in read_rows(path, path.with_name("question.schema.json")):
        where = line_of(path, f"id: {row['id']}")
        answers = tuple(Answer(a["say"], a.get("right", False), a["because"]) for a in row["answers"])
        right = [answer.say for answer in answers if answer.right]
        if len(right) != 1:
            raise ContentError(
                where, f"the question '{row['id']}' has {len(right)} right answers, and needs one with 'right: true'"
            )
        if "level" in row:
            check_level(row["level"]["answers"], row["level"]["is"], "the question", where)
            named = [level_named(answer.say) for answer in answers]
            if any(named) and level_named(right[0]) != row["level"]["is"]:
                raise ContentError(
                    where, f"the right answer is '{right[0]}', but the incident tool gives {row['level']['is']}"
                )
        for citation in row["cites"]:
            check_citation(model, citation, where)
        found[row["id"]] = Question(
            row["id"], tuple(row["for"]), row["topic"], row["ask"], answers, tuple(row["cites"])
        )
    return found


def level_named(answer: str) -> str | None:
    """The level with whose name an answer begins, if it does."""
    return next((level for level, (word, *_) in LEVEL_MARKS.items() if answer.startswith(word)), None)


@cache
def sessions_of(model: Model) -> dict[str, Session]:
    """Every session by the name of its folder."""
    return {
        path.parent.name: read_session(model, path) for path in sorted((model.docs / "training").glob("*/session.yml"))
    }


def read_session(model: Model, path: Path) -> Session:
    """One `session.yml`; ContentError for the first mistake in it."""
    data = read_checked(path, path.parent.with_name("session.schema.json"))
    questions = questions_of(model)
    for id in data["check"]:
        check_known(id, questions, QUESTION, line_of(path, id, "check:"))
    for need in data["needs"]:
        check_links(model, need, line_of(path, need[:20]))
    slides: list[Slide] = []
    for row in data["slides"]:
        slide = read_slide(model, path, row, questions)
        if slide.title in [other.title for other in slides]:
            raise ContentError(line_of(path, title_line(path, slide.title)), f"two slides are called '{slide.title}'")
        slides.append(slide)
    total = sum(slide.minutes for slide in slides)
    if total != data["minutes"]:
        raise ContentError(
            line_of(path, "minutes:"),
            f"the session lasts {data['minutes']} minutes, but its slides add up to {total:g}",
        )
    return Session(
        path.parent.name,
        data["audience"],
        data["minutes"],
        tuple(data["aims"]),
        tuple(data["needs"]),
        tuple(data["check"]),
        data["pledge"],
        tuple(slides),
    )


def read_slide(model: Model, path: Path, row: Any, questions: dict[str, Question]) -> Slide:
    """One slide with its story put to the incident tool and its citations followed."""
    name = title_line(path, row["title"]) if isinstance(row, dict) and "title" in row else "slides:"
    check_schema(path, row, path.parent.with_name("slide.schema.json"), name)
    where = line_of(path, name)
    if ("cites" in row) == ("claims" in row):
        raise ContentError(
            where,
            f"the slide '{row['title']}' needs 'cites: [...]', or 'claims: none' if it says nothing that needs a source",
        )
    for citation in row.get("cites", ()):
        check_citation(model, citation, where)
    if "figure" in row:
        check_known(
            row["figure"], (figure["id"] for figure in figures_of(model)), "figure in evidence/figures.yml", where
        )
    if "asks" in row:
        check_known(row["asks"], questions, QUESTION, where)
    return Slide(
        row["title"],
        row["minutes"],
        row.get("look", ""),
        row.get("words", ""),
        row.get("figure", ""),
        tuple(row.get("quotes", ())),
        read_story(row["story"], where) if "story" in row else None,
        row.get("asks", ""),
        tuple(row.get("then", ())),
        row["notes"],
        tuple(row.get("cites", ())),
    )


def title_line(path: Path, title: str) -> str:
    """How a slide's title stands in its file, for messages: with quotation marks or without."""
    plain, quoted = f"title: {title}", f'title: "{title}"'
    return quoted if quoted in path.read_text(encoding="utf-8") else plain


def read_story(row: dict[str, Any], where: str) -> Story:
    """A story whose levels, before and after the change, are those that the incident tool gives."""
    after = {**row["answers"], **row["then answers"]}
    check_level(row["answers"], row["level"], "the story", where)
    check_level(after, row["then level"], "the story, after the change,", where)
    return Story(row["tells"], row["answers"], row["change"], after)


def check_links(model: Model, words: str, where: str) -> None:
    """Raises ContentError for the first `page:` link in some Markdown that leads to no page."""
    for address in _PAGE_LINK.findall(words):
        if not any((model.docs / name).is_file() for name in (f"{address.rstrip('/')}.md", f"{address}index.md")):
            raise ContentError(where, f"no page '{address}'")
