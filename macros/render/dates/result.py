"""What is due by when, as HTML: a figure, a table with how each day was counted, and what has no date."""

from macros.render.dates.timeline import svg
from macros.render.forms.finished import said as value_said
from macros.render.marks import escape
from macros.render.result import Link, citations_html
from tools.dates import bank_holidays
from tools.dates.days import said
from tools.dates.due import Due, dues
from tools.dates.form import FORM
from tools.dates.rules import FORCES, RULES, Rule
from tools.forms.model import fields

HOW = ("<strong>How days are counted here.</strong> In weeks and months every day counts. Working days leave out weekends, Christmas Day, Good Friday and the bank holidays of "
       f"England and Wales. Those are known here for {bank_holidays.FIRST} to {bank_holidays.LAST}. Time limits are usually counted from the day after the event. Whether that holds for these rules "
       "is not confirmed. So each day to work to counts the first day as day 1, which gives the earlier date. That is our reading.")


def result_html(answers: dict, made: str, link: Link) -> str:
    """Everything that follows from the answers."""
    found = dues(answers)
    dated, undated = [due for due in found if due.by], [due for due in found if not due.by]
    parts = [f'<h2>{FORM.title}</h2><p class="record__made">Made{" on " + escape(made) if made else ""}, with version {FORM.version} of this form. Check each rule before you rely on it.</p>',
             given_html(answers), f"<p>{HOW}</p>"]
    if dated:
        parts.append(f'<figure class="dates__figure">{svg(answers, dated)}</figure><h3>By date</h3>{table_html(dated, link)}')
    if undated:
        items = "".join(f'<li><strong>{escape(due.title)}.</strong> {" ".join(map(escape, due.counted)) or escape(due.rule.limit) + "."} {rests_html(due.rule, link)}</li>' for due in undated)
        parts.append(f'<h3>Without a date</h3><ul class="dates__undated">{items}</ul>')
    return "".join(parts) + "<p>These are not all duties. A day that has passed is still a duty: do it now, and write down why it is late.</p>"


def given_html(answers: dict) -> str:
    """What was given."""
    rows = "".join(f"<dt>{escape(field.label)}</dt><dd>{escape(value_said(field, answers[field.id]))}</dd>" for field in fields(FORM) if answers.get(field.id))
    return f"<h3>What you gave</h3><dl>{rows}</dl>"


def table_html(dated: list[Due], link: Link) -> str:
    """Every duty that has a date."""
    rows = "".join(f'<tr><th scope="row">{by_html(due)}</th><td><strong>{escape(due.title)}</strong><ul>{"".join(f"<li>{escape(sentence)}</li>" for sentence in due.counted)}</ul>'
                   f"<p>{escape(due.rule.limit)}. {rests_html(due.rule, link)}</p></td></tr>" for due in dated)
    return f'<table class="dates"><thead><tr><th scope="col">Do it by</th><th scope="col">What, and how it was counted</th></tr></thead><tbody>{rows}</tbody></table>'


def by_html(due: Due) -> str:
    """The day to work to, with its time if it has one, and the last day by the other way of counting."""
    other = "By calendar days" if due.rule.id == "release-ready" else "If the first day is not counted"
    last = f'<span class="dates__last">{other}: {said(due.last)}</span>' if due.last != due.by else ""
    return f"{said(due.by)}{', ' + due.at if due.at else ''}{last}"


def rests_html(rule: Rule, link: Link) -> str:
    """What a rule rests on, what else it says, and what in it is our reading."""
    said_ = "".join(f" {escape(words)}" for words in (rule.says,) if words) + (f" <em>Our reading:</em> {escape(rule.reading)}" if rule.reading else "")
    return f'<span class="dates__force">{FORCES[rule.force]}</span> {escape(rule.basis)}.{said_}{citations_html(rule.citations, link)}'


def rules_html(group: str, link: Link) -> str:
    """The rules of one group as a table: what there is to know without any tool."""
    rows = "".join(f'<tr><th scope="row">{escape(rule.title)}</th><td><strong>{escape(rule.limit)}.</strong><br>Counted from: {escape(rule.starts[0].lower() + rule.starts[1:])}.'
                   f"<p>{rests_html(rule, link)}</p></td></tr>" for rule in RULES.values() if rule.group == group)
    return f'<table class="dates"><thead><tr><th scope="col">What</th><th scope="col">When, and what it rests on</th></tr></thead><tbody>{rows}</tbody></table>'
