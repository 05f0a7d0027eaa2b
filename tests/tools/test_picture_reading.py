"""Tables as people have them: each read rightly, or refused in one sentence that names the row and the fix.

Nothing crashes, nothing is guessed in silence.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tools.picture import series
from tools.picture.reading import MOST_ROWS, Unreadable, text_of

H = "hidden"


def columns(text: str) -> dict[str, tuple]:
    """The values of every column by its name."""
    return {column.name: column.values for column in series.read(text).columns}


def labels(text: str) -> list[str]:
    return series.read(text).labels()


def refusals(text: str) -> list[str]:
    """What is said of a table that cannot be read, or of cells that cannot."""
    try:
        return [problem.text for column in series.read(text).columns for problem in column.problems]
    except Unreadable as error:
        return [problem.text for problem in error.problems]


def refusal(text: str) -> str:
    (said,) = refusals(text)
    return said


# Read rightly


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffMonth,Calls\nApr-20,12\nMay-20,15",
        "Month;Calls\nApr-20;12\nMay-20;15",
        "Month\tCalls\nApr-20\t12\nMay-20\t15",
        "Month|Calls\nApr-20|12\nMay-20|15",
        "sep=;\nMonth;Calls\nApr-20;12\nMay-20;15",
        "Month,Calls\r\nApr-20,12\r\nMay-20,15\r\n",
        "Month,Calls\rApr-20,12\rMay-20,15",
        "Month , Calls \n Apr-20 , 12 \n\nMay-20, 15 ",
        '"Month","Calls"\n"Apr-20","12"\n"May-20","15"',
        "Calls to the police, by month\n\nMonth,Calls\nApr-20,12\nMay-20,15\n\nSource: our own log",
        "Month,Calls\nMay-20,15\nApr-20,12",
        "Month,Calls\nApr-20,12\nMay-20,15\nTotal,27",
        "Month,Apr-20,May-20\nCalls,12,15",
    ],
    ids=[
        "byte-order mark",
        "semicolons",
        "tabs",
        "strokes",
        "a hint for spreadsheets",
        "Windows line ends",
        "old Mac line ends",
        "spaces and empty rows",
        "quotation marks",
        "a title above and a source below",
        "reversed order",
        "a total",
        "along a row",
    ],
)
def test_the_same_table_however_it_was_saved(text):
    table = series.read(text)
    assert (
        table.labels() == ["Apr 2020", "May 2020"]
        and table.columns[0].name == "Calls"
        and table.columns[0].values == (12, 15)
        and not table.columns[0].problems
    )


@pytest.mark.parametrize(
    "bytes_, heading",
    [
        ("Month,Calls to carers’ homes – £\nApr-20,12".encode("cp1252"), "Calls to carers’ homes – £"),
        ("Month,Café\nApr-20,12".encode("cp1252"), "Café"),
        ("\ufeffMonth,Café ’\nApr-20,12".encode(), "Café ’"),
        ("Month,Café ’\nApr-20,12".encode("utf-16"), "Café ’"),
    ],
    ids=["Windows-1252", "Latin letters", "UTF-8 with a mark", "UTF-16"],
)
def test_a_file_in_any_usual_letters(bytes_, heading):
    assert list(columns(text_of(bytes_))) == [heading]


@pytest.mark.parametrize(
    "cell, value",
    [
        ("1,234", 1234),
        ("1 234", 1234),
        ("1’234", 1234),
        ("12,345,678", 12345678),
        ("1\u202f234", 1234),
        ("12.0", 12),
        ("0", 0),
        ("nil", 0),
        ("<5", H),
        ("< 5", H),
        ("<=5", H),
        ("fewer than 6", H),
        ("5 or fewer", H),
        ("up to 5", H),
        ("1 to 4", H),
        ("1-4", H),
        ("1–4", H),
        ("c", H),
        ("C", H),
        ("[c]", H),
        ("*", H),
        ("s", H),
        ("low", H),
        ("", None),
        ("  ", None),
        ("n/a", None),
        ("..", None),
        (":", None),
        ("z", None),
        ("9.8%", 9.8),
        ("9.8", 9.8),
        ("3%", 3),
    ],
)
def test_a_cell(cell, value):
    """Tabs stand between cells, so that commas inside numbers stay."""
    assert columns(f"Month\tCalls\nMar-20\t7\nApr-20\t{cell}")["Calls"][1] == value


def test_a_hidden_number_and_a_blank_month_are_never_nought():
    table = series.read("Month,Calls\nApr-20,<5\nMay-20,\nJul-20,9")
    assert table.columns[0].values == (H, None, None, 9)
    assert "1 month is not in the table. It is left empty, and not counted as nought." in table.notes


@pytest.mark.parametrize(
    "dates, shown",
    [
        (["03/04/2020", "03/05/2020", "04/06/2020"], ["Apr 2020", "May 2020", "Jun 2020"]),
        (["Apr-20", "May-20"], ["Apr 2020", "May 2020"]),
        (["Sept 2020", "October 2020"], ["Sep 2020", "Oct 2020"]),
        (["apr '20", "MAY '20"], ["Apr 2020", "May 2020"]),
        (["2020-04", "2020-05"], ["Apr 2020", "May 2020"]),
        (["04/2020", "05/2020"], ["Apr 2020", "May 2020"]),
        (["2020-04-03", "2020-05-03T00:00:00"], ["Apr 2020", "May 2020"]),
        (["3rd April 2020", "3 May 2020"], ["Apr 2020", "May 2020"]),
        (["Dec-99", "Jan-00"], ["Dec 1999", "Jan 2000"]),
        (["2019/20", "2020/21"], ["2019/20", "2020/21"]),
        (["2019-20", "2020-21"], ["2019/20", "2020/21"]),
        (["2019 to 2020", "2020 to 2021"], ["2019/20", "2020/21"]),
        (["2011-12", "2012-13"], ["2011/12", "2012/13"]),
        (["2011-12", "2012-01"], ["Dec 2011", "Jan 2012"]),
        (["1999/00", "2000/01"], ["1999/00", "2000/01"]),
        (["Year ending 31 March 2019", "Year ending 31 March 2020"], ["2018/19", "2019/20"]),
        (["2019", "2020"], ["2019", "2020"]),
        (["Q4 2019/20", "Q1 2020/21"], ["Q4 2019/20", "Q1 2020/21"]),
        (["2019 Q4", "2020 Q1"], ["Q4 2019", "Q1 2020"]),
    ],
)
def test_periods_as_people_write_them(dates, shown):
    text = "When\tCalls\n" + "\n".join(f"{date}\t{7 + n}" for n, date in enumerate(dates))
    assert labels(text) == shown and columns(text)["Calls"] == tuple(7 + n for n in range(len(dates)))


def test_two_columns_named_alike_keep_their_places():
    assert columns("Month,Calls,Calls\nApr-20,3,4") == {"Calls (column 2)": (3,), "Calls (column 3)": (4,)}


def test_rows_in_reversed_order_are_put_right_and_it_is_said():
    table = series.read("Month,Calls\nJun-20,3\nMay-20,2\nApr-20,1")
    assert (
        table.columns[0].values == (1, 2, 3)
        and "The rows were put in order of time, the earliest first." in table.notes
    )


def test_several_homes_in_a_month_are_added_up_and_it_is_said():
    table = series.read("Month,Home,Calls\nApr-20,A,3\nApr-20,B,4\nMay-20,A,5")
    assert table.columns[0].values == (7, 5) and table.notes == (
        "3 rows were added up over “Home”, to 2 months.",
        "Not every month has as many rows: May 2020 may be too low.",
    )
    hidden = series.read("Month,Home,Calls\nApr-20,A,3\nApr-20,B,<5\nMay-20,A,\nMay-20,B,2")
    assert hidden.columns[0].values == (H, None), "a sum with a hidden or missing part is not known"


def test_days_are_added_up_to_months():
    assert columns("Date,Calls\n01/04/2020,1\n15/04/2020,2\n30/04/2020,4\n02/05/2020,8") == {"Calls": (7, 8)}


def test_a_row_along_the_top_is_turned_round_and_it_is_said():
    assert (
        series.read("Count,Apr-20,May-20\nCalls,3,4\nMissing,5,6")
        .notes[0]
        .startswith("The months or years ran along a row")
    )


# Refused, with the row and the fix


@pytest.mark.parametrize(
    "text, said",
    [
        (
            "Month,Calls\nApr-20,1,234\nMay-20,980",
            "Row 2 has more cells than there are headings. If a number has a comma "
            "in it, take the comma out; if a heading is missing, put it in.",
        ),
        (
            "Apr-20,1,234\nMay-20,980",
            "Row 2 has 2 cells and row 1 has 3. If a number has a comma in it, "
            "take the comma out; if not, put a row of headings on top.",
        ),
        (
            "Apr-20,1,234\nMay-20,1,980",
            "Row 1: “1,234” can be one number or two. Put a row of headings on top, "
            "or take the commas out of the numbers.",
        ),
        (
            "Month;Calls\nApr-20;1.234\nMay-20;980",
            "Row 2: “1.234” can mean 1234 or about 1. Write 1234, or fewer places after the point.",
        ),
        (
            "Month;Calls\nApr-20;3,5\nMay-20;9",
            "Row 2: “3,5” has a comma where a point or nothing should be. Write 3.5 or 35.",
        ),
        (
            "Month\tCalls\nApr-20\t1,23,4\nMay-20\t9",
            "Row 2: “1,23,4” has its commas or points in odd places. Write it plain, like 1234.",
        ),
        (
            "Month,Calls\nApr-20,-\nMay-20,9",
            "Row 2: “-” can mean nought or not known. Write 0 for nought, or leave the cell empty.",
        ),
        (
            "Month,Calls\nApr-20,-3\nMay-20,9",
            "Row 2: “-3” is below nought, which no count can be. Write the count itself.",
        ),
        (
            "Month,Calls\nApr-20,12*\nMay-20,9",
            "Row 2: “12*” is not only a number. Write 12, and keep the remark elsewhere.",
        ),
        (
            "Month,Calls\nApr-20,12²\nMay-20,9",
            "Row 2: “12²” is not only a number. Write 12, and keep the remark elsewhere.",
        ),
        (
            "Month,Calls\nApr-20,=SUM(B3:B9)\nMay-20,9",
            "Row 2: “=SUM(B3:B9)” is a formula or a spreadsheet’s own error. Put the number itself there.",
        ),
        (
            "Month,Calls\nApr-20,#REF!\nMay-20,9",
            "Row 2: “#REF!” is a formula or a spreadsheet’s own error. Put the number itself there.",
        ),
        (
            "Month,Calls\nApr-20,lots\nMay-20,9",
            "Row 2: “lots” is not a number. Write a number, leave the cell empty "
            "if it is not known, or write c if it is hidden.",
        ),
        (
            "Month,Calls\nApr-20,12\n,13\nJun-20,9",
            "Row 3 has figures and no month or year. Put one in, or take the row out.",
        ),
        (
            "Month,Calls\nApr-20,12\n,<5\nJun-20,9",
            "Row 3 has figures and no month or year. Put one in, or take the row out.",
        ),
        (
            "Month,Calls\nApr-20,12\n13,\nJun-20,9",
            "Row 3: “13” is not a month or a year. Write it like Apr-20, 03/04/2020 or 2019/20.",
        ),
        (
            "Month,Calls\nApril,12\nMay-20,9",
            "Row 2: “April” does not say which year. Write the year as well, like Apr-20.",
        ),
        (
            "Month,Calls\n30/02/2020,12\n01/03/2020,9",
            "Row 2: “30/02/2020” is not a day of any calendar. Put the right date there.",
        ),
        (
            "Month,Calls\n04/13/2020,12\n05/06/2020,9",
            "Row 2: “04/13/2020” has no month 13. Write the day first: 13/04/2020.",
        ),
        (
            "Month,Calls\n01/01/2020,3\n02/01/2020,4\n03/01/2020,5",
            "Rows 2 to 4 may have the month first, the American way. Write the months as words, like Jan-20.",
        ),
        (
            "Month,Calls\n43922,12\n43952,9",
            "Row 2: “43922” is how a spreadsheet keeps a date. Show the column as dates, then copy it again.",
        ),
        (
            "Month,Calls\nApr-20,12\nMay-20,9\n2019/20,50",
            "Row 4: “2019/20” is a financial year among months. Keep to one kind in a column.",
        ),
        (
            "Month,Calls\nApr-20,12\nApr-20,9",
            "Row 3: Apr-20 stands in row 2 too. Keep one row for each, or add a column of names that tells them apart.",
        ),
        (
            "Month,Calls\nApr-20,12\nMay-2200,9",
            "Row 2: Apr 2020 lies 2,161 months before the last row in time. Check its year.",
        ),
        (
            "Month,Calls\nApr-20,many\nMay-20,some",
            "Row 2: there is no number beside the month or year. Copy the column of counts as well.",
        ),
        (
            'Month,Calls\nApr-20,"12\nMay-20,9',
            "Row 2: a quotation mark is opened or closed in the wrong place. Take it out.",
        ),
        (
            "Calls\n12\n9",
            "Only one column was found. Put a comma or a tab between each month and its number, or copy both columns.",
        ),
        ("a,b\nc,d", "Row 2: “c” is not a month or a year. Write it like Apr-20, 03/04/2020 or 2019/20."),
        ("", "There is nothing to read yet. Paste a table with a column of months or years and a column of numbers."),
        (
            ",,,\n\n,,",
            "There is nothing to read yet. Paste a table with a column of months or years and a column of numbers.",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence_with_its_row_and_its_fix(text, said):
    assert refusal(text) == said


def test_every_wrong_row_is_named():
    assert [said.partition(":")[0] for said in refusals("Month,Calls\nApr-20,x1\nMay-20,9\nJun-20,9\nJul-20,y2")] == [
        "Row 2",
        "Row 5",
    ]


def test_rates_with_three_places_are_rates():
    assert columns("Year,Rate\n2019,1.234\n2020,0.980") == {"Rate": (1.234, 0.98)}


def test_rates_of_one_month_are_not_added_up():
    assert "rates cannot be added up" in refusals("Month,Home,Rate\nApr-20,A,1.5\nApr-20,B,2.5")[0]


@pytest.mark.parametrize(
    "file, said",
    [
        (b"PK\x03\x04rest", "workbook"),
        (b"\xd0\xcf\x11\xe0rest", "workbook"),
        (b"%PDF-1.7", "not a table in text"),
        (b"a\0b", "not a table in text"),
    ],
)
def test_files_that_are_not_text_say_what_to_do(file, said):
    with pytest.raises(Unreadable) as caught:
        text_of(file)
    assert said in str(caught.value) and ("save" in str(caught.value).lower())


def test_a_table_that_is_too_long_is_refused_and_one_that_just_fits_is_read():
    days = [f"{1 + n % 28:02}/{1 + n // 28 % 12:02}/{2000 + n // 336},3" for n in range(MOST_ROWS + 1)]
    assert f"Keep at most {MOST_ROWS:,} rows" in refusal("Date,Calls\n" + "\n".join(days))
    assert len(series.read("Date,Calls\n" + "\n".join(days[:5_000])).columns[0].values) > 100


# Anything at all


@settings(max_examples=150, deadline=None)
@given(
    some.lists(
        some.one_of(some.integers(0, 4_000), some.just("c"), some.just("<5"), some.just("")), min_size=2, max_size=30
    ).filter(lambda row: any(isinstance(v, int) for v in row)),
    some.sampled_from(",;\t|"),
    some.booleans(),
    some.booleans(),
)
def test_what_is_written_is_what_is_read(values, sign, backwards, grouped):
    """A series written in any of the usual ways comes back as it was."""

    def cell(value) -> str:
        text = f"{value:,}" if grouped and isinstance(value, int) else str(value)
        return f'"{text}"' if "," in text and sign == "," else text

    rows = [f"{1 + n % 12:02}/{2010 + n // 12}{sign}{cell(value)}" for n, value in enumerate(values)]
    table = series.read("\n".join([f"Month{sign}Calls", *(reversed(rows) if backwards else rows)]))
    assert (
        table.columns[0].values == tuple(H if v in ("c", "<5") else None if v == "" else v for v in values)
        and not table.columns[0].problems
    )
