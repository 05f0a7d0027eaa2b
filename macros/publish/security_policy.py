"""The Content Security Policy: what a page, and what the worker that runs Python, may do; and the other headers of every answer."""

import base64
import hashlib
import re

_INLINE_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.S)

#: For the worker's own script file: a policy in a page does not govern a worker fetched from the network.
WORKER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"


#: A page in a frame could be made to look like another's. A meta tag cannot forbid it, so only the header has this.
FRAMED = "; frame-ancestors 'none'"
#: What a good host says with every answer, beside the policy.
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Frame-Options": "DENY",
}


def script_hashes(html: str) -> list[str]:
    """Hash sources for the scripts written into a page (data blocks are not run and need none)."""
    found = []
    for script in _INLINE_SCRIPT.finditer(html):
        attributes = script["attributes"]
        if "src=" in attributes or "application/" in attributes:
            continue
        digest = base64.b64encode(hashlib.sha256(script["code"].encode()).digest()).decode()
        found.append(f"'sha256-{digest}'")
    return list(dict.fromkeys(found))


def page_policy(hashes: list[str]) -> str:
    """The policy of a page with some scripts written into it: only this site, no form that sends, WebAssembly but no eval."""
    scripts = " ".join(["'self'", "'wasm-unsafe-eval'", *hashes])
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
    )


def with_policy(html: str) -> str:
    """The page with its policy in a meta tag, for hosts that cannot send the header."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{page_policy(script_hashes(html))}">'
    return re.sub(r"(<meta charset=[^>]*>)", lambda m: m[1] + meta, html, count=1)
