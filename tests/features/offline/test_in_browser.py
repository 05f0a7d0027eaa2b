"""The site saved on a device: completely or not at all, announced when newer, and removed by one click."""

import json
import shutil
import threading

import pytest

from macros.publish.serve import server
from tests.support.journeys import use_everything

KEEP, REMOVE = "Keep this site", "Remove it from this device"


@pytest.fixture()
def host(site, tmp_path):
    """A host whose site can be changed and can fail: its URL, its folder, and the paths requested."""
    folder = tmp_path / "site"
    shutil.copytree(site.folder, folder)
    seen: list[str] = []
    httpd = server(folder, seen=seen)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{httpd.server_port}/", folder, seen
    httpd.shutdown()


@pytest.fixture()
def visitor(browser):
    """A reader's browser with a clean profile."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield context
    context.close()


def ask(page, root: str) -> None:
    """Opens the page that offers to save the site, and accepts."""
    page.goto(f"{root}take-it-with-you/offline/")
    page.get_by_role("button", name=KEEP).click()


def keep(page, root: str) -> None:
    """The same, and waits until it is saved."""
    ask(page, root)
    page.get_by_role("button", name=REMOVE).wait_for(timeout=120_000)


def update(folder, text: str) -> None:
    """Puts a newer version of the site on the host: the glossary and the list of files differ."""
    page = folder / "glossary" / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("<h1", f"<p>{text}</p><h1", 1), encoding="utf-8")
    worker = folder / "sw.js"
    script = worker.read_text(encoding="utf-8")
    start = script.index('"revision": "', script.index('"url": "glossary/index.html"')) + len('"revision": "')
    worker.write_text(script[:start] + "0" * 16 + script[start + 16 :], encoding="utf-8")


def test_nobody_who_has_not_asked_for_it_fetches_anything_more(host, visitor):
    root, _, seen = host
    page = visitor.new_page()
    page.goto(f"{root}take-it-with-you/offline/")
    page.get_by_role("button", name=KEEP).wait_for()
    assert "MB" in page.get_by_role("button", name=KEEP).inner_text()
    assert not [path for path in seen if path.startswith("/sw.js") or "workbox" in path]
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(found => found.length)") == 0


def test_every_page_opens_without_a_network(host, visitor, site):
    """Every page, a search, a short root, the incident tool, and a page that does not exist."""
    root, _, _ = host
    page = visitor.new_page()
    keep(page, root)
    visitor.set_offline(True)
    for url in site.pages:
        if url != "404.html":
            assert page.goto(root + url, wait_until="commit").ok, url
    page.goto(f"{root}n/6.4")
    page.wait_for_url("**/national/responding-to-incidents/#6.4")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox").fill("appropriate adult")
    page.locator(".search__found a").first.wait_for(timeout=15_000)
    page.goto(f"{root}decide/")
    page.locator("input[name=danger][value=no]").check()
    page.locator("[data-tool][data-start]").wait_for(timeout=60_000, state="attached")
    page.goto(f"{root}there-is-no-such-page/")
    assert "Not found" in page.title()


def test_every_tool_and_form_the_slides_and_a_handbook_work_without_a_network(host, visitor, tmp_path):
    root, _, _ = host
    page = visitor.new_page()
    keep(page, root)
    visitor.set_offline(True)
    use_everything(page, lambda url: root + url, tmp_path)
    page.goto(f"{root}take-it-with-you/print/")
    pdf = page.get_by_role("link", name="Forms pack")
    start = pdf.evaluate("async link => (await (await fetch(link.href)).text()).slice(0, 5)")
    assert start == "%PDF-"


def test_a_download_that_breaks_off_leaves_everything_as_it_was_and_can_go_on(host, visitor):
    root, folder, seen = host
    lost = folder / "glossary" / "index.html"
    text = lost.read_text(encoding="utf-8")
    lost.unlink()
    page = visitor.new_page()
    ask(page, root)
    page.locator(".offline__say", has_text="Not everything could be fetched").wait_for(timeout=120_000)
    # a progress message that comes late
    page.evaluate("navigator.serviceWorker.dispatchEvent(new MessageEvent('message', {data: {fetched: 3, total: 9}}))")
    assert "Not everything" in page.locator(".offline__say").inner_text()
    assert page.evaluate("navigator.serviceWorker.controller") is None and page.goto(f"{root}decide/").ok
    lost.write_text(text, encoding="utf-8")
    page.goto(f"{root}take-it-with-you/offline/")
    before = len([path for path in seen if "pyodide.asm.wasm" in path])
    page.get_by_role("button", name=KEEP).click()
    page.get_by_role("button", name=REMOVE).wait_for(timeout=120_000)
    assert len([path for path in seen if "pyodide.asm.wasm" in path]) <= before + 1


def test_too_little_storage_is_reported_and_nothing_is_saved(host, visitor):
    root, _, _ = host
    page = visitor.new_page()
    page.add_init_script("navigator.storage.estimate = async () => ({quota: 5_000_000, usage: 0})")
    ask(page, root)
    page.locator(".offline__say", has_text="not enough room").wait_for()
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(found => found.length)") == 0


def test_a_disk_that_is_full_half_way_leaves_the_site_working_online(host, visitor):
    """The browser itself refuses to store: what came is not used."""
    root, _, _ = host
    page = visitor.new_page()
    session = visitor.new_cdp_session(page)
    page.goto(f"{root}take-it-with-you/offline/")
    session.send("Storage.overrideQuotaForOrigin", {"origin": root.rstrip("/"), "quotaSize": 2_000_000})
    page.evaluate("navigator.storage.estimate = async () => ({quota: 1e9, usage: 0})")
    page.get_by_role("button", name=KEEP).click()
    page.locator(".offline__say", has_text="Not everything could be fetched").wait_for(timeout=120_000)
    assert page.goto(f"{root}decide/").ok and page.evaluate("navigator.serviceWorker.controller") is None


def test_a_browser_that_keeps_nothing_still_works_online(host, visitor):
    root, _, _ = host
    page = visitor.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'serviceWorker', {value: undefined})")
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{root}take-it-with-you/offline/")
    page.locator(".offline__say", has_text="does not let a site be kept").wait_for()
    page.goto(f"{root}decide/")
    page.locator("input[name=danger][value=yes]").check()
    page.locator(".tool__result .result--red").wait_for()
    assert errors == []


def test_a_newer_version_is_announced_and_waits_for_the_reader(host, visitor):
    """A half-filled form is kept; the old pages stay in use until the reader chooses the new ones, then all are new."""
    root, folder, _ = host
    page = visitor.new_page()
    keep(page, root)
    update(folder, "Newer text.")
    page.goto(f"{root}decide/")
    page.locator("input[name=danger][value=no]").check()
    page.evaluate("navigator.serviceWorker.getRegistration().then(found => found.update())")
    page.locator(".newer", has_text="newer version").wait_for(timeout=120_000)
    assert page.locator("input[name=danger][value=no]").is_checked()
    page.goto(f"{root}glossary/")
    assert page.get_by_text("Newer text.").count() == 0, "pages of two versions are never mixed"
    other = visitor.new_page()
    other.goto(f"{root}about/")
    page.locator(".newer").get_by_role("button", name="Use it now").click()
    page.locator(".newer", has_text="Close the other tab").wait_for()
    other.close()
    page.get_by_role("button", name="Use it now").click()
    page.get_by_text("Newer text.").wait_for(timeout=30_000)


def test_one_click_removes_it(host, visitor):
    root, _, _ = host
    page = visitor.new_page()
    keep(page, root)
    page.get_by_role("button", name=REMOVE).click()
    page.locator(".offline__say", has_text="no longer kept").wait_for()
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(found => found.length)") == 0


def test_the_list_has_every_file_that_readers_can_reach(site):
    """Every page, every short URL, and every file except those that only a server needs."""
    text = (site.folder / "sw.js").read_text(encoding="utf-8")
    listed = {row["url"] for row in json.loads(text.split("const FILES = ", 1)[1].split(";\n", 1)[0])}
    short = json.loads(text.split("const SHORT = ", 1)[1].split(";\n", 1)[0])
    assert {f"{url}index.html" if url.endswith("/") or not url else url for url in site.pages} <= listed
    assert set(short) == set(site.short)
