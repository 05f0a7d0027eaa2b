"""Editor's notes: dated, with sources, next to the provisions they concern, and four that cannot be missed."""

import re

import pytest

from macros.content.model import page_url

#: Text that the unmissable note of each provision must contain.
SAFETY = {
    "6.2-2": ("step in", "weapon"),
    "3.3": ("under 18",),
    "3c-2": ("999",),
    "5a-text-3": ("nitrous oxide", "police"),
}


#: Ways in which a note says that something is not confirmed.
UNCONFIRMED = re.compile(
    r"not (been )?confirm|check|not (been )?found|not known|did not find|no .* found|not seen|unclear|does not say"
    r"|not clear|our (own )?(reading|view)"
)


@pytest.mark.parametrize("id, expected", SAFETY.items())
def test_the_four_safety_notes_are_impossible_to_miss(site, model, id, expected):
    (note,) = [n for n in model.notes_on[id] if n.unmissable]
    assert note.kind == "safety"
    page = site.pages[model.url(id).partition("#")[0]]
    box = page.soup.find(id=f"note-{note.id}")
    assert "note--unmissable" in box["class"]
    text = box.get_text(" ").lower()
    assert all(word in text for word in expected)
    html = page.html
    start = re.search(rf'id="{re.escape(id)}"[^>]*>', html).end()
    start_of_text = model.provisions[id].text.split(".")[0][:25]
    assert html.index("note--unmissable", start) < html.index(start_of_text, start), "the note is before the text"


def test_exactly_four_notes_are_unmissable(model):
    assert sum(note.unmissable for note in model.notes) == 4


def test_the_dangerous_reading_of_6_2_is_never_printed(site):
    """As printed: decide ON an intervention when there are not enough adults, or it is unsafe."""
    for page in site.pages.values():
        text = page.soup.find("article").get_text(" ").lower()
        assert not re.search(
            r"decide to (step in|intervene)[^.]{0,60}(unsafe|not enough adults|too few adults)", text
        ), page.url


def test_every_note_is_on_the_page_of_each_provision(site, model):
    for note in model.notes:
        for id in note.provisions:
            assert f"note-{note.id}" in site.pages[model.url(id).partition("#")[0]].ids


def test_every_note_shows_its_kind_source_date_and_confidence(site, model):
    page = site.pages["about/editors-notes/"]
    for note in model.notes:
        text = page.soup.find(id=f"note-{note.id}").get_text(" ")
        assert note.kind in text and "Checked" in text
        assert any(confidence in text for confidence in ("Official source", "Secondary source", "Not confirmed"))


def test_an_unconfirmed_note_says_so(model):
    for note in model.notes:
        if note.confidence == "not confirmed":
            assert UNCONFIRMED.search(note.text.lower() + note.title.lower()), note.id


def test_every_national_page_names_its_edition_the_review_and_the_date(site, model):
    for path in model.protocols["national"].pages:
        text = site.pages[page_url(model.docs, path)].soup.find(class_="edition").get_text(" ")
        assert "November 2018 edition" in text and "review" in text and "Last checked on" in text


def test_every_protocol_page_names_its_source_and_licence(site, model):
    for protocol in model.protocols.values():
        for provision in protocol.provisions:
            assert site.pages[model.url(provision.id).partition("#")[0]].soup.find(class_="source-notice")
