"""Reads a protocol's pages into provisions.

A provision starts with a mark at the head of a heading, a paragraph or a list item:

    ### [6.4 | should | carers police-officer] What to weigh
    - [6.4-8 | should | carers] Could the child have been exploited…

The mark holds the id, the force of the words and the readers they concern. A heading's provision runs on
through the unmarked paragraphs below it; any other ends with its own block. Footnotes are called as [fn21].
"""

import re
from pathlib import Path
from typing import Iterable, NamedTuple

from macros.content.errors import ContentError, did_you_mean
from macros.content.provision_ids import Address, describe

#: law: a "must" that rests on a law it names. should / may: as the document says. none: facts and headings.
FORCES = ("law", "should", "may", "none")

#: Short names for readers who are usually addressed together.
ROLE_GROUPS = {"carers": ("residential-carer", "foster-carer"), "police": ("police-officer", "call-taker")}

MARK = re.compile(r"\[(?P<id>[a-z0-9][a-z0-9.\-]*)(?:\s*\|\s*(?P<force>[a-z]+))(?:\s*\|\s*(?P<roles>[a-z \-]+))?\]\s*")
FOOTNOTE_CALL = re.compile(r"\[(fn\d+)\](?!\()")
#: What was probably meant to be a mark: text between square brackets, with a bar, at the head of a line.
_NEARLY = re.compile(r"\[[a-zA-Z0-9][^\]\[]*\|[^\]\[]*\](?!\()")
_LEAD = re.compile(r"(?P<indent>\s*)(?P<lead>#{1,6}\s+|[-*]\s+|\d+\.\s+)?")


class Provision(NamedTuple):
    """A piece of a protocol with its own address, as read from its page."""

    id: str
    address: Address
    force: str
    roles: tuple[str, ...]
    title: str | None
    words: str
    footnotes: tuple[str, ...]
    path: Path
    line: int


def parse_mark(mark: re.Match, roles: Iterable[str], where: str) -> tuple[str, Address, str, tuple[str, ...]]:
    """The id, address, force and roles of a mark; raises ContentError for anything unknown."""
    id, force = mark["id"], mark["force"]
    try:
        address = describe(id)
    except ValueError as error:
        raise ContentError(where, str(error)) from None
    if force not in FORCES:
        raise ContentError(
            where, f"'{force}' is not a force; use one of {', '.join(FORCES)}.{did_you_mean(force, FORCES)}"
        )
    known = (*roles, *ROLE_GROUPS)
    named = []
    for role in (mark["roles"] or "").split():
        if role not in known:
            raise ContentError(where, f"'{role}' is not a reader this site knows.{did_you_mean(role, known)}")
        named += ROLE_GROUPS.get(role, (role,))
    return id, address, force, tuple(dict.fromkeys(named))


def read_page(path: Path, text: str, roles: Iterable[str]) -> list[Provision]:
    """All provisions of one page, in order. Front matter has been taken off `text` but its lines are counted."""
    found: list[Provision] = []
    open_: dict | None = None

    def close():
        nonlocal open_
        if open_:
            words = "\n".join(open_.pop("lines")).strip()
            calls = tuple(dict.fromkeys(FOOTNOTE_CALL.findall(words)))
            found.append(Provision(words=words, footnotes=calls, path=path, **open_))
        open_ = None

    for number, line in enumerate(text.split("\n"), 1):
        lead = _LEAD.match(line)
        mark = MARK.match(line, lead.end())
        if not mark and _NEARLY.match(line, lead.end()):
            raise ContentError(
                f"{path}:{number}",
                f"'{line[lead.end() :].partition(']')[0]}]' cannot be read as a mark: it is [id | force] or [id | force | readers]",
            )
        heading = bool(lead["lead"]) and lead["lead"].startswith("#")
        if mark:
            close()
            id, address, force, named = parse_mark(mark, roles, f"{path}:{number}")
            rest = line[mark.end() :].strip()
            open_ = dict(
                id=id,
                address=address,
                force=force,
                roles=named,
                title=rest if heading else None,
                lines=[] if heading else [rest],
                line=number,
            )
        elif heading or (lead["lead"] and lead["lead"].strip() in "-*") or line.lstrip().startswith(("{{", "{%", "<")):
            close()
        elif open_ and not line.strip() and open_["title"] is None:
            close()
        elif open_:
            open_["lines"].append(line.strip())
    close()
    return found
