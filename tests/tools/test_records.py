"""The working forms: what each insists on, what none may offer, and what each says back."""

from itertools import product

import pytest

from tools.dates.form import FORM as DATES
from tools.forms.checks import MAX_LINE, MAX_LINES, MAX_ROWS, check, is_day, is_when
from tools.forms.model import KINDS, fields
from tools.records import ADVICE_CITATIONS, FORMS
from tools.records.removal import KINDS as MATERIALS
from tools.records.sharing import BASES, outcome
from tools.records.wording import JUDGING_WORDS, find_judging_words, plainer_wording

EVERY = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
#: The working forms and the dates, which are one too.
ANY = pytest.mark.parametrize("form", (*FORMS.values(), DATES), ids=(*FORMS, "dates"))


def problems(name: str, **answers) -> dict[str, str]:
    """What keeps a form from being finished, by field."""
    return {p.field: p.text for p in check(FORMS[name], {id.replace("_", "-"): value for id, value in answers.items()})}


def advised(name: str, **answers) -> str:
    """All advice of a form, in one text."""
    return " ".join(a.text for a in FORMS[name].advice({id.replace("_", "-"): value for id, value in answers.items()}))


# Every form


@ANY
def test_every_form_is_of_one_shape(form):
    ids = [field.id for field in fields(form)]
    assert len(ids) == len(set(ids)) and form.title and form.purpose and form.version >= 1
    for field in fields(form):
        assert field.kind in KINDS and field.label, field.id
        assert bool(field.options) == (field.kind in ("choice", "many", "scale")), field.id
        assert bool(field.columns) == (field.kind == "table"), field.id


@ANY
def test_what_is_missing_is_said_as_something_to_do(form):
    for problem in check(form, {}):
        assert problem.text.endswith(".") and problem.text.split()[0] in (
            "Say",
            "Choose",
            "Describe",
            "Write",
            "Give",
        ), problem


@ANY
def test_every_section_says_why_it_is_asked(form):
    assert [section.title for section in form.sections if not section.why] == []


@ANY
def test_no_form_asks_for_a_name(form):
    for field in fields(form):
        assert "name" not in field.label.lower(), field.label
    assert not {"name", "surname", "address", "date of birth"} & {field.label.lower() for field in fields(form)}


def test_every_citation_that_advice_gives_is_listed_and_no_other():
    """The list is what a page can look up without trying every answer."""
    given_ = set()
    for form in FORMS.values():
        choices = {f.id: [v for v, _ in f.options] for f in fields(form) if f.kind in ("choice", "scale")}
        bases = [
            {},
            *({id: v} for id, values in choices.items() for v in values),
            {"child": "AB", "storer": "A", "end": "gone"},
        ]
        if form.name == "sharing":
            bases += [
                dict(zip(("risk", "need", "basis", "only", "open"), c, strict=False))
                for c in product(
                    ("yes", "no"), ("yes", "no"), ("task", "not-sure"), ("yes", "no"), ("yes", "unsafe", "not-yet")
                )
            ]
        bases += [
            {
                "people": [{"who": "a", "part": "suspected"}, {"who": "a", "part": "harmed"}],
                "group-3": ["a3-6"],
                "found": "x",
                "place": "safe",
            }
        ]
        given_ |= {c for base in bases for a in form.advice(base) for c in a.citations}
    assert given_ == set(ADVICE_CITATIONS) and len(ADVICE_CITATIONS) == len(set(ADVICE_CITATIONS))


@pytest.mark.parametrize(
    "text, day",
    [
        ("2024-02-29", True),
        ("2023-02-29", False),
        ("2100-02-29", False),
        ("2000-02-29", True),
        ("2026-04-31", False),
        ("2026-11-24", True),
        ("26-11-2024", False),
        ("2026-13-01", False),
        ("2026-00-10", False),
        ("٢٠٢٦-11-24", False),
        ("", False),
    ],
)
def test_days(text, day):
    assert is_day(text) is day and is_when(f"{text}T02:10") is day and not is_when(f"{text}T24:00")


