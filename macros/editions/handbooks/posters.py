"""Posters and cards on sheets of their own, to hang up, to keep by the phone or to cut out."""

from macros.editions.handbooks import cards, references
from macros.editions.handbooks.book import VERSION, Making, document, piece
from macros.editions.handbooks.cover import made, out_of_date
from macros.editions.handbooks.pages import HEADINGS, html_of
from macros.features.printed.catalogue import Poster
from macros.render.html import escape
from tools.records import restorative

#: Wallet cards on a side of A4: two across, five down.
ON_A_SHEET = 10


def foot(making: Making) -> str:
    """Which copy this is, whose area it is for, and how to tell that it is out of date."""
    return (
        f'<div class="foot">{out_of_date(making.public)}<p>{escape(making.build.model.area["name"])}. {made(VERSION, making.day)} '
        "What stands in brackets is the number of a paragraph of the protocols. It supports your judgement and does not replace it.</p></div>"
    )


def sheet(making: Making, poster: Poster) -> str:
    """One poster or card that fills its sheet."""
    card = cards.read(making.build)[poster.of]
    return (
        f'<section class="card card--{poster.of} print-{poster.paper}"><div class="shapes"></div><h1>{escape(card.title)}</h1>'
        f"{cards.CARDS[poster.of](making.build, card)}{foot(making)}</section>"
    )


def wallets(making: Making, poster: Poster) -> str:
    """Small cards to cut out: the questions for one person on the front, those for the other on the back."""
    build, card = making.build, cards.read(making.build)[poster.of]
    front, back = (
        f"<h2>{escape(part.title)}</h2><ol>{''.join(f'<li>{escape(f.label)}</li>' for f in part.fields)}</ol>"
        for part in restorative.SECTIONS
        if part.title in cards.ASKED
    )
    not_ready = "".join(build.render(line) for line in card.after)
    sides = (
        front + not_ready,
        f"{back}<p>By version {restorative.FORM.version} of the form. {made(VERSION, making.day)}</p>",
    )
    return "".join(
        f'<section class="wallets">{f"""<div class="wallet">{side}</div>""" * ON_A_SHEET}</section>' for side in sides
    )


def html(making: Making, poster: Poster) -> tuple[str, str]:
    """(HTML, version) of a poster or card."""
    tree = piece(making, wallets(making, poster) if poster.paper == "wallet" else sheet(making, poster))
    references.join(tree, making.public, making.build.model.provisions)
    if poster.paper != "wallet":
        for element in [e for e in tree.iter() if e.tag == "h3"]:  # a sheet of its own has no heading between
            element.tag = HEADINGS[1]
    return document(
        f"{poster.title}: {making.build.model.area['name']}", poster.text, html_of(tree), "cards", making.day
    )
