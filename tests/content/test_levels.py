"""Content and tools have the same levels, though neither imports the other."""

import json

from tests.support.sites import DOCS
from tools.model import LEVELS


def test_decision_steps_may_give_exactly_the_levels_of_the_rules():
    schema = json.loads((DOCS / "areas" / "decision-steps.schema.json").read_text(encoding="utf-8"))
    levels = schema["properties"]["level"]["enum"]
    assert sorted(levels) == sorted(LEVELS)
