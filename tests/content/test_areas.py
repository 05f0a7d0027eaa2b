"""An area is only its folder: a complete site is built for an invented area, and nothing else names the first."""

import json
import re

from macros.features.directory.helplines import helplines_of
from macros.files import ROOT
from tests.support.sites import DOCS


def test_nothing_outside_an_area_s_folder_contains_its_name():
    for area in (path.parent for path in (ROOT / DOCS).glob("areas/*/area.yml")):
        for path in (p for folder in ("docs", "tools", "macros") for p in (ROOT / folder).rglob("*")):
            if (
                path.is_file()
                and not path.is_relative_to(area)
                and path.suffix in (".md", ".yml", ".py", ".html", ".js", ".css", ".json")
            ):
                assert area.name not in path.read_text(encoding="utf-8").lower(), path
        assert area.name not in (ROOT / "mkdocs.yml").read_text(encoding="utf-8").lower()


def test_a_whole_site_is_built_for_another_area(site, other_site):
    """It has all general pages, and the pages and short URLs of its area."""
    general = {url for url in site.pages if not url.startswith("areas/")}
    assert general <= set(other_site.pages)
    assert {"areas/wolds/", "areas/wolds/decision-steps/", "areas/wolds/protocol/levels/"} <= set(other_site.pages)
    assert "l/wolds/3c/" in other_site.short


def test_the_other_site_never_names_the_first_area(other_site):
    for path in other_site.folder.rglob("*"):
        if path.suffix in (".html", ".json", ".xml", ".js"):
            assert "nottingham" not in path.read_text(encoding="utf-8").lower(), path


def test_general_pages_cite_whichever_area_is_built(other_site):
    page = other_site.pages["special-situations/"]
    assert "Wolds" in page.soup.find("article").get_text() and page.soup.find(
        "a", href=re.compile("areas/wolds/protocol/duties/#2-1")
    )


def test_the_danger_tool_cites_whichever_area_is_built(other_site):
    table = json.loads((other_site.folder / "runtime" / "tools" / "citations.json").read_text())
    assert table["citations"]["topic immediate"] == [["Wolds 3c", "areas/wolds/protocol/levels/#3c"]]


def test_an_unconfirmed_fact_prints_a_labelled_blank(other_site):
    blank = other_site.pages["areas/wolds/"].soup.find(class_="blank")
    assert "phone" in blank.get_text() and "not confirmed" in blank.get_text()


def confirmed_numbers(facts: object) -> set[str]:
    """The telephone numbers in an area file, without spaces; those of a group without a source are not confirmed."""
    if not isinstance(facts, dict):
        return set()
    numbers = set().union(*(confirmed_numbers(value) for value in facts.values()))
    if facts.get("source", "not confirmed") != "not confirmed":
        values = (str(facts.get(key, "")) for key in ("phone", "emergency", "other", "text_relay"))
        numbers |= {value.replace(" ", "") for value in values if value[:1].isdigit()}
    return numbers


def test_a_number_of_the_area_is_confirmed_only_by_its_own_source():
    facts = {
        "advocacy": {"phone": "0115 000 0000", "source": [{"title": "A council"}], "checked": "2026-01-31"},
        "missing": {"phone": "0115 000 0001", "source": "not confirmed"},
        "panels": {"city": {"phone": "control room", "source": [{"title": "A council, 0115 000 0002"}]}},
    }
    assert confirmed_numbers(facts) == {"01150000000"}


def test_no_phone_number_is_printed_that_no_file_confirms(site, model):
    """Every tel: link on the site is national, has a source in the area file, or is of a checked directory entry."""
    national = {"999", "101", "1800118001", "18001101"}
    helplines = {
        entry.facts["phone"].replace(" ", "")
        for entry in helplines_of(model).values()
        if entry.facts["checked"] and entry.facts["source"]
    }
    confirmed = national | helplines | confirmed_numbers(model.area)
    links = [
        (page.url, link["href"].removeprefix("tel:"))
        for page in site.pages.values()
        if "tel:" in page.html
        for link in page.soup.find_all("a", href=re.compile("^tel:"))
    ]
    assert len(links) > 100 and [(url, number) for url, number in links if number not in confirmed] == []
