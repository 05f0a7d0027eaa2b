"""The working forms on pages: each form with a link to its blank Word document, and the list of all forms."""

from functools import partial

from macros.content.citations import citation_links
from macros.content.errors import did_you_mean
from macros.pages.build import Build, Macro
from macros.pages.html import Block, render_template
from macros.render.forms.form import form_html
from tools.dates.form import FORM as DATES
from tools.records import FORMS

#: Folder of the empty document and the blank forms, from the site's root.
FOLDER = "forms/word"


def record(build: Build, name: str) -> Block:
    """A form for a page, with its blank Word document."""
    if name not in FORMS:
        raise LookupError(f"no form '{name}'.{did_you_mean(name, FORMS)}")
    return render_template(
        "forms/record.html",
        blank=f"site:{FOLDER}/{name}.docx",
        form=form_html(FORMS[name], partial(citation_links, build.model)),
    )


def forms_list(build: Build) -> Block:
    """Every form, the dates among them, with its purpose."""
    return render_template("forms/list.html", forms=[*FORMS.values(), DATES])


MACROS: dict[str, Macro] = {"record": record, "forms_list": forms_list}
