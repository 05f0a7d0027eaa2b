"""The guides agree with the rules in every level, route, setting and move."""

import re
from copy import copy

import pytest
import yaml

from macros.content.citations import citation_links
from macros.content.errors import ContentError
from macros.content.model import Model
from macros.features.guides import pages as guides
from macros.features.guides.data import ROUTE_NAMES, SETTINGS, read_examples, read_factors, read_situations
from macros.features.guides.duties import duties, moves, warnings
from macros.pages.links import brief_links
from macros.registry import new_build
from macros.render.levels import LEVEL_MARKS
from tests.support.broken_content import break_file, check_error, error_from
from tests.support.sites import DOCS
from tests.support.text import line_of_text, squash
from tools import first_edition as incident
from tools.first_edition import RULES, applies, chosen, decide
from tools.first_edition.explain import rank, would_change
from tools.first_edition.questions import KIND_GROUPS
from tools.model import LEVELS

EXAMPLES, SITUATIONS = read_examples(DOCS), read_situations(DOCS)
LIGHTS = {setting: "guides/traffic-lights/" + ("" if setting == "everyone" else f"{setting}/") for setting in SETTINGS}

#: Duties on level cards that need no citation: common sense about safety.
UNCITED = {
    "Stay with a child who is ill, hurt or may harm themselves, if that is safe for you.",
    "Stay with them if it is safe, and do what the 999 call handler says.",
    "Get everyone out and stay out.",
    "Do not chase or stand in the way.",
    "Help the child stay away from those who use them. Do not face them yourself.",
    "Keep talking with the child. Do not argue about beliefs.",
    "Ask the fire service for a safety visit and for its work with children who set fires.",
    "If it is a partner, an ex-partner, or someone who follows or watches them, "
    "ask for a domestic abuse or stalking worker.",
}


def text_without_citations(tag) -> str:
    """An element's text on one line, without its citations. The page is shared by all tests and is not changed."""
    tag = copy(tag)
    for citation in tag.find_all(class_="citations"):
        citation.extract()
    return line_of_text(tag)


@pytest.fixture(scope="module")
def cards(site) -> dict:
    """The built level cards by setting and level."""
    return {
        (setting, card["data-level"]): card
        for setting, url in LIGHTS.items()
        for card in site.pages[url].soup.select(".guide")
    }


# --- Traffic lights --------------------------------------------------------------------------------------------------


def test_every_setting_has_every_level_from_the_most_urgent_down(site):
    for setting, url in LIGHTS.items():
        level_cards = site.pages[url].soup.select(".guide")
        assert [card["data-level"] for card in level_cards] == list(reversed(LEVELS)), url
        assert {card["data-setting"] for card in level_cards} == {setting}


@pytest.mark.parametrize("setting", SETTINGS)
def test_a_story_is_under_the_level_and_contact_that_the_rules_give(cards, setting):
    stories = 0
    for example in (e for e in EXAMPLES if setting in e.settings):
        for _, place_answers in SETTINGS[setting]:
            result = decide({**example.answers, **place_answers})
            (at,) = [
                (level, section["data-contact"])
                for level in LEVELS
                for section in cards[setting, level].select("section[data-contact]")
                for summary in section.select("summary")
                if summary.get_text() == example.story
            ]
            assert at == (result.level, result.contact), example.story
            stories += 1
    assert stories >= 14


@pytest.mark.parametrize("setting", SETTINGS)
def test_a_page_has_every_duty_and_warning_of_its_stories_and_no_other(site, setting):
    soup = site.pages[LIGHTS[setting]].soup
    text, allowed = squash(soup.find("article").get_text()), set()
    for example in (e for e in EXAMPLES if setting in e.settings):
        for _, place_answers in SETTINGS[setting]:
            result = decide({**example.answers, **place_answers})
            allowed |= {squash(d.text) for d in duties(result)}
            missing = [d.text for d in duties(result) if squash(d.text) not in text] + [
                w for w in warnings(result) if squash(w) not in text
            ]
            assert missing == [], example.story
    names = {name for name, _ in SETTINGS[setting]}
    shown = [
        re.sub(rf"^({'|'.join(map(re.escape, names))}):", "", text_without_citations(li))
        for li in soup.select(".guide li[data-act]")
    ]
    assert shown and [text for text in shown if squash(text) not in allowed] == []


