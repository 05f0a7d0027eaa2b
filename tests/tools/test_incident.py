"""The incident rules, proved by enumeration: what must always be so, for every combination that decides it.

The combinations are grouped by the rules that can fire (see `combinations`). The first tests prove the grouping right;
each of the others checks a property of every group.
"""

import random
import time
from itertools import combinations as pairs_from_answers
from itertools import pairwise, product

import pytest

from tests.tools import combinations
from tests.tools.combinations import ALL_RULES, LEVEL_RULES, Combination, Enumeration, Group, kinds
from tools.first_edition import QUESTIONS, RULES, applies, decide
from tools.first_edition.explain import rank
from tools.first_edition.questions import ALLEGATION, HARMED, KIND_GROUPS, OVER, OWN_CHILD
from tools.model import CONTACTS, LEVELS, Result

#: Every group of combinations, or every text of every data file.
pytestmark = pytest.mark.thorough

RED, AMBER = LEVELS.index("red"), LEVELS.index("amber")
TELL = CONTACTS.index("tell now")
#: How many combinations, chosen at random, are compared with the group that represents them.
SAMPLE = 3_000

_seconds: dict[str, float] = {}


@pytest.fixture(scope="module")
def levels():
    """The enumeration of all that decides the level."""
    return combinations.levels()


@pytest.fixture(scope="module")
def level_groups(levels) -> dict[Combination, Group]:
    """Every group of combinations that decide the level, by the combination that represents it."""
    started = time.process_time()
    groups = levels.groups()
    _seconds["levels"] = time.process_time() - started
    return groups


@pytest.fixture(scope="module")
def ranks(level_groups) -> dict[Combination, tuple[int, int]]:
    """The rank that the tool gives every group of combinations that decide the level.

    It decides once for each set of rules that fire; `test_the_grouping_by_levels_is_right` proves that this suffices.
    """
    started = time.process_time()
    decided = {key: rank(decide(group.example)) for key, group in combinations.merged(level_groups.values()).items()}
    found = {combination: decided[group.fired, group.marks] for combination, group in level_groups.items()}
    _seconds["ranks"] = time.process_time() - started
    return found


@pytest.fixture(scope="module")
def duties() -> list[tuple[Enumeration, dict[Combination, Group]]]:
    """The enumerations of what decides duties, each with its groups."""
    return [(one, one.groups()) for one in combinations.duties()]


@pytest.fixture(scope="module")
def duty_groups(duties) -> dict[tuple[int, frozenset[str]], Group]:
    """Every group of combinations that decide duties, by the rules that fire and the marks."""
    return combinations.merged(group for _, groups in duties for group in groups.values())


@pytest.fixture(scope="module")
def results(duty_groups) -> list[tuple[Group, Result]]:
    """The tool's whole result for every group of combinations that decide duties."""
    started = time.process_time()
    found = [(group, decide(group.example)) for group in duty_groups.values()]
    _seconds["results"] = time.process_time() - started
    return found


def words_of(result: Result) -> str:
    """All duties of a result, in small letters."""
    return " ".join(duty.text for finding in result.findings for duty in finding.duties).lower()


def warnings_of(result: Result) -> str:
    """All warnings of a result, in small letters."""
    return " ".join(warning for finding in result.findings for warning in finding.warnings).lower()


def acts_of(result: Result) -> set[str]:
    """The acts of all duties of a result."""
    return {duty.act for finding in result.findings for duty in finding.duties}


def fired_by(answers: dict) -> set[str]:
    """The names of the rules that fire, by the tool's own reading."""
    return {rule.finding.rule for rule in RULES if applies(rule, answers)}


# The grouping


def test_every_combination_is_in_one_group(levels, level_groups, ranks, duties, duty_groups, results, report_figure):
    sizes = levels.size, sum(one.size for one, _ in duties)
    assert sizes[0] > 2_000_000 and sizes[1] > 60_000
    assert sum(group.count for group in level_groups.values()) == sizes[0]
    assert sum(group.count for group in duty_groups.values()) == sizes[1]
    report_figure(
        f"incident rules: {len(RULES)} rules; {sizes[0]:,} combinations decide the level, in "
        f"{len(level_groups):,} groups, and {sizes[1]:,} the duties, in {len(duty_groups):,} groups; "
        f"all are tried, in {sum(_seconds.values()):.1f} s"
    )


def test_the_enumerations_hold_what_is_asked(levels, duties):
    """Every kind and pair, with all answers to the other questions, each also left open; and what decides duties."""
    assert len(kinds()) == 1 + 45 + 45 * 44 // 2
    assert [len(set(choices)) for choices in levels.choices.values()] == [1036, 4, 5, 5, 4, 5]
    assert [tuple(len(set(choices)) for choices in one.choices.values()) for one, _ in duties] == [
        (1036, 2, 3, 3, 2),
        (1036, 8, 4),
    ]