def test_too_much_is_refused_kindly():
    said = problems("risk", decided="x" * (MAX_LINES + 1), told="x" * (MAX_LINE + 1))
    assert str(MAX_LINES) in said["decided"] and str(MAX_LINE) in said["told"]
    assert "rows" in problems("missing", tries=[{"what": "x"}] * (MAX_ROWS + 1))["tries"]


# Removal and storage


def test_nothing_but_alcohol_is_ever_offered_for_disposal_before_the_police_agreed():
    """Every kind of thing, with and without the police asked, agreed, a reference and a witness."""
    removal, tried = FORMS["removal"], 0
    for kind, asked, agreed, reference, witness in product(
        [None, *(k for k, _ in MATERIALS)], ("", "2026-11-24T03:00"), ("", "no", "yes"), ("", "123"), ("", "B")
    ):
        answers = {
            "kind": kind,
            "asked": asked,
            "agreed": agreed,
            "reference": reference,
            "witness": witness,
            "end": "gone",
            "remover": "A",
            "ended": "2026-11-24T04:00",
        }
        may = kind == "alcohol" or (
            kind in ("drug", "unknown", "canister", "weapon") and asked != "" and agreed == "yes"
        )
        assert (("end", "gone") not in removal.withheld(answers)) is may, answers
        refused = "end" in {p.field for p in check(removal, {k: v for k, v in answers.items() if v})}
        assert refused is not may, answers
        tried += 1
    assert tried == 7 * 2 * 3 * 2 * 2


def test_what_may_be_a_gun_is_left_where_it_is():
    said = problems(
        "removal",
        kind="firearm",
        description="x",
        circumstances="x",
        end="left",
        removed="2026-11-24T01:00",
        stored="2026-11-24T01:10",
    )
    assert "999" in said["removed"] and "999" in said["stored"]
    assert problems("removal", kind="firearm", description="x", circumstances="x", end="left") == {}
    assert ("end", "kept") in FORMS["removal"].withheld({"kind": "firearm"}) and "Do not touch it" in advised(
        "removal", kind="firearm"
    )


KEPT = {
    "kind": "drug",
    "description": "x",
    "circumstances": "x",
    "removed": "2026-11-24T01:00",
    "remover": "RW",
    "stored": "2026-11-24T01:10",
    "storer": "RW",
    "countersigner": "TL",
    "end": "kept",
}


def test_two_different_people_store_and_countersign():
    assert problems("removal", **KEPT) == {}
    assert "must be someone else" in problems("removal", **KEPT | {"countersigner": " rw "})["countersigner"]
    assert (
        "second person"
        in problems(
            "removal",
            **KEPT | {"countersigner": "", "end": "collected", "ended": "2026-11-24T09:00", "officer": "1234"},
        )["countersigner"]
    )


@pytest.mark.parametrize(
    "times, wrong",
    [
        ({"removed": "2026-11-24T01:00", "stored": "2026-11-24T00:50"}, "stored"),
        ({"stored": "2026-11-24T01:10", "ended": "2026-11-23T01:10"}, "ended"),
        ({"removed": "2026-11-24T01:00", "stored": "2026-11-24T01:00", "ended": "2026-11-24T01:00"}, None),
    ],
)
def test_times_run_forward(times, wrong):
    said = problems("removal", **KEPT | times)
    assert (wrong in said and "before" in said[wrong]) if wrong else said == {}


def test_an_officer_gives_a_receipt_and_a_disposal_has_a_witness():
    assert {"ended", "officer"} <= set(problems("removal", **KEPT | {"end": "collected"}))
    assert "witness" in problems("removal", **KEPT | {"kind": "alcohol", "end": "gone", "ended": "2026-11-24T02:00"})
    assert (
        "must not be"
        in problems(
            "removal", **KEPT | {"kind": "alcohol", "end": "gone", "ended": "2026-11-24T02:00", "witness": "RW"}
        )["witness"]
    )
    assert (
        problems("removal", **KEPT | {"kind": "alcohol", "end": "gone", "ended": "2026-11-24T02:00", "witness": "TL"})
        == {}
    )


