"""The words' own functions. Each is pure: it returns a string of HTML or raises LookupError on anything unknown.

Links to provisions are written `cite:ID` and links to pages `page:PATH`; they become real addresses when it is known
from which page they are followed (`resolve`).
"""

import re
from collections.abc import Callable
from datetime import date
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.utils import get_relative_url

from macros.errors import WordsError, nearest
from macros.figure import steps_figure
from macros.model import NOT_CONFIRMED, NOTE_KINDS, Model, Note, page_url
from macros.provisions import FOOTNOTE_CALL, Provision
from macros.render import incident
from macros.render.form import question_html, tool_html
from macros.rules_map import map_html
from macros.runtime import groups
from macros.render.marks import LEVEL_MARKS, escape, level_name
from tools import TOOLS
from tools import incident as incident_rules

#: The order in which confidence is said, in readers' words.
CONFIDENCE_WORDS = {"official source": "Official source", "secondary source": "Secondary source",
                    NOT_CONFIRMED: "Not confirmed: check before relying on it"}
RELATION_WORDS = {"same": "They agree", "differs": "They differ", "missing locally": "Only the national protocol has this",
                  "missing nationally": "Only the local protocol has this"}
_PHONE = re.compile(r"0\d[\d ]{5,}\d|999|101|116 000|18001 101|18000")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LINKS = re.compile(r"<sup\b.*?</sup>|</?a\b[^>]*>", re.S)
_CITED = re.compile(r'(href|src|srcset)="(cite|page|site):([^"#]+)(#[^"]*)?"')


def say_date(day: date | str) -> str:
    """'22 November 2026', from a date or an ISO day."""
    day = date.fromisoformat(day) if isinstance(day, str) else day
    return f"{day.day} {day:%B %Y}"


def cite(model: Model, citation: str) -> str:
    """A link to a provision: cite("national 6.4-8") says 'national 6.4, point 8'."""
    provision = model.find(citation)
    return f'<a class="cite" href="cite:{provision.id}">{escape(model.label(provision.id))}</a>'


def cite_topic(model: Model, topic: str) -> str:
    """Links to what the local protocol says on a topic of the area file, without naming the area."""
    topics = model.area["topics"]
    if topic not in topics:
        raise LookupError(f"no topic '{topic}' in the area file.{nearest(topic, topics)}")
    return ", ".join(cite(model, f"local {id}") for id in topics[topic])


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
    found = [p for protocol in model.protocols.values() for p in protocol.provisions if p.id == id or (p.address.parent == id and p.words)]
    told = ""
    for provision in found:
        notes = "".join(f"<p><strong>Editor's note: {escape(note.title)}</strong></p>" for note in model.notes_on.get(provision.id, ()))
        told += provision_text(render, provision) + notes if provision.id == id else f"<li>{provision_text(render, provision)}{notes}</li>"
    return _LINKS.sub("", told.replace("<li>", "<ul><li>", 1) + "</ul>" if "<li>" in told else told)


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


def provisions_for(model: Model, render: Callable[[str], str], role: str) -> str:
    """Every provision tagged for a reader, by protocol and page, in print order."""
    if role not in model.roles:
        raise LookupError(f"'{role}' is not a reader this site knows.{nearest(role, model.roles)}")
    parts = []
    for protocol in model.protocols.values():
        tagged = [p for p in protocol.provisions if role in p.roles]
        parts.append(f'<h2 id="{protocol.key}-provisions" data-search-exclude="true">{escape(protocol.facts["short_title"])}: {len(tagged)} paragraphs for you</h2>')
        for page in dict.fromkeys(p.path for p in tagged):
            title = next(p.title for p in protocol.provisions if p.path == page and p.title)
            items = "".join(
                f'<li><a class="provision-number" href="cite:{p.id}">{p.id}</a>'
                + (f" <strong>{escape(p.title)}</strong>" if p.title else "") + f" {provision_text(render, p)}"
                + "".join(f'<p class="note-pointer">See the note: <a href="cite:{p.id}">{escape(n.title)}</a></p>' for n in model.notes_on.get(p.id, ()))
                + "</li>" for p in tagged if p.path == page)
            parts.append(f'<h3>{escape(title)}</h3><ul class="gathered">{items}</ul>')
    return "".join(parts)


