"""The training pack: minutes that add up, levels that the incident tool gives, and claims with sources."""

import re
from collections import Counter

import pytest

from macros.content.model import Model
from macros.features.evidence.figures import figures_of
from macros.features.training.data import confidence_statements, questions_of, sessions_of
from macros.files import ROOT
from macros.render.incident import contact_words
from tests.support.broken_content import break_file, check_error, error_from
from tools.first_edition import decide

#: How long each session lasts.
MINUTES = {"recruits": 60, "carers": 30, "agency": 10}
AUDIENCES = ("carers", "police", "managers and social workers")


@pytest.fixture(scope="module")
def decks(site) -> dict:
    """The built slides of every session."""
    return {name: site.pages[f"training/{name}/slides/"].soup.select("section.slide") for name in MINUTES}


def error_in_training(docs) -> str:
    """The error that reading broken training data gives."""
    return error_from(lambda: sessions_of(Model(docs, "wolds")))


# --- Sessions --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name, minutes", MINUTES.items())
def test_the_slides_of_a_session_add_up_to_its_minutes(decks, name, minutes):
    assert sum(float(slide["data-minutes"]) for slide in decks[name]) == minutes
    starts = [float(slide["data-starts"]) for slide in decks[name]]
    assert starts[0] == 0 and all(
        later - earlier == float(slide["data-minutes"])
        for earlier, later, slide in zip(starts, starts[1:], decks[name], strict=False)
    )


def test_every_slide_has_notes_with_its_time_and_a_text(decks):
    for slides in decks.values():
        for slide in slides:
            notes = slide.find(class_="notes").get_text(" ", strip=True)
            assert re.match(r"(Half a minute|\d+½? minutes?), from \d+:\d\d to \d+:\d\d", notes), slide["id"]
            assert len(notes.split()) > 20, slide["id"]


def test_every_claim_has_a_source_that_can_be_followed(build, site, decks):
    for name, session in sessions_of(build.model).items():
        page = site.pages[f"training/{name}/slides/"]
        for slide, built in zip(session.slides, decks[name], strict=True):
            links = [a["href"] for a in built.select(".slide__cites a")]
            assert bool(links) == bool(slide.citations or slide.figure or slide.question), slide.title
            for link in links:
                path, _, anchor = link.partition("#")
                target = site.pages[
                    (site.folder / page.url / path).resolve().relative_to(site.folder.resolve()).as_posix() + "/"
                ]
                assert not anchor or anchor in target.ids, link


def test_only_slides_that_claim_nothing_are_without_a_source(build):
    bare = {
        slide.title for session in sessions_of(build.model).values() for slide in session.slides if not slide.citations
    }
    assert bare == {
        "Before we start",
        "By the end, you can",
        "Exit check",
        "One thing I will do",
        "Six questions",
        "Five quick questions",
    }


def test_a_story_shows_the_level_and_contact_that_the_incident_tool_gives(build, decks):
    stories = 0
    for name, session in sessions_of(build.model).items():
        for slide, built in zip(session.slides, decks[name], strict=True):
            if not slide.story:
                continue
            shown = built.select(".story__level")
            for part, answers in zip(shown, (slide.story.answers, slide.story.changed_answers), strict=True):
                result = decide(answers)
                assert part["data-level"] == result.level
                assert contact_words(result.level, result.contact) in part.get_text()
            assert shown[0]["data-level"] != shown[1]["data-level"], (
                f"{slide.title}: the change should change the level"
            )
            stories += 1
    assert stories == 11


def test_a_figure_on_a_slide_is_that_of_the_national_picture(build, decks):
    figures = {figure["id"]: figure for figure in figures_of(build.model)}
    shown = [
        (slide, built)
        for name, session in sessions_of(build.model).items()
        for slide, built in zip(session.slides, decks[name], strict=True)
        if slide.figure
    ]
    assert len(shown) == 4
    for slide, built in shown:
        text = built.get_text(" ")
        assert figures[slide.figure]["figure"] in text and figures[slide.figure]["who"] in text
        assert "checked 22 November 2026" in text


