"""Routes: duties in addition to those of a level. A route neither lowers nor sets a level.

Sources: local 2, 5, 5a, 6, 7 by topic; national 3, 4, 5, 6.6-6.9, 7, 8, Annex 1; editor's notes where law is newer.
"""

from tools.first_edition.levels import NOW, RED_KINDS, TELL_NOW_KINDS
from tools.model import Conditions, Duty, Finding, Rule


def _route(
    route: str,
    when: Conditions,
    reason: str,
    citations: tuple[str, ...],
    *duties: Duty,
    warnings: tuple[str, ...] = (),
    unless: Conditions | None = None,
    rule: str | None = None,
) -> Rule:
    return Rule(
        when, Finding(rule or f"{route} route", None, None, reason, duties, citations, route, warnings), unless or {}
    )


#: Children and young people to whom the law applies differently.
UNDER_10 = {"age": ("under-10",)}
GROWN = {"age": ("18-25",)}
WEAPONS = ("weapon-imitation", "weapon-found", "weapon-carried", "weapon-used", "weapon-hand", "weapon-firearm")
SUBSTANCES = ("drugs-used", "drugs-found", "drugs-supply", "canisters", "alcohol")
TO_KEEP = ("drugs-found", "drugs-supply", "canisters")

ROUTES = (
    _route(
        "weapon",
        {"kind": WEAPONS},
        "A weapon is involved.",
        ("topic weapons", "note knife-referral-one-working-day"),
        Duty(
            "tell",
            "Tell the child's network: social worker, youth justice worker and family where safe.",
            ("topic weapons",),
        ),
        Duty("record", "Record what it is, who found it, where and when.", ("topic weapons", "topic removal_record")),
        Duty("review", "Ask for help from the youth justice service's prevention worker.", ("topic weapons",)),
        warnings=("Never step in, search or grapple. At no point put yourself at risk.",),
    ),
    _route(
        "weapon",
        {"kind": ("weapon-carried", "weapon-used"), "age": ("10-17",)},
        "Government guidance on knives is newer than both protocols.",
        ("note knife-referral-one-working-day",),
        Duty(
            "review",
            "If the police caught the child with a knife in public, they refer the child to the youth justice "
            "service. That is due within one working day.",
            ("note knife-referral-one-working-day",),
        ),
        rule="knife referral",
    ),
    _route(
        "weapon",
        {"kind": ("weapon-imitation", "weapon-found", "weapon-carried", "weapon-used")},
        "It may be evidence, and the police decide what happens to it.",
        ("topic weapons",),
        Duty(
            "store",
            "You may ask the child to give it up, if that is safe for you. If it is given up, lock it away. Keep it "
            "until the police have said what to do.",
            ("topic weapons", "topic removal_record"),
        ),
        rule="weapon kept",
        unless={"kind": ("weapon-hand", "weapon-firearm"), "danger": NOW},
    ),
    _route(
        "drugs",
        {"kind": SUBSTANCES},
        "Drugs or other substances are involved.",
        ("topic drugs",),
        Duty("support", "Health first: watch for signs of an overdose and call 999 if you see any.", ("topic drugs",)),
        Duty("tell", "Talk with the drug and alcohol service, and tell the social worker.", ("topic drugs",)),
        Duty("record", "Record what was found or seen and what you did.", ("topic drugs", "topic removal_record")),
    ),
    _route(
        "drugs",
        {"kind": TO_KEEP},
        "It may be a controlled drug.",
        ("topic removal_record", "note gas-canisters-controlled"),
        Duty(
            "store",
            "Lock it away and sign the removal record, with a second person as soon as there is one. Ask the police "
            "today. Keep it until they have collected it or said what to do. Do not taste or smell it, or carry it to "
            "them.",
            ("topic removal_record",),
        ),
        rule="substance kept",
    ),
    _route(
        "drugs",
        {"kind": ("alcohol",)},
        "Alcohol and solvents may be got rid of with a witness.",
        ("topic removal_record",),
        Duty(
            "dispose",
            "Nobody unwell? You can get rid of the alcohol or solvent, if someone witnesses it and you record it.",
            ("topic removal_record",),
        ),
        unless={
            "kind": (*TO_KEEP, *WEAPONS, *RED_KINDS, *TELL_NOW_KINDS),
            "danger": NOW,
            "coercion": NOW,
            "allegation": NOW,
            "police": ("there", "arrest"),
        },
        rule="alcohol disposal",
    ),
    _route(
        "sexual behaviour and images",
        {"kind": ("sexual-play", "sexual-no-sign", "sexual-signs", "sexual-under-13")},
        "Sexual behaviour needs screening by someone trained to do it.",
        ("topic sexual_behaviour",),
        Duty(
            "keep apart",
            "Keep the children apart if anyone may be at risk, without blaming either.",
            ("topic sexual_behaviour",),
        ),
        Duty(
            "tell",
            "Talk with the team around the child and the child sexual exploitation coordinator.",
            ("topic sexual_behaviour",),
        ),
        Duty("review", "Follow your own screening, debrief and anti-bullying steps.", ("topic sexual_behaviour",)),
    ),
    _route(
        "sexual behaviour and images",
        {"kind": ("images-no-sign", "images-signs")},
        "Images may be evidence, and looking at them does harm.",
        ("topic sexual_behaviour", "note images-not-viewed"),
        Duty(
            "store",
            "If the child hands the device over, put it away as it is and ask the police.",
            ("note images-not-viewed",),
        ),
        Duty(
            "tell",
            "Talk with the team around the child and the child sexual exploitation coordinator.",
            ("topic sexual_behaviour",),
        ),
        warnings=("Leave every image alone: never open, copy, send, save or delete one, and never ask a child to.",),
        rule="images",
    ),
    _route(
        "exploitation",
        {"coercion": ("yes", "not-sure")},
        "A child who is used by others is a victim first.",
        ("national 6.4-8", "national 6.6-5", "note section-45-is-a-defence", "note national-referral-mechanism"),
        Duty(
            "tell",
            "Tell the social worker and your exploitation lead today. Ask the council or the police to refer them to "
            "the National Referral Mechanism. Under 18 no consent is needed. From 18 they must agree.",
            ("note national-referral-mechanism",),
        ),
        Duty("keep apart", "Help the child stay away from those who use them. Do not face them yourself."),
    ),
    _route(
        "exploitation",
        {"coercion": NOW},
        "A trafficked child may have a defence.",
        ("national 2.2-5", "note section-45-is-a-defence"),
        Duty(
            "tell",
            "If the child is accused, tell the solicitor. The law has a defence for trafficked children (section 45). "
            "It does not cover many serious offences.",
            ("note section-45-is-a-defence", "note excluded-offences-still-weighed"),
        ),
        unless=UNDER_10,
        rule="trafficking defence",
    ),
    _route(
        "exploitation",
        {"kind": ("drugs-supply",)},
        "A child who carries or sells drugs is often being used.",
        ("national 1.10-1-2", "national 6.4-8"),
        Duty(
            "tell",
            "Tell the social worker and your exploitation lead that the child may be exploited.",
            ("national 6.4-8",),
        ),
        unless={"coercion": ("yes", "not-sure")},
        rule="supply and exploitation",
    ),
    _route(
        "radicalisation",
        {"kind": ("extremism",)},
        "It is reported to the police and the team around the child at once.",
        ("topic radicalisation",),
        Duty(
            "tell",
            "Tell the police and the team around the child now. Say exactly what you saw or heard.",
            ("topic radicalisation",),
        ),
        Duty("support", "Keep talking with the child. Do not argue about beliefs."),
    ),
    _route(
        "fire",
        {"kind": ("fire-accident", "fire-deliberate", "fire-burning")},
        "Fire can start again.",
        ("national 6.4-10",),
        Duty("tell", "Ask the fire service for a safety visit and for its work with children who set fires."),
        Duty("review", "Check alarms, exits and what can start a fire. Review the child's plan.", ("national 6.3",)),
    ),
    _route(
        "missing",
        {"kind": ("missing-late", "missing-unsafe", "missing-unknown", "missing-danger")},
        "Going missing is not a crime in itself. Looking, fetching and listening come first.",
        ("national a1-missing-1", "note missing-not-a-crime", "note missing-definitions"),
        Duty(
            "tell",
            "Try to find and reach the child, and write down each try. Tell the on-call manager and the social worker.",
            ("national a1-missing-1",),
        ),
        Duty(
            "review",
            "The child is offered a talk with someone independent within 72 hours of coming back.",
            ("note return-interview",),
        ),
    ),
    _route(
        "missing",
        {"kind": ("missing-late",)},
        "A parent would fetch them.",
        ("national a1-missing-1",),
        Duty("support", "Fetch the child yourself or send someone they know.", ("national a1-missing-1",)),
        rule="fetch",
        unless={"kind": ("missing-unsafe", "missing-unknown", "missing-danger"), "danger": NOW},
    ),
    _route(
        "missing",
        {"kind": ("missing-unsafe",)},
        "The place is known and not safe.",
        ("national a1-missing-1",),
        Duty(
            "call",
            "Ask the police to help you collect the child. Call 101, or 999 if the child is in danger.",
            ("national a1-missing-1",),
        ),
        rule="collect with help",
    ),
    _route(
        "missing",
        {"kind": ("missing-unknown",)},
        "Nobody knows where the child is.",
        ("national a1-missing-1", "note missing-definitions"),
        Duty(
            "call",
            "If you cannot find the child, report them missing on 101, or on 999 if they may be in danger. Have their "
            "missing form ready.",
            ("national a1-missing-1",),
        ),
        rule="report missing",
    ),
    _route(
        "health crisis",
        {"kind": ("health-worry", "health-emergency")},
        "Self-harm and distress are a health matter.",
        ("national 6.7",),
        Duty(
            "support",
            "Stay with the child if that is safe for you, listen, and keep them safe. Call the child's mental health "
            "team or out-of-hours health advice if you are worried; 999 if life may be at risk.",
            ("national 6.7",),
        ),
        Duty(
            "tell",
            "Tell the on-call manager and the social worker. Tell the nurse for children in care when the service "
            "opens.",
            ("national 6.7",),
        ),
    ),
    _route(
        "outside the home",
        {"where": ("school", "community", "online")},
        "It happened outside the home.",
        ("national 6.9", "national 6.9-1", "national 6.9-2"),
        Duty(
            "tell",
            "Talk with whoever is in charge there. Share only what they need to know. With an adult of 18 or over, "
            "ask them first.",
            ("national 5.2", "national 7.2-2"),
        ),
    ),
    _route(
        "outside the home",
        {"where": ("school", "community", "online")},
        "Many matters can be settled informally.",
        ("national 6.9-1",),
        Duty("tell", "Ask if it can be settled informally.", ("national 6.9-1",)),
        unless={"kind": (*RED_KINDS, *TELL_NOW_KINDS), "danger": NOW, "coercion": NOW, "allegation": NOW},
        rule="informal outside",
    ),
    _route(
        "outside the home",
        {"where": ("school", "community", "online"), "police": ("there", "arrest")},
        "A panel can decide instead of a court.",
        ("national 6.9-2", "note outcome-22-no-admission"),
        Duty(
            "review",
            "Ask for it to go to a joint decision-making panel rather than straight to court. A newer outcome is "
            "reported to need no admission.",
            ("national 6.9-2", "note outcome-22-no-admission"),
        ),
        unless=UNDER_10,
        rule="panel",
    ),
    _route(
        "out of area",
        {"authority": ("out", "not-sure")},
        "A child from another area has the same protection.",
        ("national 6.8", "national 6.8-2"),
        Duty(
            "tell",
            "Tell the responsible authority today, out of hours too. For someone of 18 or over, only if they agree.",
            ("national 6.8-2", "national 7.2-2"),
        ),
    ),
    _route(
        "out of area",
        {"authority": ("out", "not-sure"), "police": ("there", "arrest")},
        "The home area has a say.",
        ("national 6.8-2", "national 6.6-7"),
        Duty(
            "review",
            "Ask the police to consult the home area, and if the case can go back there for decision.",
            ("national 6.8-2",),
        ),
        unless={"age": ("under-10", "18-25")},
        rule="home area decides",
    ),
    _route(
        "care leaver",
        {"age": ("18-25",)},
        "The national protocol covers care leavers up to 25.",
        ("national 7.1", "national 7.2"),
        Duty(
            "tell",
            "Ask the young person whether the police may be told that they are a care leaver. Tell the police only if "
            "they agree.",
            ("national 7.2-1", "national 7.2-2"),
        ),
        Duty(
            "support",
            "With their agreement, tell the personal adviser. Remind them of the right to a solicitor.",
            ("national 7.2-3", "national 7.1-1"),
        ),
    ),
    _route(
        "unaccompanied child",
        {"needs": ("alone",)},
        "A child who came alone is at higher risk of being used by others.",
        ("national 4.1",),
        Duty(
            "tell",
            "Tell the social worker, and ask for the trafficking guardian and an interpreter if the child needs one.",
            ("national 4.1", "note trafficking-guardians"),
        ),
    ),
    _route(
        "police already involved",
        {"police": ("there",)},
        "The police are here or coming.",
        ("national a1-incidents-4", "national 6.6-3"),
        Duty(
            "tell",
            "Meet the officers at the door. Say calmly what the child needs. Take a joint view on whether an arrest "
            "is needed.",
            ("national a1-incidents-4",),
        ),
        unless=UNDER_10,
        rule="at the door",
    ),
    _route(
        "police already involved",
        {"police": ("there", "arrest")},
        "The police are already involved.",
        ("national a1-incidents-4", "national 6.6-3"),
        Duty(
            "record",
            "Write down names or collar numbers, the reference, the time and what was decided.",
            ("topic recording",),
        ),
    ),
    _route(
        "police already involved",
        {"police": ("there", "arrest")},
        "The responsible authority has a say.",
        ("national 6.6-7",),
        Duty("tell", "Tell the responsible authority. It is contacted and has a say.", ("national 6.6-7",)),
        unless=GROWN,
        rule="authority told",
    ),
    _route(
        "police already involved",
        {"police": ("arrest",), "age": ("under-10",)},
        "A child under 10 is below the age of criminal responsibility.",
        ("national 6.6-3",),
        Duty(
            "tell",
            "Tell the officers the child's age. Ask for children's social care, and stay with the child.",
            ("national 6.6-3",),
        ),
        warnings=("Do not question the child about what happened now.",),
        rule="police and under 10",
    ),
    _route(
        "police already involved",
        {"police": ("arrest",)},
        "The child is under arrest or asked to an interview.",
        ("national 3.2", "national 3.3", "note adult-under-18"),
        Duty(
            "support",
            "The child has a right to free legal advice. Ask for a solicitor, one who knows youth justice, every time.",
            ("national 3.2", "national 8.1-1"),
        ),
        Duty(
            "support",
            "If an interview is needed, ask for a voluntary one, away from the cells.",
            ("national a1-incidents-4",),
        ),
        warnings=(
            "Do not question the child about what happened now. Leave that to the interview, with their solicitor "
            "there.",
        ),
        rule="arrest",
        unless=UNDER_10,
    ),
    _route(
        "police already involved",
        {"police": ("arrest",)},
        "Everyone under 18 must have an appropriate adult.",
        ("national 3.3", "note adult-under-18"),
        Duty(
            "support",
            "Ask the council to send someone, or a social worker, first. Nobody who was hurt, saw it or is accused "
            "can act.",
            ("national 3.3", "note adult-under-18", "note appropriate-adult-order"),
        ),
        unless={"age": ("18-25", "under-10")},
        rule="appropriate adult",
    ),
    _route(
        "police already involved",
        {"police": ("arrest",), "age": ("18-25",), "needs": ("learning",)},
        "A vulnerable adult must have one too.",
        ("national 3.3",),
        Duty(
            "support",
            "Tell the police what the young person needs, with their agreement, and ask for an appropriate adult.",
            ("national 3.3", "national 7.2-2"),
        ),
        rule="vulnerable adult",
    ),
    _route(
        "staff or carer hurt",
        {"harmed": ("staff",)},
        "Being hurt is not part of the job.",
        ("national a1-carers-1", "national a1-carers-2"),
        Duty(
            "support",
            "See to injuries first. Let the person go off shift if they need to, and offer a debrief and someone to "
            "talk to.",
            ("national a1-carers-1", "national a1-carers-2"),
        ),
        Duty(
            "tell",
            "Tell whoever was hurt plainly: they may report at any time and nobody may talk them out of it. If the "
            "police must be told anyway, making a statement is their own choice.",
            ("national 6.4-4", "topic outcomes"),
        ),
        Duty("record", "Record it as an injury at work as well.", ("topic recording",)),
    ),
    _route(
        "allegation against staff or carer",
        {"allegation": ("yes", "not-sure")},
        "Something may have been done by staff or a carer.",
        ("page special-situations",),
        Duty(
            "tell",
            "Tell a manager who is not named. Tell the social worker and the council's designated officer. If a crime "
            "may have been done, you may tell the police now.",
            ("page special-situations",),
        ),
        Duty(
            "keep apart",
            "Keep the child and the person apart. Do not question either. Write down the child's words exactly.",
            ("national 9.4",),
        ),
        Duty("support", "Offer the child an advocate.", ("national 3.1-4",)),
    ),
    _route(
        "child harmed",
        {"harmed": ("another-child",)},
        "Another child was harmed.",
        ("national 6.4-4", "national 2.2-6"),
        Duty(
            "tell", "Tell both children's social workers, or the parents of a child who has none.", ("topic recording",)
        ),
        Duty("support", "Look after both. Listen to each alone, and ask what they need.", ("national 3.1-2",)),
    ),
    _route(
        "child harmed",
        {"harmed": ("this-child",)},
        "This child was harmed.",
        ("national 6.4-4", "national 3.1-2"),
        Duty(
            "support",
            "See to injuries and comfort first. They have the same rights as any person harmed.",
            ("national 2.2-6",),
        ),
        rule="this child harmed",
    ),
    _route(
        "child harmed",
        {"kind": ("child-harmed",)},
        "Someone did something to this child.",
        ("national 6.4-4", "national 3.1-2"),
        Duty(
            "tell",
            "Tell the social worker now. If it may be abuse or a serious crime, tell the police. The child need not "
            "decide.",
            ("national 6.4-4",),
        ),
        Duty(
            "support",
            "If it is a partner, an ex-partner, or someone who follows or watches them, ask for a domestic abuse or "
            "stalking worker.",
        ),
        rule="harm to this child",
    ),
    _route(
        "domestic abuse or stalking",
        {"harmed": ("partner",)},
        "A partner, ex-partner or relative was harmed.",
        ("national 6.4-6",),
        Duty("support", "See the person harmed alone and ask what they need to be safe.", ("national 6.4-4",)),
        Duty(
            "tell",
            "Tell the social worker. Ask for a domestic abuse worker. Do not try to bring the two together to make up.",
            ("national 9.4",),
        ),
    ),
    _route(
        "insurance",
        {"record": ("not-asked", "not-sure", "required")},
        "A claim may need proof.",
        ("topic factors",),
        Duty(
            "tell",
            "Ask the insurer what proof it needs. Policies differ. Give it a reference only if it needs one.",
            ("topic factors",),
        ),
    ),
    _route(
        "insurance",
        {"harmed": ("organisation",)},
        "An organisation may claim or want a record.",
        ("topic factors",),
        Duty(
            "tell",
            "Ask the organisation what it wants and if putting it right would do.",
            ("national 9.3", "topic factors"),
        ),
        unless={"record": ("not-asked", "not-sure", "required")},
        rule="organisation harmed",
    ),
)
