"""The fewest answers that complete each form, and how a browser fills one in."""

from playwright.sync_api import Page

from tools.forms.model import fields
from tools.records import FORMS

#: The fewest answers that complete each form.
MINIMAL_ANSWERS = {
    "risk": {"decided": "Gave him space", "plan": "fits", "by": "RW"},
    "police-contact": {"want": "advice", "what": "A window is broken", "by": "RW"},
    "incident-record": {"happened": "2026-11-24T02:10", "what": "He threw a mug", "by": "RW"},
    "removal": {
        "kind": "canister",
        "description": "Six <b>metal</b> bulbs",
        "circumstances": "Under the bed",
        "removed": "2026-11-24T02:10",
        "remover": "RW",
        "stored": "2026-11-24T02:20",
        "storer": "RW",
        "end": "kept",
    },
    "missing": {"seen": "2026-11-24T18:00", "place": "safe", "by": "RW"},
    "ten-questions": {"by": "RW"},
    "sharing": {
        "what": "Address",
        "whom": "Nurse",
        "purpose": "Visit",
        "risk": "no",
        "need": "yes",
        "basis": "task",
        "only": "yes",
        "open": "yes",
        "reasons": "Needs it",
        "by": "RW",
    },
    "restorative": {"ready-harmed": "not-yet", "ready-causing": "yes"},
    "six-points": {"scale-status": "done"},
    "implementation": {"sign-status": "done"},
}


def fill(page: Page, name: str, answers: dict[str, str]) -> None:
    """Enters answers as a reader would."""
    by_id = {field.id: field for field in fields(FORMS[name])}
    for id, value in answers.items():
        if by_id[id].options:
            page.locator(f"#{name}-{id}-{value}").check()
        else:
            page.locator(f"#{name}-{id}").fill(value)


def finish(page: Page) -> None:
    """Presses the button that completes a form."""
    page.get_by_role("button", name="Check and finish").click()
