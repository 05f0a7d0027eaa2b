"""The danger question without JavaScript, without Python, and answered by Python."""

import re
import time

import pytest
from playwright.sync_api import expect

from tests.support.chromium import tab_to

RED = ("Red", "Call 999")


@pytest.fixture()
def page_without_scripts(browser, base):
    """A page at phone width in a browser without JavaScript."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, base_url=base, java_script_enabled=False)
    yield context.new_page()
    context.close()


def record_requests(page) -> list[str]:
    """A list that grows by the URL and body of each request the page makes from now on."""
    requests = []
    page.on("request", lambda request: requests.append(f"{request.url} {request.post_data or ''}"))
    return requests


def wait_until(page, condition, seconds: int = 20) -> None:
    """Lets a page run until a condition outside it is met."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "the condition was not met in time"
        page.wait_for_timeout(20)


def test_without_javascript_every_result_is_on_the_page(page_without_scripts):
    page_without_scripts.goto("decide/")
    text = page_without_scripts.locator(".tool__written").inner_text()
    assert all(f"If anyone is in danger: {answer}" in text for answer in ("Yes", "Not sure", "No, not now"))
    assert all(phrase in text for phrase in RED)


@pytest.mark.parametrize("answer, level", [("yes", "red"), ("not-sure", "red"), ("no", "")])
def test_without_javascript_an_answer_shows_its_own_result(page_without_scripts, answer, level):
    page_without_scripts.goto("decide/")
    page_without_scripts.locator(f"input[name=danger][value={answer}]").check()
    shown = page_without_scripts.locator(".written:visible .result")
    assert shown.count() == 1 and shown.get_attribute("data-level") == level


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_without_javascript_no_answer_is_in_a_request(page_without_scripts, key):
    page_without_scripts.goto("decide/", wait_until="networkidle")
    requests = record_requests(page_without_scripts)
    page_without_scripts.locator("input[name=danger][value=yes]").focus()
    page_without_scripts.keyboard.press("Space")
    page_without_scripts.keyboard.press(key)
    page_without_scripts.keyboard.press("Tab")  # handled after the previous key and any request it made
    assert page_without_scripts.locator("input[name=danger]:focus").count() == 0
    assert requests == [] and "yes" not in page_without_scripts.url and page_without_scripts.url.endswith("decide/")
    page_without_scripts.goto("about/")  # a pending request would be recorded before this one
    assert "/about/" in requests[0] and not any("danger" in request for request in requests)


def test_there_is_no_submit_control(page_without_scripts):
    page_without_scripts.goto("decide/")
    assert page_without_scripts.locator(".tool [type=submit], .tool form button").count() == 0


@pytest.mark.parametrize("answer, level", [("yes", "red"), ("not-sure", "red"), ("no", "")])
def test_python_answers_under_the_content_security_headers(page, answer, level):
    page.goto("decide/")
    errors = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.locator(f"input[name=danger][value={answer}]").check()
    page.locator('.tool__result[data-answered-by="python"]').wait_for(timeout=60000)
    assert page.locator(".tool__result .result").get_attribute("data-level") == level
    assert errors == []


def test_python_gives_the_same_result_as_the_built_page(page):
    page.goto("decide/")
    built = page.locator('.written[data-answer="yes"] .result').evaluate("result => result.outerHTML")
    answered = page.evaluate("""async () => {
        const worker = new Worker(new URL("../assets/python/worker.js", location), {type: "module"});
        const html = await new Promise(done => {
            worker.onmessage = ({data}) => data.html && done(data.html);
            worker.postMessage(
                {id: 1, tool: "danger", form: '[["danger","yes"]]', root: new URL("../", location).href}); });
        return Object.assign(document.createElement("template"), {innerHTML: html}).innerHTML;
    }""")

    def without_urls(html: str) -> str:
        return re.sub(r'href="[^"]*"', "", html)

    assert without_urls(built) == without_urls(answered)


def test_the_answer_is_shown_before_python_has_started(page):
    page.route("**/runtime/**", lambda route: None)  # never fulfilled
    page.goto("decide/")
    page.locator("input[name=danger][value=not-sure]").check()
    result = page.locator(".tool__result .result--red")
    result.wait_for(timeout=1000)
    assert "999" in result.inner_text() and page.locator(".tool__result").get_attribute("data-answered-by") == "page"


@pytest.mark.parametrize(
    "missing",
    [
        "**/pyodide.asm.wasm",
        "**/pyodide.asm.js",
        "**/pyodide.mjs",
        "**/start.js",
        "**/python/worker.js",
        "**/runtime/tools/*.zip",
        "**/citations.json*",
    ],
)
def test_a_runtime_that_cannot_start_is_replaced_by_a_plain_message(page, missing):
    page.route(missing, lambda route: route.abort())
    page.goto("decide/")
    page.locator("input[name=danger][value=yes]").check()
    # The message appears at once, not only after the start's time-out.
    page.locator(".tool__stage", has_text="could not be loaded").wait_for(timeout=10000)
    assert page.locator(".tool__result .result--red").is_visible()


def test_a_request_is_settled_when_python_fails(page):
    """Requests made before, during and after the failure are settled without an answer, so no caller waits for ever."""
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


def test_no_answer_is_in_the_url_in_storage_or_in_a_request(page):
    page.goto("decide/")
    requests = record_requests(page)
    page.locator("input[name=danger][value=yes]").check()
    page.locator('.tool__result[data-answered-by="python"]').wait_for(timeout=60000)
    assert page.url.endswith("/decide/")
    assert not any("yes" in request.partition("://")[2].partition("/")[2] for request in requests)
    assert page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])") == '[{},{},""]'


def test_no_answer_is_remembered_after_leaving_the_page(page):
    page.goto("decide/")
    page.locator("input[name=danger][value=yes]").check()
    page.goto("about/")
    page.goto("decide/")
    assert page.locator("input:checked").count() == 0


def test_python_starts_only_when_the_reader_begins_to_answer(page, requested):
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
    expect(page.get_by_role("radio")).to_have_count(3)  # the page's script hides later questions
    page.locator("input[name=danger][value=yes]").check()
    assert "Red" in page.locator(".tool__say[role=status]").inner_text()
