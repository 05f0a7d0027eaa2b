"""Hosting of the built site: example configurations with the right headers, compressed files, a check of a served site.

    python -m macros hosting compress [FOLDER]    writes .br and .gz files next to the files of a built site (or site/)
    python -m macros hosting check URL            checks the headers of a served site and explains what is missing

The headers are made from the site itself, so that an example downloaded with a site fits that site.
"""

import gzip
import json
import re
import sys
import urllib.error
import urllib.request
from email.message import Message
from pathlib import Path
from typing import NamedTuple, TypedDict
from urllib.parse import urljoin

import brotli

from macros.files import CACHE, ROOT, digest, write_atomically
from macros.pages.build import Build
from macros.publish.media_types import COMPRESSIBLE, MEDIA_TYPES, WITH_CHARSET
from macros.publish.security_headers import FRAMED, HEADERS, WORKER_POLICY, page_policy, script_hashes

#: URLs whose content never changes, because they include a version or a hash.
VERSIONED = r"^/(runtime/[0-9][^/]*/|runtime/(tools|groups)/.+\.zip$|assets/stylesheets/|assets/javascripts/)"
#: Cache-Control of those, and of everything else.
IMMUTABLE, REVALIDATE = "public, max-age=31536000, immutable", "no-cache"
TIMEOUT_SECONDS = 20

NGINX = """# nginx for this site. Needs the modules brotli_static (Debian: libnginx-mod-http-brotli-static) \
and gzip_static.
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
    default "{revalidate}";
    "~{forever}" "{immutable}";
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
#: The workflow of this project is the example.
GITHUB = ROOT / ".github" / "workflows" / "pages.yml"
GITLAB = """# GitLab Pages: .gitlab-ci.yml. It serves the .br and .gz files beside the others and sends no headers \
of ours.
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


class Rule(TypedDict):
    """A rule for hosts that take a list: headers of the URLs that match a pattern."""

    match: str
    headers: dict[str, str]


def site_hashes(site: Path) -> list[str]:
    """The hashes of all inline scripts of a site's pages: one policy then serves every page."""
    pages = (path.read_text(encoding="utf-8") for path in site.rglob("*.html"))
    return sorted({source for page in pages for source in script_hashes(page)})


def rules(site: Path) -> list[Rule]:
    """The headers as rules for hosts that take such a list: the last match wins, header by header."""
    policy = page_policy(site_hashes(site)) + FRAMED
    return [
        {"match": "^/", "headers": {**HEADERS, "Content-Security-Policy": policy, "Cache-Control": REVALIDATE}},
        {"match": r"\.m?js$", "headers": {"Content-Security-Policy": WORKER_POLICY}},
        {"match": VERSIONED, "headers": {"Cache-Control": IMMUTABLE}},
        *(Rule(match=rf"\.{end}$", headers={"Content-Type": kind}) for end, kind in MEDIA_TYPES.items()),
    ]


def nginx(rules: list[Rule]) -> str:
    """The nginx example for a site's rules."""
    return NGINX.format(
        types="\n".join(
            f"    {kind} {' '.join(end for end, k in MEDIA_TYPES.items() if k == kind)};"
            for kind in dict.fromkeys(MEDIA_TYPES.values())
        ),
        charset_types=" ".join(WITH_CHARSET),
        page=rules[0]["headers"]["Content-Security-Policy"],
        worker=WORKER_POLICY,
        revalidate=REVALIDATE,
        immutable=IMMUTABLE,
        forever=VERSIONED,
        headers="\n".join(f'    add_header {name} "{value}" always;' for name, value in HEADERS.items()),
    )


def publish(build: Build, site: Path) -> None:
    """Writes the examples, which the page about hosting links to."""
    folder = site / "hosting"
    folder.mkdir(exist_ok=True)
    site_rules = rules(site)
    for name, text in (
        ("nginx.conf", nginx(site_rules)),
        ("github-pages.yml", GITHUB.read_text(encoding="utf-8")),
        ("gitlab-pages.yml", GITLAB),
        ("headers.json", json.dumps(site_rules, indent=1) + "\n"),
    ):
        (folder / name).write_text(text, encoding="utf-8")


def compress(site: Path) -> tuple[int, int]:
    """Writes compressed files next to a site's files, where that saves anything; bytes before and after, with brotli.

    The results are cached by content.
    """
    before = after = 0
    for path in sorted(p for p in site.rglob("*") if p.is_file() and p.suffix in COMPRESSIBLE):
        data = path.read_bytes()
        cached = CACHE / f"brotli-{digest([data])}"
        if not cached.is_file():
            write_atomically(cached, brotli.compress(data))
        small = cached.read_bytes()
        before, after = before + len(data), after + min(len(data), len(small))
        if len(small) < len(data):
            path.with_name(f"{path.name}.br").write_bytes(small)
            path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(data, 9, mtime=0))
    return before, after


class Response(NamedTuple):
    """A host's response: status, headers by lower-case name, and the number of bytes sent."""

    status: int
    headers: dict[str, str]
    size: int

    def header(self, name: str) -> str:
        """A header's value, or ''."""
        return self.headers.get(name.lower(), "")

    @property
    def policy(self) -> str:
        """The Content Security Policy, or ''."""
        return self.header("Content-Security-Policy")


def request(url: str) -> Response:
    """Requests a URL as a browser would; OSError if there is no response."""
    headers = {"Accept-Encoding": "br, gzip", "User-Agent": "hosting check"}
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=TIMEOUT_SECONDS) as answer:
            return Response(answer.status, _lower(answer.headers), len(answer.read()))
    except urllib.error.HTTPError as error:
        return Response(error.code, _lower(error.headers), len(error.read()))


