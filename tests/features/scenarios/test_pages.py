"""Scenario cards: every answer is that of the rules, every level, route and setting is there, no story comes twice."""

import re
from copy import copy
from itertools import combinations

import pytest
import yaml
from bs4 import BeautifulSoup

from macros.content.errors import ContentError
from macros.content.model import Model
from macros.features.scenarios import pages as scenarios
from macros.features.scenarios.data import AUDIENCES, packs_of
from macros.features.scenarios.sheets import ACROSS, places, sheets_html
from macros.files import ROOT
from macros.registry import new_build
from macros.render.levels import LEVEL_MARKS
from tests.support.broken_content import check_told, spoil, told
from tests.support.reading import grade, own_paragraphs
from tests.support.sites import DOCS
from tests.support.text import squash
from tools.incident import QUESTIONS, applies, chosen, decide
from tools.incident.levels import LEVEL_RULES
from tools.incident.routes import ROUTES
from tools.model import LEVELS

FOLDER = DOCS / "training" / "scenarios"
ROWS = [
    (path, row) for path in sorted(FOLDER.glob("*.yml")) for row in yaml.safe_load(path.read_text(encoding="utf-8"))
]
IDS = [row["id"] for _, row in ROWS]


@pytest.fixture(scope="module")
def packs(model):
    return packs_of(model)


@pytest.fixture(scope="module")
def cards(packs):
    return [card for pack in packs.values() for card in pack.cards]


# --- Answers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", [row for _, row in ROWS], ids=IDS)
def test_the_answer_that_a_card_states_is_the_one_that_the_tool_gives(row):
    """Read from the file and given to the tool here, without the code of the pages."""
    answers = row["answers"]
    result = decide(answers)
    assert (row["level"], row["contact"]) == (result.level, result.contact)
    assert row["twists"]
    for twist in row["twists"]:
        assert any(chosen(answers, q) != chosen(twist["answers"], q) for q in twist["answers"])
        answers = {**answers, **twist["answers"]}
        result = decide(answers)
        assert (twist["level"], twist["contact"]) == (result.level, result.contact), twist["text"]


def test_a_card_on_its_page_shows_what_the_tool_gives(site, packs):
    for pack in packs.values():
        soup = site.pages[f"training/scenarios/{pack.name}/"].soup
        for card in pack.cards:
            shown = soup.find(id=card.id)
            results = shown.select(".result")
            assert len(results) == len(card.steps)
            for step, box in zip(card.steps, results, strict=True):
                result = decide(step.answers)
                level = box.select_one(".result__level")
                assert (level["data-level"], level["data-contact"]) == (result.level, result.contact)
                text = squash(box.get_text())
                assert all(squash(f.reason) in text for f in result.findings if f.level == result.level), card.id
            text = squash(shown.get_text())
            duties = [d.text for f in card.steps[0].result.findings if f.level or f.route for d in f.duties]
            assert [words for words in duties if squash(words) not in text] == [], card.id
            never = [w for step in card.steps for f in step.result.findings for w in f.warnings]
            assert [words for words in never if squash(words) not in text] == [], card.id


def test_the_room_and_the_sheets_show_the_same_answers_as_the_pages(site, cards):
    room, sheets = (site.pages[f"training/scenarios/{name}/"].soup for name in ("room", "print"))
    for card in cards:
        parts = BeautifulSoup(room.find("template", attrs={"data-card": card.id}).decode_contents(), "html.parser")
        answers = parts.select("[data-part=answer]")
        (back,) = sheets.select(f'.cut-out--back[data-number="{card.number}"]')
        lines = back.select(".cut-out__level")
        assert len(answers) == len(lines) == len(card.steps)
        for step, answer, line in zip(card.steps, answers, lines, strict=True):
            word = LEVEL_MARKS[step.result.level][0]
            assert (
                answer["data-level"] == step.result.level
                and answer.select_one(".result__level strong").get_text() == word
            )
            assert line.find("strong").get_text() == f"{word}."
            assert answer.select(".reasons li .citations a[href]"), card.id
        for never in (w for step in card.steps for f in step.result.findings for w in f.warnings):
            assert squash(never) in squash(parts.get_text()) and squash(never) in squash(back.get_text()), card.id


