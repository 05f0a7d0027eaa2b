"""The cover of a handbook and the page behind it: numbers, version, and how to see that a copy is out of date."""

from collections.abc import Sequence
from datetime import date

from macros.content.model import Model
from macros.editions.handbooks.context import VERSION_PLACEHOLDER
from macros.editions.handbooks.layout.qr_codes import qr_code, spoken_url
from macros.features.printed.catalogue import Handbook
from macros.pages.facts import area_services
from macros.pages.html import render_template
from macros.pages.text import say_date
from macros.render.html import Html, join, tag
from tools.first_edition import RULES_VERSION

#: The page of the site that lists the newest copies, from the site's root.
NEWEST = "/take-it-with-you/print/"


def cover(model: Model, book: Handbook, day: date, public_url: str) -> Html:
    """The first page."""
    return render_template(
        "handbooks/cover.html",
        book=book,
        danger=danger(model),
        numbers=numbers(model, book.numbers),
        blanks=blanks(book.blanks),
        out_of_date=out_of_date(public_url),
        version=version_line(day),
    )


def about(model: Model, book: Handbook, public_url: str) -> Html:
    """The page behind the cover: what the handbook is and is not, how to read it, its sources."""
    protocols = [protocol.facts for protocol in model.protocols.values()]
    url = spoken_url("/", public_url) if public_url else ""
    return render_template("handbooks/about.html", protocols=protocols, url=url)


def danger(model: Model) -> Html:
    """The emergency numbers, which come first on every cover and card."""
    return render_template("handbooks/danger.html", room=model.area["control_room"])


def numbers(model: Model, keys: Sequence[str]) -> Html | None:
    """The area's services as a table."""
    services = [service for key in keys for service in area_services(model)[key]]
    if not services:
        return None
    return join(
        tag("h2", f"Numbers here: {model.area['name']}"),
        _table(("Who", "Number"), [(name, _number(phone)) for name, _, phone in services]),
        tag(
            "p",
            f"Looked up on {say_date(model.area['checked'])}. A number that nobody has confirmed is left blank.",
            class_="small",
        ),
    )


def _number(phone: str) -> Html:
    """A number, or a labelled blank where nobody has confirmed one."""
    if phone:
        return tag("strong", phone)
    return join(tag("span", "Not confirmed. Write it here:", class_="blank"), " ", tag("span", class_="rule"))


def blanks(labels: Sequence[str]) -> Html | None:
    """Lines for what only the reader knows."""
    return join(tag("h2", "Fill in your own"), blank_table(labels)) if labels else None


def blank_table(labels: Sequence[str]) -> Html | None:
    """Labelled lines to fill in by hand."""
    rule = tag("span", class_="rule")
    return _table(("What", "Write it here"), [(label, rule) for label in labels]) if labels else None


def _table(columns: tuple[str, str], rows: Sequence[tuple[str, Html]]) -> Html:
    head = tag("tr", (tag("th", column, scope="col") for column in columns))
    body = (tag("tr", tag("th", name, scope="row"), tag("td", value)) for name, value in rows)
    return tag("table", tag("thead", head), tag("tbody", body), class_="numbers")


def out_of_date(public_url: str) -> Html:
    """A note that printed copies age, and the page to check; nothing is invented where the public URL is not set."""
    warning = tag("strong", "Printed copies go out of date.")
    if not public_url:
        advice = " The address to check is not set for this copy: ask whoever printed it for the newest."
        return tag("p", warning, advice)
    url = public_url.rstrip("/") + NEWEST
    link = tag("a", spoken_url(NEWEST, public_url), href=url)
    return join(qr_code(url), tag("p", warning, " Check that this is the newest: ", link))


def version_line(day: date) -> str:
    """The version of this copy."""
    return f"Version {VERSION_PLACEHOLDER}, made on {say_date(day)}, by version {RULES_VERSION} of the rules."
