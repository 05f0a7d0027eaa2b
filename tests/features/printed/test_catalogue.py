"""The data of handbooks and cards are read strictly: an error names its file, its line and the nearest known name."""

from pathlib import Path

import pytest

from macros.content.model import Model
from macros.features.printed.catalogue import read
from tests.support.broken_content import check_error


@pytest.mark.parametrize(
    "old, new, message",
    [
        ("  blanks: [Our address", "  blnks: [Our address", "blnks' is not known. Did you mean 'blanks'?"),
        ("{level: red, sign: A fire", "{level: rad, sign: A fire", "'rad' is not one of"),
        ("{level: red, sign: A fire", "{levl: red, sign: A fire", "levl' is not known. Did you mean 'level'?"),
        ("{level: red, sign: A fire that burns, ", "{level: red, ", "sign' is missing. Expected: The sign"),
        ("  title: Talking it through", "  titel: Talking it through", "titel' is not known. Did you mean 'title'?"),
        ("    - No names of children on this card.", "    - 7\n    -", "is not of type 'string'"),
        ("answers: {kind: [fire-burning]}", "answers: {}", "Expected: Answers to the incident tool"),
    ],
)
def test_an_error_in_a_card_is_reported_with_its_line(docs: Path, old: str, new: str, message: str):
    path = docs / "take-it-with-you" / "cards.yml"
    check_error(lambda: read(Model(docs, "wolds")), path, old, new, message, lines=(0, 1))


@pytest.mark.parametrize(
    "old, new, message",
    [
        ("    blanks: [My social", "    own: [My social", "own' is not known"),
        ("paper: A5", "paper: A6", "'A6' is not one of"),
        ("cards: [restorative]", "cards: [restoratve]", "no card called 'restoratve'. Did you mean 'restorative'?"),
        ("of: own-child", "of: own-childe", "no card called 'own-childe'. Did you mean 'own-child'?"),
        ("    pages: [guides/arrest, guides/court", "    x: [guides/court", "x' is not known"),
    ],
)
def test_an_error_in_the_catalogue_is_reported_with_its_line(docs: Path, old: str, new: str, message: str):
    path = docs / "take-it-with-you" / "handbooks.yml"
    check_error(lambda: read(Model(docs, "wolds")), path, old, new, message, lines=(-1, 1))
