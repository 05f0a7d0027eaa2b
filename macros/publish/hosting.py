"""How to host the built site: ready examples with the right headers, files compressed beforehand, and a check of a served site.

    python -m macros hosting compress [FOLDER]    puts .br and .gz files beside a built site's files (site/ unless said)
    python -m macros hosting check ADDRESS        asks a served site for its headers and says what is missing and why

The headers are made from the site itself, so that an example downloaded with a site fits that site.
"""

import gzip
import json
import re
import sys
import urllib.error
import urllib.request
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin

import brotli

from macros.files import CACHE, ROOT, digest, write_atomically
from macros.publish.media_types import COMPRESSIBLE, MEDIA_TYPES, WITH_CHARSET
from macros.publish.security_policy import FRAMED, HEADERS, WORKER_POLICY, page_policy, script_hashes

#: Addresses whose content never changes, because a version or a digest is part of them.
FOREVER = r"^/(runtime/[0-9][^/]*/|runtime/(tools|groups)/.+\.zip$|assets/stylesheets/|assets/javascripts/)"
KEPT, ASKED = "public, max-age=31536000, immutable", "no-cache"

NGINX = """# nginx for this site. Needs the modules brotli_static (Debian: libnginx-mod-http-brotli-static) and gzip_static.
# First put the compressed files beside the others: python -m macros hosting compress
# Put these lines in the http block, or in a file of their own under conf.d/.

types {{
{types}
}}
map $uri $site_policy {{
    default "{page}";
    ~\\.m?js$ "{worker}";
}}
map $uri $site_cache {{
    default "{asked}";
    "~{forever}" "{kept}";
}}
server {{
    listen 80;
    root /srv/www/site;
    index index.html;
    charset utf-8;
    charset_types {charset_types};
    error_page 404 /404.html;
    brotli_static on;
    gzip_static on;
    gzip_vary on;
    server_tokens off;
    absolute_redirect off;

    add_header Content-Security-Policy $site_policy always;
    add_header Cache-Control $site_cache always;
{headers}
}}
"""
#: The project's own workflow is the example.
GITHUB = ROOT / ".github" / "workflows" / "pages.yml"
GITLAB = """# GitLab Pages: .gitlab-ci.yml. It serves the .br and .gz files beside the others and sends no headers of ours.
pages:
  image: nikolaik/python-nodejs:python3.13-nodejs20
  script:
    - make site
    - .venv/bin/python -m macros hosting compress
    - mv site public
  artifacts: {paths: [public]}
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
"""


def site_hashes(site: Path) -> list[str]:
    """The hashes of all scripts written into a site's pages: one policy then serves every page."""
    return sorted({found for path in site.rglob("*.html") for found in script_hashes(path.read_text(encoding="utf-8"))})


def rules(site: Path) -> list[dict]:
    """The headers as rules for hosts that take such a list: the last that fits an address wins, header by header."""
    page = {**HEADERS, "Content-Security-Policy": page_policy(site_hashes(site)) + FRAMED, "Cache-Control": ASKED}
    return [
        {"match": "^/", "headers": page},
        {"match": r"\.m?js$", "headers": {"Content-Security-Policy": WORKER_POLICY}},
        {"match": FOREVER, "headers": {"Cache-Control": KEPT}},
        *({"match": rf"\.{end}$", "headers": {"Content-Type": kind}} for end, kind in MEDIA_TYPES.items()),
    ]


def nginx(rules: list[dict]) -> str:
    """The nginx example for a site's rules."""
    everything = rules[0]["headers"]
    return NGINX.format(
        types="\n".join(
            f"    {kind} {' '.join(end for end, k in MEDIA_TYPES.items() if k == kind)};"
            for kind in dict.fromkeys(MEDIA_TYPES.values())
        ),
        charset_types=" ".join(WITH_CHARSET),
        page=everything["Content-Security-Policy"],
        worker=WORKER_POLICY,
        asked=ASKED,
        kept=KEPT,
        forever=FOREVER,
        headers="\n".join(f'    add_header {name} "{value}" always;' for name, value in HEADERS.items()),
    )


def publish(build, site: Path) -> None:
    """Writes the examples beside the page that explains them."""
    folder = site / "hosting"
    folder.mkdir(exist_ok=True)
    found = rules(site)
    for name, text in (
        ("nginx.conf", nginx(found)),
        ("github-pages.yml", GITHUB.read_text(encoding="utf-8")),
        ("gitlab-pages.yml", GITLAB),
        ("headers.json", json.dumps(found, indent=1) + "\n"),
    ):
        (folder / name).write_text(text, encoding="utf-8")


def compress(site: Path) -> tuple[int, int]:
    """Puts compressed files beside a site's files, where that saves anything; bytes before and after, by brotli. What was made once is kept."""
    before = after = 0
    for path in sorted(p for p in site.rglob("*") if p.is_file() and p.suffix in COMPRESSIBLE):
        data = path.read_bytes()
        kept = CACHE / f"brotli-{digest([data])}"
        if not kept.is_file():
            write_atomically(kept, brotli.compress(data))
        small = kept.read_bytes()
        before, after = before + len(data), after + min(len(data), len(small))
        if len(small) < len(data):
            path.with_name(f"{path.name}.br").write_bytes(small)
            path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(data, 9, mtime=0))
    return before, after


