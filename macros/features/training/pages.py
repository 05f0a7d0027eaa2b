"""Training: sessions with slides, paper and checks, and the knowledge check, all made from `docs/training/`.

reveal.js presents the slides. Its module and its style sheet are shipped from its npm package, as they are.
"""

from macros.content.errors import did_you_mean
from macros.features.training import paper, quiz
from macros.features.training import slides as of_slides
from macros.features.training.data import Session, questions_of, sessions_of
from macros.pages.build import Macro
from macros.render.html import escape


def known_session(build, name: str) -> Session:
    """A session by its name; LookupError for one that is not there."""
    sessions = sessions_of(build.model)
    if name not in sessions:
        raise LookupError(f"no session '{name}' in docs/training.{did_you_mean(name, sessions)}")
    return sessions[name]


def slides(build, name: str) -> str:
    """The slides of a session."""
    return of_slides.slides_html(build, known_session(build, name))


def plan(build, name: str) -> str:
    """A session's aims, what the trainer brings, and its running order."""
    return paper.plan_html(build, known_session(build, name))


def check(build, name: str) -> str:
    """The check of a session: its questions, to answer on the screen or on paper."""
    found = questions_of(build.model)
    return quiz.quiz_html(build, [found[id] for id in known_session(build, name).check], numbered=True)


def answers(build, name: str) -> str:
    """The answer sheet to the check of a session."""
    return paper.answers_html(build, known_session(build, name).check)


def pledge(build, name: str) -> str:
    """The pledge card of a session."""
    return paper.pledge_html(known_session(build, name))


def confidence(build) -> str:
    """The form on confidence, before and after."""
    return paper.confidence_html(build)


def knowledge(build, topic: str) -> str:
    """The questions of the knowledge check on a topic."""
    found = [question for question in questions_of(build.model).values() if question.topic == topic]
    if not found:
        raise LookupError(
            f"no question on '{topic}'.{did_you_mean(topic, {q.topic for q in questions_of(build.model).values()})}"
        )
    return quiz.quiz_html(build, found)


def knowledge_controls(build) -> str:
    """What stands above the knowledge check where JavaScript runs."""
    return quiz.controls_html(build)


def knowledge_answers(build) -> str:
    """Every answer of the knowledge check, for a trainer."""
    return paper.answers_html(build, questions_of(build.model))


def page_extra(build, path: str, label: str, sentence: str) -> str:
    """A sentence with a link to a page of this site, put where it says LINK; nothing while there is no such page."""
    if "LINK" not in sentence:
        raise LookupError("the sentence of page_extra has no LINK where the link belongs")
    if not any(
        (build.model.docs / name).is_file() for name in (f"{path.rstrip('/')}.md", f"{path.rstrip('/')}/index.md")
    ):
        return ""
    before, _, after = sentence.partition("LINK")
    return f'{escape(before)}<a href="page:{path.rstrip("/")}/">{escape(label)}</a>{escape(after)}'


MACROS: dict[str, Macro] = {
    "slides": slides,
    "plan": plan,
    "check": check,
    "answers": answers,
    "pledge": pledge,
    "confidence": confidence,
    "knowledge": knowledge,
    "knowledge_controls": knowledge_controls,
    "knowledge_answers": knowledge_answers,
    "page_extra": page_extra,
}