def test_every_level_has_duties_to_report_to_record_and_to_repair(cards):
    for (setting, level), card in cards.items():
        acts = {li["data-act"] for li in card.select("li[data-act]")}
        expected = {"tell", "record", "repair"} | ({"call"} if level in ("red", "amber") else set())
        assert expected <= acts, (setting, level)


def test_every_duty_has_its_own_citations(model, cards):
    """Each duty of a card has a link for each of its citations; only some need none."""
    uncited = set()
    for (setting, level), card in cards.items():
        examples = [e for e in EXAMPLES if e.level == level and setting in e.settings]
        results = [decide({**e.answers, **answers}) for e in examples for _, answers in (("", {}), *SETTINGS[setting])]
        expected = {(squash(duty.text), labels_of(model, duty)) for result in results for duty in duties(result)}
        items = card.select("li[data-act]")
        assert items, (setting, level)
        for item in items:
            labels = tuple(link.get_text() for link in item.select(".citations a[href]"))
            text = text_without_place(item, setting)
            assert (squash(text), labels) in expected, (setting, level, text)
            uncited |= set() if labels else {text}
    assert uncited == UNCITED


def labels_of(model, duty) -> tuple[str, ...]:
    """The labels of a duty's citations."""
    return tuple(label for citation in duty.citations for label, _ in brief_links(model, citation))


def text_without_place(item, setting: str) -> str:
    """A duty's text without its citations and the name of the place it is for."""
    text = text_without_citations(item)
    for place, _ in SETTINGS[setting]:
        text = text.removeprefix(f"{place}: ")
    return text


@pytest.mark.parametrize("setting", SETTINGS)
def test_a_setting_differs_only_where_a_rule_asks_about_it(setting):
    """No general duty is missing, and every added one comes from a rule that asks for the place or the age."""
    for example in (e for e in EXAMPLES if setting in e.settings):
        for _, place_answers in SETTINGS[setting]:
            answers = {**example.answers, **place_answers}
            before, after = duties(decide(example.answers)), duties(decide(answers))
            assert [d for d in before if d not in after] == [], example.story
            asking = [rule for rule in RULES if applies(rule, answers) and set(rule.when) & set(place_answers)]
            assert {d for d in after if d not in before} <= {d for rule in asking for d in rule.finding.duties}
            assert rank(decide(example.answers)) == rank(decide(answers))


def test_every_setting_marks_the_duties_of_its_places(cards):
    for setting in list(SETTINGS)[1:]:
        marked = {
            li.find("strong").get_text().rstrip(":")
            for level in LEVELS
            for li in cards[setting, level].select("li.here")
        }
        assert marked == {name for name, _ in SETTINGS[setting]}
    assert not any(cards["everyone", level].select("li.here") for level in LEVELS)


def test_a_red_card_links_to_999_and_never_folds_its_duties(cards):
    for setting in SETTINGS:
        card = cards[setting, "red"]
        assert card.select_one("a.phone--big[href='tel:999']")
        for story in card.select(".guide__examples > li"):
            acts = [li["data-act"] for li in story.select(":scope > ul.duties > li[data-act]")]
            assert "call" in acts, "the service to ask for is next to the story and not folded"
    (weapon,) = [
        li for li in cards["everyone", "red"].select(".guide__examples > li") if "bread knife" in li.get_text()
    ]
    assert "Do not step in" in weapon.select_one(":scope > ul.duties").get_text()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.story[:40])
