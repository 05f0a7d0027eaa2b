"""Scenario cards on pages: the lists by audience and topic, a pack's cards, and the cards that room mode shows.

An answer is what the incident tool's rules give for a card's answers, with the rules' own reasons and citations; only the
stories, the questions and the trainer's notes are written by hand (`macros.features.scenarios.data`).
"""

from collections.abc import Iterable
from functools import partial

from macros.content.errors import did_you_mean
from macros.features.guides.duties import duties, warnings
from macros.features.scenarios.data import AUDIENCES, Card, Claim, Pack, Step, packs_of
from macros.features.scenarios.sheets import sheets_html
from macros.pages.build import Build, Macro
from macros.pages.links import brief_links
from macros.render.html import escape
from macros.render.incident import PARTS, contact_words
from macros.render.levels import LEVEL_MARKS, shape
from macros.render.result import Link, citations_html
from tools.incident import QUESTIONS, RULES_VERSION, chosen
from tools.incident.explain import answer_label
from tools.model import Duty, Finding

OPEN = "The two protocols leave this open. Read both paragraphs, say what tips it, and decide with someone else."


def scenario_list(build: Build, by: str) -> str:
    """Every card, by 'audience', by 'topic' (its pack) or by 'situation' (a route of the rules): no list gives an answer away."""
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
    return (
        '<div class="card-lists">'
        + "".join(
            f'<details class="would-change"><summary>{escape(name)} <span class="card-lists__count">{len(found)} card{"s" * (len(found) != 1)}</span></summary>'
            f"<ul>{''.join(card_link(card) for card in found)}</ul></details>"
            for name, found in groups[by]
        )
        + "</div>"
    )


def card_link(card: Card) -> str:
    """A card in a list."""
    return f'<li><a href="page:training/scenarios/{card.pack}/#{card.id}">{card.number}. {escape(card.title)}</a></li>'


def scenario_count(build: Build) -> str:
    """How many cards there are."""
    return str(sum(len(pack.cards) for pack in packs_of(build.model).values()))


def pack_of(build: Build, name: str) -> Pack:
    """A pack by its name; LookupError where there is none."""
    packs = packs_of(build.model)
    if name not in packs:
        raise LookupError(f"no pack of cards '{name}'.{did_you_mean(name, packs)}")
    return packs[name]


def scenario_cards(build: Build, pack: str) -> str:
    """The cards of a pack, each with its answer, twists and trainer's note folded away until a reader opens them."""
    found, link = pack_of(build, pack), partial(brief_links, build.model)
    listed = "".join(f'<li><a href="#{card.id}">{card.number}. {escape(card.title)}</a></li>' for card in found.cards)
    return (
        f'<div class="cards" data-pack="{found.name}"><ul class="cards__list">{listed}</ul>{"".join(card_html(card, link) for card in found.cards)}'
        f'<p class="guide__foot">Answers made by version {RULES_VERSION} of the rules.</p></div>'
    )


def card_html(card: Card, link: Link) -> str:
    """A card that is read by one person or a small group."""

    def folded(summary: str, inner: str) -> str:
        return f'<details class="would-change"><summary>{summary}<span class="visually-hidden">: {escape(card.title)}</span></summary>{inner}</details>'

    story, *twists = card.steps
    again = len(twists) > 1
    turned = "".join(
        folded(
            f"What changes next{f' ({n})' if again else ''}",
            f"<p>{escape(twist.words)}</p>" + folded("What the rules say now", answer_html(twist, link, before)),
        )
        for n, (before, twist) in enumerate(zip(card.steps, twists), 1)
    )
    asked = "".join(f"<li>{escape(question)}</li>" for question in card.questions)
    return (
        f'<article class="card" id="{card.id}" tabindex="-1"><h2>{card.number}. {escape(card.title)}</h2>'
        f'<p class="card__for">{escape(audiences_line(card))}</p><p class="card__story">{escape(story.words)}</p>'
        f"<h3>Talk about it</h3><ul>{asked}</ul>"
        + folded("What the rules say", answer_html(story, link))
        + turned
        + folded("For the trainer: where groups disagree", note_html(card.note, link))
        + "</article>"
    )


def audiences_line(card: Card) -> str:
    """Who a card is for, in words."""
    return "; ".join(AUDIENCES[name] for name in card.audiences)


