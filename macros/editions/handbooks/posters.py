"""Posters and cards on separate sheets: to hang up, to keep by the phone or to cut out."""

from macros.editions.handbooks import cards
from macros.editions.handbooks.context import PrintContext, document, fragment
from macros.editions.handbooks.cover import out_of_date, version_line
from macros.editions.handbooks.layout.elements import HEADINGS, html_of
from macros.editions.handbooks.layout.references import resolve_links
from macros.features.printed.catalogue import Poster
from macros.pages.html import render_template
from macros.render.html import Html, join, tag
from tools.records import restorative

#: Wallet cards on a side of A4: two across, five down.
ON_A_SHEET = 10


def poster_html(context: PrintContext, poster: Poster) -> tuple[str, str]:
    """(HTML, version) of a poster or card."""
    wallet = poster.paper == "wallet"
    tree = fragment(context, _wallet_cards(context, poster) if wallet else _sheet(context, poster))
    resolve_links(tree, context.public_url, context.build.model.provisions)
    if not wallet:
        for element in list(tree.iter("h3")):  # a single sheet has no heading between its title and these
            element.tag = HEADINGS[1]
    title = f"{poster.title}: {context.build.model.area['name']}"
    return document(title, poster.text, html_of(tree), "cards", context.day)


def _sheet(context: PrintContext, poster: Poster) -> Html:
    """One poster or card that fills its sheet."""
    card = cards.read(context.build)[poster.of]
    return render_template(
        "handbooks/sheet.html",
        poster=poster,
        title=card.title,
        content=cards.content(context.build, poster.of, card),
        out_of_date=out_of_date(context.public_url),
        area=context.build.model.area["name"],
        version=version_line(context.day),
    )


def _wallet_cards(context: PrintContext, poster: Poster) -> Html:
    """Small cards to cut out: the questions for one person on the front, those for the other on the back."""
    build, card = context.build, cards.read(context.build)[poster.of]
    front, back = (join(tag("h2", section.title), cards.questions_list(section)) for section in cards.spoken_sections())
    version = tag("p", f"By version {restorative.FORM.version} of the form. {version_line(context.day)}")
    sides = (join(front, map(build.render, card.after)), join(back, version))
    return join(tag("section", [tag("div", side, class_="wallet")] * ON_A_SHEET, class_="wallets") for side in sides)
