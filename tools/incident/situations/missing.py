"""Missing or late: gone, late at a known place, back, out of the car, in the car, about to leave (C1 to C11, S9, K14).

"Known" means an address and someone trusted who has seen or spoken to the child there; a known town is unknown. With a
sign of danger nobody waits. Without one, the search and the ring-round come first, and the plan's time prevails.
"""

from tools.incident.model import (
    ALWAYS,
    Action,
    Condition,
    Conflict,
    Floor,
    Never,
    Option,
    Question,
    Row,
    Shared,
    Situation,
    Step,
    Verdict,
    acts,
    answer,
    at_least,
    every,
    no,
    some,
)
from tools.incident.shared.harm import INJURY_SIGN
from tools.incident.shared.verdicts import headlines

_FETCH = ("national a1-missing-1",)
_MISSING = ("source college-missing",)
_FORCE = ("law chr-20", "law fsr-13", "law sar-22", "law cla-3")
_UNDER_10 = answer("age", "under-10")

SIGNS = Question(
    "missing-signs",
    "Is any of this so?",
    (
        Option("none", "None of these"),
        Option("young", "Is under about 10, or manages like a child of that age"),
        Option("suicide", "Words, a note or new self-harm that point to suicide"),
        Option("used", "May be with, or going to, someone who uses or harms them"),
        Option("taken", "Was taken by someone"),
        Option("ill", "Drunk, drugged, hurt, unwell, or near giving birth"),
        Option("medicine", "Medicine is due that cannot wait"),
        Option("place", "Out in dangerous weather, or near water, railway, fast road or a height"),
        Option("threatened", "Has been threatened, online too"),
        Option("arrived", "Has just arrived in the country, or may have been trafficked"),
        Option("road", "Is disabled and has no sense of road danger"),
        Option("cannot-tell", "I cannot tell"),
    ),
    "Tick what is true, of any of them. Being 16 or 17, or doing it often, is no reason to wait.",
    many=True,
    nothing="none",
)
_SIGNS = tuple(option.value for option in SIGNS.options if option.value not in ("none", "cannot-tell"))
_SIGN = answer("missing-signs", *_SIGNS)
_RISK_NOT_KNOWN = answer("missing-signs", "cannot-tell")

SINCE = Question(
    "missing-since",
    "How long since they were due, or you noticed?",
    (
        Option("plan-later", "Their plan gives a time, and it has not come"),
        Option("under-30", "Less than 30 minutes"),
        Option("over-30", "30 minutes to an hour"),
        Option("not-sure", "Not sure", "Counts as: more than an hour", "over-60"),
        Option("over-60", "More than an hour"),
        Option("night", "It is after midnight, or the weather is bad"),
        Option("plan-now", "The time in their plan has come"),
    ),
    "Take the lowest answer that fits, if more than one does.",
)

LOOKED = Question(
    "missing-looked",
    "What has been done to find them?",
    (
        Option("not-yet", "Nothing yet"),
        Option("quick", "A quick look, or some calls"),
        Option("all", "Whole building and grounds searched, and everyone rung"),
    ),
    "The building means other bedrooms too: under beds, in wardrobes, bathrooms, loft, sheds, cars and boots.",
)

PLACE = Question(
    "missing-place",
    "Do you know where they are?",
    (
        Option("confirmed", "At an address, and someone I trust has seen or spoken to them"),
        Option("unconfirmed", "An address, but nobody has seen or spoken to them there"),
        Option("town", "Only a town or an area"),
        Option("lost", "We did, but the agreed time has passed or contact is lost"),
    ),
)

SAFE = Question(
    "missing-safe",
    "Is it safe for them there?",
    (
        Option("safe", "Yes"),
        Option("not-sure", "Not sure", "Counts as: not safe", "unsafe"),
        Option("unsafe", "No, or not safe for whoever fetches them"),
        Option("harm-now", "They are being harmed or kept there now"),
    ),
)

CONDITION = Question(
    "missing-condition",
    "Does the condition protect a person?",
    (
        Option("no", "No"),
        Option("person", "Yes, and nothing says they are going there"),
        Option("near", "Yes, and they may be with or near that person"),
        Option("threat", "Yes, and they have threatened that person"),
    ),
)

LEADS = Question(
    "missing-lead",
    "Does one of them lead or control another?",
    (Option("no", "No"), Option("not-sure", "Not sure", "", "no"), Option("yes", "Yes")),
)


#: The rows that say it themselves, and the answers that say it: nobody knows where the child is.
_FROM_HERE = some(
    answer("what", "missing", "missing-bail", "missing-together"),
    answer("missing-place", "unconfirmed", "town", "lost"),
    answer("age-where", "gone"),
    answer("leaving-now", "gone"),
)
_FROM_CAR = answer("bolt-what", "gone")
_GONE = some(_FROM_HERE, _FROM_CAR)
#: All that can be done at once to find them has been done.
_SEARCHED = some(answer("missing-looked", "all"), answer("what", "bolted"))
_USED = answer("missing-signs", "used", "threatened")


