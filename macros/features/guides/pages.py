"""The guides: traffic lights for each setting, the special situations, and the things to consider.

Levels, duties, reasons and what would move a level are the incident tool's own, worked out from the stories and cases
in `docs/guides/`, so that guide and tool cannot disagree. The stories, and the words round them, are the pages' own.
"""

from collections.abc import Iterable, Sequence
from functools import cache, partial

from macros.content.citations import citation_links
from macros.content.errors import did_you_mean
from macros.features.guides.data import SETTINGS, Case, Example, examples, factors, situations
from macros.features.guides.duties import Answers, Move, decide, duties, moves, ordered, shared, warnings
from macros.pages.build import Build, Macro
from macros.pages.facts import area_page
from macros.pages.links import brief_links, cite
from macros.pages.text import CONFIDENCE_WORDS, say_date
from macros.render.html import escape
from macros.render.incident import PARTS, contact_words
from macros.render.levels import LEVEL_MARKS, level_name
from macros.render.result import Link, citations_html, duty_html
from tools.incident import QUESTIONS, RULES_VERSION
from tools.incident.always import ALWAYS
from tools.incident.explain import rank, answer_label
from tools.model import CONTACTS, LEVELS, Duty

ASKED = {question.id: question.text for question in QUESTIONS}
#: Acts that are never folded away under a story, beside what its level's own rule asks for: what is kept, left alone or got rid of.
AT_ONCE = ("call", "keep apart", "step in", "search", "store", "dispose", "view image")
#: The examples and situations of a folder of words are read once a build.
_examples, _situations = cache(examples), cache(situations)


def level_guide(build: Build, level: str, setting: str) -> str:
    """A level as it looks in a setting: examples, what to do in order, what differs there, and what moves it up or down."""
    for value, names, what in ((level, LEVELS, "level"), (setting, SETTINGS, "setting")):
        if value not in names:
            raise LookupError(f"no {what} '{value}'.{did_you_mean(value, names)}")
    told = told_in(build, setting, level)
    link, known = partial(brief_links, build.model), to_know(build, setting)
    by_contact = [
        (contact, group)
        for contact in reversed(CONTACTS)
        if (group := [e for e in told if decide(e.answers).contact == contact])
    ]
    both = asked_in(told, setting, known) if len(by_contact) > 1 else {}
    groups = "".join(
        group_html(level, contact, group, setting, [*known, *(d for asked in both.values() for d in asked)], link)
        for contact, group in by_contact
    )
    rest = f'<section class="guide__group"><h3>In all of these</h3>{parts_html(both, link)}</section>' if both else ""
    meaning = LEVEL_MARKS[level][1]
    said = (
        ""
        if meaning == contact_words(level, by_contact[0][0])
        else f'<p class="guide__meaning"><strong>{meaning}.</strong></p>'
    )
    call = '<p><a class="phone phone--big" href="tel:999">Call 999</a></p>' if level == "red" else ""
    return f'<div class="guide result result--{level}" data-level="{level}" data-setting="{setting}">{said}{call}{groups}{rest}{moves_html(level, told)}</div>'


def told_in(build: Build, setting: str, level: str | None = None) -> list[Example]:
    """The examples of a setting, or those of one level there; LookupError where there is none."""
    told = [e for e in _examples(build.model.docs) if setting in e.settings and level in (None, e.level)]
    if not told:
        raise LookupError(f"guides/examples.yml has no example of '{level}' for '{setting}'")
    return told


def to_know(build: Build, setting: str) -> list[Duty]:
    """What every result of a setting says that is to be known and not done: it stands once on the page, not at each level."""
    return [duty for duty in shared(duties(decide(e.answers)) for e in told_in(build, setting)) if duty.act == "review"]


