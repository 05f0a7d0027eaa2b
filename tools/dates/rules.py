"""The duties whose dates are calculated: the event each one runs from, its time limit, and its legal basis.

Rules are data; `due` calculates. A time limit that is not confirmed is not used: the duty is listed without a date.
Where the text of a rule is open and one reading was chosen, the rule says so. Sources: the Care Planning, Placement and
Case Review (England) Regulations 2010 (SI 2010/959), the Visits to Former Looked After Children in Detention (England)
Regulations 2010 (SI 2010/2797), and the editor's notes that each rule cites, which give the date they were last
checked.
"""

from typing import NamedTuple

CARE_PLANNING = "Care Planning Regulations 2010 (SI 2010/959)"
FORMER = "Visits to Former Looked After Children in Detention Regulations 2010 (SI 2010/2797)"
#: The state of the regulations that was read; shown wherever the rules are.
READ = "The regulations were read as they stood in 2012 and 2013. Check the live text for later changes."
#: The force of a duty, with its label.
FORCES = {"law": "Law", "guidance": "Guidance, not law", "practice": "Good practice, not law"}
#: (id, heading) of the groups that rules are shown in.
GROUPS = (
    ("custody", "In custody"),
    ("release", "Before release"),
    ("care", "Coming into care and reviews"),
    ("placement", "A new placement"),
    ("other", "After one event"),
)


class DateRule(NamedTuple):
    """One duty and its time limit.

    `short` is the title where there is little room; `starts` the event that it runs from; `basis` the legal source,
    with its `force`, a key of FORCES; `reading` says which part of it is an interpretation.
    """

    id: str
    group: str
    title: str
    short: str
    starts: str
    limit: str
    basis: str
    force: str
    explanation: str = ""
    reading: str = ""
    citations: tuple[str, ...] = ()


#: Citations for the ways of counting that all rules share.
COUNTING = ("note day-of-the-event", "note working-day")
_REVIEWS = "note plans-and-reviews-days"

