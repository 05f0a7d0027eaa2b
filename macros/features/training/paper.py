"""Paper for a session, from the same data as its slides: the plan, answer sheets, confidence form and pledge card."""

from collections.abc import Sequence

from macros.features.training.data import Question, Session, confidence_statements
from macros.features.training.quiz import question_citations
from macros.features.training.slides import clock
from macros.pages.build import Build
from macros.pages.html import Block, render_template


def plan_block(build: Build, session: Session) -> Block:
    """The running order: when each slide begins, how long it takes, and a link to it."""
    return render_template("training/plan.html", session=session, render_inline=build.render_inline, clock=clock)


def answers_block(build: Build, questions: Sequence[Question]) -> Block:
    """An answer sheet: for each question its right letter, the explanation and the sources."""
    return render_template(
        "training/answers.html",
        questions=questions,
        citations=lambda question: question_citations(build, question),
    )


def pledge_block(session: Session) -> Block:
    """A card to cut out, with the beginning of a pledge to finish in one's own words."""
    return render_template("training/pledge.html", session=session)


def confidence_block(build: Build) -> Block:
    """The confidence form, to fill in by hand: each statement before and after, from 1 to 5."""
    return render_template("training/confidence.html", statements=confidence_statements(build.model))
