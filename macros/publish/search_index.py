"""The search index: an entry for each paragraph, note and glossary term, and everyday words as tags.

Material splits pages at their headings. That loses most paragraphs, which have none, and finds the glossary but not the
term in it. So protocol pages and the glossary are indexed again by us. The words that people type at night ("weed",
"ran away") are in no protocol: `docs/search-words.yml` lists the target of each, as tags, which the search ranks above
all else.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, NotRequired, TypedDict

from mkdocs.structure.pages import Page

from macros.content.data_files import front_matter, line_at, page_title, read_list
from macros.content.errors import ContentError, did_you_mean
from macros.content.model import Model, page_url
from macros.pages.build import Build
from macros.pages.provision_html import provision_text
from macros.pages.text import plain

#: The everyday words; their schema is beside the file.
EVERYDAY = "search-words.yml"
GLOSSARY = "glossary.md"


class Entry(TypedDict):
    """An entry of the index, in Material's format."""

    location: str
    title: str
    text: str
    tags: NotRequired[list[str]]


class Target(NamedTuple):
    """The target of everyday words: its URL and description, and the line of the data file that names it."""

    url: str
    words: list[str]
    description: str
    where: str


def publish(build: Build, site: Path) -> None:
    """Adds our entries to the index that Material has written."""
    path = site / "search" / "search_index.json"
    index = json.loads(path.read_text(encoding="utf-8"))
    entries = [*protocol_entries(build), *glossary_entries(build)]
    pages = {_page(entry) for entry in entries}
    entries += [entry for entry in index["docs"] if _page(entry) not in pages]
    by_url = {entry["location"]: entry for entry in entries}
    for target in everyday_words(build.model):
        if target.url not in by_url:
            similar = did_you_mean(target.url, by_url)
            raise ContentError(target.where, f"the search has no entry for '{target.url}'.{similar}")
        _add_words(by_url[target.url], target)
    index["docs"] = list(by_url.values())
    path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _page(entry: Entry) -> str:
    return entry["location"].partition("#")[0]


def _add_words(entry: Entry, target: Target) -> None:
    """Adds everyday words to an entry as tags, and the page's description to its text."""
    entry["tags"] = entry.get("tags", []) + target.words
    if target.description and not entry["text"].startswith(target.description):
        entry["text"] = f"{target.description} {entry['text']}"


def frame(build: Build, page: Page, html: str) -> str:
    """Excludes pages that we index ourselves from Material's index; the page itself does not change."""
    path = build.model.docs / page.file.src_uri
    if path == build.model.docs / GLOSSARY or any(
        path in protocol.pages for protocol in build.model.protocols.values()
    ):
        page.meta["search"] = {"exclude": True}
    return html


def protocol_entries(build: Build) -> Iterator[Entry]:
    """Every page, provision and note of both protocols; a note's URL is on the first page that shows it."""
    model, seen = build.model, set()
    for page in (page for protocol in model.protocols.values() for page in protocol.pages):
        url = page_url(model.docs, page)
        yield _page_entry(page, url)
        for provision in (p for p in model.provisions.values() if p.path == page):
            label = model.label(provision.id)
            title = f"{label[0].upper()}{label[1:]}" + (f": {provision.title}" if provision.title else "")
            text = plain(provision_text(build.render, provision))
            yield {"location": model.url(provision.id), "title": title, "text": text}
            for note in model.notes_on.get(provision.id, ()):
                if note.id not in seen:
                    seen.add(note.id)
                    yield {
                        "location": f"{url}#note-{note.id}",
                        "title": f"Note: {note.title}",
                        "text": plain(build.render(note.text)),
                    }


def glossary_entries(build: Build) -> Iterator[Entry]:
    """The glossary page and each of its terms."""
    page = build.model.docs / GLOSSARY
    url = page_url(build.model.docs, page)
    yield _page_entry(page, url)
    for entry in build.model.glossary:
        yield {
            "location": f"{url}#{entry['anchor']}",
            "title": f"{entry['term']}: what it means",
            "text": plain(f"{entry.get('stands_for', '')} {build.render(entry['text'])}"),
        }


def _page_entry(page: Path, url: str) -> Entry:
    return {"location": url, "title": page_title(page), "text": front_matter(page, "description")}


def everyday_words(model: Model) -> list[Target]:
    """The targets of the everyday words; ContentError for one that does not exist."""
    path, targets = model.docs / EVERYDAY, []
    for place, entry in enumerate(read_list(path, path.with_suffix(".schema.json"))):
        name, where = entry["to"], line_at(path, [place, "to"])
        kind, _, rest = name.partition(" ")
        page = model.area_folder / f"{rest}.md" if kind == "area" else model.docs / name
        if kind in model.protocols:
            targets.append(Target(model.url(model.find(name, where).id), entry["words"], "", where))
        elif page.is_file():
            description = front_matter(page, "description")
            targets.append(Target(page_url(model.docs, page), entry["words"], description, where))
        else:
            raise ContentError(where, f"no page '{name}'.{did_you_mean(name, _page_names(model))}")
    return targets


def _page_names(model: Model) -> list[str]:
    """What search-words.yml can call pages: paths of general pages, and 'area NAME' for those of the area."""
    general = [path.relative_to(model.docs) for path in model.docs.rglob("*.md")]
    return [
        *(path.as_posix() for path in general if "areas" not in path.parts),
        *(f"area {path.stem}" for path in model.area_folder.glob("*.md")),
    ]