def test_figures_of_one_year_and_of_a_whole_childhood_never_share_a_slide(build):
    """Some figures may not be compared: a slide has at most one figure, and no other percentage."""
    for session in sessions_of(build.model).values():
        for slide in session.slides:
            assert "%" not in slide.text + "".join(slide.fragments), slide.title


def test_a_session_links_to_all_of_its_papers(site, build):
    for name, session in sessions_of(build.model).items():
        plan = site.pages[f"training/{name}/"]
        links = [a["href"] for a in plan.soup.select(".plan a")]
        assert {"slides/", "handout/", "check/", "answers/"} <= set(links)
        rows = plan.soup.select(".plan__order tbody tr")
        assert len(rows) == len(session.slides) + 1 and rows[-1].find("td").get_text() == f"{session.minutes}:00"


def test_slides_are_left_out_of_the_search(site):
    assert "slides/" not in (site.folder / "search" / "search_index.json").read_text(encoding="utf-8")


def test_the_licence_of_the_slide_library_is_published_with_the_site(site):
    assert (site.folder / "licences" / "reveal.js-MIT.txt").read_text() == (
        ROOT / "node_modules" / "reveal.js" / "LICENSE"
    ).read_text()


def test_a_link_to_a_page_appears_with_the_page(build, tmp_path):
    page_extra = build.macros["page_extra"]
    assert page_extra("training/no-such-page", "cards", "Use the LINK.") == ""
    assert (
        page_extra("training/recruits", "cards", "Use the LINK.")
        == 'Use the <a href="page:training/recruits/">cards</a>.'
    )


# --- Questions -------------------------------------------------------------------------------------------------------


def test_there_are_enough_questions_for_each_audience(build):
    counts = Counter(audience for question in questions_of(build.model).values() for audience in question.audiences)
    assert len(questions_of(build.model)) >= 24 and set(counts) == set(AUDIENCES) and min(counts.values()) >= 12


def test_the_right_answer_cannot_be_guessed_from_its_place_or_length(build):
    questions = questions_of(build.model).values()
    places = Counter(next(n for n, answer in enumerate(question.answers) if answer.right) for question in questions)
    longest = sum(max(question.answers, key=lambda answer: len(answer.text)).right for question in questions)
    assert max(places.values()) <= 0.45 * len(questions) and longest <= 0.45 * len(questions), (places, longest)


def test_each_answer_has_an_explanation_and_each_question_a_source(site):
    page = site.pages["training/knowledge-check/"]
    for question in page.soup.select(".quiz__question"):
        explanations = question.select("details li")
        assert len(explanations) == len(question.select("input")) and all(
            len(li.get_text().split()) > 4 for li in explanations
        )
        assert len(question.select("details li[data-right]")) == 1 and question.select(".citations a")


def test_the_knowledge_check_has_every_question_once_and_no_form(site, build):
    soup = site.pages["training/knowledge-check/"].soup
    assert sorted(q["id"].removeprefix("question-") for q in soup.select(".quiz__question")) == sorted(
        questions_of(build.model)
    )
    assert not soup.select("article form, article [type=submit]")


@pytest.mark.parametrize("name, most", [("recruits", 8), ("carers", 6), ("agency", 5)])
def test_an_answer_sheet_has_the_questions_of_its_check(site, build, name, most):
    questions = site.pages[f"training/{name}/check/"].soup.select(".quiz__question")
    sheet = site.pages[f"training/{name}/answers/"].soup.select(".answer-sheet > li")
    assert len(questions) == len(sheet) == most
    for question, answer in zip(questions, sheet, strict=True):
        right = question.select_one("[data-right]")["data-answer"]
        assert answer.find("strong").get_text().startswith(f"{right}. ")
        assert answer.find("p").get_text() in question.find("legend").get_text()


# --- Bad input -------------------------------------------------------------------------------------------------------


def test_minutes_that_do_not_add_up(docs):
    path = docs / "training" / "agency" / "session.yml"
    break_file(path, "    minutes: 1.5", "    minutes: 2")
    assert "lasts 10 minutes, but its slides add up to 10.5" in error_in_training(docs)


def test_an_uncited_claim(docs):
    path = docs / "training" / "agency" / "session.yml"
    break_file(path, "    citations: [national 6.4-1, national 6.4-14, national 6.5, topic internal]\n", "")
    line = path.read_text().split("\n").index("  - title: Not danger? Calm first") + 1
    error = error_in_training(docs)
    assert f"{path}:{line}" in error and "citations" in error


