"""The URL of a section as text, and as a QR code where the public URL of the site is set.

Nothing is invented: without a public URL there is no code, and the URL is printed from the root of the site.
"""

from functools import cache

import segno

from macros.render.html import Html, join, tag


@cache
def qr_code(url: str) -> Html:
    """A QR code as a picture with a description. Level M: a corner may be dirty or torn."""
    code = segno.make(url, error="m", micro=False)
    return tag("img", class_="code", alt=f"QR code that leads to {url}", src=code.svg_data_uri(border=2, scale=4))


def spoken_url(path: str, public_url: str) -> str:
    """A URL as people read it out: without its scheme, or from the root of the site where no public URL is set."""
    return public_url.rstrip("/").partition("://")[2] + path if public_url else path


def url_line(path: str, public_url: str) -> Html:
    """The line at the start of a section with its URL and QR code."""
    if not public_url:
        return tag("p", "On the web: ", tag("span", path), class_="address")
    url = public_url.rstrip("/") + path
    link = tag("a", spoken_url(path, public_url), href=url)
    return join(qr_code(url), tag("p", "On the web: ", link, class_="address"))
