"""Serves the built site on this machine, with the headers that a good host sends.

python -m macros serve            builds, then serves site/ on 127.0.0.1:8000, or the next free port
"""

import functools
import gzip
import sys
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from macros.publish.build import main as build_command
from macros.publish.security_policy import FRAMED, HEADERS, WORKER_POLICY, page_policy, script_hashes

FIRST_PORT, PORTS = 8000, 20
#: Types worth compressing on the way.
_TEXT = (".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".txt", ".wasm", ".zip")
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".mjs": "text/javascript",
    ".wasm": "application/wasm",
    ".zip": "application/zip",
    ".yml": "text/yaml; charset=utf-8",
}


@functools.lru_cache(maxsize=2000)
def _packed(data: bytes) -> bytes:
    """Content compressed for the way; the same content is compressed once, wherever it lies."""
    return gzip.compress(data, 6)


class Handler(SimpleHTTPRequestHandler):
    """Static files with a policy for each page, no-sniff, no referrer, and gzip where a browser takes it."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = (
        True  # an answer's head and body go apart: the body must not wait until the head is acknowledged
    )
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **_TYPES}
    seen: list[str] | None = None  # tests may give a list in which every requested path is noted

    def do_GET(self):
        self._answer(body=True)

    def do_HEAD(self):
        self._answer(body=False)

    def _answer(self, body: bool) -> None:
        if self.seen is not None:
            self.seen.append(self.path)
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            if not self.path.split("?")[0].endswith("/"):
                return self._redirect(self.path.split("?")[0] + "/")
            path /= "index.html"
        found = path.is_file()
        path = path if found else Path(self.directory) / "404.html"
        compress = path.suffix in _TEXT and "gzip" in self.headers.get("Accept-Encoding", "")
        data = path.read_bytes()
        if compress:
            data = _packed(data)
        self.send_response(HTTPStatus.OK if found else HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(data)))
        if compress:
            self.send_header("Content-Encoding", "gzip")
        self.send_header(
            "Cache-Control", "no-cache" if path.suffix == ".html" or path.name == "start.js" else "max-age=3600"
        )
        for name, value in HEADERS.items():
            self.send_header(name, value)
        if path.suffix == ".html":
            self.send_header(
                "Content-Security-Policy", page_policy(script_hashes(path.read_text(encoding="utf-8"))) + FRAMED
            )
        elif path.suffix in (".js", ".mjs"):
            self.send_header("Content-Security-Policy", WORKER_POLICY)
        self.end_headers()
        if body:
            self.wfile.write(data)

    def _redirect(self, address: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format, *args):
        pass


class Server(ThreadingHTTPServer):
    """Many requests at once; a browser that goes away before its answer is nothing to report."""

    def handle_error(self, request, client_address):
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def server(site: Path, port: int = 0, seen: list[str] | None = None) -> Server:
    """A server for a built site on 127.0.0.1; port 0 takes any free one. `seen` collects requested paths."""
    handler = type("SiteHandler", (Handler,), {"seen": seen})
    return Server(("127.0.0.1", port), functools.partial(handler, directory=str(site)))


def main() -> int:
    """Builds, then serves until interrupted; says which port, and plainly when 8000 was taken."""
    if build_command():
        return 1
    for port in range(FIRST_PORT, FIRST_PORT + PORTS):
        try:
            httpd = server(Path("site"), port)
            break
        except OSError:
            print(f"Port {port} is taken.")
    else:
        print(
            f"No free port from {FIRST_PORT} to {FIRST_PORT + PORTS - 1}; stop another server and try again.",
            file=sys.stderr,
        )
        return 1
    print(f"Serving http://127.0.0.1:{port}/ (Ctrl+C stops it)", flush=True)
    try:
        httpd.serve_forever()
    except KeyboardInterrupt:
        print()
    return 0
