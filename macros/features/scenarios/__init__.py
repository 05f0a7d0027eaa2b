"""Scenario cards, presentation mode, and sheets to cut out. Content: `docs/training/scenarios/`."""

from macros.features.scenarios import pages, room
from macros.pages.feature import Feature

FEATURE = Feature(macros={**pages.MACROS, **room.MACROS})
