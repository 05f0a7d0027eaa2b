"""Starting Python again on the same device: faster from what was kept, and as well as ever without it."""

import pytest

KEPT = "caches.keys()"


def start(page) -> str:
    """Opens the tool, answers about danger, and gives what Python was started from."""
    page.goto("decide/")
    page.locator("input[name=danger][value=no]").check()
    page.locator("[data-tool][data-start]").wait_for(timeout=60000, state="attached")
    return page.locator("[data-tool]").get_attribute("data-start")


@pytest.fixture()
def kept(page):
    """A device on which a first start has been kept."""
    assert start(page) == "plain"
    page.locator(".tool__kept").wait_for(timeout=60000)
    return page


def test_the_first_start_finds_nothing_and_keeps_a_copy(kept):
    assert len(kept.evaluate(KEPT)) == 1 and "hold no answers" in kept.locator(".tool__kept").inner_text()


def test_the_next_start_uses_it_and_answers_the_same(kept):
    assert start(kept) == "memory"
    kept.locator("input[name=danger][value=yes]").check()
    kept.locator('.tool__result[data-answered-by="python"] .result--red').wait_for()


@pytest.mark.parametrize(
    "spoil", ["new Response(new Uint8Array(1000), {headers: {'X-Digest': 'wrong'}})", "new Response('')"]
)
def test_what_is_damaged_is_not_used(kept, spoil):
    kept.evaluate(
        f"(async () => {{ for (const name of await caches.keys()) await (await caches.open(name)).put('/memory', {spoil}); }})()"
    )
    assert start(kept) == "plain"


def test_a_copy_that_is_whole_and_does_not_fit_falls_back_silently(kept):
    kept.evaluate("""(async () => {
        const bytes = new Uint8Array(20971520), hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
        const digest = Array.from(hash, byte => byte.toString(16).padStart(2, "0")).join("");
        for (const name of await caches.keys()) await (await caches.open(name)).put("/memory", new Response(bytes, {headers: {"X-Digest": digest}}));
    })()""")
    assert start(kept) == "plain" and kept.locator(".tool__stage").is_hidden()


def test_the_reader_can_remove_it(kept):
    kept.get_by_role("button", name="Remove them").click()
    kept.locator(".tool__kept").wait_for(state="hidden")
    assert kept.evaluate(KEPT) == [] and start(kept) == "plain"


def test_no_answer_is_in_what_is_kept(page):
    """The copy is made by a worker of its own, which is never sent an answer."""
    start(page)
    page.locator(".kinds summary", has_text="A threat").click()
    page.locator("input[value=threat-believed]").check()
    page.locator(".tool__kept").wait_for(timeout=60000)
    asked = page.evaluate("""(async () => { const out = [];
        for (const name of await caches.keys()) for (const request of await (await caches.open(name)).keys()) out.push(name + request.url);
        return out.join(" "); })()""")
    assert "/memory" in asked and "threat" not in asked
    assert page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])") == "[{},{}]"


def test_where_storage_is_denied_it_works_all_the_same(page):
    page.add_init_script("Object.defineProperty(window, 'caches', {get() { throw new DOMException('denied'); }})")
    assert start(page) == "plain" and page.locator(".tool__kept").is_hidden()


def test_a_start_that_failed_can_be_tried_again(page):
    page.route("**/pyodide.asm.wasm", lambda route: route.abort())
    page.goto("decide/")
    page.locator("input[name=danger][value=yes]").check()
    again = page.get_by_role("button", name="Try again")
    again.wait_for(timeout=40000)
    page.unroute("**/pyodide.asm.wasm")
    again.click()
    page.locator('.tool__result[data-answered-by="python"] .result--red').wait_for(timeout=60000)


def test_the_worker_s_memory_is_small(page):
    start(page)
    assert int(page.locator("[data-tool]").get_attribute("data-heap")) <= 24 * 1024 * 1024
