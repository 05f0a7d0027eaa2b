"""What is due by when, as HTML: a figure, a table with how each day was counted, and what has no date."""

from macros.render.dates.timeline import svg
from macros.render.forms.finished import said as value_said
from macros.render.html import escape
from macros.render.result import Link, citations_html
from tools.dates import bank_holidays
from tools.dates.days import format_date
from tools.dates.due import Due, dues
from tools.dates.form import FORM
from tools.dates.rules import COUNTING, FORCES, READ, RULES, DateRule
from tools.forms.model import fields

HOW = (
    "In weeks and months every day counts. Working days leave out weekends, Christmas Day, Good Friday and the bank holidays of England and Wales, which are known here for "
    f"{bank_holidays.FIRST} to {bank_holidays.LAST}. Time limits are usually counted from the day after the event. Whether that holds for these rules is not confirmed. So the day to work to "
    "counts the first day as day 1, which gives the earlier date. That is our reading."
)
LAST = "These are not all duties. A day that has passed is still a duty: do it now, and write down why it is late."


def result_html(answers: dict, made: str, link: Link) -> str:
    """Everything that follows from the answers, the days first."""
    found = dues(answers)
    dated, undated = [due for due in found if due.by], [due for due in found if not due.by]
    parts = [
        f'<h2>{FORM.title}</h2><p class="record__made">Made{" on " + escape(made) if made else ""}, with version {FORM.version} of this form. Check each rule before you rely on it.</p>'
    ]
    if dated:
        parts.append(f'{table_html(dated)}<figure class="dates__figure">{svg(answers, dated)}</figure>')
    if undated:
        parts.append(f"<h3>Without a date</h3><ul>{''.join(map(undated_html, undated))}</ul>")
    rules = dict.fromkeys(due.rule for due in found)
    rests = "".join(f"<li><strong>{escape(rule.title)}.</strong> {rests_html(rule, link)}</li>" for rule in rules)
    return "".join(parts) + (
        f"<p>{LAST}</p><h3>How days are counted here</h3><p>{HOW}{citations_html(COUNTING, link)}</p><h3>What it rests on</h3><p>{READ}</p><ul>{rests}</ul>{given_html(answers)}"
    )


def undated_html(due: Due) -> str:
    """A duty without a date: why it has none, or what is known of its limit."""
    return (
        f"<li><strong>{escape(due.title)}.</strong> {' '.join(map(escape, (f'{due.rule.limit}.', *due.counted)))}</li>"
    )


def given_html(answers: dict) -> str:
    """What was given."""
    rows = "".join(
        f"<dt>{escape(field.label)}</dt><dd>{escape(value_said(field, answers[field.id]))}</dd>"
        for field in fields(FORM)
        if answers.get(field.id)
    )
    return f"<h3>What you gave</h3><dl>{rows}</dl>"


def table_html(dated: list[Due]) -> str:
    """Every duty that has a date."""
    rows = "".join(
        f'<tr><th scope="row">{by_html(due)}</th><td><strong>{escape(due.title)}.</strong> {escape(due.rule.limit)}.'
        f"<ul>{''.join(f'<li>{escape(sentence)}</li>' for sentence in due.counted)}</ul></td></tr>"
        for due in dated
    )
    return f'<table class="dates"><thead><tr><th scope="col">Do it by</th><th scope="col">What, and how it was counted</th></tr></thead><tbody>{rows}</tbody></table>'


def by_html(due: Due) -> str:
    """The day to work to, with its time if it has one, and the last day by the other way of counting."""
    other = "In calendar days" if due.rule.id == "release-ready" else "Not counting the first day"
    last = f'<span class="dates__last">{other}: {format_date(due.last)}</span>' if due.last != due.by else ""
    return f"{format_date(due.by)}{', ' + due.at if due.at else ''}{last}"


def rests_html(rule: DateRule, link: Link) -> str:
    """What a rule rests on, what else it says, and what in it is our reading."""
    said_ = "".join(f" {escape(words)}" for words in (rule.explanation,) if words) + (
        f" <em>Our reading:</em> {escape(rule.reading)}" if rule.reading else ""
    )
    return f'<span class="dates__force">{FORCES[rule.force]}</span> {escape(rule.basis)}.{said_}{citations_html(rule.citations, link)}'


def rules_html(group: str, link: Link) -> str:
    """The rules of one group as a table: what there is to know without any tool."""
    rows = "".join(
        f'<tr><th scope="row">{escape(rule.title)}</th><td><strong>{escape(rule.limit)}.</strong><br>Counted from: {escape(rule.starts[0].lower() + rule.starts[1:])}.'
        f"<p>{rests_html(rule, link)}</p></td></tr>"
        for rule in RULES.values()
        if rule.group == group
    )
    return f'<table class="dates"><thead><tr><th scope="col">What</th><th scope="col">When, and what it rests on</th></tr></thead><tbody>{rows}</tbody></table>'
