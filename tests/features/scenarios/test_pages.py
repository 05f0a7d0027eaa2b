"""Scenario cards: answers are those of the rules, all levels, routes and settings occur, and no story is repeated."""

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
from tests.support.broken_content import break_file, check_error, error_from
from tests.support.reading import grade, own_paragraphs
from tests.support.sites import DOCS
from tests.support.text import squash
from tools.first_edition import QUESTIONS, applies, chosen, decide
from tools.first_edition.levels import LEVEL_RULES
from tools.first_edition.routes import ROUTES
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
    """Reads the files and calls the tool directly, without the code of the pages."""
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
            assert [duty for duty in duties if squash(duty) not in text] == [], card.id
            warnings = [w for step in card.steps for f in step.result.findings for w in f.warnings]
            assert [warning for warning in warnings if squash(warning) not in text] == [], card.id


def test_the_room_and_the_sheets_show_the_same_answers_as_the_pages(site, cards):
    room, sheets = (site.pages[f"training/scenarios/{name}/"].soup for name in ("room", "print"))
    for card in cards:
        parts = BeautifulSoup(room.find("template", attrs={"data-card": card.id}).decode_contents(), "html.parser")
        answers = parts.select("[data-part=answer]")
        (back,) = sheets.select(f'.cut-out--back[data-number="{card.number}"]')
        lines = back.select(".cut-out__level")
        assert len(answers) == len(lines) == len(card.steps)
        for step, answer, line in zip(card.steps, answers, lines, strict=True):
            label = LEVEL_MARKS[step.result.level][0]
            assert answer["data-level"] == step.result.level
            assert answer.select_one(".result__level strong").get_text() == label
            assert line.find("strong").get_text() == f"{label}."
            assert answer.select(".reasons li .citations a[href]"), card.id
        for warning in (w for step in card.steps for f in step.result.findings for w in f.warnings):
            assert squash(warning) in squash(parts.get_text()) and squash(warning) in squash(back.get_text()), card.id


def test_the_front_of_a_card_does_not_reveal_the_answer(site, cards):
    for card in cards:
        (front,) = site.pages["training/scenarios/print/"].soup.select(f'.cut-out--front[data-number="{card.number}"]')
        front = copy(front)  # the page is shared by all tests
        front.select_one(".cut-out__levels").extract()
        text = front.get_text()
        assert not re.search(r"\b(green|amber|judgement|999|101)\b", text, re.I), card.id
        assert card.steps[1].text not in text, card.id
        assert not re.search(r"\b(green|amber|red|judgement|no level)\b", card.title, re.I)


# --- What the set covers ---------------------------------------------------------------------------------------------


def test_there_are_enough_cards_for_each_audience(cards):
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
            used = {value for card in cards for step in card.steps for value in chosen(step.answers, question.id)}
            assert used == {answer.value for answer in question.answers}, question.id


def test_every_level_rule_and_every_point_that_the_protocols_leave_open_has_a_card(cards):
    steps = [step for card in cards for step in card.steps]
    assert [rule.finding.rule for rule in LEVEL_RULES if not any(applies(rule, step.answers) for step in steps)] == []
    left_open = [rule for rule in LEVEL_RULES if rule.finding.level == "judgement"]
    assert [
        rule.finding.rule
        for rule in left_open
        if not any(step.result.level == "judgement" and applies(rule, step.answers) for step in steps)
    ] == []


def test_twists_raise_and_lower_the_level_and_some_change_only_the_duties(cards):
    def rank(step):
        return LEVELS.index(step.result.level)

    moves = [rank(after) - rank(before) for card in cards for before, after in card.twists]
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


def content_words(text: str) -> set[str]:
    """The words of a text that say what its story is about."""
    return {word for word in re.findall(r"[a-z']+", text.lower()) if word not in COMMON and len(word) > 2}


def test_no_two_cards_are_the_same_story(cards):
    """Two cards share few words and differ in two answers: the same story with other people would share both."""
    for first, second in combinations(cards, 2):
        words, others = (content_words(" ".join(step.text for step in card.steps)) for card in (first, second))
        assert len(words & others) / min(len(words), len(others)) < 0.3, (first.id, second.id, words & others)
        steps = list(zip(first.steps, second.steps, strict=False))
        differ = sum(set(chosen(a.answers, q.id)) != set(chosen(b.answers, q.id)) for a, b in steps for q in QUESTIONS)
        assert differ >= 2, (first.id, second.id)


def test_no_card_retells_a_story_of_the_guides_or_the_worked_examples(cards):
    stories = [
        row["story"]
        for path in (ROOT / "tests" / "tools" / "situations").glob("*.yml")
        for row in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]
    stories += [row["story"] for row in yaml.safe_load((DOCS / "guides" / "examples.yml").read_text(encoding="utf-8"))]
    for card in cards:
        words = content_words(card.steps[0].text)
        for story in stories:
            shared = words & content_words(story)
            assert len(shared) <= 8 and len(shared) / len(words) < 0.34, (card.id, story, shared)


