"""The dates: the requests that their page makes, as HTML and as a calendar file. Also runs in the browser."""

from macros.render.dates.result import result_html
from macros.render.forms import answer as answer_form
from macros.render.html import Html
from macros.render.request import Lookups, Request, value_of
from tools.dates.calendar_file import calendar
from tools.dates.due import dues
from tools.dates.form import FORM
from tools.forms.checks import answers_from_pairs, check
from tools.forms.model import Answers


def answer(request: Request, lookups: Lookups) -> str:
    """The answer to an action that every form has, or `calendar` for a calendar file.

    UTC comes from the page as the pair `stamp`. A form that still has problems has an empty calendar.
    """
    if request.action == "calendar":
        answers = answers_from_pairs(FORM, request.data)
        return calendar([] if check(FORM, answers) else dues(answers), value_of("stamp", request.data))

    def finished(answers: Answers, day: str) -> Html:
        return result_html(answers, day, lookups.link)

    return answer_form(FORM, request, lookups.link, FORM.advice, finished)
