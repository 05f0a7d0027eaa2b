"""Sexual harm or images."""

from tools.incident.model import Situation

SITUATION = Situation(
    "sexual", "Sexual harm or images", "Rape or assault, sexual behaviour between children, pictures, blackmail", ()
)