def _wait_over(*conditions: Condition) -> Floor:
    return Floor(
        every(_GONE, *conditions),
        "amber",
        "tell now",
        "They cannot be found, and the wait for their age or plan is over.",
        (*_FETCH, "source police-missing"),
        "C1",
        unsure="They cannot be found. As you cannot say for how long, nobody waits.",
    )


def _danger(condition: Condition, reason: str) -> Floor:
    return Floor(every(_GONE, condition), "red", "999", reason, ("national 4.1", *_MISSING), "P", ("police",))


def _search(text: str, when: Condition = ALWAYS) -> Action:
    return Action("search", "building", "child", text, "now", "part", every(_FROM_HERE, when), _FETCH)


def _ring(step: Step, when: Condition = ALWAYS) -> Action:
    text = "Ring them, friends, family the plan allows, and who saw them last."
    return Action("search", "by phone", "child", text, "now", step, every(_GONE, when), _FETCH)


def _at(text: str, *when: Condition) -> Action:
    """When to call 101, while nothing says that the police must be told now."""
    not_yet = every(_GONE, no(at_least("contact", "tell today")), no(answer("stage", "reported", "coming", "here")))
    return Action("watch", "time", "clock", text, "now", "police", every(not_yet, *when))


#: Rows C1 and C2 with the waits by age, and S9: for every row in which the child may be gone.
GONE = Shared(
    "gone",
    questions=(SIGNS, SINCE, LOOKED),
    floors=(
        Floor(
            _GONE,
            "judgement",
            "discuss",
            "Nobody knows where they are. A parent would search and ring round first.",
            _FETCH,
            "S",
            marks=("missing", "absent", "news"),
        ),
        _wait_over(answer("missing-since", "plan-now")),
        _wait_over(_SEARCHED, answer("age", "10-12", "not-known"), at_least("missing-since", "under-30")),
        _wait_over(_SEARCHED, answer("age", "13-15"), at_least("missing-since", "over-30")),
        _wait_over(_SEARCHED, answer("age", "16-17"), at_least("missing-since", "over-60")),
        Floor(
            every(_GONE, _RISK_NOT_KNOWN),
            "amber",
            "tell now",
            "You cannot tell how great the danger is, so nobody waits.",
            _FETCH,
        ),
        _danger(_SIGN, "They are gone, and there is a sign of danger. Nobody waits."),
        _danger(_UNDER_10, "A child under 10 is gone. Nobody waits."),
        Floor(every(_GONE, _USED), None, None, "", marks=("exploitation",)),
        Floor(every(_GONE, answer("missing-signs", "suicide")), None, None, "", marks=("self-harm",)),
    ),
    actions=(
        _search("Two minutes: their room, hiding places, other bedrooms. Call their name.", _RISK_NOT_KNOWN),
        _search("Look again in other bedrooms and hiding places. Call their name.", _SEARCHED),
        _search("Search the building only, with the other children in call. Shout their name.", answer("alone", "yes")),
        _search("Search ten minutes: under beds, cupboards, other bedrooms, sheds, cars. Call their name."),
        # The police before the ring-round where the risk is not known (S9), and once everyone has been rung.
        _ring("leave", no(_RISK_NOT_KNOWN)),
        _ring("write"),
        Action(
            "tell",
            "event",
            "police",
            "{tell-police}",
            "now",
            "call",
            every(_FROM_HERE, _SEARCHED, at_least("contact", "tell now"), no(at_least("contact", "999"))),
            _FETCH,
            "S",
        ),
        _at("At the time in the plan, not found: {call-101}. Danger sign: 999.", answer("missing-since", "plan-later")),
        _at("Worried for their safety: {call-101}. Nobody need agree.", answer("age", "18-plus")),
        _at(
            "At 30 minutes, still not found: {call-101}. Danger sign: 999.",
            answer("missing-since", "under-30"),
            answer("age", "13-15"),
        ),
        _at(
            "At one hour, still not found: {call-101}. Danger sign: 999.",
            answer("missing-since", "under-30", "over-30"),
            answer("age", "16-17"),
        ),
        _at(
            "Not found after the search and the calls: {call-101}. Danger sign: 999.",
            answer("missing-looked", "not-yet", "quick"),
            no(answer("missing-since", "plan-now")),
        ),
        Action("stay", "phone", "phone", "One adult stays by the phone and the door.", "hour", "part", _FROM_HERE),
        Action(
            "leave", "room", "room", "Leave their room as it is: note, phone, hair brush.", "hour", "leave", _FROM_HERE
        ),
        Action(
            "record",
            "form",
            "police",
            "Give the police the missing form: photo, phones, places, risks, medicine.",
            "hour",
            "police",
            every(_GONE, at_least("contact", "tell today")),
        ),
        Action(
            "record",
            "gone",
            "log",
            "Note what is gone: coat, shoes, charger, cash, medicine. Log each try with its time.",
            "keep",
            "write",
            _FROM_HERE,
        ),
    ),
    nevers=(
        Never("Never finish the calls first, or wait 24 hours.", every(_GONE, some(_SIGN, _UNDER_10)), _MISSING),
        Never("Never ring anyone who may be using them.", every(_GONE, _USED)),
        Never("Never say “usual for them”: each time is new.", _GONE, _MISSING),
    ),
    verdicts=headlines(
        Verdict(
            every(_GONE, answer("stage", "reported", "coming", "here")),
            "Keep searching. Ring again if anything changes.",
        ),
        Verdict(every(_GONE, answer("age", "18-plus")), "Search and ring round. Afraid for them: {call-101}."),
        Verdict(every(_FROM_HERE, _SEARCHED), "Keep looking. Still not found: {call-101}."),
        Verdict(_FROM_HERE, "Search now. Not found after that: {call-101}."),
        Verdict(_FROM_CAR, "Stop safely. Look and ring round; then {call-101}."),
    ),
)


