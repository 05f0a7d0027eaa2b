"""Bad input: the error names what cannot be printed, nothing is printed, and earlier prints are unchanged."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros.content.errors import ContentError
from macros.content.model import Model
from macros.editions.handbooks import cards, make
from macros.editions.handbooks.book import handbook_html
from macros.editions.handbooks.context import PrintContext, fragment
from macros.editions.handbooks.layout import printing
from macros.editions.handbooks.layout.references import embed_pictures
from macros.editions.handbooks.sections import page_section
from macros.features.printed import catalogue, downloads
from macros.registry import new_build
from tests.support.broken_content import break_file, error_from


def catalogue_error(docs: Path) -> str:
    """The error from reading the catalogue and the cards."""

    def read() -> None:
        build = new_build(Model(docs, "wolds"), {})
        catalogue.read(build.model)
        cards.read(build)

    return error_from(read)


def page(body: str) -> str:
    """A small document to print."""
    return f'<html lang="en"><title>T</title><body>{body}</body></html>'


def test_a_missing_font_is_named_and_the_error_says_what_to_install(monkeypatch):
    monkeypatch.setattr(printing, "FONT", "No Such Font")
    with pytest.raises(ContentError, match="the font No Such Font is missing .*apt-get install"):
        printing.check_engine()


def test_a_character_that_the_font_lacks_is_named(tmp_path):
    with pytest.raises(ContentError, match="or lacks one of these characters: \u2620"):
        printing.print_pdf(page("<p>Poison \u2620</p>"), tmp_path / "poison.pdf", ("cards",), "1")


def test_a_missing_picture_is_named(context, tmp_path):
    site, url = tmp_path / "site", "evidence/national-picture/"
    shutil.copytree(context.site / "evidence", site / "evidence")
    (site / "evidence" / "charts" / "england.svg").unlink()
    with pytest.raises(ContentError, match=f"{url}: the picture 'evidence/charts/england.svg' is missing"):
        page_section(context._replace(site=site), url)


def test_a_picture_without_alternative_text_is_named(context):
    tree = fragment(context, '<p><img src="site:assets/site/icon.svg" alt=""></p>')
    with pytest.raises(ContentError, match="the picture 'assets/site/icon.svg' has no alternative text"):
        embed_pictures(tree, context.site, "a page")


def test_an_unknown_service_of_the_area_is_named_with_the_nearest(docs):
    path = docs / "take-it-with-you" / "handbooks.yml"
    break_file(path, "numbers: [control_room, champion, out_of_hours", "numbers: [control_room, champoin, out_of_hours")
    error = catalogue_error(docs)
    assert "no service in the area file called 'champoin'" in error and "Did you mean 'champion'?" in error
    assert f"{path}:" in error


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("guides/weapons,", "guides/wepons,", "no page called 'guides/wepons'. Did you mean 'guides/weapons'?"),
        ("forms: [removal]", "forms: [removel]", "no form called 'removel'. Did you mean 'removal'?"),
        ("cards: [restorative]", "cards: [restoratve]", "no card called 'restoratve'. Did you mean 'restorative'?"),
        (
            "paragraphs: [young-person]",
            "paragraphs: [young-persn]",
            "no reader called 'young-persn'. Did you mean 'young-person'?",
        ),
    ],
    ids=["page", "form", "card", "reader"],
)
def test_an_unknown_name_in_a_chapter_is_reported_with_the_nearest(docs, old, new, message):
    break_file(docs / "take-it-with-you" / "handbooks.yml", old, new)
    assert message in catalogue_error(docs)


def test_a_key_that_a_handbook_does_not_have_is_named(docs):
    readers = "    readers: For everyone who works in a home"
    break_file(docs / "take-it-with-you" / "handbooks.yml", readers, readers.replace("readers", "reeders"))
    assert "reeders' is not known. Did you mean 'readers'?" in catalogue_error(docs)


def test_a_sign_under_a_level_that_the_rules_do_not_give_is_named(docs):
    path = docs / "take-it-with-you" / "cards.yml"
    line = break_file(path, "{level: red, sign: A fire that burns", "{level: green, sign: A fire that burns")
    error = catalogue_error(docs)
    assert f"{path}:{line}" in error and "the sign has the level 'green', but its answers give red" in error


def test_each_kind_of_incident_of_a_sign_is_checked_alone(docs):
    break_file(docs / "take-it-with-you" / "cards.yml", "kind: [refusing]", "kind: [refusing, drugs-used]")
    assert "the sign has the level 'green', but its answers give judgement" in catalogue_error(docs)


def test_a_provision_that_is_not_printed_is_named(context):
    book = next(b for b in context.catalogue.handbooks if b.name == "partnership")
    first = book.chapters[0]
    kind, names = first.parts[0]
    short = book._replace(chapters=(first._replace(parts=((kind, names[:-1]),)), *book.chapters[3:]))
    with pytest.raises(ContentError, match="partnership: the provision 'a6' is not printed anywhere"):
        handbook_html(context, short)


def test_an_id_in_two_places_is_named(context):
    book = next(b for b in context.catalogue.handbooks if b.name == "forms")
    twice = book._replace(chapters=(book.chapters[0], book.chapters[0]))
    with pytest.raises(ContentError, match="forms: the id 'forms-risk' is used in two places"):
        handbook_html(context, twice)


def test_a_warning_of_the_print_engine_is_an_error(tmp_path):
    with pytest.raises(ContentError, match="x: WeasyPrint warns: .*no-such"):
        printing.print_pdf(page('<p style="no-such: thing">Text</p>'), tmp_path / "x.pdf", ("cards",), "1")


def earlier_print(folder: Path) -> Path:
    """A folder with an earlier print."""
    target = folder / "handbooks"
    target.mkdir()
    (target / "old.pdf").write_text("old")
    return target


def is_unchanged(target: Path) -> bool:
    """Whether the folder has the earlier print and nothing else, and nothing is left next to it."""
    files = [path.relative_to(target.parent).as_posix() for path in target.parent.rglob("*")]
    return sorted(files) == ["handbooks", "handbooks/old.pdf"] and (target / "old.pdf").read_text() == "old"


def test_earlier_prints_are_unchanged_when_a_page_is_missing(context, tmp_path):
    target = earlier_print(tmp_path)
    with pytest.raises(ContentError, match="the built site has no such page"):
        make.make(context._replace(site=Path("no-site")), target)
    assert is_unchanged(target)


def test_earlier_prints_are_unchanged_when_a_document_cannot_be_printed(context, tmp_path, monkeypatch):
    """The error comes from another process."""
    target = earlier_print(tmp_path)
    job = make.Job("broken", "Broken", "A4", page('<p style="no-such: thing">'), "1", ("cards",), ("poster",))
    monkeypatch.setattr(make, "jobs", lambda context: [job])
    with pytest.raises(ContentError, match="broken: WeasyPrint warns"):
        make.make(context, target)
    assert is_unchanged(target)


def test_the_site_offers_only_what_was_printed_from_the_same_content(build, tmp_path, monkeypatch):
    monkeypatch.setattr(downloads, "FOLDER", tmp_path / "dist")
    (tmp_path / "dist").mkdir()
    entry = downloads.PrintedFile("forms", "handbook", "Forms pack", "A4", 27, 150_000, "abcdef12")
    (tmp_path / "dist" / "forms.pdf").write_bytes(b"%PDF")
    downloads.write_index(build, "2026-11-25", tmp_path / "dist", [entry])
    offered = BeautifulSoup(downloads.handbooks(build), "html.parser")
    assert offered.find("a", href="site:handbooks/forms.pdf").text == "Forms pack"
    assert "PDF, A4, 27 sides" in offered.text and "version abcdef12" in offered.text
    downloads.publish(build, tmp_path)
    assert (tmp_path / "handbooks" / "forms.pdf").is_file()
    path = tmp_path / "dist" / downloads.INDEX
    path.write_text(path.read_text().replace(downloads.content_hash(build), "0" * 16))
    assert "<a " not in downloads.handbooks(build)
    assert "have not been made for this copy" in downloads.handbooks(build)
    shutil.rmtree(tmp_path / "handbooks")
    downloads.publish(build, tmp_path)
    assert not (tmp_path / "handbooks").exists()


def test_the_handbooks_of_another_area_name_only_that_area(other_site):
    """An invented area: its cover, cards and paragraphs, and nothing of the first."""
    build = new_build(Model(other_site.folder.with_name("other-docs"), "wolds"), {})
    context = PrintContext(build, other_site.folder, catalogue.read(build.model), date(2026, 11, 25), "")
    for book in context.catalogue.handbooks:
        if book.name in ("young-people", "partnership"):
            html, _ = handbook_html(context, book)
            assert "nottingham" not in html.lower() and build.model.area["name"] in html, book.name
