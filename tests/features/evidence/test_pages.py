"""Charts and figures: what the sources say and nothing else, with every contradiction in sight.

Pictures are drawn for those who see no colour or no picture too.
"""

import csv
import io
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from macros.features.evidence.chart_data import HIDDEN, Chart, charts_of, read_charts
from macros.features.evidence.chart_svg import svg
from macros.features.evidence.charts import WIDTHS
from macros.features.evidence.figures import figures_of
from tests.support.broken_content import break_file, error_from
from tests.support.sites import DOCS

(AREA,) = (path.parent for path in DOCS.glob("areas/*/area.yml"))
SVG = "{http://www.w3.org/2000/svg}"


def rows(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))


# What the sources say, copied from them by hand and independently of the data files

ENGLAND = {
    2018: (1520, 36730, 4),
    2019: (1280, 38100, 3),
    2020: (1160, 39620, 3),
    2021: (960, 40470, 2),
    2022: (860, 39920, 2),
    2023: (830, 40600, 2),
    2024: (930, 41550, 2),
}
CITY = {
    2015: (16, 249, 6),
    2016: (15, 272, 6),
    2017: (15, 310, 5),
    2018: (18, 326, 6),
    2019: (9, 330, 3),
    2020: (15, 337, 4),
    2021: (7, 342, 2),
    2022: ("c", 349, "c"),
    2023: (9, 375, 2),
    2024: (9, 373, 2),
}
BOARD = {2009: 9.8, 2010: 9, 2011: 9.8, 2012: 8.7, 2013: 8.2, 2014: 6, 2015: 6, 2016: 5, 2017: 6, 2018: 3, 2019: 3}
C18 = {2006: 3.7, 2007: 2.6, 2008: 1.7, 2009: 1.8}
DECEMBERS = {
    "Missing episodes": (66, 8),
    "Notifiable events": (5, 0),
    "Emergency call-outs to the police": (1, 1),
    "Restraints": (1, 0),
}


def test_the_data_are_the_sources_figures():
    assert rows(DOCS / "evidence" / "data" / "england.csv")[1:] == [
        [str(v) for v in (year, *values)] for year, values in ENGLAND.items()
    ]
    data = AREA / "data"
    assert [row[:4] for row in rows(data / "city.csv")[1:]] == [
        [str(v) for v in (year, *values)] for year, values in CITY.items()
    ]
    assert rows(data / "board-report.csv")[1:] == [[str(year), str(value)] for year, value in BOARD.items()]
    assert rows(data / "c18.csv")[1:] == [[str(year), str(value)] for year, value in C18.items()]
    assert rows(data / "december-counts.csv") == [
        ["What was counted", "December 2008", "December 2009"],
        *([name, *map(str, pair)] for name, pair in DECEMBERS.items()),
    ]


def test_published_percentages_are_those_of_the_counts():
    for count, of, percent in (*ENGLAND.values(), *CITY.values()):
        assert count == "c" or round(100 * count / of) == percent


def test_england_beside_the_city_is_england_s_own():
    for row in rows(AREA / "data" / "city.csv")[1:]:
        assert row[4] == (str(ENGLAND[int(row[0])][2]) if int(row[0]) in ENGLAND else "")


def test_the_two_readings_of_the_board_report_are_its_figures_moved_by_a_year():
    for year, department, as_start, as_end in rows(AREA / "data" / "two-readings.csv")[1:]:
        assert (
            department == str(CITY[int(year)][2])
            and as_start == str(BOARD[int(year) - 1])
            and as_end == (str(BOARD[int(year)]) if int(year) in BOARD else "")
        )
    same = [row[0] for row in rows(AREA / "data" / "two-readings.csv")[1:] if row[1] == row[2]]
    assert same == ["2015", "2016", "2017", "2018", "2019"], "read as the start of the year, all fit but the last"


# The story

STORY = " ".join((AREA / "story.md").read_text(encoding="utf-8").split())


@pytest.mark.parametrize(
    "said",
    [
        "34% fewer calls",
        "It gives no counts and no dates",
        "emergency call-outs are 1 and 1",  # a fall that its own slides do not show
        "C18 is 1.8 in the presentation. The board report has 9.8%",
        "went up from 1.7 to 1.8",
        "Its table rises from 5 to 6",
        "Its table halves between 2017 and 2018",
        "15 children became 18",  # the board report's words and its table
        "The board report has 3%. The department's later file has 15 of 337, which is 4%. These do differ",
        "5, 6, 3, 4 and 2%: down in all, but not in every year",
        "149 first-time entrants for every 100,000 children, another has 144",
        "now so low that ordinary ups and downs look large",
        "shows nought for it in every year from 2016 to 2024",
        "we do not treat it as a real nought",
        "£3.41 back for every £1",
        "The study is not about this area",
    ],
)
def test_the_story_shows_where_sources_do_not_fit_together(said):
    assert said in STORY