def test_nothing_on_a_front_gives_the_answer_away(site, cards):
    for card in cards:
        (front,) = site.pages["training/scenarios/print/"].soup.select(f'.cut-out--front[data-number="{card.number}"]')
        front = copy(front)  # the page is shared by all tests
        front.select_one(".cut-out__levels").extract()
        text = front.get_text()
        assert not re.search(r"\b(green|amber|judgement|999|101)\b", text, re.I) and card.steps[1].text not in text, (
            card.id
        )
        assert not re.search(r"\b(green|amber|red|judgement|no level)\b", card.title, re.I)


# --- What the set covers ---------------------------------------------------------------------------------------------


def test_there_are_enough_cards_for_everyone(cards):
    assert len(cards) >= 48
    for audience in AUDIENCES:
        assert sum(audience in card.audiences for card in cards) >= 10, audience


def test_every_level_contact_route_placement_and_age_is_covered(cards):
    firsts = [card.steps[0] for card in cards]
    assert {s.result.level for s in firsts} == set(LEVELS)
    assert {(s.result.level, s.result.contact) for card in cards for s in card.steps} >= {
        ("red", "999"),
        ("amber", "tell now"),
        ("amber", "discuss"),
        ("judgement", "discuss"),
        ("judgement", "tell now"),
        ("green", "not needed"),
        ("none", "not needed"),
        ("none", "discuss"),
        ("none", "tell now"),
    }
    assert {route for card in cards for route in card.routes} == {rule.finding.route for rule in ROUTES}
    for question in QUESTIONS:
        if question.id in (
            "kind",
            "placement",
            "age",
            "harmed",
            "where",
            "wish",
            "again",
            "danger",
            "coercion",
            "over",
        ):
            given = {value for card in cards for step in card.steps for value in chosen(step.answers, question.id)}
            assert given == {answer.value for answer in question.answers}, question.id


def test_every_level_rule_has_a_card_and_so_has_each_point_that_the_protocols_leave_open(cards):
    steps = [step for card in cards for step in card.steps]
    assert [rule.finding.rule for rule in LEVEL_RULES if not any(applies(rule, step.answers) for step in steps)] == []
    left_open = [rule for rule in LEVEL_RULES if rule.finding.level == "judgement"]
    assert [
        rule.finding.rule
        for rule in left_open
        if not any(step.result.level == "judgement" and applies(rule, step.answers) for step in steps)
    ] == []


def test_twists_lead_up_and_down_and_some_change_only_what_is_done(cards):
    def rank(step):
        return LEVELS.index(step.result.level)

    moves = [rank(then) - rank(before) for card in cards for before, then in card.twists]
    assert sum(m > 0 for m in moves) >= 10 and sum(m < 0 for m in moves) >= 8 and sum(m == 0 for m in moves) >= 5


# --- Stories ---------------------------------------------------------------------------------------------------------


#: Words that stories of this kind have in common.
COMMON = set(
    re.findall(
        r"\w+",
        """
        a an the and or of to in on at is are was were be it that this he she they his her him them their has have had
        not no does do did for with from by as but who what when nobody wants want police says said one out up down so
        there if would will can cannot been into than then all more before time first child boy girl worker carer
        foster hurt home told tells tell asked happened
        """,
    )
)


def content(text: str) -> set[str]:
    return {word for word in re.findall(r"[a-z']+", text.lower()) if word not in COMMON and len(word) > 2}


def test_no_two_cards_are_the_same_story(cards):
    """Neither in their text nor in their answers: the same story with other people shares both."""
    for one, other in combinations(cards, 2):
        words, others = (content(" ".join(step.text for step in card.steps)) for card in (one, other))
        assert len(words & others) / min(len(words), len(others)) < 0.3, (one.id, other.id, words & others)
        steps = list(zip(one.steps, other.steps, strict=False))
        differ = sum(set(chosen(a.answers, q.id)) != set(chosen(b.answers, q.id)) for a, b in steps for q in QUESTIONS)
        assert differ >= 2, (one.id, other.id)


def test_no_card_retells_a_story_of_the_guides_or_the_worked_examples(cards):
    stories = [
        row["story"]
        for path in (ROOT / "tests" / "tools" / "situations").glob("*.yml")
        for row in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]
    stories += [row["story"] for row in yaml.safe_load((DOCS / "guides" / "examples.yml").read_text(encoding="utf-8"))]
    for card in cards:
        words = content(card.steps[0].text)
        for story in stories:
            shared = words & content(story)
            assert len(shared) <= 8 and len(shared) / len(words) < 0.34, (card.id, story, shared)


def test_a_story_has_two_to_four_sentences_or_a_little_more(cards):
    for card in cards:
        assert (
            2 <= len(re.findall(r"[.!?](?:\"|\s|$)", card.steps[0].text)) <= 7 and len(card.steps[0].text.split()) <= 85
        ), card.id


