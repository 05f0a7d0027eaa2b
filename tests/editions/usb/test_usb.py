"""The USB edition: opened as files, from a read-only folder, without a network, in Chromium and Firefox."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest
from playwright.sync_api import ConsoleMessage, Page, Request

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
        set_writable(folder, True)
        shutil.rmtree(folder)
    usb.make(WORK / "usb")
    (WORK / "usb").rename(folder)
    set_writable(folder, False)
    yield folder
    set_writable(folder, True)


def set_writable(folder: Path, writable: bool) -> None:
    """Makes a folder and everything in it writable or read-only."""
    for path in (folder, *folder.rglob("*")):
        path.chmod((0o555 if path.is_dir() else 0o444) | (0o200 if writable else 0))


@pytest.fixture()
def reader(browser):
    """A page without a network, and its warnings, errors and requests to anything but files."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.set_offline(True)
    page, problems = context.new_page(), []

    def check_request(request: Request) -> None:
        if not request.url.startswith(("file:", "blob:", "data:")):
            problems.append(request.url)

    collect_warnings(page, problems)
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("request", check_request)
    yield page, problems
    context.close()


def collect_warnings(page: Page, problems: list[str]) -> None:
    """Adds every warning and error on a page's console to a list."""

    def check_message(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            problems.append(message.text)

    page.on("console", check_message)


def pages(stick: Path) -> list[Path]:
    """Every page of the edition, without the short URLs."""
    paths = sorted(stick.rglob("*.html"))
    return [path for path in paths if 'http-equiv="refresh"' not in path.read_text(encoding="utf-8")]


def test_every_page_opens_without_warnings_or_errors(stick, reader):
    page, problems = reader
    for path in pages(stick):
        page.goto(path.as_uri())
        assert page.locator("h1").count(), path
        assert problems == [], path


def test_code_that_only_this_edition_includes_has_its_licence(stick):
    """esbuild names the package of each part in a comment, and puts its helpers before them."""
    scripts = "".join(path.read_text(encoding="utf-8") for path in (stick / "assets").glob("*/*.js"))
    packages = set(re.findall(r"^\s*// \S*node_modules/((?:@[^/\s]+/)?[^/\s]+)/", scripts, re.M)) | {"esbuild"}
    assert packages >= {"ws"} and packages - LICENCES.keys() == set() and "__defProp" in scripts
    assert all((stick / "licences" / LICENCES[name]).is_file() for name in packages)


def test_it_opens_with_a_double_click_and_leads_to_a_result(stick, reader):
    page, problems = reader
    page.goto((stick / "index.html").as_uri())
    page.get_by_role("link", name="Nobody in danger").click()
    page.locator("input[name=danger][value=no]").check()
    page.locator("[data-tool][data-start]").wait_for(timeout=60_000, state="attached")
    page.locator(".kinds summary", has_text="A weapon").click()
    page.locator("input[value=weapon-found]").check()
    page.locator('.tool__result[data-answered-by="python"] .result--amber').wait_for(timeout=20_000)
    page.locator(".tool__result .citations a").first.click()
    page.wait_for_url("**/index.html#*")
    assert problems == []


def test_every_tool_and_form_the_slides_and_a_handbook_work_from_files(stick, reader, tmp_path):
    page, problems = reader
    use_everything(page, lambda url: (stick / url / "index.html").as_uri(), tmp_path)
    page.goto((stick / "take-it-with-you" / "print" / "index.html").as_uri())
    handbook = page.get_by_role("link", name="Forms pack").evaluate("link => link.href")
    assert Path(url2pathname(urlsplit(handbook).path)).read_bytes().startswith(b"%PDF-")
    assert problems == []


def test_search_and_short_urls_work(stick, reader):
    page, problems = reader
    page.goto((stick / "index.html").as_uri())
    page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox").fill("appropriate adult")
    result = page.locator(".search__found a").first
    result.wait_for(timeout=20_000)
    result.click()
    page.wait_for_url("**/index.html*")
    page.goto((stick / "n" / "6.4" / "index.html").as_uri(), wait_until="commit")
    page.wait_for_url("**/responding-to-incidents/index.html#6.4")
    assert problems == []


def test_the_directory_can_be_filtered(stick, reader):
    page, problems = reader
    page.goto((stick / "directory" / "index.html").as_uri())
    page.locator(".filter__more summary").click()
    page.get_by_label("Kind").select_option("helpline")
    page.locator("[data-directory] [role=status]", has_text="Kind: helpline.").wait_for(timeout=20_000)
    page.locator(".entries > li:visible a", has_text="Childline").click()
    page.wait_for_url("**/childline/index.html")
    assert problems == []


def test_slides_run_from_a_file_with_the_speaker_view(stick, reader):
    """From the first slide to the last by a clicker's key, the notes in a second window, with the same look."""
    page, problems = reader
    page.set_viewport_size({"width": 1280, "height": 720})
    page.goto((stick / "training" / "recruits" / "index.html").as_uri())
    page.get_by_role("link", name="Open the slides").click()
    page.locator("[data-started]").wait_for()
    with page.context.expect_page() as opened:
        page.keyboard.press("s")
    view = opened.value
    collect_warnings(view, problems)
    view.locator(".speaker__now .slide__title", has_text="Would this be good enough for my child?").wait_for()
    # A file's page loads its style sheets itself; then the bar is a row, and the slide fills its place.
    view.wait_for_function("""() => {
        const parts = [".speaker__bar", ".speaker__now", ".speaker__now .stage"];
        const [bar, now, stage] = parts.map((part) => document.querySelector(part));
        const height = (part) => part.getBoundingClientRect().height;
        return getComputedStyle(bar).display === "flex" && Math.abs(height(stage) - height(now)) <= 3;
    }""")
    last = page.locator("section.slide").last.get_attribute("id")
    for press in range(100):
        if page.locator("section.present").get_attribute("id") == last:
            break
        (view if press % 2 else page).keyboard.press("PageDown")
    assert page.locator("section.present .slide__title").inner_text() == "One thing I will do"
    assert view.locator(".speaker__now .slide__title").inner_text() == "One thing I will do"
    assert "One minute for the pledge" in view.locator(".speaker__notes").inner_text()
    assert problems == []


def test_the_runtime_loads_only_when_a_tool_is_started(stick, reader):
    page, _ = reader
    urls = []
    page.on("request", lambda request: urls.append(request.url))
    page.goto((stick / "decide" / "index.html").as_uri(), wait_until="networkidle")
    assert urls and not [url for url in urls if "/embedded/" in url]


def test_no_link_is_broken_and_a_missing_file_is_reported(stick):
    assert usb.broken_links(stick) == []
    lost = stick / "glossary" / "index.html"
    set_writable(stick, True)
    lost.rename(stick / "lost.html")
    try:
        assert any("glossary/index.html" in line for line in usb.broken_links(stick))
    finally:
        (stick / "lost.html").rename(lost)
        set_writable(stick, False)


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("decide/", "decide/index.html"),
        ("../n/6.4/#x", "../n/6.4/index.html#x"),
        ("decide/?a=1#x", "decide/index.html?a=1#x"),
        ("decide/#a?b", "decide/index.html#a?b"),
        (".", "./index.html"),
        ("..", "../index.html"),
        ("./", "./index.html"),
        ("#top", "#top"),
        ("", ""),
        ("assets/site.css", "assets/site.css"),
        ("tel:999", "tel:999"),
        ("https://example.org/", "https://example.org/"),
        ("mailto:a@b.c", "mailto:a@b.c"),
    ],
)
def test_a_link_names_its_file(link, expected):
    assert usb.with_file(link) == expected


