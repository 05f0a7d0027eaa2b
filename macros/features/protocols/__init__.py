"""Overviews of the protocols: editor's notes, crosswalk, decision steps. Content: `docs/national/`, `docs/areas/`."""

from macros.features.protocols import pages
from macros.pages.feature import Feature

FEATURE = Feature(macros=pages.MACROS)
