"""What may be published: no small number shown, none left to be worked out, nothing that a spreadsheet runs, and a chart that says itself without colour."""

import csv
import io
import json
import random
import re
from xml.etree import ElementTree

import pytest

from macros.render.picture import answer, export
from macros.render.picture.result import result_html
from tools.picture import series, words
from tools.picture.cells import HIDDEN
from tools.picture.look import Choices, Look, look
from tools.picture.publication import public, published

NO_LINK = lambda citation: []
SVG = "{http://www.w3.org/2000/svg}"


def monthly(values, heading: str = "Calls", others: dict | None = None, **choices) -> Look:
    """A series of months as a look."""
    heads = ["Month", heading, *(others or {})]
    rows = ["\t".join(map(str, [f"{1 + n % 12:02}/{2010 + n // 12}", value, *(column[n] for column in (others or {}).values())])) for n, value in enumerate(values)]
    return look(series.read("\n".join(["\t".join(heads), *rows])), Choices(**choices))


def told(found: Look) -> str:
    """Everything that leaves the tool for publication."""
    may = public(found)
    return " ".join((result_html(found, may, 700, NO_LINK), export.csv(found, may), export.chart(found, may)))


# Small numbers

@pytest.mark.parametrize("count, hidden", [(0, True), (1, True), (5, True), (6, False)])
def test_counts_below_six_are_hidden_and_six_is_not(count, hidden):
    found = monthly([20, 30, count, 3, 4, 40])
    assert (2 in public(found).hidden) == hidden and published(found)[0] == 20


def test_a_single_small_count_takes_the_next_smallest_with_it():
    found = monthly([20, 30, 3, 12, 40])
    may = public(found)
    assert may.hidden == {2, 3} and may.second == {3} and published(found) == [20, 30, HIDDEN, HIDDEN, 40]


def test_small_counts_that_add_up_to_nought_take_another_with_them():
    assert public(monthly([20, 0, 0, 12, 40])).hidden == {1, 2, 3}
    assert public(monthly([20, 0, 1, 12, 40])).hidden == {1, 2}


def test_each_side_of_a_change_is_protected_by_itself():
    """Totals are given before and after, so two hidden counts on different sides protect nothing."""
    found = monthly([20, 3, 30, 14, 40, 4, 11, 50], change=4)
    assert public(found).hidden == {1, 3, 5, 6}


def test_a_count_without_its_base_is_no_protection():
    """Totals before and after leave it out, so what is hidden beside it could be worked out."""
    found = monthly([20, 3, 4, 14, 40, 30], "Missing", {"Children": [99, 99, "", 99, 99, 99]}, measure="missing", of=1, change=4)
    assert 3 in public(found).hidden


def test_a_total_below_six_is_not_given_and_nothing_is_compared_with_it():
    found = monthly([20, 30, 40, 1, 2, 1], change=3)
    assert not public(found).compares and "too small to publish" in words.report(found, public(found)) and "4 calls" not in told(found)


def test_a_share_of_few_children_is_hidden_whatever_its_count():
    found = monthly([6, 30, 9, 20], "Cautioned", {"Children": [6, 300, 90, 200]}, of=1)
    assert public(found).hidden == frozenset()
    few = monthly([3, 30, 9, 20], "Cautioned", {"Children": [5, 300, 90, 200]}, of=1)
    assert 0 in public(few).hidden and "<td>5</td>" not in result_html(few, public(few), 700, NO_LINK)


def test_with_hidden_counts_the_average_and_the_limits_are_whole_numbers():
    found = monthly([20, 30, 3, 4, 41, 25, 33])
    may = public(found)
    assert all(line == round(line) for line in (may.mean, may.upper)) and "about 22" in words.lines_words(found, may)
    exact = monthly([20, 30, 13, 14, 41, 25, 33])
    assert public(exact).mean == exact.chart.mean


def test_nothing_that_is_published_holds_a_hidden_figure_or_what_gives_it_away():
    """Thousands of series: the table has c, the chart has no point, and no sentence names a hidden period."""
    rnd = random.Random(6)
    for _ in range(1_500):
        many = rnd.randint(6, 30)
        found = monthly([rnd.choice((rnd.randint(0, 8), rnd.randint(0, 60))) for _ in range(many)], change=rnd.choice((None, rnd.randint(1, many - 1))))
        may = public(found)
        rows = list(csv.reader(io.StringIO(export.csv(found, may).lstrip("\ufeff"))))[1:]
        for n, row in enumerate(rows):
            assert (row[1] == "c" and row[-1] == "") if n in may.hidden else row[1] == str(found.counts[n])
        assert not any(may.hidden.intersection(signal.places) for signal in words.signals_of(found, may))
        shown = [n for n in range(many) if n not in may.hidden]
        assert export.chart(found, may).count("<circle") == len(shown)
        for part in ([range(many)] if found.change is None else [range(many), range(found.change), range(found.change, many)]):
            inside = [found.counts[n] for n in part if n in may.hidden]
            left = [n for n in part if n not in may.hidden]
            assert not inside or not left or len(inside) > 1 and sum(inside) > 0, "from the total, what is hidden could be worked out"


def test_a_steady_fall_of_hidden_figures_is_not_told():
    """5, 4, 3, 2, 1, 0: six figures below 6 that all fall can be nothing else."""
    found = monthly([6, 20, 6, 20, 6, 5, 4, 3, 2, 1, 0])
    assert any(signal.rule == "trend" and set(range(5, 11)) <= set(signal.places) for signal in found.chart.signals)
    assert "lower than the one before" in words.report(found) and "lower than the one before" not in told(found) and "steady fall" not in told(found)
    assert "Nothing stands out among the figures shown" in told(found) and "chance alone" not in words.verdict(found, public(found))[1]