def test_a_move_results_in_the_level_it_names(example):
    shown, current = moves(example.answers), rank(decide(example.answers))
    for move in shown:
        candidates = []
        if move.question == "kind":
            group = next(g for g in KIND_GROUPS.values() if move.answer in [a.value for a in g])
            candidates = [
                [move.answer if kind == old else kind for kind in chosen(example.answers, "kind")]
                for old in (a.value for a in group)
            ]
            candidates += [
                [kind for kind in chosen(example.answers, "kind") if kind != move.answer],
                [*chosen(example.answers, "kind"), move.answer],
            ]
        elif move.question == "harmed":
            harmed = chosen(example.answers, "harmed")
            candidates = [[*harmed, move.answer], [value for value in harmed if value != move.answer]]
        else:
            candidates = [move.answer]
        results = [decide({**example.answers, move.question: value}) for value in candidates]
        assert any(
            (r.level, r.contact) == (move.level, move.contact) and (rank(r) > current) == move.up for r in results
        ), move
    assert {(c["question"], c["answer"]) for c in would_change(example.answers) if c["level"]} <= {
        (m.question, m.answer) for m in shown
    }


def test_the_moves_of_a_card_are_those_of_its_stories(cards):
    directions = {}
    for (setting, level), card in cards.items():
        examples = [e for e in EXAMPLES if e.level == level and setting in e.settings]
        expected = {("Up" if m.up else "Down", LEVEL_MARKS[m.level][0]) for e in examples for m in moves(e.answers)}
        shown = {(dt.get_text().split()[0], dt.find("strong").get_text()) for dt in card.select(".guide__moves dt")}
        assert shown == expected, (setting, level)
        directions[setting, level] = {direction for direction, _ in shown}
    assert all(("Up" in names) == (level != "red") for (_, level), names in directions.items()), directions
    assert all("Down" in directions[setting, "amber"] for setting in SETTINGS), directions


@pytest.mark.parametrize("level", LEVELS)
def test_a_guide_cannot_be_built_without_the_rules_of_a_level(monkeypatch, level):
    """Without the rules of a level its stories are refused, with the file and line."""
    monkeypatch.setattr(incident, "RULES", tuple(rule for rule in RULES if rule.finding.level != level))
    with pytest.raises(ContentError, match=r"docs/guides/examples.yml:\d+: the example has the level '" + level):
        read_examples(DOCS)


# --- Special situations ----------------------------------------------------------------------------------------------


def test_every_route_of_the_rules_has_a_page():
    assert {route for situation in SITUATIONS.values() for route in situation.routes} == set(ROUTE_NAMES)


@pytest.mark.parametrize("route", ROUTE_NAMES)
def test_every_duty_of_a_route_is_on_a_page_of_it(site, route):
    """Every duty of a route's rules, whatever the other answers, is on the pages of that route."""
    pages = [
        site.pages[f"guides/{name}/"].soup.find("article").get_text()
        for name, s in SITUATIONS.items()
        if route in s.routes
    ]
    text = squash(" ".join(pages))
    missing = [
        (rule.finding.rule, d.text)
        for rule in RULES
        if rule.finding.route == route
        for d in rule.finding.duties
        if squash(d.text) not in text
    ]
    missing += [
        (rule.finding.rule, w)
        for rule in RULES
        if rule.finding.route == route
        for w in rule.finding.warnings
        if squash(w) not in text
    ]
    assert missing == []


@pytest.mark.parametrize("name", SITUATIONS)
def test_a_case_is_at_its_level_with_all_its_duties(site, name):
    soup, situation = site.pages[f"guides/{name}/"].soup, SITUATIONS[name]
    box = soup.select_one(f".situation[data-situation='{name}']")
    for case in situation.cases:
        result = decide(case.answers)
        (section,) = [s for s in box.select(".situation__level") if squash(case.text) in squash(s.get_text())]
        assert section["data-level"] == (result.level or "") == (case.level or "")
        here = (
            squash(section.get_text())
            + squash(" ".join(h.find_next("ul").get_text() for h in box.select("h3")))
            + squash(" ".join(w.get_text() for w in box.select(":scope > .warnings")))
        )
        for finding in result.findings:
            if finding.level or finding.route in situation.routes:
                assert [d.text for d in finding.duties if squash(d.text) not in here] == [], (case.text, finding.rule)
            assert [w for w in finding.warnings if squash(w) not in here] == [], case.text
        if result.contact == "999":
            assert section.select_one("a[href='tel:999']")