def asked_in(told: Sequence[Example], setting: str, said: Sequence[Duty]) -> dict[str, list[Duty]]:
    """What all of some examples ask for, without what is said elsewhere: everywhere under '', and on top of that by the name of a place."""
    here = {name: shared(duties(decide({**e.answers, **own})) for e in told) for name, own in SETTINGS[setting]}
    every = shared([shared(duties(decide(e.answers)) for e in told), *here.values()])
    return {
        "": [d for d in every if d not in said],
        **{name: [d for d in asked if d not in every and d not in said] for name, asked in here.items()},
    }


def group_html(
    level: str, contact: str, group: Sequence[Example], setting: str, said: Sequence[Duty], link: Link
) -> str:
    """The examples of a level that ask for the same police contact, and what is done in all of them."""
    asked = asked_in(group, setting, said)
    stories = "".join(
        example_html(e, SETTINGS[setting][0][1], [*said, *(d for own in asked.values() for d in own)], link)
        for e in group
    )
    return (
        f'<section class="guide__group" data-contact="{contact}"><h3>{contact_words(level, contact)}</h3>'
        f'<ul class="guide__examples">{stories}</ul>{parts_html(asked, link)}</section>'
    )


def parts_html(asked: dict[str, list[Duty]], link: Link) -> str:
    """What is done, part by part in order; what comes on top in one place is named."""
    rows = []
    for title, acts in PARTS:
        lines = [
            duty_html(duty, link)
            if not name
            else f'<li class="here" data-act="{duty.act}"><strong>{escape(name)}:</strong> {duty_html(duty, link).partition(">")[2]}'
            for name, own in asked.items()
            for duty in own
            if duty.act in acts
        ]
        rows += (
            [f'<div class="todo__part"><dt>{title}</dt><dd><ul class="duties">{"".join(lines)}</ul></dd></div>']
            if lines
            else []
        )
    return f'<dl class="todo">{"".join(rows)}</dl>' if rows else ""


def example_html(example: Example, own: Answers, said: Sequence[Duty], link: Link) -> str:
    """A story that opens to its reasons and further duties; what to do now, and what is never done, is not folded away."""
    result = decide({**example.answers, **own})
    reasons = "".join(
        f"<li>{escape(f.reason)}{citations_html(f.citations, link)}</li>" for f in result.findings if f.level or f.route
    )
    more = [duty for duty in duties(result) if duty not in said]
    first = {d for d in more if d.act in AT_ONCE or any(d in f.duties for f in result.findings if f.level)}
    now = "".join(f"<li><strong>{escape(words)}</strong></li>" for words in warnings(result)) + "".join(
        duty_html(d, link) for d in more if d in first
    )
    later = "".join(duty_html(d, link) for d in more if d not in first)
    return (
        f'<li><details class="would-change"><summary>{escape(example.story)}</summary><p><strong>Why:</strong></p><ul>{reasons}</ul>'
        + (f"<p><strong>Here, also:</strong></p><ul>{later}</ul>" if later else "")
        + "</details>"
        + (f'<ul class="duties">{now}</ul>' if now else "")
        + "</li>"
    )


def moves_html(level: str, told: Sequence[Example]) -> str:
    """What can move the examples of a level up or down: by the level they would move to, the answers that would do it."""
    found = list(dict.fromkeys(move for example in told for move in moves(example.answers)))
    up, down = (move_rows([m for m in found if m.up == raised], "Up" if raised else "Down") for raised in (True, False))
    calm = "<p>Down only when everyone is safe. Then ask again from the start.</p>" if level == "red" else ""
    none = "" if down else "<p>No one answer moves it down. Look again when you know more.</p>"
    return f'<section class="guide__moves"><h3>What can move it up or down</h3>{calm}<dl class="todo">{up}{down}</dl>{none}</section>'


