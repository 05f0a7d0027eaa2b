"""Tries every macro call of every page and data file before anything is built, so that a mistake is told with its file and line."""

from collections.abc import Callable
from pathlib import Path

import jinja2
from jinja2 import nodes

from macros.content.errors import ContentError, did_you_mean


def files_with_calls(docs: Path) -> list[Path]:
    """Every file of the words that may call macros: the data first, so that a mistake in it is not told of the page that prints it."""
    return sorted(docs.rglob("*.yml")) + sorted(docs.rglob("*.md"))


def has_calls(text: str) -> bool:
    """Whether there is anything in some words for Jinja to do.

    >>> has_calls("Call {{ level('red') }}."), has_calls("a: {b: c}")
    (True, False)
    """
    return any(mark in text for mark in ("{{", "{%", "{#"))


def check_calls(pages: list[Path], functions: dict[str, Callable[..., str]]) -> None:
    """Raises ContentError for an unknown macro, unknown name or wrong argument in any of the pages."""
    parser = jinja2.Environment()
    for path in pages:
        text = path.read_text(encoding="utf-8")
        if not has_calls(text):
            continue
        try:
            tree = parser.parse(text)
        except jinja2.TemplateSyntaxError as error:
            raise ContentError(f"{path}:{error.lineno}", f"a macro call cannot be read: {error.message}") from None
        for call in tree.find_all(nodes.Call):
            _check(call, f"{path}:{call.lineno}", functions)
        called = {id(call.node) for call in tree.find_all(nodes.Call)}
        for name in tree.find_all(nodes.Name):
            if id(name) not in called:
                raise ContentError(
                    f"{path}:{name.lineno}",
                    f"'{name.name}' is used like a variable; pages only call macros.{did_you_mean(name.name, functions)}",
                )


def _check(call: nodes.Call, where: str, functions: dict[str, Callable[..., str]]) -> None:
    name = getattr(call.node, "name", "?")
    if name not in functions:
        raise ContentError(where, f"no macro called '{name}'.{did_you_mean(name, functions)}")
    try:
        arguments = [argument.as_const() for argument in call.args]
        options = {option.key: option.value.as_const() for option in call.kwargs}
    except nodes.Impossible:
        raise ContentError(where, f"the arguments of '{name}' must be plain words in quotes") from None
    try:
        functions[name](*arguments, **options)
    except LookupError as error:
        raise ContentError(where, error.args[0]) from None
    except TypeError as error:
        raise ContentError(where, f"'{name}' was called wrongly: {error}") from None
