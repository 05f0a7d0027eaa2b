"""The headline of a result, in at most ten words.

A health need has a headline of its own, hidden neither behind "none" nor behind what the police are told (S1). Only an
emergency comes before it, because the ambulance is in that one.
"""

from tools.incident.model import ALWAYS, Shared, Verdict, answer, at_least, every, no, some
from tools.incident.shared.telling import AMBULANCE, FIRE, POLICE, POLICE_HAVE_IT, POLICE_TOLD

#: Nobody is sent to A&E or to 111 by someone who has a crew or hospital staff beside them.
_HEALTH_STAFF = answer("crew", "ambulance")
_HOSPITAL = every(at_least("health", "A&E now"), no(_HEALTH_STAFF))
_ADVICE = every(at_least("health", "111 now"), no(_HEALTH_STAFF))

_EMERGENCY = (
    Verdict(every(at_least("contact", "999"), some(AMBULANCE, FIRE, POLICE)), "Emergency. Call 999: {services}."),
    Verdict(
        every(at_least("contact", "999"), answer("stage", "coming")),
        "Emergency. Police are coming: ring with any change.",
    ),
    Verdict(at_least("contact", "999"), "Emergency. Help is there: tell them now."),
)
_TELLING = (
    Verdict(
        every(_HOSPITAL, at_least("contact", "tell today"), POLICE_TOLD),
        "Go to A&E now. Tell the police where you are.",
    ),
    Verdict(every(_HOSPITAL, at_least("contact", "tell now")), "Go to A&E now. Tell the police now too."),
    Verdict(every(_HOSPITAL, at_least("contact", "tell today")), "Go to A&E now. Tell the police today."),
    Verdict(every(_HOSPITAL, at_least("level", "judgement")), "Go to A&E now. Decide the rest with your manager."),
    Verdict(every(_ADVICE, at_least("contact", "tell now"), no(POLICE_TOLD)), "Call 111 now. Tell the police now too."),
    Verdict(every(_ADVICE, at_least("contact", "tell today"), no(POLICE_TOLD)), "Call 111 now. Tell the police today."),
    Verdict(
        every(_ADVICE, at_least("level", "judgement"), no(at_least("contact", "tell today"))),
        "Call 111 now. Decide the rest with your manager.",
    ),
    Verdict(every(at_least("contact", "tell today"), answer("stage", "here", "station")), "Tell the officer with you."),
    Verdict(
        every(at_least("contact", "tell today"), POLICE_TOLD), "They already know. Ring again if anything changes."
    ),
    Verdict(at_least("contact", "tell now"), "Tell the police now: 101 or your agreed contact."),
    Verdict(at_least("contact", "tell today"), "Tell the police today, as information."),
)
_HEALTH = (
    Verdict(every(_HEALTH_STAFF, at_least("health", "111 now")), "Health staff are with you. Tell them everything."),
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
            every(at_least("health", "seen today"), at_least("level", "judgement")),
            "They need a doctor today. Decide with your manager.",
        ),
        Verdict(
            every(at_least("level", "judgement"), POLICE_HAVE_IT), "The police have it. Work with your manager tonight."
        ),
        Verdict(at_least("level", "amber"), "Serious: decide with your manager tonight. No reflex call."),
        Verdict(at_least("level", "judgement"), "Judgement: you and your manager decide together."),
        *_HEALTH,
        Verdict(answer("stage", "station"), "Support them at the police station."),
        Verdict(at_least("contact", "discuss"), "Talk to your manager tonight."),
        Verdict(answer("settled", "no"), "Nothing settled yet."),
        Verdict(
            every(
                at_least("health", "first aid"),
                no(at_least("contact", "discuss")),
                no(at_least("health", "seen today")),
            ),
            "First aid, and watch them. No police.",
        ),
        Verdict(
            every(at_least("level", "green"), answer("stage", "here")), "Ask the officer to let you settle it here."
        ),
        Verdict(at_least("level", "green"), "Settle it here, as a parent would. No police."),
        Verdict(at_least("level", "none"), "This does not need the police."),
        Verdict(ALWAYS, "Look after everyone, and write it down."),
    ),
)
