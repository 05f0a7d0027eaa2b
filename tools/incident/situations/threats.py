"""Threats, hate, extremism."""

from tools.incident.model import Situation

SITUATION = Situation(
    "threats", "Threats, hate, extremism", "Threats, bombs, stalking, abuse by a partner, hate, extreme views", ()
)
