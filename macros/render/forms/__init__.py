"""Forms to fill in as HTML and as files, and what their page asks of any of them. Also runs in the browser."""

import json
from collections.abc import Callable

from macros.render.forms.files import opened, saved
from macros.render.forms.finished import errors_html
from macros.render.forms.form import advice_html
from macros.render.result import Link
from tools.forms.checks import answers_from_pairs, check
from tools.forms.model import Advice, Form


def answer(
    form: Form, what: str, given, link: Link, advice: Callable[[dict], list[Advice]], done: Callable[[dict, str], str]
) -> str:
    """The answer to a request that every form takes, as text.

    `advise` gives advice and what is withheld; `check` problems, or what is finished, as `done` makes it of the answers and the
    day; `save` a file's content; `open` the pairs of an opened file. `given` is form pairs, or the text of a file to open. The
    day and time come from the page as the pair `made`.
    """
    if what == "open":
        return json.dumps(opened(form, given))
    answers, made = answers_from_pairs(form, given), said_by_page("made", given)
    if what == "advise":
        return json.dumps({"advice": advice_html(advice(answers), link), "withheld": form.withheld(answers)})
    if what == "save":
        return saved(form, answers, made)
    if what != "check":
        raise ValueError(f"a form cannot be asked to '{what}'")
    problems = check(form, answers)
    return json.dumps(
        {"problems": problems, "errors": errors_html(form, problems), "done": "" if problems else done(answers, made)}
    )


def said_by_page(name: str, pairs: list) -> str:
    """What the page itself adds to a form's pairs, such as the day."""
    return next((value for id, value in pairs if id == name), "")
