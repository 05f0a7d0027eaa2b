"""The provisions that concern one role."""

from macros.content.errors import did_you_mean
from macros.content.model import Protocol
from macros.content.provisions import Provision
from macros.pages.build import Build, Macro
from macros.pages.html import Block, render_template
from macros.pages.provision_html import provision_text


def provisions_for(build: Build, role: str) -> Block:
    """Every provision tagged for a role, by protocol and page, in print order."""
    model = build.model
    if role not in model.roles:
        raise LookupError(f"'{role}' is not a reader this site knows.{did_you_mean(role, model.roles)}")
    tagged = {
        protocol.key: [provision for provision in protocol.provisions if role in provision.roles]
        for protocol in model.protocols.values()
    }
    return render_template(
        "roles/provisions_for.html",
        protocols=[
            (protocol, len(tagged[protocol.key]), provisions_by_page(protocol, tagged[protocol.key]))
            for protocol in model.protocols.values()
        ],
        text=lambda provision: provision_text(build.render, provision),
        notes_on=model.notes_on,
    )


def provisions_by_page(protocol: Protocol, provisions: list[Provision]) -> list[tuple[str, list[Provision]]]:
    """Provisions by page, with the page's title, which is that of its first titled provision."""
    return [
        (
            next(p.title for p in protocol.provisions if p.path == path and p.title),
            [p for p in provisions if p.path == path],
        )
        for path in dict.fromkeys(p.path for p in provisions)
    ]


MACROS: dict[str, Macro] = {"provisions_for": provisions_for}
