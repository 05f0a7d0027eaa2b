"""The empty Word document that filled-in forms are put into."""

import io
import re
import zipfile
from datetime import datetime
from functools import cache

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt, RGBColor

from macros.render.word import BODY, TITLE

#: Parts of python-docx's template that show another page, or repeat its styles for Word 2007.
LEFT_OUT = ("thumbnail", "stylesWithEffects")


#: The same day in every document, so that a build of the same words is the same.
DAY = datetime(2026, 1, 1)


@cache
def empty_document() -> dict[str, str]:
    """The parts of an empty A4 document with our styles, made by python-docx."""
    document = Document()
    document.core_properties.title, document.core_properties.author, document.core_properties.comments = TITLE, "", ""
    document.core_properties.language = "en-GB"
    document.core_properties.created = document.core_properties.modified = DAY
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(11)
    normal.element.get_or_add_rPr().append(parse_xml(f'<w:lang {nsdecls("w")} w:val="en-GB"/>'))
    for name, size in (("Title", 20), ("Heading 1", 14), ("Heading 2", 12)):
        font = document.styles[name].font
        font.name, font.size, font.color.rgb = "Arial", Pt(size), RGBColor(0, 0, 0)
    foot = page.footer.paragraphs[0]
    for before, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        foot.add_run(before)
        foot._p.append(
            parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{field}"><w:r><w:t>1</w:t></w:r></w:fldSimple>')
        )
    document.add_paragraph(BODY)
    made = io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as parts:
        texts = {
            name: parts.read(name).decode("utf-8")
            for name in parts.namelist()
            if not any(part in name for part in LEFT_OUT)
        }
    named = re.compile(rf"<(?:Relationship|Override) [^>]*(?:{'|'.join(LEFT_OUT)})[^>]*/>")
    return {
        name: named.sub("", text) if name.endswith((".rels", "[Content_Types].xml")) else text
        for name, text in texts.items()
    }
