"""Forms to fill in as HTML and as files, and the requests that pages make of any form. Also runs in the browser."""

import json
from collections.abc import Callable, Sequence

from macros.render.forms.files import opened, saved
from macros.render.forms.finished import errors_html
from macros.render.forms.form import advice_html
from macros.render.html import Html
from macros.render.request import Request, value_of
from macros.render.result import Link
from tools.forms.checks import answers_from_pairs, check
from tools.forms.model import Advice, Answers, Form


def answer(
    form: Form,
    request: Request,
    link: Link,
    advice: Callable[[Answers], Sequence[Advice]],
    finished: Callable[[Answers, str], Html],
) -> str:
    """The answer to an action that every form has, as JSON.

    `advise` gives advice, and the options that are withheld; `check` gives problems or, where there are none, what
    `finished` makes of the answers and the day; `save` gives a file's text; `open` the pairs of an opened file. The
    request's data are form pairs, or the text of a file to open. The page adds the day and time as the pair `made`.
    """
    if request.action == "open":
        return json.dumps(opened(form, request.data))
    answers, day = answers_from_pairs(form, request.data), value_of("made", request.data)
    if request.action == "advise":
        html = advice_html(list(advice(answers)), link)
        return json.dumps({"advice": html, "withheld": form.withheld(answers)})
    if request.action == "save":
        return saved(form, answers, day)
    if request.action != "check":
        raise ValueError(f"a form has no action '{request.action}'")
    problems = check(form, answers)
    return json.dumps(
        {
            "problems": problems,
            "errors": errors_html(form, problems),
            "done": "" if problems else finished(answers, day),
        }
    )
