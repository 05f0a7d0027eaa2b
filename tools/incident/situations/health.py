"""Self-harm, suicide or illness."""

from tools.incident.model import Situation

SITUATION = Situation(
    "health",
    "Self-harm, suicide or illness",
    "Cuts, overdose, ligature, wants to die, will not wake, refuses hospital",
    (),
)