def _quiet(text: str, when: Condition = ALWAYS) -> Verdict:
    """A headline for a row with nothing for the police, where no other event is more."""
    return Verdict(every(when, no(at_least("level", "green"))), text)


_GONE_ASKS = ("missing-signs", "missing-since", "missing-looked")

MISSING = Row(
    "missing",
    "Missing, and nobody knows where they are",
    "Not in bed, not back when due, ran off, phone off",
    "Someone in our care cannot be found.",
    _GONE_ASKS,
    (),
    uses=("gone",),
    words=("missing", "hasn't come home", "not back", "gone", "run away", "ran off", "can't find"),
    source="C1 C2 S9",
)

_CONFIRMED = answer("missing-place", "confirmed")
_UNSAFE = every(_CONFIRMED, answer("missing-safe", "unsafe", "harm-now"))

LATE = Row(
    "late",
    "Late or away, and you think you know where",
    "At a friend’s, a partner’s, family, a flat, “in town”",
    "Someone in our care has not come home, and we think we know where they are.",
    ("missing-place", "missing-safe", *_GONE_ASKS),
    (
        Floor(
            ALWAYS,
            "none",
            "not needed",
            "Late at a known and safe place is for the home, as for any parent.",
            _FETCH,
            "S",
        ),
        Floor(
            answer("missing-safe", "unsafe", "harm-now"),
            "judgement",
            "discuss",
            "They may be where it is not safe.",
            _FETCH,
            "S",
            unsure="It is not sure that they are where it is safe.",
        ),
        Floor(
            _UNSAFE,
            "amber",
            "tell now",
            "They are at a known place that is not safe. The police should help to collect them.",
            _FETCH,
            "S",
            marks=("absent", "news"),
            unsure="They may be at a place that is not safe. The police should help to collect them.",
        ),
        Floor(
            every(_CONFIRMED, answer("missing-safe", "harm-now")),
            "red",
            "999",
            "They are being harmed or kept somewhere now.",
            ("national a1-risk-1", "topic immediate"),
            "S",
            ("police",),
        ),
    ),
    (
        Action(
            "withdraw",
            "place",
            "self",
            "Wait at a safe distance. Ask for police help to collect them.",
            "now",
            "self",
            every(_CONFIRMED, answer("missing-safe", "unsafe")),
            _FETCH,
            "S",
        ),
        Action(
            "arrange",
            "return",
            "child",
            "Speak to them. Agree a time and how they get back.",
            "now",
            "part",
            every(_CONFIRMED, answer("missing-safe", "safe")),
            _FETCH,
            "S",
        ),
        Action(
            "arrange",
            "fetch",
            "child",
            "Fetch them, or send an adult they know.",
            "now",
            "leave",
            every(_CONFIRMED, answer("missing-safe", "safe")),
            _FETCH,
            "S",
        ),
        Action(
            "watch",
            "next time",
            "clock",
            "Agreed time passed or contact lost: treat them as missing.",
            "now",
            "police",
            every(_CONFIRMED, answer("missing-safe", "safe")),
        ),
        Action(
            "arrange",
            "powers",
            "police and council",
            "Ask about police protection and a warning notice; the council about a recovery order (care order).",
            "hour",
            "social worker",
            every(_UNSAFE, no(answer("age", "18-plus"))),
            ("law ca-46", "law ca-49"),
            "C1",
        ),
        Action(
            "record",
            "place",
            "log",
            "Log the address, who is there, who spoke to them, and when you will look again.",
            "keep",
            "write",
            _CONFIRMED,
        ),
    ),
    (
        Never("Never go in, or send one worker alone.", _UNSAFE, _FETCH, "P"),
        Never(
            "The police are no taxi, and a report is no punishment.",
            every(_CONFIRMED, answer("missing-safe", "safe")),
            _FETCH,
            "P",
        ),
    ),
    verdicts=(
        _quiet("Speak, agree a time, fetch them. No police.", every(_CONFIRMED, answer("missing-safe", "safe"))),
    ),
    words=(
        "late",
        "curfew",
        "stayed out",
        "boyfriend",
        "girlfriend",
        "at a friend's",
        "in town",
        "unauthorised absence",
    ),
    uses=("gone",),
    source="C3 C4 C2",
)