def answer_html(step: Step, link: Link, before: Step | None = None) -> str:
    """What the rules say: level, contact, reasons, and what follows. After another step, what is new since then."""
    rows = []
    new = [d for d in asked_for(step) if before is None or d not in asked_for(before)]
    for title, acts in PARTS:
        lines = "".join(f"<li>{escape(d.text)}{citations_html(d.citations, link)}</li>" for d in new if d.act in acts)
        rows += [f'<div class="todo__part"><dt>{title}</dt><dd><ul>{lines}</ul></dd></div>'] if lines else []
    follows = (
        f'<h4>{"What is done" if before is None else "What is done now that was not asked before"}</h4><dl class="todo">{"".join(rows)}</dl>'
        if rows
        else ""
    )
    return f'<div class="result result--{step.result.level}">{head_html(step, before)}<h4>Why</h4>{reasons_html((*step.deciding(), *step.on_top(before)), link)}{follows}{given_html(step, before)}</div>'


def asked_for(step: Step) -> list[Duty]:
    """The duties of the level and of the routes; what every result says besides is not repeated on each card."""
    rules = {f.rule for f in step.result.findings if f.level or f.route or f.rule == f"level {step.result.level}"}
    return [
        duty for duty in duties(step.result) if any(duty in f.duties for f in step.result.findings if f.rule in rules)
    ]


def head_html(step: Step, before: Step | None = None) -> str:
    """Level, police contact, and what is never done."""
    level, contact = step.result.level, step.result.contact
    never = [w for w in warnings(step.result) if before is None or w not in warnings(before.result)]
    box = (
        f'<ul class="warnings">{"".join(f"<li><strong>{escape(words)}</strong></li>" for words in never)}</ul>'
        if never
        else ""
    )
    judgement = f'<p class="judgement">{OPEN}</p>' if level == "judgement" else ""
    return (
        f'<p class="result__level" data-level="{level}" data-contact="{contact}">{shape(level)} <strong>{LEVEL_MARKS[level][0]}</strong></p>'
        f'<p class="result__contact"><strong>{contact_words(level, contact)}.</strong></p>{judgement}{box}'
    )


def reasons_html(findings: Iterable[Finding], link: Link) -> str:
    """Why, with the paragraphs; a route is named."""
    rows = [
        (f"<strong>{escape(f.route.capitalize())}:</strong> " if f.route else "")
        + escape(f.reason)
        + citations_html(f.citations, link)
        for f in findings
    ]
    return f'<ul class="reasons">{"".join(f"<li>{row}</li>" for row in rows)}</ul>'


def given_html(step: Step, before: Step | None = None) -> str:
    """The answers that were put to the rules; after another step, those that are no longer the same."""
    changed = [
        q
        for q in QUESTIONS
        if chosen(step.answers, q.id) and (before is None or chosen(step.answers, q.id) != chosen(before.answers, q.id))
    ]
    rows = "".join(
        f"<li>{escape(q.text)} <strong>{escape('; '.join(answer_label(q.id, v) for v in chosen(step.answers, q.id)))}</strong></li>"
        for q in changed
    )
    return f'<h4>{"The answers given" if before is None else "The answers that changed"}</h4><ul class="card__answers">{rows}</ul>'


def note_html(note: Iterable[Claim], link: Link) -> str:
    """What the trainer is told, each point with what it rests on."""
    return "".join(f"<p>{escape(claim.says)}{citations_html(claim.citations, link)}</p>" for claim in note)


def scenario_sheets(build: Build) -> str:
    """Every card to cut out, pack by pack: four fronts on a sheet and, on its other side, their backs."""
    packs = packs_of(build.model)
    first, rows = 1, []
    for pack in packs.values():
        last = first + 2 * -(-len(pack.cards) // 4) - 1
        rows.append(f'<li><a href="#sheets-{pack.name}">{escape(pack.title)}</a>: sides {first} to {last}</li>')
        first = last + 1
    sheets = "".join(
        f'<section class="sheets" id="sheets-{pack.name}" aria-label="{escape(pack.title)}">{sheets_html(build.model, pack.cards, pack.title)}</section>'
        for pack in packs.values()
    )
    return f'<div class="cut-outs"><ul class="cut-outs__list">{"".join(rows)}<li><a href="#all-packs">All packs</a>: {first - 1} sides</li></ul><div id="all-packs">{sheets}</div></div>'


MACROS: dict[str, Macro] = {
    "scenario_list": scenario_list,
    "scenario_count": scenario_count,
    "scenario_cards": scenario_cards,
    "scenario_sheets": scenario_sheets,
}
