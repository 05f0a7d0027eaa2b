"""The incident rules, proved by enumeration: what must always be so, for every combination that decides it."""

from itertools import combinations

import pytest

from tests.tools import combos
from tools.incident import QUESTIONS, RULES, applies, chosen, decide
from tools.incident.explain import rank, would_change
from tools.incident.questions import ALLEGATION, DECIDING, HARMED, KIND_GROUPS, OVER, REFINING
from tools.model import ACTS, CONTACTS, LEVELS

RED_KINDS = {"assault-not-sure", "weapon-hand", "weapon-firearm", "fire-burning", "vehicle-driving", "health-emergency", "missing-danger"}
TELL_KINDS = {"weapon-imitation", "weapon-found", "weapon-carried", "weapon-used", "drugs-supply", "sexual-signs", "images-signs", "sexual-under-13",
              "assault-serious", "threat-believed", "fire-deliberate", "extremism"}
WEAPONS = {k for k in combos.KINDS if k.startswith("weapon")}
TO_KEEP = {"drugs-found", "drugs-supply", "canisters"}
IMAGES = {"images-signs", "images-no-sign"}
#: Answers that readers tell apart and no rule does.
ALIKE = {("danger", "yes", "not-sure"), ("kind", "damage-small", "theft-small", "assault-minor", "threat-not-believed"),
         ("kind", "damage-matters", "theft-matters", "assault-treated", "vehicle-over"), ("kind", "weapon-imitation", "weapon-found"),
         ("kind", "weapon-carried", "weapon-used"), ("wish", "nobody", "no-police"), ("again", "repeated", "not-sure", "worse"),
         ("coercion", "not-sure", "yes"), ("record", "not-asked", "not-sure"), ("harmed", "nobody", "public"), ("over", "not-sure", "no"),
         ("where", "school", "community", "online"), ("authority", "not-sure", "out"), ("allegation", "not-sure", "yes"), ("own-child", "not-sure", "yes")}
RED, AMBER = LEVELS.index("red"), LEVELS.index("amber")
TELL = CONTACTS.index("tell now")


@pytest.fixture(scope="module")
def ranks():
    """(kinds, (danger, wish, again, coercion, record)) to the rank of the result, for every deciding combination."""
    return {(kind, other): rank for kind, other, rank in combos.deciding()}


@pytest.fixture(scope="module")
def results():
    """Whole results of every combination that decides duties."""
    return [(answers, decide(answers)) for answers in combos.acts()]


def test_the_number_of_combinations(ranks, results, tell):
    tell(f"incident rules: {len(RULES)} rules; {len(ranks)} combinations decide the level, {len(results)} the duties; all are tried")
    assert len(ranks) > 2_000_000 and len(results) > 60_000


def test_the_quick_rank_is_the_real_one(ranks):
    """Two ways to the same level: the enumeration's own, and the tool's."""
    for kind, other in list(ranks)[::101]:
        assert ranks[kind, other] == rank(decide(combos.as_answers(kind, other))), (kind, other)


def test_danger_and_red_kinds_are_always_red_and_999_and_nothing_else_is(ranks):
    for (kind, other), (level, contact) in ranks.items():
        if other[0] in ("yes", "not-sure") or not RED_KINDS.isdisjoint(kind):
            assert (level, contact) == (RED, 3), (kind, other)
        else:
            assert level < RED, (kind, other)


def test_the_police_are_told_now_whatever_anyone_wishes(ranks):
    for (kind, other), (level, contact) in ranks.items():
        if not TELL_KINDS.isdisjoint(kind) or other[3] in ("yes", "not-sure"):
            assert level >= AMBER and contact >= TELL, (kind, other)


def test_no_police_never_stands_beside_a_contact_duty(results):
    for answers, result in results:
        if result.contact == "not needed":
            for finding in result.findings:
                assert not any(d.act == "call" for d in finding.duties), (answers, finding.rule)


@pytest.mark.parametrize("place", range(len(combos.OTHERS)))
def test_a_more_serious_answer_never_lowers_the_result(ranks, place):
    ordered = [a.value for a in sorted(combos.OTHERS[place].answers, key=lambda a: a.seriousness)]
    for (kind, other), here in ranks.items():
        if other[place] in ordered[:-1]:
            graver = (*other[:place], ordered[ordered.index(other[place]) + 1], *other[place + 1:])
            there = ranks[kind, graver]
            assert here[0] <= there[0] and here[1] <= there[1], (kind, other, graver)


