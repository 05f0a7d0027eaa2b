"""Hurt or fighting: near misses, throats and blows; with holds and what happens among peers (A1 to A6)."""

from tools.incident.model import ALWAYS, Action, Floor, Never, Option, Question, Row, Situation, answer, every, no, some
from tools.incident.questions import ADULTS
from tools.incident.rows.holds import HOLD, HOLD_HOW, HOLD_SIGNS
from tools.incident.rows.peers import BULLYING, BULLYING_SIGNS, FILM, FILMED, FLUID, FLUIDS
from tools.incident.shared.harm import IN_REACH, ON_PURPOSE, UNDER_10_ACTED, UNDER_18_HARMED, reportable, reported

AFRAID = Question(
    "afraid",
    "Is the person who was held afraid of the one who did it?",
    (Option("no", "No"), Option("not-sure", "Not sure", "Ask them later, alone", "no"), Option("yes", "Yes")),
)
THROAT_SIGNS = Question(
    "throat-signs",
    "Has the person who was held any of these?",
    (
        Option("none", "None of these"),
        Option("out", "Passed out, or cannot remember it"),
        Option("breath", "Breathing, voice or swallowing has changed"),
        Option("neck", "Swollen neck, or a bad headache"),
        Option("nerves", "Confused, a fit, or trouble with sight, speech or a limb"),
        Option("wet", "Wet or soiled themselves"),
        Option("cannot-tell", "I cannot tell"),
    ),
    "Tick what is true. A clean neck proves nothing.",
    many=True,
    nothing="none",
)
THROAT_HOW = Question(
    "throat-how",
    "How was it done?",
    (
        Option("instant", "A grab of an instant, with the hands"),
        Option("not-sure", "Not sure for how long", "Counts as: more than a moment", "held"),
        Option("held", "For more than a moment, or with an arm or weight"),
        Option("cord", "With a cord, belt, scarf or pillow"),
        Option("sex", "During something sexual"),
    ),
)
PLACE = Question(
    "near-miss-place",
    "Who could it have hit?",
    (
        Option("here", "People here, and it is over"),
        Option("road", "People on a road, railway or path, or a crowd; it is over"),
        Option("on-road", "It still lies on a road or railway, or more could fall in minutes"),
    ),
)
#: Who did it comes first: an accident is no incident between people, and an adult is another matter.
HIT = ("who", "act", "harm", "injury", "whom", "wish", "again", "still", "gap", "access")
_BETWEEN_CHILDREN = answer("who", "this-child", "other-child")

NEAR_MISS = Row(
    "near-miss",
    "Something that could have killed just missed",
    "A heavy thing thrown at a head, a push on stairs, things dropped on a road, a car driven at someone",
    "Something was thrown, dropped or done that could have killed, and missed.",
    ("who", "near-miss-place", "harm", "injury", "whom", "wish", "still", "again", "gap", "access"),
    (
        Floor(
            ON_PURPOSE,
            "amber",
            "discuss",
            "It could have killed or maimed. That it missed does not lower it.",
            ("national 6.4-3", "national 6.4-10", "topic factors"),
            "S",
        ),
        Floor(UNDER_10_ACTED, None, None, "", marks=("tonight",)),
        Floor(
            reported(answer("near-miss-place", "road")),
            "amber",
            "tell today",
            "It put people on a road, railway or path at risk.",
            ("national 6.4-3", "national 6.4-10"),
            "S",
        ),
        Floor(
            reported(answer("still", "near", "said-so", "means")),
            "amber",
            "tell now",
            "It could have killed, and it could happen again tonight.",
            ("national 6.4-10",),
            "S",
        ),
        Floor(
            reported(every(UNDER_18_HARMED, _BETWEEN_CHILDREN, answer("gap", "yes"))),
            "amber",
            "tell today",
            "It could have killed, and the one who did it is much older or stronger.",
            ("national 6.4-6",),
        ),
        Floor(
            answer("near-miss-place", "on-road"),
            "red",
            "999",
            "Something can still kill someone on a road or railway.",
            ("national a1-risk-1",),
            "P",
            ("police",),
            marks=("danger",),
        ),
    ),
    (
        Action(
            "withdraw", "danger", "self", "Get everyone out of line. Do not stand below or in front.", "now", "self"
        ),
        Action(
            "aid",
            "injury",
            "person hurt",
            "Check the person it missed. On stairs: keep still if the neck hurts.",
            "now",
            "life",
            every(answer("harm", "none", "fear"), answer("near-miss-place", "here")),
        ),
        Action(
            "leave",
            "scene",
            "scene",
            "Leave the thing where it fell. Keep off the road and the track.",
            "now",
            "leave",
            answer("near-miss-place", "road", "on-road"),
        ),
        Action("leave", "scene", "scene", "Leave the thing where it fell.", "now", "leave", ON_PURPOSE),
        Action(
            "record",
            "throw",
            "log",
            "Record height, weight, distance, aim and words. Save the camera footage.",
            "keep",
            "write",
            ON_PURPOSE,
        ),
    ),
    (Never("Never chase, and never say “no harm done”.", ON_PURPOSE),),
    uses=("harm",),
    words=("thrown", "threw", "missed", "extinguisher", "stairs", "bridge", "car park", "tins", "railway", "near miss"),
    source="A1",
)

