"""A record as a Word document: the text is put into an empty document that python-docx made when the site was built.

So nothing large travels to the browser, and styles, page size, language and page numbers are a well-kept library's. Text is
escaped: whatever was typed stays text. What this needs of the library is as large as all working forms together, so it is a
group of its own, fetched when somebody first saves a Word document.
"""

import binascii
import io
import zipfile

from macros.render.forms import said_by_page
from macros.render.forms.finished import said
from tools.forms.checks import answers_from_pairs
from tools.forms.model import Form, Section
from tools.records import FORMS

#: What stands in the empty document where the record's title and text go.
TITLE, BODY = "TITLEGOESHERE", "BODYGOESHERE"
#: Room for a pen in a blank form, in twentieths of a point: a signature, a longer text.
ROOM = {"sign": 800, "lines": 1500}
#: The pale ground of what is asked, and the room between a cell's lines and its words.
SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="EEF3F4"/>'
MARGINS = '<w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="90" w:type="dxa"/><w:bottom w:w="50" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar>'


def xml(text: str) -> str:
    """Text for a document: signs that mean something in XML escaped, those that XML forbids left out."""
    kept = "".join(sign for sign in text if (sign >= " " or sign in "\n\t") and sign not in "\ufffe\uffff")
    return kept.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def run(text: str, bold: bool = False) -> str:
    """A run of text with its line breaks."""
    inner = "<w:br/>".join(f'<w:t xml:space="preserve">{xml(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}{inner}</w:r>"


def paragraph(text: str, style: str = "", bold: bool = False) -> str:
    """A paragraph in one of the document's styles."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{run(text, bold)}</w:p>"


def table(rows: list[list[str]], widths: list[int], head: bool = True, rooms: tuple[int, ...] = ()) -> str:
    """A table with lines. `widths` are in twentieths of a point, and so is the least height of each row, where `rooms` has one. The
    first row is a head, or else the first column is; what stands in a head below its first line is not bold."""

    def cell(text: str, width: int, heading: bool) -> str:
        first, _, rest = text.partition("\n") if heading else (text, "", "")
        inner = paragraph(first, "", heading) + (paragraph(rest) if rest else "")
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{SHADE if heading else ""}</w:tcPr>{inner}</w:tc>'

    def row(cells: list[str], number: int) -> str:
        heading, room = head and number == 0, rooms[number] if number < len(rooms) else 0
        properties = ("<w:tblHeader/>" if heading else "") + (
            f'<w:trHeight w:val="{room}"/>' if room and not heading else ""
        )
        return (
            "<w:tr><w:trPr><w:cantSplit/>"
            + properties
            + "</w:trPr>"
            + "".join(
                cell(text, width, heading or (not head and place == 0))
                for place, (text, width) in enumerate(zip(cells, widths))
            )
            + "</w:tr>"
        )

    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{MARGINS}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        + "".join(row(cells, number) for number, cells in enumerate(rows))
        + "</w:tbl>"
    )


def section(part: Section, answers: dict, blank: bool) -> str:
    """A section: two columns, what is asked and what was answered, and a table of its own for each field that is one. In a blank
    form the answers to choose from stand where the answer goes, each with its box."""
    out, rows, rooms = [paragraph(part.title, "Heading1")], [], []

    def flush():
        if rows:
            out.append(table([*rows], [3400, 6200], head=False, rooms=tuple(rooms)))
            rows.clear(), rooms.clear()

    for field in part.fields:
        value = answers.get(field.id)
        if field.kind == "table" and (blank or value):
            flush()
            out.append(paragraph(field.label, "Heading2"))
            given = [[said(c, row.get(c.id, "")) for c in field.columns] for row in value or [{}] * 5]
            out.append(
                table(
                    [[c.label for c in field.columns], *given],
                    [9600 // len(field.columns)] * len(field.columns),
                    rooms=(0, *[500 if blank else 0] * len(given)),
                )
            )
            out.append("<w:p/>")
        elif blank and field.kind != "table":
            rows.append(
                [
                    field.label + (f"\n{field.hint}" if field.hint else ""),
                    "\n".join(f"\u2610 {label}" for _, label in field.options),
                ]
            )
            rooms.append(ROOM.get(field.kind, 560))
        elif value:
            rows.append([field.label, said(field, value) + ("\nSigned:" if field.kind == "sign" else "")])
            rooms.append(0)
    flush()
    return "".join(out) if len(out) > 1 else ""


def filled(form: Form, answers: dict, made: str, empty: dict[str, str]) -> bytes:
    """The document: the empty one, given by its parts, with title and text put in. Without answers it is a blank form."""
    when = (
        f"Made{' on ' + made if made else ''}, with version {form.version} of this form."
        if answers
        else f"{form.purpose} Version {form.version} of this form."
    )
    body = (
        paragraph(form.title, "Title")
        + paragraph(when)
        + "".join(section(part, answers, not answers) for part in form.sections)
        + "<w:p/>"
    )  # Word wants a paragraph after the last table
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as document:
        for name, text in empty.items():
            if name == "word/document.xml":
                at = text.index(BODY)
                text = text[: text.rindex("<w:p>", 0, at)] + body + text[text.index("</w:p>", at) + len("</w:p>") :]
            document.writestr(
                zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text.replace(TITLE, xml(form.title)), zipfile.ZIP_DEFLATED
            )
    return out.getvalue()


def answer(request: str, given, link, contacts) -> str:
    """The document that 'document:FORM' asks for, in base64; `given` is form pairs and the parts of the empty document."""
    form = FORMS[request.partition(":")[2]]
    made = filled(form, answers_from_pairs(form, given["pairs"]), said_by_page("made", given["pairs"]), given["empty"])
    return binascii.b2a_base64(made, newline=False).decode("ascii")
