"""What can be printed: the catalogue of handbooks, and the finished PDFs. Content: `docs/take-it-with-you/`."""

from macros.features.printed import downloads
from macros.pages.feature import Feature

FEATURE = Feature(macros=downloads.MACROS, publish=downloads.publish)
