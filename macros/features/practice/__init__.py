"""What other areas have done. Content: `docs/practice/`."""

from macros.features.practice import pages
from macros.pages.feature import Feature

FEATURE = Feature(macros=pages.MACROS)