MISSING_ON_BAIL = Row(
    "missing-bail",
    "Missing or late, with bail, a tag or a curfew",
    "Report the child missing first; the condition is one fact in it",
    "Someone in our care is missing, and has a bail condition, tag or curfew.",
    ("missing-condition", *_GONE_ASKS),
    (
        Floor(
            answer("missing-condition", "near"),
            "amber",
            "tell now",
            "The condition protects a person who may be at risk now.",
            ("national 6.4-10",),
            "P",
        ),
        Floor(
            answer("missing-condition", "threat"),
            "red",
            "999",
            "They are gone, and have threatened the person whom the condition protects.",
            ("national a1-risk-1",),
            "P",
            ("police",),
        ),
    ),
    (
        Action(
            "support",
            "condition",
            "police",
            "When you call: missing first, then the condition and whom it protects.",
            "hour",
            "police",
        ),
        Action(
            "tell",
            "breach",
            "youth justice",
            "Tell youth justice and the solicitor by morning, as the plan says.",
            "day",
            "social worker",
            no(_UNDER_10),
        ),
    ),
    (Never("Never hide the condition, or make it only a breach."),),
    uses=("gone",),
    words=("bail", "tag", "curfew", "conditions", "breach", "electronic monitoring"),
    source="C5 K28",
)

MISSING_TOGETHER = Row(
    "missing-together",
    "Two or more are missing together",
    "Answer for the youngest, and for the one most at risk",
    "Two or more young people in our care are missing together.",
    ("missing-lead", *_GONE_ASKS),
    (
        Floor(
            answer("missing-lead", "yes"),
            "amber",
            "tell now",
            "A stronger child may be using a weaker one.",
            ("national 6.4-8",),
            "P",
            marks=("exploitation",),
        ),
    ),
    (
        Action(
            "record",
            "each",
            "police",
            "Make one call. Give each one’s age, phone, risks and own form; say who leads whom.",
            "hour",
            "police",
        ),
        Action(
            "tell", "event", "other social worker", "Tell the other child’s social worker too.", "hour", "social worker"
        ),
        Action("record", "link", "log", "Note how they know each other, any car and any adult.", "keep", "write"),
    ),
    (Never("Never treat them as one: each has their own risks."),),
    uses=("gone",),
    words=("both missing", "two missing", "together", "gone with", "ran off together"),
    source="C11",
)

_HERE = answer("back-where", "here")

