"""One list of media types: the local server, the rules for hosts and the nginx example agree for every kind of file."""

import re
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.publish import hosting
from macros.publish.media_types import COMPRESSIBLE, MEDIA_TYPES
from macros.publish.serve import server

SUFFIXES = sorted({*COMPRESSIBLE, *(f".{end}" for end in MEDIA_TYPES)})
#: Media types that servers know already; hosts get no rule for them.
STANDARD = {".xml": "xml", ".txt": "text/plain"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with one file of each kind, compressed for a host."""
    site = tmp_path_factory.mktemp("site")
    for suffix in SUFFIXES:
        (site / f"file{suffix}").write_text("<p>The same text again and again.</p>\n" * 50)
    hosting.compress(site)
    return site


@pytest.fixture(scope="module")
def url(folder: Path) -> Iterator[str]:
    """That site on the local server."""
    httpd = server(folder)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{httpd.server_port}/"
    httpd.shutdown()
    httpd.server_close()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_server_and_the_rules_for_hosts_agree(folder: Path, url: str, suffix: str):
    request = urllib.request.Request(f"{url}file{suffix}", headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request) as response:
        kind, _, charset = response.headers["Content-Type"].partition("; charset=")
        compressed = response.headers["Content-Encoding"] == "gzip"
    rules = hosting.rules(folder)
    matching = [rule["headers"] for rule in rules if re.search(rule["match"], f"/file{suffix}")]
    types = [headers["Content-Type"] for headers in matching if "Content-Type" in headers]
    if suffix in STANDARD:
        assert types == [] and STANDARD[suffix] in kind
    else:
        assert types == [kind]
    assert compressed == (folder / f"file{suffix}.gz").is_file() == (folder / f"file{suffix}.br").is_file()
    in_nginx = re.search(r"^    charset_types ([^;]*);", hosting.nginx(rules), re.M)
    assert in_nginx and (charset == "utf-8") == (kind in in_nginx[1].split())