def test_the_story_never_says_what_caused_a_fall_and_never_prints_zero_for_the_county():
    assert "What caused the fall" in STORY and not re.search(
        r"\b(thanks to|because of the (officer|protocol)|led to|resulted in)\b", STORY
    )
    assert not re.search(r"county[^.]{0,60}\b0%", STORY, re.I)


# The national picture


def test_every_figure_says_who_when_where_from_and_how_sure(site, model):
    page = site.pages["evidence/national-picture/"].soup
    cards = page.select(".figures > li")
    assert len(cards) == len(figures_of(model)) >= 18
    for card in cards:
        assert [dt.get_text() for dt in card.select("dt")] == ["Who", "When", "Source"] and all(
            dd.get_text(strip=True) for dd in card.select("dd")
        )
        assert re.match(r"(Official source|Secondary source|Not confirmed)", card.select("dd")[2].get_text())


@pytest.mark.parametrize("figure", ["85%", "4%", "5 times", "92%", "61%", "32%"])
def test_every_figure_of_the_national_protocol_is_there(model, figure):
    """Paragraphs 1.4 and 1.9, and footnotes 2, 11 and 12."""
    found = next(entry for entry in figures_of(model) if entry["figure"] == figure)
    assert found["citations"] and found["citations"][0].startswith("national ")


def test_the_box_names_what_must_not_be_compared(site):
    box = " ".join(site.pages["evidence/national-picture/"].soup.find(class_="never").get_text(" ").split())
    for said in (
        "One year, and a whole childhood",
        "36,730 is how many children there were",
        "1,520 of them",
        "Nothing reported, and nought",
        "out of what?",
        "All children, and children in care",
    ):
        assert said in box


def test_a_year_s_figure_and_a_childhood_s_never_stand_in_one_group(model):
    ever = {entry["figure"] for entry in figures_of(model) if entry["group"] == "ever"}
    assert {"27% against 2.2%", "10 times", "52% against 13%"} <= ever and not ever & {
        entry["figure"] for entry in figures_of(model) if entry["group"] == "one year"
    }


# Charts as pictures


def pictures(model) -> list[tuple[Chart, ElementTree.Element]]:
    return [
        (chart, ElementTree.fromstring(svg(chart, width)))
        for chart in charts_of(model).values()
        for width in WIDTHS.values()
    ]


def published(chart: Chart, column: str) -> dict[str, str]:
    """The cells of a column by place, read from the CSV file itself."""
    heads, *cells = rows(chart.data)
    return {row[heads.index(chart.spec["x"])]: row[heads.index(column)] for row in cells}


def described(chart: Chart) -> str:
    """What the description must say of every series, worked out from the CSV file."""
    sentences = []
    for spec in chart.spec["series"]:
        counts = published(chart, spec.get("column") or spec["count"])
        totals = published(chart, spec["of"]) if "of" in spec else {}
        figures = []
        for place, cell in counts.items():
            if cell in ("", HIDDEN):
                figures.append(f"{place} {'hidden' if cell else 'not known'}")
            elif totals:
                figures.append(f"{place} {100 * int(cell) / int(totals[place]):.1f}")
            else:
                figures.append(f"{place} {cell}")
        sentences.append(f"{spec['name']}: {', '.join(figures)}.")
    return " ".join(sentences)


def test_every_picture_has_a_title_and_a_description_with_every_figure(model):
    for chart, picture in pictures(model):
        assert picture.get("role") == "img" and picture.get("aria-labelledby") == "title desc"
        assert picture.find(f"{SVG}title").text == chart.spec["title"]
        description = picture.find(f"{SVG}desc").text
        assert chart.series and description == f"{chart.spec['text']} {described(chart)}", chart.spec["id"]


def test_a_description_distinguishes_hidden_from_unknown(model):
    description = described(charts_of(model)["city"])
    assert "2015 6.4" in description and "2022 hidden" in description and "2015 not known" in description


def test_no_picture_has_a_style_a_script_or_anything_from_elsewhere(model):
    for chart in charts_of(model).values():
        text = svg(chart, 680)
        assert not re.search(r"<style|style=|<script|<image|foreignObject|http://(?!www\.w3\.org)|https://", text), (
            chart.spec["id"]
        )


