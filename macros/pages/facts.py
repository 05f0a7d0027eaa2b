"""The words' own functions. Each is pure: it returns a string of HTML or raises LookupError on anything unknown.

What gathers a whole page from the model is in `macros/features/protocols/pages.py`; links to provisions and pages are in `macros/pages/links.py`.
"""

import re
from urllib.parse import urlsplit

from macros.content.errors import did_you_mean
from macros.content.model import NOT_CONFIRMED, Model, page_url
from macros.pages.text import say_date
from macros.render.html import escape
from macros.render.levels import LEVEL_MARKS, level_name

_PHONE = re.compile(r"0\d[\d ]{5,}\d|999|101|116 000|18001 101|18000")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def call(number: str) -> str:
    """A phone number that can be tapped."""
    return f'<a class="phone" href="tel:{number.replace(" ", "")}">{escape(number)}</a>'


def blank(what: str) -> str:
    """A labelled blank for something nobody has confirmed, to be filled in by hand."""
    return f'<span class="blank">{escape(what)}: not confirmed, write it here <span class="blank__line"></span></span>'


def area(model: Model, key: str) -> str:
    """An area fact; a phone number becomes a link, an unconfirmed one a labelled blank."""
    value = model.fact(key)
    if isinstance(value, (dict, list)):
        raise LookupError(f"the area fact '{key}' is a group; name one of its keys: {', '.join(map(str, value))}")
    if value == NOT_CONFIRMED:
        return blank(key.split(".")[-1].replace("_", " "))
    if _DAY.fullmatch(str(value)):
        return say_date(str(value))
    return call(value) if _PHONE.fullmatch(str(value)) else escape(str(value))


def area_page(model: Model, name: str, label: str) -> str:
    """A link to one of the pages every area has, such as 'decision-steps'."""
    path = model.area_folder / f"{name}.md"
    if not path.is_file():
        known = [page.stem for page in model.area_folder.glob("*.md")]
        raise LookupError(f"the area has no page '{name}'.{did_you_mean(name, known)}")
    return f'<a href="page:{page_url(model.docs, path)}">{escape(label)}</a>'


def official(model: Model, protocol: str) -> str:
    """A link to a protocol's official document, or words that say that no public address is confirmed."""
    if protocol not in model.protocols:
        raise LookupError(f"no protocol '{protocol}'.{did_you_mean(protocol, model.protocols)}")
    address = model.protocols[protocol].facts["official"]
    if address == NOT_CONFIRMED:
        return "No public address of the original document is confirmed."
    return f'<a href="{escape(address)}">The official document</a>.'


def setting(value: str, what: str) -> str:
    """A build setting, or words that say it is not set: nothing is ever invented."""
    if not value:
        return f'<em class="unset">({what}: not set for this copy of the site)</em>'
    scheme = urlsplit(value).scheme
    href = value if scheme else f"mailto:{value}" if "@" in value else ""
    return f'<a href="{escape(href)}">{escape(value)}</a>' if href else escape(value)


def level(name: str) -> str:
    """A level as shape and word, for use in a sentence."""
    if name not in LEVEL_MARKS:
        raise LookupError(f"no level '{name}'.{did_you_mean(name, LEVEL_MARKS)}")
    return level_name(name)


def area_services(model: Model) -> dict[str, list[list[str]]]:
    """The area's services by key: name, what it does, and its number, or an empty one where nobody has confirmed it."""

    def service(facts: dict) -> list[str]:
        phone = facts.get("phone", facts.get("other", ""))
        number = model.area["control_room"]["other"] if phone == "control room" else phone
        return [facts["name"], facts["does"], "" if number == NOT_CONFIRMED else number]

    found = {}
    for key, facts in model.area.items():
        if isinstance(facts, dict) and "does" in facts:
            found[key] = [service(facts)]
        elif isinstance(facts, dict) and facts and all(isinstance(f, dict) and "does" in f for f in facts.values()):
            found[key] = [service(f) for f in facts.values()]
    return found
