"""Every citation that a tool can give leads to something on the site."""

import pytest

from macros.content.citations import citation_links
from tools import danger, dates, first_edition, incident, records


@pytest.mark.parametrize("tool", [danger, first_edition, dates, records], ids=lambda tool: tool.__name__)
def test_every_citation_points_to_something_that_is_there(build, tool):
    citations = tool.citations()
    assert citations
    for citation in citations:
        assert citation_links(build.model, citation), citation


def test_every_provision_that_an_incident_rule_cites_is_there(build):
    table = incident.TABLE
    groups = [*table["rows"].values(), *table["groups"].values()]
    rules = [rule for group in groups for kind in ("floors", "actions", "nevers") for rule in group.get(kind, ())]
    cited = {citation for rule in rules for citation in rule.get("citations", ())}
    assert len(cited) > 100
    for citation in cited:
        if citation.partition(" ")[0] not in ("law", "source"):
            assert citation_links(build.model, citation), citation
