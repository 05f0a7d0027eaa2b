"""The incident tool's map: every question and every rule in words, made from the data that the tool runs on."""

from macros.pages.flowchart import steps_figure
from macros.render.html import escape
from macros.render.levels import LEVEL_MARKS, level_name
from macros.render.result import Link, citations_html
from tools import incident
from tools.incident.explain import answer_label
from tools.incident.levels import LEVEL_RULES
from tools.incident.questions import DECIDING, REFINING
from tools.incident.routes import ROUTES
from tools.model import LEVELS, Question, Rule


def map_html(link: Link) -> str:
    """Questions in the order they are asked, then the rules of each level, then routes, then what every result says."""
    figure = steps_figure(
        [
            {
                "title": LEVEL_MARKS[level][0],
                "level": level,
                "ask": "Any of: "
                + ", ".join(rule.finding.rule for rule in LEVEL_RULES if rule.finding.level == level)
                + "?",
            }
            for level in reversed(LEVELS)
        ],
        "tables",
    )
    parts = [
        f'<h2 id="drawn">How a level is found</h2><figure class="steps-figure" aria-labelledby="map-caption">{figure}'
        '<figcaption id="map-caption">From the top: the first box with a rule that fits gives the level. The tables below say what each rule means.'
        '</figcaption></figure><h2 id="tables">The same in tables</h2>',
        '<h2 id="questions-that-decide">Questions that decide the level</h2><ol class="map__questions">',
        *(asked_html(q) for q in DECIDING),
        '</ol><h2 id="questions-that-add">Questions that add to a result</h2><ul class="map__questions">',
        *(asked_html(q) for q in REFINING),
        "</ul>",
    ]
    for level in reversed(LEVELS):
        rules = [rule for rule in LEVEL_RULES if rule.finding.level == level]
        parts.append(
            f'<h2 id="rules-{level}">{level_name(level)}: {LEVEL_MARKS[level][1]}</h2>{table_html(rules, link)}'
        )
    parts.append(f'<h2 id="routes">Routes: duties that come on top</h2>{table_html(ROUTES, link)}')
    rest = [rule for rule in incident.RULES if rule not in LEVEL_RULES and rule not in ROUTES]
    parts.append(f'<h2 id="always">What every result says</h2>{table_html(rest, link)}')
    return "".join(parts)


def asked_html(question: Question) -> str:
    """A question with its answers, the least serious first."""
    answers = "; ".join(escape(a.label) for a in sorted(question.answers, key=lambda a: a.seriousness))
    return (
        f"<li><strong>{escape(question.text)}</strong>{' Choose all that fit.' if question.many else ''} {answers}.</li>"
    )


def condition(rule: Rule) -> str:
    """When a rule applies, in words."""

    def said(questions, joiner):
        return joiner.join(
            f"{next(q.text for q in incident.QUESTIONS if q.id == id)} {' or '.join(answer_label(id, v) for v in values)}"
            for id, values in questions.items()
        )

    words = said(rule.when, " And: ") or "Always"
    return words + (f". Not if: {said(rule.unless, '; or: ')}" if rule.unless else "")


def table_html(rules, link: Link) -> str:
    """Rules as a list: when, why, what follows, and where that stands."""
    rows = []
    for rule in rules:
        finding = rule.finding
        contact = f" Police: {escape(finding.contact)}." if finding.contact else ""
        route = f" Route: {escape(finding.route)}." if finding.route else ""
        duties = "".join(f"<li>{escape(d.text)}{citations_html(d.citations, link)}</li>" for d in finding.duties)
        warnings = "".join(f"<li><strong>{escape(w)}</strong></li>" for w in finding.warnings)
        rows.append(
            f'<li class="rule"><h3>{escape(finding.rule.capitalize())}</h3><p><strong>When:</strong> {escape(condition(rule))}.</p>'
            f"<p><strong>Why:</strong> {escape(finding.reason)}{route}{contact}{citations_html(finding.citations, link)}</p>"
            + (f"<ul>{warnings}{duties}</ul>" if duties or warnings else "")
            + "</li>"
        )
    return f'<ul class="map">{"".join(rows)}</ul>'
