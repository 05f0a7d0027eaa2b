"""Figures and charts of the national picture, and the local picture.

Content: `docs/evidence/`. Decisions: `tools/picture/`.
"""

from macros.features.evidence import charts, figures, local_picture
from macros.pages.feature import Feature

FEATURE = Feature(macros={**figures.MACROS, **charts.MACROS, **local_picture.MACROS}, publish=charts.publish)
