"""The local picture as it leaves the tool.

No small number can be worked out, no spreadsheet runs anything, and the chart needs no colour.
"""

import csv
import io
import random
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from macros.render.picture import export
from macros.render.picture.drawing import svg
from macros.render.picture.result import result_html
from tests.support.answers import answer_to
from tests.tools.months import monthly
from tools.picture import sentences, series
from tools.picture.analysis import Analysis
from tools.picture.cells import HIDDEN
from tools.picture.publication import public

SVG = "{http://www.w3.org/2000/svg}"


def no_link(citation: str) -> list:
    """Leads no citation anywhere."""
    return []


def told(found: Analysis) -> str:
    """Everything that leaves the tool for publication."""
    may = public(found)
    return " ".join((result_html(found, may, 700, no_link), export.csv(found, may), export.chart(found, may)))


# Small numbers


def test_a_total_below_six_is_not_given_and_nothing_is_compared_with_it():
    found = monthly([20, 30, 40, 1, 2, 1], change=3)
    assert (
        not public(found).compares
        and "too small to publish" in sentences.report(found, public(found))
        and "4 calls" not in told(found)
    )


def test_a_share_of_few_children_is_hidden_whatever_its_count():
    found = monthly([6, 30, 9, 20], "Cautioned", {"Children": [6, 300, 90, 200]}, of=1)
    assert public(found).hidden == frozenset()
    few = monthly([3, 30, 9, 20], "Cautioned", {"Children": [5, 300, 90, 200]}, of=1)
    assert 0 in public(few).hidden and "<td>5</td>" not in result_html(few, public(few), 700, no_link)


@pytest.mark.thorough
def test_nothing_that_is_published_holds_a_hidden_figure_or_what_gives_it_away():
    """Thousands of series: the table has c, the chart has no point, and no sentence names a hidden period."""
    rnd = random.Random(6)
    for _ in range(1_500):
        many = rnd.randint(6, 30)
        found = monthly(
            [rnd.choice((rnd.randint(0, 8), rnd.randint(0, 60))) for _ in range(many)],
            change=rnd.choice((None, rnd.randint(1, many - 1))),
        )
        may = public(found)
        rows = list(csv.reader(io.StringIO(export.csv(found, may).lstrip("\ufeff"))))[1:]
        for n, row in enumerate(rows):
            assert (row[1] == "c" and row[-1] == "") if n in may.hidden else row[1] == str(found.counts[n])
        assert not any(may.hidden.intersection(signal.places) for signal in sentences.shown_signals(found, may))
        shown = [n for n in range(many) if n not in may.hidden]
        assert export.chart(found, may).count("<circle") == len(shown)
        for part in (
            [range(many)] if found.change is None else [range(many), range(found.change), range(found.change, many)]
        ):
            inside = [found.counts[n] for n in part if n in may.hidden]
            left = [n for n in part if n not in may.hidden]
            assert not inside or not left or len(inside) > 1 and sum(inside) > 0, (
                "from the total, what is hidden could be worked out"
            )


def test_a_steady_fall_of_hidden_figures_is_not_told():
    """5, 4, 3, 2, 1, 0: six figures below 6 that all fall can be nothing else."""
    found = monthly([6, 20, 6, 20, 6, 5, 4, 3, 2, 1, 0])
    assert any(signal.rule == "trend" and set(range(5, 11)) <= set(signal.places) for signal in found.chart.signals)
    assert (
        "lower than the one before" in sentences.report(found)
        and "lower than the one before" not in told(found)
        and "steady fall" not in told(found)
    )
    assert (
        "Nothing stands out among the figures shown" in told(found)
        and "chance alone" not in sentences.verdict(found, public(found))[1]
    )


def test_rates_say_that_their_counts_cannot_be_seen():
    found = monthly([1.5, 2.5, 3.5], "Rate")
    assert sentences.RATES_WARNING in told(found) and sentences.RATES_WARNING not in sentences.report(found)


def test_what_is_not_for_publication_says_so_on_the_chart_in_the_paragraph_and_in_the_file_s_name():
    found = monthly([20, 30, 3, 12, 40])
    assert (
        "Not for publication" in export.chart(found, None)
        and "Not for publication" in sentences.report(found)
        and export.file_name(found, None) == "calls-not-for-publication"
    )
    may = public(found)
    assert "Not for publication" not in told(found) and export.file_name(found, may) == "calls"


# Files

EVIL = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    " =1",
    "＝1",
    "a;=1+1",
    "a,=1",
    "a|@x",
    '=HYPERLINK("http://x","y")',
    'x";=1',
    "a\t-1",
]


@pytest.mark.parametrize("text", EVIL)
def test_no_cell_of_an_exported_csv_can_start_a_formula(text):
    """Neither when it is read with commas, nor when a spreadsheet parts it at semicolons, tabs or strokes."""
    line = f"Month,{export.cell(text)},12"
    for parts in ([*csv.reader([line])], *([part.split(sign)] for sign in ",;\t|" for part in line.split("\n"))):
        for cell in parts[0]:
            assert not cell.strip().strip('"').strip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠")), (
                text,
                cell,
            )


def test_headings_of_others_do_not_become_formulas_in_the_file():
    answered = answer_to(
        "picture", "save", {"text": 'Month\t=cmd|"/c calc"!A1\nApr-20\t12\nMay-20\t14', "measure": "events"}
    )
    head = next(csv.reader(io.StringIO(answered["csv"].lstrip("\ufeff"))))
    assert (
        head[1].startswith("'=")
        and not answered["name"].startswith("=")
        and re.fullmatch(r"[a-z0-9-]+", answered["name"])
    )


