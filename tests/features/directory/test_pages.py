"""The directory's entries are read strictly, and its data and feed keep the promises of their standards."""

import csv
import io
import json
import re
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urljoin

import feedparser
import jsonschema
import pytest

from macros.content.data_files import page_title
from macros.content.model import Model
from macros.features.directory.command import listing
from macros.features.directory.data import entries_of, read_all
from macros.features.directory.facets import FACETS, allowed_values, anchor, groups
from macros.features.directory.feed import ATOM, feed
from macros.features.directory.open_data import PUBLISHED_NAMES, cell_text, record, schema
from macros.features.directory.open_data import csv as as_csv
from macros.files import ROOT
from macros.pages.build import Build
from macros.pages.text import plain
from macros.registry import new_build
from tests.support.broken_content import break_file, error_from
from tests.support.sites import DOCS

ENTRY = """---
title: "A kind word: leaflet for carers"
kind: guidance
category: resources for sharing
audience: [foster carers, trainers]
theme: [restorative approaches]
age: 10-17
sex: any
cost: free
area: one place
place: Borsetshire
organisation: Borsetshire County Council
url: https://www.example.org/kind-word
published: 2024-05
owner: directory editors
status: current
checked: 2026-11-20
confidence: official source
source: The council's own page
added: 2026-11-26
---

A leaflet for foster carers on what to say after a quarrel at home.

It has six questions and fits on a fridge. Written with young people who had been in care.
"""


@pytest.fixture()
def docs(docs) -> Path:
    """A copy of the content with the invented area and one more entry, for tests to break."""
    (docs / "directory" / "entries" / "a-kind-word.md").write_text(ENTRY, encoding="utf-8")
    return docs


def error(docs: Path) -> str:
    return error_from(lambda: entries_of(Model(docs, "wolds")))


# -- Reading -----------------------------------------------------------------------


def test_there_are_at_least_seventy_entries_and_all_are_valid(build):
    entries, problems = read_all(build.model)
    assert problems == [] and len(entries) >= 70
    assert {e.facts["kind"] for e in entries} >= {
        "statutory guidance",
        "protocol",
        "report",
        "practice example",
        "service",
        "tool",
        "helpline",
        "training",
    }


def test_a_new_entry_is_one_file(docs):
    entries = {e.id: e for e in entries_of(Model(docs, "wolds"))}
    added = entries["a-kind-word"]
    assert added.title == "A kind word: leaflet for carers" and added.summary.startswith("A leaflet for foster carers")
    assert added.age_groups == ("10 to 15", "16 and 17")