@pytest.mark.parametrize(
    "old, new, expected",
    [
        ("national 6.4-14", "national 6.4-41", "no provision 'national 6.4-41'. Did you mean '6.4-"),
        ("topic weapons", "topic weapon", "no topic 'weapon' in the area file. Did you mean 'weapons'?"),
        ("note images-not-viewed", "note images-not-seen", "Did you mean 'images-not-viewed'?"),
        ("page if-we-disagree", "page if-we-disagre", "if-we-disagre"),
        ("page:training/agency/check/", "page:training/agency/chekc/", "no page 'training/agency/chekc/'"),
        ("check: [not-sure-danger", "check: [not-sure-dangre", "Did you mean 'not-sure-danger'?"),
        (
            'level: green\n      answers: {danger: "no", kind: [refusing]',
            'level: red\n      answers: {danger: "no", kind: [refusing]',
            "has the level 'red', but its answers give green",
        ),
        (
            "kind: [refusing, weapon-carried]",
            "kind: [refusing, weapon-carryed]",
            "has answers that the incident tool refuses",
        ),
        (
            "changed_level: amber",
            "changed_level: green",
            "after the change, has the level 'green', but its answers give amber",
        ),
        (
            "      change: He shows you a knife, lays it on the table, and goes to his room.\n",
            "",
            "the key 'story.change' is missing",
        ),
        (
            "title: Danger? Call 999",
            "title: Four things we never do",
            "two slides are called 'Four things we never do'",
        ),
    ],
)
def test_an_error_in_a_session_is_reported_with_file_and_line(docs, old, new, expected):
    check_error(
        lambda: sessions_of(Model(docs, "wolds")), docs / "training" / "agency" / "session.yml", old, new, expected
    )


def test_an_unknown_figure(docs):
    path = docs / "training" / "carers" / "session.yml"
    # The slide begins two lines before its figure.
    line = break_file(path, "figure: after-entering-care", "figure: after-entering-car") - 2
    error = error_in_training(docs)
    assert f"{path}:{line}" in error and "Did you mean 'after-entering-care'?" in error


@pytest.mark.parametrize(
    "old, new, expected",
    [
        ("level: {is: green,", "level: {is: amber,", "has the level 'amber', but its answers give green"),
        (
            "text: Green, settle it at home",
            "text: Red, settle it at home",
            "the right answer is 'Red, settle it at home', but the incident tool gives green",
        ),
        ("      right: true\n", "", "has 0 right answers"),
        ("- id: own-child\n", "- id: first-thing\n", "the id 'first-thing' is used twice; first in"),
        ("citations: [national 6.4-1, ", "citations: [national 6.4-99, ", "no provision 'national 6.4-99'"),
        ("topic: Before you decide", "topic: Before you decides", "'topic': 'Before you decides' is not one of"),
    ],
)
def test_an_error_in_a_question_is_reported_with_file_and_line(docs, old, new, expected):
    check_error(lambda: sessions_of(Model(docs, "wolds")), docs / "training" / "questions.yml", old, new, expected)


@pytest.mark.parametrize(
    "old, new, expected",
    [
        ("- I know where to look up a paragraph", "- Look: it up", "'5': {'Look': 'it up"),
        (
            "- I know what is red, and that it means 999.",
            "- 999",
            "'0': 999 is not of type 'string'. Expected: one statement",
        ),
    ],
)
def test_an_error_in_the_confidence_form_is_reported_with_file_and_line(docs, old, new, expected):
    path = docs / "training" / "confidence.yml"
    check_error(lambda: confidence_statements(Model(docs, "wolds")), path, old, new, expected, lines=(0, 0))


def test_an_unknown_session_is_reported_with_the_nearest_name(build):
    with pytest.raises(LookupError, match="Did you mean 'recruits'"):
        build.macros["slides"]("recruit")


def test_an_invented_area_gets_the_whole_pack(other_site):
    text = other_site.pages["training/recruits/slides/"].soup.find("article").get_text(" ")
    assert "Wolds 3b" in text and "Nottingham" not in text
