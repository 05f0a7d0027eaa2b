"""Pages for young people. Content: `docs/young/`."""

from macros.features.young import pages
from macros.pages.feature import Feature

FEATURE = Feature(macros=pages.MACROS)
