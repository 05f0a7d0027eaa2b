"""The headline of a result, in at most ten words. A health need has one of its own, never hidden behind "none" (S1)."""

from tools.incident.model import ALWAYS, Shared, Verdict, answer, at_least, every, some
from tools.incident.shared.telling import AMBULANCE, FIRE, POLICE

VERDICTS = Shared(
    verdicts=(
        Verdict(every(at_least("contact", "999"), some(AMBULANCE, FIRE, POLICE)), "Emergency. Call 999: {services}."),
        Verdict(
            every(at_least("contact", "999"), answer("stage", "coming")),
            "Emergency. The police are coming: 999 again if it changes.",
        ),
        Verdict(at_least("contact", "999"), "Emergency. Help is there: tell them now."),
        Verdict(
            every(at_least("contact", "tell today"), answer("stage", "here", "station")), "Tell the officer with you."
        ),
        Verdict(
            every(at_least("contact", "tell today"), answer("stage", "reported", "coming", "after")),
            "They already know. Ring again if anything changes.",
        ),
        Verdict(at_least("contact", "tell now"), "Tell the police now: 101 or your agreed contact."),
        Verdict(at_least("contact", "tell today"), "Tell the police today, as information."),
        Verdict(every(at_least("level", "amber")), "Serious: decide with your manager tonight. No reflex call."),
        Verdict(at_least("level", "judgement"), "Judgement: you and your manager decide together."),
        Verdict(at_least("health", "A&E now"), "Go to A&E now."),
        Verdict(at_least("health", "111 now"), "Stay with them. Call 111 now."),
        Verdict(at_least("health", "seen today"), "They need to be seen today."),
        Verdict(answer("stage", "station"), "Support them at the police station."),
        Verdict(at_least("contact", "discuss"), "Talk to your manager tonight."),
        Verdict(at_least("level", "green"), "Settle it here, as a parent would. No police."),
        Verdict(answer("settled", "no"), "Nothing settled yet."),
        Verdict(at_least("level", "none"), "This does not need the police."),
        Verdict(ALWAYS, "Look after everyone, and write it down."),
    ),
)
