"""The slides of a session as HTML: a page that reads from top to bottom, and that `assets/slides/slides.js` presents with reveal.js.

What a press shows later has the class `fragment`; what the trainer says stands in `notes`. Without JavaScript all of it is
simply on the page. Levels and reasons of a story are the incident tool's own.
"""

from macros.content.citations import citation_links
from macros.features.evidence.figures import figures_of
from macros.features.training.data import Question, Session, Slide, Story, questions_of
from macros.pages.links import brief_links
from macros.pages.text import CONFIDENCE_WORDS, say_date
from macros.render.html import escape
from macros.render.incident import contact_words
from macros.render.levels import level_name
from tools.incident import decide


def slides_html(build, session: Session) -> str:
    """All slides of a session."""
    made = "".join(
        slide_html(build, session, number, slide, start)
        for number, (slide, start) in enumerate(zip(session.slides, session.starts()), 1)
    )
    return f'<div class="deck" data-module="slides/slides" data-deck data-minutes="{session.minutes}"><div class="deck__slides">{made}</div></div>'


def slide_html(build, session: Session, number: int, slide: Slide, start: float) -> str:
    """One slide: what the room reads, what comes press by press, what it rests on, and the trainer's notes."""
    heading, first = ("h1", ' data-state="opening"') if number == 1 else ("h2", "")
    opening = f'<p class="slide__for">{escape(session.audience)} · {session.minutes} minutes</p>' if first else ""
    shown = build.render(slide.words) if slide.words else ""
    shown += figure_html(build, slide.figure) if slide.figure else ""
    shown += "".join(quote_html(quote) for quote in slide.quotes)
    shown += story_html(slide.story) if slide.story else ""
    shown += question_html(build, questions_of(build.model)[slide.asks]) if slide.asks else ""
    shown += "".join(f'<div class="fragment slide__then">{build.render(then)}</div>' for then in slide.then)
    return (
        f'<section class="slide slide--{slide.look or "plain"}" id="slide-{number}" aria-labelledby="slide-{number}-title" data-minutes="{slide.minutes:g}" data-starts="{start:g}"{first}>'
        f'<{heading} class="slide__title" id="slide-{number}-title">{escape(slide.title)}</{heading}>{opening}<div class="slide__words">{shown}</div>{rests_on(build, slide)}'
        f'<aside class="notes" aria-label="Notes to slide {number}"><p class="notes__time">{time_words(slide.minutes, start)}</p>{build.render(slide.notes)}{caution_html(build, slide.figure)}</aside></section>'
    )


def clock(minute: float) -> str:
    """A minute of the session as on a watch: 7.5 is '7:30'."""
    return f"{int(minute)}:{int(minute % 1 * 60):02d}"


def time_words(minutes: float, start: float) -> str:
    """How long a slide takes, and when it begins."""
    said = (
        "half a minute"
        if minutes == 0.5
        else f"{int(minutes)}½ minutes"
        if minutes % 1
        else f"{int(minutes)} minute{'' if minutes == 1 else 's'}"
    )
    return f"{said[0].upper()}{said[1:]}, from {clock(start)} to {clock(start + minutes)}"


def figure_html(build, id: str) -> str:
    """A figure of the national picture: as large as it can be read, with who and when."""
    entry = next(figure for figure in figures_of(build.model) if figure["id"] == id)
    long = " figure-slide--long" if len(entry["figure"]) > 6 else ""
    return (
        f'<p class="figure-slide{long}"><strong class="figure-slide__number">{escape(entry["figure"])}</strong> '
        f'<span class="figure-slide__says">{build.render(entry["says"]).removeprefix("<p>").removesuffix("</p>")}</span></p>'
        f'<p class="figure-slide__who"><strong>Who:</strong> {escape(entry["who"])}. <strong>When:</strong> {escape(str(entry["when"]))}.</p>'
    )


def caution_html(build, id: str) -> str:
    """For the trainer: what a figure must not be taken for."""
    caution = next((figure.get("caution") for figure in figures_of(build.model) if figure["id"] == id), None)
    return build.render(f"**The figure's own caution:** {caution}") if caution else ""


def quote_html(quote: dict) -> str:
    """What somebody said in public, word for word."""
    return (
        f'<figure class="quote"><blockquote><p>{escape(quote["says"])}</p></blockquote><figcaption>{escape(quote["who"])}. '
        f'<a href="{escape(quote["address"])}">{escape(quote["source"])}</a>, checked {say_date(str(quote["checked"]))}</figcaption></figure>'
    )


def story_html(story: Story) -> str:
    """A story, its level, the change, and the level after it: each on a press of its own."""
    return (
        f'<p class="story__tells">{escape(story.tells)}</p>{level_html(story.answers)}'
        f'<p class="fragment story__change"><strong>Now change one thing.</strong> {escape(story.change)}</p>{level_html(story.then_answers)}'
    )


def level_html(answers: dict) -> str:
    """What the incident tool says to some answers: level, what it means for the police, and its first reason."""
    result = decide(answers)
    reason = next(finding.reason for finding in result.findings if finding.level == result.level)
    return (
        f'<div class="fragment story__level story__level--{result.level}" data-level="{result.level}" data-contact="{result.contact}">'
        f"<p>{level_name(result.level)}. <strong>{escape(contact_words(result.level, result.contact))}.</strong></p><p>{escape(reason)}</p></div>"
    )


def question_html(build, question: Question) -> str:
    """A question for the whole room, with its answer on the next press."""
    answers = "".join(f"<li>{escape(answer.say)}</li>" for answer in question.answers)
    letter, right = next((letter, answer) for letter, answer in zip("ABCDE", question.answers) if answer.right)
    return (
        f'<p class="asks__question">{escape(question.ask)}</p><ol class="asks__answers" type="A">{answers}</ol>'
        f'<div class="fragment slide__then"><p><strong>{letter}. {escape(right.say)}.</strong> {escape(right.because)}</p></div>'
    )


def rests_on(build, slide: Slide) -> str:
    """What a slide rests on, as links: paragraphs, dated notes, pages, and the figure's own place with its source."""
    found = [link for citation in slide_cites(build, slide) for link in cite_links(build, citation)]
    if slide.figure:
        entry = next(figure for figure in figures_of(build.model) if figure["id"] == slide.figure)
        found.insert(
            0,
            (
                f"{CONFIDENCE_WORDS[entry['confidence']]}, checked {say_date(str(entry['checked']))}",
                f"page:evidence/national-picture/#figure-{slide.figure}",
            ),
        )
    links = "".join(
        f'<li><a href="{escape(address)}">{escape(label)}</a></li>' for label, address in dict.fromkeys(found)
    )
    return f'<ul class="slide__cites" aria-label="Rests on">{links}</ul>' if links else ""


def slide_cites(build, slide: Slide) -> list[str]:
    """The citations of a slide, and those of the question that it asks."""
    asked = questions_of(build.model)[slide.asks].cites if slide.asks else ()
    return list(dict.fromkeys((*slide.cites, *asked)))


def cite_links(build, citation: str) -> list[tuple[str, str]]:
    """Label and address of a citation, short enough for a slide; an editor's note says how sure it is and when it was checked."""
    if not citation.startswith("note "):
        return brief_links(build.model, citation)
    note = next(note for note in build.model.notes if note.id == citation.removeprefix("note "))
    ((_, address),) = citation_links(build.model, citation)
    beside = build.model.label(note.provisions[0])
    return [
        (
            f"note on {beside}: {CONFIDENCE_WORDS[note.confidence].partition(':')[0].lower()}, checked {say_date(note.checked)}",
            address,
        )
    ]
