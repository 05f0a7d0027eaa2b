"""Questions as a form that works before Python does, and without it.

The form cannot send anything: its method is `dialog`, so a browser has nowhere to submit it, and it has no submit
control. The page contains the result of every answer about danger; style sheets alone show the one that is chosen.
"""

from types import ModuleType

from macros.render.controls import choice_html
from macros.render.html import Child, Html, join, tag
from macros.render.result import Link, result_html
from tools import danger
from tools.model import Option, Question


def answer_html(question: Question, answer: Option, tool: str) -> Html:
    """One answer: a radio button, or a check box where many can be chosen, with its label and hint."""
    return choice_html(
        "checkbox" if question.many else "radio",
        f"{tool}-{question.id}-{answer.value}",
        question.id,
        answer.value,
        answer.label,
        join(" ", tag("span", answer.hint, class_="answer__hint")) if answer.hint else None,
    )


def question_html(question: Question, tool: str, answers: Child = None) -> Html:
    """One question as a group with its hint; `answers` replaces the plain list of its answers."""
    id = f"{tool}-{question.id}"
    return tag(
        "fieldset",
        tag("legend", question.text),
        tag("p", question.hint, class_="question__hint", id=f"{id}-hint") if question.hint else None,
        answers or tag("div", [answer_html(question, answer, tool) for answer in question.answers], class_="answers"),
        class_="question",
        id=id,
        data_question=question.id,
        tabindex="-1",
        aria_describedby=f"{id}-hint" if question.hint else None,
    )


#: What a page says that is still true when Python does not start.
WITHOUT = "What you see is the written result for danger; the written decision steps have the rest."


def tool_html(tool: ModuleType, questions: Html, link: Link) -> Html:
    """A tool for a page: its questions, and the result of every answer about danger as a written table."""
    return tag(
        "div",
        tag("form", questions, method="dialog", class_="tool__form", autocomplete="off", aria_label=str(tool.TITLE)),
        tag("p", class_="tool__say", role="status"),
        tag("p", tag("a", "See what to do", href=f"#{tool.NAME}-result"), class_="tool__jump", hidden=True),
        tag("p", class_="tool__stage", hidden=True),
        tag("div", class_="tool__result", id=f"{tool.NAME}-result", tabindex="-1"),
        tag("div", [written_html(answer, link) for answer in danger.QUESTIONS[0].answers], class_="tool__written"),
        class_="tool",
        data_module="incident/tool",
        data_tool=str(tool.NAME),
        data_without=WITHOUT,
    )


def written_html(answer: Option, link: Link) -> Html:
    """The result of one answer about danger, as the page shows it without Python."""
    result = danger.decide({danger.QUESTIONS[0].id: answer.value})
    heading = tag("h3", f"If anyone is in danger: {answer.label}")
    return tag("section", heading, result_html(result, link), class_="written", data_answer=answer.value)
