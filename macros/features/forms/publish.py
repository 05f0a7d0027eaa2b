"""Files of the forms: the empty Word document, a blank document of each form, the schema of saved records."""

import json
from pathlib import Path

from macros.features.forms.pages import FOLDER
from macros.features.forms.word_template import empty_document
from macros.pages.build import Build
from macros.render.forms.files import SCHEMA
from macros.render.word import filled
from tools.records import FORMS


def publish(build: Build, site: Path) -> None:
    """Writes the empty document, the blank forms and the schema."""
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    empty = empty_document()
    (folder / "empty.json").write_text(json.dumps(empty), encoding="utf-8")
    for form in FORMS.values():
        (folder / f"{form.name}.docx").write_bytes(filled(form, {}, "", empty))
    (site / "record.schema.json").write_text(json.dumps(SCHEMA, indent=1) + "\n", encoding="utf-8")
