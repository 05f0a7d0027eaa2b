"""Markdown extension: gives provisions their ids, controls and notes, and abbreviations their meanings.

Works on the tree between Markdown's inline stage and its table of contents, so headings keep their place in both.
"""

import xml.etree.ElementTree as etree

from markdown import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from macros.content.provisions import FOOTNOTE_CALL, MARK
from macros.pages.build import Build
from macros.pages.provision_html import footnote_call, note_html

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


class ProvisionExtension(Extension):
    """One instance serves a whole build; each page gets processors of its own."""

    def __init__(self, build: Build):
        super().__init__()
        self.build = build

    def extendMarkdown(self, md):
        md.inlinePatterns.register(FootnoteCalls(FOOTNOTE_CALL.pattern, md), "footnote-calls", 175)
        md.treeprocessors.register(Provisions(md, self.build), "provisions", 15)
        md.treeprocessors.register(Terms(md, self.build), "terms", 3)


class FootnoteCalls(InlineProcessor):
    """[fn21] becomes a raised number that leads to the footnote."""

    def handleMatch(self, m, data):
        return self.md.htmlStash.store(footnote_call(m[1])), m.start(0), m.end(0)


class Provisions(Treeprocessor):
    """Finds marks at the head of headings, paragraphs and list items."""

    def __init__(self, md, build: Build):
        super().__init__(md)
        self.build, self.model = build, build.model
        self.shown: set[str] = set()

    def run(self, root):
        self._blocks(root)

    def _blocks(self, parent) -> None:
        """Walks sibling blocks; a provision's notes stand where its own words end, unmissable ones where they begin."""
        open_ = None
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

    def _boxed(self, parent, block):
        """A box in a paragraph's place with the paragraph in it, so that its address leads to the note as well."""
        box = etree.Element("div")
        parent.insert(list(parent).index(block), box)
        parent.remove(block)
        box.append(block)
        return box

    def _head(self, item):
        """The element of a list item that holds its first words, and its mark if it has one."""
        first = item if (item.text or "").strip() or not len(item) or item[0].tag != "p" else item[0]
        mark = MARK.match((first.text or "").lstrip())
        return first, mark if mark and mark["id"] in self.model.provisions else None

    def _item(self, item) -> None:
        first, mark = self._head(item)
        nested = next((i for i, child in enumerate(item) if child.tag in ("ul", "ol")), len(item))
        if mark:
            first.text = first.text.lstrip()
            self._insert(item, nested, mark["id"], unmissable=False)
            self._mark(item, first, mark)
            if self._unmissable(mark["id"]):
                self._lead(item, first, mark["id"])
        for child in item:
            if child.tag in ("ul", "ol"):
                for inner in child:
                    self._item(inner)

    def _lead(self, item, first, id: str) -> None:
        """Puts unmissable notes before a list item's own words, which move into a paragraph."""
        if first is item:
            words = etree.Element("p")
            words.text, item.text = item.text, None
            for child in [c for c in item if c.tag not in ("ul", "ol", "div", "p")]:
                item.remove(child)
                words.append(child)
            item.insert(0, words)
        self._insert(item, 0, id, unmissable=True)

    def _close(self, parent, before, id: str | None) -> None:
        if id:
            index = list(parent).index(before) if before is not None else len(parent)
            self._insert(parent, index, id, unmissable=False)

    def _insert(self, parent, index: int, id: str, unmissable: bool) -> None:
        for note in self.model.notes_on.get(id, ()):
            if note.unmissable != unmissable:
                continue
            holder = etree.Element("p")
            if note.id in self.shown and not note.unmissable:
                html = (
                    f'<p class="note-pointer">The note <a href="#note-{note.id}">{note.title}</a> applies here too.</p>'
                )
            else:
                html = note_html(self.build.render, note, anchor=note.id not in self.shown)
            self.shown.add(note.id)
            holder.text = self.md.htmlStash.store(html)
            parent.insert(index, holder)
            index += 1

    def _mark(self, block, first, mark) -> None:
        """Takes the mark off the words and gives the block its id and the link to itself."""
        id = mark["id"]
        provision = self.model.provisions[id]
        words = first.text[mark.end() :]
        block.set("id", id)
        block.set("class", f"provision provision--{provision.address.kind.replace(' ', '-')}")
        block.set("data-force", provision.force)
        if block.tag in _HEADINGS:
            number = provision.address.number
            block.set("data-toc-label", f"{number} {provision.title}" if number else provision.title)
        link = etree.Element(
            "a",
            {
                "class": "provision-number",
                "href": f"#{id}",
                "aria-label": f"{id}: link to this paragraph",
                "data-cite": self.model.label(id),
            },
        )
        link.text, link.tail, first.text = id, " " + words, None
        first.insert(0, link)
        if provision.force == "law":
            label = etree.Element("span", {"class": "force"})
            label.text, label.tail, link.tail = "Must, by law", link.tail, " "
            first.insert(1, label)


class Terms(Treeprocessor):
    """Makes the first use of each abbreviation on a page a button that opens its meaning (no script needed)."""

    def __init__(self, md, build: Build):
        super().__init__(md)
        self.entries, self.pattern = build.abbreviations
        self.used: set[str] = set()

    def run(self, root):
        self._walk(root)

    def _walk(self, element) -> None:
        if element.tag in _HEADINGS | {"a", "code", "pre", "button", "abbr", "th"}:
            return
        for child in list(element):
            self._walk(child)
        self._split(element, None)
        for child in list(element):
            self._split(element, child)

    def _split(self, parent, child) -> None:
        """Splits one stretch of text (a parent's own, or a child's tail) round the first new abbreviation in it."""
        text = (parent.text if child is None else child.tail) or ""
        if not isinstance(text, str) or parent.tag in ("ul", "ol", "table", "tr", "div"):
            return
        for match in self.pattern.finditer(text):
            entry = self.entries[match[1]]
            if entry["term"] in self.used:
                continue
            self.used.add(entry["term"])
            button = etree.Element("button", {"type": "button", "class": "term", "popovertarget": entry["anchor"]})
            button.text, button.tail = match[1], text[match.end() :]
            if child is None:
                parent.text = text[: match.start()]
                parent.insert(0, button)
            else:
                child.tail = text[: match.start()]
                parent.insert(list(parent).index(child) + 1, button)
            return self._split(parent, button)