def pair(*kind):
    """Kinds as the enumeration holds them: each once, in the order of the question."""
    return tuple(sorted(set(kind), key=combos.KINDS.index))


def test_a_more_serious_kind_of_the_same_group_never_lowers_the_result(ranks):
    others = [other for kind, other in ranks if kind == ()]
    for group in KIND_GROUPS.values():
        for mild, grave in combinations(sorted(group, key=lambda a: a.seriousness), 2):
            if mild.seriousness == grave.seriousness:
                continue
            for beside in ((), *((k,) for k in combos.KINDS)):
                a, b = pair(mild.value, *beside), pair(grave.value, *beside)
                for other in others[::3]:
                    assert ranks[a, other][0] <= ranks[b, other][0], (a, b, other)
                    assert ranks[a, other][1] <= ranks[b, other][1], (a, b, other)


def test_something_more_that_happened_never_lowers_the_result(ranks):
    for (kind, other), here in ranks.items():
        for alone in kind if len(kind) == 2 else ():
            single = ranks[(alone,), other]
            assert single[0] <= here[0] and single[1] <= here[1], (kind, other)


def test_joining_takes_the_maximum_of_the_findings(results):
    for answers, result in results:
        levels = [LEVELS.index(f.level) for f in result.findings if f.level]
        contacts = [CONTACTS.index(f.contact) for f in result.findings if f.contact]
        assert (result.level and LEVELS.index(result.level)) == (max(levels) if levels else None)
        assert (result.contact and CONTACTS.index(result.contact)) == (max(contacts) if contacts else None)


def all_acts(result):
    return {duty.act for finding in result.findings for duty in finding.duties}


def test_nobody_is_told_to_step_in_search_or_view_images(results):
    for answers, result in results:
        assert not {"step in", "search", "view image"} & all_acts(result), answers


def test_nothing_is_disposed_of_before_the_police_are_asked(results):
    for answers, result in results:
        if (WEAPONS | TO_KEEP) & set(answers["kind"]):
            assert "dispose" not in all_acts(result), answers


def test_weapons_substances_and_images_come_with_their_warnings(results):
    for answers, result in results:
        warnings = " ".join(w for f in result.findings for w in f.warnings).lower()
        if WEAPONS & set(answers["kind"]):
            assert "never step in" in warnings
        if IMAGES & set(answers["kind"]):
            assert "never open, copy, send, save or delete" in warnings
        if answers.get("police") == "arrest":
            assert "do not question the child" in warnings, answers


def test_at_a_known_unsafe_place_the_police_are_asked_to_help_collect(results):
    for answers, result in results:
        if "missing-unsafe" in answers["kind"]:
            assert any("help you collect" in d.words for f in result.findings for d in f.duties) and CONTACTS.index(result.contact) >= TELL


def test_everyone_is_told_that_they_may_report(results):
    for answers, result in results:
        words = " ".join(d.words for f in result.findings for d in f.duties).lower()
        assert "you may report to the police at any time" in words
        assert "do not report" not in words and "may not report" not in words and "not allowed to report" not in words


def test_every_level_has_every_part_of_a_result(results):
    for answers, result in results:
        if result.level:
            acts = all_acts(result)
            assert {"tell", "record", "support", "ask child", "repair", "review"} <= acts, (answers, acts)


def test_under_ten_is_never_spoken_of_as_prosecution(results):
    for answers, result in results:
        if answers.get("age") == "under-10":
            words = " ".join((*(d.words for f in result.findings for d in f.duties), *(f.reason for f in result.findings if f.level or f.route))).lower()
            assert "cannot be charged" in words
            assert not any(word in words for word in ("prosecut", "outcome", "interview", "court", "section 45"))


def test_the_same_answers_always_give_the_same_result(results):
    for answers, result in results[::50]:
        assert decide(dict(reversed(answers.items()))) == result


def test_every_rule_can_fire():
    for rule in RULES:
        answers = {q: [v[0]] if next(x for x in QUESTIONS if x.id == q).many else v[0] for q, v in rule.when.items()}
        assert applies(rule, answers), rule.finding.rule