def test_the_pages_are_plain(site, packs):
    for url in ("", "room/", "print/", *(f"{name}/" for name in packs)):
        assert grade(own_paragraphs(site.pages[f"training/scenarios/{url}"])) <= 8, url


def test_every_list_leads_to_every_card(site, cards):
    lists = site.pages["training/scenarios/"].soup.select(".card-lists")
    expected = {f"{card.pack}/#{card.id}" for card in cards}
    assert len(lists) == 3
    for listed in lists[:2]:
        assert {a["href"] for a in listed.select("a")} == expected
    for href in expected:
        url, _, anchor = href.partition("#")
        assert anchor in site.pages[f"training/scenarios/{url}"].ids


def test_the_cards_hold_in_another_area_too(other_site, cards):
    shown = other_site.pages["training/scenarios/weapons-and-fire/"].soup
    assert (
        len(shown.select("article.card")) == 8
        and "Wolds" in shown.get_text()
        and "Nottinghamshire" not in shown.find("article").get_text()
    )


# --- Sheets ----------------------------------------------------------------------------------------------------------


def test_backs_are_behind_their_fronts_when_the_sheet_is_flipped_on_its_long_edge(cards):
    for size in (1, 2, 3, 4):
        group = cards[:size]
        fronts, backs = places(group, "front"), places(group, "back")
        for place, card in enumerate(fronts):
            row, column = divmod(place, ACROSS)
            assert backs[row * ACROSS + (ACROSS - 1 - column)] is card


def test_another_document_can_use_the_sheets_of_some_cards(model, cards):
    html = sheets_html(model, cards[:5], "Some cards")
    assert html.count('class="sheet sheet--front"') == html.count('class="sheet sheet--back"') == 2
    assert re.findall(r'cut-out--front" data-number="(\d+)"', html) == ["1", "2", "3", "4", "5"]
    assert re.findall(r'cut-out--back [\w-]+" data-number="(\d+)"', html) == ["2", "1", "4", "3", "5"]


# --- Bad input -------------------------------------------------------------------------------------------------------


def error_in_cards(docs) -> str:
    """The error that reading broken cards gives."""
    return told(lambda: packs_of(Model(docs, "wolds")))


ANSWERS = (
    '  answers: {danger: "no", kind: [damage-small], wish: no-police, again: first, coercion: "no", record: "no", '
    'age: "10-17", harmed: [organisation]'
)


@pytest.mark.parametrize(
    "old, new, expected",
    [
        (
            ANSWERS,
            ANSWERS.replace("damage-small", "damage-smal"),
            "the card 'bath-left-running' has answers that the incident tool refuses: "
            "kind: 'damage-smal' is not an answer",
        ),
        (ANSWERS, ANSWERS.replace("damage-small", "damage-smal"), "Did you mean 'damage-small'?"),
        (ANSWERS, ANSWERS.replace("coercion", "coersion"), "'coersion' is not a question"),
        (ANSWERS, ANSWERS.replace("coercion", "coersion"), "Did you mean 'coercion'?"),
        (
            ANSWERS,
            ANSWERS.replace("damage-small", "damage-matters"),
            "states the level 'green', but the rules give 'judgement' (matching rules: harm that matters)",
        ),
        (
            ANSWERS,
            ANSWERS.replace('coercion: "no", ', ""),
            "leaves 'coercion' open, and its answer could still change the level",
        ),
        (ANSWERS, ANSWERS.replace('coercion: "no"', "coercion: no"), "False is not valid"),
        (ANSWERS, ANSWERS.replace("no-police", "nobody"), "has answers that do not fit together"),
        (
            "      answers: {again: worse}",
            "      answers: {again: worst}",
            "twist 1 of the card 'bath-left-running' has answers that the incident tool refuses: "
            "again: 'worst' is not an answer",
        ),
        (
            "      answers: {again: worse}\n      level: amber\n      contact: discuss",
            "      answers: {again: first}\n      level: green\n      contact: not needed",
            "twist 1 of the card 'bath-left-running' changes nothing",
        ),
        (
            "      answers: {again: worse}",
            "      answers: {age: under-10}",
            "states the level 'amber', but the rules give 'green'",
        ),
    ],
)
def test_errors_in_answers(docs, old, new, expected):
    after = int(
        "states the" in expected
    )  # a level that the rules do not give is shown where it is stated, on the line after the answers
    check_told(
        lambda: packs_of(Model(docs, "wolds")),
        docs / "training" / "scenarios" / "everyday.yml",
        old,
        new,
        expected,
        lines=(after, after),
    )


