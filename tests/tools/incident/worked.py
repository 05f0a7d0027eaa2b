"""The worked situations: stories in practitioners' words, with what is expected first and what must not be asked."""

from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).with_name("situations")
WORKED: list[dict[str, Any]] = [
    situation for path in sorted(FOLDER.glob("*.yml")) for situation in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def named(action: dict[str, Any]) -> str:
    """An action as the worked situations name it: its act and its object."""
    return f"{action['act']} {action['object']}"


def among(act: str, names: list[str]) -> bool:
    """Whether an act, or an act with its object, is among some actions."""
    return any(name == act or name.startswith(f"{act} ") for name in names)


def problems(situation: dict[str, Any], result: dict[str, Any]) -> list[str]:
    """Where a result differs from what is expected."""
    found = [
        f"{key}: {result[key]!r} and not {situation[key]!r}"
        for key in ("level", "contact", "health")
        if key in situation and result[key] != situation[key]
    ]
    now = [named(action) for action in result["actions"] if action["block"] == "now"]
    every = [f"{a['act']} {a[part]}" for a in result["actions"] for part in ("object", "target")]
    first = situation.get("first", [])
    if now[: len(first)] != first:
        found.append(f"first: {now[: len(first) + 2]} and not {first}")
    found += [f"missing: {act}" for act in situation.get("acts", ()) if not among(act, every)]
    found += [f"forbidden: {act}" for act in situation.get("not_acts", ()) if among(act, every)]
    said = " ".join(
        [
            result["verdict"],
            *result["nevers"],
            *(a["text"] for a in result["actions"]),
            *(r["text"] for r in result["reasons"]),
        ]
        + [line for script in result["scripts"] for line in script["lines"]]
    )
    found += [f"not said: {phrase}" for phrase in situation.get("says", ()) if phrase not in said]
    found += [f"said: {phrase}" for phrase in situation.get("never_says", ()) if phrase in said]
    if "script" in situation and (result["scripts"] or [{"id": None}])[0]["id"] != situation["script"]:
        found.append(f"script: {[s['id'] for s in result['scripts']]} and not {situation['script']}")
    return found