def test_every_question_and_every_answer_can_matter():
    """Each answer changes something against leaving the question open, in at least one situation."""
    bases = [{}, *({"kind": [k]} for k in combos.KINDS), {"kind": ["assault-minor"], "danger": "no", "over": "yes"}, {"kind": ["refusing"], "danger": "yes"},
             {"kind": ["drugs-supply"], "coercion": "yes"}, {"record": "required"}, {"harmed": ["staff"]}]
    for question in QUESTIONS:
        outcomes = {}
        for answer in question.answers:
            value = [answer.value] if question.many else answer.value
            outcomes[answer.value] = tuple(tuple(f.rule for f in decide(base | {question.id: value}).findings) for base in bases)
        assert len(set(outcomes.values())) > 1, question.id


def test_answers_that_say_the_same_are_listed_with_an_example(tell):
    """Two answers of a question that never differ are there for the reader's sake; a new pair of them should be looked at."""
    alike = []
    for question in QUESTIONS:
        outcomes = {}
        for answer in question.answers:
            value = [answer.value] if question.many else answer.value
            said = tuple(tuple(f.rule for f in decide({"kind": [k], "age": a, "police": p} | {question.id: value}).findings)
                         for k in combos.KINDS for a in ("10-17", "18-25") for p in ("no", "arrest"))
            outcomes.setdefault(said, []).append(answer.value)
        alike += [(question.id, *values) for values in outcomes.values() if len(values) > 1]
    tell("answers with the same result in every situation tried: " + "; ".join(f"{q}: {', '.join(v)}" for q, *v in alike))
    assert {(q, *v) for q, *v in alike} == ALIKE


def test_no_two_rules_have_the_same_name_or_condition():
    names = [r.finding.rule for r in RULES]
    assert sorted(names) == sorted(set(names))


def test_every_citation_points_to_something_that_is_there(build):
    from macros.content.citations import citation_links
    for rule in RULES:
        assert rule.finding.citations, rule.finding.rule
        for citation in (*rule.finding.citations, *(c for d in rule.finding.duties for c in d.citations)):
            assert citation_links(build.model, citation), citation


def test_acts_are_of_the_vocabulary():
    assert {d.act for r in RULES for d in r.finding.duties} <= set(ACTS)


def test_at_most_six_questions_decide_the_level():
    assert len(DECIDING) == 6 and DECIDING[0].id == "danger"
    for question in REFINING:
        if question in (OVER, HARMED, ALLEGATION):
            continue  # these may raise a level that is already shown, and never lower it: proved below
        for rule in RULES:
            if rule.finding.level is not None:
                assert question.id not in rule.when and question.id not in rule.unless, (question.id, rule.finding.rule)


@pytest.mark.parametrize("question", [OVER, HARMED, ALLEGATION])
def test_a_refining_answer_may_raise_a_level_and_never_lowers_it(question):
    ordered = [a.value for a in sorted(question.answers, key=lambda a: a.seriousness)]
    for kind in combos.kinds():
        for wish in ("no-police", "not-known", "police"):
            base = {"kind": list(kind), "wish": wish, "danger": "no"}
            here = rank(decide(base))
            found = [rank(decide(base | {question.id: [v] if question.many else v})) for v in ordered]
            assert all(f[0] >= here[0] and f[1] >= here[1] for f in found if here[0] >= 0) or kind == (), (base, question.id)
            if question is not HARMED:
                assert all(a[0] <= b[0] and a[1] <= b[1] for a, b in zip(found, found[1:])), (base, question.id)


def test_what_would_change_it_is_true():
    for answers in ({"danger": "no", "kind": ["damage-small"], "wish": "no-police", "again": "first"}, {"danger": "no", "kind": ["threat-believed"]}):
        for change in would_change(answers):
            given = list(chosen(answers, change["question"]))
            value = {"instead": change["answer"], "also": [*given, change["answer"]], "without": [v for v in given if v != change["answer"]]}[change["how"]]
            then = decide(answers | {change["question"]: value})
            assert (then.level, then.contact) == (change["level"], change["police_contact"])


def test_the_own_child_answer_lowers_nothing(ranks):
    for kind, other in list(ranks)[::997]:
        for value in ("no", "not-sure", "yes"):
            assert rank(decide(combos.as_answers(kind, other) | {"own-child": value})) == ranks[kind, other]
