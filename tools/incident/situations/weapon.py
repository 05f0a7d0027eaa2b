"""Weapon."""

from tools.incident.model import Situation

SITUATION = Situation("weapon", "Weapon", "Found, carried, in hand, given up; acid; fireworks", ())
