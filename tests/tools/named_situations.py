"""The named situations: worked examples with the level, police contact, routes and acts that a practitioner expects."""

from pathlib import Path

import yaml

SITUATIONS = [
    situation
    for path in sorted((Path(__file__).parent / "situations").glob("*.yml"))
    for situation in yaml.safe_load(path.read_text(encoding="utf-8"))
]
