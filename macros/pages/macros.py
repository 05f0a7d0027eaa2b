"""The macros that belong to no feature: area facts, settings of a build, citations."""

from collections.abc import Callable
from functools import partial

from macros.pages import facts, links
from macros.pages.build import Build, Macro
from macros.pages.html import Inline


def _without_build(function: Callable[..., Inline]) -> Macro:
    """A macro from a function that needs nothing of the build."""

    def macro(build: Build, *args: str) -> Inline:
        return function(*args)

    return macro


def _of_model(function: Callable[..., Inline]) -> Macro:
    """A macro from a function that needs only the model."""

    def macro(build: Build, *args: str) -> Inline:
        return function(build.model, *args)

    return macro


def _setting(build: Build, key: str, label: str) -> Inline:
    return facts.setting(build.settings.get(key) or "", label)


MACROS: dict[str, Macro] = {
    "call": _without_build(facts.call),
    "level": _without_build(facts.level),
    "cite": _of_model(links.cite),
    "cite_topic": _of_model(links.cite_topic),
    "area": _of_model(facts.area),
    "area_page": _of_model(facts.area_page),
    "official": _of_model(facts.official),
    "publisher": partial(_setting, key="site_publisher", label="publisher"),
    "contact": partial(_setting, key="site_contact", label="contact"),
    "public_address": partial(_setting, key="public_address", label="public address"),
}
