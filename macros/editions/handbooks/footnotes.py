"""Footnotes at the foot of the page on which they are called, with the numbers that the document gives them."""

from xml.etree.ElementTree import Element

from macros.editions.handbooks.pages import classes, each, remove, text

BLOCKS = ("p", "li", "div", "dd", "td", "h2", "h3", "h4", "h5")


def to_the_foot(tree: Element) -> None:
    """Moves each footnote of a book to where it is called; its notes come after the paragraph that calls it."""
    notes = {
        child.get("id"): (parent, child) for parent, child in each(tree, lambda e: "provision--footnote" in classes(e))
    }
    parents = {child: parent for parent in tree.iter() for child in parent}
    for call in [e for e in tree.iter("sup") if "footnote-call" in classes(e)]:
        link = call.find("a")
        id = link.get("href", "").partition("#")[2]
        parent = parents[call]
        if id not in notes:  # its footnote does not stand in this book
            remove(parent, call)
            continue
        holder, note = notes.pop(id)
        beside = _notes_of(holder, note)
        for own in [child for child in note if "note" in classes(child)]:  # one that comes before the words on a screen
            remove(note, own)
            holder.append(own)
            beside.insert(0, own)
        holder.remove(note)
        foot = Element("span", {"class": "footnote provision", "id": id, "data-number": id.removeprefix("fn")})
        foot.text = note.text
        foot.extend(_inline(note))
        foot.tail = call.tail
        at = list(parent).index(call)
        parent.remove(call)
        parent.insert(at, foot)
        block = parent
        while block.tag not in BLOCKS:
            block = parents[block]
        at, above = list(parents[block]).index(block), parents[block]
        for number, own in enumerate(beside, 1):
            holder.remove(own)
            block.append(own) if block.tag in ("li", "div", "dd", "td") else above.insert(at + number, own)
    for parent, child in each(tree, lambda e: e.tag in ("h2", "h3") and text(e) == "Footnotes"):
        rest = list(parent)[list(parent).index(child) + 1 :]
        if not rest or rest[0].tag in ("h2", "h3"):
            remove(parent, child)


def _notes_of(holder: Element, note: Element) -> list[Element]:
    """The editor's notes that stand directly after a footnote."""
    found = []
    for sibling in list(holder)[list(holder).index(note) + 1 :]:
        if not classes(sibling) & {"note", "note-pointer"}:
            break
        found.append(sibling)
    return found


def _inline(note: Element) -> list[Element]:
    """What a footnote holds, made fit to stand within a line."""
    for element in note.iter():
        if element is not note and element.tag in ("p", "div"):
            element.tag = "span"
    return list(note)
