"""Strict reading of data files and front matter.

A mistake raises ContentError with the file, the line, and the nearest known name or what is expected there.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema
import yaml

from macros.content.errors import ContentError, did_you_mean

#: The quick loaders where the YAML library was built with them; all are the safe kind.
LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
#: Reads every value as the text that was written: days, years and numbers stay what they are.
TEXT_LOADER: type[yaml.BaseLoader] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
#: An error lists all known names when there are at most this many.
FEW = 8

#: As MkDocs recognises front matter, except that nothing needs to follow it.
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


def read_yaml(path: Path) -> Any:
    """A YAML file's content; raises ContentError naming the line a person has to look at."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)
    except FileNotFoundError:
        raise ContentError(str(path), "this file is missing") from None
    except yaml.YAMLError as error:
        raise ContentError(_yaml_line(path, error), f"not readable as YAML: {_yaml_problem(error)}") from None


def _yaml_line(path: Path, error: yaml.YAMLError, first: int = 1) -> str:
    """'path:line' of a YAML error in text that starts on the line `first` of its file."""
    mark = getattr(error, "problem_mark", None)
    return f"{path}:{mark.line + first}" if mark else str(path)


def _yaml_problem(error: yaml.YAMLError) -> str:
    return str(getattr(error, "problem", error))


def read_checked(path: Path, schema: Path | None = None) -> Any:
    """A YAML file's content, validated against a JSON Schema: `NAME.schema.json` beside `NAME.yml` by default."""
    data = read_yaml(path)
    check_schema(path, data, schema or path.with_suffix(".schema.json"))
    return data


def read_list(path: Path, schema: Path) -> list[dict[str, Any]]:
    """The rows of a YAML list, each validated against a schema; an empty file is an empty list."""
    rows = read_yaml(path) or []
    if not isinstance(rows, list):
        raise ContentError(f"{path}:1", "this is not a list: each of its entries starts with '- '")
    for place, row in enumerate(rows):
        check_schema(path, _with_days_as_text(row), schema, at=(place,))
    return rows


def read_rows(path: Path, schema: Path, what: str = "id", seen: dict[str, str] | None = None) -> list[dict[str, Any]]:
    """The rows of a YAML list, each validated against a schema and with an id of its own.

    `seen` are the ids of other files, which may not be used again; `what` is what messages call an id.
    """
    seen = {} if seen is None else seen
    rows = read_list(path, schema)
    for place, row in enumerate(rows):
        check_new(row["id"], seen, what, line_at(path, [place, "id"]))
    return rows


def _with_days_as_text(row: Any) -> Any:
    """A row whose days are text, as JSON Schema knows them: YAML reads a day without quotation marks as a date."""
    if not isinstance(row, dict):
        return row
    return {**row, **{key: str(row[key]) for key in ("checked", "added") if key in row}}


def require(row: Any, keys: tuple[str, ...], what: str, where: str) -> None:
    """Raises ContentError for the first key that a row of a data file lacks."""
    if not isinstance(row, dict):
        raise ContentError(where, f"{what} is not a group of keys and values: it needs {', '.join(keys)}")
    for key in keys:
        if key not in row:
            raise ContentError(where, f"{what} has no '{key}'.{did_you_mean(key, row)}")


def check_known(value: Any, names: Iterable[Any], what: str, where: str) -> None:
    """Raises ContentError unless `value` is one of `names`.

    The message suggests the closest name, and lists all when there are few.
    """
    known = list(names)
    if value not in known:
        few = f" There are: {', '.join(map(str, known))}." if len(known) <= FEW else ""
        raise ContentError(where, f"no {what} called '{value}'.{did_you_mean(str(value), map(str, known))}{few}")


def check_new(name: str, seen: dict[str, str], what: str, where: str) -> None:
    """Raises ContentError for a name that is in `seen`; otherwise adds it there with its file and line."""
    if name in seen:
        raise ContentError(where, f"the {what} '{name}' is used twice; first in {seen[name]}")
    seen[name] = where


def line_of(path: Path, text: str, after: str = "") -> str:
    """'path:line' of the first line that contains `text` (after the first line that contains `after`), for messages."""
    seen = not after
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        seen = seen or after in line
        if seen and text in line:
            return f"{path}:{number}"
    return str(path)


def line_at(path: Path, keys: Iterable[str | int]) -> str:
    """'path:line' of the value under a sequence of keys of a YAML file or of a page's front matter, for messages.

    Where a key is missing, the line of the innermost group on the way to it.
    """
    node = _composed(path.read_text(encoding="utf-8"))
    line = node.start_mark.line if node else 0
    for key in keys:
        entry = _entry(node, key)
        if not entry:
            break
        line, node = entry
    return f"{path}:{line + 1}"


