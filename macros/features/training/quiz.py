"""Questions to answer on a page. Without JavaScript each has its answer behind a control that opens; `assets/training/quiz.js`
checks a choice.

No form stands round them, so that no browser can send an answer anywhere. Printed, they are a sheet of questions without answers.
"""

from macros.features.training.data import Answer, Question, questions_of
from macros.pages.links import brief_links
from macros.render.html import escape


def lettered(question: Question) -> list[tuple[str, Answer]]:
    """The answers of a question with their letters."""
    return list(zip("ABCDE", question.answers))


def cited(build, question: Question) -> str:
    """Links to the paragraphs that answer a question."""
    links = [
        f'<a href="{escape(address)}">{escape(label)}</a>'
        for citation in question.cites
        for label, address in brief_links(build.model, citation)
    ]
    return f'<span class="citations">({", ".join(dict.fromkeys(links))})</span>'


def quiz_html(build, questions, numbered: bool = False) -> str:
    """Some questions, one after another."""
    made = "".join(
        question_html(build, question, f"{number}. " if numbered else "")
        for number, question in enumerate(questions, 1)
    )
    return f'<div class="quiz" data-module="training/quiz">{made}</div>'


def question_html(build, question: Question, number: str) -> str:
    """One question with its answers to choose from, and what is told of each, closed."""
    choices = "".join(
        f'<div class="answer"><input type="radio" name="{question.id}" id="{question.id}-{letter}" value="{letter}"><label for="{question.id}-{letter}">{letter}. {escape(answer.say)}</label></div>'
        for letter, answer in lettered(question)
    )
    told = "".join(
        f'<li data-answer="{letter}"{" data-right" if answer.right else ""}><strong>{letter}{" is right" if answer.right else ""}.</strong> <span>{escape(answer.because)}</span></li>'
        for letter, answer in lettered(question)
    )
    return (
        f'<div class="quiz__question" id="question-{question.id}" data-for="{escape(", ".join(question.audiences))}"><fieldset class="question"><legend>{number}{escape(question.ask)}</legend><div class="answers">{choices}</div></fieldset>'
        f'<details class="would-change quiz__answer"><summary>Show the answer</summary><ul>{told}</ul><p>Read it: {cited(build, question)}</p></details></div>'
    )


def controls_html(build) -> str:
    """Above the knowledge check, where JavaScript runs: for whom, the score on the screen, and a fresh start."""
    audiences = list(
        dict.fromkeys(audience for question in questions_of(build.model).values() for audience in question.audiences)
    )
    choices = "".join(
        f'<div class="answer"><input type="radio" name="show" id="show-{number}" value="{escape(audience)}"{"" if audience else " checked"}><label for="show-{number}">{escape(audience[:1].upper() + audience[1:]) or "Everyone"}</label></div>'
        for number, audience in enumerate(["", *audiences])
    )
    return f'<div class="quiz-controls needs-js" data-module="training/quiz"><fieldset class="question"><legend>Show questions for</legend><div class="answers answers--row">{choices}</div></fieldset></div>'
