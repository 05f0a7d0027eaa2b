"""Hurt or fighting: near misses, throats, blows, bites, bullying and filming between people (A1 to A6, A20, A22, A23)."""

from tools.incident.model import ALWAYS, Action, Floor, Never, Option, Question, Row, Situation, answer, every, no, some
from tools.incident.shared.harm import ON_PURPOSE, UNDER_10_ACTED, reported

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
        Option("instant", "A grab of an instant, by another child"),
        Option("not-sure", "Not sure for how long", "Counts as: more than a moment", "held"),
        Option("held", "Held for more than a moment"),
        Option("cord", "With an arm, a cord or weight, by an adult or partner, or during sex"),
    ),
)

HIT = ("act", "harm", "injury", "who", "whom", "wish", "again", "still")

NEAR_MISS = Row(
    "near-miss",
    "Something that could have killed just missed",
    "A heavy thing thrown at a head, a push on stairs, things dropped on a road, a car at someone",
    "Something was thrown, dropped or done that could have killed, and missed.",
    ("near-miss-place", *HIT[1:]),
    (
        Floor(
            ALWAYS,
            "amber",
            "discuss",
            "It could have killed or maimed. That it missed does not lower it.",
            ("national 6.4-3", "national 6.4-10", "topic factors"),
            "S",
        ),
        Floor(
            every(answer("near-miss-place", "road"), no(UNDER_10_ACTED)),
            "amber",
            "tell now",
            "It put people on a road, railway or path at risk.",
            ("national 6.4-3", "national 6.4-10"),
            "S",
        ),
        Floor(
            answer("near-miss-place", "on-road"),
            "red",
            "999",
            "Something is still lying where it can kill someone.",
            (),
            "P",
            ("police",),
        ),
    ),
    (
        Action(
            "withdraw", "danger", "self", "Get everyone out of line. Do not stand below or in front.", "now", "self"
        ),
        Action(
            "aid", "check", "person missed", "Check the person. Stairs: keep still if the neck hurts.", "now", "life"
        ),
        Action("leave", "object", "object", "Leave the thing where it fell.", "now", "leave"),
        Action(
            "record",
            "throw",
            "log",
            "Record height, weight, distance, aim and words. Save the camera footage.",
            "keep",
            "write",
        ),
    ),
    (Never("Never chase, and never say “no harm done”."),),
    uses=("harm",),
    words=("thrown", "threw", "missed", "extinguisher", "stairs", "bridge", "car park", "tins"),
    source="A1",
)

THROAT = Row(
    "throat",
    "Neck squeezed, or mouth or nose covered",
    "Throttled, headlock, arm or cord round the neck, smothered: with a mark or without",
    "Someone’s neck was squeezed, or their mouth and nose were covered.",
    ("throat-signs", "throat-how", "who", "whom", "wish", "again", "still"),
    (
        Floor(
            ALWAYS,
            "amber",
            "discuss",
            "Squeezing a neck can kill, with no mark to see.",
            ("law sca-75a", "national 6.4-3"),
            "C1",
        ),
        Floor(
            answer("throat-signs", "out", "breath", "neck", "nerves", "wet", "cannot-tell"),
            "red",
            "999",
            "There is a sign of harm from the neck being squeezed, or you cannot tell.",
            ("source strangulation",),
            "C2",
            ("ambulance", "police"),
            "ambulance",
            ("evidence",),
        ),
        Floor(answer("throat-how", "held", "cord"), None, None, "", ("source strangulation",), "C2", health="A&E now"),
        Floor(ALWAYS, None, None, "", ("source strangulation",), "C2", health="111 now"),
        Floor(
            reported(some(answer("throat-how", "cord"), answer("again", "before", "targeted", "worse"))),
            "amber",
            "tell today",
            "It was done with force that kills, or again.",
            ("law sca-75a",),
            "C1",
        ),
        Floor(
            every(answer("who", "partner", "relative", "household", "staff", "worker", "adult")),
            "amber",
            "tell now",
            "An adult or partner squeezed someone’s neck.",
            ("law sca-75a",),
            "C1",
        ),
        Floor(
            every(answer("still", "near", "said-so", "means"), ON_PURPOSE, no(UNDER_10_ACTED)),
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
            "Sit them up. Check breathing, voice and swallowing.",
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
            answer("throat-how", "held", "cord"),
            ("source strangulation",),
            "C2",
        ),
        Action(
            "aid",
            "check",
            "person hurt",
            "Call 111 tonight and do as they say.",
            "now",
            "call",
            answer("throat-how", "instant"),
            ("source strangulation",),
            "C2",
        ),
        Action(
            "record", "throat", "log", "Record hands, arm or cord, seconds, words, voice, wetting.", "keep", "write"
        ),
    ),
    (Never("Never trust a clean neck, or let them sleep unwatched."),),
    uses=("harm",),
    words=("throttle", "strangle", "choke", "headlock", "neck", "smother", "pillow"),
    source="A2",
)

BLOW = Row(
    "blow",
    "Pushed, punched, kicked, slapped or hit",
    "Also something light thrown at someone",
    "Someone was pushed, punched, kicked or hit.",
    HIT,
    (),
    uses=("harm",),
    words=("punch", "push", "shove", "kick", "slap", "hit", "hurt", "fight", "bruise"),
    source="A3 A4 A5 A6 A9",
)

SITUATION = Situation(
    "hurt",
    "Hurt or fighting",
    "Punched, pushed, throttled, bitten, bullied; something heavy that just missed",
    (NEAR_MISS, THROAT, BLOW),
    (
        THROAT_SIGNS,
        THROAT_HOW,
        Question(
            "near-miss-place",
            "Who could it have hit?",
            (
                Option("here", "People here, and it is over"),
                Option("road", "People on a road, railway or path below"),
                Option("on-road", "It is still lying on a road or railway"),
            ),
        ),
    ),
)
