"""The questions that more than one situation asks: about the incident as a whole, and about each event.

Source: section 5 of the specification with its second reading (Lists 1 and 2). Lists of signs replace "are you sure?":
one sign counts, none does not, and "cannot see or tell" counts as the grave answer where lives depend on it.
"""

from tools.incident.model import Option, Question, answer, no

DANGER = Question(
    "danger",
    "Is any of this happening now?",
    (
        Option("none", "None of these"),
        Option("blows", "Hitting, kicking or choking is going on"),
        Option("in-hand", "A weapon, fire, acid or heavy thing in hand, with people in reach"),
        Option("cornered", "Someone is cornered or cut off"),
        Option("closing-in", "“I’ll do it”, with the means there, and closing in"),
        Option("not-parted", "The adults here cannot keep people apart"),
        Option("silent-door", "A shut door and no answer"),
        Option("cannot-tell", "I cannot see or tell"),
    ),
    "Tick what is true. Shouting, swearing or a slammed door alone is not on this list.",
    many=True,
    nothing="none",
)

ACT = Question(
    "act",
    "What kind of act was it?",
    (
        Option("low", "It could not badly hurt anyone"),
        Option("could-hurt", "It could hurt: a push, punch, slap, kick to the body, a light thing thrown"),
        Option("could-kill", "It is on the list below"),
        Option("not-sure", "Not sure", "Counts as: it could hurt", "could-hurt"),
    ),
    "The list: blade, glass or tool swung or used at a person · hard or heavy thing at the head · kick or stamp on a "
    "head · neck, mouth or nose shut off · push on stairs, from a height, into road, water or fire · vehicle driven at "
    "a person · thing dropped on road, rail or people · fire near a bed, exit or sleeping people · acid, boiling or "
    "sugared water · drink or food drugged · gun, explosive or firework aimed. It counts even if it missed.",
)

HARM = Question(
    "harm",
    "What harm came of it?",
    (
        Option("none", "None"),
        Option("fear", "Someone was frightened or upset"),
        Option("mark", "A bruise, mark or small cut: nothing more than a plaster"),
        Option("not-checked", "Someone is hurt and I have not been able to check"),
        Option("treated", "Needed treatment: first aid that matters, pharmacy, GP, minor injuries, A&E and home again"),
        Option("hospital-over", "Was badly hurt, and is now safe with the ambulance or hospital"),
        Option("hospital", "Badly hurt: broken bone, unconscious, heavy bleeding, or needs to stay in hospital"),
    ),
)

INJURY = Question(
    "injury",
    "Does the person hurt have any of these?",
    (
        Option("none", "None of these"),
        Option("not-woken", "Cannot be woken, was knocked out, or is hard to rouse"),
        Option("head", "A fit, fluid or blood from ear or nose, or trouble with sight, speech, walking or a limb"),
        Option("bleeding", "Bleeding that does not stop"),
        Option("breathing", "Trouble breathing or swallowing"),
        Option("high-speed", "A fall from a height, or hit by something fast"),
        Option("cannot-tell", "I cannot check"),
    ),
    "Tick what is true.",
    many=True,
    nothing="none",
)

WHO = Question(
    "who",
    "Who did it, or whose is it?",
    (
        Option("nobody", "Nobody: it was an accident"),
        Option("this-child", "The child I am asking about"),
        Option("other-child", "Another child"),
        Option("partner", "A partner or ex-partner"),
        Option("relative", "A parent or relative"),
        Option("household", "Someone in the foster or kinship home: a carer, their family or a visitor"),
        Option("staff", "Staff of the home or placement"),
        Option("worker", "A teacher or another worker"),
        Option("officer", "A police officer"),
        Option("adult", "A stranger or another adult"),
        Option("not-sure", "Not sure"),
    ),
)
#: Who, other than a child, harmed someone: trigger T1 of the specification where the person harmed is a child.
ADULTS = ("partner", "relative", "household", "staff", "worker", "officer", "adult")

WHOM = Question(
    "whom",
    "To whom?",
    (
        Option("nobody", "To nobody"),
        Option("this-child", "To the child I am asking about"),
        Option("other-child", "To another child"),
        Option("staff", "To staff or a carer"),
        Option("partner", "To a partner, ex-partner or relative"),
        Option("public", "To a member of the public"),
        Option("organisation", "To the home or another organisation"),
    ),
    "Tick all that fit.",
    many=True,
    nothing="nobody",
)

WISH = Question(
    "wish",
    "What does the person harmed want?",
    (
        Option("nobody", "No person was harmed"),
        Option("no-police", "They do not want the police"),
        Option("not-known", "Not known yet", "Ask them later: it does not change the level now", "no-police"),
        Option("police", "They want the police told"),
    ),
    "A person, not the home or an insurer. Their wish can change.",
)

AGAIN = Question(
    "again",
    "Has it happened before?",
    (
        Option("first", "No, the first time"),
        Option("not-sure", "Not sure", "It does not change the level", "first"),
        Option("before", "It has happened before"),
        Option("targeted", "It is aimed at one person, again and again"),
        Option("worse", "It is getting worse"),
    ),
)

STILL = Question(
    "still",
    "Could it happen again tonight?",
    (
        Option("none", "None of these"),
        Option("near", "The person who did it is near and not calm"),
        Option("said-so", "They have said they will do it again"),
        Option("means", "What was used is still in reach"),
    ),
    "Tick what is true.",
    many=True,
    nothing="none",
)

