"""The local picture in a real browser: figures pasted, opened, compared, published and saved; and published charts."""

import csv
import io
import struct
from xml.etree import ElementTree

import pytest
from playwright.sync_api import expect

from tests.support.chromium import axe, tab_to
from tools.picture import example

SVG = "{http://www.w3.org/2000/svg}"
DECEMBERS = (
    "Count\tDec-08\tDec-09\nMissings\t66\t8\nNotifiables\t5\t0\nEmergency call outs to police\t1\t1\nRestraints\t1\t0"
)
#: Two years of months: a year of about 20, then less, with small numbers among them.
TABLE = "Month,Calls,Children in care\n" + "\n".join(
    f"{1 + n % 12:02}/{2023 + n // 12},{18 + n % 5 if n < 12 else (9, 4, 11, 7)[n % 4]},{400 + n}" for n in range(24)
)


@pytest.fixture()
def tool(page):
    """The tool's page at phone width."""
    page.goto("evidence/your-local-picture/")
    page.locator(".picture").wait_for()
    return page


def show(page, text: str) -> None:
    """Puts a table in the box and asks for the picture."""
    page.locator("#picture-text").fill(text)
    page.get_by_role("button", name="Show the picture").click()
    page.locator(".picture[data-answered='picture'], .picture[data-answered='problem']").wait_for(timeout=60_000)


def choose(page, name: str, label: str) -> None:
    page.locator(".picture").evaluate("tool => { tool.dataset.answered = ''; }")
    page.locator(f"#picture-{name}").select_option(label=label)
    page.locator(".picture[data-answered='picture']").wait_for()


def saved(page, button: str) -> tuple[str, bytes]:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    return waiting.value.suggested_filename, waiting.value.path().read_bytes()


# A picture


