"""The working forms: what their pages ask of them, as HTML, files and Word documents. Also runs in the browser."""

from macros.render.forms import answer as answer_form
from macros.render.forms import said_by_page
from macros.render.forms.finished import done_html
from macros.render.records.word import document
from tools.forms.checks import answers_of
from tools.forms.model import Advice, Form
from tools.records import FORMS
from tools.records.wording import other_words


def answer(request: str, given, link, contacts) -> str:
    """The answer to one request, 'WHAT:FORM', as text: what every form can be asked, or `word` for a Word document in base64.

    For `word`, `given` is form pairs and the parts of the empty document.
    """
    what, _, name = request.partition(":")
    form = FORMS[name]
    if what == "word":
        return document(form, answers_of(form, given["pairs"]), said_by_page("made", given["pairs"]), given["empty"])
    return answer_form(form, what, given, link, lambda answers: advised(form, answers),
                       lambda answers, made: done_html(form, answers, made, advised(form, answers), link))


def advised(form: Form, answers: dict) -> list[Advice]:
    """All that a form says back, wording offered with it."""
    return [*form.advice(answers), *other_words(form, answers)]
