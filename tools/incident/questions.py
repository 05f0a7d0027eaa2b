"""The incident tool's questions, with every answer in its order of seriousness.

The first six decide the level; the rest refine a result that is already shown. Danger always comes first. "Not sure"
counts as the most serious answer about danger, weapon, injury or coercion, and ranks just below it elsewhere.
Sources: national 6.4, Annex 1 and Annex 3; the local protocol's categories and factors by topic. The published map prints them all.
"""

from tools.model import Answer, Question

DANGER = Question(
    "danger",
    "Is anyone in immediate danger?",
    "Someone could be badly hurt now: a fight, a weapon, a fire, an overdose, a suicide attempt, a vehicle being "
    "driven, a missing child in danger. Or things are out of control and you cannot make them safe.",
    (Answer("yes", "Yes", 2), Answer("not-sure", "Not sure", 1, "Treated as yes"), Answer("no", "No, not now", 0)),
)

#: group: answers. Within a group a higher seriousness never gives a lower result.
KIND_GROUPS = {
    "Everyday": (Answer("refusing", "Refusing, arguing, swearing, noise or mess", 0),),
    "Something broken": (
        Answer("damage-small", "Small damage", 0, "A parent would settle it"),
        Answer("damage-matters", "Damage that matters", 1, "Costly, or someone minds a lot"),
    ),
    "Something taken": (
        Answer("theft-small", "Something small taken", 0),
        Answer("theft-matters", "A theft that matters", 1, "Worth a lot, or someone minds a lot"),
    ),
    "Someone hurt": (
        Answer("assault-minor", "A shove, push or thrown thing; nobody needed treatment", 0),
        Answer("assault-treated", "An injury that needed treatment; it is over", 1),
        Answer("assault-serious", "A serious injury done on purpose; it is over", 2),
        Answer("assault-not-sure", "Someone is hurt and I am not sure how badly", 3, "Treated as needing an ambulance"),
    ),
    "A threat": (
        Answer("threat-not-believed", "A threat nobody believes", 0),
        Answer("threat-not-sure", "A threat; I am not sure", 1),
        Answer("threat-believed", "A threat that is believed", 2),
    ),
    "A weapon": (
        Answer("weapon-imitation", "A copy that could be taken for a real weapon", 0),
        Answer("weapon-found", "A weapon was found", 1),
        Answer("weapon-carried", "A weapon was carried, or I think it is", 2),
        Answer("weapon-used", "A weapon was used earlier; it is over", 3),
        Answer("weapon-hand", "A weapon is in someone's hand or being used", 4),
        Answer("weapon-firearm", "A gun, explosive or acid, or I cannot tell what it is", 5),
    ),
    "Drugs and substances": (
        Answer("alcohol", "Alcohol or solvents", 0),
        Answer("drugs-used", "Drugs were used; none found", 1),
        Answer("canisters", "Gas canisters", 2),
        Answer("drugs-found", "Drugs, or something I cannot name, were found", 2),
        Answer("drugs-supply", "Signs of selling or carrying for others", 3),
    ),
    "Sexual behaviour": (
        Answer("sexual-play", "Play that is usual for the age", 0),
        Answer("sexual-no-sign", "Sexual behaviour, with none of the signs below", 1),
        Answer(
            "sexual-signs",
            "With a complaint, risk, unequal power, force, grooming or exploitation; or I am not sure",
            2,
        ),
        Answer("sexual-under-13", "Sexual activity with a child under 13", 3),
    ),
    "Images": (
        Answer("images-no-sign", "Nude or sexual images, with none of the signs below", 0),
        Answer(
            "images-signs", "With a complaint, risk, unequal power, pressure, grooming or an adult; or I am not sure", 1
        ),
    ),
    "Fire": (
        Answer("fire-accident", "A fire by accident, now out", 0),
        Answer("fire-deliberate", "A fire set on purpose, now out", 1),
        Answer("fire-burning", "A fire is burning", 2),
    ),
    "A vehicle": (
        Answer("vehicle-over", "A vehicle was taken or driven; it is over", 0),
        Answer("vehicle-driving", "A vehicle is being driven now", 1),
    ),
    "Harm of other kinds": (
        Answer("animal", "An animal was harmed", 0),
        Answer("hate", "Abuse because of race, religion, disability, sexuality or gender identity", 0),
        Answer("extremism", "Extreme views, or signs of being drawn into extremism", 1),
    ),
    "Health": (
        Answer("health-worry", "Self-harm or mental distress, no emergency", 0),
        Answer("health-emergency", "An overdose, a suicide attempt, or an injury that needs an ambulance", 1),
    ),
    "Not where they should be": (
        Answer("missing-late", "Late, or away without leave at a known safe place", 0),
        Answer("missing-unsafe", "At a known place that is not safe", 1),
        Answer("missing-unknown", "Missing: nobody knows where they are", 2),
        Answer("missing-danger", "Missing or threatened, and in danger", 3),
    ),
    "Something else": (
        Answer("child-harmed", "Someone did something to this child", 0),
        Answer("none", "None of these", 0),
    ),
}

