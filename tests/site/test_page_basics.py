"""What every page offers its reader: links and citations, menu, search, colours, terms, leaving, print."""

import pytest

from tests.support.chromium import axe


def test_the_home_page_starts_with_danger_and_a_number_that_can_be_tapped(page):
    page.goto("")
    assert page.locator("h1").inner_text() == "Is anyone in immediate danger?"
    call = page.locator("article a[href='tel:999']").first
    assert call.is_visible() and call.bounding_box()["y"] < 740


def test_a_paragraph_can_be_linked_to_by_keyboard(page):
    page.goto("national/responding-to-incidents/")
    link = page.locator('[id="6.4"] a.provision-number')
    link.focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#6.4")


def test_a_citation_can_be_copied_by_keyboard(browser, base):
    context = browser.new_context(base_url=base, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto("national/responding-to-incidents/")
    page.get_by_role("button", name="Copy citation of national 6.4, point 8").focus()
    page.keyboard.press("Enter")
    page.get_by_role("status").filter(has_text="copied").wait_for()
    text = page.evaluate("navigator.clipboard.readText()")
    context.close()
    assert "national protocol on reducing" in text and "November 2018 edition" in text and "6.4, point 8" in text
    assert "/national/responding-to-incidents/#6.4-8" in text and "read on" in text


@pytest.mark.parametrize("javascript", [True, False])
def test_a_short_url_leads_to_its_paragraph(browser, base, javascript):
    context = browser.new_context(base_url=base, java_script_enabled=javascript)
    page = context.new_page()
    page.goto("n/6.4", wait_until="commit")
    page.wait_for_url("**/national/responding-to-incidents/#6.4")
    context.close()


@pytest.mark.parametrize("javascript", [True, False])
def test_the_menu_opens_on_a_phone(browser, base, javascript):
    context = browser.new_context(viewport={"width": 360, "height": 740}, base_url=base, java_script_enabled=javascript)
    page = context.new_page()
    page.goto("national/introduction/")
    assert not page.locator("#site-nav").is_visible()
    page.get_by_role("button", name="Menu").focus()
    page.keyboard.press("Enter")
    page.locator("#site-nav").get_by_role("link", name="Responding to incidents").click()
    page.wait_for_url("**/responding-to-incidents/")
    context.close()


def test_search_finds_a_paragraph(page):
    page.goto("")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox").fill("appropriate adult")
    result = page.locator(".search__found a").first
    result.wait_for(timeout=15000)
    assert "found" in page.locator(".search [role=status]").inner_text()
    result.click()
    assert not page.locator("dialog.search").is_visible()


#: What people type when something has happened, and the page to which the first result must lead.
QUERIES = {
    "knife": "guides/weapons/",
    "cannabis": "guides/drugs/",
    "weed": "guides/drugs/",
    "laughing gas": "guides/drugs/",
    "he is drunk": "guides/drugs/",
    "ran away": "guides/missing/",
    "he is not back": "guides/missing/",
    "window broken": "guides/insurance/",
    "the boy hit me": "guides/staff-hurt/",
    "press charges": "guides/staff-hurt/",
    "nudes": "guides/sexual-behaviour/",
    "overdose": "guides/self-harm/",
    "fire": "guides/fire/",
    "county lines": "guides/exploitation/",
    "arrested": "guides/arrest/",
    "appropriate adult": "guides/arrest/",
    "999": "",
    "stole": "decide/",
    "6.4": "national/responding-to-incidents/",
    "criminal record": "national/responding-to-incidents/",
    "no answer from manager": "if-we-disagree/",
}


def test_search_leads_to_the_right_page_for_the_words_people_use(page, base):
    page.goto("")
    page.get_by_role("button", name="Search").click()
    page.get_by_text("Type to start searching").wait_for(timeout=15000)
    box, first, wrong = page.get_by_role("searchbox"), page.locator(".search__found > li > a").first, {}
    for query, expected in QUERIES.items():
        box.fill("zzzz")
        page.locator(".search__found:empty").wait_for(state="attached")
        box.fill(query)
        first.wait_for()
        url = first.get_attribute("href")
        if not url.removeprefix(base).endswith(expected) or (not expected and url != base):
            wrong[query] = url
    assert wrong == {}


@pytest.mark.parametrize(
    "query, anchor",
    [
        ("appropriate adult", "#3.3"),
        ("6.4", "#6.4"),
        ("TYS", "#term-tys"),
        ("outcome 22", "#note-outcome-22-no-admission"),
    ],
)
def test_search_finds_single_paragraphs_notes_and_terms(page, query, anchor):
    page.goto("")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox").fill(query)
    page.locator(f".search__found a[href$='{anchor}']").first.wait_for(timeout=15000)


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_search_results_are_accessible(browser, base, colours):
    context = browser.new_context(viewport={"width": 360, "height": 740}, base_url=base, color_scheme=colours)
    page = context.new_page()
    page.goto("")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox").fill("ran away")
    page.locator(".search__found mark").first.wait_for(timeout=15000)
    assert axe(page, "dialog.search") == []
    context.close()


def test_dark_colours_are_remembered_on_this_device(page):
    page.goto("")
    page.get_by_role("button", name="Dark colours").click()
    page.goto("about/")
    assert page.locator("html").get_attribute("data-md-color-scheme") == "slate"
    assert page.get_by_role("button", name="Dark colours").get_attribute("aria-pressed") == "true"


@pytest.mark.parametrize("how", ["keyboard", "touch"])
@pytest.mark.parametrize("javascript", [True, False])
def test_the_meaning_of_an_abbreviation_can_be_shown(browser, base, how, javascript):
    context = browser.new_context(base_url=base, has_touch=True, java_script_enabled=javascript)
    page = context.new_page()
    page.goto("national/introduction/")
    term = page.locator("button.term").first
    meaning = page.locator(f"#{term.get_attribute('popovertarget')}")
    assert not meaning.is_visible()
    if how == "touch":
        term.tap()
    else:
        term.focus()
        page.keyboard.press("Enter")
    assert meaning.is_visible() and len(meaning.inner_text()) > 10
    page.keyboard.press("Escape")
    assert not meaning.is_visible()
    context.close()


@pytest.mark.parametrize("how", ["click", "Shift three times"])
def test_the_page_can_be_left_quickly(page, how):
    weather = {"body": "<title>Weather</title>", "content_type": "text/html"}
    page.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(**weather))
    page.goto("about/")
    page.goto("national/introduction/")
    if how == "click":
        page.get_by_role("link", name="Leave this page").click()
    else:
        for _ in range(3):
            page.keyboard.press("Shift")
    page.wait_for_url("https://www.bbc.co.uk/weather")
    page.go_back()
    assert "national/introduction" not in page.url, "the page that was left is not in the tab's history"


def test_without_javascript_leaving_is_a_link(browser, base):
    context = browser.new_context(base_url=base, java_script_enabled=False)
    page = context.new_page()
    page.goto("")
    assert page.get_by_role("link", name="Leave this page").get_attribute("href") == "https://www.bbc.co.uk/weather"
    context.close()


def test_the_first_tab_offers_to_skip_to_the_content(page):
    page.goto("national/introduction/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_print_contains_only_the_text(page):
    page.goto("national/responding-to-incidents/")
    page.emulate_media(media="print")
    for hidden in (".safety-bar", ".header", "#site-nav", ".footer", ".copy-citation"):
        assert not page.locator(hidden).first.is_visible(), hidden
    assert page.locator('[id="6.4"]').is_visible() and page.locator(".note--unmissable").is_visible()


def test_every_level_has_a_name_and_a_shape(page):
    page.goto("areas/nottinghamshire/decision-steps/")
    levels = page.locator(".level").all()
    assert levels
    for level in levels:
        assert level.locator("svg").count() == 1 and level.locator("strong").inner_text()


def test_a_wrong_url_gets_a_page_that_helps(page):
    response = page.goto("no/such/page/")
    assert response.status == 404 and page.locator("a.site-name").is_visible()
