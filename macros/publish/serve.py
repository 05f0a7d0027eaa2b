"""Serves the built site on this machine, with the headers that a good host sends.

python -m macros serve            builds, then serves site/ on 127.0.0.1:8000, or the next free port
"""

import functools
import gzip
import socket
import sys
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from macros.publish.build import main as build_command
from macros.publish.media_types import COMPRESSIBLE, CONTENT_TYPES
from macros.publish.security_headers import FRAMED, HEADERS, WORKER_POLICY, page_policy, script_hashes

FIRST_PORT, PORTS = 8000, 20


@functools.lru_cache(maxsize=2000)
def _gzipped(data: bytes) -> bytes:
    """Compressed content. The same content is compressed once, whatever its URLs."""
    return gzip.compress(data, 6)


class Handler(SimpleHTTPRequestHandler):
    """Static files with a policy for each page, no-sniff, no referrer, and gzip where a browser accepts it."""

    protocol_version = "HTTP/1.1"
    # Headers and body are sent separately: the body must not wait until the headers are acknowledged.
    disable_nagle_algorithm = True
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **CONTENT_TYPES}
    #: A list for tests, to which every requested path is appended.
    seen: list[str] | None = None
    directory: str

    def do_GET(self) -> None:
        """Answers with the file."""
        self._answer(body=True)

    def do_HEAD(self) -> None:
        """Answers with the headers of the file."""
        self._answer(body=False)

    def _answer(self, body: bool) -> None:
        if self.seen is not None:
            self.seen.append(self.path)
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            if not self.path.split("?")[0].endswith("/"):
                self._redirect(self.path.split("?")[0] + "/")
                return
            path /= "index.html"
        status = HTTPStatus.OK if path.is_file() else HTTPStatus.NOT_FOUND
        path = path if path.is_file() else Path(self.directory) / "404.html"
        self.send_content(path.read_bytes(), path.name, status, body)

    def send_content(self, data: bytes, name: str, status: HTTPStatus, body: bool = True) -> None:
        """Sends some content with the headers that a file of this name gets."""
        suffix = Path(name).suffix
        html = data.decode("utf-8") if suffix == ".html" else ""
        compress = suffix in COMPRESSIBLE and "gzip" in self.headers.get("Accept-Encoding", "")
        if compress:
            data = _gzipped(data)
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(name))
        self.send_header("Content-Length", str(len(data)))
        if compress:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", self.cache_control(name))
        for header, value in HEADERS.items():
            self.send_header(header, value)
        if suffix == ".html":
            self.send_header("Content-Security-Policy", page_policy(script_hashes(html)) + FRAMED)
        elif suffix in (".js", ".mjs"):
            self.send_header("Content-Security-Policy", WORKER_POLICY)
        self.end_headers()
        if body:
            self.wfile.write(data)

    def cache_control(self, name: str) -> str:
        """How long a browser may keep a file of this name."""
        return "no-cache" if name.endswith(".html") or name == "start.js" else "max-age=3600"

    def _redirect(self, url: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", url)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Requests are not logged."""


class Server(ThreadingHTTPServer):
    """Answers many requests at once. A browser that closes the connection early is not an error."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Prints unexpected errors only."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def server(site: Path, port: int = 0, seen: list[str] | None = None) -> Server:
    """A server for a built site on 127.0.0.1; port 0 takes any free one. `seen` collects requested paths."""
    handler = type("SiteHandler", (Handler,), {"seen": seen})
    return Server(("127.0.0.1", port), functools.partial(handler, directory=str(site)))


def free_socket() -> socket.socket | None:
    """A socket that listens on the first free port from 8000, or None; prints which ports are taken."""
    for port in range(FIRST_PORT, FIRST_PORT + PORTS):
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", port))
        except OSError:
            listener.close()
            print(f"Port {port} is taken.")
            continue
        listener.listen(128)
        return listener
    print(
        f"No free port from {FIRST_PORT} to {FIRST_PORT + PORTS - 1}; stop another server and try again.",
        file=sys.stderr,
    )
    return None


def serve_on(listener: socket.socket, handler: Any) -> None:
    """Serves on a socket that listens already, until interrupted."""
    httpd = Server(listener.getsockname(), handler, bind_and_activate=False)
    httpd.socket.close()
    httpd.socket = listener
    httpd.server_name, httpd.server_port = listener.getsockname()
    httpd.serve_forever()


def main() -> int:
    """Builds, then serves until interrupted; prints the URL, and which ports are taken."""
    if build_command():
        return 1
    listener = free_socket()
    if listener is None:
        return 1
    print(f"Serving http://127.0.0.1:{listener.getsockname()[1]}/ (Ctrl+C stops it)", flush=True)
    try:
        serve_on(listener, functools.partial(Handler, directory="site"))
    except KeyboardInterrupt:
        print()
    return 0