@pytest.mark.parametrize("name", SITUATIONS)
def test_the_most_urgent_cases_come_first(site, name):
    shown = [
        LEVELS.index(s["data-level"]) if s["data-level"] else -1
        for s in site.pages[f"guides/{name}/"].soup.select(".situation__level")
    ]
    assert shown == sorted(shown, reverse=True)


def test_every_situation_page_begins_with_the_first_steps_and_has_the_right_to_report(site):
    pages = [f"guides/{name}/" for name in (*SITUATIONS, "court-and-custody")]
    for url in pages:
        article = site.pages[url].soup.find("article")
        assert article.find("h2").get_text() == "What to do now", url
        assert article.select_one(".may-report"), url
    for url in [*pages, *LIGHTS.values(), "special-situations/", "guides/things-to-consider/"]:
        text = site.pages[url].soup.find("article").get_text()
        assert "You may report to the police at any time. You need nobody" in text, url


def test_the_list_of_situations_links_to_every_page_and_keeps_its_old_anchors(site):
    page = site.pages["special-situations/"]
    linked = {a["href"] for a in page.soup.find("article").find_all("a")}
    assert {f"../guides/{name}/" for name in (*SITUATIONS, "court-and-custody")} <= linked
    assert {
        "weapons",
        "drugs-and-canisters",
        "sexual-behaviour-and-images",
        "exploitation-and-trafficking",
        "missing",
        "radicalisation",
        "fire",
        "self-harm-and-health-crisis",
        "care-leavers",
        "out-of-area",
        "outside-the-home",
        "police-already-involved",
        "staff-or-carer-hurt",
        "allegation-against-staff-or-a-carer",
    } <= page.ids


def test_a_situation_cannot_be_built_without_the_rule_of_a_case(monkeypatch):
    monkeypatch.setattr(incident, "RULES", tuple(rule for rule in RULES if rule.finding.rule != "weapon in hand"))
    with pytest.raises(ContentError, match=r"docs/guides/situations.yml:\d+: the case has the level 'red'"):
        read_situations(DOCS)


# --- Things to consider ----------------------------------------------------------------------------------------------


def test_every_factor_of_both_lists_is_explained_once_and_cited(site, model):
    local, national = read_factors(model)
    ids = [
        p.id
        for p in model.protocols["local"].provisions
        if p.parsed_id.parent == "app1-consider" and p.parsed_id.kind == "annex item"
    ]
    assert [f.id for f in local] == ids and len(ids) == 21
    points = {p.id for p in model.protocols["national"].provisions if p.parsed_id.parent == "6.4"}
    same = {id for f in local for id in f.same if id.startswith("6.4-")}
    assert {f.id for f in national} | same == points and len(points) == 14
    page = site.pages["guides/things-to-consider/"].soup
    for factor in (*local, *national):
        row = page.find(id=f"factor-{factor.id}")
        assert len(row.select(".citations a")) == 1 + len(factor.same) and squash(factor.text) in squash(row.get_text())


def test_an_area_without_explanations_shows_the_whole_national_list(other_site):
    page = other_site.pages["guides/things-to-consider/"].soup
    assert len(page.select(".factors > li")) == 14 and not page.find(id="local-list")


# --- For police ------------------------------------------------------------------------------------------------------


def test_the_police_pages_state_how_certain_recent_facts_are(site):
    text = " ".join(site.pages["guides/police-investigation/"].soup.find("article").get_text().split())
    for phrase in (
        "Outcome 8, community resolution.",
        "Outcome 20.",
        "Outcome 21.",
        "Outcome 22.",
        "Outcome 23. This one is reported, and we could not confirm it",
        "Child Information Form",
        "not confirmed, checked 22 November 2026",
        "secondary source, checked 22 November 2026",
    ):
        assert phrase in text, phrase


