"""A record as a Word document: its text is put into an empty document that python-docx made when the site was built.

So nothing large is sent to the browser, and python-docx takes care of styles, page size, language and page numbers.
What this needs of the standard library is as large as all working forms together, so it is a group that is fetched when
somebody first saves a Word document.
"""

import binascii
import io
import zipfile
from collections.abc import Sequence
from typing import NamedTuple

from macros.render.forms.finished import format_value
from macros.render.request import Lookups, Request, value_of
from macros.render.xml_text import xml_chars
from tools.forms.checks import answers_from_pairs
from tools.forms.model import Answers, Field, Form, Section, rows_of
from tools.records import FORMS

#: Where the record's title and text go in the empty document.
TITLE, BODY = "TITLEGOESHERE", "BODYGOESHERE"
#: Space for handwriting in a blank form, in twentieths of a point: a signature, a longer text, any other field, and the
#: rows of a table.
SPACE = {"sign": 800, "lines": 1500}
OTHER_SPACE, ROW_SPACE, BLANK_ROWS = 560, 500, 5
#: The width of a table, and of the columns for question and answer, in twentieths of a point.
TABLE_WIDTH, QUESTION_WIDTH, ANSWER_WIDTH = 9600, 3400, 6200
#: The pale ground of a heading cell, and the space between a cell's lines and its text.
SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="EEF3F4"/>'
MARGINS = (
    '<w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="90" w:type="dxa"/>'
    '<w:bottom w:w="50" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar>'
)


class Row(NamedTuple):
    """A row of a table: the text of its cells, and its least height in twentieths of a point."""

    cells: Sequence[str]
    height: int = 0


def answer(request: Request, lookups: Lookups) -> str:
    """The document of `word/document:FORM` in base64. The data are form pairs and the parts of the empty document."""
    form, pairs = FORMS[request.form], request.data["pairs"]
    document = filled(form, answers_from_pairs(form, pairs), value_of("made", pairs), request.data["empty"])
    return binascii.b2a_base64(document, newline=False).decode("ascii")


def escape_xml(text: str) -> str:
    """Text as XML, without the characters that XML forbids."""
    escaped = xml_chars(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace('"', "&quot;")


def run(text: str, bold: bool = False) -> str:
    """A run of text with its line breaks."""
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape_xml(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}{lines}</w:r>"


def paragraph(text: str, style: str = "", bold: bool = False) -> str:
    """A paragraph in one of the document's styles."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{run(text, bold)}</w:p>"


def cell(text: str, width: int, heading: bool) -> str:
    """A cell; in a heading only the first line is bold."""
    first, _, rest = text.partition("\n") if heading else (text, "", "")
    content = paragraph(first, "", heading) + (paragraph(rest) if rest else "")
    shade = SHADE if heading else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{content}</w:tc>'


def table(rows: Sequence[Row], widths: Sequence[int], head: bool = True) -> str:
    """A table with lines. Either its first row or its first column is a heading. `widths` are the columns'."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{MARGINS}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        + "".join(_row(row, widths, head and not number, head) for number, row in enumerate(rows))
        + "</w:tbl>"
    )


def _row(row: Row, widths: Sequence[int], is_head: bool, has_head: bool) -> str:
    properties = "<w:tblHeader/>" if is_head else f'<w:trHeight w:val="{row.height}"/>' if row.height else ""
    cells = "".join(
        cell(text, width, is_head or (not has_head and not place))
        for place, (text, width) in enumerate(zip(row.cells, widths, strict=True))
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>{cells}</w:tr>"


def section(part: Section, answers: Answers, blank: bool) -> str:
    """A section: questions and answers in two columns, and a separate table for each field that is one.

    In a blank form, the options of a choice are in the place of the answer, each with its box.
    """
    parts: list[str] = []
    rows: list[Row] = []
    for field in part.fields:
        value = answers.get(field.id)
        if field.kind == "table" and (blank or value):
            parts += [*_pending(rows), _field_table(field, rows_of(answers, field.id), blank)]
            rows = []
        elif blank and field.kind != "table":
            rows.append(_blank_row(field))
        elif value:
            text = format_value(field, value) + ("\nSigned:" if field.kind == "sign" else "")
            rows.append(Row((field.label, text)))
    parts += _pending(rows)
    return paragraph(part.title, "Heading1") + "".join(parts) if parts else ""


def _pending(rows: list[Row]) -> list[str]:
    """The table of questions and answers so far; none where there are none."""
    return [table(rows, (QUESTION_WIDTH, ANSWER_WIDTH), head=False)] if rows else []


def _blank_row(field: Field) -> Row:
    """A field of a blank form: its label and hint, and its options or space for handwriting."""
    question = field.label + (f"\n{field.hint}" if field.hint else "")
    options = "\n".join(f"\u2610 {label}" for _, label in field.options)
    return Row((question, options), SPACE.get(field.kind, OTHER_SPACE))


def _field_table(field: Field, values: list[dict[str, str]], blank: bool) -> str:
    """A field that is a table, with its label; empty rows where there are no values."""
    rows = [
        Row([format_value(column, row.get(column.id, "")) for column in field.columns], ROW_SPACE if blank else 0)
        for row in values or [{}] * BLANK_ROWS
    ]
    head, columns = Row([column.label for column in field.columns]), len(field.columns)
    return paragraph(field.label, "Heading2") + table([head, *rows], [TABLE_WIDTH // columns] * columns) + "<w:p/>"


def filled(form: Form, answers: Answers, day: str, empty: dict[str, str]) -> bytes:
    """The document: the empty one, given by its parts, with title and text. Without answers it is a blank form."""
    about = (
        f"Made{f' on {day}' if day else ''}, with version {form.version} of this form."
        if answers
        else f"{form.purpose} Version {form.version} of this form."
    )
    body = (
        paragraph(form.title, "Title")
        + paragraph(about)
        + "".join(section(part, answers, not answers) for part in form.sections)
        + "<w:p/>"  # Word wants a paragraph after the last table
    )
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as document:
        for name, text in empty.items():
            content = _with_body(text, body) if name == "word/document.xml" else text
            # The date is fixed so that the same record always gives the same file.
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            document.writestr(info, content.replace(TITLE, escape_xml(form.title)), zipfile.ZIP_DEFLATED)
    return output.getvalue()


def _with_body(text: str, body: str) -> str:
    """The empty document's text with the body in place of the paragraph that marks where it goes."""
    at = text.index(BODY)
    return text[: text.rindex("<w:p>", 0, at)] + body + text[text.index("</w:p>", at) + len("</w:p>") :]
