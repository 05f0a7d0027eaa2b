"""The plain-language text of each provision keeps the numbers, laws, force and exceptions of its source."""

import re
from pathlib import Path

import pytest
import yaml

from macros.pages.build import Build
from macros.pages.provision_html import provision_text
from macros.pages.text import plain

FOLDER = Path(__file__).parent
KEEP = {
    id: entry
    for path in sorted((FOLDER / "keep").glob("*.yml"))
    for id, entry in yaml.safe_load(path.read_text(encoding="utf-8")).items()
}

#: How often each provision contains must, should, may and no, as counted when it was last compared with its source.
WEIGHT = yaml.safe_load((FOLDER / "weight.yml").read_text(encoding="utf-8"))
_WEIGHTY = {
    "must": re.compile(r"\b(must|imperative|dut(?:y|ies)|require[ds]?)\b"),
    "should": re.compile(r"\b(should|need(?:s|ed)?|expect(?:s|ed)?|recommend(?:s|ed)?|urges?)\b"),
    "may": re.compile(r"\b(may|might|can|could)\b"),
    "no": re.compile(r"\b(not|no|nor|never|none|neither|cannot|unless|except|only|without|other than)\b"),
}

_DUTY = re.compile(r"\bmust\b|\b(a|whose|practitioner's) duty (to|for)\b|\bhave a duty\b")
_LINKED = re.compile(r'href="cite:([^"]+)"')


def provision_text_and_links(build: Build, id: str) -> str:
    """The title and text of a provision, and the ids it links to, in lower case with straight quotes."""
    provision = build.model.provisions[id]
    html = provision_text(build.render, provision)
    return f"{provision.title or ''} {plain(html)} {' '.join(_LINKED.findall(html))}".lower().replace("’", "'")


def test_every_provision_has_a_list_of_facts_to_keep(model):
    assert set(KEEP) == set(model.provisions)


@pytest.mark.parametrize("id", KEEP)
def test_the_facts_to_keep_are_on_the_page(build, id):
    text = provision_text_and_links(build, id)
    lost = [
        item
        for item in KEEP[id].get("keep") or []
        if not any(variant.strip().lower() in text for variant in str(item).split("|"))
    ]
    assert lost == []


@pytest.mark.parametrize("id", KEEP)
def test_the_force_is_what_the_source_has(model, id):
    assert model.provisions[id].force == KEEP[id]["force"]


@pytest.mark.parametrize("id", KEEP)
def test_no_must_or_not_comes_or_goes_unseen(build, id):
    """A must that becomes a should, or a lost 'not' or 'unless', can do harm.

    Compare the text with the source, then change weight.yml.
    """
    assert weight(build, id) == WEIGHT.get(id, {})


def weight(build: Build, id: str) -> dict[str, int]:
    """How often a provision's own text contains each kind of weighty word, where it contains any."""
    text = plain(provision_text(build.render, build.model.provisions[id])).lower()
    return {name: count for name, pattern in _WEIGHTY.items() if (count := len(pattern.findall(text)))}


def test_a_must_without_a_law_has_a_note_on_its_basis(model):
    """For every must or duty, the label, the text or a note next to it shows whether it rests on a law."""
    silent = []
    for id, provision in model.provisions.items():
        if provision.force != "law" and _DUTY.search(provision.text.lower()):
            notes = " ".join(f"{note.title} {note.text}" for note in model.notes_on.get(id, ()))
            if not re.search(r"names? no law|without a law|\bAct (19|20)\d\d\b|\bCodes? C\b", notes):
                silent.append(id)
    assert silent == []


def test_a_must_that_is_law_names_its_law(build):
    """'law' is only for a must whose text names the law, regulations or statutory guidance it rests on."""
    for id, provision in build.model.provisions.items():
        if provision.force == "law":
            chain = [id, provision.parsed_id.parent, *provision.footnotes]
            text = " ".join(provision_text_and_links(build, i) for i in chain if i)
            assert any(name in text for name in (" act ", "regulation", "guidance", "convention", "act,", "act.")), id