BACK = Row(
    "back",
    "Back, or found",
    "Came home, was brought home, or someone has rung to say where they are",
    "Someone in our care who was missing is back or has been found.",
    ("back-where", "back-state", "injury"),
    (
        Floor(
            ALWAYS,
            "none",
            "not needed",
            "Going missing is no offence. Coming back is good news.",
            ("note missing-not-a-crime", *_FETCH),
            "S",
            marks=("tonight",),
        ),
        Floor(answer("back-where", "found", "unsafe"), None, None, "", marks=("absent",)),
        Floor(
            answer("back-where", "unsafe"),
            "amber",
            "tell now",
            "They are found, and it is not safe for whoever fetches them.",
            _FETCH,
            "S",
            marks=("news",),
        ),
        Floor(answer("back-state", "hurt", "drunk"), None, None, "", health="111 now"),
        Floor(
            INJURY_SIGN,
            "red",
            "999",
            "There is a sign of injury that needs an ambulance, or nobody can check.",
            ("source nhs-head-injury",),
            "C2",
            ("ambulance",),
            "ambulance",
        ),
        Floor(
            answer("back-state", "assault"),
            "amber",
            "tell now",
            "They may have been assaulted while away. What shows it is gone by morning.",
            ("national 6.4-8", "source forensic-windows"),
            "P",
            marks=("listen", "sexual", "victim", "evidence", "news"),
        ),
        Floor(
            answer("back-state", "used"),
            "amber",
            "discuss",
            "Someone may be using them.",
            ("national 6.4-8",),
            "S",
            marks=("listen", "exploitation", "victim"),
        ),
        Floor(
            answer("back-state", "fear"),
            "amber",
            "discuss",
            "They are afraid of someone here. That may be why they went.",
            (),
            "P",
            marks=("listen",),
        ),
    ),
    (
        Action(
            "support",
            "welcome",
            "child here",
            "Say you are glad. Food, drink, warmth, and eyes on them.",
            "now",
            "part",
            every(_HERE, no(INJURY_SIGN)),
        ),
        Action("support", "welcome", "child here", "Say you are glad. Warmth, and eyes on them.", "now", "part", _HERE),
        Action(
            "aid",
            "injury",
            "child here",
            "Keep them still and warm. Nothing to drink. Watch their breathing.",
            "now",
            "life",
            every(_HERE, INJURY_SIGN),
            ("source nhs-first-aid",),
            "C2",
        ),
        Action(
            "watch",
            "state",
            "child here",
            "Drunk or drugged: stay, check every few minutes. Cannot be woken: 999.",
            "now",
            "life",
            every(_HERE, answer("back-state", "drunk")),
        ),
        Action(
            "aid",
            "check",
            "child here",
            "Call 111 and do as they say.",
            "now",
            "call",
            every(answer("back-state", "hurt", "drunk"), no(INJURY_SIGN)),
            ("source nhs-first-aid",),
            "C2",
        ),
        Action(
            "leave",
            "clothes",
            "clothes",
            "Do not wash the clothes worn. Each in its own paper bag, never plastic.",
            "now",
            "leave",
            answer("back-state", "assault"),
            ("source forensic-windows",),
            "C2",
        ),
        Action(
            "arrange",
            "fetch",
            "child",
            "Alone: ask on-call or the duty team to send an adult they know.",
            "now",
            "part",
            every(answer("back-where", "found"), answer("alone", "yes")),
            _FETCH,
            "P",
        ),
        Action(
            "arrange",
            "fetch",
            "child",
            "Fetch them now, or send an adult they know.",
            "now",
            "part",
            answer("back-where", "found"),
            _FETCH,
            "S",
        ),
        Action(
            "arrange",
            "help to collect",
            "police",
            "Ask the police to help you collect them. Nobody goes alone.",
            "now",
            "part",
            answer("back-where", "unsafe"),
            _FETCH,
            "S",
        ),
        Action(
            "tell",
            "back",
            "police",
            "Ask the officers where, how and with whom they were found.",
            "now",
            "police",
            answer("stage", "here"),
        ),
        Action(
            "tell",
            "back",
            "police",
            "Ring now with the log number: they are back, and what you fear.",
            "now",
            "police",
            every(answer("stage", "reported", "coming"), answer("back-state", "assault")),
        ),
        Action(
            "tell",
            "back",
            "police",
            "Ring with the log number: they are found, and how they are.",
            "now",
            "police",
            answer("stage", "reported", "coming"),
        ),
        Action(
            "listen",
            "account",
            "child",
            "Questions can wait. Listen, and note their exact words. Do not promise to keep it secret.",
            "account",
            "later",
            _HERE,
            ("national 3.1-2",),
            "S",
        ),
        Action(
            "arrange",
            "return talk",
            "child",
            "See that the independent talk is offered within 72 hours.",
            "day",
            "later",
            no(answer("age", "18-plus")),
            ("note return-interview",),
            "C2",
        ),
        Action(
            "review",
            "plan",
            "team",
            "Ask what they ran from or to. Review the plan with them.",
            "day",
            "later",
            ALWAYS,
            ("national 6.3",),
            "P",
        ),
        Action(
            "record",
            "state",
            "log",
            "Note how they look, smell and walk, marks, money, clothes, and who brought them.",
            "keep",
            "write",
        ),
    ),
    (
        Never("Never wash clothes or skin for them, or refuse a drink.", answer("back-state", "assault")),
        Never("Do not question, scold or search them tonight."),
    ),
    verdicts=headlines(
        _quiet("They are back: say so. Food and warmth first.", every(_HERE, answer("stage", "reported", "coming"))),
        _quiet("Back: food, warmth, bed. Questions can wait.", _HERE),
        _quiet("Found: fetch them now.", answer("back-where", "found")),
        again=(Verdict(answer("stage", "reported", "coming"), "Ring the police again now: say what is new."),),
    ),
    words=("back", "found", "returned", "come home", "police brought", "collect", "fetch", "turned up"),
    source="C6 K29",
)

_RAN = answer("bolt-what", "in-sight", "gone")

