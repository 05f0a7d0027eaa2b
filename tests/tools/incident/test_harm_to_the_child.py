"""Harm to the child is never graded below the same harm by the child, whatever else is answered."""

from itertools import product

import pytest

from tools.incident import TABLE, decide

ORDER = TABLE["orders"]
#: By a child, and the same done to a child: (who, whom).
BY = ("this-child", ["other-child"])
TO = ("other-child", ["this-child"])
#: For each row, the questions that grade it, with the answers to try.
GRADED = {
    "blow": {
        "act": ["low", "could-hurt", "could-kill"],
        "harm": ["none", "mark", "not-checked", "treated", "hospital-over", "hospital"],
        "injury": [["none"], ["cannot-tell"]],
        "gap": ["yes"],
    },
    "throat": {
        "throat-signs": [["none"], ["breath"]],
        "throat-how": ["instant", "held", "cord", "sex"],
        "afraid": ["no", "yes"],
    },
    "fluids": {"fluid": ORDER["fluid"]},
    "bullying": {
        "bullying": [["words"], ["hate"], ["hate", "group"], ["sexual"], ["errands"], ["suicidal"]],
        "act": ["low", "could-kill"],
    },
}
COMMON = {
    "wish": ["no-police", "police"],
    "again": ["first", "targeted"],
    "still": [["none"], ["near"]],
}
AGES = ("under-10", "13-15", "18-plus")


def graded(age: str, row: str, who: tuple[str, list[str]], answers: dict) -> tuple[int, ...]:
    """The place of the level, contact and health need of an event in their orders."""
    event = {"situation": "hurt", "what": row, "who": who[0], "whom": who[1], **answers}
    result = decide({"danger": ["none"], "age": age, "stage": "none", "events": [event]})
    return tuple(ORDER[name].index(result[name]) if result[name] else -1 for name in ("level", "contact", "health"))


@pytest.mark.parametrize("row", GRADED)
@pytest.mark.parametrize("age", AGES)
def test_never_below_the_same_harm_by_the_child(row, age):
    asked = {**GRADED[row], **COMMON}
    for values in product(*asked.values()):
        answers = dict(zip(asked, values, strict=True))
        by, to = graded(age, row, BY, answers), graded(age, row, TO, answers)
        # An adult who was harmed decides about the police; the level and the health need stay.
        compared = (0, 2) if age == "18-plus" else (0, 1, 2)
        assert all(to[n] >= by[n] for n in compared), (answers, by, to)


@pytest.mark.parametrize("row", GRADED)
def test_an_adult_who_did_it_is_never_below_a_child_who_did(row):
    asked = {**GRADED[row], **COMMON}
    for values in product(*asked.values()):
        answers = dict(zip(asked, values, strict=True))
        child = graded("13-15", row, TO, answers)
        for who in ("staff", "partner"):
            adult = graded("13-15", row, (who, ["this-child"]), answers)
            assert all(a >= c for a, c in zip(adult, child, strict=True)), (who, answers, child, adult)