def editors_notes(model: Model, render: Callable[[str], str]) -> str:
    """All editor's notes, newest first, each with the provisions it stands next to; before them, the way to those about safety."""
    notes = sorted(model.notes, key=lambda n: (n.added, n.unmissable, n.kind == "safety"), reverse=True)
    first = "".join(f'<li><a href="#note-{n.id}">{escape(n.title)}</a></li>' for n in notes if n.unmissable)
    counts = ", ".join(f"{sum(n.kind == kind for n in notes)} {kind}" for kind in NOTE_KINDS)
    parts = [f'<h2 id="safety-first">Read these first</h2><ul>{first}</ul><h2 id="all-notes">All {len(notes)} notes, newest first</h2><p>{counts}.</p>']
    for day in dict.fromkeys(n.added for n in notes):
        items = []
        for note in (n for n in notes if n.added == day):
            places = ", ".join(cite(model, f"{note.protocol} {id}") for id in note.provisions)
            items.append(f'<li>{note_html(render, note)}<p class="note__places">Stands next to {places}.</p></li>')
        parts.append(f'<h3 id="added-{day}">Added {say_date(day)}: {len(items)}</h3><ul class="notes-list" data-search-exclude="true">{"".join(items)}</ul>')
    return "".join(parts)


def crosswalk(model: Model, render: Callable[[str], str]) -> str:
    """Which local section answers which national paragraph, and where they differ."""
    rows, topics = [], {relation: [] for relation in RELATION_WORDS}
    for number, row in enumerate(model.crosswalk, 1):
        topics[row["relation"]].append(f'<a href="#row-{number}">{escape(row["topic"])}</a>')
        sides = "".join(
            f'<p class="crosswalk__side"><strong>{name}:</strong> '
            + (", ".join(cite(model, f"{key} {id}") for id in row[key]) or "nothing") + "</p>"
            for key, name in (("national", "National"), ("local", "Local")))
        rows.append(f'<li id="row-{number}" class="crosswalk__row crosswalk__row--{row["relation"].replace(" ", "-")}">'
                    f'<h3>{escape(row["topic"])}</h3><p class="crosswalk__relation">{RELATION_WORDS[row["relation"]]}</p>'
                    f'{render(row["words"])}{sides}</li>')
    summary = "".join(f"<li><strong>{RELATION_WORDS[relation]}, {len(found)}:</strong> {', '.join(found) or 'nothing'}.</li>" for relation, found in topics.items())
    return f'<ul class="crosswalk__counts">{summary}</ul><h2 id="rows">Topic by topic</h2><ul class="crosswalk">{"".join(rows)}</ul>'


def decision_steps(model: Model, render: Callable[[str], str]) -> str:
    """The decision steps in words, and the same steps drawn as a figure."""
    steps = model.decision_steps
    items = "".join(
        f'<li id="step-{number}" class="step step--{step.get("level", "none")}"><h3>{escape(step["title"])}</h3>'
        f'<p class="step__ask">{escape(step["ask"])}</p>{render(step["then"])}'
        + (f'<p>{level_name(step["level"])} {LEVEL_MARKS[step["level"]][1]}</p>' if step.get("level", "none") != "none" else "")
        + f'<p class="step__cites">{", ".join(cite(model, c) for c in step["citations"])}</p></li>'
        for number, step in enumerate(steps, 1))
    return (f'<h2 id="steps-in-words">The steps in words</h2><ol class="steps">{items}</ol>'
            f'<h2 id="steps-drawn">The steps drawn</h2><figure class="steps-figure" aria-labelledby="steps-caption">{steps_figure(steps)}'
            f'<figcaption id="steps-caption">Decision steps drawn by this site from the written paragraphs. '
            f'The same steps in words are above.</figcaption></figure>')


