"""HTML that cannot forget to escape: text becomes HTML only through `tag`, `join` or `escape`.

Standard library only, because this runs in the reader's browser too (the `html` module would cost start-up time there).
"""

from collections.abc import Iterable
from typing import Self

#: HTML elements without content, which have no end tag.
VOID = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "source"})
#: SVG elements that close themselves: browsers would put what follows into them, and XML would not be well-formed.
SELF_CLOSING = frozenset({"circle", "line", "path", "rect"})


class Html(str):
    """Text that is HTML already and is never escaped again. Jinja knows it by `__html__`.

    Joining it to plain text with `+` or an f-string gives plain text, which is escaped when it is used: a mistake is
    seen on the page, and is never a hole.
    """

    __slots__ = ()

    def __html__(self) -> Self:
        return self


#: What an element may contain: HTML, text to be escaped, several of them, or nothing.
type Child = str | Iterable[Child] | None
#: An attribute's value. True gives the bare name; False and None leave the attribute out.
type Attribute = str | int | float | bool | None


def escape(text: str) -> Html:
    """Text as HTML, for content and attributes.

    >>> escape("Tom & <b>")
    'Tom &amp; &lt;b&gt;'
    """
    return text if isinstance(text, Html) else Html(_escaped(text))


def join(*children: Child, separator: str = "") -> Html:
    """Several pieces of HTML and text as one piece of HTML, with a separator between the arguments.

    >>> join("1 < 2", tag("br"), [tag("b", "a"), None])
    '1 &lt; 2<br><b>a</b>'
    >>> join("a", tag("b", "c"), separator=" & ")
    'a &amp; <b>c</b>'
    """
    if separator:
        return Html(escape(separator).join(join(child) for child in children))
    parts: list[str] = []
    _add(parts, children)
    return Html("".join(parts))


def tag(name: str, /, *children: Child, **attributes: Attribute) -> Html:
    """An element. In attribute names a final underscore is dropped and others become hyphens: `class_`, `data_act`.

    >>> tag("li", "Tom & ", tag("b", "Ann"), class_="row", data_act="call", hidden=True, id=None)
    '<li class="row" data-act="call" hidden>Tom &amp; <b>Ann</b></li>'
    >>> tag("path", d="M0 0")
    '<path d="M0 0"/>'
    """
    parts = ["<", name]
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        written = key.removesuffix("_").replace("_", "-") if "_" in key else key
        if value is True:
            parts += (" ", written)
        else:
            parts += (" ", written, '="', _html(value if isinstance(value, str) else str(value)), '"')
    if name in SELF_CLOSING:
        parts.append("/>")
    elif name in VOID:
        parts.append(">")
    else:
        parts.append(">")
        _add(parts, children)
        parts += ("</", name, ">")
    return Html("".join(parts))


def _add(parts: list[str], children: Iterable[Child]) -> None:
    for child in children:
        if isinstance(child, str):
            parts.append(_html(child))
        elif child is not None:
            _add(parts, child)


def _html(text: str) -> str:
    """The same as `escape`, without making an `Html`, which takes longer than escaping."""
    return text if isinstance(text, Html) else _escaped(text)


def _escaped(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace('"', "&quot;").replace("'", "&#39;")
