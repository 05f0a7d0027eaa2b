"""Dates that are due: the working-out form and its rules. Content: `docs/forms/dates.md`. Decisions: `tools/dates/`."""

from macros.features.dates import pages
from macros.pages.feature import Feature

FEATURE = Feature(macros=pages.MACROS)
