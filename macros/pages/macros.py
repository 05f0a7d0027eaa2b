"""The macros that belong to no feature: area facts, settings of a build, citations."""

from collections.abc import Callable
from functools import partial

from macros.content.model import Model
from macros.pages import facts, links
from macros.pages.build import Build, Macro


def _plain(function: Callable[..., str]) -> Macro:
    """A macro from a function that needs nothing of the build."""
    return lambda build, *args: function(*args)


def _of_model(function: Callable[..., str]) -> Macro:
    """A macro from a function that needs only the model."""

    def macro(build: Build, *args: str) -> str:
        model: Model = build.model
        return function(model, *args)

    return macro


def _setting(build: Build, key: str, label: str) -> str:
    return facts.setting(build.settings.get(key) or "", label)


MACROS: dict[str, Macro] = {
    "call": _plain(facts.call),
    "level": _plain(facts.level),
    "cite": _of_model(links.cite),
    "cite_topic": _of_model(links.cite_topic),
    "area": _of_model(facts.area),
    "area_page": _of_model(facts.area_page),
    "official": _of_model(facts.official),
    "publisher": partial(_setting, key="site_publisher", label="publisher"),
    "contact": partial(_setting, key="site_contact", label="contact"),
    "public_address": partial(_setting, key="public_address", label="public address"),
}