def test_a_script_that_cannot_be_bundled_is_named(tmp_path):
    (tmp_path / "broken.js").write_text("import {")
    with pytest.raises(ContentError, match="broken.js"):
        usb.bundle_script(tmp_path, "broken.js")


def in_firefox(stick: Path, visited: list[Path]) -> None:
    """Opens some pages, and uses each kind of tool, the search, slides and room mode, without a network."""
    script = ROOT / "tests" / "support" / "firefox.mjs"
    task = {"firefox": FIREFOX, "root": stick.as_uri() + "/", "pages": [path.as_uri() for path in visited]}
    process = subprocess.run(["node", str(script)], input=json.dumps(task), capture_output=True, text=True, timeout=900)
    assert process.returncode == 0, process.stderr
    report = json.loads(process.stdout)
    assert report["complaints"] == [] and report["visited"] == len(visited)
    assert "Tell the police now" in report["result"] and "2026" in report["dates"]
    assert report["found"].startswith(task["root"])


@WITH_FIREFOX
@pytest.mark.browser
def test_the_same_in_firefox(stick):
    """Every page outside the directory; of its many similar pages, every tenth."""
    paths = pages(stick)
    directory = [path for path in paths if "directory" in path.relative_to(stick).parts]
    in_firefox(stick, [*(path for path in paths if path not in directory), *directory[::10]])


@pytest.mark.slow
@WITH_FIREFOX
def test_every_page_in_firefox(stick):
    in_firefox(stick, pages(stick))
