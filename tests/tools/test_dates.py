"""The dates against sums made by hand, dateutil and the library of holidays; their calendar file against a parser."""

import random
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import holidays
import icalendar
import pytest
import yaml
from dateutil.relativedelta import relativedelta
from dateutil.rrule import DAILY, FR, MO, TH, TU, WE, rrule, rruleset
from hypothesis import given, settings
from hypothesis import strategies as some

from tools.dates import bank_holidays
from tools.dates.calendar_file import MAX_LINE_BYTES as LINE
from tools.dates.calendar_file import calendar, fold_line
from tools.dates.days import OutsideKnownYears, add_months, format_date, to_local, to_utc, working_days
from tools.dates.due import dues
from tools.dates.form import FORM, STATUSES
from tools.dates.rules import FORCES, GROUPS, RULES
from tools.forms.checks import check

CASES = yaml.safe_load((Path(__file__).parent / "dates.yml").read_text(encoding="utf-8"))
LONDON = ZoneInfo("Europe/London")
FREE = holidays.country_holidays("GB", subdiv="ENG", years=range(bank_holidays.FIRST - 1, bank_holidays.LAST + 2))
#: Days from which a count of working days stays within the table of bank holidays.
KNOWN_YEARS = date(bank_holidays.FIRST, 3, 1), date(bank_holidays.LAST, 10, 1)
KNOWN = some.dates(*KNOWN_YEARS)
STAMP = "20261124T021000Z"
ONE_DAY = timedelta(days=1)
#: How many visits are listed, the first included.
VISITS = 3


def text(given_: dict) -> dict:
    """Answers as the page gives them."""
    return {id: value.isoformat() if isinstance(value, date) else value for id, value in given_.items()}


def problems(**answers) -> dict[str, str]:
    """What keeps the form from being finished, by field."""
    return {p.field: p.text for p in check(FORM, text({id.replace("_", "-"): value for id, value in answers.items()}))}


# Sums made by hand


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_date_worked_out_by_hand(case):
    answers = text(case["given"])
    assert check(FORM, answers) == []
    due = next(d for d in dues(answers) if d.rule.id == case["rule"] and case.get("title") in (None, d.title))
    assert (due.by, due.last, due.at) == (case["by"], case["last"], case.get("at", ""))


def test_there_are_enough_each_with_its_sum_and_every_rule_with_a_date_has_one():
    assert (
        len(CASES) >= 40
        and len({case["name"] for case in CASES}) == len(CASES)
        and all(len(case["sum"]) > 10 for case in CASES)
    )
    assert {case["rule"] for case in CASES} == set(RULES) - {"visit-asked", "former-asked", "leaver"}


# Counting, against dateutil and the library of holidays


def working_days_by_dateutil() -> list[date]:
    """Every working day of the known years and some beyond, by rules of recurrence with holidays taken out."""
    days = rruleset()
    first, last = (datetime(year, 1, 1) for year in (bank_holidays.FIRST - 2, bank_holidays.LAST + 5))
    days.rrule(rrule(DAILY, dtstart=first, until=last, byweekday=(MO, TU, WE, TH, FR)))
    for holiday in FREE:
        days.exdate(datetime.combine(holiday, datetime.min.time()))
    return [day.date() for day in days]


WORKING_DAYS = working_days_by_dateutil()


def by_dateutil(start: date, number: int, back: bool = False) -> date:
    """The working day that is so many after a day, or before it."""
    if back:
        return WORKING_DAYS[bisect_left(WORKING_DAYS, start) - number]
    return WORKING_DAYS[bisect_right(WORKING_DAYS, start) + number - 1]


