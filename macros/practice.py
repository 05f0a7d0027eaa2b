"""What other areas have done, and what their protocols have that the local one does not: cards made from data.

`docs/practice/practice.yml` holds the examples and `docs/practice/ideas.yml` the ideas. An area's folder may have files of
the same names: its own examples, which stand among the others, and what its protocol says on each idea. A mistake stops the
build with its file and line.
"""

from functools import cache

from macros.data_files import line_of, read_rows, read_yaml
from macros.errors import WordsError, nearest
from macros.links import cite
from macros.render.marks import escape
from macros.words import CONFIDENCE_WORDS, say_date
from tools.records.boards import SIX


@cache
def practice_of(model) -> dict[str, dict]:
    """Every example by its id, in order of places: those of all areas, and this area's own."""
    folder = model.docs / "practice"
    found: dict[str, dict] = {}
    for path in (folder / "practice.yml", model.area_folder / "practice.yml"):
        for entry in read_rows(path, folder / "practice.schema.json") if path.is_file() else ():
            where = line_of(path, f"id: {entry['id']}")
            if entry["id"] in found:
                raise WordsError(where, f"the example '{entry['id']}' stands in {folder / 'practice.yml'} too")
            for citation in entry.get("cites", ()):
                model.find(citation, where)
            found[entry["id"]] = {**entry, "here": path.parent == model.area_folder}
    return dict(sorted(found.items(), key=lambda pair: pair[1]["area"]))


@cache
def ideas_of(model) -> dict[str, dict]:
    """Every idea by its id, with what the local protocol says on it as `local`: None where nobody has looked."""
    path, own = model.docs / "practice" / "ideas.yml", model.area_folder / "ideas.yml"
    found = {entry["id"]: entry for entry in read_rows(path, path.with_name("ideas.schema.json"))}
    for id, entry in found.items():
        where = line_of(path, f"id: {id}")
        for example in entry["where"]:
            if example not in practice_of(model):
                raise WordsError(where, f"the idea '{id}' names the example '{example}', which is not there.{nearest(example, practice_of(model))}")
        for citation in entry.get("cites", ()):
            model.find(citation, where)
    local = read_yaml(own) or {} if own.is_file() else {}
    for id in local:
        if id not in found:
            raise WordsError(line_of(own, f"{id}:"), f"'{id}' is not an idea of {path}.{nearest(id, found)}")
    for id in found:
        if local and id not in local:
            raise WordsError(str(own), f"the idea '{id}' is missing: say what the local protocol has on it")
    return {id: {**entry, "local": local.get(id)} for id, entry in found.items()}


def practice(words, *countries: str) -> str:
    """The examples of some countries, one after another."""
    every = practice_of(words.model).values()
    known = list(dict.fromkeys(entry["country"] for entry in every))
    for country in countries:
        if country not in known:
            raise LookupError(f"no example from '{country}'.{nearest(country, known)}")
    return '<div class="practice">' + "".join(card(words, entry) for entry in every if entry["country"] in countries) + "</div>"


def card(words, entry: dict) -> str:
    """One example: the problem, what was done, by whom, what came of it, and how sure that is."""
    def inline(text: str) -> str:
        return words.render(text).removeprefix("<p>").removesuffix("</p>")

    cites = ", ".join(cite(words.model, citation) for citation in entry.get("cites", ()))
    ideas = ", ".join(f'<a href="page:practice/elsewhere/#idea-{id}">{escape(idea["title"])}</a>' for id, idea in ideas_of(words.model).items() if entry["id"] in idea["where"])
    rows = [("The problem", inline(entry["problem"])), ("What they did", inline(entry["did"])), ("Who", inline(entry["who"])), ("What came of it", inline(entry["result"])),
            ("When", escape(entry["when"])), ("Source", sources_html(entry) + (f" See {cites}." if cites else ""))]
    rows += [("Our protocol does not have", ideas)] if ideas else []
    body = "".join(f"<dt>{head}</dt><dd>{said}</dd>" for head, said in rows)
    mark = ' <span class="practice__here">this area</span>' if entry["here"] else ""
    return (f'<section class="practice__card" id="practice-{entry["id"]}"><h3>{escape(entry["area"])}: {escape(entry["title"])}{mark}</h3><dl>{body}</dl>{care_html(words, entry.get("caution"))}</section>')


