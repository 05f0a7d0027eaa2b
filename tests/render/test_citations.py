"""Every citation that a tool can give leads to something on the site."""

import pytest

from macros.content.citations import citation_links
from tools import danger, dates, first_edition, records


@pytest.mark.parametrize("tool", [danger, first_edition, dates, records], ids=lambda tool: tool.__name__)
def test_every_citation_points_to_something_that_is_there(build, tool):
    citations = tool.citations()
    assert citations
    for citation in citations:
        assert citation_links(build.model, citation), citation
