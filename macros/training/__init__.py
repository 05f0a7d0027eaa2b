"""Training: sessions with slides, paper and checks, and the knowledge check, all made from `docs/training/`.

reveal.js presents the slides. Its module and its style sheet are shipped from its npm package, as they are.
"""

import shutil
from pathlib import Path

from macros.errors import nearest
from macros.render.marks import escape
from macros.runtime import ROOT
from macros.training import paper, quiz
from macros.training import slides as of_slides
from macros.training.sessions import Session, questions_of, sessions_of

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


def plan(words, name: str) -> str:
    """A session's aims, what the trainer brings, and its running order."""
    return paper.plan_html(words, known_session(words, name))


def check(words, name: str) -> str:
    """The check of a session: its questions, to answer on the screen or on paper."""
    found = questions_of(words.model)
    return quiz.quiz_html(words, [found[id] for id in known_session(words, name).check], numbered=True)


def answers(words, name: str) -> str:
    """The answer sheet to the check of a session."""
    return paper.answers_html(words, known_session(words, name).check)


def pledge(words, name: str) -> str:
    """The pledge card of a session."""
    return paper.pledge_html(known_session(words, name))


def confidence(words) -> str:
    """The form on confidence, before and after."""
    return paper.confidence_html(words)


def knowledge(words, topic: str) -> str:
    """The questions of the knowledge check on a topic."""
    found = [question for question in questions_of(words.model).values() if question.topic == topic]
    if not found:
        raise LookupError(f"no question on '{topic}'.{nearest(topic, {q.topic for q in questions_of(words.model).values()})}")
    return quiz.quiz_html(words, found)


def knowledge_controls(words) -> str:
    """What stands above the knowledge check where JavaScript runs."""
    return quiz.controls_html(words)


def knowledge_answers(words) -> str:
    """Every answer of the knowledge check, for a trainer."""
    return paper.answers_html(words, questions_of(words.model))


def page_extra(words, path: str, label: str, sentence: str) -> str:
    """A sentence with a link to a page of this site, put where it says LINK; nothing while there is no such page."""
    if "LINK" not in sentence:
        raise LookupError("the sentence of page_extra has no LINK where the link belongs")
    if not any((words.model.docs / name).is_file() for name in (f"{path.rstrip('/')}.md", f"{path.rstrip('/')}/index.md")):
        return ""
    before, _, after = sentence.partition("LINK")
    return f'{escape(before)}<a href="page:{path.rstrip("/")}/">{escape(label)}</a>{escape(after)}'


FUNCTIONS = {"slides": slides, "plan": plan, "check": check, "answers": answers, "pledge": pledge, "confidence": confidence, "knowledge": knowledge,
             "knowledge_controls": knowledge_controls, "knowledge_answers": knowledge_answers, "page_extra": page_extra}


def publish(words, site: Path) -> None:
    """Puts reveal.js where the pages of slides ask for it."""
    folder = site / "assets" / "reveal"
    folder.mkdir(parents=True, exist_ok=True)
    for name in REVEAL:
        shutil.copyfile(ROOT / "node_modules" / "reveal.js" / "dist" / name, folder / name)
