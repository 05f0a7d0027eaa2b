"""The child of the live preview: pages rendered on request, from the files as they were when it started."""

import os
import socket
import sys
import threading
import time
import traceback
from functools import partial
from http import HTTPStatus
from pathlib import Path
from urllib.parse import unquote, urlsplit

# MkDocs renders one page with two functions of its own that are not public; its version is pinned.
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config import load_config
from mkdocs.structure.files import File, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation

from macros.content.errors import ContentError
from macros.content.macro_calls import check_calls
from macros.files import CACHE, ROOT
from macros.pages.build import Build
from macros.publish.serve import Handler, serve_on
from macros.render.html import escape

EVENTS, SCRIPT = "/_preview/events", "/_preview/reload.js"
#: Reloads the page when another child answers, which is when files have changed.
RELOAD = f"""let version = "";
new EventSource("{EVENTS}").addEventListener("message", (event) => {{
  if (version && event.data !== version) location.reload();
  version = event.data;
}});
"""
ERROR_PAGE = """<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Not rendered</title></head>
<body><h1>This page was not rendered</h1><p>Correct the error and save: the page reloads.</p>
<pre>{error}</pre></body></html>
"""


class PreviewSite:
    """The site's configuration, navigation and files; any page of it on demand."""

    def __init__(self) -> None:
        self.config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(CACHE / "preview-pages"), strict=False)
        self.config.extra["preview"] = True
        self.config.plugins.on_startup(command="serve", dirty=False)
        self.config = self.config.plugins.on_config(self.config)
        self.files = get_files(self.config)
        env = self.config.theme.get_env()  # the theme's own files are thousands of icons: found when asked for
        self.files = self.config.plugins.on_files(self.files, config=self.config)
        set_exclusions(self.files, self.config)
        navigation = get_navigation(self.files, self.config)
        self.navigation = self.config.plugins.on_nav(navigation, config=self.config, files=self.files)
        self.env = self.config.plugins.on_env(env, config=self.config, files=self.files)
        for file in self.files.documentation_pages():
            if file.page:
                file.page.read_source(self.config)  # menus print the titles of other pages
        self.by_url = {unquote(file.url).removeprefix("./"): file for file in self.files}
        self._one_at_a_time = threading.Lock()

    def theme_file(self, path: str) -> Path | None:
        """A style sheet or script of the theme."""
        if not path.startswith("assets/"):
            return None
        candidates = (Path(folder, path).resolve() for folder in self.config.theme.dirs)
        return next((found for found in candidates if found.is_file() and "assets" in found.parts), None)

    def page(self, file: File) -> str:
        """The HTML of a page; raises ContentError for a macro call that fails."""
        assert file.page and file.abs_src_path
        build: Build = self.config.extra["build"]
        with self._one_at_a_time:
            check_calls([Path(file.abs_src_path).relative_to(Path.cwd())], build.macros)
            _populate_page(file.page, self.config, self.files)
            _build_page(file.page, self.config, self.files.documentation_pages(), self.navigation, self.env)
        return Path(file.abs_dest_path).read_text(encoding="utf-8")


def message(error: BaseException) -> str:
    """An error for the terminal and the page: content errors in one line, others with where they were raised."""
    if isinstance(error, ContentError):
        return str(error)
    return "".join(traceback.format_exception(error))


def load() -> PreviewSite | str:
    """The site, or what is wrong with it."""
    try:
        return PreviewSite()
    except (Exception, SystemExit) as error:
        print(message(error), file=sys.stderr, flush=True)
        return message(error)


class PreviewHandler(Handler):
    """Pages on demand, static files from their sources, and everything else from the background build."""

    def __init__(self, *arguments: object, site: PreviewSite | str, **options: object):
        self.site = site
        super().__init__(*arguments, **options)  # type: ignore[arg-type]

    def _answer(self, body: bool) -> None:
        path = unquote(urlsplit(self.path).path)
        if path == EVENTS:
            self._events()
        elif path == SCRIPT:
            self.send_content(RELOAD.encode(), "reload.js", HTTPStatus.OK, body)
        elif isinstance(self.site, str):
            self._error(self.site, body)
        elif file := self.site.by_url.get(path.lstrip("/")):
            self._file(self.site, file, body)
        elif theme_file := self.site.theme_file(path.lstrip("/")):
            self.send_content(theme_file.read_bytes(), theme_file.name, HTTPStatus.OK, body)
        else:
            super()._answer(body)

    def _file(self, site: PreviewSite, file: File, body: bool) -> None:
        if not file.is_documentation_page():
            data = Path(file.abs_src_path).read_bytes() if file.abs_src_path else file.content_bytes
            self.send_content(data, file.name + Path(file.src_uri).suffix, HTTPStatus.OK, body)
            return
        try:
            html = site.page(file)
        except (Exception, SystemExit) as error:
            print(message(error), file=sys.stderr, flush=True)
            self._error(message(error), body)
            return
        self._page(html, HTTPStatus.OK, body)

    def _error(self, text: str, body: bool) -> None:
        self._page(ERROR_PAGE.format(error=escape(text)), HTTPStatus.INTERNAL_SERVER_ERROR, body)

    def _page(self, html: str, status: HTTPStatus, body: bool) -> None:
        script = f'<script src="{SCRIPT}" defer></script></head>'
        self.send_content(html.replace("</head>", script, 1).encode(), "index.html", status, body)

    def _events(self) -> None:
        """Sends this child's version, and keeps the connection until the child ends."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(f"retry: 100\ndata: {os.getpid()}\n\n".encode())
        while True:
            self.wfile.flush()
            time.sleep(1)
            self.wfile.write(b": still here\n\n")

    def cache_control(self, name: str) -> str:
        """Nothing is cached: the next request may find another version."""
        return "no-store"


def serve(listener: socket.socket, built: Path) -> None:
    """Serves the site as it is now until this process is stopped. `built` holds a whole build, once there is one."""
    serve_on(listener, partial(PreviewHandler, site=load(), directory=str(built)))
