"""The resource directory: entries, lists, open data, feed, helplines. Content: `docs/directory/`."""

from macros.features.directory import helplines, pages, publish
from macros.pages.feature import Feature

FEATURE = Feature(macros={**pages.MACROS, **helplines.MACROS}, publish=publish.publish, frame=pages.frame)