def test_the_police_are_asked_before_it_is_got_rid_of_not_after():
    late = KEPT | {
        "end": "gone",
        "agreed": "yes",
        "asked": "2026-11-24T05:00",
        "ended": "2026-11-24T04:00",
        "witness": "TL",
    }
    assert "before" in problems("removal", **late)["ended"]


def test_all_eight_lines_and_the_photo_are_there():
    ids = {field.id for field in fields(FORMS["removal"])}
    assert {
        "removed",
        "remover",
        "description",
        "circumstances",
        "stored",
        "storer",
        "countersigner",
        "ended",
        "officer",
        "photo",
    } <= ids


# The others


def test_the_quick_assessment_has_all_24_prompts_once_each_and_no_score():
    prompts = [value for field in fields(FORMS["risk"]) if field.kind == "many" for value, _ in field.options]
    assert sorted(prompts + ["a3-24"]) == sorted(f"a3-{n}" for n in range(1, 25))
    assert not any(field.kind == "scale" for field in fields(FORMS["risk"])) and "no score" in advised("risk")


def test_leaving_the_care_plan_needs_reasons():
    given_ = {"decided": "x", "by": "RW"}
    assert "reasons" in problems("risk", **given_, plan="differs")
    assert (
        problems("risk", **given_, plan="differs", reasons="He would have been hurt")
        == {}
        == problems("risk", **given_, plan="fits")
    )


@pytest.mark.parametrize("name", ["risk", "police-contact", "missing"])
@pytest.mark.parametrize("danger", ["yes", "not-sure"])
def test_danger_is_999_before_anything_else(name, danger):
    assert FORMS[name].advice({"danger": danger})[0].text.startswith("Call 999 now")


def test_nobody_is_told_to_step_in_or_that_they_may_not_report():
    for form in FORMS.values():
        for field in fields(form):
            for value, _ in field.options:
                words = " ".join(
                    a.text for a in form.advice({field.id: [value] if field.kind == "many" else value})
                ).lower()
                assert "may not report" not in words and "do not report" not in words
                assert "step in" not in words or "never step in" in words


def test_immediate_danger_is_never_101():
    assert "999" in problems("police-contact", danger="yes", want="advice", what="x", by="RW", number="101")["number"]
    assert problems("police-contact", danger="no", want="advice", what="x", by="RW", number="101") == {}


def test_the_script_says_what_is_wanted():
    for want, words in (
        ("advice", "I want advice"),
        ("record", "I want a record"),
        ("investigation", "I want an investigation"),
    ):
        assert words in advised("police-contact", want=want, danger="no")


def test_parts_are_kept_apart_and_nobody_was_told_before_it_happened():
    base = {"happened": "2026-11-24T02:00", "what": "x", "by": "RW"}
    assert "part" in problems("incident-record", **base, people=[{"who": "AB"}])["people"]
    assert (
        "before it happened"
        in problems("incident-record", **base, told=[{"who": "Social worker", "when": "2026-11-24T01:00"}])["told"]
    )
    assert "harmed and as said to have caused harm" in advised(
        "incident-record", people=[{"who": "AB", "part": "suspected"}, {"who": "ab", "part": "harmed"}]
    )


@pytest.mark.parametrize(
    "typed, offered",
    [
        ("He ABSCONDED again.", ["absconded"]),
        ("Out of control and kicked off", ["out of control", "kicked off"]),
        ('She said "he is violent" and cried', []),
        ("She said \u201cviolent\u201d", []),
        ("An offence, offended", []),
        ("an offender", ["offender"]),
        ("the offenders' kids", ["offender", "kids"]),
    ],
)
def test_plainer_words_are_offered_and_what_was_said_stays(typed, offered):
    assert [word for word, _ in find_judging_words(typed)] == offered


