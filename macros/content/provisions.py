"""Reads a protocol's pages into provisions.

A provision starts with a mark at the start of a heading, a paragraph or a list item:

    ### [6.4 | should | carers police-officer] What to weigh
    - [6.4-8 | should | carers] Could the child have been exploited…

The mark contains the id, the force and the readers concerned. A heading's provision includes the unmarked
paragraphs below it; any other ends with its own block. Footnotes are called as [fn21].
"""

import re
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from macros.content.errors import ContentError, did_you_mean
from macros.content.provision_ids import ProvisionId, parse_id

#: law: a "must" that rests on a law it names. should / may: as the document says. none: facts and headings.
FORCES = ("law", "should", "may", "none")

#: Short names for readers who are usually addressed together.
ROLE_GROUPS = {"carers": ("residential-carer", "foster-carer"), "police": ("police-officer", "call-taker")}

MARK = re.compile(r"\[(?P<id>[a-z0-9][a-z0-9.\-]*)(?:\s*\|\s*(?P<force>[a-z]+))(?:\s*\|\s*(?P<roles>[a-z \-]+))?\]\s*")
FOOTNOTE_CALL = re.compile(r"\[(fn\d+)\](?!\()")
#: Probably meant to be a mark: text between square brackets, with a bar, at the start of a line.
_NEARLY = re.compile(r"\[[a-zA-Z0-9][^\]\[]*\|[^\]\[]*\](?!\()")
_LEAD = re.compile(r"(?P<indent>\s*)(?P<lead>#{1,6}\s+|[-*]\s+|\d+\.\s+)?")


class Provision(NamedTuple):
    """A numbered or otherwise citable part of a protocol, as read from its page."""

    id: str
    parsed_id: ProvisionId
    force: str
    roles: tuple[str, ...]
    title: str | None
    text: str
    footnotes: tuple[str, ...]
    path: Path
    line: int


def parse_mark(
    mark: re.Match[str], roles: Collection[str], where: str
) -> tuple[str, ProvisionId, str, tuple[str, ...]]:
    """The id, parsed id, force and roles of a mark; raises ContentError for anything unknown."""
    id, force = mark["id"], mark["force"]
    try:
        parsed_id = parse_id(id)
    except ValueError as error:
        raise ContentError(where, str(error)) from None
    if force not in FORCES:
        raise ContentError(
            where, f"'{force}' is not a force; use one of {', '.join(FORCES)}.{did_you_mean(force, FORCES)}"
        )
    known = (*roles, *ROLE_GROUPS)
    named: list[str] = []
    for role in (mark["roles"] or "").split():
        if role not in known:
            raise ContentError(where, f"'{role}' is not a reader this site knows.{did_you_mean(role, known)}")
        named += ROLE_GROUPS.get(role, (role,))
    return id, parsed_id, force, tuple(dict.fromkeys(named))


def read_page(path: Path, text: str, roles: Collection[str]) -> list[Provision]:
    """All provisions of one page, in order. `text` is the whole file, so that its lines are counted from the top."""
    reader = _PageReader(path, roles)
    for number, line in enumerate(text.split("\n"), 1):
        reader.read_line(number, line)
    reader.close()
    return reader.provisions


class _PageReader:
    """Reads a page line by line; `open` is the provision that following lines may still belong to."""

    def __init__(self, path: Path, roles: Collection[str]) -> None:
        self.path = path
        self.roles = roles
        self.provisions: list[Provision] = []
        self.open: Provision | None = None
        self.lines: list[str] = []

    def close(self) -> None:
        """Ends the open provision, if there is one."""
        if self.open:
            text = "\n".join(self.lines).strip()
            footnotes = tuple(dict.fromkeys(FOOTNOTE_CALL.findall(text)))
            self.provisions.append(self.open._replace(text=text, footnotes=footnotes))
        self.open, self.lines = None, []

    def read_line(self, number: int, line: str) -> None:
        """Starts a provision at a mark, ends the open one at the end of its block, or adds a line to it."""
        lead = _LEAD.match(line)
        assert lead  # the pattern matches the empty string
        start = (lead["lead"] or "").strip()
        heading = start.startswith("#")
        mark = MARK.match(line, lead.end())
        if not mark and _NEARLY.match(line, lead.end()):
            raise ContentError(
                f"{self.path}:{number}",
                f"'{line[lead.end() :].partition(']')[0]}]' cannot be read as a mark: "
                "it is [id | force] or [id | force | readers]",
            )
        if mark:
            self.close()
            self._start(mark, number, line[mark.end() :].strip(), heading)
        elif heading or start in ("-", "*") or line.lstrip().startswith(("{{", "{%", "<")) or self._block_ends(line):
            self.close()
        elif self.open:
            self.lines.append(line.strip())

    def _start(self, mark: re.Match[str], number: int, rest: str, heading: bool) -> None:
        id, parsed_id, force, roles = parse_mark(mark, self.roles, f"{self.path}:{number}")
        title = rest if heading else None
        self.open = Provision(id, parsed_id, force, roles, title, "", (), self.path, number)
        self.lines = [] if heading else [rest]

    def _block_ends(self, line: str) -> bool:
        """Whether an empty line ends the open provision: not that of a heading, which has further paragraphs."""
        return self.open is not None and self.open.title is None and not line.strip()
