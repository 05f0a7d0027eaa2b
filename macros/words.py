"""The words' own functions. Each is pure: it returns a string of HTML or raises LookupError on anything unknown.

What gathers a whole page from the model is in `macros/gathered.py`; links to provisions and pages are in `macros/links.py`.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from urllib.parse import urlsplit

from macros.errors import nearest
from macros.links import citation_links
from macros.model import NOT_CONFIRMED, Model, Note, page_url
from macros.provisions import FOOTNOTE_CALL, Provision
from macros.render import incident
from macros.render.form import question_html, tool_html
from macros.render.marks import LEVEL_MARKS, escape, level_name
from macros.rules_map import map_html
from tools import TOOLS

#: The order in which confidence is said, in readers' words.
CONFIDENCE_WORDS = {"official source": "Official source", "secondary source": "Secondary source",
                    NOT_CONFIRMED: "Not confirmed: check before relying on it"}
_PHONE = re.compile(r"0\d[\d ]{5,}\d|999|101|116 000|18001 101|18000")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LINKS = re.compile(r"<sup\b.*?</sup>|</?a\b[^>]*>", re.S)


def say_date(day: date | str) -> str:
    """'22 November 2026', from a date or an ISO day."""
    day = date.fromisoformat(day) if isinstance(day, str) else day
    return f"{day.day} {day:%B %Y}"


def call(number: str) -> str:
    """A phone number that can be tapped."""
    return f'<a class="phone" href="tel:{number.replace(" ", "")}">{escape(number)}</a>'


def blank(what: str) -> str:
    """A labelled blank for something nobody has confirmed, to be filled in by hand."""
    return f'<span class="blank">{escape(what)}: not confirmed, write it here <span class="blank__line"></span></span>'


def area(model: Model, key: str) -> str:
    """An area fact; a phone number becomes a link, an unconfirmed one a labelled blank."""
    value = model.fact(key)
    if isinstance(value, (dict, list)):
        raise LookupError(f"the area fact '{key}' is a group; name one of its keys: {', '.join(map(str, value))}")
    if value == NOT_CONFIRMED:
        return blank(key.split(".")[-1].replace("_", " "))
    if _DAY.fullmatch(str(value)):
        return say_date(str(value))
    return call(value) if _PHONE.fullmatch(str(value)) else escape(str(value))


def area_page(model: Model, name: str, label: str) -> str:
    """A link to one of the pages every area has, such as 'decision-steps'."""
    path = model.area_folder / f"{name}.md"
    if not path.is_file():
        known = [page.stem for page in model.area_folder.glob("*.md")]
        raise LookupError(f"the area has no page '{name}'.{nearest(name, known)}")
    return f'<a href="page:{page_url(model.docs, path)}">{escape(label)}</a>'


def official(model: Model, protocol: str) -> str:
    """A link to a protocol's official document, or words that say that no public address is confirmed."""
    if protocol not in model.protocols:
        raise LookupError(f"no protocol '{protocol}'.{nearest(protocol, model.protocols)}")
    address = model.protocols[protocol].facts["official"]
    if address == NOT_CONFIRMED:
        return "No public address of the original document is confirmed."
    return f'<a href="{escape(address)}">The official document</a>.'


def setting(value: str, what: str) -> str:
    """A build setting, or words that say it is not set: nothing is ever invented."""
    if not value:
        return f'<em class="unset">({what}: not set for this copy of the site)</em>'
    scheme = urlsplit(value).scheme
    href = value if scheme else f"mailto:{value}" if "@" in value else ""
    return f'<a href="{escape(href)}">{escape(value)}</a>' if href else escape(value)


def level(name: str) -> str:
    """A level as shape and word, for use in a sentence."""
    if name not in LEVEL_MARKS:
        raise LookupError(f"no level '{name}'.{nearest(name, LEVEL_MARKS)}")
    return level_name(name)


