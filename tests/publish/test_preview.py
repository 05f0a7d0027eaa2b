"""The live preview: a change is on screen soon, and an error is shown without ending the server."""

import http.client
import re
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from macros.files import ROOT

#: Seconds after which a change must be on screen here; on a quiet machine it takes less than two.
MOST = 15.0


class Preview(NamedTuple):
    """A running preview of a copy of the project."""

    folder: Path
    url: str

    def get(self, path: str) -> tuple[int, str]:
        """Status and text of an answer."""
        try:
            with urllib.request.urlopen(self.url + path, timeout=60) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
        except (ConnectionError, http.client.HTTPException, urllib.error.URLError):
            return self.get(path)  # the child was replaced meanwhile: a browser asks again, too

    def wait_for(self, path: str, text: str) -> tuple[int, float]:
        """Asks until the answer holds some text; its status, and the seconds that took."""
        started = time.monotonic()
        while time.monotonic() - started < MOST:
            status, answer = self.get(path)
            if text in answer:
                return status, time.monotonic() - started
            time.sleep(0.05)
        raise AssertionError(f"'{text}' is not on {path} after {MOST} s")


@pytest.fixture(scope="module")
def preview(tmp_path_factory) -> Iterator[Preview]:
    """`python -m macros dev` on a copy of the project."""
    folder = tmp_path_factory.mktemp("preview")
    for name in ("docs", "macros", "tools", ".github"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "package.json"):
        shutil.copy(ROOT / name, folder / name)
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    process = subprocess.Popen([sys.executable, "-m", "macros", "dev"], cwd=folder, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    line = next(line for line in process.stdout if "http://" in line)
    match = re.search(r"http://\S+/", line)
    assert match
    yield Preview(folder, match[0])
    process.terminate()
    process.wait(20)


def replace(path: Path, old: str, new: str) -> None:
    """Replaces the first occurrence in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "page"),
    [
        ("docs/about/privacy.md", "\n\n", "\n\nA zebra was here. ", "about/privacy/"),
        ("docs/glossary.yml", "- term: ", "- term: Zebra\n  text: An animal.\n\n- term: ", "glossary/"),
        ("macros/render/levels.py", "Tell the police: no immediate", "Zebra: no immediate", "guides/traffic-lights/"),
        ("macros/features/roles/templates/provisions_for.html", " paragraphs for you", " Zebras", "for/health/"),
        ("docs/assets/site/site.css", "\n", "\n/* Zebra */\n", "assets/site/site.css"),
    ],
    ids=["content", "data", "Python", "template", "style"],
)
def test_a_change_is_on_screen(preview, report_figure, file, old, new, page):
    preview.get(page)
    replace(preview.folder / file, old, new)
    _, seconds = preview.wait_for(page, "ebra")
    report_figure(f"live preview: a change to {file} is on screen after {seconds:.1f} s")


def test_every_page_asks_for_the_script_that_reloads_it(preview):
    assert "/_preview/reload.js" in preview.get("about/privacy/")[1]
    assert preview.get("_preview/reload.js")[1].startswith("let version")


def test_an_error_is_shown_and_the_next_change_is_tried(preview):
    page = preview.folder / "docs" / "about" / "privacy.md"
    whole = page.read_text(encoding="utf-8")
    page.write_text(whole + "\n\n{{ zebra('x') }}\n", encoding="utf-8")
    assert preview.wait_for("about/privacy/", "This page was not rendered")[0] == 500
    assert "privacy.md:" in preview.get("about/privacy/")[1]
    page.write_text(whole, encoding="utf-8")
    assert preview.wait_for("about/privacy/", "<h1")[0] == 200
    data = preview.folder / "docs" / "glossary.yml"
    replace(data, "- term: ", "- termm: ")
    assert preview.wait_for("glossary/", "This page was not rendered")[0] == 500
    assert "glossary.yml" in preview.get("glossary/")[1]