def _entry(node: yaml.Node | None, key: str | int) -> tuple[int, yaml.Node] | None:
    """The line (counted from 0) and the node of one item of a YAML list or group; None where there is none."""
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        item = node.value[key]
        return item.start_mark.line, item
    if isinstance(node, yaml.MappingNode):
        return next(((name.start_mark.line, value) for name, value in node.value if name.value == key), None)
    return None


@lru_cache(maxsize=4)
def _composed(text: str) -> yaml.Node | None:
    """Parsed YAML nodes with line numbers; cached, by content, because one file is queried repeatedly."""
    return next(yaml.compose_all(text, Loader=LOADER), None)


@lru_cache(maxsize=64)
def _validator(schema: str) -> jsonschema.Draft202012Validator:
    """A validator for the text of a schema."""
    return jsonschema.Draft202012Validator(json.loads(schema))


class _Fault(NamedTuple):
    """A violation of a schema: the message, the keys that lead to it, and how its line starts."""

    message: str
    keys: list[str | int]
    line_start: str


def check_schema(path: Path, data: Any, schema: Path, after: str = "", at: Sequence[str | int] = ()) -> None:
    """Validates data against a JSON Schema; raises ContentError naming the key and what is expected there.

    `at` are the keys under which the data is in its file. Where they are not known, `after` is text of the line at
    which the data starts.
    """
    validator = _validator(schema.read_text(encoding="utf-8"))
    errors = sorted(validator.iter_errors(data), key=_place)
    if not errors:
        return
    fault = _explain(jsonschema.exceptions.best_match(errors) or errors[0])
    where = line_of(path, fault.line_start or after, after) if after else line_at(path, [*at, *fault.keys])
    raise ContentError(where, fault.message)


def _place(error: jsonschema.ValidationError) -> list[tuple[bool, str | int]]:
    """The keys that lead to an error, so that errors can be sorted: numbers before names."""
    return [(isinstance(key, str), key) for key in error.path]


def _explain(error: jsonschema.ValidationError) -> _Fault:
    """A validation error in words for the person who edits the file."""
    keys = list(error.absolute_path)
    rule: Mapping[str, Any] = error.schema if isinstance(error.schema, dict) else {}
    value: Any = error.instance
    names: Any = error.validator_value
    line_start = f"{keys[-1]}:" if keys and isinstance(keys[-1], str) else ""
    if error.validator == "additionalProperties":
        known = rule.get("properties", {})
        unknown = next(name for name in value if name not in known)
        message = f"the key '{_dotted([*keys, unknown])}' is not known.{did_you_mean(str(unknown), known)}"
        return _Fault(message, [*keys, unknown], f"{unknown}:")
    if error.validator == "required":
        missing = next(name for name in names if name not in value)
        expected = _expected(rule.get("properties", {}).get(missing, {}))
        similar = did_you_mean(missing, [key for key in value if key not in rule.get("properties", {})])
        stop = "." if similar and not expected.endswith(".") else ""
        return _Fault(f"the key '{_dotted([*keys, missing])}' is missing{expected}{stop}{similar}", keys, line_start)
    if error.validator == "type" and not keys:
        return _Fault(f"this is empty, or not a group of keys and values{_expected(rule)}", keys, line_start)
    similar = did_you_mean(str(value), names) if error.validator == "enum" else ""
    return _Fault(f"'{_dotted(keys) or 'the file'}': {error.message}{_expected(rule)}{similar}", keys, line_start)


def _dotted(keys: Sequence[str | int]) -> str:
    return ".".join(map(str, keys))


def _expected(rule: Mapping[str, Any]) -> str:
    """What a schema says is expected at a place, as a sentence."""
    return f". Expected: {rule['description']}" if rule.get("description") else ""


def split_front_matter(path: Path) -> tuple[dict[str, Any], str]:
    """A page's front matter, with every value as the text that was written, and the Markdown after it.

    A page that does not start with a group of keys between two lines of --- has no front matter. Raises ContentError
    where it has one that is not YAML.
    """
    text = path.read_text(encoding="utf-8")
    match = _FRONT_MATTER.match(text)
    if not match:
        return {}, text
    try:
        values = yaml.load(match[1], Loader=TEXT_LOADER)
    except yaml.YAMLError as error:
        raise ContentError(
            _yaml_line(path, error, first=2),
            f"the front matter is not readable as YAML: {_yaml_problem(error)}. "
            "Put text that contains a colon in quotation marks",
        ) from None
    return (values, text[match.end() :]) if isinstance(values, dict) else ({}, text)


def front_matter(path: Path, key: str) -> str:
    """A value of a page's front matter; ContentError for a page that has none."""
    value = split_front_matter(path)[0].get(key)
    if not isinstance(value, str) or not value:
        raise ContentError(f"{path}:1", f"the page has no '{key}:' between two lines of --- at its top")
    return value


def page_title(path: Path) -> str:
    """The title in a page's front matter."""
    return front_matter(path, "title")
