"""Questions as a form that works before Python does, and without it.

The form cannot send anything: its method is `dialog`, so a browser has nowhere to submit it, and it has no submit
control. Every answer's result stands in the page; style sheets alone show the one that is chosen.
"""

from types import ModuleType

from macros.render.marks import escape
from macros.render.result import Link, result_html
from tools.model import Question


def question_html(question: Question, tool: str) -> str:
    """One question as a group of radio buttons with its hint."""
    answers = "".join(
        f'<div class="answer"><input type="radio" id="{tool}-{question.id}-{a.value}" name="{question.id}" value="{a.value}">'
        f'<label for="{tool}-{question.id}-{a.value}">{escape(a.label)}'
        + (f' <span class="answer__hint">{escape(a.hint)}</span>' if a.hint else "") + "</label></div>"
        for a in question.answers)
    return (f'<fieldset class="question" aria-describedby="{tool}-{question.id}-hint"><legend>{escape(question.ask)}</legend>'
            f'<p class="question__hint" id="{tool}-{question.id}-hint">{escape(question.hint)}</p>'
            f'<div class="answers">{answers}</div></fieldset>')


def tool_html(tool: ModuleType, link: Link) -> str:
    """A one-question tool for a page: its question, and the result of every answer as a written table."""
    question = tool.QUESTIONS[0]
    rows = "".join(
        f'<section class="written" data-answer="{a.value}"><h3>If the answer is: {escape(a.label)}</h3>'
        f'{result_html(tool.decide({question.id: a.value}), link)}</section>'
        for a in question.answers)
    return (f'<div class="tool" data-tool="{tool.NAME}">'
            f'<form method="dialog" class="tool__form" autocomplete="off" aria-label="{escape(tool.TITLE)}">{question_html(question, tool.NAME)}</form>'
            f'<div class="tool__result" role="status" aria-live="polite"></div>'
            f'<p class="tool__stage" hidden></p>'
            f'<div class="tool__written">{rows}</div></div>')
