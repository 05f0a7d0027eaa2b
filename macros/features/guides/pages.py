"""The macros of the guides: traffic lights for each setting, the special situations, and the things to consider.

Levels, duties, reasons and moves come from the incident tool, worked out from the stories and cases in `docs/guides/`,
so that a guide cannot contradict the tool. Only the stories and the pages' Markdown are written by hand.
"""

from macros.content.citations import citation_links
from macros.content.errors import did_you_mean
from macros.features.guides.data import Factor, read_factors
from macros.features.guides.level_guides import every_level, level_guide
from macros.features.guides.special_situations import may_report, situation
from macros.pages.build import Build, Macro
from macros.pages.facts import area_page
from macros.pages.html import Block, Inline, render_template
from macros.pages.sources import cite_all
from macros.pages.text import CONFIDENCE_TEXT, say_date
from macros.render.html import join, tag


def things_to_consider(build: Build) -> Block:
    """The local list of factors, each with its text, explanation and sources; then those only in the national list."""
    local, national = read_factors(build.model)

    def row(protocol: str, factor: Factor) -> dict[str, object]:
        return {
            "id": factor.id,
            "provision": build.render(build.model.provisions[factor.id].text),
            "explanation": factor.text,
            "places": factor_places(build, protocol, factor),
        }

    return render_template(
        "guides/things_to_consider.html",
        local=[row("local", factor) for factor in local],
        national=[row("national", factor) for factor in national],
    )


def factor_places(build: Build, protocol: str, factor: Factor) -> Inline:
    """Links to a factor and to the national provisions that say the same."""
    citations = [f"{protocol} {factor.id}", *(f"national {id}" for id in factor.same)]
    return cite_all(build.model, citations)


def note_link(build: Build, id: str, label: str) -> Inline:
    """A link to an editor's note in a sentence, with its confidence and the date it was checked."""
    notes = {note.id: note for note in build.model.notes}
    if id not in notes:
        raise LookupError(f"no editor's note '{id}'.{did_you_mean(id, notes)}")
    note = notes[id]
    ((_, url),) = citation_links(build.model, f"note {id}")
    confidence = CONFIDENCE_TEXT[note.confidence].partition(":")[0].lower()
    return Inline(join(tag("a", label, href=url), f", {confidence}, checked {say_date(note.checked)}"))


def area_extra(build: Build, name: str, label: str, sentence: str) -> Inline:
    """A sentence with a link in place of its LINK to a page that only some areas have; empty where it is missing."""
    if "LINK" not in sentence:
        raise LookupError("the sentence of area_extra has no LINK where the link belongs")
    if not (build.model.area_folder / f"{name}.md").is_file():
        return Inline()
    before, _, after = sentence.partition("LINK")
    return Inline(join(before, area_page(build.model, name, label), after))


MACROS: dict[str, Macro] = {
    "level_guide": level_guide,
    "every_level": every_level,
    "situation": situation,
    "may_report": may_report,
    "things_to_consider": things_to_consider,
    "note_link": note_link,
    "area_extra": area_extra,
}