@pytest.mark.parametrize("width, colours", [(360, "light"), (360, "dark"), (1280, "light")])
def test_a_picture_is_sound_in_every_look(browser, base, width, colours):
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=colours, base_url=base)
    page = context.new_page()
    complaints = []
    page.on(
        "console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto("evidence/your-local-picture/")
    show(page, TABLE)
    choose(page, "change", "Jan 2024")
    assert axe(page) == [] and complaints == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    chart = page.locator(".picture__chart")
    assert chart.get_attribute("role") == "img" and chart.locator("title").text_content().startswith(
        "Calls to the police"
    )
    smallest = page.evaluate(
        "Math.min(...[...document.querySelectorAll('.picture__chart text')].map(t => t.getBoundingClientRect().height))"
    )
    assert smallest >= 11, "words in the chart keep their size on a phone"
    context.close()


def test_the_published_decembers_come_out_as_the_story_has_them(tool):
    show(tool, DECEMBERS)
    choose(tool, "change", "Dec 2009")
    said = tool.locator(".picture__result").inner_text()
    for words in (
        "66 missing episodes in 1 month",
        "8 missing episodes in 1 month",
        "That is 88% fewer.",
        "between 75% and 95% fewer",
        "hard to put down to chance alone",
        "Too few figures to tell",
    ):
        assert words in said
    choose(tool, "column", "Restraints")
    assert "That can be chance" in tool.locator(".picture__result").inner_text()


def test_a_reader_who_hears_the_page_is_told_and_taken_there(tool):
    show(tool, TABLE)
    assert tool.evaluate("document.activeElement.closest('.picture__answer') && document.activeElement.tagName") == "H2"
    assert "Something stands out" in tool.locator(".picture__say").text_content()
    rows = tool.locator(".picture__rows tbody tr")
    assert rows.count() == 24 and rows.first.locator("th").inner_text() == "Jan 2023"


def test_a_choice_keeps_its_place_and_changes_the_picture(tool):
    show(tool, TABLE)
    tool.locator("#picture-of").focus()
    choose(tool, "of", "Children in care")
    assert tool.evaluate("document.activeElement.id") == "picture-of"
    assert "for every 100 of “Children in care”" in tool.locator(".picture__chart title").text_content()


def test_all_of_it_works_by_keyboard_alone(tool):
    tool.locator("#picture-text").focus()
    tool.keyboard.insert_text(TABLE)
    tab_to(tool.get_by_role("button", name="Show the picture"), most=8)
    tool.keyboard.press("Enter")
    tool.locator(".picture[data-answered='picture'] .picture__answer").wait_for(timeout=60_000)
    reached = set()
    tool.locator("#picture-text").focus()
    for _ in range(40):
        tool.keyboard.press("Tab")
        reached.add(
            tool.evaluate(
                "(({id, ariaLabel, textContent}) => id || ariaLabel || textContent.trim())(document.activeElement)"
            )
        )
    assert {
        "picture-column",
        "picture-measure",
        "picture-of",
        "picture-change",
        "picture-run",
        "Save the chart as SVG",
        "Save it as PNG",
        "Save the table as CSV",
        "Every figure",
    } <= reached


def test_invented_figures_say_so_wherever_they_go(tool):
    tool.get_by_role("button", name="Try it with invented figures").click()
    tool.locator(".picture__answer").wait_for(timeout=60_000)
    assert tool.locator(".picture__invented").is_visible() and tool.locator(".picture__report").inner_text().startswith(
        "Invented figures:"
    )
    name, data = saved(tool, "Save the table as CSV")
    assert name.startswith("invented-") and "(invented)" in data.decode("utf-8-sig").splitlines()[0]
    assert tool.locator("#picture-change").evaluate(
        "list => list.selectedOptions[0].textContent"
    ) == example.TEXT.splitlines()[example.CHANGE + 1].partition(",")[0].replace("-", " 20")


# What cannot be read


def test_a_wrong_row_is_named_and_led_to_and_nothing_is_lost(tool):
    text = TABLE.replace("03/2023,20", "03/2023,2O")
    show(tool, text)
    assert axe(tool) == [] and tool.locator("#picture-text").get_attribute("aria-invalid") == "true"
    problem = tool.locator(".picture__error a").first
    assert (
        problem.inner_text().startswith("Row 4: “2O” is not")
        and tool.evaluate("document.activeElement.className") == "picture__problems"
    )
    problem.focus()
    tool.keyboard.press("Enter")
    marked = tool.evaluate("(box => box.value.slice(box.selectionStart, box.selectionEnd))(document.activeElement)")
    assert marked.startswith("03/2023,2O") and tool.locator("#picture-text").input_value() == text
    tool.locator("#picture-text").fill(TABLE)
    tool.get_by_role("button", name="Show the picture").click()
    tool.locator(".picture__answer").wait_for()
    assert (
        tool.locator(".picture__error").count() == 0
        and tool.locator("#picture-text").get_attribute("aria-invalid") is None
    )


@pytest.mark.parametrize(
    "name, data",
    [
        ("calls.csv", ("\ufeff" + TABLE).encode()),
        ("calls.csv", TABLE.replace(",", ";").replace("Calls", "Calls – homes’").encode("cp1252")),
        ("calls.txt", TABLE.replace(",", "\t").encode("utf-16")),
    ],
    ids=["UTF-8 with a mark", "Windows-1252 with semicolons", "Unicode text with tabs"],
)
def test_a_file_is_opened_however_it_was_saved(tool, tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    tool.locator("#picture-file").set_input_files(tmp_path / name)
    tool.locator(".picture__answer").wait_for(timeout=60_000)
    assert (
        tool.locator(".picture__rows tbody tr").count() == 24
        and "24 months, Jan 2023 to Dec 2024" in tool.locator(".picture__settings").inner_text()
    )


def test_a_workbook_and_a_huge_file_are_refused_and_what_was_there_stays(tool, tmp_path):
    show(tool, TABLE)
    for name, data, said in (
        ("calls.xlsx", b"PK\x03\x04" + b"x" * 200, "This is a workbook"),
        ("calls.csv", b"1" * 2_100_000, "too large to be a table"),
    ):
        (tmp_path / name).write_bytes(data)
        tool.locator("#picture-file").set_input_files(tmp_path / name)
        tool.locator(".picture__error", has_text=said).wait_for(timeout=60_000)
        assert tool.locator("#picture-text").input_value() == TABLE


# Publication and files


def test_for_publication_small_numbers_are_hidden_everywhere(tool):
    show(tool, TABLE)
    assert "Not for publication" in tool.locator(".picture__report").inner_text()
    tool.get_by_label("Anyone: hide counts below 6").check()
    expect(tool.locator(".picture__report")).to_contain_text("Counts below 6 are hidden")
    counts = tool.locator(".picture__rows tbody tr td:nth-child(2)").all_inner_texts()
    assert "4" not in counts and counts.count("c") >= 3 and axe(tool) == []
    name, data = saved(tool, "Save the table as CSV")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert name == "calls.csv" and [row[1] for row in rows[1:]] == counts
    name, data = saved(tool, "Save the chart as SVG")
    svg = ElementTree.fromstring(data)
    assert name == "calls.svg" and len(list(svg.iter(f"{SVG}circle"))) == 24 - counts.count("c")


def test_the_chart_is_saved_as_svg_and_png_that_stand_alone(tool):
    show(tool, TABLE)
    name, data = saved(tool, "Save the chart as SVG")
    svg = ElementTree.fromstring(data)
    assert (
        name == "calls-not-for-publication.svg"
        and svg.get("width") == "900"
        and svg.find(f"{SVG}title").text.startswith("Calls to the police")
    )
    name, data = saved(tool, "Save it as PNG")
    width, height = struct.unpack(">II", data[16:24])
    assert (
        data[:8] == b"\x89PNG\r\n\x1a\n"
        and name.endswith(".png")
        and (width, height) == (1800, 2 * int(svg.get("height")))
    )


def test_the_paragraph_can_be_copied(tool):
    show(tool, TABLE)
    tool.get_by_role("button", name="Copy this paragraph").click()
    expect(tool.locator(".picture__say")).not_to_contain_text("Something stands out")
    assert tool.locator(".picture__say").text_content() in ("Copied", "Marked: copy it with your keyboard or menu")


def test_in_print_the_picture_stands_without_the_form(tool):
    show(tool, TABLE)
    tool.emulate_media(media="print")
    assert tool.locator(".picture__chart").is_visible() and tool.locator(".picture__rows tbody tr").last.is_visible()
    assert (
        not tool.locator(".picture__form").is_visible()
        and not tool.get_by_role("button", name="Save it as PNG").is_visible()
    )


# Nothing leaves the device


def test_nothing_pasted_is_in_the_address_in_storage_or_in_a_request(tool, requested):
    requested.clear()
    sent = []
    tool.on("request", lambda request: sent.append((request.method, request.url, request.post_data)))
    show(tool, TABLE.replace("Calls", "SECRETCALLS"))
    choose(tool, "change", "Jan 2024")
    saved(tool, "Save the table as CSV")
    held = tool.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href])")
    assert "SECRETCALLS" not in held + str(sent) + str(requested) and all(method == "GET" for method, _, _ in sent)


