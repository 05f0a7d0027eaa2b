"""Training sessions: slides, handouts, quizzes. Content: `docs/training/`."""

from macros.features.training import pages, publish
from macros.pages.feature import Feature

FEATURE = Feature(macros=pages.MACROS, publish=publish.publish)