def test_plainer_words_are_offered_for_lines_and_tables_too():
    answers = {
        "where": "By the perpetrator's door",
        "people": [{"who": "AB", "part": "suspected", "note": "was violent"}],
    }
    assert [a.text.split('"')[1] for a in plainer_wording(FORMS["incident-record"], answers)] == [
        "perpetrator",
        "violent",
    ]


def test_no_offered_wording_judges_in_its_turn():
    for word, plain in JUDGING_WORDS:
        assert [w for w, _ in find_judging_words(plain)] == [], word


def test_the_ten_questions_say_who_fills_in_the_form_and_what_is_not_confirmed():
    said = advised("ten-questions", repair="He said sorry")
    assert "1 of 10" in said and "The officer must fill it in" in said and "not confirmed" in said
    assert "10 of 10" in advised(
        "ten-questions", **{f.id: "x" for f in fields(FORMS["ten-questions"]) if f.kind == "lines"}
    )


def test_not_ready_is_an_answer_and_a_number_never_sets_a_level():
    assert problems("restorative", ready_harmed="not-yet", ready_causing="yes") == {}
    for number in range(1, 11):
        said = advised("restorative", ready_harmed="not-yet", ready_causing="no", safe=str(number))
        assert "That is fine" in said and "never decides" in said
        assert not any(level in said.lower().split() for level in ("green", "amber", "red"))
        assert ("do not feel safe" in said) is (number <= 3)
    scale = next(f for f in fields(FORMS["restorative"]) if f.kind == "scale")
    assert scale.options[0] == ("10", "10: safe") and scale.options[-1] == ("1", "1: the most risk")


def test_risk_to_anyone_is_shared_without_waiting_whatever_the_basis():
    """Every combination of the five answers."""
    tried = 0
    for risk, need, (basis, _), only, open_ in product(
        ("yes", "no", "not-sure"),
        ("yes", "no", "not-sure"),
        BASES,
        ("yes", "no", "not-sure"),
        ("yes", "will", "unsafe", "not-yet"),
    ):
        found = outcome({"risk": risk, "need": need, "basis": basis, "only": only, "open": open_})
        tried += 1
        if risk != "no":
            assert found in ("share", "less"), (risk, need, basis, only)
            assert (found == "share") is (only == "yes" and need != "no")
        elif "not-sure" in (need, basis, only):
            assert found == "advice"
        else:
            assert found == ("share" if (only, need) == ("yes", "yes") else "less")
    assert tried == 3 * 3 * 5 * 3 * 4 and outcome({"risk": "yes"}) is None


def test_consent_is_never_asked_for():
    assert "Consent is not needed" in advised("sharing", risk="yes", need="yes", basis="task", only="yes", open="yes")


@pytest.mark.parametrize(
    "place, says, never",
    [
        ("safe", "Fetch them", "101"),
        ("unsafe", "Ask the police to help you collect them", "Fetch them"),
        ("unknown", "report them missing on 101", "Fetch them"),
    ],
)
def test_each_place_has_its_own_next_step(place, says, never):
    said = advised("missing", place=place)
    assert says in said and never not in said and "not a crime" in said


def test_a_child_who_is_back_is_offered_a_talk_within_72_hours():
    assert "72 hours" in advised("missing", found="2026-11-24T02:00", place="unknown") and "report them" not in advised(
        "missing", found="2026-11-24T02:00", place="unknown"
    )


@pytest.mark.parametrize("name", ["six-points", "implementation"])
def test_what_is_not_in_place_has_an_owner_and_a_next_step(name):
    first = next(f.id for f in fields(FORMS[name]) if f.id.endswith("-status"))
    point = first.removesuffix("-status")
    assert (
        set(check_ids(name, {first: "not"})) == {f"{point}-owner", f"{point}-next"}
        and check_ids(name, {first: "done"}) == []
    )
    assert sum(f.id.endswith("-status") for f in fields(FORMS[name])) == 6


def check_ids(name: str, answers: dict) -> list[str]:
    """The fields of a form's problems."""
    return [p.field for p in check(FORMS[name], answers)]
