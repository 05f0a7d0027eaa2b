"""Where a section stands on the web: its short address in words, and as a QR code where the public address is set.

Nothing is invented: without a public address there is no code, and the address is printed from the root of the site.
"""

from functools import cache

import segno

from macros.render.html import escape


@cache
def picture(address: str) -> str:
    """A QR code as a picture that says where it leads. Level M: a corner may be dirty or torn."""
    code = segno.make(address, error="m", micro=False)
    return (
        f'<img class="code" alt="QR code that leads to {escape(address)}" src="{code.svg_data_uri(border=2, scale=4)}">'
    )


def said(path: str, public: str) -> str:
    """An address as people read it out: without its scheme, from the root of the site where no public address is set."""
    return public.rstrip("/").partition("://")[2] + path if public else path


def where(path: str, public: str) -> str:
    """The line at the start of a section that says where it stands on the web, with its code."""
    whole = public.rstrip("/") + path
    words = f'<a href="{escape(whole)}">{escape(said(path, public))}</a>' if public else f"<span>{escape(path)}</span>"
    return (picture(whole) if public else "") + f'<p class="address">On the web: {words}</p>'
