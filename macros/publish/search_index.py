"""The search's index: every paragraph, note and word by itself, and everyday words that lead to the right place first.

Material cuts pages at their headings. That loses most paragraphs, which have none, and finds a glossary but not the word in
it. So protocol pages and the glossary are put in anew. What people type at night ("weed", "ran away") stands in no protocol:
`docs/search-words.yml` says where each such word should lead, as tags, which the search ranks above all else.
"""

import json
from pathlib import Path

from macros.content.data_files import check_schema, front_matter, line_of, page_title, read_yaml
from macros.content.errors import ContentError, did_you_mean
from macros.content.model import page_url
from macros.pages.provision_html import provision_text
from macros.pages.text import plain

#: Where the everyday words stand, and the schema beside it.
EVERYDAY = "search-words.yml"
GLOSSARY = "glossary.md"


def publish(build, site: Path) -> None:
    """Puts our entries into the index that Material has written."""
    path = site / "search" / "search_index.json"
    index = json.loads(path.read_text(encoding="utf-8"))
    entries = [*protocol_entries(build), *glossary_entries(build)]
    ours = {entry["location"].partition("#")[0] for entry in entries}
    entries += [entry for entry in index["docs"] if entry["location"].partition("#")[0] not in ours]
    found = {entry["location"]: entry for entry in entries}
    for location, everyday, description, where in everyday_words(build.model):
        if location not in found:
            raise ContentError(where, f"nothing in the search stands at '{location}'.{did_you_mean(location, found)}")
        entry = found[location]
        entry["tags"] = entry.get("tags", []) + everyday
        if description and not entry["text"].startswith(description):
            entry["text"] = f"{description} {entry['text']}"
    path.write_text(
        json.dumps({**index, "docs": list(found.values())}, ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
    )


def frame(build, page, html: str) -> str:
    """Spares Material the pages whose entries we make; the page itself stays as it is."""
    path = build.model.docs / page.file.src_uri
    if path == build.model.docs / GLOSSARY or any(
        path in protocol.pages for protocol in build.model.protocols.values()
    ):
        page.meta["search"] = {"exclude": True}
    return html


def protocol_entries(build) -> list[dict]:
    """Every page, provision and note of both protocols; a note stands where a reader meets it first."""
    model, entries, seen = build.model, [], set()
    for page in (page for protocol in model.protocols.values() for page in protocol.pages):
        entries.append(
            {
                "location": page_url(model.docs, page),
                "title": page_title(page),
                "text": front_matter(page, "description"),
            }
        )
        for provision in (p for p in model.provisions.values() if p.path == page):
            label = model.label(provision.id)
            title = f"{label[0].upper()}{label[1:]}" + (f": {provision.title}" if provision.title else "")
            entries.append(
                {
                    "location": model.url(provision.id),
                    "title": title,
                    "text": plain(provision_text(build.render, provision)),
                }
            )
            for note in model.notes_on.get(provision.id, ()):
                if note.id not in seen:
                    seen.add(note.id)
                    entries.append(
                        {
                            "location": f"{page_url(model.docs, page)}#note-{note.id}",
                            "title": f"Note: {note.title}",
                            "text": plain(build.render(note.text)),
                        }
                    )
    return entries


def glossary_entries(build) -> list[dict]:
    """The glossary, word by word."""
    page = build.model.docs / GLOSSARY
    address = page_url(build.model.docs, page)
    return [{"location": address, "title": page_title(page), "text": front_matter(page, "description")}] + [
        {
            "location": f"{address}#{entry['anchor']}",
            "title": f"{entry['term']}: what it means",
            "text": plain(f"{entry.get('stands for', '')} {build.render(entry['means'])}"),
        }
        for entry in build.model.glossary
    ]


def everyday_words(model) -> list[tuple[str, list[str], str, str]]:
    """Where the everyday words lead: an address of this site, the words, what the page says it is, and the line that says so."""
    path, found = model.docs / EVERYDAY, []
    for entry in read_yaml(path):
        where = line_of(path, f"to: {entry.get('to')}") if isinstance(entry, dict) else str(path)
        check_schema(
            path, entry, path.with_suffix(".schema.json"), where.rpartition(":")[0] and f"to: {entry.get('to')}"
        )
        kind, _, name = entry["to"].partition(" ")
        page = model.area_folder / f"{name}.md" if kind == "area" else model.docs / entry["to"]
        if kind in model.protocols:
            found.append((model.url(model.find(entry["to"], where).id), entry["words"], "", where))
        elif page.is_file():
            found.append((page_url(model.docs, page), entry["words"], front_matter(page, "description"), where))
        else:
            known = [
                p.relative_to(model.docs).as_posix() for p in model.docs.rglob("*.md") if "areas" not in p.parts
            ] + [f"area {p.stem}" for p in model.area_folder.glob("*.md")]
            raise ContentError(where, f"no page '{entry['to']}'.{did_you_mean(entry['to'], known)}")
    return found