def sources_html(entry: dict) -> str:
    """Where an example comes from, how sure that is, and when it was checked."""
    named = "; ".join(f'<a href="{escape(s["address"])}">{escape(s["title"])}</a>' if "address" in s else escape(s["title"]) for s in entry["sources"])
    return f'<strong>{CONFIDENCE_WORDS[entry["confidence"]]}:</strong> {named}. Checked {say_date(str(entry["checked"]))}.'


def care_html(words, text: str | None) -> str:
    """What something must not be taken for."""
    return f'<div class="practice__care">{words.render("**Take care.** " + text)}</div>' if text else ""


def practice_themes(words) -> str:
    """Ways in: every theme with the places that have something on it."""
    every = practice_of(words.model)
    themes = sorted({theme for entry in every.values() for theme in entry["themes"]})
    def links(theme: str) -> str:
        return ", ".join(f'<a href="page:practice/#practice-{id}">{escape(entry["area"])}</a>' for id, entry in every.items() if theme in entry["themes"])
    return '<ul class="practice__themes">' + "".join(f"<li><strong>{escape(theme[0].upper() + theme[1:])}:</strong> {links(theme)}</li>" for theme in themes) + "</ul>"


def ideas(words) -> str:
    """Every idea from elsewhere: that it is not the local protocol's text, what comes nearest there, and who does it, each with how sure that is."""
    every, name = ideas_of(words.model), words.model.area["protocol"]["cited_as"]
    listed = "".join(f'<li><a href="#idea-{id}">{escape(entry["title"])}</a></li>' for id, entry in every.items())
    return f'<div class="practice"><ul class="practice__themes">{listed}</ul>' + "".join(idea_html(words, entry, name) for entry in every.values()) + "</div>"


def idea_html(words, entry: dict, name: str) -> str:
    """One idea."""
    every = practice_of(words.model)
    where = "".join(f'<li><a href="page:practice/#practice-{id}">{escape(every[id]["area"])}</a>: {CONFIDENCE_WORDS[every[id]["confidence"]].lower()}</li>' for id in entry["where"])
    cites = ", ".join(cite(words.model, citation) for citation in entry.get("cites", ()))
    own = (f'<p class="practice__not-ours"><strong>Not {escape(name)}’s text.</strong> {words.render(entry["local"]).removeprefix("<p>").removesuffix("</p>")}</p>' if entry["local"] else
           f'<p class="practice__not-ours"><strong>Not checked against {escape(name)}’s text.</strong></p>')
    near = f"<dt>Nearest in the national protocol</dt><dd>{cites}</dd>" if cites else ""
    return (f'<section class="practice__card" id="idea-{entry["id"]}"><h3>{escape(entry["title"])}</h3>{words.render(entry["words"])}{own}'
            f'<dl><dt>Who does it</dt><dd><ul>{where}</ul></dd>{near}</dl>{care_html(words, entry["care"])}</section>')


def practice_link(words, id: str, label: str) -> str:
    """A link to one example."""
    if id not in practice_of(words.model):
        raise LookupError(f"no example '{id}'.{nearest(id, practice_of(words.model))}")
    return f'<a href="page:practice/#practice-{id}">{escape(label)}</a>'


def point_asks(words, id: str) -> str:
    """What one of the six points for councillors asks, in the words of the form that checks it."""
    asked = {name: ask for name, _, ask in SIX}
    if id not in asked:
        raise LookupError(f"no point '{id}' among the six.{nearest(id, asked)}")
    return escape(asked[id])


FUNCTIONS = {"practice": practice, "practice_themes": practice_themes, "practice_link": practice_link, "ideas": ideas, "point_asks": point_asks}
