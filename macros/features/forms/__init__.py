"""The working forms and their Word documents. Content: `docs/forms/`. Decisions: `tools/forms/`, `tools/records/`."""

from macros.features.forms import pages, publish
from macros.pages.feature import Feature

FEATURE = Feature(macros=pages.MACROS, publish=publish.publish)
