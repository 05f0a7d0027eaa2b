"""The incident tool's questions, with the seriousness of every option.

The first six decide the level; the rest refine a result that is already shown. Danger always comes first. "Not sure"
counts as the most serious answer about danger, weapon, injury or coercion, and ranks just below it elsewhere. Sources:
national 6.4, Annex 1 and Annex 3; the local protocol's categories and factors by topic. The published map prints them
all.
"""

from tools.model import Option, Question

DANGER = Question(
    "danger",
    "Is anyone in immediate danger?",
    "Someone could be badly hurt now: a fight, a weapon, a fire, an overdose, a suicide attempt, a vehicle being "
    "driven, a missing child in danger. Or things are out of control and you cannot make them safe.",
    (Option("yes", "Yes", 2), Option("not-sure", "Not sure", 1, "Treated as yes"), Option("no", "No, not now", 0)),
)

#: Options by group. Within a group a higher seriousness never gives a lower result.
KIND_GROUPS = {
    "Everyday": (Option("refusing", "Refusing, arguing, swearing, noise or mess", 0),),
    "Something broken": (
        Option("damage-small", "Small damage", 0, "A parent would settle it"),
        Option("damage-matters", "Damage that matters", 1, "Costly, or someone minds a lot"),
    ),
    "Something taken": (
        Option("theft-small", "Something small taken", 0),
        Option("theft-matters", "A theft that matters", 1, "Worth a lot, or someone minds a lot"),
    ),
    "Someone hurt": (
        Option("assault-minor", "A shove, push or thrown thing; nobody needed treatment", 0),
        Option("assault-treated", "An injury that needed treatment; it is over", 1),
        Option("assault-serious", "A serious injury done on purpose; it is over", 2),
        Option("assault-not-sure", "Someone is hurt and I am not sure how badly", 3, "Treated as needing an ambulance"),
    ),
    "A threat": (
        Option("threat-not-believed", "A threat nobody believes", 0),
        Option("threat-not-sure", "A threat; I am not sure", 1),
        Option("threat-believed", "A threat that is believed", 2),
    ),
    "A weapon": (
        Option("weapon-imitation", "A copy that could be taken for a real weapon", 0),
        Option("weapon-found", "A weapon was found", 1),
        Option("weapon-carried", "A weapon was carried, or I think it is", 2),
        Option("weapon-used", "A weapon was used earlier; it is over", 3),
        Option("weapon-hand", "A weapon is in someone's hand or being used", 4),
        Option("weapon-firearm", "A gun, explosive or acid, or I cannot tell what it is", 5),
    ),
    "Drugs and substances": (
        Option("alcohol", "Alcohol or solvents", 0),
        Option("drugs-used", "Drugs were used; none found", 1),
        Option("canisters", "Gas canisters", 2),
        Option("drugs-found", "Drugs, or something I cannot name, were found", 2),
        Option("drugs-supply", "Signs of selling or carrying for others", 3),
    ),
    "Sexual behaviour": (
        Option("sexual-play", "Play that is usual for the age", 0),
        Option("sexual-no-sign", "Sexual behaviour, with none of the signs below", 1),
        Option(
            "sexual-signs",
            "With a complaint, risk, unequal power, force, grooming or exploitation; or I am not sure",
            2,
        ),
        Option("sexual-under-13", "Sexual activity with a child under 13", 3),
    ),
    "Images": (
        Option("images-no-sign", "Nude or sexual images, with none of the signs below", 0),
        Option(
            "images-signs", "With a complaint, risk, unequal power, pressure, grooming or an adult; or I am not sure", 1
        ),
    ),
    "Fire": (
        Option("fire-accident", "A fire by accident, now out", 0),
        Option("fire-deliberate", "A fire set on purpose, now out", 1),
        Option("fire-burning", "A fire is burning", 2),
    ),
    "A vehicle": (
        Option("vehicle-over", "A vehicle was taken or driven; it is over", 0),
        Option("vehicle-driving", "A vehicle is being driven now", 1),
    ),
    "Harm of other kinds": (
        Option("animal", "An animal was harmed", 0),
        Option("hate", "Abuse because of race, religion, disability, sexuality or gender identity", 0),
        Option("extremism", "Extreme views, or signs of being drawn into extremism", 1),
    ),
    "Health": (
        Option("health-worry", "Self-harm or mental distress, no emergency", 0),
        Option("health-emergency", "An overdose, a suicide attempt, or an injury that needs an ambulance", 1),
    ),
    "Not where they should be": (
        Option("missing-late", "Late, or away without leave at a known safe place", 0),
        Option("missing-unsafe", "At a known place that is not safe", 1),
        Option("missing-unknown", "Missing: nobody knows where they are", 2),
        Option("missing-danger", "Missing or threatened, and in danger", 3),
    ),
    "Something else": (
        Option("child-harmed", "Someone did something to this child", 0),
        Option("none", "None of these", 0),
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
        Option("nobody", "Nobody was harmed", 0),
        Option("no-police", "They do not want the police or a prosecution", 1),
        Option("not-known", "Not known yet, or not sure", 2),
        Option("police", "They want the police told", 3),
    ),
)

