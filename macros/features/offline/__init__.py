"""The site saved on a reader's device: service worker and control. Content: `docs/take-it-with-you/offline.md`."""

from macros.features.offline import pages, publish
from macros.pages.feature import Feature

FEATURE = Feature(macros=pages.MACROS, publish=publish.publish, publish_last=True)
