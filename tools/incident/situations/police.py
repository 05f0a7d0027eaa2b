"""Police, court, bail."""

from tools.incident.model import Situation

SITUATION = Situation("police", "Police, court, bail", "At the door, arrest, bail, tag, after a case, complaints", ())
