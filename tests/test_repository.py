"""README, ARCHITECTURE and CONTRIBUTING are true: what they name exists, and they name what matters."""

import re
from pathlib import Path

import pytest

from macros.files import ROOT

DOCUMENTS = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")
#: A path in backticks or in a link: it has a slash, or is a file name with a usual ending.
_PATH = re.compile(r"[`(]([\w./-]+/[\w./-]*|[\w-]+\.(?:md|toml|json|yml|py))[`)]")
#: Written with another meaning than a path of this repository, or made by a build.
_ELSEWHERE = {
    "group/request",
    "weight.yml",
    "area.yml",
    "notes.yml",
    "data.py",
    "pages.py",
    "publish.py",
    "__init__.py",
    "templates/",
    "provisions.json",
}
_COMMAND = re.compile(r"make ([a-z-]+)((?: [a-z-]+)*)(?=`|\s{2,}|\n)")


def features() -> list[str]:
    """The names of all features."""
    return sorted(path.parent.name for path in (ROOT / "macros" / "features").glob("*/__init__.py"))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_path_that_a_document_names_exists(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    named = {path for path in _PATH.findall(text) if path not in _ELSEWHERE and not path.startswith("http")}
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


def test_every_feature_is_listed_with_content_that_exists():
    table = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").partition("## Features")[2].partition("\n## ")[0]
    listed = re.findall(r"^\| `(\w+)` \|", table, re.M)
    assert sorted(listed) == features()


def test_every_layer_is_listed():
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    folders = [path.name for path in (ROOT / "macros").iterdir() if (path / "__init__.py").is_file()]
    assert [name for name in folders if f"| `macros/{name}/` |" not in text] == []


def test_every_command_that_a_document_names_is_in_the_makefile():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    for name in DOCUMENTS:
        for first, rest in _COMMAND.findall((ROOT / name).read_text(encoding="utf-8")):
            assert {first, *rest.split()} <= targets, (name, first, rest)


def test_the_readme_fits_two_screens():
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 80


def test_no_folder_of_the_program_holds_more_than_about_twelve_modules():
    folders = [path for top in ("tools", "macros") for path in (ROOT / top).rglob("*") if path.is_dir()]
    folders = [path for path in folders if "stdlib_overrides" not in path.parts]
    counts = {path: sum(module.name != "__init__.py" for module in path.glob("*.py")) for path in folders}
    assert {str(path.relative_to(ROOT)): count for path, count in counts.items() if count > 13} == {}


def test_no_feature_has_tests_elsewhere():
    tested = [path.name for path in (ROOT / "tests" / "features").iterdir() if any(path.glob("test_*.py"))]
    assert [name for name in tested if name not in features()] == []


def test_issue_forms_ask_for_no_personal_details():
    for path in Path(ROOT, ".github", "ISSUE_TEMPLATE").glob("*.yml"):
        if path.name != "config.yml":
            assert "could identify a child" in path.read_text(encoding="utf-8") or path.name == "new-area.yml", path
