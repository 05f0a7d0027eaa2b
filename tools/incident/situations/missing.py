"""Missing or late."""

from tools.incident.model import Situation

SITUATION = Situation("missing", "Missing or late", "Has not come home, was found, or has run from the car", ())
