"""Drugs, drink, gas."""

from tools.incident.model import Situation

SITUATION = Situation(
    "substances", "Drugs, drink, gas", "Found, used, sold; drunk or drugged now; vapes, glue, canisters", ()
)
