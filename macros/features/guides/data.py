"""The data of the guides: stories with answers, cases of special situations, and explained factors.

Readers can open each file (`docs/guides/*.yml`, and an area's own `factors.yml`). Reading is strict: the incident tool
must give the stated level for the answers of every story and case, or the build stops with the file and line.
"""

from pathlib import Path
from typing import Any, NamedTuple

from macros.content.data_files import check_known, check_schema, line_at, line_of, read_checked, read_yaml, require
from macros.content.errors import ContentError
from macros.content.model import Model, cached_per_model
from tools.first_edition import decide
from tools.first_edition.routes import ROUTES
from tools.model import Level

type Answers = dict[str, Any]

#: Where a child lives or learns, as answers to the incident tool: (name of the place, answers).
#: The first is the guide for everyone, and adds nothing.
SETTINGS: dict[str, tuple[tuple[str, Answers], ...]] = {
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
ROUTE_NAMES = tuple(dict.fromkeys(rule.finding.route for rule in ROUTES if rule.finding.route))


class Example(NamedTuple):
    """An invented everyday story, the settings whose guides show it, and the answers that give its level."""

    story: str
    level: Level
    settings: tuple[str, ...]
    answers: Answers


class Case(NamedTuple):
    """One case of a special situation, with the answers that give its level; None where they give no level."""

    text: str
    level: Level | None
    answers: Answers


class Situation(NamedTuple):
    """A special situation: the routes whose duties its page shows, and its cases."""

    name: str
    routes: tuple[str, ...]
    cases: tuple[Case, ...]


class Factor(NamedTuple):
    """A thing to consider: the provision that names it, national provisions that say the same, an explanation."""

    id: str
    same: tuple[str, ...]
    text: str


@cached_per_model
def examples_of(model: Model) -> tuple[Example, ...]:
    """The stories of a build."""
    return read_examples(model.docs)


@cached_per_model
def situations_of(model: Model) -> dict[str, Situation]:
    """The special situations of a build by the name of their page."""
    return read_situations(model.docs)


def check_level(answers: Answers, level: Level | None, what: str, where: str) -> None:
    """Raises ContentError if the rules refuse some answers, or give them another level than the stated one."""
    try:
        result = decide(answers)
    except (ValueError, TypeError, AttributeError) as error:
        raise ContentError(where, f"{what} has answers that the incident tool refuses: {error}") from None
    if result.level != level:
        rules = ", ".join(f.rule for f in result.findings if f.level == result.level and f.level) or "none"
        raise ContentError(
            where,
            f"{what} has {f"the level '{level}'" if level else 'no level'}, but its answers give "
            f"{result.level or 'no level'} (matching rules: {rules}). Change the level, or the answers",
        )


def read_examples(docs: Path) -> tuple[Example, ...]:
    """The stories of `guides/examples.yml`, each checked in every setting that shows it."""
    path = docs / "guides" / "examples.yml"
    examples = []
    for number, row in enumerate(read_checked(path)):
        where = line_at(path, [number, "story"])
        for setting in row["settings"]:
            check_known(setting, SETTINGS, "setting", where)
            for _, setting_answers in SETTINGS[setting]:
                check_level({**row["answers"], **setting_answers}, row["level"], "the example", where)
        examples.append(Example(row["story"], row["level"], tuple(row["settings"]), row["answers"]))
    return tuple(examples)


def read_situations(docs: Path) -> dict[str, Situation]:
    """The special situations of `guides/situations.yml` by the name of their page, every case checked."""
    path = docs / "guides" / "situations.yml"
    situations = {}
    for name, row in read_checked(path).items():
        where = line_at(path, [name])
        for route in row["routes"]:
            check_known(route, ROUTE_NAMES, "route", where)
        cases = []
        for number, case in enumerate(row["cases"]):
            check_level(case["answers"], case["level"], "the case", line_at(path, [name, "cases", number, "text"]))
            cases.append(Case(case["text"], case["level"], case["answers"]))
        if not (docs / "guides" / f"{name}.md").is_file():
            raise ContentError(where, f"the situation '{name}' has no page guides/{name}.md")
        situations[name] = Situation(name, tuple(row["routes"]), tuple(cases))
    return situations


def read_factors(model: Model) -> tuple[list[Factor], list[Factor]]:
    """The local protocol's things to consider, each explained; and those that only the national protocol has.

    The national ones are explained in `guides/factors.yml`. An area lists in its own `factors.yml` which of its factors
    are the same, and explains the others; without that file only the national list is shown.
    """
    national_path = model.docs / "guides" / "factors.yml"
    national = {}
    for id, row in _read_factor_rows(model, national_path, "national").items():
        require(row, ("text",), f"the factor '{id}'", line_of(national_path, f"{id}:"))
        national[id] = Factor(id, (), row["text"])
    path = model.area_folder / "factors.yml"
    if not path.is_file():
        return [], list(national.values())
    local = _local_factors(model, path, national)
    shared = {other for factor in local for other in factor.same}
    return local, [factor for factor in national.values() if factor.id not in shared]


def _local_factors(model: Model, path: Path, national: dict[str, Factor]) -> list[Factor]:
    """An area's factors; ContentError for one that has no explanation."""
    rows = _read_factor_rows(model, path, "local")
    for provision in model.protocols["local"].provisions:
        id = provision.parsed_id
        if id.parent in model.area["topics"]["factors"] and id.kind != "paragraph" and provision.id not in rows:
            raise ContentError(
                str(path), f"the factor '{provision.id}' is not explained: give it 'same: [...]' or 'text:'"
            )
    local = []
    for name, row in rows.items():
        where, same = line_of(path, f"{name}:"), tuple(row.get("same", ()))
        for other in same:
            model.find(f"national {other}", where)
        text = row.get("text") or next((national[other].text for other in same if other in national), None)
        if text is None:
            raise ContentError(
                where, f"the factor '{name}' has no 'text', and none of its 'same' is explained in guides/factors.yml"
            )
        local.append(Factor(name, same, text))
    return local


def _read_factor_rows(model: Model, path: Path, protocol: str) -> dict[str, dict[str, Any]]:
    """Rows by the id of the provision they explain; ContentError for an id that the protocol does not have."""
    rows = {str(id): row for id, row in (read_yaml(path) or {}).items()}
    check_schema(path, rows, model.docs / "guides" / "factors.schema.json")
    for id in rows:
        model.find(f"{protocol} {id}", line_of(path, f"{id}:"))
    return rows
