"""Prints HTML as tagged PDF with WeasyPrint. Anything the engine complains of stops the printing: nothing half right is handed on."""

import logging
from pathlib import Path

import weasyprint

from macros.content.errors import ContentError
from macros.editions.handbooks.index import numbered
from macros.editions.handbooks.references import FONT

HERE = Path(__file__).resolve().parent


class Complaints(logging.Handler):
    """Collects what the print engine warns of."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record):
        self.said.append(record.getMessage())


def printed(html: str, target: Path, sheets: tuple[str, ...], identifier: str) -> int:
    """Writes the PDF and gives its number of pages; raises ContentError for whatever the engine or the fonts lack."""
    complaints = Complaints()
    weasyprint.LOGGER.addHandler(complaints)
    weasyprint.LOGGER.propagate = False
    try:
        styles = [weasyprint.CSS(HERE / f"{name}.css") for name in ("base", *sheets)]
        laid = laid_out(html, styles)
        if "data-page" in html:  # now it is known which page each place is on
            laid = with_pages(html, styles, laid, target.stem)
        laid.write_pdf(target, pdf_variant="pdf/ua-1", pdf_identifier=identifier.encode())
    finally:
        weasyprint.LOGGER.removeHandler(complaints)
    if complaints.said:
        raise ContentError(target.stem, f"the print engine complains: {complaints.said[0]}")
    check_fonts(laid, target.stem, html)
    return len(laid.pages)


def laid_out(html: str, styles: list) -> weasyprint.Document:
    """The pages of a document."""
    return weasyprint.HTML(string=html, base_url=str(HERE)).render(stylesheets=styles, pdf_variant="pdf/ua-1")


def with_pages(html: str, styles: list, laid: weasyprint.Document, name: str) -> weasyprint.Document:
    """The same with the right page after every reference: laid out again until no place moves."""
    for _ in range(4):
        before = pages_of(laid)
        laid = laid_out(numbered(html, before), styles)
        if pages_of(laid) == before:
            return laid
    raise ContentError(name, "the page numbers do not settle")


def pages_of(laid: weasyprint.Document) -> dict[str, int]:
    """The page on which each id stands."""
    return {id: number for number, page in reversed(list(enumerate(laid.pages, 1))) for id in page.anchors}


def check_fonts(drawn: weasyprint.Document, name: str, words: str = "") -> None:
    """Raises ContentError when anything was set in another font: ours is missing, or lacks a sign."""
    for used in sorted({font.family for font in drawn.fonts.values()} - {FONT}):
        rare = " ".join(sorted({sign for sign in words if sign > "\u2040"}))
        raise ContentError(
            name,
            f"something is set in {used}: the font {FONT} is missing (Debian and Ubuntu: apt-get install fonts-lato)"
            + (f", or lacks one of these signs: {rare}" if rare else ""),
        )


def check_engine() -> None:
    """Raises ContentError before any work when the font is not on this machine."""
    sample = weasyprint.HTML(string=f'<p style="font-family: {FONT}">A <b>B</b> <i>C</i>').render()
    sample.write_pdf()
    check_fonts(sample, "make handbooks")
