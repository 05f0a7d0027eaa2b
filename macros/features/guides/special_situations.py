"""Special situations: the cases of each by level, and what to do in them."""

from collections.abc import Sequence
from typing import NamedTuple

from macros.content.errors import did_you_mean
from macros.features.guides.data import Case, situations_of
from macros.features.guides.duties import decide, ordered, shared, warnings
from macros.features.guides.level_guides import duty_functions
from macros.pages.build import Build
from macros.pages.html import Block, render_template
from macros.render.levels import level_name
from tools.first_edition import RULES_VERSION
from tools.first_edition.always import ALWAYS
from tools.first_edition.explain import rank
from tools.model import Duty, Level

type CaseDuties = tuple[Case, list[Duty]]


class Row(NamedTuple):
    """A warning or duty of some cases; `letters` names them, and is empty where it is one of all cases."""

    letters: str
    warning: str
    duty: Duty | None


class Section(NamedTuple):
    """Cases of one level and contact, and what to do in them, in order."""

    level: Level | None
    cases: list[tuple[str, str]]
    rows: list[Row]


def situation(build: Build, name: str) -> Block:
    """A special situation: its cases by level, the most urgent first, the duties of each, and those of every case."""
    situations = situations_of(build.model)
    if name not in situations:
        raise LookupError(f"guides/situations.yml has no situation '{name}'.{did_you_mean(name, situations)}")
    found = situations[name]
    cases = [(case, duties_of_case(case, found.routes)) for case in found.cases]
    in_every_case = shared(case_duties for _, case_duties in cases) if len(cases) > 1 else []
    shared_warnings = shared(warnings(decide(case.answers)) for case in found.cases)
    return render_template(
        "guides/situation.html",
        **duty_functions(build),
        situation_name=name,
        warnings=shared_warnings,
        sections=[
            section_of(group, in_every_case, shared_warnings) for group in grouped_by_level(cases, in_every_case)
        ],
        always=in_every_case,
        level_name=level_name,
    )


def grouped_by_level(cases: Sequence[CaseDuties], in_every_case: Sequence[Duty]) -> list[list[CaseDuties]]:
    """Cases, the most urgent first, in groups of one level and contact that share a duty not in every case."""
    groups: list[list[CaseDuties]] = []
    for case, case_duties in sorted(cases, key=lambda pair: rank(decide(pair[0].answers)), reverse=True):
        if groups:
            previous, previous_duties = groups[-1][-1]
            same_rank = rank(decide(previous.answers)) == rank(decide(case.answers))
            if same_rank and any(duty in case_duties and duty not in in_every_case for duty in previous_duties):
                groups[-1].append((case, case_duties))
                continue
        groups.append([(case, case_duties)])
    return groups


def duties_of_case(case: Case, routes: Sequence[str]) -> list[Duty]:
    """The duties of a case: those of its level's own rule and its routes, and whom to call or tell at that level."""
    case_duties: list[Duty] = []
    for finding in decide(case.answers).findings:
        if finding.level or finding.route in routes:
            case_duties += finding.duties
        elif finding.rule == f"level {case.level}":
            case_duties += [
                duty for duty in finding.duties if duty.act in ("call", "tell") or duty.text == "Settle it at home."
            ]
    return ordered(case_duties)


def section_of(cases: Sequence[CaseDuties], in_every_case: Sequence[Duty], shared_warnings: Sequence[str]) -> Section:
    """Cases with their warnings and duties. Where only some cases have one, their letters come before it."""
    lettered = dict(zip("abcdefghij", cases, strict=False))
    case_warnings = {
        letter: [w for w in warnings(decide(case.answers)) if w not in shared_warnings]
        for letter, (case, _) in lettered.items()
    }
    rows = [
        Row(letters_for([x for x in lettered if warning in case_warnings[x]], lettered), warning, None)
        for warning in dict.fromkeys(warning for some in case_warnings.values() for warning in some)
    ]
    rows += [
        Row(letters_for([x for x in lettered if duty in lettered[x][1]], lettered), "", duty)
        for duty in ordered(duty for _, case_duties in cases for duty in case_duties)
        if duty not in in_every_case
    ]
    return Section(cases[0][0].level, [(letter, case.text) for letter, (case, _) in lettered.items()], rows)


def letters_for(some: Sequence[str], lettered: dict[str, CaseDuties]) -> str:
    """The letters of some cases; empty where they are all of them."""
    return "" if len(some) == len(lettered) else ", ".join(some)


def may_report(build: Build) -> Block:
    """What every result says about reporting, word for word."""
    rule = next(rule for rule in ALWAYS if rule.finding.rule == "you may report")
    return render_template(
        "guides/may_report.html", **duty_functions(build), duty=rule.finding.duties[0], version=RULES_VERSION
    )
