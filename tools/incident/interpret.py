"""Interprets the table of rules: answers in, one result out, in a single pass.

`docs/assets/incident/interpret.js` does the same for the same table, and the tests hold the two equal.

The level is the highest of the floors that are TRUE, so a further answer never lowers it, and only actions that are
TRUE are shown. Wording alone presumes what the table's `presumed` says of a question that has not been answered, such
as that no officer has come.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from tools.incident.conditions import (
    FALSE,
    TRUE,
    UNKNOWN,
    Bits,
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


def matches(action: Rule, patterns: Iterable[Sequence[str]]) -> bool:
    """Whether an action fits one of some patterns of act, object and target; '*' fits any."""
    for act, object, target in patterns:
        if act in ("*", action["act"]) and object in ("*", action["object"]) and target in ("*", action["target"]):
            return True
    return False


class Interpreter:
    """The rules of a table, ready to decide."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.table, self.orders = table, table["orders"]
        self.means = {id: question["means"] for id, question in table["questions"].items()}
        self.bits = Bits({**{id: self.orders[id] for id in table["questions"]}, **table["derived"]})
        self.rank = {name: i for order in ("block", "step", *RANKED) for i, name in enumerate(self.orders[order])}
        groups = {name: {kind: self.ready(group[kind]) for kind in group} for name, group in table["groups"].items()}
        self.rows: dict[str, dict[str, Rules]] = {}
        #: For each row, every answer to every question that is asked.
        self.asked: dict[str, int] = {}
        for name, row in {"": {"uses": []}, **table["rows"]}.items():
            shared = [groups[group] for group in (*row["uses"], "")]
            self.rows[name] = {
                kind: self.ready(row.get(kind, ())) + list(chain.from_iterable(group[kind] for group in shared))
                for kind in groups[""]
            }
            asks = ("situation", "what", *table["incident"], *row["asks"], *row["refines"]) if name else self.means
            self.asked[name] = sum(self.bits.all[question] for question in dict.fromkeys(asks))
        # Shared rules stand in many rows; each is looked at once.
        floors, actions = (
            {id(rule): rule for rows in self.rows.values() for _, rule in rows[kind]}.values()
            for kind in ("floors", "actions")
        )
        self.gives = {id(floor): self.given_by(floor) for floor in floors}
        self.asks_about = {id(floor): asked_by(floor.get("when", ("every",))) for floor in floors}
        self.up_to = {
            name: [*(self.bits.of(name, self.orders[name][: i + 1]) for i in range(len(self.orders[name]))), 0]
            for name in (*RANKED, "told")
        }
        self.conflicts, self.scripts, self.clashes = (
            self.ready(table[kind]) for kind in ("conflicts", "scripts", "clashes")
        )
        #: For each action, the conflicts in which it is kept, and those in which it is dropped.
        self.keeps, self.drops = (
            {id(action): self.in_conflicts(action, role) for action in actions} for role in ("keep", "drop")
        )
        self.lines = {script["id"]: self.ready(script["lines"]) for script in table["scripts"]}
        self.slots = {slot: self.ready(texts) for slot, texts in table["slots"].items()}

    def ready(self, rules: Iterable[Rule]) -> Rules:
        """Rules, each with its condition compiled."""
        return [(compiled(rule.get("when", ("every",)), self.orders, self.bits), rule) for rule in rules]

    def in_conflicts(self, action: Rule, role: str) -> frozenset[int]:
        """The places of the conflicts in which an action has a role."""
        return frozenset(i for i, (_, c) in enumerate(self.conflicts) if matches(action, c.get(role, ())))

    def facts(self, answers: Mapping[str, Any]) -> tuple[int, int, int]:
        """The bits of some answers, those of all answers to the same questions, and of the questions in doubt.

        A "not sure" has the bit of the value it stands for, and puts its question in doubt.
        """
        certain = answered = doubted = 0
        for question, given in answers.items():
            if question != "events" and given is not None:
                values, means = (given,) if isinstance(given, str) else given, self.means[question]
                if means and any(value in means for value in values):
                    values = [means.get(value, value) for value in values]
                    doubted |= self.bits.all[question]
                certain |= self.bits.of(question, values)
                answered |= self.bits.all[question]
        return certain, answered, doubted

    def follows(self, floors: Sequence[Rule]) -> tuple[int, dict[str, str | None]]:
        """What some floors give, as bits and the highest by name: services, marks, and every level up to the highest.

        `told` is the contact with the police apart from what 999 is called for.
        """
        number, told = 0, -1
        reached = dict.fromkeys(RANKED, -1)
        for floor in floors:
            bits, ranks, of_told = self.gives[id(floor)]
            number |= bits
            told = max(told, of_told)
            for name, rank in ranks:
                if rank > reached[name]:
                    reached[name] = rank
        for name, rank in (*reached.items(), ("told", told)):
            number |= self.up_to[name][rank]
        return number, {name: self.orders[name][rank] if rank >= 0 else None for name, rank in reached.items()}

    def given_by(self, floor: Rule) -> tuple[int, list[tuple[str, int]], int]:
        """What one floor gives: the bits of its services and marks, its ranks, and what the police are told."""
        services, contact = floor.get("services", ()), floor.get("contact")
        bits = self.bits.of("services", services) | self.bits.of("any marks", floor.get("marks", ()))
        told = "tell now" if "police" in services else None if contact == "999" else contact
        return (
            bits,
            [(name, self.rank[floor[name]]) for name in RANKED if name in floor],
            self.rank[told] if told else -1,
        )

    def fill(self, text: str, facts: Facts) -> str:
        """A text with its slots filled; each takes the first of its alternatives that is TRUE."""
        while "{" in text:
            before, _, rest = text.partition("{")
            slot, _, after = rest.partition("}")
            text = before + first(self.slots[slot], facts)["text"] + after
        return text

    def place(self, action: Rule) -> tuple[int, int, bool]:
        """Where an action comes in the order of a result: a call before other ways to health care."""
        return self.rank[action["block"]], self.rank[action["step"]], action["act"] != "call"

    def resolve(self, actions: list[tuple[int, Rule]], facts: Facts) -> list[Rule]:
        """The actions that remain for certain when conflicts are decided, each once, in the order they are done."""
        for place in sorted({place for _, action in actions for place in self.drops[id(action)]}):
            test, conflict = self.conflicts[place]
            truth = test(facts)
            if truth and conflict.get("keep"):
                truth = min(truth, max((t for t, a in actions if place in self.keeps[id(a)]), default=FALSE))
            if truth == TRUE or (truth and not conflict.get("until")):
                most = TRUE - truth
                actions = [(min(t, most), a) if place in self.drops[id(a)] else (t, a) for t, a in actions]
        once: dict[tuple[str, str, str], Rule] = {}
        for action in sorted([action for truth, action in actions if truth == TRUE], key=self.place):
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
        self, incident: Mapping[str, Any], events: Sequence[Rule], raising: Sequence[Sequence[Rule]], highest: Rule
    ) -> list[dict[str, Any]]:
        """What is still to answer: the questions always asked, and those of a row that can raise what is decided."""
        reached = {name: self.rank[highest[name]] if highest[name] else -1 for name in RANKED}
        found: dict[tuple[int, str], bool] = {}
        for number, (event, floors) in enumerate(zip(events, raising, strict=True)):
            asks = self.table["rows"][event["what"]]["asks"] if event.get("what") else ("what",)
            higher = [floor for floor in floors if any(n in floor and self.rank[floor[n]] > reached[n] for n in RANKED)]
            for question in (*self.table["always"], *asks):
                common = question in self.table["incident"]
                if (incident if common else event).get(question) is None:
                    matter = [floor for floor in higher if question in self.asks_about[id(floor)]]
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
        common = self.facts(incident)
        known: list[Facts] = []
        certain: list[Rule] = []
        raising: list[list[Rule]] = []
        reasons: dict[str, Rule] = {}
        for name, row, event in zip(names, rows, events, strict=True):
            given, answered, doubted = (a | b for a, b in zip(common, self.facts(event), strict=True))
            facts = Facts(given, self.asked[name] & ~answered | given)
            sure = Facts(given & ~doubted, facts.possible | doubted)
            truths = [(test(facts), test, floor) for test, floor in row["floors"]]
            own = [floor for truth, _, floor in truths if truth == TRUE]
            raising.append([floor for truth, _, floor in truths if truth == UNKNOWN])
            for truth, test, floor in truths:
                if truth == TRUE:
                    unsure = doubted and test(sure) < TRUE
                    reasons.setdefault(floor.get("unsure" if unsure else "reason", ""), floor)
            marks = [[*chain.from_iterable(f.get("marks", ()) for f in some)] for some in (own, own + raising[-1])]
            known.append(facts.also(Facts(*(self.bits.of("event marks", each) for each in marks))))
            certain += own
        bits, highest = self.follows(certain)
        possible, could_be = self.follows([*certain, *chain.from_iterable(raising)])
        unanswered = self.open_questions(incident, events, raising, highest)
        settled = self.bits.of("settled", ["no" if unanswered else "yes"])
        whole = Facts(bits | settled, possible | settled)
        pairs = [(row, facts.also(whole)) for row, facts in zip(rows, known, strict=True)]
        merged = pairs[0][1]
        for _, facts in pairs[1:]:
            merged = merged.also(facts)
        worded = self.worded(merged, whole)
        actions = [(truth, a) for row, facts in pairs for test, a in row["actions"] if (truth := test(facts))]
        done = [{**action, "text": self.fill(action["text"], worded)} for action in self.resolve(actions, merged)]
        nevers = (never for row, facts in pairs for never in those(row["nevers"], facts))
        never = list(dict.fromkeys(self.fill(each["text"], worded) for each in nevers))
        headlines = (rows[0] if len(rows) == 1 else self.rows[""])["verdicts"]
        said = " ".join(self.table["rows"][name]["say"] for name in names if name)
        return {
            **highest,
            "could_be": could_be,
            "services": sorted({service for floor in certain for service in floor.get("services", ())}),
            "marks": sorted({mark for floor in certain for mark in floor.get("marks", ())}),
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

    def worded(self, facts: Facts, whole: Facts) -> Facts:
        """The facts that words are chosen by: only what follows for certain, and what is presumed of open questions."""
        certain, possible = facts.certain, facts.possible & ~whole.possible | whole.certain
        for question, values in self.table["presumed"].items():
            if not certain & self.bits.all[question]:
                presumed = self.bits.of(question, values)
                certain, possible = certain | presumed, possible & ~self.bits.all[question] | presumed
        return Facts(certain, possible)
