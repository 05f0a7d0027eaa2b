"""Sexual harm or images: the rows of `sexual_harm`, and pictures, blackmail and grooming online (A11).

A picture between peers, without pressure, gain or complaint, is for the manager; an adult, a threat or a demand is for
the police at once. Nobody looks at a picture, and the first acts are to stop, note, block and stay with the child.
"""

from tools.incident.model import (
    ALWAYS,
    Action,
    Condition,
    Floor,
    Never,
    Option,
    Question,
    Row,
    Situation,
    answer,
    at_least,
    every,
    no,
    some,
)
from tools.incident.questions import IS_ADULT, WHEN
from tools.incident.rows.sexual_harm import (
    ASSAULT,
    ASSAULT_SIGNS,
    ASSAULT_WISH,
    BED,
    BETWEEN,
    BETWEEN_ROLE,
    BETWEEN_SIGNS,
    LOCAL,
    NO_BLAME,
    PLAY,
    RED,
    stay,
    suicide_watch,
)
from tools.incident.shared.stage import POLICE_KNOW

IMAGE_SIGNS = Question(
    "image-signs",
    "Is any of this true?",
    (
        Option("none", "None of these"),
        Option("cannot-tell", "I cannot tell who made them or is behind it"),
        Option("passed-on", "It was passed on or posted"),
        Option("young", "A child under 13 is in it, or was sent it"),
        Option("pressure", "Someone was pressed, tricked or paid"),
        Option("threat", "Someone threatens to show it"),
        Option("money", "Money or more pictures are demanded"),
        Option("adult", "An adult is behind it"),
        Option("meeting", "A meeting is planned for tonight"),
        Option("suicidal", "They want to die, or I fear it"),
    ),
    "Go by what you were told. Do not look at any picture.",
    many=True,
    nothing="none",
)

IMAGE_ROLE = Question(
    "image-role",
    "Which is nearest?",
    (
        Option("found", "Found or heard of; not known"),
        Option("victim", "They are in it, or are being threatened"),
        Option("sent", "They made, asked for or passed on a picture of someone else"),
        Option("both", "Both"),
    ),
)

_IMAGES_MARKS = ("sexual", "images", "listen")
_URGENT_IMAGE = answer("image-signs", "adult", "threat", "money")
_IMAGE_SIGN = answer("image-signs", "passed-on", "young", "pressure", "adult", "threat", "money")


def _image_floors(own: Condition) -> tuple[Floor, ...]:
    """The floors that the signs raise. `own`: a person of 18 or over to whom it was done, who decides."""
    told = some(answer("wish", "police"), answer("image-signs", "young"), no(own))
    return (
        Floor(
            answer("image-signs", "cannot-tell"),
            "amber",
            "discuss",
            "It is not known who is behind it.",
            LOCAL,
            "P",
            marks=("tonight",),
        ),
        Floor(_IMAGE_SIGN, "amber", "discuss", ""),
        Floor(
            every(some(_IMAGE_SIGN, answer("wish", "police")), told),
            "amber",
            "tell today",
            "There is pressure, a complaint or a child under 13, or it was passed on.",
            LOCAL,
            "S",
        ),
        Floor(
            every(_URGENT_IMAGE, told),
            "amber",
            "tell now",
            "An adult, a threat or a demand for money or pictures is behind it.",
            ("topic sexual_behaviour", "source sextortion"),
            "S",
        ),
        Floor(
            answer("image-signs", "meeting"), "red", "999", "A meeting is planned for tonight.", RED, "S", ("police",)
        ),
        Floor(
            answer("image-signs", "suicidal"),
            "red",
            "999",
            "They may be about to take their life.",
            ("national a1-risk-1", "source sextortion"),
            "S",
            ("ambulance",),
            "ambulance",
            ("self-harm",),
        ),
        Floor(
            every(answer("image-signs", "suicidal"), some(_IMAGE_SIGN, answer("wish", "police")), told),
            "red",
            "999",
            "",
            services=("police",),
        ),
        Floor(answer("image-signs", "adult"), None, None, "", marks=("adult-harm",)),
    )


_TAKE_DOWN = Action(
    "support",
    "take down",
    "child here",
    "They use Report Remove (Childline) tonight, themselves, alongside the police report. Take It Down too.",
    "hour",
    "later",
    no(IS_ADULT),
    ("source report-remove",),
    "C2",
)
_IMAGE_CARE = (
    suicide_watch(
        some(
            answer("what", "sextortion"),
            answer("image-signs", "passed-on", "pressure", "adult", "threat", "money", "suicidal"),
            POLICE_KNOW,
        )
    ),
    Action(
        "leave",
        "device",
        "device",
        "Leave the phone as it is, on or off. Blocking and Report Remove are fine; ask the police first for the rest.",
        "hour",
        "leave",
        every(at_least("contact", "tell today"), no(answer("stage", "station", "after", "ended"))),
        ("source sharing-nudes",),
        "C1",
    ),
    Action(
        "record",
        "said",
        "log",
        "Write what you were told is in it, who has it, names, links, times. No pictures.",
        "keep",
        "write",
        citations=("source sharing-nudes",),
        mark="C1",
    ),
)
_NEVER_LOOK = Never(
    "Never look at, copy, send or delete a picture.", ALWAYS, ("topic sexual_behaviour", "source sharing-nudes"), "C1"
)
_BLOCK = (
    Action(
        "refuse",
        "reply",
        "blackmailer",
        "Stop replying. Pay nothing and send nothing more.",
        "now",
        "part",
        citations=("source sextortion",),
        mark="C2",
    ),
    Action(
        "record",
        "accounts",
        "log",
        "Note account names and links, never the picture. Then block.",
        "now",
        "leave",
        citations=("source report-remove",),
        mark="C2",
    ),
)

