"""The working forms: what their pages ask of them, as HTML and files. Also runs in the browser."""

from macros.render.forms import answer as answer_form
from macros.render.forms.finished import done_html
from tools.forms.model import Advice, Form
from tools.records import FORMS
from tools.records.wording import plainer_wording


def answer(request: str, given, link, contacts) -> str:
    """The answer to one request, 'WHAT:FORM', as text: what every form can be asked."""
    what, _, name = request.partition(":")
    form = FORMS[name]
    return answer_form(
        form,
        what,
        given,
        link,
        lambda answers: advised(form, answers),
        lambda answers, made: done_html(form, answers, made, advised(form, answers), link),
    )


def advised(form: Form, answers: dict) -> list[Advice]:
    """All that a form says back, wording offered with it."""
    return [*form.advice(answers), *plainer_wording(form, answers)]
