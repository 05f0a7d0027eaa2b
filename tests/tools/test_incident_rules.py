"""The incident rules as data: each can fire, each answer matters, names and conditions are not repeated."""

from collections import defaultdict

import pytest

from tests.tools.combinations import ALL_RULES
from tools.first_edition import QUESTIONS, RULES, applies, chosen, decide
from tools.first_edition.always import ALWAYS, PLACEMENTS
from tools.first_edition.explain import would_change
from tools.first_edition.levels import LEVEL_RULES
from tools.first_edition.questions import ALLEGATION, DECIDING, HARMED, OVER, REFINING
from tools.first_edition.routes import ROUTES
from tools.model import ACTS, Question, Rule

#: An answer left open, in the lists below.
OPEN = None
#: Answers to one question that always give the same result. They are there because readers tell them apart, or because
#: a question must be closed by some answer; any other two answers differ in at least one situation.
ALIKE = {
    "danger": [(OPEN, "no"), ("yes", "not-sure")],
    "kind": [
        ("damage-small", "theft-small", "assault-minor"),
        ("damage-matters", "theft-matters", "assault-treated", "vehicle-over"),
        ("weapon-imitation", "weapon-found"),
    ],
    "wish": [(OPEN, "nobody")],
    "again": [(OPEN, "first"), ("repeated", "not-sure", "worse")],
    "coercion": [(OPEN, "no"), ("not-sure", "yes")],
    "record": [(OPEN, "no"), ("not-asked", "not-sure")],
    "harmed": [(OPEN, "nobody", "public")],
    "over": [("not-sure", "no")],
    "where": [(OPEN, "home"), ("school", "community", "online")],
    "authority": [(OPEN, "in"), ("not-sure", "out")],
    "police": [(OPEN, "no")],
    "account": [(OPEN, "not-yet")],
    "needs": [(OPEN, "none-known")],
    "allegation": [(OPEN, "no"), ("not-sure", "yes")],
    "own-child": [("not-sure", "yes")],
}
#: Rules of every result that have the same condition, because each gives a duty of another kind.
SAME_CONDITION = {("record", "person harmed", "you may report"), ("under 10", "under 10 and records")}


def answers_to(rule: Rule) -> dict:
    """The first answers that meet a rule's conditions."""
    many = {question.id for question in QUESTIONS if question.many}
    return {id: [values[0]] if id in many else values[0] for id, values in rule.when.items()}


def given(question: Question, value: str | None) -> dict:
    """One answer to a question, or none."""
    return {} if value is OPEN else {question.id: [value] if question.many else value}


def situation_that_differs(question: Question, one: str | None, other: str | None) -> dict | None:
    """Answers to other questions with which two answers to this one have different results; None if there are none.

    Only a rule that allows one of the two and not the other can make such a difference, so each of those is met.
    """
    allowed = [ALL_RULES.allowed(question.id, () if value is OPEN else (value,)) for value in (one, other)]
    for place, rule in enumerate(RULES):
        if (allowed[0] ^ allowed[1]) >> place & 1:
            rest = {id: value for id, value in answers_to(rule).items() if id != question.id}
            found = [[f.rule for f in decide(rest | given(question, value)).findings] for value in (one, other)]
            if found[0] != found[1]:
                return rest
    return None


def alike(question: Question) -> list[tuple]:
    """The answers to a question, and no answer, in groups that no situation tells apart."""
    groups: list[list] = []
    for value in (OPEN, *(answer.value for answer in question.answers)):
        fitting = next((g for g in groups if situation_that_differs(question, g[0], value) is None), None)
        if fitting is None:
            groups.append([value])
        else:
            fitting.append(value)
    return [tuple(group) for group in groups if len(group) > 1]


def test_every_answer_can_matter(report_figure):
    """Each answer but those listed changes something, against every other answer and against no answer."""
    found = {question.id: groups for question in QUESTIONS if (groups := alike(question))}
    report_figure(
        "answers that no situation tells apart: "
        + "; ".join(
            f"{id}: {', '.join(value or 'left open' for value in group)}"
            for id, groups in found.items()
            for group in groups
        )
    )
    assert found == ALIKE


def test_every_rule_can_fire():
    for rule in RULES:
        answers = answers_to(rule)
        assert applies(rule, answers) and rule.finding in decide(answers).findings, rule.finding.rule


def test_no_two_rules_have_the_same_name():
    names = [rule.finding.rule for rule in RULES]
    assert sorted(names) == sorted(set(names))


def test_no_two_rules_of_a_table_have_the_same_condition_but_those_listed():
    for table, expected in ((LEVEL_RULES, set()), (ROUTES, set()), (PLACEMENTS, set()), (ALWAYS, SAME_CONDITION)):
        by_condition = defaultdict(list)
        for rule in table:
            condition = tuple(
                tuple(sorted((id, frozenset(v)) for id, v in part.items())) for part in (rule.when, rule.unless)
            )
            by_condition[condition].append(rule)
        assert {tuple(r.finding.rule for r in rules) for rules in by_condition.values() if len(rules) > 1} == expected


def test_every_rule_is_cited():
    assert [rule.finding.rule for rule in RULES if not rule.finding.citations] == []


def test_acts_are_of_the_vocabulary():
    assert {duty.act for rule in RULES for duty in rule.finding.duties} <= set(ACTS)


def test_at_most_six_questions_decide_the_level():
    assert len(DECIDING) == 6 and DECIDING[0].id == "danger"
    for question in REFINING:
        if question in (OVER, HARMED, ALLEGATION):
            continue  # these may raise a level that is already shown, and never lower it: proved in test_incident
        for rule in RULES:
            if rule.finding.level is not None:
                assert question.id not in rule.when and question.id not in rule.unless, (question.id, rule.finding.rule)


@pytest.mark.parametrize(
    "answers",
    [
        {"danger": "no", "kind": ["damage-small"], "wish": "no-police", "again": "first"},
        {"danger": "no", "kind": ["threat-believed"]},
    ],
)
def test_what_would_change_it_is_true(answers):
    changes = would_change(answers)
    assert changes
    for change in changes:
        before = list(chosen(answers, change["question"]))
        value = {
            "instead": change["answer"],
            "also": [*before, change["answer"]],
            "without": [v for v in before if v != change["answer"]],
        }[change["how"]]
        then = decide(answers | {change["question"]: value})
        assert (then.level, then.contact) == (change["level"], change["police_contact"])