BOLTED = Row(
    "bolted",
    "Ran from the car, or opened a door on the move",
    "On the road: to contact, school, court or a new placement",
    "Someone in our care got out of a car, or opened its door on the road.",
    ("bolt-what", "bolt-road", "missing-signs", "missing-since"),
    (
        Floor(
            ALWAYS,
            "green",
            "not needed",
            "Once everyone is safe, it is for the home and the travel plan.",
            ("national 6.5",),
            "P",
        ),
        Floor(_RAN, None, None, "", marks=("absent",)),
        Floor(
            every(_RAN, answer("bolt-road", "traffic", "fast")),
            "red",
            "999",
            "They are on foot among traffic.",
            ("national a1-risk-1",),
            "P",
            ("police",),
        ),
        Floor(
            every(answer("bolt-what", "in-sight"), some(_SIGN, _UNDER_10)),
            "red",
            "999",
            "They ran, and there is a sign of danger.",
            ("national a1-risk-1", *_MISSING),
            "P",
            ("police",),
        ),
    ),
    (
        Action("stay", "car", "self", "Slow down, stop off the road, hazard lights on.", "now", "self"),
        Action(
            "hold",
            "life",
            "child",
            "Within reach of traffic: hold them for the seconds it takes to stop.",
            "now",
            "life",
            answer("bolt-what", "opened"),
            _FORCE,
            "P",
        ),
        Action(
            "move", "others", "others", "Keep the others belted with an adult, or behind the barrier.", "now", "part"
        ),
        Action(
            "watch",
            "direction",
            "child",
            "Watch where they go. Note marker post, direction, clothes.",
            "now",
            "leave",
            _RAN,
        ),
        Action(
            "review",
            "travel",
            "team",
            "Next trip: what set it off, a second adult, child lock in the plan for safety.",
            "day",
            "later",
        ),
    ),
    (Never("Never chase across lanes, drive at them, or leave the others."),),
    verdicts=headlines(Verdict(answer("bolt-what", "in-sight"), "Stop safely. Keep them in sight. Do not chase.")),
    words=("car", "jumped out", "ran off", "motorway", "door", "seat belt", "taxi", "transport"),
    uses=("gone",),
    source="C7",
)

_AFRAID = answer("stuck-signs", "afraid")

STUCK = Row(
    "stuck",
    "Will not get out of the car, police car or station",
    "Refuses to come in, or to leave",
    "Someone in our care will not get out and come in.",
    ("stuck-signs",),
    (
        Floor(ALWAYS, "none", "not needed", "Refusing to get out is no offence.", ("national 6.6-3",), "P"),
        Floor(
            _AFRAID,
            "amber",
            "discuss",
            "They are afraid of someone here.",
            ("national 3.1-2",),
            "P",
            marks=("listen", "tonight"),
        ),
        Floor(answer("stuck-signs", "ill"), None, None, "They are ill, hurt or drugged.", health="111 now"),
        Floor(
            answer("stuck-signs", "very-ill"),
            "red",
            "999",
            "There is a sign that needs an ambulance.",
            ("source nhs-first-aid",),
            "C2",
            ("ambulance",),
            "ambulance",
        ),
        Floor(
            answer("stuck-signs", "traffic"),
            "red",
            "999",
            "They may be hit by traffic at any moment.",
            ("national a1-risk-1",),
            "P",
            ("police",),
        ),
    ),
    (
        Action(
            "stay",
            "window",
            "child",
            "Let an adult they know stand at the window. Food, time, a choice.",
            "now",
            "life",
        ),
        Action(
            "ask safety", "indoors", "child", "Ask once: what is waiting for you indoors?", "now", "part", no(_AFRAID)
        ),
        Action(
            "aid",
            "check",
            "child here",
            "Call 111 and do as they say.",
            "now",
            "call",
            answer("stuck-signs", "ill"),
            ("source nhs-first-aid",),
            "C2",
        ),
        Action(
            "arrange",
            "other bed",
            "placing council",
            "Ask the duty team for another bed tonight. The person stays away.",
            "now",
            "social worker",
            _AFRAID,
        ),
        Action(
            "arrange",
            "release",
            "police",
            "Police car or station: agree which adult, and when, before the door opens.",
            "hour",
            "police",
            answer("stage", "here", "station"),
            ("national 6.6-3",),
            "P",
        ),
        Action("record", "reason", "log", "Write the reason they gave, in their words.", "keep", "write"),
    ),
    (Never("Never pull, threaten cells, or refuse to have them back."),),
    verdicts=headlines(_quiet("Give it time. Refusing to get out is no offence.")),
    words=("won't get out", "refuses", "car", "police car", "station", "refuses to leave", "won't come in"),
    source="C9",
)

