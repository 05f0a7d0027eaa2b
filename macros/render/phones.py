"""Phone numbers as links that can be tapped."""

import re

from macros.render.html import Html, join, tag

_EMERGENCY = re.compile("(999)")
_POLICE = re.compile("(999|(?<= )101)")


def phone_link(number: str, text: str = "", *, big: bool = False) -> Html:
    """A link that calls a number; its text is the number unless another is given.

    >>> phone_link("116 000")
    '<a class="phone" href="tel:116000">116 000</a>'
    """
    return tag(
        "a", text or number, class_="phone phone--big" if big else "phone", href=f"tel:{number.replace(' ', '')}"
    )


def link_emergency(text: str) -> Html:
    """Text in which 999 can be tapped.

    >>> link_emergency("Call 999 & wait.")
    'Call <a class="phone" href="tel:999">999</a> &amp; wait.'
    """
    return _link(_EMERGENCY, text)


def link_police(text: str) -> Html:
    """Text in which 999 and 101 can be tapped."""
    return _link(_POLICE, text)


def _link(numbers: re.Pattern[str], text: str) -> Html:
    """`split` gives text and numbers in turn."""
    return join(phone_link(part) if odd % 2 else part for odd, part in enumerate(numbers.split(text)))
