"""The dates: what their page asks of them, as HTML and as a calendar file. Also runs in the browser."""

from macros.render.dates.result import result_html
from macros.render.forms import answer as answer_form
from macros.render.forms import said_by_page
from tools.dates.calendar_file import calendar
from tools.dates.due import dues
from tools.dates.form import FORM
from tools.forms.checks import answers_from_pairs, check


def answer(request: str, given, link, contacts) -> str:
    """The answer to one request, 'WHAT:dates', as text: what every form can be asked, or `calendar` for a calendar file.

    The time by Greenwich comes from the page as the pair `stamp`. A form that is not right yet has an empty calendar.
    """
    what, _, _ = request.partition(":")
    if what == "calendar":
        answers = answers_from_pairs(FORM, given)
        return calendar([] if check(FORM, answers) else dues(answers), said_by_page("stamp", given))
    return answer_form(FORM, what, given, link, FORM.advice, lambda answers, made: result_html(answers, made, link))
