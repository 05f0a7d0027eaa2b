"""Content and tools know the same levels, though neither imports the other."""

from macros.content.model import STEP_LEVELS
from tools.model import LEVELS


def test_decision_steps_may_give_exactly_the_levels_of_the_rules():
    assert STEP_LEVELS == LEVELS
