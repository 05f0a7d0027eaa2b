"""Practice from elsewhere: complete, sourced examples, and ideas marked as not the local protocol's text."""

import re
import shutil
from pathlib import Path

import pytest

from macros.content.macro_calls import check_calls
from macros.content.model import Model
from macros.features.practice.data import ideas_of, practice_of
from macros.registry import new_build
from tests.support.broken_content import break_file, check_error, error_from
from tests.support.sites import DOCS
from tools.records.boards import SIX

(AREA,) = (path.parent for path in DOCS.glob("areas/*/area.yml"))
#: The places that the issue and the practice notes name.
NAMED = (
    "Wiltshire",
    "Essex",
    "North Lincolnshire",
    "Lancashire",
    "Kent",
    "Nottingham",
    "Sunderland",
    "Staffordshire",
    "Leicester",
    "Slough",
    "Surrey",
    "Dorset",
    "Norfolk",
    "London",
    "Sussex",
    "Cheshire",
    "Blackburn with Darwen",
    "Hillingdon",
    "Calderdale",
    "Walsall",
    "All of Wales",
    "Dyfed-Powys",
    "Gwent",
    "Glasgow",
    "Victoria",
)
LABELS = re.compile(r"(Official source|Secondary source|Not confirmed: check before relying on it):")


# Examples


def test_every_place_that_the_notes_name_is_there(model):
    places = " ".join(entry["area"] for entry in practice_of(model).values())
    assert [name for name in NAMED if name not in places] == []


def test_every_example_has_its_problem_action_actor_result_time_source_and_confidence(site, model):
    cards = site.pages["practice/"].soup.select(".practice__card")
    assert {card["id"].removeprefix("practice-") for card in cards} == set(practice_of(model))
    for card in cards:
        heads = [dt.get_text() for dt in card.select("dt")]
        assert heads[:6] == ["The problem", "What they did", "Who", "What came of it", "When", "Source"] and heads[
            6:
        ] in ([], ["Our protocol does not have"])
        assert all(len(dd.get_text(strip=True)) > 3 for dd in card.select("dd"))
        source = card.select("dd")[5].get_text()
        assert LABELS.match(source) and re.search(r"Checked \d+ November 2026\.", source), card["id"]


def test_every_source_has_a_title_and_every_address_is_whole(model):
    for id, entry in practice_of(model).items():
        for source in entry["sources"]:
            assert source["title"] and re.fullmatch(r"https?://[^\s]+\.[^\s]+|", source.get("url", "")), id


def test_a_number_in_a_result_has_a_caution(model):
    """A result with a percentage or a count has one, or says itself that others counted or that it is not known."""
    for id, entry in practice_of(model).items():
        if re.search(r"\d+%|\d,\d{3}", entry["result"]):
            assert "caution" in entry or re.search(r"not seen|no counts|no figures|have not seen", entry["result"]), id


def test_a_programme_that_has_ended_says_so(model):
    assert (
        "has ended" in practice_of(model)["slough"]["caution"]
        and "31 March 2025" in practice_of(model)["slough"]["caution"]
    )


RANKS = "PC|DI|DS|Mr|Mrs|Ms|Dr|Cllr|Sir|Dame|Inspector|Superintendent|Constable|Councillor"


