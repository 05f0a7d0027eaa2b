"""Lays the pages of an A5 handbook out on sheets of A4, so that they can be printed on both sides, folded and stapled."""

from pathlib import Path

from pypdf import PageObject, PdfReader, PdfWriter, Transformation

#: A4, lying, in points.
WIDTH, HEIGHT = 841.89, 595.28


def order(pages: int) -> list[tuple[int | None, int | None]]:
    """(left, right) pages of each side, front and back in turn; None is a blank. Pages are counted from 0.

    >>> order(6)
    [(None, 0), (1, None), (5, 2), (3, 4)]
    """
    whole = -(-pages // 4) * 4
    numbers = [number if number < pages else None for number in range(whole)]
    sides = []
    for sheet in range(whole // 4):
        first, last = 2 * sheet, whole - 1 - 2 * sheet
        sides += [(numbers[last], numbers[first]), (numbers[first + 1], numbers[last - 1])]
    return sides


def lay_out(source: Path, target: Path, title: str) -> int:
    """Writes the sides of a booklet, and gives their number. Print them on both sides, turned on the short edge."""
    reader, writer = PdfReader(source), PdfWriter()
    for pair in order(len(reader.pages)):
        side = writer.add_page(PageObject.create_blank_page(width=WIDTH, height=HEIGHT))
        for place, number in enumerate(pair):
            if number is not None:
                side.merge_transformed_page(reader.pages[number], Transformation().translate(place * WIDTH / 2, 0))
        side.compress_content_streams()
    writer.add_metadata({"/Title": title})
    writer.compress_identical_objects()
    writer.write(target)
    return len(writer.pages)
