"""The table of rules is whole: every condition names what exists, and every text is short enough."""

import re
from collections.abc import Iterator

from tools.incident import SITUATIONS, TABLE
from tools.incident.model import ACTS, MARKS, STEPS
from tools.incident.sources import GUIDANCE, LAW
from tools.incident.table import OF_A_ROW

SLOT = re.compile(r"\{([^}]*)\}")
RULES = [
    (f"{place} {kind}", rule)
    for place, group in [*TABLE["rows"].items(), *((f"group {name}", group) for name, group in TABLE["groups"].items())]
    for kind in OF_A_ROW
    for rule in group.get(kind, ())
] + [(f"shared {kind}", rule) for kind in ("scripts", "conflicts", "clashes") for rule in TABLE[kind]]
#: How many words a text may have, by the kind of rule (design 5.3).
LIMITS = {"nevers": 12, "verdicts": 10, "now": 16}


def words(text: str) -> int:
    return len(text.split())


def conditions(condition) -> list:
    """The conditions on one question that a condition is made of."""
    if condition[0] in ("every", "some", "no"):
        return [leaf for part in condition[1:] for leaf in conditions(part)]
    return [condition]


def faults(rule) -> Iterator[str]:
    """What a condition names that does not exist, or asks in a way that cannot work."""
    for operator, *rest in conditions(rule.get("when", ("every",))):
        question, *values = rest[1:] if operator == "count" else rest
        if question not in TABLE["questions"] and question not in TABLE["derived"]:
            yield f"'{question}' is not a question"
            continue
        known = TABLE["derived"].get(question) or TABLE["orders"][question]
        yield from (f"{question}: '{value}' is not a value" for value in set(values) - set(known))
        means = TABLE["questions"].get(question, {}).get("means", {})
        yield from (f"{question}: '{value}' counts as another" for value in set(values) & set(means))
        if question in ("level", "contact", "health", "told") and operator != "at least":
            yield f"{question} is a lower bound: use at_least"


def test_every_condition_names_a_question_and_its_values():
    assert [(place, rule.get("text"), fault) for place, rule in RULES for fault in faults(rule)] == []


def test_every_slot_exists_and_ends_with_a_text_for_all_other_cases():
    texts = [text["text"] for slot in TABLE["slots"].values() for text in slot]
    texts += [rule[key] for _, rule in RULES for key in ("text", "reason", "unsure") if rule.get(key)]
    texts += [line["text"] for script in TABLE["scripts"] for line in script["lines"]]
    assert {slot for text in texts for slot in SLOT.findall(text)} <= {*TABLE["slots"], "what"}
    assert all("when" not in alternatives[-1] for alternatives in TABLE["slots"].values())


def test_every_text_is_within_its_limit():
    for place, rule in RULES:
        limit = LIMITS.get(rule.get("block") or place.split()[-1])
        if limit and "text" in rule and not SLOT.search(rule["text"]):
            assert words(rule["text"]) <= limit, (place, rule["text"])


def test_every_action_is_of_a_known_kind():
    for place, rule in RULES:
        if "act" in rule:
            assert rule["act"] in ACTS and rule["step"] in STEPS and rule["target"] and rule["object"], (place, rule)


def test_every_citation_beside_the_protocols_is_a_source():
    for place, rule in RULES:
        for citation in rule.get("citations", ()):
            kind, _, name = citation.partition(" ")
            assert kind not in ("law", "source") or name in (LAW if kind == "law" else GUIDANCE), (place, citation)


def test_every_mark_that_a_floor_sets_is_described():
    assert {mark for _, rule in RULES for mark in rule.get("marks", ())} <= set(MARKS)


def test_what_is_not_our_own_rule_cites_something():
    for place, rule in RULES:
        if rule.get("reason") or rule.get("text"):
            assert rule.get("mark", "P") == "P" or rule.get("citations"), (place, rule)


def test_every_row_can_be_chosen_and_has_a_source_and_words_to_find_it_by():
    for situation in SITUATIONS:
        for row in situation.rows:
            assert row.label and row.say.endswith(".") and row.words and (row.source or row.sends_to), row.id
            assert set(row.asks) | set(row.refines) <= set(TABLE["questions"]), row.id
            assert set(row.uses) <= set(TABLE["groups"]), row.id
            assert row.floors or row.uses or row.sends_to, row.id
