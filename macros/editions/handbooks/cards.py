"""Posters and cards: a short text on one side, made from the same rules, records and area file as the pages.

Their text is in `docs/take-it-with-you/cards.yml`. Each sign of the traffic light is given to the incident tool and
must get the level it is printed under; the phone script and the questions for talking it through come from the tools.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from macros.content.data_files import check_known, line_of, require
from macros.editions.handbooks.cover import blank_table, danger
from macros.features.guides.data import check_level
from macros.features.printed.catalogue import CARDS as FILE
from macros.features.printed.catalogue import Sign, read_cards
from macros.pages.build import Build
from macros.pages.html import render_template
from macros.render.html import Html, join, tag
from macros.render.incident import contact_words
from macros.render.levels import LEVEL_MARKS, shape
from tools.first_edition import decide
from tools.first_edition.explain import phone_script
from tools.forms.model import Section
from tools.model import CONTACTS, LEVELS, Level
from tools.records import restorative

#: Answers that bring every line of the phone script; details of one incident are left blank.
SCRIPT_ANSWERS = {
    "danger": "no",
    "kind": ["damage-matters"],
    "age": "10-17",
    "harmed": ["another-child"],
    "wish": "no-police",
    "coercion": "yes",
    "authority": "out",
}
#: The sections of the restorative form whose questions are asked aloud.
SPOKEN_SECTIONS = ("For the person who was hurt or upset", "For the person who did it")

_NUMBER = {"font_family": "Lato", "font_weight": "900", "text_anchor": "middle", "fill": "#fff"}
#: White symbols inside the shapes: from across a room, and on a grey printer, an octagon and a circle look alike.
SYMBOLS: dict[Level, Html] = {
    "red": tag("text", "999", x="12", y="15.2", font_size="9.5", **_NUMBER),
    "amber": tag("path", d="M11 9h2v7h-2zm0 8h2v2h-2z", fill="#fff"),
    "judgement": tag("text", "?", x="12", y="17", font_size="14", **_NUMBER),
    "green": tag("path", d="M5.5 12.5l4.5 4.5 8.5-9", fill="none", stroke="#fff", stroke_width="3"),
    "none": Html(""),
}


class Card(NamedTuple):
    """A card's text."""

    title: str
    lines: tuple[str, ...]
    blanks: tuple[str, ...]
    signs: tuple[Sign, ...]
    after: tuple[str, ...]


def read(build: Build) -> dict[str, Card]:
    """The text of every card. Each sign of the traffic light must be under the level that the rules give it."""
    path = build.model.docs / FILE
    cards: dict[str, Card] = {}
    for name, row in read_cards(build.model).items():
        check_known(name, CARDS, "card", line_of(path, f"{name}:"))
        for sign in row.get("signs", ()):
            where = line_of(path, sign["sign"], f"{name}:")
            for kind in sign["answers"].get("kind") or [None]:  # each kind of incident that it names, alone
                answers = {**sign["answers"], **({"kind": [kind]} if kind else {})}
                check_level(answers, sign["level"], "the sign", where)
        cards[name] = Card(
            row["title"],
            tuple(row.get("lines", ())),
            tuple(row.get("blanks", ())),
            tuple(row.get("signs", ())),
            tuple(row.get("after", ())),
        )
    require(cards, tuple(CARDS), "the file of cards", str(path))
    return cards


def content(build: Build, name: str, card: Card) -> Html:
    """What a card has under its title."""
    return CARDS[name](build, card)


def spoken_sections() -> list[Section]:
    """The sections of the restorative form whose questions are asked aloud, one for each person."""
    return [section for section in restorative.SECTIONS if section.title in SPOKEN_SECTIONS]


def questions_list(section: Section) -> Html:
    """The questions of a section, numbered."""
    return tag("ol", (tag("li", field.label) for field in section.fields))


def _lines(build: Build, lines: Sequence[str], element: str = "ul") -> Html | None:
    """Lines of Markdown as a list."""
    items = (tag("li", build.render_inline(line)) for line in lines)
    return tag(element, items, class_="lines-said") if lines else None


def _plain_card(build: Build, card: Card) -> Html:
    """Lines, blanks, and what is printed below."""
    return join(_lines(build, card.lines), blank_table(card.blanks), _lines(build, card.after))


def _night_card(build: Build, card: Card) -> Html:
    """The emergency numbers, then steps in order, then blanks for the home's own numbers."""
    steps = _lines(build, card.lines, "ol")
    return join(danger(build.model), steps, blank_table(card.blanks), _lines(build, card.after))


def _script_card(build: Build, card: Card) -> Html:
    """What to say on the phone, line by line."""
    script = phone_script(SCRIPT_ANSWERS, decide(SCRIPT_ANSWERS))
    spoken = tag("ol", (tag("li", _script_line(line)) for line in script), class_="script")
    return join(_lines(build, card.lines), spoken, blank_table(card.blanks), _lines(build, card.after))


def _script_line(line: str) -> Html:
    """A line of the phone script, with a blank for what differs from call to call."""
    label, _, detail = line.partition(": ")
    if line.startswith("The child is "):
        return join("The child is ", tag("span", class_="rule rule--short"), " years old.")
    if detail and "I want" not in label:
        return join(label, ": ", tag("span", class_="rule rule--long"))
    return join(line)


def _traffic_light(build: Build, card: Card) -> Html:
    """Levels from the most serious down: shape and word, the contact with the police, and signs."""
    lights = join(_light(level, card.signs) for level in reversed(LEVELS))
    return join(tag("div", lights, class_="lights"), _lines(build, card.after))


def _light(level: Level, signs: Sequence[Sign]) -> Html:
    word, meaning, _ = LEVEL_MARKS[level]
    contacts = [(decide(sign["answers"]).contact, sign["sign"]) for sign in signs if sign["level"] == level]
    groups = [
        _signs(contact_words(level, contact), meaning, texts)
        for contact in reversed(CONTACTS)
        if (texts := [text for own, text in contacts if own == contact])
    ]
    return render_template(
        "handbooks/light.html",
        level=level,
        shape=shape(level, SYMBOLS[level]),
        word=word,
        meaning=meaning,
        groups=groups,
    )


def _signs(contact: str, meaning: str, texts: Sequence[str]) -> Html:
    """Signs with the same contact with the police, under it unless the level already says so."""
    heading = tag("p", tag("strong", contact)) if contact != meaning else None
    return tag("div", heading, tag("ul", (tag("li", f"{text}.") for text in texts)), class_="sign")


def _questions_card(build: Build, card: Card) -> Html:
    """The questions for each person, in two lists."""
    parts = (
        tag("section", tag("h3", section.title), questions_list(section), class_="asked")
        for section in spoken_sections()
    )
    return join(tag("div", parts, class_="asked-all"), _lines(build, card.after))


#: Makes the content of each card, by its name.
CARDS: dict[str, Callable[[Build, Card], Html]] = {
    "two-in-the-morning": _night_card,
    "phone-script": _script_card,
    "traffic-light": _traffic_light,
    "restorative": _questions_card,
    "own-child": _plain_card,
    "out-of-area": _plain_card,
}