WHEN = Question(
    "when",
    "When did it happen?",
    (
        Option("longer", "More than three weeks ago"),
        Option("weeks", "8 to 21 days ago"),
        Option("days", "2 to 7 days ago"),
        Option("today", "In the last 24 hours"),
        Option("not-sure", "Not sure", "Counts as: in the last 24 hours", "today"),
    ),
)

SIGNS_OF_USE = Question(
    "signs",
    "Are there signs that someone is using the child?",
    (
        Option("none", "None of these"),
        Option("friends", "Older friends the child will not talk about"),
        Option("things", "New clothes, phone or money that nobody can explain"),
        Option("away", "Goes missing, comes back tired, dirty or far from home"),
        Option("secrets", "A second phone, many calls, hotel cards or travel tickets"),
        Option("hurt", "Injuries or health worries that nobody can explain"),
        Option("carrying", "Carries drugs, money or weapons for someone"),
        Option("debt", "Owes money or goods, or has lost a packet"),
        Option("threats", "Is threatened, or their family is"),
        Option("collected", "Is collected, moved or watched by adults"),
        Option("money-fear", "Has money and is frightened"),
    ),
    "Tick what you have seen or been told.",
    many=True,
    nothing="none",
)
#: One of these is enough to tell the police; of the others it takes two (row A12).
STRONG_SIGNS = ("carrying", "debt", "threats", "collected", "money-fear")
OTHER_SIGNS = ("friends", "things", "away", "secrets", "hurt")

AGE = Question(
    "age",
    "How old is the child or young person?",
    (
        Option("under-10", "Under 10"),
        Option("10-12", "10 to 12"),
        Option("13-15", "13 to 15"),
        Option("16-17", "16 or 17"),
        Option("18-plus", "18 or over"),
        Option("not-known", "Not known"),
    ),
)

#: An adult decides about the police and is never called a child.
IS_ADULT = answer("age", "18-plus")
UNDER_18 = no(IS_ADULT)

STAGE = Question(
    "stage",
    "Are the police involved already?",
    (
        Option("none", "No"),
        Option("reported", "It has been reported; nobody has come"),
        Option("coming", "They are on their way"),
        Option("here", "They are here"),
        Option("station", "The child is arrested, at the station or asked to an interview"),
        Option("after", "On bail, under investigation or charged"),
        Option("ended", "The case has ended or was dropped"),
    ),
)

HERE = Question(
    "crew",
    "Who else is with you?",
    (
        Option("nobody", "Neither"),
        Option("ambulance", "An ambulance crew or hospital staff"),
        Option("fire", "A fire crew"),
    ),
    many=True,
    nothing="nobody",
)

CHANGED = Question(
    "changed",
    "Has anything changed since they were called?",
    (
        Option("no", "No"),
        Option("calmer", "It is calmer"),
        Option("new", "Something new"),
        Option("worse", "It is worse"),
    ),
)

PLACEMENT = Question(
    "placement",
    "Where does the child live?",
    (
        Option("childrens-home", "Children’s home"),
        Option("secure", "Secure children’s home"),
        Option("foster", "Foster home"),
        Option("kinship", "With family or friends as carers"),
        Option("supported", "Supported accommodation"),
        Option("own", "A tenancy of their own"),
    ),
)

AUTHORITY = Question(
    "authority",
    "Which council is responsible for the child?",
    (
        Option("in", "The council for this area"),
        Option("out", "Another council"),
        Option("not-sure", "Not sure", "", "out"),
    ),
)

STATUS = Question(
    "status",
    "What is the child’s legal status?",
    (
        Option("order", "Care order, emergency order or police protection"),
        Option("agreed", "Agreed with the parents (section 20)"),
        Option("not-sure", "Not known"),
    ),
)

ALONE = Question("alone", "Are you the only adult?", (Option("no", "No"), Option("yes", "Yes")))

MANAGER = Question(
    "manager",
    "What about your manager?",
    (
        Option("not-tried", "Not called yet"),
        Option("reached", "Told already"),
        Option("no-answer", "Two tries, no answer"),
        Option("named", "They are the person it is about"),
    ),
)

ACCOUNT = Question(
    "account",
    "Has the child said what happened?",
    (
        Option("not-yet", "Not yet"),
        Option("some", "They said something"),
        Option("not-now", "They do not want to talk now"),
    ),
)

NEEDS = Question(
    "needs",
    "What must others know about the child?",
    (
        Option("none", "Nothing known"),
        Option("communication", "Learning, autism, speech or communication needs"),
        Option("language", "Needs an interpreter"),
        Option("alone", "Came to the UK without a parent, or may have been trafficked"),
        Option("medicine", "Medicine or a condition that cannot wait"),
        Option("pregnant", "Is pregnant"),
    ),
    many=True,
    nothing="none",
)

#: About the incident as a whole, asked once. Danger comes first.
INCIDENT = (DANGER, AGE, STAGE, CHANGED, HERE, PLACEMENT, AUTHORITY, STATUS, ALONE, MANAGER, ACCOUNT, NEEDS)
#: About each event, where its row asks.
EVENT = (ACT, HARM, INJURY, WHO, WHOM, WISH, AGAIN, STILL, WHEN, SIGNS_OF_USE)
