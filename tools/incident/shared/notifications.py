"""Who must be notified, by event and placement. The registered person or agency notifies; a carer tells the manager.

Source: section 6 of the specification (Children's Homes Regulations 40, Supported Accommodation Regulations 27,
Fostering Services Regulations 36 and Schedule 7).
"""

from tools.incident.model import Action, Condition, Shared, answer, at_least, every, no, some

_HOME = answer("placement", "childrens-home", "secure")
_SUPPORTED = answer("placement", "supported")
_FOSTER = answer("placement", "foster", "kinship")
#: What the registered person weighs: the police are told, or someone went to hospital.
_WEIGHED = some(at_least("contact", "tell today"), at_least("health", "A&E now"))


def _notice(object: str, target: str, text: str, *conditions: Condition, law: str) -> Action:
    return Action(
        "tell",
        object,
        target,
        text,
        "day",
        "social worker",
        every(*conditions),
        (f"law {law}",),
        "C1",
        "registered person",
    )


NOTIFICATIONS = Shared(
    actions=(
        _notice(
            "notice",
            "Ofsted",
            "Registered person: tell Ofsted without delay.",
            answer("any marks", "allegation", "exploitation", "death", "protection-enquiry"),
            _HOME,
            law="chr-40",
        ),
        _notice(
            "notice",
            "Ofsted",
            "Registered person: if you judge it serious, tell Ofsted without delay.",
            answer("any marks", "acted", "serious-incident", "self-harm", "absent"),
            _WEIGHED,
            _HOME,
            law="chr-40",
        ),
        _notice(
            "notice",
            "Ofsted",
            "Registered person: tell Ofsted, within 24 hours where possible.",
            answer("any marks", "allegation", "exploitation", "death", "restraint", "protection-enquiry"),
            _SUPPORTED,
            law="sar-27",
        ),
        _notice(
            "notice",
            "Ofsted",
            "Registered person: if you judge it serious, tell Ofsted within 24 hours.",
            answer("any marks", "acted", "serious-incident", "self-harm", "absent"),
            _WEIGHED,
            _SUPPORTED,
            law="sar-27",
        ),
        _notice(
            "notice",
            "fostering service",
            "Tell your fostering service; an agency decides what Ofsted and the council must hear.",
            answer(
                "any marks",
                "allegation",
                "exploitation",
                "death",
                "acted",
                "self-harm",
                "serious-incident",
                "absent",
                "protection-enquiry",
            ),
            some(at_least("level", "judgement"), at_least("health", "A&E now")),
            _FOSTER,
            law="fsr-36",
        ),
        Action(
            "record",
            "restraint",
            "log",
            "Hold or restraint: record within 24 hours, manager within 48, child spoken with in 5 days.",
            "keep",
            "write",
            every(answer("any marks", "restraint"), no(answer("placement", "own"))),
            ("law chr-35", "law sar-22"),
            "C1",
        ),
    ),
)
