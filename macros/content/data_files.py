"""Strict reading of the files of words: a mistake raises ContentError with the file, the line, and the nearest known name or what is expected."""

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import jsonschema
import yaml

from macros.content.errors import ContentError, did_you_mean

#: The quick loader where the YAML library was built with it; both are the safe kind.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
#: How many names an error lists beside the nearest.
FEW = 8


def read_yaml(path: Path) -> Any:
    """A YAML file's content; raises ContentError naming the line a person has to look at."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)
    except FileNotFoundError:
        raise ContentError(str(path), "this file is missing") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{path}:{mark.line + 1}" if mark else str(path)
        raise ContentError(where, f"not readable as YAML: {getattr(error, 'problem', error)}") from None


def read_checked(path: Path, schema: Path | None = None) -> Any:
    """A YAML file's content, held against a JSON Schema: the one of the file's own name beside it unless another is given."""
    data = read_yaml(path)
    check_schema(path, data, schema or path.with_suffix(".schema.json"))
    return data


def read_rows(path: Path, schema: Path) -> list[dict]:
    """The rows of a list kept as YAML, each held against a schema by itself; ContentError for the first mistake and for an id given twice."""
    rows, seen = read_yaml(path) or [], {}
    for place, row in enumerate(rows):
        name = f"id: {row.get('id')}" if isinstance(row, dict) else ""
        days = {"checked": str(row["checked"])} if name and "checked" in row else {}
        check_schema(path, {**row, **days} if days else row, schema, name)
        check_new(row["id"], seen, "id", line_at(path, [place, "id"]))
    return rows


def require(row: Any, keys: tuple[str, ...], what: str, where: str) -> None:
    """Raises ContentError for the first key that a row of a data file lacks."""
    if not isinstance(row, dict):
        raise ContentError(where, f"{what} is not a group of keys and values: it needs {', '.join(keys)}")
    for key in keys:
        if key not in row:
            raise ContentError(where, f"{what} has no '{key}'.{did_you_mean(key, row)}")


def check_known(value: Any, names: Iterable[Any], what: str, where: str) -> None:
    """Raises ContentError unless `value` is one of `names`, and tells the nearest; all of them where they are few."""
    known = list(names)
    if value not in known:
        few = f" There are: {', '.join(map(str, known))}." if len(known) <= FEW else ""
        raise ContentError(where, f"no {what} called '{value}'.{did_you_mean(str(value), map(str, known))}{few}")


def check_new(name: str, seen: dict[str, str], what: str, where: str) -> None:
    """Raises ContentError for a name that was seen before; otherwise keeps where it stands."""
    if name in seen:
        raise ContentError(where, f"the {what} '{name}' is used twice; first in {seen[name]}")
    seen[name] = where


def line_of(path: Path, text: str, after: str = "") -> str:
    """'path:line' of the first line holding `text` (after the first line holding `after`), for messages."""
    seen = not after
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        seen = seen or after in line
        if seen and text in line:
            return f"{path}:{number}"
    return str(path)


def line_at(path: Path, keys: Iterable[str | int]) -> str:
    """'path:line' of what stands under some keys of a YAML file or of a page's front matter, or of the innermost group on the way to it, for messages."""
    node = _composed(path.read_text(encoding="utf-8"))
    line = node.start_mark.line if node else 0
    for key in keys:
        if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
            node = node.value[key]
            line = node.start_mark.line
            continue
        found = (
            next(((name, value) for name, value in node.value if name.value == key), None)
            if isinstance(node, yaml.MappingNode)
            else None
        )
        if not found:
            break
        line, node = found[0].start_mark.line, found[1]
    return f"{path}:{line + 1}"


@lru_cache(maxsize=4)
def _composed(text: str) -> yaml.Node | None:
    """YAML as nodes that know their lines, kept because much is asked of one file in turn."""
    return next(yaml.compose_all(text, Loader=LOADER), None)


@lru_cache(maxsize=32)
def _validator(schema: str) -> jsonschema.Draft202012Validator:
    """What holds data against the text of a schema."""
    return jsonschema.Draft202012Validator(json.loads(schema))


def check_schema(path: Path, data: Any, schema: Path, after: str = "") -> None:
    """Holds data (what stands after the first line holding `after`) against a JSON Schema; raises ContentError naming the key and what is expected there."""
    errors = sorted(
        _validator(schema.read_text(encoding="utf-8")).iter_errors(data), key=lambda error: list(error.path)
    )
    if not errors:
        return
    error = jsonschema.exceptions.best_match(errors) or errors[0]
    key = ".".join(str(part) for part in error.absolute_path) or "the file"
    expected = error.schema.get("description", "") if isinstance(error.schema, dict) else ""
    keyed = error.absolute_path and isinstance(error.absolute_path[-1], str)
    looked_for, at = f"{error.absolute_path[-1]}:" if keyed else "", list(error.absolute_path)
    if error.validator == "additionalProperties":
        known = error.schema["properties"]
        unknown = next(name for name in error.instance if name not in known)
        key, expected, looked_for, at = (
            ".".join(filter(None, (key.replace("the file", ""), str(unknown)))),
            "",
            f"{unknown}:",
            [*at, unknown],
        )
        what = f"the key '{key}' is not known.{did_you_mean(str(unknown), known)}"
    elif error.validator == "required":
        missing = next(name for name in error.validator_value if name not in error.instance)
        about = error.schema.get("properties", {}).get(missing, {}).get("description", "")
        key, expected = ".".join(filter(None, (key.replace("the file", ""), missing))), about
        what = f"the key '{key}' is missing"
    elif error.validator == "type" and key == "the file":
        what = "this is empty, or not a group of keys and values"
    else:
        what = f"'{key}': {error.message}"
    where = line_of(path, looked_for or after, after) if after else line_at(path, at)
    expected = (f". Expected: {expected}" if expected else "") + (
        did_you_mean(str(error.instance), error.validator_value) if error.validator == "enum" else ""
    )
    raise ContentError(where, what + expected)


def front_matter(path: Path, key: str) -> str:
    """A value of a page's front matter; ContentError for a page that has none."""
    found = re.search(rf'\A---\n(?:.*\n)*?{key}:\s*"?(.+?)"?\s*\n', path.read_text(encoding="utf-8"))
    if not found:
        raise ContentError(f"{path}:1", f"the page has no '{key}:' between two lines of --- at its top")
    return found[1]


def page_title(path: Path) -> str:
    """The title in a page's front matter."""
    return front_matter(path, "title")
