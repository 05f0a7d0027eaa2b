"""Practice elsewhere, read and checked."""

from functools import cache

from macros.content.data_files import line_of, read_rows, read_yaml
from macros.content.errors import ContentError, did_you_mean


@cache
def practice_of(model) -> dict[str, dict]:
    """Every example by its id, in order of places: those of all areas, and this area's own."""
    folder = model.docs / "practice"
    found: dict[str, dict] = {}
    for path in (folder / "practice.yml", model.area_folder / "practice.yml"):
        for entry in read_rows(path, folder / "practice.schema.json") if path.is_file() else ():
            where = line_of(path, f"id: {entry['id']}")
            if entry["id"] in found:
                raise ContentError(where, f"the example '{entry['id']}' stands in {folder / 'practice.yml'} too")
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
                raise ContentError(
                    where,
                    f"the idea '{id}' names the example '{example}', which is not there.{did_you_mean(example, practice_of(model))}",
                )
        for citation in entry.get("cites", ()):
            model.find(citation, where)
    local = read_yaml(own) or {} if own.is_file() else {}
    for id in local:
        if id not in found:
            raise ContentError(line_of(own, f"{id}:"), f"'{id}' is not an idea of {path}.{did_you_mean(id, found)}")
    for id in found:
        if local and id not in local:
            raise ContentError(str(own), f"the idea '{id}' is missing: say what the local protocol has on it")
    return {id: {**entry, "local": local.get(id)} for id, entry in found.items()}
