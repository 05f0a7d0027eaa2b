"""The empty Word document that filled-in forms are put into."""

import io
import re
import zipfile
from datetime import datetime
from functools import cache

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt, RGBColor

from macros.render.word import BODY, TITLE

#: Parts of python-docx's template that show another page, or repeat its styles for Word 2007.
LEFT_OUT = ("thumbnail", "stylesWithEffects")
#: The date in every document, so that two builds of the same content give the same bytes.
DAY = datetime(2026, 1, 1)


@cache
def empty_document() -> dict[str, str]:
    """The parts of an empty A4 document with our styles, made by python-docx."""
    document = Document()
    _set_properties(document)
    _set_page(document)
    _set_styles(document)
    _add_page_numbers(document)
    document.add_paragraph(BODY)
    return _parts(document)


def _set_properties(document: WordDocument) -> None:
    properties = document.core_properties
    properties.title, properties.author, properties.comments = TITLE, "", ""
    properties.language = "en-GB"
    properties.created = properties.modified = DAY


def _set_page(document: WordDocument) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2)


def _set_styles(document: WordDocument) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(11)
    normal.element.get_or_add_rPr().append(parse_xml(f'<w:lang {nsdecls("w")} w:val="en-GB"/>'))
    for name, size in (("Title", 20), ("Heading 1", 14), ("Heading 2", 12)):
        font = document.styles[name].font
        font.name, font.size, font.color.rgb = "Arial", Pt(size), RGBColor(0, 0, 0)


def _add_page_numbers(document: WordDocument) -> None:
    """'Page 1 of 3' in the footer; Word fills in both numbers."""
    footer = document.sections[0].footer.paragraphs[0]
    for text, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        footer.add_run(text)
        footer._p.append(
            parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{field}"><w:r><w:t>1</w:t></w:r></w:fldSimple>')
        )


def _parts(document: WordDocument) -> dict[str, str]:
    """The XML files of a document by name, without the parts left out and the references to them."""
    file = io.BytesIO()
    document.save(file)
    with zipfile.ZipFile(file) as archive:
        parts = {
            name: archive.read(name).decode("utf-8")
            for name in archive.namelist()
            if not any(part in name for part in LEFT_OUT)
        }
    reference = re.compile(rf"<(?:Relationship|Override) [^>]*(?:{'|'.join(LEFT_OUT)})[^>]*/>")
    return {
        name: reference.sub("", xml) if name.endswith((".rels", "[Content_Types].xml")) else xml
        for name, xml in parts.items()
    }
