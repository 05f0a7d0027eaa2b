"""Scenario cards on pages: the lists by audience, topic and situation, the cards of a pack, and sheets to cut out.

The incident tool's rules make each answer, with their own reasons and citations; only the stories, the questions and
the trainer's notes are written by hand (`macros.features.scenarios.data`).
"""

from macros.content.errors import did_you_mean
from macros.features.scenarios.answers import answer_views, template_functions
from macros.features.scenarios.data import AUDIENCES, Card, Pack, packs_of
from macros.features.scenarios.sheets import CARDS_ON_SIDE, sheets_html
from macros.pages.build import Build, Macro
from macros.pages.html import Block, Inline, render_template
from tools.first_edition import RULES_VERSION


def scenario_list(build: Build, by: str) -> Block:
    """Every card, by 'audience', 'topic' (its pack) or 'situation' (a route of the rules), without its answer."""
    packs = packs_of(build.model)
    cards = [card for pack in packs.values() for card in pack.cards]
    groups = {
        "audience": [(name, [c for c in cards if audience in c.audiences]) for audience, name in AUDIENCES.items()],
        "topic": [(pack.title, list(pack.cards)) for pack in packs.values()],
        "situation": [
            (route.capitalize(), [c for c in cards if route in c.routes])
            for route in sorted({r for c in cards for r in c.routes})
        ],
    }
    if by not in groups:
        raise LookupError(f"cards are not listed by '{by}'.{did_you_mean(by, groups)}")
    return render_template("scenarios/list.html", groups=groups[by])


def scenario_count(build: Build) -> Inline:
    """How many cards there are."""
    return Inline(str(sum(len(pack.cards) for pack in packs_of(build.model).values())))


def pack_named(build: Build, name: str) -> Pack:
    """A pack by its name; LookupError where there is none."""
    packs = packs_of(build.model)
    if name not in packs:
        raise LookupError(f"no pack of cards '{name}'.{did_you_mean(name, packs)}")
    return packs[name]


def scenario_cards(build: Build, pack: str) -> Block:
    """The cards of a pack, each with its answer, twists and trainer's note folded away until a reader opens them."""
    return render_template(
        "scenarios/cards.html",
        **template_functions(build),
        pack=pack_named(build, pack),
        audiences=audience_names,
        answers=answer_views,
        version=RULES_VERSION,
    )


def audience_names(card: Card) -> str:
    """Who a card is for, on one line."""
    return "; ".join(AUDIENCES[name] for name in card.audiences)


def scenario_sheets(build: Build) -> Block:
    """Every card to cut out, pack by pack: sheets with fronts on one side and their backs on the other."""
    packs = []
    first = 1
    for pack in packs_of(build.model).values():
        sheets = -(-len(pack.cards) // CARDS_ON_SIDE)
        last = first + 2 * sheets - 1
        packs.append((pack, first, last, sheets_html(build.model, pack.cards, pack.title)))
        first = last + 1
    return render_template("scenarios/all_sheets.html", packs=packs, sides=first - 1)


MACROS: dict[str, Macro] = {
    "scenario_list": scenario_list,
    "scenario_count": scenario_count,
    "scenario_cards": scenario_cards,
    "scenario_sheets": scenario_sheets,
}
