"""What to do when something has happened: the second edition of the incident rules.

Twelve situations and what they share make one table of rules (`table`), which `interpret` turns into a result. `decide`
is total and deterministic: any valid answers, complete or not, have a result.

>>> decide({"danger": ["none"], "events": [{"situation": "hurt", "what": "throat"}]})["level"]
'amber'
"""

from collections.abc import Mapping
from typing import Any

from tools.incident.interpret import Interpreter
from tools.incident.model import Shared
from tools.incident.shared.conflicts import CONFLICTS
from tools.incident.shared.danger import DANGER_NOW
from tools.incident.shared.harm import HARM_TO_PEOPLE
from tools.incident.shared.notifications import NOTIFICATIONS
from tools.incident.shared.scripts import SCRIPTS
from tools.incident.shared.stage import STAGES
from tools.incident.shared.talking import TALKING
from tools.incident.shared.telling import TELLING
from tools.incident.shared.verdicts import VERDICTS
from tools.incident.situations import (
    exploited,
    fire,
    harmed,
    health,
    hurt,
    missing,
    police,
    property,
    sexual,
    substances,
    threats,
    weapon,
)
from tools.incident.table import RULES_VERSION, build_table

NAME = "incident"
TITLE = "Something has happened"

#: In the order that they are offered.
SITUATIONS = tuple(
    module.SITUATION
    for module in (
        hurt,
        harmed,
        sexual,
        missing,
        weapon,
        substances,
        health,
        exploited,
        fire,
        threats,
        property,
        police,
    )
)
#: The conflicts that single situations add.
OF_SITUATIONS = Shared(conflicts=weapon.CONFLICTS)
SHARED = (
    DANGER_NOW,
    HARM_TO_PEOPLE,
    STAGES,
    TELLING,
    TALKING,
    NOTIFICATIONS,
    CONFLICTS,
    OF_SITUATIONS,
    VERDICTS,
    SCRIPTS,
)
TABLE = build_table(SITUATIONS, SHARED)
_INTERPRETER = Interpreter(TABLE)

__all__ = ["NAME", "RULES_VERSION", "SITUATIONS", "TABLE", "TITLE", "decide"]


def decide(incident: Mapping[str, Any]) -> dict[str, Any]:
    """The result for an incident. Raises KeyError for an unknown question or row; see `tools.incident.check`."""
    return _INTERPRETER.decide(incident)
