"""The example for nginx, run as it is: the check passes, a tool runs under the real policy, and transfers are small."""

import os
import shutil
import socket
import subprocess
import time
from pathlib import Path

import pytest
from playwright.sync_api import ConsoleMessage

from macros.publish import hosting
from macros.publish.hosting import check, compress, request
from macros.publish.security_headers import HEADERS
from tests.support.sites import WORK

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
pytestmark = pytest.mark.skipif(not NGINX and os.geteuid() != 0, reason="nginx is not installed here")
#: The most bytes that may be transferred until a first answer of the incident tool.
FIRST_ANSWER = 3_200_000


def serve(folder: Path, example: str, port: int) -> subprocess.Popen[bytes]:
    """nginx with an example, of which only the site's folder and the port are changed."""
    folder.mkdir(parents=True, exist_ok=True)
    example = example.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/srv/www/site", str(folder / "site"))
    config = folder / "nginx.conf"
    config.write_text(nginx_config(folder, example), encoding="utf-8")
    user = ["-g", "user root;"] if os.geteuid() == 0 else []
    command = [NGINX, "-p", str(folder), "-c", str(config), *user]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    for _ in range(100):
        with socket.socket() as connection:
            if connection.connect_ex(("127.0.0.1", port)) == 0:
                return process
        if process.poll() is not None:
            raise AssertionError(process.stderr.read().decode() + (folder / "errors").read_text())
        time.sleep(0.05)
    raise AssertionError("nginx does not respond")


def nginx_config(folder: Path, example: str) -> str:
    """A whole configuration around an example, with every file in one folder."""
    modules = sorted(Path("/usr/lib/nginx/modules").glob("*brotli_static*.so"))
    names = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    lines = [
        *(f"load_module {path};" for path in modules),
        "daemon off;",
        f"pid {folder}/pid;",
        f"error_log {folder}/errors;",
        "events {}",
        "http {",
        "access_log off;",
        *(f"{name}_temp_path {folder}/{name};" for name in names),
        example,
        "}",
    ]
    return "\n".join(lines) + "\n"


def free_port() -> int:
    """An unused port."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        return unused.getsockname()[1]


@pytest.fixture(scope="module")
def hosted(site):
    """The URL of the site on nginx, with the example that is published with it."""
    folder, port = WORK / "nginx", free_port()
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(site.folder, folder / "site")
    compress(folder / "site")
    process = serve(folder, (folder / "site" / "hosting" / "nginx.conf").read_text(encoding="utf-8"), port)
    yield f"http://127.0.0.1:{port}/"
    process.terminate()
    process.wait()


def test_every_check_passes(hosted):
    assert [check.what for check in check(hosted) if not check.passed] == []


def test_the_check_reports_what_a_plain_host_lacks(site, tmp_path):
    """The same site on an nginx without the example: each missing header is reported."""
    shutil.copytree(site.folder, tmp_path / "site")
    port = free_port()
    process = serve(tmp_path, "server { listen 80; root /srv/www/site; index index.html; }", port)
    try:
        failed = [check.what for check in check(f"http://127.0.0.1:{port}/") if not check.passed]
    finally:
        process.terminate()
        process.wait()
    assert failed == [
        "pages have their policy as a header",
        "no other site can show a page in a frame",
        "the worker that runs Python has a policy",
        *(f"{name}: {value}" for name, value in HEADERS.items()),
        "WebAssembly has its type",
        ".mjs files are JavaScript",
        "pages, scripts, WebAssembly and the library are compressed",
        "files with a version or hash in their URL are cached for good",
        "pages are revalidated on every visit",
    ]


def test_a_host_that_does_not_respond_is_reported_in_a_sentence(capsys):
    assert hosting.main(["check", f"http://127.0.0.1:{free_port()}/"]) == 2
    assert "does not respond as this site does" in capsys.readouterr().err


def test_a_tool_runs_under_the_real_policy_and_transfers_little(hosted, browser):
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page, urls, problems = context.new_page(), [], []

    def check_message(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            problems.append(message.text)

    page.on("console", check_message)
    context.on("request", lambda request: urls.append(request.url))
    page.goto(f"{hosted}decide/")
    page.locator("input[name=danger][value=no]").check()
    page.locator("[data-tool][data-start]").wait_for(timeout=60_000, state="attached")
    page.locator(".kinds summary", has_text="A weapon").click()
    page.locator("input[value=weapon-found]").check()
    page.locator('.tool__result[data-answered-by="python"] .result--amber').wait_for(timeout=20_000)
    context.close()
    size = sum(request(url).size for url in set(urls))
    assert problems == [] and any("pyodide.asm.wasm" in url for url in urls)
    assert size <= FIRST_ANSWER, f"{size / 1e6:.2f} MB"


def test_every_example_is_published_with_the_policy_of_the_site(site):
    folder = site.folder / "hosting"
    names = {"nginx.conf", "github-pages.yml", "gitlab-pages.yml", "headers.json"}
    assert {path.name for path in folder.iterdir()} == names
    hashes = hosting.site_hashes(site.folder)
    assert hashes
    for name in ("nginx.conf", "headers.json"):
        text = (folder / name).read_text(encoding="utf-8")
        assert all(source in text for source in hashes), name
