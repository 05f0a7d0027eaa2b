"""The macros of training: sessions with slides, paper and checks, and the knowledge check, from `docs/training/`."""

from macros.content.errors import did_you_mean
from macros.features.training.data import Session, page_exists, questions_of, sessions_of
from macros.features.training.paper import answers_block, confidence_block, plan_block, pledge_block
from macros.features.training.quiz import controls_block, quiz_block
from macros.features.training.slides import slides_block
from macros.pages.build import Build, Macro
from macros.pages.html import Block, Inline
from macros.render.html import join, tag


def session_named(build: Build, name: str) -> Session:
    """A session by its name; LookupError where there is none."""
    sessions = sessions_of(build.model)
    if name not in sessions:
        raise LookupError(f"no session '{name}' in docs/training.{did_you_mean(name, sessions)}")
    return sessions[name]


def slides(build: Build, name: str) -> Block:
    """The slides of a session."""
    return slides_block(build, session_named(build, name))


def plan(build: Build, name: str) -> Block:
    """A session's aims, what the trainer brings, and its running order."""
    return plan_block(build, session_named(build, name))


def check(build: Build, name: str) -> Block:
    """The exit check of a session: its questions, to answer on the screen or on paper."""
    questions = questions_of(build.model)
    return quiz_block(build, [questions[id] for id in session_named(build, name).check], numbered=True)


def answers(build: Build, name: str) -> Block:
    """The answer sheet to the exit check of a session."""
    questions = questions_of(build.model)
    return answers_block(build, [questions[id] for id in session_named(build, name).check])


def pledge(build: Build, name: str) -> Block:
    """The pledge card of a session."""
    return pledge_block(session_named(build, name))


def confidence(build: Build) -> Block:
    """The form on confidence, before and after."""
    return confidence_block(build)


def knowledge(build: Build, topic: str) -> Block:
    """The questions of the knowledge check on a topic."""
    questions = questions_of(build.model).values()
    chosen = [question for question in questions if question.topic == topic]
    if not chosen:
        topics = {question.topic for question in questions}
        raise LookupError(f"no question on '{topic}'.{did_you_mean(topic, topics)}")
    return quiz_block(build, chosen)


def knowledge_controls(build: Build) -> Block:
    """The controls above the knowledge check, where JavaScript runs."""
    return controls_block(build)


def knowledge_answers(build: Build) -> Block:
    """Every answer of the knowledge check, for a trainer."""
    return answers_block(build, list(questions_of(build.model).values()))


def page_extra(build: Build, path: str, label: str, sentence: str) -> Inline:
    """A sentence with a link in place of its LINK to a page of this site; empty while there is no such page."""
    if "LINK" not in sentence:
        raise LookupError("the sentence of page_extra has no LINK where the link belongs")
    if not page_exists(build.model, path):
        return Inline()
    before, _, after = sentence.partition("LINK")
    return Inline(join(before, tag("a", label, href=f"page:{path.rstrip('/')}/"), after))


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
