"""The site kept on a reader's device, if they ask for it: a service worker with the list of every file, made by Workbox.

A version is fetched whole or not at all: until the last file has come, the one before it goes on. Short addresses are not
files of the kept site but a table of where each leads. Nothing is registered until the reader says so.
"""

import json
import re
import shutil
from pathlib import Path

from macros.files import ROOT, digest

#: Workbox's own finished scripts, in the order in which they need each other.
WORKBOX = ("workbox-core", "workbox-routing", "workbox-strategies", "workbox-precaching")
SERVICE_WORKER = Path(__file__).with_name("service-worker.js")
#: Files that only a server or a search engine has a use for.
NOT_KEPT = ("sitemap.xml", "sitemap.xml.gz", "sw.js", "offline/kept.json")

_FORWARD = re.compile(r'http-equiv="refresh" content="0; url=([^"]+)"')


def kept_files(site: Path) -> tuple[dict[str, Path], dict[str, str]]:
    """Every file to keep by its address from the site's root, and where each short address leads, from its own."""
    files, short = {}, {}
    for path in sorted(p for p in site.rglob("*") if p.is_file()):
        name = path.relative_to(site).as_posix()
        forward = (
            path.name == "index.html"
            and path.stat().st_size < 2000
            and _FORWARD.search(path.read_text(encoding="utf-8"))
        )
        if forward:
            short[name.removesuffix("index.html")] = forward[1]
        elif name not in NOT_KEPT:
            files[name] = path
    return files, short


def publish(build, site: Path) -> None:
    """Writes the service worker and what a page says of it: its version, and how much it keeps."""
    folder = site / "offline"
    folder.mkdir(exist_ok=True)
    for name in WORKBOX:
        shutil.copyfile(ROOT / "node_modules" / name / "build" / f"{name}.prod.js", folder / f"{name}.js")
    files, short = kept_files(site)
    listed = [{"url": name, "revision": digest([path.read_bytes()])} for name, path in files.items()]
    version = digest([json.dumps([listed, short])])
    size = sum(path.stat().st_size for path in files.values())
    scripts = json.dumps([f"offline/{name}.js" for name in WORKBOX])
    script = SERVICE_WORKER.read_text(encoding="utf-8")
    (site / "sw.js").write_text(
        f"const SCRIPTS = {scripts};\nconst VERSION = {json.dumps(version)};\nconst FILES = {json.dumps(listed)};\n"
        f"const SHORT = {json.dumps(short)};\n{script}",
        encoding="utf-8",
    )
    (folder / "kept.json").write_text(
        json.dumps({"version": version, "files": len(files), "bytes": size}), encoding="utf-8"
    )
