"""What tests of the binding share: the words with an invented area, to be spoilt."""

from pathlib import Path

import pytest

from tests.conftest import with_area
from tests.macros.spoilt import WOLDS


@pytest.fixture()
def docs(tmp_path) -> Path:
    """A copy of the words with the invented area, to be spoilt."""
    return with_area(tmp_path / "docs", WOLDS)
