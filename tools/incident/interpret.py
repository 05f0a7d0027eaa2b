"""Interprets the table of rules: answers in, one result out, in a single pass.

`docs/assets/incident/interpret.js` does the same for the same table, and the tests hold the two equal.

What has not been answered is unknown. A condition is therefore FALSE, UNKNOWN or TRUE, as in Kleene's three-valued
logic: TRUE only if it is so however the open questions are answered. The level is the highest of the floors that are
TRUE, so a further answer never lowers it, and only actions that are TRUE are shown. Wording alone presumes what the
table's `presumed` says of a question that has not been answered, such as that no officer has come.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

FALSE, UNKNOWN, TRUE = 0, 1, 2

type Rule = Mapping[str, Any]
#: What is certain, and what is possible (None: anything), for each question and for what follows from the answers.
type Facts = dict[str, tuple[frozenset[str], frozenset[str] | None]]
type Rules = list[tuple[Callable[[Facts], int], Rule]]

#: What floors raise.
RANKED = ("level", "contact", "health")
_NOTHING: frozenset[str] = frozenset()
_OPEN: tuple[frozenset[str], None] = (_NOTHING, None)
_SLOT = re.compile(r"\{([a-z0-9-]+)\}")


def compiled(condition: Sequence[Any], orders: Mapping[str, Sequence[str]]) -> Callable[[Facts], int]:
    """A function that gives the truth of a condition of the table."""
    operator, *rest = condition
    if operator in ("every", "some"):
        tests = [compiled(part, orders) for part in rest]
        if operator == "every":
            return lambda facts: min([test(facts) for test in tests], default=TRUE)
        return lambda facts: max([test(facts) for test in tests], default=FALSE)
    if operator == "no":
        denied = compiled(rest[0], orders)
        return lambda facts: TRUE - denied(facts)
    number, (question, *values) = (rest[0], rest[1:]) if operator == "count" else (1, rest)
    if operator == "at least":
        values = orders[question][orders[question].index(values[0]) :]
    named = frozenset(values)

    def test(facts: Facts) -> int:
        certain, possible = facts.get(question, _OPEN)
        if len(named & certain) >= number:
            return TRUE
        return UNKNOWN if possible is None or len(named & possible) >= number else FALSE

    return test


def asked_by(condition: Sequence[Any]) -> set[str]:
    """The questions that a condition asks about."""
    operator, *rest = condition
    if operator in ("every", "some", "no"):
        return set().union(*(asked_by(part) for part in rest))
    return {rest[operator == "count"]}


def those(rules: Rules, facts: Facts) -> list[Rule]:
    """The rules whose condition is TRUE."""
    return [rule for test, rule in rules if test(facts) == TRUE]


def matches(action: Rule, patterns: Iterable[Sequence[str]]) -> bool:
    """Whether an action fits one of some patterns of act, object and target; '*' fits any."""
    named = action["act"], action["object"], action["target"]
    return any(all(a in ("*", b) for a, b in zip(pattern, named, strict=True)) for pattern in patterns)


def merge(known: Sequence[Facts]) -> Facts:
    """The facts of several events as one: what is certain or possible of any of them."""
    if len(known) == 1:
        return known[0]
    merged: Facts = {}
    for question in dict.fromkeys(chain.from_iterable(known)):
        pairs = [facts.get(question, _OPEN) for facts in known]
        options = [possible for _, possible in pairs if possible is not None]
        certain = _NOTHING.union(*(certain for certain, _ in pairs))
        merged[question] = certain, _NOTHING.union(*options) if len(options) == len(pairs) else None
    return merged


class Interpreter:
    """The rules of a table, ready to decide."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.table, self.orders, self.questions = table, table["orders"], table["questions"]
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
                unasked = (
                    set(self.questions) - {"situation", "what"} - {*table["incident"], *row["asks"], *row["refines"]}
                )
                self.unasked[name] = dict.fromkeys(unasked, (_NOTHING, _NOTHING))
        self.conflicts, self.scripts, self.clashes = (
            self.ready(table[kind]) for kind in ("conflicts", "scripts", "clashes")
        )
        self.lines = {script["id"]: self.ready(script["lines"]) for script in table["scripts"]}
        self.slots = {slot: self.ready(texts) for slot, texts in table["slots"].items()}
        self.presumed = self.facts(table["presumed"])

    def ready(self, rules: Iterable[Rule]) -> Rules:
        """Rules, each with its condition compiled."""
        return [(compiled(rule.get("when", ("every",)), self.orders), rule) for rule in rules]

    def facts(self, answers: Mapping[str, Any], doubt: bool = False) -> Facts:
        """What answers say. A "not sure" counts as the value it stands for; with `doubt` it leaves everything open."""
        facts: Facts = {}
        for question, given in answers.items():
            if question != "events" and given is not None:
                means = self.questions[question]["means"]
                values = (given,) if isinstance(given, str) else given
                if not (doubt and any(value in means for value in values)):
                    certain = frozenset([means.get(value, value) for value in values])
                    facts[question] = certain, certain
        return facts

    def follows(self, certain: Sequence[Rule], possible: Sequence[Rule]) -> Facts:
        """What floors give, certain and possible: marks and services, and for a level every level up to it."""
        facts: Facts = {}
        for name in RANKED:
            order = self.orders[name]
            facts[name] = tuple(
                frozenset(order[: max((order.index(floor[name]) + 1 for floor in floors if name in floor), default=0)])
                for floors in (certain, possible)
            )
        for name in ("services", "marks"):
            facts[name] = tuple(
                frozenset(chain.from_iterable(floor.get(name, ()) for floor in floors))
                for floors in (certain, possible)
            )
        return facts

    def highest(self, name: str, facts: Facts, which: int = 0) -> str | None:
        """The level, contact or health need that is certain, or with `which` 1 possible; None if there is none."""
        return max(facts[name][which] or (), key=self.orders[name].index, default=None)

    def fill(self, text: str, facts: Facts) -> str:
        """A text with its slots filled; each takes the first of its alternatives that is TRUE."""
        while "{" in text:
            text = _SLOT.sub(lambda slot: those(self.slots[slot[1]], facts)[0]["text"], text)
        return text

    def resolve(self, actions: list[tuple[int, Rule]], facts: Facts) -> list[Rule]:
        """The actions that remain for certain when conflicts are decided, each once, in the order they are done."""
        for test, conflict in self.conflicts:
            truth = test(facts)
            if keep := conflict.get("keep"):
                truth = min(truth, max((t for t, action in actions if matches(action, keep)), default=FALSE))
            if truth:
                actions = [(min(t, TRUE - truth) if matches(a, conflict["drop"]) else t, a) for t, a in actions]
        actions.sort(key=lambda pair: [self.orders[name].index(pair[1][name]) for name in ("block", "step")])
        once: dict[tuple[str, ...], Rule] = {}
        for truth, action in actions:
            if truth == TRUE:
                told = action["act"] in ("tell", "call")
                once.setdefault((action["act"], "" if told else action["object"], action["target"]), action)
        return list(once.values())

    def open_questions(
        self, incident: Mapping[str, Any], events: Sequence[Rule], raising: Sequence[Sequence[Rule]], whole: Facts
    ) -> list[dict[str, Any]]:
        """What is still to answer: always-asked questions, and those of a row that can raise what is decided."""
        reached = {name: len(whole[name][0]) for name in RANKED}
        found: dict[tuple[int, str], bool] = {}
        for number, (event, floors) in enumerate(zip(events, raising, strict=True)):
            row = self.table["rows"][event["what"]]["asks"] if event.get("what") else ("what",)
            higher = [floor for floor in floors if any(floor.get(n) in self.orders[n][reached[n] :] for n in RANKED)]
            for question in (*self.table["always"], *row):
                common = question in self.table["incident"]
                if (incident if common else event).get(question) is None:
                    matter = [floor for floor in higher if question in asked_by(floor.get("when", ("every",)))]
                    urgent = any(
                        floor.get("contact") == "999" or floor.get("health") == "ambulance" for floor in matter
                    )
                    if matter or question == "what" or question in self.table["always"]:
                        found[number * (not common), question] = urgent or found.get((0, question), False)
        return [{"event": event, "question": question, "urgent": urgent} for (event, question), urgent in found.items()]

    def decide(self, incident: Mapping[str, Any]) -> dict[str, Any]:
        """The result for an incident and its events. `tools.incident.report` describes its parts."""
        events = incident.get("events") or [{}]
        names = [event.get("what") or "" for event in events]
        common, doubts = self.facts(incident), self.facts(incident, True)
        known = [
            {**self.unasked[name], **common, **self.facts(event)} for name, event in zip(names, events, strict=True)
        ]
        certain: list[Rule] = []
        raising: list[list[Rule]] = []
        reasons: dict[str, Rule] = {}
        for name, event, facts in zip(names, events, known, strict=True):
            truths = [(test(facts), test, floor) for test, floor in self.rows[name]["floors"]]
            sure = {**self.unasked[name], **doubts, **self.facts(event, True)}
            own = [floor for truth, _, floor in truths if truth == TRUE]
            raising.append([floor for truth, _, floor in truths if truth == UNKNOWN])
            for truth, test, floor in truths:
                if truth == TRUE:
                    reasons.setdefault(floor.get("reason" if test(sure) == TRUE else "unsure", ""), floor)
            facts["event marks"] = self.follows(own, own + raising[-1])["marks"]
            certain += own
        whole = self.follows(certain, certain + list(chain.from_iterable(raising)))
        whole["any marks"] = whole.pop("marks")
        unanswered = self.open_questions(incident, events, raising, whole)
        whole["settled"] = (frozenset(["no" if unanswered else "yes"]),) * 2
        known = [{**facts, **whole} for facts in known]
        merged = merge(known)
        worded = {**self.presumed, **merged}
        said = " ".join(self.table["rows"][name]["say"] for name in names if name)
        rules = [self.rows[name] for name in names]
        actions = [
            (t, a) for row, facts in zip(rules, known, strict=True) for test, a in row["actions"] if (t := test(facts))
        ]
        verdicts = (
            v
            for row, facts in zip(rules, known, strict=True)
            for v in those(row["verdicts"], {**self.presumed, **facts})
        )
        nevers = (n["text"] for row, facts in zip(rules, known, strict=True) for n in those(row["nevers"], facts))
        highest = {name: self.highest(name, whole) for name in RANKED}
        return {
            **highest,
            "could_be": {name: self.highest(name, whole, 1) for name in RANKED},
            "services": sorted(whole["services"][0]),
            "marks": sorted(whole["any marks"][0]),
            "verdict": self.fill(next(verdicts)["text"], worded),
            "reasons": {
                t: f for t, f in reasons.items() if t and any(f.get(n) == highest[n] for n in RANKED if n in f)
            },
            "open": unanswered,
            "actions": [
                {**action, "text": self.fill(action["text"], worded)} for action in self.resolve(actions, merged)
            ],
            "nevers": list(dict.fromkeys(self.fill(text, worded) for text in nevers)),
            "scripts": [
                {
                    **script,
                    "lines": [
                        self.fill(line["text"].replace("{what}", said), worded)
                        for line in those(self.lines[script["id"]], worded)
                    ],
                }
                for script in those(self.scripts, worded)
            ],
            "clashes": [clash["text"] for clash in those(self.clashes, merged)],
        }
