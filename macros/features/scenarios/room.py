"""Presentation mode: a card at a time on a screen that a group sees."""

from __future__ import annotations

from functools import partial

from macros.features.scenarios.data import AUDIENCES, Card, Step, packs_of
from macros.features.scenarios.pages import head_html, note_html, reasons_html
from macros.pages.build import Build, Macro
from macros.pages.links import brief_links
from macros.render.html import escape
from macros.render.levels import LEVEL_MARKS, shape
from macros.render.result import Link, citations_html
from tools.model import LEVELS


def wall_html(step: Step, link: Link, before: Step | None = None) -> str:
    """An answer for the back of a room: why in full, and routes by name, each with its first paragraph."""
    routes = "; ".join(
        f"{escape(route)}{citations_html(first.citations[:1], link)}" for route, first in step.routes(before).items()
    )
    top = f'<p class="on-top"><strong>{"Also" if before is None else "New"}:</strong> {routes}.</p>' if routes else ""
    return f"{head_html(step, before)}{reasons_html(step.deciding(), link)}{top}"


def scenario_room(build: Build) -> str:
    """Room mode: what to choose before it starts, and every card in parts that are shown one after another. Nothing in it is kept or sent."""
    packs, link = packs_of(build.model), partial(brief_links, build.model)
    cards = [card for pack in packs.values() for card in pack.cards]
    routes = sorted({route for card in cards for route in card.routes})
    audience = "".join(f'<option value="{name}">{escape(label)}</option>' for name, label in AUDIENCES.items())
    topic = "".join(f'<option value="pack {pack.name}">{escape(pack.title)}</option>' for pack in packs.values())
    situation = "".join(
        f'<option value="route {escape(route)}">{escape(route.capitalize())}</option>' for route in routes
    )
    chooser = (
        '<form class="room-setup needs-js" method="dialog" data-setup>'
        f'<div class="field"><label for="room-audience">Who is in the room?</label><select id="room-audience" name="audience"><option value="">Anyone</option>{audience}</select></div>'
        f'<div class="field"><label for="room-topic">Which cards?</label><select id="room-topic" name="topic"><option value="">All topics</option>'
        f'<optgroup label="Topics">{topic}</optgroup><optgroup label="Special situations">{situation}</optgroup></select></div>'
        '<div class="field"><label for="room-order">In what order?</label><select id="room-order" name="order"><option value="shuffle">Shuffled</option><option value="number">By number</option></select></div>'
        '<p class="room-setup__found" data-found role="status"></p>'
        '<div class="tool__controls"><button type="button" class="md-button md-button--primary" data-do="start" hidden>Start</button>'
        '<button type="button" class="md-button" data-do="resume" hidden>Go on where you were</button></div></form>'
    )
    return (
        f'<div class="room-page" data-module="room/room">{chooser}<p class="room-without">Room mode needs JavaScript. Without it, open a pack of cards on the screen instead.</p>'
        f"{screen_html()}{''.join(room_card(card, link) for card in cards)}</div>"
    )


def screen_html() -> str:
    """What covers the screen once room mode has started: a place for the card, the counters, and the way on and back."""
    return (
        '<dialog class="room" aria-labelledby="room-title" data-room><div class="room__top"><p class="room__place"></p><h2 id="room-title"></h2>'
        '<div class="room__tools"><button type="button" data-do="note" aria-pressed="false" aria-keyshortcuts="T">Trainer&#39;s note</button>'
        '<button type="button" data-do="screen" aria-keyshortcuts="F">Whole screen</button><button type="button" data-do="leave">Leave room mode</button></div></div>'
        f'<div class="room__stage" role="group" aria-label="Card"></div><div class="room__hands" role="group" aria-label="Show of hands">{"".join(hand_html(level) for level in LEVELS)}</div>'
        '<div class="room__turn"><button type="button" data-do="back" aria-keyshortcuts="PageUp">Back</button><p class="room__say" role="status"></p>'
        '<button type="button" data-do="on" autofocus aria-keyshortcuts="PageDown">Next</button></div></dialog>'
    )


def hand_html(level: str) -> str:
    """One counter of a show of hands: shape and word, a bar, a number that can be typed, and one more or one less."""
    word, key = LEVEL_MARKS[level][0], LEVELS.index(level) + 1
    return (
        f'<div class="hand hand--{level}" data-level="{level}" role="group" aria-label="{word}"><p class="hand__name">{shape(level)} <strong>{word}</strong></p>'
        f'<div class="hand__track"><div class="hand__bar"></div></div><p class="hand__before"></p>'
        f'<div class="hand__count"><button type="button" data-less aria-label="One hand less for {word}">&minus;</button>'
        f'<input type="number" min="0" max="999" value="0" inputmode="numeric" aria-label="Hands for {word}">'
        f'<button type="button" data-more aria-label="One hand more for {word}" aria-keyshortcuts="{key}">+</button></div><p class="hand__answer">The rules say</p></div>'
    )


def room_card(card: Card, link: Link) -> str:
    """A card in the parts that a room sees: story, answer, questions, then each twist and its answer; and the trainer's note."""
    story, *twists = card.steps
    asked = "".join(f"<li>{escape(question)}</li>" for question in card.questions)
    parts = [
        f'<section data-part="story"><p>{escape(story.words)}</p></section>',
        f'<section data-part="answer" data-level="{story.result.level}">{wall_html(story, link)}</section>',
        f'<section data-part="talk"><h3>Talk about it</h3><ul>{asked}</ul></section>',
    ]
    for before, twist in zip(card.steps, twists):
        parts += [
            f'<section data-part="twist"><h3>What changes next</h3><p>{escape(twist.words)}</p></section>',
            f'<section data-part="answer" data-level="{twist.result.level}">{wall_html(twist, link, before)}</section>',
        ]
    return (
        f'<template data-card="{card.id}" data-title="{card.number}. {escape(card.title)}" data-for="{" ".join(card.audiences)}" data-pack="{card.pack}" data-routes="{escape("|".join(card.routes))}">'
        f'{"".join(parts)}<section data-part="note"><h3>For the trainer: where groups disagree</h3>{note_html(card.note, link)}</section></template>'
    )


MACROS: dict[str, Macro] = {"scenario_room": scenario_room}
