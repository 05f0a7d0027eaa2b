"""The Content Security Policy of pages and of the worker that runs Python, and the other headers of every response."""

import base64
import hashlib
import re

_INLINE_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.S)

#: For the worker's script: the policy of a page does not apply to a worker fetched from the network.
WORKER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"
#: Another site could show a page in a frame as its own. A meta tag cannot forbid that, so only the header does.
FRAMED = "; frame-ancestors 'none'"
#: Headers that a good host sends with every response, in addition to the policy.
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Frame-Options": "DENY",
}


def script_hashes(html: str) -> list[str]:
    """Hash sources for the inline scripts of a page. Data blocks are not run and need none."""
    sources = []
    for script in _INLINE_SCRIPT.finditer(html):
        attributes = script["attributes"]
        if "src=" in attributes or "application/" in attributes:
            continue
        digest = base64.b64encode(hashlib.sha256(script["code"].encode()).digest()).decode()
        sources.append(f"'sha256-{digest}'")
    return list(dict.fromkeys(sources))


def page_policy(hashes: list[str]) -> str:
    """The policy of a page with some inline scripts: only this site, no form submission, WebAssembly but no eval."""
    scripts = " ".join(["'self'", "'wasm-unsafe-eval'", *hashes])
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
    )


def with_policy(html: str) -> str:
    """The page with its policy in a meta tag, for hosts that cannot send the header."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{page_policy(script_hashes(html))}">'
    return re.sub(r"(<meta charset=[^>]*>)", lambda m: m[1] + meta, html, count=1)
