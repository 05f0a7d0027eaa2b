"""Answers of the first edition as an incident of the second: what carries over, and what must be asked again.

One table serves saved copies, files for the command line, examples of guides, scenario cards and test situations.
Nothing is guessed that could make a matter look smaller: an answer that the second edition asks more closely is left
open, so that the result is provisional until it is given.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from tools.incident import TABLE
from tools.incident.check import MOST_EVENTS

#: What happened, least to most urgent: the situation and the row, with the answers that carry over.
KINDS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "refusing": ("property", "refusing", {}),
    "damage-small": ("property", "damage", {"damage": "small"}),
    "theft-small": ("property", "theft", {"taken-what": ["small"]}),
    "fire-accident": ("fire", "fire-out", {"fire-cause": "accident"}),
    "alcohol": ("substances", "alcohol", {}),
    "sexual-play": ("sexual", "sexual-play", {}),
    "threat-not-believed": ("threats", "threat", {"threat-signs": ["none"]}),
    "animal": ("property", "animal", {}),
    "hate": ("threats", "hate", {}),
    "damage-matters": ("property", "damage", {"damage": "matters"}),
    "theft-matters": ("property", "theft", {"taken-what": ["valuable"]}),
    "drugs-used": ("substances", "drugs-used", {}),
    "missing-late": ("missing", "late", {"missing-safe": "safe"}),
    "health-worry": ("health", "unwell", {}),
    "assault-minor": ("hurt", "blow", {}),
    "assault-treated": ("hurt", "blow", {"harm": "treated"}),
    "sexual-no-sign": ("sexual", "sexual-between", {}),
    "images-no-sign": ("sexual", "images", {}),
    "threat-not-sure": ("threats", "threat", {"threat-signs": ["maybe"]}),
    "vehicle-over": ("fire", "vehicle", {}),
    "canisters": ("substances", "canisters", {}),
    "drugs-found": ("substances", "drugs-found", {}),
    "child-harmed": ("harmed", "blow", {}),
    "threat-believed": ("threats", "threat", {"threat-signs": ["believed"]}),
    "extremism": ("threats", "extremism", {"extreme": "concern"}),
    "weapon-imitation": ("weapon", "weapon-copy", {}),
    "weapon-found": ("weapon", "weapon-found", {}),
    "weapon-carried": ("weapon", "weapon-carried", {}),
    "weapon-used": ("weapon", "weapon-used", {}),
    "drugs-supply": ("substances", "supply-drugs", {}),
    "fire-deliberate": ("fire", "fire-out", {"fire-cause": "purpose"}),
    "images-signs": ("sexual", "images", {}),
    "sexual-signs": ("sexual", "sexual-between", {}),
    "sexual-under-13": ("sexual", "sexual-between", {}),
    "missing-unsafe": ("missing", "late", {"missing-safe": "unsafe"}),
    "missing-unknown": ("missing", "missing", {}),
    "assault-serious": ("hurt", "blow", {"harm": "hospital-over"}),
    "assault-not-sure": ("hurt", "blow", {"harm": "not-checked"}),
    "health-emergency": ("health", "unresponsive", {}),
    "missing-danger": ("missing", "missing", {"missing-signs": ["cannot-tell"]}),
    "vehicle-driving": ("fire", "vehicle", {"vehicle-where": "driven"}),
    "fire-burning": ("fire", "burning", {}),
    "weapon-firearm": ("weapon", "firearm", {}),
    "weapon-hand": ("weapon", "weapon-used", {"weapon-use": "hand"}),
}
#: Answers about the incident as a whole. What the second edition asks more closely is not here: it is asked again.
INCIDENT: dict[str, dict[str, tuple[str, Any]]] = {
    "danger": {"no": ("danger", ["none"]), "yes": ("danger", ["cannot-tell"]), "not-sure": ("danger", ["cannot-tell"])},
    "age": {"under-10": ("age", "under-10"), "18-25": ("age", "18-plus")},
    "police": {"no": ("stage", "none"), "arrest": ("stage", "station")},
    "placement": {
        "childrens-home": ("placement", "childrens-home"),
        "foster": ("placement", "foster"),
        "kinship": ("placement", "kinship"),
        "supported": ("placement", "supported"),
        "secure": ("placement", "secure"),
        "own": ("placement", "own"),
    },
    "authority": {"in": ("authority", "in"), "out": ("authority", "out"), "not-sure": ("authority", "not-sure")},
    "account": {"asked": ("account", "some"), "not-yet": ("account", "not-yet"), "not-now": ("account", "not-now")},
}
#: Answers about the event.
EVENT: dict[str, dict[str, tuple[str, Any]]] = {
    "wish": {
        "nobody": ("wish", "nobody"),
        "no-police": ("wish", "no-police"),
        "not-known": ("wish", "not-known"),
        "police": ("wish", "police"),
    },
    "again": {
        "first": ("again", "first"),
        "repeated": ("again", "before"),
        "not-sure": ("again", "not-sure"),
        "worse": ("again", "worse"),
    },
    "over": {"yes": ("still", ["none"])},
}
WHOM = {
    "nobody": "nobody",
    "this-child": "this-child",
    "another-child": "other-child",
    "staff": "staff",
    "public": "public",
    "organisation": "organisation",
    "partner": "partner",
}
NEEDS = {"none-known": "none", "learning": "communication", "language": "language", "alone": "alone"}
#: The events that other questions of the first edition stood for.
FURTHER: dict[str, tuple[str, str]] = {"coercion": ("exploited", "used"), "allegation": ("harmed", "allegation")}
#: Questions that only the first edition asks.
FIRST_EDITION = (
    "kind",
    "coercion",
    "allegation",
    "harmed",
    "over",
    "police",
    "record",
    "own-child",
    "where",
    "again",
    "wish",
)


def is_first_edition(answers: Mapping[str, Any]) -> bool:
    """Whether answers are of the first edition: a question that only it asks, or danger answered by yes or no."""
    return "events" not in answers and (
        isinstance(answers.get("danger"), str) or any(question in answers for question in FIRST_EDITION)
    )


def chosen(answers: Mapping[str, Any], question: str) -> Sequence[str]:
    """The values chosen for a question of the first edition."""
    values = answers.get(question) or ()
    return (values,) if isinstance(values, str) else tuple(values)


def migrate(answers: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """The incident that answers of the first edition stand for, and the ids of the questions to ask again.

    At most four events, the most urgent kinds first. Raises ValueError for a kind that the first edition did not have.
    """
    incident: dict[str, Any] = {}
    for question, values in INCIDENT.items():
        for value in chosen(answers, question):
            if value in values:
                incident[values[value][0]] = values[value][1]
    if needs := [NEEDS[value] for value in chosen(answers, "needs") if value in NEEDS]:
        incident["needs"] = needs
    given = [kind for kind in chosen(answers, "kind") if kind != "none"]
    kinds = sorted(given, key=lambda kind: list(KINDS).index(kind) if kind in KINDS else -1)
    if unknown := [kind for kind in kinds if kind not in KINDS]:
        raise ValueError(f"'{unknown[0]}' was not an answer of the first edition.")
    events = [event_of(*KINDS[kind], answers) for kind in reversed(kinds)]
    for question, (situation, row) in FURTHER.items():
        if set(chosen(answers, question)) & {"yes", "not-sure"}:
            events.append({"situation": situation, "what": row})
    incident["events"] = events[:MOST_EVENTS]
    return incident, to_ask_again(incident)


def event_of(situation: str, row: str, carried: Mapping[str, Any], answers: Mapping[str, Any]) -> dict[str, Any]:
    """One event, with the answers that its row asks for."""
    event = {"situation": situation, "what": row, **carried}
    asked = {*TABLE["rows"][row]["asks"], *TABLE["rows"][row].get("refines", ())}
    for question, values in EVENT.items():
        for value in chosen(answers, question):
            if value in values and values[value][0] in asked:
                event[values[value][0]] = values[value][1]
    if "whom" in asked and (harmed := [WHOM[value] for value in chosen(answers, "harmed") if value in WHOM]):
        event["whom"] = harmed
    return event


def to_ask_again(incident: Mapping[str, Any]) -> list[str]:
    """The deciding questions that are still open, in the order they are asked."""
    again = [question for question in TABLE["always"] if question not in incident]
    for event in incident["events"]:
        again += [question for question in TABLE["rows"][event["what"]]["asks"] if question not in event]
    return list(dict.fromkeys(again))
