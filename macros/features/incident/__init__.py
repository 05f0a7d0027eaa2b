"""The incident tool and its rules. Content: `docs/decide.md`, `docs/rules.md`. Decisions: `tools/first_edition/`."""

from macros.features.incident import pages
from macros.pages.feature import Feature

FEATURE = Feature(macros=pages.MACROS)
