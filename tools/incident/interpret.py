"""Interprets the table of rules: answers in, one result out, in a single pass.

`docs/assets/incident/interpret.js` does the same for the same table, and the tests hold the two equal.

The level is the highest of the floors that are TRUE, so a further answer never lowers it, and only actions that are
TRUE are shown. Wording alone presumes what the table's `presumed` says of a question that has not been answered, such
as that no officer has come.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from tools.incident.conditions import (
    FALSE,
    NOTHING,
    OPEN,
    TRUE,
    UNKNOWN,
    Facts,
    Rule,
    Rules,
    asked_by,
    compiled,
    first,
    those,
)

#: What floors raise.
RANKED = ("level", "contact", "health")
_SLOT = re.compile(r"\{([a-z0-9-]+)\}")


def matches(action: Rule, patterns: Iterable[Sequence[str]]) -> bool:
    """Whether an action fits one of some patterns of act, object and target; '*' fits any."""
    for act, object, target in patterns:
        if act in ("*", action["act"]) and object in ("*", action["object"]) and target in ("*", action["target"]):
            return True
    return False


def merge(known: Sequence[Facts]) -> Facts:
    """The facts of several events as one: what is certain or possible of any of them."""
    if len(known) == 1:
        return known[0]
    merged: Facts = {}
    for question in dict.fromkeys(chain.from_iterable(known)):
        pairs = [facts.get(question, OPEN) for facts in known]
        options = [possible for _, possible in pairs if possible is not None]
        certain = NOTHING.union(*(certain for certain, _ in pairs))
        merged[question] = certain, NOTHING.union(*options) if len(options) == len(pairs) else None
    return merged


def named_by(floors: Sequence[Rule], name: str) -> frozenset[str]:
    """The services or marks of some floors."""
    return NOTHING.union(*(floor[name] for floor in floors if name in floor))


class Interpreter:
    """The rules of a table, ready to decide."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.table, self.orders, self.questions = table, table["orders"], table["questions"]
        self.rank = {
            name: place for order in ("block", "step", *RANKED) for place, name in enumerate(self.orders[order])
        }
        groups = {name: {kind: self.ready(group[kind]) for kind in group} for name, group in table["groups"].items()}
        self.rows: dict[str, dict[str, Rules]] = {}
        self.unasked: dict[str, Facts] = {"": {}}
        for name, row in {"": {"uses": []}, **table["rows"]}.items():
            shared = [groups[group] for group in (*row["uses"], "")]
            self.rows[name] = {
                kind: self.ready(row.get(kind, ())) + list(chain.from_iterable(group[kind] for group in shared))
                for kind in groups[""]
            }
            if name:
                asked = {"situation", "what", *table["incident"], *row["asks"], *row["refines"]}
                self.unasked[name] = dict.fromkeys(set(self.questions) - asked, (NOTHING, NOTHING))
        self.conflicts, self.scripts, self.clashes = (
            self.ready(table[kind]) for kind in ("conflicts", "scripts", "clashes")
        )
        acts = {action["act"] for rows in self.rows.values() for _, action in rows["actions"]}
        self.dropped = {
            conflict["id"]: acts
            if any(pattern[0] == "*" for pattern in conflict["drop"])
            else {p[0] for p in conflict["drop"]}
            for conflict in table["conflicts"]
        }
        self.lines = {script["id"]: self.ready(script["lines"]) for script in table["scripts"]}
        self.slots = {slot: self.ready(texts) for slot, texts in table["slots"].items()}
        self.steps = {
            name: [*(frozenset(self.orders[name][: place + 1]) for place in range(len(self.orders[name]))), NOTHING]
            for name in RANKED
        }
        self.means = {id: question["means"] for id, question in self.questions.items()}
        self.presumed = self.facts(table["presumed"])[0]

    def place(self, action: Rule) -> tuple[int, int, bool]:
        """Where an action comes in the order of a result: a call before other ways to health care."""
        return self.rank[action["block"]], self.rank[action["step"]], action["act"] != "call"

    def ready(self, rules: Iterable[Rule]) -> Rules:
        """Rules, each with its condition compiled."""
        return [(compiled(rule.get("when", ("every",)), self.orders), rule) for rule in rules]

    def facts(self, answers: Mapping[str, Any]) -> tuple[Facts, Facts]:
        """What answers say: with a "not sure" as the value it stands for, and with it left open."""
        facts: Facts = {}
        doubts: Facts = {}
        for question, given in answers.items():
            if question != "events" and given is not None:
                means, values = self.means[question], (given,) if isinstance(given, str) else given
                certain = frozenset([means.get(value, value) for value in values] if means else values)
                facts[question] = doubts[question] = certain, certain
                if means and any(value in means for value in values):
                    doubts[question] = OPEN
        return facts, doubts

    def follows(self, certain: Sequence[Rule], possible: Sequence[Rule]) -> tuple[Facts, list[dict[str, str | None]]]:
        """What floors give, certain and possible: services and marks, and for a level every level up to it.

        `told` is the contact with the police apart from what 999 is called for. Also gives the highest levels
        themselves: those that are certain, and those that are possible.
        """
        facts: dict[str, list[frozenset[str]]] = {name: [] for name in ("services", "any marks", "told", *RANKED)}
        highest: list[dict[str, str | None]] = []
        for floors in (certain, possible):
            services, marks = named_by(floors, "services"), named_by(floors, "marks")
            facts["services"].append(services)
            facts["any marks"].append(marks)
            reached = {name: {floor[name] for floor in floors if name in floor} for name in RANKED}
            told = reached["contact"] - {"999"} | ({"tell now"} if "police" in services else set())
            facts["told"].append(self.up_to("contact", told))
            for name in RANKED:
                facts[name].append(self.up_to(name, reached[name]))
            highest.append(
                {name: max(values, key=self.rank.__getitem__, default=None) for name, values in reached.items()}
            )
        return {name: (pair[0], pair[1]) for name, pair in facts.items()}, highest

    def up_to(self, name: str, reached: set[str]) -> frozenset[str]:
        """Every value of an order up to the highest that is reached."""
        return self.steps[name][max([self.rank[value] for value in reached], default=-1)]

    def fill(self, text: str, facts: Facts) -> str:
        """A text with its slots filled; each takes the first of its alternatives that is TRUE."""
        while "{" in text:
            text = _SLOT.sub(lambda slot: first(self.slots[slot[1]], facts)["text"], text)
        return text

    def resolve(self, actions: list[tuple[int, Rule]], facts: Facts) -> list[Rule]:
        """The actions that remain for certain when conflicts are decided, each once, in the order they are done."""
        present = {action["act"] for _, action in actions}
        for test, conflict in self.conflicts:
            if self.dropped[conflict["id"]].isdisjoint(present):
                continue
            truth = test(facts)
            if truth and (keep := conflict.get("keep")):
                truth = min(truth, max((t for t, action in actions if matches(action, keep)), default=FALSE))
            if truth == TRUE or (truth and not conflict.get("until")):
                actions = [(min(t, TRUE - truth) if matches(a, conflict["drop"]) else t, a) for t, a in actions]
        once: dict[tuple[str, str, str], Rule] = {}
        for action in sorted([a for t, a in actions if t == TRUE], key=self.place):
            object = "" if action["act"] in ("tell", "call") else action["object"]
            once.setdefault((action["act"], object, action["target"]), action)
        return list(once.values())

    def shown(self, actions: Sequence[Rule], nevers: Sequence[str]) -> int:
        """How many of the actions that come first are shown at once, with what must never be done."""
        limits, words, number = self.table["limits"], len(" ".join(nevers[:1]).split()), 0
        for action in actions:
            words += len(action["text"].split())
            if action["block"] != "now" or number == limits["actions"] or words > limits["words"]:
                break
            number += 1
        return number

    def open_questions(
        self, incident: Mapping[str, Any], events: Sequence[Rule], raising: Sequence[Sequence[Rule]], whole: Facts
    ) -> list[dict[str, Any]]:
        """What is still to answer: the questions always asked, and those of a row that can raise what is decided."""
        found: dict[tuple[int, str], bool] = {}
        for number, (event, floors) in enumerate(zip(events, raising, strict=True)):
            asks = self.table["rows"][event["what"]]["asks"] if event.get("what") else ("what",)
            higher = [floor for floor in floors if any(n in floor and floor[n] not in whole[n][0] for n in RANKED)]
            for question in (*self.table["always"], *asks):
                common = question in self.table["incident"]
                if (incident if common else event).get(question) is None:
                    matter = [floor for floor in higher if question in asked_by(floor.get("when", ("every",)))]
                    urgent = any(floor.get("contact") == "999" for floor in matter)
                    if matter or question == "what" or question in self.table["always"]:
                        place = 0 if common else number, question
                        found[place] = urgent or found.get(place, False)
        return [{"event": event, "question": question, "urgent": urgent} for (event, question), urgent in found.items()]

    def decide(self, incident: Mapping[str, Any]) -> dict[str, Any]:
        """The result for an incident and its events. `tools.incident.report` describes its parts."""
        events = incident.get("events") or [{}]
        names = [event.get("what") or "" for event in events]
        rows = [self.rows[name] for name in names]
        headlines = (rows[0] if len(rows) == 1 else self.rows[""])["verdicts"]
        common = self.facts(incident)
        given = [self.facts(event) for event in events]
        known, sure = (
            [{**self.unasked[name], **common[i], **facts[i]} for name, facts in zip(names, given, strict=True)]
            for i in (0, 1)
        )
        certain: list[Rule] = []
        raising: list[list[Rule]] = []
        reasons: dict[str, Rule] = {}
        for row, facts, without_doubts in zip(rows, known, sure, strict=True):
            doubted = facts != without_doubts
            truths = [(test(facts), test, floor) for test, floor in row["floors"]]
            own = [floor for truth, _, floor in truths if truth == TRUE]
            raising.append([floor for truth, _, floor in truths if truth == UNKNOWN])
            facts["event marks"] = named_by(own, "marks"), named_by(own + raising[-1], "marks")
            certain += own
            for truth, test, floor in truths:
                if truth == TRUE:
                    unsure = doubted and test(without_doubts) < TRUE
                    reasons.setdefault(floor.get("unsure" if unsure else "reason", ""), floor)
        whole, (highest, could_be) = self.follows(certain, certain + list(chain.from_iterable(raising)))
        unanswered = self.open_questions(incident, events, raising, whole)
        whole["settled"] = (frozenset(["no" if unanswered else "yes"]),) * 2
        known = [{**facts, **whole} for facts in known]
        merged = merge(known)
        worded = {**self.presumed, **merged, **{name: (fact[0], fact[0]) for name, fact in whole.items()}}
        pairs = list(zip(rows, known, strict=True))
        actions = [(truth, a) for row, facts in pairs for test, a in row["actions"] if (truth := test(facts))]
        nevers = (never for row, facts in pairs for never in those(row["nevers"], facts))
        done = [{**action, "text": self.fill(action["text"], worded)} for action in self.resolve(actions, merged)]
        never = list(dict.fromkeys(self.fill(never["text"], worded) for never in nevers))
        said = " ".join(self.table["rows"][name]["say"] for name in names if name)
        return {
            **highest,
            "could_be": could_be,
            "services": sorted(whole["services"][0]),
            "marks": sorted(whole["any marks"][0]),
            "verdict": self.fill(first(headlines, worded)["text"], worded),
            "reasons": [
                {**floor, "text": text}
                for text, floor in reasons.items()
                if text and any(floor.get(name) == highest[name] for name in RANKED if name in floor)
            ],
            "open": unanswered,
            "actions": done,
            "nevers": never,
            "shown": self.shown(done, never),
            "scripts": [
                {**script, "lines": [self.fill(line["text"].replace("{what}", said), worded) for line in lines]}
                for script in those(self.scripts, worded)
                if (lines := those(self.lines[script["id"]], worded))
            ],
            "clashes": [clash["text"] for clash in those(self.clashes, merged)],
        }
