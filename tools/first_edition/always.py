"""Duties of every result, green ones included, some worded by level and age.

Sources: national 3.1-2, 6.4, 6.5, 6.6, 9.4, Annex 1 (prevention, responding, needs of carers); local 3, 3b, 4a, 4b by
topic.
"""

from tools.first_edition.levels import NOW, RED_KINDS, TELL_NOW_KINDS
from tools.model import Conditions, Contact, Duty, Finding, Level, Rule

CHILDREN = ("under-10",)


def _always(
    id: str,
    *duties: Duty,
    when: Conditions | None = None,
    unless: Conditions | None = None,
    reason: str = "Every result has this.",
    citations: tuple[str, ...] = (),
    warnings: tuple[str, ...] = (),
) -> Rule:
    return Rule(
        when or {},
        Finding(id, None, None, reason, duties, citations or duties[0].citations, None, warnings),
        unless or {},
    )


#: Behaviour after which only a trained worker may bring people together to put it right.
NOT_YET = (*RED_KINDS, *TELL_NOW_KINDS, "sexual-no-sign", "images-no-sign", "child-harmed")
LATER = Duty(
    "repair",
    "Putting it right can come later, with a trained worker. Do not bring people together now.",
    ("national 9.4",),
)
GENTLY = ("sexual-no-sign", "sexual-signs", "sexual-under-13", "images-no-sign", "images-signs", "child-harmed")


def joined_duties(level: Level, contact: Contact, allegation: bool, under_10: bool) -> tuple[Duty, ...]:
    """Duties on who to inform and when to review, for the level and contact of the whole result.

    They are not part of single rules, so that one finding cannot contradict a more urgent one.
    """
    purpose = (
        "Say that you want them to help keep the child safe."
        if under_10
        else "Say clearly whether you want advice, a record, or an investigation."
    )
    first = "a manager who is not named" if allegation else "your manager"
    inform = {
        "999": Duty(
            "tell",
            f"When everyone is safe, tell {first}. Tell the social worker or emergency duty team, and the youth "
            "justice worker if there is one.",
            ("topic immediate",),
        ),
        "tell now": Duty(
            "call",
            f"Call 101 or your agreed contact now, or 999 if danger starts. {purpose} Do not wait if your manager does "
            "not answer.",
            ("topic non_immediate",),
        ),
        "discuss": Duty(
            "call", f"When you have told {first}, call 101 or your agreed contact. {purpose}", ("topic non_immediate",)
        )
        if level == "amber"
        else Duty(
            "tell",
            f"Talk with {first}. A foster carer tells the social worker. Then talk with the police or your agreed "
            f"contact if you still need to. {purpose}",
            ("topic non_immediate",),
        ),
        "not needed": Duty(
            "tell", "Tell the social worker, and the youth justice worker if there is one.", ("topic internal",)
        ),
    }[contact]
    home = (
        Duty(
            "support",
            "Settle it at home."
            if contact == "not needed"
            else "The green part can be settled at home. The rest cannot wait.",
            ("topic internal",),
        ),
    )
    by_level = {
        "red": (
            Duty(
                "record",
                "Keep what may be evidence as it is, if that is safe.",
                ("topic immediate", "national a1-incidents-6"),
            ),
            Duty("review", "Look again as soon as it is calm, and the next day.", ("topic change", "national a3-rule")),
        ),
        "amber": (
            Duty(
                "tell",
                f"Tell {first} first if that costs no safety. A foster carer tells the social worker.",
                ("topic non_immediate",),
            ),
            Duty(
                "review",
                "Look again today, when you have spoken to the police, and at the next team meeting.",
                ("topic change",),
            ),
        ),
        "judgement": (
            Duty("record", "Write down what you decided and why, with both paragraphs.", ("national 6.3",)),
            Duty(
                "review",
                "Look again tomorrow, and if the person harmed changes their mind."
                if contact == "discuss"
                else "The part left open can wait for a talk. The call cannot.",
                ("national a3-rule",),
            ),
        ),
        "green": (
            *home,
            Duty(
                "review",
                "If it keeps happening, review the child's plan with those who know them.",
                ("national 6.3", "national a3-rule"),
            ),
        ),
        "none": (
            Duty("tell", f"Tell {first} and the social worker.", ("topic recording",)),
            Duty("review", "Look again when you know more.", ("topic change",)),
        ),
    }[level]
    return (inform, *by_level)