def test_the_file_opens_in_a_spreadsheet_as_the_same_figures():
    found = monthly([1200, 30, "", 12, "<5", 40])
    rows = list(csv.reader(io.StringIO(export.csv(found, None).removeprefix("\ufeff"))))
    assert export.csv(found, None).startswith("\ufeff") and rows[0] == ["Month", "Calls", "Stands out"]
    assert [row[1] for row in rows[1:]] == ["1200", "30", "", "12", "c", "40"] and series.read(
        export.csv(found, None)
    ).columns[0].values == (1200, 30, None, 12, HIDDEN, 40)


# The chart


def drawn(found: Analysis, may=None, width: int = 700) -> ElementTree.Element:
    return ElementTree.fromstring(svg(found, width, may))


def test_the_chart_has_a_title_and_a_description_that_say_what_it_says():
    found = monthly([10, 12] * 7 + [40])
    drawing = drawn(found)
    assert drawing.get("role") == "img" and drawing.get("aria-labelledby").split() == [
        drawing.find(f"{SVG}title").get("id"),
        drawing.find(f"{SVG}desc").get("id"),
    ]
    assert drawing.find(f"{SVG}title").text == "Calls to the police from homes, Jan 2010 to Mar 2011"
    for said in ("Line chart of 15 periods.", "Something stands out.", "Mar 2011 lies above the upper limit."):
        assert said in drawing.find(f"{SVG}desc").text


def test_what_stands_out_differs_by_shape_and_lines_by_their_dashes():
    found = monthly([30, 32] * 8 + [60, 31, 2], change=16)
    drawing = drawn(found)
    shapes = {path.get("d") for path in drawing.iter(f"{SVG}path") if path.get("transform")}
    assert len(shapes) == 2, "above points up, below points down"
    dashes = {
        (line.get("stroke-width"), line.get("stroke-dasharray"))
        for line in drawing.iter(f"{SVG}line")
        if line.get("stroke") == "#0b4f5c" or line.get("stroke-dasharray") == "2 3"
    }
    assert {dash for _, dash in dashes} == {"none", "7 4", "2 3"}
    text = " ".join(filter(None, drawing.itertext()))
    for said in ("stands out, above", "stands out, below", "average 31", "limits", "change, from May 2011"):
        assert said in text


@pytest.mark.parametrize("width", [300, 360, 700, 1200])
def test_nothing_is_drawn_outside_the_picture(width):
    found = monthly([n % 17 for n in range(60)], change=30)
    drawing = drawn(found, None, width)
    right, bottom = float(drawing.get("width")), float(drawing.get("height"))
    for circle in drawing.iter(f"{SVG}circle"):
        assert 0 <= float(circle.get("cx")) <= right and 0 <= float(circle.get("cy")) <= bottom
    for text in drawing.findall(f"{SVG}text"):
        assert 0 <= float(text.get("x")) <= right and float(text.get("y")) <= bottom, text.text


def test_a_gap_breaks_the_line_and_is_not_drawn_as_nought():
    found = monthly([10, 12, "", 12, 10, 12, 11])
    path = next(path.get("d") for path in drawn(found).iter(f"{SVG}path") if path.get("fill") == "none")
    assert path.count("M") == 2 and path.count("L") == 4


def test_the_chart_needs_no_style_sheet_no_script_and_nothing_from_elsewhere():
    text = svg(monthly([10, 12] * 5, "<b>&\"'"), 700)
    ElementTree.fromstring(text)
    assert not re.search(r"<style|style=|<script|href|url\(|<image|foreignObject", text) and "<b>" not in text


# The answers of the page


def shown(text: str, **given_) -> dict:
    return answer_to("picture", "show", {"text": text, **given_})


def test_parts_of_events_and_more_children_than_there_are_say_which_month_and_what_to_do():
    assert (
        "May 2020: 2.5 is not a whole number, so it counts nothing."
        in shown("Month,Calls\nApr-20,3\nMay-20,2.5", measure="calls")["problems"]
    )
    said = shown("Month,Cautioned,Children\nApr-20,3,2\nMay-20,1,9", of="1")["problems"]
    assert (
        "Apr 2020: 3 is more than the 2 children it is out of." in said and "Your figures are still in the box." in said
    )


def test_each_problem_leads_to_its_row():
    assert 'data-row="3"' in shown("Month,Calls\nApr-20,3\nMay-20,x1\nJun-20,2")["problems"]


PIECES = [
    "Apr-20",
    "May-20",
    "03/04/2020",
    "2019/20",
    "2020",
    "Q1 2019/20",
    "Month",
    "Calls",
    "12",
    "1,234",
    "1.234",
    "<5",
    "c",
    "*",
    "-",
    "=1+1",
    '"',
    "\n",
    "\n",
    ",",
    ",",
    ";",
    "\t",
    "|",
    "\ufeff",
    "²",
    "٣",
    "\x00",
    "\u2028",
    "\x85",
    "9" * 30,
    "9.8%",
    "Total",
    "May",
    "\r",
    "0",
]


@pytest.mark.thorough
@settings(max_examples=400, deadline=None)
@given(
    some.lists(some.one_of(some.sampled_from(PIECES), some.text(max_size=6)), max_size=40).map("".join),
    some.fixed_dictionaries(
        {
            "measure": some.sampled_from(["", "calls", "convicted", "rate", "none such"]),
            "of": some.sampled_from(["", "0", "1", "x", "²"]),
            "change": some.sampled_from(["", "1", "99"]),
            "public": some.sampled_from(["", "yes"]),
            "width": some.sampled_from(["300", "900"]),
        }
    ),
)
def test_whatever_is_pasted_gives_a_picture_or_a_sentence(text, choices):
    found = shown(text, **choices)
    assert found.get("result") or found["say"].endswith("."), "never silence, and never a crash"