AGE_DOUBT = Row(
    "age-doubt",
    "Their age is doubted, or they have just arrived in the country",
    "“Not a child”, papers that do not fit, placed with adults, gone within hours",
    "Someone in our care has just arrived, or their age is doubted.",
    ("age-where",),
    (
        Floor(
            ALWAYS,
            "none",
            "not needed",
            "Until it is settled by an assessment, they are treated as a child.",
            ("law msa-51", "national 4.1"),
            "C1",
        ),
        Floor(
            answer("age-where", "with-adults"),
            "amber",
            "discuss",
            "Someone who may be a child is placed or shares with adults.",
            ("national 4.1",),
            "P",
            marks=("tonight",),
        ),
        Floor(
            answer("age-where", "gone"),
            "red",
            "999",
            "Someone newly arrived is gone, and may be in the hands of others.",
            ("national 4.1", *_MISSING),
            "P",
            ("police",),
            marks=("exploitation",),
        ),
    ),
    (
        Action(
            "arrange",
            "room",
            "child",
            "Ask the duty team for a place away from adults tonight.",
            "now",
            "social worker",
            answer("age-where", "with-adults"),
        ),
        Action(
            "arrange",
            "room",
            "child",
            "Own room, phone numbers, names of staff. Treat them as a child.",
            "now",
            "part",
            answer("age-where", "here"),
            ("law msa-51",),
            "P",
        ),
        Action(
            "arrange",
            "interpreter",
            "helper",
            "Get an interpreter who is not from their group.",
            "hour",
            "later",
            answer("age-where", "here", "with-adults"),
        ),
        Action(
            "arrange",
            "solicitor",
            "solicitor",
            "A solicitor comes before any interview about age.",
            "day",
            "later",
            ALWAYS,
            ("law msa-51", "national 3.2"),
            "P",
        ),
        Action(
            "record",
            "doubt",
            "log",
            "Write who doubts the age and why. Photograph papers; do not take them.",
            "keep",
            "write",
        ),
    ),
    (Never("Never guess an age from looks, or have them share with adults."),),
    verdicts=headlines(_quiet("Treat them as a child until it is settled.", answer("age-where", "here"))),
    words=("age", "asylum", "unaccompanied", "lorry", "looks older", "age assessment", "refugee", "trafficked"),
    uses=("gone",),
    source="C10 A18",
)

_GOING = answer("leaving-now", "going", "harm", "weapon")
_HELD = answer("held", "held", "locked")

LEAVING = Row(
    "leaving",
    "About to leave: may I lock the door, block or hold?",
    "Coat on, at the door, out of a window, or gone after a door was locked",
    "Someone in our care is leaving or has left, and we cannot lock them in.",
    ("leaving-now", "held", *_GONE_ASKS),
    (
        Floor(
            ALWAYS,
            "none",
            "not needed",
            "Wanting to go out is no offence. Locking someone in needs a court.",
            ("law chr-20",),
            "C1",
        ),
        Floor(
            every(answer("leaving-now", "going"), _RISK_NOT_KNOWN),
            "judgement",
            "discuss",
            "They are leaving, and you cannot tell how great the danger is.",
        ),
        Floor(
            every(_GOING, _SIGN),
            "red",
            "999",
            "They are leaving, and there is a sign of danger.",
            ("national a1-risk-1", *_MISSING),
            "P",
            ("police",),
        ),
        Floor(
            answer("leaving-now", "harm"),
            "red",
            "999",
            "Leaving means grave injury here and now.",
            ("national a1-risk-1",),
            "P",
            ("police",),
        ),
        Floor(
            answer("leaving-now", "weapon"),
            "red",
            "999",
            "They are leaving with a weapon.",
            ("national 6.2-2", "topic weapons"),
            "S",
            ("police",),
            marks=("weapon",),
        ),
        Floor(_HELD, None, None, "", marks=("restraint",)),
        Floor(
            answer("held", "locked"),
            "amber",
            "discuss",
            "They were locked in, or held for another reason than to prevent injury.",
            ("law chr-20", "law fsr-13"),
            "C1",
            marks=("listen", "tonight"),
        ),
    ),
    (
        Action(
            "withdraw",
            "weapon",
            "self",
            "Step back and let them go. Keep others out of reach.",
            "now",
            "self",
            answer("leaving-now", "weapon"),
            ("national 6.2-2", "topic weapons"),
            "S",
        ),
        Action(
            "hold",
            "life",
            "child",
            "Into danger there and then: hold or pull them for seconds only.",
            "now",
            "life",
            answer("leaving-now", "harm"),
            _FORCE,
            "P",
        ),
        Action(
            "stay",
            "door",
            "child",
            "Talk, give space. Offer a lift, food, a time to be back.",
            "now",
            "life",
            answer("leaving-now", "going"),
        ),
        Action(
            "support",
            "unlock",
            "child here",
            "Unlock the door now. See how they are.",
            "now",
            "life",
            answer("held", "locked"),
            ("law chr-20",),
            "C1",
        ),
        Action(
            "stay",
            "touch",
            "child",
            "Walk with them if that is safe, or stay in touch by phone.",
            "now",
            "part",
            answer("leaving-now", "going"),
        ),
        Action(
            "review",
            "lock",
            "door",
            "Locking them in needs a court order. A night lock that opens when asked is not that.",
            "hour",
            "later",
            no(answer("placement", "secure")),
            ("law chr-20",),
            "C1",
        ),
        Action(
            "review",
            "lock",
            "door",
            "A secure home may stop them leaving, by its own rules and training.",
            "hour",
            "later",
            answer("placement", "secure"),
            ("law chr-20",),
            "C1",
        ),
        Action(
            "review",
            "hold",
            "rule",
            "Hold or block only to stop injury or serious damage, for seconds; never to make them stay.",
            "hour",
            "later",
            ALWAYS,
            _FORCE,
            "C1",
        ),
        Action(
            "review",
            "safe hold",
            "rule",
            "Never face down, or weight on neck, chest or back. “Can’t breathe”: let go.",
            "hour",
            "life",
            ALWAYS,
            ("source restraint-position",),
            "C2",
        ),
        Action("aid", "after hold", "child here", "Check them over, and offer a medical look.", "hour", "life", _HELD),
        Action(
            "review",
            "doors",
            "team",
            "Door alarms or locks: a written plan, the council’s agreement, the least that works, a review date.",
            "day",
            "later",
            ALWAYS,
            ("law chr-20",),
            "P",
        ),
    ),
    (Never("Never lock them in, or block someone with a weapon.", ALWAYS, ("law chr-20", "national 6.2-2"), "P"),),
    verdicts=headlines(
        Verdict(answer("leaving-now", "going"), "Talk and stay in touch. Do not lock them in."),
        _quiet("Do not lock them in. Hold only against injury."),
    ),
    words=(
        "lock",
        "locked",
        "block",
        "hold",
        "restrain",
        "stop them leaving",
        "door",
        "window",
        "deprivation",
        "alarm",
    ),
    uses=("gone",),
    source="K14",
)