ALWAYS = (
    _always(
        "calm",
        Duty("support", "Calm things down first. Give space and time.", ("national 6.4-1",)),
        unless={"danger": NOW, "over": ("yes",), "kind": RED_KINDS},
    ),
    _always(
        "evidence",
        Duty("record", "Leave the scene, and anything that may be evidence, as it is.", ("national a1-incidents-6",)),
        when={"kind": TELL_NOW_KINDS},
    ),
    _always(
        "record",
        Duty(
            "record",
            "Write down facts, the lead-up, the child's own words, who was harmed, who was told and when. No labels.",
            ("topic recording", "national a1-prevention-4"),
        ),
    ),
    _always(
        "person harmed",
        Duty(
            "support",
            "Look after whoever was hurt or frightened, staff included, and ask what they want.",
            ("national 6.4-4", "national a1-carers-1"),
        ),
    ),
    _always(
        "ask the child",
        Duty(
            "ask child",
            "When they are calm, ask the child what happened, with an open mind. It may not be their fault.",
            ("national 3.1-2", "national 9.4"),
        ),
        unless={
            "police": ("arrest",),
            "allegation": NOW,
            "account": ("asked", "not-now"),
            "kind": GENTLY,
            "coercion": NOW,
        },
    ),
    _always(
        "listen",
        Duty(
            "ask child",
            "Listen, and write down the child's own words. Do not probe: others are trained for that.",
            ("national 3.1-2",),
        ),
        when={"kind": GENTLY},
        unless={"police": ("arrest",), "allegation": NOW, "account": ("asked", "not-now")},
    ),
    _always(
        "listen to a child who may be used",
        Duty(
            "ask child",
            "Listen, and write down the child's own words. Do not probe: others are trained for that.",
            ("national 3.1-2",),
        ),
        when={"coercion": NOW},
        unless={"police": ("arrest",), "allegation": NOW, "account": ("asked", "not-now"), "kind": GENTLY},
    ),
    _always(
        "child not ready",
        Duty(
            "ask child",
            "Let the child choose when to talk, and offer someone they trust or an advocate.",
            ("national 3.1-2", "national 3.1-4"),
        ),
        when={"account": ("not-now",)},
        unless={"police": ("arrest",)},
    ),
    _always(
        "child was asked",
        Duty(
            "ask child",
            "Write down what the child told you in their own words. Let them add to it.",
            ("national 3.1-2", "topic recording"),
        ),
        when={"account": ("asked",)},
    ),
    _always(
        "child and police",
        Duty(
            "ask child",
            "The child can be heard later, in their own time and with their solicitor's advice.",
            ("national 3.2", "national 3.1-2"),
        ),
        when={"police": ("arrest",)},
        unless={"age": CHILDREN},
    ),
    _always(
        "young child and police",
        Duty(
            "ask child",
            "The child can be heard later, in their own time, by someone trained to listen.",
            ("national 3.1-2",),
        ),
        when={"police": ("arrest",), "age": CHILDREN},
    ),
    _always(
        "child and allegation",
        Duty(
            "ask child",
            "Listen if the child speaks, and write it down. Ask no questions: others are trained for that.",
            ("national 3.1-2", "national 9.4"),
        ),
        when={"allegation": ("yes", "not-sure")},
        unless={"police": ("arrest",)},
    ),
    _always(
        "repair",
        Duty(
            "repair",
            "When those involved are willing, find a way to put it right: mend, tidy, say sorry, talk.",
            ("national 9.3", "topic restorative"),
        ),
        unless={
            "harmed": ("partner",),
            "kind": NOT_YET,
            "coercion": NOW,
            "allegation": NOW,
            "police": ("arrest",),
            "danger": NOW,
        },
    ),
    *(
        _always(f"repair later, {question}", LATER, when={question: values})
        for question, values in (
            ("harmed", ("partner",)),
            ("kind", NOT_YET),
            ("coercion", NOW),
            ("allegation", NOW),
            ("police", ("arrest",)),
            ("danger", NOW),
        )
    ),
    _always(
        "what is recorded",
        Duty(
            "review",
            "If the police are called about a crime they record it, and it may be found later. Recorded does not mean "
            "prosecuted.",
            ("national 6.5", "topic outcomes"),
        ),
        unless={"age": CHILDREN},
    ),
    _always(
        "under 10",
        Duty(
            "tell",
            "A child under 10 cannot be charged with a crime. This is about keeping children safe: tell children's "
            "social care.",
            ("page decision-steps",),
        ),
        when={"age": CHILDREN},
        reason="The child is too young to be held to account in law.",
        citations=("page decision-steps",),
    ),
    _always(
        "under 10 and records",
        Duty(
            "review",
            "If the police are called they may write it down. It is not a criminal matter for the child.",
            ("page decision-steps",),
        ),
        when={"age": CHILDREN},
    ),
    _always(
        "learning needs",
        Duty(
            "support",
            "Say what the child needs to understand and be understood, and use it in how you respond.",
            ("national 2.2-12",),
        ),
        when={"needs": ("learning",)},
    ),
    _always(
        "interpreter",
        Duty("support", "Use a trained interpreter, not a friend or another child.", ("national fn39",)),
        when={"needs": ("language",)},
    ),
    _always(
        "not over",
        Duty(
            "support",
            "It is not over: keep watching, and call 999 if anyone is in danger.",
            ("topic change", "national 6.3"),
        ),
        when={"over": ("no", "not-sure")},
    ),
    _always(
        "own child",
        Duty(
            "review",
            "You would not call the police for your own child. Weigh that with the rest. It never lowers what is "
            "asked above.",
            ("national 6.4-14", "national 6.5"),
        ),
        when={"own-child": ("no",)},
    ),
    _always(
        "own child too",
        Duty(
            "review",
            "You would call, or might, for your own child too. Write that down with your reasons.",
            ("national 6.4-14",),
        ),
        when={"own-child": ("yes", "not-sure")},
    ),
    _always(
        "you may report",
        Duty(
            "review",
            "You may report to the police at any time. You need nobody's permission. If your manager does not answer, "
            "is involved, or disagrees, call the emergency duty team, or the police yourself.",
            ("page if-we-disagree",),
        ),
    ),
)