def test_series_differ_by_shape_line_or_filling_and_not_by_colour_alone(model):
    for chart in charts_of(model).values():
        looks = [
            (one.spec.get("mark", "circle"), one.spec.get("line", "solid"))
            if chart.spec["kind"] == "line"
            else one.spec.get("fill", "solid")
            for one in chart.series
        ]
        assert len(set(looks)) == len(looks), chart.spec["id"]


def test_words_in_a_picture_stay_words_and_each_point_of_a_single_line_has_its_figure(model):
    picture = ElementTree.fromstring(svg(charts_of(model)["england"], 680))
    text = [element.text for element in picture.iter(f"{SVG}text")]
    for year, (count, of, _) in ENGLAND.items():
        assert f"{100 * count / of:.1f}" in text and str(year) in text


def test_what_is_hidden_or_not_known_is_never_drawn_as_zero(model):
    city = charts_of(model)["city"]
    share, england = city.series
    assert (
        city.hidden == {"2022"}
        and share.figures[7] is None
        and share.intervals[7] is None
        and england.figures[:3] == (None, None, None)
    )
    assert share.intervals[0] == pytest.approx((3.99, 10.18), abs=0.01), "Wilson's interval for 16 of 249"


def axis(picture: ElementTree.Element, anchor: str, coordinate: str) -> dict[float, float]:
    """Where the numbers along an axis are."""
    labels = [e for e in picture.iter(f"{SVG}text") if e.get("text-anchor") == anchor and e.text.isdigit()]
    return {float(e.text): float(e.get(coordinate)) for e in labels}


def scale_of(labels: dict[float, float]) -> Callable[[float], float]:
    """Where a figure belongs on an axis, by the labels of its ends."""
    low, high = min(labels), max(labels)
    return lambda figure: labels[low] + (labels[high] - labels[low]) * (figure - low) / (high - low)


@pytest.mark.parametrize("width", WIDTHS.values())
@pytest.mark.parametrize("id", ["england", "c18", "board-report", "two-readings", "city"])
def test_points_and_intervals_are_where_the_axis_says(model, id, width):
    chart = charts_of(model)[id]
    picture = ElementTree.fromstring(svg(chart, width))
    y = scale_of(axis(picture, "end", "y"))
    across = scale_of({year: x for year, x in axis(picture, "middle", "x").items() if year > 2000})
    marks = [e.get("transform") for e in picture.iter(f"{SVG}path") if e.get("transform")]
    drawn = [tuple(map(float, re.match(r"translate\(([\d.]+) ([\d.]+)\)", mark).groups())) for mark in marks]
    figures = [
        (across(int(place)), y(value) - 4)  # a label's baseline is 4 pixels below its line
        for series in chart.series
        for place, value in zip(chart.places, series.figures, strict=True)
        if value is not None
    ]
    assert drawn[: len(figures)] == [pytest.approx(point, abs=0.15) for point in figures]
    bars = re.findall(r"M[\d.]+ ([\d.]+)h8m-4 0V([\d.]+)m-4 0h8", svg(chart, width))
    intervals = [limits for series in chart.series for limits in series.intervals or () if limits]
    assert [tuple(map(float, bar)) for bar in bars] == [
        pytest.approx([y(limit) - 4 for limit in limits], abs=0.15) for limits in intervals
    ]


@pytest.mark.parametrize("width", WIDTHS.values())
def test_bars_are_as_long_as_the_axis_says(model, width):
    chart = charts_of(model)["december-counts"]
    picture = ElementTree.fromstring(svg(chart, width))
    x = scale_of(axis(picture, "middle", "x"))
    drawn = [float(e.get("width")) for e in picture.iter(f"{SVG}rect") if e.get("stroke") and e.get("height") == "17.8"]
    assert drawn == [pytest.approx(x(value) - x(0), abs=0.2) for pair in DECEMBERS.values() for value in pair]


def test_a_line_breaks_where_a_figure_is_hidden_or_not_known(model):
    city = charts_of(model)["city"]
    lines = [
        e.get("d")
        for e in ElementTree.fromstring(svg(city, 680)).iter(f"{SVG}path")
        if e.get("d").startswith("M") and "L" in e.get("d") and not e.get("transform")
    ]
    assert [(line.count("M"), line.count("L")) for line in lines[:2]] == [(2, 7), (1, 6)]


def test_a_picture_is_the_same_every_time_it_is_drawn(model):
    chart = charts_of(model)["two-readings"]
    assert svg(chart, 340) == svg(chart, 340)


