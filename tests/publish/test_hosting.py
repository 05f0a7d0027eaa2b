"""The hosting example for nginx, run as it is: the check passes, a tool runs under the real policy, and little comes over the wire."""

import os
import shutil
import socket
import subprocess
import time
from pathlib import Path

import pytest

from macros.publish import hosting
from macros.publish.hosting import ask, check, compress
from tests.support.sites import WORK

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
pytestmark = pytest.mark.skipif(not NGINX and os.geteuid() != 0, reason="nginx is not installed here")
#: The most that may come over the wire until a first answer, in bytes: the incident tool's figure.
FIRST_ANSWER = 3_200_000


def serve(folder: Path, example: str, port: int) -> subprocess.Popen:
    """nginx with an example as it stands, but for where the site lies and which port is free."""
    folder.mkdir(parents=True, exist_ok=True)
    example = example.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/srv/www/site", str(folder / "site"))
    modules = "".join(f"load_module {path};\n" for path in sorted(Path("/usr/lib/nginx/modules").glob("*brotli_static*.so")))
    places = "".join(f"{name}_temp_path {folder}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (folder / "nginx.conf").write_text(f"{modules}daemon off;\npid {folder}/pid;\nerror_log {folder}/errors;\nevents {{}}\n"
                                       f"http {{\naccess_log off;\n{places}{example}\n}}\n", encoding="utf-8")
    running = subprocess.Popen([NGINX, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-g", "user root;" if os.geteuid() == 0 else ""],
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    for _ in range(100):
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return running
        if running.poll() is not None:
            raise AssertionError(running.stderr.read().decode() + (folder / "errors").read_text())
        time.sleep(0.05)
    raise AssertionError("nginx does not answer")


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


@pytest.fixture(scope="module")
def hosted(site):
    """The address of the site on nginx, with the example that came with it."""
    folder, port = WORK / "nginx", free_port()
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(site.folder, folder / "site")
    compress(folder / "site")
    running = serve(folder, (folder / "site" / "hosting" / "nginx.conf").read_text(encoding="utf-8"), port)
    yield f"http://127.0.0.1:{port}/"
    running.terminate()
    running.wait()


def test_the_check_finds_nothing_missing(hosted):
    assert [what for good, what, _ in check(hosted) if not good] == []


def test_the_check_tells_what_a_plain_host_lacks(site, tmp_path):
    """The same site on an nginx that knows nothing of it: each missing header is named."""
    shutil.copytree(site.folder, tmp_path / "site")
    port = free_port()
    running = serve(tmp_path, "server { listen 80; root /srv/www/site; index index.html; }", port)
    try:
        lacking = " ".join(what for good, what, _ in check(f"http://127.0.0.1:{port}/") if not good)
    finally:
        running.terminate()
    for words in ("policy as a header", "frame", "worker", "nosniff", "no-referrer", "camera", "type", "compressed", "kept for good", "asked for anew"):
        assert words in lacking, words


def test_a_host_that_is_not_there_gets_a_sentence(capsys):
    assert hosting.main(["check", f"http://127.0.0.1:{free_port()}/"]) == 2
    assert "does not answer as this site does" in capsys.readouterr().err


def test_a_tool_runs_under_the_real_policy_and_little_comes_over_the_wire(hosted, browser):
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page, asked, complaints = context.new_page(), [], []
    page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
    context.on("request", lambda request: asked.append(request.url))
    page.goto(f"{hosted}decide/")
    page.locator("input[name=danger][value=no]").check()
    page.locator("[data-tool][data-start]").wait_for(timeout=60_000, state="attached")
    page.locator(".kinds summary", has_text="A weapon").click()
    page.locator("input[value=weapon-found]").check()
    page.locator('.tool__result[data-answered-by="python"] .result--amber').wait_for(timeout=20_000)
    context.close()
    size = sum(ask(url).size for url in set(asked))
    assert complaints == [] and any("pyodide.asm.wasm" in url for url in asked)
    assert size <= FIRST_ANSWER, f"{size / 1e6:.2f} MB"


def test_every_example_comes_with_the_site_and_fits_it(site):
    folder = site.folder / "hosting"
    assert {path.name for path in folder.iterdir()} == {"nginx.conf", "github-pages.yml", "gitlab-pages.yml", "headers.json"}
    for found in hosting.site_hashes(site.folder):
        assert found in (folder / "nginx.conf").read_text(encoding="utf-8") and found in (folder / "headers.json").read_text(encoding="utf-8")
