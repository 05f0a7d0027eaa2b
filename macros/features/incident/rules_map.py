"""The incident tool's map: every question and every rule as text, made from the data that the tool uses."""

from collections.abc import Mapping
from functools import partial

from macros.pages.flowchart import steps_figure
from macros.pages.html import Block, render_template
from macros.render.html import Html
from macros.render.levels import LEVEL_MARKS, level_name
from macros.render.result import Link, citations_html
from tools import first_edition as incident
from tools.first_edition.explain import answer_label
from tools.first_edition.levels import LEVEL_RULES
from tools.first_edition.questions import DECIDING, QUESTIONS, REFINING
from tools.first_edition.routes import ROUTES
from tools.model import LEVELS, Rule


def rules_map(link: Link) -> Block:
    """Questions in the order they are asked, then the rules of each level, the routes, and the general rules."""
    return render_template(
        "incident/rules_map.html",
        figure=level_figure(),
        deciding=DECIDING,
        refining=REFINING,
        levels=[(level, [r for r in LEVEL_RULES if r.finding.level == level]) for level in reversed(LEVELS)],
        routes=ROUTES,
        always=[rule for rule in incident.RULES if rule not in LEVEL_RULES and rule not in ROUTES],
        level_name=level_name,
        level_marks=LEVEL_MARKS,
        condition=condition,
        citations=partial(citations_html, link=link),
    )


def level_figure() -> Html:
    """The levels as a flow chart: each box lists the rules that give its level."""
    rules_by_level = {
        level: ", ".join(rule.finding.rule for rule in LEVEL_RULES if rule.finding.level == level)
        for level in reversed(LEVELS)
    }
    steps = [
        {"title": LEVEL_MARKS[level][0], "level": level, "question": f"Any of: {rules}?"}
        for level, rules in rules_by_level.items()
    ]
    return steps_figure(steps, "tables")


def condition(rule: Rule) -> str:
    """When a rule applies, as text."""
    when = answers_text(rule.when, " And: ") or "Always"
    return when + (f". Not if: {answers_text(rule.unless, '; or: ')}" if rule.unless else "")


def answers_text(answers: Mapping[str, tuple[str, ...]], separator: str) -> str:
    """Questions, each with the answers that a rule names."""
    question_text = {question.id: question.text for question in QUESTIONS}
    return separator.join(
        f"{question_text[id]} {' or '.join(answer_label(id, value) for value in values)}"
        for id, values in answers.items()
    )
