"""The control with which a reader saves the site on their device."""

from macros.pages.build import Macro
from macros.render.html import escape


def keep_offline(build) -> str:
    """The control with which a reader keeps the site on their device. Without JavaScript it says what to do instead."""
    without = "To keep these pages without it, use the edition on a stick, or print them."
    return (
        f'<div class="offline" data-module="offline/offline" data-offline><noscript><p>Keeping the site on a device needs JavaScript. {escape(without)}</p></noscript>'
        '<p class="offline__say" role="status"></p></div>'
    )


MACROS: dict[str, Macro] = {"keep_offline": keep_offline}
