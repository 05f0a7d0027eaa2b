"""What a session needs on paper, from the same data as its slides: the plan, the answers, the confidence form and the pledge card."""

from macros.content.data_files import read_yaml
from macros.features.training.data import Session, questions_of
from macros.features.training.quiz import cited, lettered
from macros.features.training.slides import clock
from macros.render.html import escape


def plan_html(build, session: Session) -> str:
    """The running order: when each slide begins, how long it takes, and where it is."""
    aims = "".join(f"<li>{escape(aim)}</li>" for aim in session.aims)
    needs = "".join(f"<li>{inline(build, need)}</li>" for need in session.needs)
    rows = "".join(
        f'<tr><td>{clock(start)}</td><td>{slide.minutes:g}</td><th scope="row"><a href="page:training/{session.name}/slides/#slide-{number}">{escape(slide.title)}</a></th></tr>'
        for number, (slide, start) in enumerate(zip(session.slides, session.starts()), 1)
    )
    return (
        f'<div class="plan"><p class="plan__start"><a class="md-button md-button--primary" href="page:training/{session.name}/slides/">Open the slides</a> '
        f"{escape(session.audience)} · {session.minutes} minutes · {len(session.slides)} slides</p>"
        f'<h2 id="aims">What people can do afterwards</h2><ul>{aims}</ul><h2 id="bring">What you bring</h2><ul>{needs}</ul>'
        f'<h2 id="order">Running order</h2><table class="plan__order"><thead><tr><th scope="col">Begins</th><th scope="col">Minutes</th><th scope="col">Slide</th></tr></thead><tbody>{rows}'
        f'<tr class="plan__end"><td>{clock(session.minutes)}</td><td></td><th scope="row">The end</th></tr></tbody></table></div>'
    )


def inline(build, markdown: str) -> str:
    """One line of Markdown without a paragraph round it."""
    return build.render(markdown).removeprefix("<p>").removesuffix("</p>")


def answers_html(build, ids) -> str:
    """An answer sheet: for each question its right letter, why, and where it stands."""
    rows = "".join(
        f"<li><p>{escape(question.ask)}</p><p><strong>{letter}. {escape(answer.say)}.</strong> {escape(answer.because)} {cited(build, question)}</p></li>"
        for question in (questions_of(build.model)[id] for id in ids)
        for letter, answer in lettered(question)
        if answer.right
    )
    return f'<ol class="answer-sheet">{rows}</ol>'


def pledge_html(session: Session) -> str:
    """A card to finish in one's own words, to cut out and keep."""
    return (
        f'<div class="cut pledge"><p class="pledge__title">My pledge</p><p>{escape(session.pledge)} …</p><p class="pledge__line"></p><p class="pledge__line"></p><p class="pledge__line"></p>'
        '<p class="pledge__question">Would this be good enough for my child?</p></div>'
    )


def confidence_html(build) -> str:
    """The confidence form, for a pen: each statement before and after, from 1 to 5."""
    statements = read_yaml(build.model.docs / "training" / "confidence.yml")
    scale = '<span class="scale">1 2 3 4 5</span>'
    rows = "".join(
        f'<tr><th scope="row">{escape(statement)}</th><td>{scale}</td><td>{scale}</td></tr>' for statement in statements
    )
    return (
        f'<div class="confidence"><table class="confidence__table"><thead><tr><th scope="col">Circle a number: 1 not at all, 5 completely</th><th scope="col">Before</th><th scope="col">After</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )
