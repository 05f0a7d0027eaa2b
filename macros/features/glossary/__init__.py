"""Abbreviations and terms. Content: `docs/glossary.yml` and the area's `glossary.yml`."""

from macros.features.glossary import pages
from macros.pages.feature import Feature

FEATURE = Feature(macros=pages.MACROS)