def note_html(render: Callable[[str], str], note: Note, anchor: bool = True) -> str:
    """An editor's note: what kind it is, what it says, where that comes from and how sure it is."""
    sources = "; ".join(
        f'<a href="{escape(s["address"])}">{escape(s["title"])}</a>' if s.get("address", "").startswith("http") else escape(s["title"])
        for s in note.sources)
    classes = f"note note--{note.kind}" + (" note--unmissable" if note.unmissable else "")
    anchored = f' id="note-{note.id}"' if anchor else ""
    return (f'<div class="{classes}"{anchored} role="note" aria-label="Editor&#39;s note: {escape(note.title)}">'
            f'<p class="note__kind">Editor\'s note: {note.kind}</p><p class="note__title">{escape(note.title)}</p>'
            f'{render(note.text)}<p class="note__source">{CONFIDENCE_WORDS[note.confidence]}: {sources}. '
            f'Checked {say_date(note.checked)}.</p></div>')


def provision_text(render: Callable[[str], str], provision: Provision) -> str:
    """A provision's own words as HTML, without its children, notes and controls; a heading's title if it has no words."""
    html = render(FOOTNOTE_CALL.sub(lambda m: footnote_call(m[1]), provision.words))
    return html or f"<p>{escape(provision.title or '')}</p>"


def provision_read_out(model: Model, render: Callable[[str], str], id: str) -> str:
    """A provision's words with those of its direct parts and the titles of their notes, without links: to be read away from its page."""
    def with_notes(provision: Provision) -> str:
        notes = "".join(f"<p><strong>Editor's note: {escape(note.title)}</strong></p>" for note in model.notes_on.get(provision.id, ()))
        return provision_text(render, provision) + notes

    own = with_notes(model.provisions[id])
    parts = "".join(f"<li>{with_notes(part)}</li>" for part in model.provisions.values() if part.address.parent == id and part.words)
    return _LINKS.sub("", f"{own}<ul>{parts}</ul>" if parts else own)


def plain(html: str) -> str:
    """HTML as plain text on one line."""
    text = re.sub(r"<sup.*?</sup>", "", html)
    text = re.sub(r"<[^>]+>", "", text)
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#39;", "'"), ("&amp;", "&")):
        text = text.replace(entity, sign)
    return re.sub(r"\s+", " ", text).strip()


def footnote_call(id: str) -> str:
    """The raised number that leads to a footnote."""
    number = id.removeprefix("fn")
    return f'<sup class="footnote-call"><a href="cite:{id}" aria-label="Footnote {number}">{number}</a></sup>'


def tool(model: Model, name: str) -> str:
    """A decision tool: its questions, and the written result of every answer about danger."""
    if name not in TOOLS:
        raise LookupError(f"no tool '{name}'.{nearest(name, TOOLS)}")
    questions = incident.form_html() if name == "incident" else question_html(TOOLS[name].QUESTIONS[0], name)
    return tool_html(TOOLS[name], questions, partial(citation_links, model))


def incident_map(model: Model) -> str:
    """The incident tool's questions and rules as tables, for people who do not code, from the data the tool runs on."""
    return map_html(partial(citation_links, model))


def area_services(model: Model) -> dict[str, list[list[str]]]:
    """The area's services by key: name, what it does, and its number, or an empty one where nobody has confirmed it."""
    def service(facts: dict) -> list[str]:
        phone = facts.get("phone", facts.get("other", ""))
        number = model.area["control_room"]["other"] if phone == "control room" else phone
        return [facts["name"], facts["does"], "" if number == NOT_CONFIRMED else number]

    found = {}
    for key, facts in model.area.items():
        if isinstance(facts, dict) and "does" in facts:
            found[key] = [service(facts)]
        elif isinstance(facts, dict) and facts and all(isinstance(f, dict) and "does" in f for f in facts.values()):
            found[key] = [service(f) for f in facts.values()]
    return found