#: Every rule by id.
RULES = {
    rule.id: rule
    for rule in (
        DateRule(
            "visit-first",
            "custody",
            "First visit to a child under a care order",
            "First visit",
            "The day the child goes into custody, on remand or sentence; again on the day of any move",
            "Within one week",
            f"{CARE_PLANNING}, regulation 28(6)(a)",
            "law",
            "It holds wherever someone other than the council is responsible for where a child under a care order "
            "lives for now.",
            "The regulation counts from the start of the child's living arrangements, and from any change to them. "
            "That custody starts them, and a move changes them, is our reading.",
            ("national 8.5-1", "note custody-visit-within-a-week"),
        ),
        DateRule(
            "visit-next",
            "custody",
            "Later visits to a child under a care order",
            "Later visit",
            "The last visit",
            "At most six weeks apart in the first year, then at most three months apart",
            f"{CARE_PLANNING}, regulation 28(6)(b) and (c)",
            "law",
            "",
            "We let the first year run from the day by which the first visit is due, and again after a move: the "
            "later of two readings.",
            ("national 8.5-1", "note custody-visit-within-a-week"),
        ),
        DateRule(
            "visit-asked",
            "custody",
            "A visit when the child asks",
            "Visits when the child asks",
            "When the child reasonably asks",
            "No number of days is given: go soon",
            f"{CARE_PLANNING}, regulation 28(7)",
            "law",
            "On every visit the child is spoken to in private, unless the child refuses, it would not be right, or it "
            "cannot be done. Between visits the child must know how to get advice and support. For a child on remand "
            "the head of the place may ask too (regulation 47E).",
            "The person responsible for where the child lives may ask too: the text points there by a number that "
            "looks like a slip.",
            ("note custody-visit-when-child-asks",),
        ),
        DateRule(
            "remand-first",
            "custody",
            "First visit to a child on remand",
            "First visit",
            "The day of the remand",
            "Within one week",
            f"{CARE_PLANNING}, regulation 28(2)(a), read with regulation 47A(2)(b)",
            "law",
            "Council manuals warn of separate rules for children who are in care only because of a remand. Follow the "
            "plan for the placement as well.",
            "That this holds for every child on remand, with or without a care order, is our reading of the two "
            "together.",
            ("note remand-first-visit",),
        ),
        DateRule(
            "remand-next",
            "custody",
            "Later visits to a child on remand",
            "Later visit",
            "The last visit",
            "At most six weeks apart",
            f"{CARE_PLANNING}, regulation 28(2), read with regulation 47A(2)(b)",
            "law",
            "",
            "As for the first visit.",
            ("note remand-first-visit",),
        ),
        DateRule(
            "detention-plan",
            "custody",
            "Detention placement plan for a child on remand",
            "Detention placement plan",
            "The day of the remand to youth detention",
            "Within ten working days",
            f"{CARE_PLANNING}, regulation 47C(2)(a), put in by SI 2013/706",
            "law",
            "It says how the place will meet the child's needs, and how the child will be visited and how often. Not "
            "for a child remanded to council accommodation.",
            "",
            ("note detention-placement-plan",),
        ),
        DateRule(
            "former-first",
            "custody",
            "First visit to a child who stopped being in care because of detention",
            "First visit",
            "The day the child was first detained",
            "Within ten working days, so far as is reasonably practicable",
            f"{FORMER}, regulation 4(1)(a)",
            "law",
            "For a child held by order of a court in a young offender institution, a secure training centre, a secure "
            "children's home or other youth detention that an order names; secure schools are not named. Not for a "
            "“relevant child”, who gets help as a care leaver. The regulations' own note says ten days; regulation 4 "
            "says ten working days, and it governs.",
            "The regulations do not say what a working day is. We count as the Care Planning Regulations do.",
            (
                "national 8.5-2",
                "note former-visit-ten-working-days",
                "note former-visit-who",
                "note former-visit-groups",
            ),
        ),
        DateRule(
            "former-asked",
            "custody",
            "Later visits to that child",
            "Visits when asked",
            "When the child, a parent or someone with parental responsibility, staff where the child is held, or the "
            "youth justice case manager reasonably asks",
            "No number of days is given: go soon",
            f"{FORMER}, regulations 4(1)(b) and 6",
            "law",
            "Each visit ends in a written report on how the child is, and on what they will need on release, a place "
            "to live included.",
            "",
            ("national 8.5-2", "note former-visit-ten-working-days"),
        ),
        DateRule(
            "leaver",
            "custody",
            "A care leaver in custody",
            "Care leaver",
            "The day the young person is detained",
            "No number of days is confirmed for visits: follow the pathway plan",
            "Children Act 1989, sections 23B and 23C; Care Leavers Regulations 2010 (SI 2010/2571), regulation 7",
            "law",
            "A “relevant child” is left out of the rule of ten working days. The council keeps in touch, wherever the "
            "young person is. It reviews the pathway plan at least every six months, and whenever the young person "
            "asks.",
            "",
            ("national 7.2-4", "note care-leaver-duties", "note former-visit-who", "note former-visit-groups"),
        ),
        DateRule(
            "release-review",
            "release",
            "Review before a child in care leaves custody",
            "Review before leaving custody",
            "The day the child leaves a young offender institution or secure training centre",
            "Before that day, if no other review comes first",
            f"{CARE_PLANNING}, regulation 33(3)(d)",
            "law",
            "For a child in the care of the council. The same goes for a child whom it houses under section 21(2)(b) "
            "or (c) of the Children Act 1989, such as one moved from police cells. Ask the reviewing officer for a "
            "date as soon as the release date is known.",
            "",
            ("note review-before-release",),
        ),
        DateRule(
            "release-ready",
            "release",
            "Arrangements for release confirmed",
            "Release arrangements",
            "The release date, counted back",
            "Ten days before; which kind of days is not said",
            "Statutory guidance, volume 2, as the protocol's footnote 31 reports it",
            "guidance",
            "We have not found the rule itself. Check the guidance.",
            "Calendar days and working days are both possible. We give both, and work to the earliest of them and of "
            "two weeks.",
            ("national fn31", "national 8-resettlement-3", "note ten-days-before-release"),
        ),
        DateRule(
            "pathway-review",
            "release",
            "Pathway plan of a care leaver reviewed",
            "Pathway plan review",
            "The release date, counted back",
            "At least one month before",
            "National protocol, paragraph 7.2",
            "practice",
            "",
            "",
            ("national 7.2-4", "note pathway-review-one-month"),
        ),
        DateRule(
            "review-first",
            "care",
            "First review",
            "First review",
            "The day the child becomes looked after",
            "Within 20 working days",
            f"{CARE_PLANNING}, regulation 33(1)",
            "law",
            "",
            "",
            (_REVIEWS,),
        ),
        DateRule(
            "review-second",
            "care",
            "Second review",
            "Second review",
            "The first review",
            "Not more than three months after it",
            f"{CARE_PLANNING}, regulation 33(2)",
            "law",
            "",
            "",
            (_REVIEWS,),
        ),
        DateRule(
            "review-later",
            "care",
            "Later reviews",
            "Later review",
            "The review before",
            "Not more than six months after it",
            f"{CARE_PLANNING}, regulation 33(2)",
            "law",
            "",
            "",
            (_REVIEWS,),
        ),
        DateRule(
            "notice-planned",
            "placement",
            "Written notice of an ordinary placement",
            "Placement notice",
            "The day the placement starts",
            "Before it is made, unless that is not reasonably practicable",
            f"{CARE_PLANNING}, regulation 13",
            "law",
            "To the child, the parents, the last carer, the health body, the GP, the school and the reviewing "
            "officer; in another area, to that council too. A placement at a distance also needs the director's "
            "approval.",
            "",
            ("national 6.8-3", "note notify-placement"),
        ),
        DateRule(
            "notice-emergency",
            "placement",
            "Written notice of an emergency placement",
            "Placement notice",
            "The day the placement starts",
            "Within five working days, unless that is not reasonably practicable",
            f"{CARE_PLANNING}, regulation 13",
            "law",
            "To the same people as for an ordinary placement.",
            "",
            ("national 6.8-3", "note notify-placement"),
        ),
        DateRule(
            "placement-plan",
            "placement",
            "Placement plan",
            "Placement plan",
            "The day the placement starts",
            "Before it; if that is not reasonably practicable, within five working days",
            f"{CARE_PLANNING}, regulation 9",
            "law",
            "For a child remanded to council accommodation: within five working days of the remand (regulation 47C).",
            "",
            (_REVIEWS,),
        ),
        DateRule(
            "care-plan",
            "placement",
            "Care plan, if this is the child's first placement",
            "Care plan",
            "The day the first placement starts",
            "Before it; if that is not practicable, within ten working days",
            f"{CARE_PLANNING}, regulation 4(2)",
            "law",
            "A child in care proceedings comes under other rules for this. Where remand to council accommodation is "
            "the only reason for care, it is due within five working days of the remand (regulation 47B).",
            "",
            (_REVIEWS,),
        ),
        DateRule(
            "return-interview",
            "other",
            "Independent return interview offered",
            "Return interview",
            "When a child who was missing comes back",
            "Within 72 hours, each time",
            "Council procedures; the sentence in the national guidance itself has not been seen",
            "guidance",
            "The hours run through nights, weekends and bank holidays.",
            "",
            ("note return-interview",),
        ),
        DateRule(
            "knife",
            "other",
            "Child found with a knife referred to youth justice",
            "Knife referral",
            "The day the police find it, in public or at a school or college",
            "Within one working day",
            "Government guidance for child knife possession, 12 February 2026",
            "guidance",
            "",
            "What a working day is, we take from the Care Planning Regulations.",
            ("note knife-referral-one-working-day",),
        ),
    )
}
