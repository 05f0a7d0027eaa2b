"""Bad input: each mistake stops the build with its file, its line and the nearest known name."""

from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from macros.content.data_files import front_matter
from macros.content.errors import ContentError
from macros.content.macro_calls import check_calls, files_with_calls
from macros.content.model import Model
from macros.content.navigation import navigation
from macros.publish.build import build_site
from macros.publish.search_index import everyday_words
from macros.registry import new_build
from tests.support.broken_content import break_file, error_from


def problem(docs: Path) -> str:
    """The error with which reading the changed content ends."""

    def read() -> None:
        build = new_build(Model(docs, "wolds"), {})
        check_calls(files_with_calls(docs), build.macros)
        _ = build.model.crosswalk, build.model.decision_steps, build.model.glossary
        everyday_words(build.model)

    return error_from(read)


def test_an_unknown_citation(docs):
    page = docs / "areas" / "wolds" / "if-we-disagree.md"
    line = break_file(page, "local 3b", "local 3bb")
    message = problem(docs)
    assert f"{page}:{line}" in message and "'local 3bb'" in message and "Did you mean '3b'?" in message


def test_an_unknown_macro(docs):
    page = docs / "glossary.md"
    line = break_file(page, "{{ glossary() }}", "{{ glosary() }}")
    assert problem(docs) == f"{page}:{line}: no macro called 'glosary'. Did you mean 'glossary'?"


def test_an_unknown_reader(docs):
    page = docs / "areas" / "wolds" / "protocol" / "duties.md"
    line = break_file(page, "| manager]", "| manger]")
    assert problem(docs) == f"{page}:{line}: 'manger' is not a reader this site knows. Did you mean 'manager'?"


def test_an_unknown_force(docs):
    page = docs / "areas" / "wolds" / "protocol" / "duties.md"
    line = break_file(page, "2-1 | should", "2-1 | shuold")
    message = problem(docs)
    assert f"{page}:{line}" in message and "Did you mean 'should'?" in message


def test_an_unknown_area_fact(docs):
    page = docs / "areas" / "wolds" / "index.md"
    line = break_file(page, "champion.phone", "champion.fone")
    message = problem(docs)
    assert (
        f"{page}:{line}" in message
        and "no area fact 'champion.fone'" in message
        and "Did you mean 'champion.phone'?" in message
    )


def test_a_duplicate_id(docs):
    page = docs / "areas" / "wolds" / "protocol" / "levels.md"
    line = break_file(page, "[3a |", "[2-1 |")
    message = problem(docs)
    assert f"{page}:{line}: the id '2-1' is used twice" in message and "duties.md:" in message


def test_an_id_that_no_form_allows(docs):
    page = docs / "areas" / "wolds" / "protocol" / "levels.md"
    line = break_file(page, "[3a |", "[three.a |")
    assert f"{page}:{line}" in problem(docs)


def test_a_provision_without_text(docs):
    page = docs / "areas" / "wolds" / "protocol" / "duties.md"
    break_file(page, "A manager may ask for advice at any time.", "")
    assert "'2-2' has no text" in problem(docs)


def test_a_mark_that_cannot_be_read(docs):
    """It would be printed as text, and its paragraph would have no URL."""
    page = docs / "areas" / "wolds" / "protocol" / "duties.md"
    line = break_file(page, "[2-1 | should", "[2-1 should")
    assert problem(docs).startswith(f"{page}:{line}: '[2-1 should") and "[id | force | readers]" in problem(docs)


def test_an_area_key_that_is_misspelt(docs):
    page = docs / "areas" / "wolds" / "area.yml"
    line = break_file(page, "  does: Takes calls.", "  dose: Takes calls.")
    assert problem(docs) == f"{page}:{line}: the key 'control_room.dose' is not known. Did you mean 'does'?"


def test_an_empty_area_file(docs):
    (docs / "areas" / "wolds" / "area.yml").write_text("", encoding="utf-8")
    assert "area.yml:1: this is empty" in problem(docs)