def _lower(headers: Message) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


def sources(policy: str, directive: str) -> set[str]:
    """The sources that a directive of a policy allows."""
    return next((set(part.split()[1:]) for part in policy.split(";") if part.split()[:1] == [directive]), set())


class Check(NamedTuple):
    """A check of a served site: whether it passed, what was checked, and why it matters or how to correct it."""

    passed: bool
    what: str
    advice: str


class Responses(NamedTuple):
    """A host's responses for one file of each kind, and for a page that does not exist."""

    page: Response
    missing: Response
    worker: Response
    module: Response
    wasm: Response
    library: Response


def check(url: str) -> list[Check]:
    """Checks a served site; OSError if there is no response."""
    responses = _request_all(url.rstrip("/") + "/")
    return [*_check_policies(responses), *_check_headers(responses), *_check_caching(responses)]


def _request_all(root: str) -> Responses:
    with urllib.request.urlopen(urljoin(root, "runtime/start.js"), timeout=TIMEOUT_SECONDS) as answer:
        start = answer.read().decode()
    match = re.search(r"plan = (\{.*?\});\n", start, re.S)
    if not match:
        raise ValueError("its runtime/start.js has no plan")
    plan = json.loads(match[1])
    paths = {
        "page": "",
        "missing": "there/is/no/such/page/",
        "worker": "assets/python/worker.js",
        "module": plan["runtime"] + "pyodide.mjs",
        "wasm": plan["runtime"] + "pyodide.asm.wasm",
        "library": plan["python"],
    }
    return Responses(**{name: request(urljoin(root, path)) for name, path in paths.items()})


def _check_policies(responses: Responses) -> list[Check]:
    policy = responses.page.policy
    return [
        Check(
            responses.page.status == 200 and responses.missing.status == 404,
            "pages are found, and a wrong URL gets status 404",
            "send 404.html with status 404",
        ),
        Check(
            sources(policy, "connect-src") == {"'self'"}
            and sources(policy, "form-action") == {"'none'"}
            and "'wasm-unsafe-eval'" in sources(policy, "script-src"),
            "pages have their policy as a header",
            "without it the policy in the page applies, but not to frames",
        ),
        Check(
            "'unsafe-inline'" not in policy and "'unsafe-eval'" not in policy,
            "the policy allows no third-party script",
            "take it from headers.json",
        ),
        Check(
            sources(policy, "frame-ancestors") == {"'none'"}
            or responses.page.header("X-Frame-Options").upper() == "DENY",
            "no other site can show a page in a frame",
            "send frame-ancestors 'none' or X-Frame-Options",
        ),
        Check(
            sources(responses.worker.policy, "connect-src") == {"'self'"},
            "the worker that runs Python has a policy",
            "the policy of a page does not apply to a worker",
        ),
    ]


def _check_headers(responses: Responses) -> list[Check]:
    return [
        *(
            Check(responses.page.header(name) == value, f"{name}: {value}", "send it with every response")
            for name, value in HEADERS.items()
        ),
        Check(
            responses.wasm.header("Content-Type").startswith("application/wasm"),
            "WebAssembly has its type",
            "without it Python starts more slowly",
        ),
        Check(
            "javascript" in responses.module.header("Content-Type"),
            ".mjs files are JavaScript",
            "without it Python does not start",
        ),
    ]


def _check_caching(responses: Responses) -> list[Check]:
    files = (responses.page, responses.worker, responses.wasm, responses.library)
    encodings = [response.header("Content-Encoding") for response in files]
    page_cache = responses.page.header("Cache-Control")
    return [
        Check(
            all(encodings),
            "pages, scripts, WebAssembly and the library are compressed",
            f"not compressed: {encodings.count('')} of {len(encodings)}",
        ),
        Check(
            "immutable" in responses.library.header("Cache-Control"),
            "files with a version or hash in their URL are cached for good",
            f"Cache-Control: {IMMUTABLE}",
        ),
        Check(
            bool(page_cache) and "immutable" not in page_cache,
            "pages are revalidated on every visit",
            f"Cache-Control: {REVALIDATE}",
        ),
    ]


def main(arguments: list[str]) -> int:
    """Runs one command; returns 1 if a check fails, 2 if the command cannot be run."""
    if arguments[:1] == ["compress"] and len(arguments) <= 2:
        return _compress_command(Path(arguments[1] if arguments[1:] else "site"))
    if arguments[:1] == ["check"] and len(arguments) == 2:
        return _check_command(arguments[1])
    print(__doc__, file=sys.stderr)
    return 2


def _compress_command(site: Path) -> int:
    if not (site / "index.html").is_file():
        print(f"{site} is not a built site: run `make site` first.", file=sys.stderr)
        return 2
    before, after = compress(site)
    print(f"Compressed {site}: {before / 1e6:.1f} MB uncompressed, {after / 1e6:.1f} MB compressed.")
    return 0


def _check_command(url: str) -> int:
    try:
        checks = check(url)
    except (OSError, TypeError, ValueError) as error:
        print(f"{url} does not respond as this site does: {error}.", file=sys.stderr)
        return 2
    for passed, what, advice in checks:
        print(f"{'yes' if passed else 'NO '}  {what}" + ("" if passed else f" ({advice})"))
    return 0 if all(check.passed for check in checks) else 1
