"""Starting Python again on the same device: from the stored memory snapshot, and without it."""

import pytest

#: Names of the caches that hold a snapshot.
CACHES = "caches.keys()"


def start(page) -> str:
    """Opens the tool, answers the danger question, and returns what Python was started from."""
    page.goto("decide/")
    page.locator("input[name=danger][value=no]").check()
    page.locator("[data-tool][data-start]").wait_for(timeout=60000, state="attached")
    return page.locator("[data-tool]").get_attribute("data-start")


@pytest.fixture()
def device(page):
    """A page of a browser that has stored a snapshot after its first start."""
    assert start(page) == "plain"
    page.locator(".tool__kept").wait_for(timeout=60000)
    return page


def test_the_first_start_stores_a_snapshot(device):
    assert len(device.evaluate(CACHES)) == 1 and "hold no answers" in device.locator(".tool__kept").inner_text()


def test_the_next_start_uses_the_snapshot_and_answers_the_same(device):
    assert start(device) == "memory"
    device.locator("input[name=danger][value=yes]").check()
    device.locator('.tool__result[data-answered-by="python"] .result--red').wait_for()


@pytest.mark.parametrize(
    "damaged", ["new Response(new Uint8Array(1000), {headers: {'X-Digest': 'wrong'}})", "new Response('')"]
)
def test_a_damaged_snapshot_is_not_used(device, damaged):
    device.evaluate(f"""(async () => {{
        for (const name of await caches.keys()) await (await caches.open(name)).put('/memory', {damaged});
    }})()""")
    assert start(device) == "plain"


def test_a_complete_but_unsuitable_snapshot_falls_back_silently(device):
    device.evaluate("""(async () => {
        const bytes = new Uint8Array(20971520);
        const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
        const digest = Array.from(hash, byte => byte.toString(16).padStart(2, "0")).join("");
        for (const name of await caches.keys())
            await (await caches.open(name)).put("/memory", new Response(bytes, {headers: {"X-Digest": digest}}));
    })()""")
    assert start(device) == "plain" and device.locator(".tool__stage").is_hidden()


def test_the_reader_can_remove_the_snapshot(device):
    device.get_by_role("button", name="Remove them").click()
    device.locator(".tool__kept").wait_for(state="hidden")
    assert device.evaluate(CACHES) == [] and start(device) == "plain"


def test_no_answer_is_in_the_snapshot(page):
    """The snapshot is made by a separate worker, which never receives an answer."""
    start(page)
    page.locator(".kinds summary", has_text="A threat").click()
    page.locator("input[value=threat-believed]").check()
    page.locator(".tool__kept").wait_for(timeout=60000)
    entries = page.evaluate("""(async () => {
        const out = [];
        for (const name of await caches.keys())
            for (const request of await (await caches.open(name)).keys()) out.push(name + request.url);
        return out.join(" "); })()""")
    assert "/memory" in entries and "threat" not in entries
    assert page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])") == "[{},{}]"


def test_python_starts_where_storage_is_denied(page):
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