def test_a_missing_area_key(docs):
    break_file(docs / "areas" / "wolds" / "area.yml", "force: Wolds Police\n", "")
    message = problem(docs)
    assert "'force' is missing" in message and "Expected: The full name of the police force." in message


def test_a_malformed_area_value(docs):
    page = docs / "areas" / "wolds" / "area.yml"
    line = break_file(page, 'checked: "2026-11-22"', "checked: yesterday")
    message = problem(docs)
    assert f"{page}:{line}" in message and "'checked'" in message and "Expected" in message


def test_an_area_file_that_is_not_yaml(docs):
    break_file(docs / "areas" / "wolds" / "area.yml", "name: Wolds and Vale", "name: [Wolds")
    assert "not readable as YAML" in problem(docs)


def test_a_note_on_a_provision_that_is_not_there(docs):
    page = docs / "areas" / "wolds" / "notes.yml"
    break_file(page, '["2-1"]', '["2-9"]')
    message = problem(docs)
    assert f"{page}:1" in message and "'2-9'" in message and "Did you mean '2-" in message


def test_a_note_of_an_unknown_kind(docs):
    break_file(docs / "areas" / "wolds" / "notes.yml", "kind: safety", "kind: saftey")
    assert "Did you mean 'safety'?" in problem(docs)


@pytest.mark.parametrize(
    "old, new, expected",
    [
        ('"7.1"', '"7.9"', "no provision 'national 7.9'. Did you mean '7.2'?"),
        ('"7.1"', "7.1", "'national.0': 7.1 is not of type 'string'"),
        ("relation: missing locally", "relation: missing localy", "Did you mean 'missing locally'?"),
        ("topic: Care leavers", "topc: Care leavers", "the key 'topc' is not known. Did you mean 'topic'?"),
        (
            ", text: The local protocol has nothing.",
            "",
            "the key 'text' is missing. Expected: one to three plain sentences",
        ),
    ],
)
def test_a_malformed_crosswalk_row(docs, old, new, expected):
    page = docs / "areas" / "wolds" / "crosswalk.yml"
    line = break_file(page, old, new)
    message = problem(docs)
    assert message.startswith(f"{page}:{line}: ") and expected in message


@pytest.mark.parametrize(
    "old, new, line, expected",
    [
        ("level: red", "level: rad", 4, "Did you mean 'red'?"),
        ("  question: Is anyone in danger?", "  ask: Is anyone in danger?", 2, "the key 'ask' is not known"),
        ("  text: Settle it.\n", "", 6, "the key 'text' is missing. Expected: what to do when the answer is yes"),
        ('["local 3a"]', "[]", 10, "'citations': [] should be non-empty"),
        ('"national a1-risk-1"', '"national a1-risk-11"', 5, "no provision 'national a1-risk-11'"),
    ],
)
def test_a_malformed_decision_step(docs, old, new, line, expected):
    page = docs / "areas" / "wolds" / "decision-steps.yml"
    break_file(page, old, new)
    message = problem(docs)
    assert message.startswith(f"{page}:{line}: ") and expected in message


def test_a_note_without_a_source(docs):
    break_file(docs / "areas" / "wolds" / "notes.yml", "sources:", "source:")
    assert "the key 'source' is not known. Did you mean 'sources'?" in problem(docs)


def test_a_note_that_cites_what_is_not_there(docs):
    page = docs / "national" / "notes.yml"
    line = break_file(page, 'cite("national a3-17")', 'cite("national a3-99")')
    assert problem(docs) == f"{page}:{line}: no provision 'national a3-99'. Did you mean 'a3-9'?"


@pytest.mark.parametrize(
    "old, new, expected",
    [
        ("checked: 2026-11-22", "checked: soon", "Expected: a day such as 2026-11-22"),
        (
            "    - title: Being arrested, your rights, GOV.UK",
            "    - titel: Being arrested",
            "titel' is not known. Did you mean 'title'?",
        ),
        ("- id: uk-gdpr", "- id: consent-not-needed", "the note id 'consent-not-needed' is used twice"),
        ("- id: uk-gdpr\n", "- uk-gdpr\n- id: uk-gdpr\n", "this is empty, or not a group of keys and values"),
    ],
)
def test_a_malformed_note(docs, old, new, expected):
    page = docs / "national" / "notes.yml"
    break_file(page, old, new)
    message = problem(docs)
    assert message.startswith(f"{page}:") and expected in message