_SIGN = answer("throat-signs", "out", "breath", "neck", "nerves", "wet", "cannot-tell")
_LONG = some(answer("throat-how", "held", "cord", "sex"), answer("who", *ADULTS))

THROAT = Row(
    "throat",
    "Neck squeezed, or mouth or nose covered",
    "Throttled, headlock, arm or cord round the neck, smothered: with a mark or without. By their own hand: Self-harm",
    "Someone’s neck was squeezed, or their mouth and nose were covered.",
    ("throat-signs", "who", "throat-how", "whom", "afraid", "wish", "again", "still", "access"),
    (
        Floor(
            ALWAYS,
            "amber",
            "discuss",
            "Squeezing a neck can kill, with no mark to see.",
            ("law sca-75a", "national 6.4-3"),
            "C1",
        ),
        Floor(UNDER_10_ACTED, None, None, "", marks=("tonight",)),
        Floor(
            _SIGN,
            "red",
            "999",
            "There is a sign of harm from the neck being squeezed, or you cannot tell.",
            ("source strangulation",),
            "C2",
            ("ambulance",),
            "ambulance",
        ),
        Floor(
            reported(_SIGN),
            "red",
            "999",
            "There is a sign of harm from the neck being squeezed, or you cannot tell.",
            ("source strangulation", "law sca-75a"),
            "C2",
            ("ambulance", "police"),
            marks=("evidence",),
        ),
        Floor(_LONG, None, None, "", ("source strangulation",), "C2", health="A&E now"),
        Floor(ALWAYS, None, None, "", ("source strangulation",), "C2", health="111 now"),
        *(
            Floor(reported(when), "amber", "tell today", reason, ("law sca-75a",), "C1")
            for when, reason in (
                (answer("throat-how", "cord"), "The neck or mouth was shut off with a thing that kills."),
                (answer("again", "before", "targeted", "worse"), "It is not the first time."),
                (answer("afraid", "yes"), "The person who was held is afraid of the one who did it."),
                (answer("who", *ADULTS), "It was an adult or a partner who did it."),
            )
        ),
        Floor(
            answer("throat-how", "sex"),
            None,
            None,
            "",
            marks=("sexual", "listen", "evidence", "tonight"),
        ),
        Floor(
            reported(answer("throat-how", "sex")),
            "amber",
            "tell now",
            "It was done during something sexual.",
            ("law sca-75a", "topic sexual_behaviour"),
            "C1",
        ),
        Floor(
            reported(every(answer("who", *ADULTS), IN_REACH)),
            "amber",
            "tell now",
            "An adult or a partner did it, and could come near tonight.",
            ("law sca-75a",),
            "C1",
            unsure="An adult or a partner did it, and nobody is sure that they are kept away.",
        ),
        Floor(
            reportable(answer("still", "near", "said-so", "means")),
            "amber",
            "tell now",
            "It could happen again tonight.",
            ("national 6.4-10",),
            "S",
        ),
    ),
    (
        Action(
            "aid",
            "airway",
            "person hurt",
            "Awake: sit them up. Drowsy: on their side. Check breath, voice, swallowing.",
            "now",
            "life",
            citations=("source strangulation",),
            mark="C2",
        ),
        Action(
            "watch",
            "stroke signs",
            "person hurt",
            "Watch them for days: face, arm, speech, sight. Any sign: 999.",
            "hour",
            "life",
            citations=("source strangulation",),
            mark="C2",
        ),
        Action(
            "aid",
            "hospital",
            "person hurt",
            "Take them to A&E tonight, even with no mark.",
            "now",
            "call",
            _LONG,
            ("source strangulation",),
            "C2",
        ),
        Action(
            "aid",
            "check",
            "person hurt",
            "Call 111 tonight and do as they say. Seen within the day.",
            "now",
            "call",
            every(answer("throat-how", "instant"), no(answer("who", *ADULTS))),
            ("source strangulation",),
            "C2",
        ),
        Action(
            "record",
            "throat",
            "log",
            "Record hands, arm or cord, seconds, words, voice, wetting.",
            "keep",
            "write",
        ),
    ),
    (Never("Never trust a clean neck, or let them sleep unwatched."),),
    uses=("harm",),
    words=("throttle", "strangle", "choke", "headlock", "neck", "throat", "smother", "pillow", "scarf"),
    source="A2",
)

BLOW = Row(
    "blow",
    "Pushed, punched, kicked, slapped or hit",
    "Also something light thrown at someone. With a blade or tool: also answer “Weapon”",
    "Someone was pushed, punched, kicked or hit.",
    HIT,
    (),
    uses=("harm",),
    words=(
        *("punch", "push", "shove", "kick", "slap", "smack", "hit", "hurt", "fight", "bruise", "assault", "beaten"),
        *("black eye", "shaken", "attacked"),
    ),
    source="A3 A4 A5 A6 A9",
)

SITUATION = Situation(
    "hurt",
    "Hurt or fighting",
    "Punched, pushed, throttled, held, bitten, bullied; something heavy that just missed",
    (BLOW, THROAT, NEAR_MISS, HOLD, FLUIDS, BULLYING, FILMED),
    (THROAT_SIGNS, THROAT_HOW, AFRAID, PLACE, HOLD_SIGNS, HOLD_HOW, FLUID, BULLYING_SIGNS, FILM),
)
