"""The edition on a stick: opened as files, from a folder that cannot be written to, without a network, in Chromium and Firefox."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest

from macros.content.errors import ContentError
from macros.editions.usb import make as usb
from macros.files import ROOT
from macros.publish.licences import LICENCES
from tests.support.journeys import use_everything
from tests.support.sites import WORK

FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")
WITH_FIREFOX = pytest.mark.skipif(not FIREFOX and os.geteuid() != 0, reason="Firefox is not installed here")


@pytest.fixture(scope="session")
def stick(site) -> Path:
    """The edition in a folder with spaces and accents in its name, read-only."""
    folder = WORK / "Clé de Zoë (1)"
    if folder.exists():
        writable(folder, True)
        shutil.rmtree(folder)
    usb.make(WORK / "usb")
    (WORK / "usb").rename(folder)
    writable(folder, False)
    yield folder
    writable(folder, True)


def writable(folder: Path, yes: bool) -> None:
    """Lets a folder and all in it be written to, or not."""
    for path in (folder, *folder.rglob("*")):
        path.chmod((0o755 if path.is_dir() else 0o644) if yes else (0o555 if path.is_dir() else 0o444))


@pytest.fixture()
def reader(browser):
    """A page without a network, and what it complains of or asks for beyond its folder."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.set_offline(True)
    page, complaints = context.new_page(), []
    page.on(
        "console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "request",
        lambda request: None if request.url.startswith(("file:", "blob:", "data:")) else complaints.append(request.url),
    )
    yield page, complaints
    context.close()


def pages(stick: Path) -> list[Path]:
    """Every page of the edition, without the short addresses."""
    return [
        path for path in sorted(stick.rglob("*.html")) if 'http-equiv="refresh"' not in path.read_text(encoding="utf-8")
    ]


def test_every_page_opens_and_none_complains(stick, reader):
    page, complaints = reader
    for path in pages(stick):
        page.goto(path.as_uri())
        assert page.locator("h1").count(), path
        assert complaints == [], path


def test_what_comes_into_the_scripts_of_this_edition_alone_has_its_licence(stick):
    """esbuild says from which package each piece comes, and puts helpers of its own before them."""
    scripts = "".join(path.read_text(encoding="utf-8") for path in (stick / "assets").glob("*/*.js"))
    packages = set(re.findall(r"^\s*// \S*node_modules/((?:@[^/\s]+/)?[^/\s]+)/", scripts, re.M)) | {"esbuild"}
    assert packages >= {"ws"} and packages - LICENCES.keys() == set() and "__defProp" in scripts
    assert all((stick / "licences" / LICENCES[name]).is_file() for name in packages)


def test_it_opens_with_a_double_click_and_leads_to_a_result(stick, reader):
    page, complaints = reader
    page.goto((stick / "index.html").as_uri())
    page.get_by_role("link", name="Nobody in danger").click()
    page.locator("input[name=danger][value=no]").check()
    page.locator("[data-tool][data-start]").wait_for(timeout=60_000, state="attached")
    page.locator(".kinds summary", has_text="A weapon").click()
    page.locator("input[value=weapon-found]").check()
    page.locator('.tool__result[data-answered-by="python"] .result--amber').wait_for(timeout=20_000)
    page.locator(".tool__result .citations a").first.click()
    page.wait_for_url("**/index.html#*")
    assert complaints == []


def test_every_tool_and_form_the_slides_and_a_handbook_work_from_files(stick, reader, tmp_path):
    page, complaints = reader
    use_everything(page, lambda url: (stick / url / "index.html").as_uri(), tmp_path)
    page.goto((stick / "take-it-with-you" / "print" / "index.html").as_uri())
    handbook = page.get_by_role("link", name="Forms pack").evaluate("link => link.href")
    assert Path(url2pathname(urlsplit(handbook).path)).read_bytes().startswith(b"%PDF-")
    assert complaints == []


def test_search_and_short_addresses_work(stick, reader):
    page, complaints = reader
    page.goto((stick / "index.html").as_uri())
    page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox").fill("appropriate adult")
    found = page.locator(".search__found a").first
    found.wait_for(timeout=20_000)
    found.click()
    page.wait_for_url("**/index.html*")
    page.goto((stick / "n" / "6.4" / "index.html").as_uri(), wait_until="commit")
    page.wait_for_url("**/responding-to-incidents/index.html#6.4")
    assert complaints == []


