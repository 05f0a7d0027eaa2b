"""The working forms as HTML, as files and as Word documents, and what the page asks of them. Also runs in the browser."""

import json

from macros.render.records.files import opened, saved
from macros.render.records.finished import done_html, errors_html
from macros.render.records.form import advice_html
from macros.render.records.word import document
from tools.records import FORMS
from tools.records.checks import answers_of, check
from tools.records.wording import other_words


def answer(request: str, given, link, contacts) -> str:
    """The answer to one request, 'WHAT:FORM', as text.

    `advise` gives advice and what is withheld; `check` problems, or the finished record; `save` and `word` a file's content
    (base64 for Word); `open` the pairs of an opened file. `given` is form pairs, the text of a file to open, or, for `word`,
    pairs and the parts of the empty document. The day and time come from the page as the pair `made`.
    """
    what, _, name = request.partition(":")
    form = FORMS[name]
    if what == "open":
        return json.dumps(opened(form, given))
    pairs, empty = (given["pairs"], given["empty"]) if what == "word" else (given, {})
    answers, made = answers_of(form, pairs), next((value for id, value in pairs if id == "made"), "")
    if what == "advise":
        return json.dumps({"advice": advice_html([*form.advice(answers), *other_words(form, answers)], link), "withheld": form.withheld(answers)})
    if what == "save":
        return saved(form, answers, made)
    if what == "word":
        return document(form, answers, made, empty)
    problems = check(form, answers)
    return json.dumps({"problems": problems, "errors": errors_html(form, problems), "done": "" if problems else done_html(form, answers, made, link)})
