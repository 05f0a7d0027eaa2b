"""Tries every macro call of every page and data file before the build, so that errors have a file and a line."""

from collections.abc import Callable, Mapping
from pathlib import Path

import jinja2
from jinja2 import nodes

from macros.content.errors import ContentError, did_you_mean


def files_with_calls(docs: Path) -> list[Path]:
    """Every content file that may call macros.

    Data files come first, so that an error in a data file is not reported against the page that uses it.
    """
    return sorted(docs.rglob("*.yml")) + sorted(docs.rglob("*.md"))


def has_calls(text: str) -> bool:
    """Whether a text contains anything for Jinja to do.

    >>> has_calls("Call {{ level('red') }}."), has_calls("a: {b: c}")
    (True, False)
    """
    return any(mark in text for mark in ("{{", "{%", "{#"))


def check_calls(pages: list[Path], macros: Mapping[str, Callable[..., str]]) -> None:
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
            _check(call, f"{path}:{call.lineno}", macros)
        callees = {id(call.node) for call in tree.find_all(nodes.Call)}
        for name in tree.find_all(nodes.Name):
            if id(name) not in callees:
                raise ContentError(
                    f"{path}:{name.lineno}",
                    f"'{name.name}' is used like a variable; pages only call macros.{did_you_mean(name.name, macros)}",
                )


def _check(call: nodes.Call, where: str, macros: Mapping[str, Callable[..., str]]) -> None:
    name = getattr(call.node, "name", "?")
    if name not in macros:
        raise ContentError(where, f"no macro called '{name}'.{did_you_mean(name, macros)}")
    try:
        arguments = [argument.as_const() for argument in call.args]
        options = {option.key: option.value.as_const() for option in call.kwargs}
    except nodes.Impossible:
        raise ContentError(where, f"the arguments of '{name}' must be plain text in quotation marks") from None
    try:
        macros[name](*arguments, **options)
    except LookupError as error:
        raise ContentError(where, error.args[0]) from None
    except TypeError as error:
        raise ContentError(where, f"'{name}' was called wrongly: {error}") from None