def test_the_directory_can_be_filtered(stick, reader):
    page, complaints = reader
    page.goto((stick / "directory" / "index.html").as_uri())
    page.locator(".filter__more summary").click()
    page.get_by_label("Kind").select_option("helpline")
    page.wait_for_function(
        "document.querySelector('[data-directory] [role=status]').textContent.includes('Kind: helpline.')",
        timeout=20_000,
    )
    page.locator(".entries > li:visible a", has_text="Childline").click()
    page.wait_for_url("**/childline/index.html")
    assert complaints == []


def test_slides_run_from_a_file_with_the_speaker_view(stick, reader):
    """From the first slide to the last by a clicker's key, the notes in a second window, with the same look."""
    page, complaints = reader
    page.set_viewport_size({"width": 1280, "height": 720})
    page.goto((stick / "training" / "recruits" / "index.html").as_uri())
    page.get_by_role("link", name="Open the slides").click()
    page.locator("[data-started]").wait_for()
    with page.context.expect_page() as opened:
        page.keyboard.press("s")
    view = opened.value
    view.on(
        "console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None
    )
    view.locator(".speaker__now .slide__title", has_text="Would this be good enough for my child?").wait_for()
    # A file's page loads its style sheets itself; then the bar is a row, and the slide fills its place.
    view.wait_for_function("""() => {
        const [bar, now, stage] = [".speaker__bar", ".speaker__now", ".speaker__now .stage"].map((part) => document.querySelector(part));
        const height = (part) => part.getBoundingClientRect().height;
        return getComputedStyle(bar).display === "flex" && Math.abs(height(stage) - height(now)) <= 3;
    }""")
    last = page.locator("section.slide").last.get_attribute("id")
    for press in range(100):
        if page.locator("section.present").get_attribute("id") == last:
            break
        (view if press % 2 else page).keyboard.press("PageDown")
    assert (
        page.locator("section.present .slide__title").inner_text()
        == "One thing I will do"
        == view.locator(".speaker__now .slide__title").inner_text()
    )
    assert "One minute for the pledge" in view.locator(".speaker__notes").inner_text()
    assert complaints == []


def test_the_runtime_loads_only_when_a_tool_is_started(stick, reader):
    page, _ = reader
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((stick / "decide" / "index.html").as_uri(), wait_until="networkidle")
    assert not [url for url in asked if "carried" in url]


def test_no_link_leads_nowhere_and_a_lost_file_is_told(stick):
    assert usb.missing(stick) == []
    lost = stick / "glossary" / "index.html"
    writable(stick, True)
    lost.rename(stick / "lost.html")
    try:
        assert any("glossary/index.html" in line for line in usb.missing(stick))
    finally:
        (stick / "lost.html").rename(lost)
        writable(stick, False)


@pytest.mark.parametrize(
    "link, named",
    [
        ("decide/", "decide/index.html"),
        ("../n/6.4/#x", "../n/6.4/index.html#x"),
        (".", "./index.html"),
        ("..", "../index.html"),
        ("./", "./index.html"),
        ("#top", "#top"),
        ("assets/site.css", "assets/site.css"),
        ("tel:999", "tel:999"),
        ("https://example.org/", "https://example.org/"),
        ("mailto:a@b.c", "mailto:a@b.c"),
    ],
)
def test_a_link_names_its_file(link, named):
    assert usb.with_file(link) == named


def test_a_script_that_cannot_be_made_plain_is_named(tmp_path):
    (tmp_path / "broken.js").write_text("import {")
    with pytest.raises(ContentError, match="broken.js"):
        usb.bundled(tmp_path, "broken.js")


def in_firefox(stick: Path, visited: list[Path]) -> None:
    """Opens some pages, and uses each kind of tool, the search, slides and room mode, over WebDriver BiDi, with no way to any network."""
    asked = {"firefox": FIREFOX, "root": stick.as_uri() + "/", "pages": [path.as_uri() for path in visited]}
    said = subprocess.run(
        ["node", str(ROOT / "tests" / "support" / "firefox.mjs")],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        timeout=900,
    )
    assert said.returncode == 0, said.stderr
    told = json.loads(said.stdout)
    assert told["complaints"] == [] and told["visited"] == len(visited)
    assert (
        "Tell the police now" in told["result"] and told["found"].startswith(asked["root"]) and "2026" in told["dates"]
    )


@WITH_FIREFOX
def test_the_same_in_firefox(stick):
    """Every page that has scripts or words of a kind of its own; of the many entries and short lists, every tenth."""
    every = pages(stick)
    many = [path for path in every if "directory" in path.relative_to(stick).parts]
    in_firefox(stick, [*(path for path in every if path not in many), *many[::10]])


@pytest.mark.slow
@WITH_FIREFOX
def test_every_page_in_firefox(stick):
    in_firefox(stick, pages(stick))
