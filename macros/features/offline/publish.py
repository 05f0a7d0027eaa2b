"""The site saved on a reader's device, if they ask for it: a Workbox service worker with the list of every file.

A version is fetched completely or not at all: until its last file has arrived, the previous version stays in use. Short
URLs are not cached as files: a table says where each leads. Nothing is registered until the reader asks for it.
"""

import json
import re
import shutil
from pathlib import Path
from typing import NamedTuple

from macros.files import ROOT, digest
from macros.pages.build import Build

#: Workbox's own built scripts, in the order in which they need each other.
WORKBOX = ("workbox-core", "workbox-routing", "workbox-strategies", "workbox-precaching")
SERVICE_WORKER = Path(__file__).with_name("service-worker.js")
#: Files that only a server or a search engine uses.
NOT_CACHED = ("sitemap.xml", "sitemap.xml.gz", "sw.js", "offline/kept.json")

_FORWARD = re.compile(r'http-equiv="refresh" content="0; url=([^"]+)"')


class OfflineFiles(NamedTuple):
    """Every file to cache by its URL from the site's root, and the target of each short URL, relative to it."""

    files: dict[str, Path]
    short_urls: dict[str, str]


def offline_files(site: Path) -> OfflineFiles:
    """Lists what a built site needs to work offline."""
    files, short_urls = {}, {}
    for path in sorted(p for p in site.rglob("*") if p.is_file()):
        url = path.relative_to(site).as_posix()
        if target := _forwards_to(path):
            short_urls[url.removesuffix("index.html")] = target
        elif url not in NOT_CACHED:
            files[url] = path
    return OfflineFiles(files, short_urls)


def _forwards_to(path: Path) -> str | None:
    """The target of a page that only forwards, or None for any other file."""
    if path.name != "index.html" or path.stat().st_size >= 2000:
        return None
    match = _FORWARD.search(path.read_text(encoding="utf-8"))
    return match[1] if match else None


def publish(build: Build, site: Path) -> None:
    """Writes the service worker, and the version, number of files and size that the control shows."""
    folder = site / "offline"
    folder.mkdir(exist_ok=True)
    for name in WORKBOX:
        shutil.copyfile(ROOT / "node_modules" / name / "build" / f"{name}.prod.js", folder / f"{name}.js")
    files, short_urls = offline_files(site)
    entries = [{"url": url, "revision": digest([path.read_bytes()])} for url, path in files.items()]
    version = digest([json.dumps([entries, short_urls])])
    constants = {
        "SCRIPTS": [f"offline/{name}.js" for name in WORKBOX],
        "VERSION": version,
        "FILES": entries,
        "SHORT": short_urls,
    }
    script = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in constants.items())
    (site / "sw.js").write_text(script + SERVICE_WORKER.read_text(encoding="utf-8"), encoding="utf-8")
    size = sum(path.stat().st_size for path in files.values())
    (folder / "kept.json").write_text(
        json.dumps({"version": version, "files": len(files), "bytes": size}), encoding="utf-8"
    )
