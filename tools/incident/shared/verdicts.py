"""The headline of a result, in at most ten words. A health need has one of its own, never hidden behind "none" (S1)."""

from tools.incident.model import ALWAYS, Shared, Verdict, answer, at_least, every, some
from tools.incident.shared.telling import AMBULANCE, FIRE, POLICE, POLICE_HAVE_IT, POLICE_TOLD

_EMERGENCY = (
    Verdict(every(at_least("contact", "999"), some(AMBULANCE, FIRE, POLICE)), "Emergency. Call 999: {services}."),
    Verdict(at_least("contact", "999"), "Emergency. Help is there: tell them now."),
)
_TELLING = (
    Verdict(every(at_least("contact", "tell today"), answer("stage", "here", "station")), "Tell the officer with you."),
    Verdict(
        every(at_least("contact", "tell today"), POLICE_TOLD), "They already know. Ring again if anything changes."
    ),
    Verdict(at_least("contact", "tell now"), "Tell the police now: 101 or your agreed contact."),
    Verdict(at_least("contact", "tell today"), "Tell the police today, as information."),
)
_HEALTH = (
    Verdict(at_least("health", "A&E now"), "Go to A&E now."),
    Verdict(at_least("health", "111 now"), "Stay with them. Call 111 now."),
    Verdict(at_least("health", "seen today"), "They need to be seen today."),
)


def headlines(*own: Verdict, again: tuple[Verdict, ...] = ()) -> tuple[Verdict, ...]:
    """A row's own headlines, after those that say whom to call and what health needs.

    `again` are those of a row that is news to police who know already: each holds where the police have to be told.
    """
    told = (Verdict(every(verdict.when, at_least("contact", "tell today")), verdict.text) for verdict in again)
    return (*_EMERGENCY, *told, *_TELLING, *_HEALTH, *own)


VERDICTS = Shared(
    verdicts=(
        *_EMERGENCY,
        *_TELLING,
        Verdict(
            every(at_least("level", "judgement"), POLICE_HAVE_IT), "The police have it. Work with your manager tonight."
        ),
        Verdict(every(at_least("level", "amber")), "Serious: decide with your manager tonight. No reflex call."),
        Verdict(at_least("level", "judgement"), "Judgement: you and your manager decide together."),
        *_HEALTH,
        Verdict(answer("stage", "station"), "Support them at the police station."),
        Verdict(at_least("contact", "discuss"), "Talk to your manager tonight."),
        Verdict(
            every(at_least("level", "green"), answer("stage", "here")), "Ask the officer to let you settle it here."
        ),
        Verdict(at_least("level", "green"), "Settle it here, as a parent would. No police."),
        Verdict(answer("settled", "no"), "Nothing settled yet."),
        Verdict(at_least("level", "none"), "This does not need the police."),
        Verdict(ALWAYS, "Look after everyone, and write it down."),
    ),
)