def test_roles_and_organisations_only():
    """No title before a name, no email, no number of a person."""
    data = [folder / name for folder in (DOCS / "practice", AREA) for name in ("practice.yml", "ideas.yml")]
    for path in (*data, *(DOCS / "practice").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        assert not re.search(rf"\b({RANKS}) [A-Z][a-z]+ [A-Z]?", text) and "@" not in text, path
        assert not re.search(r"\b0\d{3,4} ?\d{3}", text), path


def test_subjects_lead_to_every_example(site, model):
    page = site.pages["practice/"]
    led = {link["href"].partition("#practice-")[2] for link in page.soup.select(".practice__themes a")}
    assert led == set(practice_of(model)) and {f"practice-{id}" for id in led} <= page.ids


# Ideas


def test_the_ideas_asked_for_are_there(model):
    assert {"slow-time", "reviewing-together", "call-logs", "arrests-next-day"} <= set(ideas_of(model))


def test_every_idea_is_marked_as_not_the_local_protocol_s_with_confidence_and_caution(site, model):
    page = site.pages["practice/elsewhere/"]
    cards = page.soup.select(".practice__card")
    name = model.area["protocol"]["cited_as"]
    assert len(cards) == len(ideas_of(model)) >= 15
    for card in cards:
        own = card.find(class_="practice__not-ours")
        assert own.get_text().startswith(f"Not {name}’s text.") and len(own.get_text()) > len(name) + 40, (
            "what comes nearest is said"
        )
        places = card.select("dd li")
        assert places and all(
            re.search(r": (official source|secondary source|not confirmed)", place.get_text()) for place in places
        )
        assert card.find(class_="practice__care").get_text(strip=True).startswith("Take care.")


def test_slow_time_never_delays_danger_and_nobody_is_told_they_may_not_report(model):
    care = ideas_of(model)["slow-time"]["care"]
    for said in (
        "Danger comes first",
        "A weapon, drugs, sexual harm",
        "does not wait",
        "The person harmed may report at once, and so may you",
    ):
        assert said in care
    assert "You may report at any time, and you need nobody's permission" in ideas_of(model)["control-room"]["care"]


def test_ideas_and_examples_lead_to_each_other(site):
    for here, there in (("practice/", "practice/elsewhere/"), ("practice/elsewhere/", "practice/")):
        links = [
            link["href"]
            for link in site.pages[here].soup.select(".practice__card a")
            if re.search("#(idea|practice)-", link["href"])
        ]
        assert links and all(link.partition("#")[2] in site.pages[there].ids for link in links)


# The six points


def test_the_guide_has_the_form_s_six_points_in_its_order_and_words(site):
    page = site.pages["practice/six-points/"].soup.find("article")
    heads = [h2.get_text() for h2 in page.find_all("h2")]
    assert heads[:6] == [f"{n}. {title}" for n, (_, title, _) in enumerate(SIX, 1)]
    text = " ".join(page.get_text(" ").split())
    assert all(ask in text for _, _, ask in SIX) and page.find("a", href=re.compile(r"forms/six-points/$"))


def test_the_guide_says_that_a_presumption_is_no_rule_here(site):
    text = " ".join(site.pages["practice/six-points/"].soup.get_text(" ").split())
    assert "Starting from not charging is not a rule here, and never applies to danger or serious harm" in text


# Another area


def test_an_area_without_practice_of_its_own_has_all_pages_and_says_that_nobody_has_compared(other_site):
    page = other_site.pages["practice/elsewhere/"]
    for own in page.soup.select(".practice__not-ours"):
        assert own.get_text() == "Not checked against Wolds’s text."
    assert (
        not other_site.pages["practice/"].soup.find(class_="practice__here")
        and "practice-dorset" in other_site.pages["practice/"].ids
    )


def test_the_area_s_own_examples_are_listed_among_the_others_and_marked(site):
    marked = [
        card["id"]
        for card in site.pages["practice/"].soup.select(".practice__card")
        if card.find(class_="practice__here")
    ]
    assert len(marked) == 2


def test_the_data_are_published(site):
    assert (site.folder / "practice" / "practice.yml").is_file() and (site.folder / "practice" / "ideas.yml").is_file()


# Errors


def read(docs: Path) -> None:
    check_calls(sorted((docs / "practice").glob("*.md")), new_build(Model(docs, "wolds"), {}).macros)


def error(docs: Path) -> str:
    return error_from(lambda: read(docs))


@pytest.mark.parametrize(
    "file, old, new, message",
    [
        (
            "practice.yml",
            "  confidence: official source",
            "  confidence: offical source",
            "Did you mean 'official source'?",
        ),
        ("practice.yml", "  country: England", "  country: Englnd", "Did you mean 'England'?"),
        (
            "practice.yml",
            "  caution: We have",
            "  cauton: We have",
            "the key 'cauton' is not known. Did you mean 'caution'?",
        ),
        ("practice.yml", "  checked: 2026-11-25", "  checked: soon", "the day it was last checked"),
        ("practice.yml", 'citations: ["national 1.9"]', 'citations: ["national 1.99"]', "no provision 'national 1.99'"),
        ("ideas.yml", "where: [dorset]", "where: [dorsett]", "Did you mean 'dorset'?"),
        ("ideas.yml", '"national 6.6-7"', '"national 6.6-77"', "no provision 'national 6.6-77'"),
    ],
)
def test_an_error_stops_the_build_with_its_file_and_what_is_expected(docs, file, old, new, message):
    check_error(
        lambda: read(docs), docs / "practice" / file, old, new, message, lines=(-12, 12)
    )  # the line, or that of its entry


def test_an_id_given_twice_and_one_that_an_area_gives_again(docs):
    path = docs / "practice" / "practice.yml"
    break_file(path, "- id: cheshire", "- id: dorset")
    assert "the id 'dorset' is used twice" in error(docs)
    break_file(path, "- id: dorset", "- id: cheshire")
    text = path.read_text(encoding="utf-8")
    shutil.copy(path, docs / "areas" / "wolds" / "practice.yml")
    (docs / "areas" / "wolds" / "practice.yml").write_text(
        text[text.index("- id: cheshire") : text.index("- id: dorset")], encoding="utf-8"
    )
    assert "the example 'cheshire' is in" in error(docs)


def test_an_area_that_compares_compares_every_idea_and_no_other(docs):
    own = docs / "areas" / "wolds" / "ideas.yml"
    own.write_text("slow-tme: It sets no time.\n", encoding="utf-8")
    assert (
        error(docs)
        == f"{own}:1: 'slow-tme' is not an idea of {docs / 'practice' / 'ideas.yml'}. Did you mean 'slow-time'?"
    )
    own.write_text("slow-time: It sets no time.\n", encoding="utf-8")
    assert "is missing: say what the local protocol has on it" in error(docs)