def test_an_area_s_police_posts_are_linked_only_where_it_has_a_page_on_them(site, other_site):
    article, other_article = (s.pages["guides/police-neighbourhood/"].soup.find("article") for s in (site, other_site))
    assert any(a["href"].endswith("/police-posts/") for a in article.find_all("a"))
    assert not any("police-posts" in a["href"] for a in other_article.find_all("a"))


def test_no_guide_has_the_name_or_phone_number_of_a_person(site):
    for url, page in site.pages.items():
        if url.startswith("guides/") or url.endswith("police-posts/"):
            text = page.soup.find("article").get_text()
            assert not re.search(r"\bPC [A-Z][a-z]+|\b07\d{3} ?\d{6}|\b0115\b", text), url


# --- Bad input -------------------------------------------------------------------------------------------------------


STORY = "- story: Two boys shoved each other"
SHOVE_ANSWERS = 'answers: {danger: "no", kind: [assault-minor], wish: no-police, again: first'


@pytest.mark.parametrize(
    "old, new, expected",
    [
        (
            "  level: green\n  settings: [everyone, schools]",
            "  level: amber\n  settings: [everyone, schools]",
            "has the level 'amber', but its answers give green (matching rules: minor harm)",
        ),
        (
            f"settings: [everyone, schools]\n  {SHOVE_ANSWERS}",
            f"settings: [everyone, school]\n  {SHOVE_ANSWERS}",
            "no setting called 'school'. Did you mean 'schools'? There are: everyone,",
        ),
        (
            f"settings: [everyone, schools]\n  {SHOVE_ANSWERS}",
            f"settings: [everyone, schools]\n  {SHOVE_ANSWERS.replace('assault-minor', 'assault-mild')}",
            "answers that the incident tool refuses: kind: 'assault-mild' is not an answer",
        ),
    ],
)
def test_an_error_in_an_example(docs, old, new, expected):
    path = docs / "guides" / "examples.yml"
    rows = path.read_text(encoding="utf-8").split("\n")
    line = next(number for number, row in enumerate(rows, 1) if row.startswith(STORY))
    break_file(path, old, new)
    error = error_from(lambda: read_examples(docs))
    assert error.startswith(f"{path}:{line}: ") and expected in error


def test_an_example_with_an_unknown_level(docs):
    path = docs / "guides" / "examples.yml"
    check_error(lambda: read_examples(docs), path, "level: red", "level: read", "Did you mean 'red'?", lines=(0, 0))


def test_an_example_without_a_level(docs):
    path = docs / "guides" / "examples.yml"
    break_file(path, "  level: red\n", "")
    expected = r"examples.yml:\d+: the key '0.level' is missing. Expected: the level that the incident tool gives"
    with pytest.raises(ContentError, match=expected):
        read_examples(docs)


@pytest.mark.parametrize(
    "old, new, expected",
    [
        ("routes: [fire]", "routes: [fires]", "no route called 'fires'. Did you mean 'fire'?"),
        ("fire:\n", "blaze:\n", "the situation 'blaze' has no page guides/blaze.md"),
        (
            'Something is burning.", level: red',
            'Something is burning.", level: green',
            "the case has the level 'green', but its answers give red",
        ),
        (
            'Something is burning.", level: red, answers',
            'Something is burning.", level: red, answer',
            "answer' is not known. Did you mean 'answers'?",
        ),
        ("answers: {kind: [fire-burning]}", "answers: {kind: {a: b}}", "answers that the incident tool refuses"),
    ],
)
def test_an_error_in_a_situation(docs, old, new, expected):
    check_error(lambda: read_situations(docs), docs / "guides" / "situations.yml", old, new, expected, lines=(-1, 1))


def with_factors(docs, text: str) -> Model:
    """The model with explanations for the single factor section of the invented area."""
    (docs / "areas" / "wolds" / "factors.yml").write_text(text, encoding="utf-8")
    return Model(docs, "wolds")


