"""Characters that mean something in HTML, put into every text of every data file, are escaped by every macro.

A probe is appended to each text. Its number says which key of which file it came from, so a fault names its place, and
the fields that are Markdown by design, where HTML may be written, are listed once. Features need no entry here: their
data files and macros are found.
"""

import json
import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

from macros.content.areas import chosen_area
from macros.content.data_files import LOADER
from macros.content.macro_calls import check_calls, files_with_calls
from macros.content.model import NOTE_KINDS, Model
from macros.features.protocols.pages import RELATION_TEXT
from macros.pages.build import Build, Macro
from macros.pages.finish import edition_notice, meaning, source_notice
from macros.pages.provision_html import note_html
from macros.pages.text import CONFIDENCE_TEXT
from macros.registry import FEATURES, MACROS
from tests.support.sites import DOCS
from tools.first_edition import RULES
from tools.model import ACTS, CONTACTS, LEVELS

#: Every group of combinations, or every text of every data file.
pytestmark = pytest.mark.thorough

#: Texts in Markdown, by file and keys: they may contain HTML.
MARKDOWN = {
    "AREA/charts.yml[].notes[]",
    "AREA/charts.yml[].source",
    "AREA/crosswalk.yml[].text",
    "AREA/decision-steps.yml[].text",
    "AREA/glossary.yml[].text",
    "AREA/ideas.yml.*",
    "AREA/notes.yml[].text",
    "AREA/practice.yml[].caution",
    "AREA/practice.yml[].did",
    "AREA/practice.yml[].problem",
    "AREA/practice.yml[].result",
    "AREA/practice.yml[].who",
    "evidence/charts.yml[].notes[]",
    "evidence/charts.yml[].source",
    "evidence/figures.yml[].caution",
    "evidence/figures.yml[].text",
    "glossary.yml[].text",
    "national/notes.yml[].text",
    "practice/ideas.yml[].care",
    "practice/ideas.yml[].text",
    "practice/practice.yml[].caution",
    "practice/practice.yml[].did",
    "practice/practice.yml[].problem",
    "practice/practice.yml[].result",
    "practice/practice.yml[].who",
    "training/*/session.yml.needs[]",
    "training/*/session.yml.slides[].notes",
    "training/*/session.yml.slides[].text",
    "young/topics.yml.topics[].parts[].lines[].*",
}
#: Texts that a program compares with others, though they have spaces.
NOT_TEXT = {
    "AREA/area.yml.control_room.silent",
    "AREA/charts.yml[].series[].column",
    "AREA/charts.yml[].series[].count",
    "AREA/charts.yml[].series[].of",
    "AREA/charts.yml[].x",
    "evidence/charts.yml[].series[].count",
    "evidence/charts.yml[].x",
    "young/topics.yml.topics[].title",  # the title of its page
}
#: The start of the places of texts that no macro prints: they go into other files, or are facts that no page names.
UNPRINTED = (
    "AREA/area.yml",
    "AREA/charts.yml[].series[].name",  # in a drawing
    "AREA/charts.yml[].y",
    "evidence/charts.yml[].series[].name",
    "evidence/charts.yml[].y",
    "glossary.yml[].also[]",  # in the search index
    "search-words.yml",
    "take-it-with-you/",  # on paper
)
_CITATION = re.compile(r"(national|local|topic|page|note|area|situation|helpline|source) \S+|cited \d+ times?")
_FRONT_MATTER = re.compile(r"---\n(.*?\n)---\n", re.S)
#: Keys that are ids or names of icons.
_NAME = re.compile(r"(?<=AREA/ideas\.yml\.)[\w-]+|(?<=\.lines\[\]\.)\w+|(?<=handbooks\.yml\.subjects\.)[^\[]+")
_NUMBER = re.compile(r"[\d +()-]+")
_RAW = re.compile(r"<i(\d+)>")
_TWICE = re.compile(r"&amp;(?:lt|amp|quot|#\d+);")


class Probes:
    """Appends probes to texts. A probe's number tells which key of which file it is in."""

    def __init__(self, fixed: set[str]) -> None:
        self.fixed = fixed
        self.places: dict[str, int] = {}

    def put_into(self, data: Any, place: str) -> Any:
        """Data with a probe at the end of each of its texts; `place` is its file and keys."""
        if isinstance(data, dict):
            of_ids = len(data) > 2 and all(isinstance(value, dict) for value in data.values())
            return {key: self.put_into(value, f"{place}.{'*' if of_ids else key}") for key, value in data.items()}
        if isinstance(data, list):
            return [self.put_into(value, f"{place}[]") for value in data]
        if not isinstance(data, str) or not self.is_text(data) or place in NOT_TEXT:
            return data
        place = _NAME.sub("*", place)
        text, probe = data.rstrip(), f"<i{self.places.setdefault(place, len(self.places))}>&\"'"
        # A full stop or question mark stays at the end, and no word is added: schemas count them.
        return text[:-1] + probe + text[-1] if text[-1] in ".?!" else text + probe

    def is_text(self, value: str) -> bool:
        """Whether a value is text to read: several words, and none of the values that a program compares."""
        return (
            " " in value and value not in self.fixed and not _CITATION.fullmatch(value) and not _NUMBER.fullmatch(value)
        )


