"""Practice elsewhere, read and checked.

`docs/practice/practice.yml` has the examples, `docs/practice/ideas.yml` the ideas. An area's folder may have files of
the same names: its own examples, which are listed among the others, and what its protocol says on each idea.
"""

from datetime import date
from pathlib import Path
from typing import NotRequired, TypedDict, cast

from macros.content.data_files import line_of, read_rows, read_yaml
from macros.content.errors import ContentError, did_you_mean
from macros.content.model import Model, cached_per_model
from macros.pages.sources import Source


class Example(TypedDict):
    """A row of a practice.yml, as its schema explains it; `here` says whether it is this area's own."""

    id: str
    area: str
    country: str
    title: str
    themes: list[str]
    problem: str
    did: str
    who: str
    result: str
    when: str
    citations: NotRequired[list[str]]
    sources: list[Source]
    confidence: str
    checked: date
    caution: NotRequired[str]
    here: bool


class Idea(TypedDict):
    """A row of ideas.yml, as its schema explains it; `local` is what the local protocol says, if anyone compared."""

    id: str
    title: str
    text: str
    where: list[str]
    citations: NotRequired[list[str]]
    care: str
    local: str | None


@cached_per_model
def practice_of(model: Model) -> dict[str, Example]:
    """Every example by its id, in order of places: those of all areas, and this area's own."""
    folder = model.docs / "practice"
    examples: dict[str, Example] = {}
    for path in (folder / "practice.yml", model.area_folder / "practice.yml"):
        for row in read_rows(path, folder / "practice.schema.json") if path.is_file() else ():
            where = line_of(path, f"id: {row['id']}")
            if row["id"] in examples:
                raise ContentError(where, f"the example '{row['id']}' is in {folder / 'practice.yml'} too")
            for citation in row.get("citations", ()):
                model.find(citation, where)
            examples[row["id"]] = cast(Example, {**row, "here": path.parent == model.area_folder})
    return dict(sorted(examples.items(), key=lambda pair: pair[1]["area"]))


@cached_per_model
def ideas_of(model: Model) -> dict[str, Idea]:
    """Every idea by its id, with what the local protocol says on it."""
    path, examples = model.docs / "practice" / "ideas.yml", practice_of(model)
    ideas = {row["id"]: row for row in read_rows(path, path.with_name("ideas.schema.json"))}
    for id, row in ideas.items():
        where = line_of(path, f"id: {id}")
        for example in row["where"]:
            if example not in examples:
                raise ContentError(
                    where,
                    f"the idea '{id}' names the example '{example}', which does not exist."
                    f"{did_you_mean(example, examples)}",
                )
        for citation in row.get("citations", ()):
            model.find(citation, where)
    local = _comparison(model.area_folder / "ideas.yml", path, list(ideas))
    return {id: cast(Idea, {**row, "local": local.get(id)}) for id, row in ideas.items()}


def _comparison(path: Path, ideas_path: Path, ideas: list[str]) -> dict[str, str]:
    """What the local protocol says on each idea, by the idea's id: on all of them, or on none if nobody compared."""
    local: dict[str, str] = (read_yaml(path) or {}) if path.is_file() else {}
    for id in local:
        if id not in ideas:
            raise ContentError(
                line_of(path, f"{id}:"), f"'{id}' is not an idea of {ideas_path}.{did_you_mean(id, ideas)}"
            )
    for id in ideas:
        if local and id not in local:
            raise ContentError(str(path), f"the idea '{id}' is missing: say what the local protocol has on it")
    return local