#: Who to inform, by placement.
PLACEMENTS = (
    _always(
        "children's home",
        Duty(
            "tell",
            "The home may have to tell Ofsted without delay. Ask the manager, or the provider if the manager is named.",
            ("topic recording",),
        ),
        when={"placement": ("childrens-home",)},
    ),
    _always(
        "foster home",
        Duty(
            "tell",
            "Tell the child's social worker at the first chance, and your supervising social worker.",
            ("topic non_immediate",),
        ),
        when={"placement": ("foster",)},
    ),
    _always(
        "family or friends",
        Duty(
            "tell",
            "Tell the child's social worker at the first chance. Ask for support for yourself too.",
            ("topic non_immediate", "national a1-carers-1"),
        ),
        when={"placement": ("kinship",)},
    ),
    _always(
        "supported accommodation",
        Duty("tell", "Tell the on-call manager. Tell the social worker or personal adviser.", ("national 1.10",)),
        when={"placement": ("supported",)},
    ),
    _always(
        "secure home",
        Duty(
            "tell",
            "Tell the duty manager, and the named person who links with the child's social worker.",
            ("national 8-secure-1",),
        ),
        when={"placement": ("secure",)},
    ),
    _always(
        "own tenancy",
        Duty(
            "tell",
            "With the young person's agreement, tell their personal adviser. A tenancy at risk needs help early.",
            ("national 7.1-1",),
        ),
        when={"placement": ("own",)},
    ),
)
