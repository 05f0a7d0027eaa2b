"""Arranges the pages of an A5 handbook on sheets of A4, to be printed on both sides, folded and stapled."""

from pathlib import Path

import pikepdf

#: A4, landscape, in points.
WIDTH, HEIGHT = 841.89, 595.28


def page_order(pages: int) -> list[tuple[int | None, int | None]]:
    """(left, right) pages of each side, front and back in turn; None is a blank. Pages are counted from 0.

    >>> page_order(6)
    [(None, 0), (1, None), (5, 2), (3, 4)]
    """
    whole = -(-pages // 4) * 4
    numbers = [number if number < pages else None for number in range(whole)]
    sides = []
    for sheet in range(whole // 4):
        first, last = 2 * sheet, whole - 1 - 2 * sheet
        sides += [(numbers[last], numbers[first]), (numbers[first + 1], numbers[last - 1])]
    return sides


def make_booklet(source: Path, target: Path, title: str) -> int:
    """Writes the sides of a booklet, to be printed double-sided and flipped on the short edge; returns their number."""
    with pikepdf.open(source) as flat, pikepdf.new() as booklet:
        for pair in page_order(len(flat.pages)):
            side = booklet.add_blank_page(page_size=(WIDTH, HEIGHT))
            for half, number in enumerate(pair):
                if number is not None:
                    box = pikepdf.Rectangle(half * WIDTH / 2, 0, (half + 1) * WIDTH / 2, HEIGHT)
                    side.add_overlay(flat.pages[number], box)
        with booklet.open_metadata() as metadata:
            metadata["dc:title"] = title
        booklet.docinfo["/Title"] = title
        booklet.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return len(booklet.pages)
