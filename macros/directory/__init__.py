"""The resource directory: entries read strictly, their pages and lists, and the same as data and as a feed.

    python -m macros.directory        lists entries by time since they were last checked, and everything that is wrong
"""

from pathlib import Path

from mkdocs.utils import get_relative_url

from macros.directory.data import publish_data
from macros.directory.entries import entries_of, entry_url, short
from macros.directory.feed import NAME, feed
from macros.directory.pages import directory, directory_by, directory_count, directory_words, frame as frame  # macros.hooks calls it
from macros.publish import forwarding_page, write

FUNCTIONS = {"directory": directory, "directory_by": directory_by, "directory_count": directory_count, "directory_words": directory_words}


def publish(words, site: Path) -> None:
    """Writes the short addresses, the data and the feed."""
    for entry in entries_of(words.model):
        here = short(entry).strip("/") + "/"
        write(site / here / "index.html", forwarding_page(get_relative_url(entry_url(words.model, entry), here), entry.title))
    publish_data(words, site)
    write(site / NAME, feed(words))