def move_rows(found: Sequence[Move], way: str) -> str:
    """Moves by where they lead, the most serious first; the answers of one question stand together."""
    rows = []
    for level, contact in sorted(
        {(m.level, m.contact) for m in found}, key=lambda to: (-LEVELS.index(to[0]), -CONTACTS.index(to[1]))
    ):
        asked: dict[str, list[str]] = {}
        for move in found:
            if (move.level, move.contact) == (level, contact):
                asked.setdefault(move.question, []).append(answer_label(move.question, move.answer))
        lines = "".join(
            f"<li>{escape(ASKED[question])} <strong>{'</strong>, or: <strong>'.join(map(escape, answers))}</strong></li>"
            for question, answers in asked.items()
        )
        told = (
            ", now"
            if (level, contact) == ("amber", "tell now")
            else ", now tell the police"
            if contact == "tell now"
            else ""
        )
        rows.append(
            f'<div class="todo__part"><dt>{way} to {level_name(level)}{told}</dt><dd><ul>{lines}</ul></dd></div>'
        )
    return "".join(rows)


def every_level(build: Build, setting: str) -> str:
    """What to know at every level of a setting's guide."""
    link = partial(brief_links, build.model)
    return f'<ul class="duties">{"".join(duty_html(duty, link) for duty in to_know(build, setting))}</ul>{made_by()}'


def made_by() -> str:
    """By which version of the rules a page was made: it stands on every printed copy."""
    return f'<p class="guide__foot">By version {RULES_VERSION} of the rules. It supports your judgement and does not replace it.</p>'


def situation(build: Build, name: str) -> str:
    """A special situation: its cases by level, the most urgent first, what each asks for, and what is done every time."""
    known = _situations(build.model.docs)
    if name not in known:
        raise LookupError(f"guides/situations.yml has no situation '{name}'.{did_you_mean(name, known)}")
    link, found = partial(brief_links, build.model), known[name]
    asked = [(case, asked_of(case, found.routes)) for case in found.cases]
    every = shared(own for _, own in asked) if len(asked) > 1 else []
    warned = shared(warnings(decide(case.answers)) for case in found.cases)
    groups: list[list[tuple[Case, list[Duty]]]] = []
    for case, own in sorted(asked, key=lambda pair: rank(decide(pair[0].answers)), reverse=True):
        last = groups[-1][-1] if groups else None
        same = (
            last
            and rank(decide(last[0].answers)) == rank(decide(case.answers))
            and any(d in own and d not in every for d in last[1])
        )
        groups[-1].append((case, own)) if same else groups.append([(case, own)])
    box = (
        f'<ul class="warnings">{"".join(f"<li><strong>{escape(w)}</strong></li>" for w in warned)}</ul>'
        if warned
        else ""
    )
    body = "".join(cases_html(group, every, warned, link) for group in groups)
    always = f'<h3>Every time</h3><ul class="duties">{"".join(duty_html(d, link) for d in every)}</ul>' if every else ""
    return f'<div class="situation" data-situation="{name}">{box}{body}{always}</div>'


def asked_of(case: Case, routes: Sequence[str]) -> list[Duty]:
    """What a case asks for: what its level's own rule and its routes say, and whom to call or tell at that level."""
    found = []
    for finding in decide(case.answers).findings:
        if finding.level or finding.route in routes:
            found += finding.duties
        elif finding.rule == f"level {case.level}":
            found += [
                duty for duty in finding.duties if duty.act in ("call", "tell") or duty.text == "Settle it at home."
            ]
    return ordered(found)