def glossary(model: Model, render: Callable[[str], str]) -> str:
    """Every abbreviation and term, letter by letter, each with an address of its own."""
    letters: dict[str, list[str]] = {}
    for entry in model.glossary:
        letters.setdefault(str(entry["term"])[0].upper(), []).append(
            f'<div class="glossary__entry" id="{entry["anchor"]}"><dt>{escape(str(entry["term"]))}</dt>'
            f'<dd>{"<p><strong>" + escape(entry["stands for"]) + "</strong></p>" if entry.get("stands for") else ""}{render(entry["means"])}</dd></div>')
    ways = " ".join(f'<a href="#letter-{letter.lower()}">{letter}</a>' for letter in letters)
    return f'<p class="letters">{ways}</p>' + "".join(
        f'<h2 id="letter-{letter.lower()}">{letter}</h2><dl class="glossary">{"".join(items)}</dl>' for letter, items in letters.items())


def citation_links(model: Model, citation: str) -> list[tuple[str, str]]:
    """(label, address) pairs of a rule's citation: 'national 6.2-2', 'topic weapons' or 'page special-situations'."""
    kind, _, name = citation.partition(" ")
    if kind == "topic":
        return [(model.label(id), f"cite:{id}") for id in model.area["topics"][name]]
    if kind == "page":
        page = next((p for p in (model.area_folder / f"{name}.md", model.docs / f"{name}.md") if p.is_file()), None)
        if page is None:
            raise LookupError(f"a rule points to the page '{name}', which neither the area nor the site has")
        return [(page_title(page), f"page:{page_url(model.docs, page)}")]
    if kind == "note":
        note = next((n for n in model.notes if n.id == name), None)
        if note is None:
            raise LookupError(f"a rule rests on the editor's note '{name}', which is not there.{nearest(name, [n.id for n in model.notes])}")
        return [(f"note: {note.title}", f"site:{model.url(note.provisions[0]).partition('#')[0]}#note-{note.id}")]
    provision = model.find(citation)
    return [(model.label(provision.id), f"cite:{provision.id}")]


def page_title(path: Path) -> str:
    """The title in a page's front matter."""
    return front_matter(path, "title")


def front_matter(path: Path, key: str) -> str:
    """A value of a page's front matter; WordsError for a page that has none."""
    found = re.search(rf'\A---\n(?:.*\n)*?{key}:\s*"?(.+?)"?\s*\n', path.read_text(encoding="utf-8"))
    if not found:
        raise WordsError(f"{path}:1", f"the page has no '{key}:' between two lines of --- at its top")
    return found[1]


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


def browser_table(model: Model, render: Callable[[str], str]) -> dict:
    """What the tools' browser copy looks up: label and address, from the site's root, of every citation; the area's services;
    and, to be read beside a judgement, the words of what it rests on."""
    cited = {}
    apart = [import_module(f"tools.{group}") for group in groups()]
    for citation in dict.fromkeys(c for tool in (*TOOLS.values(), *apart) for c in tool.citations()):
        links = citation_links(model, citation)
        cited[citation] = [[label, resolve(model, f'href="{link}"', "")[6:-1].removeprefix("./")] for label, link in links]
    weighed = dict.fromkeys(c for rule in incident_rules.RULES if rule.finding.level == "judgement" for c in rule.finding.citations)
    read_out = {citation: [provision_read_out(model, render, link.removeprefix("cite:")) for _, link in citation_links(model, citation)] for citation in weighed}
    return {"citations": cited, "contacts": area_services(model), "words": read_out}


def resolve(model: Model, html: str, here: str) -> str:
    """Turns `cite:`, `page:` and `site:` links into addresses relative to the page at `here`."""
    @cache
    def address(attribute: str, kind: str, name: str, anchor: str | None) -> str:
        target = model.url(name) if kind == "cite" else name
        if kind == "cite" and target.partition("#")[0] == here:
            return f'{attribute}="#{name}"'
        page, _, fragment = target.partition("#")
        return f'{attribute}="{get_relative_url(page, here)}{"#" + fragment if fragment else anchor or ""}"'
    return _CITED.sub(lambda match: address(*match.groups()), html)
