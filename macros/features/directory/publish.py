"""The resource directory: entries read strictly, their pages and lists, and the same as data and as a feed.

python -m macros directory        lists entries by time since they were last checked, and everything that is wrong
"""

from pathlib import Path

from mkdocs.utils import get_relative_url

from macros.features.directory.data import entries_of, entry_url, short
from macros.features.directory.feed import NAME, feed
from macros.features.directory.open_data import publish_data
from macros.files import write_text
from macros.publish.short_urls import forwarding_page


def publish(build, site: Path) -> None:
    """Writes the short addresses, the data and the feed."""
    for entry in entries_of(build.model):
        here = short(entry).strip("/") + "/"
        write_text(
            site / here / "index.html",
            forwarding_page(get_relative_url(entry_url(build.model, entry), here), entry.title),
        )
    publish_data(build, site)
    write_text(site / NAME, feed(build))
