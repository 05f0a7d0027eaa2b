"""What must be true of every result, whatever was answered (design 5.1 to 5.4). Each gives a sentence where it is not.

They are written from the design, in terms of answers and texts, and not from the rules' own conditions.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from tools.incident import TABLE

type Incident = dict[str, Any]
type Result = dict[str, Any]
type Invariant = Callable[[Incident, Result], Iterator[str]]

INVARIANTS: list[Invariant] = []
#: Signs of danger now: each is red.
SIGNS = {option["value"] for option in TABLE["questions"]["danger"]["options"]} - {"none"}
POLICE_THERE = ("here", "station")
POLICE_KNOW = ("reported", "coming", "here", "station", "after")
LEVELS, CONTACTS = TABLE["orders"]["level"], TABLE["orders"]["contact"]
#: Pairs of acts on the same object that cannot both be done.
OPPOSITE = [
    ("leave", "remove"),
    ("leave", "dispose"),
    ("leave", "hand over"),
    ("refuse", "hand over"),
]
#: Texts that send a reader into danger, or destroy what the police may want, or silence someone.
FORBIDDEN = {
    "stepping in": r"\b(?:disarm|(?:grab|take) the (?:knife|blade|weapon) (?:from|off)|step between)\b",
    "searching a person": r"\b(?:search|pat down|frisk) (?:him|her|them|the child|the young person|pockets|bags?)\b",
    "looking at an image": r"\b(?:look at|view|open|check) the (?:image|picture|photo|video)s?\b",
    "keeping silent": r"\b(?:you may not report|do not report|must not report|not allowed to report)\b",
    "playing it down": r"not an emergency",
}
_NEGATED = re.compile(r"\b(?:do not|don’t|never|nobody|not|no)\b[^.;:]*", re.I)


def invariant(test: Invariant) -> Invariant:
    """Adds an invariant to those that are proved."""
    INVARIANTS.append(test)
    return test


def events_of(incident: Incident) -> list[dict[str, Any]]:
    return incident.get("events") or []


def at_least(order: list[str], value: str | None, least: str) -> bool:
    """Whether a level or contact is at least another."""
    return value is not None and order.index(value) >= order.index(least)


def now(result: Result) -> list[dict[str, Any]]:
    return [action for action in result["actions"] if action["block"] == "now"]


def key(action: dict[str, Any]) -> tuple[str, str, str]:
    """What makes an action the same one, however it is worded."""
    return action["act"], "" if action["act"] in ("tell", "call") else action["object"], action["target"]


@cache
def forbidden_in(text: str) -> list[str]:
    """What a text sends a reader to do that no text may, apart from what it forbids."""
    return [what for what, pattern in FORBIDDEN.items() if re.search(pattern, positive(text), re.I)]


def positive(text: str) -> str:
    """A text without what it forbids."""
    return _NEGATED.sub("", text)


@invariant
def what_is_shown_first_is_short(incident, result):
    """Verdict at most 10 words, never at most 12, actions at most 5 of 16 words, never and actions at most 90."""
    if len(result["verdict"].split()) > 10:
        yield f"verdict: {result['verdict']}"
    if any(len(never.split()) > 12 for never in result["nevers"]):
        yield f"never: {result['nevers']}"
    yield from (f"long: {action['text']}" for action in now(result) if len(action["text"].split()) > 16)
    shown = now(result)[: result["shown"]]
    words = sum(len(text.split()) for text in [*result["nevers"][:1], *(action["text"] for action in shown)])
    if len(shown) > 5 or words > 90:
        yield f"{len(shown)} actions, {words} words"


@invariant
def the_first_actions_are_never_displaced(incident, result):
    """999, own safety and first aid are always among what is shown; A&E and 111 too, where 999 is not called."""
    for action in now(result)[result["shown"] :]:
        beside_999 = result["contact"] == "999" and action["act"] == "aid" and action["step"] == "call"
        if action["step"] in ("self", "life", "call") and not beside_999:
            yield f"hidden: {action['text']}"


@invariant
def physical_safety_comes_first(incident, result):
    steps = [TABLE["orders"]["step"].index(action["step"]) for action in now(result)]
    if steps != sorted(steps):
        yield "the order of 1.1 is broken"


@invariant
def nothing_is_said_twice(incident, result):
    keys = [key(action) for action in result["actions"]]
    yield from (f"twice: {k}" for k in {k for k in keys if keys.count(k) > 1})
    texts = [action["text"] for action in result["actions"]]
    yield from (f"twice: {text}" for text in {text for text in texts if texts.count(text) > 1})


@invariant
def no_two_actions_conflict(incident, result):
    for one, other in OPPOSITE:
        objects = {a["object"] for a in result["actions"] if a["act"] == one} - {"police"}
        for action in result["actions"]:
            if action["act"] == other and action["object"] in objects:
                yield f"{one} and {other}: {action['object']}"


@invariant
def nobody_is_called_who_is_already_there(incident, result):
    there = incident.get("stage") in POLICE_THERE
    said = " ".join(action["text"] for action in result["actions"])
    if there and re.search(r"\b101\b", said):
        yield "101 with an officer there"
    if there and set(result["services"]) == {"police"} and re.search(r"[Cc]all 999", said + result["verdict"]):
        yield "999 for the police with an officer there"
    crew = incident.get("crew") or []
    if (
        "ambulance" in crew
        and set(result["services"]) == {"ambulance"}
        and re.search(r"[Cc]all 999", said + result["verdict"])
    ):
        yield "999 for an ambulance that is there"


@invariant
def red_calls_999_with_a_service(incident, result):
    """A red result has 999 with its services, or tells those who are there; and nothing else is the headline."""
    if (result["level"] == "red") != (result["contact"] == "999"):
        yield f"{result['level']} with {result['contact']}"
    if result["level"] == "red":
        if not result["services"]:
            yield "no service"
        if not any(action["act"] == "call" and action["target"] == "999" for action in now(result)):
            yield "no call"
        if not re.search(r"999|there|officer|coming", result["verdict"]):
            yield f"verdict: {result['verdict']}"


@invariant
def a_sign_of_danger_is_red(incident, result):
    if SIGNS & set(incident.get("danger") or ()) and result["level"] != "red":
        yield f"danger and {result['level']}"


@invariant
def no_act_of_this_child_is_presupposed(incident, result):
    acted = any(event.get("who") == "this-child" for event in events_of(incident)) or "acted" in result["marks"]
    if (
        any(event.get("who") not in (None, "this-child") for event in events_of(incident))
        and len(events_of(incident)) == 1
    ):
        acted = False
    for action in result["actions"]:
        if not acted and (action["act"] in ("repair", "ask account") or "arrest is needed" in action["text"]):
            yield f"presupposes an act: {action['text']}"


@invariant
def no_account_is_asked_too_early(incident, result):
    """Not once the police are told or clearly will be, nor while a talk is undecided, nor in matters to listen to."""
    listens = set(result["marks"]) & {"listen", "sexual", "exploitation", "allegation", "images"}
    if at_least(CONTACTS, result["contact"], "discuss") or incident.get("stage") in POLICE_KNOW or listens:
        yield from (f"asks: {a['text']}" for a in result["actions"] if a["act"] == "ask account")


@invariant
def nothing_is_asked_of_a_child_who_is_not_there(incident, result):
    if "absent" in result["marks"] or incident.get("stage") == "station":
        for action in result["actions"]:
            if action["act"] in ("ask account", "ask safety", "listen") and action["target"] == "child":
                yield f"asks a child who is not there: {action['text']}"


@invariant
def making_up_waits_for_the_police(incident, result):
    if at_least(CONTACTS, result["contact"], "tell today") or incident.get("stage") in POLICE_KNOW:
        yield from (f"repairs: {a['text']}" for a in result["actions"] if a["act"] == "repair")


@invariant
def nothing_is_thrown_away_before_the_police_are_asked(incident, result):
    kept = set(result["marks"]) & {"weapon", "substance"}
    if kept or at_least(CONTACTS, result["contact"], "discuss") or incident.get("stage") in POLICE_KNOW:
        yield from (f"disposes: {a['text']}" for a in result["actions"] if a["act"] == "dispose")


@invariant
def nobody_is_sent_into_danger_or_silenced(incident, result):
    texts = [action["text"] for action in result["actions"]] + [line for s in result["scripts"] for line in s["lines"]]
    for text in texts:
        yield from (f"{what}: {text}" for what in forbidden_in(text))


@invariant
def a_weapon_in_hand_is_left_to_the_police(incident, result):
    if "in-hand" in (incident.get("danger") or ()) and not any("step in" in never for never in result["nevers"]):
        yield "no warning not to step in"


@invariant
def under_10_is_never_reported_as_a_crime(incident, result):
    """Behaviour towards people: police only with danger now, or for a weapon used or to threaten (S5)."""
    for event in events_of(incident):
        uses = TABLE["rows"][event["what"]].get("uses", ()) if event.get("what") else ()
        own = (
            "weapon" not in result["marks"]
            and incident.get("age") == "under-10"
            and event.get("who") == "this-child"
            and "harm" in uses
        )
        if own and len(events_of(incident)) == 1 and result["contact"] in ("tell today", "tell now"):
            yield f"{result['contact']} for a child under 10"


@invariant
def an_adult_is_never_called_a_child(incident, result):
    if incident.get("age") == "18-plus":
        said = [result["verdict"], *result["nevers"], *(action["text"] for action in result["actions"])]
        said += [line for script in result["scripts"] for line in script["lines"]]
        for text in said:
            if re.search(r"\b(?:the|this|your) child\b(?!’s social worker)", text):
                yield f"called a child: {text}"


@invariant
def a_health_need_is_never_hidden(incident, result):
    """Where anything is due tonight for health, no level 'none' is the headline (S1)."""
    due = result["health"] in ("111 now", "A&E now", "ambulance") and not at_least(LEVELS, result["level"], "green")
    if due and not re.search(r"999|111|A&E|ambulance|hospital|maternity|[Hh]ealth staff|custody", result["verdict"]):
        yield f"{result['health']} hidden by: {result['verdict']}"


@invariant
def nothing_settled_is_no_level(incident, result):
    """A provisional 'none' is shown as nothing settled (S15)."""
    none = not at_least(LEVELS, result["level"], "green") and not at_least(CONTACTS, result["contact"], "tell today")
    if result["open"] and none and not result["health"] and re.search(r"not need|No police", result["verdict"]):
        yield f"settled too early: {result['verdict']}"


@invariant
def an_allegation_reaches_the_designated_officer(incident, result):
    alleged = "allegation" in result["marks"] and incident.get("age") not in ("18-plus", None)
    if alleged and not any(action["target"] == "designated officer" for action in result["actions"]):
        yield "no designated officer"
    if incident.get("manager") == "named" and any("your manager" in a["text"] for a in result["actions"]):
        yield "sends to the manager who is named"


@invariant
def a_harmed_child_is_looked_after_as_a_victim(incident, result):
    if "victim" in result["marks"] and "absent" not in result["marks"] and incident.get("stage") != "station":
        if not any(action["act"] in ("support", "stay", "listen", "aid") for action in result["actions"]):
            yield "nothing for the harmed child"
        if result["level"] is None:
            yield "no level for harm to the child"


def broken(incident: Incident, result: Result) -> list[str]:
    """Every invariant that a result breaks, with what is wrong."""
    return [f"{test.__name__}: {message}" for test in INVARIANTS for message in test(incident, result)]