KIND = Question(
    "kind",
    "What happened?",
    "Choose all that fit. Nothing you choose is sent or kept.",
    tuple(answer for group in KIND_GROUPS.values() for answer in group),
    many=True,
)

WISH = Question(
    "wish",
    "What does the person harmed want?",
    "Ask them if you can. Their wish matters, and it can change.",
    (
        Answer("nobody", "Nobody was harmed", 0),
        Answer("no-police", "They do not want the police or a prosecution", 1),
        Answer("not-known", "Not known yet, or not sure", 2),
        Answer("police", "They want the police told", 3),
    ),
)

AGAIN = Question(
    "again",
    "Has it happened before?",
    "Think of this kind of behaviour by this child.",
    (
        Answer("first", "First time", 0),
        Answer("repeated", "It has happened before", 1),
        Answer("not-sure", "Not sure", 2),
        Answer("worse", "It is getting worse", 3),
    ),
)

COERCION = Question(
    "coercion",
    "Could someone be using, forcing or grooming the child?",
    "New money or phones, older friends, debts, fear, going missing, carrying for others.",
    (
        Answer("no", "No sign of it", 0),
        Answer("not-sure", "Not sure", 1, "Treated as yes"),
        Answer("yes", "Yes, or signs of it", 2),
    ),
)

RECORD = Question(
    "record",
    "Is a formal record needed?",
    "Ask the insurer first what proof they need. Many do not need a crime number.",
    (
        Answer("no", "No", 0),
        Answer("not-asked", "Perhaps: the insurer has not been asked", 1),
        Answer("not-sure", "Not sure", 2),
        Answer("required", "Yes: the insurer was asked and needs a reference", 3),
    ),
)

AGE = Question(
    "age",
    "How old is the child or young person?",
    "",
    (Answer("under-10", "Under 10", 0), Answer("10-17", "10 to 17", 0), Answer("18-25", "18 to 25", 0)),
)

HARMED = Question(
    "harmed",
    "Who was harmed?",
    "Choose all that fit.",
    (
        Answer("nobody", "Nobody", 0),
        Answer("this-child", "This child", 0),
        Answer("another-child", "Another child", 0),
        Answer("staff", "Staff or a carer", 0),
        Answer("public", "A member of the public", 0),
        Answer("organisation", "An organisation", 0),
        Answer("partner", "A partner, ex-partner or relative", 0),
    ),
    many=True,
)

OVER = Question(
    "over",
    "Is it over?",
    "",
    (Answer("yes", "Yes", 0), Answer("not-sure", "Not sure", 1), Answer("no", "No, but nobody is in danger", 2)),
)

WHERE = Question(
    "where",
    "Where did it happen?",
    "",
    (
        Answer("home", "In the home", 0),
        Answer("school", "At school or college", 0),
        Answer("community", "Out in the community", 0),
        Answer("online", "Online", 0),
    ),
)

PLACEMENT = Question(
    "placement",
    "Where does the child live?",
    "",
    (
        Answer("childrens-home", "Children's home", 0),
        Answer("foster", "Foster home", 0),
        Answer("kinship", "With family or friends", 0),
        Answer("supported", "Supported accommodation", 0),
        Answer("secure", "Secure home", 0),
        Answer("own", "A tenancy of their own", 0),
    ),
)

AUTHORITY = Question(
    "authority",
    "Which authority is responsible for the child?",
    "",
    (Answer("in", "The one for this area", 0), Answer("not-sure", "Not sure", 0), Answer("out", "Another area's", 0)),
)

POLICE = Question(
    "police",
    "Are the police already involved?",
    "",
    (
        Answer("no", "No", 0),
        Answer("there", "They are here or coming", 0),
        Answer("arrest", "Arrest, or asked to an interview", 0),
    ),
)

ACCOUNT = Question(
    "account",
    "Has the child been asked what happened?",
    "",
    (Answer("asked", "Yes", 0), Answer("not-yet", "Not yet", 0), Answer("not-now", "They do not want to talk now", 0)),
)

NEEDS = Question(
    "needs",
    "Does the child have needs that others must know of?",
    "Choose all that fit.",
    (
        Answer("none-known", "None known", 0),
        Answer("learning", "Learning, communication or special educational needs", 0),
        Answer("language", "Needs an interpreter", 0),
        Answer("alone", "Came to the UK without a parent", 0),
    ),
    many=True,
)

ALLEGATION = Question(
    "allegation",
    "Is anything said against staff or a carer?",
    "",
    (Answer("no", "No", 0), Answer("not-sure", "Not sure", 1), Answer("yes", "Yes", 2)),
)

OWN_CHILD = Question(
    "own-child",
    "Would you call the police if this were your own child?",
    "",
    (Answer("no", "No", 0), Answer("not-sure", "Not sure", 1), Answer("yes", "Yes", 2)),
)

#: These decide the level, in the order they are asked.
DECIDING = (DANGER, KIND, WISH, AGAIN, COERCION, RECORD)
#: These add to a result that is already shown.
REFINING = (AGE, HARMED, OVER, WHERE, PLACEMENT, AUTHORITY, POLICE, ACCOUNT, NEEDS, ALLEGATION, OWN_CHILD)
QUESTIONS = DECIDING + REFINING
