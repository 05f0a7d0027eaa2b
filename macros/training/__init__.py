"""Training: sessions with slides, paper and checks, and the knowledge check, all made from `docs/training/`.

reveal.js presents the slides. Its module and its style sheet are shipped from its npm package, as they are.
"""

import shutil
from pathlib import Path

from macros.errors import nearest
from macros.runtime import ROOT
from macros.training import slides as of_slides
from macros.training.sessions import Session, sessions_of

#: The files of reveal.js that a browser asks for. Its own speaker view is not among them: see assets/speaker.js.
REVEAL = ("reveal.mjs", "reveal.css")


def known_session(words, name: str) -> Session:
    """A session by its name; LookupError for one that is not there."""
    sessions = sessions_of(words.model)
    if name not in sessions:
        raise LookupError(f"no session '{name}' in docs/training.{nearest(name, sessions)}")
    return sessions[name]


def slides(words, name: str) -> str:
    """The slides of a session."""
    return of_slides.slides_html(words, known_session(words, name))


FUNCTIONS = {"slides": slides}


def publish(words, site: Path) -> None:
    """Puts reveal.js where the pages of slides ask for it."""
    folder = site / "assets" / "reveal"
    folder.mkdir(parents=True, exist_ok=True)
    for name in REVEAL:
        shutil.copyfile(ROOT / "node_modules" / "reveal.js" / "dist" / name, folder / name)