def test_the_grouping_by_levels_is_right(levels, ranks):
    """Combinations chosen at random have the rank of the one that represents them."""
    rnd = random.Random(2018)
    for _ in range(SAMPLE):
        combination = tuple(rnd.choice(choices) for choices in levels.choices.values())
        assert rank(decide(levels.answers(combination))) == ranks[levels.represent(combination)], combination


def test_the_grouping_by_duties_is_right(duties, results):
    """Combinations chosen at random have the whole result of the one that represents them."""
    rnd = random.Random(2018)
    by_key = {(group.fired, group.marks): result for group, result in results}
    for one, groups in duties:
        for _ in range(SAMPLE // len(duties)):
            combination = tuple(rnd.choice(choices) for choices in one.choices.values())
            group = groups[one.represent(combination)]
            assert decide(one.answers(combination)) == by_key[group.fired, group.marks], combination


def test_the_rules_that_fire_are_those_of_the_tool(results):
    for group, result in results:
        assert set(ALL_RULES.names(group.fired)) == {f.rule for f in result.findings} - {f"level {result.level}"}, group
    for group, _ in results[::17]:
        assert set(ALL_RULES.names(group.fired)) == fired_by(group.example), group


def test_the_rank_is_that_of_the_rules_that_fire(level_groups, ranks):
    """Two ways to the same level: the highest of the rules that fire, and the tool's."""
    highest = {group.fired: LEVEL_RULES.rank(group.fired) for group in level_groups.values()}
    for combination, group in level_groups.items():
        assert ranks[combination] == highest[group.fired], combination


def test_marks_are_of_questions_and_answers_that_are_there():
    known = {question.id: {answer.value for answer in question.answers} for question in QUESTIONS}
    for name, (question, values) in combinations.MARKS.items():
        assert values and values <= known[question], name


# Levels


def test_danger_and_red_kinds_are_always_red_and_999_and_nothing_else_is(level_groups, ranks):
    for combination, group in level_groups.items():
        if group.marks & {"danger", "red kind"}:
            assert ranks[combination] == (RED, 3), combination
        else:
            assert ranks[combination][0] < RED, combination


def test_the_police_are_told_now_whatever_anyone_wishes(level_groups, ranks):
    for combination, group in level_groups.items():
        if group.marks & {"tell now kind", "coercion"}:
            level, contact = ranks[combination]
            assert level >= AMBER and contact >= TELL, combination


@pytest.mark.parametrize("question", combinations.DECIDING[1:], ids=lambda question: question.id)
def test_a_more_serious_answer_never_lowers_the_result(levels, ranks, question):
    place = combinations.DECIDING.index(question)
    represented_by = levels.represented_by[question.id]
    ordered = sorted(question.answers, key=lambda answer: answer.seriousness)
    steps = {(represented_by[mild.value,], represented_by[grave.value,]) for mild, grave in pairwise(ordered)}
    for combination, here in ranks.items():
        for mild, grave in steps:
            if combination[place] == mild:
                there = ranks[*combination[:place], grave, *combination[place + 1 :]]
                assert here[0] <= there[0] and here[1] <= there[1], (combination, grave)


def kinds_together(*kind: str) -> tuple[str, ...]:
    """Kinds as the enumeration holds them: each once, in the order of the question."""
    return tuple(sorted(set(kind), key=combinations.KINDS.index))


def assert_never_lower(levels, ranks, steps):
    """For pairs of kinds, the milder first: no result of the milder is higher, whatever else is answered."""
    represented_by = levels.represented_by["kind"]
    others = list(product(*(levels.representatives(question.id) for question in combinations.DECIDING[1:])))
    for mild, grave in {(represented_by[mild], represented_by[grave]) for mild, grave in steps}:
        for other in others:
            here, there = ranks[mild, *other], ranks[grave, *other]
            assert here[0] <= there[0] and here[1] <= there[1], (mild, grave, other)


def test_a_more_serious_kind_of_the_same_group_never_lowers_the_result(levels, ranks):
    graver = [
        (mild.value, grave.value)
        for group in KIND_GROUPS.values()
        for mild, grave in pairs_from_answers(sorted(group, key=lambda a: a.seriousness), 2)
        if mild.seriousness != grave.seriousness
    ]
    beside = [(), *((kind,) for kind in combinations.KINDS)]
    assert_never_lower(
        levels,
        ranks,
        [(kinds_together(mild, *more), kinds_together(grave, *more)) for mild, grave in graver for more in beside],
    )


def test_something_more_that_happened_never_lowers_the_result(levels, ranks):
    assert_never_lower(levels, ranks, [((alone,), kind) for kind in kinds() if len(kind) == 2 for alone in kind])


@pytest.fixture(scope="module")
def rank_of():
    """A function from answers to their rank; the tool decides once for each set of rules that decide levels."""
    decided: dict[int, tuple[int, int]] = {}

    def rank_of_answers(answers: dict) -> tuple[int, int]:
        fired = LEVEL_RULES.fired(
            {id: (given,) if isinstance(given, str) else tuple(given) for id, given in answers.items()}
        )
        if fired not in decided:
            decided[fired] = rank(decide(answers))
        return decided[fired]

    return rank_of_answers


@pytest.mark.parametrize("question", [OVER, HARMED, ALLEGATION], ids=lambda question: question.id)
def test_a_refining_answer_may_raise_a_level_and_never_lowers_it(rank_of, question):
    ordered = [answer.value for answer in sorted(question.answers, key=lambda answer: answer.seriousness)]
    for kind, wish in product(kinds()[1:], ("no-police", "not-known", "police")):
        base = {"kind": list(kind), "wish": wish, "danger": "no"}
        here = rank_of(base)
        found = [rank_of(base | {question.id: [value] if question.many else value}) for value in ordered]
        if here[0] >= 0:
            assert all(there[0] >= here[0] and there[1] >= here[1] for there in found), (base, question.id)
        if question is not HARMED:
            assert all(a[0] <= b[0] and a[1] <= b[1] for a, b in pairwise(found)), (base, question.id)


def test_the_own_child_answer_lowers_nothing(level_groups, ranks):
    """No rule of levels looks at it, for any combination; and the tool itself says so for two thousand of them."""
    for answer in OWN_CHILD.answers:
        assert LEVEL_RULES.allowed(OWN_CHILD.id, (answer.value,)) == LEVEL_RULES.allowed(OWN_CHILD.id, ())
        for combination, group in list(level_groups.items())[::23]:
            assert rank(decide(group.example | {OWN_CHILD.id: answer.value})) == ranks[combination], combination


# Duties


def test_joining_takes_the_maximum_of_the_findings(results):
    for group, result in results:
        levels = [LEVELS.index(f.level) for f in result.findings if f.level]
        contacts = [CONTACTS.index(f.contact) for f in result.findings if f.contact]
        assert (result.level and LEVELS.index(result.level)) == (max(levels) if levels else None), group
        assert (result.contact and CONTACTS.index(result.contact)) == (max(contacts) if contacts else None), group


def test_no_police_never_stands_beside_a_contact_duty(results):
    for group, result in results:
        if result.contact == "not needed":
            assert "call" not in acts_of(result), group


def test_nobody_is_told_to_step_in_search_or_view_images(results):
    for group, result in results:
        assert not {"step in", "search", "view image"} & acts_of(result), group


def test_nothing_is_disposed_of_before_the_police_are_asked(results):
    for group, result in results:
        if group.marks & {"weapon", "to be kept"}:
            assert "dispose" not in acts_of(result), group


def test_weapons_substances_and_images_come_with_their_warnings(results):
    for group, result in results:
        warnings = warnings_of(result)
        if "weapon" in group.marks:
            assert "never step in" in warnings, group
        if "images" in group.marks:
            assert "never open, copy, send, save or delete" in warnings, group
        if "arrest" in group.marks:
            assert "do not question the child" in warnings, group


def test_at_a_known_unsafe_place_the_police_are_asked_to_help_collect(results):
    for group, result in results:
        if "unsafe place" in group.marks:
            assert "help you collect" in words_of(result) and CONTACTS.index(result.contact) >= TELL, group


def test_everyone_is_told_that_they_may_report(results):
    for group, result in results:
        words = words_of(result)
        assert "you may report to the police at any time" in words, group
        assert not any(no in words for no in ("do not report", "may not report", "not allowed to report")), group


def test_every_level_has_every_part_of_a_result(results):
    for group, result in results:
        if result.level:
            assert {"tell", "record", "support", "ask child", "repair", "review"} <= acts_of(result), group


def test_under_ten_is_never_spoken_of_as_prosecution(results):
    for group, result in results:
        if "under 10" in group.marks:
            reasons = " ".join(f.reason for f in result.findings if f.level or f.route).lower()
            words = f"{words_of(result)} {reasons}"
            assert "cannot be charged" in words, group
            assert not any(w in words for w in ("prosecut", "outcome", "interview", "court", "section 45")), group


def test_the_same_answers_always_give_the_same_result(results):
    for group, result in results[::21]:
        turned = {
            id: given[::-1] if isinstance(given, list) else given for id, given in reversed(group.example.items())
        }
        assert decide(turned) == result, group
