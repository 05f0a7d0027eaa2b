"""Traffic lights, special situations and things to consider. Content: `docs/guides/`."""

from macros.features.guides import pages
from macros.pages.feature import Feature

FEATURE = Feature(macros=pages.MACROS)