# Charts on pages


def test_every_picture_has_its_table_its_source_and_its_data(site, model):
    shown = {}
    for page in site.pages.values():
        for figure in page.soup.select("figure.chart"):
            shown[figure["aria-labelledby"].removeprefix("chart-")] = (page, figure)
    assert set(shown) == set(charts_of(model))
    for id, (page, figure) in shown.items():
        chart = charts_of(model)[id]
        cells = [[cell.get_text() for cell in row.select("th, td")] for row in figure.select("tr")]
        assert cells[0] == chart.heads and len(cells) == len(chart.rows) + 1
        for found, row in zip(cells[1:], chart.rows, strict=True):
            assert [re.sub(r"(?<=\d),(?=\d{3})", "", cell) for cell in found] == [cell or "not known" for cell in row]
            assert found[chart.heads.index(chart.spec["x"])] in chart.places, "years have no commas"
        assert "Source:" in figure.find(class_="chart__about").get_text() and figure.img["alt"].startswith(
            chart.spec["text"]
        )
        folder = site.folder / page.url
        for url in (figure.img["src"], figure.source["srcset"], figure.select_one(".chart__data a")["href"]):
            assert (folder / url).resolve().is_file(), url
        assert (folder / figure.select_one(".chart__data a")["href"]).resolve().read_text(
            encoding="utf-8"
        ) == chart.data.read_text(encoding="utf-8")


def test_a_hidden_figure_is_explained_and_an_empty_one_is_said(site):
    figure = next(
        f
        for f in site.pages[f"areas/{AREA.name}/story/"].soup.select("figure.chart")
        if f["aria-labelledby"] == "chart-city"
    )
    assert (
        figure.find("abbr", string=HIDDEN)["title"] == "hidden by the publisher"
        and figure.find(class_="visually-hidden").get_text() == "not known"
    )


def test_another_area_has_the_national_charts_and_not_this_one_s(other_site):
    assert (other_site.folder / "evidence" / "charts" / "england.svg").is_file() and not list(
        other_site.folder.rglob("c18*")
    )


# Errors stop the build with their file and line


@pytest.fixture()
def folder(tmp_path) -> Path:
    shutil.copy(DOCS / "evidence" / "charts.yml", tmp_path)
    shutil.copytree(DOCS / "evidence" / "data", tmp_path / "data")
    return tmp_path


def error(folder: Path) -> str:
    return error_from(lambda: read_charts(folder / "charts.yml", DOCS / "evidence" / "charts.schema.json"))


@pytest.mark.parametrize(
    "file, old, new, line, message",
    [
        ("charts.yml", "kind: line", "kind: pie", 6, "Expected: line or bars"),
        ("charts.yml", "  source:", "  sauce:", 12, "the key 'sauce' is not known. Did you mean 'source'?"),
        ("charts.yml", "  notes:", "  nots:", 13, "the key 'nots' is not known. Did you mean 'notes'?"),
        ("charts.yml", "data: england.csv", "data: englnd.csv", 3, "Did you mean 'england.csv'?"),
        ("charts.yml", "of: Children", "of: Childen", 3, "Did you mean 'Children'?"),
        ("data/england.csv", "1280", "12.80.1", 3, "is not a figure"),
        ("data/england.csv", "1280", "-5", 3, "is not a figure"),
        ("data/england.csv", "1280", '"1,280"', 3, "is not a figure"),
        ("data/england.csv", "1280,38100", "38100,1280", 3, "must be at most 'Children'"),
        ("data/england.csv", "2019,1280", "2018,1280", 3, "is in the column 'Year to 31 March' twice"),
        ("data/england.csv", "2019,1280,38100,3", "2019,1280,38100", 3, "3 cells and the headings 4"),
    ],
)
def test_an_error_in_a_chart_names_its_file_and_line(folder, file, old, new, line, message):
    path = folder / file
    break_file(path, old, new)
    found = error(folder)
    assert found.startswith(f"{path}:{line}: ") and message in found


def test_a_chart_described_twice(folder):
    path = folder / "charts.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + "\n" + text[text.index("- id:") :], encoding="utf-8")
    assert "is used twice; first in" in error(folder)


def test_an_unknown_chart_or_group_of_figures_names_the_nearest(build):
    for name, wrong, near in (("chart", "englnd", "england"), ("figures", "one yaer", "one year")):
        with pytest.raises(LookupError, match=f"Did you mean '{near}'"):
            build.macros[name](wrong)