def cases_html(
    asked: Sequence[tuple[Case, list[Duty]]], every: Sequence[Duty], warned: Sequence[str], link: Link
) -> str:
    """Cases of one level and contact, then what is done, in order. Where only some cases ask for a thing, their letters stand before it."""
    letters = dict(zip("abcdefghij", asked))
    first = asked[0][0]

    def only(has: Iterable[str]) -> str:
        return "" if len(has) == len(letters) else f"<strong>{', '.join(has)}:</strong> "

    said = {
        letter: [w for w in warnings(decide(case.answers)) if w not in warned] for letter, (case, _) in letters.items()
    }
    never = "".join(
        f"<li>{only([letter for letter in said if words in said[letter]])}<strong>{escape(words)}</strong></li>"
        for words in dict.fromkeys(w for given in said.values() for w in given)
    )
    todo = "".join(
        f'<li data-act="{duty.act}">{only([letter for letter, (_, own) in letters.items() if duty in own])}{duty_html(duty, link).partition(">")[2]}'
        for duty in ordered(d for _, own in asked for d in own)
        if duty not in every
    )
    head = level_name(first.level) if first.level else "Whatever the level:"
    cases = "".join(f"<li>{letter}. {escape(case.words)}</li>" for letter, (case, _) in letters.items())
    titled = (
        f'<p class="situation__head">{head} <strong>{escape(first.words)}</strong></p>'
        if len(letters) == 1
        else f'<p class="situation__head">{head} <strong>Any of these:</strong></p><ul class="cases">{cases}</ul>'
    )
    return (
        f'<section class="situation__level situation__level--{first.level or "unset"}" data-level="{first.level or ""}">{titled}'
        + (f'<ul class="duties">{never}{todo}</ul>' if never or todo else "")
        + "</section>"
    )


def may_report(build: Build) -> str:
    """What every result says about reporting, word for word."""
    rule = next(rule for rule in ALWAYS if rule.finding.rule == "you may report")
    duty, link = rule.finding.duties[0], partial(brief_links, build.model)
    return f'<div class="may-report"><p><strong>{escape(duty.text)}</strong>{citations_html(duty.citations, link)}</p>{made_by()}</div>'


def things_to_consider(build: Build) -> str:
    """Every factor of the local list with its words, what it means and where it stands; then those only the national list has."""
    model = build.model
    local, national = factors(model)

    def row(protocol: str, factor) -> str:
        places = ", ".join(
            [cite(model, f"{protocol} {factor.id}"), *(cite(model, f"national {id}") for id in factor.same)]
        )
        return (
            f'<li id="factor-{factor.id}"><div class="factor__asked">{build.render(model.provisions[factor.id].words)}</div>'
            f'<p><strong>In short:</strong> {escape(factor.means)} <span class="citations">({places})</span></p></li>'
        )

    listed = "".join(row("local", factor) for factor in local)
    rest = "".join(row("national", factor) for factor in national)
    here = f'<h2 id="local-list">The local list</h2><ul class="factors">{listed}</ul>' if listed else ""
    return f'<div class="factors-list">{here}<h2 id="national-list">{"Only in the national list" if listed else "The national list"}</h2><ul class="factors">{rest}</ul></div>'


def note_link(build: Build, id: str, label: str) -> str:
    """A link to an editor's note in a sentence, with how sure it is and when it was checked."""
    notes = {note.id: note for note in build.model.notes}
    if id not in notes:
        raise LookupError(f"no editor's note '{id}'.{did_you_mean(id, notes)}")
    note = notes[id]
    ((_, address),) = citation_links(build.model, f"note {id}")
    sure = CONFIDENCE_WORDS[note.confidence].partition(":")[0].lower()
    return f'<a href="{address}">{escape(label)}</a>, {sure}, checked {say_date(note.checked)}'


def area_extra(build: Build, name: str, label: str, sentence: str) -> str:
    """A sentence with a link to a page that only some areas have, put where it says LINK; nothing where this area has none."""
    if "LINK" not in sentence:
        raise LookupError("the sentence of area_extra has no LINK where the link belongs")
    if not (build.model.area_folder / f"{name}.md").is_file():
        return ""
    before, _, after = sentence.partition("LINK")
    return escape(before) + area_page(build.model, name, label) + escape(after)


MACROS: dict[str, Macro] = {
    "level_guide": level_guide,
    "every_level": every_level,
    "situation": situation,
    "may_report": may_report,
    "things_to_consider": things_to_consider,
    "note_link": note_link,
    "area_extra": area_extra,
}
