"""What is due by when, as HTML: a figure, a table with how each day was counted, and what has no date."""

from datetime import date

from macros.render.dates.timeline import timeline_svg
from macros.render.forms.finished import answers_html
from macros.render.html import Child, Html, join, tag
from macros.render.result import Link, citations_html
from tools.dates import bank_holidays
from tools.dates.days import format_date
from tools.dates.due import Due, dues
from tools.dates.form import FORM
from tools.dates.rules import COUNTING, FORCES, READ, RULES, DateRule
from tools.forms.model import Answers, fields

HOW = (
    "In weeks and months every day counts. Working days leave out weekends, Christmas Day, Good Friday and the bank "
    f"holidays of England and Wales, which are known here for {bank_holidays.FIRST} to {bank_holidays.LAST}. Time "
    "limits are usually counted from the day after the event. Whether that holds for these rules is not confirmed. So "
    "the day to work to counts the first day as day 1, which gives the earlier date. That is our reading."
)
LAST = "These are not all duties. A day that has passed is still a duty: do it now, and write down why it is late."


def result_html(answers: Answers, made: str, link: Link) -> Html:
    """Everything that follows from the answers, the duties with a date first. `made` is the day it was made."""
    duties = dues(answers)
    dated, undated = [due for due in duties if due.by], [due for due in duties if not due.by]
    rules = dict.fromkeys(due.rule for due in duties)
    return join(
        tag("h2", FORM.title),
        tag(
            "p",
            f"Made{f' on {made}' if made else ''}, with version {FORM.version} of this form. "
            "Check each rule before you rely on it.",
            class_="record__made",
        ),
        [table_html(dated), tag("figure", timeline_svg(answers, dated), class_="dates__figure")] if dated else None,
        [tag("h3", "Without a date"), tag("ul", map(undated_html, undated))] if undated else None,
        tag("p", LAST),
        tag("h3", "How days are counted here"),
        tag("p", HOW, citations_html(COUNTING, link)),
        tag("h3", "What it rests on"),
        tag("p", READ),
        tag("ul", [tag("li", tag("strong", f"{rule.title}."), " ", sources_html(rule, link)) for rule in rules]),
        answers_html("What you gave", fields(FORM), answers) or [tag("h3", "What you gave"), tag("dl")],
    )


def undated_html(due: Due) -> Html:
    """A duty without a date: why it has none, or what is known of its limit."""
    text = " ".join([f"{due.rule.limit}.", *due.counted])
    return tag("li", tag("strong", f"{due.title}."), f" {text}")


def table_html(dated: list[Due]) -> Html:
    """Every duty that has a date."""
    rows = [
        tag(
            "tr",
            tag("th", by_html(due, due.by, due.last), scope="row"),
            tag(
                "td",
                tag("strong", f"{due.title}."),
                f" {due.rule.limit}.",
                tag("ul", [tag("li", sentence) for sentence in due.counted]),
            ),
        )
        for due in dated
        if due.by and due.last
    ]
    return dates_table("Do it by", "What, and how it was counted", rows)


def dates_table(first: str, second: str, rows: list[Html]) -> Html:
    """A table of dates or rules, with the headings of its two columns."""
    head = tag("tr", tag("th", first, scope="col"), tag("th", second, scope="col"))
    return tag("table", tag("thead", head), tag("tbody", rows), class_="dates")


def by_html(due: Due, by: date, last: date) -> Html:
    """The day to work to, with its time if it has one, and the last day by the other way of counting."""
    other = "In calendar days" if due.rule.id == "release-ready" else "Not counting the first day"
    return join(
        format_date(by),
        f", {due.at}" if due.at else None,
        tag("span", f"{other}: {format_date(last)}", class_="dates__last") if last != by else None,
    )


def sources_html(rule: DateRule, link: Link) -> Html:
    """The sources of a rule, what else it says, and what in it is our reading."""
    reading: Child = [" ", tag("em", "Our reading:"), f" {rule.reading}"] if rule.reading else None
    return join(
        tag("span", FORCES[rule.force], class_="dates__force"),
        f" {rule.basis}.",
        f" {rule.explanation}" if rule.explanation else None,
        reading,
        citations_html(rule.citations, link),
    )


def rules_html(group: str, link: Link) -> Html:
    """The rules of one group as a table, for the page without any tool."""
    rows = [
        tag(
            "tr",
            tag("th", rule.title, scope="row"),
            tag(
                "td",
                tag("strong", f"{rule.limit}."),
                tag("br"),
                f"Counted from: {rule.starts[0].lower() + rule.starts[1:]}.",
                tag("p", sources_html(rule, link)),
            ),
        )
        for rule in RULES.values()
        if rule.group == group
    ]
    return dates_table("What", "When, and what it rests on", rows)