AGAIN = Question(
    "again",
    "Has it happened before?",
    "Think of this kind of behaviour by this child.",
    (
        Option("first", "First time", 0),
        Option("repeated", "It has happened before", 1),
        Option("not-sure", "Not sure", 2),
        Option("worse", "It is getting worse", 3),
    ),
)

COERCION = Question(
    "coercion",
    "Could someone be using, forcing or grooming the child?",
    "New money or phones, older friends, debts, fear, going missing, carrying for others.",
    (
        Option("no", "No sign of it", 0),
        Option("not-sure", "Not sure", 1, "Treated as yes"),
        Option("yes", "Yes, or signs of it", 2),
    ),
)

RECORD = Question(
    "record",
    "Is a formal record needed?",
    "Ask the insurer first what proof they need. Many do not need a crime number.",
    (
        Option("no", "No", 0),
        Option("not-asked", "Perhaps: the insurer has not been asked", 1),
        Option("not-sure", "Not sure", 2),
        Option("required", "Yes: the insurer was asked and needs a reference", 3),
    ),
)

AGE = Question(
    "age",
    "How old is the child or young person?",
    "",
    (Option("under-10", "Under 10", 0), Option("10-17", "10 to 17", 0), Option("18-25", "18 to 25", 0)),
)

HARMED = Question(
    "harmed",
    "Who was harmed?",
    "Choose all that fit.",
    (
        Option("nobody", "Nobody", 0),
        Option("this-child", "This child", 0),
        Option("another-child", "Another child", 0),
        Option("staff", "Staff or a carer", 0),
        Option("public", "A member of the public", 0),
        Option("organisation", "An organisation", 0),
        Option("partner", "A partner, ex-partner or relative", 0),
    ),
    many=True,
)

OVER = Question(
    "over",
    "Is it over?",
    "",
    (Option("yes", "Yes", 0), Option("not-sure", "Not sure", 1), Option("no", "No, but nobody is in danger", 2)),
)

WHERE = Question(
    "where",
    "Where did it happen?",
    "",
    (
        Option("home", "In the home", 0),
        Option("school", "At school or college", 0),
        Option("community", "Out in the community", 0),
        Option("online", "Online", 0),
    ),
)

PLACEMENT = Question(
    "placement",
    "Where does the child live?",
    "",
    (
        Option("childrens-home", "Children's home", 0),
        Option("foster", "Foster home", 0),
        Option("kinship", "With family or friends", 0),
        Option("supported", "Supported accommodation", 0),
        Option("secure", "Secure home", 0),
        Option("own", "A tenancy of their own", 0),
    ),
)

AUTHORITY = Question(
    "authority",
    "Which authority is responsible for the child?",
    "",
    (Option("in", "The one for this area", 0), Option("not-sure", "Not sure", 0), Option("out", "Another area's", 0)),
)

POLICE = Question(
    "police",
    "Are the police already involved?",
    "",
    (
        Option("no", "No", 0),
        Option("there", "They are here or coming", 0),
        Option("arrest", "Arrest, or asked to an interview", 0),
    ),
)

ACCOUNT = Question(
    "account",
    "Has the child been asked what happened?",
    "",
    (Option("asked", "Yes", 0), Option("not-yet", "Not yet", 0), Option("not-now", "They do not want to talk now", 0)),
)

NEEDS = Question(
    "needs",
    "Does the child have needs that others must know of?",
    "Choose all that fit.",
    (
        Option("none-known", "None known", 0),
        Option("learning", "Learning, communication or special educational needs", 0),
        Option("language", "Needs an interpreter", 0),
        Option("alone", "Came to the UK without a parent", 0),
    ),
    many=True,
)

ALLEGATION = Question(
    "allegation",
    "Is anything said against staff or a carer?",
    "",
    (Option("no", "No", 0), Option("not-sure", "Not sure", 1), Option("yes", "Yes", 2)),
)

OWN_CHILD = Question(
    "own-child",
    "Would you call the police if this were your own child?",
    "",
    (Option("no", "No", 0), Option("not-sure", "Not sure", 1), Option("yes", "Yes", 2)),
)

#: These decide the level, in the order they are asked.
DECIDING = (DANGER, KIND, WISH, AGAIN, COERCION, RECORD)
#: These add to a result that is already shown.
REFINING = (AGE, HARMED, OVER, WHERE, PLACEMENT, AUTHORITY, POLICE, ACCOUNT, NEEDS, ALLEGATION, OWN_CHILD)
QUESTIONS = DECIDING + REFINING