MISTAKES = {
    "a fact that is missing": ("cost: free\n", "", ["'cost' is missing", "Expected: what a reader or user pays"]),
    "an unknown fact": ("cost: free", "costs: free", [":9: the key 'costs' is not known", "Did you mean 'cost'?"]),
    "an unknown kind": (
        "kind: guidance",
        "kind: guidence",
        [":3: 'kind': 'guidence' is not one of", "Did you mean 'guidance'?"],
    ),
    "an unknown theme in a list": (
        "[restorative approaches]",
        "[restorative aproaches]",
        [":6: ", "Did you mean 'restorative approaches'?"],
    ),
    "an unknown reader": (
        "foster carers, trainers",
        "foster carer, trainers",
        [":5: ", "Did you mean 'foster carers'?"],
    ),
    "a day that does not exist": (
        "checked: 2026-11-20",
        "checked: 2026-13-40",
        [":17: 'checked': there is no day '2026-13-40'"],
    ),
    "a day in words": (
        "checked: 2026-11-20",
        "checked: last week",
        [":17: 'checked'", "Expected: the day somebody last made sure of the status"],
    ),
    "current without a check": (
        "checked: 2026-11-20\nconfidence: official source\n",
        "",
        [":16: 'status: current' needs 'checked'"],
    ),
    "not checked with a check": (
        "status: current",
        "status: not checked",
        [":16: 'status: not checked' contradicts 'checked'"],
    ),
    "superseded by nothing": ("status: current", "status: superseded", [":16: 'status: superseded' needs 'instead'"]),
    "closed and pointing nowhere": ("status: current", "status: closed", [":16: 'status: closed' needs 'instead'"]),
    "superseded by what is not there": (
        "status: current",
        "status: superseded\ninstead: [childlin]",
        [":17: 'instead' points to 'childlin'", "Did you mean 'childline'?"],
    ),
    "superseded by what is superseded": (
        "status: current",
        "status: superseded\ninstead: [stability-index-2018]",
        ["which is superseded too. Expected: stability-index-2019"],
    ),
    "a place for a nation": ("area: one place", "area: England", [":10: 'area: England' contradicts 'place'"]),
    "one place without its name": ("place: Borsetshire\n", "", [":10: 'area: one place' needs 'place'"]),
    "ages the wrong way round": ("age: 10-17", "age: 17-10", [":7: 'age: 17-10' is not a range"]),
    "an age in words": ("age: 10-17", "age: teenagers", [":7: 'age'", "Expected: the ages it is about, such as 10-17"]),
    "a URL without http": (
        "https://www.example.org/kind-word",
        "www.example.org",
        [":13: 'url'", "starting with https:// or http://"],
    ),
    "a URL without a host": ("https://www.example.org/kind-word", "https://kind-word", [":13: ", "has no host"]),
    "a URL with tracking": ("/kind-word", "/kind-word?utm_source=x", [":13: ", "contains tracking parameters"]),
    "a URL that another entry has": (
        "https://www.example.org/kind-word",
        "http://learning.nspcc.org.uk/services/childline/",
        [":13: the url", "is already used by", "childline.md"],
    ),
    "a title that another entry has": (
        '"A kind word: leaflet for carers"',
        "Child line",
        [":2: the title 'Child", "childline.md"],
    ),
    "a phone for no helpline": (
        "published:",
        "phone: 0800 1111\npublished:",
        ["only a helpline that was checked has a 'phone'"],
    ),
    "a person's number": (
        "fits on a fridge",
        "fits on a fridge, ring 07700 900123",
        [":25: '07700 900123' looks like a person's contact"],
    ),
    "a person's email": ("The council's own page", "jo.bloggs@example.org", [":19: ", "looks like a person's contact"]),
    "an unknown provision": ("added:", "citations: [national 6.99]\nadded:", [":20: no provision 'national 6.99'"]),
    "a link to no page": (
        "fits on a fridge",
        "fits on [a fridge](../../guides/fridge.md)",
        [":25: the link '../../guides/fridge.md' leads to no page"],
    ),
    "hardly any text": (
        "It has six questions and fits on a fridge. Written with young people who had been in care.\n",
        "",
        [":23: an entry needs two to four sentences"],
    ),
    "a first paragraph that lists cannot show": (
        "after a quarrel at home.",
        "after a quarrel at home. " * 20,
        [":23: too long"],
    ),
    "a heading": ("It has six", "# It has six", [":25: an entry has no headings"]),
    "no facts at all": ("---\ntitle", "title", [":1: an entry starts with its facts between two lines of ---"]),
    "a colon without quotation marks": (
        '"A kind word: leaflet for carers"',
        "A kind word: leaflet for carers",
        [":2: the front matter is not readable as YAML", "quotation marks"],
    ),
    "a change before it was added": (
        "---\n\nA leaflet",
        "changes:\n  - {on: 2020-01-01, what: A new edition.}\n---\n\nA leaflet",
        [":21: the change on 2020-01-01 is dated before the entry was added"],
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_an_error_in_an_entry_is_reported_with_its_line_and_what_is_expected(docs, mistake):
    old, new, expected = MISTAKES[mistake]
    path = docs / "directory" / "entries" / "a-kind-word.md"
    break_file(path, old, new)
    found = error(docs)
    assert "a-kind-word.md" in found and all(part in found for part in expected), found


def test_a_file_s_name_must_be_usable_in_a_url(docs):
    folder = docs / "directory" / "entries"
    (folder / "a-kind-word.md").rename(folder / "A kind word.md")
    assert "'A kind word' cannot be an address" in error(docs)


def test_an_area_cannot_take_an_id_that_is_used(docs):
    own = docs / "areas" / "wolds" / "directory"
    own.mkdir()
    (own / "childline.md").write_text(
        ENTRY.replace("kind-word", "other").replace("A kind word", "Another"), encoding="utf-8"
    )
    assert "the id 'childline' is already used by" in error(docs)


def test_every_error_is_listed_and_not_only_the_first(docs):
    break_file(docs / "directory" / "entries" / "a-kind-word.md", "cost: free", "cost: cheap")
    break_file(docs / "directory" / "entries" / "minded.md", "kind: training", "kind: school")
    found = [str(p) for p in read_all(Model(docs, "wolds"))[1]]
    assert any("'cheap'" in t for t in found) and any("'school'" in t for t in found)


# -- Honest entries ------------------------------------------------------------------


def test_what_has_ended_or_was_replaced_points_to_a_current_entry(build):
    entries = {e.id: e for e in entries_of(build.model)}
    gone = [e for e in entries.values() if e.facts["status"] in ("superseded", "closed")]
    assert len(gone) >= 8
    assert all(entries[id].facts["status"] in ("current", "not checked") for e in gone for id in e.facts["instead"])


def test_readers_are_called_as_on_their_own_pages(model):
    """The schema's names of readers that have a page are those of the pages."""
    assert {page_title(path).removeprefix("For ") for path in model.roles.values()} <= set(
        allowed_values(model)["audience"]
    )


def test_a_rebuild_in_one_process_reads_the_schema_again(docs):
    assert "song" not in allowed_values(Model(docs, "wolds"))["kind"]
    break_file(docs / "directory" / "entry.schema.json", '"enum": ["law",', '"enum": ["song", "law",')
    assert "song" in allowed_values(Model(docs, "wolds"))["kind"]


def test_everything_in_annex_6_has_an_entry(build):
    cited = {c for e in entries_of(build.model) for c in e.facts.get("citations", ())}
    items = [p.id for p in build.model.provisions.values() if p.id.startswith("a6-") and p.id[-1].isdigit()]
    assert [id for id in items if f"national {id}" not in cited] == [] and len(items) == 19


def test_helplines_say_when_their_number_was_checked(build):
    lines = [e for e in entries_of(build.model) if e.facts["kind"] == "helpline"]
    assert lines and all(e.facts["checked"] and e.facts["confidence"] == "official source" and e.url for e in lines)


# -- On pages ---------------------------------------------------------------------------


def test_every_entry_has_its_page_and_a_short_address(site, build):
    for entry in entries_of(build.model):
        short = site.short[f"d/{entry.id}/"]
        target = urljoin(
            "http://x/" + short.url,
            short.soup.find("meta", attrs={"http-equiv": "refresh"})["content"].partition("url=")[2],
        )
        page = site.pages[target.removeprefix("http://x/")]
        assert plain(str(page.soup.find("h1"))) == entry.title
        text = page.soup.find("article").get_text(" ")
        assert entry.facts["organisation"] in text and (entry.url or "No address is confirmed") in text
        assert "Last checked" in text and f"/d/{entry.id}" in text


@pytest.mark.parametrize("facet", FACETS, ids=lambda facet: facet.key)
def test_each_way_in_holds_every_entry_under_its_values(site, build, facet):
    page = site.pages[f"directory/by-{facet.key}/"]
    assert (
        page.soup.find("h1").get_text().startswith("By ") and "styles:" not in page.soup.find("article").get_text()
    ), "the page's front matter is not readable as YAML"
    for value, found in groups(build.model, entries_of(build.model), facet):
        lines = page.soup.find("h2", id=anchor(value)).find_next("ul").find_all("a")
        assert [a.get_text() for a in lines] == [e.title for e in found]
        assert page.soup.find("a", href=f"#{anchor(value)}"), value
    assert {e.id for _, found in groups(build.model, entries_of(build.model), facet) for e in found} == {
        e.id for e in entries_of(build.model)
    }


def test_an_entry_that_was_replaced_says_so_first(site):
    article = site.pages["directory/entries/stability-index-2018/"].soup.find("article")
    warning = article.find(class_="entry__warning")
    assert (
        "Something newer took its place" in warning.get_text()
        and warning.find("a")["href"] == "../stability-index-2019/"
    )
    assert warning.find_previous("h1") and warning.find_next("dl")


def test_another_area_has_the_general_entries_and_not_the_first_area_s(site, other_site, build):
    general = {e.id for e in entries_of(build.model) if not e.path.is_relative_to(build.model.area_folder)}
    data = json.loads((other_site.folder / "directory.json").read_text(encoding="utf-8"))
    assert (
        {r["id"] for r in data}
        == general
        < {r["id"] for r in json.loads((site.folder / "directory.json").read_text(encoding="utf-8"))}
    )


# -- Data ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def records(site) -> list[dict]:
    return json.loads((site.folder / "directory.json").read_text(encoding="utf-8"))


def test_directory_json_fits_its_published_schema(site, records):
    rules = json.loads((site.folder / "directory.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(rules)
    jsonschema.Draft202012Validator(rules).validate(records)
    assert list(jsonschema.Draft202012Validator(rules).iter_errors([records[0] | {"kind": "leaflet"}]))
    assert list(
        jsonschema.Draft202012Validator(rules).iter_errors([{k: v for k, v in records[0].items() if k != "status"}])
    )


def test_the_schema_for_writing_is_published_too(site):
    assert (site.folder / "directory" / "entry.schema.json").read_text() == (
        DOCS / "directory" / "entry.schema.json"
    ).read_text()


def test_every_page_named_in_the_data_is_there(site, records):
    assert [r["page"] for r in records if r["page"].removeprefix("/") not in site.pages] == []
    assert [r["short"] for r in records if r["short"].strip("/") + "/" not in site.short] == []


def test_the_csv_holds_the_same_as_the_json(site, records):
    text = (site.folder / "directory.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [r["id"] for r in rows] == [r["id"] for r in records]
    columns = json.loads((site.folder / "directory.schema.json").read_text(encoding="utf-8"))["items"]["properties"]
    assert len(columns) == 31
    for row, found in zip(rows, records, strict=True):
        assert list(row) == list(columns)
        for name in columns:
            assert unquoted(row[name]) == cell_text(found[name]), (found["id"], name)


def unquoted(cell: str) -> str:
    """A cell without the apostrophes that keep spreadsheets from running it."""
    return re.sub(r"(^\s*|[,;|\t\r\n]\s*)'(?=[=+\-@＝＋－＠])", r"\1", cell)


def test_published_names_do_not_follow_those_in_the_files(records):
    """Whoever reads the data relies on its names, so the keys of the entries' files may change and these may not."""
    assert PUBLISHED_NAMES == {"url": "address", "citations": "cites"}
    assert all({"address", "cites"} <= set(r) and not {"url", "citations"} & set(r) for r in records)


def test_the_csv_s_description_names_its_columns_in_order(site):
    columns = json.loads((site.folder / "directory.csv-metadata.json").read_text(encoding="utf-8"))["tableSchema"][
        "columns"
    ]
    head = (site.folder / "directory.csv").read_bytes().decode("utf-8-sig").split("\r\n")[0]
    assert [c["titles"] for c in columns] == head.split(",") and all(c["dc:description"] for c in columns)


@pytest.mark.parametrize("title", ["=HYPERLINK(1)", "+44 helps", "-1", "@SUM(A1)", "\t=1", " =1+1", "＝1"])
def test_no_cell_can_start_a_formula(title, build):
    rules = schema(json.loads((DOCS / "directory" / "entry.schema.json").read_text(encoding="utf-8")))
    first = record(build, entries_of(build.model)[0], "")
    text = as_csv([first | {"title": title}], list(rules["items"]["properties"]))
    (row,) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert row["title"].lstrip().startswith("'") and row["title"].replace("'", "", 1) == title


def test_no_cell_of_the_published_csv_can_start_a_formula(site):
    text = (site.folder / "directory.csv").read_bytes().decode("utf-8-sig")
    assert [
        cell
        for row in csv.reader(io.StringIO(text, newline=""))
        for cell in row
        if re.match(r"\s*[=+\-@＝＋－＠]", cell)
    ] == []


# -- The feed ----------------------------------------------------------------------------------


def build_of(docs: Path, **settings: str) -> Build:
    return new_build(Model(docs, "wolds"), settings)


def test_a_feed_reader_reads_the_feed(site, build):
    parsed = feedparser.parse(
        (site.folder / "directory.xml").read_bytes(),
        response_headers={"content-type": "application/atom+xml", "content-location": "http://site.test/directory.xml"},
    )
    assert not parsed.bozo and parsed.version == "atom10"
    assert (
        parsed.feed.title
        and parsed.feed.author
        and parsed.feed.id.startswith("urn:uuid:")
        and parsed.feed.updated_parsed
    )
    assert len(parsed.entries) >= 70 and len({e.id for e in parsed.entries}) == len(parsed.entries)
    for entry in parsed.entries:
        assert entry.id.startswith("urn:uuid:") and entry.title and entry.summary and entry.updated_parsed
        assert urljoin("http://site.test/directory.xml", entry.link).removeprefix("http://site.test/") in site.pages


def test_the_feed_keeps_the_rules_of_atom(build):
    """RFC 4287, 4.1.1 and 4.1.2: elements that are there once, dates with a zone, no two links of the same kind."""
    import xml.etree.ElementTree as etree

    top = etree.fromstring(feed(build))
    assert top.tag == f"{{{ATOM}}}feed"
    for part, needed in [
        (top, ("id", "title", "updated")),
        *((e, ("id", "title", "updated")) for e in top.findall(f"{{{ATOM}}}entry")),
    ]:
        for name in needed:
            assert len(part.findall(f"{{{ATOM}}}{name}")) == 1
        datetime.strptime(part.findtext(f"{{{ATOM}}}updated"), "%Y-%m-%dT%H:%M:%SZ")
        links = [(a.get("rel"), a.get("type")) for a in part.findall(f"{{{ATOM}}}link")]
        assert len(links) == len(set(links))
    assert top.find(f"{{{ATOM}}}author/{{{ATOM}}}name").text
    days = [e.findtext(f"{{{ATOM}}}updated") for e in top.findall(f"{{{ATOM}}}entry")]
    assert days == sorted(days, reverse=True) and days[0] == top.findtext(f"{{{ATOM}}}updated")


def test_no_url_is_made_up_where_none_is_set(docs):
    without, with_url = (
        feed(build_of(docs)),
        feed(build_of(docs, public_address="https://care.example.org/x/", site_publisher="Borsetshire")),
    )
    assert (
        "no public address set" in without
        and 'href="directory.xml"' in without
        and "http" not in without.replace(ATOM, "").replace("http://www.w3.org", "")
    )
    assert (
        'href="https://care.example.org/x/directory.xml"' in with_url
        and "https://care.example.org/x/directory/entries/childline/" in with_url
        and "<name>Borsetshire</name>" in with_url
    )
    ids = re.compile(r"urn:uuid:[0-9a-f-]{36}")
    assert ids.findall(without) == ids.findall(with_url)


def test_ids_do_not_change_with_an_entry_s_text_or_other_entries(docs):
    ids = re.compile(r"<id>(urn:uuid:[0-9a-f-]{36})</id>\n  <title>([^<]*)</title>")
    before = {title: id for id, title in ids.findall(feed(build_of(docs)))}
    path = docs / "directory" / "entries" / "a-kind-word.md"
    break_file(path, "fits on a fridge", "fits on any fridge")
    break_file(
        path, "---\n\nA leaflet", "changes:\n  - on: 2026-12-01\n    what: A new edition came out.\n---\n\nA leaflet"
    )
    (docs / "directory" / "entries" / "minded.md").unlink()
    for other in (docs / "directory" / "entries").glob("*.md"):
        other.write_text(other.read_text().replace("see: [minded, ", "see: [").replace("see: [minded]\n", ""))
    after = {title: id for id, title in ids.findall(feed(build_of(docs)))}
    assert "A kind word: leaflet for carers: A new edition came out." in after
    assert next(iter(after)) == "A kind word: leaflet for carers: A new edition came out."
    assert all(after[title] == id for title, id in before.items() if title in after) and "Added: MindEd" not in after
    break_file(path, "A new edition came out.", "The second edition came out.")
    corrected = {title: id for id, title in ids.findall(feed(build_of(docs)))}
    assert (
        corrected["A kind word: leaflet for carers: The second edition came out."]
        == after["A kind word: leaflet for carers: A new edition came out."]
    )


# -- The maintenance command --------------------------------------------------------------------------------


def test_the_list_starts_with_entries_never_checked_and_then_the_longest_since(build):
    lines = listing(list(entries_of(build.model)), date(2027, 12, 1))
    since = [line.split()[0] for line in lines]
    never = since.count("never")
    days = [int(s) for s in since[never:]]
    assert (
        since[:never] == ["never"] * never
        and days == sorted(days, reverse=True)
        and len(lines) == len(entries_of(build.model))
    )
    assert all("DUE" in line for line in lines)
    assert not any("DUE" in line for line in listing(list(entries_of(build.model)), date(2026, 11, 25))[never:])


@pytest.mark.thorough
def test_the_command_reports_every_error_and_exits_with_1(docs, tmp_path):
    def run():
        return subprocess.run(
            [sys.executable, "-m", "macros", "directory", "2026-12-01"],
            cwd=tmp_path,
            env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
            capture_output=True,
            text=True,
        )

    right = run()
    assert (
        right.returncode == 0
        and "No entry has a problem." in right.stdout
        and "A kind word: leaflet for carers" in right.stdout
    )
    break_file(docs / "directory" / "entries" / "a-kind-word.md", "cost: free", "cost: cheap")
    break_file(docs / "directory" / "entries" / "minded.md", "kind: training", "kind: school")
    wrong = run()
    assert (
        wrong.returncode == 1
        and "a-kind-word.md:9:" in wrong.stderr
        and "minded.md:3:" in wrong.stderr
        and "2 problems." in wrong.stderr
    )


def test_the_example_on_the_page_for_contributors_is_a_valid_entry(docs):
    """Whoever copies it starts from something that builds. It is not in the directory itself."""
    text = (DOCS / "directory" / "add.md").read_text(encoding="utf-8")
    example = re.search(r"```yaml\n(.*?)```", text, re.S)[1]
    (docs / "directory" / "entries" / "safe-home.md").write_text(example, encoding="utf-8")
    assert "safe-home" in {e.id for e in entries_of(Model(docs, "wolds"))}
