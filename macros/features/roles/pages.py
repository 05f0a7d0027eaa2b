"""The paragraphs that concern one role."""

from macros.content.errors import did_you_mean
from macros.pages.build import Build, Macro
from macros.pages.provision_html import provision_text
from macros.render.html import escape


def provisions_for(build: Build, role: str) -> str:
    """Every provision tagged for a reader, by protocol and page, in print order."""
    model, render = build.model, build.render
    if role not in model.roles:
        raise LookupError(f"'{role}' is not a reader this site knows.{did_you_mean(role, model.roles)}")
    parts = []
    for protocol in model.protocols.values():
        tagged = [p for p in protocol.provisions if role in p.roles]
        parts.append(
            f'<h2 id="{protocol.key}-provisions" data-search-exclude="true">{escape(protocol.facts["short_title"])}: {len(tagged)} paragraphs for you</h2>'
        )
        for page in dict.fromkeys(p.path for p in tagged):
            title = next(p.title for p in protocol.provisions if p.path == page and p.title)
            items = "".join(
                f'<li><a class="provision-number" href="cite:{p.id}">{p.id}</a>'
                + (f" <strong>{escape(p.title)}</strong>" if p.title else "")
                + f" {provision_text(render, p)}"
                + "".join(
                    f'<p class="note-pointer">See the note: <a href="cite:{p.id}">{escape(n.title)}</a></p>'
                    for n in model.notes_on.get(p.id, ())
                )
                + "</li>"
                for p in tagged
                if p.path == page
            )
            parts.append(f'<h3>{escape(title)}</h3><ul class="gathered">{items}</ul>')
    return "".join(parts)


MACROS: dict[str, Macro] = {"provisions_for": provisions_for}
