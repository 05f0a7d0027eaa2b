"""Bad input: what cannot be printed right is named, nothing is made, and what was there stays."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros.content.errors import ContentError
from macros.content.model import Model
from macros.editions.handbooks import book, cards, printing, references
from macros.editions.handbooks.make import make
from macros.features.printed import catalogue, downloads
from macros.registry import new_build
from tests.support.broken_content import spoil, told


def problem(docs: Path) -> str:
    """What reading the catalogue and the cards of the spoilt words says."""
    def read() -> None:
        words = new_build(Model(docs, "wolds"), {})
        catalogue.read(words.model)
        cards.read(words)
    return told(read)


def test_a_missing_font_is_named_and_says_what_to_install(monkeypatch):
    monkeypatch.setattr(printing, "FONT", "No Such Font")
    with pytest.raises(ContentError, match="the font No Such Font is missing .*apt-get install"):
        printing.check_engine()


def test_a_sign_that_the_font_lacks_is_named(tmp_path):
    with pytest.raises(ContentError, match="or lacks one of these signs: \u2620"):
        printing.printed('<html lang="en"><title>T</title><body><p>Poison \u2620</p></body></html>', tmp_path / "sign.pdf", ("cards",), "1")


def test_a_missing_picture_is_named(making, tmp_path):
    site = tmp_path / "site"
    page = site / "evidence" / "national-picture"
    shutil.copytree(making.site / "evidence", site / "evidence")
    (site / "evidence" / "charts" / "england.svg").unlink()
    with pytest.raises(ContentError, match="evidence/national-picture/: the picture 'evidence/charts/england.svg' is missing"):
        book.page_section(making._replace(site=site), "evidence/national-picture/")
    assert page.is_dir()


def test_a_picture_without_words_in_its_place_is_named(making):
    tree = book.piece(making, '<p><img src="site:assets/site/icon.svg" alt=""></p>')
    with pytest.raises(ContentError, match="has no words in its place"):
        references.pictures(tree, making.site, "a page")


def test_an_unknown_service_of_the_area_is_named_with_the_nearest(docs):
    path = docs / "take-it-with-you" / "handbooks.yml"
    spoil(path, "numbers: [control_room, champion, out_of_hours", "numbers: [control_room, champoin, out_of_hours")
    said = problem(docs)
    assert "no service in the area file called 'champoin'" in said and "Did you mean 'champion'?" in said and f"{path}:" in said


def test_an_unknown_page_form_card_or_reader_is_named(docs):
    path = docs / "take-it-with-you" / "handbooks.yml"
    for old, new, said in (("guides/weapons,", "guides/wepons,", "no page called 'guides/wepons'. Did you mean 'guides/weapons'?"),
                           ("forms: [removal]", "forms: [removel]", "no form called 'removel'. Did you mean 'removal'?"),
                           ("cards: [restorative]", "cards: [restoratve]", "no card called 'restoratve'. Did you mean 'restorative'?"),
                           ("paragraphs: [young-person]", "paragraphs: [young-persn]", "no reader called 'young-persn'. Did you mean 'young-person'?")):
        text = path.read_text(encoding="utf-8")
        spoil(path, old, new)
        assert said in problem(docs)
        path.write_text(text, encoding="utf-8")


def test_a_key_that_a_handbook_does_not_have_is_named(docs):
    spoil(docs / "take-it-with-you" / "handbooks.yml", "    readers: For everyone who works in a home", "    reeders: For everyone who works in a home")
    assert "reeders' is not known. Did you mean 'readers'?" in problem(docs)


def test_a_sign_under_a_level_that_the_rules_do_not_give_is_named(docs):
    path = docs / "take-it-with-you" / "cards.yml"
    line = spoil(path, "{level: red, sign: A fire that burns", "{level: green, sign: A fire that burns")
    said = problem(docs)
    assert f"{path}:{line}" in said and "has the level 'green', but its answers give red" in said


def test_each_thing_that_a_sign_names_is_checked_alone(docs):
    spoil(docs / "take-it-with-you" / "cards.yml", "kind: [refusing]", "kind: [refusing, drugs-used]")
    assert "has the level 'green', but its answers give judgement" in problem(docs)


def test_a_provision_without_a_printed_place_is_named(making):
    whole = next(b for b in making.catalogue.handbooks if b.name == "partnership")
    first = whole.chapters[0]
    kind, names = first.parts[0]
    short = whole._replace(chapters=(first._replace(parts=((kind, names[:-1]),)), *whole.chapters[3:]))
    with pytest.raises(ContentError, match="partnership: the provision 'a6' has no printed place"):
        book.html(making, short)


def test_an_id_in_two_places_is_named(making):
    whole = next(b for b in making.catalogue.handbooks if b.name == "forms")
    twice = whole._replace(chapters=(whole.chapters[0], whole.chapters[0]))
    with pytest.raises(ContentError, match="the id 'forms-risk' stands in two places"):
        book.html(making, twice)


def test_whatever_the_print_engine_complains_of_stops_the_printing(tmp_path):
    with pytest.raises(ContentError, match="the print engine complains"):
        printing.printed('<html lang="en"><title>T</title><body><p style="no-such: thing">Words</p></body></html>', tmp_path / "x.pdf", ("cards",), "1")


def test_what_was_made_before_stays_when_something_is_wrong(making, tmp_path, monkeypatch):
    target = tmp_path / "handbooks"
    target.mkdir()
    (target / "old.pdf").write_text("old")
    monkeypatch.setattr("macros.editions.handbooks.make.printed", lambda *_: (_ for _ in ()).throw(ContentError("forms", "broken")))
    with pytest.raises(Exception):
        make(making._replace(site=tmp_path / "no-site"), target)
    assert [p.name for p in tmp_path.iterdir()] == ["handbooks"] and (target / "old.pdf").read_text() == "old"


def test_the_site_offers_only_what_was_made_from_these_words(build, tmp_path, monkeypatch):
    monkeypatch.setattr(downloads, "FOLDER", tmp_path / "dist")
    (tmp_path / "dist").mkdir()
    entry = downloads.PrintedFile("forms", "handbook", "Forms pack", "A4", 27, 150_000, "abcdef12")
    (tmp_path / "dist" / "forms.pdf").write_bytes(b"%PDF")
    downloads.write_index(build, "2026-11-25", tmp_path / "dist", [entry])
    offered = BeautifulSoup(downloads.handbooks(build), "html.parser")
    assert offered.find("a", href="site:handbooks/forms.pdf").text == "Forms pack" and "PDF, A4, 27 sides" in offered.text and "version abcdef12" in offered.text
    downloads.publish(build, tmp_path)
    assert (tmp_path / "handbooks" / "forms.pdf").is_file()
    path = tmp_path / "dist" / downloads.INDEX
    path.write_text(path.read_text().replace(downloads.content_hash(build), "0" * 16))
    assert "<a " not in downloads.handbooks(build) and "have not been made for this copy" in downloads.handbooks(build)
    shutil.rmtree(tmp_path / "handbooks")
    downloads.publish(build, tmp_path)
    assert not (tmp_path / "handbooks").exists()


def test_another_area_s_handbooks_name_only_that_area(other_site):
    """An invented area: its cover, cards and paragraphs, and nothing of the first."""
    words = new_build(Model(other_site.folder.with_name("other-docs"), "wolds"), {})
    making = book.Making(words, other_site.folder, catalogue.read(words.model), date(2026, 11, 25), "")
    for entry in (b for b in making.catalogue.handbooks if b.name in ("young-people", "partnership")):
        html, _ = book.html(making, entry)
        assert "nottingham" not in html.lower() and words.model.area["name"] in html, entry.name
