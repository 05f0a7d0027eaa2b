"""The vocabulary of levels, contacts and acts is exactly the one that the rules use."""

from itertools import product

from tools.danger import NO_LEVEL, RED
from tools.first_edition import RULES
from tools.first_edition.always import joined_duties
from tools.model import ACTS, CONTACTS, LEVELS, NEVER_ASKED

FINDINGS = [*(rule.finding for rule in RULES), RED, NO_LEVEL]


def test_every_level_and_contact_is_given_by_a_rule_and_no_other():
    assert {f.level for f in FINDINGS} - {None} == set(LEVELS)
    assert {f.contact for f in FINDINGS} - {None} == set(CONTACTS)


def test_every_act_is_asked_by_a_duty_and_no_other():
    joined = [d for args in product(LEVELS, CONTACTS, (False, True), (False, True)) for d in joined_duties(*args)]
    assert {d.act for d in (*joined, *(d for f in FINDINGS for d in f.duties))} == set(ACTS) - set(NEVER_ASKED)
