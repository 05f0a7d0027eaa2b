"""What the page asks for, and what an answer looks up."""

from typing import Any, NamedTuple

from macros.render.html import Html
from macros.render.result import Link

#: The data of a form: pairs of name and value.
Pairs = list[list[str]]
#: An area's services by key: name, purpose, and phone number, which may be empty.
Contacts = dict[str, list[list[str]]]


class Request(NamedTuple):
    """One request of the page.

    `group` is the tool, or the group of tools, that answers. `form` names a form where the group has several. `data` is
    what the group and the action take: the pairs of a form, the text of a file, or a set of named values.
    """

    group: str
    action: str
    form: str
    data: Any


class Lookups(NamedTuple):
    """What answers look up: links of citations, the area's services, and the text of provisions by citation."""

    link: Link
    contacts: Contacts = {}
    provisions: dict[str, list[Html]] = {}


def value_of(name: str, pairs: Pairs) -> str:
    """The value that the page added to a form's pairs under a name, such as the day; empty where it added none."""
    return next((value for key, value in pairs if key == name), "")
