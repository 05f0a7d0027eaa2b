"""Functions that gather from the whole model what one page shows: a reader's paragraphs, the editor's notes, the comparison, the
decision steps, the glossary. Each is pure: it returns a string of HTML or raises LookupError on anything unknown.
"""

from macros.content.model import NOTE_KINDS
from macros.pages.build import Build, Macro
from macros.pages.flowchart import steps_figure
from macros.pages.links import cite
from macros.pages.provision_html import note_html
from macros.pages.text import say_date
from macros.render.html import escape
from macros.render.levels import LEVEL_MARKS, level_name

RELATION_WORDS = {
    "same": "They agree",
    "differs": "They differ",
    "missing locally": "Only the national protocol has this",
    "missing nationally": "Only the local protocol has this",
}


def editors_notes(build: Build) -> str:
    """All editor's notes, newest first, each with the provisions it stands next to; before them, the way to those about safety."""
    model, render = build.model, build.render
    notes = sorted(model.notes, key=lambda n: (n.added, n.unmissable, n.kind == "safety"), reverse=True)
    first = "".join(f'<li><a href="#note-{n.id}">{escape(n.title)}</a></li>' for n in notes if n.unmissable)
    counts = ", ".join(f"{sum(n.kind == kind for n in notes)} {kind}" for kind in NOTE_KINDS)
    parts = [
        f'<h2 id="safety-first">Read these first</h2><ul>{first}</ul><h2 id="all-notes">All {len(notes)} notes, newest first</h2><p>{counts}.</p>'
    ]
    for day in dict.fromkeys(n.added for n in notes):
        items = []
        for note in (n for n in notes if n.added == day):
            places = ", ".join(cite(model, f"{note.protocol} {id}") for id in note.provisions)
            items.append(f'<li>{note_html(render, note)}<p class="note__places">Stands next to {places}.</p></li>')
        parts.append(
            f'<h3 id="added-{day}">Added {say_date(day)}: {len(items)}</h3><ul class="notes-list" data-search-exclude="true">{"".join(items)}</ul>'
        )
    return "".join(parts)


def crosswalk(build: Build) -> str:
    """Which local section answers which national paragraph, and where they differ."""
    model, render = build.model, build.render
    rows, topics = [], {relation: [] for relation in RELATION_WORDS}
    for number, row in enumerate(model.crosswalk, 1):
        topics[row["relation"]].append(f'<a href="#row-{number}">{escape(row["topic"])}</a>')
        sides = "".join(
            f'<p class="crosswalk__side"><strong>{name}:</strong> '
            + (", ".join(cite(model, f"{key} {id}") for id in row[key]) or "nothing")
            + "</p>"
            for key, name in (("national", "National"), ("local", "Local"))
        )
        rows.append(
            f'<li id="row-{number}" class="crosswalk__row crosswalk__row--{row["relation"].replace(" ", "-")}">'
            f'<h3>{escape(row["topic"])}</h3><p class="crosswalk__relation">{RELATION_WORDS[row["relation"]]}</p>'
            f"{render(row['words'])}{sides}</li>"
        )
    summary = "".join(
        f"<li><strong>{RELATION_WORDS[relation]}, {len(found)}:</strong> {', '.join(found) or 'nothing'}.</li>"
        for relation, found in topics.items()
    )
    return f'<ul class="crosswalk__counts">{summary}</ul><h2 id="rows">Topic by topic</h2><ul class="crosswalk">{"".join(rows)}</ul>'


def decision_steps(build: Build) -> str:
    """The decision steps in words, and the same steps drawn as a figure."""
    model, render = build.model, build.render
    steps = model.decision_steps
    items = "".join(
        f'<li id="step-{number}" class="step step--{step.get("level", "none")}"><h3>{escape(step["title"])}</h3>'
        f'<p class="step__ask">{escape(step["ask"])}</p>{render(step["then"])}'
        + (
            f"<p>{level_name(step['level'])} {LEVEL_MARKS[step['level']][1]}</p>"
            if step.get("level", "none") != "none"
            else ""
        )
        + f'<p class="step__cites">{", ".join(cite(model, c) for c in step["citations"])}</p></li>'
        for number, step in enumerate(steps, 1)
    )
    return (
        f'<h2 id="steps-in-words">The steps in words</h2><ol class="steps">{items}</ol>'
        f'<h2 id="steps-drawn">The steps drawn</h2><figure class="steps-figure" aria-labelledby="steps-caption">{steps_figure(steps)}'
        f'<figcaption id="steps-caption">Decision steps drawn by this site from the written paragraphs. '
        f"The same steps in words are above.</figcaption></figure>"
    )


MACROS: dict[str, Macro] = {"editors_notes": editors_notes, "crosswalk": crosswalk, "decision_steps": decision_steps}
