"""Questions as a form that works before Python does, and without it.

The form cannot send anything: its method is `dialog`, so a browser has nowhere to submit it, and it has no submit
control. Every answer's result about danger stands in the page; style sheets alone show the one that is chosen.
"""

from types import ModuleType

from macros.render.html import escape
from macros.render.result import Link, result_html
from tools import danger
from tools.model import Option, Question


def answer_html(question: Question, answer: Option, tool: str) -> str:
    """One answer: a radio button, or a check box where many can be chosen, with its label and hint."""
    id = f"{tool}-{question.id}-{answer.value}"
    hint = f' <span class="answer__hint">{escape(answer.hint)}</span>' if answer.hint else ""
    return (
        f'<div class="answer"><input type="{"checkbox" if question.many else "radio"}" id="{id}" name="{question.id}" value="{answer.value}">'
        f'<label for="{id}">{escape(answer.label)}{hint}</label></div>'
    )


def question_html(question: Question, tool: str, answers: str = "") -> str:
    """One question as a group with its hint; `answers` replaces the plain list of its answers."""
    id = f"{tool}-{question.id}"
    described = f' aria-describedby="{id}-hint"' if question.hint else ""
    hint = f'<p class="question__hint" id="{id}-hint">{escape(question.hint)}</p>' if question.hint else ""
    inner = answers or f'<div class="answers">{"".join(answer_html(question, a, tool) for a in question.answers)}</div>'
    return f'<fieldset class="question" id="{id}" data-question="{question.id}" tabindex="-1"{described}><legend>{escape(question.text)}</legend>{hint}{inner}</fieldset>'


#: What a page says that still answers when Python does not start.
WITHOUT = "What you see is the written result for danger; the written decision steps have the rest."


def tool_html(tool: ModuleType, questions: str, link: Link) -> str:
    """A tool for a page: its questions, and the result of every answer about danger as a written table."""
    asked = danger.QUESTIONS[0]
    rows = "".join(
        f'<section class="written" data-answer="{a.value}"><h3>If anyone is in danger: {escape(a.label)}</h3>'
        f"{result_html(danger.decide({asked.id: a.value}), link)}</section>"
        for a in asked.answers
    )
    return (
        f'<div class="tool" data-module="incident/tool" data-tool="{tool.NAME}" data-without="{WITHOUT}">'
        f'<form method="dialog" class="tool__form" autocomplete="off" aria-label="{escape(tool.TITLE)}">{questions}</form>'
        f'<p class="tool__say" role="status"></p><p class="tool__jump" hidden><a href="#{tool.NAME}-result">See what to do</a></p>'
        f'<p class="tool__stage" hidden></p>'
        f'<div class="tool__result" id="{tool.NAME}-result" tabindex="-1"></div>'
        f'<div class="tool__written">{rows}</div></div>'
    )
