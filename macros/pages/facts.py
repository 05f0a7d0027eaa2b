"""Macros for facts inside a sentence: area facts, settings, levels, phone numbers, official documents.

Each is pure: it returns HTML, or raises LookupError on anything unknown. Links to provisions and pages are in
`macros/pages/links.py`.
"""

import re
from typing import Any
from urllib.parse import urlsplit

from macros.content.errors import did_you_mean
from macros.content.model import NOT_CONFIRMED, Model, page_url
from macros.pages.html import Inline
from macros.pages.text import say_date
from macros.render.html import escape, join, tag
from macros.render.levels import LEVEL_MARKS, level_name
from macros.render.phones import phone_link

_PHONE = re.compile(r"0\d[\d ]{5,}\d|999|101|116 000|18001 101|18000")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def call(number: str) -> Inline:
    """A phone number that can be tapped."""
    return Inline(phone_link(number))


def blank(what: str) -> Inline:
    """A labelled blank for something nobody has confirmed, to be filled in by hand."""
    line = tag("span", class_="blank__line")
    return Inline(tag("span", what, ": not confirmed, write it here ", line, class_="blank"))


def area(model: Model, key: str) -> Inline:
    """An area fact; a phone number becomes a link, an unconfirmed one a labelled blank."""
    value = model.fact(key)
    if isinstance(value, dict | list):
        raise LookupError(f"the area fact '{key}' is a group; name one of its keys: {', '.join(map(str, value))}")
    if value == NOT_CONFIRMED:
        return blank(key.split(".")[-1].replace("_", " "))
    if _DAY.fullmatch(str(value)):
        return Inline(say_date(str(value)))
    return call(value) if _PHONE.fullmatch(str(value)) else Inline(escape(str(value)))


def area_page(model: Model, name: str, label: str) -> Inline:
    """A link to one of the pages every area has, such as 'decision-steps'."""
    path = model.area_folder / f"{name}.md"
    if not path.is_file():
        known = [page.stem for page in model.area_folder.glob("*.md")]
        raise LookupError(f"the area has no page '{name}'.{did_you_mean(name, known)}")
    return Inline(tag("a", label, href=f"page:{page_url(model.docs, path)}"))


def official(model: Model, protocol: str) -> Inline:
    """A link to a protocol's official document, or a statement that no public URL of it is confirmed."""
    if protocol not in model.protocols:
        raise LookupError(f"no protocol '{protocol}'.{did_you_mean(protocol, model.protocols)}")
    url = model.protocols[protocol].facts["official"]
    if url == NOT_CONFIRMED:
        return Inline("No public address of the original document is confirmed.")
    return Inline(join(tag("a", "The official document", href=url), "."))


def setting(value: str, what: str) -> Inline:
    """A build setting, or a statement that it is not set: nothing is ever invented."""
    if not value:
        return Inline(tag("em", f"({what}: not set for this copy of the site)", class_="unset"))
    url = value if urlsplit(value).scheme else f"mailto:{value}" if "@" in value else ""
    return Inline(tag("a", value, href=url) if url else escape(value))


def level(name: str) -> Inline:
    """A level as shape and word, for use in a sentence."""
    if name not in LEVEL_MARKS:
        raise LookupError(f"no level '{name}'.{did_you_mean(name, LEVEL_MARKS)}")
    return Inline(level_name(name))


def area_services(model: Model) -> dict[str, list[list[str]]]:
    """The area's services by key: name, purpose, and phone number, which is empty where nobody has confirmed it."""

    def service(facts: dict[str, Any]) -> list[str]:
        phone = facts.get("phone", facts.get("other", ""))
        number = model.area["control_room"]["other"] if phone == "control room" else phone
        return [facts["name"], facts["does"], "" if number == NOT_CONFIRMED else number]

    services = {}
    for key, facts in model.area.items():
        if isinstance(facts, dict) and "does" in facts:
            services[key] = [service(facts)]
        elif isinstance(facts, dict) and facts and all(isinstance(f, dict) and "does" in f for f in facts.values()):
            services[key] = [service(f) for f in facts.values()]
    return services
