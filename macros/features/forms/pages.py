"""The working forms on pages, and their files: an empty Word document for filled ones, a blank one of each form, the schema of saved records."""

from functools import partial

from macros.content.citations import citation_links
from macros.content.errors import did_you_mean
from macros.pages.build import Macro
from macros.render.forms.form import form_html
from macros.render.html import escape
from tools.dates.form import FORM as DATES
from tools.records import FORMS

#: Where the empty document and the blank forms lie, from the site's root.
FOLDER = "forms/word"


def record(build, name: str) -> str:
    """A form for a page, with its blank Word document."""
    if name not in FORMS:
        raise LookupError(f"no form '{name}'.{did_you_mean(name, FORMS)}")
    return (
        f'<div class="record-page"><p class="record__blank"><a href="site:{FOLDER}/{name}.docx">Blank form for Word</a>. To get a blank form on paper, print this page.</p>'
        f"{form_html(FORMS[name], partial(citation_links, build.model))}</div>"
    )


def forms_list(build) -> str:
    """Every form with what it is for, the dates among them."""
    items = "".join(
        f'<li><a href="page:forms/{form.name}/">{escape(form.title)}</a><br>{escape(form.purpose)}</li>'
        for form in (*FORMS.values(), DATES)
    )
    return f'<ul class="ways">{items}</ul>'


MACROS: dict[str, Macro] = {"record": record, "forms_list": forms_list}
