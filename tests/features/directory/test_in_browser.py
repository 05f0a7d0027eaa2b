"""The directory in a real browser: without JavaScript, with it, by keyboard, and on paper."""

import json
import re
from io import BytesIO
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.support.chromium import tab_to


@pytest.fixture(scope="module")
def records(site) -> list[dict]:
    return json.loads((site.folder / "directory.json").read_text(encoding="utf-8"))


def shown(page) -> list[str]:
    """Ids of the entries a reader sees, in order."""
    return page.locator(".entries > li:visible").evaluate_all("items => items.map(item => item.dataset.entry)")


def status(page) -> str:
    """The text of the count, which screen readers announce."""
    return page.locator("[data-directory] [role=status]").inner_text()


def wait_for(page, text: str) -> None:
    """Waits until the count has a text."""
    expect(page.locator("[data-directory] [role=status]")).to_contain_text(text, timeout=20_000)


def opened(page):
    """The directory's page, with all its filters in sight."""
    page.goto("directory/")
    if not page.locator(".filter__more").get_attribute("open") is not None:
        page.locator(".filter__more summary").click()
    return page


# -- Without JavaScript -----------------------------------------------------------------


@pytest.fixture()
def plain_page(browser, base):
    context = browser.new_context(viewport={"width": 360, "height": 740}, base_url=base, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_without_javascript_every_entry_and_every_way_in_is_there(plain_page, records):
    plain_page.goto("directory/")
    assert set(shown(plain_page)) == {r["id"] for r in records}
    assert not plain_page.locator("[data-directory]").is_visible()
    assert plain_page.get_by_text(f"{len(records)} entries, by title.").is_visible()
    plain_page.get_by_role("link", name="theme", exact=True).click()
    plain_page.locator(".directory__jumps").get_by_role("link", name="Missing").click()
    assert plain_page.url.endswith("/directory/by-theme/#missing")
    plain_page.locator("#missing + ul a").first.click()
    assert plain_page.locator("dl.facts").is_visible()
    plain_page.get_by_role("link", name="Directory", exact=True).first.click()
    assert plain_page.url.endswith("/directory/")


def test_a_short_url_leads_to_an_entry_without_javascript(plain_page):
    plain_page.goto("d/childline/", wait_until="commit")
    plain_page.wait_for_url("**/directory/entries/childline/")
    assert plain_page.locator("h1").inner_text() == "Childline" and plain_page.locator("a[href='tel:08001111']").count()


# -- With it ---------------------------------------------------------------------------------


def test_choices_together_leave_what_has_all_of_them_and_the_count_is_announced(page, records):
    opened(page)
    page.get_by_label("Theme").select_option("missing")
    wait_for(page, "Theme: missing.")
    missing = {r["id"] for r in records if "missing" in r["theme"]}
    assert set(shown(page)) == missing and status(page).startswith(f"{len(missing)} of {len(records)} entries.")
    page.get_by_label("Kind").select_option("helpline")
    wait_for(page, "Kind: helpline.")
    both = {r["id"] for r in records if "missing" in r["theme"] and r["kind"] == "helpline"}
    assert set(shown(page)) == both and 0 < len(both) < len(missing)
    assert status(page).startswith(f"{len(both)} of {len(records)} entries.")


def test_each_choice_shows_how_many_it_would_leave(page, records):
    opened(page)
    page.get_by_label("Kind").select_option("protocol")
    wait_for(page, "Kind: protocol.")
    options = dict(text.rsplit(" (", 1) for text in page.get_by_label("Status").locator("option").all_inner_texts()[1:])
    for value in ("current", "superseded", "not checked"):
        expected = sum(r["kind"] == "protocol" and r["status"] == value for r in records)
        assert options[value.capitalize()] == f"{expected})"
        page.get_by_label("Status").select_option(value)
        wait_for(page, f"Status: {value}.")
        assert len(shown(page)) == expected


@pytest.mark.parametrize(
    "label, value, fits",
    [
        ("Category", "custody and community", lambda r: r["category"] == "custody and community"),
        ("For whom", "police call takers", lambda r: "police call takers" in r["audience"]),
        ("Age", "18 to 25", lambda r: "18 to 25" in r["age_groups"]),
        ("Age", "any age", lambda r: r["age"] == "any"),
        ("Area", "London", lambda r: r["place"] == "London"),
        ("Area", "Wales", lambda r: r["area"] == "Wales"),
        ("Cost", "paid", lambda r: r["cost"] == "paid"),
    ],
)
def test_every_filter_finds_what_the_data_say(page, records, label, value, fits):
    opened(page)
    choice = page.get_by_label(label, exact=True)
    offered = choice.locator(f'option[value="{value}"]').inner_text()
    choice.select_option(value)
    wait_for(page, f"{label}: {value}.")
    found = {r["id"] for r in records if fits(r)}
    assert set(shown(page)) == found and offered.endswith(f"({len(found)})") and found


def test_typed_text_is_searched_for_in_all_text_of_an_entry(page, records):
    opened(page)
    page.get_by_label("Words to look for").fill("SLOW time")
    wait_for(page, "Words: SLOW time.")
    assert shown(page) == ["pan-dorset-protocol"]
    page.get_by_label("Words to look for").fill("zebra")
    wait_for(page, "0 of")
    assert shown(page) == [] and "Clear a choice or try fewer words." in status(page)
    page.get_by_role("button", name="Clear all").click()
    wait_for(page, f"{len(records)} entries.")
    assert len(shown(page)) == len(records)


def test_the_order_can_be_by_when_somebody_last_checked(page, records):
    checked = {r["id"]: r["checked"] or "" for r in records}
    opened(page)
    page.get_by_label("Order").select_option("newest")
    expect(page.locator(".entries > li").first).not_to_have_attribute("data-entry", records[0]["id"])
    days = [checked[id] for id in shown(page)]
    assert days == sorted(days, reverse=True) and days[0] == max(days)
    page.get_by_label("Order").select_option("oldest")
    never = "|".join(id for id, day in checked.items() if not day)
    expect(page.locator(".entries > li").first).to_have_attribute("data-entry", re.compile(rf"^({never})$"))
    days = [checked[id] for id in shown(page)]
    assert days == sorted(days) and days[0] == ""


def test_choices_are_kept_in_the_url_and_typed_text_is_not(page, records):
    opened(page)
    page.get_by_label("Words to look for").fill("insurance")
    wait_for(page, "Words: insurance.")
    assert "insurance" not in page.url
    page.get_by_label("For whom").select_option("foster carers")
    # each choice writes the URL again, while the typed text is still in its field
    page.get_by_label("Order").select_option("oldest")
    wait_for(page, "For whom: foster carers.")
    assert "Words: insurance." in status(page) and "insurance" not in page.url
    kept = parse_qs(urlsplit(page.url).query)
    assert kept == {"audience": ["foster carers"], "order": ["oldest"]}
    found = shown(page)
    page.locator(".entries > li:visible a").first.click()
    page.wait_for_url("**/entries/**")
    page.go_back()
    wait_for(page, "For whom: foster carers.")
    assert set(found) <= set(shown(page)) and page.get_by_label("For whom").input_value() == "foster carers"
    assert page.get_by_label("Order").input_value() == "oldest"
    assert page.locator(".filter__more").get_attribute("open") is not None


def test_a_url_with_an_unknown_choice_shows_everything(page, records):
    page.goto("directory/?theme=unicorns&evil=%3Cscript%3E&order=upside-down")
    wait_for(page, f"{len(records)} entries.")
    assert len(shown(page)) == len(records) and status(page) == f"{len(records)} entries."


def test_everything_by_keyboard(page, records):
    """From the field for words, by tab and keys alone, to a choice, its count, and back to everything."""
    page.goto("directory/")
    page.get_by_label("Words to look for").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "kind"
    page.keyboard.press("h")
    wait_for(page, "Kind: helpline.")
    assert set(shown(page)) == {r["id"] for r in records if r["kind"] == "helpline"}
    assert page.evaluate("document.activeElement.name") == "kind", "the focus stays where it was"
    tab_to(page.locator("[data-clear]"), most=30)
    page.keyboard.press("Enter")
    wait_for(page, f"{len(records)} entries.")
    assert len(shown(page)) == len(records)


def test_enter_in_the_field_for_words_sends_nothing(page):
    requests = []
    opened(page)
    page.on("request", lambda request: requests.append(request.url))
    page.get_by_label("Words to look for").fill("cells")
    page.keyboard.press("Enter")
    wait_for(page, "Words: cells.")
    assert [url for url in requests if not url.endswith("directory.json")] == [] and "cells" not in page.url


def test_the_data_are_fetched_only_by_who_filters(page):
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto("directory/", wait_until="networkidle")
    assert not [url for url in requests if url.endswith("directory.json")]
    opened(page)
    page.get_by_label("Cost").select_option("free")
    wait_for(page, "Cost: free.")
    assert len([url for url in requests if url.endswith("directory.json")]) == 1


def test_when_the_data_do_not_come_the_list_stays_whole(page, records):
    page.route("**/directory.json", lambda route: route.abort())
    opened(page)
    page.get_by_label("Cost").select_option("free")
    wait_for(page, "The filters could not be loaded.")
    assert len(shown(page)) == len(records)


def test_the_count_is_in_a_region_that_is_read_out(page):
    """It is there before it changes, or a screen reader would not announce the change."""
    page.goto("directory/")
    region = page.locator("[data-directory] [role=status]")
    assert region.is_visible() and region.inner_text().endswith("entries.")
    assert page.get_by_role("form", name="Filter the directory").is_visible()


def test_what_is_printed_is_the_list_as_filtered_with_urls(page, records):
    opened(page)
    page.get_by_label("Kind").select_option("helpline")
    wait_for(page, "Kind: helpline.")
    text = "".join("".join(p.extract_text().split()) for p in PdfReader(BytesIO(page.pdf(format="A4"))).pages)
    lines = [r for r in records if r["kind"] == "helpline"]
    for record in lines:
        for part in (record["title"], record["address"], record["phone"]):
            assert "".join(part.split()) in text
    assert f"{len(lines)}of{len(records)}entries.Kind:helpline." in text and "/d/childline" in text
    assert "Clearall" not in text and "Wordstolookfor" not in text
    hidden = [r["title"] for r in records if r["id"] in ("pan-dorset-protocol", "lammy-review")]
    assert len(hidden) == 2 and not any("".join(title.split()) in text for title in hidden)