def cut(path, start: str, end: str) -> None:
    """Removes part of a file, from the start of one text up to another."""
    text = path.read_text(encoding="utf-8")
    at = text.index(start)
    path.write_text(text[:at] + text[text.index(end, at) :], encoding="utf-8")


def test_a_card_without_a_twist(docs):
    path = docs / "training" / "scenarios" / "substances.yml"
    line = path.read_text(encoding="utf-8").split("\n").index("- id: after-the-festival") + 1
    cut(path, "  twists:", "\n- id: under")
    error = error_in_cards(docs)
    assert (
        error.startswith(f"{path}:{line}: ") and "the key '0.twists' is missing. Expected: what changes next" in error
    )


def test_a_card_with_an_empty_list_of_twists(docs):
    path = docs / "training" / "scenarios" / "substances.yml"
    cut(path, "    - text: >-\n        He takes out", "\n- id: under")
    line = spoil(path, "  twists:\n", "  twists: []\n")
    error = error_in_cards(docs)
    assert error.startswith(f"{path}:{line}: '0.twists'") and "what changes next, at least once" in error


@pytest.mark.parametrize(
    "old, new, expected",
    [
        (
            "      citations: [topic drugs, national 6.5]\n",
            "",
            "the key '0.note.0.citations' is missing. Expected: its sources",
        ),
        ("citations: [topic drugs, national 6.5]", "citations: []", "'0.note.0.citations'"),
        (
            "citations: [topic drugs, national 6.5]",
            "citations: [topic drugs, national 6.55]",
            "no provision 'national 6.55'. Did you mean '6.5'?",
        ),
        (
            "citations: [topic drugs, national 6.5]",
            "citations: [topic drug, national 6.5]",
            "no topic 'drug' in the area file. Did you mean 'drugs'?",
        ),
        (
            "citations: [topic drugs, national 6.5]",
            "citations: [note gas-canisters-control]",
            "Did you mean 'gas-canisters-controlled'?",
        ),
        (
            "citations: [topic drugs, national 6.5]",
            "citations: [local l5]",
            "never 'local', because the cards are used in every area",
        ),
        (
            "citations: [topic drugs, national 6.5]",
            "citations: [page guides/drug]",
            "the page 'guides/drug', which neither the area nor the site has",
        ),
        (
            "for: [supported, police-recruits, agency-staff]",
            "for: [supported, police-recruit, agency-staff]",
            "Did you mean 'police-recruits'?",
        ),
        ("title: After the festival", "titel: After the festival", "titel' is not known. Did you mean 'title'?"),
        (
            "    - Who can help him that is not the police?",
            "    - Who can help him that is not the police.",
            "ending in a question mark",
        ),
        ("id: under-the-trampoline", "id: after-the-festival", "the id 'after-the-festival' is used twice; first in"),
    ],
)
def test_an_error_in_a_card(docs, old, new, expected):
    check_told(
        lambda: packs_of(Model(docs, "wolds")),
        docs / "training" / "scenarios" / "substances.yml",
        old,
        new,
        expected,
        lines=(-1, 1),
    )


def test_an_error_in_a_card_stops_the_build_of_its_page(docs):
    """The error is found when the pages are checked, before anything is built."""
    spoil(docs / "training" / "scenarios" / "police.yml", "level: green", "level: amber")
    build = new_build(Model(docs, "wolds"), {})
    with pytest.raises(ContentError, match=r"police.yml:\d+: .* states the level 'amber', but the rules give 'green'"):
        build.macros["scenario_list"]("topic")


def test_a_pack_without_a_page(docs):
    (docs / "training" / "scenarios" / "police.md").unlink()
    assert (
        error_in_cards(docs)
        == f"{docs / 'training' / 'scenarios' / 'police.yml'}: the pack 'police' has no page police.md next to it"
    )


@pytest.mark.parametrize(
    "call, expected",
    [
        (lambda build: scenarios.scenario_cards(build, "polise"), "no pack of cards 'polise'. Did you mean 'police'?"),
        (
            lambda build: scenarios.scenario_list(build, "topics"),
            "cards are not listed by 'topics'. Did you mean 'topic'?",
        ),
    ],
)
def test_a_wrong_call(build, call, expected):
    with pytest.raises(LookupError) as caught:
        call(build)
    assert expected in caught.value.args[0]
