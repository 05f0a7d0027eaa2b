"""Damage or theft."""

from tools.incident.model import Situation

SITUATION = Situation("property", "Damage or theft", "Broken, taken, stolen goods, online fraud, an animal hurt", ())
