"""Due dates: the form that calculates them, and its rules.

Content: `docs/forms/dates.md`. Decisions: `tools/dates/`.
"""

from macros.features.dates import pages
from macros.pages.feature import Feature

FEATURE = Feature(macros=pages.MACROS)
