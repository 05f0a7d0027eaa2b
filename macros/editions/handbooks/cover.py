"""The cover of a handbook, and the page behind it: whose numbers, which version, and how to tell that a copy is out of date."""

from collections.abc import Sequence
from datetime import date

from macros.content.model import Model
from macros.editions.handbooks.codes import picture, said
from macros.features.printed.catalogue import Handbook
from macros.pages.facts import area_services
from macros.pages.text import say_date
from macros.render.html import escape
from tools.incident import RULES_VERSION

#: The page of the site that says which copy is the newest, from the site's root.
CHECK = "/take-it-with-you/print/"


def danger(model: Model) -> str:
    """What comes before everything else, on every cover and card."""
    room = model.area["control_room"]
    return (
        f'<div class="danger"><p class="danger__call"><strong>In danger now? Not sure? Call {escape(room["emergency"])}.</strong></p>'
        f"<p>Cannot speak? On a mobile call {escape(room['silent'])}. To be texted or read out: {escape(room['text_relay'])}. "
        f"Nobody in danger: {escape(room['other'])}.</p></div>"
    )


def number(phone: str) -> str:
    """A number, or a labelled blank where nobody has confirmed one."""
    return (
        f"<strong>{escape(phone)}</strong>"
        if phone
        else '<span class="blank">Not confirmed. Write it here:</span> <span class="rule"></span>'
    )


def numbers(model: Model, keys: Sequence[str]) -> str:
    """The area's services as a table."""
    rows = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td>{number(phone)}</td></tr>'
        for key in keys
        for name, does, phone in area_services(model)[key]
    )
    if not rows:
        return ""
    return (
        f'<h2>Numbers here: {escape(model.area["name"])}</h2><table class="numbers"><thead><tr><th scope="col">Who</th><th scope="col">Number</th></tr></thead>'
        f'<tbody>{rows}</tbody></table><p class="small">Looked up on {say_date(model.area["checked"])}. A number that nobody has confirmed is left blank.</p>'
    )


def own(lines: Sequence[str]) -> str:
    """Lines for what only the reader knows."""
    rows = "".join(f'<tr><th scope="row">{escape(line)}</th><td><span class="rule"></span></td></tr>' for line in lines)
    return (
        f'<h2>Fill in your own</h2><table class="numbers"><thead><tr><th scope="col">What</th><th scope="col">Write it here</th></tr></thead><tbody>{rows}</tbody></table>'
        if rows
        else ""
    )


def out_of_date(public: str) -> str:
    """That printed copies age, and where to look; nothing is invented where the public address is not set."""
    if not public:
        return "<p><strong>Printed copies go out of date.</strong> The address to check is not set for this copy: ask whoever printed it for the newest.</p>"
    whole = public.rstrip("/") + CHECK
    return (
        f"{picture(whole)}<p><strong>Printed copies go out of date.</strong> Check that this is the newest: "
        f'<a href="{escape(whole)}">{escape(said(CHECK, public))}</a></p>'
    )


def made(version: str, day: date) -> str:
    """Which copy this is."""
    return f"Version {version}, made on {say_date(day)}, by version {RULES_VERSION} of the rules."


def cover(model: Model, book: Handbook, version: str, day: date, public: str) -> str:
    """The first page."""
    return (
        f'<section class="cover"><p class="series">Good enough for my child?</p><div class="shapes"></div><h1 class="title">{escape(book.title)}</h1>'
        f'<p class="readers">{escape(book.readers)}</p>{danger(model)}{numbers(model, book.numbers)}{own(book.blanks)}'
        f'<div class="made">{out_of_date(public)}<p>{made(version, day)}</p></div></section>'
    )


def about(model: Model, book: Handbook, public: str) -> str:
    """The page behind the cover: what the handbook is and is not, how to read it, whose words they are."""
    protocols = "".join(
        f"<li><cite>{escape(p.facts['title'])}</cite>. {escape(p.facts['edition'])}. {escape(p.facts['publisher'])}. {escape(p.facts['licence'])} "
        f"{escape(p.facts['status'])} Last checked on {say_date(p.facts['checked'])}.</li>"
        for p in model.protocols.values()
    )
    web = (
        f"The same words, and tools that answer, are on the web at {escape(said('/', public))}"
        if public
        else "The same words, and tools that answer, are on the web"
    )
    return (
        '<section class="about"><h2>About this handbook</h2>'
        "<p>It supports your judgement. It never replaces it. Nobody official endorses it. The words are a plain-language edition of our own.</p>"
        f"<p>{web}. Every paragraph of the protocols has a number that never changes, here and there: 6.4-8 is paragraph 6.4, point 8.</p>"
        "<p>A box with a double line at its side is an <strong>editor's note</strong>: ours, not the protocol's. It says where the printed words are out of date, "
        "unclear or unsafe. A box with a thick black line all round is about safety: read it first.</p>"
        f"<h2>What it rests on</h2><ul>{protocols}</ul>"
        "<p>Words: CC BY 4.0, with the documents they report belonging to others. They may be copied and handed on.</p></section>"
    )
