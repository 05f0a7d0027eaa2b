"""Fire, vehicle, disorder."""

from tools.incident.model import Situation

SITUATION = Situation(
    "fire", "Fire, vehicle, disorder", "Fire, gas smell, car taken, barricade, things out of hand", ()
)
