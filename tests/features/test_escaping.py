"""Characters that mean something in HTML, put into the plain text of data files, are escaped on every page."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.content.model import Model
from macros.features.scenarios.data import packs_of
from macros.features.training.data import sessions_of
from macros.features.young.data import BOOKLETS, read_young
from macros.pages.build import Build
from macros.registry import new_build

PROBE = "<i>&\"'"


def spike(data: Any, keys: set[str], key: str = "") -> Any:
    """Data with the probe inside each text at one of some keys; the length and the last character do not change."""
    if isinstance(data, dict):
        return {name: spike(value, keys, name) for name, value in data.items()}
    if isinstance(data, list):
        return [spike(value, keys, key) for value in data]
    if isinstance(data, str) and key in keys and len(data) > len(PROBE) + 1:
        return data[: -len(PROBE) - 1] + PROBE + data[-1]
    return data


def guides(build: Build) -> Iterator[str]:
    yield build.macros["level_guide"]("red", "everyone")
    yield build.macros["situation"]("weapons")
    yield build.macros["things_to_consider"]()


def scenarios(build: Build) -> Iterator[str]:
    yield build.macros["scenario_list"]("topic")
    yield from (build.macros["scenario_cards"](name) for name in packs_of(build.model))
    yield build.macros["scenario_room"]()
    yield build.macros["scenario_sheets"]()


def training(build: Build) -> Iterator[str]:
    for name in sessions_of(build.model):
        yield from (build.macros[macro](name) for macro in ("slides", "plan", "check", "answers", "pledge"))
    yield build.macros["confidence"]()
    yield build.macros["knowledge"]("Before you decide")
    yield build.macros["knowledge_answers"]()


def young(build: Build) -> Iterator[str]:
    yield build.macros["young_ways"]()
    yield from (build.macros["young_topic"](name) for name in read_young(build.model).topics)
    yield from (build.macros["booklet"](name) for name in BOOKLETS)


@pytest.mark.parametrize(
    "files, keys, pages",
    [
        ("guides/*.yml", {"story", "text"}, guides),
        ("training/scenarios/*.yml", {"title", "story", "text", "questions"}, scenarios),
        (
            "training/*/session.yml",
            {"audience", "aims", "pledge", "title", "change", "who", "source"},
            training,
        ),
        ("training/questions.yml", {"question", "text", "because"}, training),
        ("training/confidence.yml", {""}, training),
        ("young/topics.yml", {"about"}, young),
    ],
)
def test_plain_text_is_escaped(docs, files: str, keys: set[str], pages: Callable[[Build], Iterator[str]]):
    for path in docs.glob(files):
        write(path, spike(yaml.safe_load(path.read_text(encoding="utf-8")), keys))
    html = "".join(pages(new_build(Model(docs, "wolds"), {})))
    assert "<i>" not in html
    escaped = re.findall(r"&lt;i&gt;(.{15})", html)
    assert len(escaped) > 5 and set(escaped) <= {"&amp;&#34;&#39;", "&amp;&quot;&#39"}


def write(path: Path, data: Any) -> None:
    """Writes data as YAML."""
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
