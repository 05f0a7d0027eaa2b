"""The page of the dates: what a finished form shows, its figure, and the calendar file that it offers."""

import re
from pathlib import Path

import holidays
import icalendar
import pytest

from macros.maintenance import bank_holidays as maker
from macros.render.dates.timeline import HAPPENED, WIDTH
from tests.support.answers import answer_to, text_of
from tools.dates import bank_holidays
from tools.dates.days import format_date
from tools.dates.due import dues
from tools.dates.form import FORM

STAMP = "20261124T021000Z"


def entries(text: str) -> list:
    """The entries of a calendar file, by another parser."""
    return icalendar.Calendar.from_ical(text).walk("VEVENT")


def finished(*pairs: list[str]) -> str:
    """The page of a finished form."""
    return answer_to("dates", "check", list(pairs))["done"]


def test_a_finished_page_has_a_figure_with_words_and_a_table_with_every_date():
    pairs = [["detained", "2026-12-18"], ["status", "order"], ["child", "<b>AB</b>"], ["made", "today"]]
    done = answer_to("dates", "check", pairs)["done"]
    found = [due for due in dues(dict(pairs[:2])) if due.by]
    description = re.search(r"<desc[^>]*>(.*?)</desc>", done)[1]
    assert (
        all(format_date(due.by) in description for due in found)
        and "Into custody" in description
        and done.count("<tr>") == 1 + len(found)
    )
    assert "<b>AB" not in done and "&lt;b&gt;AB" in done
    assert max(float(y) for y in re.findall(r' y="([\d.]+)"', done)) < float(
        re.search(rf'viewBox="0 0 {WIDTH} (\d+)"', done)[1]
    )


def test_every_day_that_is_asked_for_has_its_words_in_the_figure():
    assert set(HAPPENED) == {
        field.id for section in FORM.sections for field in section.fields if field.kind in ("day", "when")
    }


def test_the_way_of_counting_is_said_to_be_our_reading():
    done = answer_to("dates", "check", [["knife", "2026-11-27"]])["done"]
    assert (
        "not confirmed" in done
        and "That is our reading" in done
        and "Not counting the first day: Monday 30 November 2026" in done
    )


@pytest.mark.parametrize("day", [f"{year}-{rest}" for year in (2010, 2031) for rest in ("03-02", "06-15")])
def test_outside_the_known_years_the_page_gives_no_date_and_says_so(day):
    page = finished(["placed", day], ["how", "emergency"])
    assert "<table" not in page and "no date is given" in page


def test_a_calendar_file_holds_nothing_of_a_child_and_two_of_them_share_no_entry():
    pairs = [["child", "ZZSECRET"], ["knife", "2026-11-27"]]
    one, other = (text_of("dates", "calendar", [*pairs, ["stamp", stamp]]) for stamp in (STAMP, "20261124T021001Z"))
    assert "ZZSECRET" not in one and len(entries(one)) == 1 and entries(one)[0]["UID"] != entries(other)[0]["UID"]
    assert entries(text_of("dates", "calendar", [["knife", "yesterday"], ["stamp", STAMP]])) == []


def test_the_table_is_what_the_library_has():
    assert Path(bank_holidays.__file__).read_text(encoding="utf-8") == maker.table(), (
        "run `python -m macros bank-holidays`"
    )
    for part in ("ENG", "WLS"):
        own = holidays.country_holidays("GB", subdiv=part, years=range(bank_holidays.FIRST, bank_holidays.LAST + 1))
        assert {day.isoformat() for day in own} == set(bank_holidays.NAMES)