def test_a_word_explained_twice(docs):
    page = docs / "glossary.yml"
    line = break_file(page, "- term: ADCS", "- term: ACPO")
    assert problem(docs) == f"{page}:{line}: 'ACPO' is explained twice"


@pytest.mark.parametrize(
    "old, new, expected",
    [
        (
            "  stands_for: Association of Chief",
            "  stands for: Association of Chief",
            "the key 'stands for' is not known. Did you mean 'stands_for'?",
        ),
        (
            "- term: ADCS\n",
            "- term: 101\n",
            "'term': 101 is not of type 'string'. Expected: the word or the short form",
        ),
        ("- term: ACPO\n", "- ACPO\n- term: ACPO\n", "this is empty, or not a group of keys and values"),
    ],
)
def test_a_malformed_glossary_entry(docs, old, new, expected):
    page = docs / "glossary.yml"
    first = break_file(page, old, new)
    message = problem(docs)
    assert message.startswith(f"{page}:{first}: ") and expected in message


def test_a_glossary_that_is_not_a_list(docs):
    page = docs / "areas" / "wolds" / "glossary.yml"
    page.write_text("term: ASHA\ntext: A panel.\n", encoding="utf-8")
    assert problem(docs) == f"{page}:1: this is not a list: each of its entries starts with '- '"


def test_an_order_that_is_not_a_number(docs):
    page = docs / "for" / "manager.md"
    order = front_matter(page, "order")
    line = break_file(page, f"order: {order}", "order: last")
    message = error_from(lambda: navigation([], Model(docs, "wolds")))
    assert message == f"{page}:{line}: 'order': 'last' is not a whole number"


@pytest.mark.thorough
@pytest.mark.parametrize(
    "old, new, expected",
    [
        (
            "to: guides/weapons.md",
            "to: guides/weapon.md",
            "no page 'guides/weapon.md'. Did you mean 'guides/weapons.md'?",
        ),
        (
            "to: area decision-steps",
            "to: area decision-step",
            "no page 'area decision-step'. Did you mean 'area decision-steps'?",
        ),
        ("to: national 8.2", "to: national 8.9", "no provision 'national 8.9'. Did you mean '8.5'?"),
    ],
)
def test_a_search_word_that_leads_nowhere(docs, old, new, expected):
    page = docs / "search-words.yml"
    line = break_file(page, old, new)
    assert problem(docs) == f"{page}:{line}: {expected}"


@pytest.mark.thorough
def test_a_page_without_a_title(docs, tmp_path):
    break_file(docs / "areas" / "wolds" / "index.md", "title: Wolds and Vale\n", "")
    with pytest.raises(ContentError, match="index.md:1: the page has no 'title:'"):
        build_site(tmp_path / "site", docs_dir=str(docs))


def test_nothing_half_built_takes_the_place_of_a_site(docs, tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    (site / "old.html").write_text("whole")
    break_file(docs / "glossary.md", "{{ glossary() }}", "{{ glosary() }}")
    with pytest.raises(ContentError):
        build_site(site, docs_dir=str(docs))
    assert [p.name for p in site.iterdir()] == ["old.html"] and not (tmp_path / ".site.new").exists()


@pytest.mark.thorough
def test_a_broken_link_stops_the_build(docs, tmp_path, caplog):
    break_file(docs / "glossary.md", "{{ glossary() }}", "[gone](no-such-page.md)")
    with pytest.raises(Abort, match="Aborted with 1 warnings in strict mode"):
        build_site(tmp_path / "site", docs_dir=str(docs))
    assert not (tmp_path / "site").exists()
    assert "'glossary.md' contains a link 'no-such-page.md', but the target is not found" in caplog.text
