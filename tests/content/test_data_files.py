"""Reading data files: the front matter of pages, and YAML that is read again after a change."""

from pathlib import Path

import pytest

from macros.content.data_files import front_matter, page_title, split_front_matter
from macros.content.errors import ContentError


@pytest.fixture
def page(tmp_path) -> Path:
    return tmp_path / "page.md"


def test_a_value_of_the_front_matter(page):
    page.write_text("---\ntitle: Weapons\norder: 3\n---\n\n# Weapons\n", encoding="utf-8")
    assert page_title(page) == "Weapons" and front_matter(page, "order") == "3"


@pytest.mark.parametrize(
    "line, title",
    [
        ("title: Weapons  # knives, too", "Weapons"),
        ("title: 'Weapons'", "Weapons"),
        ('title: "Weapons: knives"', "Weapons: knives"),
        ("title: 'What''s new'", "What's new"),
        ("title: >-\n  Knives and\n  other weapons", "Knives and other weapons"),
        ("subtitle: No\ntitle: 999", "999"),
    ],
)
def test_front_matter_is_read_as_yaml(page, line, title):
    page.write_text(f"---\n{line}\n---\n", encoding="utf-8")
    assert page_title(page) == title


@pytest.mark.parametrize(
    "text",
    [
        "---\norder: 3\n---\n\ntitle: in the text\n",
        "---\ntitle:\norder: 3\n---\n",
        "---\ntitle: ''\n---\n",
        "---\n---\ntitle: in the text\n",
        "---\ntitle: [Weapons]\n---\n",
        "title: Weapons\n",
        "---\ntitle: never closed\n",
        "---\n- title\n---\n",
    ],
)
def test_a_missing_value_is_an_error_and_never_the_next_line(page, text):
    page.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=r"page\.md:1: the page has no 'title:' between two lines of ---"):
        page_title(page)


def test_front_matter_that_is_not_yaml_names_its_line(page):
    page.write_text("---\norder: 3\ntitle: Weapons: knives\n---\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"page\.md:3: the front matter is not readable as YAML: mapping values"):
        page_title(page)


def test_the_text_after_the_front_matter(page):
    page.write_text("---\ntitle: Weapons\n---\nFirst.\n\n---\n\nSecond.\n", encoding="utf-8")
    assert split_front_matter(page) == ({"title": "Weapons"}, "First.\n\n---\n\nSecond.\n")
