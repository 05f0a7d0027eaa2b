"""Questions to answer on a page.

Without JavaScript each has its answer behind a control that opens; `assets/training/quiz.js` checks a choice. There is
no form around them, so no browser can send an answer anywhere. Printed, they are a sheet of questions without answers.
"""

from collections.abc import Sequence

from macros.features.training.data import Question, questions_of
from macros.pages.build import Build
from macros.pages.html import Block, render_template
from macros.pages.links import brief_links
from macros.render.html import Html, join, tag


def question_citations(build: Build, question: Question) -> Html:
    """Links to the paragraphs that answer a question."""
    links = [
        tag("a", label, href=url)
        for citation in question.citations
        for label, url in brief_links(build.model, citation)
    ]
    return tag("span", "(", join(*dict.fromkeys(links), separator=", "), ")", class_="citations")


def quiz_block(build: Build, questions: Sequence[Question], numbered: bool = False) -> Block:
    """Some questions, one after another."""
    return render_template(
        "training/quiz.html",
        questions=questions,
        numbered=numbered,
        citations=lambda question: question_citations(build, question),
    )


def controls_block(build: Build) -> Block:
    """The controls above the knowledge check: for whom questions are shown. They need JavaScript."""
    audiences = dict.fromkeys(
        audience for question in questions_of(build.model).values() for audience in question.audiences
    )
    return render_template("training/quiz_controls.html", audiences=["", *audiences])
