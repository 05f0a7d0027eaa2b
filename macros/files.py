"""Paths of the checkout, content hashes, and writing files."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


CACHE = ROOT / ".cache"


def digest(parts: Iterable[str | bytes]) -> str:
    """A short name for some content."""
    hashed = hashlib.sha256()
    for part in parts:
        hashed.update(hashlib.sha256(part.encode() if isinstance(part, str) else part).digest())
    return hashed.hexdigest()[:16]


def write_atomically(path: Path, data: bytes) -> None:
    """Writes a kept file so that nobody finds half of it."""
    path.parent.mkdir(exist_ok=True)
    fresh = path.with_name(f"{path.stem}.{os.getpid()}{path.suffix}")
    fresh.write_bytes(data)
    fresh.rename(path)


def write_text(path: Path, text: str) -> None:
    """Writes a file, making its folder."""
    os.makedirs(path.parent, exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
