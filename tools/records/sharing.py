"""Whether to share information about a child: share, share less, or seek advice; and a record of the reasons.

It follows the 2024 advice for safeguarding practitioners as editor's notes report it: a lawful basis is needed, and
consent is not needed to protect a child; be open with the child and family where that is safe; share what is needed,
accurate and relevant with those who need it; record the reasons. Sources: national 5.1, 5.2, Annex 1 (information
sharing); notes `consent-not-needed`, `uk-gdpr`, `lawful-basis-2025`.
"""

from tools.forms.model import BY, CHILD, YES_NO_UNSURE, Advice, Answers, Field, Form, Section

BASES = (
    ("task", "It is part of a public body's task: council, police, health, school"),
    ("law", "A law asks for it"),
    ("life", "To protect someone's life"),
    ("interest", "A legitimate interest, such as keeping a child safe (private and voluntary homes)"),
    ("not-sure", "Not sure"),
)
OUTCOMES = {"share": "Share it", "less": "Share less", "advice": "Seek advice first"}

SECTIONS = (
    Section(
        "What would be shared",
        "One thing with one person or service. Start again for another.",
        (
            CHILD,
            Field("what", "lines", "What would be shared?", missing="Say what would be shared."),
            Field("whom", "line", "With whom?", "A role and a service.", missing="Say with whom."),
            Field("purpose", "lines", "What for?", missing="Say what it is for."),
        ),
    ),
    Section(
        "Five questions",
        "Consent is not one of them. A lawful basis is.",
        (
            Field(
                "risk",
                "choice",
                "Could the child, or anyone else, be harmed if it is not shared?",
                missing="Say whether anyone could be harmed.",
                options=YES_NO_UNSURE,
                citations=("note consent-not-needed",),
            ),
            Field(
                "need",
                "choice",
                "Does this person need it for that?",
                missing="Say whether they need it.",
                options=YES_NO_UNSURE,
                citations=("national 5.2",),
            ),
            Field(
                "basis",
                "choice",
                "What is the lawful basis?",
                missing="Choose the lawful basis, or not sure.",
                options=BASES,
                citations=("note uk-gdpr", "note lawful-basis-2025"),
            ),
            Field(
                "only",
                "choice",
                "Is it only what is needed, and is it right?",
                missing="Say whether it is only what is needed.",
                options=YES_NO_UNSURE,
                citations=("national 5.2",),
            ),
            Field(
                "open",
                "choice",
                "Do the child and family know?",
                missing="Say whether they know.",
                options=(
                    ("yes", "Yes"),
                    ("will", "They will be told"),
                    ("unsafe", "No: telling them could put someone in danger"),
                    ("not-yet", "Not yet"),
                ),
                citations=("note consent-not-needed",),
            ),
        ),
    ),
    Section(
        "Reasons to keep",
        "Keep them whatever you decide.",
        (
            Field("decided", "choice", "What did you decide?", options=(*OUTCOMES.items(), ("not", "Do not share"))),
            Field("reasons", "lines", "Why?", missing="Write down why, whatever you decided."),
            Field("advised", "line", "Who was asked for advice", "A role."),
            Field("shared", "when", "When and how it was shared"),
            BY,
        ),
    ),
)
_ASKED = ("risk", "need", "basis", "only", "open")


def outcome(answers: Answers) -> str | None:
    """'share', 'less' or 'advice' from the answers to the five questions; None until all have one.

    If anyone could be harmed, what is needed is shared without waiting, even when the lawful basis is in doubt.
    """
    if not all(answers.get(id) for id in _ASKED):
        return None
    if answers["risk"] in ("yes", "not-sure"):
        return "share" if answers["only"] == "yes" and answers["need"] != "no" else "less"
    if answers["basis"] == "not-sure" or answers["need"] == "not-sure" or answers["only"] == "not-sure":
        return "advice"
    return "share" if answers["only"] == "yes" and answers["need"] == "yes" else "less"


def advice(answers: Answers) -> list[Advice]:
    """The outcome as advice, with what else these answers call for."""
    decision = outcome(answers)
    if decision is None:
        return [Advice("know", "Answer the five questions, and this says what they come to.", ("national 5.1",))]
    outcomes = {
        "share": Advice(
            "do", "Share it, with the person who needs it, in a safe way.", ("national 5.1", "national 5.2")
        ),
        "less": Advice(
            "do",
            "Share less: only what this person needs for this purpose, and only what you know to be right.",
            ("national 5.2",),
        ),
        "advice": Advice(
            "do",
            "Ask first: your manager, your data protection lead, or the social worker. You can ask without naming the "
            "child.",
            ("national 5.2",),
        ),
    }
    advised = [outcomes[decision]]
    if answers["risk"] in ("yes", "not-sure"):
        advised.insert(
            0,
            Advice(
                "now",
                "Someone could be harmed, so do not wait. If anyone is in danger now, call 999.",
                ("topic immediate", "note consent-not-needed"),
            ),
        )
        if answers["basis"] == "not-sure":
            advised.append(
                Advice(
                    "do",
                    "Clear up the lawful basis with your data protection lead. Do not hold back what keeps a child "
                    "safe while you do.",
                    ("note uk-gdpr",),
                )
            )
    if answers["open"] == "not-yet":
        advised.append(
            Advice(
                "do",
                "Tell the child and family what you share and why, if that is safe. Being open is not the same as "
                "asking for consent.",
                ("note consent-not-needed",),
            )
        )
    if answers["open"] == "unsafe":
        advised.append(Advice("do", "Write down why telling them is not safe.", ("note consent-not-needed",)))
    advised.append(
        Advice(
            "know",
            "Consent is not needed to protect a child. You may report to the police at any time.",
            ("note consent-not-needed",),
        )
    )
    return advised


FORM = Form(
    "sharing",
    "Sharing information",
    1,
    "Five questions that lead to share, share less, or seek advice, and a note of the reasons.",
    SECTIONS,
    advice=advice,
)
