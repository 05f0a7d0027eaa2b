"""The forms for records and checks: what each one asks, its checks, and the advice it gives.

Answers are neither sent nor stored: the reader prints or saves them. Each form is a module with `SECTIONS`, `problems`,
`advice` and, where an option must not be offered, `withheld`, combined in `FORM`. `tools.forms.checks` holds the checks
that all forms share, `wording` the advice on wording.

>>> sorted(FORMS)[:3]
['implementation', 'incident-record', 'missing']
"""

from tools.forms.model import Form, fields
from tools.records import boards, incident, missing, police_contact, removal, restorative, risk, sharing, ten_questions

#: Every form by name, in the order in which a reader needs them.
FORMS: dict[str, Form] = {
    form.name: form
    for form in (
        risk.FORM,
        police_contact.FORM,
        incident.FORM,
        removal.FORM,
        missing.FORM,
        ten_questions.FORM,
        sharing.FORM,
        restorative.FORM,
        boards.SIX_POINTS,
        boards.IMPLEMENTATION,
    )
}

#: Every citation that the advice of a form can give. Those of fields are in the fields.
ADVICE_CITATIONS = (
    "national 10.1",
    "national 10.3",
    "national 2.1",
    "national 2.2-6",
    "national 3.1-2",
    "national 5.1",
    "national 5.2",
    "national 6.2-2",
    "national 6.4-4",
    "national 6.4-8",
    "national 6.5",
    "national 6.6-5",
    "national 9.3",
    "national 9.4",
    "national a1-missing-1",
    "national a1-risk-1",
    "national a3-rule",
    "note consent-not-needed",
    "note cps-information-form",
    "note do-not-step-in-when-unsafe",
    "note gas-canisters-controlled",
    "note missing-definitions",
    "note missing-not-a-crime",
    "note return-interview",
    "note section-45-is-a-defence",
    "note uk-gdpr",
    "topic change",
    "topic drugs",
    "topic immediate",
    "topic non_immediate",
    "topic outcomes",
    "topic recording",
    "topic removal_record",
    "topic restorative",
    "topic ten_questions",
    "topic weapons",
)


def citations() -> list[str]:
    """Every citation these forms can give."""
    return [*(c for form in FORMS.values() for field in fields(form) for c in field.citations), *ADVICE_CITATIONS]
