"""Markdown extension: gives provisions their ids, controls and notes, and abbreviations their meanings.

It works on the tree between Markdown's inline stage and its table of contents, so headings are right in both.
"""

import re
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from macros.content.model import Note
from macros.content.provisions import FOOTNOTE_CALL, MARK
from macros.pages.build import Build
from macros.pages.html import Block
from macros.pages.provision_html import footnote_call, note_html
from macros.render.html import tag

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


class ProvisionExtension(Extension):
    """One instance serves a whole build; each page gets new processors."""

    def __init__(self, build: Build) -> None:
        super().__init__()
        self.build = build

    def extendMarkdown(self, md: Markdown) -> None:
        md.inlinePatterns.register(FootnoteCalls(FOOTNOTE_CALL.pattern, md), "footnote-calls", 175)
        md.treeprocessors.register(Provisions(md, self.build), "provisions", 15)
        md.treeprocessors.register(Terms(md, self.build), "terms", 3)


class FootnoteCalls(InlineProcessor):
    """[fn21] becomes a raised number that links to the footnote."""

    def handleMatch(  # type: ignore[override]  # InlineProcessor itself differs from its base, and so do its stubs
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        return self.md.htmlStash.store(footnote_call(m[1])), m.start(0), m.end(0)


class Provisions(Treeprocessor):
    """Finds the marks of provisions at the start of headings, paragraphs and list items."""

    def __init__(self, md: Markdown, build: Build) -> None:
        super().__init__(md)
        self.build, self.model = build, build.model
        self.shown: set[str] = set()

    def run(self, root: Element) -> None:
        self._blocks(root)

    def _blocks(self, parent: Element) -> None:
        """Goes through sibling blocks. A provision's notes go after its own text, unmissable ones before it."""
        open_: str | None = None
        for block in list(parent):
            mark = MARK.match(block.text or "") if block.tag in _HEADINGS | {"p"} else None
            if mark and mark["id"] in self.model.provisions:
                self._close(parent, block, open_)
                open_ = mark["id"]
                if block.tag in _HEADINGS:
                    self._mark(block, block, mark)
                    self._insert(parent, list(parent).index(block) + 1, open_, unmissable=True)
                else:
                    box = self._boxed(parent, block) if self._unmissable(open_) else block
                    self._mark(box, block, mark)
                    if box is not block:
                        self._insert(box, 0, open_, unmissable=True)
            elif block.tag in _HEADINGS:
                self._close(parent, block, open_)
                open_ = None
            elif block.tag in ("ul", "ol"):
                if any(self._head(item)[1] for item in block):
                    self._close(parent, block, open_)
                    open_ = None
                for item in block:
                    self._item(item)
        self._close(parent, None, open_)

    def _unmissable(self, id: str) -> bool:
        return any(note.unmissable for note in self.model.notes_on.get(id, ()))

    def _boxed(self, parent: Element, block: Element) -> Element:
        """A box in a paragraph's place with the paragraph in it, so that a link to it shows the note as well."""
        box = Element("div")
        parent.insert(list(parent).index(block), box)
        parent.remove(block)
        box.append(block)
        return box

    def _head(self, item: Element) -> tuple[Element, re.Match[str] | None]:
        """The element of a list item that contains the start of its text, and its mark if it has one."""
        first = item if (item.text or "").strip() or not len(item) or item[0].tag != "p" else item[0]
        mark = MARK.match((first.text or "").lstrip())
        return first, mark if mark and mark["id"] in self.model.provisions else None

    def _item(self, item: Element) -> None:
        first, mark = self._head(item)
        nested = next((i for i, child in enumerate(item) if child.tag in ("ul", "ol")), len(item))
        if mark:
            first.text = (first.text or "").lstrip()
            self._insert(item, nested, mark["id"], unmissable=False)
            self._mark(item, first, mark)
            if self._unmissable(mark["id"]):
                self._lead(item, first, mark["id"])
        for child in item:
            if child.tag in ("ul", "ol"):
                for inner in child:
                    self._item(inner)

    def _lead(self, item: Element, first: Element, id: str) -> None:
        """Puts unmissable notes before a list item's own text, which moves into a paragraph."""
        if first is item:
            paragraph = Element("p")
            paragraph.text, item.text = item.text, None
            for child in [c for c in item if c.tag not in ("ul", "ol", "div", "p")]:
                item.remove(child)
                paragraph.append(child)
            item.insert(0, paragraph)
        self._insert(item, 0, id, unmissable=True)

    def _close(self, parent: Element, before: Element | None, id: str | None) -> None:
        if id:
            index = list(parent).index(before) if before is not None else len(parent)
            self._insert(parent, index, id, unmissable=False)

    def _insert(self, parent: Element, index: int, id: str, unmissable: bool) -> None:
        """Inserts a provision's notes, either the unmissable ones or the others."""
        for note in self.model.notes_on.get(id, ()):
            if note.unmissable == unmissable:
                holder = Element("p")
                holder.text = self.md.htmlStash.store(self._note(note))
                parent.insert(index, holder)
                index += 1

    def _note(self, note: Note) -> Block:
        """A note, or where the page has it already and it can be missed, a line that points to it."""
        first = note.id not in self.shown
        self.shown.add(note.id)
        if first or note.unmissable:
            return note_html(self.build.render, note, anchor=first)
        link = tag("a", note.title, href=f"#note-{note.id}")
        return Block(tag("p", "The note ", link, " applies here too.", class_="note-pointer"))

    def _mark(self, block: Element, first: Element, mark: re.Match[str]) -> None:
        """Removes the mark from the text and gives the block its id and the link to itself."""
        id = mark["id"]
        provision = self.model.provisions[id]
        text = (first.text or "")[mark.end() :]
        block.set("id", id)
        block.set("class", f"provision provision--{provision.parsed_id.kind.replace(' ', '-')}")
        block.set("data-force", provision.force)
        if block.tag in _HEADINGS:
            number = provision.parsed_id.number
            title = provision.title or ""
            block.set("data-toc-label", f"{number} {title}" if number else title)
        link = Element(
            "a",
            {
                "class": "provision-number",
                "href": f"#{id}",
                "aria-label": f"{id}: link to this paragraph",
                "data-cite": self.model.label(id),
            },
        )
        link.text, link.tail, first.text = id, f" {text}", None
        first.insert(0, link)
        if provision.force == "law":
            label = Element("span", {"class": "force"})
            label.text, label.tail, link.tail = "Must, by law", link.tail, " "
            first.insert(1, label)


class Terms(Treeprocessor):
    """Makes the first use of each abbreviation on a page a button that opens its meaning (no script needed)."""

    def __init__(self, md: Markdown, build: Build) -> None:
        super().__init__(md)
        self.entries, self.pattern = build.abbreviations
        self.used: set[str] = set()

    def run(self, root: Element) -> None:
        self._walk(root)

    def _walk(self, element: Element) -> None:
        if element.tag in _HEADINGS | {"a", "code", "pre", "button", "abbr", "th"}:
            return
        for child in list(element):
            self._walk(child)
        self._split(element, None)
        for child in list(element):
            self._split(element, child)

    def _split(self, parent: Element, child: Element | None) -> None:
        """Splits one piece of text (a parent's own, or a child's tail) at the first new abbreviation in it."""
        text = (parent.text if child is None else child.tail) or ""
        if parent.tag in ("ul", "ol", "table", "tr", "div"):
            return
        for match in self.pattern.finditer(text):
            entry = self.entries[match[1]]
            if entry["term"] in self.used:
                continue
            self.used.add(entry["term"])
            button = Element("button", {"type": "button", "class": "term", "popovertarget": entry["anchor"]})
            button.text, button.tail = match[1], text[match.end() :]
            if child is None:
                parent.text = text[: match.start()]
                parent.insert(0, button)
            else:
                child.tail = text[: match.start()]
                parent.insert(list(parent).index(child) + 1, button)
            self._split(parent, button)
            return
