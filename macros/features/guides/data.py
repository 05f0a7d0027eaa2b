"""What the guides are made from: stories with answers, cases of special situations, and explained factors.

Each is data that a reader can open (`docs/guides/*.yml`, and an area's own `factors.yml`). Reading is strict: every
story and case is put to the incident tool, and stands under the level that the rules give, or the build stops with
its file and line.
"""

from pathlib import Path
from typing import Any, NamedTuple

from macros.content.data_files import check_known, line_of, read_yaml, require
from macros.content.errors import ContentError
from macros.content.model import Model
from tools.incident import decide
from tools.incident.routes import ROUTES
from tools.model import LEVELS

#: Where a child lives or learns, as answers to the incident tool: (how it is called there, answers).
#: The first is the guide for everyone, and adds nothing.
SETTINGS: dict[str, tuple[tuple[str, dict[str, str]], ...]] = {
    "everyone": (("Everyone", {}),),
    "childrens-homes": (("Children's home", {"placement": "childrens-home"}),),
    "foster-and-kinship": (
        ("Foster home", {"placement": "foster"}),
        ("With family or friends", {"placement": "kinship"}),
    ),
    "supported-accommodation": (("Supported accommodation", {"placement": "supported", "age": "10-17"}),),
    "schools": (("School or college", {"where": "school"}),),
    "care-leavers": (
        ("A tenancy of their own", {"placement": "own", "age": "18-25"}),
        ("Supported accommodation, from 18", {"placement": "supported", "age": "18-25"}),
    ),
}
ROUTE_NAMES = tuple(dict.fromkeys(rule.finding.route for rule in ROUTES))


class Example(NamedTuple):
    """An everyday story of our own, the settings it is told in, and the answers that give its level."""

    story: str
    level: str
    settings: tuple[str, ...]
    answers: dict[str, Any]


class Case(NamedTuple):
    """One way a special situation shows itself, with the answers that give its level; None where it sets none of its own."""

    words: str
    level: str | None
    answers: dict[str, Any]


class Situation(NamedTuple):
    """A special situation: the routes whose duties its page shows, and its cases."""

    name: str
    routes: tuple[str, ...]
    cases: tuple[Case, ...]


class Factor(NamedTuple):
    """A thing to consider: the provision that names it, those of the other protocol that say the same, and what it means."""

    id: str
    same: tuple[str, ...]
    means: str


def check_level(answers: dict[str, Any], level: str | None, what: str, where: str) -> None:
    """Raises ContentError where the rules refuse some answers, or give them another level than the one they stand under."""
    try:
        result = decide(answers)
    except (ValueError, TypeError, AttributeError) as error:
        raise ContentError(where, f"{what} has answers that the incident tool refuses: {error}") from None
    if result.level != level:
        found = ", ".join(f.rule for f in result.findings if f.level == result.level and f.level) or "none"
        raise ContentError(
            where,
            f"{what} stands under {level or 'no level of its own'}, but its answers give {result.level or 'no level'} "
            f"(rules that fit: {found}). Change the level, or the answers",
        )


def examples(docs: Path) -> tuple[Example, ...]:
    """The stories of `guides/examples.yml`, each checked under every setting it is told in."""
    path = docs / "guides" / "examples.yml"
    found = []
    for row in read_yaml(path) or []:
        story = str(row.get("story", "")) if isinstance(row, dict) else ""
        where = line_of(path, story[:40]) if story else str(path)
        require(row, ("story", "level", "settings", "answers"), "the example", where)
        check_known(row["level"], LEVELS, "level", where)
        for setting in row["settings"]:
            check_known(setting, SETTINGS, "setting", where)
            for _, own in SETTINGS[setting]:
                check_level({**row["answers"], **own}, row["level"], "the example", where)
        found.append(Example(story, row["level"], tuple(row["settings"]), row["answers"]))
    return tuple(found)


def situations(docs: Path) -> dict[str, Situation]:
    """The special situations of `guides/situations.yml` by the name of their page, every case checked."""
    path = docs / "guides" / "situations.yml"
    found = {}
    for name, row in (read_yaml(path) or {}).items():
        where = line_of(path, f"{name}:")
        require(row, ("routes", "cases"), f"the situation '{name}'", where)
        for route in row["routes"]:
            check_known(route, ROUTE_NAMES, "route", where)
        cases = []
        for case in row["cases"]:
            words = str(case.get("case", "")) if isinstance(case, dict) else ""
            at = line_of(path, words[:40], f"{name}:") if words else where
            require(case, ("case", "level", "answers"), "the case", at)
            if case["level"] is not None:
                check_known(case["level"], LEVELS, "level", at)
            check_level(case["answers"], case["level"], "the case", at)
            cases.append(Case(words, case["level"], case["answers"]))
        if not (docs / "guides" / f"{name}.md").is_file():
            raise ContentError(where, f"the situation '{name}' has no page guides/{name}.md")
        found[name] = Situation(name, tuple(row["routes"]), tuple(cases))
    return found


def factors(model: Model) -> tuple[list[Factor], list[Factor]]:
    """The local protocol's things to consider, each explained; and those that only the national protocol has.

    The national ones are explained in `guides/factors.yml`. An area says in its own `factors.yml` which of its factors
    are the same, and explains the others; without that file only the national list is shown.
    """
    national = {
        id: Factor(id, (), row["means"])
        for id, row in _explained(model, model.docs / "guides" / "factors.yml", "national", ("means",)).items()
    }
    path = model.area_folder / "factors.yml"
    if not path.is_file():
        return [], list(national.values())
    rows = _explained(model, path, "local", ())
    listed = [
        p.id
        for p in model.protocols["local"].provisions
        if p.address.parent in model.area["topics"]["factors"] and p.address.kind != "paragraph"
    ]
    for id in listed:
        if id not in rows:
            raise ContentError(str(path), f"the factor '{id}' is not explained: give it 'same: [...]' or 'means:'")
    local = []
    for id, row in rows.items():
        where, same = line_of(path, f"{id}:"), tuple(map(str, row.get("same", ())))
        for other in same:
            model.find(f"national {other}", where)
        means = row.get("means") or next((national[other].means for other in same if other in national), None)
        if means is None:
            raise ContentError(
                where, f"the factor '{id}' has no 'means', and none of its 'same' is explained in guides/factors.yml"
            )
        local.append(Factor(id, same, means))
    shared = {other for factor in local for other in factor.same}
    return local, [factor for factor in national.values() if factor.id not in shared]


def _explained(model: Model, path: Path, protocol: str, needed: tuple[str, ...]) -> dict[str, dict]:
    """Rows by the id of the provision they explain; ContentError for an id that the protocol does not have."""
    rows = {str(id): row or {} for id, row in (read_yaml(path) or {}).items()}
    for id, row in rows.items():
        where = line_of(path, f"{id}:")
        model.find(f"{protocol} {id}", where)
        require(row, needed, f"the factor '{id}'", where)
    return rows