class Attributes(HTMLParser):
    """The names of all attributes: a quotation mark that is not escaped makes strange ones."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names |= {name for name, _ in attrs}


class Dumper(yaml.SafeDumper):
    """Writes texts as blocks, in which quotation marks of macro calls need no escape."""


Dumper.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "<i" in text else None),
)


def dump(data: Any) -> str:
    """Data as YAML."""
    return yaml.dump(data, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=10**6)


def fixed_values(docs: Path) -> set[str]:
    """The values that schemas allow and programs compare."""
    routes = {rule.finding.route for rule in RULES if rule.finding.route}
    values = {*NOTE_KINDS, *CONFIDENCE_TEXT, *RELATION_TEXT, *LEVELS, *CONTACTS, *ACTS, *routes}

    def collect(schema: Any) -> None:
        if isinstance(schema, dict):
            values.update(v for v in [*schema.get("enum", ()), schema.get("const")] if isinstance(v, str))
        for part in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
            collect(part)

    for path in docs.rglob("*.schema.json"):
        collect(json.loads(path.read_text(encoding="utf-8")))
    return values


def probe_files(docs: Path) -> Probes:
    """Puts probes into every data file, and into the front matter of directory entries."""
    probes = Probes(fixed_values(docs))
    area = next(path.parent for path in docs.glob("areas/*/area.yml"))
    for path in sorted(docs.rglob("*.yml")):
        name = path.relative_to(docs).as_posix().replace(f"areas/{area.name}", "AREA")
        name = re.sub(r"(?<=training/scenarios/)[^/]+(?=\.yml)|(?<=training/)[^/]+(?=/session\.yml)", "*", name)
        data = probes.put_into(yaml.load(path.read_text(encoding="utf-8"), LOADER), name)
        path.write_text(dump(data), encoding="utf-8")
    for path in sorted(docs.rglob("directory/entries/*.md")):
        text = path.read_text(encoding="utf-8")
        front = _FRONT_MATTER.match(text)
        assert front, path
        data = probes.put_into(yaml.load(front[1], LOADER), "directory entry")
        dumped = dump(data)
        path.write_text(f"---\n{dumped}---\n{text[front.end() :]}", encoding="utf-8")
    return probes


def outputs(docs: Path) -> Iterator[tuple[str, str]]:
    """What every macro that a page or data file calls returns, by its call, and the fragments that every page gets."""
    returned: dict[str, str] = {}

    def recorded(name: str, macro: Macro) -> Macro:
        def call(build: Build, *args: str, **kwargs: str) -> Any:
            html = macro(build, *args, **kwargs)
            returned[f"{name}({', '.join([*args, *kwargs.values()])})"] = html
            return html

        return call

    macros = {name: recorded(name, macro) for name, macro in MACROS.items()}
    build = Build(Model(docs, chosen_area(docs)), {}, macros)
    pages = [path for path in files_with_calls(docs) if not build.model.is_of_another_area(path)]
    check_calls(pages, build.macros)
    yield from returned.items()
    frames = [feature.frame for feature in FEATURES if feature.frame]
    for path in sorted(docs.rglob("*.md")):
        page = SimpleNamespace(meta={}, url="", file=SimpleNamespace(src_uri=path.relative_to(docs).as_posix()))
        for frame in frames:
            yield f"{frame.__module__} around {page.file.src_uri}", frame(build, page, "")
    for protocol in build.model.protocols.values():
        yield f"edition of {protocol.key}", edition_notice(build.model, protocol)
        yield f"source of {protocol.key}", source_notice(build.model, protocol)
    for name, entry in build.abbreviations[0].items():
        yield f"meaning of {name}", meaning(build, entry)
    for note in build.model.notes:
        yield f"note {note.id}", note_html(build.render, note)


@pytest.fixture(scope="module")
def probed(tmp_path_factory) -> tuple[Probes, dict[str, str]]:
    """The probes, and the HTML made of them."""
    docs = tmp_path_factory.mktemp("escaping") / "docs"
    shutil.copytree(DOCS, docs)
    probes = probe_files(docs)
    return probes, dict(outputs(docs))


def test_only_markdown_lets_html_through(probed):
    probes, htmls = probed
    places = list(probes.places)
    raw = {(places[int(number)], call) for call, html in htmls.items() for number in _RAW.findall(html)}
    faults = {(place, call) for place, call in raw if place not in MARKDOWN}
    assert not faults, sorted(faults)
    assert {place for place, _ in raw} == MARKDOWN, "the list of Markdown has entries that are none"


def test_text_is_escaped_once(probed):
    _, htmls = probed
    assert not {call for call, html in htmls.items() if _TWICE.search(html)}


def test_quotation_marks_end_no_attribute(probed):
    _, htmls = probed
    faults = {}
    for call, html in htmls.items():
        parser = Attributes()
        parser.feed(html)
        if strange := {name for name in parser.names if not re.fullmatch(r"[a-z][\w:.-]*", name, re.I)}:
            faults[call] = strange
    assert not faults


def test_texts_are_printed(probed):
    """A probe that no macro prints proves nothing."""
    probes, htmls = probed
    printed = set(map(int, re.findall(r"(?:<|&lt;)i(\d+)(?:>|&gt;)", "".join(htmls.values()))))
    unprinted = {place for place, number in probes.places.items() if number not in printed}
    assert not {place for place in unprinted if not place.startswith(UNPRINTED)}
