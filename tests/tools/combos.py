"""Every combination of answers that decides a result: each kind alone and every pair, with all other deciding answers.

Written without the tests' libraries, so that the same enumeration runs under CPython and in the browser.
"""

import zlib
from itertools import combinations, product

from tools.incident import RULES, decide
from tools.incident.questions import AGAIN, COERCION, DANGER, HARMED, KIND, RECORD, WISH
from tools.model import CONTACTS, LEVELS

KINDS = [a.value for a in KIND.answers]
#: The other questions that decide the level, in the order of an enumerated combination.
OTHERS = (DANGER, WISH, AGAIN, COERCION, RECORD)
_LEVEL_RULES = [rule for rule in RULES if rule.finding.level is not None]


def values(question) -> list[str | None]:
    """Unanswered, and every answer."""
    return [None, *(a.value for a in question.answers)]


def kinds() -> list[tuple[str, ...]]:
    """No kind, each kind alone, and every pair."""
    return [(), *((k,) for k in KINDS), *combinations(KINDS, 2)]


def ranker(kind: tuple[str, ...], **fixed):
    """For some kinds: a function from (danger, wish, again, coercion, record) to the rank of the result.

    An evaluation of the rules of its own, apart from the tool's: it looks only at rules that these kinds can fire.
    """
    names = [q.id for q in OTHERS]
    rules = []
    for rule in _LEVEL_RULES:
        others = [(names.index(q), v) for q, v in rule.when.items() if q in names]
        rest = [(q, v) for q, v in rule.when.items() if q not in names]
        if all(any(x in v for x in (kind if q == "kind" else fixed.get(q, ()))) for q, v in rest):
            rules.append((others, (LEVELS.index(rule.finding.level), CONTACTS.index(rule.finding.contact))))

    def rank_of(others):
        level = contact = -1
        for needs, (l, c) in rules:
            if all(others[i] in v for i, v in needs):
                level, contact = max(level, l), max(contact, c)
        return level, contact
    return rank_of


def deciding():
    """All combinations that decide the level: (kinds, (danger, wish, again, coercion, record), rank)."""
    others = list(product(*(values(q) for q in OTHERS)))
    for kind in kinds():
        rank_of = ranker(kind)
        for other in others:
            yield kind, other, rank_of(other)


def as_answers(kind, other) -> dict:
    """A combination as answers for the tool."""
    return {"kind": list(kind)} | {q.id: v for q, v in zip(OTHERS, other) if v}


def acts():
    """All combinations that decide duties: kinds alone and in pairs, with danger, over, police and allegation; then with who was harmed and age."""
    for kind, danger, over, police, allegation in product(kinds(), ("no", "yes"), (None, "no", "yes"), (None, "there", "arrest"), (None, "yes")):
        yield {"kind": list(kind), "danger": danger, "over": over, "police": police, "allegation": allegation}
    for kind, harmed, age in product(kinds(), values(HARMED), (None, "under-10", "10-17", "18-25")):
        yield {"kind": list(kind), "harmed": [harmed] if harmed else [], "age": age}


def lines():
    """Every enumerated combination's outcome as a line: level, contact and rules of acts; ranks of all that decides the level."""
    for answers in acts():
        result = decide(answers)
        yield f"{result.level}|{result.contact}|{','.join(f.rule for f in result.findings)}\n"
    others = list(product(*(values(q) for q in OTHERS)))
    for kind in kinds():
        yield f"{kind} {[*map(ranker(kind), others)]}\n"


def digest() -> str:
    """A digest of every enumerated combination's outcome. Two check sums together: the browser's small Python has no hashlib."""
    one, other = 0, 1
    for line in lines():
        one, other = zlib.crc32(line.encode(), one), zlib.adler32(line.encode(), other)
    return f"{one:08x}{other:08x}"
