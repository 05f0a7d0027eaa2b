"""Bad input: each mistake stops the build with its file, its line and the nearest known name."""

from pathlib import Path

import pytest

from macros.content.errors import ContentError
from macros.content.macro_calls import check_calls, files_with_calls
from macros.content.model import Model
from macros.publish.build import build_site
from macros.publish.search_index import everyday_words
from macros.registry import new_build
from tests.support.broken_content import spoil, told


def problem(docs: Path) -> str:
    """What the build says about the spoilt words."""
    def read():
        words = new_build(Model(docs, "wolds"), {})
        check_calls(files_with_calls(docs), words.macros)
        words.model.crosswalk, words.model.decision_steps, words.model.glossary, everyday_words(words.model)
    return told(read)


def test_an_unknown_citation(docs):
    page = docs / "areas" / "wolds" / "if-we-disagree.md"
    line = spoil(page, "local 3b", "local 3bb")
    said = problem(docs)
    assert f"{page}:{line}" in said and "'local 3bb'" in said and "Did you mean '3b'?" in said


def test_an_unknown_macro(docs):
    page = docs / "glossary.md"
    line = spoil(page, "{{ glossary() }}", "{{ glosary() }}")
    assert problem(docs) == f"{page}:{line}: no macro called 'glosary'. Did you mean 'glossary'?"


def test_an_unknown_reader(docs):
    page = docs / "areas" / "wolds" / "protocol" / "duties.md"
    line = spoil(page, "| manager]", "| manger]")
    assert problem(docs) == f"{page}:{line}: 'manger' is not a reader this site knows. Did you mean 'manager'?"


def test_an_unknown_force(docs):
    page = docs / "areas" / "wolds" / "protocol" / "duties.md"
    line = spoil(page, "2-1 | should", "2-1 | shuold")
    said = problem(docs)
    assert f"{page}:{line}" in said and "Did you mean 'should'?" in said


def test_an_unknown_area_fact(docs):
    page = docs / "areas" / "wolds" / "index.md"
    line = spoil(page, "champion.phone", "champion.fone")
    said = problem(docs)
    assert f"{page}:{line}" in said and "no area fact 'champion.fone'" in said and "Did you mean 'champion.phone'?" in said


def test_a_duplicate_id(docs):
    page = docs / "areas" / "wolds" / "protocol" / "levels.md"
    line = spoil(page, "[3a |", "[2-1 |")
    said = problem(docs)
    assert f"{page}:{line}: the id '2-1' is used twice" in said and "duties.md:" in said


def test_an_id_that_no_form_allows(docs):
    page = docs / "areas" / "wolds" / "protocol" / "levels.md"
    line = spoil(page, "[3a |", "[three.a |")
    assert f"{page}:{line}" in problem(docs)


def test_a_provision_without_words(docs):
    page = docs / "areas" / "wolds" / "protocol" / "duties.md"
    spoil(page, "A manager may ask for advice at any time.", "")
    assert "'2-2' has no words" in problem(docs)


def test_a_mark_that_cannot_be_read(docs):
    """It would be printed as words, and its paragraph would have no address."""
    page = docs / "areas" / "wolds" / "protocol" / "duties.md"
    line = spoil(page, "[2-1 | should", "[2-1 should")
    assert problem(docs).startswith(f"{page}:{line}: '[2-1 should") and "[id | force | readers]" in problem(docs)


def test_an_area_key_that_is_misspelt(docs):
    page = docs / "areas" / "wolds" / "area.yml"
    line = spoil(page, "  does: Takes calls.", "  dose: Takes calls.")
    assert problem(docs) == f"{page}:{line}: the key 'control_room.dose' is not known. Did you mean 'does'?"


def test_an_empty_area_file(docs):
    (docs / "areas" / "wolds" / "area.yml").write_text("", encoding="utf-8")
    assert "area.yml:1: this is empty" in problem(docs)


def test_a_missing_area_key(docs):
    spoil(docs / "areas" / "wolds" / "area.yml", "force: Wolds Police\n", "")
    said = problem(docs)
    assert "'force' is missing" in said and "Expected: The full name of the police force." in said


def test_a_malformed_area_value(docs):
    page = docs / "areas" / "wolds" / "area.yml"
    line = spoil(page, 'checked: "2026-11-22"', 'checked: yesterday')
    said = problem(docs)
    assert f"{page}:{line}" in said and "'checked'" in said and "Expected" in said


