"""Everything in the documents is on a page, with text and a permanent URL."""

import json
from pathlib import Path

import pytest

from tests.docs import inventory

COMMITTED = Path(__file__).parent / "ids.txt"


def test_the_national_protocol_has_47_numbered_paragraphs(model):
    paragraphs = [
        p for p in model.protocols["national"].provisions if p.parsed_id.kind == "paragraph" and p.parsed_id.number
    ]
    assert len(paragraphs) == 47 == sum(inventory.SECTIONS.values())


@pytest.mark.parametrize("protocol, expected", [("national", inventory.national()), ("local", inventory.local())])
def test_every_item_of_the_inventory_is_a_provision(model, protocol, expected):
    ids = {p.id for p in model.protocols[protocol].provisions}
    assert [id for id in expected if id not in ids] == []


@pytest.mark.parametrize("parent, count", inventory.BULLETS.items())
def test_no_paragraph_has_more_or_fewer_bullets_than_the_document(model, parent, count):
    children = [
        p.id for p in model.provisions.values() if p.parsed_id.parent == parent and p.parsed_id.kind == "bullet"
    ]
    assert len(children) == count


def test_provisions_of_a_paragraph_are_in_the_document_s_order(model):
    for protocol in model.protocols.values():
        ids = [p.id for p in protocol.provisions]
        for id in ids:
            stem, _, last = id.rpartition("-")
            if last.isdigit() and int(last) > 1 and f"{stem}-{int(last) - 1}" in ids:
                assert ids.index(f"{stem}-{int(last) - 1}") < ids.index(id)


def test_every_provision_is_on_its_built_page_with_text(site, model):
    empty = []
    for id in model.provisions:
        page, _, _ = model.url(id).partition("#")
        tag = site.pages[page].soup.find(id=id)
        assert tag is not None, f"{id} is not on {page}"
        text = tag.get_text(" ", strip=True).removeprefix(id).strip()
        if not text:
            empty.append(id)
    assert empty == []


def test_no_mark_is_left_in_a_page(site, model):
    for page in site.pages.values():
        text = " ".join(tag.get_text(" ") for tag in page.soup.find("article").find_all(["h1", "h2", "h3", "p", "li"]))
        for id in model.provisions:
            assert f"[{id} |" not in text, f"the mark of {id} is printed on {page.url}"


def test_footnotes_are_on_the_page_that_calls_them(model):
    for provision in model.provisions.values():
        for footnote in provision.footnotes:
            assert model.provisions[footnote].path == provision.path, f"{provision.id} calls {footnote} of another page"


def test_every_footnote_is_called(model):
    called = {id for p in model.provisions.values() for id in p.footnotes}
    assert called == {f"fn{n}" for n in range(1, inventory.FOOTNOTES + 1)}


def test_no_committed_id_has_disappeared(model):
    """URLs are permanent: a published id is never removed. New ids are added to ids.txt by hand."""
    committed = COMMITTED.read_text(encoding="utf-8").split()
    assert [id for id in committed if id not in model.provisions] == []
    assert [id for id in model.provisions if id not in committed] == [], "add these to tests/docs/ids.txt"


def test_provisions_json_has_every_provision(site, model):
    records = json.loads((site.folder / "provisions.json").read_text(encoding="utf-8"))
    assert [r["id"] for r in records] == list(model.provisions)


def test_the_comparison_leaves_out_no_numbered_paragraph_and_no_local_section(model):
    national = {id for row in model.crosswalk for id in row["national"]}
    local = {id for row in model.crosswalk for id in row["local"]}
    paragraphs = [
        p.id for p in model.protocols["national"].provisions if p.parsed_id.kind == "paragraph" and p.parsed_id.number
    ]
    assert [id for id in paragraphs if id not in national] == []
    sections = [p.id for p in model.protocols["local"].provisions if p.parsed_id.kind in ("section", "annex section")]
    missing = [id for id in sections if id not in local and not any(is_part(part, id) for part in local)]
    assert missing == []


def is_part(part: str, section: str) -> bool:
    """Whether an id is of a part of a section: '3b' is one of 'l3', and 'app1-now-2' one of 'app1-now'."""
    return part.startswith((section.removeprefix("l"), f"{section}-"))
