"""Lays the pages of an A5 handbook out on sheets of A4, so that they can be printed on both sides, folded and stapled."""

from pathlib import Path

import pikepdf

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
    with pikepdf.open(source) as flat, pikepdf.new() as booklet:
        for pair in order(len(flat.pages)):
            side = booklet.add_blank_page(page_size=(WIDTH, HEIGHT))
            for place, number in enumerate(pair):
                if number is not None:
                    side.add_overlay(
                        flat.pages[number], pikepdf.Rectangle(place * WIDTH / 2, 0, (place + 1) * WIDTH / 2, HEIGHT)
                    )
        with booklet.open_metadata() as about:
            about["dc:title"] = title
        booklet.docinfo["/Title"] = title
        booklet.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return len(booklet.pages)
