"""Footnotes at the foot of the page on which they are called, with the document's own numbers."""

from xml.etree.ElementTree import Element

from macros.editions.handbooks.layout.elements import classes, find_all, remove, text_of

#: Elements that may contain a footnote call, and after or in which its editor's notes are printed.
BLOCKS = ("p", "li", "div", "dd", "td", "h2", "h3", "h4", "h5")
#: Those of them in which an editor's note is printed; after a paragraph or heading it follows as a sibling.
CONTAINERS = ("li", "div", "dd", "td")


def move_to_foot(tree: Element) -> None:
    """Moves each footnote of a book to its call; its editor's notes follow the paragraph that calls it."""
    footnotes = {
        child.get("id"): (parent, child)
        for parent, child in find_all(tree, lambda e: "provision--footnote" in classes(e))
    }
    parents = {child: parent for parent in tree.iter() for child in parent}
    for call in [e for e in tree.iter("sup") if "footnote-call" in classes(e)]:
        link = call.find("a")
        id = "" if link is None else link.get("href", "").partition("#")[2]
        if id not in footnotes:  # its footnote is not in this book
            remove(parents[call], call)
            continue
        holder, footnote = footnotes.pop(id)
        notes = _detach_notes(holder, footnote)
        parent = parents[call]
        _replace(parent, call, _at_foot(footnote, id))
        _insert_notes(parent, parents, notes)
    _remove_empty_headings(tree)


def _detach_notes(holder: Element, footnote: Element) -> list[Element]:
    """Removes a footnote and returns its editor's notes: one inside it, shown first on screens, and those after it."""
    notes = [child for child in footnote if "note" in classes(child)]
    for note in notes:
        remove(footnote, note)
    for sibling in list(holder)[list(holder).index(footnote) + 1 :]:
        if not classes(sibling) & {"note", "note-pointer"}:
            break
        notes.append(sibling)
        holder.remove(sibling)
    holder.remove(footnote)
    return notes


def _at_foot(footnote: Element, id: str) -> Element:
    """A footnote as an inline element, which the style sheet moves to the foot of the page."""
    foot = Element("span", {"class": "footnote provision", "id": id, "data-number": id.removeprefix("fn")})
    foot.text = footnote.text
    foot.extend(footnote)
    for element in foot.iter():
        if element.tag in ("p", "div"):
            element.tag = "span"
    return foot


def _replace(parent: Element, old: Element, new: Element) -> None:
    """Puts an element in the place of another, before the same text."""
    new.tail = old.tail
    parent[list(parent).index(old)] = new


def _insert_notes(parent: Element, parents: dict[Element, Element], notes: list[Element]) -> None:
    """Puts editor's notes after the block around a call, or at the end of it where it may contain blocks."""
    block = parent
    while block.tag not in BLOCKS:
        block = parents[block]
    if block.tag in CONTAINERS:
        block.extend(notes)
    else:
        above = parents[block]
        index = list(above).index(block) + 1
        above[index:index] = notes


def _remove_empty_headings(tree: Element) -> None:
    """Removes headings 'Footnotes' under which nothing is left."""
    for parent, child in find_all(tree, lambda e: e.tag in ("h2", "h3") and text_of(e) == "Footnotes"):
        rest = list(parent)[list(parent).index(child) + 1 :]
        if not rest or rest[0].tag in ("h2", "h3"):
            remove(parent, child)