def test_an_area_file_that_is_not_yaml(docs):
    spoil(docs / "areas" / "wolds" / "area.yml", "name: Wolds and Vale", "name: [Wolds")
    assert "not readable as YAML" in problem(docs)


def test_a_note_on_a_provision_that_is_not_there(docs):
    page = docs / "areas" / "wolds" / "notes.yml"
    spoil(page, '["2-1"]', '["2-9"]')
    said = problem(docs)
    assert f"{page}:1" in said and "'2-9'" in said and "Did you mean '2-" in said


def test_a_note_of_an_unknown_kind(docs):
    spoil(docs / "areas" / "wolds" / "notes.yml", "kind: safety", "kind: saftey")
    assert "Did you mean 'safety'?" in problem(docs)


def test_a_crosswalk_row_with_an_unknown_paragraph(docs):
    spoil(docs / "areas" / "wolds" / "crosswalk.yml", '"7.1"', '"7.9"')
    assert "no provision 'national 7.9'" in problem(docs)


def test_a_decision_step_with_an_unknown_level(docs):
    spoil(docs / "areas" / "wolds" / "decision-steps.yml", "level: red", "level: rad")
    assert "Did you mean 'red'?" in problem(docs)


def test_a_note_without_a_source(docs):
    spoil(docs / "areas" / "wolds" / "notes.yml", "sources:", "source:")
    assert "the note has no 'sources'. Did you mean 'source'?" in problem(docs)


def test_a_note_that_cites_what_is_not_there(docs):
    page = docs / "national" / "notes.yml"
    line = spoil(page, 'cite("national a3-17")', 'cite("national a3-99")')
    assert problem(docs) == f"{page}:{line}: no provision 'national a3-99'. Did you mean 'a3-9'?"


@pytest.mark.parametrize("old, new, says", [
    ("checked: 2026-11-22", "checked: soon", "Expected: a day such as 2026-11-22"),
    ("    - title: Being arrested, your rights, GOV.UK", "    - titel: Being arrested", "titel' is not known. Did you mean 'title'?"),
    ("- id: uk-gdpr", "- id: consent-not-needed", "the note id 'consent-not-needed' is used twice"),
    ("- id: uk-gdpr\n", "- uk-gdpr\n- id: uk-gdpr\n", "the note is not a group of keys and values"),
])
def test_a_malformed_note(docs, old, new, says):
    page = docs / "national" / "notes.yml"
    spoil(page, old, new)
    said = problem(docs)
    assert said.startswith(f"{page}:") and says in said


def test_a_word_explained_twice(docs):
    page = docs / "glossary.yml"
    spoil(page, "- term: ADCS", "- term: ACPO")
    assert str(page) in problem(docs) and "'ACPO' is explained twice" in problem(docs)


@pytest.mark.parametrize("old, new, says", [
    ("to: guides/weapons.md", "to: guides/weapon.md", "no page 'guides/weapon.md'. Did you mean 'guides/weapons.md'?"),
    ("to: area decision-steps", "to: area decision-step", "no page 'area decision-step'. Did you mean 'area decision-steps'?"),
    ("to: national 8.2", "to: national 8.9", "no provision 'national 8.9'. Did you mean '8.5'?"),
])
def test_a_search_word_that_leads_nowhere(docs, old, new, says):
    page = docs / "search-words.yml"
    line = spoil(page, old, new)
    assert problem(docs) == f"{page}:{line}: {says}"


def test_a_page_without_a_title(docs, tmp_path):
    spoil(docs / "areas" / "wolds" / "index.md", "title: Wolds and Vale\n", "")
    with pytest.raises(ContentError, match="index.md:1: the page has no 'title:'"):
        build_site(tmp_path / "site", docs_dir=str(docs))


def test_nothing_half_built_takes_the_place_of_a_site(docs, tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    (site / "old.html").write_text("whole")
    spoil(docs / "glossary.md", "{{ glossary() }}", "{{ glosary() }}")
    with pytest.raises(ContentError):
        build_site(site, docs_dir=str(docs))
    assert [p.name for p in site.iterdir()] == ["old.html"] and not (tmp_path / ".site.new").exists()


def test_a_broken_link_stops_the_build(docs, tmp_path):
    spoil(docs / "glossary.md", "{{ glossary() }}", "[gone](no-such-page.md)")
    with pytest.raises((ContentError, Exception)) as caught:
        build_site(tmp_path / "site", docs_dir=str(docs))
    assert not (tmp_path / "site").exists() and "trict" in str(caught.value)