def test_leaving_with_figures_of_ones_own_asks_first_and_clearing_does_too(tool):
    asked = []
    tool.on(
        "dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss() if len(asked) == 1 else dialog.accept())
    )
    tool.locator("#picture-text").click()
    tool.keyboard.insert_text(TABLE)
    tool.get_by_role("button", name="Clear").click()
    assert tool.locator("#picture-text").input_value() == TABLE
    tool.goto("about/")
    assert asked == ["confirm", "beforeunload"]


def test_without_javascript_the_page_says_how_to_do_it_by_hand(browser, base):
    context = browser.new_context(viewport={"width": 360, "height": 740}, base_url=base, java_script_enabled=False)
    page = context.new_page()
    page.goto("evidence/your-local-picture/")
    assert (
        not page.locator(".picture").is_visible()
        and page.get_by_role("heading", name="By hand", exact=True).is_visible()
    )
    context.close()


def test_when_python_does_not_start_the_figures_stay_and_the_page_still_helps(tool):
    tool.route("**/python/worker.js", lambda route: route.abort())
    tool.locator("#picture-text").fill(TABLE)
    tool.get_by_role("button", name="Show the picture").click()
    tool.locator(".tool__stage", has_text="How to do it by hand is on this page, below.").wait_for(timeout=60_000)
    assert tool.locator("#picture-text").input_value() == TABLE


# Charts of published figures, and practice


@pytest.mark.parametrize("url", ["evidence/national-picture/", "areas/nottinghamshire/story/"])
def test_every_chart_is_seen_and_is_the_one_for_its_width(browser, base, url):
    for width, ending in ((360, ".svg"), (1280, "-wide.svg")):
        context = browser.new_context(viewport={"width": width, "height": 800}, base_url=base)
        page = context.new_page()
        page.goto(url)
        for picture in page.locator("figure.chart img").all():
            picture.scroll_into_view_if_needed()
            expect(picture).to_have_js_property("complete", True)
            assert picture.evaluate("img => img.naturalWidth") > 300 and picture.evaluate(
                "img => img.currentSrc"
            ).endswith(ending)
            assert picture.evaluate("img => img.currentSrc.endsWith('-wide.svg')") == (width > 800)
        context.close()


def test_a_subject_leads_to_its_example_which_is_marked(page):
    page.goto("practice/")
    page.locator(".practice__themes a", has_text="Dorset").first.click()
    card = page.locator("#practice-dorset")
    assert card.evaluate("card => card.matches(':target')") and 0 <= card.bounding_box()["y"] < 400
    card.get_by_role("link", name="Slow time: not now, tomorrow").click()
    page.wait_for_url("**/practice/elsewhere/#idea-slow-time")
    assert page.locator("#idea-slow-time .practice__not-ours").is_visible()