def test_a_story_has_two_to_seven_sentences(cards):
    for card in cards:
        story = card.steps[0].text
        assert 2 <= len(re.findall(r"[.!?](?:\"|\s|$)", story)) <= 7 and len(story.split()) <= 85, card.id


def test_the_pages_are_plain(site, packs):
    for url in ("", "room/", "print/", *(f"{name}/" for name in packs)):
        assert grade(own_paragraphs(site.pages[f"training/scenarios/{url}"])) <= 8, url


def test_every_list_links_to_every_card(site, cards):
    lists = site.pages["training/scenarios/"].soup.select(".card-lists")
    expected = {f"{card.pack}/#{card.id}" for card in cards}
    assert len(lists) == 3
    for card_list in lists[:2]:
        assert {a["href"] for a in card_list.select("a")} == expected
    for href in expected:
        url, _, anchor = href.partition("#")
        assert anchor in site.pages[f"training/scenarios/{url}"].ids


def test_the_cards_are_built_for_another_area_too(other_site, cards):
    shown = other_site.pages["training/scenarios/weapons-and-fire/"].soup
    assert len(shown.select("article.card")) == 8
    assert "Wolds" in shown.get_text() and "Nottinghamshire" not in shown.find("article").get_text()


# --- Sheets ----------------------------------------------------------------------------------------------------------


def test_backs_are_behind_their_fronts_when_the_sheet_is_flipped_on_its_long_edge(cards):
    for size in (1, 2, 3, 4):
        group = cards[:size]
        fronts, backs = places(group, "front"), places(group, "back")
        for place, card in enumerate(fronts):
            row, column = divmod(place, ACROSS)
            assert backs[row * ACROSS + (ACROSS - 1 - column)] is card


def test_the_sheets_of_some_cards_can_be_used_elsewhere(model, cards):
    html = sheets_html(model, cards[:5], "Some cards")
    assert html.count('class="sheet sheet--front"') == html.count('class="sheet sheet--back"') == 2
    assert re.findall(r'cut-out--front" data-number="(\d+)"', html) == ["1", "2", "3", "4", "5"]
    assert re.findall(r'cut-out--back [\w-]+" data-number="(\d+)"', html) == ["2", "1", "4", "3", "5"]


# --- Bad input -------------------------------------------------------------------------------------------------------


def error_in_cards(docs) -> str:
    """The error that reading broken cards gives."""
    return error_from(lambda: packs_of(Model(docs, "wolds")))


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
    # A level that the rules do not give is reported where it is stated, on the line after the answers.
    after = int("states the" in expected)
    check_error(
        lambda: packs_of(Model(docs, "wolds")),
        docs / "training" / "scenarios" / "everyday.yml",
        old,
        new,
        expected,
        lines=(after, after),
    )


def cut(path, start: str, end: str) -> None:
    """Removes part of a file: from the text `start` up to the text `end`."""
    text = path.read_text(encoding="utf-8")
    at = text.index(start)
    path.write_text(text[:at] + text[text.index(end, at) :], encoding="utf-8")


def test_a_card_without_a_twist(docs):
    path = docs / "training" / "scenarios" / "substances.yml"
    line = path.read_text(encoding="utf-8").split("\n").index("- id: after-the-festival") + 1
    cut(path, "  twists:", "\n- id: under")
    error = error_in_cards(docs)
    assert error.startswith(f"{path}:{line}: ")
    assert "the key '0.twists' is missing. Expected: what changes next" in error


def test_a_card_with_an_empty_list_of_twists(docs):
    path = docs / "training" / "scenarios" / "substances.yml"
    cut(path, "    - text: >-\n        He takes out", "\n- id: under")
    line = break_file(path, "  twists:\n", "  twists: []\n")
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
    check_error(
        lambda: packs_of(Model(docs, "wolds")),
        docs / "training" / "scenarios" / "substances.yml",
        old,
        new,
        expected,
        lines=(-1, 1),
    )


def test_an_error_in_a_card_stops_the_build_of_its_page(docs):
    """The pages are checked before any of them is built."""
    break_file(docs / "training" / "scenarios" / "police.yml", "level: green", "level: amber")
    build = new_build(Model(docs, "wolds"), {})
    with pytest.raises(ContentError, match=r"police.yml:\d+: .* states the level 'amber', but the rules give 'green'"):
        build.macros["scenario_list"]("topic")


def test_a_pack_without_a_page(docs):
    (docs / "training" / "scenarios" / "police.md").unlink()
    path = docs / "training" / "scenarios" / "police.yml"
    assert error_in_cards(docs) == f"{path}: the pack 'police' has no page police.md next to it"


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
