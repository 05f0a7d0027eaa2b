"""The working forms: the requests that their pages make, as HTML and files. Also runs in the browser."""

from macros.render.forms import answer as answer_form
from macros.render.forms.finished import done_html
from macros.render.html import Html
from macros.render.request import Lookups, Request
from tools.forms.model import Advice, Answers, Form
from tools.records import FORMS
from tools.records.wording import plainer_wording


def answer(request: Request, lookups: Lookups) -> str:
    """The answer to an action that every form has."""
    form = FORMS[request.form]

    def advice(answers: Answers) -> list[Advice]:
        return advice_of(form, answers)

    def finished(answers: Answers, day: str) -> Html:
        return done_html(form, answers, day, advice(answers), lookups.link)

    return answer_form(form, request, lookups.link, advice, finished)


def advice_of(form: Form, answers: Answers) -> list[Advice]:
    """A form's advice, and other wording for what was typed."""
    return [*form.advice(answers), *plainer_wording(form, answers)]
