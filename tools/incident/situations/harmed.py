"""This child has been harmed."""

from tools.incident.model import Situation

SITUATION = Situation(
    "harmed", "This child has been harmed", "Hit, held, frightened, taken or badly treated by someone else", ()
)
