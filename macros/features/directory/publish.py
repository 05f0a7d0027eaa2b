"""Writes the directory's short URLs, its open data and its feed into the site."""

from pathlib import Path

from mkdocs.utils import get_relative_url

from macros.features.directory.data import entries_of, entry_url, short_url
from macros.features.directory.feed import NAME, feed
from macros.features.directory.open_data import publish_data
from macros.files import write_text
from macros.pages.build import Build
from macros.publish.short_urls import forwarding_page


def publish(build: Build, site: Path) -> None:
    """Writes the short URLs, the open data and the feed."""
    for entry in entries_of(build.model):
        here = short_url(entry).strip("/") + "/"
        target = get_relative_url(entry_url(build.model, entry), here)
        write_text(site / here / "index.html", forwarding_page(target, entry.title))
    publish_data(build, site)
    write_text(site / NAME, feed(build))
