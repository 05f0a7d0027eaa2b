"""Presentation mode, which readers know as room mode: one card at a time on a screen that a group sees."""

from macros.features.scenarios.answers import answer_views, template_functions
from macros.features.scenarios.data import AUDIENCES, packs_of
from macros.pages.build import Build, Macro
from macros.pages.html import Block, render_template
from tools.model import LEVELS


def scenario_room(build: Build) -> Block:
    """The form to choose cards, the dialog that presents them, and every card as a template in parts.

    Nothing in it is stored or sent.
    """
    packs = list(packs_of(build.model).values())
    cards = [card for pack in packs for card in pack.cards]
    return render_template(
        "scenarios/room.html",
        **template_functions(build),
        packs=packs,
        cards=cards,
        audiences=AUDIENCES,
        routes=sorted({route for card in cards for route in card.routes}),
        levels=LEVELS,
        answers=answer_views,
    )


MACROS: dict[str, Macro] = {"scenario_room": scenario_room}
