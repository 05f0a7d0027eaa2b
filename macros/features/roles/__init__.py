"""The provisions for each role. Content: `docs/for/`."""

from macros.features.roles import pages
from macros.pages.feature import Feature

FEATURE = Feature(macros=pages.MACROS)
