"""A second build in the same process, as the live preview makes one, shows changed files."""

from pathlib import Path

import pytest

from macros.content.model import Model
from macros.content.navigation import navigation
from macros.pages.build import Build
from macros.registry import new_build
from tests.support.broken_content import break_file


def a_build(docs: Path) -> Build:
    return new_build(Model(docs, "wolds"), {})


@pytest.mark.parametrize(
    "file, old, new, macro, arguments",
    [
        ("guides/examples.yml", "Two young people are fighting", "NEW TEXT", "level_guide", ("red", "everyone")),
        ("guides/situations.yml", "It is in someone's hand", "NEW TEXT", "situation", ("weapons",)),
        ("guides/factors.yml", "Calm things down", "NEW TEXT", "things_to_consider", ()),
        ("glossary.yml", "text: >-\n", "text: >-\n    NEW TEXT\n", "glossary", ()),
        ("areas/wolds/decision-steps.yml", "Call 999.", "NEW TEXT", "decision_steps", ()),
        ("areas/wolds/crosswalk.yml", "The local", "NEW TEXT", "crosswalk", ()),
        ("areas/wolds/notes.yml", "Stay away", "NEW TEXT", "editors_notes", ()),
        ("areas/wolds/area.yml", "Takes calls.", "NEW TEXT", "area", ("control_room.does",)),
        (
            "directory/entry.schema.json",
            '"help and advice"',
            '"help and advice", "NEW TEXT"',
            "directory_words",
            ("category",),
        ),
    ],
)
def test_a_changed_file_is_read_again(docs, file, old, new, macro, arguments):
    assert "NEW TEXT" not in a_build(docs).macros[macro](*arguments)
    break_file(docs / file, old, new)
    assert "NEW TEXT" in a_build(docs).macros[macro](*arguments)


def test_a_changed_title_and_an_added_page_are_read_again(docs):
    a_build(docs)
    break_file(docs / "areas" / "wolds" / "index.md", "title: Wolds and Vale", "title: NEW TEXT")
    assert {"NEW TEXT": "areas/wolds/index.md"} in navigation(["@area"], Model(docs, "wolds"))
