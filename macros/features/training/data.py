"""The training sessions and the questions, read from `docs/training/` and checked.

A session is one folder with a `session.yml` that a trainer can read: its slides in order, each with the text on screen,
the trainer's notes, its minutes and its citations. Reading is strict: minutes that do not add up, a slide without a
source, a story or question with a level that the incident tool does not give, and an unknown citation stop the build
with file and line.
"""

import re
from pathlib import Path
from typing import Any, NamedTuple

from macros.content.citations import check_citation
from macros.content.data_files import check_known, check_schema, line_of, read_checked, read_rows
from macros.content.errors import ContentError
from macros.content.model import Model, cached_per_model
from macros.features.evidence.figures import figures_of
from macros.features.guides.data import Answers, check_level
from macros.render.levels import LEVEL_MARKS
from tools.model import LEVELS, Level

QUESTION = "question in training/questions.yml"
_PAGE_LINK = re.compile(r"\(page:([^)#]+)")


class Answer(NamedTuple):
    """One answer that a question offers, and the explanation shown to a reader who chooses it."""

    text: str
    right: bool
    because: str


class Question(NamedTuple):
    """A question of the knowledge check; exactly one of its answers is right."""

    id: str
    audiences: tuple[str, ...]
    topic: str
    text: str
    answers: tuple[Answer, ...]
    citations: tuple[str, ...]

    def lettered(self) -> list[tuple[str, Answer]]:
        """The answers with their letters."""
        return list(zip("ABCDE", self.answers, strict=False))

    def right_answer(self) -> tuple[str, Answer]:
        """The right answer with its letter."""
        return next((letter, answer) for letter, answer in self.lettered() if answer.right)


class Story(NamedTuple):
    """An invented story with its answers to the incident tool, and what changes in it."""

    text: str
    answers: Answers
    change: str
    changed_answers: Answers


class Quote(NamedTuple):
    """What somebody said in public, word for word."""

    text: str
    who: str
    source: str
    url: str
    checked: str


class Slide(NamedTuple):
    """One slide. Optional fields are None or empty where the slide has none."""

    title: str
    minutes: float
    layout: str
    text: str
    figure: str
    quotes: tuple[Quote, ...]
    story: Story | None
    question: str
    fragments: tuple[str, ...]
    notes: str
    citations: tuple[str, ...]


class Session(NamedTuple):
    """A session with all that a trainer needs for it."""

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
        """The title of the session, which is that of its first slide."""
        return self.slides[0].title

    def starts(self) -> list[float]:
        """The minute at which each slide begins."""
        return [sum(slide.minutes for slide in self.slides[:number]) for number in range(len(self.slides))]

    def timed_slides(self) -> list[tuple[Slide, float]]:
        """Each slide with the minute at which it begins."""
        return list(zip(self.slides, self.starts(), strict=True))


@cached_per_model
def questions_of(model: Model) -> dict[str, Question]:
    """Every question of `training/questions.yml` by its id."""
    path = model.docs / "training" / "questions.yml"
    rows = read_rows(path, path.with_name("question.schema.json"))
    return {row["id"]: read_question(model, path, row) for row in rows}


def read_question(model: Model, path: Path, row: dict[str, Any]) -> Question:
    """One question; ContentError unless one answer is right and it is that of the incident tool."""
    where = line_of(path, f"id: {row['id']}")
    answers = tuple(Answer(answer["text"], answer.get("right", False), answer["because"]) for answer in row["answers"])
    right = [answer.text for answer in answers if answer.right]
    if len(right) != 1:
        raise ContentError(
            where, f"the question '{row['id']}' has {len(right)} right answers, and needs one with 'right: true'"
        )
    if "level" in row:
        level = row["level"]["is"]
        check_level(row["level"]["answers"], level, "the question", where)
        answers_name_levels = any(level_named(answer.text) for answer in answers)
        if answers_name_levels and level_named(right[0]) != level:
            raise ContentError(where, f"the right answer is '{right[0]}', but the incident tool gives {level}")
    for citation in row["citations"]:
        check_citation(model, citation, where)
    return Question(row["id"], tuple(row["for"]), row["topic"], row["question"], answers, tuple(row["citations"]))


def level_named(answer: str) -> Level | None:
    """The level whose name an answer begins with, if any."""
    return next((level for level in LEVELS if answer.startswith(LEVEL_MARKS[level][0])), None)


@cached_per_model
def confidence_statements(model: Model) -> tuple[str, ...]:
    """The statements of the confidence form, in print order."""
    return tuple(read_checked(model.docs / "training" / "confidence.yml"))


@cached_per_model
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
    """One slide, with its story checked against the incident tool and its citations checked."""
    name = title_line(path, row["title"]) if isinstance(row, dict) and "title" in row else "slides:"
    check_schema(path, row, path.parent.with_name("slide.schema.json"), name)
    where = line_of(path, name)
    if ("citations" in row) == ("claims" in row):
        raise ContentError(
            where,
            f"the slide '{row['title']}' needs 'citations: [...]', or 'claims: none' if nothing on it needs a source",
        )
    for citation in row.get("citations", ()):
        check_citation(model, citation, where)
    if "figure" in row:
        figures = [figure["id"] for figure in figures_of(model)]
        check_known(row["figure"], figures, "figure in evidence/figures.yml", where)
    if "question" in row:
        check_known(row["question"], questions, QUESTION, where)
    return Slide(
        row["title"],
        row["minutes"],
        row.get("layout", "plain"),
        row.get("text", ""),
        row.get("figure", ""),
        tuple(Quote(**{**quote, "checked": str(quote["checked"])}) for quote in row.get("quotes", ())),
        read_story(row["story"], where) if "story" in row else None,
        row.get("question", ""),
        tuple(row.get("fragments", ())),
        row["notes"],
        tuple(row.get("citations", ())),
    )


def title_line(path: Path, title: str) -> str:
    """A slide's title as it is written in its file, with or without quotation marks, to find its line."""
    plain, quoted = f"title: {title}", f'title: "{title}"'
    return quoted if quoted in path.read_text(encoding="utf-8") else plain


def read_story(row: dict[str, Any], where: str) -> Story:
    """A story; ContentError unless the incident tool gives its levels, before and after the change."""
    changed = {**row["answers"], **row["changed_answers"]}
    check_level(row["answers"], row["level"], "the story", where)
    check_level(changed, row["changed_level"], "the story, after the change,", where)
    return Story(row["text"], row["answers"], row["change"], changed)


def check_links(model: Model, markdown: str, where: str) -> None:
    """Raises ContentError for the first `page:` link in some Markdown that leads to no page."""
    for url in _PAGE_LINK.findall(markdown):
        if not page_exists(model, url):
            raise ContentError(where, f"no page '{url}'")


def page_exists(model: Model, url: str) -> bool:
    """Whether the site has a page at a URL, such as 'training/agency/check/'."""
    path = url.strip("/")
    return any((model.docs / name).is_file() for name in (f"{path}.md", f"{path}/index.md"))
