"""Posters and cards: a few words on one side, made from the same rules, records and area file as the pages.

Words of their own are in `docs/take-it-with-you/cards.yml`. Every sign of the traffic light is put to the incident tool and must
give the level it stands under; what is said on the phone, and the questions for talking it through, come from the tools.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from macros.content.data_files import check_known, line_of, require
from macros.editions.handbooks.cover import danger
from macros.features.guides.data import check_level
from macros.features.printed.catalogue import CARDS as FILE
from macros.features.printed.catalogue import read_cards
from macros.pages.build import Build
from macros.render.html import escape
from macros.render.incident import contact_words
from macros.render.levels import LEVEL_MARKS, shape
from tools.incident import decide
from tools.incident.explain import phone_script
from tools.model import CONTACTS, LEVELS
from tools.records import restorative

#: Answers that bring every line of the phone script; what they say of one incident is left for a pen.
SCRIPT = {
    "danger": "no",
    "kind": ["damage-matters"],
    "age": "10-17",
    "harmed": ["another-child"],
    "wish": "no-police",
    "coercion": "yes",
    "authority": "out",
}
#: The sections of the restorative form that are asked aloud.
ASKED = ("For the person who was hurt or upset", "For the person who did it")

#: White signs within the shapes, so that they are told apart from across a room and on a grey printer: an octagon and a circle are alike.
SIGNS = {
    "red": '<text x="12" y="15.2" font-family="Lato" font-weight="900" font-size="9.5" text-anchor="middle" fill="#fff">999</text>',
    "amber": '<path d="M11 9h2v7h-2zm0 8h2v2h-2z" fill="#fff"/>',
    "judgement": '<text x="12" y="17" font-family="Lato" font-weight="900" font-size="14" text-anchor="middle" fill="#fff">?</text>',
    "green": '<path d="M5.5 12.5l4.5 4.5 8.5-9" fill="none" stroke="#fff" stroke-width="3"/>',
    "none": "",
}


class Card(NamedTuple):
    """A card's own words."""

    title: str
    lines: tuple[str, ...]
    blanks: tuple[str, ...]
    signs: tuple[dict[str, Any], ...]
    after: tuple[str, ...]


def read(build: Build) -> dict[str, Card]:
    """The words of every card; each sign of the traffic light stands under the level that the rules give it."""
    path = build.model.docs / FILE
    found = {}
    for name, row in read_cards(build.model).items():
        where = line_of(path, f"{name}:")
        check_known(name, CARDS, "card", where)
        for sign in row.get("signs", ()):
            at = line_of(path, str(sign.get("sign", "")), f"{name}:")
            for kind in sign["answers"].get("kind") or [None]:  # each thing that it names, alone
                check_level({**sign["answers"], **({"kind": [kind]} if kind else {})}, sign["level"], "the sign", at)
        found[name] = Card(
            row["title"],
            tuple(row.get("lines", ())),
            tuple(row.get("blanks", ())),
            tuple(row.get("signs", ())),
            tuple(row.get("after", ())),
        )
    require(found, tuple(CARDS), "the file of cards", str(path))
    return found


def items(build: Build, lines: tuple[str, ...], ordered: bool = False) -> str:
    """Lines of Markdown as a list."""
    tag = "ol" if ordered else "ul"
    inner = "".join(f"<li>{build.render(line).removeprefix('<p>').removesuffix('</p>')}</li>" for line in lines)
    return f'<{tag} class="lines-said">{inner}</{tag}>' if lines else ""


def blanks(labels: tuple[str, ...]) -> str:
    """Lines to fill in by hand."""
    rows = "".join(
        f'<tr><th scope="row">{escape(label)}</th><td><span class="rule"></span></td></tr>' for label in labels
    )
    return (
        f'<table class="numbers"><thead><tr><th scope="col">What</th><th scope="col">Write it here</th></tr></thead><tbody>{rows}</tbody></table>'
        if labels
        else ""
    )


def plain(build: Build, card: Card) -> str:
    """A card of lines, blanks and what stands below."""
    return f"{items(build, card.lines)}{blanks(card.blanks)}{items(build, card.after)}"


def night(build: Build, card: Card) -> str:
    """Danger, then steps in order, then our own numbers."""
    return (
        f"{danger(build.model)}{items(build, card.lines, ordered=True)}{blanks(card.blanks)}{items(build, card.after)}"
    )


def script(build: Build, card: Card) -> str:
    """What to say, line by line; whatever differs from call to call is left for a pen."""

    def said(line: str) -> str:
        head, _, told = line.partition(": ")
        if line.startswith("The child is "):
            return 'The child is <span class="rule rule--short"></span> years old.'
        if told and "I want" not in head:
            return f'{escape(head)}: <span class="rule rule--long"></span>'
        return escape(line)

    spoken = "".join(f"<li>{said(line)}</li>" for line in phone_script(SCRIPT, decide(SCRIPT)))
    return f'{items(build, card.lines)}<ol class="script">{spoken}</ol>{blanks(card.blanks)}{items(build, card.after)}'


def traffic_light(build: Build, card: Card) -> str:
    """Levels from the most serious down: shape and word, what the police are told, and signs."""
    rows = []
    for level in reversed(LEVELS):
        word, meaning, _ = LEVEL_MARKS[level]
        signs = [(decide(s["answers"]).contact, s["sign"]) for s in card.signs if s["level"] == level]
        groups = ""
        for contact in reversed(CONTACTS):
            told = "".join(f"<li>{escape(sign)}.</li>" for c, sign in signs if c == contact)
            heading = (
                f"<p><strong>{contact_words(level, contact)}</strong></p>"
                if contact_words(level, contact) != meaning
                else ""
            )
            groups += f'<div class="sign">{heading}<ul>{told}</ul></div>' if told else ""
        rows.append(
            f'<section class="light light--{level}"><div class="light__mark">{shape(level).replace("</svg>", SIGNS[level] + "</svg>")}<h3>{word}</h3><p>{meaning}</p></div><div class="light__signs">{groups}</div></section>'
        )
    return f'<div class="lights">{"".join(rows)}</div>{items(build, card.after)}'


def questions(build: Build, card: Card) -> str:
    """The questions for each person, in two lists, and that nobody has to answer."""
    parts = "".join(
        f'<section class="asked"><h3>{escape(part.title)}</h3><ol>{"".join(f"<li>{escape(f.label)}</li>" for f in part.fields)}</ol></section>'
        for part in restorative.SECTIONS
        if part.title in ASKED
    )
    return f'<div class="asked-all">{parts}</div>{items(build, card.after)}'


#: Every card by name, and what makes it from its words.
CARDS: dict[str, Callable[[Build, Card], str]] = {
    "two-in-the-morning": night,
    "phone-script": script,
    "traffic-light": traffic_light,
    "restorative": questions,
    "own-child": plain,
    "out-of-area": plain,
}
