"""Prints HTML as tagged PDF with WeasyPrint. Any warning of WeasyPrint is an error: nothing half right is published."""

import logging
from collections.abc import Sequence
from pathlib import Path
from xml.etree.ElementTree import Element

import tinyhtml5
import weasyprint

from macros.content.errors import ContentError
from macros.editions.handbooks.layout.elements import html_of
from macros.editions.handbooks.layout.index import has_page_numbers, set_page_numbers
from macros.editions.handbooks.layout.references import FONT

HERE = Path(__file__).resolve().parent
#: Layouts after which page numbers must no longer change.
MOST_LAYOUTS = 4
#: Characters from here on are rare enough to be named when a font is missing.
FIRST_RARE = "\u2040"


class WarningCollector(logging.Handler):
    """Collects the warnings of WeasyPrint."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def print_pdf(html: str, target: Path, sheets: Sequence[str], identifier: str) -> int:
    """Writes a PDF and returns its number of pages; ContentError for a warning, or a character that the font lacks."""
    collector = WarningCollector()
    weasyprint.LOGGER.addHandler(collector)
    weasyprint.LOGGER.propagate = False
    try:
        styles = [weasyprint.CSS(HERE / f"{name}.css") for name in ("base", *sheets)]
        laid_out = lay_out(html, styles)
        document = tinyhtml5.parse(html, namespace_html_elements=False)
        if has_page_numbers(document):
            laid_out = lay_out_with_page_numbers(document, styles, laid_out, target.stem)
        laid_out.write_pdf(target, pdf_variant="pdf/ua-1", pdf_identifier=identifier.encode())
    finally:
        weasyprint.LOGGER.removeHandler(collector)
    if collector.messages:
        raise ContentError(target.stem, f"WeasyPrint warns: {collector.messages[0]}")
    check_fonts(laid_out, target.stem, html)
    return len(laid_out.pages)


def lay_out(html: str, styles: Sequence[weasyprint.CSS]) -> weasyprint.Document:
    """The pages of a document."""
    return weasyprint.HTML(string=html, base_url=str(HERE)).render(stylesheets=styles, pdf_variant="pdf/ua-1")


def lay_out_with_page_numbers(
    document: Element, styles: Sequence[weasyprint.CSS], laid_out: weasyprint.Document, name: str
) -> weasyprint.Document:
    """The same with the right page after every reference: laid out again until no page number changes."""
    for _ in range(MOST_LAYOUTS):
        pages = pages_of(laid_out)
        set_page_numbers(document, pages)
        laid_out = lay_out(f"<!doctype html>{html_of(document)}", styles)
        if pages_of(laid_out) == pages:
            return laid_out
    raise ContentError(name, f"the page numbers still change after {MOST_LAYOUTS} layouts")


def pages_of(laid_out: weasyprint.Document) -> dict[str, int]:
    """The page of each id."""
    return {id: number for number, page in reversed(list(enumerate(laid_out.pages, 1))) for id in page.anchors}


def check_fonts(laid_out: weasyprint.Document, name: str, text: str = "") -> None:
    """Raises ContentError when another font was used: ours is missing, or lacks a character."""
    for used in sorted({font.family for font in laid_out.fonts.values()} - {FONT}):
        rare = " ".join(sorted({char for char in text if char > FIRST_RARE}))
        raise ContentError(
            name,
            f"some text is in {used}: the font {FONT} is missing (Debian and Ubuntu: apt-get install fonts-lato)"
            + (f", or lacks one of these characters: {rare}" if rare else ""),
        )


def check_engine() -> None:
    """Raises ContentError before any work when the font is not installed."""
    sample = weasyprint.HTML(string=f'<p style="font-family: {FONT}">A <b>B</b> <i>C</i>').render()
    sample.write_pdf()
    check_fonts(sample, "make handbooks")
