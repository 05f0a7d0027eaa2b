"""Paths of the checkout, content hashes, and writing files."""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

#: The checkout.
ROOT = Path(__file__).resolve().parent.parent
#: Results that take long to make, each named by a hash of what it was made from.
CACHE = ROOT / ".cache"


def digest(parts: Iterable[str | bytes]) -> str:
    """A short content hash."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part.encode() if isinstance(part, str) else part).digest())
    return whole.hexdigest()[:16]


def write_atomically(path: Path, data: bytes) -> None:
    """Writes a cache file atomically, so that no other process reads half of it."""
    path.parent.mkdir(exist_ok=True)
    temporary = path.with_name(f"{path.stem}.{os.getpid()}{path.suffix}")
    temporary.write_bytes(data)
    temporary.rename(path)


def write_text(path: Path, text: str) -> None:
    """Writes a file and, where it is missing, its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
