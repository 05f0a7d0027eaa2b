"""Branch coverage by package, from the JSON report of coverage: `make coverage`. Exits 1 when a target is missed."""

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

#: Percent of lines and branches that tests must reach, by the longest prefix that fits a package.
TARGETS = {"tools": 98, "macros/content": 95, "macros/render": 95, "macros": 85}


class Covered(NamedTuple):
    """Lines and branches of a package: how many tests reach, of how many."""

    reached: int
    total: int

    @property
    def percent(self) -> float:
        """Share reached, in percent."""
        return 100 * self.reached / self.total if self.total else 100.0


def package_of(file: str) -> str:
    """The package a file is counted under: two folders deep, features and editions three.

    >>> package_of("tools/dates/due.py"), package_of("macros/features/young/pages.py"), package_of("macros/hooks.py")
    ('tools/dates', 'macros/features/young', 'macros')
    """
    folders = Path(file).parts[:-1]
    return "/".join(folders[:3] if folders[1:2] in (("features",), ("editions",)) else folders[:2])


def by_package(report: dict) -> dict[str, Covered]:
    """Every package of a report, in order."""
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for file, entry in report["files"].items():
        summary = entry["summary"]
        count = sums[package_of(file)]
        count[0] += summary["covered_lines"] + summary["covered_branches"]
        count[1] += summary["num_statements"] + summary["num_branches"]
    return {name: Covered(*count) for name, count in sorted(sums.items())}


def target(package: str) -> int:
    """The target of a package, in percent."""
    return TARGETS[max((prefix for prefix in TARGETS if f"{package}/".startswith(f"{prefix}/")), key=len)]


def main(path: str) -> int:
    """Prints a line for each package, and says which miss their target."""
    packages = by_package(json.loads(Path(path).read_text(encoding="utf-8")))
    missed = [name for name, covered in packages.items() if covered.percent < target(name)]
    for name, covered in packages.items():
        mark = f"  below {target(name)}" if name in missed else ""
        print(f"{covered.percent:6.1f} %  {name}  ({covered.reached} of {covered.total}){mark}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
