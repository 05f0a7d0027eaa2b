"""The danger question, in the order in which things fail: no JavaScript, no Python, then Python answering."""

import re
import time

import pytest
from playwright.sync_api import expect

from tests.support.chromium import tab_to

RED = ("Red", "Call 999")


@pytest.fixture()
def plain(browser, base):
    """A phone whose browser runs no JavaScript."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, base_url=base, java_script_enabled=False)
    yield context.new_page()
    context.close()


def asked(page) -> list[str]:
    """Collects the address and body of every request a page makes from now on."""
    found = []
    page.on("request", lambda request: found.append(f"{request.url} {request.post_data or ''}"))
    return found


def wait_until(page, condition, seconds: int = 20) -> None:
    """Lets a page go on until a condition holds that the page itself knows nothing of."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "this did not happen in time"
        page.wait_for_timeout(20)


def test_without_javascript_every_result_is_on_the_page(plain):
    plain.goto("decide/")
    text = plain.locator(".tool__written").inner_text()
    assert all(f"If anyone is in danger: {answer}" in text for answer in ("Yes", "Not sure", "No, not now"))
    assert all(word in text for word in RED)


@pytest.mark.parametrize("answer, level", [("yes", "red"), ("not-sure", "red"), ("no", "")])
def test_without_javascript_an_answer_shows_its_own_result(plain, answer, level):
    plain.goto("decide/")
    plain.locator(f"input[name=danger][value={answer}]").check()
    shown = plain.locator(".written:visible .result")
    assert shown.count() == 1 and shown.get_attribute("data-level") == level


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_without_javascript_no_answer_reaches_a_request(plain, key):
    plain.goto("decide/", wait_until="networkidle")
    requests = asked(plain)
    plain.locator("input[name=danger][value=yes]").focus()
    plain.keyboard.press("Space")
    plain.keyboard.press(key)
    plain.keyboard.press("Tab")  # handled after the key before it, and whatever that key has sent
    assert plain.locator("input[name=danger]:focus").count() == 0
    assert requests == [] and "yes" not in plain.url and plain.url.endswith("decide/")
    plain.goto("about/")  # a request that was on its way would come before this one
    assert "/about/" in requests[0] and not any("danger" in request for request in requests)


def test_there_is_no_submit_control(plain):
    plain.goto("decide/")
    assert plain.locator(".tool [type=submit], .tool form button").count() == 0


@pytest.mark.parametrize("answer, level", [("yes", "red"), ("not-sure", "red"), ("no", "")])
def test_python_answers_under_the_policy(page, answer, level):
    page.goto("decide/")
    complaints = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.locator(f"input[name=danger][value={answer}]").check()
    page.locator('.tool__result[data-answered-by="python"]').wait_for(timeout=60000)
    assert page.locator(".tool__result .result").get_attribute("data-level") == level
    assert complaints == []


def test_python_says_the_same_as_the_page_that_was_built(page):
    page.goto("decide/")
    written = page.locator('.written[data-answer="yes"] .result').evaluate("result => result.outerHTML")
    spoken = page.evaluate("""async () => {
        const worker = new Worker(new URL("../assets/python/worker.js", location), {type: "module"});
        const html = await new Promise(done => { worker.onmessage = ({data}) => data.html && done(data.html);
            worker.postMessage({id: 1, tool: "danger", form: '[["danger","yes"]]', root: new URL("../", location).href}); });
        return Object.assign(document.createElement("template"), {innerHTML: html}).innerHTML;
    }""")
    without_addresses = lambda html: re.sub(r'href="[^"]*"', "", html)
    assert without_addresses(written) == without_addresses(spoken)


def test_the_answer_is_shown_before_python_is_there(page):
    page.route("**/runtime/**", lambda route: None)  # never answered
    page.goto("decide/")
    page.locator("input[name=danger][value=not-sure]").check()
    result = page.locator(".tool__result .result--red")
    result.wait_for(timeout=1000)
    assert "999" in result.inner_text() and page.locator(".tool__result").get_attribute("data-answered-by") == "page"


@pytest.mark.parametrize("missing", ["**/pyodide.asm.wasm", "**/pyodide.asm.js", "**/pyodide.mjs", "**/start.js", "**/python/worker.js",
                                     "**/runtime/tools/*.zip", "**/citations.json*"])
def test_a_runtime_that_cannot_start_is_replaced_by_a_plain_message(page, missing):
    page.route(missing, lambda route: route.abort())
    page.goto("decide/")
    page.locator("input[name=danger][value=yes]").check()
    page.locator(".tool__stage", has_text="could not be loaded").wait_for(timeout=10000)  # told at once, and not when patience ends
    assert page.locator(".tool__result .result--red").is_visible()


def test_a_request_is_settled_when_python_fails(page):
    """Whoever awaits an answer must not wait for ever: before, while and after Python fails, there is none."""
    page.route("**/pyodide.asm.wasm", lambda route: route.abort())
    page.goto("decide/")
    settled = page.evaluate("""async () => {
        const {Python} = await import(new URL("../assets/python/python.js", location));
        const python = new Python(document.querySelector("[data-tool]"));
        const late = new Promise((resolve) => setTimeout(resolve, 15000, "never"));
        const answer = () => Promise.race([python.answer("danger", [["danger", "yes"]]), late]);
        const waiting = await Promise.all([answer(), answer()]);
        return [...waiting, await answer()].map((value) => value ?? "none");
    }""")
    assert settled == ["none", "none", "none"]


def test_no_answer_is_in_the_address_in_storage_or_in_a_request(page):
    page.goto("decide/")
    requests = asked(page)
    page.locator("input[name=danger][value=yes]").check()
    page.locator('.tool__result[data-answered-by="python"]').wait_for(timeout=60000)
    assert page.url.endswith("/decide/")
    assert not any("yes" in request.partition("://")[2].partition("/")[2] for request in requests)
    assert page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])") == '[{},{},""]'


def test_leaving_and_coming_back_keeps_no_answer(page):
    page.goto("decide/")
    page.locator("input[name=danger][value=yes]").check()
    page.goto("about/")
    page.goto("decide/")
    assert page.locator("input:checked").count() == 0


def test_python_starts_only_on_intent(page, requested):
    requested.clear()
    page.goto("decide/", wait_until="networkidle")
    assert not any("runtime" in path for path in requested)
    page.locator("input[name=danger][value=no]").focus()
    wait_until(page, lambda: any("pyodide" in path for path in requested))


def test_by_keyboard_alone_from_the_home_page_to_red_in_two_actions(page):
    page.goto("")
    tab_to(page.locator('a[href="decide/"].md-button'), most=40)
    page.keyboard.press("Enter")
    page.wait_for_url("**/decide/")
    tab_to(page.locator(".tool input").first, most=40)
    page.keyboard.press("Space")
    page.locator(".tool__result .result--red").wait_for()


def test_the_result_is_announced_and_the_question_has_a_name(page):
    page.goto("decide/")
    assert page.get_by_role("group", name="Is anyone in immediate danger?").is_visible()
    expect(page.get_by_role("radio")).to_have_count(3)  # the page's script hides what is not yet asked
    page.locator("input[name=danger][value=yes]").check()
    assert "Red" in page.locator(".tool__say[role=status]").inner_text()