SEXTORTION = Row(
    "sextortion",
    "Blackmailed over a nude or sexual picture",
    "Real, fake or made by a computer; for money, pictures or silence",
    "Someone is being blackmailed with a sexual picture, real or fake.",
    ("image-signs", "wish"),
    (
        Floor(
            ALWAYS,
            "amber",
            "discuss",
            "Blackmail with pictures is a crime against them. Shame is the danger.",
            ("source sextortion",),
            "C2",
            marks=(*_IMAGES_MARKS, "victim", "tonight"),
        ),
        Floor(
            some(no(IS_ADULT), answer("wish", "police")),
            "amber",
            "tell now",
            "They are being threatened with a picture. The first hours count.",
            ("topic sexual_behaviour", "source sextortion"),
            "S",
        ),
        *_image_floors(IS_ADULT),
    ),
    (*stay(NO_BLAME, answer("image-signs", "suicidal")), *_BLOCK, *_IMAGE_CARE, _TAKE_DOWN),
    (_NEVER_LOOK,),
    words=("sextortion", "blackmail", "nudes", "leak", "threat to post", "fake nude", "deepfake", "snapchat", "paid"),
    source="A11",
)

_PICTURE_OWN = every(IS_ADULT, answer("image-role", "victim"))

IMAGES = Row(
    "images",
    "Nude or sexual pictures: sent, passed on, found or faked",
    "Between young people, on a phone, in a chat; computer-made pictures count too",
    "There are nude or sexual pictures that a {child} made, sent, was sent or is in.",
    ("image-signs", "image-role", "wish"),
    (
        Floor(
            ALWAYS,
            "judgement",
            "discuss",
            "Pictures between peers call for proportion, not a reflex call.",
            ("topic sexual_behaviour", "source college-images"),
            "C1",
            marks=_IMAGES_MARKS,
        ),
        *_image_floors(_PICTURE_OWN),
        Floor(answer("image-role", "victim", "both"), None, None, "", marks=("victim",)),
        Floor(answer("image-role", "sent", "both"), None, None, "", marks=("acted",)),
    ),
    (
        *stay(
            NO_BLAME,
            answer("image-signs", "suicidal"),
            answer("image-signs", "pressure", "threat", "money", "adult", "meeting"),
        ),
        *(
            block._replace(when=answer("image-signs", "threat", "money", "adult", "meeting", "pressure"))
            for block in _BLOCK
        ),
        Action(
            "leave",
            "device",
            "device",
            "Ask for the phone, never by force. Leave it as it is.",
            "now",
            "leave",
            no(answer("stage", "station", "after", "ended")),
            ("source sharing-nudes",),
            "C1",
        ),
        *_IMAGE_CARE,
        _TAKE_DOWN._replace(
            text="Whoever is in it and under 18 can use Report Remove (Childline) tonight, themselves.", when=ALWAYS
        ),
        Action(
            "support",
            "outcome",
            "police",
            "Ask the police about Outcome 21: no further action where that serves those involved.",
            "hour",
            "police",
            every(POLICE_KNOW, answer("event marks", "acted")),
            ("national 6.6-2", "source college-images"),
            "C1",
        ),
    ),
    (_NEVER_LOOK,),
    words=("nudes", "sexting", "pictures", "images", "photo", "forwarded", "porn", "deepfake", "AI picture", "upskirt"),
    source="A11 B7",
)

ONLINE = Row(
    "online-adult",
    "An adult, or someone unknown, asks online for pictures, sex or a meeting",
    "Older “boyfriend” or “friend” online, gifts, secret chats",
    "Someone online may be grooming a {child} for pictures, sex or a meeting.",
    ("image-signs", "wish"),
    (
        Floor(
            ALWAYS,
            "amber",
            "discuss",
            "Someone online may be grooming them.",
            LOCAL,
            "S",
            marks=(*_IMAGES_MARKS, "tonight"),
        ),
        *_image_floors(IS_ADULT),
        Floor(_IMAGE_SIGN, None, None, "", marks=("exploitation", "victim")),
    ),
    (
        *stay(NO_BLAME, answer("image-signs", "suicidal")),
        Action(
            "record", "accounts", "log", "Note account names, links and times. Do not answer for them.", "now", "leave"
        ),
        Action(
            "tell",
            "signs",
            "exploitation lead",
            "Tell the exploitation lead today: names, sites, times.",
            "hour",
            "social worker",
            citations=LOCAL,
            mark="S",
        ),
        *_IMAGE_CARE,
        _TAKE_DOWN._replace(when=every(no(IS_ADULT), _IMAGE_SIGN)),
    ),
    (Never("Never pose as them online, face that person, or look at pictures."),),
    words=("online", "groomed", "grooming", "older man", "boyfriend online", "discord", "gaming", "meet up", "webcam"),
    source="A11 A12",
)

SITUATION = Situation(
    "sexual",
    "Sexual harm or images",
    "Rape or assault, sexual behaviour between children, pictures, blackmail",
    (ASSAULT, BETWEEN, PLAY, BED, SEXTORTION, IMAGES, ONLINE),
    (
        ASSAULT_SIGNS,
        ASSAULT_WISH,
        BETWEEN_SIGNS,
        BETWEEN_ROLE,
        Question(
            "bed-found",
            "What did you find?",
            (
                Option("comfort", "Dressed, calm, asleep or talking: comfort"),
                Option("unclear", "Undressed, hiding or upset, or I cannot tell"),
                Option("sexual", "Sexual touching or sex"),
            ),
        ),
        IMAGE_SIGNS,
        IMAGE_ROLE,
        WHEN,
    ),
)
