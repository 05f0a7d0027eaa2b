"""What every print is made from, and the document around it."""

import hashlib
from datetime import date
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element

from macros.editions.handbooks.layout.elements import parse
from macros.editions.handbooks.pages import prepare
from macros.features.printed.catalogue import Catalogue
from macros.pages.build import Build
from macros.pages.html import render_template
from macros.pages.links import resolve
from macros.render.html import Html

#: Placeholder for a document's version until its text is complete, because the version is a hash of the text.
VERSION_PLACEHOLDER = "VERSION-OF-THIS-COPY"


class PrintContext(NamedTuple):
    """The build, the built site, the catalogue, the day of printing, and the public URL of the site (or '')."""

    build: Build
    site: Path
    catalogue: Catalogue
    day: date
    public_url: str


def fragment(context: PrintContext, html: str) -> Element:
    """Generated HTML as a fragment of a handbook."""
    return prepare(parse(resolve(context.build.model, html, "")), "")


def document(title: str, description: str, body: Html, css_class: str, day: date) -> tuple[str, str]:
    """(HTML, version) of a whole document with its language, title and version."""
    version = hashlib.sha256(body.replace(day.isoformat(), "").encode()).hexdigest()[:8]
    html = render_template(
        "handbooks/document.html",
        title=title,
        description=description,
        body=Html(body.replace(VERSION_PLACEHOLDER, version)),
        css_class=css_class,
        day=day.isoformat(),
    )
    return html, version