@pytest.mark.parametrize(
    "text, expected",
    [
        ("2-1: {text: Stay away.}\n2-3: {text: A thing.}", r"factors.yml:2: no provision 'local 2-3'"),
        ("2-1: {same: [6.4-99]}", r"factors.yml:1: no provision 'national 6.4-99'"),
        ("2-1: {explanation: Stay away.}", r"factors.yml:1: the key '2-1.explanation' is not known"),
        ("2-1: {}", r"factors.yml:1: '2-1': {} should be non-empty"),
        ("2-1: {same: [6.5]}", r"factors.yml:1: '2-1.same.0': 6.5 is not of type 'string'.*in quotation marks"),
        ("2-1: {same: ['6.5']}", r"factors.yml:1: the factor '2-1' has no 'text'"),
    ],
)
def test_an_error_in_a_factor(docs, text, expected):
    with pytest.raises(ContentError, match=expected):
        read_factors(with_factors(docs, text))


def test_a_national_factor_without_a_text(docs):
    path = docs / "guides" / "factors.yml"
    line = break_file(path, '6.4-2: {text: "', "6.4-2: {same: ['6.5'], text: \"")
    path.write_text(re.sub(r"(6.4-2: \{same: \['6.5'\]).*", r"\1}", path.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(ContentError, match=f"guides/factors.yml:{line}: the factor '6.4-2' has no 'text'"):
        read_factors(Model(docs, "wolds"))


def test_a_factor_that_is_not_explained(docs):
    area = docs / "areas" / "wolds" / "area.yml"
    area.write_text(area.read_text(encoding="utf-8").replace('factors: ["l2"]', 'factors: ["2"]'), encoding="utf-8")
    page = docs / "areas" / "wolds" / "protocol" / "duties.md"
    page.write_text(
        page.read_text(encoding="utf-8").replace(
            "## The parts",
            "## [app1 | none] An appendix\n\n### [app1-weigh | none] To weigh\n\n"
            "- [app1-weigh-1 | should] How bad is it?\n",
        ),
        encoding="utf-8",
    )
    break_file(area, 'factors: ["2"]', 'factors: ["app1-weigh"]')
    with pytest.raises(ContentError, match=r"factors.yml: the factor 'app1-weigh-1' is not explained"):
        read_factors(with_factors(docs, "{}"))


@pytest.mark.parametrize(
    "call, expected",
    [
        (lambda build: guides.level_guide(build, "gren", "schools"), "no level 'gren'. Did you mean 'green'?"),
        (lambda build: guides.level_guide(build, "green", "school"), "no setting 'school'. Did you mean 'schools'?"),
        (lambda build: guides.situation(build, "weapon"), "no situation 'weapon'. Did you mean 'weapons'?"),
        (
            lambda build: guides.note_link(build, "images-not-vewed", "note"),
            "no editor's note 'images-not-vewed'. Did you mean 'images-not-viewed'?",
        ),
        (lambda build: guides.area_extra(build, "police-posts", "posts", "No place for it."), "has no LINK"),
    ],
)
def test_a_wrong_call(build, call, expected):
    with pytest.raises(LookupError) as caught:
        call(build)
    assert expected in caught.value.args[0]


def test_a_level_without_an_example_in_a_setting(docs):
    path = docs / "guides" / "examples.yml"
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    for row in rows:
        row["settings"] = [setting for setting in row["settings"] if setting != "schools"] or ["everyone"]
    path.write_text(yaml.safe_dump(rows), encoding="utf-8")
    with pytest.raises(LookupError, match="no example of 'green' for 'schools'"):
        guides.level_guide(new_build(Model(docs, "wolds"), {}), "green", "schools")


def test_a_topic_without_local_provisions_gives_no_citation(docs):
    model = Model(docs, "wolds")
    model.area["topics"]["weapons"] = []
    assert brief_links(model, "topic weapons") == citation_links(model, "topic weapons") == []
