"""Overviews of the protocols: the editor's notes, the comparison, and the decision steps."""

from macros.content.model import NOTE_KINDS
from macros.pages.build import Build, Macro
from macros.pages.flowchart import steps_figure
from macros.pages.html import Block, render_template
from macros.pages.provision_html import note_html
from macros.pages.sources import cite_all
from macros.render.levels import LEVEL_MARKS, level_name

RELATION_TEXT = {
    "same": "They agree",
    "differs": "They differ",
    "missing locally": "Only the national protocol has this",
    "missing nationally": "Only the local protocol has this",
}


def editors_notes(build: Build) -> Block:
    """All editor's notes, newest first, each with links to its provisions; before them, links to those about safety."""
    notes = sorted(
        build.model.notes, key=lambda note: (note.added, note.unmissable, note.kind == "safety"), reverse=True
    )
    return render_template(
        "protocols/editors_notes.html",
        notes=notes,
        counts=", ".join(f"{sum(note.kind == kind for note in notes)} {kind}" for kind in NOTE_KINDS),
        days=[(day, [note for note in notes if note.added == day]) for day in dict.fromkeys(n.added for n in notes)],
        note_html=lambda note: note_html(build.render, note),
        places=lambda note: cite_all(build.model, [f"{note.protocol} {id}" for id in note.provisions]),
    )


def crosswalk(build: Build) -> Block:
    """Which local section corresponds to which national paragraph, and where they differ."""
    rows = list(enumerate(build.model.crosswalk, 1))
    return render_template(
        "protocols/crosswalk.html",
        rows=rows,
        topics=[
            (text, [(number, row["topic"]) for number, row in rows if row["relation"] == relation])
            for relation, text in RELATION_TEXT.items()
        ],
        relation_text=RELATION_TEXT,
        render=build.render,
        places=lambda row, protocol: cite_all(build.model, [f"{protocol} {id}" for id in row[protocol]]),
    )


def decision_steps(build: Build) -> Block:
    """The decision steps as text, and the same steps as a flow chart."""
    steps = build.model.decision_steps
    return render_template(
        "protocols/decision_steps.html",
        steps=steps,
        figure=steps_figure(steps),
        render=build.render,
        level_name=level_name,
        level_marks=LEVEL_MARKS,
        places=lambda step: cite_all(build.model, step["citations"]),
    )


MACROS: dict[str, Macro] = {"editors_notes": editors_notes, "crosswalk": crosswalk, "decision_steps": decision_steps}