def test_one_figure_below_a_limit_is_not_told_when_it_is_hidden():
    found = monthly([30, 32] * 8 + [2, 4, 31])
    assert "lower limit" in " ".join(words.signals_words(found)) and "lower limit." not in " ".join(words.signals_words(found, public(found)))


def test_rates_say_that_their_counts_cannot_be_seen():
    found = monthly([1.5, 2.5, 3.5], "Rate")
    assert words.RATES in told(found) and words.RATES not in words.report(found)


def test_what_is_not_for_publication_says_so_on_the_chart_in_the_paragraph_and_in_the_file_s_name():
    found = monthly([20, 30, 3, 12, 40])
    assert "Not for publication" in export.chart(found, None) and "Not for publication" in words.report(found) and export.file_name(found, None) == "calls-not-for-publication"
    may = public(found)
    assert "Not for publication" not in told(found) and export.file_name(found, may) == "calls"


# Files

EVIL = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1", "a;=1+1", "a,=1", "a|@x", "=HYPERLINK(\"http://x\",\"y\")", 'x";=1', "a\t-1"]


@pytest.mark.parametrize("text", EVIL)
def test_no_cell_of_an_exported_csv_can_start_a_formula(text):
    """Neither when it is read with commas, nor when a spreadsheet parts it at semicolons, tabs or strokes."""
    line = f"Month,{export.cell(text)},12"
    for parts in ([*csv.reader([line])], *([part.split(sign)] for sign in ",;\t|" for part in line.split("\n"))):
        for cell in parts[0]:
            assert not cell.strip().strip('"').strip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠")), (text, cell)


def test_headings_of_others_do_not_become_formulas_in_the_file():
    answered = json.loads(answer("save", {"text": 'Month\t=cmd|"/c calc"!A1\nApr-20\t12\nMay-20\t14', "measure": "events"}, NO_LINK))
    head = next(csv.reader(io.StringIO(answered["csv"].lstrip("\ufeff"))))
    assert head[1].startswith("'=") and not answered["name"].startswith("=") and re.fullmatch(r"[a-z0-9-]+", answered["name"])


def test_the_file_opens_in_a_spreadsheet_as_the_same_figures():
    found = monthly([1200, 30, "", 12, "<5", 40])
    rows = list(csv.reader(io.StringIO(export.csv(found, None).removeprefix("\ufeff"))))
    assert export.csv(found, None).startswith("\ufeff") and rows[0] == ["Month", "Calls", "Stands out"]
    assert [row[1] for row in rows[1:]] == ["1200", "30", "", "12", "c", "40"] and series.read(export.csv(found, None)).columns[0].values == (1200, 30, None, 12, HIDDEN, 40)


# The chart

def drawn(found: Look, may=None, width: int = 700) -> ElementTree.Element:
    from macros.render.picture.drawing import svg
    return ElementTree.fromstring(svg(found, width, may))


def test_the_chart_has_a_title_and_a_description_that_say_what_it_says():
    found = monthly([10, 12] * 7 + [40])
    svg = drawn(found)
    assert svg.get("role") == "img" and svg.get("aria-labelledby").split() == [svg.find(f"{SVG}title").get("id"), svg.find(f"{SVG}desc").get("id")]
    assert svg.find(f"{SVG}title").text == "Calls to the police from homes, Jan 2010 to Mar 2011"
    for said in ("Line chart of 15 periods.", "Something stands out.", "Mar 2011 lies above the upper limit."):
        assert said in svg.find(f"{SVG}desc").text


def test_what_stands_out_differs_by_shape_and_lines_by_their_dashes():
    found = monthly([30, 32] * 8 + [60, 31, 2], change=16)
    svg = drawn(found)
    shapes = {path.get("d") for path in svg.iter(f"{SVG}path") if path.get("transform")}
    assert len(shapes) == 2, "above points up, below points down"
    dashes = {(line.get("stroke-width"), line.get("stroke-dasharray")) for line in svg.iter(f"{SVG}line") if line.get("stroke") == "#0b4f5c" or line.get("stroke-dasharray") == "2 3"}
    assert {dash for _, dash in dashes} == {"none", "7 4", "2 3"}
    text = " ".join(filter(None, svg.itertext()))
    for said in ("stands out, above", "stands out, below", "average 31", "limits", "change, from May 2011"):
        assert said in text


@pytest.mark.parametrize("width", [300, 360, 700, 1200])
def test_nothing_is_drawn_outside_the_picture(width):
    found = monthly([n % 17 for n in range(60)], change=30)
    svg = drawn(found, None, width)
    right, bottom = float(svg.get("width")), float(svg.get("height"))
    for circle in svg.iter(f"{SVG}circle"):
        assert 0 <= float(circle.get("cx")) <= right and 0 <= float(circle.get("cy")) <= bottom
    for text in svg.findall(f"{SVG}text"):
        assert 0 <= float(text.get("x")) <= right and float(text.get("y")) <= bottom, text.text


def test_a_gap_breaks_the_line_and_is_not_drawn_as_nought():
    found = monthly([10, 12, "", 12, 10, 12, 11])
    path = next(path.get("d") for path in drawn(found).iter(f"{SVG}path") if path.get("fill") == "none")
    assert path.count("M") == 2 and path.count("L") == 4


def test_the_chart_needs_no_style_sheet_no_script_and_nothing_from_elsewhere():
    from macros.render.picture.drawing import svg
    text = svg(monthly([10, 12] * 5, "<b>&\"'"), 700)
    ElementTree.fromstring(text)
    assert not re.search(r"<style|style=|<script|href|url\(|<image|foreignObject", text) and "<b>" not in text
