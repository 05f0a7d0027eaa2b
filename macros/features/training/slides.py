"""The slides of a session: a page that reads from top to bottom, and that reveal.js presents.

What appears on a later press has the class `fragment`; the trainer's notes are in `.notes`. Without JavaScript all of
it is on the page. Levels and reasons of a story come from the incident tool.
"""

from typing import NamedTuple

from macros.content.citations import citation_links
from macros.features.evidence.figures import Figure, figures_of
from macros.features.guides.data import Answers
from macros.features.training.data import Session, Slide, questions_of
from macros.pages.build import Build
from macros.pages.html import Block, render_template
from macros.pages.links import brief_links
from macros.pages.text import CONFIDENCE_TEXT, say_date
from macros.render.incident import contact_words
from macros.render.levels import level_name
from tools.first_edition import decide
from tools.model import Contact, Level

#: Figures with more characters than this are shown in a smaller size.
SHORT_FIGURE = 6


class LevelView(NamedTuple):
    """What the incident tool gives for some answers: level, police contact and the first reason."""

    level: Level
    contact: Contact
    contact_text: str
    reason: str


def slides_block(build: Build, session: Session) -> Block:
    """All slides of a session."""
    return render_template(
        "training/slides.html",
        session=session,
        slides=[(number, slide, start) for number, (slide, start) in enumerate(session.timed_slides(), 1)],
        render=build.render,
        render_inline=build.render_inline,
        figure_of=lambda slide: figure_of(build, slide),
        question_of=lambda slide: questions_of(build.model)[slide.question],
        sources=lambda slide: slide_sources(build, slide),
        level_of=level_of,
        level_name=level_name,
        time_text=time_text,
        short_figure=SHORT_FIGURE,
    )


def clock(minute: float) -> str:
    """A minute of the session as on a watch: 7.5 is '7:30'."""
    return f"{int(minute)}:{int(minute % 1 * 60):02d}"


def time_text(minutes: float, start: float) -> str:
    """How long a slide takes, and when it begins and ends."""
    if minutes == 0.5:
        duration = "Half a minute"
    elif minutes % 1:
        duration = f"{int(minutes)}½ minutes"
    else:
        duration = f"{int(minutes)} minute{'' if minutes == 1 else 's'}"
    return f"{duration}, from {clock(start)} to {clock(start + minutes)}"


def figure_of(build: Build, slide: Slide) -> Figure | None:
    """The figure of the national picture on a slide."""
    return next((figure for figure in figures_of(build.model) if figure["id"] == slide.figure), None)


def level_of(answers: Answers) -> LevelView:
    """What the incident tool gives for the answers of a story."""
    result = decide(answers)
    assert result.level and result.contact, "a story without a level has been refused when it was read"
    reason = next(finding.reason for finding in result.findings if finding.level == result.level)
    return LevelView(result.level, result.contact, contact_words(result.level, result.contact), reason)


def slide_sources(build: Build, slide: Slide) -> list[tuple[str, str]]:
    """The sources of a slide as (label, URL): its figure, then its citations and those of its question."""
    question_citations = questions_of(build.model)[slide.question].citations if slide.question else ()
    citations = dict.fromkeys((*slide.citations, *question_citations))
    links = [link for citation in citations for link in short_links(build, citation)]
    if figure := figure_of(build, slide):
        label = f"{CONFIDENCE_TEXT[figure['confidence']]}, checked {say_date(str(figure['checked']))}"
        links.insert(0, (label, f"page:evidence/national-picture/#figure-{slide.figure}"))
    return list(dict.fromkeys(links))


def short_links(build: Build, citation: str) -> list[tuple[str, str]]:
    """Label and URL of a citation, short enough for a slide; for an editor's note with confidence and date of check."""
    if not citation.startswith("note "):
        return brief_links(build.model, citation)
    note = next(note for note in build.model.notes if note.id == citation.removeprefix("note "))
    ((_, url),) = citation_links(build.model, citation)
    provision = build.model.label(note.provisions[0])
    confidence = CONFIDENCE_TEXT[note.confidence].partition(":")[0].lower()
    return [(f"note on {provision}: {confidence}, checked {say_date(note.checked)}", url)]