class Answer(NamedTuple):
    """What a host answered: status, headers by lower-case name, and the bytes that came over the wire."""

    status: int
    headers: dict[str, str]
    size: int


def ask(address: str) -> Answer:
    """Asks a host for one address, as a browser would; OSError when there is no answer."""
    request = urllib.request.Request(address, headers={"Accept-Encoding": "br, gzip", "User-Agent": "hosting check"})
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return Answer(
                answer.status, {name.lower(): value for name, value in answer.headers.items()}, len(answer.read())
            )
    except urllib.error.HTTPError as error:
        return Answer(error.code, {name.lower(): value for name, value in error.headers.items()}, len(error.read()))


def sources(policy: str, directive: str) -> set[str]:
    """What a policy lets one kind of thing come from."""
    return next((set(part.split()[1:]) for part in policy.split(";") if part.split()[:1] == [directive]), set())


def check(address: str) -> list[tuple[bool, str, str]]:
    """What a served site does as it should: (whether, what, why it matters or what to do). OSError when nobody answers."""
    root = address.rstrip("/") + "/"
    with urllib.request.urlopen(urljoin(root, "runtime/start.js"), timeout=20) as answer:
        start = answer.read().decode()
    plan = json.loads(re.search(r"plan = (\{.*?\});\n", start, re.S)[1])
    page, worker = ask(root), ask(urljoin(root, "assets/python/worker.js"))
    wasm, library = ask(urljoin(root, plan["runtime"] + "pyodide.asm.wasm")), ask(urljoin(root, plan["python"]))
    module, lost = ask(urljoin(root, plan["runtime"] + "pyodide.mjs")), ask(urljoin(root, "there/is/no/such/page/"))
    policy, of_worker = (
        page.headers.get("content-security-policy", ""),
        worker.headers.get("content-security-policy", ""),
    )
    encoded = [a.headers.get("content-encoding", "") for a in (page, worker, wasm, library)]
    found = [
        (
            page.status == 200 and lost.status == 404,
            "pages are found, and a wrong address says 404",
            "send 404.html with status 404",
        ),
        (
            sources(policy, "connect-src") == {"'self'"}
            and sources(policy, "form-action") == {"'none'"}
            and "'wasm-unsafe-eval'" in sources(policy, "script-src"),
            "pages come with their policy as a header",
            "without it the policy in the page holds, but not for frames",
        ),
        (
            "'unsafe-inline'" not in policy and "'unsafe-eval'" not in policy,
            "the policy allows no script of others",
            "take it from headers.json",
        ),
        (
            sources(policy, "frame-ancestors") == {"'none'"}
            or page.headers.get("x-frame-options", "").upper() == "DENY",
            "no other site can show a page in a frame",
            "send frame-ancestors 'none' or X-Frame-Options",
        ),
        (
            sources(of_worker, "connect-src") == {"'self'"},
            "the worker that runs Python has a policy of its own",
            "a policy in a page does not govern a worker",
        ),
        *(
            (page.headers.get(name.lower()) == value, f"{name}: {value}", "send it with every answer")
            for name, value in HEADERS.items()
        ),
        (
            wasm.headers.get("content-type", "").startswith("application/wasm"),
            "WebAssembly has its type",
            "without it Python starts more slowly",
        ),
        (
            "javascript" in module.headers.get("content-type", ""),
            ".mjs files are JavaScript",
            "without it Python does not start",
        ),
        (
            all(encoded),
            "pages, scripts, WebAssembly and the library are compressed",
            f"not compressed: {encoded.count('')} of {len(encoded)}",
        ),
        (
            "immutable" in library.headers.get("cache-control", ""),
            "files whose name says their content are kept for good",
            "Cache-Control: " + KEPT,
        ),
        (
            "immutable" not in page.headers.get("cache-control", "") and page.headers.get("cache-control"),
            "pages are asked for anew",
            "Cache-Control: " + ASKED,
        ),
    ]
    return [(bool(good), what, why) for good, what, why in found]


def main(arguments: list[str]) -> int:
    """Runs one command; 1 when a check finds something missing, 2 when it cannot be run."""
    if arguments[:1] == ["compress"] and len(arguments) <= 2:
        site = Path(arguments[1] if arguments[1:] else "site")
        if not (site / "index.html").is_file():
            print(f"{site} is not a built site: run `make site` first.", file=sys.stderr)
            return 2
        before, after = compress(site)
        print(f"Compressed {site}: {before / 1e6:.1f} MB as files, {after / 1e6:.1f} MB on the way.")
        return 0
    if arguments[:1] == ["check"] and len(arguments) == 2:
        try:
            found = check(arguments[1])
        except (OSError, TypeError, ValueError) as error:
            print(f"{arguments[1]} does not answer as this site does: {error}.", file=sys.stderr)
            return 2
        for good, what, why in found:
            print(f"{'yes' if good else 'NO '}  {what}" + ("" if good else f" ({why})"))
        return 0 if all(good for good, _, _ in found) else 1
    print(__doc__, file=sys.stderr)
    return 2