def days_from(first: date, last: date) -> list[date]:
    """Every day of the calendar between two, both included."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def test_working_days_are_those_of_dateutil_and_the_library():
    """From every known day: one working day, and a number of them."""
    rnd = random.Random(2011)
    for start in days_from(*KNOWN_YEARS):
        for number in (1, rnd.randint(2, 25)):
            assert working_days(start, number).day == by_dateutil(start, number), (start, number)


def test_working_days_before_a_day_are_too():
    rnd = random.Random(2012)
    for start in days_from(*KNOWN_YEARS):
        number = rnd.randint(1, 15)
        assert working_days(start, -number).day == by_dateutil(start, number, back=True), (start, number)


def test_months_are_those_of_dateutil():
    """From every day of a century, a number of months on or back."""
    rnd = random.Random(2000)
    for start in days_from(date(2000, 1, 1), date(2099, 1, 1)):
        months = rnd.randint(-24, 24)
        assert add_months(start, months) == start + relativedelta(months=months), (start, months)


def clock_times() -> list[datetime]:
    """Thousands of times between 2000 and 2036, and every ten minutes about both changes of the clock."""
    rnd = random.Random(1916)
    anywhere = [datetime(2000, 1, 1) + timedelta(minutes=rnd.randrange(37 * 365 * 24 * 60)) for _ in range(2_000)]
    changes = [datetime(year, month, last_sunday(year, month), 1) for year in range(2000, 2037) for month in (3, 10)]
    return anywhere + [change + timedelta(minutes=minutes) for change in changes for minutes in range(-120, 130, 10)]


def last_sunday(year: int, month: int) -> int:
    """The day of a month of 31 days on which the clocks change."""
    return max(day for day in range(25, 32) if date(year, month, day).weekday() == 6)


def test_hours_are_those_of_the_time_zone_database():
    for clock in clock_times():
        aware = clock.replace(tzinfo=LONDON, fold=0)
        moment = aware.astimezone(UTC)
        if moment.astimezone(LONDON).replace(tzinfo=None) != clock:
            assert to_utc(clock) is None and "forward" in problems(back=clock.isoformat()[:16])["back"], clock
            continue
        assert to_utc(clock) == moment.replace(tzinfo=None), clock
        (due,) = dues({"back": clock.isoformat()[:16]})
        end = (moment + timedelta(hours=72)).astimezone(LONDON)
        assert (due.by, due.at, due.moment) == (end.date(), f"{end:%H:%M}", end.astimezone(UTC).replace(tzinfo=None)), (
            clock
        )
        assert any("clocks change" in sentence for sentence in due.counted) is (end.utcoffset() != aware.utcoffset()), (
            clock
        )


@pytest.mark.parametrize("year", range(2000, 2038))
@pytest.mark.parametrize("minutes", range(-90, 91, 30))
def test_both_changes_of_the_clock_in_every_year(year, minutes):
    for month in (3, 10):
        moment = datetime(year, month, last_sunday(year, month), 1, tzinfo=UTC) + timedelta(minutes=minutes)
        assert to_local(moment.replace(tzinfo=None)) == moment.astimezone(LONDON).replace(tzinfo=None)


class Expected:
    """Every date that follows from answers, worked out a second time, by dateutil and the library of holidays alone.

    `found` counts each as (rule, day to work to, last day).
    """

    def __init__(self, answers: dict):
        self.days = {id: date.fromisoformat(v) for id, v in answers.items() if id not in ("status", "which", "how")}
        self.status, self.which, self.how = (answers.get(id) for id in ("status", "which", "how"))
        self.found: Counter = Counter()
        self.custody()
        self.release()
        self.reviews()
        self.placement()
        if "knife" in self.days:
            self.working("knife", self.days["knife"], 1)

    def note(self, rule: str, by: date, last: date) -> date:
        """Counts a date, and gives the day to work to."""
        self.found[rule, by, last] += 1
        return by

    def working(self, rule: str, start: date, number: int) -> date:
        """A number of working days after a day; the day to work to counts that day as the first."""
        last = by_dateutil(start, number)
        if start.weekday() > 4 or start in FREE:
            return self.note(rule, last, last)
        return self.note(rule, start if number == 1 else by_dateutil(start, number - 1), last)

    def later(self, rule: str, start: date, step: relativedelta) -> date:
        """Weeks or months after a day; the day to work to is the day before."""
        return self.note(rule, start + step - ONE_DAY, start + step)

    def visits(self, first: str, next_: str, quarterly: bool) -> None:
        """The visits that are listed: the first, and those after it until release."""
        start = self.days.get("moved", self.days["detained"])
        year = start + relativedelta(weeks=1) + relativedelta(years=1)
        before, many = self.days.get("visited"), VISITS
        if before is None or before < start:
            before, many = self.later(first, start, relativedelta(weeks=1)), VISITS - 1
        for _ in range(many):
            step = relativedelta(months=3) if quarterly and before >= year else relativedelta(weeks=6)
            if before + step - ONE_DAY >= self.days.get("release", date.max):
                return
            before = self.later(next_, before, step)

    def custody(self) -> None:
        """Visits and plans from the day a child was detained."""
        if "detained" not in self.days:
            return
        if self.status in ("order", "not-sure"):
            self.visits("visit-first", "visit-next", True)
        if self.status in ("remand", "not-sure"):
            self.visits("remand-first", "remand-next", False)
        if self.status in ("order", "remand", "not-sure"):
            self.working("detention-plan", self.days["detained"], 10)
        if self.status in ("former", "not-sure") and "visited" not in self.days:
            self.working("former-first", self.days["detained"], 10)

    def release(self) -> None:
        """What is due before a release."""
        if "release" not in self.days:
            return
        free = self.days["release"]
        if self.status in ("order", "not-sure", None):
            self.note("release-review", free - ONE_DAY, free - ONE_DAY)
        if self.status in ("leaver", "not-sure", None):
            self.note("pathway-review", free - relativedelta(months=1), free - relativedelta(months=1))
        ready = min(by_dateutil(free, 10, back=True), free - relativedelta(weeks=2))
        self.note("release-ready", ready, free - relativedelta(days=10))

    def reviews(self) -> None:
        """The reviews that follow the last one, or the day on which a child came into care."""
        steps = [("review-second", 3), ("review-later", 6)]
        last = self.days.get("review")
        if last is None and "looked-after" in self.days:
            last = self.working("review-first", self.days["looked-after"], 20)
        for rule, months in steps[self.which == "later" :] if last else ():
            last = self.later(rule, last, relativedelta(months=months))

    def placement(self) -> None:
        """Notices and plans of a placement."""
        if "placed" not in self.days:
            return
        for rule, number in (("notice-emergency", 5), ("placement-plan", 5), ("care-plan", 10)):
            if self.how == "emergency":
                self.working(rule, self.days["placed"], number)
            else:
                before = self.days["placed"] - ONE_DAY
                self.note(rule.replace("emergency", "planned"), before, before)


@some.composite
def histories(draw) -> dict:
    """Answers that fit together."""
    answers = {}
    if draw(some.booleans()):
        start = draw(KNOWN)
        answers |= {"detained": start, "status": draw(some.sampled_from([value for value, _ in STATUSES]))}
        for id in ("moved", "visited", "release"):
            if draw(some.booleans()):
                answers[id] = (
                    max(start, answers.get("moved", start)) + timedelta(days=draw(some.integers(0, 900)))
                    if id != "visited"
                    else start + timedelta(days=draw(some.integers(0, 900)))
                )
    if draw(some.booleans()):
        answers["looked-after"] = draw(KNOWN)
    if draw(some.booleans()):
        answers |= {
            "review": answers.get("looked-after", date(2020, 1, 1)) + timedelta(days=draw(some.integers(0, 900))),
            "which": draw(some.sampled_from(["first", "later"])),
        }
    if draw(some.booleans()):
        answers |= {"placed": draw(KNOWN), "how": draw(some.sampled_from(["planned", "emergency"]))}
    if draw(some.booleans()) or not answers:
        answers["knife"] = draw(KNOWN)
    return text(answers)


@pytest.mark.thorough
@settings(max_examples=1000, deadline=None)
@given(histories())
def test_every_date_is_what_a_second_way_of_working_it_out_gives(answers):
    found = dues(answers)
    assert check(FORM, answers) == []
    outside = [due for due in found if due.by is None and due.counted]
    dated = Counter((due.rule.id, due.by, due.last) for due in found if due.by)
    if not outside:
        assert dated == Expected(answers).found
    assert all(due.by <= due.last for due in found if due.by)
    days = [due.by for due in found if due.by]
    assert days == sorted(days)


@pytest.mark.parametrize(
    "fields",
    [
        {"detained": None, "status": "former"},
        {"detained": None, "status": "order"},
        {"looked-after": None},
        {"placed": None, "how": "emergency"},
        {"knife": None},
        {"release": None},
    ],
    ids=lambda fields: " ".join(filter(None, (*fields, *fields.values()))),
)
def test_what_starts_later_is_never_due_earlier(fields):
    """Through all known years, in steps of one to five days; each date is compared with the one before it."""
    rnd, start, latest = random.Random(1875), KNOWN_YEARS[0], {}
    while start < KNOWN_YEARS[1]:
        for due in dues({id: value or start.isoformat() for id, value in fields.items()}):
            if due.by:
                assert latest.get(due.title, due.by) <= due.by, (start, due.title)
                latest[due.title] = due.by
        start += timedelta(days=rnd.randint(1, 5))
    assert latest


def test_a_visit_that_would_fall_on_the_day_of_release_is_not_listed_and_one_before_it_is():
    begun = {"detained": "2026-11-24", "status": "order"}
    assert "Second visit" not in [d.title for d in dues(begun | {"release": "2027-01-10"})] and "Second visit" in [
        d.title for d in dues(begun | {"release": "2027-01-11"})
    ]


def test_hours_that_start_as_the_clocks_have_just_changed_have_no_change_in_between():
    assert len(dues({"back": "2027-03-28T02:00"})[0].counted) == 1


# Bank holidays


@pytest.mark.parametrize(
    "day, free",
    [
        ("2011-04-29", True),
        ("2012-06-05", True),
        ("2020-05-04", False),
        ("2020-05-08", True),
        ("2022-05-30", False),
        ("2022-06-02", True),
        ("2022-06-03", True),
        ("2022-09-19", True),
        ("2023-05-08", True),
        ("2021-12-27", True),
        ("2021-12-28", True),
        ("2026-12-28", True),
        ("2026-11-30", False),
        ("2026-08-03", False),
        ("2026-01-02", False),
        ("2026-06-15", False),
    ],
)
def test_special_days_are_there_and_those_of_scotland_are_not(day, free):
    assert (day in bank_holidays.NAMES) is free


@pytest.mark.parametrize("day", [f"{year}-{rest}" for year in (2010, 2031) for rest in ("03-02", "06-15")])
def test_outside_the_known_years_no_working_day_is_counted_and_it_says_so(day):
    with pytest.raises(OutsideKnownYears):
        working_days(date.fromisoformat(day), 3)
    due = dues({"placed": day, "how": "emergency"})[0]
    assert due.by is None and "2011 to 2030" in due.counted[0]
    assert dues({"detained": day, "status": "order"})[0].by == date.fromisoformat(day) + timedelta(days=6), (
        "a week needs no table"
    )


# Words


def test_a_number_that_nobody_confirmed_is_not_printed():
    for rule in ("visit-asked", "former-asked", "leaver"):
        assert not re.search(
            r"\b(\d+|two|five|six|ten|twenty) (working )?(day|week|month)", f"{RULES[rule].limit} {RULES[rule].starts}"
        ), rule
    assert "No number of days is confirmed" in RULES["leaver"].limit
    assert all(
        due.by is None for due in dues({"detained": "2026-11-24", "status": "leaver"}) if due.rule.id == "leaver"
    )


def test_both_readings_of_ten_days_are_given_and_the_earliest_is_the_one_to_work_to():
    due = next(d for d in dues({"release": "2027-01-05"}) if d.rule.id == "release-ready")
    said_ = " ".join(due.counted)
    assert (
        all(format_date(day) in said_ for day in (date(2026, 12, 26), date(2026, 12, 22), date(2026, 12, 17)))
        and "Work to the earliest" in said_
    )
    assert due.rule.force == "guidance" and "not found" in due.rule.explanation


def test_days_that_were_passed_over_are_named():
    counted = " ".join(dues({"placed": "2026-12-23", "how": "emergency"})[0].counted)
    assert (
        "4 weekend days, Christmas Day (25 December), substitute day for Boxing Day (28 December) "
        "and New Year's Day (1 January)" in counted
    )


def test_a_month_without_the_day_says_that_it_ends_on_its_last():
    assert "has no day 30" in " ".join(dues({"review": "2026-11-30", "which": "first"})[0].counted)


def test_a_day_to_work_to_on_a_weekend_names_the_working_day_before():
    due = next(d for d in dues({"detained": "2026-12-28", "status": "order"}) if d.rule.id == "visit-first")
    assert "The working day before it is Thursday 31 December 2026" in due.counted[-1]


def test_every_rule_has_its_words_and_sources():
    for rule in RULES.values():
        assert rule.group in dict(GROUPS) and rule.force in FORCES and rule.basis and rule.citations
        assert any(c.startswith("note ") for c in rule.citations), rule.id
        assert not rule.limit.endswith(".") and not rule.starts.endswith(".")


def test_every_rule_comes_out_of_some_answers():
    given_ = [
        {"detained": "2026-11-24", "status": "not-sure", "release": "2027-06-01"},
        {"looked-after": "2026-11-24"},
        {"placed": "2026-11-24", "how": "planned"},
        {"placed": "2026-11-24", "how": "emergency"},
        {"back": "2026-11-24T02:10"},
        {"knife": "2026-11-24"},
    ]
    assert {due.rule.id for answers in given_ for due in dues(answers)} == set(RULES)


@pytest.mark.parametrize(
    "status, rules, never",
    [
        (
            "order",
            {"visit-first", "visit-asked", "detention-plan", "release-review"},
            {"former-first", "leaver", "pathway-review"},
        ),
        (
            "remand",
            {"remand-first", "visit-asked", "detention-plan"},
            {"visit-first", "former-first", "release-review"},
        ),
        (
            "former",
            {"former-first", "former-asked"},
            {"visit-first", "remand-first", "release-review", "pathway-review"},
        ),
        ("leaver", {"leaver", "pathway-review"}, {"former-first", "visit-first", "remand-first"}),
    ],
)
def test_each_child_has_the_rules_that_hold_and_no_others(status, rules, never):
    found = {due.rule.id for due in dues({"detained": "2026-11-24", "status": status, "release": "2027-06-01"})}
    assert rules <= found and not never & found and "release-ready" in found


def test_what_is_not_known_to_hold_says_on_what_it_depends():
    for due in dues({"detained": "2026-11-24", "status": "not-sure", "release": "2027-06-01"}):
        assert due.title.startswith(("If ", "For a care leaver")) or due.rule.id in (
            "visit-asked",
            "leaver",
            "release-ready",
        ), due.title


# Answers


@pytest.mark.parametrize(
    "answers, field, words",
    [
        ({}, "detained", "at least one day"),
        ({"child": "AB"}, "detained", "at least one day"),
        ({"status": "order"}, "detained", "at least one day"),
        ({"detained": "2026-11-24"}, "status", "which fits"),
        ({"moved": "2026-11-24"}, "detained", "into custody"),
        ({"visited": "2026-11-24"}, "detained", "into custody"),
        ({"review": "2026-11-24"}, "which", "which review"),
        ({"placed": "2026-11-24"}, "how", "how the placement"),
        ({"detained": "2026-11-24", "status": "order", "moved": "2026-11-23"}, "moved", "before the day"),
        ({"detained": "2026-11-24", "status": "order", "visited": "2026-11-23"}, "visited", "Leave it empty"),
        ({"detained": "2026-11-24", "status": "order", "release": "2026-11-23"}, "release", "before the day"),
        ({"looked-after": "2026-11-24", "review": "2026-11-23", "which": "first"}, "review", "before the day"),
        ({"back": "2027-03-28T01:30"}, "back", "forward"),
        ({"knife": "1026-11-24"}, "knife", "2000 to 2100"),
        ({"back": "0001-01-01T00:00"}, "back", "2000 to 2100"),
        ({"knife": "2026-02-30"}, "knife", "give a day"),
        ({"detained": "2026-11-24", "status": "other"}, "status", "choose one"),
    ],
)
def test_answers_that_do_not_fit_together(answers, field, words):
    assert words in problems(**answers)[field]
    assert FORM.advice(answers) == [], "and nothing is worked out from them"


def test_the_dates_so_far_are_said_while_the_form_is_filled_in():
    assert (
        FORM.advice({"back": "2026-10-24T20:00"})[0].text
        == "Independent return interview offered: by 19:00 on Tuesday 27 October 2026."
    )


# The calendar file


def entries(text_: str) -> list:
    return icalendar.Calendar.from_ical(text_).walk("VEVENT")


@pytest.mark.thorough
@settings(max_examples=300, deadline=None)
@given(histories())
def test_a_calendar_file_gives_back_every_date(answers):
    found = [due for due in dues(answers) if due.by]
    made = calendar(dues(answers), STAMP)
    read = entries(made)
    assert [(e.decoded("DTSTART"), e.decoded("DTEND")) for e in read] == [
        (due.by, due.by + timedelta(days=1)) for due in found
    ]
    assert len({str(e["UID"]) for e in read}) == len(found)
    for event, due in zip(read, found, strict=False):
        assert event.decoded("DTSTAMP") == datetime(2026, 11, 24, 2, 10, tzinfo=UTC)
        assert all(sentence in str(event["DESCRIPTION"]) for sentence in due.counted) and due.rule.basis in str(
            event["DESCRIPTION"]
        )
        assert (
            str(event["SUMMARY"]).endswith("do it by today")
            and event["CLASS"] == "PRIVATE"
            and event["TRANSP"] == "TRANSPARENT"
        )
    assert made.endswith("END:VCALENDAR\r\n") and "\n" not in made.replace("\r\n", "")
    assert all(len(line.encode()) <= LINE for line in made.split("\r\n"))


def test_a_time_is_given_by_greenwich():
    (event,) = entries(calendar(dues({"back": "2026-06-01T10:00"}), STAMP))
    assert event.decoded("DTEND") == datetime(2026, 6, 4, 9, 0, tzinfo=UTC) and "by 10:00" in event["SUMMARY"]
    assert event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(minutes=30)


def test_the_products_say_what_they_are():
    read = icalendar.Calendar.from_ical(calendar([], STAMP))
    assert (
        read["VERSION"] == "2.0"
        and read["CALSCALE"] == "GREGORIAN"
        and read["METHOD"] == "PUBLISH"
        and "Good enough" in read["PRODID"]
    )


@settings(max_examples=500, deadline=None)
@given(some.text(some.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=300))
def test_folding_loses_nothing_and_cuts_no_letter(line):
    parts = fold_line(line).split("\r\n")
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == line and all(
        len(part.encode()) <= LINE for part in parts
    )
