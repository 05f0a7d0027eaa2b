"""Nothing is lost on the way into plain language: numbers, laws, force, exceptions, provision by provision."""

import re
from pathlib import Path

import pytest
import yaml

from macros.publish import plain
from macros.words import provision_text

KEEP = {id: entry for path in sorted((Path(__file__).parent / "keep").glob("*.yml"))
        for id, entry in yaml.safe_load(path.read_text(encoding="utf-8")).items()}


_LINKED = re.compile(r'href="cite:([^"]+)"')


def said(words, id: str) -> str:
    """What readers are told under an id, and the ids it links to, in small letters with straight quotes."""
    provision = words.model.provisions[id]
    html = provision_text(words.render, provision)
    return f"{provision.title or ''} {plain(html)} {' '.join(_LINKED.findall(html))}".lower().replace("’", "'")


def test_every_provision_says_what_must_be_kept(model):
    assert set(KEEP) == set(model.provisions)


@pytest.mark.parametrize("id", KEEP)
def test_what_must_be_kept_is_on_the_page(words, id):
    text = said(words, id)
    lost = [item for item in KEEP[id].get("keep") or [] if not any(way.strip().lower() in text for way in str(item).split("|"))]
    assert lost == []


@pytest.mark.parametrize("id", KEEP)
def test_the_force_is_what_the_source_has(model, id):
    assert model.provisions[id].force == KEEP[id]["force"]


def test_a_must_that_is_law_names_its_law(words):
    """'law' is kept for a must whose words name the law, regulations or statutory guidance it rests on."""
    for id, provision in words.model.provisions.items():
        if provision.force == "law":
            chain = [id, provision.address.parent, *provision.footnotes]
            text = " ".join(said(words, i) for i in chain if i)
            assert any(name in text for name in (" act ", "regulation", "guidance", "convention", "act,", "act.")), id