SHARED = (GONE,)
CONFLICTS = (
    Conflict(
        "missing",
        answer("any marks", "missing"),
        (),
        (
            acts("support", "company", "child"),
            acts("watch", "suicide risk", "child"),
            acts("watch", "by sight", "child"),
        ),
        "Nobody keeps company with, or watches over, a child who is missing.",
    ),
)

SITUATION = Situation(
    "missing",
    "Missing or late",
    "Has not come home, was found, or has run from the car",
    (MISSING, LATE, MISSING_ON_BAIL, MISSING_TOGETHER, BACK, BOLTED, STUCK, LEAVING, AGE_DOUBT),
    (
        PLACE,
        SAFE,
        CONDITION,
        LEADS,
        Question(
            "back-where",
            "Where are they now?",
            (
                Option("here", "Here with you"),
                Option("found", "Found somewhere else, and safe to fetch"),
                Option("unsafe", "Found, but not safe for whoever fetches them"),
            ),
        ),
        Question(
            "back-state",
            "How are they?",
            (
                Option("none", "None of these"),
                Option("hurt", "Hurt: more than a plaster can see to"),
                Option("drunk", "Drunk or drugged"),
                Option("fear", "Afraid of someone here"),
                Option("used", "New things, money, injuries or fear that nobody can explain"),
                Option("assault", "Says they were attacked or touched, or clothes or marks suggest it"),
            ),
            "Tick what you see or are told. Do not ask them for it.",
            many=True,
            nothing="none",
        ),
        Question(
            "bolt-what",
            "What did they do?",
            (
                Option("opened", "Opened a door or belt, and is still with us"),
                Option("in-sight", "Ran, and is in sight"),
                Option("gone", "Ran, and is out of sight"),
            ),
        ),
        Question(
            "bolt-road",
            "Where was it?",
            (
                Option("quiet", "Away from moving traffic"),
                Option("traffic", "Among moving traffic"),
                Option("fast", "On a motorway or fast road"),
            ),
        ),
        Question(
            "stuck-signs",
            "Is any of this so?",
            (
                Option("none", "None of these: upset, tired, cross"),
                Option("afraid", "Afraid of someone here"),
                Option("ill", "Ill, hurt or drugged"),
                Option("very-ill", "Cannot be woken, cannot breathe well, or bleeds hard"),
                Option("traffic", "In the road, or could run into traffic"),
            ),
            "Tick what is true.",
            many=True,
            nothing="none",
        ),
        Question(
            "age-where",
            "Where are they now?",
            (
                Option("here", "With you, in a room of their own"),
                Option("with-adults", "Placed with adults, or sharing with them"),
                Option("gone", "Gone"),
            ),
        ),
        Question(
            "leaving-now",
            "Are they leaving now?",
            (
                Option("no", "No: I want to know what I may do"),
                Option("going", "Yes, they are on their way out"),
                Option("gone", "They have gone"),
                Option("harm", "Leaving means injury there and then: traffic, water, a drop"),
                Option("weapon", "They are leaving with a weapon"),
            ),
        ),
        Question(
            "held",
            "Has anyone held, blocked or locked them in?",
            (
                Option("no", "No"),
                Option("held", "Held or blocked, to prevent injury"),
                Option("locked", "Locked in, or held for another reason"),
            ),
        ),
    ),
)
